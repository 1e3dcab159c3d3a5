/** A plan in a rule's documentation, with what the rule says of it: `fail entrance`. A test lints it and holds it to that. */
export function example(expected: readonly string[], plan: string): string {
  const marks = expected.map((verdict) => `# => ${verdict}`);
  return ['```yaml', ...marks, plan.trim(), '```'].join('\n');
}
