// The table of models that comes with sitecam, made by tools/models/make.mjs.

import data from './table.json' with { type: 'json' };
import type { Catalogues, ModelTable } from './types.js';

/** The table of camera models that comes with sitecam. Its facts are a third party's, and nobody here verified them. */
export const TABLE = data as unknown as Required<ModelTable>;

/** Catalogues of a run that names none: the shipped table alone. */
export const SHIPPED: Catalogues = { files: [], shipped: true };

/**
 * Returns the lists of models in the order in which they are searched, each with the path of the user's catalogue; the
 * shipped table has none.
 */
export function listsOf({ files, shipped }: Catalogues): (ModelTable & { readonly path?: string })[] {
  return [...files.map(({ file: { path }, models }) => ({ path, models })), ...(shipped ? [TABLE] : [])];
}
