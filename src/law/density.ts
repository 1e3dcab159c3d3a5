// Levels of detail (pixel densities) by edition of the standard EN 62676-4.
import type { Localized } from '../i18n/locale.js';
import en62676 from './standards/en-62676-4.json' with { type: 'json' };
import type { DensityLevel } from './types.js';

/** A level of detail as an edition of the standard gives it. A missing member is unknown. */
export interface EditionLevel {
  readonly id: DensityLevel['id'];
  readonly name?: Localized;
  /** Pixel density in px/m. */
  readonly density?: number;
  /** True if checked against the standard's own text. Levels that aren't confirmed judge nothing. */
  readonly confirmed: boolean;
}

/** An edition of the standard that the levels of detail come from, coarsest level first. */
export interface DensityEdition {
  readonly edition: string;
  readonly note?: Localized;
  readonly levels: readonly EditionLevel[];
}

/** The standard behind the levels of detail, with a note on what it doesn't say. */
export const densityStandard: {
  readonly id: string;
  readonly name: Localized;
  readonly note: Localized;
  readonly editions: readonly DensityEdition[];
  // JSON modules are typed wider than the union of ids; a test checks the file against it.
} = en62676 as typeof densityStandard;

/**
 * Returns the levels of one edition that may be judged by: confirmed, with a name and a figure. Throws an Error if
 * there is no such edition.
 */
export function densityLevels(edition: string): DensityLevel[] {
  const found = densityStandard.editions.find((one) => one.edition === edition);
  if (found === undefined) throw new Error(`no edition '${edition}' of ${densityStandard.id}`);
  const source = `${densityStandard.id}:${edition}`;
  return found.levels.flatMap(({ id, name, density, confirmed }) =>
    name === undefined || density === undefined || !confirmed
      ? []
      : [{ id, name, density, source: { zh: source, en: source }, edition, confirmed }],
  );
}
