import { expect, it } from 'vitest';
import { render } from '../../src/i18n/locale.js';
import { importBuilding } from '../../src/import/import.js';
import { surveyOf } from '../../src/import/survey/survey.js';
import { HOSTILE } from './hostile.js';
import { pack } from './support.js';

const MUCH = [
  '图中展开图块、阵列后超过 250000 个图元',
  'with its blocks and arrays the drawing has more than 250000 entities',
];
const GROUPS = ['图形数据超过 2500000 组', 'the file has more than 2500000 groups'];
const LINE = ['此行超过 65536 个字符', 'this line has more than 65536 characters'];
const BROKEN = ['坐标不全或者不是数', 'are missing or no numbers'];

/** What is said of each: why nothing is imported, or a note of what is refused or left out; undefined if it is read. */
const SENTENCES: Readonly<Record<keyof typeof HOSTILE, readonly string[] | undefined>> = {
  'blocks that hold each other': ['图块嵌套没有尽头', 'blocks are nested without end'],
  'blocks that double forty times': MUCH,
  'blocks of ten, eight deep': MUCH,
  'an array of 10^9 by 10^9': MUCH,
  'an array of 10^9 in a row': MUCH,
  'an array of cameras': undefined,
  'ten thousand doors of a thousand lines': MUCH,
  'a polyline of 10^6 corners': MUCH,
  'a hatch of 10^6 corners': MUCH,
  'a spline of 10^6 control points': GROUPS,
  'a hatch of a hundred thousand loops': ['HATCH不能采用', "HATCH can't be read"],
  'a text of 10 MB': LINE,
  'a text of 10 MB of codes': LINE,
  'a text of 10 MB of fractions': LINE,
  'a text of 10 MB in pieces': ['TEXT不作为区域名称', 'TEXT taken for no name of a zone'],
  'an attribute of 10 MB': LINE,
  'a layer called by 10 MB': LINE,
  'five thousand layers': ['图层“L4999”：LINE没有对应的规则', "layer 'L4999': no rule for LINE"],
  'five thousand layers of walls': ['步', 'million steps of work'],
  'coordinates of 1e308': BROKEN,
  'coordinates that are no numbers': BROKEN,
  'a wall of nine hundred million kilometres': undefined,
  'a radius of 1e308': BROKEN,
  'a thousand circles of a thousand kilometres': ['步', 'million steps of work'],
  'a thousand ellipses of a thousand kilometres': ['步', 'million steps of work'],
  'two hundred rooms on top of each other': ['步', 'million steps of work'],
  'a bulge of 1e308': undefined,
  'a width of 1e308': undefined,
  'a block scaled by 1e308': BROKEN,
  'letters of 1e308': undefined,
  'an external reference': [
    '外部参照“XREF”的内容不在本文件中',
    "what external reference 'XREF' shows isn't in this file",
  ],
  'a file cut off': ['文件不完整', 'the file was cut off'],
  'a group code that is none': ['此处应为组码', 'expected a group code'],
  'ten million line ends': ['不是 DXF 文件', 'this is no DXF file'],
  'ten million zeros': GROUPS,
  'a comment of 100 MB': LINE,
  'binary DXF': ['这是二进制 DXF', 'this is binary DXF'],
  'half a million entities': GROUPS,
};

it.each(Object.entries(HOSTILE))(
  '%s: the import ends with a sentence, or reads it',
  (name, make) => {
    const files = [{ path: 'plan.dxf', bytes: make() }];
    const imported = importBuilding([{ format: 'dxf', files }], { mapping: undefined, pack, strict: false });
    const messages = imported.ok ? imported.building.notes : imported.problems;
    const wanted = SENTENCES[name as keyof typeof HOSTILE];
    if (wanted === undefined) expect(imported.ok).toBe(true);
    for (const [index, locale] of (['zh-CN', 'en'] as const).entries()) {
      const said = messages.map(({ message }) => render(message, locale)).join('\n');
      if (wanted !== undefined) expect(said).toContain(wanted[index]);
    }
    if (!imported.ok) return;
    const { walls, zones, devices } = imported.building.identified.draft;
    const numbers = [walls.map(({ line }) => line), zones.flatMap(({ rings }) => rings), devices.map(({ at }) => [at])];
    expect(numbers.flat(3).every((number) => Number.isFinite(number))).toBe(true);
  },
  30_000,
);

it.each(Object.entries(HOSTILE).filter(([name]) => !/10 MB|10\^6|million|100 MB/.test(name)))(
  '%s: the survey ends, too',
  (_, make) => {
    const surveyed = surveyOf([{ path: 'plan.dxf', bytes: make() }], { pack });
    expect(surveyed.ok || surveyed.problems.length > 0).toBe(true);
  },
  30_000,
);
