// Messages about source files that can't be read or that break their schema.
import type { Messages } from '../i18n/message.js';

/**
 * Messages about any file that can't be read (not a text, no YAML, no JSON) or breaks its schema, by message id.
 * `{hint}` is empty or a "did you mean".
 */
export const sourceMessages = {
  'source/missing': {
    zh: '文件“{file}”不存在或者不能读取。',
    en: "The file '{file}' does not exist or can't be read.",
  },
  'source/empty': { zh: '文件没有内容。', en: 'The file is empty.' },
  'source/utf-16': {
    zh: '文件为UTF-16编码，请另存为UTF-8。',
    en: 'The file is in UTF-16: save it as UTF-8.',
  },
  'source/looks-like-gbk': {
    zh: '文件不是UTF-8编码，看来是GBK（GB 18030），请另存为UTF-8。',
    en: 'The file is not UTF-8; it looks like GBK: save it as UTF-8.',
  },
  'source/not-utf-8': {
    zh: '文件不是UTF-8编码：此处的字节无法解读。',
    en: "The file is not UTF-8: the bytes here can't be read.",
  },
  'source/nul': {
    zh: '文件含有空字符（NUL），不是文本文件。',
    en: 'The file contains a NUL character: it is not a text file.',
  },
  'source/too-deep': { zh: '嵌套过深，无法读取。', en: 'Nested too deeply to be read.' },
  'source/duplicate-key': {
    zh: '键“{key}”在同一处重复出现，只能写一次{hint}。',
    en: "The key '{key}' is given twice in the same place{hint}.",
  },
  'source/yaml-syntax': { zh: 'YAML语法错误：{detail}{hint}。', en: 'YAML syntax error: {detail}{hint}.' },
  'source/yaml-aliases': {
    zh: '别名（*）展开过多或者指向自身，无法读取。',
    en: "Aliases (*) expand too often or into themselves, and can't be read.",
  },
  'source/json-syntax': {
    zh: 'JSON语法错误：此处为“{found}”，应为{expected}。',
    en: "JSON syntax error: found '{found}', expected {expected}.",
  },
  'source/json-end': {
    zh: 'JSON语法错误：文件在此处中断，缺少右括号或者右引号。',
    en: 'JSON syntax error: the file ends here; a closing bracket or quote is missing.',
  },
  'source/withheld': {
    zh: '{fault}：此处应为{expected}{hint}。不能确认该文件是{kind}，其中内容不予显示。',
    en: '{fault}: expected {expected}{hint}. The file is not recognised as {kind}, so nothing of it is shown.',
  },
  'limit/bytes': {
    zh: '文件超过{limit}（本工具设定的上限），不予读取。确需读取的，请加 --limit {more}。',
    en: 'The file is larger than {limit}, the most that is read (a limit of ours). If it must be read, add --limit {more}.',
  },
  'limit/tokens': {
    zh: 'YAML文件的内容超过{limit}个记号（文本、括号、逗号、空白，本工具设定的上限），不予读取。请把几何图形放在GeoJSON文件中；确需读取的，请加 --limit {more}。',
    en: 'The YAML file has more than {limit} tokens (texts, brackets, commas, spaces), the most that are read (a limit of ours). Keep the geometry in GeoJSON files; if it must be read, add --limit {more}.',
  },
  'limit/total': {
    zh: '图纸连同其引用的文件超过{limit}（本工具设定的上限），不予读取。确需读取的，请加 --limit {more}。',
    en: 'The plan and the files it refers to are larger than {limit}, the most that is read (a limit of ours). If they must be read, add --limit {more}.',
  },
  'limit/files': {
    zh: '图纸引用的文件多于{limit}个（本工具设定的上限），不予读取。确需读取的，请加 --limit {more}。',
    en: 'The plan refers to more than {limit} files, the most that are read (a limit of ours). If they must be read, add --limit {more}.',
  },
  'limit/aliases': {
    zh: '别名（*）重复的内容超过{limit}项（本工具设定的上限），不予读取。请把内容写全；确需读取的，请加 --limit {more}。',
    en: 'Aliases (*) repeat more than {limit} values, the most that are read (a limit of ours). Write them out; if they must be read, add --limit {more}.',
  },
  'limit/name': {
    zh: '此处的键、编号或者名称有{found}个字符，超过上限{limit}（本工具设定）。请改短；确需如此的，请加 --limit {more}。',
    en: 'The key, id or name here has {found} characters, more than the {limit} that are read (a limit of ours). Shorten it; if it must be so long, add --limit {more}.',
  },
  'limit/text': {
    zh: '此处的文本有{found}个字符，超过上限{limit}（本工具设定）。请改短；确需如此的，请加 --limit {more}。',
    en: 'The text here has {found} characters, more than the {limit} that are read (a limit of ours). Shorten it; if it must be so long, add --limit {more}.',
  },
  'limit/work': {
    zh: '审查本图所需的计算超过上限{limit}（本工具设定），已中止，未作任何判定。请检查有无成千上万的设备同处一个空间、大量区域互相重叠，或者轮廓线的顶点过多；图纸确实如此的，请拆分，或者加 --limit {more}。',
    en: 'Judging this plan takes more than {limit} of work (a limit of ours); it was stopped, and nothing was decided. Look for thousands of devices in one space, zones that overlap by the hundred, outlines of very many points. If the plan is right, split it or add --limit {more}.',
  },
  'limit/import-work': {
    zh: '导入所需的计算超过上限{limit}（本工具设定），已中止，未写出任何文件。请检查有无大量图形互相重叠、相交；来源确实如此的，请拆分，或者加 --limit {more}。',
    en: 'Importing this takes more than {limit} of work (a limit of ours); it was stopped, and nothing was written. Look for shapes that overlap or cross by the thousand. If the source is right, split it or add --limit {more}.',
  },
  'limit/problems': {
    zh: '问题过多，其余约{count}处未列出；请先改正以上各处。',
    en: 'There are too many problems to list: about {count} more are left out. Mend those above first.',
  },
  'schema/type': {
    zh: '“{key}”应为{expected}，实际为{found}{hint}。',
    en: "'{key}' must be {expected}, but is {found}{hint}.",
  },
  'schema/missing-key': {
    zh: '此处缺少“{key}”{hint}。',
    en: "The key '{key}' is missing here{hint}.",
  },
  'schema/unknown-key': {
    zh: '不认识的键“{key}”{hint}。',
    en: "Unknown key '{key}'{hint}.",
  },
  'schema/value': {
    zh: '“{key}”的值“{value}”不对，应为{allowed}之一{hint}。',
    en: "'{key}' is '{value}', but must be one of {allowed}{hint}.",
  },
  'schema/no-category': {
    zh: '没有写明场所类别，不能审查：“{key}”至少写一项，例如 [hotel]（旅店）。',
    en: "The category of the site isn't said, and nothing can be judged: '{key}' needs at least one, for example [hotel].",
  },
  'schema/count': {
    zh: '“{key}”有{found}，应{expected}。',
    en: "'{key}' has {found}, but must have {expected}.",
  },
  'schema/range': {
    zh: '“{key}”为{value}，应{range}。',
    en: "'{key}' is {value}, but must be {range}.",
  },
  'schema/one-of': {
    zh: '此处应当写明{choices}之一，且只写一个。',
    en: 'Exactly one of {choices} must be given here.',
  },
  'schema/format': {
    zh: '“{key}”的值“{value}”写法不对，应为{expected}。',
    en: "'{key}' is '{value}', but must be {expected}.",
  },
  'schema/other': { zh: '“{key}”{detail}。', en: "'{key}' {detail}." },
} as const satisfies Messages;

/** Texts of a file that a configuration or a pack names and that lies out of its reach. */
export const reachMessages = {
  'config/outside': {
    zh: '“{file}”实际位于配置所在仓库（不在仓库中的，配置所在文件夹；以及 --root 所指文件夹）之外，不予读取。确需读取的，由运行者加 --root 指明其所在文件夹。',
    en: "'{file}' lies outside the configuration's repository (without one, its folder; and what --root names), perhaps by a link, and is not read. If it must be read from there, whoever runs this names its folder with --root.",
  },
} as const satisfies Messages;
