// Designs of which only small boxes of poses prove that none is cheaper.

import { expect, test } from 'vitest';
import { choose, type Offer } from '../../../src/features/suggest/design/master.js';
import { seedsOf } from '../../../src/features/suggest/design/part.js';
import { rootsOf } from '../../../src/features/suggest/space/space.js';
import { loadSolver } from '../../../src/host/suggest/solver.js';
import { cameraType, catalogueOf, contextsOf, fieldOf, lintedText, sceneOn, searched } from './scenes.js';
import { textOf } from './tiny.js';

test('boxes are divided further where large ones leave the least open', async () => {
  const text = textOf({
    zones: [
      '{id: hall, kind: corridor, name: 走廊, rect: [0, 0, 5.7, 2.8]}',
      '{id: lobby, kind: elevator-lobby, name: 电梯厅, rect: [5.7, 0, 4.1, 2.8]}',
    ],
    walls: [],
    openings: ['{id: to-lobby, kind: passage, line: [[5.7, 0.7], [5.7, 2]]}'],
  });
  const contexts = contextsOf(lintedText(text));
  const [level] = contexts[0].site.levels;
  const scene = sceneOn(contexts, level, catalogueOf([cameraType('narrow', 70)]));
  const { cost, bound } = searched(scene, await loadSolver());
  expect([cost, bound]).toEqual([3, 3]);
});

// 须覆盖七成，两台各覆盖一半：一台又十分之四不成台，须两台。
// Seven tenths of a floor of which each of two cameras covers a half: one and four tenths can't be had.
test('a camera is taken whole or not at all', async () => {
  const hall = '{id: hall, kind: corridor, name: 走廊, rect: [0, 0, 6, 3]}';
  const contexts = contextsOf(lintedText(textOf({ zones: [hall], walls: [], openings: [] })));
  const [level] = contexts[0].site.levels;
  const scene = sceneOn(contexts, level, catalogueOf([cameraType('eye', 100)]));
  const { atoms, mounts, catalogue } = scene;
  const solve = await loadSolver();
  const [one = expect.fail('no pose')] = seedsOf(fieldOf(scene, solve), rootsOf(contexts, mounts, catalogue, atoms));
  const areas = atoms.map(({ area }) => area);
  const total = areas.reduce((sum, area) => sum + area, 0);
  const half = areas.findIndex((_, n) => areas.slice(0, n).reduce((sum, area) => sum + area, 0) >= total / 2);
  const covering = (from: number, to: number): Offer => {
    const own = Array.from({ length: to - from }, (_, i) => from + i);
    const column = { ...one.column, atoms: Int32Array.from(own), shares: new Float64Array(own.length).fill(1) };
    return { ...one, cost: 1, column };
  };
  const offers = [covering(0, half), covering(half, atoms.length)];
  const task = {
    requirements: [0],
    atoms: atoms.map((_, n) => n),
    needed: new Map([[0, 0.7 * total]]),
    kept: new Float64Array(atoms.length),
    beyond: new Map<number, number>(),
  };
  const wanted = { unit: 1, below: Number.POSITIVE_INFINITY, enough: 0 };
  expect(choose(task, offers, atoms, solve, wanted)).toMatchObject({ cost: 2, unmet: [] });
  // A solver that gave up has chosen nothing, which is no design of cost 0.
  for (const is of ['infeasible', 'limit'] as const) {
    const given = () => ({ is, cost: 0, values: new Float64Array(0), duals: new Float64Array(0) });
    expect(choose(task, offers, atoms, given, wanted)).toBeUndefined();
  }
});
