// Elements of JUnit's XML.
import { xmlText } from '../../render/xml.js';

/** State of a test case; undefined for one that passed. */
export type State = 'failure' | 'error' | 'skipped' | undefined;

/** Returns the counts of a suite's test cases by state. */
export function caseCounts(states: readonly State[]) {
  const n = (state: State) => states.filter((one) => one === state).length;
  return { tests: states.length, failures: n('failure'), errors: n('error'), skipped: n('skipped') };
}

/**
 * Returns the element of a test case that didn't pass, with its reason. `skipped` has no type in the schemas that
 * services validate with.
 *
 * @param head attributes of the test case, as {@link attributes} writes them
 * @param lines plain text of the reason, line by line
 */
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

/** Returns ` name="value"` for each value, escaped, for an opening tag. */
export function attributes(values: Readonly<Record<string, string | number>>): string {
  return Object.entries(values)
    .map(([name, value]) => ` ${name}="${xmlText(String(value))}"`)
    .join('');
}
