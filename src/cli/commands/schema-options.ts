import type { Command } from 'commander';
import { SCHEMAS } from '../../host/config/schemas.js';
import { type Cli, langOption } from '../options.js';

/** What `sitecam schema` takes; what it does is loaded when it is run. */
export function declareSchema(root: Command, { done, io, t }: Cli): void {
  root
    .command('schema')
    .summary(t('输出 JSON schema', 'print a JSON schema'))
    .description(
      t(
        '输出 JSON schema：plan、config、waivers、mapping、law（供编辑器使用），report（json 格式的报告）、inspect、verify、conflicts、diff（该命令的 json 格式）或 import-record（import --record 的 json 格式）。',
        'Prints a JSON schema: plan, config, waivers, mapping or law (for editors), report, inspect, verify, conflicts or diff (of their json formats), import-record (of import --record).',
      ),
    )
    .argument(
      '[name]',
      t(
        `${SCHEMAS.slice(0, -1).join('、')} 或 ${SCHEMAS.slice(-1).join('')}`,
        `${SCHEMAS.slice(0, -1).join(', ')} or ${SCHEMAS.slice(-1).join('')}`,
      ),
      'plan',
    )
    .addOption(langOption(t))
    .action(async (name: string) => {
      const { schema } = await import('./schema.js');
      done(schema(name, io));
    });
}
