import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { lintPlan } from '../src/lint/lint.js';
import type { LintVerdict, Report } from '../src/lint/types.js';
import { clausesOf } from '../src/rules/bases.js';
import type { Outcome } from '../src/rules/verdict.js';
import {
  type Expected,
  isFinding,
  nameOf,
  recorded,
  type Said,
  type Tally,
  written,
} from './support/site-expectations.js';

/** The day the waivers in the fixtures are held against. */
const TODAY = '2026-03-01';

const SITES = fileURLToPath(new URL('../fixtures/sites', import.meta.url));
const PLAN = /\.(yaml|geojson)$/;

const plans = readdirSync(SITES, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .flatMap(({ name }) =>
    plansIn(join(SITES, name)).map((file) => ({ site: name, file, path: join(SITES, name, file) })),
  )
  .sort((a, b) => (a.path < b.path ? -1 : 1));

/** Only plans have expectations beside them; geometry that a plan refers to has none. */
function plansIn(folder: string): string[] {
  const files = readdirSync(folder);
  return files.filter((file) => PLAN.test(file) && files.includes(expectationOf(file)));
}

function expectationOf(file: string): string {
  return file.replace(PLAN, '.expected.json');
}

describe.each(plans)('$site/$file', ({ file, path }) => {
  const expected: Expected = JSON.parse(readFileSync(join(dirname(path), expectationOf(file)), 'utf8'));
  let report: Report;
  let said: Said[];

  beforeAll(() => {
    report = lint(path);
    said = report.verdicts.map(saidOf).sort(byName);
  });

  // `npm run accept` writes it anew.
  it('gets exactly the verdicts written beside it, and as many per outcome and per item of Art. 8 and Art. 9(2)', async () => {
    const now = recorded(expected, said, { outcomes: outcomesOf(report.verdicts), items: itemsOf(report) });
    await expect(written(now)).toMatchFileSnapshot(join(dirname(path), expectationOf(file)));
  });

  it('finds every mistake that was drawn into it', () => {
    const lines = new Set(said.map(line));
    expect((expected.mistakes ?? []).filter((mistake) => !lines.has(line(mistake)))).toEqual([]);
  });

  it('leaves nothing to a person without a reason on record', () => {
    const known = new Set([...(expected.mistakes ?? []).map(nameOf), ...Object.keys(expected.why)]);
    expect(
      said
        .filter(isFinding)
        .map(nameOf)
        .filter((name) => !known.has(name)),
    ).toEqual([]);
    const found = new Set(said.map(nameOf));
    expect([...known].filter((name) => !found.has(name))).toEqual([]);
    expect(Object.keys(expected.why).filter((name) => expected.why[name].trim() === '')).toEqual([]);
  });

  if (file.startsWith('plan.')) {
    it('complies, without the help of waivers', () => {
      expect(said.filter(({ outcome }) => outcome === 'fail' || outcome === 'open')).toEqual([]);
      expect(report.site.waivers).toEqual([]);
    });
  } else {
    it('says which mistakes it is there for', () => {
      expect(expected.mistakes?.length).toBeGreaterThan(0);
    });
  }
});

it('walks sites with a good plan and one with mistakes each', () => {
  for (const site of new Set(plans.map((plan) => plan.site))) {
    const names = plans.filter((plan) => plan.site === site).map(({ file }) => file.replace(PLAN, ''));
    expect(names).toEqual(expect.arrayContaining(['plan', 'violations']));
  }
});

function lint(path: string): Report {
  const folder = dirname(path);
  const read = (asked: string) => {
    try {
      return readFileSync(join(folder, asked));
    } catch {
      return undefined;
    }
  };
  const result = lintPlan(basename(path), read, { today: TODAY });
  if (!result.ok) throw new Error(JSON.stringify(result.unreadable, null, 2));
  return result;
}

function saidOf({ rule, subject, outcome, bases }: LintVerdict): Said {
  const others = bases.filter((basis) => basis.outcome !== null && basis.outcome !== outcome);
  const laws = Object.fromEntries(others.map((basis) => [basis.law, basis.outcome ?? outcome]));
  return { rule, subject, outcome, ...(others.length > 0 && { laws }) };
}

function line(said: Said): string {
  return `${said.outcome} ${nameOf(said)}`;
}

function byName(a: Said, b: Said): number {
  return line(a) < line(b) ? -1 : 1;
}

function outcomesOf(verdicts: readonly { readonly outcome: Outcome }[]): Tally {
  const tally: Tally = {};
  for (const { outcome } of verdicts) tally[outcome] = (tally[outcome] ?? 0) + 1;
  return tally;
}

/** Verdicts by the items of the main law that they rest on: `8(3)`, `9.2(1)`. One that rests on two counts under both. */
function itemsOf(report: Report): Record<string, Tally> {
  const clauses = new Set(report.verdicts.flatMap((verdict) => clausesOf(verdict)));
  const items = [...clauses].filter((clause) => /^nm-2017\/(8|9\.2)\(\d+\)$/.test(clause)).sort();
  return Object.fromEntries(
    items.map((clause) => [
      clause.replace('nm-2017/', ''),
      outcomesOf(report.verdicts.filter((verdict) => clausesOf(verdict).includes(clause))),
    ]),
  );
}
