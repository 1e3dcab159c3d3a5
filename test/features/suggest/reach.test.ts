// The upper bound of what any cameras can cover: it holds what the devices that stay cover, and floor in no square. And the
// poses that show that more can be covered.
import { expect, test } from 'vitest';
import { reducedTask, type Task } from '../../../src/features/suggest/design/master.js';
import { finish } from '../../../src/features/suggest/design/part.js';
import { reachable } from '../../../src/features/suggest/design/reach.js';
import { rootsOf } from '../../../src/features/suggest/space/space.js';
import { loadSolver } from '../../../src/host/suggest/solver.js';
import { cameraType, catalogueOf, contextsOf, fieldOf, lintedText, sceneOn } from './scenes.js';
import { textOf } from './tiny.js';

const hall = '{id: hall, kind: corridor, name: 走廊, rect: [0, 0, 6, 3]}';
const door = '{id: out, kind: door, line: [[1, 0], [1.9, 0]]}';

async function asked() {
  const contexts = contextsOf(lintedText(textOf({ zones: [hall], walls: [], openings: [door] })));
  const [level] = contexts[0].site.levels;
  const scene = sceneOn(contexts, level, catalogueOf([cameraType('narrow', 80, {})], {}));
  const { requirements, atoms, mounts, catalogue } = scene;
  const field = fieldOf(scene, await loadSolver());
  const own = atoms.flatMap(({ of }, n) => (of === 0 ? [n] : []));
  const { area = 0 } = requirements[0] ?? {};
  const taskOf = (share: number, beyond: number): Task => ({
    requirements: [0],
    atoms: own,
    needed: new Map([[0, 0.9 * area]]),
    kept: new Float64Array(atoms.length).fill(share),
    beyond: new Map([[0, beyond]]),
  });
  const floor = own.reduce((sum, n) => sum + (atoms[n]?.area ?? 0), 0);
  return { field, taskOf, area, floor, roots: rootsOf(contexts, mounts, catalogue, atoms) };
}

test('counts what devices cover that stay, however little, and floor in no square', async () => {
  const { field, taskOf, area, floor } = await asked();
  const most = (share: number, beyond: number) =>
    // Without a place for a camera and without a pose nothing new can be covered.
    finish(reachable(field, taskOf(share, beyond), 0, [], [])).most;
  expect(most(0, 0)).toBe(0);
  expect(most(0.1, 0)).toBeCloseTo((0.1 * floor) / area, 12);
  expect(most(0.1, 2)).toBeCloseTo((0.1 * floor + 2) / area, 12);
  // What is covered in part may be covered whole.
  expect(most(0.5, 0)).toBeCloseTo(floor / area, 12);
});

test('finds poses for floor that none of those tried covers', async () => {
  const { field, taskOf, roots } = await asked();
  const { found, isImpossible } = finish(reachable(field, taskOf(0, 0), 0, roots, []));
  expect(isImpossible).toBe(false);
  expect(found.length).toBeGreaterThan(0);
  // Each shows floor that those before it don't.
  const shown = found.map(({ column }) => [...column.atoms].filter((_, i) => (column.shares[i] ?? 0) >= 0.2));
  shown.forEach((atoms, n) => {
    const before = new Set(shown.slice(0, n).flat());
    expect(atoms.some((atom) => !before.has(atom))).toBe(true);
  });
});

test('a task without a requirement keeps the floor of the others, by the same numbers', async () => {
  const lobby = '{id: lobby, kind: elevator-lobby, name: 电梯厅, rect: [6, 0, 4, 3]}';
  const way = '{id: way, kind: passage, line: [[6, 0.5], [6, 2]]}';
  const contexts = contextsOf(lintedText(textOf({ zones: [hall, lobby], walls: [], openings: [door, way] })));
  const [level] = contexts[0].site.levels;
  const { requirements, atoms } = sceneOn(contexts, level, catalogueOf([cameraType('narrow', 80, {})], {}));
  const all: Task = {
    requirements: requirements.map((_, n) => n),
    atoms: atoms.map((_, n) => n),
    needed: new Map(requirements.map(({ area }, n) => [n, area])),
    kept: new Float64Array(atoms.length),
    beyond: new Map(),
  };
  expect(requirements.map(({ zone }) => zone.id)).toEqual(['hall', 'lobby']);
  const less = reducedTask(all, atoms, new Set([0]));
  expect(less.requirements).toEqual([1]);
  expect([...less.needed.keys()]).toEqual([1]);
  expect(less.atoms.length).toBeGreaterThan(0);
  expect(less.atoms).toEqual(all.atoms.filter((atom) => atoms[atom]?.of === 1));
});
