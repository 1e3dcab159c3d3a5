import type { Locale } from '../../i18n/locale.js';

/** A part of a report. */
export interface Section {
  /** Heading; empty for the head, which brings its own. */
  readonly title: string;
  /** Empty: nothing to say, the section is left out. */
  readonly body: string;
  /** 0 is never left out; of the others the greatest goes first. */
  readonly keep: number;
}

const BYTES = new TextEncoder();

function write({ title, body }: Section): string {
  return title === '' ? `${body}\n` : `## ${title}\n\n${body}\n`;
}

/** `sections` one after the other, within `budget` bytes where given, saying what had to be left out. */
export function assemble(sections: readonly Section[], locale: Locale, budget: number | undefined): string {
  let kept = [...sections];
  const cut: string[] = [];
  const text = () => [...kept.map(write), ...(cut.length === 0 ? [] : [`${notice(cut, locale)}\n`])].join('\n');
  while (budget !== undefined && BYTES.encode(text()).length > budget) {
    const least = kept.reduce((a, b) => (b.keep > a.keep ? b : a));
    if (least.keep === 0) break;
    kept = kept.filter((section) => section !== least);
    cut.push(least.title);
  }
  return text();
}

function notice(cut: readonly string[], locale: Locale): string {
  return locale === 'en'
    ? `**Left out for lack of room: ${cut.join('; ')}. The full report has them.**`
    : `**因篇幅限制未列出：${cut.join('；')}。见完整报告。**`;
}
