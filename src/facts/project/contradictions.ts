// Contradictions among the facts of a project, or between them and the drawing.
import { isDay } from '../../i18n/day.js';
import { PHASES, type Phase } from '../../law/requirement.js';
import type { Site } from '../../plan/model.js';
import type { Fact, Project } from '../../plan/project/model.js';
import { isDayFact } from '../../plan/project/names.js';
import { takesPictures, watchersOf } from '../capture/devices.js';
import { isExisting } from '../protection/site.js';
import { type Facts, factsOf } from './stated-facts.js';

/** A fact that can't be true, two facts that can't both be true, or facts that allow two readings. */
export interface Contradiction {
  /**
   * The kind of contradiction. By these nothing can be judged: `malformed` (no day), `future` (stated as done, but lies
   * ahead), `order` (the first comes after the second), `phase` and `none` (the two contradict each other), `installed`
   * (the drawing contradicts it). By these the project is judged both ways: `earlier` (the second may be of the system
   * that was there before), `cameras` (the drawing speaks against it).
   */
  readonly kind: 'malformed' | 'future' | 'order' | 'phase' | 'none' | 'installed' | 'earlier' | 'cameras';
  /** One fact, or the two that contradict each other. */
  readonly facts: readonly [Fact, ...Fact[]];
  /** Only where two readings are possible: the earliest phase the project is in, if it isn't in the stated one. */
  readonly reached?: Phase;
}

/**
 * Pairs of days of which the first must come before the second, if both are stated. Use before acceptance is left out:
 * that is for the law to judge.
 */
const ORDER = [
  ['designReview.date', 'inspection.date'],
  ['inspection.date', 'acceptance.date'],
] as const;

/** Facts that are stated only of a project that has reached this phase. */
const REACHED: readonly (readonly [path: string, phase: Phase])[] = [
  ['inspection.date', 'inspection'],
  ['inspection.report', 'inspection'],
  ['inspection.result', 'inspection'],
  ['acceptance.date', 'acceptance'],
  ['acceptance.document', 'acceptance'],
  ['acceptance.with', 'acceptance'],
  ['acceptance.result', 'acceptance'],
  ['inUseSince', 'in-use'],
  ['filing.date', 'in-use'],
  // Whoever operates it is trained before it is used, though not before there is anything to operate.
  ['training.operation', 'construction'],
];

/** Values of `works` for a place that has a system already. */
const ON_WHAT_IS_THERE: ReadonlySet<unknown> = new Set(['altered', 'extended']);

/**
 * Facts that surely are of the earlier system, if there was one: it was filed, and its operators were trained, when it
 * was put into use.
 */
const OF_WHAT_IS_THERE: ReadonlySet<string> = new Set(['filing.date', 'training.operation']);

/** Facts that, with this value, contradict the other fact. */
const AGAINST = [
  ['acceptance.result', 'none', 'acceptance.date'],
  ['inspection.qualified', false, 'inspection.qualification'],
  ['alarmLink.with', 'none', 'alarmLink.document'],
] as const;

/**
 * Returns the contradictions of the project: facts that can't be true on the day `today` (YYYY-MM-DD), or that
 * contradict each other or the drawing.
 */
export function contradictions(project: Project, site: Site, today: string): readonly Contradiction[] {
  const facts = factsOf(project);
  const one = (path: string): Fact | undefined => facts.at(path)[0];
  const phase = one('phase');
  const days = project.facts.filter(({ path }) => isDayFact(path));
  const pair = (kind: Contradiction['kind'], first: Fact | undefined, second: Fact | undefined): Contradiction[] =>
    first === undefined || second === undefined ? [] : [{ kind, facts: [first, second] }];
  return [
    ...days
      .filter(({ value }) => !isDay(String(value)))
      .map((fact): Contradiction => ({ kind: 'malformed', facts: [fact] })),
    ...days
      .filter(({ path, value }) => path !== 'publicWorks.begins' && isDay(String(value)) && String(value) > today)
      .map((fact): Contradiction => ({ kind: 'future', facts: [fact] })),
    ...ORDER.flatMap(([before, after]) => {
      const [first, second] = [one(before), one(after)];
      const both = isDay(String(first?.value)) && isDay(String(second?.value));
      return both && String(first?.value) > String(second?.value) ? pair('order', first, second) : [];
    }),
    ...REACHED.flatMap(([path, from]) => {
      const stated = one(path);
      const early = PHASES.indexOf(project.phase) < PHASES.indexOf(from);
      // Any phase may state that nothing of it is done yet.
      if (!early || stated?.value === 'none') return [];
      if (!isOnWhatIsThere(facts)) return pair('phase', phase, stated);
      if (OF_WHAT_IS_THERE.has(path)) return [];
      return pair('earlier', phase, stated).map((doubt) => ({ ...doubt, reached: from }));
    }),
    ...AGAINST.flatMap(([path, value, other]) => {
      const stated = one(path);
      return stated?.value === value ? pair('none', stated, one(other)) : [];
    }),
    ...installedAlready(project.phase, facts, site),
  ];
}

/**
 * Returns a contradiction if the drawing shows the system as installed: then it is neither being designed nor built,
 * whatever works it belongs to.
 */
function installedAlready(phase: Phase, facts: Facts, site: Site): Contradiction[] {
  const [stated] = facts.at('phase');
  const built = PHASES.indexOf(phase) >= PHASES.indexOf('inspection');
  if (stated === undefined || built) return [];
  // Before inspection the phase says nothing of devices: they are installed by their own status alone.
  if (isExisting(site)) return [{ kind: 'installed', facts: [stated] }];
  return phase === 'design' && isNew(facts) && areCamerasThere(site)
    ? [{ kind: 'cameras', facts: [stated], reached: 'in-use' }]
    : [];
}

function isOnWhatIsThere(facts: Facts): boolean {
  return ON_WHAT_IS_THERE.has(facts.at('works')[0]?.value);
}

/** True if no fact says that there may have been a system before. */
function isNew(facts: Facts): boolean {
  const [works] = facts.at('works');
  return works === undefined || works.value === 'new';
}

function areCamerasThere(site: Site): boolean {
  const cameras = watchersOf(site).filter(takesPictures);
  return cameras.length > 0 && cameras.every(({ status }) => status === 'existing');
}
