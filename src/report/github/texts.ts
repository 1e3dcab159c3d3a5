// Texts of workflow commands.
import { catalogue } from '../../i18n/catalogue.js';

export const t = catalogue('github', {
  before: { zh: '判定之前须知', en: 'Before the verdicts' },
  title: { zh: '{outcome}：{rule}', en: '{outcome}: {rule}' },
  error: { zh: '错误{n}项', en: '{n} {n|error|errors}' },
  warning: { zh: '警告{n}项', en: '{n} {n|warning|warnings}' },
  notice: { zh: '提醒{n}项', en: '{n} {n|notice|notices}' },
  cutTitle: { zh: '未全部列出', en: 'Not all findings are shown' },
  cut: {
    zh: '共{all}项，此处未列出{left}项（{kinds}）：GitHub 每一步骤每类只显示十项。其余见其他格式的报告。',
    en: '{left} of {all} findings are not shown here ({kinds}): GitHub shows ten of each kind a step. The other reports have them all.',
  },
});
