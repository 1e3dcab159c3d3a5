// Devices taken out of the text of a plan.
import { addTo } from '../../base/arrays.js';
import { removeParts } from '../../source/edit/cuts.js';
import { shapeAt } from '../../source/edit/shape.js';
import type { TextEdit } from '../../source/edit/splice.js';
import { child, parent } from '../../source/place/pointer.js';
import type { SourceFile } from '../../source/types.js';
import type { Drawn } from '../read/read.js';
import { drawnDevice } from '../redraw.js';
import { itemOf } from './changes.js';
import { draftAt, draftOf, type Meant } from './meant.js';
import { t } from './texts.js';

/**
 * Returns the edits that take devices out of the plan's own file, and what the edited file then holds; or why it can't
 * be done.
 *
 * @param file the plan's own file
 * @param value its content now, as parsed from YAML or JSON
 */
export function removalsFrom(drawn: Drawn, file: SourceFile, value: object, ids: readonly string[]): Meant {
  const { context } = drawn;
  const lists = new Map<string, number[]>();
  for (const id of new Set(ids)) {
    const device = drawnDevice(drawn, id);
    if (device === undefined) return { reason: t.noDevice({ id }) };
    const item = itemOf(device, drawn);
    if (item === undefined) return { reason: t.importedGone({ id, file: context.placeOf(device.pointer).path }) };
    const above = parent(item);
    if (above !== undefined) addTo(lists, above.pointer, Number(above.token));
  }
  // What the plan states of a device of its own goes with it.
  const overrides = child(context.placeOf('').pointer, 'overrides');
  const stated = shapeAt(file, overrides)?.entries ?? [];
  for (const [n, { key }] of stated.entries()) if (ids.includes(key?.name ?? '')) addTo(lists, overrides, n);
  const draft = draftOf(value);
  const edits: TextEdit[] = [];
  for (const [list, indices] of lists) {
    const cuts = removeParts(file, list, new Set(indices));
    if (cuts === undefined) return { reason: t.unwritable({ id: ids[0] ?? '' }) };
    edits.push(...cuts);
    const at = draftAt(draft, list);
    if (Array.isArray(at)) for (const n of [...indices].sort((a, b) => b - a)) at.splice(n, 1);
    else if (at !== undefined) for (const id of ids) delete at[id];
  }
  return { edits, meant: draft };
}
