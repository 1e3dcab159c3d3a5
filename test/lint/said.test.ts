import { describe, expect, test } from 'vitest';
import {
  type ApiOptions,
  type Configuration,
  lint,
  loadConfiguration,
  loadPack,
  parseWaivers,
} from '../../src/index.js';
import type { Report } from '../../src/lint/types.js';

/**
 * fixtures/golden/engine/<page>.txt: what the engine itself says, word for word, in both languages, of plans that say all that
 * it has a word for. `npx vitest run test/lint/said.test.ts -u` writes them anew: read what changed as the reviewer would.
 */
const pageFile = (name: string) => `../../fixtures/golden/engine/${name}.txt`;
const bytes = (text: string) => new TextEncoder().encode(text);

function configurationOf(text: string): Configuration {
  const absolute = (path: string) => `/${path}`;
  const loaded = loadConfiguration('c.yaml', { absolute, pack: loadPack('nm-2017'), read: () => bytes(text) });
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems));
  return loaded.configuration;
}

function waiversOf(path: string, text: string) {
  const parsed = parseWaivers(path, `/${path}`, bytes(text));
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.waivers;
}

function linted(plan: string, options: Partial<ApiOptions> = {}): Report {
  const result = lint(plan, { today: '2026-06-30', ...options });
  if (!result.ok) throw new Error(JSON.stringify(result.unreadable));
  return result;
}

const HASH = /[0-9a-f]{64}/g;

function behind({ assumptions }: Report): string[] {
  return assumptions.map(({ origin, what, value }) => {
    // The hash of a file is its own.
    return `${origin}\n  ${what.zh}：${value.zh}\n  ${what.en}: ${value.en}`.replace(HASH, '<sha256>');
  });
}

/** What stands before the first verdict, and of the page behind the last what not every plan has. */
function pageOf(report: Report, usual: readonly string[]): string {
  const before = (report.cautions ?? []).map(({ kind, text }) => `${kind}\n  ${text.zh}\n  ${text.en}`);
  const own = behind(report).map((row) => (usual.includes(row) ? '…' : row));
  return `${[...before, '', ...own].join('\n').replace(/(?:…\n)+/g, '…\n')}\n`;
}

const BARE = `sitecam: 1
site: {name: 旅店, categories: [hotel], region: "150102"}
levels: [{id: F1, ceiling: 3}]
`;

const WHOLE = `sitecam: 1
site:
  name: 某纪念馆
  categories: [memorial-hall, key-unit]
  keepsImportantItems: false
  designation: {document: 某治发〔2025〕3号, by: 某旗人民政府, date: "2025-03-01"}
  absent:
    - {role: restroom, reason: 在邻楼, by: 设计单位}
    - {role: main-entrance, reason: 与邻楼共用, by: 甲}
coordinates: metres
north: 15
levels:
  - id: F2
    zones: [{id: up, kind: store, rect: [0, 0, 6, 4]}]
    devices: [{id: C0, kind: camera, at: [1, 1]}]
  - id: F1
    zones:
      - {id: store, kind: store, name: 女卫生间, kindConfirmed: {reason: 旧名沿用, by: 张某}, rect: [0, 0, 6, 4]}
      - {id: unnamed, kind: store, kindConfirmed: {reason: 未写名称, by: 乙}, rect: [0, 4, 6, 4]}
      - {id: lobby, kind: lobby, public: false, enclosed: false, valid: {from: "2026-01-01", to: "2026-12-31"}, rect: [6, 0, 6, 4]}
      - {id: shop, kind: store, public: true, valid: {from: "2026-02-01"}, rect: [6, 4, 6, 4]}
      - {id: later, kind: corridor, secondary: true, valid: {to: "2026-02-01"}, rect: [6, 8, 6, 4]}
      - {id: wc, kind: restroom, polygon: [[12, 0], [18, 0], [18, 6], [12, 6]], holes: [[[14, 2], [15, 2], [15, 3], [14, 3]]]}
      - {id: nave, kind: crowd-area, polygon: [[12, 6], [18, 6], [18, 12], [12, 12]], holes: [[[14, 8], [15, 8], [15, 9], [14, 9]]]}
      - {id: odd, kind: other, rect: [18, 0, 4, 4]}
      - {id: toilet, kind: other, name: 男卫生间, rect: [18, 4, 4, 4]}
      - {id: shaft, kind: stairs, levels: [F2], rect: [18, 8, 4, 4]}
${Array.from({ length: 7 }, (_, n) => `      - {id: u${7 - n}, kind: other, kindUnknown: ${n < 3 ? 'room' : '""'}, rect: [${n * 5}, 20, 4, 3]}\n`).join('')}${Array.from({ length: 7 }, (_, n) => `      - {id: x${7 - n}, kind: other, kindUnknown: ${n === 4 ? '""' : 'salon'}, rect: [${n * 5}, 30, 4, 3]}\n`).join('')}${Array.from({ length: 6 }, (_, n) => `      - {id: t${6 - n}, kind: restroom, rect: [${n * 5}, 40, 4, 3]}\n`).join('')}    walls:
      - {id: wall-b, line: [[12, 13], [16, 13]], material: clear}
      - {id: wall-a, line: [[12, 14], [16, 14]], height: 2}
    openings:
      - {id: d1, kind: door, normallyOpen: true, line: [[6, 1], [6, 2]]}
      - {id: d2, kind: door, line: [[6, 5], [6, 6]]}
      - {id: w1, kind: window, film: permanent, fixed: true, line: [[12, 1], [12, 2]]}
      - {id: w2, kind: window, glazing: opaque, fixed: true, line: [[12, 7], [12, 8]]}
      - {id: w3, kind: window, film: permanent, line: [[12, 9], [12, 10]]}
      - {id: w4, kind: window, glazing: frosted, line: [[12, 10.5], [12, 11]]}
    devices:
      - {id: C2, kind: camera, at: [1, 1]}
      - {id: C1, kind: camera, at: [2, 1]}
      - {id: C3, kind: camera, audio: none, at: [3, 1], height: 2.8, heading: 0, tilt: 20, hfov: 90, resolution: [1920, 1080]}
      - {id: C4, kind: camera, at: [3, 1], status: removed}
      - {id: C5, kind: camera, form: fisheye, audio: none, at: [4, 1], height: 2.8}
      - {id: C6, kind: camera, video: none, at: [1, 2], masks: [{polygon: [[2, 2], [3, 2], [3, 3]], permanent: true}]}
      - {id: C7, kind: camera, status: existing, at: [1, 3], masks: [{polygon: [[2, 2], [3, 2], [3, 3]], permanent: false}]}
      - {id: C8, kind: camera, status: removed, video: none, audio: none, at: [1, 3], masks: [{polygon: [[2, 2], [3, 2], [3, 3]], permanent: true}]}
      - {id: C9, kind: camera, form: multi-sensor, audio: none, at: [1, 3.5], height: 2.8, sensors: [{heading: 0, tilt: 20, hfov: 90, resolution: [1920, 1080]}, {heading: 180}]}
      - {id: I1, kind: intercom, video: none, audio: none, at: [8, 1]}
      - {id: T1, kind: face-terminal, video: none, audio: none, at: [8, 2]}
      - {id: O1, kind: other, video: none, audio: none, at: [8, 3]}
      - {id: M1, kind: microphone, audio: none, at: [9, 3]}
      - {id: M2, kind: microphone, at: [9, 2], height: 3}
      - {id: P1, kind: intrusion-detector, at: [9, 1], heading: 0, hfov: 90, range: 8}
      - {id: P2, kind: intrusion-detector, at: [9, 1.5]}
      - {id: R1, kind: access-reader, at: [6, 2.2], opening: d1}
overrides:
${Array.from({ length: 7 }, (_, n) => `  x${n + 1}: {kindUnknown: null}\n`).join('')}${Array.from({ length: 6 }, (_, n) => `  t${n + 1}: {kind: ${n === 2 ? 'other' : 'store'}}\n`).join('')}  u1: {kind: corridor}
  u4: {kind: corridor}
  toilet: {name: 库房}
  shaft: {levels: [F1]}
  wall-b: {material: opaque, height: 2}
  wall-a: {height: null}
  w4: {glazing: clear, fixed: true}
  C2: {heading: 90, hfov: 60}
  C1: {heading: 90}
waivers:
  - {rule: coverage/criterion, subject: lobby, reason: 待二期, by: 张某, document: 批〔2026〕1号, until: 2026-06-30}
  - {rule: coverage/criterion, subject: later, reason: 待三期, by: 李某, until: 2026-06-31}
`;

const CONFIGURATION = `rules:
  capture/view-into-private-zone: "off"
  coverage/protected: warning
  plan/light-leak: "off"
  plan/sliver-view: error
parameters: {pickup: 3, viewArea: 0.01, nearRadius: 2, privacyDensity: 20, protectedFraction: 0.4}
profile: ours
profiles: {ours: [{zones: [corridor, main-entrance], fraction: 0.7, level: observe}, {zones: [any], fraction: 0.125, level: detect}]}
`;

const TERMS: Partial<ApiOptions> = {
  noWaivers: true,
  refused: [
    { zh: '未采纳配置。', en: 'The configuration is not taken.' },
    { zh: '未采纳基准。', en: 'The baseline is not taken.' },
  ],
  exit: { zh: '不计退出码。', en: 'No exit code.' },
};
const OUTSIDE = waiversOf(
  'outside.waivers.yaml',
  'waivers: [{rule: coverage/criterion, subject: nave, reason: 待四期, by: 王某, until: 2027-01-01}]\n',
);

describe('what stands before the verdicts and behind them, word for word', () => {
  test.each<[string, string, Partial<ApiOptions>]>([
    ['bare', BARE, {}],
    ['whole', WHOLE, {}],
    ['configured', WHOLE, { configuration: configurationOf(CONFIGURATION), waivers: [OUTSIDE], ...TERMS }],
    ['distrusted', WHOLE, { distrust: true }],
    [
      'one-waiver',
      `${BARE}waivers: [{rule: coverage/criterion, subject: way, reason: 待, by: 张, until: 2026-06-30}]\n`,
      { noWaivers: true, configuration: configurationOf('profile: default\nparameters: {pickup: 6}\n') },
    ],
  ])('%s', async (page, plan, options) => {
    const usual = page === 'bare' ? [] : behind(linted(BARE));
    await expect(pageOf(linted(plan, options), usual)).toMatchFileSnapshot(pageFile(page));
  });
});
