// What the files of a plan name: levels, elements, device types, and the site that chooses the law.
import { memoize } from '../../base/memo.js';
import { ELEMENT_KINDS, type ElementKind } from '../../plan/read/geojson-feature.js';
import { LISTS } from '../../plan/read/overrides.js';
import type { SourceFile } from '../../source/types.js';
import { type FileForm, fileFormOf } from './format.js';
import { type Entry, readAround, textOf } from './reading.js';

/** An element that the text of a plan declares. A part not yet typed is an empty string. */
export interface NamedElement {
  readonly element: ElementKind;
  readonly id: string;
  readonly name: string;
  /** Id of its level. */
  readonly level: string;
}

/**
 * Names that a file of a plan declares, for completion to offer: levels, elements, device types, region and categories.
 */
export interface Outline {
  readonly levels: readonly { readonly id: string; readonly name: string }[];
  readonly elements: readonly NamedElement[];
  /** Names of the device types, each with the kind of device. */
  readonly types: readonly { readonly name: string; readonly kind: string }[];
  readonly region: string | undefined;
  readonly categories: readonly string[];
}

/** Returns the names that a file of a plan declares, for a file in which nobody is typing; caches them. */
export const outlineOfFile = memoize((file: SourceFile): Outline => {
  const { root } = readAround(file, -1);
  return outlineOf(root, fileFormOf(root, true));
});

/** Returns the names that a file declares, read from the root of its tree. */
export function outlineOf(root: Entry, file: FileForm): Outline {
  const features = member(root, 'features')?.entries ?? [];
  const plan = file === 'plan' ? root : member(root, 'sitecam');
  const site = plan && member(plan, 'site');
  const levels = (plan && member(plan, 'levels')?.entries) ?? [];
  const types = (plan && member(plan, 'deviceTypes')?.entries) ?? [];
  return {
    levels: levels.map((level) => ({ id: word(level, 'id'), name: word(level, 'name') })).filter(({ id }) => id !== ''),
    elements: [...levels.flatMap(drawnIn), ...features.flatMap(feature)].filter(({ id }) => id !== ''),
    types: types.flatMap((type) => (type.key === undefined ? [] : [{ name: type.key, kind: word(type, 'kind') }])),
    region: (site && word(site, 'region')) || undefined,
    categories:
      (site &&
        member(site, 'categories')
          ?.entries.map(textOf)
          .filter((text) => text !== '')) ??
      [],
  };
}

/** Returns the member of `holder` with that key; undefined if it has none. */
export function member(holder: Entry, key: string): Entry | undefined {
  return holder.entries.find((entry) => entry.key === key);
}

function word(holder: Entry, key: string): string {
  const found = member(holder, key);
  return found === undefined ? '' : textOf(found);
}

function drawnIn(level: Entry): NamedElement[] {
  return LISTS.flatMap(([key, element]) =>
    (member(level, key)?.entries ?? []).map((one) => ({
      element,
      id: word(one, 'id'),
      name: word(one, 'name'),
      level: word(level, 'id'),
    })),
  );
}

function feature(one: Entry): NamedElement[] {
  const properties = member(one, 'properties');
  const element = properties && ELEMENT_KINDS.find((kind) => kind === word(properties, 'element'));
  if (element === undefined || properties === undefined) return [];
  const id = word(properties, 'id') || word(one, 'id');
  return [{ element, id, name: word(properties, 'name'), level: word(properties, 'level') }];
}
