// Texts of SARIF logs.
import { catalogue } from '../../i18n/catalogue.js';

export const t = catalogue('sarif', {
  ended: { zh: '{text}。', en: '{text}.' },
  cited: { zh: '{law}{citation}', en: '{law} {citation}' },
  clauses: { zh: '依据：{clauses}。', en: 'Clauses: {clauses}.' },
  page: { zh: '规则说明：{page}', en: 'About the rule: {page}' },
  ourSeverity: {
    zh: '警报的严重程度由本工具设定，非法定。',
    en: 'The severity of alerts is set by sitecam, not by the law.',
  },
  toDecide: { zh: '{title}（待补充、须审查判定）。', en: '{title} (open, or for review).' },
  ungrave: {
    zh: '另有{left}项问题轻于 --alerts {least}，未列为警报。',
    en: '{left} {left|finding|findings} less grave than --alerts {least} {left|is no alert|are no alerts} here.',
  },
  ungraveTitle: {
    zh: '轻于 --alerts 的问题未列入。',
    en: 'Findings less grave than --alerts are left out.',
  },
  paper: { zh: '材料核对：{item}。{stated}。', en: 'To check in the papers: {item}. {stated}.' },
  law: { zh: '{law}，{version}。', en: '{law}, {version}.' },
  root: { zh: '图纸所在的根目录，依提交时的路径。', en: 'The root of the plans, as given.' },
  stop: { zh: '{kind}{name}。', en: '{kind} {name}.' },
  zone: { zh: '区域', en: 'zone' },
  picture: { zh: '平面图“{level}”，编号{number}。', en: "Plan of '{level}', number {number}." },
  ownFault: { zh: '本工具出现故障。', en: 'A fault of sitecam.' },
  unjudged: {
    zh: '设计图不具备审查条件：“{code}”。',
    en: "A plan isn't judged for a fault of configuration, law pack or region: '{code}'.",
  },
  unreadable: { zh: '图纸无法读取：“{code}”。', en: "The input can't be read: '{code}'." },
  rowsHere: { zh: '逐处见本结果的 properties.rows。', en: 'Each is in properties.rows of this result.' },
  see: { zh: '另见{links}。', en: ' See {links}.' },
  linkComma: { zh: '、', en: ', ' },
  unchanged: {
    zh: '与比对基准相比未变的问题未列入。',
    en: 'Findings that are unchanged since the baseline are left out.',
  },
  omitted: {
    zh: '超出 GitHub 代码扫描上限的结果未列入。',
    en: 'Results beyond what GitHub takes are left out.',
  },
  omittedCounts: {
    zh: 'GitHub 代码扫描最多接收{most}项结果、压缩后{megabytes} MB：共{all}项，此处列入最重的{kept}项，未列入{left}项。全部记录见“sarif”格式。',
    en: "GitHub takes at most {most} results and {megabytes} MB gzipped: the {kept} gravest of {all} are here, and {left} are left out. The whole record is the format 'sarif'.",
  },
});
