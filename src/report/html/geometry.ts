// Levels as data for the page's script, in whole centimetres.

import type { DrawnDevice, DrawnFinding, DrawnSign, LevelDrawing } from '../../draw/model.js';
import { FINDING_GROUPS } from '../../findings/tally.js';
import { SIGN } from '../../findings/wording/texts.js';
import type { Point, Ring } from '../../geometry/index.js';
import { quoted } from '../../i18n/list.js';
import { type Locale, type Localized, render, verbatim } from '../../i18n/locale.js';
import { DEVICE_NAMES } from '../../plan/device-names.js';
import { plainText } from '../../render/escape.js';
import { t as texts } from '../lint/texts.js';
import { withMore } from '../lint/words.js';
import type { DeviceData, GroupName, LevelData, MarkData, Path, ZoneData } from './data.js';

const MATERIALS = ['opaque', 'clear', 'frosted'] as const;
const OPENING_KINDS = ['passage', 'door', 'curtain', 'glass-door', 'window'] as const;
const STATUSES = ['other', 'required', 'private'] as const;
const DEVICE_STATUSES = ['planned', 'existing', 'removed'] as const;

/** Centimetres per metre. */
const CENTIMETRES = 100;

/** Returns a level as the page carries it. */
export function levelData(drawing: LevelDrawing, locale: Locale): LevelData {
  const { bounds, level } = drawing;
  const at = ([x, y]: Point): readonly [number, number] => [
    Math.round((x - bounds.minX) * CENTIMETRES),
    Math.round((y - bounds.minY) * CENTIMETRES),
  ];
  const path = (points: readonly Point[], closed: boolean): Path => steps(points.map(at), closed);
  const rings = (outline: readonly Ring[]) =>
    outline.map((ring) => path(ring, true)).filter(({ length }) => length > 4);
  const indices = new Map(drawing.devices.map(({ id }, n) => [id, n]));
  const zone = ({ name, id, status, outline }: LevelDrawing['zones'][number]): ZoneData => [
    plainText(name ?? id),
    status === 'required' ? 1 : status === 'private' ? 2 : 0,
    rings(outline.map((ring, n) => turned(ring, n === 0))),
  ];
  const spot = (one: DrawnDevice | DrawnSign, what: Localized): DeviceData => [
    plainText(one.id),
    spotText(one, what, locale),
    ...at(one.at),
    one.heading === undefined ? -1 : Math.round(one.heading),
    DEVICE_STATUSES.indexOf(one.status),
  ];
  return {
    name: plainText(level.name ?? level.id),
    size: at([bounds.maxX, bounds.maxY]),
    // Zones are painted by status, nested ones over those that contain them.
    zones: STATUSES.flatMap((status) => drawing.zones.filter((one) => one.status === status).map(zone)),
    walls: MATERIALS.map((material) =>
      drawing.walls.filter((wall) => wall.material === material).map(({ line }) => path(line, false)),
    ),
    openings: OPENING_KINDS.map((kind) =>
      drawing.openings.filter((opening) => opening.kind === kind).map(({ line }) => path(line, false)),
    ),
    devices: drawing.devices.map((one) => spot(one, DEVICE_NAMES[one.kind])),
    signs: drawing.signs.map((one) => spot(one, SIGN)),
    views: drawing.views.map(({ device, world, outlines }) => [
      indices.get(device) ?? -1,
      world === 'must' ? 0 : 1,
      rings(outlines),
    ]),
    remainders: drawing.remainders.map(({ outlines }) => rings(outlines)),
    marks: marksOf(drawing).map((finding): MarkData => {
      const place = at(finding.at);
      const line = finding.points.length < 2 ? [] : path(finding.points, false);
      return [finding.number, groupName(finding), indices.get(finding.device ?? '') ?? -1, line, ...place];
    }),
  };
}

type Placed = DrawnFinding & { readonly at: Point };

/** Returns the findings of a level that have a place on it. A finding's target is an index into this list. */
export function marksOf({ findings }: LevelDrawing): readonly Placed[] {
  return findings.flatMap((finding) => (finding.at === undefined ? [] : [{ ...finding, at: finding.at }]));
}

function groupName({ group }: DrawnFinding): GroupName {
  return FINDING_GROUPS.find((one) => one === group) ?? 'review';
}

/** Returns the name of a device or sign: 摄像机“C1”（走廊球机）. */
function spotText({ id, name }: DrawnDevice | DrawnSign, kind: Localized, locale: Locale): string {
  const text = withMore(
    texts.nameOfDevice({ kind, name: quoted(id) }),
    name === undefined ? undefined : verbatim(name),
  );
  return plainText(render(text, locale));
}

/**
 * Returns the first point, then the offset of each point from the one before. Points that round to the same centimetre
 * become one.
 */
function steps(points: readonly (readonly [number, number])[], closed: boolean): number[] {
  const out: number[] = [];
  const [first] = points;
  if (first === undefined) return out;
  let [x, y] = first;
  out.push(x, y);
  for (const [n, [nextX, nextY]] of points.slice(1).entries()) {
    const last = n === points.length - 2;
    const returns = closed && last && nextX === first[0] && nextY === first[1];
    if ((nextX === x && nextY === y && !(last && !closed)) || returns) continue;
    out.push(nextX - x, nextY - y);
    [x, y] = [nextX, nextY];
  }
  return out;
}

/**
 * Returns a ring in the wanted direction. Zones of one status are filled as one path, so holes must run the other way.
 */
function turned(ring: Ring, counterClockwise: boolean): Ring {
  let area = 0;
  for (const [i, [x, y]] of ring.entries()) {
    const [nextX, nextY] = ring[(i + 1) % ring.length] ?? [x, y];
    area += x * nextY - nextX * y;
  }
  return area > 0 === counterClockwise ? ring : [...ring].reverse();
}
