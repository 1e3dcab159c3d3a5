import { expect, test } from 'vitest';
import { loadPack } from '../../src/law/load.js';
import { lintPlan } from '../../src/lint/lint.js';
import type { Outcome } from '../../src/rules/verdict.js';
import { faulted } from './faults.js';
import { type Guised, guised } from './guise.js';
import { drawStoreys } from './storeys.js';
import { drawWide } from './wide.js';

/**
 * A fault hides nothing and accuses nobody. The plan without the fault is one of those that the author may have meant, so
 * with it no harm of that plan passes, and nothing that it rightly has is called harm.
 *
 * By hand `SITECAM_SEEDS=1-3000` for these plans, each with eight faults.
 */
const [FIRST, LAST] = (process.env.SITECAM_SEEDS ?? '1-12').split('-').map(Number);
const FAULTS = process.env.SITECAM_SEEDS === undefined ? 3 : 8;

type Verdicts = ReadonlyMap<string, Outcome>;

const HARMLESS: readonly (Outcome | undefined)[] = ['pass', 'notApplicable'];

/** Rules that say of a fault how the plan is judged all the same: what they change is told. */
const JUDGED_ANYHOW = 'plan/impossible-optics';

/** Returns the outcomes of a plan by rule and subject; undefined if it can't be read. */
function verdictsOf({ plan, files }: Guised): Verdicts | undefined {
  const read = (path: string) => {
    const document = path === 'plan.json' ? plan : files.get(path);
    return document && new TextEncoder().encode(JSON.stringify(document));
  };
  const result = lintPlan('plan.json', read, { pack: loadPack('nm-2017'), today: '2026-03-01' });
  if (!result.ok) return undefined;
  return new Map(result.verdicts.map(({ rule, subject, outcome }) => [`${rule} ${subject}`, outcome]));
}

/** Fails and open findings. What is for review, such as a height of 0, may be meant: the plan is judged by it. */
const isFault = (key: string, outcome: Outcome) =>
  key.startsWith('plan/') && (outcome === 'fail' || outcome === 'open');

/** Returns the faults of a plan that it didn't have before. */
function newFaults(before: Verdicts, after: Verdicts): string[] {
  const [had, has] = [before, after].map((verdicts) => [...verdicts].filter(([key, one]) => isFault(key, one)));
  return has.map(([key]) => key).filter((key) => !had.some(([other]) => other === key));
}

/** Returns the harms of a plan that pass in the plan with the fault: of a pair, or since the place as a whole passes. */
function hidden(before: Verdicts, after: Verdicts): string[] {
  const isSound = ![...before].some(([key, outcome]) => isFault(key, outcome));
  return [...before].flatMap(([key, outcome]) => {
    const [rule = '', subject = ''] = key.split(' ');
    if (rule.startsWith('plan/') || !(outcome === 'fail' || (isSound && outcome === 'review'))) return [];
    const now = after.get(key);
    if (HARMLESS.includes(now) && outcome === 'fail') return [`${key}: ${outcome}, ${now}`];
    const place = subject.split('>')[1];
    if (now !== undefined || place === undefined || after.get(`${rule} ${place}`) !== 'pass') return [];
    // Another rule asks about the same pair.
    const isTold = [...after].some(([other, one]) => other.endsWith(` ${subject}`) && !HARMLESS.includes(one));
    return isTold ? [] : [`${key}: ${outcome}, and '${place}' passes`];
  });
}

/** Returns what passes in a plan and fails in the plan with the fault. */
function accused(before: Verdicts, after: Verdicts): string[] {
  return [...before.keys()].filter((key) => HARMLESS.includes(before.get(key)) && after.get(key) === 'fail');
}

test('a fault of an element lets no harm pass, and makes none', () => {
  const wrong: string[] = [];
  let faults = 0;
  for (let seed = FIRST; seed <= LAST; seed++) {
    const drawnPlan = seed % 2 === 0 ? drawStoreys(seed) : drawWide(seed);
    const plan = seed % 4 === 3 ? guised(drawnPlan, seed) : { plan: drawnPlan, files: new Map() };
    const before = verdictsOf(plan);
    if (before === undefined) continue;
    for (let n = 0; n < FAULTS; n++) {
      const drawn = faulted(plan, seed * 100 + n);
      const after = drawn && verdictsOf(drawn);
      if (drawn === undefined || after === undefined) continue;
      const told = newFaults(before, after);
      if (told.length === 0 || told.some((key) => key.startsWith(JUDGED_ANYHOW))) continue;
      faults++;
      for (const one of [...hidden(before, after), ...accused(before, after)])
        wrong.push(`${seed}.${n} ${drawn.what}: ${one}`);
    }
  }
  expect(wrong).toEqual([]);
  expect(faults).toBeGreaterThan(((LAST - FIRST) * FAULTS) / 4);
}, 36_000_000);
