// Definitions of ids, and references to them.
import type { Position, Range } from 'vscode-languageserver-types';
import { groupBy } from '../../base/arrays.js';
import * as posix from '../../base/posix.js';
import { confinedPath } from '../../plan/read/assemble.js';
import { isRecord, listIn, textIn } from '../../plan/read/unknown.js';
import { tokens } from '../../source/place/pointer.js';
import { pointerAt } from '../../source/place/pointer-at.js';
import { asRead, planOf } from '../plan.js';
import { offsetAt, rangeOf } from '../text.js';
import type { OpenPlan } from '../types.js';
import { fileAt, type Name, nameAt, namesCalled, offsetsOf } from './names.js';

/** A range of text in one of the plan's files, for the editor to go to. */
export interface LocationOf {
  readonly path: string;
  readonly range: Range;
}

/**
 * Returns where the element is declared whose id stands at a position; for the name of a geometry file, the file; [] if
 * there is neither.
 */
export function definitionsAt(plan: OpenPlan, path: string, position: Position): LocationOf[] {
  const file = fileAt(plan, path);
  if (file === undefined) return [];
  const offset = offsetAt(file, position);
  const name = nameAt(plan, file, offset);
  if (name === undefined) return geometryAt(plan, path, offset);
  return locationsOf(namesCalled(plan, name.space, name.id).filter(({ own }) => own));
}

/**
 * Returns all references to the id at a position, and its declaration if `includeDeclaration`; [] if no id stands
 * there.
 */
export function referencesAt(
  plan: OpenPlan,
  path: string,
  position: Position,
  includeDeclaration: boolean,
): LocationOf[] {
  const file = fileAt(plan, path);
  const name = file && nameAt(plan, file, offsetAt(file, position));
  if (name === undefined) return [];
  return locationsOf(namesCalled(plan, name.space, name.id).filter(({ own }) => includeDeclaration || !own));
}

/** Returns the places of ids in the order of the files and of their texts, each once: an alias repeats what stands elsewhere. */
function locationsOf(names: readonly Name[]): LocationOf[] {
  const places = names.map((name) => ({ name, at: offsetsOf(name) }));
  const files = groupBy(places, ({ name }) => name.file);
  return [...files].flatMap(([file, here]) => {
    const starts = new Map(here.map(({ at }) => [at.from, at]));
    return [...starts.values()]
      .sort((a, b) => a.from - b.from)
      .map(({ from, to }) => ({ path: file.path, range: rangeOf(file, from, to) }));
  });
}

/** Returns the file of geometry whose path stands at an offset of the plan, if it is open with it. */
function geometryAt(plan: OpenPlan, path: string, offset: number): LocationOf[] {
  const [main] = plan.files;
  const at = pointerAt(asRead(main), offset);
  const [levels, index, key] = tokens(at.pointer.replace(/^\/sitecam(?=\/)/, ''));
  if (path !== main.path || levels !== 'levels' || key !== 'geometry' || at.key === true) return [];
  const level = listIn(planOf(plan), 'levels')?.[Number(index)];
  const reference = isRecord(level) ? textIn(level, 'geometry') : undefined;
  const named = reference === undefined ? undefined : confinedPath(path, reference, true);
  const file = named === undefined ? undefined : fileAt(plan, posix.normalize(named));
  return file === undefined ? [] : [{ path: file.path, range: rangeOf(file, 0, 0) }];
}
