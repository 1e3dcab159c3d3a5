// Texts and tables of areas that are seen more or less.
import { quote } from '../../../i18n/list.js';
import { inLocale, type Locale, say } from '../../../i18n/locale.js';
import { fixed, plainFigure, squareMetres } from '../../../i18n/number.js';
import type { TextTable } from '../../../render/document.js';
import { plainText } from '../../../render/escape.js';
import type { AreaChange } from '../compare/types.js';
import { DIFF_TEXTS } from './words.js';

/** Returns one sentence on how much more and less is seen in all; `what` names what is seen. [] without changes. */
export function areaNote(changes: readonly AreaChange[], locale: Locale, what: string): string[] {
  if (changes.length === 0) return [];
  const sum = (of: 'gained' | 'lost') => changes.reduce((all, one) => all + one[of], 0);
  const area = (value: number) => inLocale(squareMetres(value), locale);
  const [gained, lost] = [sum('gained'), sum('lost')];
  const parts = [
    ...(gained === 0 ? [] : [say(locale, `增加${area(gained)}`, `${area(gained)} gained`)]),
    ...(lost === 0 ? [] : [say(locale, `减少${area(lost)}`, `${area(lost)} lost`)]),
  ];
  return [say(locale, `${what}：${parts.join('，')}。`, `${what}: ${parts.join(', ')}.`)];
}

/** Returns a table with a row for each zone and level. */
export function areasTable(changes: readonly AreaChange[], locale: Locale): TextTable {
  const signed = (sign: string, value: number) =>
    value === 0 ? '—' : `${sign}${inLocale(squareMetres(value), locale)}`;
  return {
    head: [
      DIFF_TEXTS.zone,
      DIFF_TEXTS.level,
      DIFF_TEXTS.density,
      DIFF_TEXTS.gained,
      DIFF_TEXTS.lost,
      DIFF_TEXTS.before,
      DIFF_TEXTS.after,
    ].map((word) => inLocale(word, locale)),
    rows: changes.map((one) => [
      zoneText(one, locale),
      plainText(one.level),
      densityText(one, locale),
      signed('+', one.gained),
      signed('−', one.lost),
      partText(one.seen.old, one.area.old, locale),
      partText(one.seen.new, one.area.new, locale),
    ]),
  };
}

/** Returns a change on one line: 大厅：减少4.92平方米（原可视35.45/36.00平方米，现30.54/36.00平方米；25像素/米）. */
export function areaText(one: AreaChange, locale: Locale): string {
  const area = (value: number) => inLocale(squareMetres(value), locale);
  const parts = [
    ...(one.gained === 0 ? [] : [say(locale, `增加${area(one.gained)}`, `gained ${area(one.gained)}`)]),
    ...(one.lost === 0 ? [] : [say(locale, `减少${area(one.lost)}`, `lost ${area(one.lost)}`)]),
  ];
  const [before, after] = [partText(one.seen.old, one.area.old, locale), partText(one.seen.new, one.area.new, locale)];
  const density = densityText(one, locale);
  return say(
    locale,
    `${zoneText(one, locale)}：${parts.join('，')}（原可视${before}，现${after}；${density}）`,
    `${zoneText(one, locale)}: ${parts.join(', ')} (saw ${before}, sees ${after}; ${density})`,
  );
}

/** Returns the area seen and the whole area: 35.45/36.00平方米. */
function partText(seen: number, all: number, locale: Locale): string {
  return `${fixed(seen, 2)}/${inLocale(squareMetres(all), locale)}`;
}

function zoneText({ zone, name }: AreaChange, locale: Locale): string {
  const id = plainText(zone);
  if (name === undefined || name === zone) return id;
  const known = quote(plainText(name), locale);
  return say(locale, `${id}${known}`, `${id} ${known}`);
}

function densityText({ density: { old, new: now }, asked }: AreaChange, locale: Locale): string {
  const figures = [...new Set([old, now].flatMap((value) => (value === undefined ? [] : [plainFigure(value)])))].join(
    ' → ',
  );
  const text = say(locale, `${figures}像素/米`, `${figures} px/m`);
  return asked ? text : say(locale, `${text}，未设指标`, `${text}, no criterion`);
}
