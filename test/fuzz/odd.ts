import type { Dice } from './dice.js';
import type { PlanDoc } from './document.js';
import { drawPlan } from './plan.js';

/** Plans with something in them that no plan should have: keys, types, references, statements. */

const VALUES: readonly unknown[] = [
  null,
  true,
  false,
  0,
  -1,
  -0,
  1e308,
  -1e308,
  1e-320,
  Number.MAX_SAFE_INTEGER,
  '',
  ' ',
  'F1',
  'z2',
  '__proto__',
  'constructor',
  '\u200b',
  'é',
  'x'.repeat(300),
  [],
  {},
  [[]],
  [[0, 0]],
  [null],
  { id: 'z2' },
  { id: 'z2', kind: 'restroom' },
  [0, 0],
  [0, 0, 1, 1],
  '2026-02-30',
  '0',
  3,
  [1, 2, 3],
];

const KEYS = [
  '__proto__',
  'constructor',
  'toString',
  'Id',
  'knd',
  'polygons',
  '',
  'hfov ',
  'height',
  'levels',
  '<<',
  'kindUnknown',
  'sitecam',
];

const RULES = [
  'capture/view-into-private-zone',
  'coverage/criterion',
  'plan/unzoned-view',
  'coverage/criterio',
  '',
  'plan/*',
  '__proto__',
];
const SUBJECTS = ['z2', 'c3>z2', '8(8)', '', 'site', 'z2@F1', '__proto__'];

/** A plan, spoilt in up to four places, as plain data: not always one that the schema lets pass. */
export function drawOdd(seed: number, dice: Dice): PlanDoc {
  let doc: unknown = drawPlan(seed).doc;
  const times = dice.tail(1, 4, 0.7);
  for (let i = 0; i < times; i += 1) {
    doc = dice.way<(value: unknown) => unknown>([
      [5, (value) => spoilt(value, dice)],
      [2, (value) => stated(value, dice)],
      [1.5, (value) => waived(value, dice)],
      [1.5, (value) => confused(value, dice)],
    ])(doc);
  }
  return doc as PlanDoc;
}

type Holder = Record<string, unknown>;

function isHolder(value: unknown): value is Holder {
  return typeof value === 'object' && value !== null;
}

/** Something put, left out, repeated or renamed somewhere. */
function spoilt(root: unknown, dice: Dice): unknown {
  const doc: unknown = structuredClone(root);
  const holders: Holder[] = [];
  const visit = (value: unknown): void => {
    if (!isHolder(value)) return;
    holders.push(value);
    for (const inner of Object.values(value)) visit(inner);
  };
  visit(doc);
  if (holders.length === 0) return doc;
  const holder = dice.pick(holders);
  const keys = Object.keys(holder);
  const key = keys.length === 0 ? '0' : dice.pick(keys);
  const put = structuredClone(dice.pick(VALUES));
  dice.way<() => void>([
    [4, () => set(holder, key, put)],
    [2, () => set(holder, dice.pick(KEYS), put)],
    [2, () => (Array.isArray(holder) ? leaveOut(holder, Number(key) || 0) : delete holder[key])],
    [1, () => set(holder, `${key}x`, holder[key])],
    [
      1,
      () =>
        Array.isArray(holder) ? holder.push(structuredClone(holder[Number(key)])) : set(holder, key, [holder[key]]),
    ],
  ])();
  return doc;
}

/** Not by splice, which asks the list's own `constructor`: an earlier change may have set one. */
function leaveOut(list: unknown[], at: number): void {
  list.copyWithin(at, at + 1);
  list.pop();
}

/** Own keys, whatever they are called: as JSON reads them. */
function set(holder: Holder, key: string, value: unknown): void {
  Object.defineProperty(holder, key, { value, enumerable: true, configurable: true, writable: true });
}

/** Overrides of what is there and what isn't. */
function stated(root: unknown, dice: Dice): unknown {
  if (!isHolder(root)) return root;
  const own = () => {
    const keys = dice.pick([
      { kind: dice.pick(['restroom', 'office', 'camera', 'door', 'nonsense']) },
      { name: null },
      { id: 'z9' },
      { polygon: [[0, 0]] },
      { height: dice.pick([2, null, 'x']) },
      {
        masks: [
          {
            polygon: [
              [0, 0],
              [1, 0],
              [1, 1],
            ],
            permanent: true,
          },
        ],
      },
      { levels: ['F1', 'F9'] },
      {},
      null,
      [],
    ]);
    return keys;
  };
  const overrides = Object.fromEntries(
    Array.from({ length: dice.tail(1, 4) }, () => [
      dice.pick(['z2', 'z3', 'c4', 'd4', 'w5', 'F1', 'nothing', '__proto__', '']),
      own(),
    ]),
  );
  return { ...root, overrides: dice.chance(0.9) ? overrides : dice.pick(VALUES) };
}

function waived(root: unknown, dice: Dice): unknown {
  if (!isHolder(root)) return root;
  const waiver = () => ({
    rule: dice.pick(RULES),
    subject: dice.pick(SUBJECTS),
    reason: dice.pick(['r', '']),
    by: 'b',
    until: dice.pick(['2027-01-01', '2020-01-01', '2026-02-30', 'never', '']),
  });
  return { ...root, waivers: Array.from({ length: dice.tail(1, 5) }, waiver) };
}

/** Ids taken twice, of levels, types and openings that aren't there. */
function confused(root: unknown, dice: Dice): unknown {
  const doc = structuredClone(root);
  const bearers: Holder[] = [];
  const visit = (value: unknown): void => {
    if (!isHolder(value)) return;
    if (Object.hasOwn(value, 'id')) bearers.push(value);
    for (const inner of Object.values(value)) visit(inner);
  };
  visit(doc);
  if (bearers.length < 2) return doc;
  const [one, other] = [dice.pick(bearers), dice.pick(bearers)];
  // An id may be an object by now, and hold the one that takes it.
  const id = structuredClone(other.id);
  dice.way<() => void>([
    [3, () => set(one, 'id', id)],
    [1, () => set(one, 'type', id)],
    [1, () => set(one, 'opening', id)],
    [1, () => set(one, 'levels', [id, 'F7'])],
    [1, () => set(one, 'kind', dice.pick(['restroom', 'camera', 'nothing', '卫生间', 'toString']))],
    [
      1,
      () => set(one, 'id', dice.pick(['a>b', 'a/b', 'a b', '', '\u200bz2', 'e\u0301', '__proto__', 'x'.repeat(2000)])),
    ],
  ])();
  return doc;
}
