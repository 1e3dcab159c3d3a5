import { createHash } from 'node:crypto';
import { verbatim } from '../../src/i18n/locale.js';
import { loadPack } from '../../src/law/load.js';
import { engineText } from '../../src/lint/notes/texts.js';
import type { LintVerdict, Report, ReportInput, Summary, UnreadableReport } from '../../src/lint/types.js';
import type { Device, Level, Opening, Optics, Site, Waiver, Zone } from '../../src/plan/model.js';
import type { Rule } from '../../src/rules/rule.js';
import { findingClass } from '../../src/rules/rule.js';
import type { Outcome } from '../../src/rules/verdict.js';
import { didYouMean } from '../../src/source/hint.js';
import { problemOf } from '../../src/source/problem.js';
import { schemaText, sourceText } from '../../src/source/texts.js';
import type { Place, SourceFile } from '../../src/source/types.js';

export const pack = loadPack('nm-2017');

/** A plan a person could have written, with the names people use and some that attack a report. */
export const PLAN = `sitecam: 1
site: {name: 青城宾馆, categories: [hotel]}
levels:
  - id: F1
    zones:
      - {id: corridor, kind: corridor, name: 一层走廊, rect: [0, 0, 30, 2]}
      - {id: wc, kind: restroom, name: 女卫生间, rect: [0, 2, 4, 5]}
      - {id: r101, kind: guest-room, name: "101", rect: [4, 2, 4, 5]}
      - {id: r102, kind: guest-room, name: "102", rect: [8, 2, 4, 5]}
      - {id: e1, kind: main-entrance, name: "主要|出入口\`E1\` <b>", rect: [28, 0, 2, 2]}
    openings:
      - {id: D3, kind: door, line: [[1, 2], [1.9, 2]]}
      - {id: D101, kind: door, line: [[5, 2], [5.9, 2]]}
      - {id: D102, kind: door, line: [[9, 2], [9.9, 2]]}
    devices:
      - {id: C1, kind: camera, at: [2, 4], heading: 90}
      - {id: C2, kind: camera, name: 走廊球机, at: [0.2, 1], heading: 90, hfov: 98}
waivers:
  - {rule: coverage/criterion, subject: corridor, reason: 夜间不开放, by: 设计单位, document: 说明1号, until: 2027-06-30}
`;

export const file: SourceFile = {
  path: 'plans/青城 宾馆/plan.yaml',
  text: PLAN,
  sha256: 'ab'.repeat(32),
  format: 'yaml',
};

export const at = (pointer: string, path = file.path): Place => ({ path, pointer });

const rule = (id: string, level: Rule['level'], more: Pick<Rule, 'title' | 'clausesIn' | 'messages'>): Rule => ({
  id,
  level,
  waivable: id === 'coverage/criterion',
  docs: {
    zh: `# ${more.title.zh}\n\n检查“${id}”。\n\n\`\`\`yaml\nsitecam: 1\n\`\`\`\n`,
    en: `# ${more.title.en}\n\nChecks '${id}'.\n\n\`\`\`yaml\nsitecam: 1\n\`\`\`\n`,
  },
  check: () => [],
  ...more,
});

export const rules: readonly Rule[] = [
  rule('capture/device-in-private-zone', 'error', {
    title: { zh: '禁止安装的区域内的采集设备', en: 'Capturing device where none may be installed' },
    clausesIn: () => ['nm-2017/9.2'],
    messages: {
      inside: {
        zh: '设备“{device}”（摄像机，具有音视频采集功能）设于“{zone}”内。按本图施工将不符合{citation}，应当移出。',
        en: "Device '{device}' (camera, captures image and sound) stands in '{zone}'. Built as drawn it does not comply with {citation}; move it out.",
      },
      move: { zh: '将该设备移出“{zone}”。', en: "Move it out of '{zone}'." },
      none: {
        zh: '“{zone}”内未见具有音视频采集功能的设备（已核对{n}台）。',
        en: "No capturing device in '{zone}' ({n} devices checked).",
      },
      absent: { zh: '图中无第（五）项所列区域。', en: 'The plan has no zone of item (5).' },
    },
  }),
  rule('capture/view-into-private-zone', 'error', {
    title: { zh: '视线及于涉及隐私的区域', en: 'View into a private zone' },
    clausesIn: () => ['nm-2017/9.1', 'cn-799-2025/8.1(4)'],
    messages: {
      standing: {
        zh: '设备“{device}”最大可视范围可及“{zone}”，按本图施工将不符合第九条第一款。第九条第一款本条例未设罚则。',
        en: "Device '{device}' may see into '{zone}'; built as drawn it does not comply with Art. 9(1).",
      },
      closed: {
        zh: '设备“{device}”经关闭的门可及“{zone}”，须由审查人判定。',
        en: "Through a closed door device '{device}' may see into '{zone}'; a reviewer must judge.",
      },
    },
  }),
  rule('coverage/criterion', 'warning', {
    title: { zh: '设计指标', en: 'Design criterion' },
    messages: {
      below: {
        zh: '设计指标（本工具设定，非条例规定）：“{zone}”覆盖率{percent}，低于设定值90%。',
        en: "Design criterion (sitecam's, not the law's): '{zone}' is covered to {percent}, less than 90%.",
      },
    },
  }),
  rule('coverage/declared', 'error', {
    title: { zh: '应当标明的部位', en: 'Places that must be declared' },
    clausesIn: () => ['nm-2017/8'],
    messages: {
      missing: { zh: '图中未标明{role}，无法判定。', en: "The plan declares no {role}; this can't be told." },
    },
  }),
  rule('coverage/protected', 'error', {
    title: { zh: '应当设防的部位', en: 'Places that must be protected' },
    clausesIn: () => ['nm-2017/8'],
    messages: {
      bare: {
        zh: '“{zone}”属于第八条第（八）项所列部位，图中未见技防产品或者技防系统，按本图不符合第八条，应当补设。',
        en: "'{zone}' is a place of Art. 8(8) and nothing protects it in the plan, which does not comply with Art. 8.",
      },
      protected: { zh: '“{zone}”设有技防产品或者技防系统。', en: "'{zone}' is protected." },
    },
  }),
];

const base = {
  related: [],
  dependsOn: { levels: [], devices: [] },
  says: [],
} as const satisfies Partial<LintVerdict>;

export type Sketch = Pick<LintVerdict, 'rule' | 'subject' | 'outcome' | 'message' | 'place'> &
  Partial<LintVerdict> & {
    readonly clauses?: readonly string[];
    readonly decides?: readonly string[];
    readonly places?: readonly string[];
    readonly penalties?: readonly string[];
  };

/** The bases of a verdict: the clauses it decides, those that make the place private, and references. */
export function bases(
  outcome: LintVerdict['outcome'],
  clauses: readonly string[],
  decides: readonly string[] = clauses,
  penalties: readonly string[] = [],
  places: readonly string[] = [],
): LintVerdict['bases'] {
  return clauses.map((clause, n) => ({
    clause,
    law: clause.slice(0, clause.indexOf('/')),
    role: decides.includes(clause) ? 'decides' : places.includes(clause) ? 'prohibits-installing' : 'refers',
    outcome: decides.includes(clause) ? outcome : null,
    basis: 'law',
    penalties: n === 0 ? penalties : [],
    duties: [],
  }));
}

/** A verdict as the engine would hand it over. */
export function verdict({ clauses = [], decides, places, penalties = [], ...sketch }: Sketch): LintVerdict {
  const rule = rules.find(({ id }) => id === sketch.rule);
  const level = rule?.level ?? 'error';
  const fingerprint = createHash('sha256').update(`${sketch.rule}\0${sketch.subject}`).digest('hex');
  return {
    ...base,
    class: rule === undefined ? 'law' : findingClass(rule),
    level,
    fingerprint,
    bases: bases(sketch.outcome, clauses, decides, penalties, places),
    ...sketch,
  };
}

const fixed: Optics = {
  form: 'fixed',
  heading: 90,
  tilt: undefined,
  roll: 0,
  hfov: 98,
  vfov: undefined,
  resolution: [2560, 1440],
  varifocal: undefined,
  ptz: undefined,
};

const device = (id: string, n: number, zones: readonly string[], name?: string): Device => ({
  id,
  kind: 'camera',
  name,
  type: undefined,
  level: 'F1',
  at: [2, 4],
  height: 2.8,
  video: 'visible',
  audio: 'unknown',
  lenses: [fixed],
  masks: [],
  range: undefined,
  pickup: undefined,
  opening: undefined,
  status: 'planned',
  tolerance: { heading: undefined, tilt: undefined, position: 0 },
  zones,
  standsIn: zones,
  place: at(`/levels/0/devices/${n}`),
});

const opening = (id: string, n: number): Opening => ({
  id,
  level: 'F1',
  kind: 'door',
  name: undefined,
  line: [
    [n, 2],
    [n + 0.9, 2],
  ],
  sill: undefined,
  head: undefined,
  thickness: undefined,
  normallyOpen: false,
  film: false,
  fixed: false,
  glazing: undefined,
  place: at(`/levels/0/openings/${n}`),
});

const zone = (id: string, n: number, kind: string, name: string): Zone => ({
  id,
  kind,
  spec: pack.zoneKinds.find((one) => one.id === kind),
  name,
  levels: ['F1'],
  region: { rings: [], shadows: [] },
  enclosed: true,
  public: false,
  publicDeclared: false,
  important: false,
  secondary: false,
  designated: false,
  roles: [],
  valid: undefined,
  kindConfirmed: undefined,
  namedKind: undefined,
  nested: [],
  place: at(`/levels/0/zones/${n}`),
});

const level: Level = {
  id: 'F1',
  name: '一层',
  elevation: 0,
  ceiling: 3.2,
  zones: [
    zone('corridor', 0, 'corridor', '一层走廊'),
    zone('wc', 1, 'restroom', '女卫生间'),
    zone('r101', 2, 'guest-room', '101'),
    zone('r102', 3, 'guest-room', '102'),
    zone('e1', 4, 'main-entrance', '主要|出入口`E1` <b>'),
  ],
  walls: [],
  openings: [opening('D3', 0), opening('D101', 1), opening('D102', 2)],
  devices: [device('C1', 0, ['wc']), device('C2', 1, ['corridor'], '走廊球机')],
  signs: [],
  place: at('/levels/0'),
};

export const waiver: Waiver = {
  rule: 'coverage/criterion',
  subject: 'corridor',
  reason: '夜间不开放',
  by: '设计单位',
  document: '说明1号',
  until: '2027-06-30',
  place: at('/waivers/0'),
};

export const site = (more: Partial<Site> = {}): Site => ({
  name: '青城宾馆',
  categories: [{ id: 'hotel', place: at('/site/categories/0') }],
  region: '150102',
  absent: [],
  designation: undefined,
  keepsImportantItems: undefined,
  coordinates: 'metres',
  origin: undefined,
  shift: [0, 0],
  levels: [level],
  waivers: [waiver],
  faults: [],
  place: at(''),
  pack,
  files: [file],
  ...more,
});

const view = (device: string, room: string, door: string, depth: number) => ({
  level: 'F1',
  sightLine: {
    device,
    points: [
      [0.2, 1],
      [5.4, 2],
      [6.1, 2 + depth],
    ] as const,
    openings: [door],
    distance: 5.3 + depth,
    density: 84.2,
    area: 0.65,
    depth,
  },
  grazes: room === 'r101' ? 2 : 0,
});

/** One verdict of every sort: each outcome, a warning, a waived one, a tainted one, and three that say the same. */
export const verdicts: readonly LintVerdict[] = [
  verdict({
    rule: 'capture/device-in-private-zone',
    subject: 'C1>wc',
    outcome: 'fail',
    message: {
      id: 'inside',
      params: { device: 'C1', zone: '女卫生间', citation: { zh: '第九条第二款第（三）项', en: 'Art. 9(2)(3)' } },
    },
    advice: { id: 'move', params: { zone: '女卫生间' } },
    clauses: ['nm-2017/9.2(3)'],
    penalties: ['nm-2017/24'],
    place: at('/levels/0/devices/0/id'),
    related: [{ place: at('/levels/0/zones/1/kind'), caption: { zh: '区域“女卫生间”', en: "zone '女卫生间'" } }],
  }),
  verdict({
    rule: 'capture/device-in-private-zone',
    subject: 'r101',
    outcome: 'pass',
    message: { id: 'none', params: { zone: '101', n: '2' } },
    clauses: ['nm-2017/9.2(1)'],
    place: at('/levels/0/zones/2/id'),
  }),
  verdict({
    rule: 'capture/device-in-private-zone',
    subject: '9.2(5)',
    outcome: 'notApplicable',
    message: { id: 'absent', params: {} },
    clauses: ['nm-2017/9.2(5)'],
    place: at('/site/categories/0'),
  }),
  verdict({
    rule: 'capture/view-into-private-zone',
    subject: 'C2>wc',
    outcome: 'fail',
    message: { id: 'standing', params: { device: 'C2', zone: '女卫生间' } },
    clauses: ['nm-2017/9.1', 'cn-799-2025/8.1(4)', 'cn-civil-code/1033(2)'],
    decides: ['nm-2017/9.1', 'cn-799-2025/8.1(4)'],
    penalties: ['cn-799-2025/27.1'],
    place: at('/levels/0/devices/1/id'),
    evidence: view('C2', 'wc', 'D3', 1.7),
  }),
  verdict({
    rule: 'capture/view-into-private-zone',
    subject: 'C2>r101',
    outcome: 'review',
    message: { id: 'closed', params: { device: 'C2', zone: '101' } },
    clauses: ['nm-2017/9.1', 'nm-2017/9.2(1)'],
    decides: ['nm-2017/9.1'],
    places: ['nm-2017/9.2(1)'],
    place: at('/levels/0/devices/1/id'),
    evidence: view('C2', 'r101', 'D101', 1.2),
  }),
  verdict({
    rule: 'capture/view-into-private-zone',
    subject: 'C2>r102',
    outcome: 'review',
    message: { id: 'closed', params: { device: 'C2', zone: '102' } },
    clauses: ['nm-2017/9.1', 'nm-2017/9.2(1)'],
    decides: ['nm-2017/9.1'],
    places: ['nm-2017/9.2(1)'],
    place: at('/levels/0/devices/1/id'),
    evidence: view('C2', 'r102', 'D102', 2.4),
  }),
  verdict({
    rule: 'capture/view-into-private-zone',
    subject: 'C1>r101',
    outcome: 'open',
    message: engineText.tainted({ faults: 'plan/opening-off-wall' }),
    clauses: ['nm-2017/9.1'],
    place: at('/levels/0/devices/0/id'),
    tainted: {
      outcome: 'review',
      message: { id: 'closed', params: { device: 'C1', zone: '101' } },
      by: ['plan/opening-off-wall D3'],
    },
  }),
  verdict({
    rule: 'coverage/criterion',
    subject: 'e1',
    outcome: 'fail',
    message: { id: 'below', params: { zone: '主要|出入口`E1` <b>', percent: '89.9996%' } },
    place: at('/levels/0/zones/4/kind'),
    evidence: {
      level: 'F1',
      coverage: { fraction: 0.899996, threshold: 0.9, area: 4, covered: 3.599984, level: 'observe' },
      uncovered: [{ area: 0.4, outline: [] }],
    },
  }),
  verdict({
    rule: 'coverage/criterion',
    subject: 'corridor',
    outcome: 'fail',
    message: { id: 'below', params: { zone: '一层走廊', percent: '71.30%' } },
    place: at('/levels/0/zones/0/kind'),
    evidence: {
      level: 'F1',
      coverage: { fraction: 0.713, threshold: 0.9, area: 60, covered: 42.78, level: 'observe' },
      uncovered: [{ area: 6.21, outline: [] }],
    },
    waiver,
  }),
  verdict({
    rule: 'coverage/declared',
    subject: 'hotel/8(8)/main-entrance',
    outcome: 'open',
    message: { id: 'missing', params: { role: { zh: '主要出入口', en: 'main entrance' } } },
    clauses: ['nm-2017/8(8)'],
    place: at('/site/categories/0'),
  }),
  verdict({
    rule: 'coverage/protected',
    subject: 'e1',
    outcome: 'fail',
    message: { id: 'bare', params: { zone: '主要|出入口`E1` <b>' } },
    clauses: ['nm-2017/8(8)'],
    penalties: ['nm-2017/23'],
    place: at('/levels/0/zones/4/name'),
  }),
  verdict({
    rule: 'coverage/protected',
    subject: 'corridor',
    outcome: 'pass',
    message: { id: 'protected', params: { zone: '一层走廊' } },
    clauses: ['nm-2017/8(8)'],
    place: at('/levels/0/zones/0/id'),
  }),
];

function summaryOf(list: readonly LintVerdict[]): Summary {
  const live = list.filter(({ waiver, tainted }) => waiver === undefined && tainted === undefined);
  const n = (outcome: Outcome) => live.filter((one) => one.outcome === outcome).length;
  return {
    counts: {
      fail: n('fail'),
      open: n('open'),
      review: n('review'),
      pass: n('pass'),
      notApplicable: n('notApplicable'),
    },
    warnings: list.filter((one) => one.level === 'warning').length,
    undecided: list.filter((one) => one.tainted !== undefined).length,
    waived: list.filter((one) => one.waiver !== undefined).length,
    grazes: list.reduce((sum, { evidence }) => sum + (evidence?.grazes ?? 0), 0),
  };
}

/** A plan judged. */
export function report(list: readonly LintVerdict[] = verdicts, more: Partial<Report> = {}): Report {
  const own = more.site ?? site();
  return {
    ok: true,
    path: file.path,
    site: own,
    pack,
    today: '2026-11-24',
    files: [file],
    verdicts: list,
    summary: summaryOf(list),
    checklist: [],
    assumptions: [
      { what: { zh: '“附近”的距离', en: 'Near radius' }, value: { zh: '3米', en: '3 m' }, origin: 'ours' },
      { what: { zh: '例外说明', en: 'Waiver' }, value: verbatim('coverage/criterion corridor'), origin: 'author' },
      { what: { zh: '审查依据', en: 'Judged by' }, value: pack.notice, origin: 'law' },
    ],
    ...more,
  };
}

/** A plan that can't be read: a misspelt key, a fault of syntax known by its position, a file that isn't there. */
export const unreadable: UnreadableReport = {
  ok: false,
  path: 'plans/broken.yaml',
  unreadable: [
    problemOf(schemaText.unknownKey({ key: 'hieght', hint: didYouMean('height') }), {
      path: 'plans/broken.yaml',
      pointer: '/devices/0/hieght',
      key: true,
    }),
    problemOf(
      sourceText.yamlSyntax({ detail: { zh: '缩进有误', en: 'bad indentation' }, hint: '' }),
      'plans/broken.yaml',
      { at: { line: 2, column: 3 } },
    ),
    problemOf(sourceText.missing({ file: 'floor1.geojson' }), 'plans/floor1.geojson'),
  ],
  files: [
    {
      path: 'plans/broken.yaml',
      text: 'devices:\n  - {id: C1, hieght: 2.8}\n',
      sha256: 'cd'.repeat(32),
      format: 'yaml',
    },
  ],
};

/** A run over `results`. */
export function input(results: ReportInput['results'] = [report()]): ReportInput {
  return { tool: { name: 'sitecam', version: '0.1.0' }, results, rules, today: '2026-11-24' };
}
