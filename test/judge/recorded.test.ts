import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { loadPack } from '../../src/law/load.js';
import { lintPlan } from '../../src/lint/lint.js';
import { createSight } from '../../src/sight/sight.js';
import type { Keys } from '../mutations/edit.js';
import { outcomesOf } from '../mutations/lint.js';
import { answersOf, differs } from './compare.js';
import { Judge } from './judge.js';

const folder = join(import.meta.dirname, '../../fixtures/golden/recorded');
/** Those that were drawn as a building is: a fuzzed plan is mostly at fault, and its verdicts open. */
const buildings = readdirSync(folder)
  .filter((name) => name.startsWith('building'))
  .map((name) => ({ name, document: documentOf(name) }))
  // Of a zone that goes on up the judge sees no walls on the levels above.
  .filter(({ document }) => !JSON.stringify(document).includes('"levels":["F1","F2"'));
/** By hand with `SITECAM_LONG=1` all of them, as often as any is recorded. */
const plans = process.env.SITECAM_LONG === '1' ? buildings : buildings.slice(0, 12);

function documentOf(name: string): Keys {
  const [plan = ''] = readFileSync(join(folder, name), 'utf8').split('\n', 1);
  return JSON.parse(plan);
}

/**
 * What is recorded is what was said, which isn't by itself what is right: nothing is passed in which the judge sees harm.
 * The other way may-see is a bound, so that what is found may be a little more than there is.
 */
it('no plan whose verdicts are recorded passes what the judge sees harm in', () => {
  const differences: string[] = [];
  let harm = 0;
  for (const { name, document } of plans) {
    const verdicts = outcomesOf({ main: 'plan.json', files: { 'plan.json': document } });
    for (const one of answersOf(new Judge().judge(document)).values()) {
      // What stands in a place or near an anchor isn't asked what it hears or sees of it from outside.
      const isInside = verdicts.get(`capture/device-in-private-zone ${one.subject}`) === 'fail';
      if (one.answer !== 'harm') continue;
      harm += 1;
      const difference = isInside && !one.about.startsWith('inside') ? undefined : differs(one, verdicts);
      if (difference !== undefined) differences.push(`${name} ${one.about}: ${one.answer}, ${difference}`);
    }
  }
  expect(differences).toEqual([]);
  expect(harm).toBeGreaterThan(plans.length / 2);
});

/**
 * Plans of one fault each that the judge found, made as small as they get. The first lines say by which figures anybody can
 * tell what is right.
 */
const FAULTS = join(import.meta.dirname, '../../fixtures/judge');

describe.each(readdirSync(FAULTS))('%s', (name) => {
  const bytes = readFileSync(join(FAULTS, name));
  const judgement = new Judge().judge(parse(bytes.toString()), { across: true });
  const pairs = [...judgement.pairs.values()];
  const said = answersOf(judgement);

  it('is clear to the judge, and judged alike', () => {
    const verdicts = outcomesOf({ main: name, files: { [name]: parse(bytes.toString()) } });
    for (const { device, zone } of pairs) {
      const one = said.get(`view ${device}>${zone}`) ?? expect.fail();
      expect(one.answer).toBe(name.endsWith('-seen.yaml') ? 'harm' : 'none');
      expect(differs(one, verdicts)).toBeUndefined();
    }
  });

  it('has no view larger than there may be, and none smaller than what is surely seen', () => {
    const result = lintPlan(name, () => bytes, { pack: loadPack('nm-2017'), today: '2026-03-01' });
    if (!result.ok) throw new Error(JSON.stringify(result.unreadable));
    const { site } = result;
    expect(pairs).not.toEqual([]);
    const parts = pairs.flatMap(({ device, zone, parts }) => parts.map((part) => ({ device, zone, ...part })));
    for (const { device, zone, level: id, density, least, most } of parts) {
      const from = site.levels.flatMap(({ devices }) => devices).find(({ id }) => id === device) ?? expect.fail();
      const into = site.levels.flatMap(({ zones }) => zones).find((one) => one.id === zone) ?? expect.fail();
      const { area = 0 } = createSight(site).reach(from, id, into.region, density, 'may') ?? {};
      if (most !== undefined) expect(area).toBeLessThanOrEqual(1.02 * most + 0.02);
      expect(area).toBeGreaterThanOrEqual(0.98 * least - 0.05);
    }
  });
});
