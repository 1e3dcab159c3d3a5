// Example plans for the documentation pages of rules.
/**
 * Returns a ```yaml block for a rule's page: the plan, below lines `# => fail entrance` that name the expected verdicts
 * of the rule. A test lints the plan and compares.
 */
export function example(expected: readonly string[], plan: string): string {
  const marks = expected.map((verdict) => `# => ${verdict}`);
  return ['```yaml', ...marks, plan.trim(), '```'].join('\n');
}
