/**
 * What the regulation and the format say of kinds of zones, written down once more from the text and the design of the
 * format: Art. 9(2) bars capture in the private kinds, Art. 8 asks for protection of the named ones.
 */

/** How a private kind is judged: rooms of items (1)–(3) and (6), our reading of (6), customer information (4), anchors (5). */
export type Regime = 'room' | 'reading' | 'information' | 'anchor';

/** How grave what is seen is: nothing, for a person to decide, or not allowed; what hangs on more lies between two. */
type Gravity = readonly [least: 0 | 1 | 2, most: 0 | 1 | 2];

/** How a line comes into a place: past nothing, through glass, or only when something is opened. */
const WAYS_IN = ['free', 'glass', 'closed'] as const;
type WayIn = (typeof WAYS_IN)[number];

/** How a law judges places of a kind. */
export interface Judged {
  readonly regime: Regime;
  /** px/m from which a view counts, whatever it then means. */
  readonly density: number;
  /** What a device in it is; undefined: the law doesn't speak of it. */
  readonly inside: 'fail' | 'review' | undefined;
  /** Views from outside: from so many px/m on so grave. The finest comes first. */
  readonly seen: Readonly<Record<WayIn, readonly (readonly [from: number, gravity: Gravity])[]>>;
  /** What lies in another room may be of that room alone. */
  readonly hangsOnRoom: boolean;
}

/** What a law bars: by its words, and by what is read into them, which the documents list. */
export interface Law {
  readonly id: string;
  readonly places: Readonly<Record<string, Judged>>;
  /** How it judges a place of which nobody could tell what it is for: as a room that it names. */
  readonly untold: Judged;
  /** Bars what takes sound alone as well as what takes pictures. */
  readonly sound: boolean;
  /** Is about public places alone. */
  readonly publicOnly: boolean;
}

const FAIL: Gravity = [2, 2];
const REVIEW: Gravity = [1, 1];
const EITHER: Gravity = [1, 2];

interface Terms {
  readonly regime?: Regime;
  readonly inside?: Judged['inside'];
  readonly seen?: Judged['seen']['free'];
  readonly glass?: Judged['seen']['free'];
  readonly closed?: Judged['seen']['free'];
  readonly hangsOnRoom?: boolean;
}

/** A room that the text names: seen from outside through what stands open, it fails; when opened, a person decides. */
function place({ regime = 'room', inside = 'fail', hangsOnRoom = false, ...terms }: Terms = {}): Judged {
  const free = terms.seen ?? [[COARSE, regime === 'room' ? FAIL : REVIEW]];
  const closed = terms.closed ?? [[COARSE, REVIEW]];
  const [density] = free[free.length - 1] ?? [COARSE];
  return { regime, density, inside, seen: { free, glass: terms.glass ?? free, closed }, hangsOnRoom };
}

/** px/m */
const COARSE = 12.5;

const read = (terms: Terms = {}) => place({ regime: 'reading', inside: 'review', ...terms });

/** What is seen of it is as grave, whether something must be opened or not. */
function fine(regime: Regime, seen: Judged['seen']['free'], terms: Terms = {}): Judged {
  return place({ regime, seen, closed: seen, ...terms });
}

function each(kinds: string, judged: Judged): Record<string, Judged> {
  return Object.fromEntries(kinds.split(' ').map((kind) => [kind, judged]));
}

const ROOM: Judged = place();

const NM: Law = {
  id: 'nm-2017',
  untold: ROOM,
  sound: true,
  publicOnly: false,
  places: {
    ...each(
      'guest-room dormitory-room apartment-room nursing-room public-bathroom changing-room make-up-room restroom private-area',
      ROOM,
    ),
    // Another law orders clear doors for private rooms of entertainment venues.
    'entertainment-private-room': place({ glass: [[COARSE, EITHER]] }),
    ...each(
      'ward consulting-room operating-room fitting-room dining-private-room staff-rest-room washroom nap-room massage-room leisure-room care-room locker-area',
      read(),
    ),
    dwelling: read({
      glass: [
        [125, FAIL],
        [COARSE, REVIEW],
      ],
    }),
    // The item is about financial institutions.
    'customer-information-area': fine('information', [
      [125, EITHER],
      [62.5, REVIEW],
    ]),
    ...each(
      'ballot-box report-box writing-place',
      fine('anchor', [
        [62.5, FAIL],
        [COARSE, REVIEW],
      ]),
    ),
    'opinion-box': fine('anchor', [[62.5, REVIEW]], { inside: 'review' }),
  },
};

/** Art. 8(1) of the order: (1)–(3) name rooms, (4) is about what of others may be filmed from anywhere. */
const ORDER: Law = {
  id: 'cn-799-2025',
  untold: ROOM,
  sound: false,
  publicOnly: true,
  places: {
    ...each('guest-room dormitory-room staff-rest-room', ROOM),
    // Of what gives board or lodging; of other sites they are read into (4).
    ...each('dining-private-room entertainment-private-room', place({ seen: [[COARSE, EITHER]], inside: 'review' })),
    // Public ones: what lies in somebody's room may be that person's alone.
    ...each('public-bathroom restroom changing-room nursing-room fitting-room', place({ hangsOnRoom: true })),
    'private-area': place({ seen: [[COARSE, REVIEW]] }),
    ...each(
      'make-up-room ward consulting-room operating-room washroom nap-room massage-room leisure-room care-room locker-area',
      read(),
    ),
    // Nobody is barred from what is his own; what others see of it is another matter.
    ...each('dwelling apartment-room', { ...read(), inside: undefined }),
    'customer-information-area': fine('information', [[125, REVIEW]], { inside: 'review' }),
    ...each('ballot-box report-box writing-place', fine('information', [[62.5, REVIEW]], { inside: 'review' })),
  },
};

const HENAN_ROOM: Judged = place({ seen: [[COARSE, REVIEW]] });

/** Art. 11(2) names five and others that involve privacy; Art. 17 is the general duty by which views are judged. */
const HENAN: Law = {
  id: 'hen-2016',
  untold: HENAN_ROOM,
  sound: false,
  publicOnly: false,
  places: {
    ...each('guest-room dormitory-room public-bathroom changing-room restroom private-area', HENAN_ROOM),
    ...each(
      'nursing-room fitting-room make-up-room apartment-room entertainment-private-room ward consulting-room operating-room staff-rest-room dining-private-room washroom dwelling nap-room massage-room leisure-room care-room locker-area',
      read(),
    ),
  },
};

export const LAWS = { 'nm-2017': NM, 'cn-799-2025': ORDER, 'hen-2016': HENAN } as const;

/** Where name and kind disagree the first of these counts. */
export const STRICTEST: readonly Regime[] = ['room', 'anchor', 'information', 'reading'];

/**
 * Whether a place excuses the one that it lies in, which is judged by itself there: only if no way in and no density is
 * judged less gravely. Undefined where that hangs on more than kinds.
 */
export function excuses(inner: readonly Judged[], outer: Judged): boolean | undefined {
  // What is near a box may be asked of because of where the device stands; of what the box is in, that says nothing.
  if (outer.regime !== 'anchor' && inner[0]?.regime === 'anchor') return undefined;
  const all = [...inner, outer];
  const steps = all.flatMap(({ seen }) => WAYS_IN.flatMap((way) => seen[way].map(([from]) => from)));
  const compared = WAYS_IN.flatMap((way) =>
    steps.map((px) => {
      const [low, high] = gravity(outer, way, px);
      const own = inner.map((one) => gravity(one, way, px));
      if (Math.max(...own.map(([least]) => least)) >= high) return true;
      return Math.max(...own.map(([, most]) => most)) < low ? false : undefined;
    }),
  );
  if (compared.includes(false)) return false;
  // Whether what is only read into the text takes a room from what the text names, it doesn't say.
  return compared.includes(undefined) || !isAsStrict(inner, outer) ? undefined : true;
}

const STRICTNESS: Readonly<Record<Regime, number>> = { room: 2, reading: 1, information: 0, anchor: 0 };

/** Whether one of the ways that a place is judged is named by the text as strictly as another. */
export function isAsStrict(inner: readonly Judged[], outer: Judged): boolean {
  return inner.some(({ regime }) => STRICTNESS[regime] >= STRICTNESS[outer.regime]);
}

function gravity({ seen, hangsOnRoom }: Judged, way: WayIn, px: number): Gravity {
  const [least, most] = seen[way].find(([from]) => px >= from)?.[1] ?? [0, 0];
  return [hangsOnRoom && least === 2 ? 1 : least, most];
}

/** Whether a view from outside that nobody need open anything for certainly doesn't comply. */
export function failsSeen({ seen, density }: Judged): boolean {
  return [seen.free, seen.glass].every((steps) => steps.find(([from]) => density >= from)?.[1][0] === 2);
}

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
