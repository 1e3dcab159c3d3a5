// The service desk of a hall in a starter plan, hidden from the hall's camera.

import { quote } from '../../i18n/list.js';
import { inLocale } from '../../i18n/locale.js';
import type { NamedRoom, PlacedRoom } from './place.js';
import { round } from './round.js';
import type { RowRoom } from './rows.js';
import type { Brief, ElementLine } from './types.js';

/** Metres: distance of the desk from the side wall, and its size. */
const DESK = { off: 0.8, width: 0.6, depth: 0.5 } as const;
/** Metres: distance of the partition from the desk, and its length. */
const PARTITION = { off: 0.3, long: 1.6 } as const;

/** The zone kind that stands in a hall and isn't a room of its own: where customers key in PINs and the like. */
const DESK_KIND = 'customer-information-area';
const HALL_KIND = 'business-hall';

/** True if zones of `kind` stand in a hall as a desk. */
export function isServiceDesk(kind: string): boolean {
  return kind === DESK_KIND;
}

/** A desk in its hall, and the partition that hides it. */
export interface ServiceDesk {
  readonly zone: PlacedRoom;
  readonly partition: ElementLine;
}

/**
 * Returns a desk at the outer wall of the hall, at the far end from the hall's camera, with a partition between the
 * two: neither the camera nor people can read over a customer's shoulder. Undefined if no room is a hall.
 */
export function deskOf(brief: Brief, desk: NamedRoom, rooms: readonly RowRoom[]): ServiceDesk | undefined {
  const hall = rooms.find(({ room }) => room.kind === HALL_KIND);
  if (hall === undefined) return undefined;
  const [x, , width] = hall.rect;
  const inwards = Math.sign(hall.inner - hall.outer);
  const from = hall.western ? x + width - DESK.off - DESK.width : x + DESK.off;
  const at = round(hall.western ? from - PARTITION.off : from + DESK.width + PARTITION.off);
  const line = [
    [at, hall.outer],
    [at, round(hall.outer + inwards * PARTITION.long)],
  ];
  const note = {
    zh: `隔断，挡住摄像机对${quote(desk.name, 'zh-CN')}的视线；不写 height 的墙到顶`,
    en: `partition that hides ${quote(desk.name, 'en')} from the camera; without height a wall reaches the ceiling`,
  };
  return {
    zone: {
      ...desk,
      rect: [round(from), Math.min(hall.outer, hall.outer + inwards * DESK.depth), DESK.width, DESK.depth],
    },
    partition: { value: { id: `w-${desk.id}`, line, material: 'opaque' }, note: inLocale(note, brief.locale) },
  };
}
