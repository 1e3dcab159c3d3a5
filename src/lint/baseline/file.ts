// The text of a baseline file, and its update.
import { byCodeUnit } from '../../base/order.js';
import { VERSION } from './parse.js';
import type { Baseline, BaselineFinding, PlanFindings } from './types.js';

/**
 * Returns the text of a baseline file: one finding a line, so that diffs and merges are readable; sorted by code unit;
 * no dates, no absolute paths. The same findings give the same bytes.
 */
export function baselineText({ tool, plans }: Baseline): string {
  const head = [`"sitecamBaseline": ${VERSION}`, `"tool": ${line({ name: tool.name, version: tool.version })}`];
  const all = [...plans].sort((a, b) => byCodeUnit(a.plan, b.plan)).map(planText);
  return `{\n  ${head.join(',\n  ')},\n  "plans": ${list(all, '  ')}\n}\n`;
}

function planText({ plan, findings }: PlanFindings): string {
  return `{\n      "plan": ${line(plan)},\n      "findings": ${list(findings.map(findingText), '      ')}\n    }`;
}

/** Writes keys in a fixed order, wherever the finding came from. */
function findingText(finding: BaselineFinding): string {
  const { rule, subject, outcome, bases = [], fingerprint, geometry, layout, seen, depth, covered } = finding;
  return line({
    rule,
    subject,
    outcome,
    ...(bases.length > 0 && { bases: bases.map(({ clause, outcome: own }) => ({ clause, outcome: own })) }),
    fingerprint,
    geometry,
    layout,
    seen,
    depth,
    covered,
  });
}

function list(items: readonly string[], indent: string): string {
  return items.length === 0 ? '[]' : `[\n${items.map((item) => `${indent}  ${item}`).join(',\n')}\n${indent}]`;
}

/** Returns JSON on one line, with invisible and bidirectional characters escaped. */
function line(value: unknown): string {
  return JSON.stringify(value).replace(/[\p{C}\p{Zl}\p{Zp}]/gu, (found) =>
    [...Array(found.length).keys()].map((n) => `\\u${found.charCodeAt(n).toString(16).padStart(4, '0')}`).join(''),
  );
}

/**
 * Returns `before` with the findings of some plans replaced by `found` and those of the `dropped` plans removed. Other
 * plans keep theirs.
 *
 * @param tool name and version of sitecam, which the result states
 * @param dropped paths of plans, as in `PlanFindings`
 */
export function withFindings(
  before: Baseline | undefined,
  found: readonly PlanFindings[],
  tool: Baseline['tool'],
  dropped: ReadonlySet<string> = new Set(),
): Baseline {
  const anew = new Set(found.map(({ plan }) => plan));
  const kept = (before?.plans ?? []).filter(({ plan }) => !anew.has(plan) && !dropped.has(plan));
  return { tool, plans: [...kept, ...found].sort((a, b) => byCodeUnit(a.plan, b.plan)) };
}
