// Plans to search for designs: without their planned cameras, with what is required of them and where cameras may be mounted.

import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { byPack, type RuleContext } from '../../../src/facts/context.js';
import { isPrivateZone } from '../../../src/facts/protection/site.js';
import { massOf } from '../../../src/features/suggest/design/master.js';
import { Effort, type Field, searchPart, seedsOf } from '../../../src/features/suggest/design/part.js';
import { partsOf } from '../../../src/features/suggest/parts.js';
import { closedZones, requirementsOf } from '../../../src/features/suggest/requirements.js';
import type { Solver } from '../../../src/features/suggest/solver.js';
import { type Atom, atomsOf } from '../../../src/features/suggest/space/atoms.js';
import { cameraAt, type Mount, middleOf, OFF_WALL } from '../../../src/features/suggest/space/camera.js';
import { mountsOn } from '../../../src/features/suggest/space/mounts.js';
import { type Cell, type Root, rootsOf } from '../../../src/features/suggest/space/space.js';
import type { CameraType, Catalogue, Mounting, Requirement } from '../../../src/features/suggest/types.js';
import type { Point, Ring } from '../../../src/geometry/types.js';
import { loadPack } from '../../../src/law/load.js';
import { lintPlan } from '../../../src/lint/lint.js';
import type { Report } from '../../../src/lint/types.js';
import { withDevices } from '../../../src/plan/ground.js';
import type { Device, Level, Range } from '../../../src/plan/model.js';
import { createSight } from '../../../src/sight/sight.js';

const TODAY = '2026-03-02';

/** Plans of fixtures/sites that comply, by the name of their site. */
export const SITES: readonly (readonly [name: string, path: string])[] = readdirSync('fixtures/sites').flatMap((name) =>
  readdirSync(join('fixtures/sites', name))
    .filter((file) => /^plan\.(?:yaml|geojson)$/.test(file))
    .map((file) => [name, join('fixtures/sites', name, file)] as const),
);

/** Returns the report of a plan given as text. */
export function lintedText(text: string): Report {
  const read = () => new TextEncoder().encode(text);
  return reportOf(lintPlan('plan.yaml', read, { pack: loadPack('nm-2017'), today: TODAY }));
}

/** Returns the report of a plan in a file. */
export function lintedFile(path: string): Report {
  const read = (asked: string) => {
    try {
      return readFileSync(join(dirname(path), asked));
    } catch {
      return undefined;
    }
  };
  return reportOf(lintPlan(basename(path), read, { today: TODAY }));
}

function reportOf(result: ReturnType<typeof lintPlan>): Report {
  if (!result.ok) throw new Error(JSON.stringify(result.unreadable));
  return result;
}

/** One level of a plan without its planned cameras. */
export interface Scene {
  readonly contexts: readonly [RuleContext, ...RuleContext[]];
  readonly context: RuleContext;
  readonly level: Level;
  readonly requirements: readonly Requirement[];
  readonly atoms: readonly Atom[];
  readonly mounts: readonly Mount[];
  readonly catalogue: Catalogue;
}

/** Returns the plan as seen by each pack, without its planned cameras. */
export function contextsOf(report: Report): readonly [RuleContext, ...RuleContext[]] {
  const site = withDevices(report.site, ({ devices }) => devices.filter((one) => one.kind !== 'camera'));
  const [first, ...others] = byPack({ site, sight: createSight(site), pack: report.pack, today: report.today });
  if (first === undefined) throw new Error('no pack');
  return [first, ...others];
}

/** Returns the scene of a level; `requirements` absent: what the criterion asks. */
export function sceneOn(
  contexts: readonly [RuleContext, ...RuleContext[]],
  level: Level,
  catalogue: Catalogue,
  requirements: readonly Requirement[] = contexts.flatMap((context) =>
    requirementsOf(context, { goal: 'criterion', related: false, levels: [level.id] }),
  ),
): Scene {
  const [context] = contexts;
  const atoms = atomsOf(requirements, [level.id]);
  const mounts = mountsOn(context, level, catalogue, closedZones(context));
  return { contexts, context, level, requirements, atoms, mounts, catalogue };
}

/** Returns requirements on every zone of a level that isn't private, whatever the law names, each at one of some densities. */
export function everyZone(
  { pack }: RuleContext,
  { zones }: Level,
  densityOf: (n: number) => number = () => 25,
  share = 0.9,
): Requirement[] {
  return zones
    .filter((zone) => !isPrivateZone(pack, zone))
    .map((zone, n) => ({
      zone,
      clauses: [],
      goal: 'law',
      level: 'detect',
      density: densityOf(n),
      share,
      detectors: false,
      minus: [],
      area: 1,
      kept: 0,
    }));
}

/** Returns a type of fixed camera for walls. */
export function cameraType(
  id: string,
  hfov: number,
  more: Partial<Omit<CameraType, 'lens'>> & { readonly lens?: Partial<CameraType['lens']> } = {},
): CameraType {
  const { lens, ...rest } = more;
  return {
    id,
    price: 1,
    mounts: ['wall'],
    range: undefined,
    keys: undefined,
    ...rest,
    lens: {
      form: 'fixed',
      heading: undefined,
      tilt: 0,
      roll: 0,
      hfov,
      vfov: undefined,
      resolution: [2560, 1440],
      varifocal: undefined,
      ptz: undefined,
      ...lens,
    },
  };
}

/** Returns a catalogue of some cameras. */
export function catalogueOf(
  cameras: readonly CameraType[],
  {
    heights = [2.7],
    tilts = [0, 90],
    fromOpenings = 0.35,
  }: { heights?: number[]; tilts?: Range; fromOpenings?: number } = {},
): Catalogue {
  const mounting: Mounting = { wall: { heights, fromOpenings }, ceiling: { drop: 0.1 }, noGo: [], tilts };
  return { from: 'file', path: undefined, sha256: '', cameras, points: [], mounting, fixed: [] };
}

/** Parts (0–1) of a cell's place, headings and tilts at which a pose is; `out` of its middle, in a place that has an area. */
export type Parts = readonly [place: number, heading: number, tilt: number, out?: number];

/** Returns a point of a place: at a part of its length, or in a direction that is a part of its edge, so far out. */
export function pointOf(ring: Ring, part: number, out = 0): Point {
  const between = ([ax, ay]: Point, [bx, by]: Point, by1: number): Point => [
    ax + by1 * (bx - ax),
    ay + by1 * (by - ay),
  ];
  const [a = [0, 0], b = a] = ring;
  if (ring.length <= 2) return between(a, b, part);
  const side = Math.min(ring.length - 1, Math.floor(part * ring.length));
  const from = ring[side] ?? a;
  return between(
    middleOf({ at: ring }),
    between(from, ring[(side + 1) % ring.length] ?? a, part * ring.length - side),
    out,
  );
}

/** Returns the pose at parts of a cell, not rounded as it would be written. */
export function poseIn(context: RuleContext, { root, spot, headings, tilts }: Cell, [s, h, t, out]: Parts): Device {
  const { mount, type } = root;
  const [x, y] = pointOf(spot.eyes.ring, s, out);
  const turn = ((90 - mount.facing) * Math.PI) / 180;
  const off = mount.kind === 'wall' ? OFF_WALL : 0;
  const at: Point = [x + off * Math.cos(turn), y + off * Math.sin(turn)];
  const part = ([from, to]: Range, share: number) => from + share * (to - from);
  return cameraAt(context, mount, type, { at, heading: part(headings, h), tilt: part(tilts, t) });
}

/** True if a pose stands in the zones of its mount, as every pose that is suggested does. */
export function isOnMount({ mount }: Root, device: Device): boolean {
  return device.zones.join() === mount.zones.join();
}

/**
 * Returns the cost that a proof by itself says a design of the task has at least, whatever design was found, and without
 * rounding: the weight that any design collects, over what a pose collects at most.
 */
export function provedBy({ task, proof }: ReturnType<typeof searchPart>, atoms: readonly Atom[]): number {
  return proof === undefined || proof.most <= 0 ? 0 : massOf(task, atoms, proof.weights) / proof.most;
}

/** Returns what the searches of a scene share: each camera costs its price, and nothing ends the search. */
export function fieldOf({ contexts, requirements, atoms }: Scene, solve: Solver): Field {
  return {
    contexts,
    requirements,
    atoms,
    solve,
    costOf: ({ type }) => type.price,
    unit: 1,
    privacy: 'strict',
    isRefused: () => false,
    isOver: () => false,
    effort: new Effort(),
  };
}

/** Returns the cost of the design that is found for a scene, its bound, and what is proved whatever design was found. */
export function searched(
  scene: Scene,
  solve: Solver,
): { readonly cost: number; readonly bound: number; readonly proved: number } {
  const { contexts, requirements, atoms, mounts, catalogue } = scene;
  const field = fieldOf(scene, solve);
  let [cost, bound, proved] = [0, 0, 0];
  const roots = rootsOf(contexts, mounts, catalogue, atoms);
  for (const { task, roots: own } of partsOf(requirements, atoms, roots, new Float64Array(atoms.length), () => false)) {
    const found = searchPart(field, task, own, seedsOf(field, own));
    cost += found.chosen?.cost ?? Number.POSITIVE_INFINITY;
    bound += found.bound;
    proved += provedBy(found, atoms);
  }
  return { cost, bound, proved };
}
