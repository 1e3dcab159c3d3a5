// Texts of redacted reports, and how to tell a verdict that has one.
import { catalogue } from '../../i18n/catalogue.js';
import { verbatim } from '../../i18n/locale.js';
import type { LintVerdict } from '../types.js';

/** Texts of a redacted report in place of a rule's own, which would reveal the plan. */
export const redactText = catalogue('engine', {
  // The title of a rule states what ought to be. Alone beside a fail it would read as a fact.
  redacted: { zh: '按规则“{rule}”判定（详情已隐去）。', en: "By the rule '{rule}' (details redacted)." },
  redactedPlan: {
    zh: '原因的详情已隐去；请由持有设计图的人不加 --redact 查看。',
    en: 'The details of the reason are redacted; whoever holds the plan sees them without --redact.',
  },
  redactedTerms: {
    zh: '配置、例外说明、比对基准、法规数据包或者地区不具备审查条件，详情已隐去；请由持有设计图的人不加 --redact 查看。',
    en: 'Its configuration, waivers, baseline, law pack or region keeps it from being judged; the details are redacted, and whoever holds the plan sees them without --redact.',
  },
  redactedConfiguration: {
    zh: '配置、例外说明等文件中的此处有误，详情已隐去；请由持有该文件的人不加 --redact 查看。',
    en: 'A place in the configuration or the files of waivers is wrong; the details are redacted, and whoever holds the files sees them without --redact.',
  },
});

const REDACTED = redactText.redacted({ rule: verbatim('') }).id;

/** True if the verdict's sentence was replaced: what was found, and whether it is installed, isn't told. */
export function isRedacted({ message }: LintVerdict): boolean {
  return message.id === REDACTED;
}

/** The redacted text of each kind of caution: that there are some, and how many. */
export const redactedCaution = catalogue('redacted', {
  redacted: {
    zh: '本报告已隐去图纸内容（--redact）：只列规则、条款、判定和代号（device-1、zone-2等，按设计图中的先后编号）；位置、尺寸、名称、原文、文件名、罚则和建议均不列出。',
    en: "This report is redacted (--redact): rule, clause, verdict and opaque names alone (device-1, zone-2 …, counted in the plan's order); no place, measure, name, source text, file name, penalty or advice.",
  },
  written: {
    zh: '审查依据中有非本工具自带的法规数据包{n}个，未经本工具核对（详情已隐去）。',
    en: "Packs judged by that don't come with sitecam and were not checked here: {n} (details redacted).",
  },
  foreign: {
    zh: '审查依据中有在审查日不适用于该地区，或者文本不全的法规{n}部（详情已隐去）。',
    en: 'Laws judged by that are not in force there on the day of review, or not whole: {n} (details redacted).',
  },
  region: {
    zh: '图中未载明地区代码。',
    en: 'The plan states no region.',
  },
  unjudged: {
    zh: '场所所在地区适用的法规有未列入审查依据的，本报告未按其审查。',
    en: 'There is law in force where the site is by which this report does not judge.',
  },
  loosened: {
    zh: '配置放宽：规则级别、参数或者设计指标{n}处（详情已隐去）。',
    en: 'Loosened by configuration: levels, parameters or design criteria, {n} in all (details redacted).',
  },
  refused: {
    zh: '未采纳设计人员的配置、例外说明等{n}项（详情已隐去）。',
    en: "Not taken of the author's: configuration, waivers or the like, {n} in all (details redacted).",
  },
  decided: {
    zh: '审查决定文件中有本图的审查决定，按文书归为{n}项（详情已隐去）。',
    en: 'There are decisions on this plan, grouped by paper {n} (details redacted).',
  },
  unsettled: {
    zh: '设计图中有用途未定的区域，取决于其用途的结论为待补充（详情已隐去）。',
    en: 'The plan has zones of unknown use; what hangs on their use is open (details redacted).',
  },
  'left-out': {
    zh: '设计人员在 overrides 中删去图形所绘的内容，未按其审查，共{n}类，请核对（详情已隐去）。',
    en: 'In overrides the author leaves out elements that are drawn, of {n} {n|kind|kinds}; nothing is judged by them, please check (details redacted).',
  },
  overridden: {
    zh: '设计人员把所绘的涉及个人隐私或者用途未定的区域改写为其他类型，按改写后的类型审查，请核对（详情已隐去）。',
    en: 'The author states other kinds for private places, or for zones of unknown use, that are drawn; they are judged by the stated kinds, please check (details redacted).',
  },
  claimed: {
    zh: '判定所依据的事项中有{n}项仅由设计人员写明，须核对（详情已隐去）。',
    en: 'Verdicts rest on what only the author says, {n} in all: to be checked (details redacted).',
  },
  exit: {
    zh: '配置写明 failOn: never：本次退出码不反映任何问题。',
    en: 'The configuration says failOn: never: the exit code tells of no finding.',
  },
  compared: {
    zh: '已与比对基准比对：其中已有的问题仍全部计入结论，退出码只计新增和变化的。',
    en: 'Compared with a baseline: the findings it has still count in the verdict; the exit code is by those that are new or changed.',
  },
  comparedWithout: {
    zh: '已与比对基准比对：其中没有本设计图，各项问题均按新增计。',
    en: "Compared with a baseline that doesn't have this plan: every finding counts as new.",
  },
});
