// The element of a plan that a place of its text belongs to, and the names of kinds.
import { SIGN } from '../findings/wording/texts.js';
import { type Localized, verbatim } from '../i18n/locale.js';
import { DEFAULT_PACK, loadPack } from '../law/load.js';
import { zoneKind } from '../law/lookup.js';
import { deviceKindCalled, openingKindCalled, zoneKindCalled } from '../plan/build/kinds.js';
import { DEVICE_NAMES } from '../plan/device-names.js';
import { deviceKind, OPENING_NAMES, openingKind } from '../plan/kinds.js';
import { ELEMENT_KINDS, type ElementKind } from '../plan/read/geojson-feature.js';
import { LISTS } from '../plan/read/overrides.js';
import { isRecord, memberOf, type Unchecked } from '../plan/read/unknown.js';
import { tokens } from '../source/place/pointer.js';
import type { SourceFile } from '../source/types.js';
import { contentOf } from './plan.js';

/** An element of a plan file: what it is, and its keys as written. */
export interface Element {
  readonly element: ElementKind;
  /** Its keys; of a feature with its own id if its properties have none. */
  readonly value: Unchecked;
}

/** Returns the element that a JSON pointer leads to or into; undefined if it leads into none. */
export function elementAt(file: SourceFile, pointer: string): Element | undefined {
  const content = contentOf(file);
  const path = tokens(pointer);
  if (path[0] === 'features') {
    const feature = valueAt(content, path.slice(0, 2));
    const properties = isRecord(feature) ? memberOf(feature, 'properties') : undefined;
    if (!isRecord(feature) || !isRecord(properties)) return undefined;
    const element = ELEMENT_KINDS.find((one) => one === properties.element);
    const { id } = feature;
    return element && { element, value: { ...(id !== undefined && { id: String(id) }), ...properties } };
  }
  const depth = path[0] === 'sitecam' ? 1 : 0;
  const [levels, , list] = path.slice(depth);
  const element = LISTS.find(([key]) => key === list)?.[1];
  const value = levels === 'levels' ? valueAt(content, path.slice(0, depth + 4)) : undefined;
  return element !== undefined && path.length > depth + 3 && isRecord(value) ? { element, value } : undefined;
}

function valueAt(content: unknown, path: readonly string[]): unknown {
  let value = content;
  for (const token of path) {
    if (Array.isArray(value)) value = value[Number(token)];
    else value = isRecord(value) ? memberOf(value, token) : undefined;
  }
  return value;
}

/**
 * Returns the name of a kind that a plan writes as an id or a Chinese name; `written` itself if there is no such kind.
 */
export function kindText(element: ElementKind, written: string): Localized {
  return (element === 'sign' ? SIGN : kindName(element, written)) ?? verbatim(written);
}

function kindName(element: ElementKind, written: string): Localized | undefined {
  if (element === 'zone') {
    const pack = loadPack(DEFAULT_PACK);
    return zoneKind(pack, zoneKindCalled(written, pack) ?? written)?.name;
  }
  if (element === 'opening') {
    const kind = openingKind(openingKindCalled(written) ?? written);
    return kind && OPENING_NAMES[kind];
  }
  const kind = deviceKind(deviceKindCalled(written) ?? written);
  return kind && DEVICE_NAMES[kind];
}
