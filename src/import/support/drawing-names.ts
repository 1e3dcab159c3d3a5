// Names of source files for keys of levels and ids of DXF entities. They never depend on how a file was named on the command line.

import type { InputFile } from '../types.js';

/** Returns a file name without folder and ending, in NFC, since file systems differ in how they spell é. */
function stemOf(path: string): string {
  return (path.split('/').at(-1) ?? path).replace(/\.[^.]*$/, '').normalize('NFC');
}

/**
 * Returns the name of each drawing by path: the file name without ending. Equal names get as many folders as it takes
 * to tell them apart (`1F/plan`, `2F/plan`); files of one folder get their endings.
 */
export function drawingNames(files: readonly Pick<InputFile, 'path' | 'place'>[]): ReadonlyMap<string, string> {
  const found = files.map(({ path, place = path }) => {
    const folders = place.split('/').filter((part) => part !== '' && part !== '.' && part !== '..');
    const stem = stemOf(place);
    return { path, folders: folders.slice(0, -1), stem, file: (folders.at(-1) ?? stem).normalize('NFC') };
  });
  const names = new Map<string, string>();
  let left = found;
  for (let depth = 0; left.length > 0; depth += 1) {
    const called = left.map((one) => ({ ...one, name: nameAt(one, depth), isWhole: one.folders.length < depth }));
    const counts = new Map<string, number>();
    for (const { name } of called) counts.set(name, (counts.get(name) ?? 0) + 1);
    for (const { path, file, name, isWhole } of called) {
      if (counts.get(name) === 1) names.set(path, name);
      else if (isWhole) names.set(path, file);
    }
    left = left.filter(({ path }) => !names.has(path));
  }
  return new Map(found.map(({ path, stem }) => [path, names.get(path) ?? stem]));
}

function nameAt(
  { folders, stem }: { readonly folders: readonly string[]; readonly stem: string },
  depth: number,
): string {
  return [...folders.slice(Math.max(0, folders.length - depth)), stem].join('/').normalize('NFC');
}
