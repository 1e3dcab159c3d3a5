// Texts about files that aren't usable as a baseline.
import { catalogue } from '../../i18n/catalogue.js';

/** Texts on why a file can't be used as a baseline. */
export const baselineText = catalogue('baseline', {
  none: {
    zh: '不是 sitecam 的比对基准：缺少“sitecamBaseline”。',
    en: "This is no baseline of sitecam's: the key 'sitecamBaseline' is missing.",
  },
  noJson: {
    zh: '不是 sitecam 的比对基准：应为 sitecam baseline 写出的 JSON 文件。',
    en: "This is no baseline of sitecam's, which is a JSON file that 'sitecam baseline' writes.",
  },
  newer: {
    zh: '比对基准的格式版本为{version}，本工具只认识版本1和2；请改用写出该文件的版本，或者升级本工具。',
    en: 'The format of this baseline is version {version}; this sitecam knows versions 1 and 2. Use the sitecam that wrote it, or a newer one.',
  },
  fingerprint: {
    zh: '“fingerprint”不是规则“{rule}”和对象“{subject}”的指纹：该行被改动或者合并有误。',
    en: "'fingerprint' is not that of rule '{rule}' and subject '{subject}': the line was edited, or a merge went wrong.",
  },
  twice: {
    zh: '设计图“{plan}”在比对基准中出现两次，只能有一次：可能是合并有误。',
    en: "The plan '{plan}' is in the baseline twice; perhaps a merge went wrong.",
  },
  file: { zh: 'sitecam的比对基准', en: "a baseline of sitecam's" },
});
