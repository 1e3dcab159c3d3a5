// Rule plan/undivided-room: private places that may be drawn only in part.

import { addTo } from '../../base/arrays.js';
import { compareAngle, compareArea, compareLength, compareWithin, LENGTH_TOLERANCE } from '../../base/threshold.js';
import { openingsOf, standsOpen } from '../../facts/adjacent-zones.js';
import { type PrivateZone, privateZones, privateZonesById } from '../../facts/capture/private-zones.js';
import type { RuleContext } from '../../facts/context.js';
import { midSentence } from '../../facts/labels.js';
import {
  boxesOverlap,
  boxOfRegion,
  distance,
  forEachEdge,
  grow,
  type Point,
  perimeterOf,
  ringArea,
  type Segment,
} from '../../geometry/index.js';
import { catalogue, templatesOf } from '../../i18n/catalogue.js';
import { forQuotes } from '../../i18n/list.js';
import { distinct, metres, percent } from '../../i18n/number.js';
import type { Opening, Zone } from '../../plan/model.js';
import { boxOfSegment, meeting } from '../../plan/nearby.js';
import { example } from '../example.js';
import { defineRule } from '../rule.js';
import { type Statement, statement } from '../verdict.js';

/** If this share of the side by which two rooms touch is open, they are one room. Ours, as the message says. */
const OPEN_SHARE = 0.5;
/** m: no door is as wide. */
const WIDE = 2;
/** m²: anything smaller is no room. */
const LEAST_ROOM = 0.5;

const t = catalogue('', {
  open: {
    zh: '“{zone}”（{zoneKind}）与“{other}”之间敞开{width}，占其相邻一侧的{share}（本工具判定值{limit}，非法定），没有墙和门；两者是否实为一间、隐私区域是否只画了一部分，须由审查人核对。',
    en: "Between '{zone}' ({zoneKind}) and '{other}' {width} stand open, {share} of the side by which they touch ({limit} is this tool's threshold, not the law's), with neither wall nor door. Whether both are one room, and only a part of a private place is drawn as that, the reviewer must check.",
  },
  small: {
    zh: '“{zone}”（{zoneKind}）仅{area}平方米，小于本工具判定值{limit}平方米（非法定），不足以为一间。是否画小、是否仅为标注，须由审查人核对。',
    en: "'{zone}' ({zoneKind}) has {area} m², less than this tool's threshold of {limit} m² (not the law's), and is too small for a room. Whether it is drawn too small, or only to be there, the reviewer must check.",
  },
});

/** Returns the findings on private rooms that are too small, or open to the zone beside them. */
function check(context: RuleContext): Statement[] {
  const rooms = privateZones(context.site).filter(({ prohibition }) => prohibition.regime === 'room');
  return rooms.flatMap((room): Statement[] => [...tooSmall(room), ...undivided(context, room)]);
}

function tooSmall({ zone, kind }: PrivateZone): Statement[] {
  const [outer = []] = zone.region.rings;
  const area = ringArea(outer);
  if (compareArea({ area, bound: 0, outline: () => perimeterOf([outer]) }, LEAST_ROOM) === 'above') return [];
  const params = {
    zone: forQuotes(zone.name ?? zone.id),
    zoneKind: midSentence(kind.name),
    area: distinct(area, LEAST_ROOM, 2),
    limit: String(LEAST_ROOM),
  };
  return [roomStatement(zone, zone.id, t.small(params))];
}

function undivided(context: RuleContext, { zone, kind }: PrivateZone): Statement[] {
  const others = privateZonesById(context.site);
  const open = new Map<Zone, Opening[]>();
  if (!zone.enclosed) for (const other of neighbours(context, zone)) open.set(other, []);
  for (const { opening, beyond } of openingsOf(context).get(zone.id) ?? []) {
    if (beyond === undefined || beyond === zone || others.has(beyond.id) || !standsOpen(opening)) continue;
    addTo(open, beyond, opening);
  }
  return [...open].flatMap(([other, openings]): Statement[] => {
    const side = sharedSide(zone, other);
    const width = openings.length === 0 ? side : openings.reduce((sum, { line }) => sum + distance(...line), 0);
    if (compareLength(width, WIDE) === 'below' || side === 0 || isSmallShare(width, side)) return [];
    const params = {
      zone: forQuotes(zone.name ?? zone.id),
      zoneKind: midSentence(kind.name),
      other: forQuotes(other.name ?? other.id),
      width: metres(width),
      share: percent(Math.min(1, width / side), undefined, 0),
      limit: percent(OPEN_SHARE, undefined, 0),
    };
    return [roomStatement(zone, `${zone.id}/${other.id}`, t.open(params))];
  });
}

/** True if what stands open is surely less than the share of the side that makes two rooms one; both in metres. */
function isSmallShare(width: number, side: number): boolean {
  const share = width / side;
  return compareWithin(share, OPEN_SHARE, (LENGTH_TOLERANCE * (1 + share)) / side) === 'below';
}

/** Returns the zones without walls beside a zone without walls: nothing divides them. */
function neighbours({ site }: RuleContext, zone: Zone): Zone[] {
  const known = privateZonesById(site);
  const box = boxOfRegion(zone.region);
  if (box === undefined) return [];
  const about = grow(box, THICKEST + LENGTH_TOLERANCE);
  const isNear = ({ region }: Zone): boolean => {
    const other = boxOfRegion(region);
    return other !== undefined && boxesOverlap(about, other);
  };
  return site.levels
    .filter(({ id }) => zone.levels.includes(id))
    .flatMap((level) => level.zones)
    .filter((other) => other !== zone && !other.enclosed && !known.has(other.id) && isNear(other));
}

/** m between the two faces of one wall, at most. */
const THICKEST = 0.4;
/** Degrees between two faces of one wall, at most. */
const PARALLEL = 10;

/** Returns the length in m of the outline of `zone` along which `other` lies on the far side of one wall. */
function sharedSide(zone: Zone, other: Zone): number {
  const facing = edgesOf(other);
  const near = meeting(facing.map((edge) => boxOfSegment(edge, THICKEST + LENGTH_TOLERANCE)));
  let sum = 0;
  for (const edge of edgesOf(zone)) {
    for (const index of near(boxOfSegment(edge))) {
      const opposite = facing[index];
      if (opposite !== undefined) sum += along(edge, opposite);
    }
  }
  return sum;
}

function edgesOf({ region }: Zone): Segment[] {
  const edges: Segment[] = [];
  for (const ring of region.rings) forEachEdge(ring, (a, b) => edges.push({ a, b }));
  return edges;
}

/** Returns the length in m of the edge `a`–`b` that `c`–`d` runs beside. */
function along({ a, b }: Segment, { a: c, b: d }: Segment): number {
  const [length, span] = [distance(a, b), distance(c, d)];
  if (length === 0 || span === 0) return 0;
  const [ux, uy] = [(b[0] - a[0]) / length, (b[1] - a[1]) / length];
  const at = (p: Point) => (p[0] - a[0]) * ux + (p[1] - a[1]) * uy;
  const off = (p: Point) => Math.abs((p[0] - a[0]) * uy - (p[1] - a[1]) * ux);
  const slant = Math.asin(Math.min(1, Math.abs(off(c) - off(d)) / span));
  if (compareAngle((slant * 180) / Math.PI, PARALLEL) === 'above') return 0;
  if (compareLength(Math.min(off(c), off(d)), THICKEST) === 'above') return 0;
  const [from, to] = [Math.min(at(c), at(d)), Math.max(at(c), at(d))];
  return Math.max(0, Math.min(to, length) - Math.max(from, 0));
}

function roomStatement(zone: Zone, subject: string, message: Statement['message']): Statement {
  return statement({
    subject,
    outcome: 'review',
    message,
    place: zone.place,
    dependsOn: { levels: zone.levels, devices: [] },
  });
}

/** Example plan of the page; a test lints it. */
const PLAN = example(
  ['review wc/ante'],
  `
    ceiling: 3
    zones:
      - {id: wc, kind: restroom, name: 卫生间, rect: [0, 2, 4, 2]}
      - {id: ante, kind: corridor, name: 通道, rect: [0, 0, 4, 2]}
    openings:
      - {id: p1, kind: passage, line: [[0, 2], [4, 2]]}
      - {id: d1, kind: door, line: [[1, 0], [1.9, 0]]}
`,
);

/**
 * The rule plan/undivided-room, which reports private rooms that open wide to a zone beside them, or are too small to
 * be a whole room. A room drawn as two, of which only the far half is private, could have its camera in the near half.
 */
export const rule = defineRule({
  id: 'plan/undivided-room',
  level: 'warning',
  title: { zh: '隐私区域画得不完整', en: 'A private place that may be drawn in part' },
  waivable: true,
  messages: templatesOf(t),
  docs: {
    zh: `卫生间只把里间画成卫生间，外间画成走廊，摄像机就“不在卫生间内”。

- **须审查判定**：禁止采集条款所列房间与相邻的其他区域之间，以敞口、门帘、常开的门相通，敞开处宽2米以上且占相邻一侧的一半以上；或者两者都没有墙；或者该房间不足0.5平方米（均为本工具判定值，非法定）。
- **怎么改**：同属一间的画在一起；确为两间的，画出其间的墙和门。

${PLAN}`,
    en: `Where only the inner half of a restroom is drawn as one, and the outer as a corridor, a camera there stands 'outside'.

- **review**: a room where capture is prohibited opens to a zone beside it by a passage, a curtain or a door that stands open, 2 m wide or more and over half of the side by which they touch; or neither has walls; or the room has less than 0.5 m² (all this tool's thresholds, not the law's).
- **what to do**: draw as one what is one room; where they are two, draw the wall and the door between.

${PLAN}`,
  },
  check,
});
