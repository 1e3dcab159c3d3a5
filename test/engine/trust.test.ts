import { describe, expect, it } from 'vitest';
import { lint } from '../../src/engine/lint.js';

/** A corridor and a restroom, whose door the camera C9 faces; `device` adds to it, `more` to the level. */
function plan(device = '', more = '', room = 'kind: restroom, name: 卫生间'): string {
  return `
sitecam: 1
site: {name: 驿站, categories: [hotel], region: "150102"}
coordinates: metres
levels:
  - id: F1
    ceiling: 3
    zones:
      - {id: hall, kind: corridor, name: 走廊, rect: [0, 2, 12, 2]}
      - {id: wc, ${room}, rect: [3, 4, 4, 5]}
    openings:
      - {id: d-hall, kind: door, line: [[1, 2], [2, 2]]}
      - {id: p-hall, kind: door, line: [[8, 2], [9, 2]]}
      - {id: d-wc, kind: door, line: [[3.4, 4], [4.2, 4]]}
${more}
    devices:
      - {id: C9, kind: camera, at: [3.8, 2.1], height: 2.7, heading: 0, tilt: 20, hfov: 98, resolution: [3840, 2160], audio: none${device}}
`;
}

function cautions(text: string, distrust = true): string[] {
  const result = lint(text, { today: '2026-11-24', distrust });
  if (!result.ok) throw new Error(JSON.stringify(result.unreadable));
  return (result.cautions ?? []).map(({ text: said }) => said.en);
}

const doubtIn = (text: string) => cautions(text).find((said) => said.startsWith('No finding only for'));

const MASK = ', masks: [{permanent: true, polygon: [[-30, 3.2], [40, 3.2], [40, 60], [-30, 60]]}]';
const PTZ =
  ', form: ptz, ptz: {pan: [90, 270], tilt: [0, 90], hfov: [3, 60], limits: hard, home: {heading: 180, tilt: 20, hfov: 60}}';
const SCREEN = '    walls:\n      - {id: w9, line: [[3, 3.2], [7, 3.2]]}';

describe('what would be a finding were the author’s word not so', () => {
  it.each([
    ['a removed device', plan(', status: removed'), 'stated to be removed'],
    ['a permanent mask', plan(MASK), 'permanent mask'],
    ['hard limits', plan(PTZ), 'hard limits'],
    ['a wall of no room', plan('', SCREEN), 'wall of no room w9'],
  ])('%s is named with the pair it keeps apart', (_, text, because) => {
    expect(doubtIn(text)).toContain(`'C9' and 'wc' (${because})`);
  });

  it('is nothing where the view is a finding all the same, or where nothing is stated', () => {
    expect(doubtIn(plan())).toBeUndefined();
    expect(doubtIn(plan(', masks: [{permanent: false, polygon: [[2, 4], [8, 4], [8, 9]]}]'))).toBeUndefined();
    // Far from every private place nothing hangs on it.
    expect(doubtIn(plan(MASK, '', 'kind: corridor, name: 内走廊'))).toBeUndefined();
  });

  it('does not doubt the walls that rooms are drawn by', () => {
    const walls = '    walls:\n      - {id: w1, line: [[3, 4.1], [7, 4.1]], thickness: 0.2}';
    expect(doubtIn(plan('', walls))).toBeUndefined();
  });
});

describe('rooms that may be private under another label', () => {
  const asked = (text: string) => cautions(text).find((said) => said.includes('real use'));

  it('are named where a device sees into them', () => {
    expect(asked(plan('', '', 'kind: store, name: 库房'))).toContain("'wc' (store)");
    expect(asked(plan('', '', 'kind: corridor, name: 内走廊'))).toContain("'wc' (corridor)");
  });

  it('are not where nothing does, and never what is judged as private', () => {
    expect(asked(plan(', status: removed', '', 'kind: store, name: 库房'))).toBeUndefined();
    expect(asked(plan())).toBeUndefined();
  });
});

describe('a designer', () => {
  it('isn’t told what only a reviewer must check', () => {
    expect(cautions(plan(', status: removed'), false)).toEqual([]);
  });
});
