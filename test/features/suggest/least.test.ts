// Designs of which only small boxes of poses prove that none is cheaper.

import { expect, test } from 'vitest';
import { loadSolver } from '../../../src/host/suggest/solver.js';
import { cameraType, catalogueOf, contextsOf, lintedText, sceneOn, searched } from './scenes.js';
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
