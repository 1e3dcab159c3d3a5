import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, test } from 'vitest';
import { foreignCitations } from '../../src/features/pack-check/citations.js';
import { packNamed } from '../../src/host/config/packs.js';
import { processIo } from '../../src/host/io.js';
import { SECTIONS } from '../../src/law/read/sections.js';
import type { Pack } from '../../src/law/types.js';
import { lintPlan } from '../../src/lint/lint.js';
import type { Report } from '../../src/lint/types.js';
import { LOAD_FORMAT, REPORT_FORMATS } from '../../src/report/formats.gen.js';
import { fixturePlans, runOf } from '../support/linted.js';

const PATH = 'fixtures/packs/paragraphs.yaml';
const pack: Pack = packNamed([PATH], processIo(), undefined);
const plans = fixturePlans('sites').filter((path) => !path.endsWith('forgotten.yaml'));

/** Foreign citations and names that reports of the pack still have. The list may only shrink. */
const STILL: readonly string[] = [
  'Art. 7(2)',
  'Art. 8',
  'Art. 8(1)',
  'Art. 8(1)(4)',
  'Art. 9(1)',
  'Art. 9(2)',
  'Order 799',
  'State Council Order 799',
  '反恐怖主义法',
  '国务院令第799号',
  '第七条第二款',
  '第九条第一款',
  '第九条第二款',
  '第八条',
  '第八条第一款',
  '第八条第一款第（四）项',
  '自治区条例',
];

test('the pack uses every section, cites no other law, and is written by paragraph alone', () => {
  const written = pack.written?.files ?? {};
  expect(SECTIONS.filter((section) => !(section in written))).toEqual(['cites']);
  const own = pack.clauses.filter(({ derived }) => derived !== true);
  expect(
    own.filter(
      ({ instrument, paragraph, item }) => instrument !== 'paragraphs' || paragraph === undefined || item !== undefined,
    ),
  ).toEqual([]);
  expect(own.every(({ article }) => Number(article) > 100)).toBe(true);
});

describe.each(plans)('%s', (path) => {
  const source = readFileSync(path, 'utf8');
  let report: Report;

  beforeAll(() => {
    const result = lintPlan(path, (name) => readFileSync(name), { pack, today: '2026-03-01' });
    if (!result.ok) throw new Error(JSON.stringify(result.unreadable));
    report = result;
  });

  test.each(['zh-CN', 'en'] as const)('is reported in every format, and cites no other law: %s', async (locale) => {
    const found = new Map<string, string>();
    const cautions = [...(report.cautions ?? []).map(({ text }) => text), report.pack.notice].flatMap(({ zh, en }) => [
      zh,
      en,
    ]);
    for (const name of REPORT_FORMATS) {
      const { format } = await LOAD_FORMAT[name]();
      const parts = await format.render(runOf(report), {
        locale,
        colour: false,
        quiet: false,
        verbose: true,
        width: 100_000,
        loadGzip: async () => (text) => gzipSync(text).length,
      });
      const text = [...parts].join('');
      expect(text).not.toBe('');
      for (const each of foreignCitations(text, pack, cautions)) if (!source.includes(each)) found.set(each, name);
    }
    expect([...found].filter(([each]) => !STILL.includes(each))).toEqual([]);
  });
});
