import type { Mutant } from './points.js';

/** A mutant and the number it is switched on by. */
export interface Numbered extends Mutant {
  readonly id: number;
}

/**
 * `text` with all these mutants in it, each asleep until `globalThis.$mutant(id)` says that it is the one: one copy of the
 * sources, made once, does for all. On one line with what was the first, so that lines stay what they were.
 */
export function instrumented(text: string, mutants: readonly Numbered[]): string {
  const sorted = mutants.toSorted((a, b) => a.start - b.start || b.end - a.end);
  return `const $mutant = globalThis.$mutant ?? (() => false); ${render(text, 0, text.length, sorted)}`;
}

/** What stands from `start` to `end`, with the mutants within. */
function render(text: string, start: number, end: number, within: readonly Numbered[]): string {
  let out = '';
  let at = start;
  for (let i = 0; i < within.length; ) {
    const outer = within[i];
    if (outer === undefined) break;
    let next = i;
    const same: Numbered[] = [];
    const inner: Numbered[] = [];
    for (; next < within.length; next += 1) {
      const other = within[next];
      if (other === undefined || other.start >= outer.end) break;
      if (other.start === outer.start && other.end === outer.end) same.push(other);
      else inner.push(other);
    }
    out += text.slice(at, outer.start) + switched(same, render(text, outer.start, outer.end, inner));
    at = outer.end;
    i = next;
  }
  return out + text.slice(at, end);
}

function switched(mutants: readonly Numbered[], original: string): string {
  const removed = mutants.filter(({ text }) => text === undefined);
  if (removed.length > 0) return `{ if (!(${removed.map(({ id }) => `$mutant(${id})`).join(' || ')})) ${original} }`;
  return `(${mutants.map(({ id, text }) => `$mutant(${id}) ? (${text}) : `).join('')}(${original}))`;
}
