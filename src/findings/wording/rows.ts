// Words on folds: how many verdicts the one in full stands for, and the table of those.

import { joined } from '../../i18n/catalogue.js';
import { quoted } from '../../i18n/list.js';
import { type Localized, verbatim } from '../../i18n/locale.js';
import { percent, pixelDensity, squareMetres } from '../../i18n/number.js';
import type { LintVerdict, Report } from '../../lint/types.js';
import { plainText } from '../../render/escape.js';
import { type Fold, type RowFigures, rowFigures } from '../groups.js';
import { t } from '../texts.js';
import { zoneOf } from './subject.js';

/** Most places that the sentence on a fold names. */
const MOST_NAMED = 3;

/** Returns the sentence on the rows of a fold: how many, and the first few places. Empty if there are none. */
export function rowsSentences({ first, rows }: Fold, report: Report): Localized[] {
  if (rows.length === 0) return [];
  const places = placesText(rows, report);
  const n = rows.length;
  if (first.tainted !== undefined) return [t.undecidedRows({ n, places })];
  return [(first.outcome === 'pass' ? t.passRows : t.findingRows)({ n, places })];
}

/** Returns {@link rowsSentences} for a format that doesn't list the rows, with a sentence that says where they are listed. */
export function rowsElsewhere(fold: Fold, report: Report): Localized[] {
  return rowsSentences(fold, report).flatMap((sentence) => [sentence, t.rowsElsewhere]);
}

/** Returns the names of the first few zones that verdicts are about, in quotes: “101”、“102”、“103”等. */
export function placesText(verdicts: readonly LintVerdict[], report: Report): Localized {
  const names = verdicts.slice(0, MOST_NAMED).map((verdict) => placeText(verdict, report));
  const places = joined(names, t.and);
  return verdicts.length > MOST_NAMED ? t.andOthers({ plans: places }) : places;
}

/** Returns the zone that a verdict is about by its name; else what its subject names. */
function placeText({ subject }: LintVerdict, { site }: Report): Localized {
  const zone = zoneOf(subject, site);
  return quoted(plainText(zone?.name ?? zone?.id ?? subject.slice(subject.indexOf('>') + 1)));
}

/** A figure of rows: its head in a table, its text there, and that text in a sentence. */
interface Figure {
  readonly name: keyof RowFigures;
  readonly head: Localized;
  readonly text: (value: number) => Localized;
  readonly named: (values: { readonly value: Localized }) => Localized;
}

const FIGURES: readonly Figure[] = [
  { name: 'area', head: t.areaHead, text: (value) => squareMetres(value), named: t.area },
  { name: 'density', head: t.densityHead, text: (value) => pixelDensity(value), named: t.densityAtWorst },
  { name: 'covered', head: t.coveredHead, text: (value) => verbatim(percent(value)), named: t.coveredBy },
];

const MISSING = verbatim('—');

/** Returns the columns of figures that any of `verdicts`, one a row, has: heads, and the cells of each row. */
export function figureColumns(verdicts: readonly LintVerdict[]): {
  readonly heads: readonly Localized[];
  readonly cells: readonly (readonly Localized[])[];
} {
  const figures = verdicts.map(rowFigures);
  const columns = FIGURES.filter(({ name }) => figures.some((one) => one[name] !== undefined));
  return {
    heads: columns.map(({ head }) => head),
    cells: figures.map((one) =>
      columns.map(({ name, text }) => {
        const value = one[name];
        return value === undefined ? MISSING : text(value);
      }),
    ),
  };
}

/** Returns the figures of a row on one line: 面积0.65平方米，最不利点像素密度229像素/米; undefined if it has none. */
export function figuresText(verdict: LintVerdict): Localized | undefined {
  const figures = rowFigures(verdict);
  const parts = FIGURES.flatMap(({ name, text, named }) => {
    const value = figures[name];
    return value === undefined ? [] : [named({ value: text(value) })];
  });
  return parts.length === 0 ? undefined : joined(parts, t.comma);
}
