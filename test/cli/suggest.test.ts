import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import schema from '../../schemas/suggestion-1.schema.json' with { type: 'json' };
import { loadSolver } from '../../src/host/suggest/solver.js';
import { sitecam } from '../support/io.js';

/** A corridor with guest rooms, of which the doors stand well away from its ends. */
const HOTEL = `
sitecam: 1
site: {name: 小旅店, categories: [hotel], region: "150102"}
coordinates: metres
deviceTypes:
  dome: {kind: camera, form: fixed, hfov: 98, resolution: [2560, 1440], audio: none}
levels:
  - id: F1
    ceiling: 3
    zones:
      - {id: passage, kind: corridor, name: 走廊, rect: [0, 4, 12, 2]}
      - {id: room-1, kind: guest-room, rect: [0, 0, 6, 4]}
      - {id: room-2, kind: guest-room, rect: [6, 0, 6, 4]}
    openings:
      - {id: d-1, kind: door, line: [[4, 4], [4.9, 4]]}
      - {id: d-2, kind: door, line: [[7, 4], [7.9, 4]]}
    devices:
      # 走廊
      - {id: C1-01, name: 走廊, kind: camera, type: dome, at: [0.04, 5], height: 2.7, heading: 90, tilt: 30}
`;

/** Rooms with doors of clear glass all along both sides: whoever looks at the corridor looks into them. */
const GLAZED = HOTEL.replace(
  / {2}dome:.*\n/,
  '  dome: {kind: camera, form: fixed, hfov: 98, resolution: [2560, 1440], audio: none}\n',
)
  .replace(/ {6}- \{id: d-.*\n/g, '')
  .replace(
    '    openings:\n',
    '    openings:\n      - {id: g-1, kind: window, line: [[0.1, 4], [5.9, 4]], glazing: clear, fixed: true}\n      - {id: g-2, kind: window, line: [[6.1, 4], [11.9, 4]], glazing: clear, fixed: true}\n',
  );

const given = {
  'hotel.yaml': HOTEL,
  'glazed.yaml': GLAZED,
  'store.yaml': HOTEL.replace('kind: corridor', 'kind: store').replace(/ {4}devices:[\s\S]*$/, ''),
  'bad.yaml': 'sitecam: 1\nsite: 3\n',
};
const run = (...args: string[]) => sitecam(['suggest', ...args, '--only-packs', 'nm-2017'], { given });
const words = (text: string) => text.replaceAll(/\n +/g, '');

describe('suggest', () => {
  test('says first whose figures they are, then what is proved, and exits with 0', async () => {
    const { code, out, err } = await run('hotel.yaml');
    expect([code, err]).toEqual([0, '']);
    const text = words(out);
    expect(text.indexOf('非法定')).toBeLessThan(text.indexOf('推荐'));
    expect(text).toMatch(/推荐1台，已证明不能更少/);
    expect(text).toContain('达到');
    const { out: english } = await run('hotel.yaml', '--lang', 'en');
    expect(english).not.toMatch(/[，。；：（）]/);
  });

  test('writes a plan that lint accepts, with the comments of the other', async () => {
    const { written, code } = await run('hotel.yaml', '-o', 'new.yaml');
    expect(code).toBe(0);
    const text = written.get('new.yaml') ?? '';
    expect(text).toContain('sitecam suggest');
    expect(text).toMatch(/\{id: C1-0\d, kind: camera, type: dome, at: \[/);
    const lint = await sitecam(['lint', 'new.yaml', '--only-packs', 'nm-2017', '--format', 'json'], {
      given: { 'new.yaml': text },
    });
    const findings: { rule: string; outcome: string }[] = JSON.parse(lint.out).plans[0].findings ?? [];
    expect(findings.filter(({ rule, outcome }) => /^(capture|coverage)\//.test(rule) && outcome === 'fail')).toEqual(
      [],
    );
  });

  test('never writes over what it reads, and not at all without being asked', async () => {
    expect((await run('hotel.yaml')).written.size).toBe(0);
    const { code, err, written } = await run('hotel.yaml', '-o', 'hotel.yaml');
    expect([code, written.size]).toEqual([2, 0]);
    expect(err).toContain('--force');
    expect((await run('hotel.yaml', '-o', 'hotel.yaml', '--force')).written.get('hotel.yaml')).toContain(
      'sitecam suggest',
    );
  });

  test('says where no design exists, by which rooms, and exits with 1', async () => {
    const { code, out, written } = await run('glazed.yaml', '-o', 'new.yaml');
    expect([code, written.size]).toEqual([1, 0]);
    expect(words(out)).toMatch(/不存在符合要求的布置（已证明）。凡不可及“room-1”、“room-2”的位置和朝向/);
    expect(words(out)).not.toMatch(/不能更少/);
  });

  test('asks for nothing where the law names no place', async () => {
    const { code, out } = await run('store.yaml');
    expect(code).toBe(0);
    expect(words(out)).toMatch(/0台|没有/);
  });

  test('gives the same bytes each time', async () => {
    const [one, other] = [await run('hotel.yaml', '--format', 'json'), await run('hotel.yaml', '--format', 'json')];
    expect(one.out).toBe(other.out);
    const valid = new Ajv({ strict: false }).compile(schema);
    expect(valid(JSON.parse(one.out)), JSON.stringify(valid.errors)).toBe(true);
  });

  test('draws each level', async () => {
    const { written } = await run('hotel.yaml', '--assets', 'pictures');
    expect(written.get('pictures/hotel-F1.svg')).toMatch(/^<svg xmlns/);
  });

  test('ends with what it has after as many steps as it is given', async () => {
    const { code, out } = await run('hotel.yaml', '--effort', '0');
    expect(code).toBe(1);
    expect(words(out)).toMatch(/中止|未进行完毕/);
  });

  test('keeps what complies and turns what intrudes', async () => {
    const intruding = HOTEL.replace(
      'at: [0.04, 5], height: 2.7, heading: 90',
      'at: [7.5, 5.96], height: 2.7, heading: 180',
    );
    const { code, out, written } = await sitecam(
      ['suggest', 'p.yaml', '--repair', '-o', 'new.yaml', '--only-packs', 'nm-2017'],
      { given: { 'p.yaml': intruding } },
    );
    expect(words(out)).toContain('C1-01');
    expect(code).toBe(0);
    expect(written.get('new.yaml')).toContain('id: C1-01');
    const kept = await run('hotel.yaml', '--repair', '-o', 'same.yaml');
    expect(kept.code).toBe(0);
    expect(kept.written.get('same.yaml')).toBe(HOTEL);
  });

  test('tells wrong usage and plans that can’t be read', async () => {
    for (const [args, word] of [
      [['hotel.yaml', '--level', 'F9'], 'F9'],
      [['hotel.yaml', '--gap', 'much'], 'much'],
      [['hotel.yaml', '--types', 'none.yaml'], 'none.yaml'],
    ] as const) {
      const { code, err } = await run(...args);
      expect([code, err.includes(word)]).toEqual([2, true]);
    }
    expect((await run('bad.yaml')).code).toBe(3);
  });

  test('says how to install the solver where it isn’t', async () => {
    const missing = () => Promise.reject(Object.assign(new Error('gone'), { code: 'ERR_MODULE_NOT_FOUND' }));
    await expect(loadSolver(missing)).rejects.toThrow(/npm install highs@/);
    await expect(loadSolver(() => Promise.reject(new Error('other')))).rejects.toThrow('other');
  });
});
