// Texts of redacted reports.
import { catalogue } from '../../i18n/catalogue.js';

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
