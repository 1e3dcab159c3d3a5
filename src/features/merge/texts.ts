// Why records can't be merged.
import { catalogue } from '../../i18n/catalogue.js';

/** Texts on why records can't be merged. */
export const t = catalogue('merge', {
  located: { zh: '{place}：{text}', en: '{place}: {text}' },
  foreign: {
    zh: '不是审查记录。merge 只合并审查记录：各片以 lint --shard i/n --format record=文件 写出，合并时再写成 sarif、json 等任何格式。',
    en: 'no record. merge takes records alone: shards write them with lint --shard i/n --format record=FILE, and merge writes SARIF, JSON or any other format from them.',
  },
  empty: {
    zh: '文件为空：写出它的作业没有完成。',
    en: 'the file is empty: the job that should have written it did not end.',
  },
  cut: {
    zh: '记录在此处中断：写出它的作业没有完成，或者文件未传完。',
    en: 'the record breaks off here: the job that wrote it did not end, or the file was not copied to its end.',
  },
  noLine: { zh: '不是 sitecam 写出的记录。', en: 'not a record as sitecam writes it.' },
  changed: {
    zh: '与其校验和不符：此行有改动，或者前面缺行、换行。请重新审查。',
    en: 'does not match its checksum: this line was edited, or lines before it are missing or not in their order. Lint again.',
  },
  count: {
    zh: '记录应有设计图{said}份，实有{held}份：文件不完整。',
    en: 'the record says {said} {said|plan|plans} and holds {held}: the file is incomplete.',
  },
  version: {
    zh: '由 sitecam {written} 写出，本工具为 {version}。请用审查时的同一版本合并。',
    en: 'written by sitecam {written}; this is {version}. Merge with the version that linted.',
  },
  pack: {
    zh: '所依据的法规数据包“{pack}”与本工具的不同。请用审查时的同一版本合并。',
    en: "judged by a pack '{pack}' that is not the one this sitecam has. Merge with the version that linted.",
  },
  day: {
    zh: '“{other}”与“{one}”的审查日不同（{otherDay} / {day}）。',
    en: "'{other}' and '{one}' differ in the day of review ({otherDay} / {day}).",
  },
  redacted: {
    zh: '“{other}”与“{one}”只有一份隐去了图纸内容（--redact）。',
    en: "of '{other}' and '{one}' only one is redacted (--redact).",
  },
  option: {
    zh: '“{other}”与“{one}”的选项 --{option} 不同。',
    en: "'{other}' and '{one}' differ in the option --{option}.",
  },
  oneRun: {
    zh: '只能合并同一次审查的记录：版本、审查日、法规数据包、配置和选项都须相同。',
    en: 'Only records of one run can be merged: the same version, day, packs, configuration and options.',
  },
  uncounted: {
    zh: '隐去图纸内容的记录只能按分片（lint --redact --shard）合并：各次审查各自编号，同一代号未必是同一份设计图；未合并。',
    en: 'Redacted records can only be merged as shards of one run (lint --redact --shard): each run counts its own plans, so that one name need not be one plan; nothing was merged.',
  },
  unmarked: {
    zh: '“{name}”未注明是第几片，“{first}”则为{shard}。',
    en: "'{name}' doesn't say which shard it is; '{first}' is {shard}.",
  },
  otherShards: {
    zh: '“{name}”为{shard}，“{first}”则为{firstShard}：不是由同一批设计图分出的同一次分片。',
    en: "'{name}' is {shard} and '{first}' is {firstShard}: they are not shards of one run over the same plans.",
  },
  sameShard: {
    zh: '“{name}”与“{first}”同为{shard}，只能有一份。',
    en: "'{name}' and '{first}' are both {shard}; give one.",
  },
  missing: {
    zh: '缺少{n}片的记录（{shards}），其中的设计图没有结论；未合并。请查看相应作业。',
    en: 'the {n|record of a shard is|records of shards are} missing ({shards}; {n} in all), so there are no verdicts on {n|its|their} plans; nothing was merged. Look at the {n|job|jobs} that should have written {n|it|them}.',
  },
  plans: {
    zh: '各片共有设计图{held}份，而分片时为{all}份：有的图没有结论；未合并。',
    en: 'the shards hold {held} {held|plan|plans} and were cut from {all}: some have no verdicts; nothing was merged.',
  },
  nothingWritten: { zh: '未合并，未写出任何报告。', en: 'Nothing was merged, and nothing written.' },
  noReport: {
    zh: '记录的校验和相符，内容却不是 sitecam 所写，不能成为报告；请重新审查。',
    en: "the records match their checksums and yet aren't what sitecam writes: no report can be made of them. Lint again.",
  },
  absent: {
    zh: '记录“{name}”不存在或者不能读取。',
    en: "the record '{name}' does not exist or can't be read.",
  },
  folder: {
    zh: '“{name}”是文件夹，请给出其中的记录，例如 {name}/*.record。',
    en: "'{name}' is a folder; name the records in it, for example {name}/*.record.",
  },
  over: {
    zh: '“{name}”是要合并的记录之一，不能写入；请另取文件名。',
    en: "'{name}' is one of the records to merge and can't be written over; choose another name.",
  },
  twice: {
    zh: '设计图“{plan}”在“{one}”和“{other}”中都有，只能有一份；请去掉其中一份记录，或者重新审查。',
    en: "the plan '{plan}' is in both '{one}' and '{other}'; leave one of these records out, or lint again.",
  },
  file: {
    zh: '“{file}”在“{one}”和“{other}”中不同（sha-256 不一致）：审查期间有改动；请重新审查。',
    en: "'{file}' isn't the same in '{one}' and '{other}' (by sha-256): it changed between them; lint again.",
  },
});
