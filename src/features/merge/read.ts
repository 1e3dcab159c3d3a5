// Reads one log of either format, or refuses it.
import { locatedText } from '../../findings/wording/located-text.js';
import type { Localized } from '../../i18n/locale.js';
import { renderMessage } from '../../i18n/message.js';
import { unreadableMessages } from '../../plan/read/texts.js';
import { parseSource } from '../../source/parse/parse.js';
import { locate } from '../../source/place/locate.js';
import { At, isObject, ShapeFault } from './at.js';
import { readJsonLog } from './json-log.js';
import type { Log, LogFile } from './log.js';
import type { MergeOptions } from './merge.js';
import { unmergeable } from './other-formats.js';
import type { LogInput } from './reading.js';
import { MergeRefusal } from './refusal.js';
import { readSarifLog } from './sarif-log.js';

/** Number of syntax faults that are listed for one log: those after the first few tell little. */
const MOST_FAULTS = 3;

/** Returns one log as read. Throws a MergeRefusal if it isn't sitecam's, or can't be merged. */
export function readLog({ name, bytes }: LogFile, { failOn, version, limits }: MergeOptions): Log {
  const other = unmergeable(bytes);
  if (other !== undefined) throw new MergeRefusal('usage', [locatedText(name, other)]);
  const source = parseSource(name, bytes, { format: 'json', texts: 'any', limits });
  if (!source.ok) {
    const texts = source.problems.slice(0, MOST_FAULTS).map(({ message, at }) => {
      const say = (locale: 'zh-CN' | 'en') => renderMessage(unreadableMessages, message, locale);
      return locatedText(at === undefined ? name : `${name}:${at.line}:${at.column}`, {
        zh: say('zh-CN'),
        en: say('en'),
      });
    });
    throw new MergeRefusal('unreadable', texts);
  }
  const { file, value } = source;
  try {
    return readValue(value, { file, bytes, failOn, version });
  } catch (error) {
    if (!(error instanceof ShapeFault)) throw error;
    const { line, column } = locate(file, { path: name, pointer: error.pointer }).start;
    throw new MergeRefusal('unreadable', [
      locatedText(`${name}:${line}:${column}`, {
        zh: `不是 sitecam 写出的报告：此处应为${error.expected.zh}。`,
        en: `not a report as sitecam writes it: expected ${error.expected.en} here.`,
      }),
    ]);
  }
}

function readValue(value: unknown, reading: LogInput): Log {
  const { name } = { name: reading.file.path };
  const log = new At(value);
  if (isObject(value) && Array.isArray(value.runs)) return readSarifLog(log, reading);
  if (isObject(value) && Array.isArray(value.plans)) return readJsonLog(log, reading);
  if (Array.isArray(value) && value.every((item) => isObject(item) && typeof item.check_name === 'string')) {
    throw new MergeRefusal('usage', [locatedText(name, GITLAB)]);
  }
  throw log.fault({ zh: 'sarif 或者 json 格式的审查报告', en: 'a report in sarif or json' });
}

const GITLAB: Localized = {
  zh: 'gitlab 格式的报告不能合并：其中没有审查日、版本和分片，少了一片也看不出来。GitLab 会自行汇总各作业的代码质量报告；需要一份的，请合并 sarif 或者 json 报告。',
  en: 'a report in gitlab can’t be merged: it has no day, version or shard, and one that is missing would not be missed. GitLab puts the code quality reports of several jobs together by itself; for one record merge sarif or json.',
};
