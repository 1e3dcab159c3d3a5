// What is searched: the plan with only those devices that stay, what it requires, and where cameras may be mounted.

import { byPack, type RuleContext } from '../../facts/context.js';
import { coveredArea, regionOfPiece } from '../../geometry/index.js';
import { sightForReport } from '../../lint/support/report-sight.js';
import type { Report } from '../../lint/types.js';
import { type PartTask, partsOf } from './parts.js';
import { barredZones, closedZones, isMetAlready, requirementsOf, type Scope } from './requirements.js';
import { type Atom, atomsOf } from './space/atoms.js';
import { mountsOn } from './space/mounts.js';
import { type Root, rootsOf } from './space/space.js';
import type { Catalogue, Requirement } from './types.js';

/** All that `suggest` works out of a plan before it searches: requirements, atoms, roots and parts. */
export interface SearchSpace {
  /** One for each pack that the plan is judged by; all share their sight. */
  readonly contexts: readonly [RuleContext, ...RuleContext[]];
  readonly requirements: readonly Requirement[];
  readonly atoms: readonly Atom[];
  readonly roots: readonly Root[];
  /** Share (0–1) of each atom that the devices that stay cover. */
  readonly kept: Float64Array;
  readonly parts: readonly PartTask[];
  /** Requirements of zones that lint can't judge, because of a fault of the plan. */
  readonly unjudged: readonly Requirement[];
  /** Ids of the zones in which no camera is mounted, since lint would report it wherever it looks. */
  readonly barred: ReadonlySet<string>;
}

/** Rules that say whether a requirement is met. */
export const COVERAGE = new Set(['coverage/protected', 'coverage/criterion']);

/** Returns the ids of zones whose coverage lint doesn't judge, since a fault or a doubt of the plan leaves it open. */
export function unjudgedIn({ verdicts }: Report): ReadonlySet<string> {
  return new Set(
    verdicts
      .filter(({ rule, tainted, doubt }) => COVERAGE.has(rule) && (tainted !== undefined || doubt !== undefined))
      .map(({ subject }) => subject),
  );
}

/**
 * Works out what `suggest` searches on a plan: requirements, atoms, roots and parts.
 *
 * @param report of the plan with only the devices that stay
 * @param privacy fails: cameras may also stand in zones where lint would at most ask a person to review them
 */
export function searchSpaceOf(
  report: Report,
  catalogue: Catalogue,
  asked: Scope,
  privacy: 'strict' | 'fails',
): SearchSpace {
  const { site, pack, today } = report;
  const [first, ...others] = byPack({ site, sight: sightForReport(report), pack, today });
  if (first === undefined) throw new Error('a report is judged by a pack');
  const contexts = [first, ...others] as const;
  const faulty = unjudgedIn(report);
  const all = distinct(contexts.flatMap((context) => requirementsOf(context, asked)));
  const requirements = all.filter(({ zone }) => !faulty.has(zone.id));
  const atoms = atomsOf(requirements, asked.levels);
  const barred = new Set(contexts.flatMap((context) => [...barredZones(context, privacy)]));
  const closed = new Set([...barred, ...contexts.flatMap((context) => [...closedZones(context)])]);
  const mounts = site.levels
    .filter(({ id }) => asked.levels.includes(id))
    .flatMap((level) => mountsOn(first, level, catalogue, closed));
  const roots = rootsOf(contexts, mounts, catalogue, atoms);
  const kept = keptOf(first, requirements, atoms);
  const parts = partsOf(requirements, atoms, roots, kept, isMetAlready);
  return {
    contexts,
    requirements,
    atoms,
    roots,
    kept,
    parts,
    unjudged: all.filter(({ zone }) => faulty.has(zone.id)),
    barred,
  };
}

/** Returns requirements without those of a zone that another one of it implies: no smaller share, no coarser level. */
function distinct(all: readonly Requirement[]): Requirement[] {
  return all.filter(
    (one, n) =>
      !all.some((other, m) => {
        if (m === n || other.zone.id !== one.zone.id) return false;
        const implies = other.share >= one.share && other.density >= one.density;
        const isEqual = other.share === one.share && other.density === one.density;
        return implies && (!isEqual || m < n);
      }),
  );
}

/** Returns the share of each atom that the devices of the plan cover. */
function keptOf({ sight }: RuleContext, requirements: readonly Requirement[], atoms: readonly Atom[]): Float64Array {
  const uncovered = requirements.map(({ zone, density, detectors, minus, kept }) => {
    if (kept <= 0) return undefined;
    // A zone on several levels is covered on each by itself.
    const on = (level: string) => (zone.levels.length < 2 ? zone : { ...zone, levels: [level] });
    return new Map(
      zone.levels.map((level) => [
        level,
        sight.coverage(on(level), density, { detectors, minus }).uncovered.map(regionOfPiece),
      ]),
    );
  });
  return Float64Array.from(atoms, ({ of, level, region, area }) => {
    const left = uncovered[of]?.get(level);
    return left === undefined ? 0 : Math.max(0, 1 - coveredArea(region, left).covered / area);
  });
}
