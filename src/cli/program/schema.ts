import type { Command } from 'commander';
import { type Cli, langOption } from './cli.js';

/** What `sitecam schema` takes; what it does is loaded when it is run. */
export function declareSchema(root: Command, { done, io, t }: Cli): void {
  root
    .command('schema')
    .summary(t('输出 JSON schema', 'print a JSON schema'))
    .description(
      t(
        '输出 JSON schema：plan、config、waivers、mapping、law（供编辑器使用）或 report（json 格式的报告）。',
        'Prints a JSON schema: plan, config, waivers, mapping or law (for editors), or report (of the json format).',
      ),
    )
    .argument(
      '[name]',
      t('plan、config、waivers、mapping、law 或 report', 'plan, config, waivers, mapping, law or report'),
      'plan',
    )
    .addOption(langOption(t))
    .action(async (name: string) => {
      const { schema } = await import('../commands/schema.js');
      done(schema(name, io));
    });
}
