import { readdirSync } from 'node:fs';
import { answersOf, differs, type Said } from '../judge/compare.js';
import { Judge } from '../judge/judge.js';
import { type Keys, readSite, SITES } from './edit.js';
import { flattened } from './flatten.js';
import { outcomesOf } from './lint.js';
import { mutated } from './random.js';

/** What was found on random edits of all sites. */
export interface Tally {
  mutations: number;
  /** In which something harmless became harmful, as the judge sees it, and of these the ones sitecam doesn't pass. */
  worse: number;
  noticed: number;
  /** In which something harmful became harmless, and of these the ones in which sitecam finds it no more. */
  better: number;
  followed: number;
  /** Questions asked of the judge, of which so many were too close to call or not for it to tell. */
  questions: number;
  unsure: number;
  /** Pairs of a device and a private zone of another level, of which the judge says nothing. */
  elsewhere: number;
  /** What sitecam says otherwise than the judge, with the seed. */
  readonly differences: string[];
}

interface Base {
  readonly document: Keys;
  readonly judge: Judge;
  readonly before: ReadonlyMap<string, Said>;
}

/** Judges the edits of the seeds `first` to `last`, each on the next site; `told` hears of each. */
export function judgedSeeds(first: number, last: number, told: (seed: number, tally: Tally) => void = () => {}): Tally {
  const sites = readdirSync(SITES).sort();
  const bases = new Map<string, Base>();
  const tally: Tally = {
    mutations: 0,
    worse: 0,
    noticed: 0,
    better: 0,
    followed: 0,
    questions: 0,
    unsure: 0,
    elsewhere: 0,
    differences: [],
  };
  for (let seed = first; seed <= last; seed++) {
    const site = sites[seed % sites.length];
    const base = bases.get(site) ?? baseOf(site);
    bases.set(site, base);
    judgeSeed(seed, site, base, tally);
    told(seed, tally);
  }
  return tally;
}

function judgeSeed(seed: number, site: string, { document, judge, before }: Base, tally: Tally): void {
  const { document: after, what } = mutated(document, seed);
  const judged = judge.judge(after);
  const verdicts = outcomesOf({ main: 'plan.json', files: { 'plan.json': after } });
  let [worse, noticed, better, followed] = [false, true, false, true];
  for (const one of answersOf(judged).values()) {
    const known = before.get(one.about);
    const was = known?.answer ?? 'none';
    // The judge reads no names: what a zone of another kind is still called may bar more than its kind does.
    const renamed = one.answer === 'none' && known !== undefined && known.kind !== one.kind;
    const difference = renamed ? undefined : differs(one, verdicts);
    tally.questions++;
    if (one.answer === 'unsure') tally.unsure++;
    if (one.answer === 'harm' && was === 'none') {
      worse = true;
      noticed &&= difference === undefined;
    }
    if (one.answer === 'none' && was === 'harm') {
      better = true;
      followed &&= difference === undefined;
    }
    if (difference !== undefined) {
      tally.differences.push(`seed ${seed}, ${site}, ${what}: ${one.about} ${was} -> ${one.answer}, ${difference}`);
    }
  }
  tally.mutations++;
  tally.elsewhere += judged.elsewhere;
  if (worse) tally.worse++;
  if (worse && noticed) tally.noticed++;
  if (better) tally.better++;
  if (better && followed) tally.followed++;
}

function baseOf(site: string): Base {
  const document = flattened(readSite(site, site === 'residential-compound' ? 'plan.geojson' : 'plan.yaml'));
  const judge = new Judge();
  return { document, judge, before: answersOf(judge.judge(document, { keep: true })) };
}
