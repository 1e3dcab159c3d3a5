// Texts of a report on several plans.
import { catalogue } from '../../../i18n/catalogue.js';

export const t = catalogue('several', {
  plan: { zh: '设计图', en: 'Plan' },
  name: { zh: '名称', en: 'Name' },
  fails: { zh: '不符合', en: 'Fails' },
  opens: { zh: '待补充', en: 'Open' },
  reviews: { zh: '须审查判定', en: 'Reviews' },
  drawing: { zh: '图纸差错', en: 'Drawing' },
  warnings: { zh: '提示', en: 'Warnings' },
  worst: { zh: '首要问题', en: 'Worst' },
  rule: { zh: '规则', en: 'Rule' },
  plans: { zh: '涉及设计图', en: 'Plans' },
  verdict: { zh: '结论', en: 'Verdict' },
  tool: { zh: '工具', en: 'Tool' },
  none: { zh: '—', en: '–' },

  failing: { zh: '未通过的设计图（{n}）', en: 'Plans that fail ({n})' },
  failingFresh: {
    zh: '未通过的设计图（{n}；不计与比对基准相比未变的）',
    en: "Plans that fail ({n}; what is unchanged since the baseline isn't counted)",
  },
  byRule: { zh: '按规则统计', en: 'By rule' },
  clean: { zh: '未发现问题的设计图（{n}）', en: 'Plans without findings ({n})' },
  noted: {
    zh: '另有须审查判定、提示等事项的设计图（{n}）',
    en: 'Plans with reviews, warnings and the like ({n})',
  },
  ruleOf: { zh: '{rule}（{group}）', en: '{rule} ({group})' },
  reason: { zh: '{text}（{code}）', en: '{text} ({code})' },
  unreadable: { zh: '无法读取', en: "can't be read" },
  terms: { zh: '不具备审查条件', en: 'not judged' },
  fault: { zh: '本工具故障', en: 'fault of sitecam' },
  ofPlans: { zh: '{text}（{plans}）', en: '{text} ({plans})' },
  somePlans: { zh: '{plans}等{n}份', en: '{plans} and others, {n} in all' },
  hidden: {
    zh: '须审查判定、提示等{n}项不影响退出码，只计数、未列出（--quiet）。',
    en: '{n} {n|finding that makes|findings that make} no exit code (reviews, warnings and the like) {n|is|are} counted, not listed (quiet).',
  },

  // What the notice of a budget names; in English behind "3 plans".
  details: { zh: '设计图的明细', en: 'in detail' },
  failingRows: { zh: '未通过的设计图', en: 'of those that fail' },
  notedRows: { zh: '另有须审查判定、提示等事项的设计图', en: 'with reviews, warnings and the like' },
  cleanRows: { zh: '未发现问题的设计图', en: 'without findings' },
});
