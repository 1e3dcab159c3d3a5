// Texts of edits: what was edited, and how.
import { type Ring, ringArea } from '../../../geometry/index.js';
import { quote } from '../../../i18n/list.js';
import { inLocale, type Locale, say } from '../../../i18n/locale.js';
import { metres, plainFigure, squareMetres } from '../../../i18n/number.js';
import type { Pack } from '../../../law/types.js';
import { plainText } from '../../../render/escape.js';
import {
  type Displacement,
  type Edit,
  ELEMENT_KINDS,
  type ElementEdit,
  type FactEdit,
  type HeadingChange,
  type KeyChange,
} from '../compare/types.js';
import { keyName } from './keys.js';
import { keyValueText, kindText, projectValue, valueText } from './values.js';
import { ELEMENT_LABELS, FACT_GROUP_LABELS } from './words.js';

/** Returns the short name of what an edit is about: 设备“C1” / device 'C1'. */
export function editName(edit: Edit, locale: Locale): string {
  // In English the path already names the group: site.categories, waivers, parameters.
  if (edit.of === 'fact') {
    const path = plainText(edit.path);
    return say(locale, `${FACT_GROUP_LABELS[edit.group].zh} ${path}`, path);
  }
  const id = quote(plainText(edit.id), locale);
  const what = inLocale(ELEMENT_LABELS[edit.element], locale);
  return say(locale, `${what}${id}`, `${what} ${id}`);
}

/** Returns the same with name and kind of the element. */
export function editSubject(edit: Edit, pack: Pack, locale: Locale): string {
  if (edit.of === 'fact') return editName(edit, locale);
  const kind = edit.kind === undefined ? undefined : kindText(edit.kind, edit.element, pack, locale);
  const name = edit.name === undefined || edit.name === edit.id ? undefined : quote(plainText(edit.name), locale);
  const rest = [name, kind].filter((one) => one !== undefined);
  if (rest.length === 0) return editName(edit, locale);
  return say(
    locale,
    `${editName(edit, locale)}（${rest.join('，')}）`,
    `${editName(edit, locale)} (${rest.join(', ')})`,
  );
}

/** Returns what was done: 增加；移位1.20米；转向顺时针15°；俯角（tilt）：20 → 25. */
export function editText(edit: Edit, pack: Pack, locale: Locale): string {
  if (edit.of === 'fact') return factText(edit, pack, locale);
  if (edit.change === 'added') return say(locale, '增加', 'added');
  if (edit.change === 'removed') return say(locale, '删除', 'removed');
  const parts = [
    ...(edit.was === undefined ? [] : [renamedText(edit.was, locale)]),
    ...(edit.moved === undefined ? [] : [movedText(edit.moved, locale)]),
    ...edit.turned.map((turn) => turnedText(turn, locale)),
    ...edit.keys.map((change) => keyText(change, edit.element, pack, locale)),
  ];
  return parts.join(say(locale, '；', '; '));
}

function renamedText(was: string, locale: Locale): string {
  const id = quote(plainText(was), locale);
  return say(locale, `编号原为${id}，其余未变`, `renamed from ${id}, otherwise the same`);
}

function movedText({ distance, from, to }: Displacement, locale: Locale): string {
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
  const way = inLocale(metres(distance), locale);
  const place = ([x, y]: Displacement['from']) => `(${plainFigure(x)}, ${plainFigure(y)})`;
  const parts = `${place(from)} → ${place(to)}`;
  // If the whole plan was shifted too, the coordinates would give another distance than that relative to its
  // neighbours.
  const own = Math.abs(Math.hypot(dx, dy) - distance) < 0.005 ? parts : undefined;
  return own === undefined
    ? say(locale, `移位${way}`, `moved ${way}`)
    : say(locale, `移位${way}，${own}`, `moved ${way}, ${own}`);
}

function turnedText({ sensor, by, from, to }: HeadingChange, locale: Locale): string {
  const angle = `${plainFigure(Math.abs(by))}°`;
  const bearings = `${plainFigure(from)}° → ${plainFigure(to)}°`;
  const lens = sensor === undefined ? '' : say(locale, `第${sensor}个画面`, `sensor ${sensor} `);
  return by > 0
    ? say(locale, `${lens}顺时针转${angle}，${bearings}`, `${lens}turned ${angle} clockwise, ${bearings}`)
    : say(locale, `${lens}逆时针转${angle}，${bearings}`, `${lens}turned ${angle} anticlockwise, ${bearings}`);
}

function keyText({ key, from, to }: KeyChange, element: ElementEdit['element'], pack: Pack, locale: Locale): string {
  const shapes = shapeText(key, from, to, locale);
  if (shapes !== undefined) return shapes;
  const text = (value: unknown) =>
    key === 'kind' && typeof value === 'string'
      ? kindText(value, element, pack, locale)
      : keyValueText(value, key, pack, locale);
  return `${keyName(key, locale)}${say(locale, '：', ': ')}${text(from)} → ${text(to)}`;
}

/**
 * Returns the change of an outline by its area, of a line by its length, of masks by their number: the figures of all
 * corners would tell a reader nothing. Undefined for other keys.
 */
function shapeText(key: string, from: unknown, to: unknown, locale: Locale): string | undefined {
  if (key === 'polygon' && isRings(from) && isRings(to)) {
    const area = ([outer = [], ...holes]: readonly Ring[]) =>
      inLocale(
        squareMetres(Math.abs(ringArea(outer)) - holes.reduce((sum, ring) => sum + Math.abs(ringArea(ring)), 0)),
        locale,
      );
    return say(locale, `轮廓改变：${area(from)} → ${area(to)}`, `outline changed: ${area(from)} → ${area(to)}`);
  }
  if (key === 'line' && isRing(from) && isRing(to)) {
    const length = (line: Ring) =>
      inLocale(
        metres(
          line.reduce((sum, [x, y], n) => sum + (n === 0 ? 0 : Math.hypot(x - line[n - 1][0], y - line[n - 1][1])), 0),
        ),
        locale,
      );
    return say(
      locale,
      `线位改变：长${length(from)} → ${length(to)}`,
      `line changed: length ${length(from)} → ${length(to)}`,
    );
  }
  if (key !== 'masks') return undefined;
  const count = (value: unknown) => (Array.isArray(value) ? value.length : 0);
  return count(from) === count(to)
    ? say(locale, `遮蔽（masks）：有改动（${count(to)}处）`, `masks: changed (${count(to)})`)
    : say(locale, `遮蔽（masks）：${count(from)}处 → ${count(to)}处`, `masks: ${count(from)} → ${count(to)}`);
}

function isRings(value: unknown): value is readonly Ring[] {
  return Array.isArray(value) && value.every(isRing);
}

function isRing(value: unknown): value is Ring {
  return (
    Array.isArray(value) &&
    value.every((point) => Array.isArray(point) && point.length === 2 && point.every((one) => typeof one === 'number'))
  );
}

/** Returns the edit of a fact: an item of a list was added or removed, else a value changed. */
function factText({ group, path, from, to }: FactEdit, pack: Pack, locale: Locale): string {
  const text = (value: unknown) =>
    (group === 'project' ? projectValue(value, path, locale) : undefined) ?? valueText(value, path, pack, locale);
  if (!path.endsWith(']') || (from !== undefined && to !== undefined)) return `${text(from)} → ${text(to)}`;
  return from === undefined
    ? say(locale, `增加：${text(to)}`, `added: ${text(to)}`)
    : say(locale, `删除（原为${text(from)}）`, `removed (was ${text(from)})`);
}

/** Returns how many edits there are of each kind: 设备：增加1，移位2. */
export function editCounts(edits: readonly Edit[], locale: Locale): string {
  const parts = ELEMENT_KINDS.flatMap((element) => {
    const own = edits.filter((edit): edit is ElementEdit => edit.of === 'element' && edit.element === element);
    if (own.length === 0) return [];
    const n = (change: ElementEdit['change']) => own.filter((edit) => edit.change === change).length;
    const counts = [
      [n('added'), say(locale, '增加', 'added')],
      [n('removed'), say(locale, '删除', 'removed')],
      [n('changed'), say(locale, '改变', 'changed')],
    ] as const;
    const text = counts.flatMap(([count, name]) =>
      count === 0 ? [] : [say(locale, `${name}${count}`, `${count} ${name}`)],
    );
    const name = inLocale(ELEMENT_LABELS[element], locale);
    return [say(locale, `${name}${text.join('、')}`, `${name}s ${text.join(', ')}`)];
  });
  const facts = edits.filter(({ of }) => of === 'fact').length;
  return [
    ...parts,
    ...(facts === 0 ? [] : [say(locale, `载明事项和配置改动${facts}`, `statements and configuration ${facts}`)]),
  ].join(say(locale, '；', '; '));
}
