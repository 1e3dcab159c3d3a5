import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { numbers, rotation, times, transposed, type Vector } from '../sight/pinhole-matrices.js';
import { answersOf, differs } from './compare.js';
import { Judge } from './judge.js';
import { picturesOf } from './pictures.js';
import { inRing } from './plane.js';
import { planOf } from './read.js';
import type { Spans } from './spans.js';

const FOLDER = import.meta.dirname;
const MODULES = readdirSync(FOLDER).filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'));

describe('the judge', () => {
  it('shares no code with what it judges: its modules import each other and nothing else', () => {
    expect(MODULES.length).toBeGreaterThan(8);
    for (const name of MODULES) {
      const text = readFileSync(join(FOLDER, name), 'utf8');
      const imports = [...text.matchAll(/^(?:import|export)\b[^;]*?\bfrom '([^']+)';/gm)].map(([, path]) => path);
      expect(imports.filter((path) => !MODULES.includes(path.replace(/^\.\/(.+)\.js$/, '$1.ts')))).toEqual([]);
      expect(text).not.toMatch(/\bimport\s*['"(`]|\brequire\s*\(/);
    }
  });

  /** A corridor along y 0–2, before a restroom on y 2–6 of which the door is at x 4–5. */
  const plan = ({ camera = '', door = 'kind: door', more = '' } = {}) => `
site: {categories: [hotel]}
levels:
  - id: F1
    elevation: 0
    ceiling: 3
    zones:
      - {id: hall, kind: corridor, rect: [0, 0, 10, 2]}
      - {id: wc, kind: restroom, rect: [3, 2, 3, 4]}
    openings: [{id: d, line: [[4, 2], [5, 2]], ${door}}]
    devices:
      - {id: C, kind: camera, at: [4.5, 0.4], height: 2.5, heading: 0, tilt: 20, hfov: 80, resolution: [1920, 1080], audio: none, ${camera}}
    ${more}
`;
  const judge = (text: string) => new Judge().judge(parse(text));
  const pair = (text: string) => judge(text).pairs.get('C>wc');

  it('tells what stands open from what must be opened first', () => {
    expect(pair(plan())?.sees).toBe('opened');
    expect(pair(plan({ door: 'kind: passage' }))?.sees).toBe('standing');
    expect(pair(plan({ door: 'kind: door, normallyOpen: true' }))?.sees).toBe('standing');
    expect(pair(plan({ door: 'kind: window, glazing: clear' }))?.sees).toBe('standing');
    expect(pair(plan({ door: 'kind: window, fixed: true, film: permanent' }))?.sees).toBe('nothing');
  });

  it('judges a zone of several kinds by each of them: near a box, a camera may still look into the room', () => {
    const open = { door: 'kind: passage' };
    const room = (text: string) => text.replace('kind: restroom', 'kind: massage-room, roles: [opinion-box]');
    expect(pair(room(plan(open)))).toMatchObject({ inside: true, sees: 'counts' });
    expect(pair(room(plan({ ...open, camera: 'masks: [], heading: 180' }).replace('heading: 0, ', '')))?.sees).toBe(
      'own',
    );
    expect(pair(plan(open).replace('kind: restroom', 'kind: opinion-box'))).toMatchObject({
      inside: true,
      sees: 'own',
    });
  });

  it('sees nothing behind the camera, past a wall, or out of the picture', () => {
    const passage = { door: 'kind: passage' };
    expect(pair(plan({ ...passage, camera: 'heading: 180' }).replace('heading: 0, ', ''))?.sees).toBe('nothing');
    expect(pair(plan({ ...passage, camera: 'tilt: 90' }).replace('tilt: 20, ', ''))?.sees).toBe('nothing');
    expect(pair(plan({ ...passage, more: 'walls: [{id: w, line: [[0, 1.5], [10, 1.5]]}]' }))?.sees).toBe('nothing');
    expect(pair(plan({ ...passage, more: 'walls: [{id: w, line: [[0, 1.5], [10, 1.5]], height: 1}]' }))?.sees).toBe(
      'standing',
    );
    expect(pair(plan({ door: 'kind: passage, sill: 2.4' }))?.sees).toBe('nothing');
  });

  it('counts a graze as nothing, and says where it is too close to call', () => {
    // From along the corridor the open leaf shows a corner.
    const from = (x: number) =>
      pair(plan().replace('at: [4.5, 0.4]', `at: [${x}, 1]`).replace('heading: 0', 'heading: 90'));
    expect(from(1)?.sees).toBe('nothing');
    expect(from(2.4)?.sees).toBe('opened');
    const between = [1.4, 1.5, 1.6, 1.7, 1.8, 1.9, 2, 2.1, 2.2].map((x) => from(x)?.sees);
    expect(between).toContain('unsure');
  });

  it('knows who is inside, and who hears', () => {
    expect(pair(plan().replace('at: [4.5, 0.4]', 'at: [4.5, 4]'))?.inside).toBe(true);
    expect(pair(plan())?.inside).toBe(false);
    const microphone = plan().replace('audio: none', 'audio: microphone');
    expect(pair(microphone)?.hears).toBe(true);
    expect(pair(microphone.replace('at: [4.5, 0.4]', 'at: [9.9, 0.4]'))?.hears).toBe(false);
    expect(pair(microphone.replace(/openings: .*/, 'openings: []'))?.hears).toBe(false);
  });

  it('takes a camera near a box for a fault only if it is sure that it observes it', () => {
    const box = (camera: string) =>
      judge(`
site: {categories: [polling-station]}
levels:
  - id: F1
    elevation: 0
    ceiling: 4
    zones:
      - {id: hall, kind: waiting-hall, rect: [0, 0, 20, 20]}
      - {id: box, kind: ballot-box, rect: [9.6, 9.6, 0.8, 0.8]}
    devices:
      - {id: C, kind: camera, at: [10, 7.6], height: 3, tilt: 20, hfov: 60, resolution: [1920, 1080], ${camera}}
`);
    const outcome = (camera: string) => answersOf(box(camera)).get('inside C>box')?.outcome;
    expect(box('heading: 180, audio: none').pairs.get('C>box')).toMatchObject({ inside: true, observes: false });
    expect(outcome('heading: 180, audio: none')).toBeUndefined();
    expect(outcome('heading: 180, audio: microphone')).toBe('fail');
    expect(outcome('heading: 0, audio: none')).toBe('fail');
  });

  it('judges a zone as what it is beside its kind, where that asks more', () => {
    const ward = (roles: string, at = '[2, 1.5]') =>
      judge(`
site: {categories: [hospital]}
levels:
  - id: F1
    ceiling: 3
    zones:
      - {id: hall, kind: corridor, rect: [0, 0, 4, 3]}
      - {id: r, kind: ward, rect: [0, 3, 4, 3], roles: [${roles}]}
    openings: [{id: o, kind: passage, line: [[1, 3], [3, 3]]}]
    devices: [{id: C, kind: microphone, at: ${at}, height: 2}]
`);
    const inside = (roles: string, at?: string) => answersOf(ward(roles, at)).get('inside C>r');
    expect(inside('')?.answer).toBe('none');
    // 1.5 m from what is a place of report boxes, too.
    expect(inside('report-box')).toMatchObject({ answer: 'harm', outcome: 'fail' });
    expect(inside('opinion-box')).toMatchObject({ answer: 'harm' });
    expect(inside('opinion-box')?.outcome).toBeUndefined();
    expect(inside('opinion-box, report-box')?.outcome).toBe('fail');
    expect(inside('store')?.answer).toBe('none');
    // A room of Art. 9(2)(3) asks more than what the text of (6) is read to mean.
    expect(inside('', '[2, 5]')?.outcome).toBeUndefined();
    expect(inside('restroom', '[2, 5]')?.outcome).toBe('fail');
    // Nobody asks for a camera where none may be.
    const corridor = plan().replace('rect: [0, 0, 10, 2]', 'rect: [0, 0, 10, 2], roles: [changing-room]');
    expect(judge(plan()).places.has('hall')).toBe(true);
    expect(judge(corridor).places.has('hall')).toBe(false);
    expect(judge(corridor).pairs.get('C>hall')?.inside).toBe(true);
  });

  it('takes a gate for what protects an entrance, unless that is a hall, too', () => {
    const entrance = (roles: string) =>
      judge(`
site: {categories: [school]}
levels:
  - id: F1
    ceiling: 3
    zones: [{id: e, kind: main-entrance, rect: [0, 0, 6, 4], roles: [${roles}]}]
    devices: [{id: G, kind: metal-detector, at: [3, 2], height: 1.5}]
`).places.get('e')?.is;
    expect(entrance('')).toBe('enough');
    expect(entrance('entrance')).toBe('enough');
    expect(entrance('store')).toBe('enough');
    for (const role of ['sales', 'elevator-car', 'passage', 'counter']) expect(entrance(role)).not.toBe('enough');
  });

  it('counts what protects a place', () => {
    const hall = (text: string) => judge(text).places.get('hall')?.is;
    const along = plan().replace('at: [4.5, 0.4]', 'at: [0.3, 1]').replace('heading: 0', 'heading: 90');
    expect(hall(along)).toBe('enough');
    expect(hall(along.replace('resolution: [1920, 1080], ', ''))).toBe('partly');
    expect(hall(along.replace('audio: none, ', 'audio: none, status: removed'))).toBe('bare');
    expect(hall(along.replace('heading: 90', 'heading: 0'))).toBe('partly');
  });

  it('takes a pass where there is harm for a difference, and a finding where there is none', () => {
    const said = answersOf(judge(plan({ door: 'kind: passage' })));
    const view = said.get('view C>wc');
    expect(view && differs(view, new Map([['capture/view-into-private-zone wc', 'pass']]))).toBe('passed: no verdict');
    expect(view && differs(view, new Map([['capture/view-into-private-zone C>wc', 'review']]))).toBe(
      'not fail: review',
    );
    expect(view && differs(view, new Map([['capture/view-into-private-zone C>wc', 'fail']]))).toBeUndefined();
    expect(view && differs(view, new Map([['capture/view-into-private-zone wc', 'open']]))).toBeUndefined();
    const inside = said.get('inside C>wc');
    expect(inside && differs(inside, new Map([['capture/device-in-private-zone C>wc', 'fail']]))).toBe('found: fail');
  });

  it('sees through a window only what is in the picture at the heights that the window shows', () => {
    // 2.5 m high, 1.6 m before the wall, 45° down: the picture's upper edge, 30° down, is 1.576 m high there.
    const high = (sill: number, head = 2.4) =>
      pair(
        plan({ camera: 'vfov: 30', door: `kind: window, glazing: clear, sill: ${sill}, head: ${head}` }).replace(
          'tilt: 20',
          'tilt: 45, tolerance: {heading: 0, tilt: 0}',
        ),
      );
    expect(high(1.4)?.sees).toBe('standing');
    expect(high(1.7)?.sees).toBe('nothing');
    expect(high(1.7)?.parts[0]?.most).toBeCloseTo(0, 6);
  });

  it('sees through openings over each other what each lets through', () => {
    const vent = (head: number) =>
      pair(
        plan({ camera: 'vfov: 30, tolerance: {heading: 0, tilt: 0}' })
          .replace('tilt: 20', 'tilt: 45')
          .replace(
            /openings: .*/,
            `openings:
      - {id: d, line: [[4, 2], [5, 2]], kind: window, glazing: clear, sill: 1.8, head: 2.4}
      - {id: v, line: [[4, 2], [5, 2]], kind: passage, head: ${head}}`,
          ),
      );
    // The picture's lower edge, 60° down, is 1.6·tan 60° below 2.5 m, under the floor.
    expect(vent(0.02)?.sees).toBe('nothing');
    expect(vent(1)?.sees).toBe('standing');
    expect(vent(1)?.parts[0]?.most).toBeLessThan(1.5);
  });

  it('is as wide as its limits where it turns, and wider past straight down', () => {
    const turns = (tilt: string) =>
      pair(
        plan({
          door: 'kind: passage',
          camera: `form: ptz, tolerance: {heading: 0, tilt: 0}, ptz: {pan: [150, 210], tilt: ${tilt}, hfov: [20, 60], limits: hard}`,
        })
          .replace('heading: 0, tilt: 20, hfov: 80, ', '')
          .replace('at: [4.5, 0.4]', 'at: [4.5, 1.5]'),
      );
    // At tilt 90 the upper edge of 60° × 36° reaches 2.5·tan 18° = 0.81 m behind it; the door is 0.5 m behind.
    expect(turns('[0, 40]')?.sees).toBe('nothing');
    expect(turns('[0, 90]')?.sees).toBe('standing');
  });

  it('has in its pictures what a pinhole has, pose by pose, less what masks hide', () => {
    const dice = numbers(7);
    const holds = (spans: Spans, slope: number) => spans.some(([from, to]) => slope >= from && slope <= to);
    let [inFrame, hidden] = [0, 0];
    for (let n = 0; n < 30; n++) {
      const height = dice.between(2, 5);
      const [heading, tilt, roll] = [dice.between(0, 360), dice.between(-10, 90), dice.of(0, dice.between(-15, 15))];
      const [hfov, off] = [dice.between(30, 110), dice.of(0, dice.between(0, 5))];
      const polygon = [
        [dice.between(-6, -1), dice.between(-3, 2)],
        [dice.between(1, 6), dice.between(-3, 2)],
        [dice.between(1, 6), dice.between(4, 9)],
        [dice.between(-6, -1), dice.between(4, 9)],
      ] as const;
      const ptz =
        n % 3 === 0 ? { pan: [heading, heading + 100], tilt: [20, 90], hfov: [10, 60], limits: 'hard' } : undefined;
      const masks = ptz === undefined && n % 2 === 0 ? [{ polygon, permanent: true }] : [];
      const lens = ptz === undefined ? { heading, tilt, hfov, roll } : { form: 'ptz', ptz };
      const raw = { id: 'C', kind: 'camera', at: [0, 0], height, resolution: [1600, 1200], masks, ...lens };
      const level = { id: 'F1', devices: [{ ...raw, tolerance: { heading: off, tilt: off } }] };
      const [device] = planOf({ levels: [level] }).levels[0].devices;
      const { perhaps, sure } = picturesOf(device);
      for (let k = 0; k < 300; k++) {
        const field = ptz === undefined ? hfov : 60;
        const pose = [
          ptz === undefined ? heading + dice.between(-off, off) : heading + dice.between(-off, 100 + off),
          ptz === undefined ? tilt + dice.between(-off, off) : dice.between(20 - off, 90 + off),
        ] as const;
        const matrix = rotation(pose[0], pose[1], ptz === undefined ? roll : 0);
        const half = Math.tan((field * Math.PI) / 360);
        // At the edges of the picture half of the time.
        const across = dice.of(-1, 1, dice.between(-1, 1), dice.between(-1, 1));
        const up = dice.of(-1, 1, dice.between(-1, 1), dice.between(-1, 1));
        const [x, y, z] = times(transposed(matrix), [across * half, (up * half * 3) / 4, 1]);
        const out = Math.hypot(x, y);
        if (out < 1e-3) continue;
        const [dx, dy, slope] = [x / out, y / out, z / out];
        if (masks.length > 0 && isMasked([x, y, z], pose)) {
          hidden++;
          continue;
        }
        inFrame++;
        expect(perhaps.some(({ along }) => holds(along(dx, dy), slope))).toBe(true);
      }
      // And what it surely has is in its widest view.
      for (let k = 0; k < 20; k++) {
        const angle = dice.between(0, 2 * Math.PI);
        const [dx, dy] = [Math.cos(angle), Math.sin(angle)];
        for (const { along } of sure)
          for (const [from, to] of along(dx, dy))
            for (const share of [0, 0.5, 1])
              expect(perhaps.some((one) => holds(one.along(dx, dy), from + share * (to - from)))).toBe(true);
      }

      /** Whether the direction meets the floor in the mask once it is turned back to where the camera is drawn. */
      function isMasked(direction: Vector, [h, t]: readonly [number, number]): boolean {
        const fixed = times(rotation(h, t, 0), direction);
        const [x, y, z] = times(transposed(rotation(heading, tilt, 0)), fixed);
        return z < 0 && inRing(polygon, [(x * height) / -z, (y * height) / -z]);
      }
    }
    expect(inFrame).toBeGreaterThan(6000);
    expect(hidden).toBeGreaterThan(500);
  });
});
