import { type Chance, chanceOf } from './chance.js';
import { apart, type Point, type Stretch } from './plane.js';

/**
 * Plans drawn at random from a seed that say everything the format can say, each a little of it: kinds of zones, openings
 * and devices, glass, curved and low walls, lenses of every form, masks, levels with an atrium, and what nothing hangs on.
 * In metres, with north up, everything written where it belongs; `guise.ts` spells them otherwise.
 */
export type Keys = { [key: string]: unknown };

/** m: nothing is drawn nearer to anything that it doesn't meet. */
const CLEAR = 0.15;

export const ROOMS =
  'guest-room entertainment-private-room dormitory-room apartment-room nursing-room public-bathroom changing-room make-up-room restroom ward consulting-room operating-room fitting-room dining-private-room staff-rest-room washroom nap-room massage-room leisure-room care-room locker-area dwelling'.split(
    ' ',
  );
export const BOXES = 'customer-information-area ballot-box report-box opinion-box writing-place private-area'.split(
  ' ',
);
export const HALLS =
  'polling-hall main-entrance entrance gate corridor corridor corridor stairs elevator-lobby elevator-car lobby lobby reception business-hall counter self-service-bank vault cash-loading cash-vehicle vehicle-interior waiting-hall platform research production sales store plant perimeter crowd-area playground exhibition-hall collection-store control-room machine-room laboratory classroom office meeting-room kitchen dining-room shop car-park yard shaft other'.split(
    ' ',
  );
export const ROLES = [
  ...new Set([...ROOMS, ...BOXES, ...HALLS, 'important', 'passage', 'public', 'designated', 'any']),
];
const CATEGORIES =
  'broadcasting television telecom postal defence-industry bank cash-transport insurance securities civil-airport station road-traffic rail-transit logistics-park public-transport-vehicle strategic-warehouse grain-depot hazardous-goods pathogen-laboratory large-energy-facility hydraulic-works city-water-supply city-power-supply city-oil-supply city-gas-supply city-heat-supply hotel shopping-mall tourist-attraction cultural-entertainment-venue museum archive key-heritage-unit memorial-hall exhibition-venue school kindergarten hospital welfare-institution park city-square stadium pedestrian-underpass other-crowded-place state-organ people-organisation public-institution large-enterprise residential-area key-unit news-unit port pollution-source internet-cafe underground-car-park main-road border-road bridge tunnel trade-centre convention-centre educational-institution medical-institution government-service-hall public-car-park border-port port-passenger-terminal navigation-structure railway-passenger-station coach-station urban-rail-station passenger-train passenger-vehicle urban-rail-vehicle passenger-ship service-area restaurant'.split(
    ' ',
  );
/** Those of the regulation; others come with other laws, and leave every verdict of this one open. */
const OF_THE_LAW = CATEGORIES.slice(0, CATEGORIES.indexOf('news-unit'));
/** Of these the judge knows what Art. 8 asks. */
const KNOWN = ['hotel', 'bank', 'museum', 'school', 'hospital', 'residential-area', 'cultural-entertainment-venue'];
const RESOLUTIONS = [
  [3840, 2160],
  [2560, 1920],
  [1920, 1080],
] as const;
/** mm */
const CHIPS = [
  [5.37, 4.04],
  [7.2, 4.05],
] as const;

export function drawWide(seed: number): Keys {
  const dice = chanceOf(seed + 0x51de);
  const { chance, pick, metres } = dice;
  const isTall = chance(0.3);
  const site = siteOf(dice, seed);
  const first = new Storey(dice, 'F1', 0);
  const ceiling = metres(2.8, 4.5);
  const levels: Keys[] = [];
  if (!isTall) {
    first.hall();
    levels.push(first.level(chance(0.05) ? {} : { ceiling }));
  } else {
    const second = new Storey(dice, 'F2', 1);
    second.copy(first);
    if (chance(0.12)) {
      first.reaching = ['F1', 'F2'];
      second.reached = true;
    }
    first.atrium(['F1', 'F2']);
    first.hall();
    second.hall();
    const elevation = Math.round((ceiling + pick([0, 0.1, 0.3])) * 100) / 100;
    levels.push(
      first.level({ elevation: 0, ceiling }),
      second.level({ elevation: chance(0.02) ? 0 : elevation, ceiling: metres(2.8, 3.6) }),
    );
  }
  const zones = levels.flatMap(({ zones: list }) => list as Keys[]);
  const waivers = chance(0.1) ? [waiverOf(dice, levels, zones)] : [];
  return {
    sitecam: 1,
    ...(chance(0.1) ? { $schema: './plan.schema.json' } : {}),
    site,
    coordinates: 'metres',
    levels,
    ...(waivers.length > 0 ? { waivers } : {}),
  };
}

function siteOf({ chance, pick }: Chance, seed: number): Keys {
  const categories = [
    ...new Set([
      pick(KNOWN),
      ...(chance(0.4) ? [chance(0.85) ? pick(OF_THE_LAW) : CATEGORIES[seed % CATEGORIES.length]] : []),
    ]),
  ];
  return {
    name: pick(['wide', '甲楼']),
    categories,
    region: '150102',
    ...(chance(0.1) ? { absent: [{ role: ROLES[seed % ROLES.length], reason: '本楼不设', by: '张某' }] } : {}),
    ...(chance(0.1) ? { designation: { document: '公函1号', by: '某公安局', date: '2020-01-02' } } : {}),
    ...(chance(0.1) ? { keepsImportantItems: chance(0.5) } : {}),
    ...(chance(0.1) ? { songAndDance: chance(0.5) } : {}),
  };
}

/** What the author asks to set aside: of the rules of capture none can be. */
function waiverOf({ pick, chance }: Chance, levels: readonly Keys[], zones: readonly Keys[]): Keys {
  const devices = levels.flatMap(({ devices: list }) => list as Keys[]);
  const zone = pick(zones);
  const device = devices.length === 0 ? { id: 'C0' } : pick(devices);
  return {
    rule: pick(['capture/view-into-private-zone', 'capture/device-in-private-zone', 'coverage/criterion']),
    subject: chance(0.5) ? `${device.id}>${zone.id}` : zone.id,
    reason: '待二期',
    by: '张某',
    until: '2027-01-01',
    ...(chance(0.5) ? { document: '函2号' } : {}),
  };
}

type Line = readonly [Point, Point];

interface Pane {
  readonly line: Line;
  readonly sill: number;
  readonly head: number;
}

/** One level: a hall, rooms to the north of it, and where there is an atrium that to the south and rooms beyond it. */
class Storey {
  width: number;
  depth: number;
  /** m that the atrium is deep; 0: there is none. */
  court = 0;
  /** Levels of the room beyond the atrium, if it is on several; and whether it comes up from below. */
  reaching: readonly string[] | undefined;
  reached = false;
  /** Its hall has a straight wall to the south. */
  private isStraight = true;
  readonly zones: Keys[] = [];
  readonly walls: Keys[] = [];
  readonly openings: Keys[] = [];
  readonly devices: Keys[] = [];
  readonly signs: Keys[] = [];
  private readonly panes: Pane[] = [];
  private readonly stretches: Stretch[] = [];
  private readonly boxes: (readonly [x: number, y: number, width: number, depth: number])[] = [];

  constructor(
    private readonly dice: Chance,
    private readonly id: string,
    private readonly floor: number,
  ) {
    this.width = dice.metres(6, 12);
    this.depth = dice.metres(3, 6);
  }

  copy(other: Storey): void {
    this.width = other.width;
    this.depth = other.depth;
    other.court = this.dice.metres(3, 6);
    this.court = other.court;
  }

  atrium(levels: readonly string[]): void {
    const { width, court, dice } = this;
    const kind = dice.pick(['lobby', 'lobby', 'stairs', 'waiting-hall', 'exhibition-hall']);
    this.zones.push({ id: 'atrium', kind, name: '中庭', rect: [0, -court, width, court], levels: [...levels] });
  }

  name(prefix: string, list: readonly unknown[]): string {
    return `${prefix}${this.floor}${list.length}`;
  }

  private edges(ring: readonly Point[]): void {
    ring.forEach((b, i) => {
      this.stretches.push({ a: ring[(i + ring.length - 1) % ring.length], b });
    });
  }

  hall(): void {
    const { dice, width, depth, court } = this;
    const { chance, pick, metres } = dice;
    const kind = pick(HALLS);
    const ring: Point[] = [
      [0, 0],
      [width, 0],
      [width, depth],
      [0, depth],
    ];
    // To the south, where there is nothing.
    const [a, b, c, d] = ring;
    const outline = court === 0 && chance(0.15) ? bowed([c, d, a, b], -metres(0.3, 1.2)) : ring;
    const shape = outline === ring && chance(0.7) ? { rect: [0, 0, width, depth] } : { polygon: outline };
    const zone: Keys = {
      id: `hall${this.floor}`,
      kind,
      ...shape,
      ...(chance(0.25) ? { enclosed: chance(0.7) } : {}),
      ...this.flags(),
      ...(chance(0.25) ? { name: pick(['甲', '甲', '甲', '卫生间', '更衣室']) } : {}),
    };
    if (zone.name !== undefined && chance(0.4)) zone.kindConfirmed = { reason: '原名沿用', by: '张某' };
    if (kind === 'other' && chance(0.4)) zone.kindUnknown = chance(0.5) ? 'unspecified' : '';
    this.isStraight = outline === ring;
    this.edges(outline);
    if (chance(0.15)) {
      const [x, y, size] = [metres(1.5, width - 2), metres(1, depth - 1.4), metres(0.3, 0.6)];
      const hole: Point[] = [
        [x, y],
        [x + size, y],
        [x + size, y + size],
        [x, y + size],
      ];
      zone.holes = [hole];
      this.edges(hole);
      this.boxes.push([x, y, size, size]);
    }
    this.zones.push(zone);
    this.rooms(depth, 1, chance(0.6) ? 1 : 2);
    if (court > 0) {
      this.rooms(-court, -1, 1);
      this.edges([
        [0, -court],
        [width, -court],
        [width, 0],
        [0, 0],
      ]);
      const line: Line = [
        [0.5, 0],
        [Math.round((width - 0.5) * 100) / 100, 0],
      ];
      this.opening(line, { kind: 'passage', ...(this.floor > 0 ? { sill: metres(0.9, 1.2) } : {}) });
    }
    this.inside();
    this.places();
    this.posts();
    this.notices();
  }

  private flags(): Keys {
    const { chance, pick } = this.dice;
    return {
      ...(chance(0.06) ? { public: chance(0.5) } : {}),
      ...(chance(0.06) ? { important: chance(0.7) } : {}),
      ...(chance(0.06) ? { secondary: chance(0.7) } : {}),
      ...(chance(0.04) ? { designated: chance(0.5) } : {}),
      ...(chance(0.12) ? { roles: [pick(ROLES)] } : {}),
      ...(chance(0.04) ? { valid: { from: '2025-01-01', to: '2028-01-01' } } : {}),
    };
  }

  /** Rooms along a line, to the north or the south of it, with openings in it. */
  private rooms(y: number, way: 1 | -1, count: number): void {
    const { dice, width } = this;
    const { chance, pick, metres, between } = dice;
    const middle = Math.round((width / 2 + between(-0.6, 0.6)) * 100) / 100;
    const edges = count === 1 ? [0, width] : [0, middle, width];
    for (let i = 0; i < count; i++) {
      const [left, right] = [edges[i], edges[i + 1]];
      const far = metres(2, 4.5);
      const wide = Math.round((right - left) * 100) / 100;
      const low = way > 0 ? y : Math.round((y - far) * 100) / 100;
      const ring: Point[] = [
        [left, low],
        [right, low],
        [right, low + far],
        [left, low + far],
      ];
      const kind = chance(0.85) ? pick(ROOMS) : pick(['other', 'office', 'store', 'private-area']);
      const zone: Keys = {
        id: this.name('r', this.zones),
        kind,
        ...(way > 0 && chance(0.3)
          ? { polygon: chance(0.5) ? bowed(ring, metres(0.3, 1)) : stepped(ring, dice) }
          : { rect: [left, low, wide, far] }),
        ...(kind === 'private-area' || chance(0.15) ? { enclosed: kind === 'private-area' || chance(0.8) } : {}),
        ...this.flags(),
        ...(chance(0.2) ? { name: pick(['甲', '甲', '101', '卫生间', '哺乳室']) } : {}),
      };
      if (kind === 'other' && chance(0.6)) zone.kindUnknown = chance(0.5) ? 'unspecified' : '';
      if (zone.name !== undefined && chance(0.4)) zone.kindConfirmed = { reason: '原名沿用', by: '张某' };
      if (way < 0 && this.reaching !== undefined) zone.levels = [...this.reaching];
      if (way > 0 || !this.reached) this.zones.push(zone);
      this.edges(ring);
      for (let at = left + between(0.3, 0.8); ; ) {
        const end = at + between(0.6, 1.8);
        if (end > right - 0.3) break;
        const line: Line = [
          [Math.round(at * 100) / 100, y],
          [Math.round(end * 100) / 100, y],
        ];
        this.mixed(line);
        at = end + between(0.3, 1);
      }
      // Glass, or a low wall, in place of the far side.
      if (chance(0.1)) {
        const back = way > 0 ? low + far : low;
        if (zone.rect !== undefined)
          this.wall([
            [left, back],
            [right, back],
          ]);
      }
      if (chance(0.3)) {
        const at = Math.round((low + between(0.5, far - 0.5)) * 100) / 100;
        this.wall([
          [Math.round((left + 0.2) * 100) / 100, at],
          [Math.round((right - 0.2) * 100) / 100, at],
        ]);
      }
    }
  }

  private mixed(line: Line): void {
    const { chance, pick, metres } = this.dice;
    const kind = pick(['door', 'door', 'curtain', 'passage', 'glass-door', 'window', 'window', 'window']);
    const sill = kind === 'window' ? metres(0, 1.6) : 0;
    const pane = kind === 'window' || kind === 'glass-door';
    this.opening(line, {
      kind,
      ...(chance(0.1) ? { name: '甲' } : {}),
      ...((kind === 'window' && chance(0.85)) || chance(0.05) ? { sill } : {}),
      ...(chance(0.6) ? { head: metres(kind === 'window' ? Math.max(0.5, sill + 0.2) : 1.9, 2.6) } : {}),
      ...(chance(0.15) ? { thickness: metres(0.05, 0.35) } : {}),
      ...(chance(0.12) ? { normallyOpen: chance(0.7) } : {}),
      ...(pane && chance(0.15) ? { film: 'permanent' } : {}),
      ...(chance(pane ? 0.5 : 0.05) ? { fixed: chance(0.7) } : {}),
      ...(pane && chance(0.7) ? { glazing: pick(['clear', 'clear', 'frosted', 'opaque']) } : {}),
      ...(chance(0.15) ? { lock: pick(['inner', 'outer', 'none']) } : {}),
      ...(kind === 'passage' && chance(0.08) ? { unsure: chance(0.8) } : {}),
    });
    // A transom over a door.
    const [own] = this.openings.slice(-1);
    if (kind === 'door' && typeof own.head === 'number' && own.head < 2.3 && chance(0.2))
      this.opening(line, {
        kind: 'window',
        fixed: true,
        glazing: 'clear',
        sill: own.head,
        head: metres(own.head + 0.2, 2.7),
      });
  }

  private opening(line: Line, more: Keys): void {
    this.openings.push({ id: this.name('o', this.openings), line, ...more });
    const [sill = 0, head = 2.6] = [more.sill, more.head];
    this.panes.push({ line, sill: Number(sill), head: Number(head) });
  }

  private wall(line: readonly Point[]): void {
    const { chance, pick, metres } = this.dice;
    this.walls.push({
      id: this.name('w', this.walls),
      line,
      ...(chance(0.7) ? { height: metres(0.8, 2.4) } : {}),
      ...(chance(0.2) ? { thickness: metres(0.05, 0.25) } : {}),
      ...(chance(0.35) ? { material: pick(['opaque', 'clear', 'frosted']) } : {}),
    });
    line.slice(1).forEach((b, i) => {
      this.stretches.push({ a: line[i], b });
    });
  }

  /** Screens in the hall: straight ones and a curved one. */
  private inside(): void {
    const { dice, width, depth } = this;
    const { chance, metres } = dice;
    if (chance(0.3)) {
      const y = metres(1, depth - 0.8);
      const left = metres(0.3, width / 2);
      const line: Line = [
        [left, y],
        [metres(left + 1, width - 0.3), y],
      ];
      if (this.isFree(line)) this.wall(line);
    }
    if (chance(0.2)) {
      const [x, y, radius] = [metres(1.5, width - 1.5), metres(1.2, depth - 1.2), metres(0.5, 0.9)];
      const arc = Array.from({ length: 9 }, (_, i): Point => {
        const angle = (i / 8) * Math.PI;
        return [round(x + radius * Math.cos(angle)), round(y + radius * Math.sin(angle))];
      });
      if (this.isFree(arc)) this.wall(arc);
    }
  }

  private isFree(line: readonly Point[]): boolean {
    const clear = line.every((at) => this.off(at) > CLEAR);
    const free = line.slice(1).every((b, i) => this.stretches.every((one) => !meets({ a: line[i], b }, one)));
    return clear && free;
  }

  private off(at: Point): number {
    return Math.min(...this.stretches.map((one) => apart(at, one)));
  }

  /** Boxes and the like in the hall. */
  private places(): void {
    const { dice, width, depth } = this;
    if (!dice.chance(0.2)) return;
    const [x, y, size] = [dice.metres(0.8, width - 1.6), dice.metres(0.6, depth - 1.4), dice.metres(0.4, 0.8)];
    const ring: Point[] = [
      [x, y],
      [x + size, y],
      [x + size, y + size],
      [x, y + size],
    ];
    if (!ring.every((at) => this.off(at) > CLEAR) || !this.isFree([...ring, ring[0]])) return;
    this.zones.push({ id: `box${this.floor}`, kind: dice.pick(BOXES), rect: [x, y, size, size] });
    this.boxes.push([x, y, size, size]);
    this.stretches.push(...ring.map((b, i) => ({ a: ring[(i + 3) % 4], b })));
  }

  private notices(): void {
    const { chance, pick, metres } = this.dice;
    if (!chance(0.15)) return;
    this.signs.push({
      id: this.name('s', this.signs),
      at: [metres(0.3, this.width - 0.3), 0.3],
      ...(chance(0.3) ? { name: '标识' } : {}),
      ...(chance(0.6) ? { heading: metres(0, 359) } : {}),
      ...(chance(0.3) ? { height: 1.6 } : {}),
      ...(chance(0.5) ? { text: pick(['您已进入监控区域', '禁止吸烟']) } : {}),
      ...(chance(0.5) ? { status: pick(['planned', 'existing', 'removed']) } : {}),
    });
  }

  private posts(): void {
    const { dice, width, depth, court } = this;
    const { chance, metres, pick } = dice;
    const wanted = this.court > 0 ? 1 : 2;
    for (let tries = 0; this.devices.length < wanted && tries < 30; tries++) {
      const isCourt = court > 0 && this.floor === 0 && chance(0.6);
      const onWall = !isCourt && court === 0 && this.isStraight && chance(0.12);
      const at: Point = onWall
        ? [metres(0.5, width - 0.5), 0.02]
        : [metres(0.3, width - 0.3), isCourt ? metres(0.3 - court, -0.3) : metres(0.3, depth - 0.3)];
      const within = this.boxes.some(
        ([x, y, w, d]) => at[0] > x - CLEAR && at[0] < x + w + CLEAR && at[1] > y - CLEAR && at[1] < y + d + CLEAR,
      );
      const off = this.off(at);
      if (within && !chance(0.2)) continue;
      if (onWall ? off < 0.015 || chance(0) : off < CLEAR) continue;
      this.devices.push(this.device(at, off, onWall));
    }
    // One in a room, now and then.
    if (chance(0.06)) {
      const at: Point = [metres(1, width - 1), Math.round((depth + 1) * 100) / 100];
      if (this.off(at) > CLEAR)
        this.devices.push({ ...this.device(at, 0.1, false), tolerance: pick([{}, { tilt: 1 }]) });
    }
  }

  private device(at: Point, off: number, onWall: boolean): Keys {
    const { chance, pick, metres } = this.dice;
    const kind = chance(0.66)
      ? 'camera'
      : pick(
          'face-terminal face-terminal intercom microphone microphone other intrusion-detector intrusion-detector panic-button access-reader door-contact metal-detector xray-scanner smoke-detector'.split(
            ' ',
          ),
        );
    const common: Keys = {
      id: this.name('C', this.devices),
      kind,
      at,
      ...(chance(0.985) ? { height: metres(0.4, 2.7) } : {}),
      ...(chance(0.1) ? { name: '甲' } : {}),
      ...(chance(0.3) ? { status: pick(['planned', 'planned', 'existing', 'existing', 'removed']) } : {}),
      ...(chance(0.05)
        ? {
            mobile: {
              form: pick(['body-worn', 'handheld', 'robot', 'drone', 'vehicle']),
              ...(chance(0.7) ? { area: [`hall${this.floor}`] } : {}),
              ...(chance(0.5) ? { rules: '使用制度' } : {}),
            },
          }
        : {}),
      ...(chance(0.05) ? { mandatedBy: { rule: '某标准第5条', document: '函3号', by: '李某' } } : {}),
    };
    const audio = chance(0.6) ? 'none' : pick(['none', 'microphone', 'two-way', 'unknown', undefined]);
    if (audio !== undefined && kind !== 'microphone' && (kind !== 'intercom' || chance(0.3))) common.audio = audio;
    if (chance(0.15)) common.pickup = metres(1, 8);
    if (kind === 'camera' && !onWall && chance(0.06)) return this.modelled(common, at);
    if (kind === 'camera' || kind === 'face-terminal')
      return { ...common, ...this.camera(at, off, onWall, Number(common.height ?? 2.5)) };
    if (kind === 'intercom' || kind === 'other') {
      const video = pick(['visible', 'none', 'unknown', undefined]);
      const lens =
        video === 'none' ? {} : { heading: this.towards(at), hfov: 80, tilt: 10, resolution: pick(RESOLUTIONS) };
      return { ...common, ...(video === undefined ? {} : { video }), ...lens };
    }
    if (kind === 'intrusion-detector')
      return { ...common, heading: this.towards(at), hfov: pick([90, 120, 360]), range: metres(3, 10) };
    if (kind === 'access-reader' || kind === 'door-contact')
      return { ...common, ...(this.openings.length > 0 ? { opening: pick(this.openings).id } : {}) };
    return common;
  }

  /** A camera of which the plan says what model it is, and leaves its figures to the catalogue. */
  private modelled({ audio, kind, ...common }: Keys, at: Point): Keys {
    const { chance, pick, degrees } = this.dice;
    const model = pick(['QX-1', 'QX-1', 'QX-2', 'QX-3', 'QX-3']);
    const lens = model === 'QX-1' ? { lens: pick([2.8, 6]) } : model === 'QX-3' ? { lens: 4 } : {};
    const heading = this.towards(at);
    return {
      ...common,
      ...(chance(0.5) ? { kind } : {}),
      ...(chance(0.3) ? { audio } : {}),
      model,
      ...(chance(0.7) ? lens : {}),
      ...(model === 'QX-2'
        ? { ptz: { pan: [heading, heading + 90], tilt: [10, 60], limits: 'hard' } }
        : { heading, tilt: degrees(5, 50) }),
      ...(chance(0.2) ? { resolution: [1280, 720] } : {}),
      tolerance: { heading: 0, tilt: degrees(0, 3) },
    };
  }

  private target(): Pane {
    const wall: Pane = {
      line: [
        [0, this.depth],
        [this.width, this.depth],
      ],
      sill: 0,
      head: 2,
    };
    return this.panes.length === 0 ? wall : this.dice.pick(this.panes);
  }

  private towards([x, y]: Point, { line: [a, b] }: Pane = this.target()): number {
    const { between, chance } = this.dice;
    const way = (Math.atan2((a[0] + b[0]) / 2 - x, a[1] - y) * 180) / Math.PI;
    return turned(chance(0.85) ? Math.round(way + between(-40, 40)) : Math.round(between(0, 359)));
  }

  private camera(at: Point, off: number, onWall: boolean, height: number): Keys {
    const { chance, pick, degrees, metres, between } = this.dice;
    const pane = this.target();
    const heading = onWall ? Math.round(turned(between(-60, 60))) : this.towards(at, pane);
    const resolution = chance(0.985) ? { resolution: pick(RESOLUTIONS) } : {};
    const tolerance = chance(0.3)
      ? {}
      : {
          tolerance: {
            ...(chance(0.9) ? { heading: chance(0.5) ? 0 : degrees(0, 5) } : {}),
            ...(chance(0.9) ? { tilt: chance(0.5) ? 0 : degrees(0, 5) } : {}),
            ...(chance(0.04) && off > 0.35 && this.court === 0
              ? { position: metres(0.02, Math.min(0.4, (off - CLEAR) / 2)) }
              : {}),
          },
        };
    const common: Keys = {
      ...resolution,
      ...tolerance,
      ...(chance(0.12)
        ? { video: pick(['visible', 'visible', 'thermal', 'thermal', 'thermal', 'depth', 'depth', 'unknown']) }
        : chance(0.004)
          ? { video: 'none' }
          : {}),
      ...(chance(0.1) ? { range: metres(3, 15) } : {}),
    };
    if (common.video === 'none') return { video: 'none' };
    const field = (low: number, high: number): Keys => {
      const hfov = degrees(low, high);
      if (chance(0.85)) return { hfov };
      const sensor = pick(CHIPS);
      return { sensor, focalLength: Math.round((sensor[0] / 2 / Math.tan((hfov * Math.PI) / 360)) * 100) / 100 };
    };
    const lens = (): Keys => ({
      ...(chance(0.99) ? { heading } : {}),
      ...(chance(0.99) ? { tilt: chance(0.8) ? degrees(5, 50) : degrees(-10, 90) } : {}),
      ...(chance(0.99) ? field(30, 115) : {}),
      ...(chance(0.1) ? { vfov: degrees(25, 60) } : {}),
      ...(chance(0.2) ? { roll: degrees(-15, 15) } : {}),
    });
    const masks = (sensors = 0): Keys => {
      const mask = chance(0.25) ? this.mask(at, height, pane) : undefined;
      if (mask === undefined) return {};
      const own = {
        ...mask,
        ...(chance(0.8) ? { permanent: chance(0.9) } : {}),
        ...(chance(0.3) ? { dynamic: chance(0.7) } : {}),
        ...(chance(0.2) ? { hiddenAboveZoom: chance(0.5) } : {}),
        ...(sensors > 0 && chance(0.7) ? { sensor: chance(0.7) ? 1 : 2 } : {}),
      };
      return { masks: [own] };
    };
    const way = onWall ? 1 : between(0, 1);
    if (way < 0.14) {
      const [start, span] = [turned(Math.round(heading - between(0, 120))), Math.round(between(30, 330))];
      const from = degrees(-30, 50);
      const to = chance(0.3) ? 90 : degrees(from + 5, 90);
      const home = { heading: turned(start + Math.round(between(0, span))), tilt: from, hfov: 50 };
      const ptz: Keys = {
        ...(chance(0.95) ? { pan: [start, start + span] } : {}),
        ...(chance(0.95) ? { tilt: [from, to] } : {}),
        ...(chance(0.98) ? { hfov: [degrees(4, 30), degrees(50, 65)] } : {}),
        ...(chance(0.95) ? { limits: chance(0.93) ? 'hard' : 'software' } : {}),
        ...(chance(0.5) ? { home } : {}),
      };
      return { ...common, ...(chance(0.9) ? { form: 'ptz' } : {}), ptz, ...masks() };
    }
    if (way < 0.185)
      return {
        ...common,
        form: 'fisheye',
        tilt: chance(0.9) ? 90 : degrees(0, 90),
        hfov: degrees(90, 180),
        ...(chance(0.3) ? { vfov: degrees(90, 180) } : {}),
        ...(chance(0.3) ? { heading } : {}),
        ...masks(),
      };
    if (way < 0.32) {
      const [tele, wide] = [degrees(10, 40), degrees(50, 110)];
      return {
        ...common,
        ...lens(),
        ...(chance(0.7) ? { hfov: degrees(tele, wide), focalLength: undefined } : {}),
        ...(chance(0.9) ? { form: 'varifocal' } : {}),
        varifocal: { hfov: [tele, wide], ...(chance(0.6) ? { locked: chance(0.6) } : {}) },
        ...masks(),
      };
    }
    if (way < 0.46) {
      const count = pick([2, 3, 4]);
      const sensors = Array.from({ length: count }, (_, i) => ({
        ...lens(),
        heading: turned(heading + Math.round((360 / count) * i)),
        ...(chance(0.2) ? { resolution: pick(RESOLUTIONS) } : {}),
      }));
      return {
        ...common,
        form: 'multi-sensor',
        sensors,
        ...(chance(0.3) ? { tilt: 20, hfov: 60, roll: 3, vfov: 40 } : {}),
        ...masks(count),
      };
    }
    return { ...common, ...(chance(0.2) ? { form: 'fixed' } : {}), ...lens(), ...masks() };
  }

  /** A mask drawn over an opening as it is seen from the camera. */
  private mask(at: Point, height: number, { line: [a, b], sill, head }: Pane): Keys | undefined {
    const by = this.dice.between(-0.1, 0.6);
    const [low, high] = [sill - by, head + by];
    if (high > height - 0.2 || low >= high || Math.abs(a[1] - at[1]) < 0.3) return undefined;
    const drawn = (x: number, z: number): Point => {
      const out = height / (height - z);
      return [round(at[0] + (x - at[0]) * out), round(at[1] + (a[1] - at[1]) * out)];
    };
    const [left, right] = [a[0] - by, b[0] + by];
    if (left >= right) return undefined;
    return { polygon: [drawn(left, low), drawn(right, low), drawn(right, high), drawn(left, high)] };
  }

  level(more: Keys): Keys {
    const { dice, zones, walls, openings, devices, signs } = this;
    const drawing = {
      file: '一层.dwg',
      unit: 0.001,
      origin: [512000, 308000],
      rotation: 0,
      handles: { [String(zones[0].id)]: '1F' },
      blocks: Object.fromEntries(devices.map(({ id }) => [String(id), 'CAM'])),
    };
    return {
      id: this.id,
      ...(dice.chance(0.5) ? { name: this.floor === 0 ? '一层' : '二层' } : {}),
      ...more,
      ...(dice.chance(0.06) ? { drawing } : {}),
      zones,
      walls,
      openings,
      devices,
      ...(signs.length > 0 ? { signs } : {}),
    };
  }
}

function round(metres: number): number {
  return Math.round(metres * 1000) / 1000;
}

export function turned(degrees: number): number {
  return (Math.round((((degrees % 360) + 360) % 360) * 1e6) / 1e6) % 360;
}

/** A ring of four corners of which the last side but one bows out, as an apse does. */
function bowed([a, b, c, d]: readonly Point[], by: number): Point[] {
  const count = 6;
  const arc = Array.from({ length: count - 1 }, (_, i): Point => {
    const t = (i + 1) / count;
    return [round(c[0] + t * (d[0] - c[0])), round(c[1] + t * (d[1] - c[1]) + by * Math.sin(Math.PI * t))];
  });
  return [a, b, c, ...arc, d];
}

/** A ring of four corners with one cut out: an L. */
function stepped([a, b, c, d]: readonly Point[], { metres }: Chance): Point[] {
  const [x, y] = [metres(0.5, (c[0] - d[0]) / 2), metres(0.5, (c[1] - b[1]) / 2)];
  return [a, b, [c[0], round(c[1] - y)], [round(c[0] - x), round(c[1] - y)], [round(c[0] - x), c[1]], d];
}

function meets(p: Stretch, q: Stretch): boolean {
  const near = [p.a, p.b].some((at) => apart(at, q) < CLEAR) || [q.a, q.b].some((at) => apart(at, p) < CLEAR);
  const side = ({ a, b }: Stretch, [x, y]: Point) => (b[0] - a[0]) * (y - a[1]) - (b[1] - a[1]) * (x - a[0]);
  return near || (side(p, q.a) * side(p, q.b) <= 0 && side(q, p.a) * side(q, p.b) <= 0);
}
