// Sentences on elements, places and figures, which the record and its summary share.

import { joined } from '../../i18n/catalogue.js';
import { quoted } from '../../i18n/list.js';
import { type Localized, verbatim } from '../../i18n/locale.js';
import { fixed } from '../../i18n/number.js';
import { locate } from '../../source/place/locate.js';
import type { SourceFile } from '../../source/types.js';
import type { ChangedElement, ImportedElement, ImportKeyChange } from '../reimport/compare.js';
import type { IdMention } from '../reimport/mentions.js';
import type { Displaced, Redrawn } from '../reimport/reimport.js';
import type { SourceSpot } from './places.js';
import { t } from './texts.js';

/** Returns a place as text: `unit.geojson:12:5`, or with pointer or handle if the file has no lines. */
export function sourceSpotText({ path, pointer, line, column }: SourceSpot): string {
  if (line !== undefined && column !== undefined) return `${path}:${line}:${column}`;
  return pointer === '' ? path : `${path}#${pointer}`;
}

/** Returns `text` with the number of cases that it stands for, if there are several. */
export function countedText(text: Localized, count: number): Localized {
  return count === 1 ? text : t.entries({ text, n: count });
}

/** Returns an element as text: `r1（“101”，office，F1）`. */
export function elementName({ id, name, kind, level }: ImportedElement): Localized {
  const about = [...(name === undefined ? [] : [quoted(name)]), ...[kind ?? [], level].flat().map(verbatim)];
  return t.named({ id: verbatim(id), about: joined(about, t.between) });
}

/** Returns a change as text: `r1：类型 office→store，移动0.35米`. */
export function changeText({ id, keys, moved, area, drawn }: ChangedElement): Localized {
  const parts = [
    ...keys.map(keyText),
    ...(drawn === undefined ? [] : [drawn ? t.drawn : t.undrawn]),
    ...(moved === undefined ? [] : [t.moved({ by: fixed(moved, 2) })]),
    ...(area === undefined ? [] : [t.area({ from: fixed(area[0], 1), to: fixed(area[1], 1) })]),
  ];
  return t.turned({ id: verbatim(id), parts: joined(parts, t.between) });
}

const KEYS: Readonly<Record<string, Localized>> = {
  kind: t['key-kind'],
  name: t['key-name'],
  level: t['key-level'],
  levels: t['key-levels'],
  kindUnknown: t['key-kindUnknown'],
};

function keyText({ key, from, to }: ImportKeyChange): Localized {
  const name = Object.hasOwn(KEYS, key) ? KEYS[key] : verbatim(key);
  return t.key({ name, from: valueText(from), to: valueText(to) });
}

function valueText(value: unknown): Localized {
  if (value === undefined) return t.none;
  return typeof value === 'string' ? quoted(value) : verbatim(JSON.stringify(value));
}

/**
 * Returns as text an override whose element has moved (`plan.yaml:14:3  r1，改写（overrides），移动3.20米`) or is now on another
 * level.
 */
export function displacedText({ mention, by }: Displaced, files: readonly SourceFile[]): Localized {
  const text = orphanText(mention, files);
  return joined([text, by === undefined ? t.otherLevel : t.moved({ by: fixed(by, 2) })], t.between);
}

/** Returns as text an override that hides what has changed in the source: `plan.yaml:14:3  r1，改写（overrides），类型“other”→“restroom”`. */
export function redrawnText({ mention, keys }: Redrawn, files: readonly SourceFile[]): Localized {
  return joined([orphanText(mention, files), ...keys.map(keyText)], t.between);
}

/** Returns a mention of a vanished element as text: `plan.yaml:14:3  r1，改写（overrides）`. */
export function orphanText({ id, as, place }: IdMention, files: readonly SourceFile[]): Localized {
  const file = files.find(({ path }) => path === place.path);
  const start = file && locate(file, place).start;
  const where = start === undefined ? place.path : `${place.path}:${start.line}:${start.column}`;
  return t[`at-${as}`]({ where: verbatim(where), id: verbatim(id) });
}
