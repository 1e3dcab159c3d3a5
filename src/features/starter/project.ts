// The commented-out project section of a starter plan.

import { inLocale, type Locale } from '../../i18n/locale.js';

/** Returns the YAML lines of the project's facts, commented out: an example can't know which documents exist. */
export function projectLines(locale: Locale): string[] {
  const t = (zh: string, en: string) => inLocale({ zh, en }, locale);
  const name = t('某单位', 'a unit');
  const filed = `{name: ${name}, filing: {number: ${t('备案编号', 'filing number')}}}`;
  const lines: readonly (readonly [text: string, note: string])[] = [
    [
      'project:',
      t(
        '项目文件中的事项：去掉以下各行行首的“# ”后，按条文逐项判定；各键见 schema',
        "facts from the project's documents: take off the leading '# ' of these lines, and each article is judged; the schema has all keys",
      ),
    ],
    [
      '  phase: design',
      t(
        '阶段：设计 design、施工 construction、检测 inspection、验收 acceptance、使用 in-use',
        'design, construction, inspection, acceptance or in-use',
      ),
    ],
    [
      '  works: new',
      t(
        '新建 new、改建 altered、扩建 extended；不属于建设工程的写 none',
        'new, altered, extended; none where it belongs to no works',
      ),
    ],
    [
      `  standards: [${t('标准编号和名称', 'number and name of a standard')}]`,
      t('执行的标准', 'standards that are followed'),
    ],
    [`  testReports: [${t('报告编号', 'number of a report')}]`, t('检验检测报告', 'test reports')],
    [
      `  coordination: {design: ${t('文件', 'document')}}`,
      t('与建设工程综合设计的文件', 'on the joint design with the works'),
    ],
    [
      '  designReview: {required: none}',
      t(
        '国家规定要求论证的，写规定名称，以及论证日期、文件、参加方',
        'where a state rule asks for a review: its name, and the date, document and participants',
      ),
    ],
    [
      '  risk: {published: none}',
      t(
        '国家已发布风险等级的，写文件名称，以及等级、防护级别、文件',
        'where the state has published risk grades: the document, and grade, level and document here',
      ),
    ],
    [
      `  units: {design: ${filed}}`,
      t(
        '设计、施工、监理、维修单位及其备案；没有的写 none',
        'design, construction, supervision and maintenance with their filings; none where there is none',
      ),
    ],
    [
      `  custody: {system: ${t('制度', 'system')}, keeper: ${t('保管人', 'who keeps them')}, document: ${t('文件', 'document')}}`,
      t('图纸资料的保管和保密', 'custody of drawings, and secrecy'),
    ],
    [
      `  training: {design: ${t('证书编号', 'certificate number')}}`,
      t('设计、施工、维修、操作人员的培训', 'training of those who design, build, maintain and operate'),
    ],
  ];
  return lines.map(([text, note]) => `# ${text}  # ${note}`);
}
