// Rule capture/faces-private-wall: a camera close to the wall of a private room looks straight at it.

import { listsOf } from '../../base/arrays.js';
import { spendBudget } from '../../base/budget.js';
import { compareLength, LENGTH_TOLERANCE } from '../../base/threshold.js';
import { openingsOf } from '../../facts/adjacent-zones.js';
import { prohibitsCapture } from '../../facts/capture/bars.js';
import { watchersOf } from '../../facts/capture/devices.js';
import { staysWhereDrawn } from '../../facts/capture/moving.js';
import { type PrivateZone, privateZones } from '../../facts/capture/private-zones.js';
import type { GroundContext, RuleContext } from '../../facts/context.js';
import { deviceKindName, midSentence, zoneLabel } from '../../facts/labels.js';
import { memoizeOnGround, memoizeOnGroundBy } from '../../facts/memo.js';
import { boxOf, boxOfRegion, distanceToSegment, grow, intersectSegments } from '../../geometry/index.js';
import type { Point, Region } from '../../geometry/types.js';
import { along, azimuthOfHeading } from '../../geometry/vector.js';
import { catalogue, templatesOf } from '../../i18n/catalogue.js';
import { forQuotes } from '../../i18n/list.js';
import { distinct, plainFigure } from '../../i18n/number.js';
import { parameter } from '../../law/lookup.js';
import type { Ground } from '../../plan/ground.js';
import type { Device, Optics, Zone } from '../../plan/model.js';
import { edgesOf, lineFrame, segmentsOf, toFrame } from '../../plan/walls/plane.js';
import { boxesOf } from '../../sight/scene/box-index.js';
import { example } from '../example.js';
import { defineRule } from '../rule.js';
import { type Statement, statement } from '../verdict.js';
import { pairDependsOn, pairSubject, relatedZone } from './wording/statements.js';

const t = catalogue('', {
  faces: {
    zh: '设备“{device}”（{kind}）正对“{zone}”（{zoneKind}）的墙，距墙{distance}米（{limit}米为本工具设定）；墙上如有孔洞或者单向透视玻璃即可能拍摄室内。请核对其用途和墙体。',
    en: "Device '{device}' ({kind}) looks straight at the wall of '{zone}' ({zoneKind}), {distance} m from it ({limit} m is this tool's figure). A hole in the wall, or one-way glass, might let it film inside. Check what it is for, and the wall.",
  },
  clear: {
    zh: '图中没有摄像机在{limit}米（本工具设定）以内正对涉及个人隐私的房间的墙；已核设备{count}台。',
    en: "No camera looks straight at the wall of a private room from within {limit} m (this tool's figure); devices checked: {count}.",
  },
  none: {
    zh: '图中没有固定设置的摄像机，或者没有涉及个人隐私的房间。',
    en: 'The drawing has no camera that stays in place, or no private room.',
  },
  turn: {
    zh: '将“{device}”转离该墙或者移至他处；须正对该墙的，说明用途，并核对墙上没有孔洞、单向透视玻璃。',
    en: "Turn '{device}' away from that wall or move it; if it must face the wall, say why, and check that there is neither a hole nor one-way glass.",
  },
});

/** Degrees below the horizon from which an axis meets the floor rather than a wall beside the camera. */
const STEEP = 75;
/** m past the edge of a room where its inside begins. */
const INSIDE = 0.02;
/** m: walls are no thicker than this, where two rooms are drawn with the wall as a gap. */
const THICKEST = 0.5;

/** True if the axis of the lens meets walls: it isn't known to look down. */
function looksAhead({ form, tilt = form === 'fisheye' ? 90 : 0 }: Optics): boolean {
  return tilt < STEEP;
}

/** Returns the distances (m, up to `reach`) at which a ray crosses the edges of the region. */
function crossings(region: Region, from: Point, to: Point): number[] {
  const edges = [...region.rings, ...region.shadows].flatMap(edgesOf);
  spendBudget(edges.length);
  return edges.flatMap((edge) => {
    const at = intersectSegments({ a: from, b: to }, edge);
    return at === undefined ? [] : [Math.hypot(at[0] - from[0], at[1] - from[1])];
  });
}

/** Zones with walls by id; several where an id is used twice. */
const roomsNamed = memoizeOnGround(({ levels }) =>
  listsOf(levels.flatMap(({ zones }) => zones).flatMap((zone) => (zone.enclosed ? [[zone.id, zone] as const] : []))),
);

function distanceToWall(context: GroundContext, device: Device, { zone }: PrivateZone): number | undefined {
  const { sight, pack, site } = context;
  if (device.zones.includes(zone.id)) return undefined;
  const limit = parameter(pack, 'faceDistance');
  const own = device.zones.flatMap((id) => roomsNamed(site).get(id) ?? []);
  const found = device.lenses.filter(looksAhead).flatMap(({ heading }) => {
    if (heading === undefined) return [];
    const azimuth = azimuthOfHeading(heading);
    const point = (by: number) => along(device.at, azimuth, by);
    const far = point(limit + THICKEST + 2 * LENGTH_TOLERANCE);
    return crossings(zone.region, device.at, far).flatMap((edge) => {
      if (!leadsInto(context, zone, point(edge + INSIDE)) || isOpening(context, zone, point(edge))) return [];
      if (isGlass(site, device, point(edge + THICKEST / 2))) return [];
      // Where two rooms are drawn with the wall as a gap, its near face is the edge of the device's own room.
      const faces = own.flatMap(({ region }) => crossings(region, device.at, point(edge)));
      const face = Math.min(
        edge,
        ...faces.filter(
          (by) => compareLength(edge - by, THICKEST) !== 'above' && compareLength(by, INSIDE) === 'above',
        ),
      );
      const between = sight.zonesAt(device.level, point((face + edge) / 2));
      const isGap = face === edge || between.every(({ id }) => device.zones.includes(id) || id === zone.id);
      return compareLength(face, limit) !== 'above' && isGap ? [face] : [];
    });
  });
  return found.length === 0 ? undefined : Math.min(...found);
}

/** True if the point is surely inside the zone: an axis that runs along a wall of it faces nothing of it. */
function leadsInto({ sight }: GroundContext, { region }: Zone, point: Point): boolean {
  if (!sight.holds(region, point)) return false;
  const edges = [...region.rings, ...region.shadows].flatMap(edgesOf);
  spendBudget(3 * edges.length);
  return edges.every((edge) => compareLength(distanceToSegment(point, edge), 0) === 'above');
}

/** True if the wall has an opening drawn at the point: what is seen through it is another rule's. */
function isOpening(context: GroundContext, zone: Zone, point: Point): boolean {
  const openings = openingsOf(context).get(zone.id) ?? [];
  return openings.some(({ opening: { line } }) => {
    const frame = lineFrame({ a: line[0], b: line[1] });
    if (frame === undefined) return false;
    const [s, d] = toFrame(frame, point);
    return s >= 0 && s <= frame.length && compareLength(Math.abs(d), THICKEST) !== 'above';
  });
}

/** True if the axis goes through a wall of glass, clear or frosted: what is seen through that is another rule's, too. */
function isGlass({ levels }: Ground, { level, at }: Device, end: Point): boolean {
  const walls = levels.find(({ id }) => id === level)?.walls ?? [];
  spendBudget(walls.length);
  return walls
    .filter(({ material }) => material !== 'opaque')
    .some(({ line }) => segmentsOf(line).some((one) => intersectSegments({ a: at, b: end }, one) !== undefined));
}

/** Rooms with walls that are private places, by their boxes. */
const roomsByPlace = memoizeOnGround((site) =>
  boxesOf(
    privateZones(site).filter(({ zone }) => zone.enclosed),
    ({ zone }) => boxOfRegion(zone.region),
  ),
);

/** Returns a review for each room whose wall an axis of the device meets. */
const facing = memoizeOnGroundBy((context, device: Device): (readonly [room: PrivateZone, Statement])[] => {
  const { site, pack } = context;
  const box = boxOf([device.at]);
  if (box === undefined || !staysWhereDrawn(site, device)) return [];
  const limit = parameter(pack, 'faceDistance');
  return roomsByPlace(site)
    .meeting(grow(box, limit + THICKEST + 2 * LENGTH_TOLERANCE))
    .filter(({ zone }) => zone.levels.includes(device.level))
    .flatMap((room) => {
      const distance = distanceToWall(context, device, room);
      if (distance === undefined) return [];
      const about = {
        device: forQuotes(device.id),
        kind: deviceKindName(device),
        zone: forQuotes(zoneLabel(room.zone)),
        zoneKind: midSentence(room.kind.name),
      };
      const review = statement({
        subject: pairSubject(device, room.zone),
        outcome: 'review',
        message: t.faces({ ...about, distance: distinct(distance, limit, 2), limit: plainFigure(limit) }),
        advice: t.turn(about),
        place: device.place,
        related: [relatedZone(room.zone)],
        dependsOn: pairDependsOn(device, room.zone),
      });
      return [[room, review] as const];
    });
});

/** Returns a review for each camera and room whose wall it faces, else one pass. */
function check(context: RuleContext): Statement[] {
  const { site, pack } = context;
  const limit = plainFigure(parameter(pack, 'faceDistance'));
  const watchers = watchersOf(site).filter((device) => staysWhereDrawn(site, device));
  const rooms = privateZones(site).filter(({ zone }) => zone.enclosed);
  const byRoom = listsOf(watchers.flatMap((device) => facing(context, device)));
  const found = rooms.flatMap((room) => byRoom.get(room) ?? []);
  if (found.length > 0) return found;
  const isAsked = watchers.length > 0 && rooms.length > 0;
  return [
    statement({
      subject: 'cameras',
      outcome: isAsked ? 'pass' : 'notApplicable',
      message: isAsked ? t.clear({ limit, count: watchers.length }) : t.none,
      place: site.categories[0]?.place ?? site.place,
      dependsOn: { levels: site.levels.map(({ id }) => id), devices: watchers.map(({ id }) => id) },
    }),
  ];
}

/** Example plan of the page; a test lints it. */
const PLAN = example(
  ['review C1>wc'],
  `
    ceiling: 3
    zones:
      - {id: wc, kind: restroom, name: 女卫生间, rect: [0, 0, 4, 3]}
      - {id: hall, kind: corridor, name: 走廊, rect: [0, 3, 12, 2]}
    openings:
      - {id: d1, kind: door, line: [[1, 3], [1.9, 3]]}
    devices:
      - {id: C1, kind: camera, at: [3, 3.2], height: 1.6, heading: 180, tilt: 0, hfov: 60, resolution: [1920, 1080], audio: none}
`,
);

/**
 * The rule capture/faces-private-wall. In the drawing a wall stops every view; but a camera that looks straight at
 * the wall of a private room from close by may be meant to film through a hole in it. No clause of a law carries
 * this, so it only warns.
 */
export const rule = defineRule({
  id: 'capture/faces-private-wall',
  level: 'warning',
  title: {
    zh: '摄像机近距离正对涉及个人隐私的房间的墙（非法定）',
    en: 'A camera looks straight at the wall of a private room (not required by law)',
  },
  appliesTo: prohibitsCapture,
  parameters: ['faceDistance'],
  waivable: false,
  messages: templatesOf(t),
  docs: {
    zh: `图中的墙阻挡一切视线。摄像机离墙不足0.3米（本工具设定，\`faceDistance\`）又正对该墙，墙后是涉及个人隐私的房间的，墙上如有孔洞或者单向透视玻璃即可能拍摄。没有条文规定，只作提示。

- **须审查判定**：镜头的光轴在该距离内遇到此类房间的墙，且该处没有画出门窗洞口或者透明、磨砂的墙。吸顶向下的鱼眼、俯角75度以上的不计。
- **怎么改**：转离该墙，或者说明用途并核对墙体。

${PLAN}`,
    en: `A wall in a drawing stops every view. Where a camera looks straight at a wall from less than 0.3 m (this tool's figure, \`faceDistance\`) and a private room lies behind it, a hole or one-way glass might let it film inside. No clause carries this: it is a hint.

- **review**: the axis of a lens meets the wall of such a room within that distance, where neither an opening nor a wall of glass is drawn. A fisheye that looks down and tilts of 75° and more don't count.
- **what to do**: turn it away, or say what it is for and check the wall.

${PLAN}`,
  },
  check,
});
