// `sitecam models`: options, help and run.
import type { Command } from 'commander';
import type { TermFlags } from '../../host/config/terms.js';
import { type ExitCode, type Io, wantsColour } from '../../host/io.js';
import { oneOf, UsageError } from '../../host/usage.js';
import type { Locale } from '../../i18n/locale.js';
import { type Cli, type PeopleFlags, readOptions } from '../options.js';

/** Values of `sitecam models --format`. */
export const MODELS_FORMATS = ['terminal', 'json'] as const;

interface ModelsFlags extends TermFlags, PeopleFlags {
  readonly format: string;
}

/** Declares `sitecam models` on the root command. */
export function declareModels(root: Command, { done, io, locale, t }: Cli): void {
  const command = root
    .command('models')
    .summary(t('查看摄像机型号资料', 'show what is known of camera models'))
    .description(
      t(
        '列出型号资料所载的摄像机：形式、水平视场角、分辨率、声音采集，及其出处和日期；连同当前文件夹的配置（catalogue）给出的。',
        'Lists the camera models of the catalogue: form, horizontal field of view, resolution, sound, and where each is from; those that the configuration of this folder names (catalogue) too.',
      ),
    )
    .argument(
      '[pattern]',
      t(
        '型号、品牌或者其开头，可用 * 和 ?；缺省为全部',
        'model, brand or how they begin, with * and ?; all when absent',
      ),
    )
    .option(
      '-f, --format <name>',
      t(`格式：${MODELS_FORMATS.join('、')}`, `format: ${MODELS_FORMATS.join(', ')}`),
      'terminal',
    )
    .option(
      '--config <file>',
      t(
        '配置文件；缺省为当前或者上级文件夹中最近的 sitecam.config.yaml',
        'configuration; the nearest sitecam.config.yaml in this folder or above when absent',
      ),
    )
    .option('--no-config', t('不使用配置文件', 'take no configuration'));
  readOptions(command, t).action(async (pattern: string | undefined, flags: ModelsFlags) =>
    done(await models(pattern, flags, io, locale)),
  );
}

/**
 * Prints the models that a pattern selects.
 *
 * @throws UsageError if there is none
 */
async function models(pattern: string | undefined, flags: ModelsFlags, io: Io, locale: Locale): Promise<ExitCode> {
  const format = oneOf(flags.format, MODELS_FORMATS, { zh: '--format 的取值', en: '--format' });
  const { modelsDocument, modelsRecord, selectModels } = await import('../../features/models/list.js');
  const { termsFinder } = await import('../../host/config/terms.js');
  const { SHIPPED } = await import('../../models/table.js');
  // The catalogues that a plan in this folder would have.
  const { catalogues = SHIPPED } = termsFinder(flags, 'designer', io)('plan.yaml').options;
  const found = selectModels(pattern, catalogues);
  if (pattern !== undefined && found.length === 0) throw await unknownModel(pattern, catalogues);
  if (format === 'json') {
    io.out(`${JSON.stringify(modelsRecord(found), null, 2)}\n`);
    return 0;
  }
  const { writeTerminal } = await import('../../render/writers/terminal.js');
  io.out(writeTerminal([modelsDocument(found)], { locale, colour: wantsColour(flags.color, io), width: io.columns }));
  return 0;
}

async function unknownModel(
  pattern: string,
  catalogues: Parameters<typeof import('../../models/find.js').nearestModel>[1],
): Promise<UsageError> {
  const { nearestModel } = await import('../../models/find.js');
  const near = nearestModel(pattern, catalogues);
  return new UsageError({
    zh: `型号资料中没有“${pattern}”${near === undefined ? '' : `，相近的有“${near}”`}。`,
    en: `the catalogue of models has no '${pattern}'${near === undefined ? '' : `; there is '${near}'`}.`,
  });
}
