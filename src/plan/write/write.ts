// Several devices written into the text of a plan, as its author writes them: added, changed, taken out.
import { isSameJson } from '../../base/equality.js';
import type { Localized } from '../../i18n/locale.js';
import { composed } from '../../source/edit/compose.js';
import { applyEdits, type TextEdit } from '../../source/edit/splice.js';
import type { Limits } from '../../source/limits.js';
import { parseSource } from '../../source/parse/parse.js';
import type { SourceFile } from '../../source/types.js';
import { type Drawn, readPlan } from '../read/read.js';
import { isRecord } from '../read/unknown.js';
import { drawnDevice } from '../redraw.js';
import { additionsTo } from './add.js';
import { FINE_ROUNDING, itemOf, plotSet } from './changes.js';
import { typesLacking } from './device-types.js';
import { removalsFrom } from './remove.js';
import { t } from './texts.js';
import type { DeviceChange, NewDevice, Redesign, WriteOptions } from './types.js';

/** Edits of the plan's own file, to be applied together; or why it can't be written. */
export type Writing =
  | { readonly ok: true; readonly edits: readonly TextEdit[] }
  | { readonly ok: false; readonly reason: Localized };

const refuse = (reason: Localized): Writing => ({ ok: false, reason });

/**
 * Returns the edits that draw new devices behind the others of their levels, in their style. Positions are written to
 * 1 cm (degrees to 1e-7), figures in `FINE_ROUNDING`.
 */
export function addDevices(drawn: Drawn, devices: readonly NewDevice[], options: WriteOptions = {}): Writing {
  const [file] = drawn.files;
  const value = file && valueIn(file, file.text);
  if (file === undefined || value === undefined || devices.length === 0) return { ok: true, edits: [] };
  const added = additionsTo(drawn, file, value, devices, options);
  if ('reason' in added) return refuse(added.reason);
  return held(file, added.edits, added.meant, t.unwritable({ id: devices[0]?.id ?? '' }));
}

/** Returns the edits that take devices out of the plan's own file, with what only they have: comments, overrides. */
export function removeDevices(drawn: Drawn, ids: readonly string[]): Writing {
  const [file] = drawn.files;
  const value = file && valueIn(file, file.text);
  if (file === undefined || value === undefined || ids.length === 0) return { ok: true, edits: [] };
  const removed = removalsFrom(drawn, file, value, ids);
  if ('reason' in removed) return refuse(removed.reason);
  return held(file, removed.edits, removed.meant, t.unwritable({ id: ids[0] ?? '' }));
}

/** Returns the edits that give devices other figures, in `FINE_ROUNDING`, each where it is written now. */
export function changeDevices(
  drawn: Drawn,
  changes: readonly DeviceChange[],
  options: Pick<WriteOptions, 'types'> = {},
): Writing {
  const [file] = drawn.files;
  const value = file && valueIn(file, file.text);
  if (file === undefined || value === undefined) return { ok: true, edits: [] };
  const named = changes.flatMap(({ type }) => (type === undefined ? [] : [type]));
  const lacking = typesLacking(drawn, file, value, named, options.types);
  if (lacking === undefined) return refuse(t.unwritable({ id: named[0] ?? '' }));
  if (lacking.edits.length > 0) {
    const typed = held(file, lacking.edits, lacking.meant, t.unwritable({ id: named[0] ?? '' }));
    return inTurn(drawn, [() => typed, (next) => changeDevices(next, changes)]);
  }
  const edits: TextEdit[] = [];
  for (const { id, ...figures } of changes) {
    const plotted = plotSet({ change: 'set', device: id, ...figures }, drawn, FINE_ROUNDING);
    if (plotted.refused !== undefined) return refuse(plotted.refused);
    edits.push(...plotted.edits);
  }
  if (isReadable(file, edits)) return { ok: true, edits };
  if (changes.length < 2) return refuse(t.unwritable({ id: changes[0]?.id ?? '' }));
  return inTurn(
    drawn,
    changes.map((change) => (next) => changeDevices(next, [change])),
  );
}

/** Returns the edits that add devices, change others and take out others still, all at once. */
export function redesign(drawn: Drawn, design: Redesign, options: WriteOptions = {}): Writing {
  const { add = [], change = [], remove = [] } = design;
  const steps: ((next: Drawn) => Writing)[] = [];
  if (add.length > 0) steps.push((next) => addDevices(next, add, options));
  if (change.length > 0) steps.push((next) => changeDevices(next, change, options));
  if (remove.length > 0) steps.push((next) => removeDevices(next, remove));
  return inTurn(drawn, steps);
}

/** Returns what several steps do together, each of which is taken in the plan that the one before leaves. */
function inTurn(drawn: Drawn, steps: readonly ((next: Drawn) => Writing)[]): Writing {
  const [file] = drawn.files;
  if (file === undefined) return { ok: true, edits: [] };
  const groups: (readonly TextEdit[])[] = [];
  let next = drawn;
  for (const [n, step] of steps.entries()) {
    const written = step(next);
    if (!written.ok) return written;
    if (written.edits.length === 0) continue;
    groups.push(written.edits);
    if (n === steps.length - 1) break;
    const read = readAgain(next, written.edits);
    if (read === undefined) return refuse(t.unwritable({ id: file.path }));
    next = read;
  }
  return { ok: true, edits: groups.length === 1 ? (groups[0] ?? []) : composed(file.path, file.text, groups) };
}

/** No limits: what is read was read before, but for a few devices. */
const ANY: Limits = {
  ...{ bytes: Number.POSITIVE_INFINITY, tokens: Number.POSITIVE_INFINITY, total: Number.POSITIVE_INFINITY },
  ...{ files: Number.POSITIVE_INFINITY, aliases: Number.POSITIVE_INFINITY, name: Number.POSITIVE_INFINITY },
  ...{ text: Number.POSITIVE_INFINITY, entries: Number.POSITIVE_INFINITY, unpacked: Number.POSITIVE_INFINITY },
  work: undefined,
};

/** Returns the plan as read with edits of its own file; undefined if it can't be read. */
function readAgain({ files, context }: Drawn, edits: readonly TextEdit[]): Drawn | undefined {
  const [main] = files;
  if (main === undefined) return undefined;
  const texts = new Map(files.map(({ path, text }) => [path, text]));
  texts.set(main.path, applyEdits(main.text, edits));
  const encoder = new TextEncoder();
  let again: Drawn | undefined;
  const read = (path: string) => {
    const text = texts.get(path);
    return text === undefined ? undefined : encoder.encode(text);
  };
  const { pack, catalogues } = context;
  const onDrawn = (drawn: Drawn) => {
    again = drawn;
  };
  readPlan(main.path, read, { pack, catalogues, beyond: true, limits: ANY, onDrawn });
  return again;
}

/** Returns the edits if the text with them is read as is meant, else the reason. */
function held(file: SourceFile, edits: readonly TextEdit[], meant: unknown, reason: Localized): Writing {
  const value = edited(file, edits);
  return value !== undefined && isSameJson(value, meant) ? { ok: true, edits } : refuse(reason);
}

function isReadable(file: SourceFile, edits: readonly TextEdit[]): boolean {
  return edited(file, edits) !== undefined;
}

/** Returns the value of a file with edits; undefined if they overlap or it can't be read. */
function edited(file: SourceFile, edits: readonly TextEdit[]): object | undefined {
  const inOrder = [...edits].sort((a, b) => a.from - b.from || a.to - b.to);
  if (inOrder.some(({ from }, n) => from < (inOrder[n - 1]?.to ?? 0))) return undefined;
  return valueIn(file, applyEdits(file.text, edits));
}

function valueIn({ path, format }: SourceFile, text: string): object | undefined {
  const parsed = parseSource(path, new TextEncoder().encode(text), { format, limits: ANY });
  return parsed.ok && isRecord(parsed.value) ? parsed.value : undefined;
}

/**
 * Returns the ids of those devices that `removeDevices` can take out together, in the order given: those that the plan's
 * own file draws and that nothing left in it refers to.
 */
export function removable(drawn: Drawn, ids: readonly string[]): string[] {
  const own = ids.filter((id) => {
    const device = drawnDevice(drawn, id);
    return device !== undefined && itemOf(device, drawn) !== undefined;
  });
  if (removeDevices(drawn, own).ok) return own;
  const all: string[] = [];
  for (const id of own) if (removeDevices(drawn, [...all, id]).ok) all.push(id);
  return all;
}
