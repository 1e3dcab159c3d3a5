// Reads a report of any format, and the run that it records.
import { locatedText } from '../../findings/wording/located-text.js';
import type { Localized } from '../../i18n/locale.js';
import { type Message, renderMessage } from '../../i18n/message.js';
import { unreadableMessages } from '../../plan/read/texts.js';
import type { ReportFormat } from '../../report/formats.gen.js';
import { type Limits, limitParams } from '../../source/limits.js';
import { decode } from '../../source/parse/decode.js';
import { parseSource } from '../../source/parse/parse.js';
import { looksLikeJson, textFormat } from './format.js';
import { recordedInJson, recordedInSarif, recordedInText } from './recorded.js';
import { ReportRefusal } from './refusal.js';
import type { RecordedRun, SubmittedReport } from './types.js';
import { listAt, textAt, valueAt } from './values.js';

/** A report as given: its name as shown to people, and its bytes. */
export interface ReportFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Number of syntax faults that are named: those after the first few tell little. */
const MOST_FAULTS = 3;

const JSON_FORMATS: ReadonlySet<ReportFormat> = new Set(['json', 'sarif', 'sarif-github', 'gitlab']);

/**
 * Returns a report with its format (`asked`, else as recognised) and the run it records. JSON passes the same limits as
 * plans; other formats aren't parsed.
 *
 * @throws ReportRefusal if it is too large, no text, broken, or no report of sitecam
 */
export function readReport({ name, bytes }: ReportFile, limits: Limits, asked?: ReportFormat): SubmittedReport {
  if (bytes.length > limits.bytes) throw refused(name, 'limit/bytes', limitParams('bytes', limits.bytes));
  const decoded = decode(bytes);
  if (!decoded.ok) throw refused(`${name}:${decoded.at.line}:${decoded.at.column}`, decoded.code, {});
  const { text } = decoded;
  if (asked === undefined ? looksLikeJson(text) : JSON_FORMATS.has(asked)) return readJson(name, bytes, limits, asked);
  const format = asked ?? textFormat(text);
  if (format === undefined) throw new ReportRefusal([locatedText(name, text.trim() === '' ? EMPTY : STRANGE)]);
  return { name, format, bytes, text, value: undefined, recorded: recordedInText(text, format) };
}

const STRANGE: Localized = {
  zh: '不是 sitecam 的审查报告，或者格式无法识别。报告写在前，设计图写在后；确是报告的，用 --report-format 写明格式。',
  en: 'no report of sitecam, or in a format that can’t be told. The report comes first, then the plans; if it is a report, name its format with --report-format.',
};

function otherFormat(asked: ReportFormat, found: ReportFormat): Localized {
  return {
    zh: `--report-format 写明的格式为${asked}，而报告为${found}格式。`,
    en: `--report-format says ${asked}, and the report is in ${found}.`,
  };
}

const EMPTY: Localized = {
  zh: '文件为空；确是没有问题的 github 格式报告的，写明 --report-format github。',
  en: 'the file is empty; if it is a report in github of plans without findings, say --report-format github.',
};

function readJson(name: string, bytes: Uint8Array, limits: Limits, asked: ReportFormat | undefined): SubmittedReport {
  const source = parseSource(name, bytes, { format: 'json', texts: 'any', limits });
  if (!source.ok) {
    const texts = source.problems.slice(0, MOST_FAULTS).map(({ message, at }) => {
      const where = at === undefined ? name : `${name}:${at.line}:${at.column}`;
      return locatedText(where, said(message.id, message.params));
    });
    throw new ReportRefusal(texts);
  }
  const { value } = source;
  const found = jsonFormat(value);
  const isSarif = (one: ReportFormat) => one.startsWith('sarif');
  // The two sorts of SARIF differ only in what they leave out.
  if (asked !== undefined && found !== undefined && asked !== found && !(isSarif(asked) && isSarif(found)))
    throw new ReportRefusal([locatedText(name, otherFormat(asked, found))]);
  const format = asked ?? found;
  if (format === undefined) throw new ReportRefusal([locatedText(name, STRANGE)]);
  return { name, format, bytes, text: source.file.text, value, recorded: recordedIn(value, format) };
}

function recordedIn(value: unknown, format: ReportFormat): RecordedRun {
  if (format === 'json') return recordedInJson(value);
  if (format === 'sarif' || format === 'sarif-github') {
    const recorded = recordedInSarif(value);
    // What GitHub takes has no properties of its own.
    return format === 'sarif' ? recorded : { ...recorded, plans: undefined };
  }
  return recordedInText('', format);
}

function jsonFormat(value: unknown): ReportFormat | undefined {
  if (Array.isArray(value)) {
    return value.every((item) => textAt(item, 'check_name') !== undefined) ? 'gitlab' : undefined;
  }
  const [run] = listAt(value, 'runs');
  if (textAt(run, 'tool', 'driver', 'name') === 'sitecam') {
    return valueAt(run, 'properties', 'today') === undefined ? 'sarif-github' : 'sarif';
  }
  return textAt(value, 'tool', 'name') === 'sitecam' && Array.isArray(valueAt(value, 'plans')) ? 'json' : undefined;
}

type Params = Message['params'];

function said(id: string, params: Params): Localized {
  const say = (locale: 'zh-CN' | 'en') => renderMessage(unreadableMessages, { id, params }, locale);
  return { zh: say('zh-CN'), en: say('en') };
}

function refused(where: string, id: string, params: Params): ReportRefusal {
  return new ReportRefusal([locatedText(where, said(id, params))]);
}
