// Assembly of sections within a budget of bytes.
import { catalogue } from '../../i18n/catalogue.js';
import { type Locale, render, verbatim } from '../../i18n/locale.js';

const t = catalogue('budget', {
  counted: { zh: '{name}{n}项', en: '{n} {name}' },
  next: { zh: '；', en: '; ' },
  notice: {
    zh: '**因篇幅限制未列出：{list}。见完整报告。**',
    en: '**Left out for lack of room: {list}. The full report has them.**',
  },
});

/** Weights in the order in which parts are left out if there is no room. Parts of weight `always` stay. */
const ORDER = [
  'settled',
  'undecided',
  'devices',
  'coverage',
  'drawings',
  'waived',
  'warning',
  'drawing',
  'review',
  'open',
  'fail',
] as const;

/** Weight of a part, which decides when it is left out. */
export type Weight = (typeof ORDER)[number] | 'always';

/** A piece of a section that is kept or left out as a whole: a finding, a row of a table, a table. */
export interface SectionPart {
  readonly text: string;
  readonly weight: Weight;
  /** Separator from the part before: a line break for a row of a table, else an empty line (the default). */
  readonly glue?: '\n' | '\n\n';
  /** Name in the notice on what was left out. */
  readonly name: string;
  readonly counted?: true;
}

/** A section of a report. */
export interface Section {
  /** Heading; empty for the head, which brings its own. */
  readonly title: string;
  /** Parts of the section. Empty: the section is left out. */
  readonly parts: readonly SectionPart[];
}

const BYTES = new TextEncoder();

/** Returns the size of `text` in UTF-8, bytes. */
function bytes(text: string): number {
  return BYTES.encode(text).length;
}

function write(sections: readonly Section[], cut: ReadonlySet<SectionPart>): string[] {
  return sections.flatMap(({ title, parts }) => {
    const kept = parts.filter((part) => !cut.has(part));
    if (kept.length === 0) return [];
    const body = kept.map(({ text, glue }, n) => (n === 0 ? text : `${glue ?? '\n\n'}${text}`)).join('');
    return [title === '' ? `${body}\n` : `## ${title}\n\n${body}\n`];
  });
}

/**
 * Returns `sections` one after the other. If `budget` (bytes, UTF-8) is given, cuts to it as far as parts of weight
 * `always` allow: first tables that only list, then whole findings from the least grave on. The report says what and
 * how many were left out.
 */
function assembleSections(sections: readonly Section[], locale: Locale, budget: number | undefined): string {
  const all = write(sections, new Set()).join('\n');
  if (budget === undefined || bytes(all) <= budget) return all;
  const cut = new Set<SectionPart>();
  const names = new Map<string, number | undefined>();
  let excess = bytes(all) - budget;
  for (const part of candidates(sections)) {
    if (cut.size > 0 && excess + bytes(`\n${notice(names, locale)}\n`) <= 0) break;
    cut.add(part);
    names.set(part.name, part.counted === undefined ? undefined : (names.get(part.name) ?? 0) + 1);
    // The separator goes with the part; for a section's first part also the heading.
    excess -= bytes(part.text) + (part.glue ?? '\n\n').length;
  }
  return [...write(sections, cut), ...(cut.size === 0 ? [] : [`${notice(names, locale)}\n`])].join('\n');
}

/** Returns the parts that may be left out, in the order in which they go. */
function candidates(sections: readonly Section[]): SectionPart[] {
  const parts = sections.flatMap((section) => section.parts);
  return ORDER.flatMap((weight) => parts.filter((part) => part.weight === weight).reverse());
}

/** Returns the notice on what was left out, with numbers of what is counted. */
function notice(names: ReadonlyMap<string, number | undefined>, locale: Locale): string {
  const counts = [...names].map(([name, n]) =>
    n === undefined ? name : render(t.counted({ name: verbatim(name), n }), locale),
  );
  return render(t.notice({ list: verbatim(counts.join(render(t.next, locale))) }), locale);
}

/** Returns several plans, each assembled, joined by `together`. With a `budget` (bytes) they share the room. */
export function assembleAll(
  plans: readonly (readonly Section[])[],
  together: (parts: readonly string[]) => string,
  locale: Locale,
  budget: number | undefined,
): string {
  const wanted = plans.map((sections) => assembleSections(sections, locale, undefined));
  if (budget === undefined) return together(wanted);
  const around = bytes(together(wanted)) - wanted.reduce((sum, plan) => sum + bytes(plan), 0);
  const shares = shareOut(budget - around, wanted.map(bytes));
  return together(plans.map((sections, n) => assembleSections(sections, locale, shares[n])));
}

/** Returns equal shares of `budget`; what one plan doesn't need goes to those that need more. */
function shareOut(budget: number, wants: readonly number[]): number[] {
  const shares = wants.map(() => 0);
  let left = budget;
  const smallestFirst = [...wants.keys()].sort((a, b) => wants[a] - wants[b]);
  for (const [n, index] of smallestFirst.entries()) {
    shares[index] = Math.max(0, Math.min(wants[index], Math.floor(left / (wants.length - n))));
    left -= shares[index];
  }
  return shares;
}
