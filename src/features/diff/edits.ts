// Sentences on edits: what was edited, and how, in the words of reports.
import { type Ring, ringArea } from '../../geometry/index.js';
import type { Point } from '../../geometry/types.js';
import { inBoth, joined } from '../../i18n/catalogue.js';
import { quoted } from '../../i18n/list.js';
import { type Localized, render, verbatim } from '../../i18n/locale.js';
import { metres, plainFigure, squareMetres } from '../../i18n/number.js';
import { zoneKind } from '../../law/lookup.js';
import type { Pack } from '../../law/types.js';
import { keyName, valueText } from '../../lint/notes/values.js';
import type { Report } from '../../lint/types.js';
import { DEVICE_NAMES } from '../../plan/device-names.js';
import { deviceKind, OPENING_NAMES, openingKind } from '../../plan/kinds.js';
import { factValue } from '../../plan/project/names.js';
import { unitsPerMetre } from '../../plan/read/units.js';
import { plainText } from '../../render/escape.js';
import { BY_KIND } from './compare/element.js';
import {
  type Compared,
  type Displacement,
  type Edit,
  ELEMENT_KINDS,
  type ElementKind,
  type FactEdit,
  type HeadingChange,
  type KeyChange,
} from './compare/types.js';
import { mainReport } from './input.js';
import { ELEMENTS, GROUPS, t } from './texts.js';

/** Returns a text from a plan as it is, on one line. */
export function plain(text: string): Localized {
  return verbatim(plainText(text));
}

/** Returns the short name of what an edit is about: 设备“C1” / device 'C1'. */
export function editName(edit: Edit): Localized {
  return edit.of === 'fact'
    ? t.factName({ group: GROUPS[edit.group], path: plain(edit.path) })
    : t.elementName({ element: ELEMENTS[edit.element], id: quoted(plainText(edit.id)) });
}

/** Returns what an edit is about: its {@link editName}, and an element's name and kind in brackets. */
export function editSubject(edit: Edit, pack: Pack): Localized {
  if (edit.of === 'fact') return editName(edit);
  const { id, name, kind, element } = edit;
  const more = [
    ...(name === undefined || name === id ? [] : [quoted(plainText(name))]),
    ...(kind === undefined ? [] : [kindText(kind, element, pack)]),
  ];
  return more.length === 0 ? editName(edit) : t.brackets({ text: editName(edit), more: joined(more, t.comma) });
}

/** Returns what an edit changed, in words: 增加；移位1.20米；转向顺时针15°；俯角（tilt）：20 → 25. */
export function editText(edit: Edit, compared: Compared): Localized {
  const { pack } = mainReport(compared);
  if (edit.of === 'fact') return factText(edit, pack);
  if (edit.change === 'added') return t.elementAdded;
  if (edit.change === 'removed') return t.elementRemoved;
  const parts = [
    ...(edit.was === undefined ? [] : [t.renamed({ id: quoted(plainText(edit.was)) })]),
    ...(edit.moved === undefined ? [] : [movedText(edit.moved, compared)]),
    ...edit.turned.map(turnedText),
    ...edit.keys.map((change) => keyText(change, edit.element, pack)),
  ];
  return joined(parts, t.stop);
}

/** Returns how many edits there are of each kind: 设备：增加1，移位2. */
export function editCounts(edits: readonly Edit[]): Localized {
  const ways = { added: t.elementAdded, removed: t.elementRemoved, changed: t.elementChanged };
  const elements = ELEMENT_KINDS.flatMap((element) => {
    const counts = (['added', 'removed', 'changed'] as const).flatMap((way) => {
      const n = edits.filter((edit) => edit.of === 'element' && edit.element === element && edit.change === way).length;
      return n === 0 ? [] : [t.wayCount({ way: ways[way], n })];
    });
    return counts.length === 0 ? [] : [t.elementCount({ element: ELEMENTS[element], counts: joined(counts, t.pause) })];
  });
  const n = edits.filter(({ of }) => of === 'fact').length;
  return joined([...elements, ...(n === 0 ? [] : [t.factCount({ n })])], t.stop);
}

function movedText({ distance, from, to }: Displacement, { old, new: now }: Compared): Localized {
  const way = t.moved({ way: metres(distance) });
  // If the whole plan was shifted too, the coordinates would give another distance than that relative to its
  // neighbours.
  if (Math.abs(Math.hypot(to[0] - from[0], to[1] - from[1]) - distance) >= 0.005) return way;
  const place = (point: Point, report: Report | undefined) => {
    const { coordinates = 'metres' } = report?.site ?? {};
    const per = coordinates === 'wgs84' ? 1 : unitsPerMetre(coordinates);
    return `(${point.map((value) => plainFigure(value * per)).join(', ')})`;
  };
  return joined([way, t.arrow({ from: place(from, old), to: place(to, now) })], t.comma);
}

function turnedText({ sensor, by, from, to }: HeadingChange): Localized {
  return (by > 0 ? t.clockwise : t.anticlockwise)({
    sensor: sensor === undefined ? '' : t.sensor({ n: sensor }),
    angle: `${plainFigure(Math.abs(by))}°`,
    bearings: t.arrow({ from: `${plainFigure(from)}°`, to: `${plainFigure(to)}°` }),
  });
}

function keyText({ key, from, to }: KeyChange, element: ElementKind, pack: Pack): Localized {
  const shapes = shapeText(key, from, to);
  if (shapes !== undefined) return shapes;
  const text = (value: unknown) =>
    key === 'kind' && typeof value === 'string' ? kindText(value, element, pack) : keyValueText(value, key, pack);
  return t.keyArrow({ key: keyName(key), from: text(from), to: text(to) });
}

/**
 * Returns the change of an outline by its area, of a line by its length, of masks by their number: the figures of all
 * corners would tell a reader nothing. Undefined for other keys.
 */
function shapeText(key: string, from: unknown, to: unknown): Localized | undefined {
  if (key === 'polygon' && isRings(from) && isRings(to)) {
    const area = ([outer = [], ...holes]: readonly Ring[]) =>
      squareMetres(Math.abs(ringArea(outer)) - holes.reduce((sum, ring) => sum + Math.abs(ringArea(ring)), 0));
    return t.outline({ from: area(from), to: area(to) });
  }
  if (key === 'line' && isRing(from) && isRing(to)) {
    const length = (line: Ring) =>
      metres(line.slice(1).reduce((sum, [x, y], n) => sum + Math.hypot(x - line[n][0], y - line[n][1]), 0));
    return t.line({ from: length(from), to: length(to) });
  }
  if (key !== 'masks') return undefined;
  const [before, after] = [from, to].map((value) => (Array.isArray(value) ? value.length : 0));
  return before === after ? t.masksChanged({ n: after }) : t.masks({ from: before, to: after });
}

function isRings(value: unknown): value is readonly Ring[] {
  return Array.isArray(value) && value.every(isRing);
}

function isRing(value: unknown): value is Ring {
  const isPoint = (point: unknown) =>
    Array.isArray(point) && point.length === 2 && point.every((one) => typeof one === 'number');
  return Array.isArray(value) && value.every(isPoint);
}

/** Returns the edit of a fact: an item of a list was added or removed, else a value changed. */
function factText({ group, path, from, to }: FactEdit, pack: Pack): Localized {
  const text = (value: unknown) =>
    (group === 'project' ? projectValue(value, path) : undefined) ?? valueText(value, path, pack);
  if (!path.endsWith(']') || (from !== undefined && to !== undefined))
    return t.arrow({ from: text(from), to: text(to) });
  return from === undefined ? t.itemAdded({ value: text(to) }) : t.itemRemoved({ value: text(from) });
}

/** Returns a fact of the project's documents in the words of verdicts; undefined for other values. */
function projectValue(value: unknown, path: string): Localized | undefined {
  const isFact =
    typeof value === 'string' ||
    typeof value === 'number' ||
    typeof value === 'boolean' ||
    (Array.isArray(value) && value.every((one) => typeof one === 'string'));
  if (!isFact) return undefined;
  const text = factValue({ path: path.slice('project.'.length), value });
  return inBoth((locale) => plainText(render(text, locale)));
}

/** Returns the value of an element's key as {@link valueText} does; a missing one as its default, which has the same effect. */
function keyValueText(value: unknown, key: string, pack: Pack): Localized {
  const last = key.split('.').at(-1) ?? '';
  if (value === undefined && BY_KIND.has(last)) return t.byKind;
  return valueText(value ?? member(DEFAULTS, last), key, pack);
}

const DEFAULTS: Readonly<Record<string, unknown>> = {
  material: 'opaque',
  status: 'planned',
  form: 'fixed',
  limits: 'software',
  ...Object.fromEntries(
    ['normallyOpen', 'film', 'fixed', 'important', 'secondary', 'designated', 'locked'].map((flag) => [flag, false]),
  ),
};

/** Returns the name of a kind of element; an unknown kind as the plan writes it. */
function kindText(kind: string, element: ElementKind, pack: Pack): Localized {
  const device = element === 'device' ? deviceKind(kind) : undefined;
  if (device !== undefined) return DEVICE_NAMES[device];
  const opening = element === 'opening' ? openingKind(kind) : undefined;
  if (opening !== undefined) return OPENING_NAMES[opening];
  return (element === 'zone' ? zoneKind(pack, kind)?.name : undefined) ?? plain(kind);
}

function member<T>(table: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined;
}
