// Changes of the drawing as edits of the plan's text, and as the document that the edited text is read as.

import type { Point } from '../../geometry/types.js';
import type { Localized } from '../../i18n/locale.js';
import { appendItem, copyItem } from '../../source/edit/items.js';
import { isRepeated, replaceNumber, replaceText } from '../../source/edit/numbers.js';
import { has, setMember, type TextEdit, type WritableValue } from '../../source/edit/splice.js';
import { child, parent } from '../../source/place/pointer.js';
import type { SourceFile } from '../../source/types.js';
import type { PlanDocument, RawDevice, RawOpening, RawPoint } from '../read/document.js';
import { bearing } from '../read/frame.js';
import type { Drawn } from '../read/read.js';
import { unitsPerMetre } from '../read/units.js';
import { type DrawnDevice, drawnDevice } from '../redraw.js';
import { t } from './texts.js';
import type { Change, DeviceFigures } from './types.js';

/** Other keys for a device or opening of the plan: which one it is, and all keys that it is to have. */
export interface Altered {
  readonly list: 'devices' | 'openings';
  /** Indices of its level, and of itself in the list. */
  readonly level: number;
  readonly index: number;
  readonly value: RawDevice | RawOpening;
}

/** A change of the drawing as edits of the plan's text, or why it can't be written. */
export interface Plotted {
  /** Edits of the plan's text; [] if the figures are written already, or if the change can't be written. */
  readonly edits: readonly TextEdit[];
  /** Set if the change can't be written: why. */
  readonly refused?: Localized;
  /** What the plan then has in place of an element. Absent: for an element that comes or goes, and for none. */
  readonly altered?: Altered;
}

/** Returns the plan, as its files spell it, with the keys of the elements in `altered` replaced. */
export function documentWith({ document }: Drawn, altered: readonly Altered[]): PlanDocument {
  const levels = [...document.levels];
  for (const { list, level, index, value } of altered) {
    const raw = levels[level];
    if (raw === undefined) continue;
    levels[level] = { ...raw, [list]: (raw[list] ?? []).map((one, n) => (n === index ? value : one)) };
  }
  return { ...document, levels };
}

interface Refused {
  readonly edits: readonly [];
  readonly refused: Localized;
}

const refuse = (refused: Localized): Refused => ({ edits: [], refused });

type FigureKey = 'heading' | 'height' | 'tilt' | 'hfov';

/** The multiples to which each figure is rounded when it is written: m, and degrees. */
export type Rounding = Readonly<Record<FigureKey, number>>;

const ROUNDING: Rounding = { height: 0.01, heading: 1, tilt: 1, hfov: 0.1 };

/** Multiples for figures that sitecam works out, such as those of a suggestion: headings and tilts to half a degree. */
export const FINE_ROUNDING: Rounding = { ...ROUNDING, heading: 0.5, tilt: 0.5 };

const FIGURES: readonly FigureKey[] = ['heading', 'height', 'tilt', 'hfov'];

/** A value to be written, and where below the element. */
interface Write {
  readonly path: readonly (string | number)[];
  readonly value: number | string;
}

/**
 * Returns the edits that give a device another position, type or other figures, or why they can't be written.
 *
 * @param rounding multiples to which figures are rounded
 */
export function plotSet(
  { device: id, at, type, ...figures }: Change & { change: 'set' },
  drawn: Drawn,
  rounding: Rounding = ROUNDING,
): Plotted {
  const device = drawnDevice(drawn, id);
  if (device === undefined) return refuse(t.noDevice({ id }));
  const wrong = wrongIn({ at, ...figures }) ?? unknownType(type, drawn);
  if (wrong !== undefined) return refuse(wrong);
  const { pointer } = device;
  const isImported = drawn.context.placeOf(child(pointer, 'at')).path !== drawn.files[0]?.path;
  const writes: Write[] = [];
  let raw: unknown = device.raw;
  const put = (write: Write, read: unknown = write.value) => {
    writes.push(write);
    raw = withMember(raw, write.path, read);
  };
  if (at !== undefined) {
    const point = writtenPoint(at, device.raw.at, child(pointer, 'at'), drawn);
    for (const { axis, number, read } of point) put({ path: ['at', axis], value: number }, read);
  }
  if (type !== undefined && type !== device.raw.type) put({ path: ['type'], value: type });
  for (const key of FIGURES) {
    const value = figures[key];
    if (value === undefined) continue;
    const aimed = writesOf(key, value, device, drawn, rounding);
    if ('refused' in aimed) return aimed;
    for (const write of aimed) put(write);
  }
  const altered = alteredDevice(device, raw as RawDevice);
  if (drawn.context.placeOf(pointer).path !== drawn.files[0]?.path) {
    const put = overriding(device, writes, isImported ? at : undefined, drawn);
    return put === undefined
      ? { ...refuse(t.imported({ id, file: drawn.context.placeOf(pointer).path })), altered }
      : { edits: put };
  }
  const edits = editsOf(id, pointer, writes, drawn);
  return 'refused' in edits ? { ...edits, altered } : { edits, altered };
}

function alteredDevice({ pointer }: DrawnDevice, value: RawDevice): Altered {
  const [, , level, , index] = pointer.split('/');
  return { list: 'devices', level: Number(level), index: Number(index), value };
}

/** Returns why figures can't be written; undefined if they can. */
function wrongIn({ at, ...figures }: DeviceFigures): Localized | undefined {
  if (at?.every(Number.isFinite) === false) return t.noNumber({ key: 'at' });
  const wrong = FIGURES.find((key) => figures[key] !== undefined && !Number.isFinite(figures[key]));
  return wrong && t.noNumber({ key: wrong });
}

function unknownType(type: string | undefined, { document }: Drawn): Localized | undefined {
  return type === undefined || Object.hasOwn(document.deviceTypes ?? {}, type) ? undefined : t.noType({ id: type });
}

/** Returns a figure as it is written: rounded to the multiple of `rounding` for its key, headings in [0°, 360°). */
export function writtenFigure(key: FigureKey, value: number, rounding: Rounding = ROUNDING): number {
  const whole = rounded(key === 'heading' ? bearing(value) : value, rounding[key]);
  return key === 'heading' ? bearing(whole) : whole;
}

function rounded(value: number, step: number): number {
  // Division by a whole number gives the figure nearest to the decimal that is written.
  const per = Math.round(1 / step);
  return Math.round(value * per) / per + 0;
}

/**
 * Returns what is to be written of an angle or a height: of a preset or of lenses that state their own, there. Nothing if
 * it is written already.
 */
function writesOf(
  key: FigureKey,
  value: number,
  { raw }: DrawnDevice,
  { document }: Drawn,
  rounding: Rounding,
): Write[] | Refused {
  const written = (one: FigureKey, figure: number) => writtenFigure(one, figure, rounding);
  const figure = written(key, value);
  const own = (path: Write['path'], known: number | undefined, next = figure): Write[] =>
    known !== undefined && written(key, known) === next ? [] : [{ path, value: next }];
  const type = raw.type === undefined ? undefined : document.deviceTypes?.[raw.type];
  const id = raw.id;
  if (key === 'height') return own([key], raw.height);
  const home = raw.ptz?.home;
  if (home !== undefined) return own(['ptz', 'home', key], home[key]);
  if (type?.ptz?.home !== undefined) return refuse(t.byType({ id, type: raw.type ?? '', key }));
  const sensors = raw.sensors ?? type?.sensors ?? [];
  const known = raw[key] ?? type?.[key];
  if (!sensors.some((sensor) => sensor[key] !== undefined)) return own([key], raw[key]);
  if (raw.sensors === undefined) return refuse(t.byType({ id, type: raw.type ?? '', key }));
  const first = sensors[0]?.[key] ?? known;
  if (key !== 'heading' || first === undefined) return refuse(t.bySensor({ id, key }));
  // All lenses of a device turn together.
  const turned = (heading: number) => written(key, heading + value - first);
  return sensors.flatMap((sensor, n): Write[] => {
    const heading = sensor.heading;
    if (heading !== undefined) return own(['sensors', n, key], heading, turned(heading));
    return known === undefined ? [] : own([key], raw.heading, turned(known));
  });
}

/**
 * A coordinate to be written: its index in the point, the number in the file's unit, and the m or degrees that this is
 * read as.
 */
export interface Coordinate {
  readonly axis: number;
  readonly number: number;
  readonly read: number;
}

/** Degrees in ten millionths, 1.1 cm; metres in hundredths. */
const PER = { wgs84: 1e7, metres: 100 } as const;

/**
 * Returns the coordinates to write for a point in plan metres: in degrees if the file that holds JSON pointer `pointer`
 * of the plan has degrees; else in the unit of the plan's own file if that is the one, and in metres if not. Leaves out
 * those that are the same as in `known`, the point written there now, to 1 cm or 1e-7°.
 */
export function writtenPoint(
  point: Point,
  known: RawPoint | undefined,
  pointer: string,
  { context, document, files }: Drawn,
): Coordinate[] {
  const system = context.systemOf(pointer);
  const [main] = files;
  const own = context.placeOf(pointer).path === main?.path ? document.coordinates : undefined;
  const unit = own === undefined || own === 'wgs84' ? 1 : unitsPerMetre(own);
  const per = PER[system];
  return context.frame.toFile(system, point).flatMap((value, axis) => {
    const steps = Math.round(value * per);
    const was = known?.[axis];
    if (was !== undefined && Math.round(was * per) === steps) return [];
    const number = unit === 1 ? steps / per : (steps * unit) / per;
    return [{ axis, number: number + 0, read: unit === 1 ? number : number / unit }];
  });
}

/** Returns a point of the model in the coordinates and units of the plan's own file, rounded as for a new device. */
export function positionWritten(at: Point, drawn: Drawn): Point {
  const [x, y] = writtenPoint(at, undefined, '', drawn);
  return [x?.number ?? at[0], y?.number ?? at[1]];
}

/** Returns `value` with another member at a path. */
function withMember(value: unknown, [key, ...path]: Write['path'], member: unknown): unknown {
  if (key === undefined) return member;
  if (Array.isArray(value)) return value.map((one, n): unknown => (n === key ? withMember(one, path, member) : one));
  const known = typeof value === 'object' && value !== null ? value : {};
  return { ...known, [key]: withMember(Reflect.get(known, key), path, member) };
}

/** Returns the edits that write values of an element; or why they can't be written. */
function editsOf(
  id: string,
  pointer: string,
  writes: readonly Write[],
  { context, files: [file] }: Drawn,
): readonly TextEdit[] | Refused {
  const edits: TextEdit[] = [];
  for (const { path, value } of writes) {
    const place = context.placeOf(child(pointer, ...path));
    if (file === undefined || place.path !== file.path) {
      return refuse(t.imported({ id, file: place.path }));
    }
    const edit = editOf(file, place.pointer, value);
    if (edit === undefined) return refuse(t.aliased({ id, key: String(path[0]) }));
    edits.push(edit);
  }
  return edits;
}

/**
 * Returns the edits that state figures of a device of another file in the plan's `overrides`, and with a new position
 * where it is drawn now; undefined if they can't be stated there.
 *
 * @param at a position that no override states yet
 */
function overriding(
  { raw, pointer }: DrawnDevice,
  writes: readonly Write[],
  at: Point | undefined,
  drawn: Drawn,
): readonly TextEdit[] | undefined {
  const {
    context,
    files: [file],
  } = drawn;
  if (file === undefined || context.placeOf('').pointer !== '') return undefined;
  const isStated = ({ path }: Write) => context.placeOf(child(pointer, ...path)).path === file.path;
  const inPlace = editsOf(raw.id, pointer, writes.filter(isStated), drawn);
  const others = writes.filter((write) => !isStated(write) && write.path[0] !== 'at');
  if ('refused' in inPlace || others.some(({ path }) => path.length > 1)) return undefined;
  const keys: [string, WritableValue][] = others.map(({ path: [key], value }) => [String(key), value]);
  if (at !== undefined && writes.some(({ path }) => path[0] === 'at')) {
    const place = child(pointer, 'at');
    const drawnAt = context.frame.toPlan(context.systemOf(place), raw.at);
    const numbers = (point: Point) => writtenPoint(point, undefined, '', drawn).map(({ number }) => number);
    keys.push(['at', numbers(at)], ['drawnAt', numbers(drawnAt)]);
  }
  if (keys.length === 0) return inPlace;
  const entry = child('/overrides', raw.id);
  if (isRepeated(file, entry)) return undefined;
  const added = has(file, entry)
    ? keys.map(([key, value]) => setMember(file, entry, key, value))
    : has(file, '/overrides')
      ? [setMember(file, '/overrides', raw.id, Object.fromEntries(keys))]
      : [setMember(file, '', 'overrides', { [raw.id]: Object.fromEntries(keys) })];
  const whole = added.filter((edit) => edit !== undefined);
  return whole.length < added.length ? undefined : [...inPlace, ...whole];
}

function editOf(file: SourceFile, pointer: string, value: number | string): TextEdit | undefined {
  if (has(file, pointer)) {
    return typeof value === 'number' ? replaceNumber(file, pointer, value) : replaceText(file, pointer, value);
  }
  const holder = parent(pointer);
  if (holder === undefined || isRepeated(file, holder.pointer)) return undefined;
  return setMember(file, holder.pointer, holder.token, value);
}

/**
 * Returns the edits that slide an opening along its line by `by` m, from its first end towards its second; or why it can't
 * be slid.
 */
export function plotSlide({ opening: id, by }: Change & { change: 'slide' }, drawn: Drawn): Plotted {
  const { document, context } = drawn;
  const level = document.levels.findIndex(({ openings = [] }) => openings.some((one) => one.id === id));
  const index = document.levels[level]?.openings?.findIndex((one) => one.id === id) ?? -1;
  const raw = document.levels[level]?.openings?.[index];
  if (raw === undefined) return refuse(t.noOpening({ id }));
  if (!Number.isFinite(by)) return refuse(t.noNumber({ key: 'by' }));
  const pointer = child('/levels', level, 'openings', index);
  const line = child(pointer, 'line');
  const [a, b] = raw.line.map((point) => context.frame.toPlan(context.systemOf(line), point));
  const length = a && b ? Math.hypot(b[0] - a[0], b[1] - a[1]) : 0;
  if (a === undefined || b === undefined || length === 0) return refuse(t.noOpening({ id }));
  const [dx, dy] = [((b[0] - a[0]) * by) / length, ((b[1] - a[1]) * by) / length];
  let value: unknown = raw;
  const writes = [a, b].flatMap(([x, y], end): Write[] =>
    writtenPoint([x + dx, y + dy], raw.line[end], line, drawn).map(({ axis, number, read }) => {
      value = withMember(value, ['line', end, axis], read);
      return { path: ['line', end, axis], value: number };
    }),
  );
  const altered: Altered = { list: 'openings', level, index, value: value as RawOpening };
  const edits = editsOf(id, pointer, writes, drawn);
  return 'refused' in edits ? { ...edits, altered } : { edits, altered };
}

/** Returns the edits that draw a new device, or why it can't be drawn. */
export function plotAdd(
  { change: _, device: id, level, kind, type, at, ...figures }: Change & { change: 'add' },
  drawn: Drawn,
): Plotted {
  if (at === undefined) return refuse(t.noNumber({ key: 'at' }));
  const wrong = wrongIn({ at, ...figures }) ?? unknownType(type, drawn);
  if (wrong !== undefined) return refuse(wrong);
  const keys = FIGURES.flatMap((key) => {
    const value = figures[key];
    return value === undefined ? [] : [[key, writtenFigure(key, value)] as const];
  });
  return drawnNew(id, level, at, { kind, ...(type !== undefined && { type }), ...Object.fromEntries(keys) }, drawn);
}

/** Returns the edit that draws a device with these keys, behind all others of its level. */
function drawnNew(
  id: string,
  level: string,
  at: Point,
  keys: Readonly<Record<string, WritableValue>>,
  drawn: Drawn,
): Plotted {
  const { document, context, files } = drawn;
  const [file] = files;
  const n = document.levels.findIndex((one) => one.id === level);
  if (n === -1 || file === undefined) return refuse(t.noLevel({ id: level }));
  if (isTaken(id, document) || isOverridden(id, drawn)) return refuse(t.taken({ id }));
  const own = context.placeOf(child('/levels', n));
  const point = positionWritten(at, drawn);
  if (context.placeOf('').pointer !== '') {
    const properties = { element: 'device', level, id, ...keys };
    const feature = { type: 'Feature', properties, geometry: { type: 'Point', coordinates: point } };
    const edit = appendItem(file, '/features', feature);
    return edit === undefined ? refuse(t.unwritable({ id })) : { edits: [edit] };
  }
  const value = { id, ...keys, at: point };
  const list = child(own.pointer, 'devices');
  const isIn = !isRepeated(file, own.pointer);
  const edit = has(file, list)
    ? appendItem(file, list, value)
    : isIn
      ? setMember(file, own.pointer, 'devices', [value])
      : undefined;
  return edit === undefined ? refuse(t.unwritable({ id })) : { edits: [edit] };
}

/** True if an element of the plan has that id. */
export function isTaken(id: string, { levels }: PlanDocument): boolean {
  return levels.some((level) =>
    [level.zones, level.walls, level.openings, level.devices, level.signs].some((list) =>
      list?.some((one) => one.id === id),
    ),
  );
}

/**
 * True if the plan's `overrides` state something of that id: a new element would get it, such as being left out.
 */
function isOverridden(id: string, { context, files: [file] }: Drawn): boolean {
  return file !== undefined && has(file, child(child(context.placeOf('').pointer, 'overrides'), id));
}

/**
 * Returns the edits that draw a new device, `device`, like the device `of` at the point `at` (plan metres), or why it
 * can't be drawn. Where overrides state something of that one, the copy is written as the plan reads it.
 */
export function plotCopy({ device: id, of, at }: Change & { change: 'copy' }, drawn: Drawn): Plotted {
  const { document, context, files } = drawn;
  const device = drawnDevice(drawn, of);
  const [file] = files;
  if (device === undefined || file === undefined) return refuse(t.noDevice({ id: of }));
  const wrong = wrongIn({ at });
  if (wrong !== undefined) return refuse(wrong);
  if (isTaken(id, document) || isOverridden(id, drawn)) return refuse(t.taken({ id }));
  const item = itemOf(device, drawn);
  if (item === undefined || isOverridden(of, drawn)) {
    const { id: _, at: __, ...keys } = device.raw;
    if (keys.masks !== undefined && item === undefined) {
      return refuse(t.imported({ id: of, file: context.placeOf(device.pointer).path }));
    }
    // Other units are read as metres.
    const isAsWritten = ['metres', 'wgs84'].includes(context.coordinates);
    if (keys.masks !== undefined && !isAsWritten) return refuse(t.unwritable({ id: of }));
    return drawnNew(id, device.level, at, keys as Readonly<Record<string, WritableValue>>, drawn);
  }
  const below = (...path: readonly (string | number)[]) =>
    context.placeOf(child(device.pointer, ...path)).pointer.slice(item.length);
  const changed = new Map<string, number | string>([[below('id'), id]]);
  if (below('id') !== '/id' && has(file, `${item}/id`)) changed.set('/id', id);
  for (const { axis, number } of writtenPoint(at, undefined, child(device.pointer, 'at'), drawn)) {
    changed.set(below('at', axis), number);
  }
  const edit = copyItem(file, item, changed);
  return edit === undefined ? refuse(t.unwritable({ id: of })) : { edits: [edit] };
}

/** Returns the pointer of the device, or of its feature, in the plan's own file; undefined if another file draws it. */
export function itemOf({ pointer }: DrawnDevice, { context, files: [file] }: Drawn): string | undefined {
  const place = context.placeOf(pointer);
  if (place.path !== file?.path) return undefined;
  const feature = /^(\/features\/\d+)\/properties$/.exec(place.pointer);
  return feature?.[1] ?? place.pointer;
}
