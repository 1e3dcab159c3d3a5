import { beforeAll, describe, expect, it } from 'vitest';
import { loadPack } from '../../src/law/load.js';
import { lintPlan } from '../../src/lint/lint.js';
import { createSight } from '../../src/sight/sight.js';
import { answersOf, differs } from './compare.js';
import { Judge } from './judge.js';
import { drawSharp } from './sharp.js';

/**
 * The judge on plans drawn to be hard on what couples heights. The same 100 in every run; by hand `SITECAM_LONG=1` for
 * 20,000 and `SITECAM_SEEDS=1-500` for these. A difference is told with its seed.
 */
const LONG = process.env.SITECAM_LONG === '1';
const [FIRST, LAST] = (process.env.SITECAM_SEEDS ?? (LONG ? '1-20000' : '1-100')).split('-').map(Number);
/** px/m from which a view into a private room counts. */
const DENSITY = 12.5;
/** A view may be so much larger than what the judge finds at most, as a share and in m². */
const TOO_LARGE = { share: 0.02, area: 0.02 } as const;
/** And so much smaller than what it finds at least: it counts points along rays, and narrows pictures by 0.3°. */
const TOO_SMALL = { share: 0.02, area: 0.05 } as const;

const pack = loadPack('nm-2017');

/** What a run of plans came to: questions by the judge's answer, and where sitecam says otherwise. */
interface Told {
  readonly answers: { harm: number; none: number; unsure: number };
  readonly missed: string[];
  readonly impossible: string[];
  readonly tooSmall: string[];
  readonly tooLarge: string[];
}

function compare(seed: number, told: Told): void {
  const document = drawSharp(seed);
  const bytes = new TextEncoder().encode(JSON.stringify(document));
  const result = lintPlan('plan.json', () => bytes, { pack, today: '2026-03-01' });
  if (!result.ok) throw new Error(`seed ${seed}: ${JSON.stringify(result.unreadable)}`);
  const verdicts = new Map(result.verdicts.map((one) => [`${one.rule} ${one.subject}`, one.outcome]));
  const sight = createSight(result.site);
  const [level] = result.site.levels;
  const judgement = new Judge().judge(document);
  const answers = answersOf(judgement);
  for (const { device: id, zone: zoneId, least, most } of judgement.pairs.values()) {
    const said = answers.get(`view ${id}>${zoneId}`);
    const device = level?.devices.find((one) => one.id === id);
    const zone = level?.zones.find((one) => one.id === zoneId);
    if (said === undefined || device === undefined || zone === undefined) continue;
    told.answers[said.answer]++;
    const area = sight.reach(device, device.level, zone.region, DENSITY, 'may')?.area ?? 0;
    if (area < (1 - TOO_SMALL.share) * least - TOO_SMALL.area)
      told.tooSmall.push(`seed ${seed} ${said.subject}: ${area.toFixed(3)} m² of at least ${least.toFixed(3)}`);
    const difference = differs(said, verdicts);
    if (difference !== undefined) {
      (said.answer === 'harm' ? told.missed : told.impossible).push(`seed ${seed} ${said.subject}: ${difference}`);
      continue;
    }
    if (most !== undefined && area > (1 + TOO_LARGE.share) * most + TOO_LARGE.area)
      told.tooLarge.push(`seed ${seed} ${said.subject}: ${area.toFixed(3)} m² of at most ${most.toFixed(3)}`);
  }
}

describe(`plans of the seeds ${FIRST} to ${LAST}`, () => {
  const told: Told = {
    answers: { harm: 0, none: 0, unsure: 0 },
    missed: [],
    impossible: [],
    tooSmall: [],
    tooLarge: [],
  };
  beforeAll(() => {
    for (let seed = FIRST; seed <= LAST; seed++) compare(seed, told);
    if (LONG) console.info(told.answers);
  }, 24 * 3_600_000);

  it('are decided for the most part', () => {
    const { harm, none, unsure } = told.answers;
    expect(harm).toBeGreaterThan(LAST - FIRST);
    expect(none).toBeGreaterThan(LAST - FIRST);
    expect(unsure).toBeLessThan((harm + none) / 5);
  });

  it('pass nothing that is surely seen', () => {
    expect(told.missed).toEqual([]);
  });

  it('have no view smaller than what is surely seen', () => {
    expect(told.tooSmall).toEqual([]);
  });

  it('have no finding of what can’t be seen', () => {
    expect(told.impossible).toEqual([]);
  });

  it('have no view larger than there may be', () => {
    expect(told.tooLarge).toEqual([]);
  });
});
