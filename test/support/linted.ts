// Reports of fixtures and of a hostile plan, linted on a fixed day by nm-2017.
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { loadPack } from '../../src/law/load.js';
import { lintPlan } from '../../src/lint/lint.js';
import type { LintResult, Report, ReportInput } from '../../src/lint/types.js';
import { rules } from '../../src/rules/registry.gen.js';

const TODAY = '2026-03-01';

const pack = loadPack('nm-2017');

/** Returns the paths of fixture plans that have expectations beside them: of all sites, or of malformed plans. */
export function fixturePlans(folder: 'sites' | 'malformed'): string[] {
  const root = `fixtures/${folder}`;
  const folders = folder === 'malformed' ? [root] : readdirSync(root).map((name) => join(root, name));
  return folders
    .filter((path) => statSync(path).isDirectory())
    .flatMap((path) => {
      const files = readdirSync(path);
      const expected = (file: string) =>
        files.includes(`${file}.expected.json`) || files.includes(file.replace(/\.(yaml|geojson)$/, '.expected.json'));
      return files.filter((file) => /\.(yaml|geojson)$/.test(file) && expected(file)).map((file) => join(path, file));
    })
    .sort();
}

const known = new Map<string, LintResult>();

/**
 * Returns the result of linting `path`; files in `given` take precedence over the disk's. Without `given`, each plan is
 * linted once per process.
 */
export function lintedPlan(path: string, given?: Readonly<Record<string, string>>): LintResult {
  if (given !== undefined) return lintedAnew(path, given);
  const result = known.get(path) ?? lintedAnew(path);
  known.set(path, result);
  return result;
}

/** Lints `path` like `lintedPlan`, but never reuses an earlier result. */
export function lintedAnew(path: string, given: Readonly<Record<string, string>> = {}): LintResult {
  return lintPlan(path, readerOf(given), { pack, today: TODAY });
}

const knownByDefault = new Map<string, LintResult>();

/** Returns the result of linting `path` by all laws in force for it; each plan is linted once per process. */
export function lintedByDefault(path: string): LintResult {
  const result = knownByDefault.get(path) ?? lintPlan(path, readerOf({}), { today: TODAY });
  knownByDefault.set(path, result);
  return result;
}

function readerOf(given: Readonly<Record<string, string>>): Parameters<typeof lintPlan>[1] {
  return (name) => {
    const text = given[name];
    if (text !== undefined) return new TextEncoder().encode(text);
    return existsSync(name) && statSync(name).isFile() ? readFileSync(name) : undefined;
  };
}

/**
 * Lints a site without findings in which one camera has a misspelt kind, which leaves much undecided; `isWaived`: with a
 * waiver for that fault.
 */
export function lintedWithFault(isWaived: boolean): Report {
  const path = 'fixtures/sites/qingcheng-hotel/plan.yaml';
  const text = readFileSync(path, 'utf8').replace('name: 前院, kind: camera', 'name: 前院, kind: camrra');
  const waiver =
    'waivers: [{rule: plan/unknown-kind, subject: C1-11, reason: 已知, by: 设计单位, until: 2027-06-30}]\n';
  const result = lintedAnew(path, { [path]: isWaived ? `${text}${waiver}` : text });
  if (!result.ok) throw new Error(path);
  return result;
}

/** Lints plans and returns the run with the reports of those that can be read. */
export function lintedReports(...paths: readonly string[]): { input: ReportInput; reports: readonly Report[] } {
  const results = paths.map((path) => lintedPlan(path));
  return { input: runOf(...results), reports: results.flatMap((result) => (result.ok ? [result] : [])) };
}

/** Returns the input of a report format, as a run with these results gives it. */
export function runOf(...results: readonly LintResult[]): ReportInput {
  return { tool: { name: 'sitecam', version: '0.1.0' }, results, rules, today: TODAY };
}

/** One text with an attack on every report format. */
export const NASTY =
  '<script>alert(1)</script>|`x`](javascript:alert(1)) \u001b[31mred\u001b]0;t\u0007 \u202ertl\u2066 ]]> &amp; "q" \'s\' ::error::evil ##[error]evil %0A\r\n::error file=a::evil\n=cmd();=cmd(),;"@x"\u0000\u009b2J\ufffe\uffff\u2028';

/** Texts that a spreadsheet would evaluate. */
export const FORMULAS = [
  '=1+1',
  '+1',
  '-1+cmd()',
  '@SUM(1)',
  '\t=1',
  '\r=1',
  ' =1',
  '＝1',
  '－1',
  '＋1',
  '＠x',
  '"=1',
  '|x',
];

/** Path of the hostile plan: authors choose that as well. */
export const HOSTILE_PATH = '=cmd(),a:b%0A::error::x|<script>.yaml';

/** Returns the report of a plan whose every free text attacks a report format. */
export function lintedHostile(): Report {
  const ids = FORMULAS.map((text, n) => `${text}${n}`);
  const plan = {
    sitecam: 1,
    site: {
      name: NASTY,
      categories: ['hotel'],
      absent: [{ role: 'crowd-area', reason: NASTY, by: NASTY }],
      designation: { document: NASTY, by: NASTY, date: '2025-03-01' },
    },
    deviceTypes: { [NASTY]: { kind: 'camera', form: 'fixed', hfov: 98, resolution: [2560, 1440], audio: 'none' } },
    levels: [
      {
        id: `F1${NASTY}`,
        name: NASTY,
        elevation: 0,
        ceiling: 3,
        zones: [
          { id: `z${NASTY}`, kind: 'corridor', name: NASTY, rect: [-50, 0, 100, 3] },
          { id: '=wc', kind: 'restroom', name: `=cmd()${NASTY}`, rect: [-50, 3, 100, 4] },
        ],
        openings: [
          {
            id: '::d::',
            kind: 'door',
            name: NASTY,
            line: [
              [0, 3],
              [1, 3],
            ],
          },
        ],
        devices: ids.flatMap((id, n) => [
          {
            id,
            kind: 'camera',
            name: FORMULAS[n],
            type: NASTY,
            at: [-n - 1, 6.5],
            height: 2.7,
            heading: 180,
            tilt: 30,
          },
          {
            id: `${id}${NASTY}`,
            kind: 'camera',
            name: NASTY,
            type: NASTY,
            at: [n, 0.2],
            height: 2.7,
            heading: 0,
            tilt: 20,
          },
        ]),
      },
    ],
    waivers: [
      {
        rule: 'coverage/criterion',
        subject: `z${NASTY}`,
        reason: NASTY,
        by: NASTY,
        document: NASTY,
        until: '2027-12-31',
      },
    ],
  };
  const text = JSON.stringify(plan).replace(
    /[\u007f-\uffff]/g,
    (found) => `\\u${found.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  const result = lintedPlan(HOSTILE_PATH, { [HOSTILE_PATH]: text });
  if (!result.ok) throw new Error(JSON.stringify(result.unreadable));
  return result;
}
