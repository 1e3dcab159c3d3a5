import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { importBuilding } from '../../src/import/import.js';
import { shippedMapping } from '../../src/import/mapping/defaults/defaults.js';
import type { Mapping } from '../../src/import/mapping/types.js';
import { plainMtext, plainText } from '../../src/import/read/dxf/parse/text.js';
import { readDxf } from '../../src/import/read/dxf/read.js';
import { isName, namesOf } from '../../src/import/read/dxf/shape/labels.js';
import { formatOf } from '../../src/import/read/read.js';
import { storeyIn } from '../../src/import/read/storeys.js';
import type { InputFile, RawFeature } from '../../src/import/types.js';
import {
  attributes,
  drawing,
  dxf,
  dxfText,
  entity,
  insert,
  line,
  type Pair,
  type Parts,
  polyline,
  said,
  text,
} from './dxf-support.js';
import { file, make, pack } from './support.js';

const shipped = shippedMapping('dxf');

function read(parts: Parts, own: Partial<Mapping> = {}) {
  const mapping = { ...shipped, ...own, rules: [...(own.rules ?? []), ...shipped.rules] };
  const result = readDxf([dxf(parts)], mapping);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.source;
}

function shapeOf(feature: RawFeature | undefined): unknown {
  const [shape] = feature?.shapes ?? [];
  const near = ([x, y]: readonly number[]) => [x, y].map((value) => Math.round((value ?? Number.NaN) * 1e6) / 1e6 + 0);
  if (shape?.type === 'Point') return near(shape.at);
  return shape?.type === 'LineString' ? shape.line.map(near) : shape?.rings.map((ring) => ring.map(near));
}

function problemsOf(bytes: Uint8Array, path = 'plan.dxf') {
  const result = readDxf([{ path, bytes }], shipped);
  return result.ok ? [] : result.problems.map(({ code, at }) => [code, at?.line]);
}

const ROOM = [
  [0, 0],
  [5, 0],
  [5, 4],
  [0, 4],
];

describe('what is no drawing, or a damaged one', () => {
  const whole = dxfText({ entities: [line('WALL', [0, 0], [5, 0])] });
  const bytes = (content: string) => new TextEncoder().encode(content);

  it.each([
    ['DWG', 'AC1032\0\0\0\0', 'import/dwg'],
    ['binary DXF', 'AutoCAD Binary DXF\r\n\x1a\0\0\0SECTION', 'import/dxf-binary'],
    ['no DXF', '<svg/>', 'import/no-dxf'],
    ['nothing', '', 'import/no-dxf'],
  ])('%s is named', (_, content, code) => {
    expect(problemsOf(bytes(content)).map(([found]) => found)).toEqual([code]);
  });

  it('one that is cut off is not read as far as it goes', () => {
    const cut = whole.slice(0, whole.lastIndexOf('LINE') + 20);
    expect(problemsOf(bytes(cut)).map(([code]) => code)).toEqual(['import/dxf-cut']);
  });

  it('a line too many is told where it stands', () => {
    const lines = whole.split('\r\n');
    const at = lines.indexOf('LINE');
    const damaged = [...lines.slice(0, at + 1), 'damaged', ...lines.slice(at + 1)].join('\r\n');
    expect(problemsOf(bytes(damaged))).toEqual([['import/dxf-code', at + 2]]);
  });

  it('a .dwg is taken for a drawing, so that it is told what to do with it', () => {
    expect(formatOf([file('一层.DWG', 'AC1032')])).toBe('dxf');
  });

  it('blocks in blocks that would make millions of entities are refused', () => {
    const many = (name: string) => Array.from({ length: 10 }, (_, i) => insert('0', name, [i, 0]));
    const blocks = Object.fromEntries(Array.from({ length: 8 }, (_, i) => [`B${i}`, many(`B${i + 1}`)]));
    const entities = [insert('0', 'B0', [0, 0])];
    const bomb = dxfText({ blocks: { ...blocks, B8: [line('WALL', [0, 0], [1, 0])] }, entities });
    expect(problemsOf(bytes(bomb)).map(([code]) => code)).toEqual(['import/dxf-much']);
  });

  it('a block that holds itself ends, and is refused', () => {
    const blocks = { LOOP: [insert('0', 'LOOP', [1, 0]), line('WALL', [0, 0], [1, 0])] };
    const { features, notes } = read({ blocks, entities: [insert('0', 'LOOP', [0, 0])] });
    expect(features).toHaveLength(1);
    expect(said(notes)).toEqual(['refused: blocks are nested without end (1)']);
  });

  it.each(['not a number', '', '1e999', '0x10', '1,5'])(
    'coordinates that are no numbers (%j) are refused, not taken for 0',
    (value) => {
      const { features, notes } = read({ entities: [entity('LINE', 'WALL', [10, value], [20, 0], [11, 1], [21, 0])] });
      expect(features).toEqual([]);
      expect(said(notes)).toEqual(["refused: layer 'WALL': coordinates of LINE are missing or no numbers (1)"]);
    },
  );

  it('so are those that are missing, of inserts as well', () => {
    const entities = [
      entity('LINE', 'WALL', [10, 0], [20, 0], [11, 1]),
      entity('INSERT', 'CCTV', [2, 'CAM'], [10, 1]),
      [...polyline('ROOM', ROOM)],
      entity('TEXT', 'T', [1, 'OFFICE'], [10, 1], [40, 0.2]),
    ];
    const { features, notes } = read({ blocks: { CAM: [] }, entities });
    expect(features.map(({ properties }) => [properties.layer, properties.text])).toEqual([['ROOM', undefined]]);
    expect(said(notes)).toEqual([
      "refused: layer 'WALL': coordinates of LINE are missing or no numbers (1)",
      "refused: layer 'CCTV': coordinates of INSERT are missing or no numbers (1)",
      "left-out: layer 'T': TEXT taken for no name of a zone (1)",
    ]);
  });

  it.each([
    ['  1500.0', 1500],
    ['-1.5E+02', -150],
    ['.5', 0.5],
    ['7.', 7],
  ])('%j is a number', (value, number) => {
    const entities = [entity('LINE', 'WALL', [10, value], [20, 0], [11, 1], [21, 0])];
    const { features } = read({ entities }, { unit: 1 });
    expect((shapeOf(features[0]) as number[][])[0]).toEqual([number, 0]);
  });
});

describe('encodings', () => {
  const gbk = (words: string) => (words === '卫生间' ? [0xce, 0xc0, 0xc9, 0xfa, 0xbc, 0xe4] : []);
  const withBytes = (header: Parts['header'], name: readonly number[]) => {
    const parts = dxfText({ header: header ?? {}, entities: [polyline('ROOM', ROOM), text('T', [1, 1], '@@')] });
    const [before = '', after = ''] = parts.split('@@');
    const encode = (part: string) => [...new TextEncoder().encode(part)];
    return { path: 'plan.dxf', bytes: Uint8Array.from([...encode(before), ...name, ...encode(after)]) };
  };
  const utf8 = [...new TextEncoder().encode('卫生间')];
  const old: Parts['header'] = { $ACADVER: [1, 'AC1015'], $DWGCODEPAGE: [3, 'ANSI_936'] };
  const european: Parts['header'] = { $ACADVER: [1, 'AC1015'], $DWGCODEPAGE: [3, 'ANSI_1252'] };

  it.each([
    ['the code page of an old drawing', old, gbk('卫生间'), []],
    ['UTF-8 since 2007, whatever the code page', { $DWGCODEPAGE: [3, 'ANSI_936'] as Pair }, utf8, []],
    ['GBK where UTF-8 is due', {}, gbk('卫生间'), ['GBK']],
    ['UTF-8 under the name of a European page', european, utf8, ['UTF-8']],
    ['\\U+XXXX in an old drawing', european, [...new TextEncoder().encode('\\U+536B\\U+751F\\U+95F4')], []],
    ['\\M+5XXXX in an old drawing', european, [...new TextEncoder().encode('\\M+5CEC0\\M+5C9FA\\M+5BCE4')], []],
  ])('%s', (_, header, name, guessed) => {
    const result = readDxf([withBytes(header, name)], shipped);
    if (!result.ok) throw new Error(JSON.stringify(result.problems));
    expect(result.source.features.map(({ properties }) => properties.text)).toEqual(['卫生间']);
    const notes = result.source.notes.map(({ message }) => message.params.encoding);
    expect(notes).toEqual(guessed);
  });

  // \xF1o is one character of GBK, \xE9 at the end of a line none.
  it.each([
    ['Baño', [0x42, 0x61, 0xf1, 0x6f]],
    ['Café', [0x43, 0x61, 0x66, 0xe9]],
  ])('a drawing of R12 with %s is read as Windows-1252, and said so', (name, bytes) => {
    const result = readDxf([withBytes({ $ACADVER: [1, 'AC1009'] }, bytes)], shipped);
    if (!result.ok) throw new Error(JSON.stringify(result.problems));
    expect(result.source.features.map(({ properties }) => properties.text)).toEqual([name]);
    expect(said(result.source.notes)).toEqual([
      'assumed: the file names no encoding, and its texts are neither UTF-8 nor GBK: decoded as Windows-1252. Nothing drawn suffers, but names of layers, blocks and rooms may be wrong',
    ]);
  });

  it('a drawing of R12 in GBK stays Chinese', () => {
    const result = readDxf([withBytes({ $ACADVER: [1, 'AC1009'] }, gbk('卫生间'))], shipped);
    if (!result.ok) throw new Error(JSON.stringify(result.problems));
    expect(result.source.features.map(({ properties }) => properties.text)).toEqual(['卫生间']);
    expect(result.source.notes.map(({ message }) => message.params.encoding)).toEqual(['GBK']);
  });

  it('bytes of no encoding are refused', () => {
    expect(problemsOf(withBytes(old, [0xff, 0xff]).bytes).map(([code]) => code)).toEqual(['import/dxf-encoding']);
  });
});

describe('texts', () => {
  it.each([
    ['{\\fSimSun|b0|i0|c134|p2;女卫生间}\\P{\\H0.7x;12.5㎡}', '女卫生间\n12.5㎡'],
    ['\\A1;\\C1;客房\\~101', '客房\u00a0101'],
    ['\\pxqc;OFFICE \\S1/2; \\\\ \\{a\\}', 'OFFICE 1/2 \\ {a}'],
    ['\\LLOBBY\\l', 'LOBBY'],
  ])('MTEXT %s', (written, words) => {
    expect(plainMtext(written)).toBe(words);
  });

  it.each([
    ['%%uLOBBY%%u', 'LOBBY'],
    ['30%%d %%p0.000 %%c20', '30° ±0.000 Ø20'],
    ['%%065', 'A'],
  ])('TEXT %s', (written, words) => {
    expect(plainText(written)).toBe(words);
  });

  it.each([
    ['女卫生间', true],
    ['主卧', true],
    ['23.5㎡', false],
    ['建筑面积：23.5 m²', false],
    ['±0.000', false],
    ['-0.450', false],
    ['M0921', false],
    ['FM甲1221', false],
    ['C-1', false],
    ['900x2100', false],
    ["11'6 x 13'", false],
    ["12'-6\" X 10'", false],
    ['3.6m × 4.2m', false],
    ['3600', false],
    ['上', false],
    ['下23级', false],
    ['UP', false],
    ['DN 17R', false],
    ['H=2400', false],
    ['净高2.6m', false],
    ['吊顶标高：2.800', false],
    ['i=1%', false],
    ['比例 1:100', false],
    ['上人屋面', true],
    ['UPS室', true],
    ['H1', true],
    ['101 x', true],
  ])('%s is a name: %s', (words, is) => {
    expect(isName(words)).toBe(is);
  });

  it('the largest words name the innermost ring that holds them, then the number of the room', () => {
    const outer = [
      [0, 0],
      [10, 0],
      [10, 10],
      [0, 10],
    ] as const;
    const inner = [
      [1, 1],
      [4, 1],
      [4, 4],
      [1, 4],
    ] as const;
    const label = (words: string, x: number, y: number, height = 0.3) => ({ at: [x, y] as const, text: words, height });
    const { names, unused, outside } = namesOf(
      [outer, inner],
      [
        label('卫生间', 2, 2),
        label('大堂', 6, 8),
        label('休息区', 6, 7),
        label('见大样图', 6, 5, 0.15),
        label('1203', 8, 8, 0.2),
        label('88.6㎡', 8, 7, 0.2),
        label('指北针', 20, 20),
      ],
    );
    expect([...names].sort()).toEqual([
      [0, '大堂 休息区 1203'],
      [1, '卫生间'],
    ]);
    expect(unused.map((one) => one.text)).toEqual(['见大样图', '88.6㎡']);
    expect(outside.map((one) => one.text)).toEqual(['指北针']);
  });

  it('are those whose middle lies in the room, wherever the text is held', () => {
    const room = (x: number) => polyline('ROOM', [[x, 0], [x + 4, 0], [x + 4, 3], [x, 3]]); // biome-ignore format: corners
    const held: readonly (readonly [string, Pair[]])[] = [
      // At its upper left corner, on the wall between both rooms.
      ['MTEXT', entity('MTEXT', 'ROOM', [10, 4], [20, 2.5], [40, 0.3], [41, 3], [71, 1], [1, '413\\P女卫生间'])],
      // By the end of its line.
      ['TEXT', text('ROOM', [0, 0], '女卫生间', 0.3, [72, 2], [73, 1], [11, 8.2], [21, 1])],
      // At the left of its foot, a little outside.
      ['TEXT', text('ROOM', [3.9, 1], '女卫生间', 0.3)],
    ];
    for (const [type, label] of held) {
      const { features } = read({ entities: [room(0), room(4), label] });
      expect([type, features.map(({ properties }) => properties.text)]).toEqual([
        type,
        [undefined, expect.stringContaining('女卫生间')],
      ]);
    }
  });

  it('that a rule leaves out by their words name no room', () => {
    const room = polyline('ROOM', [[0, 0], [6, 0], [6, 3], [0, 3]]); // biome-ignore format: corners
    const entities = [room, text('ROOM', [1, 2], '办公室', 0.3), text('ROOM', [1, 1], '预留卫生间', 0.3)];
    const names = (rules: Mapping['rules']) => read({ entities }, { rules }).features.map(({ properties }) => properties.text); // biome-ignore format: one line
    expect(names([{ where: { text: '预留*' }, as: 'none' }])).toEqual(['办公室']);
    expect(names([])).toEqual(['办公室 预留卫生间']);
  });

  it('are read from a table of fields, without the people, areas and departments in it', () => {
    const ring = [
      [0, 0],
      [10, 0],
      [10, 10],
      [0, 10],
    ] as const;
    const nameOf = (...texts: string[]) =>
      namesOf(
        [ring],
        texts.map((text, n) => ({ at: [5, 8 - n] as const, text, height: 0.3 })),
      ).names.get(0);
    const table = '房间编号：401\n房间名称：会议室1\n房间属性：服务用房（自用）\n使用面积：31.2㎡\n使用人员：';
    expect(nameOf(table, '管理人员：张三', '（信息学院）')).toBe('401 会议室1');
    expect(nameOf('名称：男卫生间\n使用面积：31.2㎡')).toBe('男卫生间');
    expect(nameOf('用途：更衣')).toBe('更衣');
    // What no field is called may be the use itself, and a name in brackets is better than none.
    expect(nameOf('卫生间：女')).toBe('卫生间：女');
    expect(nameOf('（更衣室）', '管理人员：张三')).toBe('（更衣室）');
  });
});

describe('what is drawn', () => {
  it('lines are walls; closed ones end where they began, also where they are closed by hand', () => {
    const byHand = [...ROOM, [0, 0]];
    const { features } = read({
      entities: [line('WALL', [0, 0], [5, 0]), polyline('A-WALL', ROOM), polyline('墙', byHand, false)],
    });
    const ring = [...ROOM, [0, 0]];
    expect(features.map(shapeOf)).toEqual([
      [
        [0, 0],
        [5, 0],
      ],
      [ring],
      [ring],
    ]);
  });

  it('arcs become chords that are nowhere more than 5 mm off, whatever the unit', () => {
    for (const [unit, scale] of [
      [6, 1],
      [4, 1000],
    ] as const) {
      const arc = entity('ARC', 'WALL', [10, 0], [20, 0], [40, 3 * scale], [50, 350], [51, 80]);
      // An arc alone is no building: its size tells another unit than the header.
      const { features, notes } = read({ header: { $INSUNITS: [70, unit] }, entities: [arc] }, { unit: 1 / scale });
      const points = shapeOf(features[0]) as number[][];
      const ends = [points[0], points.at(-1)].map((end) => end?.map((value) => Number(value.toFixed(3))));
      expect(ends).toEqual([
        [2.954, -0.521],
        [0.521, 2.954],
      ]);
      for (const [index, [x = 0, y = 0]] of points.slice(1).entries()) {
        const [px = 0, py = 0] = points[index] ?? [];
        expect(Math.hypot(x, y)).toBeCloseTo(3, 5);
        expect(3 - Math.hypot((x + px) / 2, (y + py) / 2)).toBeLessThanOrEqual(0.005);
      }
      expect(said(notes)).toEqual(['assumed: arcs became chords, which are at most 5 mm off (1)']);
    }
  });

  it('a bulge turns to the right of the way for a positive one', () => {
    const half = polyline(
      'WALL',
      [
        [0, 0, 1],
        [2, 0],
      ],
      false,
    );
    const points = shapeOf(read({ entities: [half] }).features[0]) as number[][];
    expect(Math.min(...points.map(([, y = 0]) => y))).toBeCloseTo(-1, 2);
    expect(Math.max(...points.map(([, y = 0]) => y))).toBe(0);
  });

  it('what is extruded downwards is mirrored; what stands askew is refused', () => {
    const down: Pair[] = [
      [210, 0],
      [220, 0],
      [230, -1],
    ];
    const askew: Pair[] = [
      [210, 1],
      [220, 0],
      [230, 0],
    ];
    const { features, notes } = read({
      entities: [
        polyline(
          'WALL',
          [
            [-5, 0],
            [-3, 1],
          ],
          false,
          ...down,
        ),
        polyline('WALL', ROOM, true, ...askew),
      ],
    });
    expect(features.map(shapeOf)).toEqual([
      [
        [5, 0],
        [3, 1],
      ],
    ]);
    expect(said(notes)).toEqual(["refused: layer 'WALL': LWPOLYLINE don't lie in the plane of the floor (1)"]);
  });

  it('old polylines have vertices of their own; meshes are refused', () => {
    const vertex = (x: number, y: number) => entity('VERTEX', '0', [10, x], [20, y]);
    const old = (flags: number) => [
      ...entity('POLYLINE', 'WALL', [66, 1], [70, flags]),
      ...vertex(0, 0),
      ...vertex(1, 0),
      // A point of the frame that a curve was fitted to isn't drawn.
      ...entity('VERTEX', '0', [10, 5], [20, -5], [70, 16]),
      ...vertex(1, 1),
      [0, 'SEQEND'] as Pair,
    ];
    const { features, notes } = read({ entities: [old(1), old(64)] });
    expect(features.map(shapeOf)).toEqual([
      [
        [
          [0, 0],
          [1, 0],
          [1, 1],
          [0, 0],
        ],
      ],
    ]);
    expect(said(notes)).toEqual([
      "refused: layer 'WALL': POLYLINE can't be read; make polylines of them in the CAD program (1)",
    ]);
  });

  it.each([
    [1, 39.3700787],
    [2, 3.2808399],
    [4, 1000],
    [5, 100],
    [6, 1],
  ])('unit %i of the header', (unit, perMetre) => {
    const { features, notes } = read({
      header: { $INSUNITS: [70, unit] },
      entities: [line('WALL', [0, 0], [10 * perMetre, 0])],
    });
    expect(shapeOf(features[0])).toEqual([
      [0, 0],
      [10, 0],
    ]);
    expect(notes).toEqual([]);
  });

  it('without a unit the size of what is drawn tells millimetres from metres, and it is said', () => {
    const at = (length: number, own: Partial<Mapping> = {}) =>
      read({ header: { $INSUNITS: [70, 0] }, entities: [line('WALL', [0, 0], [length, 0])] }, own);
    expect(shapeOf(at(24_000).features[0])).toEqual([
      [0, 0],
      [24, 0],
    ]);
    expect(said(at(24_000).notes)).toEqual([
      'assumed: taken to be drawn in millimetres (drawing of 24000×0); the file states no unit. If that is wrong, say so with unit in a mapping',
    ]);
    expect(shapeOf(at(24).features[0])).toEqual([
      [0, 0],
      [24, 0],
    ]);
    const given = at(2400, { unit: 0.01 });
    expect(shapeOf(given.features[0])).toEqual([
      [0, 0],
      [24, 0],
    ]);
    expect(given.notes).toEqual([]);
  });

  it('millimetres that a mapping calls inches are refused by the width of the doors', () => {
    const entities = [line('WALL', [0, 0], [9000, 0]), line('DOOR', [1000, 0], [1900, 0])];
    const { notes } = read({ header: { $INSUNITS: [70, 1] }, entities }, { unit: 0.0254 });
    expect(said(notes).map((note) => note.slice(0, 69))).toEqual([
      'refused: taken in inches the middle one of its doors is 22.9 m wide, ',
    ]);
  });
});

describe('layers', () => {
  const layer = (name: string, flags: number, color: number): Pair[] => [
    [0, 'LAYER'],
    [2, name],
    [70, flags],
    [62, color],
  ];
  const wall = [line('0', [0, 0], [5, 0]), line('WALL', [0, 1], [5, 1])];

  it.each([
    [8, false],
    [9, true],
  ])('of %i types that nobody maps: eight are named, others are said to be', (count, others) => {
    // biome-ignore format: one table
    const types = ['LINE', 'CIRCLE', 'ARC', 'POINT', 'ELLIPSE', 'SPLINE', 'SOLID', 'XLINE', 'RAY'].slice(0, count);
    const entities = types.map((type) => entity(type, 'X9', [10, 1], [20, 1], [11, 2], [21, 1], [40, 1]));
    const [note] = said(read({ entities: [polyline('ROOM', ROOM), ...entities] }).notes).filter((one) =>
      one.includes('X9'),
    );
    expect([note, note?.includes('and others')]).toEqual([expect.stringContaining('SOLID'), others]);
  });

  it('frozen ones hide blocks whole, those that are off what is on them alone', () => {
    const parts = (flags: number, color: number): Parts => ({
      tables: [layer('OLD', flags, color)],
      blocks: { B: wall },
      entities: [insert('OLD', 'B', [0, 0])],
    });
    const frozen = read(parts(1, 7));
    expect([frozen.features.length, said(frozen.notes)]).toEqual([
      0,
      ["left-out: layer 'OLD' is frozen: what is on it isn't taken (1)"],
    ]);
    const off = read(parts(0, -7));
    expect(off.features.map(shapeOf)).toEqual([
      [
        [0, 1],
        [5, 1],
      ],
    ]);
    expect(said(off.notes)).toEqual(["left-out: layer 'OLD' is off: what is on it isn't taken (2)"]);
  });

  it('layer 0 in a block is the layer of the insert', () => {
    const { features } = read({ blocks: { B: wall }, entities: [insert('墙体', 'B', [0, 0])] });
    expect(features.map(({ properties }) => properties.layer)).toEqual(['墙体', 'WALL']);
  });

  it('objects of add-ons, external references and missing blocks are refused with what to do', () => {
    const xref: Pair[] = [
      ...entity('BLOCK', '0', [2, '建筑底图'], [70, 4], [10, 0], [20, 0], [1, 'arch.dwg']),
      [0, 'ENDBLK'],
    ];
    const parts = {
      blocks: { X: [] },
      entities: [entity('TCH_WALL', 'WALL'), insert('0', '建筑底图', [0, 0]), insert('0', 'GONE', [0, 0])],
    };
    const content = dxfText(parts).replace(
      / {2}0\r\nBLOCK\r\n[\s\S]*?ENDBLK\r\n/,
      xref.map(([code, value]) => `${code}\r\n${value}\r\n`).join(''),
    );
    const result = readDxf([file('plan.dxf', content)], shipped);
    if (!result.ok) throw new Error(JSON.stringify(result.problems));
    const notes = said(result.source.notes);
    expect(notes.map((note) => note.slice(0, 51))).toEqual([
      'refused: TCH_WALL are objects of a CAD add-on, whic',
      "refused: what external reference '建筑底图' shows isn't",
      "refused: the drawing has no definition of block 'GO",
    ]);
  });
});

describe('blocks', () => {
  const camera = { CAM: [line('0', [0, 0], [0.3, 0])] };
  const device = (...more: Pair[]) =>
    read({ blocks: camera, entities: [insert('CCTV', 'CAM', [2, 3], ...more)] }).features[0];

  it('are drawn to look to the right: rotation counter-clockwise becomes a heading clockwise from up', () => {
    expect([0, 90, 180, 315].map((turn) => device([50, turn])?.properties.direction)).toEqual([90, 0, 270, 135]);
    expect(device([41, -1])?.properties.direction).toBe(270);
    expect(device([42, -1], [50, 30])?.properties.direction).toBe(60);
    expect(shapeOf(device([50, 30]))).toEqual([2, 3]);
  });

  it('may be drawn to look elsewhere: assume.blockHeading', () => {
    const { features } = read(
      { blocks: camera, entities: [insert('CCTV', 'CAM', [0, 0], [50, 90])] },
      { assume: { blockHeading: 0 } },
    );
    expect(features[0]?.properties.direction).toBe(270);
  });

  it('an attribute that says the heading goes before the rotation', () => {
    const entities = [
      [
        ...insert('CCTV', 'CAM', [0, 0], [66, 1]),
        ...attributes('0', { 朝向: '东南', 高度: '2800', 俯角: '15°', 型号: 'X' }),
      ],
    ];
    expect(read({ blocks: camera, entities }).features[0]?.properties).toMatchObject({
      direction: '东南',
      height: 2.8,
      tilt: 15,
      model: 'X',
    });
  });

  it.each([
    ['2.8', 2.8],
    ['2,8', 2.8],
    ['2.8m', 2.8],
    ['280 cm', 2.8],
    ['H=2800', 2.8],
    ['+2.800', 2.8],
    ['距地2800mm', 2.8],
    ['19.5', 19.5],
    ['20', 0.02],
    ['20 m', 20],
    ['吸顶', '吸顶'],
    ['0', '0'],
  ])('a height of %j is %j: in metres, or as it is written where it is none', (written, height) => {
    const entities = [[...insert('CCTV', 'CAM', [0, 0], [66, 1]), ...attributes('0', { 高度: written })]];
    expect(read({ blocks: camera, entities }).features[0]?.properties.height).toBe(height);
  });

  it.each([
    ['高度', '吸顶'],
    ['俯角', '95'],
    ['水平视场角', 'wide'],
  ])('an attribute %s that says %j is refused, not passed over', (tag, value) => {
    const entities = [[...insert('CCTV', 'CAM', [0, 0], [66, 1]), ...attributes('0', { [tag]: value })]];
    const { notes, identified } = make([dxf({ blocks: camera, entities })]).building;
    expect(
      notes.filter(({ sort }) => sort === 'refused').map(({ message: { id, params } }) => ({ id, params })),
    ).toEqual([{ id: 'device/figure', params: { key: expect.any(String), value } }]);
    expect(identified.draft.devices.map(({ keys }) => keys)).toEqual([{ heading: 90, type: 'CAM' }]);
  });

  it('what may capture has its block for its type, unless the drawing or the mapping names another', () => {
    const blocks = { ...camera, JJAN: [] };
    const entities = [
      insert('CCTV', 'CAM', [0, 0]),
      [...insert('CCTV', 'CAM', [1, 0], [66, 1]), ...attributes('0', { 型号: 'DS-1' })],
      insert('CCTV', 'JJAN', [2, 0]),
    ];
    const typesOf = (mapping?: Mapping) =>
      make([dxf({ blocks, entities })], { mapping }).building.identified.draft.devices.map(({ keys }) => keys.type);
    expect(typesOf()).toEqual(['CAM', 'DS-1', undefined]);
    const rule = { where: { block: 'CAM' }, as: 'device', kind: 'camera', keys: { type: '半球' } } as const;
    expect(typesOf({ rules: [rule] })).toEqual(['半球', 'DS-1', undefined]);
  });

  it('dynamic blocks are called what they are states of', () => {
    const record = (name: string, handle: string, ...more: Pair[]): Pair[] => [
      [0, 'BLOCK_RECORD'],
      [5, handle],
      [2, name],
      ...more,
    ];
    const tables = [
      record('球机', 'A1'),
      record(
        '*U7',
        'A2',
        [1001, 'AcDbBlockRepETag'],
        [1070, 1],
        [1005, 'FF'],
        [1001, 'AcDbBlockRepBTag'],
        [1070, 1],
        [1005, 'a1'],
      ),
    ];
    const { features } = read({ tables, blocks: { '*U7': camera.CAM }, entities: [insert('0', '*U7', [0, 0])] });
    expect(features.map(({ properties }) => properties.block)).toEqual(['球机']);
  });

  it('an unknown block on a layer of devices is "other", and named', () => {
    const { features, notes } = read({
      blocks: { Q7: [] },
      entities: [insert('安防', 'Q7', [0, 0]), insert('安防', 'Q7', [1, 0])],
    });
    expect(features).toHaveLength(2);
    expect(said(notes)).toEqual([
      "unknown: block 'Q7', 2 times (layer '安防'), is no known device and is taken as 'other'; say what it is, for example: - {where: {block: \"Q7\"}, as: device, kind: camera}",
    ]);
  });

  it.each([
    ['红外枪机', 'camera'],
    ['CAM_BULLET', 'camera'],
    ['球机', 'camera'],
    ['人脸识别终端', 'face-terminal'],
    ['烟感探测器', 'smoke-detector'],
    ['双鉴探测器', 'intrusion-detector'],
    ['门磁', 'door-contact'],
    ['读卡器', 'access-reader'],
    ['紧急报警按钮', 'panic-button'],
    ['拾音器', 'microphone'],
    ['可视对讲分机', 'intercom'],
    ['安检机', 'xray-scanner'],
  ])('%s is a device: %s', (name, kind) => {
    const made = make([
      dxf({ blocks: { [name]: [] }, entities: [line('WALL', [0, 0], [5, 0]), insert('0', name, [1, 1])] }),
    ]);
    expect(made.building.identified.draft.devices.map((one) => one.kind)).toEqual([kind]);
  });

  it.each(['出门按钮', '手动火灾报警按钮', '网络硬盘录像机'])('%s is none, on record', (name) => {
    const { features, notes } = read({ blocks: { [name]: [] }, entities: [insert('安防', name, [1, 1])] });
    expect([features.length, said(notes)]).toEqual([0, ["left-out: layer '安防': INSERT left out by a rule (1)"]]);
  });

  it('rows and columns are so many', () => {
    const entities = [insert('WALL', 'B', [0, 0], [50, 90], [70, 2], [71, 3], [44, 10], [45, 5])];
    const { features } = read({ blocks: { B: [line('0', [0, 0], [1, 0])] }, entities });
    expect(features.map((feature) => (shapeOf(feature) as number[][])[0])).toEqual([
      [0, 0],
      [0, 10],
      [-5, 0],
      [-5, 10],
      [-10, 0],
      [-10, 10],
    ]);
  });
});

describe('doors and windows', () => {
  const swing = [
    polyline('0', [
      [0, 0],
      [0, 0.9],
      [0.04, 0.9],
      [0.04, 0],
    ]),
    entity('ARC', '0', [10, 0], [20, 0], [40, 0.9], [50, 0], [51, 90]),
  ];
  /** Two faces along x, 0.24 m apart, with a gap of 0.9 m. */
  const faces = [0, 0.24].flatMap((y) => [line('WALL', [0, y], [2, y]), line('WALL', [2.9, y], [6, y])]);
  const openings = (...entities: Pair[][]) => {
    const blocks = {
      M1: swing,
      SLIDE: [
        polyline('0', [
          [0, -0.05],
          [0.9, -0.05],
          [0.9, 0.05],
          [0, 0.05],
        ]),
      ],
    };
    const { draft } = make([dxf({ blocks, entities: [...faces, ...entities] })]).building.identified;
    return draft.openings.map(({ kind, shape, keys }) => ({
      kind,
      thickness: keys.thickness,
      line: (shape.type === 'line' ? [...shape.line] : [])
        .sort(([a], [b]) => a - b)
        .map((point) => point.map((at) => Number(at.toFixed(4)))),
    }));
  };

  it.each([
    ['hung on the lower face', insert('门', 'M1', [2, 0])],
    ['hung in the middle', insert('门', 'M1', [2, 0.12])],
    ['hung on the upper face', insert('门', 'M1', [2, 0.24])],
    ['mirrored', insert('门', 'M1', [2.9, 0.12], [41, -1])],
    ['opening to the other side', insert('门', 'M1', [2, 0.12], [42, -1])],
    ['turned', insert('门', 'M1', [2.9, 0.12], [50, 180])],
    ['a leaf that slides', insert('门', 'SLIDE', [2, 0.12])],
    ['a line', line('门', [2, 0.12], [2.9, 0.12])],
  ])('%s: in the middle of the wall', (_, drawn) => {
    expect(openings(drawn)).toEqual([
      {
        kind: 'door',
        thickness: 0.24,
        line: [
          [2, 0.12],
          [2.9, 0.12],
        ],
      },
    ]);
  });

  it('an arc and its leaf by themselves are one door; the lines of a window one window', () => {
    const found = openings(
      line('门', [2, 0.12], [2, 1.02]),
      entity('ARC', '门', [10, 2], [20, 0.12], [40, 0.9], [50, 0], [51, 90]),
      ...[0, 0.08, 0.16, 0.24].map((y) => line('窗', [4, y], [5.5, y])),
      line('窗', [4, 0], [4, 0.24]),
    );
    expect(found).toEqual([
      {
        kind: 'door',
        thickness: 0.24,
        line: [
          [2, 0.12],
          [2.9, 0.12],
        ],
      },
      {
        kind: 'window',
        thickness: 0.24,
        line: [
          [4, 0.12],
          [5.5, 0.12],
        ],
      },
    ]);
  });

  it('a block that draws nothing is refused', () => {
    const { notes } = read({ blocks: { EMPTY: [] }, entities: [insert('门', 'EMPTY', [0, 0])] });
    expect(said(notes)).toEqual(["refused: block 'EMPTY' draws nothing that tells an opening (1)"]);
  });
});

describe('a room drawn as a line that is not closed', () => {
  const outline = (gap: number) => polyline('房间', [[0, 0], [6, 0], [6, 4], [0, 4], [0, gap]], false); // biome-ignore format: a row
  const made = (gap: number, strict = false) =>
    make([dxf({ entities: [outline(gap), text('房间', [2, 2], '会议室')] })], { strict });

  it('is closed over a slip, on record, and has its name', () => {
    const { building, lint } = made(0.05);
    expect(building.identified.draft.zones.map(({ name, rings }) => [name, rings.length])).toEqual([['会议室', 1]]);
    expect(building.notes.map(({ sort, message }) => `${sort} ${message.id}`)).toContain('mended repair/unclosed');
    expect(lint().site.faults).toEqual([]);
  });

  it('is refused where its ends lie apart, and told to be closed', () => {
    const { building } = made(0.06);
    const [refused] = building.notes.filter(({ sort }) => sort === 'refused');
    expect(refused?.message.en).toMatch(/isn't closed, its ends 0\.06 m apart.*; close it/);
  });
});

describe('storeys', () => {
  it.each([
    ['一层平面图', 1],
    ['十二层平面', 12],
    ['二十一层', 21],
    ['首层', 1],
    ['地下一层平面图', -1],
    ['负二层', -2],
    ['地下-1层', -1],
    ['地下-2层平面图', -2],
    ['地下第-1层', -1],
    ['地下第二层', -2],
    ['地下 1 层', -1],
    ['地下室一层平面图', -1],
    ['地下车库2层', -2],
    ['地下室及一层', 1],
    ['B1', -1],
    ['3F', 3],
    ['guest-F2', 2],
    ['-1F', -1],
    ['平面图 -2层', -2],
    ['车库-1F', -1],
    ['F-1', -1],
    ['hotel-3F', 3],
    ['宿舍楼-3F', 3],
    ['101F', 101],
    ['办公楼101层', 101],
    ['一百零一层', undefined],
    ['建施-01一层', 1],
    ['-10F', -10],
    ['车库-10层', -10],
    ['监控图 -12', undefined],
    ['20240301F', undefined],
    ['一层夹层平面图', 1.5],
    ['首层（夹层）', 1.5],
    ['F1M', 1.5],
    ['一层M区', 1],
    ['F1M区', 1],
    ['2F-10F标准层平面图', 2],
    ['办公楼3F-15F', 3],
    ['地下一层夹层', -0.5],
    ['一层（含夹层）', 1],
    ['地下2-3号楼一层', -1],
    ['地下2号楼一层', -1],
    ['地下十二号楼一层', -1],
    ['地下车库2号楼一层', -1],
    ['地下2号楼', -1],
    ['地下室平面图', -1],
    ['地下车库', -1],
    ['一层及地下室平面图', 1],
    ['负2号楼一层', -1],
    ['地下一层2号楼', -1],
    ['地下2楼', -2],
    ['B1栋2F', 2],
    ['B2座一层', 1],
    ['B1号楼平面图', undefined],
    ['B1区二层', 2],
    ['B1楼2层', 2],
    ['B1楼', -1],
    ['B1楼层平面图', -1],
    ['B1楼梯间至1层', -1],
    ['1层楼梯间和2层走廊', 1],
    ['三层楼面及屋顶2层夹层', 3],
    ['F1栋平面图', undefined],
    ['F3栋一层', 1],
    ['6层办公楼一层', 1],
    ['18层住宅楼2F', 2],
    ['二层办公楼层平面图', 2],
    ['六层住宅楼', 6],
    ['3号楼3楼', 3],
    ['A1F', undefined],
    ['A-1', undefined],
    ['guest-house', undefined],
    ['平面图', undefined],
  ])('%s', (name, storey) => {
    expect(storeyIn(name)).toBe(storey);
  });

  it('of drawings whose names say none are ordered by name above the others, which a person is told once', () => {
    const floor = (path: string) => dxf({ entities: [line('WALL', [0, 0], [5, 0])] }, `${path}.dxf`);
    const told = (names: readonly string[], mapping?: Mapping) =>
      make(names.map(floor), { mapping }).building.notes.flatMap(({ sort, message: { id, zh } }) =>
        id === 'dxf/no-storey' ? [`${sort} ${zh.slice(0, zh.indexOf('没有'))}`] : [],
      );
    expect(told(['A1F', 'A2F'])).toEqual(['unknown 图名“A1F”、“A2F”']);
    expect(told(['1F', '门卫室', '屋面层'])).toEqual(['unknown 图名“门卫室”']);
    expect(told(['平面图'])).toEqual([]);
    expect(told(['1F', '2F', '屋顶'])).toEqual([]);
    expect(told(['1F', '楼顶', 'A座RF', 'RF_cctv'])).toEqual([]);
    expect(told(['A1F', 'A2F'], { rules: [], levels: ['A1F', 'A2F'].map((key) => ({ key, files: [`${key}.dxf`] })) })).toEqual([]); // biome-ignore format: a row
  });

  it('each file is one, in the order of what their names say; ids hold the file, since handles are of one', () => {
    const floor = (path: string) => dxf({ entities: [line('WALL', [0, 0], [5, 0], [5, '2A'])] }, path);
    const made = make([floor('二层.dxf'), floor('地下一层.dxf'), floor('一层.dxf')]);
    expect(made.building.identified.levels.map(({ id, ordinal }) => [id, ordinal])).toEqual([
      ['B1', -1],
      ['F1', 0],
      ['F2', 1],
    ]);
    expect(made.building.identified.draft.walls.map(({ id, level }) => [id, level])).toEqual([
      ['二层-2A', 'F2'],
      ['地下一层-2A', 'B1'],
      ['一层-2A', 'F1'],
    ]);
  });

  describe('of which several drawings have the same', () => {
    const blocks = { 'SXJ-QJ': [line('0', [-0.1, 0], [0.1, 0])] };
    const walls = (path: string, x = 0) =>
      dxf({ entities: [line('WALL', [x, 0], [x + 9, 0]), line('WALL', [x, 0], [x, 6])] }, `${path}.dxf`);
    const cameras = (path: string, ...places: number[]) =>
      dxf({ blocks, entities: places.map((x) => insert('安防', 'SXJ-QJ', [x, 3])) }, `${path}.dxf`);
    const found = (...files: InputFile[]) => {
      const { identified, notes } = make(files).building;
      return {
        levels: identified.levels.map(({ key }) => key),
        devices: identified.draft.devices.map(({ level }) => identified.levels.find(({ id }) => id === level)?.key),
        notes: notes.flatMap(({ message: { id } }) => (/plan|one-storey/.test(id) ? [id] : [])),
      };
    };

    it('devices over the plan are on its level', () => {
      const one = { levels: ['一层建筑'], devices: ['一层建筑', '一层建筑'], notes: ['dxf/one-storey'] };
      expect(found(walls('一层建筑'), cameras('一层安防', 1, 8))).toEqual(one);
      expect(found(cameras('1F-弱电平面图', 1, 8), walls('一层建筑'))).toEqual(one);
      const { levels, devices } = found(walls('一层建筑'), cameras('二层安防', 1), walls('办公楼二层平面图'));
      expect([levels, devices]).toEqual([['一层建筑', '办公楼二层平面图'], ['办公楼二层平面图']]);
    });

    it('devices outdoors are on the ground floor, as a person is told once', () => {
      const ids = (...files: InputFile[]) => {
        const { identified, notes } = make(files).building;
        const told = notes.flatMap(({ message: { id } }) => (/no-storey|outdoors|no-rooms/.test(id) ? [id] : []));
        return [...identified.draft.devices.map(({ level }) => level), ...told];
      };
      expect(ids(walls('一层建筑'), walls('地下一层'), cameras('室外监控', 12))).toEqual(['F1', 'strays/outdoors']);
      expect(ids(walls('一层建筑'), walls('室外', 20))).toEqual(['dxf/no-storey']);
    });

    it('devices outdoors on a roof are on no ground floor', () => {
      const { identified } = make([walls('一层建筑'), cameras('屋面室外', 1)]).building;
      expect(identified.draft.devices.map(({ level }) => level)).toEqual(['屋面室外']);
    });

    it('devices of a storey without a plan are told of once', () => {
      const ids = (...files: InputFile[]) =>
        make(files).building.notes.flatMap(({ message: { id } }) =>
          /no-rooms|which-plan|no-storey/.test(id) ? [id] : [],
        );
      expect(ids(walls('一层建筑'), cameras('二层安防', 1))).toEqual(['strays/no-rooms']);
      expect(ids(walls('一层建筑'), cameras('一层安防', 40))).toEqual(['dxf/which-plan']);
      expect(ids(walls('一层建筑'), cameras('监控点位', 1))).toEqual(['dxf/no-storey']);
    });

    it('devices beside the plan, or over one of several, stay apart, which a person is told', () => {
      const { levels, devices, notes } = found(walls('一层建筑'), cameras('一层安防', 40));
      expect([levels.length, devices, notes]).toEqual([2, ['一层安防'], ['dxf/which-plan']]);
      expect(found(walls('甲一层'), walls('乙一层', 20), cameras('一层安防', 1)).notes).toEqual(['dxf/which-plan']);
    });

    it.each([
      ['办公楼-1F', '办公楼1F-监控'],
      ['教学楼_2F', '教学楼2F监控'],
      ['A座-B1', 'A座B1安防'],
      ['建施-01一层平面图', '电施-05一层安防平面图'],
      ['办公楼 建施-01 一层平面图', '弱电施-05办公楼一层安防系统平面图'],
      ['建施-A一层平面图', '电施-B一层安防平面图'],
      ['建施-A-01 一层平面图', '弱电施-D2_一层安防平面图'],
      ['20240301-1F', '20240401-1F-安防'],
      ['2024-03-01 1F', '1F安防 2024年4月'],
      ['办公楼1F_v3', '办公楼1F安防_v2.1'],
      ['办公楼一层第2版', '办公楼一层安防_rev.3'],
    ])('%s and %s are of one building', (plan, sheet) => {
      expect(found(walls(plan), cameras(sheet, 1))).toEqual({ levels: [plan], devices: [plan], notes: ['dxf/one-storey'] }); // biome-ignore format: a row
    });

    it.each([
      ['办公楼一层', '行政办公楼一层安防'],
      ['JS-01一层', 'DS-05一层安防'],
      ['建施-01 1号楼一层', '综合楼一层安防'],
    ])('%s and %s may be of one building, which a person is told', (plan, sheet) => {
      const { levels, devices, notes } = found(walls(plan), cameras(sheet, 1));
      expect([levels.length, devices, notes]).toEqual([2, [sheet], ['dxf/which-plan']]);
      expect(found(walls(plan), cameras(sheet, 40)).notes).toEqual([]);
    });

    it.each([
      ['建施01号楼一层', '电施02号楼一层安防'],
      ['A座1F', 'B座1F安防'],
      ['地下2号楼一层', '地下3号楼一层安防'],
      ['建施-A座一层', '电施-B座一层安防'],
      ['V1栋1F', 'V2栋1F安防'],
      ['2024-1号楼1F', '2024-2号楼1F安防'],
    ])('%s and %s are of two buildings', (plan, sheet) => {
      const { devices, notes } = found(walls(plan), cameras(sheet, 1));
      expect([devices, notes]).toEqual([[sheet], []]);
    });

    it.each(['夹层', '技术层', '设备层', '转换层', '避难层'])(
      '一层%s is none of 一层, which a person is told',
      (word) => {
        const sheet = `一层${word}安防`;
        const { levels, devices, notes } = found(walls('一层建筑'), cameras(sheet, 1));
        expect([levels.length, devices, notes]).toEqual([2, [sheet], ['dxf/which-plan']]);
        const plan = `一层${word}建筑`;
        const one = found(walls('一层建筑'), walls(plan), cameras(sheet, 1), cameras('一层安防', 2));
        expect(one).toEqual({ levels: ['一层建筑', plan], devices: [plan, '一层建筑'], notes: ['dxf/one-storey', 'dxf/one-storey'] }); // biome-ignore format: a row
      },
    );

    it('a plan of a storey with its mezzanine is the plan of the storey', () => {
      for (const plan of ['一层（含夹层）建筑', '一层及夹层平面图', '一层带夹层', '一层+夹层']) expect(found(walls(plan), cameras('一层安防', 1)).devices).toEqual([plan]); // biome-ignore format: a row
    });

    it('a mezzanine lies between two storeys, and has an id of its own', () => {
      const made = make([walls('一层夹层'), walls('地下一层夹层'), walls('二层'), walls('一层'), walls('地下一层')]);
      expect(made.building.identified.levels.map(({ id, ordinal }) => [id, ordinal])).toEqual([
        ['B1', -1],
        ['B1M', -0.5],
        ['F1', 0],
        ['F1M', 0.5],
        ['F2', 1],
      ]);
    });

    it('two plans stay two, which a person is told; of two buildings nothing is said', () => {
      const { levels, notes } = found(walls('一层建筑'), walls('一层安防'));
      expect([levels.length, notes]).toEqual([2, ['dxf/two-plans']]);
      expect(found(walls('1号楼一层'), walls('2号楼一层')).notes).toEqual([]);
      const apart = found(walls('1号楼一层'), cameras('2号楼一层', 1));
      expect([apart.devices, apart.notes]).toEqual([['2号楼一层'], []]);
    });
  });

  describe('drawn about different origins', () => {
    const plan = (name: string, x: number) =>
      dxf({ entities: [polyline('房间', [[x, 0], [x + 6, 0], [x + 6, 6], [x, 6]])] }, `${name}.dxf`); // biome-ignore format: a ring
    const told = (files: readonly InputFile[], mapping?: Mapping) =>
      make(files, { mapping }).building.notes.flatMap(({ sort, message, ids = [] }) =>
        message.id === 'apart/storeys' ? [`${sort} ${message.zh.slice(0, message.zh.indexOf('的图'))} ${ids}`] : [],
      );

    it('do not lie over each other, which a person is told once', () => {
      expect(told([plan('一层', 0), plan('二层', 40)])).toEqual(['unknown 楼层“一层”、“二层” 一层,二层']);
      expect(told([plan('一层平面图', 0), plan('办公楼二层', 2), plan('三层', 40), plan('四层', 41)])).toEqual(['unknown 楼层“一层平面图”、“三层” 一层平面图,办公楼二层,三层,四层']); // biome-ignore format: a row
      expect(told([plan('A座1F', 0), plan('A座2F', 40), plan('B座1F', 80)])).toEqual(['unknown 楼层“A座1F”、“A座2F” A座1F,A座2F']); // biome-ignore format: a row
      const levels = ['一层', '二层'].map((key) => ({ key, files: [`${key}.dxf`] }));
      expect(told([plan('一层', 0), plan('二层', 40)], { rules: [], levels })).toHaveLength(1);
    });

    it('are told of in GeoJSON in metres, too', () => {
      const floor = (path: string, x: number) => file(path, { type: 'FeatureCollection', features: [{ type: 'Feature', properties: {}, geometry: { type: 'Polygon', coordinates: [[[x, 0], [x + 6, 0], [x + 6, 6], [x, 6], [x, 0]]] } }] }); // biome-ignore format: a file
      const mapping: Mapping = { rules: [], coordinates: 'metres' };
      expect(told([floor('1F.geojson', 0), floor('2F.geojson', 40)], mapping)).toHaveLength(1);
      expect(told([floor('1F.geojson', 0), floor('2F.geojson', 3)], mapping)).toEqual([]);
    });

    it('are none, if they are of two buildings or of one storey, or the name of one says no storey', () => {
      expect(told([plan('1号楼一层', 0), plan('2号楼二层', 40)])).toEqual([]);
      expect(told([plan('一层东区', 0), plan('一层西区', 40)])).toEqual([]);
      expect(told([plan('一层', 0), plan('门卫室', 40)])).toEqual([]);
    });

    it('are none, if what lies apart has no storey that the rest lacks, as a lodge beside a house', () => {
      expect(told([plan('B1', 0), plan('1F', 0), plan('门卫室1F', 40)])).toEqual([]);
      expect(told([plan('B1', 0), plan('1F', 0), plan('门卫室1F', 40), plan('2F', 80)])).toHaveLength(1);
    });
  });

  describe('side by side in one drawing', () => {
    const floors = (...titles: string[]) =>
      dxf({ entities: titles.flatMap((words, i) => [line('WALL', [20 * i, 0], [20 * i + 5, 0]), text('标注', [20 * i, -3], words)]) }); // biome-ignore format: walls and titles
    const notes = (file: InputFile, mapping?: Mapping) =>
      make([file], { mapping }).building.notes.flatMap(({ sort, message: { id, params } }) =>
        id === 'dxf/several-storeys' ? [`${sort} ${params.titles}`] : [],
      );

    it('are taken for one level, which a person is told', () => {
      expect(notes(floors('二层安防点位图', '一层平面图 1:100'))).toEqual(['unknown 一层平面图 1:100, 二层安防点位图']);
    });

    it.each([
      ['一层平面图', '一层安防点位图'],
      ['一层平面图', '详见二层平面图'],
      ['一层平面图', '二层上空'],
      ['一层平面图', '接二层'],
    ])('are none by the titles %s and %s', (...titles) => expect(notes(floors(...titles))).toEqual([]));

    describe('without titles that say so', () => {
      const room = (x: number, side = 6) => polyline('房间', [[x, 0], [x + side, 0], [x + side, 6], [x, 6]]); // biome-ignore format: a ring
      const plans = (entities: Parts['entities'], mapping?: Mapping) =>
        make([dxf({ entities })], { mapping }).building.notes.flatMap(({ sort, message: { id, params } }) =>
          id === 'apart/plans' ? [`${sort} ${params.n}`] : [],
        );

      it('are told of, if rooms lie in several plans', () => {
        expect(plans([room(0), room(20)])).toEqual(['unknown 2']);
        expect(plans([room(0), room(20), text('标注', [1, -3], 'FIRST FLOOR'), text('标注', [21, -3], 'SECOND FLOOR')])).toEqual(['unknown 2']); // biome-ignore format: a row
      });

      it('are not told of again, if titles do', () => {
        expect(plans([room(0), room(20), text('标注', [1, -3], '一层平面图'), text('标注', [21, -3], '二层平面图')])).toEqual([]); // biome-ignore format: a row
      });

      it('are none, if they are near each other, or one is a detail, or a mapping lists the levels', () => {
        expect(plans([room(0), room(8)])).toEqual([]);
        expect(plans([room(0), room(20, 3)])).toEqual([]);
        expect(plans([room(0), line('WALL', [20, 0], [29, 0]), line('WALL', [20, 0], [20, 9])])).toEqual([]);
        const levels: Mapping['levels'] = [{ key: 'F1', region: [-1, -1, 30, 10] }];
        expect(plans([room(0), room(20)], { rules: [], levels })).toEqual([]);
      });
    });

    it('are levels by the regions of a mapping', () => {
      const levels: Mapping['levels'] = [{ key: 'F1', region: [-1, -1, 10, 10] }, { key: 'F2', region: [19, -1, 30, 10] }]; // biome-ignore format: a row
      expect(notes(floors('一层平面图', '二层平面图'), { rules: [], levels })).toEqual([]);
    });
  });

  it('a file whose name says no storey lies above the others, a roof on top, wherever it is listed', () => {
    const floor = (path: string) => dxf({ entities: [line('WALL', [0, 0], [5, 0])] }, path);
    const ordinals = (...paths: string[]) =>
      Object.fromEntries(make(paths.map(floor)).building.identified.levels.map(({ key, ordinal }) => [key, ordinal]));
    const [roof, machines] = ['屋面层', '机房层'];
    const found = { '1F': 0, '2F': 1, [machines]: 2, [roof]: 3 };
    expect(ordinals('屋面层.dxf', '1F.dxf', '机房层.dxf', '2F.dxf')).toEqual(found);
    expect(ordinals('2F.dxf', '机房层.dxf', '1F.dxf', '屋面层.dxf')).toEqual(found);
    expect(ordinals('Roof plan.dxf', 'B1.dxf', '平面图.dxf')).toEqual({ B1: -1, 平面图: 0, 'Roof plan': 1 });
  });

  it('of a mapping lie by their elevations, else by the numbers in their keys, else as they are listed', () => {
    type Level = { readonly key: string; readonly elevation?: number };
    const layers = ['1F', '1F夹层', '2F', 'B1', 'B1夹层', 'A', 'C'];
    const entities = layers.map((layer) => line(layer, [0, 0], [5, 0]));
    const ordered = (...levels: Level[]) => {
      const mapping: Mapping = { rules: [{ where: {}, as: 'wall' }], keys: { level: ['layer'] }, levels };
      const { identified } = make([dxf({ entities })], { mapping }).building;
      return identified.levels.map(({ key, ordinal }) => `${key} ${ordinal}`);
    };
    expect(ordered({ key: '2F' }, { key: '1F' }, { key: 'B1' })).toEqual(['B1 -1', '1F 0', '2F 1']);
    expect(ordered({ key: 'A', elevation: 4 }, { key: 'C', elevation: 0 })).toEqual(['C 0', 'A 1']);
    expect(ordered({ key: '1F', elevation: 4 }, { key: '2F', elevation: 0 })).toEqual(['2F 0', '1F 1']);
    expect(ordered({ key: 'C' }, { key: '1F' }, { key: 'A' })).toEqual(['C 0', '1F 1', 'A 2']);
    expect(ordered({ key: '2F' }, { key: '1F夹层' }, { key: '1F' })).toEqual(['1F 0', '1F夹层 0.5', '2F 1']);
    expect(ordered({ key: '1F' }, { key: 'B1夹层' }, { key: 'B1' })).toEqual(['B1 -1', 'B1夹层 -0.5', '1F 0']);
    expect(ordered({ key: '2F' }, { key: '1F夹层' })).toEqual(['1F夹层 0.5', '2F 1']);
  });

  it('a mapping may tell them by layers, blocks or files; what it does not list is left out on record', () => {
    const entities = [
      line('1F-WALL', [0, 0], [5, 0]),
      line('2F-WALL', [0, 0], [5, 0]),
      line('RF-WALL', [0, 0], [5, 0]),
    ];
    const mapping: Mapping = {
      keys: { level: ['layer'] },
      levels: [
        { key: '1F-*', id: '一层', elevation: 0 },
        { key: '2F-*', id: '二层', elevation: 4.2 },
      ],
      rules: [],
    };
    const { building } = make([dxf({ entities })], { mapping });
    expect(building.identified.levels.map(({ id, elevation }) => [id, elevation])).toEqual([
      ['一层', 0],
      ['二层', 4.2],
    ]);
    expect(building.identified.draft.walls.map(({ level }) => level)).toEqual(['一层', '二层']);
    expect(said(building.notes)).toContain("left-out: 'RF-WALL' is no level that the mapping lists: LINE left out (1)");
  });
});

describe('a drawing on a national grid, in metres', () => {
  const made = make([drawing('annex')]);
  const { draft } = made.building.identified;

  it('is counted from a corner of its own, and said so', () => {
    expect(made.building.frame.from).toEqual([511_000, 4_520_000]);
    expect(said(made.building.notes)).toContain(
      "assumed: coordinates far from the source's origin: the plan's count from (511000, 4520000) m of it",
    );
  });

  it('rooms in blocks stand where the blocks are, mirrored and turned, with their doors and cameras', () => {
    const rounded = ([x, y]: readonly number[]) => [x, y].map((value) => Math.round((value ?? Number.NaN) * 1e4) / 1e4);
    const offices = draft.zones.filter(({ kind }) => kind === 'office');
    expect(
      offices.map(({ rings: [ring = []] }) =>
        [Math.min, Math.max].map((of) => rounded([of(...ring.map(([x]) => x)), of(...ring.map(([, y]) => y))])),
      ),
    ).toEqual([
      [
        [10, 10],
        [15, 14],
      ],
      [
        [5, 10],
        [10, 14],
      ],
      [
        [26, 10],
        [30, 15],
      ],
    ]);
    expect(draft.openings.map(({ shape }) => (shape.type === 'line' ? shape.line.map(rounded) : []))).toEqual([
      [
        [11, 10],
        [11.9, 10],
      ],
      [
        [9, 10],
        [8.1, 10],
      ],
      [
        [30, 11],
        [30, 11.9],
      ],
    ]);
    expect(draft.devices.map(({ at, keys }) => [rounded(at), keys.heading])).toEqual([
      [[10.2, 13.8], 135],
      [[9.8, 13.8], 225],
      [[26.2, 10.2], 45],
    ]);
  });

  it('lints', () => {
    expect(made.lint().site.levels.flatMap(({ zones }) => zones.map(({ name }) => name))).toEqual([
      'OFFICE',
      'OFFICE',
      'OFFICE',
      'LOBBY',
    ]);
  });
});

it('reading takes nothing from what it is given, and gives the same twice', () => {
  const read = () =>
    importBuilding([{ format: 'dxf', files: [drawing('guest-house')] }], { mapping: undefined, pack, strict: false });
  expect(JSON.stringify(read())).toBe(JSON.stringify(read()));
});

it('a block stands where it is put, however it is turned, scaled, mirrored and nested', () => {
  const number = (least: number, most: number) => fc.double({ min: least, max: most, noNaN: true });
  const placement = fc.record({
    x: number(-100, 100),
    y: number(-100, 100),
    turn: number(-360, 360),
    sx: number(0.2, 5),
    sy: number(0.2, 5),
    mirrored: fc.boolean(),
    below: fc.boolean(),
  });
  const pairs = ({
    x,
    y,
    turn,
    sx,
    sy,
    mirrored,
    below,
  }: typeof placement extends fc.Arbitrary<infer T> ? T : never): Pair[] => [
    [10, x],
    [20, y],
    [41, mirrored ? -sx : sx],
    [42, sy],
    [50, turn],
    ...(below
      ? ([
          [210, 0],
          [220, 0],
          [230, -1],
        ] as const)
      : []),
  ];
  /** The same in complex numbers: scaled, turned, moved, and seen from below. */
  const placed = (
    [px, py]: readonly number[],
    { x, y, turn, sx, sy, mirrored, below }: Parameters<typeof pairs>[0],
  ) => {
    const [u, v] = [(px ?? 0) * (mirrored ? -sx : sx), (py ?? 0) * sy];
    const angle = (turn * Math.PI) / 180;
    const east = u * Math.cos(angle) - v * Math.sin(angle) + x;
    return [below ? -east : east, u * Math.sin(angle) + v * Math.cos(angle) + y];
  };
  fc.assert(
    fc.property(placement, placement, number(-50, 50), number(-50, 50), (outer, inner, px, py) => {
      const blocks = {
        A: [entity('INSERT', '0', [2, 'B'], ...pairs(inner))],
        B: [line('WALL', [px, py], [px + 1, py]), entity('INSERT', '0', [2, 'CAM'], [10, px], [20, py])],
        CAM: [],
      };
      const { features } = read({ blocks, entities: [entity('INSERT', '0', [2, 'A'], ...pairs(outer))] });
      const through = (at: readonly number[]) => placed(placed(at, inner), outer);
      const [camera, wall] = [
        features.find(({ properties }) => properties.entity === 'INSERT'),
        features.find(({ properties }) => properties.entity === 'LINE'),
      ];
      const [from, to] = [through([px, py]), through([px + 1, py])];
      const [shape, point] = [wall?.shapes[0], camera?.shapes[0]];
      const ends = shape?.type === 'LineString' ? shape.line.flat() : [];
      for (const [index, value] of [...from, ...to].entries()) expect(ends[index]).toBeCloseTo(value, 6);
      expect(point?.type === 'Point' ? point.at[0] : undefined).toBeCloseTo(from[0] ?? Number.NaN, 6);
      // What is drawn to the right in the block is where the camera looks.
      const heading = (Math.atan2((to[0] ?? 0) - (from[0] ?? 0), (to[1] ?? 0) - (from[1] ?? 0)) * 180) / Math.PI;
      const off = Math.abs(((Number(camera?.properties.direction) - heading + 540) % 360) - 180);
      expect(off).toBeLessThan(1e-3);
    }),
  );
});

it('a number of a door in a circle is no door', () => {
  const TAG = [entity('CIRCLE', '0', [10, 0], [20, 0], [40, 0.3]), entity('ATTDEF', '0', [10, 0], [20, 0], [2, 'NO'])];
  const { features, notes } = read({ blocks: { TAG }, entities: [insert('门', 'TAG', [0, 0])] });
  expect([features.length, said(notes)]).toEqual([
    0,
    ["left-out: block 'TAG' draws nothing that tells an opening (1)"],
  ]);
});

it('whatever is damaged in a drawing, it is read or refused', () => {
  const lines = new TextDecoder().decode(drawing('annex').bytes).split('\n');
  const damage = fc.record({
    at: fc.nat(lines.length - 1),
    by: fc.constantFrom('', '0', '-1', '1e308', 'INSERT', 'ENDBLK', 'EOF', 'SEQEND', '*', '70', 'NaN', '{'),
  });
  fc.assert(
    fc.property(fc.array(damage, { minLength: 1, maxLength: 6 }), (damages) => {
      const damaged = [...lines];
      for (const { at, by } of damages) damaged[at] = by;
      const files = [file('annex.dxf', damaged.join('\n'))];
      const imported = importBuilding([{ format: 'dxf', files }], { mapping: undefined, pack, strict: false });
      const { walls } = imported.ok ? imported.building.identified.draft : { walls: [] };
      expect(walls.flatMap(({ line }) => line.flat()).filter((number) => !Number.isFinite(number))).toEqual([]);
      expect(imported.ok || imported.problems.length > 0).toBe(true);
    }),
    { numRuns: 100 },
  );
});
