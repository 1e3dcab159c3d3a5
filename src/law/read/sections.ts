// Sections of a law pack, as its files write them.
import type { PackFiles } from '../complete-pack.js';
import type { Requirement } from '../requirement.js';
import type { Category, Instrument, Pack, Parameter } from '../types.js';

/** A category as a pack writes it: members that it shares with other packs are left out. */
export type WrittenCategory = Partial<Category> & Pick<Category, 'id' | 'basis'>;

type Lists = 'penalties' | 'zoneKinds' | 'prohibitions' | 'pointProtection' | 'criteria';
type Others =
  | 'incomplete'
  | 'statute'
  | 'protects'
  | 'system'
  | 'capture'
  | 'tracks'
  | 'fittings'
  | 'signs'
  | 'standards'
  | 'opinion';

/** A pack that its JSON schema (schemas/law.schema.json) accepts, before its meaning is checked. */
export interface CheckedPack
  extends Omit<PackFiles, Lists | Others | 'categories' | 'clauses' | 'instruments' | 'requirements' | 'parameters'>,
    Partial<Pick<Pack, Lists | Others>> {
  readonly $schema?: string;
  readonly instruments: readonly Instrument[];
  readonly clauses: Pack['clauses'];
  readonly categories?: readonly WrittenCategory[];
  readonly requirements?: readonly Requirement[];
  readonly parameters?: Readonly<Record<string, Parameter>>;
}

/** Sections that may be in a file of their own beside pack.json. */
export const SECTIONS = [
  'instruments',
  'clauses',
  'cites',
  'penalties',
  'zoneKinds',
  'categories',
  'prohibitions',
  'capture',
  'tracks',
  'requirements',
  'standards',
  'fittings',
  'signs',
  'opinion',
  'pointProtection',
  'criteria',
  'parameters',
] as const satisfies readonly (keyof CheckedPack)[];
