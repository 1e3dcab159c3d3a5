// `sitecam schema`: options, help and run.
import type { Command } from 'commander';
import { SCHEMAS, shippedSchema } from '../../host/config/schemas.js';
import type { ExitCode, Io } from '../../host/io.js';
import { oneOf } from '../../host/usage.js';
import type { Cli } from '../options.js';

/** Declares `sitecam schema` on the root command. */
export function declareSchema(root: Command, { done, io, t }: Cli): void {
  root
    .command('schema')
    .summary(t('输出 JSON schema', 'print a JSON schema'))
    .description(
      t(
        '输出 JSON schema：plan、config、waivers、decisions、mapping、models、law（供编辑器使用），report（json 格式的报告）、report-1（json-1 格式的报告）、inspect、verify、conflicts、diff（该命令的 json 格式）、import-record（import --record 的 json 格式）或 survey（import --survey 的 json 格式）。',
        'Prints a JSON schema: plan, config, waivers, decisions, mapping, models or law (for editors), report or report-1 (of lint, formats json and json-1), inspect, verify, conflicts or diff (of their json formats), import-record (of import --record), survey (of import --survey).',
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
    .action((name: string) => done(printSchema(name, io)));
}

/**
 * Prints a JSON schema (draft-07) for editors: of plans, configurations, waivers, mappings, catalogues of models, law packs or JSON reports.
 */
function printSchema(name: string, io: Io): ExitCode {
  const known = oneOf(name, SCHEMAS, { zh: 'schema', en: 'schema' });
  io.out(`${JSON.stringify(shippedSchema(known), null, 2)}\n`);
  return 0;
}
