// Conflicts as text on a terminal and as Markdown.

import { Chalk } from 'chalk';
import { siteText } from '../../findings/wording/subject.js';
import { render } from '../../i18n/catalogue.js';
import { inLocale, type Locale, type Localized } from '../../i18n/locale.js';
import type { Report } from '../../lint/types.js';
import { markdownText, plainText } from '../../render/escape.js';
import { screen } from '../../render/screen.js';
import { withoutCommands } from '../../render/writers/terminal.js';
import { type Beside, conflictsHeadline, conflictText, HEADS, terms } from './texts.js';
import type { Conflict } from './types.js';

/** Conflicts found in one plan. */
export interface PlanConflicts extends Beside {
  readonly report: Report;
  readonly conflicts: readonly Conflict[];
  /** Path of each camera's drawing, by device id. */
  readonly drawings: ReadonlyMap<string, string>;
}

/** Returns the conflicts of a plan as text for a terminal, with each camera's answer coloured by its kind. */
export function conflictsText(
  { report, conflicts, drawings, ...beside }: PlanConflicts,
  locale: Locale,
  { colour, width }: { readonly colour: boolean; readonly width?: number },
): string {
  const s = screen(new Chalk({ level: colour ? 1 : 0 }), width);
  const say = (text: Localized) => plainText(inLocale(text, locale));
  const groups = { pose: 'pass', none: 'fail', undecided: 'open' } as const;
  const lines: string[] = [s.strong(`${plainText(report.path)}  ${render(siteText(report.site.name), locale)}`), ''];
  const row = (head: Localized, text: Localized) => {
    const start = `${say(head)}${locale === 'en' ? ': ' : '：'}`;
    lines.push(...s.wrap(`${start}${say(text)}`, 2, 4));
  };
  for (const conflict of conflicts) {
    const { device, answer } = conflict;
    const { watch, avoid, criterion, mask, answer: text } = conflictText(conflict, report.pack);
    lines.push(s.strong(plainText(device.name === undefined ? device.id : `${device.id} ${device.name}`)));
    for (const one of watch) row(HEADS.watch, one);
    for (const one of avoid) row(HEADS.avoid, one);
    const at = lines.length;
    row(HEADS.answer, text);
    for (let i = at; i < lines.length; i++) lines[i] = s.group(groups[answer.is], lines[i] ?? '');
    if (criterion !== undefined) row(HEADS.criterion, criterion);
    if (mask !== undefined) row(HEADS.mask, mask);
    const file = drawings.get(device.id);
    if (file !== undefined) row(HEADS.drawing, { zh: file, en: file });
    lines.push('');
  }
  lines.push(...s.wrap(say(conflictsHeadline(conflicts, beside))));
  if (conflicts.length > 0) lines.push(...s.wrap(say(terms())).map(s.dim));
  return withoutCommands(`${lines.join('\n')}\n`);
}

/** Returns the conflicts of a plan as Markdown. */
export function conflictsMarkdown({ report, conflicts, drawings, ...beside }: PlanConflicts, locale: Locale): string {
  const say = (text: Localized) => markdownText(inLocale(text, locale));
  const lines = [
    `## ${say(HEADS.title)}`,
    '',
    `${markdownText(render(siteText(report.site.name), locale))} — \`${plainText(report.path).replaceAll('`', "'")}\``,
    '',
    `**${say(conflictsHeadline(conflicts, beside))}**`,
    '',
  ];
  const row = (head: Localized, text: Localized | undefined) => {
    if (text !== undefined) lines.push(`- **${say(head)}**${locale === 'en' ? ': ' : '：'}${say(text)}`);
  };
  for (const conflict of conflicts) {
    const { device } = conflict;
    const { watch, avoid, criterion, mask, answer } = conflictText(conflict, report.pack);
    lines.push(`### ${markdownText(device.name === undefined ? device.id : `${device.id} ${device.name}`)}`, '');
    for (const one of watch) row(HEADS.watch, one);
    for (const one of avoid) row(HEADS.avoid, one);
    row(HEADS.answer, answer);
    row(HEADS.criterion, criterion);
    row(HEADS.mask, mask);
    const file = drawings.get(device.id);
    if (file !== undefined) lines.push('', `![${markdownText(device.id)}](<${file.replaceAll(/[<>\n]/g, '')}>)`);
    lines.push('');
  }
  if (conflicts.length > 0) lines.push(`> ${say(terms())}`, '');
  return lines.join('\n');
}
