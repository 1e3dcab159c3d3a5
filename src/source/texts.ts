// Texts about source files that can't be read or that break their schema.
import { catalogue } from '../i18n/catalogue.js';

/** Texts on any file that can't be read: not a text, no YAML, no JSON. `{hint}` is empty or a "did you mean". */
export const sourceText = catalogue('source', {
  missing: {
    zh: '文件“{file}”不存在或者不能读取。',
    en: "The file '{file}' does not exist or can't be read.",
  },
  empty: { zh: '文件没有内容。', en: 'The file is empty.' },
  'utf-16': {
    zh: '文件为UTF-16编码，请另存为UTF-8。',
    en: 'The file is in UTF-16: save it as UTF-8.',
  },
  looksLikeGbk: {
    zh: '文件不是UTF-8编码，看来是GBK（GB 18030），请另存为UTF-8。',
    en: 'The file is not UTF-8; it looks like GBK: save it as UTF-8.',
  },
  'not-utf-8': {
    zh: '文件不是UTF-8编码：此处的字节无法解读。',
    en: "The file is not UTF-8: the bytes here can't be read.",
  },
  nul: {
    zh: '文件含有空字符（NUL），不是文本文件。',
    en: 'The file contains a NUL character: it is not a text file.',
  },
  tooDeep: { zh: '嵌套过深，无法读取。', en: 'Nested too deeply to be read.' },
  duplicateKey: {
    zh: '键“{key}”在同一处重复出现，只能写一次{hint}。',
    en: "The key '{key}' is given twice in the same place{hint}.",
  },
  yamlSyntax: { zh: 'YAML语法错误：{detail}{hint}。', en: 'YAML syntax error: {detail}{hint}.' },
  yamlAliases: {
    zh: '别名（*）展开过多或者指向自身，无法读取。',
    en: "Aliases (*) expand too often or into themselves, and can't be read.",
  },
  jsonSyntax: {
    zh: 'JSON语法错误：此处为“{found}”，应为{expected}。',
    en: "JSON syntax error: found '{found}', expected {expected}.",
  },
  jsonEnd: {
    zh: 'JSON语法错误：文件在此处中断，缺少右括号或者右引号。',
    en: 'JSON syntax error: the file ends here; a closing bracket or quote is missing.',
  },
  withheldMore: { zh: '{fault}：此处应为{expected}{hint}。', en: '{fault}: expected {expected}{hint}.' },
  withheld: {
    zh: '{fault}：此处应为{expected}{hint}。不能确认该文件是{kind}，其中内容不予显示。',
    en: '{fault}: expected {expected}{hint}. The file is not recognised as {kind}, so nothing of it is shown.',
  },
});

/** Texts on what goes beyond a limit. */
export const limitText = catalogue('limit', {
  bytes: {
    zh: '文件超过{limit}（本工具设定的上限），不予读取。确需读取的，请加 --limit {more}。',
    en: 'The file is larger than {limit}, the most that is read (a limit of ours). If it must be read, add --limit {more}.',
  },
  tokens: {
    zh: 'YAML文件的内容超过{limit}个记号（文本、括号、逗号、空白，本工具设定的上限），不予读取。请把几何图形放在GeoJSON文件中；确需读取的，请加 --limit {more}。',
    en: 'The YAML file has more than {limit} tokens (texts, brackets, commas, spaces), the most that are read (a limit of ours). Keep the geometry in GeoJSON files; if it must be read, add --limit {more}.',
  },
  total: {
    zh: '图纸连同其引用的文件超过{limit}（本工具设定的上限），不予读取。确需读取的，请加 --limit {more}。',
    en: 'The plan and the files it refers to are larger than {limit}, the most that is read (a limit of ours). If they must be read, add --limit {more}.',
  },
  files: {
    zh: '图纸引用的文件多于{limit}个（本工具设定的上限），不予读取。确需读取的，请加 --limit {more}。',
    en: 'The plan refers to more than {limit} files, the most that are read (a limit of ours). If they must be read, add --limit {more}.',
  },
  aliases: {
    zh: '别名（*）重复的内容超过{limit}项（本工具设定的上限），不予读取。请把内容写全；确需读取的，请加 --limit {more}。',
    en: 'Aliases (*) repeat more than {limit} values, the most that are read (a limit of ours). Write them out; if they must be read, add --limit {more}.',
  },
  name: {
    zh: '此处的键、编号或者名称有{found}个字符，超过上限{limit}（本工具设定）。请改短；确需如此的，请加 --limit {more}。',
    en: 'The key, id or name here has {found} characters, more than the {limit} that are read (a limit of ours). Shorten it; if it must be so long, add --limit {more}.',
  },
  text: {
    zh: '此处的文本有{found}个字符，超过上限{limit}（本工具设定）。请改短；确需如此的，请加 --limit {more}。',
    en: 'The text here has {found} characters, more than the {limit} that are read (a limit of ours). Shorten it; if it must be so long, add --limit {more}.',
  },
  work: {
    zh: '审查本图所需的计算超过上限{limit}（本工具设定），已中止，未作任何判定。请检查有无成千上万的设备同处一个空间、大量区域互相重叠，或者轮廓线的顶点过多；图纸确实如此的，请拆分，或者加 --limit {more}。',
    en: 'Judging this plan takes more than {limit} of work (a limit of ours); it was stopped, and nothing was decided. Look for thousands of devices in one space, zones that overlap by the hundred, outlines of very many points. If the plan is right, split it or add --limit {more}.',
  },
  granted: {
    zh: '审查本图所需的计算达到按{content}预计的{times}倍（本工具设定），至{limit}已中止，未作任何判定。计算量最大的环节：{stage}。图形可能有误，如大量短线、重叠图元；图纸确实如此的，请拆分，或者加 --limit {more}。',
    en: 'Judging this plan takes over {times} times the work (a limit of ours) expected for {content}; it was stopped after {limit}, and nothing was decided. The largest part was {stage}. The drawing may be faulty: very many short lines, shapes on top of each other. If the plan is right, split it or add --limit {more}.',
  },
  most: {
    zh: '审查本图（{content}）所需的计算超过一份设计图的上限{limit}（本工具设定），已中止，未作任何判定。计算量最大的环节：{stage}。请将设计图拆分，或者加 --limit {more}。',
    en: 'Judging this plan ({content}) takes more than the {limit} of work that one plan may take (a limit of ours); it was stopped, and nothing was decided. The largest part was {stage}. Split the plan or add --limit {more}.',
  },
  findings: {
    zh: '本图（{content}）中，设备设于涉及个人隐私区域内以及可视范围及于该区域的情形超过{count}处（本工具设定的上限），审查已中止，未作任何判定。请检查有无大量摄像机、私密区域同处一个空间；图纸确实如此的，请拆分，或者加 --limit {more}。',
    en: 'In this plan ({content}) there are more than {count} views of devices into private places and devices in them (a limit of ours); it was stopped, and nothing was decided. Look for very many cameras and private places in one space. If the plan is right, split it or add --limit {more}.',
  },
  importWork: {
    zh: '导入所需的计算超过上限{limit}（本工具设定），已中止，未写出任何文件。请检查有无大量图形互相重叠、相交；来源确实如此的，请拆分，或者加 --limit {more}。',
    en: 'Importing this takes more than {limit} of work (a limit of ours); it was stopped, and nothing was written. Look for shapes that overlap or cross by the thousand. If the source is right, split it or add --limit {more}.',
  },
  problems: {
    zh: '问题过多，其余约{count}处未列出；请先改正以上各处。',
    en: 'There are too many problems to list: about {count} more are left out. Mend those above first.',
  },
});

/** Texts on what breaks the schema of its file. `{hint}` is empty or a "did you mean". */
export const schemaText = catalogue('schema', {
  type: {
    zh: '“{key}”应为{expected}，实际为{found}{hint}。',
    en: "'{key}' must be {expected}, but is {found}{hint}.",
  },
  missingKey: {
    zh: '此处缺少“{key}”{hint}。',
    en: "The key '{key}' is missing here{hint}.",
  },
  unknownKey: {
    zh: '不认识的键“{key}”{hint}。',
    en: "Unknown key '{key}'{hint}.",
  },
  value: {
    zh: '“{key}”的值“{value}”不对，应为{allowed}之一{hint}。',
    en: "'{key}' is '{value}', but must be one of {allowed}{hint}.",
  },
  noCategory: {
    zh: '没有写明场所类别，不能审查：“{key}”至少写一项，例如 [hotel]（旅店）。',
    en: "The category of the site isn't said, and nothing can be judged: '{key}' needs at least one, for example [hotel].",
  },
  count: {
    zh: '“{key}”有{found}，应{expected}。',
    en: "'{key}' has {found}, but must have {expected}.",
  },
  range: {
    zh: '“{key}”为{value}，应{range}。',
    en: "'{key}' is {value}, but must be {range}.",
  },
  oneOf: {
    zh: '此处应当写明{choices}之一，且只写一个。',
    en: 'Exactly one of {choices} must be given here.',
  },
  format: {
    zh: '“{key}”的值“{value}”写法不对，应为{expected}{hint}。',
    en: "'{key}' is '{value}', but must be {expected}{hint}.",
  },
  other: { zh: '“{key}”{detail}。', en: "'{key}' {detail}." },
});

/**
 * Texts on a file that a configuration or a pack names and that isn't read, since it lies outside the folders that
 * may be read.
 */
export const reachText = catalogue('config', {
  outside: {
    zh: '“{file}”实际位于配置所在仓库（不在仓库中的，配置所在文件夹；以及 --root 所指文件夹）之外，不予读取。确需读取的，由运行者加 --root 指明其所在文件夹。',
    en: "'{file}' lies outside the configuration's repository (without one, its folder; and what --root names), perhaps by a link, and is not read. If it must be read from there, whoever runs this names its folder with --root.",
  },
});

/**
 * Text on a file of a plan's terms (configuration, waivers, baseline) that can't be used; the reason is a whole
 * sentence.
 */
export const termsText = catalogue('engine', { unusable: { zh: '{reason}', en: '{reason}' } });

/** Phrases about YAML. */
export const yamlText = catalogue('yaml', {
  firstOfItem: {
    zh: '（已写在第{line}行，请并入该处；另起一项的，写作“- {key}: …”）',
    en: " (it is in line {line}: add to it there, or begin another item with '- {key}: …')",
  },
  firstIn: { zh: '（已写在第{line}行，请并入该处）', en: ' (it is in line {line}: add to it there)' },
  wide: {
    zh: '；附近有全角标点“{wide}”，用作YAML标点的须改为半角“{plain}”',
    en: "; there is a full-width '{wide}' nearby: where it is meant as YAML it must be '{plain}'",
  },
  nothing: { zh: '', en: '' },
  tab: {
    zh: '缩进不能使用制表符（Tab），须改为空格{more}',
    en: 'Tabs are not allowed as indentation; use spaces{more}',
  },
  tabbedLines: { zh: '（共{n}行）', en: ' ({n} lines have them)' },
  wideSpace: {
    zh: '缩进中有全角空格，须改为半角空格',
    en: 'a full-width space stands in the indentation; use ordinary spaces',
  },
  wideSign: {
    zh: '此处有全角标点“{wide}”，须改为半角“{plain}”',
    en: "a full-width '{wide}' is here; it must be '{plain}'",
  },
  wideQuote: { zh: '此处的引号“”为全角，须改为半角引号""', en: 'the quotes here are full-width; they must be ""' },
  dash: {
    zh: '此处缺少列表项的短横线，应写作“- {item}”',
    en: "the dash of a list item is missing here: write '- {item}'",
  },
  dashOf: {
    zh: '此处缺少列表项的短横线，应写作“- {item}”，该项其余各键与“{key}”左对齐',
    en: "the dash of a list item is missing here: write '- {item}', and the item's other keys below '{key}'",
  },
  spaceAfterDash: { zh: '“-”之后须有空格', en: "a space must follow the '-'" },
  spaceAfterColon: { zh: '“{key}:”之后须有空格', en: "a space must follow '{key}:'" },
  colon: { zh: '“{key}”之后缺少冒号', en: "a ':' is missing after '{key}'" },
  closer: {
    zh: '缺少右括号“{close}”：第{line}行第{column}列的“{open}”应在此处结束',
    en: "the '{open}' of line {line}, column {column} must end with a {close} here",
  },
  closerTooMany: { zh: '此处多一个“{close}”', en: "one '{close}' too many" },
  openQuote: { zh: '此处的引号没有右引号', en: 'the quote that begins here is not closed' },
  innerQuote: {
    zh: '引号内的文本含有同样的引号，须写作 {escaped}',
    en: 'a quote within a text in such quotes must be written {escaped}',
  },
  comma: { zh: '此处缺少逗号', en: 'a comma is missing here' },
  textInQuotes: {
    zh: '含冒号和空格、以特殊符号开头的文本须加引号：{value}',
    en: 'a text with a colon and a space in it, or with a special sign first, must be in quotes: {value}',
  },
  indent: {
    zh: '本行缩进{count}个空格，应为{wanted}个，与同一层的各行对齐',
    en: 'this line is indented by {count} {count|space|spaces}, not {wanted} as its neighbours are',
  },
});

/** Phrases about JSON: what is expected somewhere, and characters that can't be shown. */
export const jsonText = catalogue('json', {
  value: {
    zh: '值（数字、双引号文本、[、{、true、false或者null）',
    en: 'a value (number, "text", [, {, true, false or null)',
  },
  key: { zh: '双引号内的键', en: 'a key in double quotes' },
  colon: { zh: '冒号', en: 'a colon' },
  comma: { zh: '逗号或者右括号', en: 'a comma or a closing bracket' },
  end: { zh: '文件结束', en: 'the end of the file' },
  'string-end': { zh: '右引号', en: 'a closing quote' },
  escape: { zh: '转义字符', en: 'an escape' },
  lineBreak: { zh: '换行', en: 'a line break' },
  tab: { zh: '制表符', en: 'a tab' },
});

/** Hints at the end of messages. */
export const hintText = catalogue('hint', {
  none: { zh: '', en: '' },
  didYouMean: { zh: '（是否应为{word}？）', en: ' (did you mean {word}?)' },
  kinds: { zh: '；全部类型用 sitecam words 列出', en: '; sitecam words lists all' },
  nearKinds: {
    zh: '；相近的有{kinds}，全部类型用 sitecam words 列出',
    en: '; the nearest: {kinds}; sitecam words lists all',
  },
  quotes: { zh: '；请加引号："{value}"', en: '; put it in quotes: "{value}"' },
  halfWidthComma: { zh: '；各数之间应为半角逗号“,”', en: "; between numbers there must be an ordinary ','" },
  number: { zh: '；请只写数字，不加引号和单位', en: '; write the number alone, without quotes or unit' },
  wideQuotes: { zh: '；所加引号“”为全角，须改为半角引号""', en: '; its quotes are full-width: write ""' },
  halfWidth: { zh: '；数字须为半角', en: '; write it in ordinary figures' },
  direction: {
    zh: '；朝向为自真北顺时针的度数，{word}写作{degrees}',
    en: '; a heading is in degrees clockwise from true north: for {word} write {degrees}',
  },
  heading: {
    zh: '；朝向为自真北顺时针的度数：北0、东90、南180、西270',
    en: '; a heading is in degrees clockwise from true north: north 0, east 90, south 180, west 270',
  },
  wideColon: {
    zh: '（其中有全角冒号“：”，应为半角冒号和空格“: ”）',
    en: " (there is a full-width '：' in it; write ': ')",
  },
  spaceAfterColon: { zh: '（“:”之后缺少空格）', en: " (a space is missing after ':')" },
  items: {
    zh: '；YAML中列表的每一项以“- ”开头，JSON中列表写在[ ]内',
    en: "; in YAML each item of a list begins with '- ', in JSON a list stands in [ ]",
  },
  brackets: { zh: '；列表写在半角方括号内：[…]', en: '; write a list in ordinary square brackets: […]' },
});

/** Phrases on what stands somewhere and what is expected there. */
export const expectedText = catalogue('expected', {
  string: { zh: '文本', en: 'a text' },
  number: { zh: '数字', en: 'a number' },
  integer: { zh: '整数', en: 'a whole number' },
  boolean: { zh: 'true或者false', en: 'true or false' },
  array: { zh: '列表', en: 'a list' },
  object: { zh: '一组键和值', en: 'a set of keys and values' },
  or: { zh: '或者', en: ' or ' },
  stringOrArray: { zh: '文本或者文本的列表', en: 'a text or a list of texts' },
  empty: { zh: '空值', en: 'empty' },
  infinite: { zh: '非有限的数', en: 'not a finite number' },
  theNumber: { zh: '数字{value}', en: 'the number {value}' },
  theText: { zh: '文本{value}', en: 'the text {value}' },
  items: { zh: '{n}项', en: '{n} {n|item|items}' },
  exactly: { zh: '恰为{n}项', en: 'exactly {n}' },
  atLeast: { zh: '至少{n}项', en: 'at least {n}' },
  atMost: { zh: '至多{n}项', en: 'at most {n}' },
  from: { zh: '{least}以上', en: 'at least {least}' },
  to: { zh: '{most}以下', en: 'at most {most}' },
  between: { zh: '在{least}至{most}之间', en: 'between {least} and {most}' },
  digits: { zh: '{n}位十六进制数字（小写）', en: '{n} hexadecimal digits (lower case)' },
  date: { zh: '日期，如2027-06-30', en: 'a date such as 2027-06-30' },
  region: { zh: '六位数字的行政区划代码，如"150102"', en: 'a region code of six digits such as "150102"' },
});

/** Phrases on a file whose content is withheld: its faults, and what is expected in it. */
export const withheldText = catalogue('withheld', {
  yaml: { zh: 'YAML语法错误', en: 'YAML syntax error' },
  json: { zh: 'JSON语法错误', en: 'JSON syntax error' },
  duplicateKey: { zh: '键在同一处重复出现', en: 'A key is given twice in the same place' },
  misfit: { zh: '内容不符', en: 'This does not belong here' },
  validYaml: { zh: '语法正确的YAML', en: 'YAML without syntax errors' },
  otherKey: { zh: '其他的键', en: 'another key' },
  knownKey: { zh: '已知的键', en: 'a known key' },
  oneOf: { zh: '{words}之一', en: 'one of {words}' },
});
