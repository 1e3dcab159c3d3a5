// Texts of the engine itself.

import { configText } from '../../config/texts.js';
import { catalogue, templatesOf } from '../../i18n/catalogue.js';
import { packText } from '../../law/read/texts.js';
import { planFileText, planText } from '../../plan/read/texts.js';
import { limitText, reachText, schemaText, sourceText, termsText } from '../../source/texts.js';
import { baselineText } from '../baseline/texts.js';
import { fixText } from '../fixes/texts.js';
import { redactText } from '../redact/texts.js';

/** Texts that the engine gives in place of a rule's. Their ids start with `engine/`, as no rule's do. */
export const engineText = catalogue('engine', {
  tainted: {
    zh: '本项所依据的图纸内容有误（见“{faults}”），改正前无法判定。',
    en: "What this rests on is faulty in the plan (see '{faults}'); it can't be told until that is corrected.",
  },
  gone: {
    zh: '比对基准中的本项问题（{subject}，{outcome}）已消除。',
    en: 'The finding of the baseline on {subject} ({outcome}) is gone.',
  },
  off: {
    zh: '规则“{rule}”经配置关闭，未执行；所涉条文在本规则范围内未作审查。',
    en: "The rule '{rule}' was switched off by a configuration and not run; the clauses it judges weren't examined as far as it goes.",
  },
  fault: {
    zh: '审查该设计图时本工具自身出现故障，并非设计图的问题，未作出任何判定；其余设计图不受影响。',
    en: "sitecam itself failed on this plan, which is no fault of the plan's; nothing was decided of it. Other plans aren't affected.",
  },
  region: {
    zh: '地区代码“{region}”不在数据包“{pack}”的适用范围（{regions}）内，未作任何判定。确需按其审查的，请加 --pack {pack}。',
    en: "The region '{region}' is none that pack '{pack}' governs ({regions}); nothing was decided. To judge by it all the same, say --pack {pack}.",
  },
  sameTerms: {
    zh: '原因与设计图“{plan}”相同（同一配置、例外说明、比对基准或者法规数据包），见该图。',
    en: "For the same reason as the plan '{plan}', by the same configuration, waivers, baseline or law pack; see there.",
  },
  correct: {
    zh: '先改正“{faults}”，再行审查。',
    en: "Correct '{faults}' first, then lint again.",
  },
  andMore: { zh: '{named}；另有{n}项', en: '{named}; and {n} more' },
  faultyPart: { zh: '图中有误的内容{subject}', en: 'the faulty part {subject}' },
});

/** Templates of all texts that faults of files and verdicts of any rule may use, by id. */
export const sharedTemplates = templatesOf(
  engineText,
  fixText,
  redactText,
  termsText,
  sourceText,
  limitText,
  schemaText,
  reachText,
  planFileText,
  planText,
  configText,
  packText,
  baselineText,
);
