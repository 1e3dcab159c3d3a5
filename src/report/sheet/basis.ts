// The chapter on author's claims and assumptions of a review sheet.
import { errataOf } from '../../findings/tables.js';
import type { ReportView } from '../../findings/view.js';
import { dayText } from '../../i18n/day.js';
import { inLocale, type Locale, say } from '../../i18n/locale.js';
import { withUnit } from '../../lint/notes/figures.js';
import type { Report, ReportInput } from '../../lint/types.js';
import { plainText } from '../../render/escape.js';
import { type Chapter, cell, keptBlock, text, type WeightedBlock } from './blocks.js';

/**
 * Returns the chapter on the author's claims, which nobody checked, and on the figures of sitecam's that decide most.
 */
export function basisChapter(report: Report, { redacted }: ReportInput, { locale }: ReportView): Chapter {
  const full = say(
    locale,
    '“前提与假定”全文见同次审查的其他格式报告（markdown、html、json）。',
    'The page of assumptions is in the other reports of the same run (markdown, html, json).',
  );
  const pieces =
    redacted === true
      ? [
          text(
            'plain',
            say(locale, '前提和编制人声明已隐去。', "The assumptions and the author's claims are redacted."),
          ),
        ]
      : [...claims(report, locale), ...settings(report, locale), text('plain', oursText(report, locale))];
  const errata = errataOf(report, locale).map((note) => text('plain', note));
  return {
    title: say(locale, '编制人声明与审查前提', "The author's claims and the assumptions"),
    pieces: [...pieces, ...errata, text('plain', full)],
  };
}

function claims({ assumptions }: Report, locale: Locale): WeightedBlock[] {
  const rows = assumptions
    .filter(({ origin }) => origin === 'author')
    .map(({ what, value }) => [what, value].map((one) => cell(plainText(inLocale(one, locale)))));
  if (rows.length === 0)
    return [
      text('plain', say(locale, '编制人没有影响结论的声明。', 'The author claims nothing that the verdicts rest on.')),
    ];
  const caption = say(
    locale,
    '编制人声明（本工具未核实，请审查人核对）',
    "The author's claims (not verified by this tool; please check)",
  );
  const head = [say(locale, '事项', 'What'), say(locale, '声明内容', 'Claim')];
  return [keptBlock({ kind: 'table', columns: 'claims', caption, head, rows })];
}

/** Returns the assumptions from a configuration or the run, except day and files, which the head of the sheet has. */
function settings({ assumptions, files, today }: Report, locale: Locale): WeightedBlock[] {
  const known = new Set([inLocale(dayText(today), locale), ...files.map(({ sha256 }) => sha256)]);
  const own = assumptions.filter(({ origin, value }) => origin === 'run' && !known.has(inLocale(value, locale)));
  if (own.length === 0) return [];
  const said = own.map(({ what, value }) => pair(inLocale(what, locale), inLocale(value, locale), locale));
  return [text('plain', say(locale, `本次审查的设定：${said.join('；')}。`, `Set for this run: ${said.join('; ')}.`))];
}

/** Parameters that most findings depend on. */
const FIRST = ['nearRadius', 'protectedFraction', 'privacyDensity', 'viewArea', 'viewDepth', 'grazeDepth'];

function oursText({ pack }: Report, locale: Locale): string {
  const shown = FIRST.flatMap((id) => {
    const parameter = pack.parameters[id];
    if (parameter === undefined || parameter.basis !== 'sitecam' || parameter.configured === true) return [];
    const value = inLocale(withUnit(parameter.value, parameter.unit), locale);
    return [pair(inLocale(parameter.what, locale), value, locale)];
  });
  const most =
    shown.length === 0 ? say(locale, '见其他报告', 'see the other reports') : shown.join(say(locale, '；', '; '));
  return say(
    locale,
    `结论所依的本工具设定值（非法定），主要有：${most}。`,
    `Settings of this tool's (not the law's) that the verdicts rest on, mainly: ${most}.`,
  );
}

function pair(what: string, value: string, locale: Locale): string {
  return plainText(say(locale, `${what}，${value}`, `${what}: ${value}`));
}
