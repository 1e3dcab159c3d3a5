import { xmlText } from '../../render/xml.js';

/** What a verdict is to a test runner; what is no more than said is a test that passed. */
export type State = 'failure' | 'error' | 'skipped' | undefined;

export function caseCounts(states: readonly State[]) {
  const n = (state: State) => states.filter((one) => one === state).length;
  return { tests: states.length, failures: n('failure'), errors: n('error'), skipped: n('skipped') };
}

/** A test that went wrong, with its reason. `skipped` has no type in the schemas that services check against. */
export function caseElement(
  head: string,
  state: NonNullable<State>,
  { message, type }: { readonly message: string; readonly type: string },
  lines: readonly string[],
): string {
  const said = attributes(state === 'skipped' ? { message } : { message, type });
  const text = lines.map(xmlText).join('\n');
  return `    <testcase${head}>\n      <${state}${said}>${text}</${state}>\n    </testcase>\n`;
}

/** ` name="value"` for each: a suite is opened long before it is closed. */
export function attributes(values: Readonly<Record<string, string | number>>): string {
  return Object.entries(values)
    .map(([name, value]) => ` ${name}="${xmlText(String(value))}"`)
    .join('');
}
