// Reports in a folder, one file for each plan.
import { posix } from 'node:path';
import { sha256 } from '../../base/hash.js';
import { safe, stem } from '../../host/plans/stem.js';
import type { Locale } from '../../i18n/locale.js';
import type { ReportInput } from '../../lint/types.js';
import type { Output } from './outputs.js';

/** Endings of the files of formats that may be written to a folder, one file for each plan. */
const ENDINGS: Readonly<Partial<Record<Output['name'], string>>> = { html: 'html', opinion: 'html' };

/**
 * One output of `lint` and the results that it contains: of all plans, or of a single plan if there is a file for each.
 */
export interface OneReport extends Output {
  readonly input: ReportInput;
}

/**
 * Returns the report on each plan with its file, named after the plan, if the output is a folder (`html=pages/`);
 * else the report as it is. If several plans have the same name, their files' names begin with that of the plan's
 * folder or, if that is the same too, end with a short hash of the path.
 */
export function oneEach(output: Output, input: ReportInput): OneReport[] {
  const { name, file } = output;
  const ending = ENDINGS[name];
  if (ending === undefined || file === undefined || !file.endsWith('/')) return [{ ...output, input }];
  const names = input.results.map(({ path }) => namesOf(path));
  const isAlone = (at: number, n: number) =>
    input.shard === undefined &&
    names.every((other, m) => m === n || other[at]?.toLowerCase() !== names[n][at]?.toLowerCase());
  return input.results.map((result, n) => {
    const unique = names[n].find((_, at) => isAlone(at, n)) ?? `${names[n][0]}-${sha256(result.path).slice(0, 12)}`;
    return { name, input: { ...input, results: [result] }, file: posix.join(file, `${unique}.${ending}`) };
  });
}

/** Plans of a page that a browser still opens in a few seconds: some 100 KB each. Chosen by sitecam. */
const MOST_ON_A_PAGE = 200;

/**
 * Returns the advice to write a page for each plan, if one page of all `plans` plans is too large for browsers;
 * undefined if it isn't, or if the output is no page in a file.
 */
export function pageAdvice({ name, file }: Output, plans: number, locale: Locale): string | undefined {
  if (name !== 'html' || file === undefined || plans <= MOST_ON_A_PAGE) return undefined;
  const folder = file.replace(/(?:\.html?)?$/i, '/');
  return locale === 'en'
    ? `sitecam: ${file} holds ${plans} plans, and browsers open it slowly or not at all; -f html=${folder} writes a page for each plan.\n`
    : `sitecam：${file}合有${plans}份图，浏览器打开很慢甚至打不开；-f html=${folder} 每份图写一个文件。\n`;
}

/** Returns the names that a file made from a plan may have: that of the plan, and with that of its folder before it. */
function namesOf(path: string): readonly [plain: string, ...string[]] {
  const plain = safe(stem(path));
  const folder = path.split(/[/\\]/).at(-2);
  return folder === undefined || folder === '' ? [plain] : [plain, `${safe(folder)}-${plain}`];
}
