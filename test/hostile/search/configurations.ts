// Configurations, waivers, decisions, mappings, catalogues: a document has the files by name, and what is run.
import { readFileSync } from 'node:fs';
import { circle, list } from '../draft.js';
import { type Json, type Kind, member, type Seed, seed, textOf } from './kinds.js';

const PLAN = readFileSync('fixtures/sites/qingcheng-hotel/violations.yaml', 'utf8');

/** A room in which suggestions take no time of their own. */
const SMALL =
  'sitecam: 1\nsite: {name: s, categories: [hotel], region: "150102"}\nlevels: [{id: F1, ceiling: 3, zones: [{id: hall, kind: lobby, rect: [0, 0, 6, 4]}]}]\n';

const LINT = ['lint', 'plan.yaml', '-v', '--workers', '1', '--today', '2026-11-29'];

const config = (value: Json, files: { [name: string]: Json } = {}): Json => ({
  argv: LINT,
  files: { 'sitecam.config.yaml': value, ...files },
});

const waivers = (made: Json[]): Json => ({ argv: LINT, files: { 'sitecam.waivers.yaml': { waivers: made } } });

const waiver = (plan: string, rule = 'coverage/criterion', subject = 'corridor-2'): Json => ({
  plan,
  rule,
  subject,
  reason: 'a',
  by: 'b',
  until: '2027-06-30',
});

const mapping = (value: Json, source: Json = SOURCE): Json => ({
  argv: ['import', 'source.geojson', '--mapping', 'm.yaml', '-o', 'new.yaml'],
  files: { 'm.yaml': value, 'source.geojson': source },
});

const sourceOf = (count: number): Json => ({
  type: 'FeatureCollection',
  features: list(count, (n) => ({
    type: 'Feature',
    properties: { name: `房间${'a'.repeat(60)}${n}`, level: '0', indoor: 'room', USE: `use${'a'.repeat(60)}${n}` },
    geometry: {
      type: 'Polygon',
      coordinates: [
        [
          [n, 0],
          [n + 1, 0],
          [n + 1, 1],
          [n, 1],
          [n, 0],
        ],
      ],
    },
  })),
});

const SOURCE = sourceOf(100);

/** A seed of two sizes that are multiplied. */
const sizes = (make: (a: number, b: number) => Json): Seed => ({
  knobs: { a: [10, 12_000], b: [10, 3000] },
  make: ({ a, b }) => make(a, b),
});

const suggest = (value: Json): Json => ({
  argv: ['suggest', 'plan.yaml', '--types', 't.yaml', '--no-bound', '--time', '5', '--today', '2026-11-29'],
  files: { 't.yaml': value, 'plan.yaml': SMALL },
});

const TURRET: { [key: string]: Json } = {
  kind: 'camera',
  form: 'fixed',
  hfov: 84,
  resolution: [3840, 2160],
  audio: 'none',
};

const catalogue = (models: Json[]): Json => ({
  argv: LINT,
  files: { 'sitecam.config.yaml': 'catalogue: [m.yaml]\n', 'm.yaml': { models } },
});

const model = (n: number): Json => ({
  brand: `B${n % 7}`,
  model: `DS-2CD${n}`,
  form: 'fixed',
  resolution: [1920, 1080],
  source: 's',
  date: '2026-01-01',
});

/** Patterns that are slow for whoever tries every way to read them. */
const glob = (n: number) => `${'*a'.repeat(n)}b`;
const braces = (n: number) => '{a,b}'.repeat(n);
const stars = (n: number) => `${'**/'.repeat(n)}*.yaml`;
const extended = (n: number) => `${'+(a|'.repeat(n)}b${')'.repeat(n)}`;

export const configurations: Kind = {
  seeds: {
    extendsItself: seed(1, 1, () => config({ extends: 'sitecam.config.yaml' })),
    extendsChain: seed(2, 3000, (n) =>
      config({ extends: 'c0.yaml' }, Object.fromEntries(list(n, (i) => [`c${i}.yaml`, { extends: `c${i + 1}.yaml` }]))),
    ),
    extendsRing: seed(2, 500, (n) =>
      config(
        { extends: 'c0.yaml' },
        Object.fromEntries(list(n, (i) => [`c${i}.yaml`, { extends: `c${(i + 1) % n}.yaml` }])),
      ),
    ),
    extendsTwice: seed(2, 40, (n) =>
      config(
        { extends: 'c0.yaml' },
        Object.fromEntries(
          list(n + 1, (i) => [`c${i}.yaml`, { extends: i === n ? [] : [`c${i + 1}.yaml`, `c${i + 1}.yaml`] }]),
        ),
      ),
    ),
    extendsAll: seed(2, 60, (n) =>
      config(
        { extends: 'c0.yaml' },
        Object.fromEntries(list(n, (i) => [`c${i}.yaml`, { extends: list(n - 1 - i, (k) => `c${i + 1 + k}.yaml`) }])),
      ),
    ),
    extendsSame: seed(2, 20_000, (n) =>
      config({ extends: list(n, () => 'c.yaml') }, { 'c.yaml': { failOn: 'error' } }),
    ),
    overrides: seed(2, 10_000, (n) =>
      config({ overrides: list(n, (i) => ({ files: `drafts${i}/**`, rules: { 'coverage/criterion': 'off' } })) }),
    ),
    overridesGlob: seed(2, 2000, (n) => config({ overrides: [{ files: glob(n), rules: {} }] })),
    overridesBraces: seed(2, 800, (n) => config({ overrides: [{ files: braces(n), rules: {} }] })),
    overridesNested: seed(2, 500, (n) =>
      config({ overrides: [{ files: `${'{a,'.repeat(n)}b${'}'.repeat(n)}`, rules: {} }] }),
    ),
    overridesStars: seed(2, 1300, (n) => config({ overrides: [{ files: stars(n), rules: {} }] })),
    overridesExtended: seed(2, 1000, (n) => config({ overrides: [{ files: extended(n), rules: {} }] })),
    overridesRange: seed(2, 1e7, (n) => config({ overrides: [{ files: `{1..${n}}`, rules: {} }] })),
    overridesPlus: seed(1, 40, (n) =>
      config({ overrides: list(n, () => ({ files: '+(+(+(+([a-z.]))))!', rules: {} })) }),
    ),
    profiles: seed(2, 8000, (n) =>
      config({
        profile: 'p0',
        profiles: Object.fromEntries(
          list(n, (i) => [`p${i}`, [{ zones: ['main-entrance'], fraction: 0.9, level: 'observe' }]]),
        ),
      }),
    ),
    profileRows: seed(2, 8000, (n) =>
      config({
        profile: 'p',
        profiles: { p: list(n, () => ({ zones: ['main-entrance', 'corridor'], fraction: 0.9, level: 'observe' })) },
      }),
    ),
    unknownRules: seed(2, 8000, (n) =>
      config({ rules: Object.fromEntries(list(n, (i) => [`coverage/criteron${i}`, 'off'])) }),
    ),
    unknownKeys: seed(2, 8000, (n) => config(Object.fromEntries(list(n, (i) => [`rule${i}`, 'off'])))),
    longKeys: seed(2, 4000, (n) =>
      config(Object.fromEntries(list(100, (i) => [`${'rule'.repeat(n / 64)}${i}`, 'off']))),
    ),
    deep: seed(2, 20_000, (n) => config(`rules: ${'['.repeat(n)}`)),
    waivers: seed(2, 6000, (n) => waivers(list(n, () => waiver('plan.yaml')))),
    waiversUnused: seed(2, 6000, (n) => waivers(list(n, (i) => waiver('plan.yaml', 'coverage/criterion', `x${i}`)))),
    waiversUnknown: seed(2, 6000, (n) => waivers(list(n, (i) => waiver('plan.yaml', `coverage/criteron${i}`)))),
    waiversGlob: seed(2, 2000, (n) => waivers(list(20, () => waiver(glob(n))))),
    waiversBraces: seed(2, 100, (n) => waivers(list(20, () => waiver(braces(n))))),
    waiversStars: seed(2, 1300, (n) => waivers(list(20, () => waiver(stars(n))))),
    waiversManyGlobs: seed(2, 6000, (n) => waivers(list(n, (i) => waiver(`**/${i}*.yaml`)))),
    decisions: seed(2, 4000, (n) => ({
      argv: [...LINT, '--decisions', 'd.yaml'],
      files: {
        'd.yaml': {
          decisions: list(n, (i) => ({
            plan: 'plan.yaml',
            rule: 'capture/view-into-private-zone',
            fingerprint: String(i).padStart(64, '0'),
            geometry: String(i).padStart(32, '0'),
            decision: 'complies',
            by: 'b',
            document: 'd',
            date: '2026-01-01',
            reason: 'r',
          })),
        },
      },
    })),
    mappingRules: seed(2, 8000, (n) =>
      mapping({ rules: list(n, (i) => ({ where: { name: `*x${i}*` }, as: 'wall' })) }),
    ),
    mappingGlobs: seed(2, 1000, (n) => mapping({ rules: list(20, () => ({ where: { name: glob(n) }, as: 'wall' })) })),
    mappingKinds: seed(2, 8000, (n) =>
      mapping({ kinds: Object.fromEntries(list(n, (i) => [`*u${i}*`, 'restroom'])), keys: { kind: 'USE' } }),
    ),
    mappingKindGlobs: seed(2, 120, (n) =>
      mapping({ kinds: Object.fromEntries(list(50, (i) => [`${glob(n)}${i}`, 'restroom'])), keys: { kind: 'USE' } }),
    ),
    mappingNames: seed(2, 8000, (n) => mapping({ names: Object.fromEntries(list(n, (i) => [`名${i}`, 'restroom'])) })),
    mappingNameGlobs: seed(2, 120, (n) =>
      mapping({ names: Object.fromEntries(list(50, (i) => [`${glob(n)}${i}`, 'restroom'])) }),
    ),
    mappingLevels: seed(2, 8000, (n) => mapping({ levels: list(n, (i) => ({ key: i, id: `F${i}`, elevation: i })) })),
    mappingUnknown: seed(2, 8000, (n) =>
      mapping({ kinds: Object.fromEntries(list(n, (i) => [`u${i}`, `restrom${i}`])) }),
    ),
    mappingRulesOfMany: sizes((rules, features) =>
      mapping({ rules: list(rules, (i) => ({ where: { name: `*x${i}*` }, as: 'wall' })) }, sourceOf(features)),
    ),
    mappingKindsOfMany: sizes((kinds, features) =>
      mapping(
        { kinds: Object.fromEntries(list(kinds, (i) => [`*u${i}*`, 'restroom'])), keys: { kind: 'USE' } },
        sourceOf(features),
      ),
    ),
    mappingNamesOfMany: sizes((names, features) =>
      mapping({ names: Object.fromEntries(list(names, (i) => [`*n${i}*`, 'restroom'])) }, sourceOf(features)),
    ),
    mappingSilentOfMany: sizes((silent, features) =>
      mapping({ silent: list(silent, (i) => `*n${i}*`), keys: { kind: 'USE' } }, sourceOf(features)),
    ),
    mappingLevelsOfMany: sizes((levels, features) =>
      mapping(
        { levels: list(levels, (i) => ({ key: `f${i}`, id: `F${i}` })), keys: { level: 'USE' } },
        sourceOf(features),
      ),
    ),
    suggestTypes: seed(1, 50, (n) =>
      suggest({ types: Object.fromEntries(list(n, (i) => [`t${i}`, { ...TURRET, hfov: 60 + i }])) }),
    ),
    suggestHeights: seed(1, 8, (n) =>
      suggest({ types: { t: TURRET }, mounting: { wall: { heights: list(n, (i) => 2 + i / 10) } } }),
    ),
    suggestNoGo: seed(1, 1000, (n) =>
      suggest({
        types: { t: TURRET },
        mounting: { noGo: list(n, (i) => ({ polygon: circle(20, 1, i % 30, Math.floor(i / 30)), level: 'F1' })) },
      }),
    ),
    suggestNoGoCorners: seed(3, 1000, (n) =>
      suggest({
        types: { t: TURRET },
        mounting: { noGo: list(100, (i) => ({ polygon: circle(n, 5, i % 30, Math.floor(i / 30)), level: 'F1' })) },
      }),
    ),
    suggestFixed: seed(1, 20_000, (n) => suggest({ types: { t: TURRET }, fixed: list(n, (i) => `C${i}`) })),
    suggestUnknown: seed(1, 20_000, (n) =>
      suggest({ types: { t: TURRET }, mounting: { noGo: list(Math.min(1000, n), (i) => ({ zone: `corridr${i}` })) } }),
    ),
    catalogue: seed(1, 6000, (n) => catalogue(list(n, model))),
    catalogueAliases: seed(1, 20_000, (n) => catalogue([{ ...Object(model(0)), aliases: list(n, (i) => `A${i}`) }])),
    catalogueSame: seed(1, 6000, (n) => catalogue(list(n, () => model(1)))),
    catalogueFaults: seed(1, 6000, (n) => catalogue(list(n, (i) => ({ brnd: `${i}` })))),
  },
  jobOf: (document) => {
    const files = Object.entries(Object(member(document, 'files'))).map(([name, content]) => [
      name,
      textOf(content as Json),
    ]);
    return { files: { 'plan.yaml': PLAN, ...Object.fromEntries(files) }, argv: member(document, 'argv') as string[] };
  },
};
