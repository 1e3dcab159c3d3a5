// Texts about the plans that arguments and options select.

import { catalogue } from '../../../i18n/catalogue.js';
import { PLAN_ENDINGS } from '../names.js';

const LEFT_OUT = {
  zh: '（.gitignore所列、node_modules和隐藏的文件夹不在其内）',
  en: ' (what .gitignore names, node_modules and hidden folders are left out)',
};
const ENDINGS = PLAN_ENDINGS.replaceAll(', ', '、');

/** What to do in a shallow clone. */
const WHOLE = {
  zh: '请取全部历史（git fetch --unshallow；GitHub Actions：checkout 的 fetch-depth: 0；GitLab：GIT_DEPTH: 0）。',
  en: 'Fetch the whole history (git fetch --unshallow; GitHub Actions: fetch-depth: 0 of checkout; GitLab: GIT_DEPTH: 0).',
};

export const t = catalogue('plans', {
  noFiles: { zh: `：没有${ENDINGS}文件${LEFT_OUT.zh}`, en: `: no file ends in ${PLAN_ENDINGS}${LEFT_OUT.en}` },
  noneIsPlan: {
    zh: '：看过{n}个文件，最外层都没有设计图的键（sitecam、site、levels等）',
    en: ': {n} {n|file was|files were} looked at, and none has the keys of a plan at its top (sitecam, site, levels …)',
  },
  noFolder: { zh: '：文件夹“{folder}”不存在{hint}', en: ": the folder '{folder}' does not exist{hint}" },
  otherEndings: {
    zh: `：相符的{n}个文件都不是${ENDINGS}`,
    en: `: none of the {n} matching files ends in ${PLAN_ENDINGS}`,
  },
  searchedHere: { zh: `：在当前文件夹中查找过${LEFT_OUT.zh}`, en: `: the current folder was searched${LEFT_OUT.en}` },
  searched: { zh: `：在“{folder}”中查找过${LEFT_OUT.zh}`, en: `: '{folder}' was searched${LEFT_OUT.en}` },

  note: { zh: 'sitecam：{note}', en: 'sitecam: {note}' },
  ended: { zh: '{note}。', en: '{note}.' },
  verbose: { zh: '{note}（加 --verbose 列出）。', en: '{note} (--verbose lists them).' },
  listed: { zh: '{note}：', en: '{note}:' },
  'not-a-plan': {
    zh: '另有{n}个文件不是设计图，未审查',
    en: '{n} other {n|file is no plan and was|files are no plans and were} not linted',
  },
  own: {
    zh: '{n}个文件是sitecam自己的（配置、例外说明、比对基准），不作为设计图审查',
    en: '{n} {n|file|files} of sitecam itself (configuration, waivers, baseline) {n|was not linted as a plan|were not linted as plans}',
  },
  link: {
    zh: '{n}个链接指向所查文件夹之外或者不予查找之处，未审查；需要的请直接写出其名称',
    en: '{n} {n|link leads|links lead} out of what was searched and {n|was not followed; name it to lint it|were not followed; name them to lint them}',
  },
  someRevision: { zh: '所给的版本', en: 'the revision given' },
  nothingChanged: {
    zh: '自{revision}以来设计图没有改动，无须审查（未改动的{n}份）。',
    en: 'no plan changed since {revision}: nothing to lint ({n} unchanged).',
  },
  unchanged: {
    zh: '自{revision}以来未改动的设计图{n}份，未审查。',
    en: '{n} {n|plan|plans} unchanged since {revision}, not linted.',
  },
  deletedCount: {
    zh: '自{revision}以来删除的设计图{n}份。',
    en: '{n} {n|plan|plans} deleted since {revision}.',
  },
  deleted: {
    zh: '自{revision}以来删除的设计图：{names}。',
    en: '{n|plan|plans} deleted since {revision}: {names}.',
  },
  shard: {
    zh: '第{index}片（共{of}片）：审查{n}份设计图，全部{of}片合计{all}份。',
    en: 'shard {index} of {of}: {n} {n|plan|plans}, of {all} in all.',
  },
  emptyShard: {
    zh: '第{index}片（共{of}片）：没有分到设计图，全部{of}片合计{all}份。',
    en: 'shard {index} of {of}: no plan falls to it, of {all} in all.',
  },

  shallow: {
    zh: `--since：本仓库为浅克隆，找不到当前分支与“{revision}”的共同祖先。${WHOLE.zh}`,
    en: `--since: this is a shallow clone, in which this branch and '{revision}' have no common ancestor. ${WHOLE.en}`,
  },
  unknownInShallow: {
    zh: `--since：git 版本“{revision}”不存在：本仓库为浅克隆，可能没有取回。${WHOLE.zh}`,
    en: `--since: git knows no revision '{revision}'; this is a shallow clone, which may lack it. ${WHOLE.en}`,
  },
  unrelated: {
    zh: '--since：当前分支与“{revision}”没有共同祖先，无从比较。',
    en: "--since: this branch and '{revision}' have no common ancestor to compare with.",
  },
  fileAsRevision: {
    zh: '--since 后的“{revision}”是文件或者文件夹，不是 git 版本。要{done}其中有改动的设计图，请写 --since=HEAD {revision}，或者把 --since 写在最后。',
    en: "'{revision}' after --since is a file or folder, not a git revision. To {done} what changed in it, say --since=HEAD {revision}, or put --since last.",
  },
  unknownRevision: {
    zh: '--since：git 版本“{revision}”不存在。尚未取回的，请先 git fetch。',
    en: "--since: git knows no revision '{revision}'. If it has not been fetched yet, git fetch it first.",
  },
  noGit: {
    zh: '--since 需要 git，但没有找到 git。请安装 git，或者不用 --since。',
    en: '--since needs git, which was not found. Install git, or leave --since out.',
  },
  dubious: {
    zh: "--since：仓库“{folder}”属于另一用户，git 拒绝读取。可信的，请先运行 git config --global --add safe.directory '{folder}'",
    en: "--since: the repository '{folder}' belongs to another user, and git refuses to read it. If you trust it, run git config --global --add safe.directory '{folder}' first.",
  },
  noWorkTree: {
    zh: '--since 只能在 git 仓库的工作区中使用：{reason}',
    en: '--since works in the work tree of a git repository only: {reason}',
  },
  outsideWorkTree: {
    zh: '--since 只能在 git 仓库的工作区中使用，当前文件夹不在其中。请在工作区中运行，或者不用 --since。',
    en: '--since works in the work tree of a git repository only, and the current folder is in none. Run it in one, or leave --since out.',
  },
  gitFailed: {
    zh: '--since：git 出错。git 的原文：{reason}',
    en: '--since: git failed. In its words: {reason}',
  },
});
