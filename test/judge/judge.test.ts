import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { answersOf, differs } from './compare.js';
import { Judge } from './judge.js';

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
});
