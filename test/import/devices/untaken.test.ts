// Blocks that nothing takes, and what is asked about them; where the blocks of devices look.
import { describe, expect, it } from 'vitest';
import { render } from '../../../src/i18n/locale.js';
import { loadMapping } from '../../../src/import/mapping/load.js';
import { attributes, dxf, insert, line, type Parts, polyline, said, text } from '../dxf-support.js';
import { make, pack } from '../support.js';

const BLOCK = [line('0', [-0.1, 0], [0.1, 0]), line('0', [0, -0.1], [0, 0.1])];
const WALL = polyline('WALL', [
  [0, 0],
  [10, 0],
  [10, 5],
  [0, 5],
]);

const notes = (entities: Parts['entities'], blocks: Parts['blocks'] = { Q7: BLOCK, CHAIR: BLOCK }) =>
  make([dxf({ blocks, entities: [WALL, ...entities] })]).building.notes;

/** The rules that notes ask for, as a mapping. */
const asked = (entities: Parts['entities'], blocks?: Parts['blocks']) =>
  notes(entities, blocks).flatMap(({ message }) => {
    const rule = message.params.rule;
    if (typeof rule !== 'object') return [];
    const loaded = loadMapping('m.yaml', new TextEncoder().encode(`rules:\n  ${rule.zh}\n`), pack);
    if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems));
    return loaded.mapping.rules;
  });

describe('an untaken block', () => {
  it.each([
    ['a number of its own', 'D12'],
    ['the number of a camera for a handle, as hexadecimal numbers may be spelled', 'C12'],
    ['the name of the storey for a handle', '1F'],
  ])('that is refused leaves its storey open with %s', (_, handle) => {
    const entities = [
      WALL,
      insert('安防', '摄像机', [1, 1], [5, 'A1']),
      text('安防', [1.1, 1.2], 'C12'),
      insert('杂项', 'Q7', [8, 3], [5, handle]),
      text('T', [8.1, 3.1], 'BQ-01'),
    ];
    const drawn = dxf({ blocks: { 摄像机: BLOCK, Q7: BLOCK }, entities });
    const { walls, devices } = make([{ ...drawn, path: '1F.dxf' }]).building.identified.draft;
    expect(devices.map(({ id }) => id)).toEqual(['C12']);
    expect(walls.filter(({ line }) => line.length === 0).map(({ id }) => id)).toEqual([`refused-${handle}`]);
  });

  it('with numbers of devices is asked about as a block, with the rule to write, and refused', () => {
    const found = notes([
      insert('杂项', 'Q7', [1, 1]),
      text('T', [1.1, 1.1], 'BQ-01'),
      insert('杂项', 'Q7', [4, 1]),
      text('T', [4.1, 1.1], 'BQ-02'),
    ]).find(({ message }) => message.id === 'dxf/untaken');
    expect(found?.sort).toBe('refused');
    expect(found && [render(found.message, 'zh-CN'), render(found.message, 'en')]).toEqual([
      '图块“Q7”2处（图层“杂项”，旁有编号BQ-01、BQ-02）没有采用；若是设备，写：- {where: {block: "Q7"}, as: device, kind: camera}',
      `block 'Q7', 2 times (layer '杂项', with numbers BQ-01, BQ-02 beside it), is not taken; if it is a device, write: - {where: {block: "Q7"}, as: device, kind: camera}`,
    ]);
  });

  it('leaves its storey open meanwhile, so that no plan passes without the camera it may be', () => {
    const entities = [WALL, insert('杂项', 'Q7', [1, 1]), text('T', [1.1, 1.1], 'BQ-01')];
    const faults = (mapping?: Parameters<typeof make>[1]) =>
      make([dxf({ blocks: { Q7: BLOCK }, entities })], mapping)
        .lint()
        .site.faults.map(({ rule }) => rule);
    expect(faults()).toContain('plan/no-geometry');
    expect(faults({ mapping: { rules: [{ where: { block: 'Q7' }, as: 'none' }] } })).not.toContain('plan/no-geometry');
  });

  it.each([
    ['BQ-01', 'camera', undefined],
    ['KQ-1', 'camera', 'ptz'],
    ['DK-3', 'access-reader', undefined],
  ])('with the number %s gets a rule for %s that a mapping takes', (number, kind, form) => {
    const [rule] = asked([insert('杂项', 'A$C3"F', [1, 1]), text('T', [1.1, 1.1], number)], { 'A$C3"F': BLOCK });
    expect(rule).toEqual({
      where: { block: 'A$C3"F' },
      as: 'device',
      kind,
      ...(form !== undefined && { keys: { form } }),
    });
  });

  it('takes the device when that rule is written', () => {
    const entities = [WALL, insert('杂项', 'Q7', [1, 1]), text('T', [1.1, 1.1], 'BQ-01')];
    const rules = asked(entities.slice(1));
    const made = make([dxf({ blocks: { Q7: BLOCK }, entities })], { mapping: { rules } });
    expect(made.building.identified.draft.devices.map(({ id, kind }) => [id, kind])).toEqual([['BQ-01', 'camera']]);
    expect(made.building.notes.map(({ message }) => message.id)).not.toContain('dxf/untaken');
  });

  it('whose two letters nothing confirms is asked about, too', () => {
    const [rule] = asked([insert('杂项', 'DK', [1, 1])], { DK: BLOCK });
    expect(rule).toMatchObject({ where: { block: 'DK' }, kind: 'access-reader' });
  });

  it('on a layer of devices is "other", with its numbers and the rule', () => {
    const entities = [insert('弱电-设备', 'Q7', [1, 1]), text('T', [1.1, 1.1], 'BQ-01')];
    expect(said(notes(entities))).toContain(
      `unknown: block 'Q7', 1 time (layer '弱电-设备', with number BQ-01 beside it), is no known device and is taken as 'other'; say what it is, for example: - {where: {block: "Q7"}, as: device, kind: camera}`,
    );
  });

  it('of any other sort is counted by block and layer, not by the lines in it', () => {
    const chairs = [1, 2, 3].map((x) => insert('家具', 'CHAIR', [x, 1]));
    expect(said(notes([...chairs, line('家具', [4, 1], [5, 1])]))).toContain(
      "left-out: layer '家具': no rule for block 'CHAIR'×3, LINE×1 (4)",
    );
  });

  it('is not named if something in it is taken, and inner blocks that are not are', () => {
    const blocks = { CHAIR: BLOCK, PLAN: [line('WALL', [0, 0], [3, 0]), insert('家具', 'CHAIR', [1, 1])] };
    const found = said(notes([insert('0', 'PLAN', [20, 0])], blocks));
    expect(found).toContain("left-out: layer '家具': no rule for block 'CHAIR' (1)");
    expect(found.join()).not.toContain('PLAN');
  });

  it('does not take the number of a device that is farther from it', () => {
    const made = make([
      dxf({
        blocks: { CHAIR: BLOCK, SXJ: BLOCK },
        entities: [
          WALL,
          insert('家具', 'CHAIR', [1, 1]),
          text('T', [1.1, 1.1], 'QJ-01'),
          insert('0', 'SXJ', [1.5, 1.3]),
        ],
      }),
    ]);
    expect(made.building.identified.draft.devices.map(({ id }) => id)).toEqual(['QJ-01']);
  });

  it('beside a number that means no device is left out', () => {
    const found = notes([insert('家具', 'CHAIR', [1, 1]), text('T', [1.1, 1.1], 'ZZ-01')]);
    expect(found.map(({ message }) => message.id)).not.toContain('dxf/untaken');
  });
});

describe('where blocks look', () => {
  // A camera drawn to look up: its body reaches up from the insertion point.
  const up = [
    line('0', [-0.1, 0], [-0.1, 0.3]),
    line('0', [-0.1, 0.3], [0.1, 0.3]),
    line('0', [0.1, 0.3], [0.1, 0]),
    line('0', [0.1, 0], [-0.1, 0]),
  ];
  const right = [
    line('0', [0, -0.1], [0.3, -0.1]),
    line('0', [0.3, -0.1], [0.3, 0.1]),
    line('0', [0.3, 0.1], [0, 0.1]),
    line('0', [0, 0.1], [0, -0.1]),
  ];
  const round = [circle()];
  function circle(): Parts['entities'][number] {
    return [
      [0, 'CIRCLE'],
      [8, '0'],
      [10, 0],
      [20, 0],
      [40, 0.15],
    ];
  }
  /** Two cameras on opposite walls, turned into the room for a block that looks `from` degrees to the left of right. */
  const proposals = (block: NonNullable<Parts['blocks']>[string], from: number, more = {}) =>
    make(
      [
        dxf({
          blocks: { SXJ: block },
          entities: [WALL, insert('0', 'SXJ', [5, 0], [50, 90 - from]), insert('0', 'SXJ', [5, 5], [50, 270 - from])],
        }),
      ],
      more,
    );
  const proposed = (made: ReturnType<typeof make>) =>
    made.building.notes
      .filter(({ message }) => message.id === 'dxf/heading')
      .map(({ message }) => render(message, 'en'));

  it('is proposed if all look out of their walls when turned alike, and never taken', () => {
    const made = proposals(up, 90);
    expect(proposed(made)).toEqual([
      "block 'SXJ', 2 times, is taken to look right unless turned, and 2 of them don't look away from their wall within 0.6 m; all would if it looked up. Nothing was changed; if it looks up, write: assume: {blockHeading: 0}",
    ]);
    expect(made.building.identified.draft.devices.map(({ keys }) => keys.heading)).toEqual([90, 270]);
  });

  it('is as proposed once the mapping says so, and nothing is proposed any more', () => {
    const made = proposals(up, 90, { mapping: { rules: [], assume: { blockHeading: 0 } } });
    expect(proposed(made)).toEqual([]);
    expect(made.building.identified.draft.devices.map(({ keys }) => keys.heading)).toEqual([0, 180]);
  });

  it('is not proposed for blocks that look right already, that have no one axis, or that stand apart from walls', () => {
    expect(proposed(proposals(right, 0))).toEqual([]);
    expect(proposed(proposals(round, 90))).toEqual([]);
    const off = [insert('0', 'SXJ', [5, 0.2], [50, 270]), insert('0', 'SXJ', [5, 4.8], [50, 90])];
    expect(proposed(make([dxf({ blocks: { SXJ: round }, entities: [WALL, ...off] })]))).toEqual([]);
    expect(proposed(make([dxf({ blocks: { SXJ: right }, entities: [WALL, ...off] })]))[0]).toMatch(/blockHeading: 270/);
    const apart = [insert('0', 'SXJ', [4, 2.5]), insert('0', 'SXJ', [6, 2.5], [50, 180])];
    expect(proposed(make([dxf({ blocks: { SXJ: up }, entities: [WALL, ...apart] })]))).toEqual([]);
  });

  it('is not proposed if one insert would look into its wall, or another block looks right as it is', () => {
    const pair = [insert('0', 'SXJ', [5, 0]), insert('0', 'SXJ', [5, 5], [50, 180])];
    const blocks = { SXJ: up, IPC: right };
    const found = (...more: Parts['entities']) => proposed(make([dxf({ blocks, entities: [WALL, ...pair, ...more] })]));
    expect(found()).toHaveLength(1);
    expect(found(insert('0', 'SXJ', [9.8, 2], [50, 270]))).toEqual([]);
    expect(found(insert('0', 'IPC', [0, 2]), insert('0', 'IPC', [10, 3], [50, 180]))).toEqual([]);
  });

  it('is not asked of a block whose attribute says its heading', () => {
    const told = (at: readonly number[], turn: number) => [
      ...insert('0', 'SXJ', at, [50, turn], [66, 1]),
      ...attributes('0', { 朝向: '东' }),
    ];
    expect(
      proposed(make([dxf({ blocks: { SXJ: up }, entities: [WALL, told([5, 0], 0), told([5, 5], 180)] })])),
    ).toEqual([]);
  });
});
