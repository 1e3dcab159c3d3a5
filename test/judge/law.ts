/**
 * What the regulation and the format say of kinds of zones, written down once more from the text and the design of the
 * format: Art. 9(2) bars capture in the private kinds, Art. 8 asks for protection of the named ones.
 */

/** How a private kind is judged: rooms of items (1)–(3) and (6), our reading of (6), customer information (4), anchors (5). */
export type Regime = 'room' | 'reading' | 'information' | 'anchor';

export const PRIVATE: Readonly<Record<string, Regime>> = {
  'guest-room': 'room',
  'entertainment-private-room': 'room',
  'dormitory-room': 'room',
  'apartment-room': 'room',
  'nursing-room': 'room',
  'public-bathroom': 'room',
  'changing-room': 'room',
  'make-up-room': 'room',
  restroom: 'room',
  'private-area': 'room',
  ward: 'reading',
  'consulting-room': 'reading',
  'operating-room': 'reading',
  'fitting-room': 'reading',
  'dining-private-room': 'reading',
  'staff-rest-room': 'reading',
  washroom: 'reading',
  'nap-room': 'reading',
  'massage-room': 'reading',
  'leisure-room': 'reading',
  'care-room': 'reading',
  'locker-area': 'reading',
  dwelling: 'reading',
  'customer-information-area': 'information',
  'ballot-box': 'anchor',
  'report-box': 'anchor',
  'writing-place': 'anchor',
  'opinion-box': 'anchor',
};

/** Kinds that the text doesn't name, or of which another law asks the contrary. */
export const DOUBTED: ReadonlySet<string> = new Set(['opinion-box', 'entertainment-private-room']);

/** A weaker place laid over a stricter one doesn't excuse it. */
export const STRICTNESS: Readonly<Record<Regime, number>> = { room: 2, reading: 1, information: 0, anchor: 0 };

/** Where name and kind disagree the first of these counts. */
export const STRICTEST: readonly Regime[] = ['room', 'anchor', 'information', 'reading'];

/** px/m from which a view counts, whatever it then means. */
export const DENSITY: Readonly<Record<Regime, number>> = { room: 12.5, reading: 12.5, information: 62.5, anchor: 12.5 };

const OPEN_KINDS = new Set([
  'customer-information-area',
  'ballot-box',
  'report-box',
  'opinion-box',
  'writing-place',
  'private-area',
  'main-entrance',
  'entrance',
  'gate',
  'elevator-lobby',
  'reception',
  'counter',
  'cash-loading',
  'platform',
  'perimeter',
  'crowd-area',
  'playground',
  'car-park',
  'yard',
]);

/** Whether a kind of zone has walls round it unless the plan says otherwise. */
export function isEnclosedKind(kind: string): boolean {
  return !OPEN_KINDS.has(kind);
}

const PUBLIC_KINDS = new Set(
  'polling-hall main-entrance entrance gate corridor stairs elevator-lobby elevator-car lobby reception business-hall counter self-service-bank vehicle-interior waiting-hall platform sales crowd-area playground exhibition-hall dining-room shop car-park yard'.split(
    ' ',
  ),
);

interface Asked {
  readonly named: readonly string[];
  readonly related: readonly string[];
}

/** Items that name a place and none of its parts: a bare part is a question, for something is installed elsewhere. */
const CROWDED: Asked = {
  named: [],
  related: ['crowd-area', 'playground', 'waiting-hall', 'main-entrance', 'passage', 'gate'],
};
const LODGING: Asked = { named: ['main-entrance', 'main passage'], related: ['passage', 'elevator-car'] };
const COMPOUND: Asked = {
  named: 'gate entrance main-entrance lobby corridor elevator-lobby stairs yard car-park playground'.split(' '),
  related: ['elevator-car', 'crowd-area', 'waiting-hall', 'platform'],
};

/** Art. 8 by the categories of the sites in fixtures/. */
const ASKED: Readonly<Record<string, Asked>> = {
  bank: {
    named: ['vault', 'business-hall', 'counter', 'self-service-bank', 'cash-loading', 'cash-vehicle', 'important'],
    related: ['entrance', 'main-entrance', 'control-room'],
  },
  hotel: LODGING,
  'cultural-entertainment-venue': LODGING,
  museum: { named: [], related: ['exhibition-hall', 'collection-store', 'main-entrance', 'perimeter'] },
  school: CROWDED,
  hospital: CROWDED,
  'residential-area': COMPOUND,
};

interface Named {
  readonly kind: string;
  readonly important: boolean;
  readonly secondary: boolean;
  readonly roles: readonly string[];
}

function matches(zone: Named, token: string): boolean {
  if (zone.kind === token || zone.roles.includes(token)) return true;
  const isPassage = ['corridor', 'stairs', 'elevator-lobby'].includes(zone.kind);
  if (token === 'passage') return isPassage;
  if (token === 'main passage') return isPassage && zone.kind !== 'stairs' && !zone.secondary;
  return token === 'important' && zone.important;
}

/** Whether Art. 8 names the zone for a site of that category, or it is suggested beside what is named. */
export function askedOf(category: string, zone: Named): 'named' | 'related' | undefined {
  const asked = ASKED[category];
  // Of a compound the item names public areas: what a zone is said to be beside its kind doesn't make it one.
  if (category === 'residential-area' && zone.roles.length > 0) return undefined;
  if (asked?.named.some((token) => matches(zone, token)) === true) return 'named';
  return asked?.related.some((token) => matches(zone, token)) === true ? 'related' : undefined;
}

/** Kinds of places that a panic button, a gate or a scanner protects by itself, by the kind of device. */
export const POINTS: Readonly<Record<string, readonly string[]>> = {
  'panic-button': ['counter', 'reception', 'control-room', 'cash-vehicle', 'vehicle-interior'],
  'metal-detector': ['main-entrance', 'entrance', 'gate'],
  'xray-scanner': ['main-entrance', 'entrance', 'gate'],
};
/** m²: a button protects no larger desk. */
export const POINT_ROOM = { area: 30, kinds: ['counter', 'reception', 'control-room'] } as const;

/** Words for a place where the public is. */
export function isPublicWord(word: string): boolean {
  return word === 'passage' || PUBLIC_KINDS.has(word);
}

/** Kinds of places that no reader on a door protects: halls and passages, where people are whatever the door does. */
export function isHall(kind: string): boolean {
  return PUBLIC_KINDS.has(kind) && !['main-entrance', 'entrance', 'gate', 'counter', 'reception'].includes(kind);
}

/** m: how far from a ballot box or the like is near. */
export const NEAR = 3;
/** m² and m from which a view counts. */
export const VIEW = { area: 0.05, depth: 0.1 } as const;
/** What only a closed door lets in counts from one of these on. */
export const GRAZE = { depth: 1, fraction: 0.05 } as const;
/** m: heights of a person, all of which are private. */
export const TALL = 2;
/** m and px/m at which must-see protects. */
export const PROTECTS = { target: 1.5, density: 25, fraction: 0.5 } as const;
/** m */
export const PICKUP = 5;
/** m: depth of an opening of which nothing is said, half on either side. */
export const TUNNEL = { may: 0.1, must: 0.3 } as const;
