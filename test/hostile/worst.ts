import {
  chance,
  circle,
  cm,
  filled,
  hall,
  list,
  oneLevel,
  planOf,
  SITE,
  scattered,
  star,
  toilet,
  type Value,
} from './draft.js';

type Maker = (bytes: number) => string;

const simple =
  (make: (count: number) => Value): Maker =>
  (bytes) =>
    filled(bytes, make);

/** A hall of small private rooms in rows, each with a door and a device beside it. */
const dense = (type: string): Maker =>
  simple((count) => {
    const at = (n: number) => [(n % 60) * 5 + 1, Math.floor(n / 60) * 5 + 1] as const;
    return oneLevel({
      zones: [hall(400), ...list(count, (n) => ({ id: `z${n}`, kind: 'restroom', rect: [...at(n), 2, 2] }))],
      openings: list(count, (n) => {
        const [x, y] = at(n);
        const line = [
          [x + 0.2, y],
          [x + 1, y],
        ];
        return { id: `o${n}`, kind: 'door', line };
      }),
      devices: list(count, (n) => ({ id: `d${n}`, type, at: at(n).map((value) => value - 0.6), heading: 45 })),
    });
  });

/** Short walls in rows, and cameras between them. */
const pillars = (cameras: number, type: string, height?: () => number): Maker =>
  simple((count) => {
    const walls = list(count, (n) => {
      const [x, y] = [cm((n % 130) * 0.8), cm(Math.floor(n / 130) * 0.8)];
      const line = [
        [x, y],
        [cm(x + 0.1), cm(y + 0.1)],
      ];
      return { id: `w${n}`, line, ...(height && { height: height() }) };
    });
    return oneLevel({ zones: [hall(101), toilet(50, 50, 5)], walls, devices: scattered(cameras, type, 100) });
  });

const waivers = (rule: (n: number) => string): Maker =>
  simple((count) => {
    const made = list(count, (n) => ({ rule: rule(n), subject: `h${n}`, reason: 'a', by: 'b', until: '2027-01-01' }));
    return oneLevel({ zones: [hall(20)], devices: scattered(3, 'c', 19) }, { waivers: made });
  });

const zones = (make: (n: number, next: () => number) => Value, cameras = 3, type = 'c', side = 19): Maker =>
  simple((count) => {
    const next = chance();
    return oneLevel({ zones: list(count, (n) => make(n, next)), devices: scattered(cameras, type, side) });
  });

const walls = (make: (n: number, next: () => number) => readonly (readonly number[])[]): Maker =>
  simple((count) => {
    const next = chance();
    const drawn = list(count, (n) => ({ id: `w${n}`, line: make(n, next) }));
    return oneLevel({ zones: [hall(149)], walls: drawn, devices: scattered(5, 'c', 100) });
  });

const devices = (type: string, side: number, more: Value = {}): Maker =>
  simple((count) => {
    const around = scattered(count, type, side).map((device) => ({ ...device, ...more }));
    return oneLevel({ zones: [hall(side + 2), toilet(side / 2, side / 2, 3)], devices: around });
  });

const polygon = (
  points: (count: number) => readonly (readonly number[])[],
  kind: string,
  type: string,
  around: Value[] = [],
): Maker =>
  simple((count) =>
    oneLevel({
      zones: [...around, { id: 'z', kind, polygon: points(count + 3), enclosed: kind !== 'restroom' }],
      devices: scattered(200, type, 100),
    }),
  );

const masks = (made: (count: number) => readonly Value[]): Maker =>
  simple((count) => {
    const device = { id: 'd', at: [30, 30], heading: 45, type: 'c', masks: made(count) };
    return oneLevel({ zones: [hall(130), toilet(50, 50, 10)], devices: [device] });
  });

const mask = (points: readonly (readonly number[])[]): Value => ({ polygon: points, permanent: true, dynamic: true });

const sensors = (each: number): Maker =>
  simple((count) => {
    const head = (id: string, number: number): Value => ({
      id,
      kind: 'camera',
      form: 'multi-sensor',
      at: [40, 40],
      height: 2.7,
      audio: 'none',
      sensors: list(number, (n) => ({ heading: n % 360, tilt: 20, hfov: 90, resolution: [1000, 1000] })),
    });
    const heads = list(Math.ceil(count / each), (n) => head(`d${n}`, Math.min(each, count)));
    return oneLevel({ zones: [hall(101), toilet(50, 50, 5)], devices: heads });
  });

/** Plans that take the longest for their size, or the most memory; each as many bytes as asked for, or a little fewer. */
export const WORST = {
  denseFixed: dense('c'),
  densePtz: dense('p'),
  denseUnknown: dense('u'),
  openHall: devices('c', 100),
  openHallPtz: devices('p', 30),
  openHallMicrophones: devices('m', 10),
  tolerances: devices('c', 50, { tolerance: { heading: 10, tilt: 10, position: 1 } }),
  fisheye: devices('u', 100, { form: 'fisheye', height: 2.8, audio: 'two-way' }),
  guarding: devices('u', 20, { kind: 'door-contact', opening: 'opening-nane' }),
  privateZones: zones(
    (n) => ({
      id: `z${n}`,
      kind: 'restroom',
      rect: [cm((n % 120) * 0.3), cm(Math.floor(n / 120) * 0.3), 0.2, 0.2],
      enclosed: false,
    }),
    300,
    'p',
    36,
  ),
  circles: zones(
    (n) => ({
      id: `z${n}`,
      kind: 'restroom',
      enclosed: false,
      polygon: circle(200, 1, (n % 20) * 2.5 + 2, Math.floor(n / 20) * 2.5 + 2),
    }),
    2000,
    'p',
    50,
  ),
  overlapAll: zones((n, next) => ({ id: `z${n}`, kind: 'office', rect: [cm(next()), cm(next()), 20, 20] })),
  overlapRings: zones((n, next) => ({ id: `z${n}`, kind: 'office', polygon: star(100, 20 + next()) })),
  nested: zones((n) => {
    const [at, side] = [n / 1000, (140_000 - 2 * n) / 1000];
    return { id: `z${n}`, kind: 'office', rect: [at, at, side, side] };
  }),
  inManyPrivate: simple((count) =>
    oneLevel({
      zones: list(100, (n) => ({ id: `z${n}`, kind: 'restroom', rect: [0, 0, 20 + n, 20] })),
      devices: scattered(count, 'm', 19),
    }),
  ),
  rooms: zones(
    (n) => ({ id: `z${n}`, kind: 'guest-room', rect: [(n % 60) * 4, Math.floor(n / 60) * 4, 4, 4] }),
    3000,
    'p',
    240,
  ),
  roles: zones(
    (n) => ({
      id: `z${n}`,
      kind: ['main-entrance', 'corridor', 'stairs'][n % 3],
      rect: [(n % 80) * 4, Math.floor(n / 80) * 4, 4, 4],
    }),
    2000,
    'c',
    300,
  ),
  sameId: zones((n) => ({ id: 'z', kind: 'office', rect: [n % 100, Math.floor(n / 100), 1, 1] })),
  unknownKinds: zones((n) => ({ id: `z${n}`, kind: `coridor${n}`, rect: [n % 100, Math.floor(n / 100), 1, 1] })),
  star: polygon((count) => star(2 * count, 50), 'lobby', 'c'),
  comb: polygon(
    (count) => [[0, 0], ...list(count, (n) => [cm(n * 0.02), n % 2 === 0 ? 10 : 1]), [cm(count * 0.02), 0]],
    'lobby',
    'c',
  ),
  nearlyStraight: polygon(
    (count) => [[0, 0], ...list(count, (n) => [1 + n / 100, (n % 2) * 1e-9]), [count, 10]],
    'lobby',
    'p',
  ),
  scribble: polygon(
    (count) => {
      const next = chance();
      return list(count, () => [cm(next() * 100), cm(next() * 100)]);
    },
    'lobby',
    'c',
  ),
  onOneLine: polygon((count) => list(count, (n) => [n, n]), 'lobby', 'c'),
  privateCircle: polygon((count) => circle(count, 50), 'restroom', 'p', [hall(130)]),
  holes: simple((count) => {
    const holes = list(count, (n) => {
      const [x, y] = [(n % 150) + 0.2, Math.floor(n / 150) + 0.2];
      return [
        [x, y],
        [cm(x + 0.6), y],
        [cm(x + 0.6), cm(y + 0.6)],
      ];
    });
    const outer = [
      [0, 0],
      [200, 0],
      [200, 200],
      [0, 200],
    ];
    return oneLevel({
      zones: [{ id: 'h', kind: 'lobby', polygon: outer, holes }],
      devices: scattered(100, 'p', 150),
    });
  }),
  maskCircle: masks((count) => [mask(circle(count + 3, 10))]),
  maskStar: masks((count) => [mask(star(2 * count + 4, 20))]),
  manyMasks: masks((count) => {
    const next = chance();
    return list(count, () => {
      const [x, y] = [cm(40 + next() * 20), cm(40 + next() * 20)];
      return mask([
        [x, y],
        [x + 1, y],
        [x, y + 1],
      ]);
    });
  }),
  maskedPtz: devices('p', 40, { masks: [mask(circle(40, 5))] }),
  sensors: sensors(1000),
  oneOfManySensors: sensors(1e9),
  pillars: pillars(1000, 'p'),
  lowWallsPtz: pillars(200, 'p', chance()),
  lowWalls: pillars(200, 'c', () => 1.2),
  wallsCross: walls((_, next) => [
    [cm(next() * 100), 0],
    [cm(next() * 100), 100],
  ]),
  wallsGrid: walls((n) =>
    n % 2 === 0
      ? [
          [cm(n * 0.01), 0],
          [cm(n * 0.01), 200],
        ]
      : [
          [0, cm(n * 0.01)],
          [200, cm(n * 0.01)],
        ],
  ),
  lightLeaks: walls((n) => {
    const [x, y] = [cm((n % 130) * 0.3), cm(Math.floor(n / 130) * 0.03)];
    return [
      [x, y],
      [cm(x + 0.29), y],
    ];
  }),
  oneWall: simple((count) => {
    const next = chance();
    const line = list(count + 1, () => [cm(next() * 100), cm(next() * 100)]);
    return oneLevel({ zones: [hall(101)], walls: [{ id: 'w', line }], devices: scattered(5, 'c', 100) });
  }),
  soundMaze: simple((count) => {
    const next = chance();
    const maze = list(5000, (n) => {
      const [x, y] = [cm((n % 70) * 0.3 + next() * 0.1), cm(Math.floor(n / 70) * 0.3)];
      const line = [
        [x, y],
        [cm(x + 0.2), cm(y + 0.2)],
      ];
      return { id: `w${n}`, line };
    });
    const ears = scattered(count, 'm', 20).map((device) => ({ ...device, pickup: 100 }));
    return oneLevel({ zones: [hall(22), toilet(10, 10, 1)], walls: maze, devices: ears });
  }),
  openingsOnOneWall: simple((count) => {
    const openings = list(count, (n) => ({
      id: `o${n}`,
      kind: 'door',
      line: [
        [cm(n * 0.01), 0],
        [cm(n * 0.01 + 50), 0],
      ],
    }));
    return oneLevel({ zones: [hall(300)], openings, devices: scattered(10, 'c', 100) });
  }),
  openingsOnNoWall: simple((count) => {
    const openings = list(count, (n) => ({
      id: `o${n}`,
      kind: 'door',
      line: [
        [cm(n * 0.01), 7],
        [cm(n * 0.01 + 0.5), 7],
      ],
    }));
    return oneLevel({ zones: [hall(300)], openings });
  }),
  levels: simple((count) => planOf(list(count, (n) => ({ id: `L${n}` })))),
  levelsOfOneElevation: simple((count) =>
    planOf(
      list(count, (n) => ({
        id: `L${n}`,
        zones: [{ id: `z${n}`, kind: 'restroom', rect: [0, 0, 9, 9] }],
        devices: [{ id: `d${n}`, type: 'p', at: [5, 5] }],
      })),
    ),
  ),
  atrium: simple((count) =>
    planOf(
      list(count, (n) => ({
        id: `F${n}`,
        elevation: n * 3,
        ceiling: 3,
        zones: [
          {
            id: `a${n}`,
            kind: 'atrium',
            rect: [0, 0, 20, 20],
            ...(n === 0 && { levels: list(count, (m) => `F${m}`) }),
          },
          { id: `z${n}`, kind: 'restroom', rect: [20, 0, 5, 5] },
        ],
        openings: [
          {
            id: `o${n}`,
            kind: 'door',
            line: [
              [20, 1],
              [20, 2],
            ],
          },
        ],
        devices: [{ id: `d${n}`, type: 'p', at: [10, 10] }],
      })),
    ),
  ),
  windows: simple((count) =>
    planOf(
      list(count, (n) => ({
        id: `F${n}`,
        elevation: n * 3,
        ceiling: 3,
        zones: [
          { id: `y${n}`, kind: 'yard', rect: [-50, -50, 100, 50] },
          { id: `z${n}`, kind: 'restroom', rect: [20, 0, 5, 5] },
        ],
        openings: [
          {
            id: `w${n}`,
            kind: 'window',
            line: [
              [21, 0],
              [24, 0],
            ],
            sill: 1,
            head: 2,
          },
        ],
        devices: [{ id: `d${n}`, type: 'p', at: [22, -10] }],
      })),
    ),
  ),
  strayLevels: simple((count) =>
    planOf(
      list(count, (n) => ({
        id: `level-${n}`,
        zones: [{ id: `a${n}`, kind: 'stairs', rect: [0, 0, 2, 2], levels: [`levle-${n}`] }],
      })),
    ),
  ),
  waivers: waivers(() => 'coverage/criterion'),
  unknownWaivers: waivers((n) => `coverage/criteron${n}`),
  forbiddenWaivers: waivers(() => 'capture/view-into-private-zone'),
  unknownTypes: simple((count) => ({
    ...oneLevel({
      zones: [hall(20)],
      devices: list(count, (n) => ({ id: `d${n}`, type: `dome-camera-y${n}`, at: [1, 1] })),
    }),
    deviceTypes: Object.fromEntries(list(count, (n) => [`dome-camera-x${n}`, { kind: 'camera' }])),
  })),
  unknownOpenings: simple((count) =>
    oneLevel({
      zones: [hall(20)],
      openings: list(count, (n) => ({
        id: `opening-${n}`,
        kind: 'door',
        line: [
          [1, 0],
          [2, 0],
        ],
      })),
      devices: list(count, (n) => ({ id: `d${n}`, kind: 'door-contact', at: [1, 1], opening: `openning-${n}` })),
    }),
  ),
  overrides: simple((count) =>
    oneLevel(
      { zones: list(count, (n) => ({ id: `z${n}`, kind: 'restroom', rect: [n % 100, Math.floor(n / 100), 1, 1] })) },
      { overrides: Object.fromEntries(list(count, (n) => [`z${n}`, { kind: 'office' }])) },
    ),
  ),
  strayOverrides: simple((count) =>
    oneLevel(
      { zones: list(count, (n) => ({ id: `zone-${n}`, kind: 'office', rect: [n % 100, Math.floor(n / 100), 1, 1] })) },
      { overrides: Object.fromEntries(list(count, (n) => [`zonne-${n}`, { name: 'x' }])) },
    ),
  ),
  schemaErrors: simple((count) => oneLevel({ zones: list(count, (n) => ({ idd: n })) })),
  unknownKeys: simple((count) => {
    const keys = Object.fromEntries(list(count, (n) => [`nme${n}`, 1]));
    return oneLevel({ zones: [{ id: 'z', kind: 'office', rect: [0, 0, 1, 1], ...keys }] });
  }),
  absent: simple((count) => ({
    ...oneLevel({ zones: [hall(20)] }),
    site: { ...SITE, absent: list(count, (n) => ({ role: `lobby${n}`, reason: 'x', by: 'y' })) },
  })),
  categories: simple((count) => ({
    ...oneLevel({ zones: [hall(20)] }),
    site: { ...SITE, categories: list(count, (n) => `hotle${n}`) },
  })),
  longNames: zones(
    (n) => ({ id: `z${n}`, kind: 'restroom', name: 'n'.repeat(256), rect: [n % 40, Math.floor(n / 40), 1, 1] }),
    300,
    'p',
    40,
  ),
} satisfies Readonly<Record<string, Maker>>;
