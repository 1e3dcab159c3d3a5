import { isDay } from '../../../i18n/day.js';
import { PHASES, type Phase } from '../../../law/requirement.js';
import type { Site } from '../../../plan/model.js';
import type { Fact, Project } from '../../../plan/project/model.js';
import { isDayFact } from '../../../plan/project/names.js';
import { takesPictures, watchersOf } from '../../capture/shared/devices.js';
import { isExisting } from '../../coverage/site.js';
import { type Facts, factsOf } from './facts.js';

/** Facts that can't be so, or not all of them; or that may be so in two ways. */
export interface Doubt {
  /**
   * malformed: no day; future: what is stated as done lies ahead; order: the first comes after the second; phase, none: they
   * contradict each other; installed: the drawing contradicts it. By these nothing can be judged. earlier: the second may be of
   * the system that was there before; cameras: the drawing speaks against it. By these it is judged both ways.
   */
  readonly kind: 'malformed' | 'future' | 'order' | 'phase' | 'none' | 'installed' | 'earlier' | 'cameras';
  /** One or two. */
  readonly facts: readonly [Fact, ...Fact[]];
  /** Of what may be so in two ways: the phase that the project is in at least, if it isn't in the one that is stated. */
  readonly reached?: Phase;
}

/** What must come before what, where both are stated. Use before acceptance isn't here: that is for the law to say. */
const ORDER = [
  ['designReview.date', 'inspection.date'],
  ['inspection.date', 'acceptance.date'],
] as const;

/** What is only stated of a project that is at least in this phase. */
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

/** Works on a place that has a system already. */
const ON_WHAT_IS_THERE: ReadonlySet<unknown> = new Set(['altered', 'extended']);

/** What is, where there was a system before, surely of that one: it was filed, and its operators trained, when it was put into use. */
const OF_WHAT_IS_THERE: ReadonlySet<string> = new Set(['filing.date', 'training.operation']);

/** Contradicted by what else is stated beside it. */
const AGAINST = [
  ['acceptance.result', 'none', 'acceptance.date'],
  ['inspection.qualified', false, 'inspection.qualification'],
  ['alarmLink.with', 'none', 'alarmLink.document'],
] as const;

/** Facts of the project that can't be so on the day `today`, or contradict each other or the drawing. */
export function doubtsOf(project: Project, site: Site, today: string): readonly Doubt[] {
  const facts = factsOf(project);
  const one = (path: string): Fact | undefined => facts.at(path)[0];
  const phase = one('phase');
  const days = project.facts.filter(({ path }) => isDayFact(path));
  const pair = (kind: Doubt['kind'], first: Fact | undefined, second: Fact | undefined): Doubt[] =>
    first === undefined || second === undefined ? [] : [{ kind, facts: [first, second] }];
  return [
    ...days.filter(({ value }) => !isDay(String(value))).map((fact): Doubt => ({ kind: 'malformed', facts: [fact] })),
    ...days
      .filter(({ path, value }) => path !== 'publicWorks.begins' && isDay(String(value)) && String(value) > today)
      .map((fact): Doubt => ({ kind: 'future', facts: [fact] })),
    ...ORDER.flatMap(([before, after]) => {
      const [first, second] = [one(before), one(after)];
      const both = isDay(String(first?.value)) && isDay(String(second?.value));
      return both && String(first?.value) > String(second?.value) ? pair('order', first, second) : [];
    }),
    ...REACHED.flatMap(([path, from]) => {
      const stated = one(path);
      const early = PHASES.indexOf(project.phase) < PHASES.indexOf(from);
      // That nothing of it is done yet may be said in any phase.
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

/** A system that is all there is neither being designed nor built, whatever works it belongs to. */
function installedAlready(phase: Phase, facts: Facts, site: Site): Doubt[] {
  const [stated] = facts.at('phase');
  const built = PHASES.indexOf(phase) >= PHASES.indexOf('inspection');
  if (stated === undefined || built) return [];
  if (isExisting(site)) return [{ kind: 'installed', facts: [stated] }];
  return phase === 'design' && isNew(facts) && areCamerasThere(site)
    ? [{ kind: 'cameras', facts: [stated], reached: 'in-use' }]
    : [];
}

function isOnWhatIsThere(facts: Facts): boolean {
  return ON_WHAT_IS_THERE.has(facts.at('works')[0]?.value);
}

/** Whether nothing states that there may have been a system before. */
function isNew(facts: Facts): boolean {
  const [works] = facts.at('works');
  return works === undefined || works.value === 'new';
}

function areCamerasThere(site: Site): boolean {
  const cameras = watchersOf(site).filter(takesPictures);
  return cameras.length > 0 && cameras.every(({ status }) => status === 'existing');
}
