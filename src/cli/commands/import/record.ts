// Formats of the import record, by the ending of `--record FILE`.
import { posix } from 'node:path';
import { version } from '../../../host/package.js';
import { UsageError } from '../../../host/usage.js';
import type { Locale } from '../../../i18n/locale.js';
import { recordDocument } from '../../../import/record/document.js';
import { recordJson } from '../../../import/record/json.js';
import type { ImportRecord } from '../../../import/record/record.js';
import { writeMarkdown } from '../../../render/writers/markdown.js';

const recordMarkdown = (record: ImportRecord, sitecam: string, locale: Locale) =>
  writeMarkdown([recordDocument(record, sitecam)], { locale });

/** Writers of the import record, by file ending. */
const RECORDS = {
  md: recordMarkdown,
  markdown: recordMarkdown,
  json: (record: ImportRecord, sitecam: string) => recordJson(record, sitecam),
} as const satisfies Readonly<Record<string, (record: ImportRecord, sitecam: string, locale: Locale) => string>>;

type Ending = keyof typeof RECORDS;

/** Returns the writer for the format that the ending of `file` names. Throws a UsageError on any other ending. */
export function recordWriter(file: string): (record: ImportRecord, locale: Locale) => string {
  const ending = posix.extname(file).slice(1).toLowerCase();
  const known = Object.keys(RECORDS).find((name): name is Ending => name === ending);
  if (known === undefined) {
    throw new UsageError({
      zh: `--record 的文件名应以 .md（Markdown 文档）或者 .json 结尾，而不是“${file}”。`,
      en: `--record takes a name that ends in .md (a Markdown document) or .json, not '${file}'.`,
    });
  }
  return (record, locale) => RECORDS[known](record, version(), locale);
}
