import type { Localized } from '../i18n/locale.js';
import en62676 from './standards/en-62676-4.json' with { type: 'json' };
import type { DensityLevel } from './types.js';

/** A level as an edition of the standard has it; what isn't given isn't known. */
export interface EditionLevel {
  readonly id: DensityLevel['id'];
  readonly name?: Localized;
  /** px/m */
  readonly density?: number;
  /** Checked against the standard's own text. What isn't judges nothing. */
  readonly confirmed: boolean;
}

/** An edition of the standard that the levels of detail come from, coarsest level first. */
export interface DensityEdition {
  readonly edition: string;
  readonly note?: Localized;
  readonly levels: readonly EditionLevel[];
}

/** The standard behind the levels of detail, with what it is not. */
export const densityStandard: {
  readonly id: string;
  readonly name: Localized;
  readonly note: Localized;
  readonly editions: readonly DensityEdition[];
  // JSON modules are typed wider than the union of ids; a test holds the file to it.
} = en62676 as typeof densityStandard;

/** The levels of one edition that may be judged by: confirmed, with a name and a figure. Throws where there is no such edition. */
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
