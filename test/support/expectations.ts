import { readFileSync } from 'node:fs';
import type { Outcome } from '../../src/rules/verdict.js';

export interface Expected {
  readonly rule: string;
  readonly subject: string;
  readonly outcome: Outcome;
  readonly pack?: string;
}

/** What the fixture of a rule is held to, and by which packs it is judged. */
export interface Expectation {
  readonly packs: readonly string[];
  readonly verdicts: readonly Expected[];
}

/**
 * What stands beside the plan at `path` as `<case>.expected.json`: verdicts by nm-2017, or by others where it is
 * `{"packs": ["cn-799-2025"], "verdicts": […]}`. Of several packs a verdict that isn't nm-2017's names its own:
 * `"pack": "cn-799-2025"`.
 */
export function expectationOf(path: string): Expectation {
  const written: Expectation | readonly Expected[] = JSON.parse(
    readFileSync(path.replace(/\.yaml$/, '.expected.json'), 'utf8'),
  );
  return 'packs' in written ? written : { packs: ['nm-2017'], verdicts: written };
}
