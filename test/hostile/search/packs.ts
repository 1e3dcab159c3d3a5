// Law packs: a document is a pack; it is checked, or a plan is judged by it.
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { list } from '../draft.js';
import { type Json, type Kind, member, type Seed, seed } from './kinds.js';

const DEMO: { [key: string]: Json[] } = parse(readFileSync('fixtures/packs/demo.yaml', 'utf8'));

const PLAN = `sitecam: 1\nsite: {name: s, categories: [hotel], region: "150102"}\nlevels: [{id: F1, ceiling: 3, zones: [{id: hall, kind: lobby, rect: [0, 0, 12, 2]}]}]\n`;

const withMore = (more: (demo: typeof DEMO) => object): Json => ({ ...DEMO, ...more(structuredClone(DEMO)) }) as Json;

const clause = (n: number, article = String(n), text = '旅店应当') => ({
  id: `demo-2026/${article}`,
  instrument: 'demo-2026',
  article,
  citation: { zh: `第${n}条`, en: `Art. ${n}` },
  text: { zh: text, en: 'Hotels shall' },
});

function nest(deep: number, wide: number): Json {
  let when: Json = { missing: ['retention.days'] };
  for (let n = 0; n < deep; n += 1)
    when = n % 2 === 0 ? { all: Array.from({ length: wide }, () => when) } : { not: when };
  return when;
}

const row = (n: number, cases: object[]): object => ({
  ...Object(DEMO.requirements[0]),
  id: `5/r${n}`,
  cases: [...cases, ...Object(DEMO.requirements[0]).cases.slice(-1)],
});

const bases: Readonly<Record<string, Seed>> = {
  clauses: seed(1, 4000, (n) =>
    withMore((demo) => ({ clauses: [...demo.clauses, ...list(n, (i) => clause(i + 10))] })),
  ),
  parts: seed(1, 4000, (n) =>
    withMore((demo) => ({ clauses: [...demo.clauses, ...list(n, (i) => clause(i + 10, `10.${i}`))] })),
  ),
  items: seed(1, 4000, (n) =>
    withMore((demo) => ({ clauses: [...demo.clauses, ...list(n, (i) => clause(i + 10, `10.1(${i + 1})`))] })),
  ),
  sameClause: seed(1, 4000, (n) => withMore((demo) => ({ clauses: [...demo.clauses, ...list(n, () => clause(10))] }))),
  longText: seed(10, 4000, (n) =>
    withMore((demo) => ({
      clauses: [...demo.clauses, ...list(200, (i) => clause(i + 10, String(i + 10), '旅'.repeat(n)))],
    })),
  ),
  cites: seed(1, 8000, (n) => withMore(() => ({ cites: list(n, (i) => `cn-799-2025/${i}`) }))),
  unknownCites: seed(1, 8000, (n) => withMore(() => ({ cites: list(n, (i) => `cn-${i}-2025/${i}`) }))),
  instruments: seed(1, 4000, (n) =>
    withMore((demo) => ({
      instruments: [...demo.instruments, ...list(n, (i) => ({ ...Object(demo.instruments[0]), id: `demo-${i}` }))],
    })),
  ),
  penalties: seed(1, 4000, (n) => withMore((demo) => ({ penalties: list(n, () => demo.penalties[0]) }))),
  punishes: seed(1, 8000, (n) =>
    withMore((demo) => ({ penalties: [{ ...Object(demo.penalties[0]), punishes: list(n, (i) => `demo-2026/${i}`) }] })),
  ),
  kinds: seed(1, 4000, (n) =>
    withMore((demo) => ({ zoneKinds: list(n, (i) => ({ ...Object(demo.zoneKinds[0]), id: `exit-${i}` })) })),
  ),
  synonyms: seed(1, 8000, (n) =>
    withMore((demo) => ({
      zoneKinds: [
        { ...Object(demo.zoneKinds[0]), synonyms: { zh: list(n, (i) => `出口${i}`), en: list(n, (i) => `exit ${i}`) } },
      ],
    })),
  ),
  categories: seed(1, 1000, (n) =>
    withMore((demo) => ({ categories: list(n, (i) => ({ ...Object(demo.categories[0]), id: `hotel-${i}` })) })),
  ),
  sameCategory: seed(1, 1000, (n) => withMore((demo) => ({ categories: list(n, () => demo.categories[0]) }))),
  declared: seed(1, 2000, (n) =>
    withMore((demo) => ({
      categories: [
        {
          ...Object(demo.categories[0]),
          declared: list(n, (i) => ({
            role: `lobby${i}`,
            name: { zh: `堂${i}`, en: `lobby ${i}` },
            anyOf: ['lobby'],
            basis: 'law',
          })),
        },
      ],
    })),
  ),
  named: seed(1, 2000, (n) =>
    withMore((demo) => ({
      categories: [{ ...Object(demo.categories[0]), named: list(n, () => ({ token: 'lobby', basis: 'law' })) }],
    })),
  ),
  rows: seed(1, 1500, (n) =>
    withMore(() => ({
      requirements: list(n, (i) => row(i, Object(DEMO.requirements[0]).cases.slice(0, 1))) as Json[],
    })),
  ),
  cases: seed(1, 3000, (n) =>
    withMore(() => ({
      requirements: [
        row(
          0,
          list(n, () => Object(DEMO.requirements[0]).cases[0]),
        ),
      ] as Json[],
    })),
  ),
  conditions: {
    knobs: { deep: [1, 40], wide: [1, 4] },
    make: ({ deep, wide }) =>
      wide ** (deep / 2) > 20_000
        ? null
        : withMore(() => ({
            requirements: [row(0, [{ ...Object(DEMO.requirements[0]).cases[1], when: nest(deep, wide) }])] as Json[],
          })),
  },
  wideConditions: seed(1, 20_000, (n) =>
    withMore(() => ({
      requirements: [
        row(0, [
          {
            ...Object(DEMO.requirements[0]).cases[1],
            when: { any: list(n, (i) => ({ fact: `retention.d${i}`, under: 6 })) },
          },
        ]),
      ] as Json[],
    })),
  ),
  holders: seed(1, 1000, (n) =>
    withMore(() => ({
      requirements: [
        row(0, [
          {
            ...Object(DEMO.requirements[0]).cases[1],
            say: { zh: '{missing}'.repeat(n / 3), en: '{missing}'.repeat(n / 3) },
          },
        ]),
      ] as Json[],
    })),
  ),
  regions: seed(1, 20_000, (n) => withMore(() => ({ applies: { regions: list(n, (i) => String(100000 + i)) } }))),
  parameters: seed(1, 8000, (n) =>
    withMore(() => ({ parameters: Object.fromEntries(list(n, (i) => [`nearRadius${i}`, { value: 1 }])) })),
  ),
  unknownSections: seed(1, 8000, (n) => withMore(() => Object.fromEntries(list(n, (i) => [`clauses${i}`, 1])))),
};

export const packs: Kind = {
  seeds: {
    ...bases,
    ...Object.fromEntries(
      Object.entries(bases).map(([name, one]) => [
        `check-${name}`,
        { ...one, make: (size) => ({ check: true, ...Object(one.make(size)) }) } satisfies Seed,
      ]),
    ),
  },
  jobOf: (document) => {
    const { check, ...pack } = Object(document);
    const argv =
      check === true
        ? ['pack', 'check', './pack.json', '--today', '2026-11-29']
        : ['lint', 'plan.yaml', '-v', '--workers', '1', '--pack', './pack.json', '--today', '2026-11-29'];
    return {
      files: {
        'pack.json': JSON.stringify(member(document, 'clauses') === undefined ? document : pack),
        'plan.yaml': PLAN,
      },
      argv,
    };
  },
};
