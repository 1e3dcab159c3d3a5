import type { Command } from 'commander';
import { type Cli, langOption } from './cli.js';

/** What `sitecam schema` takes; what it does is loaded when it is run. */
export function declareSchema(root: Command, { done, io, t }: Cli): void {
  root
    .command('schema')
    .summary(t('输出 JSON schema', 'print a JSON schema'))
    .description(
      t(
        '输出 JSON schema：plan、config、waivers、mapping、law（供编辑器使用），report（json 格式的报告）、inspect、verify、conflicts（该命令的 json 格式）或 import-record（import --record 的 json 格式）。',
        'Prints a JSON schema: plan, config, waivers, mapping or law (for editors), report, inspect, verify or conflicts (of their json formats), import-record (of import --record).',
      ),
    )
    .argument(
      '[name]',
      t(
        'plan、config、waivers、mapping、law、report、inspect、verify、conflicts 或 import-record',
        'plan, config, waivers, mapping, law, report, inspect, verify, conflicts or import-record',
      ),
      'plan',
    )
    .addOption(langOption(t))
    .action(async (name: string) => {
      const { schema } = await import('../commands/schema.js');
      done(schema(name, io));
    });
}
