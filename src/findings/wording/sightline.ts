// Evidence in words: sight lines, coverage and grazes.

import { joined } from '../../i18n/catalogue.js';
import { quoted } from '../../i18n/list.js';
import { type Localized, verbatim } from '../../i18n/locale.js';
import { metres, percent, pixelDensity, squareMetres } from '../../i18n/number.js';
import type { LintVerdict, Report } from '../../lint/types.js';
import { pointText } from '../../plan/check/coordinates.js';
import { directoryOf } from '../../plan/directory.js';
import { OPENING_NAMES } from '../../plan/kinds.js';
import type { Site } from '../../plan/model.js';
import { plainText } from '../../render/escape.js';
import type { Evidence } from '../../rules/verdict.js';
import { t } from '../texts.js';

function openingText(site: Site, id: string): Localized {
  const opening = directoryOf(site).openings.get(id);
  const name = quoted(plainText(id));
  return opening === undefined ? name : t.named({ id: OPENING_NAMES[opening.kind], name });
}

/**
 * Returns the sight line: camera → openings → witness point, with distance, density, area and depth; undefined if there
 * is none.
 */
export function sightLineText(report: Report, evidence: Evidence | undefined): Localized | undefined {
  const line = evidence?.sightLine;
  if (line === undefined) return undefined;
  const worst = line.points.at(-1);
  const way = [
    quoted(plainText(line.device)),
    ...line.openings.map((id) => openingText(report.site, id)),
    ...(worst === undefined ? [] : [t.worstPoint({ point: pointText(report.site, worst) })]),
  ];
  return joined([joined(way, t.arrow), figures(line)], t.semicolon);
}

/**
 * Returns the figures of a sight line. Density (px/m) is that at the witness point; a rule's message may give the
 * largest anywhere in the region.
 */
function figures({ distance, density, area, depth }: NonNullable<Evidence['sightLine']>): Localized {
  const parts = [t.distance({ value: metres(distance) })];
  if (density !== undefined) parts.push(t.density({ value: pixelDensity(density) }));
  if (area !== undefined) parts.push(t.area({ value: squareMetres(area) }));
  if (depth !== undefined) parts.push(t.depth({ value: metres(depth) }));
  return joined(parts, t.comma);
}

/** Returns coverage against its threshold and the largest blind area; undefined if there is no coverage. */
export function coverageText(evidence: Evidence | undefined): Localized | undefined {
  const coverage = evidence?.coverage;
  if (coverage === undefined) return undefined;
  const { fraction, threshold, area, covered } = coverage;
  const blind = evidence?.uncovered?.[0]?.area;
  return t.coverage({
    fraction: percent(fraction, threshold),
    area: squareMetres(area),
    covered: squareMetres(covered),
    threshold: percent(threshold, undefined, 0),
    blind: blind === undefined ? verbatim('') : t.blind({ area: squareMetres(blind) }),
  });
}

/** Returns the sight line as a sentence of its own; undefined if there is none. */
export function sightSentence({ evidence }: LintVerdict, report: Report): Localized | undefined {
  const text = sightLineText(report, evidence);
  if (text === undefined) return undefined;
  // A sound has no density: it travels along a path, not a line of sight.
  return evidence?.sightLine?.density === undefined ? t.path({ text }) : t.sightLine({ text });
}

/**
 * Returns the coverage as a sentence of its own. Undefined if there is none, or if the verdict's text `said` gives the
 * figure already.
 */
export function coverageSentence({ evidence }: LintVerdict, said: Localized): Localized | undefined {
  const text = coverageText(evidence);
  const coverage = evidence?.coverage;
  if (text === undefined || coverage === undefined) return undefined;
  return said.zh.includes(percent(coverage.fraction, coverage.threshold)) ? undefined : t.measured({ text });
}

/** Returns the words on `grazes` slight views into the zone that are no findings. */
export function grazesText(grazes: number): Localized {
  return t.grazes({ n: grazes });
}

/** Returns all evidence of a verdict on one line; undefined if it has none. */
export function evidenceText({ evidence }: LintVerdict, report: Report): Localized | undefined {
  const grazes = evidence?.grazes ?? 0;
  const parts = [
    sightLineText(report, evidence),
    coverageText(evidence),
    grazes === 0 ? undefined : t.besides({ text: grazesText(grazes) }),
  ].filter((part) => part !== undefined);
  return parts.length === 0 ? undefined : joined(parts, t.semicolon);
}
