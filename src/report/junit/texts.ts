// Texts of JUnit reports.
import { catalogue } from '../../i18n/catalogue.js';

export const t = catalogue('junit', {
  failed: { zh: '{outcome}：{text}', en: '{outcome}: {text}' },
  asFirst: { zh: '情形与{subject}相同。', en: 'As {subject}.' },
  asFirstWith: { zh: '情形与{subject}相同，{figures}。', en: 'As {subject}: {figures}.' },
  since: { zh: '与比对基准相比：{since}。', en: 'Since the baseline: {since}.' },
  sinceSkipped: {
    zh: '与比对基准相比：{since}，因此此处不计为失败，仍计入结论。',
    en: 'Since the baseline: {since}; skipped here for that, and counted in the verdict all the same.',
  },
  waived: {
    zh: '编制人作出例外说明（无豁免效力）：“{reason}”（{details}）。',
    en: "Waived by the author without legal effect: '{reason}' ({details}).",
  },
  until: { zh: '有效至{day}', en: 'until {day}' },
  comma: { zh: '，', en: ', ' },
});
