import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { loadPack } from '../../src/law/load.js';
import { lint } from '../../src/lint/lint.js';

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

/** The camera looking elsewhere. */
function aimed(heading: number, device = ''): string {
  return plan(device).replace('heading: 0', `heading: ${heading}`);
}

/** A window in place of the restroom's door. */
function pane(keys: string): string {
  return plan().replace('{id: d-wc, kind: door,', `{id: d-wc, kind: window, ${keys},`);
}

function cautions(text: string, distrust = true, packs = 'nm-2017'): string[] {
  const result = lint(text, { today: '2026-11-24', distrust, pack: loadPack(packs) });
  if (!result.ok) throw new Error(JSON.stringify(result.unreadable));
  return (result.cautions ?? []).map(({ text: said }) => said.en);
}

const doubtIn = (text: string) => cautions(text).find((said) => said.startsWith('No finding only for'));

const MASK = ', masks: [{permanent: true, polygon: [[-30, 3.2], [40, 3.2], [40, 60], [-30, 60]]}]';
const PTZ =
  ', form: ptz, ptz: {pan: [90, 270], tilt: [0, 90], hfov: [3, 60], limits: hard, home: {heading: 180, tilt: 20, hfov: 60}}';
const LOCKED = ', form: varifocal, varifocal: {hfov: [3, 110], locked: true}';
const SCREEN = '    walls:\n      - {id: w9, line: [[3, 3.2], [7, 3.2]]}';

describe('what would be a finding were the author’s word not so', () => {
  it.each([
    ['a removed device', plan(', status: removed'), 'stated to be removed'],
    ['a permanent mask', plan(MASK), 'permanent mask'],
    ['hard limits', plan(PTZ), 'hard limits'],
    ['a wall of no room', plan('', SCREEN), 'wall of no room w9'],
    [
      'a wall of no room, in a building that is askew on the sheet',
      plan('', SCREEN).replace(
        'zones:',
        'zones:\n      - {id: all, kind: office, polygon: [[5, -30], [40, 5], [5, 40], [-30, 5]]}',
      ),
      'wall of no room w9',
    ],
    [
      'no images, of one that stands in it',
      // A camera that is stated to take none is asked about by a finding.
      plan(', video: none').replace('[3.8, 2.1]', '[5, 6]').replace('kind: camera', 'kind: other'),
      'stated to capture no images',
    ],
    ['a locked zoom', aimed(60, LOCKED).replace('hfov: 98', 'hfov: 20'), 'locked zoom'],
    ['tolerances', aimed(70, ', tolerance: {heading: 0, tilt: 0}'), 'stated mounting tolerance'],
    ['a tolerance of the heading alone', aimed(71.5, ', tolerance: {heading: 0}'), 'stated mounting tolerance'],
    ['opaque glass', pane('glazing: opaque, fixed: true'), 'opaque glazing d-wc'],
    ['film on a fixed pane', pane('film: permanent, fixed: true'), 'permanent film d-wc'],
    ['a high sill', pane('sill: 2.95'), 'stated sill and head d-wc'],
    ['a low head', pane('head: 0.05'), 'stated sill and head d-wc'],
    [
      'several of them',
      plan(`, status: removed${MASK}`, SCREEN),
      'stated to be removed, permanent mask, wall of no room w9',
    ],
    [
      'a removed device in the place itself',
      plan(', status: removed').replace('[3.8, 2.1]', '[5, 6]'),
      'stated to be removed',
    ],
  ])('%s is named with the pair it keeps apart', (_, text, because) => {
    expect(doubtIn(text)).toContain(`'C9' and 'wc' (${because})`);
  });

  it('is nothing where the view is a finding all the same, or where nothing is stated', () => {
    expect(doubtIn(plan())).toBeUndefined();
    expect(doubtIn(plan(', masks: [{permanent: false, polygon: [[2, 4], [8, 4], [8, 9]]}]'))).toBeUndefined();
    // Far from every private place nothing hangs on it.
    expect(doubtIn(plan(MASK, '', 'kind: corridor, name: 内走廊'))).toBeUndefined();
  });

  it('says nothing of panes of which nothing is stated', () => {
    const removed = pane('glazing: clear').replace('audio: none', 'audio: none, status: removed');
    expect(doubtIn(removed)).toContain("'C9' and 'wc' (stated to be removed).");
  });

  it('finds a free wall in what nothing else divides', () => {
    const open = plan('', '    walls:\n      - {id: w8, line: [[3, 3], [7, 3]]}').replace(
      /zones:[\s\S]*openings:\n.*d-hall.*\n.*p-hall.*\n.*d-wc.*\n/,
      `zones:
      - {id: hall, kind: corridor, rect: [0, 2, 12, 8]}
      - {id: wc, kind: restroom, enclosed: false, rect: [3.5, 4, 1, 2]}
    openings:
      - {id: d-hall, kind: door, line: [[1, 2], [2, 2]]}
`,
    );
    expect(doubtIn(open)).toContain("'C9' and 'wc' (wall of no room w8).");
  });

  it('is nothing where what is stated keeps nothing out', () => {
    expect(doubtIn(aimed(180, ', tolerance: {heading: 0, tilt: 0}'))).toBeUndefined();
    expect(doubtIn(aimed(180, ', status: removed').replace('hfov: 98', 'hfov: 40'))).toBeUndefined();
    // Doors are as high as they are.
    expect(doubtIn(plan().replace('kind: door, line: [[3.4', 'kind: door, head: 2, line: [[3.4'))).toBeUndefined();
    expect(doubtIn(pane('glazing: frosted, fixed: true'))).toBeUndefined();
    // A smoke detector takes no images whoever says so.
    const detector = 'kind: smoke-detector, at: [5, 6], video: none';
    expect(doubtIn(plan().replace(/kind: camera.*/, `${detector}}`))).toBeUndefined();
  });

  it('names thirty and counts the others', () => {
    const more = Array.from(
      { length: 31 },
      (_, n) => `\n      - {id: R${n}, kind: smoke-detector, at: [5, 6], video: visible, audio: none, status: removed}`,
    );
    const said = doubtIn(plan(', status: removed').trimEnd() + more.join(''));
    expect(said).toContain('please check (32): ');
    expect(said).toMatch(/'R29' and 'wc' \(stated to be removed\) …\.$/);
  });

  it('does not doubt a wall that runs along a room, though it keeps a view out', () => {
    const shut = (y: number) => plan('', `    walls:\n      - {id: w1, line: [[3, ${y}], [7, ${y}]]}`);
    expect(doubtIn(shut(4.15))).toBeUndefined();
    expect(doubtIn(shut(3.75))).toContain('wall of no room w1');
    // One that comes off the wall of a room is of that room.
    const bent = '    walls:\n      - {id: w1, line: [[3, 3.2], [7, 3.2], [7, 4.1], [7.3, 4.1]]}';
    expect(doubtIn(plan('', bent))).toBeUndefined();
  });

  it('does not doubt a wall at what is cut out of a room', () => {
    const cut = (y: number) =>
      plan('', SCREEN).replace(
        'rect: [0, 2, 12, 2]',
        `polygon: [[0, 2], [12, 2], [12, 4], [0, 4]], holes: [[[4.95, ${y}], [5.05, ${y}], [5.05, ${y + 0.05}], [4.95, ${y + 0.05}]]]`,
      );
    expect(doubtIn(cut(3.05))).toBeUndefined();
    expect(doubtIn(cut(2.9))).toContain('wall of no room w9');
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

  it('are not named where it sees a sliver of them', () => {
    const from = (y: number) => {
      const text = plan('', '', 'kind: store, name: 库房').replace('at: [3.8, 2.1]', `at: [0.3, ${y}]`);
      return asked(text.replace('heading: 0', 'heading: 84').replace('tilt: 20', 'tilt: 30'))?.includes("'wc' (store)");
    };
    expect([3.5, 3.6].map(from)).toEqual([true, undefined]);
  });

  const room = (kind: string, more = '') => plan('', more, `kind: ${kind}, name: 库房`);
  const SECOND = '      - {id: d-2, kind: door, line: [[3, 6], [3, 7]]}';
  const OUT = '      - {id: d-2, kind: passage, line: [[3, 6], [3, 7]]}';
  const UP = '  - {id: F2, zones: [{id: up, kind: corridor, rect: [0, 0, 4, 4]}]}\n';

  it.each<[string, string, boolean]>([
    ['a lobby of one door', room('lobby'), true],
    ['a lobby of one door where there are other levels', room('lobby') + UP, true],
    ['a room of unknown use, which has a finding of its own', plan('', '', 'kind: other, name: 听雨'), false],
    ['a room whose name says its use', plan('', '', 'kind: other, name: 库房'), true],
    ['a lobby of two doors', room('lobby', SECOND), false],
    ['a lobby with a passage', room('lobby').replace('d-wc, kind: door', 'd-wc, kind: passage'), false],
    ['a store of two doors', room('store', SECOND), true],
    ['a store that is not closed', room('store, enclosed: false'), false],
    ['a lift larger than any', room('elevator-car'), true],
    ['a lift', room('elevator-car').replace('[3, 4, 4, 5]', '[3, 4, 2, 2]'), false],
    ['stairs of one door on the only level', room('stairs'), true],
    ['stairs of one door where there are others', room('stairs') + UP, false],
    ['an entrance that leads in from a corridor', room('entrance'), true],
    ['a gate that leads in from a corridor', room('gate'), true],
    ['a main entrance that leads in from outside', room('main-entrance, enclosed: true', OUT), false],
    ['an entrance without doors', room('entrance').replace(/.*d-wc.*\n/, ''), false],
    [
      'a main entrance that leads in from a yard',
      room('main-entrance, enclosed: true', OUT).replace(
        'openings:',
        '  - {id: yard, kind: yard, rect: [0, 4, 3, 5]}\n    openings:',
      ),
      false,
    ],
  ])('%s', (_, text, is) => {
    // Whether it sees in or not, something captures in there.
    const inside = '      - {id: M1, kind: microphone, at: [4, 5], height: 2.7}\n';
    const heard = text.includes('- {id: F2') ? text.replace('  - {id: F2', `${inside}  - {id: F2`) : text + inside;
    expect(asked(heard)?.includes("'wc' (") ?? false).toBe(is);
  });

  it('those in which a device stands come first, then those that are seen, in the plan’s order', () => {
    const kinds = ['a', 'b', 'c'].map((id, n) => `      - {id: ${id}, kind: store, rect: [${7 + n * 2}, 4, 2, 5]}\n`);
    const doors = ['a', 'b', 'c'].map(
      (id, n) => `      - {id: d-${id}, kind: door, line: [[${7.5 + n * 2}, 4], [${8.4 + n * 2}, 4]]}`,
    );
    const text = room('store', doors.join('\n')).replace('    openings', `${kinds.join('')}    openings`);
    const inside = '      - {id: C2, kind: camera, at: [10, 6], height: 2.7, audio: none}\n';
    const sound = '      - {id: M1, kind: microphone, at: [12, 6], height: 2.7}\n';
    const of = (more: string) => asked(text + more)?.match(/'[a-z]+' \(store\)/g);
    expect(of(inside)).toEqual(["'b' (store)", "'wc' (store)"]);
    expect(of(sound + inside)).toEqual(["'b' (store)", "'c' (store)", "'wc' (store)"]);
    expect(of('')).toEqual(["'wc' (store)"]);
  });

  it('thirty are named, and the others counted', () => {
    const zones = Array.from(
      { length: 31 },
      (_, n) =>
        `      - {id: s${n}, kind: store, rect: [${20 + n * 3}, 0, 3, 3]}\n      - {id: o${n}, kind: other, rect: [${20 + n * 3}, 10, 3, 3]}\n`,
    );
    const devices = Array.from(
      { length: 31 },
      (_, n) => `      - {id: M${n}, kind: microphone, at: [${21 + n * 3}, 1], height: 2}\n`,
    );
    const text = plan().replace('    openings', `${zones.join('')}    openings`) + devices.join('');
    expect(asked(text)).toMatch(/into which they see: 31, .* 's29' \(store\) …\.$/);
    const others = cautions(text).find((one) => one.includes("of kind 'other'"));
    expect(others).toMatch(/ 31 \('o0', .* and 'o29' …\)\.$/);
  });

  it('are not where nothing does, and never what is judged as private', () => {
    expect(asked(plan(', status: removed', '', 'kind: store, name: 库房'))).toBeUndefined();
    expect(asked(plan())).toBeUndefined();
  });
});

/** The laws in force for the plan's site. */
const ALL = 'nm-2017+cn-799-2025';

it('a reviewer is told of nothing that nobody states', () => {
  expect(cautions(plan(), true, ALL)).toEqual([
    "Stated by the author and not checked here, please check: Stated to capture no sound, 1 ('C9').",
  ]);
  expect(cautions(plan().replace(', audio: none', ''), true, ALL)).toEqual([]);
});

describe('a law that has no private places', () => {
  const text = readFileSync('fixtures/sites/ktv/plan.yaml', 'utf8');
  const rooms = /^Rooms that aren't private/;

  it('says nothing of rooms that are private by no list of it, nor of facts that it asks nothing of', () => {
    const [alone, both] = ['cn-entertainment', 'nm-2017+cn-entertainment'].map((packs) => cautions(text, true, packs));
    expect(both.some((one) => rooms.test(one))).toBe(true);
    expect(alone.some((one) => rooms.test(one))).toBe(false);
    const named = (all: readonly string[]) => all.filter((one) => /document on risk grades|supervision unit/.test(one));
    expect(named(both)).toHaveLength(1);
    expect(named(alone)).toEqual([]);
  });
});

describe('a designer', () => {
  it('isn’t told what only a reviewer must check', () => {
    expect(cautions(plan(', status: removed'), false, ALL)).toEqual([]);
  });
});

describe('a track that the plan states', () => {
  const tracked = (clause: string, category = 'hotel') =>
    cautions(
      plan()
        .replace('[hotel]', `[${category}]`)
        .replace(
          'coordinates:',
          `project: {phase: design, tracks: [{clause: ${clause}, document: 复函, by: 某局}]}\ncoordinates:`,
        ),
      true,
      'nm-2017+cn-799-2025',
    ).filter((said) => said.includes('facts of the project by which articles are not asked'));

  it.each(['cn-799-2025/9.1', '第九条第一款'])('%s is among the facts by which articles are not asked', (clause) => {
    expect(tracked(clause)).toHaveLength(1);
  });

  it.each([
    ['第七条第二款', 'hotel'],
    ['cn-799-2025/14', 'hotel'],
    ['cn-799-2025/9.1', 'hospital'],
  ])('%s of a %s, which is not gone by, is not', (clause, category) => {
    expect(tracked(clause, category)).toEqual([]);
  });
});

describe('the phase of the project', () => {
  const AT_HAND = 'works: none, designReview: {required: none}, training: {design: 培训证}';
  const told = (project: string, packs?: string) =>
    cautions(plan().replace('coordinates:', `project: {${project}}\ncoordinates:`), true, packs)
      .filter((said) => said.includes('in its phase'))
      .join();

  it('is told with what isn’t asked yet for it, or in part', () => {
    expect(told(`phase: design, ${AT_HAND}`)).toBe(
      "Stated by the author and not checked here, please check: that the project is in its phase 'design', for which provisions are not asked yet, or in part, 4 ('Art. 13(4)', 'Art. 13(5)', 'Art. 15' and 'Art. 18(2)').",
    );
    expect(told(`phase: acceptance, ${AT_HAND}`)).toContain(
      " 4 ('Art. 13(4)', 'Art. 13(5)', 'Art. 15' and 'Art. 18(2)').",
    );
    // What is stated already, before it is due, isn't spared.
    const taken = 'inspection: {qualified: false}, acceptance: {date: 2026-10-01, with: [developer]}';
    expect(told(`phase: acceptance, ${AT_HAND}, ${taken}`)).toContain(" 3 ('Art. 13(5)',");
    expect(told(`phase: design, ${AT_HAND.replace('works: none', 'works: new')}`)).toContain("5 ('Art. 13(2)',");
  });

  it('is told once for all the laws, each by its name', () => {
    const said = told(`phase: design, ${AT_HAND}`, 'nm-2017+cn-799-2025');
    expect(said).toMatch(
      / 6 \('Art\. 13\(4\)', .*'Art\. 18\(2\)', 'State Council Order 799 Art\. 14\(1\)' and '.* Art\. 17'\)\.$/,
    );
  });

  it('spares nothing where the system is in use, and no plan that states no project', () => {
    expect(told(`phase: in-use, ${AT_HAND}`)).toBe('');
    expect(cautions(plan()).join()).not.toContain('phase');
  });

  it('spares nothing that contradicts it', () => {
    const installed = plan(', status: existing').replace(
      'coordinates:',
      `project: {phase: design, ${AT_HAND}}\ncoordinates:`,
    );
    expect(cautions(installed).join()).not.toContain('in its phase');
  });
});
