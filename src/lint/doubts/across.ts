// Which faulty levels and devices the pass of a place on another level rests on.

import { attempt, GRANTS, spent } from '../../base/budget.js';
import { memoizeByName } from '../../base/memo.js';
import { watchersOf } from '../../facts/capture/devices.js';
import { gradeView, levelsWithPrivateZones, mayBeSeen } from '../../facts/capture/views.js';
import { byPack, type RuleContext } from '../../facts/context.js';
import { variantOf } from '../../plan/doubts/variants.js';
import type { Level, Site, Zone } from '../../plan/model.js';
import { edgesOf } from '../../plan/walls/plane.js';
import { rule as unknownCapability } from '../../rules/capture/unknown-capability.js';
import { rule as viewIntoPrivateZone } from '../../rules/capture/view-into-private-zone.js';
import { rule as impossibleDimension } from '../../rules/plan/impossible-dimension.js';
import { rule as noGeometry } from '../../rules/plan/no-geometry.js';
import type { Sight } from '../../sight/types.js';
import type { LintVerdict } from '../types.js';
import { areJoined } from './holes.js';

/** Rules whose pass of a place speaks of the devices of every level. */
const LOOKING: ReadonlySet<string> = new Set([viewIntoPrivateZone.id, unknownCapability.id]);

/**
 * The faulty levels and devices, by id, on which a verdict rests although they are on other levels; for most verdicts
 * none.
 */
export interface Elsewhere {
  readonly levels: readonly string[];
  readonly devices: readonly string[];
}

/** Function that returns the faulty levels and devices of other levels on which a verdict rests. */
export type Across = (verdict: LintVerdict) => Elsewhere;

const NOTHING: Elsewhere = { levels: [], devices: [] };

/**
 * Returns a function that lists, for a pass on what devices see of a place, the faulty levels and devices elsewhere
 * that leave the pass unsure; nothing for any other verdict. Listed are levels past which a device of another level
 * would see the place if nothing stood on the faulty levels; levels of impossible elevation on which a device takes
 * images, or may; levels with a device drawn nowhere; and, for capture/view-into-private-zone alone, devices drawn
 * wrongly. The last two are left out if floors close them off from the place. If finding out takes too much work, all
 * faulty levels and devices are listed.
 *
 * @param sightOf makes the sight of a site, here of the plan with nothing on its faulty levels
 */
export function acrossLevels(context: RuleContext, sightOf: (site: Site) => Sight): Across {
  const { site } = context;
  const [tainted, wrong] = (['levels', 'devices'] as const).map(
    (of) => new Set(site.faults.flatMap(({ taints }) => taints[of])),
  );
  const faulty = site.levels.filter(({ id }) => tainted.has(id));
  const watchers = watchersOf(site).filter(({ id }) => wrong.has(id));
  if (faulty.length + watchers.length === 0 || site.levels.length < 2) return () => NOTHING;
  const lost = faulty.filter((level) => isDeviceLost(site, level));
  const joined = memoizeByName((id: string): Elsewhere => {
    const level = site.levels.find((one) => one.id === id);
    const others = site.levels.filter((one) => level !== undefined && one !== level && areJoined(site, one, level));
    return {
      levels: lost.filter((one) => others.includes(one)).map((one) => one.id),
      devices: watchers.filter((device) => others.some((one) => one.id === device.level)).map((device) => device.id),
    };
  });
  const adrift = faulty.filter((level) => watchersOn(site, level) && isAdrift(site, level)).map(({ id }) => id);
  // Where much is remembered of a plan little was spent, and the answer must be the same.
  const seen = attempt(GRANTS.start + spent(), () => lookedInto(context, faulty, sightOf));
  return ({ rule, outcome, subject, dependsOn }) => {
    if (outcome !== 'pass' || !LOOKING.has(rule)) return NOTHING;
    if (seen === undefined) return { levels: [...tainted], devices: [...wrong] };
    const from = dependsOn.levels.map(joined);
    return {
      levels: [...adrift, ...from.flatMap(({ levels }) => levels), ...(seen.get(subject) ?? [])],
      // What a wrong device sees is unknown, not whether it captures.
      devices: rule === viewIntoPrivateZone.id ? from.flatMap(({ devices }) => devices) : [],
    };
  };
}

/** True if the elevation of a level is one that no storey has. */
function isAdrift({ faults }: Site, { id }: Level): boolean {
  return faults.some(({ rule, subject }) => rule === impossibleDimension.id && subject === `${id}/elevation`);
}

/** True if a device of the level is drawn nowhere. */
function isDeviceLost({ faults }: Site, { id }: Level): boolean {
  return faults.some(
    ({ rule, taints }) => rule === noGeometry.id && taints.devices.length > 0 && taints.levels.includes(id),
  );
}

function watchersOn(site: Site, { id }: Level): boolean {
  return watchersOf(site).some(({ level }) => level === id);
}

/** Returns, by id of the place, the faulty levels that devices of other levels may look past. */
function lookedInto(
  context: RuleContext,
  faulty: readonly Level[],
  sightOf: (site: Site) => Sight,
): ReadonlyMap<string, ReadonlySet<string>> {
  if (faulty.length === 0) return new Map();
  const elevations = new Map(context.site.levels.map(({ id, elevation }) => [id, elevation]));
  const seen = new Map<string, Set<string>>();
  const bare = variantsOf(context.site).map((site) => levelsEmptied(site, faulty));
  for (const own of bare.flatMap((site) => byPack({ ...context, site, sight: sightOf(site) }))) {
    const { site } = own;
    for (const device of watchersOf(site)) {
      for (const level of levelsWithPrivateZones(site)) {
        const [from, to] = [device.level, level].map((id) => elevations.get(id) ?? 0);
        const past = faulty.filter(({ elevation }) => (elevation - from) * (elevation - to) <= 0);
        if (level === device.level || past.length === 0) continue;
        for (const target of mayBeSeen(own, device, level)) {
          if (gradeView(own, device, target, level).is !== 'finding') continue;
          const known = seen.get(target.zone.id) ?? new Set();
          for (const { id } of past) known.add(id);
          seen.set(target.zone.id, known);
        }
      }
    }
  }
  return seen;
}

/**
 * Returns both variants of the site: a device may look past a faulty level and through a doubtful element, and of a
 * doubtful outline either variant may have more of the place.
 */
function variantsOf(site: Site): readonly Site[] {
  const { doubts = [] } = site;
  if (doubts.length === 0) return [site];
  return (['hiding', 'passing'] as const).map((taken) => variantOf(site, doubts, () => taken));
}

/**
 * Returns the site with nothing that hides on some of its levels: no ceiling, no zone but those of several levels, since
 * one may look through them, and of these no walls there.
 */
function levelsEmptied(site: Site, empty: readonly Level[]): Site {
  const isThrough = ({ levels }: Zone) => levels.length > 1;
  const through = site.levels.flatMap((level) => level.zones.filter(isThrough));
  const emptied = (level: Level): Level => {
    const here = through.filter(({ levels }) => levels.includes(level.id));
    const owners = here.map(({ id }) => id);
    const edges = here.flatMap(({ region }) => [...region.rings, ...region.shadows].flatMap(edgesOf));
    const zones = level.zones.filter(isThrough);
    const without = edges.map((edge) => ({ ...edge, owners }));
    return { ...level, ceiling: undefined, zones, walls: [], openings: [], without };
  };
  return { ...site, levels: site.levels.map((level) => (empty.includes(level) ? emptied(level) : level)) };
}
