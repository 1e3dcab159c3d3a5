// How help looks: two examples, usage, what can be said, and the address of the page that says more.
import { type Command, Help, type HelpConfiguration } from 'commander';
import { docsUrl } from '../host/links.js';
import type { Locale } from '../i18n/locale.js';
import { displayWidth, wrap } from '../i18n/width.js';
import type { COMMANDS } from './commands/registry.gen.js';

/** A command line, and what it does in both languages. A test runs each line, on files with the names that stand in it. */
export type Example = readonly [line: string, zh: string, en: string];

/** Two examples of each command, and of sitecam itself, simple ones first. Every start loads them: keep them short. */
export const EXAMPLES: Readonly<Record<keyof typeof COMMANDS | 'sitecam', readonly [Example, Example]>> = {
  sitecam: [
    [
      'sitecam init --category hotel',
      '写出一份旅店的示例设计图 plan.sitecam.yaml',
      'write a starter plan of a hotel, plan.sitecam.yaml',
    ],
    ['sitecam lint plan.sitecam.yaml', '审查', 'lint it'],
  ],
  lint: [
    ['sitecam lint plan.sitecam.yaml', '审查一份设计图', 'lint a plan'],
    [
      'sitecam lint plans -q -f html=report.html',
      '审查文件夹中的全部设计图，另写网页报告',
      'lint all plans of a folder, and write a web page',
    ],
  ],
  merge: [
    ['sitecam merge 1.record 2.record', '合并两片的记录，显示报告', 'show the report on two shards'],
    ['sitecam merge 1.record 2.record -f sarif=all.sarif', '另写 SARIF 报告', 'write a report in SARIF, too'],
  ],
  verify: [
    [
      'sitecam verify report.json plan.sitecam.yaml',
      '核对报告是否由该图得出',
      'tell whether the report is on this plan',
    ],
    [
      'sitecam verify report.json plans -v',
      '报告涉及多份设计图，列出全部不同之处',
      'of several plans; list every difference',
    ],
  ],
  init: [
    ['sitecam init', '写出 plan.sitecam.yaml（旅店）', 'write plan.sitecam.yaml, a hotel'],
    ['sitecam init --category school -o school.yaml', '写出一份学校的', 'write the plan of a school'],
  ],
  baseline: [
    ['sitecam baseline plans', '把现有问题记入 sitecam.baseline.json', 'record the findings there are'],
    ['sitecam baseline plans --prune', '更新，并删去已不存在的设计图', 'again, without plans that are gone'],
  ],
  diff: [
    ['sitecam diff old.yaml new.yaml', '比对两份设计图', 'compare two plans'],
    ['sitecam diff --since origin/main', '比对自 origin/main 以来有改动的', 'compare what changed since origin/main'],
  ],
  draw: [
    [
      'sitecam draw plan.sitecam.yaml -o drawings',
      '每层一张 SVG，写入 drawings',
      'an SVG of each level, into drawings',
    ],
    [
      'sitecam draw plan.sitecam.yaml --level F1 -o review.dxf',
      '把一层的问题画成 DXF',
      'the findings of a level as a DXF',
    ],
  ],
  explain: [
    ['sitecam explain 9.2', '某一条款的原文', 'the text of a clause'],
    ['sitecam explain capture/view-into-private-zone', '一条规则', 'a rule'],
  ],
  rules: [
    ['sitecam rules', '列出全部规则', 'list every rule'],
    ['sitecam rules --format markdown', '规则列成一页', 'the rules as a page'],
  ],
  schema: [
    ['sitecam schema plan', '设计图的 schema', 'the schema of plans'],
    ['sitecam schema plan --pack hen-2016', '连同另一部法规的类型', 'with the kinds of another law'],
  ],
  import: [
    [
      'sitecam import 1F.dxf --survey -o mapping.yaml',
      '勘察图纸，写出映射供确认',
      'look first; write a mapping to confirm',
    ],
    ['sitecam import 1F.dxf --mapping mapping.yaml -o 1F.yaml', '按映射生成设计图', 'make a plan by the mapping'],
  ],
  inspect: [
    ['sitecam inspect plan.sitecam.yaml', '图中有什么，缺什么', 'what a plan holds, and lacks'],
    [
      'sitecam inspect plan.sitecam.yaml --level F1 --openings',
      '只看一层，列出门窗洞口',
      'one level, with every opening',
    ],
  ],
  conflicts: [
    ['sitecam conflicts plan.sitecam.yaml', '找出冲突和可以兼顾的姿态', 'find conflicts, and poses that settle them'],
    ['sitecam conflicts plan.sitecam.yaml --assets drawings', '每台摄像机另画一张图', 'draw each such camera, too'],
  ],
  suggest: [
    [
      'sitecam suggest plan.sitecam.yaml',
      '推荐摄像机布置，并证明至少要几台',
      'suggest cameras, and prove how many are needed at least',
    ],
    [
      'sitecam suggest plan.sitecam.yaml --level F1 -o better.sitecam.yaml',
      '只就一层，带推荐布置的图纸另存',
      'one level; write the plan with the cameras into another file',
    ],
  ],
  completion: [
    ['sitecam completion bash', '输出 bash 的脚本', 'the script for bash'],
    ['sitecam completion powershell', '输出 PowerShell 的脚本', 'the script for PowerShell'],
  ],
  dev: [
    ['sitecam dev plan.sitecam.yaml', '显示页面的地址', 'print the address of the page'],
    ['sitecam dev --open --read-only', '在浏览器中打开，不写入文件', 'open it in the browser; write nothing'],
  ],
  lsp: [
    ['sitecam lsp --stdio', '由编辑器这样启动', 'how an editor starts it'],
    ['sitecam lsp --stdio --pack hen-2016', '同时依该数据包审查', 'judge by that pack, too'],
  ],
  models: [
    ["sitecam models 'DS-2CD2143*'", '查看某一型号', 'look up a model'],
    ['sitecam models -f json', '全部型号，供程序使用', 'all models, for programs'],
  ],
  pack: [
    ['sitecam pack check our-rules.yaml', '核对数据包', 'check a pack'],
    [
      'sitecam pack check our-rules.yaml --with default',
      '并与现行各法规一并审查示例图',
      'beside the laws in force, too',
    ],
  ],
  words: [
    ['sitecam words', '列出全部词', 'list all words'],
    ['sitecam words --pack our-rules.yaml', '并按自行编写的数据包', 'by a pack of your own, too'],
  ],
};

/** Headings of help and placeholders of usage, as commander writes them. */
const CHINESE: Readonly<Record<string, string>> = {
  'Usage:': '用法：',
  'Arguments:': '参数：',
  'Options:': '选项：',
  'Commands:': '命令：',
  '[options]': '[选项]',
  '[command]': '[命令]',
};

/** Returns how commander is to write help in `locale`. */
export function helpIn(locale: Locale): HelpConfiguration {
  const t = (zh: string, en: string) => (locale === 'en' ? en : zh);
  const said = (text: string) => (locale === 'en' ? text : (CHINESE[text] ?? text));
  const described = ({ description, defaultValue }: { description: string; defaultValue?: unknown }) =>
    typeof defaultValue === 'string'
      ? `${description}${t(`，缺省为 ${defaultValue}`, ` (default: ${defaultValue})`)}`
      : description;
  const usual = new Help();
  const placeholders = (text: string) => text.replace(/\[(?:options|command)\]/g, said);
  return {
    styleTitle: said,
    commandUsage: (command) => placeholders(usual.commandUsage(command)),
    subcommandTerm: (command) => placeholders(usual.subcommandTerm(command)),
    optionDescription: described,
    argumentDescription: described,
    displayWidth,
    boxWrap: (text, width) => wrap(text, width).join('\n'),
    formatHelp: (command, helper) => {
      const examples = examplesOf(command).map(([line, zh, en]) => `  # ${t(zh, en)}\n  ${line}\n`);
      const head = examples.length === 0 ? '' : `${t('示例：', 'Examples:')}\n${examples.join('')}\n`;
      const body = usual.formatHelp(command, helper).replace('： ', '：');
      return `${head}${body}\n${t('文档：', 'Documentation: ')}${pageOf(command, locale)}\n`;
    },
  };
}

/** Returns the examples of a command; none of a hidden one. */
export function examplesOf(command: Command): readonly Example[] {
  const examples: Readonly<Record<string, readonly Example[]>> = EXAMPLES;
  return Object.hasOwn(examples, command.name()) ? examples[command.name()] : [];
}

/** Returns the address of the page on a command: on the web, or the path in the package if that has no homepage yet. */
export function pageOf(command: Command, locale: Locale): string {
  const page = `docs/${locale}/commands.md${command.parent === null ? '' : `#${command.name()}`}`;
  const address = docsUrl();
  return address === undefined ? page : `${address}/${page}`;
}
