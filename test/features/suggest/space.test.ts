import { expect, test } from 'vitest';
import type { RuleContext } from '../../../src/facts/context.js';
import { columnOf } from '../../../src/features/suggest/design/columns.js';
import { isJoined } from '../../../src/features/suggest/parts.js';
import type { Atom } from '../../../src/features/suggest/space/atoms.js';
import { cameraAt, middleOf, OFF_WALL } from '../../../src/features/suggest/space/camera.js';
import {
  type Cell,
  firstCells,
  mostCollected,
  type Root,
  rootsOf,
  spotOf,
} from '../../../src/features/suggest/space/space.js';
import type { CameraType, MountKind, Requirement } from '../../../src/features/suggest/types.js';
import {
  boxesOverlap,
  boxOfRings,
  containsPoint,
  coveredArea,
  distanceToSegment,
} from '../../../src/geometry/index.js';
import type { Point } from '../../../src/geometry/types.js';
import { seenBy, seesUndrawn } from '../../../src/lint/search/private.js';
import type { Device, Range } from '../../../src/plan/model.js';
import { Dice } from '../../fuzz/dice.js';
import { drawn } from '../conflicts/drawn.js';
import { drawnHalls } from './halls.js';
import {
  cameraType,
  catalogueOf,
  contextsOf,
  everyZone,
  isOnMount,
  lintedFile,
  lintedText,
  type Parts,
  pointOf,
  poseIn,
  type Scene,
  SITES,
  sceneOn,
} from './scenes.js';
import { textOf } from './tiny.js';

/** Walks down from a root to a finest cell, of each kind of plan. SITECAM_CELLS=2000 takes an hour. */
const WALKS = Number(process.env.SITECAM_CELLS ?? 24);
const isMeasured = process.env.SITECAM_CELLS !== undefined;

/** Cameras like those of catalogues, and odd ones. */
function drawnType(dice: Dice, mount: MountKind): CameraType {
  const hfov = dice.pick([30, 54, 78, 98, 120, 150]);
  const spread = dice.pick([undefined, undefined, 0, 1, 3]);
  return cameraType(`t${hfov}`, hfov, {
    mounts: [mount],
    range: dice.pick([undefined, undefined, 6, 15]),
    ...(spread !== undefined && {
      tolerance: { heading: spread, tilt: spread, position: dice.pick([0, 0, 0.03]) },
    }),
    lens: {
      roll: dice.pick([0, 0, 0, 0, 20, 90]),
      vfov: dice.pick([undefined, undefined, undefined, 40]),
      resolution: dice.pick([
        [2560, 1440],
        [3840, 2160],
        [1280, 720],
      ]),
      ...(hfov === 78 &&
        dice.chance(0.5) && { form: 'varifocal', varifocal: { hfov: [40, 98], locked: dice.chance(0.5) } }),
    },
  });
}

const contextsKnown = new Map<string, readonly [RuleContext, ...RuleContext[]]>();

function known(key: string, make: () => readonly [RuleContext, ...RuleContext[]]) {
  const found = contextsKnown.get(key) ?? make();
  contextsKnown.set(key, found);
  return found;
}

/** Scenes with a root in each, in an endless row: sites of fixtures, or random plans. */
function* roots(
  kind: 'sites' | 'halls' | 'windows',
  seed: number,
  on: MountKind,
): Generator<{ scene: Scene; root: Root; dice: Dice; about: string }> {
  const dice = new Dice(seed);
  for (let n = 0; ; n++) {
    const [name, path] = SITES[n % SITES.length] ?? ['', ''];
    const own = 1 + dice.below(100_000);
    const contexts =
      kind === 'sites'
        ? known(path, () => contextsOf(lintedFile(path)))
        : contextsOf(lintedText(kind === 'halls' ? drawnHalls(own) : drawn(own).text));
    const [context] = contexts;
    const level = dice.pick(context.site.levels);
    const catalogue = catalogueOf([drawnType(dice, on)], {
      heights: [dice.pick([1.8, 2.2, 2.7, 2.7, 3.1])],
      tilts: dice.pick([
        [0, 90],
        [0, 90],
        [10, 60],
      ]),
    });
    const required = everyZone(context, level, () => dice.pick([25, 25, 62.5, 125]));
    const own1 = dice.chance(0.5) && kind === 'sites' ? undefined : required;
    const scene = sceneOn(contexts, level, catalogue, own1);
    for (let i = 0; i < (kind === 'sites' ? 3 : 2) && scene.mounts.length > 0; i++) {
      const mount = dice.pick(scene.mounts);
      const [root] = rootsOf(contexts, [mount], catalogue, scene.atoms);
      if (root !== undefined)
        yield { scene, root, dice, about: `${kind} ${name} ${kind === 'sites' ? level.id : own}` };
    }
  }
}

/** A cell on the way down. */
interface Step {
  readonly cell: Cell;
  /** Area of each atom that some pose of it may see. */
  readonly areas: ReadonlyMap<number, number>;
  readonly sum: number;
}

/** A pose of a root: a point of its mount, heading and tilt in degrees. */
interface Target {
  readonly at: Point;
  readonly heading: number;
  readonly tilt: number;
}

function targetIn({ mount, headings, tilts }: Root, dice: Dice): Target {
  const one = () => (dice.chance(0.1) ? dice.pick([0, 1]) : dice.next());
  const within = ([from, to]: Range) => from + one() * (to - from);
  return { at: pointOf(mount.at, one(), one()), heading: within(headings), tilt: within(tilts) };
}

/** m: walls are prepared on a grid, and mounts are as drawn, so that the ends of both may differ. */
const GRID = 2e-4;

/** True if a cell holds a pose, or if its place is no more than `spare` m away. */
function holds(
  { root: { mount }, spot, headings, tilts }: Cell,
  { at, heading, tilt }: Target,
  spare: number,
): boolean {
  const within = (value: number, ends: readonly number[], more: number) =>
    value >= Math.min(...ends) - more && value <= Math.max(...ends) + more;
  const isThere = () => {
    const { ring } = spot.eyes;
    if (mount.kind === 'corner') return true;
    if (mount.kind === 'ceiling')
      return (
        containsPoint(ring, at) ||
        ring.some((a, i) => distanceToSegment(at, { a, b: ring[(i + 1) % ring.length] ?? a }) <= spare)
      );
    const [[ax, ay], [bx, by]] = [mount.at[0] ?? [0, 0], mount.at.at(-1) ?? [0, 0]];
    const length = Math.hypot(bx - ax, by - ay);
    const along = ([x, y]: Point) => ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / length;
    return within(along(at), ring.map(along), spare);
  };
  return isThere() && within(heading, headings, 1e-9) && within(tilt, tilts, 1e-9);
}

/** Returns the cells that hold a pose, from one of the first to one of the finest; undefined where none holds it. */
function descent(
  root: Root,
  target: Target,
  atoms: readonly Atom[],
  requirements: readonly Requirement[],
): Step[] | undefined {
  const weights = new Float64Array(atoms.length).fill(1);
  const steps: Step[] = [];
  let among: readonly Cell[] = firstCells(root);
  for (;;) {
    const cell = among.find((one) => holds(one, target, 1e-9)) ?? among.find((one) => holds(one, target, GRID));
    if (cell === undefined) return undefined;
    const areas = new Map<number, number>();
    const sum = mostCollected(cell, atoms, requirements, weights, (atom, area) => areas.set(atom, area));
    steps.push({ cell, areas, sum });
    if (cell.split === undefined) return steps;
    among = cell.halves();
  }
}

/** Returns the m² that a pose sees of each atom, whatever the bounds say: of every atom of the level. */
function seenOf({ context, requirements, atoms }: Scene, device: Device): Map<number, number> {
  const seen = new Map<number, number>();
  for (const density of new Set(requirements.map((one) => one.density))) {
    const view = context.sight.view(device, device.level, density, 'must');
    const box = boxOfRings(view.flatMap(({ rings }) => rings));
    if (box === undefined) continue;
    for (const [n, atom] of atoms.entries()) {
      if (requirements[atom.of]?.density !== density || !boxesOverlap(box, atom.box)) continue;
      const { covered, bound } = coveredArea(atom.region, view);
      if (covered - bound > 0) seen.set(n, covered - bound);
    }
  }
  return seen;
}

/** m² by which what is seen of an atom may exceed the bound: what rounding leaves at the joint of two walls. */
const SPECK = 1e-6;

/** Poses of a cell that are tried: the corners, or anywhere. */
function partsIn(dice: Dice): Parts {
  const isCorner = dice.chance(0.4);
  const one = () => (isCorner ? dice.pick([0, 1]) : dice.next());
  return [one(), one(), one(), one()];
}

interface Tally {
  pairs: number;
  seeing: number;
  worst: number;
  excess: number;
  sure: number;
  undrawn: number;
  asked: number;
}

const ON = (['wall', 'ceiling', 'corner'] as const).flatMap((on) =>
  (['sites', 'halls', 'windows'] as const).map((kind) => [on, kind] as const),
);

test.each(ON)(
  'no pose of a cell sees more of any square than its bound, nor is a pose free of a private zone that all see: %s, %s',
  (on, kind) => {
    const tally: Tally = { pairs: 0, seeing: 0, worst: 0, excess: 0, sure: 0, undrawn: 0, asked: 0 };
    const wrong: string[] = [];
    let walks = 0;
    for (const { scene, root, dice, about } of roots(kind, 1, on)) {
      const { atoms, requirements, contexts, context } = scene;
      const target = targetIn(root, dice);
      const steps = descent(root, target, atoms, requirements);
      if (steps === undefined) {
        wrong.push(`${about}: no cell of ${root.device.id} holds ${JSON.stringify(target)}`);
        continue;
      }
      const from = [0, 0, 0].map(() => dice.below(steps.length));
      const closed = steps.map(({ cell }, depth) => {
        const openness = depth % 3 === 0 ? cell.openness() : undefined;
        return openness?.is === 'closed' ? openness : undefined;
      });
      const sure = closed.flatMap((one, depth) => (one === undefined ? [] : [depth]));
      tally.asked += Math.ceil(steps.length / 3);
      // Cells that are said to be closed are tried themselves.
      for (const [n, depth] of [steps.length - 1, ...from, ...sure.slice(0, 1), ...sure.slice(-1)].entries()) {
        const step = steps[depth];
        if (step === undefined) continue;
        const device =
          n === 0 ? cameraAt(context, root.mount, root.type, target) : poseIn(context, step.cell, partsIn(dice));
        if (!isOnMount(root, device)) continue;
        if (n === 0 && !holds(step.cell, target, 1e-9)) continue;
        const seen = seenOf(scene, device);
        const column = columnOf(context, root, device, atoms, requirements);
        const said = () =>
          `${about}: ${device.id}, ${JSON.stringify([root.type, step.cell.headings, step.cell.tilts])}`;
        for (let d = 0; d <= depth; d++) {
          const { areas, sum } = steps[d] ?? { areas: new Map<number, number>(), sum: 0 };
          let total = 0;
          for (const [atom, area] of seen) {
            const most = areas.get(atom) ?? 0;
            total += area;
            tally.excess = Math.max(tally.excess, area - most);
            if (area > most + SPECK) wrong.push(`atom ${atom} ${area} > ${most} at depth ${d} of ${said()}`);
          }
          const counted = [...(column?.atoms ?? [])].reduce(
            (all, atom, i) => all + (column?.shares[i] ?? 0) * (atoms[atom]?.area ?? 0),
            0,
          );
          if (Math.max(total, counted) > sum + SPECK * Math.max(1, seen.size))
            wrong.push(`${total}, ${counted} > ${sum} at depth ${d} of ${said()}`);
          if (sum > 0) tally.worst = Math.max(tally.worst, total / sum);
          tally.pairs += 1;
          if (total > 0) tally.seeing += 1;
        }
        const above = sure.filter((d) => d <= depth);
        if (above.length === 0) continue;
        const zones = new Set(seenBy(contexts, device).map(({ target }) => target.zone.id));
        for (const d of above) {
          tally.sure += 1;
          const by = closed[d]?.by;
          if (by === undefined) tally.undrawn += 1;
          const isClosed = by === undefined ? seesUndrawn(contexts, device) : zones.has(by.id);
          if (!isClosed) wrong.push(`free of ${by?.id ?? 'undrawn floor'} at depth ${d} of ${said()}`);
        }
      }
      walks += 1;
      if (walks >= WALKS) break;
    }
    if (isMeasured) process.stderr.write(`${kind}: ${JSON.stringify(tally)}\n${wrong.slice(0, 10).join('\n')}\n`);
    expect(wrong.slice(0, 5)).toEqual([]);
    expect(tally.seeing).toBeGreaterThan(20 * WALKS);
    expect(tally.sure).toBeGreaterThan(WALKS / 4);
  },
  36_000_000,
);

test.each([80, 130])('a cell that is one pose sees what the pose does, at any heading: %i°', (hfov) => {
  const contexts = contextsOf(
    lintedText(
      textOf({
        zones: ['{id: hall, kind: corridor, name: 走廊, rect: [0, 0, 6, 4]}'],
        walls: [],
        openings: ['{id: out, kind: door, line: [[1, 4], [2, 4]]}'],
      }),
    ),
  );
  const [context] = contexts;
  const [level] = context.site.levels;
  if (level === undefined) throw new Error('no level');
  const { atoms, requirements, mounts, catalogue } = sceneOn(contexts, level, catalogueOf([cameraType('t', hfov)]));
  const mount = mounts.find(({ at: [first] }) => first?.[1] === OFF_WALL);
  const [root] = mount === undefined ? [] : rootsOf(contexts, [mount], catalogue, atoms);
  if (mount === undefined || root === undefined) throw new Error('no mount');
  const at = middleOf(mount);
  const eyes = root.poses.along(at, at, mount.facing);
  if (eyes === undefined) throw new Error('no eyes');
  const spot = spotOf(mount, eyes, root.poses, atoms);
  const weights = new Float64Array(atoms.length).fill(1);
  for (const tilt of [20, 30, 45]) {
    for (let heading = -70; heading <= 70; heading += 0.5) {
      const one: Root = { ...root, spot, headings: [heading, heading], tilts: [tilt, tilt] };
      const [cell] = firstCells(one);
      const device = cameraAt(context, mount, root.type, { at, heading, tilt });
      const column = columnOf(context, one, device, atoms, requirements);
      const seen = [...(column?.atoms ?? [])].reduce(
        (sum, atom, i) => sum + (column?.shares[i] ?? 0) * (atoms[atom]?.area ?? 0),
        0,
      );
      // Even numbers make corners of the picture coincide but for rounding.
      expect(seen, device.id).toBeLessThanOrEqual(
        (cell === undefined ? 0 : mostCollected(cell, atoms, requirements, weights)) + SPECK * atoms.length,
      );
    }
  }
});

test('whether a strip drawn in centimetres joins its zone hangs on no last digit of its area', () => {
  for (let x = 0; x < 500; x++) {
    expect(isJoined((x + 0.01 - x) * 2), `at ${x}`).toBe(true);
    expect(isJoined((x + 0.01 - x) * 1.99), `at ${x}`).toBe(false);
  }
});
