// Formats of reports that can't be merged, and why.
import type { Localized } from '../../i18n/locale.js';

/** How reports begin that aren't JSON. */
const BEGINNINGS: readonly (readonly [RegExp, string])[] = [
  [/^<\?xml[^>]*>\s*<testsuites/, 'junit'],
  [/^<!doctype html/i, 'html'],
  [/^(?:设计图|Plan),/, 'schedule'],
  [/^# /, 'markdown'],
  [/^::(?:error|warning|notice|group)/, 'github'],
];

/** Number of bytes from which the format is told. */
const BEGINNING = 512;

/** Returns why a report in a format other than JSON can't be merged; undefined if it may be JSON. */
export function unmergeable(bytes: Uint8Array): Localized | undefined {
  const text = new TextDecoder().decode(bytes.subarray(0, BEGINNING));
  const format = BEGINNINGS.find(([beginning]) => beginning.test(text))?.[1];
  if (format === undefined) return undefined;
  return REASONS[format] ?? forPeople(format);
}

const REASONS: Readonly<Record<string, Localized>> = {
  junit: {
    zh: 'junit 格式的报告不能合并：其中没有审查日、版本和分片，少了一片也看不出来。各测试平台可以直接读取多份 JUnit 文件；需要一份的，请合并 sarif 或者 json 报告。',
    en: "a report in junit can't be merged: it has no day, version or shard, and one that is missing would not be missed. Test services read several JUnit files; for one record merge sarif or json.",
  },
  schedule: {
    zh: '设备表（schedule）不能合并：其中没有审查日、版本和分片，少了一片也看不出来。请合并 sarif 或者 json 报告；设备也列在 json 报告中。',
    en: "a device schedule can't be merged: it has no day, version or shard, and one that is missing would not be missed. Merge sarif or json; json lists the devices too.",
  },
};

function forPeople(format: string): Localized {
  return {
    zh: `${format} 格式的报告供人阅读，不能合并；请合并 sarif 或者 json 报告。`,
    en: `a report in ${format} is for people and can't be merged; merge sarif or json.`,
  };
}
