import { expect } from 'vitest';
import type { ExitCode } from '../../src/host/io.js';
import type { Folder } from '../support/folder.js';

/** What a run says of the one plan it was asked to lint. */
export interface Said {
  readonly code: ExitCode;
  /** What keeps the plan from being read, as `code line:column`; of a plan that was judged undefined. */
  readonly refused: readonly string[] | undefined;
  /** Verdicts other than passes and what doesn't apply, as `outcome rule subject`. */
  readonly found: readonly string[];
  readonly err: string;
}

interface Reported {
  readonly unreadable?: readonly { code: string; place: { line?: number; column?: number } }[];
  readonly verdicts?: readonly { rule: string; subject: string; outcome: string }[];
}

/** Runs the command on a plan of a folder and reads its report back. */
export async function lintIn(folder: Folder, argv: readonly string[]): Promise<Said> {
  const { code, out, err } = await folder.run(['lint', '-f', 'json', ...argv]);
  if (out === '') return { code, refused: undefined, found: [], err };
  const report: { plans: Reported[] } = JSON.parse(out);
  expect(report.plans).toHaveLength(1);
  const [plan] = report.plans;
  const refused = plan.unreadable?.map(
    ({ code: what, place: { line = '-', column = '-' } }) => `${what} ${line}:${column}`,
  );
  const found = (plan.verdicts ?? [])
    .filter(({ outcome }) => outcome !== 'pass' && outcome !== 'notApplicable')
    .map(({ outcome, rule, subject }) => `${outcome} ${rule} ${subject}`);
  return { code, refused, found, err };
}
