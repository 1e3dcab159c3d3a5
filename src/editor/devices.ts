// Devices by where the cursor is, and where they stand in the files.
import type { Position } from 'vscode-languageserver-types';
import { pointerAt } from '../source/place/pointer-at.js';
import { elementAt } from './elements.js';
import { fileAt, namesCalled, offsetsOf } from './names/names.js';
import type { LocationOf } from './names/references.js';
import { asRead } from './plan.js';
import { offsetAt, rangeOf } from './text.js';
import type { OpenPlan } from './types.js';

/** Returns the id of the device in whose text a position of the file at `path` is; undefined if it is in none. */
export function deviceAt(plan: OpenPlan, path: string, position: Position): string | undefined {
  const file = fileAt(plan, path);
  const found = file && elementAt(file, pointerAt(asRead(file), offsetAt(file, position)).pointer);
  const id = found?.element === 'device' ? found.value.id : undefined;
  return typeof id === 'string' ? id : undefined;
}

/** Returns the place where an element's id is declared; undefined if the plan has no such element. */
export function placeOfId(plan: OpenPlan, id: string): LocationOf | undefined {
  const name = namesCalled(plan, 'element', id).find(({ own }) => own);
  if (name === undefined) return undefined;
  const { from, to } = offsetsOf(name);
  return { path: name.file.path, range: rangeOf(name.file, from, to) };
}
