// Drawings of levels as SVG files beside a report.
import { posix } from 'node:path';
import { sha256 } from '../../base/hash.js';
import type { Io } from '../../host/io.js';
import { safe, stem } from '../../host/plans/stem.js';
import { UsageError } from '../../host/usage.js';
import type { Locale } from '../../i18n/locale.js';
import type { Report, ReportInput } from '../../lint/types.js';
import type { LevelPicture } from '../../report/format.js';

/** The drawing of a level of a plan (or of a pair of plans), as a file beside a report. */
export interface Asset<Of = Report> {
  readonly of: Of;
  readonly level: string;
  /** Path relative to the current folder, as users see it. */
  readonly file: string;
}

/**
 * Returns the file in `folder` for the drawing of each level. Names are valid on every system and used once each. If
 * the run, or another shard of it, has other plans, each name identifies its plan.
 */
export function assetsOf({ results, shard }: ReportInput, folder: string, io: Io): Asset[] {
  const nameOf = distinctNames(results.length === 1 && shard === undefined);
  return results.flatMap((report) => {
    if (!report.ok) return [];
    return report.site.levels.map(({ id }) => {
      return { of: report, level: id, file: posix.join(io.shown(folder), `${nameOf(report.path, id)}.svg`) };
    });
  });
}

/**
 * Returns a function that names the drawing of an element (a level, a device) of the plan at a path; it gives each name
 * once. If the run isn't of one plan `alone`, each name identifies its plan.
 */
export function distinctNames(alone: boolean): (path: string, id: string) => string {
  const taken = new Set<string>();
  return (path, id) => {
    const plain = `${safe(stem(path))}-${safe(id)}`;
    return unused(alone ? plain : `${plain}-${markOf(path, id)}`, taken);
  };
}

/** Returns a short hash of a plan's path and an element; it doesn't depend on the other plans of the run. */
export function markOf(path: string, id: string): string {
  return sha256(`${path}\0${id}`).slice(0, 12);
}

/** Returns `name`, with a number added if it is taken. Ignores case, because some file systems do. */
function unused(name: string, taken: Set<string>): string {
  let free = name;
  for (let n = 2; taken.has(free.toLowerCase()); n++) free = `${name}-${n}`;
  taken.add(free.toLowerCase());
  return free;
}

/**
 * Draws and writes `assets`. Throws a UsageError if a drawing would overwrite a plan, another file that sitecam may
 * read, or one of the reports (`others`).
 */
export async function writeAssets(
  assets: readonly Asset[],
  others: readonly string[],
  io: Io,
  locale: Locale,
): Promise<void> {
  const [{ drawingOf }, { svgOf }, { writeDrawing }] = await Promise.all([
    import('../../draw/model.js'),
    import('../../draw/svg.js'),
    import('./replaceable.js'),
  ]);
  for (const { of: report, level, file } of assets) {
    if (others.includes(file) || report.files.some(({ path }) => path === file)) {
      throw new UsageError({
        zh: `图不能写入“${file}”：该文件是设计图或者另一份报告。请为 --assets 另取文件夹。`,
        en: `a drawing can't be written to '${file}', which is a plan or another report; give --assets another folder.`,
      });
    }
    await writeDrawing(file, svgOf(drawingOf(report, level), { locale }), io);
  }
}

/**
 * Returns links to the drawings of `one`, a report or a pair of plans. They are relative to the folder of the report
 * at `file`, or to the current folder if `file` is undefined.
 */
export function picturesOf<Of>(assets: readonly Asset<Of>[], one: Of, file: string | undefined): LevelPicture[] {
  return assets
    .filter(({ of }) => of === one)
    .map(({ level, file: asset }) => ({
      level,
      href: encodedPath(file === undefined ? asset : posix.relative(posix.dirname(file), asset)),
    }));
}

/** Returns `path` as a link target, percent-encoded; so are parentheses, which would end a link in Markdown. */
function encodedPath(path: string): string {
  return path
    .split('/')
    .map((segment) => encodeURIComponent(segment).replace(/[!'()*]/g, (mark) => `%${mark.charCodeAt(0).toString(16)}`))
    .join('/');
}
