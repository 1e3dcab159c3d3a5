// Example plans for the documentation pages of rules.
/** Start of an example that gives only its level: a hotel with one level, F1. */
const HOTEL = `sitecam: 1
site: {name: 示例, categories: [hotel], region: "150102"}
coordinates: metres
levels:
  - id: F1
`;

/**
 * Returns a ```yaml block for a rule's page: the plan, below lines `# => fail entrance` that name the expected verdicts
 * of the rule. A test lints the plan and compares. A `plan` that starts indented holds only the keys of a level, which
 * becomes F1 of a hotel.
 */
export function example(expected: readonly string[], plan: string): string {
  const marks = expected.map((verdict) => `# => ${verdict}`);
  const whole = /^\n? /.test(plan) ? HOTEL + plan.replace(/^\n/, '') : plan;
  return ['```yaml', ...marks, whole.trim(), '```'].join('\n');
}
