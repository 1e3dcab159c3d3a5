// Rule plan/implausible-figure: figures that nobody builds and that may change a verdict.

import { memoize } from '../../base/memo.js';
import { areaTolerance, compareWithin, LENGTH_TOLERANCE } from '../../base/threshold.js';
import { devicesOf, takesSound } from '../../facts/capture/devices.js';
import type { RuleContext } from '../../facts/context.js';
import { memoizeOnGround } from '../../facts/memo.js';
import { zonesOf } from '../../facts/protection/site.js';
import { perimeterOf, ringArea } from '../../geometry/index.js';
import { catalogue, templatesOf } from '../../i18n/catalogue.js';
import { forQuotes } from '../../i18n/list.js';
import type { Localized } from '../../i18n/locale.js';
import { plainFigure } from '../../i18n/number.js';
import { HIGHEST, TALLEST } from '../../plan/check/dimensions.js';
import { WIDEST } from '../../plan/doubts/opening.js';
import type { GroundLevel } from '../../plan/ground.js';
import type { Device, Opening, Optics, Wall, Zone } from '../../plan/model.js';
import type { Place } from '../../source/types.js';
import { example } from '../example.js';
import { defineRule } from '../rule.js';
import { type Statement, statement } from '../verdict.js';

const t = catalogue('', {
  figure: {
    zh: '“{id}”的{what}为{value}，不合常理（{usual}，本工具判定值，非法定）；依此作出的判定是否可信，须由审查人核对。',
    en: "'{id}' has {what} {value}, which is implausible ({usual}: this tool's threshold, not the law's). Whether what is judged by it holds, the reviewer must check.",
  },
});

const figures = catalogue('figure', {
  between: { zh: '通常在{low}至{high}{unit}之间', en: 'usually between {low} and {high} {unit}' },
  above: {
    zh: '高出下一层顶棚{above}米，通常不超过{most}米',
    en: '{above} m above the ceiling below, usually no more than {most} m',
  },
  twice: { zh: '通常不超过净高{ceiling}米的两倍', en: 'usually no more than twice the ceiling, {ceiling} m' },
  metre: { zh: '米', en: 'm' },
  area: { zh: '平方米', en: 'm²' },
  degree: { zh: '度', en: '°' },
  pixel: { zh: '像素', en: 'px' },
  height: { zh: '安装高度', en: 'a mounting height of' },
  top: { zh: '高度', en: 'a height of' },
  tilt: { zh: '俯角', en: 'a tilt of' },
  hfov: { zh: '水平视场角', en: 'a field of view of' },
  vfov: { zh: '垂直视场角', en: 'a vertical field of view of' },
  width: { zh: '图像宽度', en: 'a picture width of' },
  range: { zh: '探测距离', en: 'a detection range of' },
  pickup: { zh: '拾音距离', en: 'a pickup distance of' },
  length: { zh: '宽度', en: 'a width of' },
  sill: { zh: '下沿高度', en: 'a sill at' },
  extent: { zh: '面积', en: 'an area of' },
  elevation: { zh: '标高', en: 'an elevation of' },
  thickness: { zh: '厚度', en: 'a thickness of' },
});

interface Figure {
  readonly key: string;
  readonly what: Localized;
  readonly value: string;
  readonly usual: Localized;
}

/**
 * Allowance for the rounding of a figure that the plan states or that follows from such, far less than anybody writes.
 */
const ROUNDING = 1e-6;

/** Returns a figure outside its usual range by more than `tolerance`; [] if it is within, or not given. */
function outside(
  key: string,
  what: Localized,
  value: number | undefined,
  low: number,
  high: number,
  unit: Localized,
  tolerance: number = ROUNDING,
): Figure[] {
  if (value === undefined) return [];
  if (compareWithin(value, low, tolerance) !== 'below' && compareWithin(value, high, tolerance) !== 'above') return [];
  return [
    {
      key,
      what,
      value: plainFigure(value),
      usual: figures.between({ low: plainFigure(low), high: plainFigure(high), unit }),
    },
  ];
}

/** Returns a finding for each figure of a device, wall, opening, zone or level outside its usual range. */
function check({ site }: RuleContext): Statement[] {
  return [...devicesOf(site).flatMap(onDevice), ...onGround(site)];
}

const onDevice = memoize((device: Device): readonly Statement[] => said(device, ofDevice(device)));

const onGround = memoizeOnGround((site): readonly Statement[] => [
  ...site.levels.flatMap(({ walls, openings, ceiling }) => [
    ...walls.flatMap((wall) => said(wall, ofWall(wall, ceiling))),
    ...openings.flatMap((opening) => said(opening, ofOpening(opening))),
  ]),
  ...zonesOf(site).flatMap((zone) => said(zone, ofZone(zone))),
  ...site.levels.flatMap((level) => said(level, ofLevel(level, site.levels))),
]);

/**
 * m between a ceiling and the next floor up, at most. More is no floor structure, and would keep levels out of each
 * other's sight.
 */
const THICKEST_FLOOR = 5;

/** Checks the elevation: levels drawn far apart don't see each other. */
function ofLevel({ elevation }: GroundLevel, levels: readonly GroundLevel[]): Figure[] {
  const below = levels.filter((other) => other.elevation < elevation);
  if (below.length === 0 || below.some(({ ceiling }) => ceiling === undefined)) return [];
  const top = Math.max(...below.map((other) => other.elevation + (other.ceiling ?? 0)));
  if (compareWithin(elevation - top, THICKEST_FLOOR, ROUNDING) !== 'above') return [];
  // An impossible elevation is a fault, which another rule reports.
  if (compareWithin(elevation - top, TALLEST, ROUNDING) === 'above') return [];
  const usual = figures.above({ above: plainFigure(elevation - top), most: THICKEST_FLOOR });
  return [{ key: 'elevation', what: figures.elevation, value: plainFigure(elevation), usual }];
}

function ofDevice(device: Device): Figure[] {
  const { height = 0 } = device;
  if (device.kind === 'intrusion-detector') return outside('range', figures.range, device.range, 1, 200, figures.metre);
  const heard = takesSound(device) ? outside('pickup', figures.pickup, device.pickup, 1, 100, figures.metre) : [];
  if (device.video === 'none') return heard;
  return [
    ...heard,
    // An impossible height is a fault, which another rule reports.
    ...(height > HIGHEST ? [] : outside('height', figures.height, device.height, 0.3, 60, figures.metre)),
    ...device.lenses.flatMap((lens, index) => {
      const prefix = device.lenses.length > 1 ? `sensors.${index + 1}.` : '';
      return ofLens(lens).map((figure) => ({ ...figure, key: `${prefix}${figure.key}` }));
    }),
  ];
}

function ofLens({ form, tilt, hfov, vfov, resolution }: Optics): Figure[] {
  const flat = form !== 'fisheye';
  return [
    ...(flat ? outside('tilt', figures.tilt, tilt, -45, 90, figures.degree) : []),
    ...outside('hfov', figures.hfov, hfov, form === 'ptz' ? 0.3 : 2, flat ? 150 : 360, figures.degree),
    ...outside('resolution', figures.width, resolution?.[0], 160, 20_000, figures.pixel),
    ...(flat ? squashed(hfov, vfov, resolution) : []),
  ];
}

/** Checks the vertical field of view, which follows from the horizontal one and the shape of the picture. */
function squashed(hfov: number | undefined, vfov: number | undefined, resolution: Optics['resolution']): Figure[] {
  if (hfov === undefined || vfov === undefined || resolution === undefined || hfov >= 180) return [];
  // A missing picture or field of view is a fault, which another rule reports.
  if (!(hfov > 0 && resolution[0] > 0 && resolution[1] > 0)) return [];
  const half = (degrees: number) => Math.tan((degrees * Math.PI) / 360);
  const usual = (Math.atan((half(hfov) * resolution[1]) / resolution[0]) * 360) / Math.PI;
  return outside('vfov', figures.vfov, vfov, usual / 2, Math.min(180, usual * 2), figures.degree);
}

function ofWall({ thickness, height }: Wall, ceiling: number | undefined): Figure[] {
  return [
    ...outside('thickness', figures.thickness, thickness, 0.005, 2, figures.metre),
    ...aboveCeiling(height, ceiling),
  ];
}

/** Checks the height of a wall. A low one in centimetres would hide what is behind it, as if it reached the ceiling. */
function aboveCeiling(height: number | undefined, ceiling: number | undefined): Figure[] {
  // An impossible height or ceiling is a fault, which another rule reports.
  if (height === undefined || height > HIGHEST || ceiling === undefined || ceiling <= 0) return [];
  if (compareWithin(height, 2 * ceiling, ROUNDING) !== 'above') return [];
  const usual = figures.twice({ ceiling: plainFigure(ceiling) });
  return [{ key: 'height', what: figures.top, value: plainFigure(height), usual }];
}

function ofOpening({ kind, line: [a, b], sill }: Opening): Figure[] {
  const width = Math.hypot(b[0] - a[0], b[1] - a[1]);
  const isDoor = kind === 'door' || kind === 'glass-door';
  return [
    ...(isDoor ? outside('line', figures.length, width, 0.4, WIDEST, figures.metre, LENGTH_TOLERANCE) : []),
    // A window above everybody's head is still a window, but rare.
    ...(kind === 'window' ? outside('sill', figures.sill, sill, 0, 2.4, figures.metre) : []),
  ];
}

function ofZone({ spec, region, roles }: Zone): Figure[] {
  const asked = MUST_HOLD_PEOPLE.has(spec?.id ?? '') || roles.some((role) => MUST_HOLD_PEOPLE.has(role));
  if (!asked && spec?.enclosed !== true) return [];
  const [outer = []] = region.rings;
  const [area, tolerance] = [ringArea(outer), areaTolerance(perimeterOf([outer]))];
  return outside('area', figures.extent, area, asked ? 0.5 : 0, 200_000, figures.area, tolerance);
}

/** Kinds and roles that people go through or stay in. */
const MUST_HOLD_PEOPLE: ReadonlySet<string> = new Set([
  'main-entrance',
  'entrance',
  'corridor',
  'stairs',
  'elevator-lobby',
  'lobby',
  'business-hall',
  'waiting-hall',
  'crowd-area',
  'exhibition-hall',
]);

function said({ id, place }: { readonly id: string; readonly place: Place }, all: readonly Figure[]): Statement[] {
  return all.map(({ key, what, value, usual }) =>
    statement({
      subject: `${id}/${key}`,
      outcome: 'review',
      message: t.figure({ id: forQuotes(id), what, value, usual }),
      place,
    }),
  );
}

/** Example plan of the page; a test lints it. */
const PLAN = example(
  ['review P1/range'],
  `
    ceiling: 3
    zones:
      - {id: hall, kind: corridor, name: 走廊, rect: [0, 0, 12, 2]}
    devices:
      - {id: P1, kind: intrusion-detector, at: [0.1, 1], heading: 90, hfov: 90, range: 1000}
`,
);

/**
 * The rule plan/implausible-figure, which reports figures outside of what is usual, such as a camera's height or a
 * door's width. A person must check what is judged by them. The usual ranges are ours.
 */
export const rule = defineRule({
  id: 'plan/implausible-figure',
  level: 'warning',
  title: { zh: '数值不合常理', en: 'Implausible figure' },
  waivable: true,
  messages: templatesOf(t),
  docs: {
    zh: `判定依图中的数值作出；写错或者夸大的数值会改变判定。

- **须审查判定**：摄像机安装高度、俯角、视场角、图像宽度，探测距离，门的宽度、窗的下沿高度、墙厚、墙高，出入口和通道等的面积超出通常范围；垂直视场角与画面比例不符。通常范围均为本工具判定值，非法定，见各条。
- **怎么改**：更正数值；确实如此的，由审查人核对产品说明或者现场。

${PLAN}`,
    en: `Verdicts rest on the figures of the plan; one that is wrong or overstated turns them.

- **review**: a camera's height, tilt, field of view or picture width, a detector's range, the width of a door, the sill of a window, the thickness or height of a wall or the area of an entrance, passage and the like outside of what is usual; a vertical field of view that doesn't go with the picture's shape. What is usual is this tool's threshold, not the law's, and is said each time.
- **what to do**: correct the figure; where it is so, the reviewer checks the product's description or the place.

${PLAN}`,
  },
  check,
});
