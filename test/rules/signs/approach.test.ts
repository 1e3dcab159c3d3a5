import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { countedList } from '../../../src/i18n/list.js';
import { verbatim, withoutStop } from '../../../src/i18n/locale.js';
import { loadPack } from '../../../src/law/load.js';
import { readPlan } from '../../../src/plan/read/read.js';
import { rule } from '../../../src/rules/signs/approach.js';
import type { Outcome, Statement } from '../../../src/rules/verdict.js';
import { createSight } from '../../../src/sight/sight.js';
import { numbersFrom, randomPlan } from '../../sight/walk/random-plan.js';
import { mirrored, moved, reversed, turned } from '../../support/transform.js';

const FIXTURES = join(import.meta.dirname, '../../../fixtures');
const pack = loadPack('cn-799-2025');

function saidOf(doc: unknown): readonly Statement[] {
  const bytes = new TextEncoder().encode(JSON.stringify(doc));
  const result = readPlan('plan.json', (path) => (path === 'plan.json' ? bytes : undefined), { pack });
  if (!result.ok) throw new Error(JSON.stringify(result.unreadable));
  return rule.check({ site: result.site, sight: createSight(result.site), pack, today: '2026-06-30' });
}

const lines = (doc: unknown) => saidOf(doc).map(({ subject, outcome }) => `${outcome} ${subject}`);

type Plan = Parameters<typeof moved>[0];

const read = (path: string): Plan => parse(readFileSync(join(FIXTURES, path), 'utf8'));

const plans = [
  ...readdirSync(join(FIXTURES, 'rules/signs/approach'))
    .filter((file) => file.endsWith('.yaml'))
    .map((file) => `rules/signs/approach/${file}`),
  'sites/bank-branch/plan.yaml',
  'sites/qingcheng-hotel/plan.yaml',
];

describe('the same plan, however it lies on its sheet', () => {
  test.each(plans)('%s', (path) => {
    const doc = read(path);
    const expected = lines(doc).sort();
    for (const motion of [turned(37), turned(211.3, [7417.37, 4883.11]), mirrored])
      expect(lines(moved(doc, motion)).sort()).toEqual(expected);
    expect(lines(reversed(doc)).sort()).toEqual(expected);
  });
});

/** The worse, the higher; what isn't said of a subject is no worse than anything. */
const WORSE: Readonly<Record<Outcome, number>> = { notApplicable: 0, pass: 0, review: 1, open: 2, fail: 3 };

const worstOf = (said: readonly Statement[]) => Math.max(...said.map(({ outcome }) => WORSE[outcome]));

const outcomes = (said: readonly Statement[]) => new Map(said.map(({ subject, outcome }) => [subject, WORSE[outcome]]));

const SEEDS = Array.from({ length: 12 }, (_, i) => i + 1);

function camera(next: () => number, id: string) {
  const at = [0.5 + 17 * next(), 0.5 + 11 * next()];
  const heading = Math.round(360 * next());
  return { id, kind: 'camera', at, height: 2.8, heading, tilt: 20, hfov: 60, resolution: [1920, 1080], audio: 'none' };
}

/** A random plan with a camera and at least one sign, so that each approach is judged. */
function watched(seed: number) {
  const { doc } = randomPlan(seed);
  const next = numbersFrom(seed + 7000);
  const [level] = doc.levels;
  level.devices.push(camera(next, 'C1'));
  level.signs.push({ id: 'far', at: [0.5 + 17 * next(), 0.5 + 11 * next()] });
  return { doc, level, next };
}

describe('one thing more on a plan', () => {
  test('a sign makes no approach worse, and some better', () => {
    let better = 0;
    for (const seed of SEEDS) {
      const { doc, level, next } = watched(seed);
      const before = outcomes(saidOf(doc));
      const [door] = level.openings;
      const at = door?.line[0] ?? [9, 6];
      level.signs.push({ id: 'more', at: [at[0] + next(), at[1] + next() - 0.5] });
      const after = outcomes(saidOf(doc));
      for (const [subject, now] of after) {
        const was = before.get(subject);
        expect(was, `seed ${seed}, ${subject}`).toBeDefined();
        expect(now, `seed ${seed}, ${subject}`).toBeLessThanOrEqual(was ?? 0);
        if (now < (was ?? 0)) better += 1;
      }
    }
    expect(better).toBeGreaterThan(0);
  });

  test('the first sign makes the worst no worse', () => {
    for (const seed of SEEDS) {
      const { doc, level } = watched(seed);
      const signs = level.signs.splice(0);
      const without = saidOf(doc);
      level.signs.push(...signs);
      expect(
        without.map(({ outcome }) => outcome),
        `seed ${seed}`,
      ).toEqual(['fail']);
      expect(worstOf(saidOf(doc)), `seed ${seed}`).toBeLessThan(WORSE.fail);
    }
  });

  test('a camera makes no approach better, and some worse', () => {
    let worse = 0;
    for (const seed of SEEDS) {
      const { doc, level, next } = watched(seed);
      const before = outcomes(saidOf(doc));
      level.devices.push(camera(next, 'C2'));
      const after = outcomes(saidOf(doc));
      for (const [subject, was] of before) {
        expect(after.get(subject), `seed ${seed}, ${subject}`).toBeGreaterThanOrEqual(was);
        if ((after.get(subject) ?? 0) > was) worse += 1;
      }
    }
    expect(worse).toBeGreaterThan(0);
  });
});

describe('what is said', () => {
  test('where there is no sign, what the article says and no more: an order to correct, no penalty', () => {
    const [none] = saidOf(read('rules/signs/approach/fail-none.yaml'));
    expect(none).toMatchObject({ outcome: 'fail', clauses: ['cn-799-2025/13'], penalties: [] });
    const consequence = pack.signs?.consequence ?? verbatim('');
    expect(none?.message.params).not.toHaveProperty('clause');
    // The consequence stands beside the article that states it, whatever other laws the predicate cites.
    expect(none?.says?.(countedList(['某条'])).zh).toBe(
      `按本图施工将不符合某条。第十三条：${withoutStop(consequence).zh}。`,
    );
    const { text } = pack.clauses.find(({ id }) => id === 'cn-799-2025/13') ?? {};
    expect(text?.zh).toContain('未设置显著提示标识的，由公安机关责令改正。');
    expect(pack.signs?.consequence.zh).toContain('未设置显著提示标识的，由公安机关责令改正；');
    expect(text?.zh).not.toContain('罚款');
  });

  test('every message of ours says that it is ours', () => {
    for (const id of ['met', 'later', 'unmet', 'outdoors', 'outdoorsNone'] as const) {
      expect(rule.messages[id]?.zh, id).toMatch(/本工具设定的判定方法（非法定）/);
      expect(rule.messages[id]?.en, id).toContain("criterion of ours, not the law's");
    }
  });

  test('a sign on a wall that does not say on which side is named', () => {
    const said = saidOf(read('rules/signs/approach/review-on-a-wall-without-heading.yaml'));
    const approach = said.find(({ subject }) => subject === 'd1');
    expect(approach?.advice).toMatchObject({ id: 'placeOrTurn', params: { signs: { zh: '“S1”' } } });
  });

  test('a corner in the open that is watched asks for a sign, however small it is', () => {
    const text = readFileSync(join(FIXTURES, 'rules/signs/approach/review-outdoors.yaml'), 'utf8');
    const corner = text.replace('rect: [0, -20, 10, 20]', 'rect: [0.6, -2.5, 1, 0.75]');
    expect(corner).not.toBe(text);
    expect(lines(parse(corner))).toContain('review yard');
  });

  test('a pack that asks for no signs is not asked about', () => {
    expect(rule.appliesTo?.(loadPack('nm-2017'))).toBe(false);
    expect(rule.appliesTo?.(pack)).toBe(true);
  });
});
