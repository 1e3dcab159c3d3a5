import type { Locale } from '../../i18n/locale.js';

/** What is left out first where there is no room for all; what is `always` there never is. */
const ORDER = ['settled', 'devices', 'coverage', 'drawings', 'waived', 'warning', 'review', 'open', 'fail'] as const;

export type Weight = (typeof ORDER)[number] | 'always';

/** A piece of a section that is there or not as a whole: a finding, a row of a table, a table. */
export interface SectionPart {
  readonly text: string;
  readonly weight: Weight;
  /** How it follows what is before it: a row its table, anything else an empty line. */
  readonly glue?: '\n' | '\n\n';
  /** How it is called where it is left out, and whether it is counted there. */
  readonly name: string;
  readonly counted?: true;
}

/** A part of a report. */
export interface Section {
  /** Heading; empty for the head, which brings its own. */
  readonly title: string;
  /** None: nothing to say, the section is left out. */
  readonly parts: readonly SectionPart[];
}

const BYTES = new TextEncoder();

/** The length of `text` in a file. */
function bytes(text: string): number {
  return BYTES.encode(text).length;
}

/** A section of one text; none where the text is empty. */
export function wholeSection(title: string, text: string, weight: Weight): Section {
  return { title, parts: text === '' ? [] : [{ text, weight, name: title }] };
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
 * `sections` one after the other. Within `budget` bytes (UTF-8), where given, as far as what is always there leaves room:
 * the tables that only list are left out first, then whole findings from the least grave on, and the report says what
 * and how many.
 */
export function assembleSections(sections: readonly Section[], locale: Locale, budget: number | undefined): string {
  const all = write(sections, new Set()).join('\n');
  if (budget === undefined || bytes(all) <= budget) return all;
  const cut = new Set<SectionPart>();
  const names = new Map<string, number | undefined>();
  let excess = bytes(all) - budget;
  for (const part of candidates(sections)) {
    if (cut.size > 0 && excess + bytes(`\n${notice(names, locale)}\n`) <= 0) break;
    cut.add(part);
    names.set(part.name, part.counted === undefined ? undefined : (names.get(part.name) ?? 0) + 1);
    // What is before it goes with it: of a section's first part, the heading.
    excess -= bytes(part.text) + (part.glue ?? '\n\n').length;
  }
  return [...write(sections, cut), ...(cut.size === 0 ? [] : [`${notice(names, locale)}\n`])].join('\n');
}

/** What may be left out, first what goes first. */
function candidates(sections: readonly Section[]): SectionPart[] {
  const parts = sections.flatMap((section) => section.parts);
  return ORDER.flatMap((weight) => parts.filter((part) => part.weight === weight).reverse());
}

/** What was left out and how much of it; what isn't counted was left out as a whole. */
function notice(names: ReadonlyMap<string, number | undefined>, locale: Locale): string {
  const counts = [...names].map(([name, n]) => {
    if (n === undefined) return name;
    return locale === 'en' ? `${n} ${name}` : `${name}${n}项`;
  });
  return locale === 'en'
    ? `**Left out for lack of room: ${counts.join('; ')}. The full report has them.**`
    : `**因篇幅限制未列出：${counts.join('；')}。见完整报告。**`;
}

/** Several plans, each assembled, put `together`: within `budget` bytes they share what room there is. */
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

/** Equal shares of `budget`, where what one plan doesn't `want` goes to those that want more. */
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
