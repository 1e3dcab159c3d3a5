// Reading a user's catalogue of models.

import { isDay } from '../i18n/day.js';
import { parseSource } from '../source/parse/parse.js';
import { child } from '../source/place/pointer.js';
import { problemOf, type SourceProblem } from '../source/problem.js';
import { checkSchema } from '../source/schema/check.js';
import { modelsValidator } from '../source/schema/validators.js';
import { type FileKind, isMarked, withheld } from '../source/schema/withheld.js';
import type { SourceFile } from '../source/types.js';
import { plainName } from './find.js';
import { modelText } from './texts.js';
import type { CatalogueFile, ModelTable } from './types.js';

/** A catalogue, or all problems found in it. */
export type LoadedCatalogue =
  | { readonly ok: true; readonly catalogue: CatalogueFile }
  | { readonly ok: false; readonly problems: readonly SourceProblem[]; readonly file: SourceFile };

const KIND: FileKind = { name: modelText.file, marks: ['models'] };

/** Returns the models in `bytes`, or all problems of the file at `path` (as shown to people). */
export function parseCatalogue(path: string, bytes: Uint8Array): LoadedCatalogue {
  const parsed = parseSource(path, bytes);
  if (!parsed.ok) return { ok: false, ...withheld(parsed.problems, parsed.file, KIND) };
  const checked = checkSchema<ModelTable>(modelsValidator(), parsed.value, (pointer) => ({ path, pointer }));
  if (!checked.ok) {
    if (isMarked(parsed.value, KIND)) return { ...checked, file: parsed.file };
    return { ok: false, ...withheld(checked.problems, parsed.file, KIND) };
  }
  const { models } = checked.document;
  const first = new Map<string, number>();
  const problems = models.flatMap(({ brand, model, date, zoom }, index): SourceProblem[] => {
    const at = (key: string) => ({ path, pointer: child('/models', index, key) });
    const name = plainName(`${brand}${model}`);
    const isTwice = first.has(name);
    first.set(name, index);
    return [
      ...(isTwice ? [problemOf(modelText.twice({ model }), at('model'))] : []),
      ...(isDay(date) ? [] : [problemOf(modelText.day({ date }), at('date'))]),
      ...(zoom !== undefined && zoom[0] > zoom[1] ? [problemOf(modelText.zoom, at('zoom'))] : []),
    ];
  });
  return problems.length > 0
    ? { ok: false, problems, file: parsed.file }
    : { ok: true, catalogue: { file: parsed.file, models } };
}
