import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import schema from '../../../schemas/survey-1.schema.json' with { type: 'json' };
import { render } from '../../../src/i18n/locale.js';
import { displayWidth } from '../../../src/i18n/width.js';
import { importBuilding } from '../../../src/import/import.js';
import { loadMapping } from '../../../src/import/mapping/load.js';
import { openDxf } from '../../../src/import/read/dxf/read.js';
import { surveyDocument } from '../../../src/import/survey/document.js';
import { surveyJson } from '../../../src/import/survey/json.js';
import { proposalOf } from '../../../src/import/survey/mapping.js';
import { needsSurvey, type Survey, surveyOf } from '../../../src/import/survey/survey.js';
import { thumbsOf } from '../../../src/import/survey/thumbs.js';
import type { InputFile } from '../../../src/import/types.js';
import { writeTerminal } from '../../../src/render/writers/terminal.js';
import { closed } from '../../support/closed.js';
import { attributes, type Pair } from '../dxf-support.js';
import { pack } from '../support.js';
import { dxf, entity, house, houseIn, insert, line, polyline, text } from './support.js';

function survey(...files: InputFile[]): Survey {
  const surveyed = surveyOf(files, { pack });
  if (!surveyed.ok) throw new Error(JSON.stringify(surveyed.problems));
  return surveyed.survey;
}

/** Roles by layer and block; those to confirm with a question mark. */
function roles({ layers }: Survey): Record<string, string> {
  return Object.fromEntries(
    layers.flatMap(({ layer, parts }) =>
      parts.map(({ part, block, judgement: { role, asked } }) => [
        [layer, ...(part === 'lines' ? [] : [block ?? 'texts'])].join(' '),
        `${asked ? '?' : ''}${role}`,
      ]),
    ),
  );
}

const NAMED = { walls: '墙', doors: '门', names: '房间名称' };
const METRES = { $INSUNITS: [70, 6] } as const;

it('a number of many letters belongs to the block at its start, as in the import', () => {
  const circle = entity('CIRCLE', '0', [10, 0], [20, 0], [40, 0.15]);
  const entities = [1, 4].flatMap((x, n) => [
    insert('安防', 'SXJ-BQ', [x, 1]),
    text('安防', [x + 0.3, 1], `BQJK-1001-00${n + 1}`, 0.3),
    insert('0', 'CHAIR', [x + 2, 1]),
  ]);
  const { layers } = survey(dxf({ header: METRES, blocks: { 'SXJ-BQ': [circle], CHAIR: [circle] }, entities }));
  const [part] = layers.flatMap(({ parts }) => parts).filter(({ block }) => block === 'SXJ-BQ');
  expect(part?.judgement.evidence.map((one) => render(one, 'en')).join('; ')).toContain('BQJK-1001-001, BQJK-1001-002');
});

describe('a block that its name leaves open', () => {
  const part = (file: InputFile) => {
    const { layers } = survey(file);
    const found = layers.flatMap(({ parts }) => parts).find(({ part }) => part === 'block');
    return [found?.judgement.role, found?.judgement.device?.kind, found?.judgement.asked];
  };
  const at = insert('0', 'A$C1', [1, 1]);

  it('is a device if an attribute of one of its inserts names one', () => {
    const named = [...insert('0', 'A$C1', [3, 1]), ...attributes('0', { 名称: '半球摄像机' })];
    const blocks = { A$C1: [entity('CIRCLE', '0', [10, 0], [20, 0], [40, 0.1])] };
    expect(part(dxf({ header: METRES, blocks, entities: [at, named] }))).toEqual(['device', 'camera', false]);
    expect(part(dxf({ header: METRES, blocks, entities: [at] }))).not.toContain('camera');
  });

  it.each([
    ['A-DOOR', true],
    ['A-WINDOW', true],
    ['A-XYZ', false],
  ])('on layer %s is asked about: %s', (layer, asked) => {
    // biome-ignore format: one table
    const blocks = { A$C1: [entity('CIRCLE', '0', [10, 0], [20, 0], [40, 0.1])] };
    const entities = [...house(1), insert(layer, 'A$C1', [2, 4])];
    expect(part(dxf({ header: METRES, blocks, entities }))).toEqual(['none', undefined, asked]);
  });

  it('is a window if it draws panes between two jambs, whatever it draws first', () => {
    const panes = [0, 0.1, 0.2].map((y) => line('0', [0, y], [1.5, y]));
    const jambs = [0, 1.5].map((x) => line('0', [x, 0], [x, 0.2]));
    for (const strokes of [
      [...panes, ...jambs],
      [...jambs, ...panes],
    ]) {
      expect(part(dxf({ header: METRES, blocks: { A$C1: strokes }, entities: [...house(1), at] }))[0]).toBe('window');
    }
  });

  it('is a device if it draws a state of a dynamic block that is one', () => {
    const record = (name: string, handle: string, ...more: Pair[]): Pair[] => [[0, 'BLOCK_RECORD'], [5, handle], [2, name], ...more]; // biome-ignore format: pairs
    const tables = [record('球机', 'A1'), record('*U7', 'A2', [1001, 'AcDbBlockRepBTag'], [1070, 1], [1005, 'A1'])];
    const blocks = { '*U7': [entity('CIRCLE', '0', [10, 0], [20, 0], [40, 0.1])] };
    const entities = [insert('0', '*U7', [1, 1])];
    expect(part(dxf({ header: METRES, tables, blocks, entities }))).toEqual(['device', 'camera', false]);
  });
});

const ajv = new Ajv();
const valid = ajv.compile(schema);
const strict = ajv.compile({ ...Object(closed(schema)), $id: 'closed' });

it('a survey as JSON is what the schema says, all of it described', () => {
  const other = [
    entity('LWPOLYLINE', 'DIM', [70, 0], [10, 0], [20, 0], [10, 1], [20, 0]),
    line('HIDDEN', [0, 0], [1, 1], [60, 1]),
    insert('安防', 'X', [1, 1]),
    text('编号', [1, 1.1], 'QJ-01', 0.2),
  ];
  const blocks = { X: [entity('CIRCLE', '0', [10, 0], [20, 0], [40, 0.1])] };
  const drawings = [
    dxf({ header: METRES, blocks, entities: [...house(1), ...house(1, [40, 0]), ...other] }, '1F.dxf'),
    dxf({ header: { $INSUNITS: [70, 0] }, entities: [line('A', [0, 0], [9, 9])] }, '2F.dxf'),
    ...['clinic-tangent', 'house-us', 'villa-open'].flatMap((name) => {
      const path = `../shared/data/drawings/dxf-${name}`;
      const file = existsSync(path) ? readdirSync(path).find((one) => /\.dxf$/i.test(one)) : undefined;
      return file === undefined ? [] : [{ path: file, bytes: readFileSync(`${path}/${file}`) }];
    }),
  ];
  for (const drawing of drawings) {
    const found = survey(drawing);
    const json: unknown = JSON.parse(surveyJson(found, proposalOf(found, 'en'), '1.0.0'));
    expect([valid(json), valid.errors]).toEqual([true, null]);
    expect([strict(json), strict.errors]).toEqual([true, null]);
  }
});

describe('roles', () => {
  it('names and shapes that agree are sure', () => {
    expect(roles(survey(dxf({ header: METRES, entities: house(1, [0, 0], NAMED) })))).toEqual({
      墙: 'wall',
      门: 'door',
      '房间名称 texts': 'label',
    });
  });

  it('shapes alone tell walls and doors under names that say nothing; the doors are asked about', () => {
    expect(roles(survey(dxf({ header: METRES, entities: house(1) })))).toMatchObject({ A: 'wall', B: '?door' });
  });

  it('walls and leaves on one layer are a building, whatever it is called', () => {
    const layers = { walls: 'Internal Doors', doors: 'Internal Doors' };
    const found = roles(survey(dxf({ header: METRES, entities: house(1, [0, 0], layers) })));
    expect(found['Internal Doors']).toBe('?building');
  });

  it.each(['S-COLUMN', 'A-PARTITION', 'A-GLASS', '隔断', 'Mauer'])(
    'a name alone tells what stands in rooms: %s is walls',
    (layer) => {
      const lines = [line(layer, [1, 2], [1.4, 2.2]), line(layer, [3, 2], [3.1, 2.4])];
      expect(roles(survey(dxf({ header: METRES, entities: [...house(1), ...lines] })))[layer]).toMatch(/wall/);
    },
  );

  it('a layer of lines without length holds nothing, whatever its name', () => {
    const dots = [line('WALL-POINTS', [1, 2], [1, 2]), line('WALL-POINTS', [3, 2], [3, 2])];
    expect(roles(survey(dxf({ header: METRES, entities: [...house(1), ...dots] })))['WALL-POINTS']).toBe('none');
  });

  it('a name of something else on what looks like walls is asked about', () => {
    const found = roles(survey(dxf({ header: METRES, entities: house(1, [0, 0], { walls: 'FURNITURE' }) })));
    expect(found.FURNITURE).toBe('?none');
  });

  it('evenly spaced lines are a pattern, not walls', () => {
    const treads = Array.from({ length: 20 }, (_, n) => line('LINES', [20, n * 0.3], [23, n * 0.3]));
    expect(roles(survey(dxf({ header: METRES, entities: [...house(1), ...treads] }))).LINES).toBe('none');
  });

  it('closed polylines of a layer of rooms are zones', () => {
    const rooms = [0, 4, 8].map((x) =>
      polyline('ROOM', [
        [x, 0],
        [x + 4, 0],
        [x + 4, 8],
        [x, 8],
      ]),
    );
    expect(roles(survey(dxf({ header: METRES, entities: [...house(1), ...rooms] }))).ROOM).toBe('zone');
  });

  it('closed polylines of any layer with one name in each are zones, to be confirmed; loose lines beside them are not', () => {
    const names = ['Living Room', 'Kitchen', 'Bedroom', 'Bath'];
    const rooms = names.flatMap((name, n) => [
      polyline('0', [[5 * n, 0], [5 * n + 4, 0], [5 * n + 4, 3], [5 * n, 3]]), // biome-ignore format: points
      text('0', [5 * n + 1, 1.5], name, 0.3),
    ]);
    const found = survey(dxf({ header: METRES, entities: [...rooms, line('0', [0, 4], [19, 4])] }));
    expect(roles(found)['0']).toBe('?zone');
    expect(proposalOf(found, 'en').text).toContain('{layer: "0", entity: LWPOLYLINE}, as: zone}');
    // Two names in each, or faces of walls side by side.
    const twice = names.map((name, n) => text('0', [5 * n + 1, 0.8], name, 0.3));
    expect(roles(survey(dxf({ header: METRES, entities: [...rooms, ...twice] })))['0']).not.toContain('zone');
    const outer = names.map((_, n) => polyline('0', [[5 * n - 0.2, -0.2], [5 * n + 4.2, -0.2], [5 * n + 4.2, 3.2], [5 * n - 0.2, 3.2]])); // biome-ignore format: points
    expect(roles(survey(dxf({ header: METRES, entities: [...rooms, ...outer] })))['0']).not.toContain('zone');
  });

  it.each(['A-WIN', '窗', 'ARQ_VENTANAS', 'Fenster', 'FENETRE'])(
    'panes under the name %s are windows, though they pair',
    (layer) => {
      const panes = [0, 5, 9].flatMap((x) => [-0.1, 0, 0.1].map((y) => line(layer, [x + 1, 8 + y], [x + 3.4, 8 + y])));
      expect(roles(survey(dxf({ header: METRES, entities: [...house(1, [0, 0], NAMED), ...panes] })))[layer]).toBe(
        'window',
      );
      // Walls of whole rooms are asked about, whatever their name.
      expect(
        roles(survey(dxf({ header: METRES, entities: house(1, [0, 0], { ...NAMED, walls: layer }) })))[layer],
      ).toBe('?wall');
    },
  );

  it.each(['ELEC_TABLERO', 'MARCO', 'COTAS', 'A-DIM', '标注', '图框'])(
    'pairs under the name %s are no walls, but asked about',
    (layer) => {
      expect(roles(survey(dxf({ header: METRES, entities: house(1, [0, 0], { walls: layer }) })))[layer]).toBe('?none');
    },
  );

  it('devices are told by their blocks; what only a number tells is asked about', () => {
    const circle = [entity('CIRCLE', '0', [10, 0], [20, 0], [40, 0.15])];
    const blocks = { 'SXJ-QJ': circle, A$C1: circle, CHAIR: circle };
    const entities = [
      ...house(1),
      insert('弱电-设备', 'SXJ-QJ', [1, 4]),
      insert('弱电-设备', 'A$C1', [5, 4]),
      text('弱电-设备', [5.2, 4.2], 'BQ-01'),
      insert('F', 'CHAIR', [9, 2]),
    ];
    const surveyed = survey(dxf({ header: METRES, blocks, entities }));
    expect(roles(surveyed)).toMatchObject({
      '弱电-设备 SXJ-QJ': 'device',
      '弱电-设备 A$C1': '?device',
      '弱电-设备 texts': 'number',
      'F CHAIR': 'none',
    });
    expect(proposalOf(surveyed, 'en').text).toContain(
      '{where: {layer: 弱电-设备, block: "A$C1"}, as: device, kind: camera}  # ? 1; ',
    );
  });

  it('texts of people, departments and areas are no names of rooms; what a layer of texts says is shown', () => {
    const texts = [
      ...['管理人员：张三', '管理人员：李四', '（信息学院）'].map((words, n) => text('管理人员', [2 + n, 1], words)),
      ...['房间名称：会议室', '名称：女卫生间'].map((words, n) => text('文字', [2 + n, 2], words)),
    ];
    const surveyed = survey(dxf({ header: METRES, entities: [...house(1), ...texts] }));
    const found = roles(surveyed);
    expect([found['管理人员 texts'], found['文字 texts']]).toEqual(['none', 'label']);
    expect(proposalOf(surveyed, 'zh-CN').text).toContain('如“管理人员：张三”、“管理人员：李四”、“（信息学院）”');
  });

  it('what frozen layers hide is counted apart', () => {
    const frozen = [
      [0, 'LAYER'],
      [2, 'B'],
      [70, 1],
      [62, 7],
    ] as const;
    const { drawings } = survey(dxf({ header: METRES, tables: [frozen], entities: house(1) }));
    expect(drawings[0]?.hidden).toEqual([{ layer: 'B', why: 'frozen', counts: { ARC: 3, LINE: 3 } }]);
  });

  it('a block whose insert is off is none of the drawing; what it holds on other layers is seen', () => {
    // A negative colour: off.
    const off: Pair[] = [
      [0, 'LAYER'],
      [2, '标注'],
      [70, 0],
      [62, -7],
    ];
    const blocks = { AXIS: [line('0', [0, 0], [1, 0]), line('轴线', [0, 0], [0, 1])] };
    const { layers } = survey(
      dxf({ header: METRES, tables: [off], blocks, entities: [...house(1), insert('标注', 'AXIS', [1, 1])] }),
    );
    expect(layers.map(({ layer }) => layer)).toContain('轴线');
    expect(layers.map(({ layer }) => layer)).not.toContain('标注');
  });
});

describe('the proposed mapping', () => {
  const two = [dxf({ header: METRES, entities: house(1, [0, 0], NAMED) })];

  it('can be read, and imports the drawing', () => {
    const proposal = proposalOf(survey(...two), 'zh-CN');
    const loaded = loadMapping('m.yaml', new TextEncoder().encode(proposal.text), pack);
    if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems));
    const imported = importBuilding([{ format: 'dxf', files: two }], { mapping: loaded.mapping, pack, strict: false });
    expect(imported.ok && imported.building.identified.draft.zones.map(({ name }) => name).sort()).toEqual([
      '会议室',
      '办公室',
      '卫生间',
    ]);
  });

  it('has one rule for a layer or block however drawings spell it, and can be read', () => {
    const camera = [entity('CIRCLE', '0', [10, 0], [20, 0], [40, 0.15])];
    const storey = (path: string, names: typeof NAMED, layer: string, block: string) => {
      const entities = [...house(1, [0, 0], names), insert(layer, block, [1, 1])];
      return dxf({ header: METRES, blocks: { [block]: camera }, entities }, path);
    };
    const here = storey('1F.dxf', { walls: 'WALL', doors: 'Door', names: 'Text' }, 'CCTV', 'CAM');
    const there = storey('2F.dxf', { walls: 'Wall', doors: 'DOOR', names: 'TEXT' }, 'cctv', 'Cam');
    const mixed = dxf({
      header: METRES,
      blocks: { CAM: camera },
      entities: [
        ...house(1, [0, 0], { walls: 'WALL', doors: 'Door', names: 'Text' }),
        ...house(1, [20, 0], { walls: 'wall', doors: 'DOOR', names: 'TEXT' }),
        insert('CCTV', 'CAM', [1, 1]),
        insert('cctv', 'cam', [2, 1]),
      ],
    });
    for (const files of [[here, there], [mixed]]) {
      const surveyed = survey(...files);
      expect(surveyed.layers.map(({ layer }) => layer).sort()).toEqual(['CCTV', 'Door', 'Text', 'WALL']);
      const loaded = loadMapping('m.yaml', new TextEncoder().encode(proposalOf(surveyed, 'en').text), pack);
      expect(loaded.ok ? loaded.mapping.rules.length : loaded.problems).toBe(4);
    }
  });

  it('names of layers and texts of a drawing stay what they are', () => {
    const layer = 'a", b: [\u2028x] # {y}: 墙';
    const surveyed = survey(dxf({ header: METRES, entities: house(1, [0, 0], { ...NAMED, walls: layer }) }));
    const loaded = loadMapping('m.yaml', new TextEncoder().encode(proposalOf(surveyed, 'en').text), pack);
    expect(loaded.ok && loaded.mapping.rules.map(({ where }) => where.layer)).toContain(layer);
  });

  it('a unit that is asked for stands in comments only', () => {
    const surveyed = survey(dxf({ header: { $INSUNITS: [70, 0] }, entities: [line('WALL', [0, 0], [2000, 0])] }));
    const { text: written } = proposalOf(surveyed, 'en');
    expect(written).toMatch(/^# unit: 0\.01 {2}# \? /m);
    expect(written).not.toMatch(/^unit:/m);
  });

  it('the units of drawings that differ stand in comments, one a drawing', () => {
    const { text: written } = proposalOf(survey(houseIn('mm', 'mm', '1F.dxf'), houseIn('m', 'm', '2F.dxf')), 'en');
    expect(written).not.toMatch(/^unit:/m);
    expect(written).toMatch(/^# \? 1F\.dxf: .*millimetres/m);
    expect(written).toMatch(/^# \? 2F\.dxf: .*metres/m);
  });

  it('floors side by side with their titles become levels by region, and lie over each other', () => {
    const entities = [
      ...house(1000, [0, 0], NAMED),
      text('T', [5000, -2000], '一层平面图', 500),
      ...house(1000, [30_000, 0], NAMED),
      text('T', [35_000, -2000], '二层平面图', 500),
    ];
    const file = dxf({ header: { $INSUNITS: [70, 4] }, entities });
    const { text: written } = proposalOf(survey(file), 'en');
    const loaded = loadMapping('m.yaml', new TextEncoder().encode(written), pack);
    if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems));
    expect(loaded.mapping.levels?.map(({ key }) => key)).toEqual(['F1', 'F2']);
    const mapping = { ...loaded.mapping, assume: { storey: 4 } };
    const imported = importBuilding([{ format: 'dxf', files: [file] }], { mapping, pack, strict: false });
    if (!imported.ok) throw new Error(JSON.stringify(imported.problems));
    const { zones } = imported.building.identified.draft;
    const corner = (level: string) => {
      const points = zones.filter((zone) => zone.level === level).flatMap(({ rings }) => rings.flat());
      return [Math.min(...points.map(([x]) => x)), Math.min(...points.map(([, y]) => y))].map((n) => n.toFixed(3));
    };
    const levels = [...new Set(zones.map(({ level }) => level))];
    expect(levels).toHaveLength(2);
    expect(zones).toHaveLength(6);
    expect(corner(levels[0] ?? '')).toEqual(corner(levels[1] ?? ''));
  });

  it('is the same bytes twice, as are table, JSON and pictures', () => {
    const all = () => {
      const surveyed = survey(...two);
      const proposal = proposalOf(surveyed, 'zh-CN');
      return [
        proposal.text,
        surveyJson(surveyed, proposal, '0'),
        writeTerminal([surveyDocument(surveyed)], { locale: 'zh-CN', colour: false, width: 100, flush: true }),
        ...thumbsOf(surveyed, 'en').map((file) => file.text),
      ];
    };
    expect(all()).toEqual(all());
  });
});

describe('regions', () => {
  it('of storeys that differ in size are proposed with a word on their corners', () => {
    const written = (...more: ReturnType<typeof house>) =>
      proposalOf(survey(dxf({ header: METRES, entities: [...house(1, [0, 0], NAMED), text('T', [5, -2], '一层平面图'), ...house(1, [40, 0], NAMED), text('T', [45, -2], '二层平面图'), ...more] })), 'zh-CN').text; // biome-ignore format: two storeys
    expect(written()).not.toContain('同一轴线交点');
    expect(written(line('WALL', [38, 0], [40, 0]), line('WALL', [38, 0.2], [40, 0.2]))).toContain('同一轴线交点');
  });

  it('what lies in none is left out and counted', () => {
    const entities = [...house(1, [0, 0], NAMED), ...house(1, [100, 0], NAMED)];
    const file = dxf({ header: METRES, entities });
    const mapping = { levels: [{ key: 'F1', region: [-1, -1, 13, 9] as const }], rules: [] };
    const imported = importBuilding([{ format: 'dxf', files: [file] }], { mapping, pack, strict: false });
    if (!imported.ok) throw new Error(JSON.stringify(imported.problems));
    expect(imported.building.identified.draft.zones).toHaveLength(3);
    const outside = imported.building.notes.filter(({ message }) => message.id === 'dxf/outside');
    expect(outside.reduce((sum, { count = 1 }) => sum + count, 0)).toBeGreaterThanOrEqual(18);
  });

  it('a corner right of or above the other is refused', () => {
    const text = 'levels: [{key: F1, region: [10, 0, 0, 10]}]\n';
    const loaded = loadMapping('m.yaml', new TextEncoder().encode(text), pack);
    expect(loaded.ok ? [] : loaded.problems.map(({ code }) => code)).toEqual(['mapping/region']);
  });
});

describe('the shipped rules', () => {
  it('fit layers that they know, and not others', () => {
    expect(needsSurvey([dxf({ header: METRES, entities: house(1, [0, 0], NAMED) })], undefined)).toBe(false);
    expect(needsSurvey([dxf({ header: METRES, entities: house(1) })], undefined)).toBe(true);
    // The import before has parsed it.
    const file = dxf({ header: METRES, entities: house(1) });
    expect(openDxf(file)).toBe(openDxf(file));
  });
});

describe('hostile drawings end with a sentence', () => {
  const problemOf = (file: InputFile) => {
    const surveyed = surveyOf([file], { pack });
    return surveyed.ok ? [] : surveyed.problems.map(({ code }) => code);
  };

  it('an array of a thousand million inserts', () => {
    const array = insert('0', 'B', [0, 0], [70, 32_000], [71, 32_000], [44, 1], [45, 1]);
    const blocks = { B: [line('0', [0, 0], [1, 0])] };
    expect(problemOf(dxf({ blocks, entities: [array] }))).toEqual(['import/dxf-much']);
  });

  it('blocks that double in each block', () => {
    const blocks = Object.fromEntries(
      Array.from({ length: 15 }, (_, n) => [
        `B${n}`,
        [insert('0', `B${n + 1}`, [0, 0]), insert('0', `B${n + 1}`, [1, 0])],
      ]),
    );
    const wide = Array.from({ length: 40 }, (_, n) => insert('0', 'B0', [n, 0]));
    expect(problemOf(dxf({ blocks, entities: wide }))).toEqual(['import/dxf-much']);
  });

  it('no drawing at all', () => {
    expect(problemOf({ path: 'x.dxf', bytes: new Uint8Array([1, 2, 3]) })).toHaveLength(1);
  });
});

const CLINIC = '../shared/data/drawings/dxf-clinic-tangent/诊所一层.dxf';
const clinic = [CLINIC, `../${CLINIC}`].find((path) => existsSync(path));

describe.skipIf(clinic === undefined)('a clinic as T-Arch draws it', () => {
  const file = (): InputFile => ({ path: '诊所一层.dxf', bytes: readFileSync(clinic ?? '') });

  it('every layer and block is told; the block without a meaning is asked about', () => {
    const surveyed = survey(file());
    expect(surveyed.drawings[0]?.unit.unit?.metres).toBe(0.001);
    expect(roles(surveyed)).toEqual({
      WALL: 'wall',
      'WINDOW $DorLib2D$00000001': 'door',
      'WINDOW $WINLIB2D$00000001': 'window',
      '弱电-设备 SXJ-QJ': 'device',
      '弱电-设备 A$C3F2B1': '?device',
      '弱电-设备 DKQ': 'device',
      '弱电-设备 JJAN': 'device',
      '弱电-设备 HW-TCQ': 'device',
      '弱电-设备 texts': 'number',
      'PUB_TEXT texts': 'label',
      DOTE: 'none',
      PUB_DIM: 'none',
      'PUB_DIM texts': 'none',
    });
  });

  it('its table fits a page', () => {
    const options = { locale: 'zh-CN', colour: false, width: 100, flush: true } as const;
    const lines = writeTerminal([surveyDocument(survey(file()))], options).split('\n');
    expect(Math.max(...lines.map(displayWidth))).toBeLessThanOrEqual(100);
    expect(lines[1]).toMatch(/^单位：毫米 {2}门扇半径900、.*；文件未写单位$/);
  });

  it('the proposal imports walls, doors, windows and all devices', () => {
    const loaded = loadMapping('m.yaml', new TextEncoder().encode(proposalOf(survey(file()), 'en').text), pack);
    if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems));
    const imported = importBuilding([{ format: 'dxf', files: [file()] }], {
      mapping: loaded.mapping,
      pack,
      strict: false,
    });
    if (!imported.ok) throw new Error(JSON.stringify(imported.problems));
    const { devices, openings, zones } = imported.building.identified.draft;
    const kinds = devices.map(({ kind }) => kind).sort();
    expect(kinds).toEqual([
      ...['access-reader', 'camera', 'camera', 'camera', 'camera', 'intrusion-detector', 'panic-button'],
    ]);
    expect(openings.filter(({ kind }) => kind === 'window')).toHaveLength(4);
    // Ten inner doors and openings, and one or two leaves of the double door outside.
    expect(openings.filter(({ kind }) => kind === 'door').length).toBeGreaterThanOrEqual(10);
    expect(zones.length).toBeGreaterThanOrEqual(10);
  });
});

it('tens of thousands of arcs and leaves in one place end soon, with a survey or a sentence', () => {
  const arcs = Array.from({ length: 20_000 }, () => entity('ARC', 'D', [10, 0], [20, 0], [40, 1], [50, 0], [51, 90]));
  const lines = Array.from({ length: 20_000 }, () => line('D', [3, 3], [1, 0.05]));
  const surveyed = surveyOf([dxf({ header: METRES, entities: [...arcs, ...lines] })], { pack });
  expect(surveyed.ok ? ['ok'] : surveyed.problems.map(({ code }) => code)).toHaveLength(1);
});
