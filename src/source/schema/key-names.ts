// Other names that people use for keys of a plan, and for its units.
import { addTo } from '../../base/arrays.js';
import { nearest } from '../suggest.js';

/** Another name for a key. */
interface OtherName {
  readonly key: string;
  /** True if the name surely means the same, unit and direction included. If false, only the author knows. */
  readonly same: boolean;
}

/**
 * Names that other tools, drafts and Chinese texts use for keys of a plan. A name stands for a key if the object it is
 * in knows that key.
 *
 * Some names don't surely mean the same, and are only suggested: `fov` may be the diagonal (too wide a view would count
 * as covered), `pitch` is often positive upwards, `rotation` and the like often start elsewhere or turn the other way,
 * `z` may be above sea level, a `rectangle` may be two corners, a level's `height` may go from floor to floor.
 */
const SAME: Readonly<Record<string, readonly string[]>> = {
  name: ['label', 'title', '名称', '名字'],
  id: ['编号'],
  kind: ['type', 'class', 'category', '类型', '种类'],
  type: ['型号'],
  lens: ['镜头'],
  categories: ['场所类别', '类别'],
  region: ['regionCode', '地区代码', '行政区划代码'],
  levels: ['floors', 'storeys', 'stories', '楼层'],
  zones: ['rooms', 'spaces', '区域', '房间'],
  walls: ['墙', '墙体'],
  openings: ['门窗', '洞口', '门窗洞口'],
  devices: ['设备', '技防设备'],
  signs: ['标识', '提示标识', '标志'],
  deviceTypes: ['deviceModels', '设备型号'],
  waivers: ['例外说明'],
  elevation: ['标高'],
  ceiling: ['ceilingHeight', '层高'],
  polygon: ['outline', '轮廓', '轮廓线'],
  holes: ['内孔'],
  line: ['polyline', '线'],
  at: ['position', 'location', 'pos', '位置'],
  height: ['mountHeight', 'mountingHeight', 'installationHeight', '安装高度', '高度'],
  thickness: ['厚度', '墙厚'],
  sill: ['sillHeight', '窗台高', '窗台高度'],
  heading: ['azimuth', 'bearing', '方位角', '朝向'],
  tilt: ['俯角'],
  roll: ['横滚角'],
  hfov: ['horizontalFov', 'horizontalFieldOfView', 'fovH', '水平视场角'],
  vfov: ['verticalFov', 'verticalFieldOfView', 'fovV', '垂直视场角'],
  focalLength: ['focal', '焦距'],
  resolution: ['分辨率'],
  opening: ['door', 'guards'],
  status: ['状态'],
  mobile: ['moving', '移动设备', '移动'],
  form: ['移动方式', '形式'],
  area: ['活动区域', '活动范围'],
  rules: ['管理规定', '使用管理制度'],
  mandatedBy: ['依据', '设置依据'],
  text: ['文字', '内容'],
  role: ['部位'],
  roles: ['部位'],
  reason: ['justification', '理由'],
  by: ['说明人'],
  document: ['文号'],
  until: ['expires', 'expiry', 'validUntil', '有效期至'],
  rule: ['规则', '所依据的规定'],
  subject: ['对象'],
};

const SIMILAR: Readonly<Record<string, readonly string[]>> = {
  hfov: ['fov', 'aov', 'viewAngle', 'fieldOfView', 'angleOfView', '视场角'],
  heading: ['direction', 'orientation', 'rotation', 'yaw', 'angle', '方向'],
  tilt: ['pitch', '俯仰角'],
  height: ['z'],
  ceiling: ['height'],
  rect: ['rectangle', 'box', 'bbox', '矩形'],
  range: ['distance', '距离'],
  openings: ['doors', 'windows'],
  devices: ['cameras', '摄像机'],
  by: ['author', 'approver', '批准人'],
};

const NAMES: ReadonlyMap<string, readonly OtherName[]> = (() => {
  const names = new Map<string, OtherName[]>();
  for (const [table, same] of [
    [SAME, true],
    [SIMILAR, false],
  ] as const) {
    for (const [key, others] of Object.entries(table)) {
      for (const other of others) {
        addTo(names, folded(other), { key, same });
      }
    }
  }
  return names;
})();

/** Names that people use for the values of `coordinates`. */
const VALUES: Readonly<Record<string, readonly string[]>> = {
  metres: ['m', '米'],
  centimetres: ['cm', '厘米'],
  millimetres: ['mm', '毫米'],
  wgs84: ['经纬度'],
};

/** Returns the `known` values that `word` is another name for: values of the key `coordinates`, such as `metres` for 米. */
export function valuesCalled(word: string, known: readonly string[]): readonly string[] {
  const plain = folded(word);
  return known.filter((value) => Object.hasOwn(VALUES, value) && VALUES[value].includes(plain));
}

/** Directions as people write them, clockwise from north, 45° apart. */
const DIRECTIONS: readonly (readonly string[])[] = [
  ['北', 'n', 'north'],
  ['东北', 'ne', 'northeast'],
  ['东', 'e', 'east'],
  ['东南', 'se', 'southeast'],
  ['南', 's', 'south'],
  ['西南', 'sw', 'southwest'],
  ['西', 'w', 'west'],
  ['西北', 'nw', 'northwest'],
];

/**
 * Returns the heading, in degrees clockwise from north, that a direction is: 东, 正东, 朝东, E. Undefined if it is none of
 * the eight.
 */
export function directionCalled(word: string): number | undefined {
  const plain = folded(word).replace(/^[正朝向]|[方向]+$/g, '');
  const index = DIRECTIONS.findIndex((names) => names.includes(plain));
  return index < 0 ? undefined : index * 45;
}

/** Returns a word without what its spellings differ in: case, width, hyphens, underscores and spaces. */
export function folded(word: string): string {
  return word
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[-_\s]/g, '');
}

/**
 * Returns those of the `known` keys that `word` is another name for. `same` is true of a key if the word surely means
 * it.
 */
export function keysCalled(word: string, known: readonly string[]): readonly OtherName[] {
  return (NAMES.get(folded(word)) ?? []).filter(({ key }) => known.includes(key));
}

/** Returns the other names that surely mean `key`, as people write them. */
export function namesOfKey(key: string): readonly string[] {
  return Object.hasOwn(SAME, key) ? SAME[key] : [];
}

/**
 * Returns the key that a value was run into, such as `kind` in `kind:lobby`, if it is one of `keys`; else undefined.
 */
export function runInto(word: string, keys: readonly string[]): string | undefined {
  const at = word.indexOf(':');
  return at < 0 ? undefined : keys.find((key) => key === word.slice(0, at));
}

/**
 * Returns the key that was probably meant: the only one that `word` is another name for, else the nearest; undefined if
 * none is near.
 */
export function keyMeant(word: string, known: readonly string[]): string | undefined {
  const [called, other] = keysCalled(word, known);
  return called !== undefined && other === undefined ? called.key : nearest(word, known);
}
