// Texts about options that hold for many commands.

import { catalogue } from '../../i18n/catalogue.js';

export const t = catalogue('options', {
  unknownCategory: {
    zh: '场所类别“{category}”无法识别。可用：{all}。',
    en: "unknown category '{category}'. Expected one of {all}.",
  },
  meantCategory: {
    zh: '场所类别“{category}”无法识别，是否指“{id}”（{name}）？',
    en: "unknown category '{category}'. Did you mean '{id}' ({name})?",
  },
  limitForm: {
    zh: '--limit “{limit}”写法不对，应为“名称=数值”，例如 work=500M；名称：{names}。',
    en: "--limit '{limit}' must be NAME=VALUE, for example work=500M; names: {names}.",
  },
  limitName: { zh: '--limit 的名称', en: 'limit' },
  limitValue: {
    zh: '--limit “{limit}”的数值须为正整数，可加 k、M、G。',
    en: "the value of --limit '{limit}' must be a whole number from 1 on; k, M and G may follow it.",
  },
  noRoot: { zh: '--root “{folder}”不是文件夹。', en: "--root '{folder}' is no folder." },
  noRootRedacted: { zh: '--root 所指的不是文件夹。', en: 'what --root names is no folder.' },
  persona: { zh: '--as 的取值', en: '--as' },
  againstPersona: {
    zh: '--{option} 不能与 --as {persona} 同用：{reason}。',
    en: "--{option} can't go with --as {persona}: {reason}.",
  },
  ciFix: { zh: '流水线不改动图纸', en: 'a CI job changes no plan' },
  reviewerFix: { zh: '审查人不改动所审查的图纸', en: "a reviewer doesn't change the plan under review" },
  reviewerWaivers: { zh: '审查人不采纳例外说明', en: 'a reviewer takes no waivers' },
  reviewerQuiet: { zh: '审查人模式列出全部判定', en: 'a reviewer is shown every verdict' },
  reviewerSince: { zh: '哪些图有改动由作者的仓库说了算', en: "what changed is what the author's repository says" },
  reviewerCache: { zh: '审查人模式不使用缓存', en: 'a reviewer takes no verdict from a cache' },
});
