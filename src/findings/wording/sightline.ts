// Evidence in words: sight lines, coverage and grazes.
import type { Point } from '../../geometry/types.js';
import { quote } from '../../i18n/list.js';
import { inLocale, type Locale } from '../../i18n/locale.js';
import { fixed, metres, percent, pixelDensity, squareMetres } from '../../i18n/number.js';
import type { LintVerdict, Report } from '../../lint/types.js';
import { directoryOf } from '../../plan/directory.js';
import type { Site } from '../../plan/model.js';
import { plainText } from '../../render/escape.js';
import type { Evidence } from '../../rules/verdict.js';
import { OPENINGS } from './terms.js';

/**
 * Returns `point` in the coordinates of the plan's file if those are metres; else in metres east and north of its
 * origin.
 */
export function pointText(site: Site, [x, y]: Point, locale: Locale): string {
  if (site.coordinates === 'wgs84') {
    return locale === 'en'
      ? `(${fixed(x, 2)} m east, ${fixed(y, 2)} m north of the origin)`
      : `（原点以东${fixed(x, 2)}米、以北${fixed(y, 2)}米）`;
  }
  const [east, north] = [fixed(x + site.shift[0], 2), fixed(y + site.shift[1], 2)];
  return locale === 'en' ? `(${east}, ${north})` : `（${east}，${north}）`;
}

function openingText(site: Site, id: string, locale: Locale): string {
  const opening = directoryOf(site).openings.get(id);
  const name = quote(plainText(id), locale);
  if (opening === undefined) return name;
  const kind = inLocale(OPENINGS[opening.kind], locale);
  return locale === 'en' ? `${kind} ${name}` : `${kind}${name}`;
}

/**
 * Returns the sight line: camera → openings → witness point, with distance, density, area and depth; undefined if there
 * is none.
 */
export function sightLineText(report: Report, evidence: Evidence | undefined, locale: Locale): string | undefined {
  const line = evidence?.sightLine;
  if (line === undefined) return undefined;
  const worst = line.points.at(-1);
  const way = [
    quote(plainText(line.device), locale),
    ...line.openings.map((id) => openingText(report.site, id, locale)),
    ...(worst === undefined
      ? []
      : [`${locale === 'en' ? 'worst point ' : '最不利点'}${pointText(report.site, worst, locale)}`]),
  ].join(locale === 'en' ? ' → ' : '→');
  return `${way}${locale === 'en' ? '; ' : '；'}${figures(line, locale)}`;
}

/**
 * Returns the figures of a sight line. Density (px/m) is that at the witness point; a rule's message may give the
 * largest anywhere in the region.
 */
function figures(line: NonNullable<Evidence['sightLine']>, locale: Locale): string {
  const [distance, density, area, depth] =
    locale === 'en' ? ['distance ', 'there ', 'area ', 'depth '] : ['距离', '该点像素密度', '面积', '深'];
  const parts = [`${distance}${inLocale(metres(line.distance), locale)}`];
  if (line.density !== undefined) parts.push(`${density}${inLocale(pixelDensity(line.density), locale)}`);
  if (line.area !== undefined) parts.push(`${area}${inLocale(squareMetres(line.area), locale)}`);
  if (line.depth !== undefined) parts.push(`${depth}${inLocale(metres(line.depth), locale)}`);
  return parts.join(locale === 'en' ? ', ' : '，');
}

/** Returns coverage against its threshold and the largest blind area; undefined if there is no coverage. */
export function coverageText(evidence: Evidence | undefined, locale: Locale): string | undefined {
  const coverage = evidence?.coverage;
  if (coverage === undefined) return undefined;
  const { fraction, threshold, area, covered } = coverage;
  const blind = evidence?.uncovered?.[0]?.area;
  const blindText = blind === undefined ? undefined : inLocale(squareMetres(blind), locale);
  if (locale === 'en') {
    const tail = blindText === undefined ? '' : `; largest blind area ${blindText}`;
    return `coverage ${percent(fraction, threshold)} of ${squareMetres(area).en} (${squareMetres(covered).en}), sitecam's threshold ${percent(threshold, undefined, 0)} (not the law's)${tail}`;
  }
  const tail = blindText === undefined ? '' : `；最大盲区${blindText}`;
  return `覆盖率${percent(fraction, threshold)}，即${squareMetres(covered).zh}／${squareMetres(area).zh}，本工具设定值${percent(threshold, undefined, 0)}，非法定${tail}`;
}

/** Returns the sight line as a sentence of its own; undefined if there is none. */
export function sightSentence({ evidence }: LintVerdict, report: Report, locale: Locale): string | undefined {
  const text = sightLineText(report, evidence, locale);
  if (text === undefined) return undefined;
  // A sound has no density: it travels along a path, not a line of sight.
  const seen = evidence?.sightLine?.density !== undefined;
  if (locale === 'en') return `${seen ? 'Sight line' : 'Path'}: ${text}.`;
  return `${seen ? '视线' : '路径'}：${text}。`;
}

/**
 * Returns the coverage as a sentence of its own. Undefined if there is none, or if the verdict's text `said` gives the
 * figure already.
 */
export function coverageSentence({ evidence }: LintVerdict, said: string, locale: Locale): string | undefined {
  const text = coverageText(evidence, locale);
  const coverage = evidence?.coverage;
  if (text === undefined || coverage === undefined) return undefined;
  if (said.includes(percent(coverage.fraction, coverage.threshold))) return undefined;
  return locale === 'en' ? `Measured: ${text}.` : `量算：${text}。`;
}

/** Returns the words on `grazes` slight views into the zone that are no findings. */
export function grazesText(grazes: number, locale: Locale): string {
  return locale === 'en'
    ? `${grazes} slight views only with a door or curtain open, by sitecam's parameters (not the law's) not made findings`
    : `仅在门、帘开启时的轻微掠视${grazes}处，按本工具参数（非法定）未列为问题`;
}

/** Returns all evidence of a verdict on one line; undefined if it has none. */
export function evidenceText({ evidence }: LintVerdict, report: Report, locale: Locale): string | undefined {
  const grazes = evidence?.grazes ?? 0;
  const parts = [
    sightLineText(report, evidence, locale),
    coverageText(evidence, locale),
    grazes === 0 ? undefined : `${locale === 'en' ? '' : '另有'}${grazesText(grazes, locale)}`,
  ].filter((part) => part !== undefined);
  return parts.length === 0 ? undefined : parts.join(locale === 'en' ? '; ' : '；');
}
