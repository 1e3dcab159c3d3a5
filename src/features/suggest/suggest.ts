// `suggest`: the fewest cameras that protect what the law names and never intrude, with a bound for every pose.

import type { RuleContext } from '../../facts/context.js';
import { byPack } from '../../facts/context.js';
import { coveredArea, regionOfPiece } from '../../geometry/index.js';
import type { Report } from '../../lint/types.js';
import { withDevices } from '../../plan/ground.js';
import type { Device } from '../../plan/model.js';
import { createSight } from '../../sight/sight.js';
import { type Field, type Found, searchPart, seedsOf } from './design/part.js';
import { type PartTask, partsOf } from './parts.js';
import { type Asked, closedZones, isMetAlready, requirementsOf } from './requirements.js';
import type { Solver } from './solver.js';
import { type Atom, atomsOf } from './space/atoms.js';
import { mountsOn } from './space/mounts.js';
import { type Root, rootsOf } from './space/space.js';
import type { Catalogue, Requirement } from './types.js';

/** What is searched: the plan with only those devices that stay. */
export interface Ground {
  readonly contexts: readonly [RuleContext, ...RuleContext[]];
  readonly requirements: readonly Requirement[];
  readonly atoms: readonly Atom[];
  readonly roots: readonly Root[];
  readonly kept: Float64Array;
  readonly parts: readonly PartTask[];
}

/** Returns the planned cameras of a plan that a design replaces: all but those that stay. */
export function replacedIn({ site }: Report, { fixed }: Catalogue, levels: readonly string[]): Device[] {
  const stays = new Set(fixed);
  return site.levels
    .filter(({ id }) => levels.includes(id))
    .flatMap(({ devices }) => devices)
    .filter(({ id, kind, status }) => kind === 'camera' && status === 'planned' && !stays.has(id));
}

export function groundOf(report: Report, catalogue: Catalogue, asked: Asked): Ground {
  const gone = new Set(replacedIn(report, catalogue, asked.levels).map(({ id }) => id));
  const site = withDevices(report.site, ({ devices }) => devices.filter(({ id }) => !gone.has(id)));
  const sight = createSight(site);
  const [first, ...others] = byPack({ site, sight, pack: report.pack, today: report.today });
  if (first === undefined) throw new Error('a report is judged by a pack');
  const contexts = [first, ...others] as const;
  const requirements = contexts.flatMap((context) => requirementsOf(context, asked));
  const atoms = atomsOf(requirements, asked.levels);
  const closed = closedZones(first);
  const mounts = site.levels
    .filter(({ id }) => asked.levels.includes(id))
    .flatMap((level) => mountsOn(first, level, catalogue, closed));
  const roots = rootsOf(contexts, mounts, catalogue, atoms);
  const kept = keptOf(first, requirements, atoms);
  const parts = partsOf(requirements, atoms, roots, kept, isMetAlready);
  return { contexts, requirements, atoms, roots, kept, parts };
}

/** Returns the share of each atom that the devices of the plan cover. */
function keptOf({ sight }: RuleContext, requirements: readonly Requirement[], atoms: readonly Atom[]): Float64Array {
  const uncovered = requirements.map(({ zone, density, detectors, minus, kept }) =>
    kept <= 0 ? undefined : sight.coverage(zone, density, { detectors, minus }).uncovered.map(regionOfPiece),
  );
  return Float64Array.from(atoms, ({ of, region, area }) => {
    const left = uncovered[of];
    return left === undefined ? 0 : Math.max(0, 1 - coveredArea(region, left).covered / area);
  });
}

export function searchGround(
  ground: Ground,
  solve: Solver,
  say: (text: string) => void,
  isOver: () => boolean = () => false,
): Found[] {
  const unit = 1;
  const field: Field = {
    ...ground,
    solve,
    costOf: () => 1,
    unit,
    isPrivate: true,
    isRefused: () => false,
    isOver,
    onProgress: (p) => say(JSON.stringify(p)),
  };
  return ground.parts.map(({ task, roots }) => {
    say(`${task.requirements.map((n) => ground.requirements[n]?.zone.id).join(' ')} roots ${roots.length}`);
    const seeds = seedsOf(
      field,
      roots.filter((_, n) => n % 2 === 0),
    );
    say(`seeds ${seeds.length}`);
    return searchPart(field, task, roots, seeds);
  });
}
