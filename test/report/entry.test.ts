// The entry of the library for reports: what it renders is what the command writes.
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { rules } from '../../src/index.js';
import { REPORT_FORMATS, type RenderOptions, type ReportInput, renderReport } from '../../src/report/index.js';
import { sitecam } from '../support/io.js';
import { lintedByDefault } from '../support/linted.js';

const PLAN = 'fixtures/sites/ktv/violations.yaml';
const { version }: { version: string } = JSON.parse(readFileSync('package.json', 'utf8'));
const input: ReportInput = {
  tool: { name: 'sitecam', version },
  results: [lintedByDefault(PLAN)],
  rules,
  today: '2026-03-01',
};

test.each(REPORT_FORMATS)('%s is what the command writes', async (format) => {
  const { out } = await sitecam(['lint', PLAN, '-f', format, '--today', input.today, '--lang', 'en'], { columns: 80 });
  const gzippedSize = (text: string) => gzipSync(text).length;
  expect(await renderReport(format, input, { locale: 'en', gzippedSize })).toBe(out);
});

test('a record for code scanning whose size nobody measures is within the limit all the same', async () => {
  const record = await renderReport('sarif-github', input, { locale: 'en' });
  expect(JSON.parse(record).version).toBe('2.1.0');
});

test('a format that there is not is refused', async () => {
  const options: RenderOptions = { locale: 'en' };
  // @ts-expect-error Those who write JavaScript may ask for it.
  await expect(renderReport('docx', input, options)).rejects.toThrow(new RangeError("no report format 'docx'"));
});
