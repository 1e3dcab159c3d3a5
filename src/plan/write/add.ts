// Devices drawn in the text of a plan, in the style of their neighbours.
import { groupBy } from '../../base/arrays.js';
import type { Localized } from '../../i18n/locale.js';
import { insertParts } from '../../source/edit/entries.js';
import { type Shape, shapeAt } from '../../source/edit/shape.js';
import { has, type TextEdit, type WritableValue } from '../../source/edit/splice.js';
import { PLAIN_STYLE, type Style, styleAt, withItems } from '../../source/edit/style.js';
import { child } from '../../source/place/pointer.js';
import type { SourceFile } from '../../source/types.js';
import type { RawDevice } from '../read/document.js';
import type { Drawn } from '../read/read.js';
import { FINE_ROUNDING, isTaken, itemOf, positionWritten, writtenFigure } from './changes.js';
import { typesLacking } from './device-types.js';
import { type Draft, draftAt, draftOf, type Meant } from './meant.js';
import { t } from './texts.js';
import type { NewDevice, NewTypes, WriteOptions } from './types.js';

type Keys = Readonly<Record<string, WritableValue>>;

/**
 * Returns the edits that draw new devices in the plan's own file, and what the edited file then holds; or why it can't
 * be done.
 *
 * @param file the plan's own file
 * @param value its content now, as parsed from YAML or JSON
 */
export function additionsTo(
  drawn: Drawn,
  file: SourceFile,
  value: object,
  devices: readonly NewDevice[],
  { comment, types }: WriteOptions,
): Meant {
  const wrong = wrongIn(drawn, value, devices, types);
  if (wrong !== undefined) return { reason: wrong };
  const unwritable = { reason: t.unwritable({ id: devices[0]?.id ?? '' }) };
  const named = devices.flatMap(({ keys: { type } }) => (typeof type === 'string' ? [type] : []));
  const typed = typesLacking(drawn, file, value, named, types);
  if (typed === undefined) return unwritable;
  const edits: TextEdit[] = [...typed.edits];
  const draft = typed.meant;
  const byLevel = [...groupBy(devices, ({ level }) => level)].map(([level, own]) => {
    const place = placeOn(drawn, file, level);
    return { place, items: own.map((device) => itemFor(device, place, drawn, file, types)) };
  });
  // Levels whose devices are in one list may add to it at the same place.
  const lists = groupBy(byLevel, ({ place }) => `${place.list} ${place.after}`);
  for (const group of [...lists.values()].sort(([a], [b]) => (b?.place.after ?? 0) - (a?.place.after ?? 0))) {
    const [place, items] = [group[0]?.place, group.flatMap((one) => one.items)];
    if (place === undefined) continue;
    const added = insertItems(file, place, items, comment);
    if (added === undefined) return unwritable;
    edits.push(...added);
    mean(draft, place, items);
  }
  return { edits, meant: draft };
}

/** Returns why devices can't be drawn, whatever the text; undefined if they can. */
function wrongIn(
  { document, context }: Drawn,
  value: object,
  devices: readonly NewDevice[],
  types: NewTypes | undefined,
): Localized | undefined {
  const seen = new Set<string>();
  const stated = draftAt(draftOf(value), child(context.placeOf('').pointer, 'overrides')) ?? {};
  for (const { id, level, at, keys } of devices) {
    if (seen.has(id) || isTaken(id, document) || Object.hasOwn(stated, id)) return t.taken({ id });
    seen.add(id);
    if (!document.levels.some((one) => one.id === level)) return t.noLevel({ id: level });
    if (!at.every(Number.isFinite)) return t.noNumber({ key: 'at' });
    const bad = Object.entries(keys).find(([, one]) => typeof one === 'number' && !Number.isFinite(one));
    if (bad !== undefined) return t.noNumber({ key: bad[0] });
    const { type } = keys;
    const isKnown =
      typeof type !== 'string' || Object.hasOwn(document.deviceTypes ?? {}, type) || types?.has(type) === true;
    if (!isKnown) return t.noType({ id: type });
  }
  return undefined;
}

/** Devices to go by at most. */
const MOST_LIKE = 12;

/** Where new devices of a level are written, and like what. */
interface Place {
  /** Pointer to the list in the file, and to the level or collection that holds it. */
  readonly list: string;
  readonly holder: string;
  /** Index of the item that they follow; −1 if there is none. */
  readonly after: number;
  readonly isFeatures: boolean;
  /** Items to go by, the one that counts most first, as pointers in the file. */
  readonly like: readonly string[];
  /** Devices of the plan to go by. */
  readonly neighbours: readonly RawDevice[];
}

interface Neighbour {
  readonly raw: RawDevice;
  readonly item: string;
  readonly level: string;
}

/** Returns the devices that the plan's own file draws, in order. */
function drawnHere(drawn: Drawn): Neighbour[] {
  return drawn.document.levels.flatMap(({ id, devices = [] }, n) =>
    devices.flatMap((raw, index): Neighbour[] => {
      const item = itemOf({ raw, level: id, pointer: child('/levels', n, 'devices', index) }, drawn);
      return item === undefined ? [] : [{ raw, item, level: id }];
    }),
  );
}

/** Returns where new devices of a level are written. */
function placeOn(drawn: Drawn, file: SourceFile, level: string): Place {
  const { document, context } = drawn;
  const all = drawnHere(drawn);
  const own = all.filter((one) => one.level === level);
  const isFeature = ({ item }: Neighbour) => item.startsWith('/features/');
  const isCollection = context.placeOf('').pointer !== '';
  const isFeatures = isCollection && (own.some(isFeature) || own.length === 0);
  const index = document.levels.findIndex(({ id }) => id === level);
  const holder = isFeatures ? '' : context.placeOf(child('/levels', index)).pointer;
  const list = child(holder, isFeatures ? 'features' : 'devices');
  const beside = own.filter((one) => isFeature(one) === isFeatures);
  const others = all.filter((one) => one.level !== level && isFeature(one) === isFeatures);
  const indexOf = ({ item }: Neighbour) => Number(item.slice(item.lastIndexOf('/') + 1));
  const count = shapeAt(file, list)?.entries.length ?? 0;
  const near = isFeatures && beside.length === 0 ? others : beside;
  const after = isFeatures && near.length > 0 ? Math.max(...near.map(indexOf)) : count - 1;
  const like = [...byWeight(beside, drawn, file), ...byWeight(others, drawn, file)];
  const raws = (beside.length > 0 ? beside : others).map(({ raw }) => raw);
  return { list, holder, after, isFeatures, like: like.slice(0, MOST_LIKE).map(({ item }) => item), neighbours: raws };
}

/** Returns devices in the order in which they are gone by: in the form that most have, cameras first, the last first. */
function byWeight(devices: readonly Neighbour[], { document }: Drawn, file: SourceFile): Neighbour[] {
  const isBlock = ({ item }: Neighbour) => shapeAt(file, item)?.block === true;
  const isMostlyBlock = devices.filter(isBlock).length * 2 > devices.length;
  const weightOf = (one: Neighbour) => {
    const { kind = document.deviceTypes?.[one.raw.type ?? '']?.kind } = one.raw;
    return (isBlock(one) === isMostlyBlock ? 2 : 0) + (kind === 'camera' ? 1 : 0);
  };
  return [...devices].reverse().sort((a, b) => weightOf(b) - weightOf(a));
}

/** Keys of devices and features in their usual order. */
const USUAL = ['element', 'level', 'id', 'name', 'kind', 'type', 'model', 'lens', 'at', 'height', 'heading', 'tilt'];

/** Returns the members of an object in the order in which a neighbour has them. */
function inOrder<T>(members: Readonly<Record<string, T>>, like: readonly string[]): Record<string, T> {
  const rankOf = (key: string, n: number): readonly number[] => {
    const own = like.indexOf(key);
    if (own !== -1) return [own, 0, 0];
    const usual = USUAL.indexOf(key);
    if (usual === -1) return [Number.POSITIVE_INFINITY, 0, n];
    const before = USUAL.slice(0, usual).findLast((one) => like.includes(one));
    return [before === undefined ? -1 : like.indexOf(before), 1 + usual, n];
  };
  const ranked = Object.entries(members).map(([key, value], n) => ({ key, value, rank: rankOf(key, n) }));
  ranked.sort((a, b) => compare(a.rank, b.rank));
  return Object.fromEntries(ranked.map(({ key, value }) => [key, value]));
}

function compare(a: readonly number[], b: readonly number[]): number {
  for (const [n, one] of a.entries()) {
    const other = b[n] ?? 0;
    if (one !== other) return one < other ? -1 : 1;
  }
  return 0;
}

/** Returns a new device, or its feature, as the file is to have it. */
function itemFor(
  { id, level, at, keys }: NewDevice,
  { isFeatures, like, neighbours, holder }: Place,
  drawn: Drawn,
  file: SourceFile,
  types: NewTypes | undefined,
): Record<string, WritableValue> {
  const point = positionWritten(at, drawn);
  const figures = { ...withKind(keys, neighbours, drawn, types) };
  for (const key of ['height', 'heading', 'tilt', 'hfov'] as const) {
    const value = figures[key];
    if (typeof value === 'number') figures[key] = writtenFigure(key, value, FINE_ROUNDING);
  }
  const [first] = like;
  if (!isFeatures) {
    const own: Record<string, WritableValue> = { id, ...figures, at: point };
    return inOrder(own, first === undefined ? Object.keys(own).filter((key) => key !== 'at') : keysAt(file, first));
  }
  const feature = first === undefined ? [] : keysAt(file, first);
  const properties = first === undefined ? [] : keysAt(file, child(first, 'properties'));
  const isLevelled = first === undefined || properties.includes('level') || drawn.document.levels.length > 1;
  const isOutside = feature.includes('id') && !properties.includes('id');
  const own = { element: 'device', ...(isLevelled && { level }), ...(!isOutside && { id }), ...figures };
  const whole = {
    type: 'Feature',
    ...(isOutside && { id }),
    properties: inOrder(own, properties.length === 0 ? Object.keys(own).filter((key) => key !== 'at') : properties),
    geometry: { type: 'Point', coordinates: point },
  };
  return holder === '' && feature.length > 0 ? inOrder(whole, feature) : whole;
}

function keysAt(file: SourceFile, pointer: string): string[] {
  return shapeAt(file, pointer)?.entries.flatMap(({ key }) => key?.name ?? []) ?? [];
}

/** Returns the keys with `kind` if the neighbours write it beside a type that has it, without if they don't. */
function withKind(
  keys: Keys,
  neighbours: readonly RawDevice[],
  { document }: Drawn,
  types: NewTypes | undefined,
): Keys {
  const kindOf = (type: unknown): unknown => {
    if (typeof type !== 'string') return undefined;
    return document.deviceTypes?.[type]?.kind ?? types?.get(type)?.kind;
  };
  const kind = kindOf(keys.type);
  if (typeof kind !== 'string' || (keys.kind !== undefined && keys.kind !== kind)) return keys;
  const typed = neighbours.filter(({ type }) => kindOf(type) !== undefined);
  if (typed.length === 0) return keys;
  const { kind: _, ...others } = keys;
  const isWritten = typed.filter((one) => one.kind !== undefined).length * 2 >= typed.length;
  return isWritten ? { kind, ...others } : others;
}

/** Returns the edits that write items where they belong, with a list for them if there is none. */
function insertItems(
  file: SourceFile,
  place: Place,
  items: readonly Keys[],
  comment: string | undefined,
): readonly TextEdit[] | undefined {
  const { list, holder, like } = place;
  const written = shapeAt(file, list);
  const item = styleAt(file, like) ?? neighbouring(file, holder);
  const parts = items.map((value) => ({ key: undefined, value }));
  if (written !== undefined && written.entries.length > 0) {
    const style = styleAt(file, [list]) ?? PLAIN_STYLE;
    return insertParts(file, list, place.after, parts, { ...withItems(style, item), comment });
  }
  const holding = shapeAt(file, holder);
  if (holding === undefined || (written === undefined && has(file, list))) return undefined;
  const style = { ...withItems(listStyle(file, place, holding), item), comment };
  if (written !== undefined) return insertParts(file, list, -1, parts, style);
  const whole = { ...(styleAt(file, [holder]) ?? PLAIN_STYLE), parts: new Map([['devices', style]]) };
  const behind = holding.entries.findLastIndex(({ key }) => key?.name !== 'signs');
  return insertParts(file, holder, behind, [{ key: 'devices', value: items }], whole);
}

/** Lists of a level, those most like devices first. */
const LISTS = ['devices', 'openings', 'zones', 'walls', 'signs'];

/** Returns the style of the items of another list of a level. */
function neighbouring(file: SourceFile, holder: string): Style | undefined {
  for (const list of LISTS) {
    const pointer = child(holder, list);
    const count = shapeAt(file, pointer)?.entries.length ?? 0;
    if (count > 0) return styleAt(file, [child(pointer, count - 1)]);
  }
  return undefined;
}

/** Returns the style of a new list of devices: that of the plan's other lists, with dashes wherever they may be. */
function listStyle(file: SourceFile, { like, holder }: Place, holding: Shape): Style {
  const levels = like.map((item) => item.replace(/\/devices\/\d+$/, ''));
  const holders = [...new Set([...levels, holder])];
  const lists = holders.flatMap((one) => {
    const parts = styleAt(file, [one])?.parts;
    return LISTS.flatMap((key) => {
      const isFilled = (shapeAt(file, child(one, key))?.entries.length ?? 0) > 0;
      return (isFilled && parts?.get(key)) || [];
    });
  });
  const isBlock = file.format === 'yaml' && holding.block;
  const known = lists.find(({ kind, layout }) => kind === 'list' && (layout === 'block') === isBlock);
  if (known !== undefined) return known;
  return { ...PLAIN_STYLE, kind: 'list', layout: isBlock ? 'block' : 'line' };
}

/** Notes in the value of a file that items are added to it. */
function mean(draft: Draft, { list, holder, after }: Place, items: readonly Keys[]): void {
  const known = draftAt(draft, list);
  if (Array.isArray(known)) {
    known.splice(after + 1, 0, ...items);
    return;
  }
  const above = draftAt(draft, holder);
  if (above !== undefined && !Array.isArray(above)) above.devices = [...items];
}
