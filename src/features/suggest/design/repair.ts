// The smallest change to what is drawn that meets what is required: keep, turn, move or remove devices, or add some.

import { placementIn, privateZones } from '../../../facts/capture/private-zones.js';
import type { RuleContext } from '../../../facts/context.js';
import { seenBy } from '../../../lint/search/private.js';
import { isTurnable } from '../../../lint/search/trial.js';
import type { Device } from '../../../plan/model.js';
import { bearing } from '../../../plan/read/frame.js';
import { posed } from '../../../sight/optics/poses.js';
import type { CameraType } from '../types.js';
import { isAdmissible, type Seen, seenAmong } from './columns.js';
import { type Offer, type Priced, programOf, type Task, unmetIn } from './master.js';
import { type Field, type Steps, shortfalls } from './part.js';

/** Cost of each kind of change when a design is repaired; the sum is made least. Chosen by sitecam. */
export const WEIGHTS = { keep: 0, turn: 1, remove: 2, move: 3, add: 10 } as const;

/** A change that a repair may choose: a device kept, turned or moved, or a new one. */
export interface Option extends Priced {
  readonly change: Exclude<keyof typeof WEIGHTS, 'remove'>;
  /** The device that is drawn; undefined for a new one. */
  readonly of: Device | undefined;
  /** The device after the change. */
  readonly to: Device;
  /** Type of a camera that is moved or added; undefined for one that is kept or turned. */
  readonly type: CameraType | undefined;
  readonly column: Seen;
}

/** Result of the search for the smallest repair of a design: the changes, their cost, and what they don't meet. */
export interface Repaired {
  /** The changes; undefined if no repair was found. */
  readonly options: readonly Option[] | undefined;
  /** Devices that go. */
  readonly removed: readonly Device[];
  readonly cost: number;
  /**
   * Devices that can't stay as they are, since they stand in private places or see into them: no change is smaller than
   * one turn of each.
   */
  readonly mustChange: readonly Device[];
  /** Indices of requirements that no change found meets. */
  readonly unmet: readonly number[];
}

/** Degrees between the headings, and between the tilts, in which a drawn camera is tried. */
const [TURN, LEAN] = [7.5, 10];

/** Cost of a degree of turning, so that of equal changes the smaller one is taken. */
const DEGREE = 1e-3;

/** Part of a requirement's floor that a pose must see, to be of use. */
const USEFUL = 1e-3;

/** Times that requirements are raised because views overlap within a square. */
const MOST_RAISES = 8;

/**
 * Searches for the smallest change to drawn cameras that covers a task. Yields its progress between steps.
 *
 * @param drawn planned cameras that may change
 * @param pool poses for new and moved cameras
 */
export function* repairing(
  field: Field,
  task: Task,
  drawn: readonly Device[],
  pool: readonly Offer[],
): Steps<Repaired> {
  const { contexts, atoms, requirements, privacy } = field;
  const [context] = contexts;
  const options: Option[] = [];
  const mustChange: Device[] = [];
  const see = (device: Device) =>
    seenAmong(
      context,
      device,
      task.atoms.filter((n) => atoms[n]?.level === device.level),
      atoms,
      requirements,
    );
  for (const device of drawn) {
    if (!field.isRefused(device) && !intrudes(contexts, device)) {
      options.push({ change: 'keep', of: device, to: device, type: undefined, column: see(device), cost: 0 });
    } else mustChange.push(device);
    // No turn brings it out.
    for (const to of standsInside(contexts, device) ? [] : turned(context, device)) {
      if (field.isRefused(to)) continue;
      const column = see(to);
      if (column.atoms.length === 0 || !isAdmissible(contexts, to, privacy)) continue;
      options.push({
        change: 'turn',
        of: device,
        to,
        type: undefined,
        column,
        cost: WEIGHTS.turn + DEGREE * degrees(device, to),
      });
    }
    yield undefined;
  }
  for (const { column } of pool) {
    if (field.isRefused(column.device)) continue;
    const to = column.device;
    options.push({ change: 'add', of: undefined, to, type: column.type, column, cost: WEIGHTS.add });
    for (const device of drawn) {
      const isNear = device.level === to.level && device.zones.some((zone) => to.zones.includes(zone));
      if (isNear && isLike(device, column.type))
        options.push({
          change: 'move',
          of: device,
          to: { ...to, id: device.id },
          type: column.type,
          column,
          cost: WEIGHTS.move,
        });
    }
  }
  yield undefined;
  return solved(field, task, drawn, options, mustChange);
}

function solved(
  field: Field,
  task: Task,
  drawn: readonly Device[],
  options: readonly Option[],
  mustChange: readonly Device[],
): Repaired {
  const { atoms, solve } = field;
  // A device of which nothing is taken is removed: all others save that.
  const offers = options.map((one) => ({ ...one, cost: one.of === undefined ? one.cost : one.cost - WEIGHTS.remove }));
  const useful = offers.filter(
    ({ change, column }) => change === 'keep' || column.shares.some((share) => share > USEFUL),
  );
  const needed = new Map(task.needed);
  const none: Repaired = { options: undefined, removed: [], cost: 0, mustChange, unmet: task.requirements };
  // Nothing is asked and nothing can stay: the solver takes no empty program.
  if (useful.length === 0 && task.requirements.length === 0)
    return { options: [], removed: drawn, cost: drawn.length * WEIGHTS.remove, mustChange, unmet: [] };
  for (let i = 0; i < MOST_RAISES; i++) {
    const raised = { ...task, needed };
    const program = programOf(raised, useful, atoms, true, ({ of }) => of?.id);
    const { is, values } = solve(program, {
      apart: DEGREE,
      below: Number.POSITIVE_INFINITY,
      enough: Number.NEGATIVE_INFINITY,
    });
    if (is === 'infeasible' || values.length === 0) return none;
    const unmet = unmetIn(raised, useful, values);
    const taken = useful.filter((_, n) => (values[n] ?? 0) > 0.5);
    const short = shortfalls(
      field,
      task,
      taken.map(({ to }) => to),
    );
    for (const one of unmet) short.delete(one);
    const removed = drawn.filter(({ id }) => !taken.some(({ of }) => of?.id === id));
    const cost = taken.reduce((sum, { change }) => sum + WEIGHTS[change], removed.length * WEIGHTS.remove);
    if (unmet.length > 0) return { ...none, unmet };
    if (short.size === 0) return { options: taken, removed, cost, mustChange, unmet: [] };
    for (const [one, by] of short) needed.set(one, (needed.get(one) ?? 0) + by + 1e-3);
  }
  return none;
}

/** True if a drawn camera becomes one of a type by its place, height, aim and field alone. */
function isLike({ lenses, tolerance, masks, range }: Device, type: CameraType): boolean {
  const [lens, second] = lenses;
  if (lens === undefined || second !== undefined || masks.length > 0) return false;
  const isSame =
    lens.form === type.lens.form &&
    lens.roll === type.lens.roll &&
    lens.vfov === type.lens.vfov &&
    range === type.range &&
    tolerance.position === 0;
  return isSame && lens.resolution?.join() === type.lens.resolution.join();
}

/**
 * True if lint reports that a drawn camera stands in a private place or sees into one, so that it can't stay as it is.
 * `contexts`: the plan as judged by each of its packs.
 */
export function intrudes(contexts: readonly RuleContext[], device: Device): boolean {
  return standsInside(contexts, device) || seenBy(contexts, device).some(({ grade }) => grade.is === 'finding');
}

/** True if the camera stands in a private place, or so near to a ballot box or the like that it counts as in it. */
function standsInside(contexts: readonly RuleContext[], device: Device): boolean {
  return contexts.some((context) =>
    privateZones(context.site).some((target) => placementIn(context, device, target) !== undefined),
  );
}

/** Yields a drawn camera in other poses at its place. */
function* turned({ sight }: RuleContext, device: Device): Generator<Device> {
  const [lens, second] = device.lenses;
  if (!isTurnable(device) || second !== undefined || lens?.heading === undefined || lens.tilt === undefined) return;
  // Nobody can say on which side of its wall it stands, and a turn would say so.
  if (sight.mounting(device) === 'along-wall') return;
  const range = sight.poses(device)?.headings;
  const isOpen = (heading: number) =>
    range === undefined || [-360, 0, 360].some((turn) => heading + turn >= range[0] && heading + turn <= range[1]);
  for (let turn = 0; turn < 360; turn += TURN) {
    const heading = bearing(Math.round(2 * (lens.heading + turn)) / 2);
    if (!isOpen(heading)) continue;
    for (let lean = -3; lean <= 5; lean++) {
      const tilt = Math.round(2 * (lens.tilt + lean * LEAN)) / 2;
      if (tilt < 0 || tilt > 90 || (turn === 0 && lean === 0)) continue;
      yield posed(device, heading, tilt);
    }
  }
}

function degrees({ lenses: [a] }: Device, { lenses: [b] }: Device): number {
  const turn = bearing((a?.heading ?? 0) - (b?.heading ?? 0));
  return Math.min(turn, 360 - turn) + Math.abs((a?.tilt ?? 0) - (b?.tilt ?? 0));
}
