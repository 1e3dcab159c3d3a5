// The upper bound of what any cameras can cover: it holds what the devices that stay cover, and floor in no square.
import { expect, test } from 'vitest';
import { Effort, type Field } from '../../../src/features/suggest/design/part.js';
import { reachable } from '../../../src/features/suggest/design/reach.js';
import { loadSolver } from '../../../src/host/suggest/solver.js';
import { cameraType, catalogueOf, contextsOf, lintedText, sceneOn } from './scenes.js';
import { textOf } from './tiny.js';

test('counts what devices cover that stay, however little, and floor in no square', async () => {
  const hall = '{id: hall, kind: corridor, name: 走廊, rect: [0, 0, 6, 3]}';
  const door = '{id: out, kind: door, line: [[1, 0], [1.9, 0]]}';
  const contexts = contextsOf(lintedText(textOf({ zones: [hall], walls: [], openings: [door] })));
  const [level] = contexts[0].site.levels;
  const { requirements, atoms } = sceneOn(contexts, level, catalogueOf([cameraType('narrow', 80, {})], {}));
  const field: Field = {
    contexts,
    requirements,
    atoms,
    solve: await loadSolver(),
    costOf: () => 1,
    unit: 1,
    privacy: 'strict',
    effort: new Effort(),
    isRefused: () => false,
    isOver: () => false,
  };
  const { area = 0 } = requirements[0] ?? {};
  const own = atoms.flatMap(({ of }, n) => (of === 0 ? [n] : []));
  const floor = own.reduce((sum, n) => sum + (atoms[n]?.area ?? 0), 0);
  const most = (share: number, beyond: number) => {
    const task = {
      requirements: [0],
      atoms: own,
      needed: new Map([[0, 0.9 * area]]),
      kept: new Float64Array(atoms.length).fill(share),
      beyond: new Map([[0, beyond]]),
    };
    // Without a place for a camera and without a pose nothing new can be covered.
    const steps = reachable(field, task, 0, [], []);
    for (let step = steps.next(); ; step = steps.next()) if (step.done === true) return step.value.most;
  };
  expect(most(0, 0)).toBe(0);
  expect(most(0.1, 0)).toBeCloseTo((0.1 * floor) / area, 12);
  expect(most(0.1, 2)).toBeCloseTo((0.1 * floor + 2) / area, 12);
  // What is covered in part may be covered whole.
  expect(most(0.5, 0)).toBeCloseTo(floor / area, 12);
});
