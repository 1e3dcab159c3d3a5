// For whom a run is (`--as`), and which options that excludes.

import type { Localized } from '../../i18n/locale.js';
import { oneOf, UsageError } from '../usage.js';
import { t } from './texts.js';

/**
 * Personas of a run (`--as`): for whom it is. They decide which of the author's files are taken and how the report is
 * printed.
 */
export const PERSONAS = ['designer', 'ci', 'reviewer'] as const;
/** For whom a run is: the designer of the plan, an automatic check, or a reviewer, who takes no terms from the author. */
export type Persona = (typeof PERSONAS)[number];

/** Returns the persona that `--as` names; the designer if it is not given. Throws a UsageError for an unknown name. */
export function personaOf(text: string | undefined): Persona {
  return text === undefined ? 'designer' : oneOf(text, PERSONAS, t.persona);
}

/** Options that contradict the purpose of a persona, each with the reason. */
const AGAINST: Readonly<Record<Persona, Readonly<Record<string, Localized>>>> = {
  designer: {},
  ci: { fix: t.ciFix, write: t.ciFix },
  reviewer: {
    fix: t.reviewerFix,
    write: t.reviewerFix,
    waivers: t.reviewerWaivers,
    quiet: t.reviewerQuiet,
    since: t.reviewerSince,
    cache: t.reviewerCache,
  },
};

/**
 * Throws a UsageError if an option in `flags` (by name in camel case; false: not given) contradicts the persona, such
 * as `fix` for a reviewer.
 */
export function checkPersona(persona: Persona, flags: Readonly<Record<string, unknown>>): void {
  for (const [option, reason] of Object.entries(AGAINST[persona])) {
    if (flags[option] === undefined || flags[option] === false) continue;
    throw UsageError.onOptions(t.againstPersona({ option, persona, reason }));
  }
}
