// `suggest`: the fewest cameras that protect what the law names and never intrude, with a bound for every pose.

import { byPack } from '../../facts/context.js';
import { unsettledZones } from '../../facts/unknown-use.js';
import type { Region } from '../../geometry/types.js';
import { translate } from '../../geometry/vector.js';
import { graverIn } from '../../lint/fixes/gravity.js';
import { drawnOf } from '../../lint/support/drawn.js';
import { sightForReport } from '../../lint/support/report-sight.js';
import type { LintVerdict, Report } from '../../lint/types.js';
import type { Device, Zone } from '../../plan/model.js';
import { bearing } from '../../plan/read/frame.js';
import type { Drawn } from '../../plan/read/read.js';
import { removable } from '../../plan/write/write.js';
import type { RegionOnLevels } from '../../sight/types.js';
import type { TextEdit } from '../../source/edit/splice.js';
import type { Offer } from './design/master.js';
import { Effort, type Field, type PartDesign, type PartProgress } from './design/part.js';
import { type Solved, solvePart } from './design/solve.js';
import { inTurn } from './design/turns.js';
import type { PartTask } from './parts.js';
import { requirementsOf, type Scope, withProtected } from './requirements.js';
import { COVERAGE, type SearchSpace, searchSpaceOf } from './search-space.js';
import type { Solver } from './solver.js';
import type {
  Catalogue,
  Conclusion,
  Met,
  Objective,
  Part,
  PriceOfPrivacy,
  Requirement,
  SuggestedCamera,
  Suggestion,
} from './types.js';
import {
  bareOf,
  guiltyOf,
  isOnSigns,
  isOnUnusedWaiver,
  type Named,
  named,
  newVerdicts,
  poseAsWritten,
  written,
} from './write.js';

/** Options of a run of `suggest`: what to design for, with which cameras and solver, and when to end. */
export interface SuggestOptions extends Scope {
  readonly catalogue: Catalogue;
  readonly objective: Objective;
  readonly solve: Solver;
  /**
   * strict: only poses that see no more than a graze of any private place, and little floor that is in no zone; fails:
   * also poses about whose views a person must decide, as long as none is a fail.
   */
  readonly privacy: 'strict' | 'fails';
  /** True if what the ban on capture costs is worked out, too. */
  readonly withPrice: boolean;
  /** Steps after which the search ends with what it has. */
  readonly effort: number;
  /** True if the search is to end with what it has. Called often. */
  readonly isOver: () => boolean;
}

/** Steps of a search unless others are asked for: some minutes. Chosen by sitecam. */
export const EFFORT = 2_000_000;

/** State of a run of `suggest`: the part being searched, and how many parts are finished. */
export interface SuggestProgress extends PartProgress {
  /** Number of parts whose search is through, and of all. */
  readonly done: number;
  readonly parts: number;
}

/**
 * What the certificate of a suggestion is made of: all that the search worked with (requirements, atoms, roots, parts),
 * and the design that it found for each part.
 */
export interface ProvedParts {
  readonly space: SearchSpace;
  readonly solved: readonly Solved[];
}

/** A suggestion, and the edits that write it into the plan; undefined if there is nothing to write. */
export interface Suggested {
  readonly suggestion: Suggestion;
  readonly edits: readonly TextEdit[] | undefined;
  /** What a certificate is made of. Absent: nothing of the kind is proved. */
  readonly proved?: ProvedParts;
}

/**
 * Returns the cameras of status planned that a design replaces: those that cover any zone which must be covered. A
 * camera stays if the catalogue names it as fixed, another regulation requires it where it stands (`mandatedBy`), or
 * another file than the plan's own draws it. It stays, too, if a zone that reaches beyond the levels asked about would
 * lose coverage without it, since nothing is designed for that zone.
 */
export function replacedIn(report: Report, { fixed }: Catalogue, asked: Scope): Device[] {
  if (asked.only !== undefined) return [];
  const { site, pack, today } = report;
  const stays = new Set(fixed);
  const sight = sightForReport(report);
  const required = byPack({ site, sight, pack, today }).flatMap((context) => requirementsOf(context, asked));
  const serves = new Set(required.flatMap((one) => coveringIn(report, one)));
  const planned = site.levels
    .filter(({ id }) => asked.levels.includes(id))
    .flatMap(({ devices }) => devices)
    .filter(({ id, kind, status }) => kind === 'camera' && status === 'planned' && serves.has(id) && !stays.has(id));
  const devices = removableOf(report, planned);
  const needed = neededBeyond(report, devices, asked);
  return devices.filter(({ id }) => !needed.has(id));
}

function coveringIn(report: Report, { zone, density, detectors, minus }: Requirement): string[] {
  return sightForReport(report)
    .coverage(zone, density, { detectors, minus })
    .devices.map(({ id }) => id);
}

/** Returns the ids of the devices that cover zones beyond the levels asked about of which `gone` would leave less covered. */
function neededBeyond(report: Report, gone: readonly Device[], asked: Scope): ReadonlySet<string> {
  const { site, pack, today } = report;
  const levels = site.levels.map(({ id }) => id);
  if (levels.every((id) => asked.levels.includes(id))) return new Set();
  const lost = new Set(
    newVerdicts(report, bareOf(report, gone), 'strict').flatMap(({ rule, subject }) =>
      COVERAGE.has(rule) ? [subject] : [],
    ),
  );
  const context = { site, sight: sightForReport(report), pack, today };
  const beyond = byPack(context)
    .flatMap((own) => requirementsOf(own, { ...asked, related: true, levels }))
    .filter(({ zone }) => lost.has(zone.id) && !zone.levels.every((level) => asked.levels.includes(level)));
  return new Set(beyond.flatMap((one) => coveringIn(report, one)));
}

/**
 * Returns those of `devices` that can be taken out of the plan's own file and that no other regulation requires where
 * they stand (`mandatedBy`); the others stay.
 */
export function removableOf(report: Report, devices: readonly Device[]): Device[] {
  const drawn = drawnOf(report);
  if (drawn === undefined) return [];
  const free = devices.filter(({ mandatedBy }) => mandatedBy === undefined);
  const own = new Set(
    removable(
      drawn,
      free.map(({ id }) => id),
    ),
  );
  return free.filter(({ id }) => own.has(id));
}

/** What a design is held against: the plan as drawn, the plan without what it replaces, and what is asked. */
interface Yardstick {
  readonly report: Report;
  readonly bare: Report;
  readonly space: SearchSpace;
  readonly privacy: 'strict' | 'fails';
}

/**
 * Returns the verdicts of `after`, the plan with a design written into it, for which the design isn't accepted: those
 * graver than on the plan as drawn (`report`) and, of the rules on capture, those graver than on the plan without the
 * devices that the design replaces (`bare`). Coverage of the zones asked about (`space`) is no objection: `metIn` tells
 * how far it is reached. Nor is a waiver that sets nothing aside.
 */
export function objectionsTo(after: Report, { report, bare, space, privacy }: Yardstick): LintVerdict[] {
  const asked = new Set([...space.requirements, ...space.unjudged].map(({ zone }) => zone.id));
  const found = new Set([
    ...newVerdicts(report, after, privacy),
    ...newVerdicts(bare, after, privacy).filter(({ rule }) => rule.startsWith('capture/')),
  ]);
  return [...found].filter((one) => !isOnUnusedWaiver(one) && !(COVERAGE.has(one.rule) && asked.has(one.subject)));
}

/** Times that a design which lint refuses is searched anew without the poses refused. */
const MOST_REFUSALS = 12;

/**
 * Searches the cheapest design of a plan, in steps. Each step yields the state of the search, or undefined if that is
 * as it was; the last value returned is the suggestion. The same plan with the same options gives the same answer,
 * unless `isOver` ends the search.
 */
export function* suggesting(
  report: Report,
  options: SuggestOptions,
): Generator<SuggestProgress | undefined, Suggested, void> {
  const { catalogue, levels } = options;
  const replaced = replacedIn(report, catalogue, options);
  const bare = bareOf(report, replaced);
  const space = searchSpaceOf(
    bare,
    catalogue,
    withProtected(options, report, bare, replaced, options.privacy),
    options.privacy,
  );
  const refused: Device[] = [];
  const costs = costsOf(options);
  const effort = new Effort();
  const field: Field = {
    ...space,
    solve: options.solve,
    ...costs,
    privacy: options.privacy,
    isRefused: (device) => refused.some((one) => isNextTo(one, device)),
    isOver: () => options.isOver() || effort.done > options.effort,
    effort,
  };
  let solved: Solved[] = space.parts.map(unsearched);
  const states = space.parts.map((): PartProgress => ({ cost: undefined, bound: 0, cells: 0 }));
  function* search(which: readonly number[]): Generator<SuggestProgress | undefined, void, void> {
    const searches = which.map((n) => {
      const again = solved[n]?.found;
      const isFirst = again === undefined || again.pool.length === 0;
      const pool = isFirst ? undefined : again.pool.filter(({ column }) => !field.isRefused(column.device));
      return { n, steps: solvePart(field, partAt(space, n), pool, isFirst ? undefined : again) };
    });
    for (const { n, progress, result, left } of inTurn(searches, effort)) {
      if (progress !== undefined) states[n] = progress;
      if (result !== undefined) solved = solved.map((one, m) => (m === n ? result : one));
      yield progress && { ...sumOf(states), done: space.parts.length - left, parts: space.parts.length };
    }
  }
  // Of those that have had the same share of work the small ones first.
  yield* search([...space.parts.keys()].sort((a, b) => partAt(space, a).roots.length - partAt(space, b).roots.length));
  const remove = replaced.map(({ id }) => id);
  let cameras = named(report, camerasOf(solved));
  let outcome = written(report, cameras, { remove });
  const yardstick: Yardstick = { report, bare, space, privacy: options.privacy };
  let objections = outcome.ok ? objectionsTo(outcome.after, yardstick) : [];
  for (let i = 0; i < MOST_REFUSALS && objections.length > 0; i++) {
    // Cameras more take no coverage away.
    const guilty = guiltyOf(
      objections.filter(({ rule }) => !COVERAGE.has(rule)),
      cameras,
    );
    if (guilty.length === 0) break;
    refused.push(...guilty.map(({ device }) => device));
    const isRefused = ({ found }: Solved) =>
      found.chosen?.offers.some(({ column }) => field.isRefused(column.device)) === true;
    yield* search(solved.flatMap((one, n) => (isRefused(one) ? [n] : [])));
    cameras = named(report, camerasOf(solved));
    outcome = written(report, cameras, { remove });
    objections = outcome.ok ? objectionsTo(outcome.after, yardstick) : [];
  }
  const isAccepted = outcome.ok && objections.length === 0;
  const after = outcome.ok && isAccepted ? outcome.after : undefined;
  const met = metIn(space, outcome.ok ? outcome.after : bare);
  const isWhole = isAccepted && met.every(({ isMet }) => isMet);
  const privacy = options.withPrice && isWhole ? yield* priceOfPrivacy(field, space, solved) : undefined;
  const drawn = drawnOf(report);
  const suggestion: Suggestion = {
    before: report,
    after,
    ...(outcome.ok && !isAccepted && { refused: outcome.after, objections }),
    catalogue,
    goal: options.goal,
    objective: options.objective,
    levels,
    parts: solved.map((one, n) => partOf(space, one, n, cameras, report, drawn)),
    met,
    kept: camerasIn(bare),
    replaced,
    repairs: [],
    barred: barredIn(space),
    unknownUse: unsettledZones(report.site).filter((zone) => zone.levels.some((level) => levels.includes(level)))
      .length,
    privacy,
    signs: outcome.ok ? signsDue(report, outcome.after) : [],
    stopped: field.isOver(),
    steps: effort.done,
  };
  return { suggestion, edits: outcome.ok && isWhole ? outcome.edits : undefined, proved: { space, solved } };
}

function partAt({ parts }: SearchSpace, n: number): PartTask {
  const part = parts[n];
  if (part === undefined) throw new Error('no such part');
  return part;
}

function sumOf(states: readonly PartProgress[]): PartProgress {
  const costs = states.map(({ cost }) => cost);
  return {
    cost: costs.includes(undefined) ? undefined : costs.reduce<number>((sum, cost) => sum + (cost ?? 0), 0),
    bound: states.reduce((sum, { bound }) => sum + bound, 0),
    cells: states.reduce((sum, { cells }) => sum + cells, 0),
  };
}

/** Returns the cameras of a plan that aren't removed. */
export function camerasIn({ site }: Report): Device[] {
  return site.levels
    .flatMap(({ devices }) => devices)
    .filter(({ kind, status }) => kind === 'camera' && status !== 'removed');
}

/** Returns what is known of a part that nobody has searched yet. */
function unsearched({ task }: PartTask): Solved {
  const found: PartDesign = {
    task,
    start: undefined,
    chosen: undefined,
    proof: undefined,
    bound: 0,
    pool: [],
    unmet: task.requirements,
    stopped: true,
  };
  return { found, unmet: [] };
}

/**
 * Returns `costOf`, which tells what a camera of a root costs (its price if the objective is `price`, else 1), and
 * `unit`, the greatest number of which all costs are whole multiples.
 */
export function costsOf({
  objective,
  catalogue,
}: Pick<SuggestOptions, 'objective' | 'catalogue'>): Pick<Field, 'costOf' | 'unit'> {
  if (objective !== 'price') return { costOf: () => 1, unit: 1 };
  return {
    costOf: ({ type }) => type.price,
    unit: catalogue.cameras.reduce((sum, { price }) => divisor(sum, price), 0),
  };
}

function divisor(a: number, b: number): number {
  return b === 0 ? a : divisor(b, a % b);
}

function camerasOf(solved: readonly Solved[]): Omit<Named, 'id'>[] {
  return solved.flatMap(({ found }) => chosenOf(found).map(({ column: { device, type } }) => ({ device, type })));
}

/** Returns the poses of a design, from west to east and from south to north. */
function chosenOf({ chosen }: PartDesign): Offer[] {
  return [...(chosen?.offers ?? [])].sort((a, b) => {
    const [one, other] = [a.column.device.at, b.column.device.at];
    return one[0] - other[0] || one[1] - other[1];
  });
}

/** m and degrees: poses this near to a refused one are likely to be refused too. */
const NEXT = { place: 0.05, angle: 1 } as const;

export function isNextTo(one: Device, other: Device): boolean {
  const [a, b] = [one.lenses[0], other.lenses[0]];
  if (one.type !== other.type || one.level !== other.level || a === undefined || b === undefined) return false;
  if (Math.hypot(one.at[0] - other.at[0], one.at[1] - other.at[1]) > NEXT.place) return false;
  const turn = bearing((a.heading ?? 0) - (b.heading ?? 0));
  return Math.min(turn, 360 - turn) <= NEXT.angle && Math.abs((a.tilt ?? 0) - (b.tilt ?? 0)) <= NEXT.angle;
}

/**
 * Returns the required zones in which no camera may be mounted, since lint would report a camera there wherever it
 * looks.
 */
export function barredIn({ requirements, barred }: SearchSpace): Zone[] {
  return [...new Set(requirements.map(({ zone }) => zone))].filter(({ id }) => barred.has(id));
}

/** Returns how far each requirement, also one that lint can't judge, is met on the plan that `report` judges. */
export function metIn({ requirements, unjudged }: SearchSpace, report: Report): Met[] {
  const failing = report.verdicts.filter(
    ({ rule, outcome }) => COVERAGE.has(rule) && outcome !== 'pass' && outcome !== 'notApplicable',
  );
  const sight = sightForReport(report);
  const zones = new Map(report.site.levels.flatMap(({ zones }) => zones.map((zone) => [zone.id, zone] as const)));
  return [...requirements, ...unjudged].map((requirement): Met => {
    const { zone, density, detectors, minus, goal } = requirement;
    // What the law asks doesn't hang on the criterion.
    const isMet = !failing.some(
      ({ rule, subject }) => subject === zone.id && (goal === 'criterion' || rule === 'coverage/protected'),
    );
    const own = zones.get(zone.id) ?? zone;
    const { fraction } = sight.coverage(own, density, { detectors, minus: broughtAlong(minus, zone, own) });
    return { requirement, share: fraction, isMet };
  });
}

/** Returns regions in a zone as they lie in the same zone of a plan that is read in another frame of metres. */
function broughtAlong(
  regions: readonly RegionOnLevels[],
  { region: from }: Zone,
  { region: to }: Zone,
): readonly RegionOnLevels[] {
  const [[before], [after]] = [from.rings[0] ?? [], to.rings[0] ?? []];
  if (before === undefined || after === undefined) return regions;
  const [dx, dy] = [after[0] - before[0], after[1] - before[1]];
  if (dx === 0 && dy === 0) return regions;
  const moved = (rings: Region['rings']) => rings.map((ring) => translate(ring, dx, dy));
  return regions.map(({ rings, shadows, levels }) => ({ rings: moved(rings), shadows: moved(shadows), levels }));
}

/**
 * Returns the subjects of the findings on signs that `after` has and `before` hasn't, or that are graver in `after`.
 */
export function signsDue(before: Report, after: Report): string[] {
  const graver = new Set(graverIn(before, after));
  const was = new Set(
    before.verdicts
      .filter(isOnSigns)
      .filter(isOpen)
      .map(({ rule, subject }) => `${rule} ${subject}`),
  );
  return after.verdicts
    .filter((one) => isOnSigns(one) && isOpen(one) && (graver.has(one) || !was.has(`${one.rule} ${one.subject}`)))
    .map(({ subject }) => subject);
}

function isOpen({ outcome }: LintVerdict): boolean {
  return outcome === 'fail' || outcome === 'open' || outcome === 'review';
}

function partOf(
  space: SearchSpace,
  { found, unmet }: Solved,
  n: number,
  cameras: readonly Named[],
  report: Report,
  drawn: Drawn | undefined,
): Part {
  const { requirements } = space;
  const own = space.parts[n]?.task.requirements ?? [];
  const heaviest = found.proof?.weights.reduce((most, one) => Math.max(most, one), 0) ?? 0;
  const isWhole = unmet.length === 0 && found.chosen !== undefined;
  return {
    requirements: own.flatMap((one) => requirements[one] ?? []),
    conclusion: conclusionOf(space, found, unmet),
    cost: isWhole ? found.chosen?.cost : undefined,
    bound: found.bound,
    cameras: chosenOf(found).flatMap((offer) => cameraOf(space, offer, cameras, report, drawn) ?? []),
    cells: found.proof?.cells ?? 0,
    floor:
      heaviest <= 0
        ? []
        : found.task.atoms.flatMap((atom) => {
            const { level, region } = space.atoms[atom] ?? {};
            const weight = (found.proof?.weights[atom] ?? 0) / heaviest;
            return level === undefined || region === undefined || weight <= 0 ? [] : [{ level, region, weight }];
          }),
  };
}

function conclusionOf({ requirements }: SearchSpace, found: PartDesign, unmet: Solved['unmet']): Conclusion {
  const worst = unmet.find(({ isImpossible }) => isImpossible) ?? unmet[0];
  const requirement = requirements[worst?.requirement ?? -1];
  if (worst !== undefined && requirement !== undefined) {
    const { most, by } = worst;
    if (worst.isImpossible) return { is: 'impossible', requirement, most, by };
    return found.stopped ? { is: 'stopped' } : { is: 'undecided', requirement, most };
  }
  if (found.chosen === undefined) return { is: 'stopped' };
  return found.bound >= found.chosen.cost ? { is: 'proved' } : { is: 'gap' };
}

function cameraOf(
  { atoms, requirements }: SearchSpace,
  { column }: Offer,
  cameras: readonly Named[],
  report: Report,
  drawn: Drawn | undefined,
): SuggestedCamera | undefined {
  const one = cameras.find(({ device }) => device === column.device);
  const pose = poseAsWritten(report, drawn, column.device);
  if (one === undefined || pose === undefined) return undefined;
  const seen = new Map<number, number>();
  column.atoms.forEach((atom, i) => {
    const { of = -1, area = 0 } = atoms[atom] ?? {};
    seen.set(of, (seen.get(of) ?? 0) + area * (column.shares[i] ?? 0));
  });
  const [inner] = column.device.zones;
  return {
    device: { ...column.device, id: one.id },
    type: column.type,
    mount: column.root.mount.kind,
    zone: report.site.levels.flatMap(({ zones }) => zones).find(({ id }) => id === inner),
    ...pose,
    covers: [...seen].flatMap(([of, area]) => {
      const requirement = requirements[of];
      return requirement === undefined ? [] : [{ requirement, share: area / requirement.area }];
    }),
  };
}

/**
 * Works out what the ban on capture costs: of each part the least without it, between bounds that are proved. Undefined
 * if the search of a part found no design without it.
 */
function* priceOfPrivacy(
  field: Field,
  { parts }: SearchSpace,
  solved: readonly Solved[],
): Generator<undefined, PriceOfPrivacy | undefined, void> {
  let [least, most] = [0, 0];
  for (const [n, { found }] of solved.entries()) {
    const part: PartTask | undefined = parts[n];
    const cost = found.chosen?.cost;
    if (part === undefined || cost === undefined) return undefined;
    // Nothing costs less than one camera, with the ban or without it.
    if (cost <= field.unit) continue;
    const steps = solvePart({ ...field, privacy: 'none', isRefused: () => false }, part);
    let step = steps.next();
    while (step.done !== true) {
      yield undefined;
      step = steps.next();
    }
    const free = step.value.found;
    // Every design with the ban is one without it.
    const upper = Math.min(cost, free.chosen?.cost ?? cost);
    least += Math.max(0, found.bound - upper);
    most += cost - Math.max(free.bound, field.unit);
  }
  return { least, most };
}
