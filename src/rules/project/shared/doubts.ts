import { isDay } from '../../../i18n/day.js';
import { PHASES, type Phase } from '../../../law/requirement.js';
import type { Site } from '../../../plan/model.js';
import type { Fact, Project } from '../../../plan/project/model.js';
import { isDayFact } from '../../../plan/project/names.js';
import { isExisting } from '../../coverage/site.js';
import { factsOf } from './facts.js';

/** Facts that can't be so, or not all of them: nothing can be judged by them. */
export interface Doubt {
  /** malformed: no day; future: what is stated as done lies ahead; order: the first comes after the second; phase, none: they contradict each other. */
  readonly kind: 'malformed' | 'future' | 'order' | 'phase' | 'none' | 'installed';
  /** One or two. */
  readonly facts: readonly [Fact, ...Fact[]];
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
  ['training.operation', 'in-use'],
];

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
      return early && stated?.value !== 'none' ? pair('phase', phase, stated) : [];
    }),
    ...AGAINST.flatMap(([path, value, other]) => {
      const stated = one(path);
      return stated?.value === value ? pair('none', stated, one(other)) : [];
    }),
    ...installedAlready(project, site, phase),
  ];
}

/** A system that is all there is neither being designed nor built, whatever works it belongs to. */
function installedAlready(project: Project, site: Site, phase: Fact | undefined): Doubt[] {
  const built = PHASES.indexOf(project.phase) >= PHASES.indexOf('inspection');
  return phase === undefined || built || !isExisting(site) ? [] : [{ kind: 'installed', facts: [phase] }];
}
