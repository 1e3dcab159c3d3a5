// `suggest --repair`: the smallest change to what is drawn that meets what is required.

import { unsettledZones } from '../../facts/unknown-use.js';
import { drawnOf } from '../../lint/support/drawn.js';
import type { Report } from '../../lint/types.js';
import type { Device } from '../../plan/model.js';
import { bearing } from '../../plan/read/frame.js';
import type { DeviceChange } from '../../plan/write/types.js';
import type { Offer, Task } from './design/master.js';
import { COARSE, DENSE, Effort, type Field, type Steps, seeding } from './design/part.js';
import { intrudes, type Option, type Repaired, repairing } from './design/repair.js';
import { isMetAlready, withProtected } from './requirements.js';
import { type SearchSpace, searchSpaceOf } from './search-space.js';
import {
  barredIn,
  camerasIn,
  isNextTo,
  metIn,
  removableOf,
  replacedIn,
  type Suggested,
  type SuggestOptions,
  type SuggestProgress,
  signsDue,
} from './suggest.js';
import type { Conclusion, Part, Repair, Requirement, SuggestedCamera, Suggestion } from './types.js';
import {
  bareOf,
  guiltyOf,
  isOnUnusedWaiver,
  type Named,
  named,
  newVerdicts,
  poseAsWritten,
  type Written,
  written,
} from './write.js';

/** Times that a change which lint refuses is searched anew. */
const MOST_REFUSALS = 12;

/**
 * Searches for the smallest change to the drawn plan that meets what is required (`suggest --repair`). Yields its
 * progress between steps; undefined if that is as before.
 */
export function* changing(
  report: Report,
  options: SuggestOptions,
): Generator<SuggestProgress | undefined, Suggested, void> {
  const { catalogue, levels } = options;
  const serving = replacedIn(report, catalogue, options);
  const drawn = removableOf(report, [...new Set([...serving, ...intrudersIn(report, options)])]);
  const bare = bareOf(report, drawn);
  const space = searchSpaceOf(
    bare,
    catalogue,
    withProtected(options, report, bare, drawn, options.privacy),
    options.privacy,
  );
  const refused: Device[] = [];
  const effort = new Effort();
  const field: Field = {
    ...space,
    solve: options.solve,
    costOf: () => 1,
    unit: 1,
    privacy: options.privacy,
    isRefused: (device) => refused.some((one) => isNextTo(one, device)),
    isOver: () => options.isOver() || effort.done > options.effort,
    effort,
  };
  const task = taskOf(space);
  let pool: readonly Offer[] = [];
  let repaired = yield* told(repairing(field, task, drawn, pool));
  const least = repaired.mustChange.length;
  for (const grid of [COARSE, DENSE]) {
    if (options.isOver() || (repaired.options !== undefined && repaired.cost <= least)) break;
    if (grid === DENSE && repaired.options !== undefined) break;
    pool = yield* told(seeding(field, space.roots, grid));
    const next = yield* told(repairing(field, task, drawn, pool));
    if (repaired.options === undefined || (next.options !== undefined && next.cost < repaired.cost)) repaired = next;
  }
  let outcome = writtenChange(report, repaired);
  const found = () =>
    outcome.written.ok
      ? newVerdicts(report, outcome.written.after, options.privacy).filter((one) => !isOnUnusedWaiver(one))
      : [];
  let objections = found();
  for (let i = 0; i < MOST_REFUSALS && objections.length > 0; i++) {
    const guilty = guiltyOf(objections, outcome.named);
    if (guilty.length === 0) break;
    refused.push(...guilty.map(({ device }) => device));
    repaired = yield* told(repairing(field, task, drawn, pool));
    outcome = writtenChange(report, repaired);
    objections = found();
  }
  const { written: after, added, repairs } = outcome;
  const isAccepted = repaired.options !== undefined && after.ok && objections.length === 0;
  const met = metIn(space, after.ok ? after.after : bare);
  const isWhole = isAccepted && met.every(({ isMet }) => isMet);
  const suggestion: Suggestion = {
    before: report,
    after: isAccepted && after.ok ? after.after : undefined,
    ...(after.ok && !isAccepted && { refused: after.after, objections }),
    catalogue,
    goal: options.goal,
    objective: 'change',
    levels,
    parts: [partOf(space, repaired, added, report)],
    met,
    kept: camerasIn(bare),
    replaced: [],
    repairs,
    barred: barredIn(space),
    unknownUse: unsettledZones(report.site).filter((zone) => zone.levels.some((level) => levels.includes(level)))
      .length,
    privacy: undefined,
    signs: after.ok ? signsDue(report, after.after) : [],
    stopped: field.isOver(),
    steps: effort.done,
  };
  return { suggestion, edits: isWhole && after.ok ? after.edits : undefined };
}

function* told<T>(steps: Steps<T>): Generator<SuggestProgress | undefined, T, void> {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    yield undefined;
  }
}

/** Returns the planned cameras of which lint finds that they stand in a private place or see into one. */
function intrudersIn(report: Report, { catalogue, levels, privacy, ...asked }: SuggestOptions): Device[] {
  const { contexts } = searchSpaceOf(report, { ...catalogue, cameras: [] }, { ...asked, levels }, privacy);
  const stays = new Set(catalogue.fixed);
  return camerasIn(report).filter(
    (device) =>
      levels.includes(device.level) &&
      device.status === 'planned' &&
      !stays.has(device.id) &&
      intrudes(contexts, device),
  );
}

/** Returns all that is required as one task: a device that is moved may leave one zone for another. */
function taskOf({ requirements, atoms, kept }: SearchSpace): Task {
  const open = requirements.flatMap((one, n) => (isMetAlready(one) ? [] : [n]));
  const own = new Set(open);
  return {
    requirements: open,
    atoms: atoms.flatMap(({ of }, n) => (own.has(of) ? [n] : [])),
    needed: new Map(open.map((n) => [n, (requirements[n]?.share ?? 0) * (requirements[n]?.area ?? 0)])),
    kept,
    beyond: new Map(),
  };
}

interface WrittenChange {
  readonly written: Written;
  readonly repairs: readonly Repair[];
  /** New cameras. */
  readonly added: readonly (Named & { readonly option: Option })[];
  /** All that changes or comes, by the ids that findings name. */
  readonly named: readonly Named[];
}

function writtenChange(report: Report, { options = [], removed }: Repaired): WrittenChange {
  const north = report.site.north ?? 0;
  const fresh = options.flatMap((option) =>
    option.change === 'add' && option.type !== undefined ? [{ device: option.to, type: option.type, option }] : [],
  );
  const ids = named(report, fresh);
  const added = ids.flatMap((one) => {
    const option = fresh.find(({ device }) => device === one.device)?.option;
    return option === undefined ? [] : [{ ...one, option }];
  });
  const changed = options.filter(({ change }) => change === 'turn' || change === 'move');
  const change = changed.map(({ change: how, of, to, type }): DeviceChange => {
    const [lens] = to.lenses;
    return {
      id: to.id,
      ...(lens?.heading !== undefined && { heading: bearing(lens.heading - north) }),
      ...(lens?.tilt !== undefined && { tilt: lens.tilt }),
      ...(how === 'move' && {
        at: to.at,
        ...(to.height !== undefined && { height: to.height }),
        ...(type !== undefined && { type: type.id }),
        // A device may state a field of its own, which its new type doesn't undo.
        ...(of?.lenses[0]?.hfov !== lens?.hfov && lens?.hfov !== undefined && { hfov: lens.hfov }),
      }),
    };
  });
  const repairs: Repair[] = [
    ...changed.flatMap(({ change: how, of, to }): Repair[] => {
      if (of === undefined) return [];
      const isOther = how === 'move' && of.type !== to.type && of.at.join() === to.at.join();
      return [{ device: of, change: how === 'turn' ? 'turn' : isOther ? 'type' : 'move', to }];
    }),
    ...removed.map((device): Repair => ({ device, change: 'remove', to: undefined })),
  ];
  const remove = removed.map(({ id }) => id);
  const touched = changed.map(({ to, type }) => ({ id: to.id, device: to, type: type ?? NO_TYPE }));
  return {
    written: written(report, added, { change, remove }),
    repairs,
    added,
    named: [...added, ...touched],
  };
}

/** Stands for the type of a camera that keeps its own. */
const NO_TYPE = {
  id: '',
  price: 1,
  mounts: [],
  lens: {
    form: 'fixed',
    heading: undefined,
    tilt: undefined,
    roll: 0,
    hfov: 0,
    vfov: undefined,
    resolution: [0, 0],
    varifocal: undefined,
    ptz: undefined,
  },
  range: undefined,
  keys: undefined,
} as const;

function partOf(
  { requirements, atoms }: SearchSpace,
  { options, cost, mustChange, unmet }: Repaired,
  added: readonly (Named & { readonly option: Option })[],
  report: Report,
): Part {
  const drawn = drawnOf(report);
  return {
    requirements,
    conclusion: conclusionOf(requirements, options, cost, mustChange, unmet),
    cost: options === undefined ? undefined : cost,
    bound: mustChange.length,
    cameras: added.flatMap(({ id, option: { to, type, column } }): SuggestedCamera[] => {
      const pose = poseAsWritten(report, drawn, to);
      if (type === undefined || pose === undefined) return [];
      const seen = new Map<number, number>();
      column.atoms.forEach((atom, i) => {
        const { of = -1, area = 0 } = atoms[atom] ?? {};
        seen.set(of, (seen.get(of) ?? 0) + area * (column.shares[i] ?? 0));
      });
      return [
        {
          device: { ...to, id },
          type,
          mount: 'wall',
          zone: report.site.levels.flatMap(({ zones }) => zones).find((zone) => zone.id === to.zones[0]),
          ...pose,
          covers: [...seen].flatMap(([of, area]) => {
            const requirement = requirements[of];
            return requirement === undefined ? [] : [{ requirement, share: area / requirement.area }];
          }),
        },
      ];
    }),
    cells: 0,
    floor: [],
  };
}

function conclusionOf(
  requirements: readonly Requirement[],
  options: readonly Option[] | undefined,
  cost: number,
  mustChange: readonly Device[],
  unmet: readonly number[],
): Conclusion {
  if (options !== undefined) return cost <= mustChange.length ? { is: 'proved' } : { is: 'gap' };
  const requirement = requirements[unmet[0] ?? -1];
  return requirement === undefined ? { is: 'stopped' } : { is: 'undecided', requirement, most: 1 };
}
