// Reports and drawings of `sitecam diff`.
import { posix } from 'node:path';
import type { DiffInput, DiffPair } from '../../../features/diff/input.js';
import { type Io, wantsColour } from '../../../host/io.js';
import { safe, stem } from '../../../host/plans/stem.js';
import { UsageError } from '../../../host/usage.js';
import type { Locale } from '../../../i18n/locale.js';
import type { LevelPicture } from '../../../report/format.js';
import { type Asset, markOf, picturesOf } from '../../output/assets.js';
import type { DiffFormat } from '../../output/formats.js';
import type { Output } from '../../output/outputs.js';
import { writeDrawing } from '../../output/replaceable.js';
import { FILE_COLUMNS } from '../../output/reports.js';

/** Options on the language, colour and drawings of a diff report. */
export interface DiffReportFlags {
  readonly color?: boolean;
  readonly lang?: string;
  readonly assets?: string;
}

/** Writes the drawings and the reports of `input`: all of them, or none. */
export async function writeDiff(
  input: DiffInput,
  outputs: readonly Output<DiffFormat>[],
  flags: DiffReportFlags,
  io: Io,
  locale: Locale,
): Promise<void> {
  if (flags.assets === '')
    throw UsageError.onOptions({ zh: '--assets 缺少文件夹名。', en: '--assets needs a folder.' });
  const fileLocale: Locale = flags.lang === 'en' ? 'en' : 'zh-CN';
  await io.together(async () => {
    const assets = flags.assets === undefined ? [] : await drawn(input, flags.assets, fileLocale, io);
    for (const { name, file } of outputs) {
      const text = await render(name, input, {
        locale: name === 'terminal' && file === undefined ? locale : fileLocale,
        colour: file === undefined && wantsColour(flags.color, io),
        width: file === undefined ? io.columns : FILE_COLUMNS,
        pictures: (pair) => picturesOf(assets, pair, file === undefined ? undefined : io.shown(file)),
      });
      if (file === undefined) for (const part of text) io.out(part);
      else await io.write(file, text);
    }
  });
}

interface Options {
  readonly locale: Locale;
  readonly colour: boolean;
  readonly width: number;
  readonly pictures: (pair: DiffPair) => readonly LevelPicture[];
}

/** Returns one report in parts. Loads only the format requested. */
async function render(name: DiffFormat, input: DiffInput, options: Options): Promise<Iterable<string>> {
  switch (name) {
    case 'terminal':
      return [(await import('../../../features/diff/report/pages.js')).renderDiffTerminal(input, options)];
    case 'markdown':
      return [(await import('../../../features/diff/report/pages.js')).renderDiffMarkdown(input, options)];
    case 'html':
      return [(await import('../../../features/diff/report/pages.js')).renderDiffHtml(input, options)];
    case 'json':
    case 'diff-1':
      return [(await import('../../../features/diff/report/json.js')).renderDiffJson(input, options)];
    case 'sarif':
      return (await import('../../../features/diff/report/sarif.js')).diffSarifParts(input, options);
    case 'junit':
      return [(await import('../../../features/diff/report/junit.js')).renderDiffJunit(input, options)];
    case 'github':
      return [(await import('../../../features/diff/report/services.js')).renderDiffGithub(input, options)];
    case 'gitlab':
      return [(await import('../../../features/diff/report/services.js')).renderDiffGitlab(input, options)];
  }
}

async function drawn(input: DiffInput, folder: string, locale: Locale, io: Io): Promise<Asset<DiffPair>[]> {
  const { changedLevels, diffDrawing } = await import('../../../features/diff/draw/drawing.js');
  const { diffSvg } = await import('../../../features/diff/draw/svg.js');
  const assets: Asset<DiffPair>[] = [];
  for (const pair of input.pairs) {
    const { compared } = pair;
    if (compared === undefined) continue;
    for (const level of changedLevels(compared)) {
      const name = `${safe(stem(pair.path))}-${safe(level)}-${markOf(pair.path, level)}`;
      const file = posix.join(io.shown(folder), `${name}.svg`);
      await writeDrawing(file, diffSvg(diffDrawing(compared, level), compared, { locale }), io);
      assets.push({ of: pair, level, file });
    }
  }
  return assets;
}
