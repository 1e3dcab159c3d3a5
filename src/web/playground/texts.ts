// Texts of the page that works without a server, in both languages.
import { catalogue, templatesOf } from '../../i18n/catalogue.js';
import { type Locale, render } from '../../i18n/locale.js';
import { type Words, wordsOf } from '../page/words.js';

/** Texts that only this page has: those of its first screen, and of its own buttons and notices. */
export const t = catalogue('playground', {
  title: { zh: '技防设计图审查', en: 'Review of security design plans' },
  about: {
    zh: '在本机浏览器中审查技防设计图：查看问题和平面图，试改，保存图纸、论证意见表和网页报告。不须安装，不须联网。',
    en: 'Reviews a security design plan in this browser: see the findings on the drawing, try changes, save the plan, the opinion form and the HTML report. Nothing to install, no network needed.',
  },
  private: {
    zh: '所选文件只在本页的内存中处理，不发送到任何地方；本页禁止一切网络请求。关闭本页，未保存的改动即消失。',
    en: 'The files are handled in the memory of this page alone and sent nowhere: the page forbids itself every request. What was not saved is gone when it is closed.',
  },
  terms: {
    zh: '按审查人模式审查，与命令 sitecam lint --as reviewer 相同：不采纳例外说明，不采纳设计人员的配置。',
    en: 'Judged as the command sitecam lint --as reviewer judges: no waivers, and no configuration of the designer.',
  },
  drop: {
    zh: '把设计图及其引用的文件，或者整个文件夹，拖放到此处。',
    en: 'Drop the plan here with the files it refers to, or the whole folder.',
  },
  files: { zh: '选择文件', en: 'Choose files' },
  folder: { zh: '选择文件夹', en: 'Choose a folder' },
  working: { zh: '正在审查……', en: 'Judging the plan …' },
  'no-plan': {
    zh: '所选的{n}个文件中没有设计图。设计图是 .yaml、.yml、.json 或者 .geojson 文件；DXF、IFC 等图纸先用 sitecam import 导入，压缩包先解压。',
    en: 'There is no plan among the {n} {n|file|files}. A plan is a .yaml, .yml, .json or .geojson file; import DXF and IFC drawings with sitecam import first, and unpack archives.',
  },
  'too-much': {
    zh: '所选的文件过多或者过大：至多{files}个，共{megabytes}兆字节。请只选设计图及其引用的文件。',
    en: 'These are too many files, or too large: at most {files} files of {megabytes} MB together. Choose only the plan and the files it refers to.',
  },
  'no-file': {
    zh: '文件“{file}”不能读取；请确认文件仍在原处，再选一次。',
    en: "The file '{file}' can't be read; see that it is still there, and choose it again.",
  },
  which: { zh: '审查哪一份？', en: 'Which plan is to be judged?' },
  missing: {
    zh: '设计图“{plan}”引用的下列文件尚未选入，请补选：',
    en: "The plan '{plan}' refers to files that are not here yet. Add them:",
  },
  'not-taken': {
    zh: '审查人模式：未采纳文件“{file}”。',
    en: "Reviewer: the file '{file}' was not taken.",
  },
  failed: {
    zh: '本程序出错，没有结论：{message}。请将设计图和此句报告给 sitecam 的维护者。',
    en: 'sitecam failed and gives no verdict: {message}. Please report this sentence, and the plan if you may, to its maintainers.',
  },
  unloaded: {
    zh: '浏览器不允许本页运行审查所用的脚本，没有结论。请重新载入本页，或者换用其他浏览器。',
    en: "The browser doesn't run the script that judges the plan, so there is no verdict. Reload this page, or use another browser.",
  },
  'open-already': {
    zh: '已有图纸打开；要审查另一份，先按“另开图纸”。',
    en: "A plan is open; press 'Another plan' first.",
  },
  today: { zh: '审查日', en: 'Day' },
  another: { zh: '另开图纸', en: 'Another plan' },
  save: { zh: '保存', en: 'Save' },
  'save-plan': { zh: '图纸', en: 'The plan' },
  'save-opinion': { zh: '论证意见表', en: 'Opinion form' },
  'save-html': { zh: '网页报告', en: 'HTML report' },
  'name-opinion': { zh: '论证意见表', en: 'opinion' },
  'name-html': { zh: '审查报告', en: 'report' },
  saved: { zh: '已保存：{file}。', en: 'Saved: {file}.' },
  unsaved: { zh: '图纸有未保存的改动', en: 'plan not saved' },
  source: { zh: '源文', en: 'Text' },
  'source-of': { zh: '图纸文件“{file}”的源文', en: "Text of the plan's file '{file}'" },
  'typed-over': {
    zh: '同一处刚有另一项改动写入，所键入的文字未采用；请核对后重新键入。',
    en: 'Another change was just made at the same place, so what you typed was not taken; check it and type it again.',
  },
  'to-line': { zh: '第{n}项所在的行', en: 'Line of finding {n}' },
  elsewhere: {
    zh: '第{n}项在文件“{file}”中，不在此源文中。',
    en: "Finding {n} is in the file '{file}', not in this text.",
  },
});

/** Returns the function that gives this page's texts in a language, by their ids without `playground/`. */
export function textsIn(locale: Locale): Words {
  const all = Object.entries(templatesOf(t)).map(([id, text]) => [id.replace('playground/', ''), render(text, locale)]);
  return wordsOf({ words: Object.fromEntries(all) });
}
