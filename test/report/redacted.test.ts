import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { memoizeByName } from '../../src/base/memo.js';
import { render } from '../../src/cli/output/formats.js';
import { fullCitation } from '../../src/facts/labels.js';
import { allPacks, loadPack } from '../../src/law/load.js';
import { exitCode, FAIL_ON } from '../../src/lint/exit.js';
import { lintPlan } from '../../src/lint/lint.js';
import { redact } from '../../src/lint/redact/redact.js';
import type { LintResult, ReportInput } from '../../src/lint/types.js';
import { REPORT_FORMATS } from '../../src/report/formats.gen.js';
import { renderJson } from '../../src/report/json/json.js';
import { rules } from '../../src/rules/registry.gen.js';
import { CANARY, type Canaries, DAY_TEXTS, leaksIn, withCanaries } from '../support/canaries.js';
import { fixturePlans, runOf } from '../support/linted.js';

const LOCALES = ['zh-CN', 'en'] as const;
const pack = loadPack('nm-2017');
const everyPack = allPacks();

/** A plan of the fixtures with the files it refers to, by their names. */
function filesOf(path: string): Record<string, string> {
  const text = readFileSync(path, 'utf8');
  const names = [...text.matchAll(/[\w-]+\.geojson/g)].map(([name]) => name);
  const beside = [...new Set(names)].filter((name) => existsSync(join(dirname(path), name)));
  return {
    [basename(path)]: text,
    ...Object.fromEntries(beside.map((name) => [name, readFileSync(join(dirname(path), name), 'utf8')])),
  };
}

function linted({ files, plan }: Pick<Canaries, 'files' | 'plan'>): LintResult {
  const read = (name: string) => (Object.hasOwn(files, name) ? new TextEncoder().encode(files[name]) : undefined);
  return lintPlan(plan, read, { pack, today: '2026-03-01' });
}

/** Every report of a run that shows all it has. */
async function reportsOf(input: ReportInput): Promise<Map<string, string>> {
  const texts = new Map<string, string>();
  for (const format of REPORT_FORMATS) {
    for (const locale of LOCALES) {
      const options = { locale, colour: false, quiet: false, verbose: true, width: 80 };
      texts.set(`${format} ${locale}`, [...(await render(format, input, options))].join(''));
    }
  }
  return texts;
}

/** Keys of a record in JSON whose values are the law's, the program's, or what a redacted report may say. */
const TOLD: ReadonlySet<string> = new Set(
  [
    'version',
    'tool',
    'language',
    'today',
    'rules',
    'pack',
    'packs',
    'clauses',
    'role',
    'penalties',
    'headline',
    'summary',
  ].concat([
    'rule',
    'level',
    'outcome',
    'group',
    'readable',
    'number',
    'origin',
    'kind',
    'id',
    'format',
    'coordinates',
    'what',
  ]),
);

/** Texts and figures of a record in JSON that are of the plan. */
function secretsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value === 'number') return [String(value), value.toFixed(2)];
  if (Array.isArray(value)) return value.flatMap(secretsOf);
  if (typeof value !== 'object' || value === null) return [];
  // A tick box is the law's, its statement the plan's.
  if ('item' in value && 'clause' in value) return 'stated' in value ? secretsOf(value.stated) : [];
  if ('origin' in value && (value.origin === 'law' || value.origin === 'ours')) return [];
  return Object.entries(value).flatMap(([key, member]) => (TOLD.has(key) ? [] : secretsOf(member)));
}

/** What stands in a report whatever the plan is. */
const PUBLIC = [
  ...stringsOf([pack, rules.map(({ title, docs, messages }) => [title, docs, messages])]),
  ...pack.clauses.flatMap(({ citation: { zh, en } }) => [
    `${zh}本条例未设罚则。`,
    `This regulation sets no penalty for ${en}.`,
  ]),
  // Words of this tool that stand in many findings, and the names of clauses.
  '（按本工具对该项的理解）',
  " (by sitecam's reading of it)",
  " (by sitecam's reading)",
  ...everyPack.flatMap((each) => each.clauses.flatMap(({ id }) => Object.values(fullCitation(each, id)))),
  'Within what the plan states',
  '2026年3月1日',
  '1 March 2026',
].join('\n');

function stringsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsOf) : [];
}

/** Those that would be nothing else by chance: long texts, and figures of many digits. */
function telling(secret: string): boolean {
  const isLong = /^-?[\d.]+$/.test(secret) ? secret.replace(/\D/g, '').length >= 5 : secret.length >= 12;
  return isLong && !isPublic(secret);
}

/** True if the text stands in every report. All plans share most of their words. */
const isPublic = memoizeByName((text: string) => PUBLIC.includes(text));

const plans = fixturePlans('sites');

describe.each(plans)('%s', (path) => {
  const canaries = withCanaries(filesOf(path));
  const result = linted(canaries);
  const input = runOf(result);
  const redacted = redact(input).input;

  test('no text, figure, day, measure or hash of the plan is in any format', async () => {
    const record = renderJson(input, { locale: 'zh-CN' });
    expect(record.split(CANARY).length).toBeGreaterThan(50);
    const secrets = new Set([
      CANARY,
      ...DAY_TEXTS,
      ...canaries.figures,
      ...LOCALES.flatMap((locale) => secretsOf(JSON.parse(renderJson(input, { locale })))).filter(telling),
    ]);
    expect(secrets.size).toBeGreaterThan(200);
    for (const [name, text] of await reportsOf(redacted)) {
      expect(text, name).not.toBe('');
      expect(leaksIn(text, secrets), name).toEqual([]);
    }
  });

  test('the same verdicts, counts and exit codes', () => {
    const [before, after] = [input, redacted].map(({ results: [one] }) => (one?.ok ? one : expect.fail('unreadable')));
    const said = ({ rule, outcome, level, bases }: (typeof before.verdicts)[number]) =>
      JSON.stringify([rule, outcome, level, bases.map(({ clause, role }) => [clause, role])]);
    expect(after.verdicts.map(said).sort()).toEqual(before.verdicts.map(said).sort());
    expect(new Set(after.verdicts.map(({ message }) => message.id))).toEqual(new Set(['engine/redacted']));
    expect(after.summary).toEqual(before.summary);
    for (const level of FAIL_ON) expect(exitCode([after], level)).toBe(exitCode([before], level));
  });

  test('a plan that is called otherwise and lies elsewhere gives the same report', () => {
    const other = linted(withCanaries(filesOf(path), backwards, [-51.27, 7.613]));
    // Formats are made of this alone.
    expect(redact(runOf(other)).input).toEqual(redacted);
  });
});

/** Other names, in another order. */
function backwards(n: number): string {
  return `${CANARY}${String(9973 * (n + 1))
    .split('')
    .reverse()
    .join('')}`;
}
