// The eight steps of the check of a law pack.
import type { Localized } from '../../i18n/locale.js';
import { lintSteps } from './lints.js';
import { rowStep, tableOf } from './rows.js';
import { honestyStep, penaltyStep, textStep } from './text.js';
import { t } from './texts.js';
import { type PackCheck, type PackInput, STEPS } from './types.js';

/**
 * Returns the result of checking a pack that its schema refuses, with the problems that the schema found: no later step
 * is run.
 */
export function refusedPack(id: string, problems: readonly Localized[]): PackCheck {
  const steps = STEPS.map((name) =>
    name === 'schema' ? { name, problems, notes: [] } : { name, problems: [], notes: [], skipped: true as const },
  );
  return { id, steps, table: [] };
}

/** Checks a pack that its schema accepts, step by step. */
export async function checkPack(input: PackInput): Promise<PackCheck> {
  const { pack, statute } = input;
  const schema = { name: 'schema' as const, problems: pack.statute === undefined ? [t.noStatute] : [], notes: [] };
  const [lints, citations] = await lintSteps(input);
  const { step: rows, reached } = rowStep(input);
  return {
    id: pack.id,
    steps: [
      schema,
      textStep(pack, statute),
      honestyStep(pack),
      lints,
      citations,
      rows,
      penaltyStep(pack),
      { name: 'table', problems: [], notes: [] },
    ],
    table: tableOf(pack, reached),
  };
}

/** Returns how many problems the check found. */
export function problemCount({ steps }: PackCheck): number {
  return steps.reduce((sum, { problems }) => sum + problems.length, 0);
}
