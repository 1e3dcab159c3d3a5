// `sitecam schema`: options, help and run.
import type { Command } from 'commander';
import type { PackFlags } from '../../host/config/packs.js';
import { readSchema, SCHEMAS, shippedSchema } from '../../host/config/schemas.js';
import type { ExitCode, Io } from '../../host/io.js';
import { oneOf, UsageError } from '../../host/usage.js';
import { type Cli, packOption } from '../options.js';

/** Declares `sitecam schema` on the root command. */
export function declareSchema(root: Command, { done, io, t }: Cli): void {
  root
    .command('schema')
    .summary(t('输出 JSON schema', 'print a JSON schema'))
    .description(
      t(
        '输出 JSON schema：plan（--pack 加上另外的法规数据包中的类型、类别和部位）、config、waivers、decisions、mapping、models、suggest、law（供编辑器使用），report（json 格式的报告）、inspect、verify、conflicts、diff（该命令的 json 格式）、suggestion（suggest 的 json 格式）、certificate（suggest --certificate）、verify-certificate（verify 核对证明的 json 格式）、import-record（import --record 的 json 格式）或 survey（import --survey 的 json 格式）。',
        'Prints a JSON schema: plan (--pack adds the kinds, categories and roles of other law packs), config, waivers, decisions, mapping, models, suggest or law (for editors), report (of lint), inspect, verify, conflicts or diff (of their json formats), suggestion (of suggest), certificate (of suggest --certificate), verify-certificate (of verify, of such a certificate), import-record (of import --record), survey (of import --survey).',
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
    .addOption(packOption(t))
    .action(async (name: string, flags: PackFlags) => done(await printSchema(name, flags, io)));
}

/**
 * Prints a JSON schema (draft-07) for editors: of plans, configurations, waivers, mappings, catalogues of models, what suggest may use, law packs or JSON reports.
 */
async function printSchema(name: string, flags: PackFlags, io: Io): Promise<ExitCode> {
  const known = oneOf(name, SCHEMAS, { zh: 'schema', en: 'schema' });
  const schema = flags.pack === undefined ? shippedSchema(known) : await schemaWith(known, flags, io);
  io.out(`${JSON.stringify(schema, null, 2)}\n`);
  return 0;
}

/** Returns the schema of plans with what `--pack` adds. Throws a UsageError for another schema. */
async function schemaWith(name: string, flags: PackFlags, io: Io): Promise<unknown> {
  if (name !== 'plan') {
    throw new UsageError({
      zh: `--pack 只用于 plan 的 schema，“${name}”的与法规无关。`,
      en: `--pack is for the schema of plans alone; that of '${name}' has nothing of a law.`,
    });
  }
  const { requestedPack } = await import('../../host/config/packs.js');
  const { packsFor } = await import('../../features/explain/page.js');
  const { planSchema } = await import('../../features/schema/schema.js');
  return planSchema(readSchema(), packsFor(requestedPack(flags, io)));
}
