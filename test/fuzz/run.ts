import { ViewshedMismatch } from '../../src/geometry/visibility/mismatch.js';
import type { LintResult } from '../../src/lint/types.js';
import { Dice } from './dice.js';
import type { PlanDoc } from './document.js';
import { linted } from './lint.js';
import { drawOdd } from './odd.js';
import { type Drawn, drawPlan } from './plan.js';
import { fixesFault, formatFault, jsonFault } from './reports.js';
import { hasOddBearing, otherwise, SAMENESSES, type Sameness } from './same.js';
import { shrunk } from './shrink.js';
import { type Files, one, spelt } from './spell.js';

/** Something that is wrong, with the smallest plan of which it is. */
export interface Fault {
  readonly seed: number;
  readonly check: string;
  readonly said: string;
  readonly plan: string;
}

/** What a plan turned or laid elsewhere says otherwise, proved to hang on less than a stated bound: no fault, but told. */
export interface Within {
  readonly seed: number;
  readonly check: Sameness;
  /** m */
  readonly bound: number;
  readonly said: string;
}

/** What a run came to. */
export interface Tally {
  plans: number;
  readable: number;
  /** Plans of which each sameness, and each costlier check, was asked. */
  readonly asked: Record<string, number>;
  /** What took longest to lint, ms of the processor's time (a run may be paused), longest first: not what it is held against. */
  readonly slowest: { readonly seed: number; readonly took: number }[];
  readonly faults: Fault[];
  readonly within: Within[];
}

/** Of so many plans one has something in it that no plan should have. */
const ODD = 5;
/** Of so many plans one is looked at in every format; of so many, edits are looked for. */
const FORMATTED = 49;
const FIXED = 250;
/** Every so many plans are linted with both implementations of views. */
const VERIFIED = 4;
/** Of so many plans each is held against itself in one other guise: its share is one in so many. */
const GUISES = 18;
/** Plans in one JSON report. */
const TOGETHER = 24;
/** Faults of which a smaller plan is looked for. */
const SHRUNK = 12;

export function emptyTally(): Tally {
  return { plans: 0, readable: 0, asked: {}, slowest: [], faults: [], within: [] };
}

/** Draws and checks the plans of the seeds from `from` up to but not `to`. */
export async function runPlans(from: number, to: number, tally: Tally): Promise<void> {
  let together: { readonly seed: number; readonly result: LintResult }[] = [];
  const report = () => {
    const locale = from % 2 === 0 ? 'zh-CN' : 'en';
    if (jsonFaultOf(together, locale) !== undefined) {
      for (const { seed, result } of together) {
        const said = jsonFaultOf([{ result }], locale);
        if (said !== undefined)
          blame(tally, seed, 'json', said, (doc) => jsonFaultOf([{ result: lintedAs(doc) }], locale));
      }
    }
    together = [];
  };
  for (let seed = from; seed < to; seed += 1) {
    const result = await runPlan(seed, tally);
    if (result !== undefined) together.push({ seed, result });
    if (together.length >= TOGETHER) report();
  }
  report();
}

function jsonFaultOf(results: readonly { readonly result: LintResult }[], locale: 'zh-CN' | 'en'): string | undefined {
  return caught(() =>
    jsonFault(
      results.map(({ result }) => result),
      locale,
    ),
  );
}

async function runPlan(seed: number, tally: Tally): Promise<LintResult | undefined> {
  const dice = new Dice(~seed);
  const odd = seed % ODD === ODD - 1;
  const drawn = odd ? { doc: drawOdd(seed, dice), exact: false } : drawPlan(seed);
  const files = odd
    ? one(dice.chance(0.5) ? 'plan.json' : 'plan.yaml', JSON.stringify(drawn.doc))
    : spelt(drawn.doc, dice);
  tally.plans += 1;
  const verify = seed % VERIFIED === 0;
  if (verify) count(tally, 'verify');
  let result: LintResult;
  const start = process.cpuUsage();
  try {
    result = linted(files, verify);
    // Working each view out twice takes several times as long, and nobody who lints does.
    if (!verify) slow(tally, seed, start);
  } catch (error) {
    const said = causeOf(error);
    blame(tally, seed, 'throws', said, (doc) => caught(() => void lintedAs(doc, verify)), { said, files });
    return undefined;
  }
  if (!result.ok) {
    if (result.unreadable.length === 0) blame(tally, seed, 'unreadable', 'nothing is said of why', () => undefined);
    return result;
  }
  tally.readable += 1;
  if (seed % FORMATTED === 0) await inFormats(seed, result, tally);
  if (seed % FIXED === 1) {
    count(tally, 'fixes');
    const of = (one: LintResult) => (one.ok ? caught(() => fixesFault(one)) : undefined);
    const said = of(result);
    if (said !== undefined) blame(tally, seed, 'fixes', said, (doc) => of(lintedAs(doc)));
  }
  if (!odd) inOtherGuise(seed, drawn, tally);
  return result;
}

async function inFormats(seed: number, result: LintResult, tally: Tally): Promise<void> {
  count(tally, 'formats');
  const locale = seed % 3 === 0 ? 'en' : 'zh-CN';
  const said = await formatFault(result, locale).catch(causeOf);
  // Formats are loaded as they are asked for, so that what is smaller can't be looked for.
  if (said !== undefined) blame(tally, seed, 'formats', said, () => undefined);
}

/** Guises in which bearings are written anew. */
const TURNED: ReadonlySet<Sameness> = new Set(['turn', 'shift', 'mirror']);

function inOtherGuise(seed: number, drawn: Drawn, tally: Tally): void {
  const how = guiseOf(seed);
  if (how === undefined || (TURNED.has(how) && hasOddBearing(drawn.doc))) return;
  let asked = false;
  const of = (doc: PlanDoc) =>
    caught(() => {
      const other = otherwise({ ...drawn, doc }, how, new Dice(seed));
      if (doc === drawn.doc && other !== undefined) {
        asked = true;
        const { within, bound } = other;
        if (within.length > 0) tally.within.push({ seed, check: how, bound, said: within.join('\n') });
      }
      return other?.unexplained.join('\n') || undefined;
    });
  const fault = of(drawn.doc);
  if (asked || fault !== undefined) count(tally, how);
  if (fault !== undefined) blame(tally, seed, how, fault, of);
}

export function guiseOf(seed: number): Sameness | undefined {
  return SAMENESSES[(seed >>> 1) % GUISES];
}

function lintedAs(doc: PlanDoc, verify = false): LintResult {
  return linted(one('plan.json', JSON.stringify(doc)), verify);
}

function caught(check: () => string | undefined): string | undefined {
  try {
    return check();
  } catch (error) {
    return causeOf(error);
  }
}

/** An exception and where it comes from, without what hangs on the plan. */
export function causeOf(error: unknown): string {
  if (error instanceof ViewshedMismatch) return 'ViewshedMismatch';
  if (!(error instanceof Error)) return String(error);
  const at = /\n\s+at ([^\n]*)/.exec(error.stack ?? '')?.[1] ?? '';
  return `${error.name}: ${error.message} at ${at}`;
}

function count(tally: Tally, what: string): void {
  tally.asked[what] = (tally.asked[what] ?? 0) + 1;
}

/** Puts what linting a seed's plan has cost since `start` with the slowest. */
export function slow({ slowest }: Tally, seed: number, start: NodeJS.CpuUsage): void {
  const { user, system } = process.cpuUsage(start);
  const took = (user + system) / 1000;
  if (slowest.length >= 8 && took <= slowest[slowest.length - 1].took) return;
  slowest.push({ seed, took });
  slowest.sort((a, b) => b.took - a.took);
  slowest.length = Math.min(slowest.length, 8);
}

function docOf(seed: number): PlanDoc {
  return seed % ODD === ODD - 1 ? drawOdd(seed, new Dice(~seed)) : drawPlan(seed).doc;
}

/** Puts a fault on record, with a smaller plan where one can be found; the plan as spelt where it can't. */
function blame(
  tally: Tally,
  seed: number,
  check: string,
  said: string,
  of: (doc: PlanDoc) => string | undefined,
  spelling?: { readonly said: string; readonly files: Files },
): void {
  const doc = docOf(seed);
  const alike = (one: PlanDoc) => signature(of(one)) === signature(said);
  const isSo = of(doc) !== undefined && alike(doc);
  const smaller = isSo && tally.faults.length < SHRUNK ? shrunk(doc, alike) : doc;
  const plan = isSo || spelling === undefined ? JSON.stringify(smaller) : textOf(spelling.files);
  tally.faults.push({ seed, check, said: (isSo ? of(smaller) : undefined) ?? said, plan });
}

/** What makes two faults the same: the kinds of what is said, not of whom. */
function signature(said: string | undefined): string {
  return (said ?? '')
    .split('\n')
    .map((line) => line.replace(/^([-+]) (\S+) .*? (\S+)$/, '$1 $2 $3'))
    .filter((line, i, all) => all.indexOf(line) === i)
    .sort()[0];
}

function textOf(files: Files): string {
  return [...files].map(([path, bytes]) => `--- ${path}\n${new TextDecoder().decode(bytes)}`).join('\n');
}
