// The comparison for a terminal.
import { Chalk } from 'chalk';
import { type LocalView, localView } from '../../../findings/local.js';
import { type VerdictGroup, verdictGroup } from '../../../findings/tally.js';
import { spotText } from '../../../findings/view.js';
import { siteText } from '../../../findings/wording/subject.js';
import { render } from '../../../i18n/catalogue.js';
import { inLocale, type Locale, say } from '../../../i18n/locale.js';
import type { UnreadableReport } from '../../../lint/types.js';
import { plainText } from '../../../render/escape.js';
import { type Screen, screen } from '../../../render/screen.js';
import { withoutCommands, writeTerminal } from '../../../render/writers/terminal.js';
import { unreadableBlocks } from '../../../report/lint/faults.js';
import { gotWorse } from '../compare/exit.js';
import type { AreaChange, Compared, VerdictEdit } from '../compare/types.js';
import { areaText } from './areas.js';
import { editSubject, editText } from './edits.js';
import { reportInput } from './input.js';
import {
  clauseText,
  currentText,
  headlineOf,
  listed,
  mainReport,
  notesOf,
  outcomesText,
  ruleOf,
  sideText,
  subjectOf,
  totalText,
  whyText,
} from './text.js';
import { type DiffInput, type DiffPair, pairState } from './types.js';
import { CHANGES, DIFF_TEXTS } from './words.js';

/** Options of {@link renderDiffTerminal}; `width` in columns. */
export interface DiffTerminalOptions {
  readonly locale: Locale;
  readonly colour: boolean;
  readonly width?: number;
}

/**
 * Returns the text for a designer: for each plan its edits, the verdicts that changed with the edits that may explain
 * them, and changed areas.
 */
export function renderDiffTerminal(input: DiffInput, { locale, colour, width }: DiffTerminalOptions): string {
  const paint = screen(new Chalk({ level: colour ? 1 : 0 }), width);
  const view = localView(reportInput(input), locale);
  if (input.pairs.length === 0) return `${noPairText(locale)}\n`;
  const unreadable = (result: UnreadableReport) =>
    writeTerminal([{ blocks: unreadableBlocks(result, view.both) }], {
      locale,
      colour,
      ...(width !== undefined && { width }),
    });
  const blocks = input.pairs.map((pair) => pairBlocks(pair, view, paint, unreadable).join('\n\n'));
  if (input.pairs.length > 1) blocks.push(paint.wrap(totalText(input.pairs, locale)).join('\n'));
  return withoutCommands(`${blocks.join('\n\n\n')}\n`);
}

/** Returns the text for a run without plans to compare: nothing changed since the revision. */
export function noPairText(locale: Locale): string {
  return say(locale, '没有须比较的设计图，未作任何比较。', 'No plan was to be compared.');
}

function pairBlocks(
  pair: DiffPair,
  view: LocalView,
  paint: Screen,
  unreadable: (result: UnreadableReport) => string,
): string[] {
  const { locale } = view;
  const { compared, old, new: now } = pair;
  const sides = `${inLocale(DIFF_TEXTS.old, locale)} ${sideText(old, locale)} → ${inLocale(DIFF_TEXTS.new, locale)} ${sideText(now, locale)}`;
  const lead = paint.wrap(headlineOf(pair, locale)).map((line) => paint.strong(line));
  if (compared === undefined) {
    const faults = [old, now].flatMap((side) =>
      side === undefined || side.result.ok ? [] : [unreadable(side.result).trimEnd()],
    );
    return [[paint.strong(plainText(pair.path)), ...paint.wrap(sides)].join('\n'), ...faults, lead.join('\n')];
  }
  const report = mainReport(compared);
  const name = report === undefined ? pair.path : render(siteText(report.site.name), locale);
  const head = [`${paint.strong(name)}  ${paint.dim(plainText(pair.path))}`, ...paint.wrap(sides)].join('\n');
  const notes = pairState(pair) === 'unchanged' && compared.shift === undefined ? [] : notesOf(compared, locale);
  return [
    head,
    ...edits(compared, locale, paint),
    ...verdicts(pair, compared, view, paint),
    ...areas(compared.coverage, inLocale(DIFF_TEXTS.coverage, locale), locale, paint),
    ...areas(compared.privacy, inLocale(DIFF_TEXTS.privacy, locale), locale, paint),
    [...lead, ...notes.flatMap((note) => paint.wrap(note))].join('\n'),
  ];
}

function titled(title: string, count: number, locale: Locale, paint: Screen): string {
  return paint.strong(say(locale, `${title}（${count}）`, `${title} (${count})`));
}

function edits(compared: Compared, locale: Locale, paint: Screen): string[] {
  const report = mainReport(compared);
  if (report === undefined || compared.edits.length === 0) return [];
  const width = String(compared.edits.length).length;
  const lines = compared.edits.flatMap((edit) => {
    const number = String(edit.number).padStart(width);
    const level = edit.of === 'element' ? `${plainText(edit.level)}  ` : '';
    const text = `${number}  ${level}${editSubject(edit, report.pack, locale)}${say(locale, '：', ': ')}${editText(edit, report.pack, locale)}`;
    return paint.wrap(text, 2, 4 + width);
  });
  return [[titled(inLocale(DIFF_TEXTS.edits, locale), compared.edits.length, locale, paint), ...lines].join('\n')];
}

function verdicts(pair: DiffPair, compared: Compared, view: LocalView, paint: Screen): string[] {
  const { locale } = view;
  const found = listed(compared);
  if (found.length === 0) return [];
  const blocks = found.map((edit) => verdictBlock(edit, pair, compared, view, paint));
  return [[titled(inLocale(DIFF_TEXTS.verdicts, locale), found.length, locale, paint), ...blocks].join('\n')];
}

function verdictBlock(edit: VerdictEdit, pair: DiffPair, compared: Compared, view: LocalView, paint: Screen): string {
  const { locale } = view;
  const verdict = edit.new ?? edit.old;
  const report = edit.new === undefined ? compared.old : compared.new;
  const at =
    verdict === undefined || report === undefined
      ? ''
      : spotText(view.spot(verdict.place, report.files), verdict.place.path);
  const counts = gotWorse(edit, pair.failOn);
  const group: VerdictGroup = edit.new === undefined ? 'pass' : verdictGroup(edit.new);
  const mark = counts
    ? paint.strong(paint.group(group, inLocale(CHANGES[edit.change], locale)))
    : inLocale(CHANGES[edit.change], locale);
  const clause = clauseText(edit, compared, locale);
  const lines = [
    ...paint.wrap(
      `${mark}  ${subjectOf(edit, compared, locale)}  ${outcomesText(edit, locale)}  ${ruleOf(edit)}`,
      2,
      4,
    ),
    ...paint.wrap(`${edit.new === undefined ? '' : `${at}  `}${currentText(edit, view)}`, 4, 4),
    ...(clause === '—' ? [] : paint.wrap(say(locale, `依据：${clause}`, `Clause: ${clause}`), 4, 4)),
    ...paint.wrap(
      say(locale, `相关改动：${whyText(edit, compared, locale)}`, `Edits: ${whyText(edit, compared, locale)}`),
      4,
      4,
    ),
  ];
  return lines.join('\n');
}

function areas(changes: readonly AreaChange[], title: string, locale: Locale, paint: Screen): string[] {
  if (changes.length === 0) return [];
  const lines = changes.flatMap((one) => paint.wrap(`${plainText(one.level)}  ${areaText(one, locale)}`, 2, 4));
  return [[titled(title, changes.length, locale, paint), ...lines].join('\n')];
}
