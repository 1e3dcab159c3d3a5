// What a user of `sitecam suggest` gets of the file that says what may be mounted and where.
import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { describe, expect, it, test } from 'vitest';
import { ConfigurationError } from '../../../src/config/error.js';
import { defaultCatalogue, readCatalogue } from '../../../src/features/suggest/catalogue/catalogue.js';
import { suggestSchema } from '../../../src/features/suggest/catalogue/schema.js';
import type { Catalogue } from '../../../src/features/suggest/types.js';
import { type CatalogueFlags, catalogueFor } from '../../../src/host/config/suggest/catalogue.js';
import { TermsFault } from '../../../src/host/config/terms-fault.js';
import { processIo } from '../../../src/host/io.js';
import { UsageError } from '../../../src/host/usage.js';
import { loadPack } from '../../../src/law/load.js';
import { type Drawn, readPlan } from '../../../src/plan/read/read.js';
import { renderProblems } from '../../../src/report/terminal/terminal.js';
import { locate } from '../../../src/source/place/locate.js';
import type { SourceProblem } from '../../../src/source/problem.js';
import type { SourceFile } from '../../../src/source/types.js';
import { Folder } from '../../support/folder.js';
import { sitecam } from '../../support/io.js';

const HOTEL = 'fixtures/sites/qingcheng-hotel/plan.yaml';
const FILE = 'sitecam.suggest.yaml';

const TYPES = `deviceTypes:
  dome: {kind: camera, form: fixed, hfov: 98, resolution: [2560, 1440], audio: none, heading: 90, tilt: 20}
  zoom: {kind: camera, varifocal: {hfov: [30, 100]}, hfov: 60, resolution: [1920, 1080], audio: none, range: 30}
  sound: {kind: camera, hfov: 90, resolution: [1920, 1080], audio: microphone}
  unsaid: {kind: camera, hfov: 90, resolution: [1920, 1080]}
  blurred: {kind: camera, hfov: 90, audio: none}
  turning: {kind: camera, form: ptz, hfov: 60, resolution: [1920, 1080], audio: none}
  gate: {kind: face-terminal, audio: none}
  masked: {kind: camera, hfov: 90, resolution: [1920, 1080], audio: none, masks: [{polygon: [[0, 0], [1, 0], [1, 1]]}]}
  flawed: {kind: camera, hfov: 200, resolution: [1920, 1080], audio: none}
  reader: {kind: access-reader}
`;

function planOf({ types = TYPES, head = '', ceiling = 'ceiling: 3, ', by = 1 } = {}): string {
  const at = (...numbers: readonly number[]) => `[${numbers.map((n) => n * by).join(', ')}]`;
  return `sitecam: 1
site: {name: 小店, categories: [hotel], region: "150102"}
${head}levels:
  - id: F1
    ${ceiling === '' ? '' : 'ceiling: 3'}
    zones: [{id: corridor-1, kind: corridor, rect: ${at(0, 0, 12, 2)}}]
    walls: [{id: w1, line: [${at(0, 0)}, ${at(12, 0)}]}]
    devices: [{id: C1, type: dome, at: ${at(1, 1)}}, {id: C2, type: dome, at: ${at(2, 1)}, status: removed}]
${types}`;
}

function drawnOf(plan: string): Drawn {
  let drawn: Drawn | undefined;
  const result = readPlan('plan.yaml', () => new TextEncoder().encode(plan), {
    pack: loadPack('nm-2017'),
    onDrawn: (one) => {
      drawn = one;
    },
  });
  if (drawn === undefined) throw new Error(JSON.stringify(result));
  return drawn;
}

/** The document of a plan on disk. */
function drawnAt(path: string): Drawn {
  return drawnOf(readFileSync(path, 'utf8'));
}

function read(text: string, plan = planOf(), isOwn = true) {
  return readCatalogue(FILE, new TextEncoder().encode(text), drawnOf(plan), isOwn);
}

function catalogueIn(text: string, plan?: string): Catalogue {
  const result = read(text, plan);
  if (!result.ok) throw new Error(told(result.problems, result.files).join('\n'));
  return result.catalogue;
}

/** Problems as a user reads them: file:line:column and the message in both languages. */
function told(problems: readonly SourceProblem[], files: readonly SourceFile[]): string[] {
  return problems.map(({ place, at, message }) => {
    const file = files.find(({ path }) => path === place.path);
    if (file === undefined) throw new Error(`no file '${place.path}'`);
    const { line, column } = at ?? locate(file, place).start;
    return `${place.path}:${line}:${column} ${message.zh} ${message.en}`;
  });
}

function problemsIn(text: string, plan?: string): string[] {
  const result = read(text, plan);
  return result.ok ? [] : told(result.problems, result.files);
}

describe('types', () => {
  it('a name of the deviceTypes of the plan needs no more; price 1 and the wall are the default', () => {
    const { from, path, cameras, points } = catalogueIn('types:\n  dome:\n    price: 420\n  zoom: {}\n');
    expect([from, path, points]).toEqual(['file', FILE, []]);
    const [dome, zoom] = cameras;
    expect(dome).toMatchObject({ id: 'dome', price: 420, mounts: ['wall'], range: undefined, keys: undefined });
    // Where the type looks is for each device to say.
    expect(dome.lens).toMatchObject({ form: 'fixed', hfov: 98, heading: undefined, tilt: undefined });
    expect(zoom).toMatchObject({ price: 1, range: 30 });
    expect(zoom.lens).toMatchObject({ form: 'varifocal', hfov: 60, varifocal: { hfov: [30, 100], locked: false } });
  });

  it('a type of its own is read as the plan would read it, and can be added to the plan', () => {
    const { cameras, points } = catalogueIn(`types:
  own: {kind: camera, focalLength: 4, sensor: [5.6, 3.1], resolution: [2560, 1440], audio: none, tolerance: {heading: 1}, price: 5, mounts: [corner, wall, corner]}
  contact: {kind: door-contact, price: 60}
  reader: {price: 200}
`);
    expect(cameras).toHaveLength(1);
    expect(cameras[0]).toMatchObject({ id: 'own', price: 5, mounts: ['corner', 'wall'], tolerance: { heading: 1 } });
    expect(cameras[0].lens.hfov).toBeCloseTo((2 * Math.atan(0.7) * 180) / Math.PI, 9);
    expect(cameras[0].keys).toEqual({
      kind: 'camera',
      focalLength: 4,
      sensor: [5.6, 3.1],
      resolution: [2560, 1440],
      audio: 'none',
      tolerance: { heading: 1 },
    });
    expect(points).toEqual([
      { id: 'contact', kind: 'door-contact', price: 60, keys: { kind: 'door-contact' } },
      { id: 'reader', kind: 'access-reader', price: 200, keys: undefined },
    ]);
  });

  it('a model of the table gives what the file leaves out, as it does in a plan', () => {
    const [camera] = catalogueIn('types:\n  eye: {model: DS-2CD2143G2-I, lens: 2.8, audio: none}\n').cameras;
    expect(camera.lens).toMatchObject({ form: 'fixed', hfov: 103, resolution: [2688, 1520] });
    expect(problemsIn('types:\n  eye: {model: DS-2CD2143G2-I, audio: none}\n')[0]).toMatch(
      /^sitecam.suggest.yaml:2:3 “eye”的水平视场角未知.*lens.* lens may do\.$/,
    );
  });

  it('without types, those of the plan hold with the rules of the file', () => {
    const { from, path, cameras, mounting } = catalogueIn(
      'mounting: {wall: {heights: [3.2, 2.4, 2.4]}}\n',
      planOf({ ceiling: '' }),
    );
    expect([from, path]).toEqual(['plan', FILE]);
    expect(cameras.map(({ id }) => id)).toEqual(['dome', 'zoom']);
    expect(mounting.wall.heights).toEqual([3.2, 2.4]);
  });

  it('keys that the plan has already may be repeated, but not contradicted', () => {
    expect(problemsIn('types:\n  dome: {kind: camera, hfov: 98}\n')).toEqual([]);
    const [twice, ...others] = problemsIn('types:\n  dome: {kind: camera, hfov: 90, vfov: 60}\n');
    expect(twice).toMatch(/^sitecam.suggest.yaml:2:30 “dome”的hfov与设计图.* Make them the same/);
    expect(others).toHaveLength(1);
  });

  const OWN = 'kind: camera, hfov: 90, resolution: [1920, 1080]';
  it.each<[what: string, type: string, column: number, message: RegExp]>([
    ['unknown name', 'dom: {}', 3, /没有“dom”（是否应为“dome”？）.*'dom' \(did you mean 'dome'\?\).*describe the type/],
    ['no kind', 'x: {hfov: 90}', 3, /“x”缺少kind.*'x' has no kind: write camera/],
    ['misspelt kind', 'x: {kind: camra}', 13, /是否应为“camera”.*'camra'.*never suggested \(did you mean 'camera'\?\)/],
    ['face terminal of the plan', 'gate: {price: 2}', 3, /“gate”的kind为“face-terminal”，不作推荐.*never suggested/],
    ['intercom', 'x: {kind: intercom}', 13, /“intercom”，不作推荐.*never suggested/],
    ['no field of view', 'x: {kind: camera, resolution: [9, 9], audio: none}', 3, /水平视场角未知.*write hfov/],
    ['no resolution', 'blurred: {}', 3, /分辨率未知.*resolution of 'blurred'.*write resolution/],
    ['sound', `x: {${OWN}, audio: two-way}`, 64, /audio为“two-way”：只推荐不采集声音.*Use a type without sound/],
    ['sound of the plan', 'sound: {}', 3, /audio为“microphone”/],
    ['sound not said', `x: {${OWN}}`, 3, /未写明能否采集声音.*write audio: none/],
    ['sound not said in the plan', 'unsaid: {}', 3, /未写明能否采集声音/],
    ['sound by name', `拾音器-1: {${OWN}, audio: none}`, 3, /名称或者型号“拾音器-1”表示能采集.*rename it/],
    ['PTZ', `x: {${OWN}, audio: none, form: ptz}`, 76, /形式为云台，不作推荐.*form 'PTZ'.*only fixed and varifocal/],
    ['PTZ of the plan', 'turning: {}', 3, /形式为云台/],
    ['PTZ by its key', `x: {${OWN}, audio: none, ptz: {limits: hard}}`, 75, /形式为云台/],
    ['fisheye', `x: {${OWN}, audio: none, form: fisheye}`, 76, /形式为鱼眼.*'fisheye'/],
    ['several sensors', `x: {${OWN}, audio: none, sensors: [{heading: 0}]}`, 79, /形式为多目.*'several sensors'/],
    ['thermal', `x: {${OWN}, audio: none, video: thermal}`, 77, /（video）为“thermal”.*only visible/],
    ['what hangs on a place', 'masked: {}', 3, /写明了masks，该项取决于设备装在何处.*has masks/],
    [
      'impossible lens',
      'x: {kind: camera, hfov: 200, resolution: [9, 9], audio: none}',
      27,
      /hfov为200，不可能成立.*impossible/,
    ],
    [
      'mounts of a contact',
      'x: {kind: door-contact, mounts: [wall]}',
      35,
      /不是摄像机，装在所守卫的门上.*leave out mounts/,
    ],
    [
      'contact with pictures',
      'x: {kind: door-contact, video: visible}',
      34,
      /采集图像、声音.*captures images or sound/,
    ],
    ['negative price', 'dome: {price: -3}', 17, /“price”为-3，应在1至1000000000之间.*must be between 1/],
    ['no price at all', 'dome: {price: 0}', 17, /“price”为0/],
    ['fraction of a price', 'dome: {price: 1.5}', 17, /“price”应为整数.*must be a whole number, but is the number 1.5/],
    ['price with a unit', 'dome: {price: 420元}', 17, /整数.*请只写数字.*write the number alone/],
    ['unknown mount', 'dome: {mounts: [celing]}', 19, /应为“wall”、“corner”、“ceiling”之一（是否应为“ceiling”？）/],
    ['misspelt key', 'dome: {prise: 3}', 10, /不认识的键“prise”（是否应为“price”？）/],
  ])('%s', (_, type, column, message) => {
    const [first, ...others] = problemsIn(`types:\n  ${type}\n`);
    expect(first).toMatch(message);
    expect(first).toMatch(new RegExp(`^${FILE}:2:${column} `));
    expect(others).toEqual([]);
  });

  it('a figure of the plan that no lens can have is shown in the plan', () => {
    expect(problemsIn('types: {flawed: {}}\n')).toEqual([expect.stringMatching(/^plan.yaml:\d+:32 .*hfov为200/)]);
  });

  it('fifty at most', () => {
    const types = (count: number) =>
      `types:\n${Array.from({ length: count }, (_, n) => `  dome-${n}: {kind: camera, hfov: 90, resolution: [1920, 1080], audio: none}\n`).join('')}`;
    expect(catalogueIn(types(50)).cameras).toHaveLength(50);
    expect(problemsIn(types(51))).toEqual([expect.stringMatching(/50/)]);
  });

  it('no camera among them', () => {
    expect(problemsIn('types:\n  contact: {kind: door-contact}\n')).toEqual([
      expect.stringMatching(/^sitecam.suggest.yaml:1:1 没有可以选用的摄像机.* kind: camera\.$/),
    ]);
    expect(problemsIn('types: {}\n')).toHaveLength(1);
  });

  it('the ceiling, where no level has one', () => {
    const text = 'types:\n  dome: {mounts: [wall, ceiling]}\n';
    expect(problemsIn(text)).toEqual([]);
    expect(problemsIn(text, planOf({ ceiling: '' }))).toEqual([
      expect.stringMatching(/^sitecam.suggest.yaml:2:25 .*各层都未写明顶高（ceiling）.*Write it there/),
    ]);
  });

  it('tells all faults at once', () => {
    expect(problemsIn('types: {dom: {}, gate: {}, dome: {}}\nmounting: {tilts: [60, 0]}\nfixed: [C9]\n')).toHaveLength(
      4,
    );
  });
});

describe('rules of mounting and devices that stay', () => {
  it('hold by default', () => {
    expect(catalogueIn('types: {dome: {}}\n').mounting).toEqual({
      wall: { heights: [2.7], fromOpenings: 0.35 },
      ceiling: { drop: 0.1 },
      noGo: [],
      tilts: [0, 90],
    });
  });

  it('are taken as written', () => {
    const { mounting, fixed } = catalogueIn(`mounting:
  wall: {heights: [2.5, 2.8], from-openings: 0.5}
  ceiling: {drop: 0}
  noGo: [{wall: w1}, {zone: corridor-1}, {polygon: [[0, 0], [1, 0], [1, 1]], level: F1}]
  tilts: [5, 60]
fixed: [C1, C1]
`);
    expect(mounting).toEqual({
      wall: { heights: [2.5, 2.8], fromOpenings: 0.5 },
      ceiling: { drop: 0 },
      noGo: [
        { wall: 'w1' },
        { zone: 'corridor-1' },
        {
          polygon: [
            [0, 0],
            [1, 0],
            [1, 1],
          ],
          level: 'F1',
        },
      ],
      tilts: [5, 60],
    });
    expect(fixed).toEqual(['C1']);
  });

  it('a polygon is in the unit and about the zero of the plan', () => {
    const at = (polygon: string, plan: string) => {
      const [one] = catalogueIn(`mounting: {noGo: [{polygon: ${polygon}, level: F1}]}\n`, plan).mounting.noGo;
      return 'polygon' in one ? one.polygon : undefined;
    };
    const millimetres = planOf({ head: 'coordinates: millimetres\n', by: 1000 });
    expect(at('[[1000, 500], [2000, 500], [2000, 1500]]', millimetres)).toEqual([
      [1, 0.5],
      [2, 0.5],
      [2, 1.5],
    ]);
    const far = planOf()
      .replaceAll('[0, 0, 12, 2]', '[500000, 4000000, 12, 2]')
      .replaceAll(/\[(\d+), (\d)\](?=[,}\]])/g, (_, x, y) => `[${500000 + Number(x)}, ${4000000 + Number(y)}]`);
    expect(at('[[500001, 4000001], [500002, 4000001], [500002, 4000002]]', far)?.[0]).toEqual([1, 1]);
  });

  it('a polygon of a plan in degrees is in degrees', () => {
    const plan = `sitecam: 1
site: {name: 馆, categories: [museum], region: "150102"}
coordinates: wgs84
levels: [{id: F1, zones: [{id: z, kind: corridor, polygon: [[111, 40], [111.001, 40], [111.001, 40.001]]}]}]
`;
    const { noGo } = catalogueIn(
      'mounting: {noGo: [{polygon: [[111, 40], [111, 40.0001], [111.0001, 40]], level: F1}]}\n',
      plan,
    ).mounting;
    const [one] = noGo;
    expect('polygon' in one && one.polygon[1][1]).toBeCloseTo(11.1, 1);
    expect(problemsIn('mounting: {noGo: [{polygon: [[0, 0], [900, 0], [9, 9]], level: F1}]}\n', plan)[0]).toMatch(
      /^sitecam.suggest.yaml:1:38 坐标（900，0）不是经纬度/,
    );
  });

  it.each<[what: string, line: string, column: number, message: RegExp]>([
    ['reversed tilts', 'tilts: [60, 0]', 10, /前值不得大于后值.*may not be larger/],
    ['tilts out of range', 'tilts: [-5, 60]', 11, /为-5，应在0至90之间.*between 0 and 90/],
    ['upward tilts', 'tilts: [0, 120]', 14, /为120，应在0至90之间/],
    ['one tilt', 'tilts: [30]', 10, /恰为2项.*exactly 2/],
    ['height of nothing', 'wall: {heights: [2.5, 0]}', 25, /安装高度为0米，应大于0.*more than 0/],
    ['height below the floor', 'wall: {heights: [-2.7]}', 20, /安装高度为-2.7米/],
    ['height of the ceiling', 'wall: {heights: [2.7, 3]}', 25, /3米不低于任何一层的顶高（最高3米）/],
    ['height in mm', 'wall: {heights: [2.7, 50]}', 25, /50米不低于任何一层的顶高（最高3米）.*Lower it/],
    ['no height', 'wall: {heights: []}', 19, /至少1项/],
    ['distance below nothing', 'wall: {from-openings: -1}', 25, /为-1，应在0至100之间/],
    ['drop through the floor', 'ceiling: {drop: 3}', 19, /低于顶棚3米.*Make it less/],
    [
      'unknown wall',
      'noGo: [{wall: w2}]',
      17,
      /没有编号为“w2”的墙（是否应为“w1”？）.*no wall 'w2' \(did you mean 'w1'/,
    ],
    ['unknown zone', 'noGo: [{zone: coridor-1}]', 17, /“coridor-1”的区域（是否应为“corridor-1”？）/],
    ['unknown level', 'noGo: [{polygon: [[0, 0], [1, 0], [1, 1]], level: F2}]', 53, /“F2”的楼层（是否应为“F1”？）/],
    ['no level', 'noGo: [{polygon: [[0, 0], [1, 0], [1, 1]]}]', 20, /缺少level.*可用：F1.*one of F1/],
    ['level of a wall', 'noGo: [{wall: w1, level: F1}]', 28, /level只与polygon一起写.*polygon alone/],
    ['two places at once', 'noGo: [{wall: w1, zone: corridor-1}]', 10, /“wall”、“zone”、“polygon”之一.*Exactly one/],
    ['nothing at all', 'noGo: [{}]', 10, /“wall”、“zone”、“polygon”之一/],
    ['polygon of two points', 'noGo: [{polygon: [[0, 0], [1, 0]], level: F1}]', 20, /至少3项/],
    ['flat polygon', 'noGo: [{polygon: [[0, 0], [1, 1], [2, 2]], level: F1}]', 20, /没有面积.*no area/],
    ['crossing polygon', 'noGo: [{polygon: [[0, 0], [3, 2], [3, 0], [0, 1]], level: F1}]', 20, /边相交.*cross/],
    ['polygon far away', 'noGo: [{polygon: [[0, 0], [1e9, 0], [0, 1e9]], level: F1}]', 20, /超过100千米.*check them/],
  ])('%s', (_, line, column, message) => {
    const problems = problemsIn(`mounting:\n  ${line}\n`);
    expect(problems[0]).toMatch(message);
    expect(problems[0]).toMatch(new RegExp(`^${FILE}:2:${column} `));
    expect(problems).toHaveLength(1);
  });

  it('devices that stay are devices of the plan that are there', () => {
    expect(problemsIn('fixed: [C1, C11, C2]\n')).toEqual([
      expect.stringMatching(
        /^sitecam.suggest.yaml:1:13 .*“C11”的设备（是否应为“C1”？）.*no device 'C11' \(did you mean/,
      ),
      expect.stringMatching(/^sitecam.suggest.yaml:1:18 .*已拆除（status: removed）.*Take it out/),
    ]);
  });
});

describe('a file that is none', () => {
  it('has no catalogue, never an empty one', () => {
    expect(problemsIn('')).toEqual([expect.stringContaining('文件没有内容')]);
    expect(problemsIn('types: {dome: {}\n')).toHaveLength(1);
    expect(problemsIn('- dome\n')[0]).toMatch(/^sitecam.suggest.yaml:1:3 .*一组键和值/);
    expect(problemsIn('types: {dome: {}, dome: {}}\n')[0]).toContain('重复出现');
    expect(problemsIn(`types: ${'['.repeat(200)}\n`)).not.toEqual([]);
    expect(problemsIn(`types: {${'x'.repeat(300)}: {kind: camera}}\n`)[0]).toContain('超过上限256');
  });

  it('is not quoted unless it bears the name of ours or is understood', () => {
    const secret = 'password: hunter2\n';
    const other = read(secret, planOf(), false);
    expect(other.ok).toBe(false);
    expect(JSON.stringify(other)).not.toContain('hunter2');
    expect(JSON.stringify(other)).not.toContain('password');
    expect(problemsIn(secret)[0]).toContain('不认识的键“password”');
  });
});

describe('without a file', () => {
  it('the cameras of the plan without sound, with a fixed or varifocal lens, of which lens and picture are known', () => {
    const { from, path, cameras, points, mounting } = defaultCatalogue(drawnOf(planOf()));
    expect([from, path, points]).toEqual(['plan', undefined, []]);
    expect(cameras.map(({ id, price, mounts }) => [id, price, ...mounts])).toEqual([
      ['dome', 1, 'wall'],
      ['zoom', 1, 'wall'],
    ]);
    expect(mounting.wall.heights).toEqual([2.7]);
    const hotel = defaultCatalogue(drawnAt(HOTEL));
    expect(hotel.cameras.map(({ id, keys }) => [id, keys])).toEqual([
      ['corridor-4mp', undefined],
      ['dome-4mp', undefined],
    ]);
  });

  it("else sitecam's two, which can be added to the plan and take no name that it has", () => {
    const types =
      'deviceTypes:\n  dome: {kind: camera, hfov: 90, resolution: [1920, 1080]}\n  dome-4mp: {kind: camera}\n';
    const { from, cameras } = defaultCatalogue(drawnOf(planOf({ types })));
    expect(from).toBe('built-in');
    expect(cameras.map(({ id, lens }) => [id, lens.hfov, ...lens.resolution])).toEqual([
      ['corridor-4mp', 54, 2560, 1440],
      ['dome-4mp-2', 98, 2560, 1440],
    ]);
    expect(cameras[0].keys).toEqual({
      kind: 'camera',
      form: 'fixed',
      hfov: 54,
      resolution: [2560, 1440],
      audio: 'none',
    });
  });

  it('has a hash that changes with its types', () => {
    const hash = (types?: string) => defaultCatalogue(drawnOf(planOf({ types }))).sha256;
    expect(hash()).toMatch(/^[0-9a-f]{64}$/);
    expect(hash()).toBe(hash());
    expect(hash(TYPES.replace('hfov: 98', 'hfov: 97'))).not.toBe(hash());
  });
});

function caught(act: () => unknown): unknown {
  try {
    act();
  } catch (error) {
    return error;
  }
  throw new Error('nothing was thrown');
}

describe('the file of a plan', () => {
  const DOME = 'types: {dome: {price: 7}}\n';
  const prices = (folder: Folder, flags: CatalogueFlags = {}) =>
    catalogueFor('a/plan.yaml', drawnOf(planOf()), flags, processIo(folder.path)).cameras.map(({ price }) => price);

  it('is the nearest in its folder and above, up to the root of a repository', () => {
    expect(prices(new Folder({ [`a/${FILE}`]: DOME, [FILE]: 'types: {dome: {price: 8}}\n' }))).toEqual([7]);
    expect(prices(new Folder({ [FILE]: DOME, 'a/x': '' }))).toEqual([7]);
    expect(prices(new Folder({ [FILE]: DOME, 'a/.git/HEAD': '' }))).toEqual([1, 1]);
  });

  it('or the one that --types names', () => {
    const folder = new Folder({ [`a/${FILE}`]: DOME, 'b.yaml': 'types: {dome: {price: 9}}\n' });
    expect(prices(folder, { types: 'b.yaml' })).toEqual([9]);
    const missing = () => prices(folder, { types: 'c.yaml' });
    expect(missing).toThrow(UsageError);
    expect(missing).toThrow("'c.yaml' of device types does not exist");
    expect(() => prices(folder, { types: 'a' })).toThrow(UsageError);
  });

  it('under a wrong name is not passed over', () => {
    expect(() => prices(new Folder({ 'a/sitecam.suggest.yml': DOME }))).toThrow(TermsFault);
  });

  it('with faults is a wrong configuration, whose places a user finds', () => {
    const folder = new Folder({ [`a/${FILE}`]: 'types: {dom: {}}\n' });
    const fault = caught(() => prices(folder));
    if (!(fault instanceof ConfigurationError)) throw fault;
    const shown = (locale: 'zh-CN' | 'en') => renderProblems(fault, { locale, colour: false, width: 200 });
    expect(shown('zh-CN')).toMatch(/布设条件文件不能使用（1处错误），未作任何推荐。/);
    expect(shown('zh-CN')).toMatch(/sitecam\.suggest\.yaml:1:9[\s\S]*types: \{dom: \{\}\}[\s\S]*是否应为“dome”/);
    expect(shown('en')).toMatch(/can't be used \(1 fault\); nothing was suggested\.[\s\S]*did you mean 'dome'/);
  });

  it('may name types that are wrong in the plan, which is shown with them', () => {
    const folder = new Folder({ [`a/${FILE}`]: 'types: {flawed: {}}\n' });
    const fault = caught(() => prices(folder));
    if (!(fault instanceof ConfigurationError)) throw fault;
    expect(renderProblems(fault, { locale: 'en', colour: false, width: 200 })).toMatch(
      /plan\.yaml:\d+:32[\s\S]*hfov: 200/,
    );
  });

  it('is never a plan', async () => {
    const { code, err, out } = await sitecam(['lint', FILE], { given: { [FILE]: DOME } });
    expect(code).toBe(3);
    expect(err + out).toContain('不是设计图');
  });
});

test.each(['zh-CN', 'en'])('the example of the documentation in %s can be used for the hotel', (language) => {
  const [, text = ''] = /```yaml\n(types:[^`]*)```/.exec(readFileSync(`docs/${language}/config.md`, 'utf8')) ?? [];
  const result = readCatalogue(FILE, new TextEncoder().encode(text), drawnAt(HOTEL));
  if (!result.ok) throw new Error(told(result.problems, result.files).join('\n'));
  const { cameras, points, mounting, fixed } = result.catalogue;
  expect(cameras.map(({ id, price }) => [id, price])).toEqual([
    ['dome-4mp', 420],
    ['turret-8mp', 760],
  ]);
  expect([points.length, mounting.noGo.length, fixed]).toEqual([1, 2, ['C1-01']]);
});

test('schemas/suggest.schema.json is draft-07, describes every key in both languages, and is printed', async () => {
  const { code, out } = await sitecam(['schema', 'suggest']);
  expect(code).toBe(0);
  const schema: object = JSON.parse(out);
  expect(schema).toEqual(suggestSchema(JSON.parse(readFileSync('schemas/plan.read.schema.json', 'utf8'))));
  const ajv = new Ajv();
  expect(ajv.validateSchema(schema), ajv.errorsText()).toBe(true);
  const bare: string[] = [];
  const visit = (value: unknown, path: string): void => {
    if (typeof value !== 'object' || value === null) return;
    for (const [key, inner] of Object.entries(value)) {
      if (key === 'properties') {
        for (const [name, { description }] of Object.entries<{ description?: string }>(inner))
          if (!/\p{Script=Han}.* \/ .*[a-z]/u.test(String(description))) bare.push(`${path}/${name}`);
      }
      visit(inner, `${path}/${key}`);
    }
  };
  visit(schema, '');
  expect(bare).toEqual([]);
});
