import { difference } from '../../../src/features/diff/compare/diff.js';
import type { DiffInput, DiffPair, DiffSide } from '../../../src/features/diff/input.js';
import type { LintResult } from '../../../src/lint/types.js';
import { rules } from '../../../src/rules/registry.gen.js';
import { lintedPlan } from '../../support/linted.js';

/** A KTV, and what became of it: edits of every sort. */
export const OLD = 'fixtures/diff/old.yaml';
export const NEW = 'fixtures/diff/new.yaml';

/** Rules of these groups stay what they are when a law brings more of them: what is golden is this difference, not theirs. */
const STEADY = /^(?:capture|plan|waiver)\/|^coverage\/(?:protected|declared|criterion)$/;

function steady(result: LintResult): LintResult {
  return result.ok ? { ...result, verdicts: result.verdicts.filter(({ rule }) => STEADY.test(rule)) } : result;
}

/** A pair of states of the plan at `path`, by texts laid over the disk's; undefined: it isn't there. */
export function pairOf(
  old: string | undefined,
  now: string | undefined,
  { path = NEW, failOn = 'error' }: { readonly path?: string; readonly failOn?: DiffPair['failOn'] } = {},
): DiffPair {
  const side = (text: string | undefined, revision?: string): DiffSide | undefined =>
    text === undefined
      ? undefined
      : { path, ...(revision !== undefined && { revision }), result: steady(lintedPlan(path, { [path]: text })) };
  const [before, after] = [side(old, 'main'), side(now)];
  const [one, other] = [before?.result, after?.result];
  const readable = one?.ok !== false && other?.ok !== false;
  return { path, old: before, new: after, failOn, compared: readable ? difference(one, other) : undefined };
}

export function inputOf(...pairs: readonly DiffPair[]): DiffInput {
  return { tool: { name: 'sitecam', version: '0.1.0' }, rules, today: '2026-03-01', pairs };
}
