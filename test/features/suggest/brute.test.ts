import { expect, test } from 'vitest';
import { cameraIn, columnOf, isAdmissible } from '../../../src/features/suggest/design/columns.js';
import type { Offer } from '../../../src/features/suggest/design/master.js';
import { CLEAR, Effort, type Field, searchPart } from '../../../src/features/suggest/design/part.js';
import { partsOf } from '../../../src/features/suggest/parts.js';
import { type Root, rootsOf, spotOf } from '../../../src/features/suggest/space/space.js';
import type { MountKind, Requirement } from '../../../src/features/suggest/types.js';
import type { Point } from '../../../src/geometry/types.js';
import { loadSolver } from '../../../src/host/suggest/solver.js';
import { withDevice } from '../../../src/lint/fixes/prove.js';
import type { Report } from '../../../src/lint/types.js';
import type { Device } from '../../../src/plan/model.js';
import { Dice } from '../../fuzz/dice.js';
import { cameraType, catalogueOf, contextsOf, lintedText, pointOf, provedBy, type Scene, sceneOn } from './scenes.js';
import { textOf, tinyPlan } from './tiny.js';

/** Number of random plans. All of SITECAM_DESIGNS=500 take some minutes. */
const PLANS = Number(process.env.SITECAM_DESIGNS ?? (process.env.SITECAM_LONG === undefined ? 4 : 500));

const MOST_POSES = 6;

/** A pose that is offered, the only one of its root. */
interface Pose {
  readonly root: Root;
  readonly device: Device;
  readonly isAdmissible: boolean;
}

/** Where the cameras of each plan in turn may be mounted. */
const MOUNTS: readonly (readonly MountKind[])[] = [['wall'], ['wall'], ['ceiling'], ['wall', 'corner', 'ceiling']];

/** Returns roots of one pose each, at places, headings and tilts as they are written. */
function posesOf({ contexts, context, mounts, catalogue, atoms, requirements }: Scene, dice: Dice): Pose[] {
  const found: Pose[] = [];
  for (let tries = 0; tries < 40 && found.length < MOST_POSES && mounts.length > 0; tries++) {
    const mount = dice.pick(mounts);
    const root = dice.pick(rootsOf(contexts, [mount], catalogue, atoms));
    if (root === undefined) continue;
    const [x, y] = pointOf(root.spot.eyes.ring, dice.next(), 0.9);
    const cm = (value: number) => Math.round(value * 100) / 100;
    const at: Point = [cm(x), cm(y)];
    const eyes = { ...root.spot.eyes, ring: [at] };
    const aside = { wall: 55, corner: 40, ceiling: 180 }[mount.kind];
    const heading = Math.round(2 * (mount.facing + dice.between(-aside, aside))) / 2;
    const tilt = dice.pick([20, 30, 35.5, 45]);
    const spot = spotOf(mount, eyes, root.poses, atoms);
    const one: Root = { ...root, spot, headings: [heading, heading], tilts: [tilt, tilt] };
    const device = cameraIn(context, one, at, heading, tilt);
    if (found.some((other) => other.device.id === device.id)) continue;
    if (columnOf(context, one, device, atoms, requirements) === undefined) continue;
    found.push({ root: one, device, isAdmissible: isAdmissible(contexts, device, 'strict') });
  }
  return found;
}

/**
 * What lint may say of a pose that is searched: of a private room's wall right before the camera. A design of which it says
 * so is refused when it is written, and the pose left out.
 */
const ALLOWED = new Set(['capture/faces-private-wall']);

/** Returns what lint says against a device added to the plan, about capture and about the plan. */
function lintedOn(report: Report, device: Device): string[] {
  const before = new Set(report.verdicts.map(({ rule, subject }) => `${rule} ${subject}`));
  return withDevice(report, device).verdicts.flatMap(({ rule, subject, outcome }) =>
    outcome === 'pass' ||
    outcome === 'notApplicable' ||
    before.has(`${rule} ${subject}`) ||
    !/^(?:capture|plan)\//.test(rule) ||
    ALLOWED.has(rule)
      ? []
      : [`${outcome} ${rule} ${subject}`],
  );
}

/** Returns the least cost of poses that cover so much of each zone, of all subsets; Infinity if none does. */
function cheapest({ context }: Scene, required: readonly Requirement[], poses: readonly Pose[], more: number): number {
  let best = Number.POSITIVE_INFINITY;
  for (let set = 0; set < 1 << poses.length; set++) {
    const chosen = poses.filter((_, n) => (set >> n) & 1);
    const cost = chosen.reduce((sum, { root }) => sum + root.type.price, 0);
    if (cost >= best) continue;
    const sight = chosen.reduce((all, { device }) => all.moved(device), context.sight);
    const isEnough = required.every(({ zone, density, detectors, minus, share }) => {
      const { fraction } = sight.coverage(zone, density, { detectors, minus });
      return fraction >= share * (1 + more);
    });
    if (isEnough) best = cost;
  }
  return best;
}

test(`the best of few poses is found, and no bound is above it: ${PLANS} random plans`, async () => {
  const solve = await loadSolver();
  const wrong: string[] = [];
  const missed: string[] = [];
  const nothing = { designs: 0, best: 0, bounds: 0, met: 0, several: 0, none: 0 };
  const [alike, dear] = [{ ...nothing }, { ...nothing }];
  let refused = 0;
  for (let seed = 1; seed <= PLANS; seed++) {
    const dice = new Dice(seed);
    const plan = tinyPlan(dice);
    const report = lintedText(textOf(plan));
    const contexts = contextsOf(report);
    const [context] = contexts;
    const level = context.site.levels[0];
    if (level === undefined) continue;
    const isDear = dice.chance(0.3);
    const mounts = MOUNTS[seed % MOUNTS.length] ?? ['wall'];
    const cameras = [
      cameraType('narrow', 80, { mounts, price: isDear ? 2 : 1 }),
      cameraType('wide', 130, { mounts, price: isDear ? 3 : 1, lens: { resolution: [3840, 2160] } }),
    ];
    const asked = sceneOn(contexts, level, catalogueOf(cameras, { fromOpenings: 0.1 }));
    // Shares and levels that few poses can meet.
    const requirements = asked.requirements.map((one) => ({
      ...one,
      share: dice.pick([0.2, 0.4, 0.6, 0.75, 0.85]),
      density: dice.pick([25, 25, one.density]),
    }));
    const scene = sceneOn(contexts, level, asked.catalogue, requirements);
    const poses = posesOf(scene, dice);
    const free = poses.filter((one) => one.isAdmissible);
    refused += poses.length - free.length;
    for (const one of poses) {
      const said = lintedOn(report, one.device);
      if ((said.length === 0) !== one.isAdmissible)
        wrong.push(
          `seed ${seed}: ${one.device.id} is ${one.isAdmissible ? 'admitted' : 'refused'}; lint says ${said.join() || 'nothing'}`,
        );
    }
    const field: Field = {
      contexts,
      requirements,
      atoms: scene.atoms,
      solve,
      costOf: ({ type }) => type.price,
      unit: 1,
      privacy: 'strict',
      effort: new Effort(),
      isRefused: () => false,
      isOver: () => false,
    };
    const roots = poses.map(({ root }) => root);
    const kept = new Float64Array(scene.atoms.length);
    for (const part of partsOf(requirements, scene.atoms, roots, kept, () => false)) {
      const offers = free.flatMap(({ root, device }): Offer[] => {
        const column = columnOf(context, root, device, scene.atoms, requirements);
        return column === undefined || !part.roots.includes(root) ? [] : [{ column, cost: root.type.price }];
      });
      const some = offers.filter(() => dice.chance(0.5));
      const required = part.task.requirements.flatMap((n) => requirements[n] ?? []);
      const clear = cheapest(scene, required, free, CLEAR);
      const least = cheapest(scene, required, free, 0);
      const said = `seed ${seed}, ${required.map(({ zone }) => zone.id).join()}`;
      const counts = isDear ? dear : alike;
      for (const seeds of [offers, some]) {
        const found = searchPart(field, part.task, part.roots, seeds);
        const cost = found.chosen?.cost ?? Number.POSITIVE_INFINITY;
        const proved = provedBy(found, scene.atoms);
        if (cost < clear || found.bound > least || proved > least + 1e-6)
          wrong.push(
            `${said}: design of ${cost}, bound of ${found.bound}, proved ${proved}, best is ${clear} or ${least}`,
          );
        const ids = found.pool.map(({ column }) => column.device.id);
        if (new Set(ids).size < ids.length) wrong.push(`${said}: a pose is offered twice`);
        // With all poses known only overlaps within a square may hide the best design; else none may ask for a pose of it.
        if (seeds === offers && cost > clear) missed.push(said);
        if (clear === Number.POSITIVE_INFINITY) counts.none += 1;
        else {
          counts.designs += 1;
          if (cost === clear) counts.best += 1;
          // Whether a pose is refused is asked of cells that are parts of others; here a root is one cell.
          const isOpen = part.roots.every((root) => free.some((one) => one.root === root));
          if (isOpen) counts.bounds += 1;
          if (isOpen && found.bound === clear) counts.met += 1;
          if ((found.chosen?.offers.length ?? 0) > 1) counts.several += 1;
        }
      }
    }
  }
  if (process.env.SITECAM_DESIGNS !== undefined)
    process.stderr.write(
      `${JSON.stringify({ alike, dear, refused })}, ${missed.length} missed, ${wrong.length} wrong\n${[...missed, ...wrong].slice(0, 30).join('\n')}\n`,
    );
  expect(wrong.slice(0, 5)).toEqual([]);
  expect(missed).toEqual([]);
  for (const [counts, most] of [
    // The rest is what whole numbers ask above shares: half a camera can't be had.
    [alike, 0.9],
    [dear, 0.4],
  ] as const) {
    expect(counts.best).toBeGreaterThanOrEqual(0.95 * counts.designs);
    expect(counts.met).toBeGreaterThanOrEqual(most * counts.bounds);
  }
  expect(alike.several + dear.several).toBeGreaterThan(PLANS / 10);
  expect(alike.none + dear.none).toBeGreaterThan(PLANS / 10);
  expect(refused).toBeGreaterThan(PLANS / 3);
}, 36_000_000);
