// Texts of the language server itself.
import { catalogue } from '../../i18n/catalogue.js';

export const serverTexts = catalogue('lsp', {
  fault: {
    zh: 'sitecam自身出现故障，并非设计图的问题；未作出任何判定。详见输出（Output）面板。',
    en: 'A fault of sitecam itself, not of the plan; nothing was decided. See the output panel.',
  },
  noPage: { zh: '不能显示平面图：{reason}', en: 'The drawing can’t be shown: {reason}' },
  judging: { zh: '正在审查 {plan}', en: 'Judging {plan}' },
  wrongParams: {
    zh: '请求的参数“{name}”缺失或者不符合语言服务器协议的规定。',
    en: "The request's parameter '{name}' is missing or isn't what the language server protocol says.",
  },
});
