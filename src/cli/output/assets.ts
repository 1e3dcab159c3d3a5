import { posix } from 'node:path';
import { sha256 } from '../../base/hash.js';
import type { Io } from '../../host/io.js';
import { safe, stem } from '../../host/plans/stem.js';
import { UsageError } from '../../host/usage.js';
import type { Locale } from '../../i18n/locale.js';
import type { Report, ReportInput } from '../../lint/types.js';
import type { LevelPicture } from '../../report/markdown/pictures.js';

/** The drawing of a level as a file beside a report. */
interface Asset {
  readonly report: Report;
  readonly level: string;
  /** Path as people see it: relative to the current folder. */
  readonly file: string;
}

/**
 * Where the drawings of every level of a run go in `folder`; names are safe on any machine, each used once. Where there
 * are other plans, in this run or in another shard of it, a name says by itself of which plan it is.
 */
export function assetsOf({ results, shard }: ReportInput, folder: string, io: Io): Asset[] {
  const taken = new Set<string>();
  const alone = results.length === 1 && shard === undefined;
  return results.flatMap((report) => {
    if (!report.ok) return [];
    return report.site.levels.map(({ id }) => {
      const plain = `${safe(stem(report.path))}-${safe(id)}`;
      const name = alone ? unused(plain, taken) : `${plain}-${markOf(report.path, id)}`;
      return { report, level: id, file: posix.join(io.shown(folder), `${name}.svg`) };
    });
  });
}

/** Of a level of a plan: the same whatever other plans there are. */
function markOf(path: string, level: string): string {
  return sha256(`${path}\0${level}`).slice(0, 12);
}

/** `name`, or with a number behind it; capitals don't make another file on every machine. */
function unused(name: string, taken: Set<string>): string {
  let free = name;
  for (let n = 2; taken.has(free.toLowerCase()); n++) free = `${name}-${n}`;
  taken.add(free.toLowerCase());
  return free;
}

/** Draws and writes `assets`; throws where one would take the place of a file that was read or is written too. */
export async function writeAssets(
  assets: readonly Asset[],
  others: readonly string[],
  io: Io,
  locale: Locale,
): Promise<void> {
  const [{ drawingOf }, { svgOf }] = await Promise.all([import('../../draw/model.js'), import('../../draw/svg.js')]);
  for (const { report, level, file } of assets) {
    if (others.includes(file) || report.files.some(({ path }) => path === file)) {
      throw new UsageError({
        zh: `图不能写入“${file}”：该文件是设计图或者另一份报告。请为 --assets 另取文件夹。`,
        en: `a drawing can't be written to '${file}', which is a plan or another report; give --assets another folder.`,
      });
    }
    await io.write(file, svgOf(drawingOf(report, level), { locale }));
  }
}

/** The drawings of `report` as seen from `file`, a report; from the current folder where there is no file. */
export function picturesOf(assets: readonly Asset[], report: Report, file: string | undefined): LevelPicture[] {
  return assets
    .filter((asset) => asset.report === report)
    .map(({ level, file: asset }) => ({
      level,
      href: encodedPath(file === undefined ? asset : posix.relative(posix.dirname(file), asset)),
    }));
}

/** A path as a link: percent-encoded, parentheses too, which would end a link in Markdown. */
export function encodedPath(path: string): string {
  return path
    .split('/')
    .map((segment) => encodeURIComponent(segment).replace(/[!'()*]/g, (mark) => `%${mark.charCodeAt(0).toString(16)}`))
    .join('/');
}
