// Device types added to the text of a plan.
import { insertParts } from '../../source/edit/entries.js';
import { shapeAt } from '../../source/edit/shape.js';
import { has, type TextEdit } from '../../source/edit/splice.js';
import { PLAIN_STYLE, type Style, styleAt } from '../../source/edit/style.js';
import { child } from '../../source/place/pointer.js';
import type { SourceFile } from '../../source/types.js';
import type { Drawn } from '../read/read.js';
import { isRecord } from '../read/unknown.js';
import { type Draft, draftAt, draftOf } from './meant.js';
import type { NewTypes } from './types.js';

/**
 * Returns the edits that add those of the named types that the plan lacks, and what the edited file then holds;
 * undefined if they can't be written.
 *
 * @param file the plan's own file
 * @param value its content now, as parsed from YAML or JSON
 * @param named ids of device types
 * @param types their keys; a type without keys isn't added
 */
export function typesLacking(
  { document, context }: Drawn,
  file: SourceFile,
  value: object,
  named: readonly string[],
  types: NewTypes | undefined,
): { readonly edits: readonly TextEdit[]; readonly meant: Draft } | undefined {
  const draft = draftOf(value);
  const lacking = [...new Set(named)].flatMap((type) => {
    const keys = Object.hasOwn(document.deviceTypes ?? {}, type) ? undefined : types?.get(type);
    return keys === undefined ? [] : [{ key: type, value: keys }];
  });
  if (lacking.length === 0) return { edits: [], meant: draft };
  const root = context.placeOf('').pointer;
  const list = child(root, 'deviceTypes');
  const written = shapeAt(file, list);
  const holding = shapeAt(file, root);
  if (holding === undefined || (written === undefined && has(file, list))) return undefined;
  const devices = document.levels.flatMap(({ devices: own = [] }, n) =>
    own.map((_, index) => child('/levels', n, 'devices', index)),
  );
  const likely = devices.map((pointer) => context.placeOf(pointer)).filter(({ path }) => path === file.path);
  const item = styleAt(
    file,
    likely.slice(-1).map(({ pointer }) => pointer),
  );
  const isBlock = file.format === 'yaml' && holding.block;
  const layout = isBlock ? 'block' : item?.layout === 'lines' ? 'lines' : 'line';
  const whole = styleAt(file, [root]) ?? PLAIN_STYLE;
  const step = layout === 'lines' ? whole.step : '  ';
  const parts = new Map(item && [['', item]]);
  const fresh: Style = { ...(item ?? PLAIN_STYLE), kind: 'map', layout, step, pad: '', parts };
  const target = draftAt(draft, root);
  if (target === undefined || Array.isArray(target)) return undefined;
  target.deviceTypes = {
    ...(isRecord(target.deviceTypes) ? target.deviceTypes : {}),
    ...Object.fromEntries(lacking.map((one) => [one.key, one.value])),
  };
  if (written !== undefined) {
    const count = written.entries.length;
    const style = count > 0 ? (styleAt(file, [list]) ?? fresh) : fresh;
    const edits = insertParts(file, list, count - 1, lacking, style);
    return edits && { edits, meant: draft };
  }
  const levels = holding.entries.findIndex(({ key }) => key?.name === 'levels');
  const added = { key: 'deviceTypes', value: Object.fromEntries(lacking.map((one) => [one.key, one.value])) };
  const edits = insertParts(file, root, levels - 1, [added], { ...whole, parts: new Map([['deviceTypes', fresh]]) });
  return edits && { edits, meant: draft };
}
