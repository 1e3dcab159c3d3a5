// The DXF overlay, read back by our own reader, by GDAL and by ezdxf.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { dxfOf } from '../../src/draw/dxf/dxf.js';
import { drawingOf, type LevelDrawing } from '../../src/draw/model.js';
import type { DrawingOptions } from '../../src/draw/options.js';
import { numberedFindings } from '../../src/findings/numbering.js';
import { reportView } from '../../src/findings/view.js';
import { boxOf, locatePoint, type Point, ringArea } from '../../src/geometry/index.js';
import { decodeDxf } from '../../src/import/read/dxf/parse/decode.js';
import { drawingOf as parsed } from '../../src/import/read/dxf/parse/drawing.js';
import { type Group, readGroups } from '../../src/import/read/dxf/parse/groups.js';
import { plainText, unescaped } from '../../src/import/read/dxf/parse/text.js';
import type { Report } from '../../src/lint/types.js';
import { rules } from '../../src/rules/registry.gen.js';
import { drawing as source } from '../import/dxf-support.js';
import { make } from '../import/support.js';
import { Folder } from '../support/folder.js';
import { PLANS, reportOf, reportOfText } from './sites.js';

const ZH: DrawingOptions = { locale: 'zh-CN' };

function overlay(report: Report, drawing: LevelDrawing, options = ZH): Uint8Array {
  const tool = { name: 'sitecam' as const, version: '1.2.3' };
  return dxfOf(report, drawing, reportView({ tool, results: [report], rules, today: report.today }), options);
}

/** An entity of an overlay as a CAD program reads it. */
interface Read {
  readonly type: string;
  readonly layer: string;
  readonly points: readonly Point[];
  readonly closed: boolean;
  readonly bulges: readonly number[];
  readonly text: string;
  readonly height: number;
  readonly rotation: number;
  /** Finding, subject, handle. */
  readonly tag: readonly string[];
}

function groupsOf(bytes: Uint8Array): readonly Group[] {
  const decoded = decodeDxf('overlay.dxf', bytes);
  if (!decoded.ok) throw new Error(JSON.stringify(decoded.problems));
  expect(decoded.guessed).toBeUndefined();
  const read = readGroups('overlay.dxf', decoded.text);
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return read.groups;
}

function entitiesOf(bytes: Uint8Array): Read[] {
  const groups = groupsOf(bytes);
  const drawing = parsed('overlay.dxf', groups);
  const tags = [...sliced(groups)].map((all) => {
    const start = all.findIndex(({ code }) => code === 1001);
    return start < 0 ? [] : all.slice(start + 1).map(({ value }) => unescaped(value));
  });
  expect(tags).toHaveLength(drawing.entities.length);
  return drawing.entities.map(({ type, groups: all }, index) => {
    const values = (code: number) => all.filter((group) => group.code === code).map(({ value }) => value);
    const [xs, ys] = [values(10).map(Number), values(20).map(Number)];
    return {
      type,
      layer: values(8)[0] ?? '',
      points: xs.map((x, n): Point => [x, ys[n] ?? Number.NaN]),
      closed: values(70)[0]?.trim() === '1',
      bulges: values(42).map(Number),
      text: plainText(values(1)[0] ?? ''),
      height: Number(values(40)[0]),
      rotation: Number(values(50)[0] ?? 0),
      tag: tags[index] ?? [],
    };
  });
}

/** The groups of each entity of the section of entities, extended data included. */
function* sliced(groups: readonly Group[]): Generator<readonly Group[]> {
  const start = groups.findIndex(({ code, value }) => code === 2 && value === 'ENTITIES');
  let one: Group[] | undefined;
  for (const group of groups.slice(start + 1)) {
    if (group.code === 0) {
      if (one !== undefined) yield one;
      if (group.value === 'ENDSEC') return;
      one = [];
    }
    one?.push(group);
  }
}

const onLayer = (entities: readonly Read[], layer: string) => entities.filter((one) => one.layer === layer);
const isCloud = ({ bulges }: Read) => bulges.length > 0;

/** Furthest that a point of one list is from that of the other, in units of the drawing. */
function apart(a: readonly Point[], b: readonly Point[]): number {
  if (a.length !== b.length) return Number.POSITIVE_INFINITY;
  return Math.max(0, ...a.map(([x, y], n) => Math.hypot(x - (b[n]?.[0] ?? Number.NaN), y - (b[n]?.[1] ?? Number.NaN))));
}

/** An inn as drawn in millimetres, with cameras of which the designer has said what they are. */
function inn(): Report {
  const made = make([source('guest-house')], { category: 'hotel' });
  const types = made.plan.replace(
    /^ {2}"DS-2CD2145": .*$/m,
    '  "DS-2CD2145": {kind: camera, hfov: 90, resolution: [2560, 1440], audio: none}',
  );
  expect(types).not.toBe(made.plan);
  return made.lintPlan(types);
}

describe('an inn that was imported from a drawing in millimetres', () => {
  const report = inn();
  const [level] = report.site.levels;
  const drawing = drawingOf(report, level?.id ?? '');
  const bytes = overlay(report, drawing);
  const entities = entitiesOf(bytes);
  const inDrawing = ([x, y]: Point): Point => [x * 1000, y * 1000];

  test('views and sight lines lie where the drawing has them, to a hundredth of its unit', () => {
    for (const [world, layer] of [
      ['may', 'SITECAM-最大可视范围'],
      ['must', 'SITECAM-最小可视范围'],
    ] as const) {
      const rings = drawing.views.filter((view) => view.world === world).flatMap(({ outlines }) => outlines);
      const drawn = onLayer(entities, layer);
      expect(rings.length).toBeGreaterThan(0);
      expect(drawn).toHaveLength(rings.length);
      for (const [n, ring] of rings.entries()) {
        expect(apart(drawn[n]?.points ?? [], ring.map(inDrawing))).toBeLessThan(0.01);
        expect(drawn[n]?.closed).toBe(true);
      }
    }
    const lines = drawing.findings.filter(({ points }) => points.length > 1);
    expect(lines.length).toBeGreaterThan(0);
    for (const { points } of lines) {
      const found = entities.filter((one) => !one.closed && apart(one.points, points.map(inDrawing)) < 0.01);
      expect(found.length).toBeGreaterThan(0);
    }
  });

  test('each finding has a cloud round what it is about, its arcs outwards, and its number beside it', () => {
    const things = new Map<string, readonly Point[]>([
      ...drawing.zones.map(({ id, outline }) => [id, outline.flat()] as const),
      ...drawing.devices.map(({ id, at }) => [id, [at]] as const),
    ]);
    for (const { first, rest } of numberedFindings(report)) {
      for (const { fingerprint, subject } of [first, ...rest].slice(0, 1)) {
        const of = entities.filter(({ tag }) => tag[0] === fingerprint);
        const points = things.get(subject.split('>')[0] ?? '');
        if (points === undefined) continue;
        const cloud = of.find(isCloud);
        expect(cloud, subject).toMatchObject({ type: 'LWPOLYLINE', closed: true });
        const ring = cloud?.points ?? [];
        expect(ringArea(ring)).toBeGreaterThan(0);
        for (const point of points) expect(locatePoint(ring, inDrawing(point)), subject).toBe('in');
        expect(new Set(cloud?.bulges)).toEqual(new Set([0.5]));
        expect(cloud?.bulges).toHaveLength(ring.length);
      }
    }
    const texts = entities.filter(({ layer, type }) => type === 'TEXT' && layer !== 'SITECAM-说明');
    const numbers = new Set(drawing.findings.map(({ number }) => number));
    expect(new Set(texts.map(({ text }) => Number(text.split(' ')[0])))).toEqual(numbers);
    expect(texts.find(({ text }) => text.startsWith('1 '))?.text).toMatch(/第.+条/);
  });

  test('names the entity of the original drawing that an element was read from', () => {
    // In the source: the insert with the attribute C-01.
    const original = readFileSync('fixtures/import/dxf/guest-house.dxf', 'utf8');
    const insert = /INSERT\r?\n *5\r?\n([0-9A-F]+)\r?\n(?:(?!INSERT)[\s\S])*?\nC-01\r?\n/.exec(original)?.[1];
    expect(insert).toBeDefined();
    const about = entities.filter(({ tag }) => tag[1] === 'C-01' || tag[1]?.startsWith('C-01>'));
    expect(about.length).toBeGreaterThan(2);
    for (const { tag } of about) expect(tag[2]).toBe(insert);
    const [cell] = entities.filter(({ text, layer }) => layer === 'SITECAM-说明' && text.includes(`C-01句柄${insert}`));
    expect(cell?.text).toContain(`（C-01句柄${insert}，图块半球摄像机）`);
  });

  test('is the same bytes twice, in English too, with its texts a three-hundredth of the longer side high', () => {
    expect(overlay(inn(), drawing)).toEqual(bytes);
    const { bounds } = drawing;
    const side = 1000 * Math.max(bounds.maxX - bounds.minX, bounds.maxY - bounds.minY);
    for (const { height } of entities.filter(({ type }) => type === 'TEXT')) expect(height).toBeCloseTo(side / 300, 3);
    const english = entitiesOf(overlay(report, drawing, { locale: 'en' }));
    expect(english.map(({ points }) => points.length).filter((n) => n > 1)).toEqual(
      entities.map(({ points }) => points.length).filter((n) => n > 1),
    );
    for (const { layer } of english) expect(layer).toMatch(/^SITECAM-[A-Z-]+$/);
  });

  test('pasted into the drawing it changes nothing that is imported from there', () => {
    const entitiesIn = (text: string) => /\n *2\r?\nENTITIES\r?\n([\s\S]*?) *0\r?\nENDSEC/.exec(text)?.[1] ?? '';
    const { path, bytes: original } = source('guest-house');
    const text = new TextDecoder().decode(original);
    const pasted = new TextDecoder('gbk').decode(bytes);
    const both = text.replace(
      entitiesIn(text),
      (own) => own + entitiesIn(pasted).replaceAll('SITECAM-', '审查$0$SITECAM-'),
    );
    expect(both.length).toBeGreaterThan(text.length + 10_000);
    const read = [text, both].map((one) => {
      const { building } = make([{ path, bytes: new TextEncoder().encode(one) }], { category: 'hotel' });
      // What is left out is counted, and refuses nothing.
      return { ...building.identified, notes: building.notes.filter(({ sort }) => sort !== 'left-out') };
    });
    expect(read[1]).toEqual(read[0]);
  });

  test('layers that are hidden are empty, and the table says what is left out', () => {
    const shown = { ...ZH, show: new Set(['may'] as const), without: 3 };
    const few = entitiesOf(overlay(report, { ...drawing, findings: [] }, shown));
    expect(new Set(few.map(({ layer }) => layer))).toEqual(new Set(['SITECAM-最大可视范围', 'SITECAM-说明']));
    const notes = few.map(({ text }) => text).join('\n');
    expect(notes).toContain('最小可视范围、问题');
    expect(notes).not.toContain('盲区');
    expect(notes).toContain('另有3项未画');
    expect(notes).not.toContain('没有可以标注的问题');
  });
});

const TURNED = (drawing: string, at = [2, 3]) => `
sitecam: 1
site: {name: '旅店 %%u ^J \\U+4E00 𠮷€ \u1820', categories: [hotel], region: "150102"}
levels:
  - id: F1
    ceiling: 3
    ${drawing}
    zones:
      - {id: hall, kind: corridor, rect: [${at[0] - 2}, ${at[1] - 3}, 8, 6]}
      - {id: wc, kind: restroom, name: 卫生间, rect: [${at[0] + 6}, ${at[1] - 3}, 3, 6]}
    openings: [{id: d1, kind: passage, line: [[${at[0] + 6}, ${at[1] - 1}], [${at[0] + 6}, ${at[1] + 1}]]}]
    devices:
      - {id: C1, kind: camera, at: [${at}], height: 2.5, heading: 90, tilt: 20, hfov: 90, resolution: [2560, 1440], audio: none}
`;

function turned(drawing: string, at?: number[]) {
  const report = reportOfText(TURNED(drawing, at));
  return { report, entities: entitiesOf(overlay(report, drawingOf(report, 'F1'))) };
}

/** The middle of the innermost cloud about C1. */
function middleOfCloud(entities: readonly Read[]): Point {
  const box = boxOf(entities.find((one) => isCloud(one) && one.tag[1]?.startsWith('C1'))?.points ?? []);
  if (box === undefined) throw new Error('no cloud');
  return [(box.minX + box.maxX) / 2, (box.minY + box.maxY) / 2];
}

describe('a plan whose author names the drawing', () => {
  test('which is turned by 90 degrees about a far zero', () => {
    const { entities } = turned('drawing: {file: 一层.dwg, unit: 0.001, origin: [512000, 308000], rotation: 90}');
    expect(apart([middleOfCloud(entities)], [[512000 - 3000, 308000 + 2000]])).toBeLessThan(0.01);
    expect(new Set(entities.filter(({ type }) => type === 'TEXT').map(({ rotation }) => rotation))).toEqual(
      new Set([90]),
    );
  });

  test('and counts from zero millions of metres away, or names none', () => {
    const far = [512_002, 4_308_003];
    expect(apart([middleOfCloud(turned('', far).entities)], [[512_002, 4_308_003]])).toBeLessThan(0.001);
    const feet = turned('drawing: {file: a.dxf, unit: 0.3048, origin: [-100, 0]}', far);
    const expected: Point = [512_002 / 0.3048 - 100, 4_308_003 / 0.3048];
    expect(apart([middleOfCloud(feet.entities)], [expected])).toBeLessThan(0.01);
  });

  test('and the blocks of an old drawing, whose entities have no handles', () => {
    const { entities } = turned('drawing: {file: a.dxf, unit: 1, blocks: {C1: 枪机}}');
    const notes = entities.filter(({ layer }) => layer === 'SITECAM-说明').map(({ text }) => text);
    expect(notes.join('')).toContain('（C1图块枪机）');
  });

  test('names with line breaks and control characters stay texts', () => {
    const attack = 'F\\n  0\\nEOF\\n\\e[2J';
    const text = TURNED(
      'drawing: {file: "a\\n  0\\nEOF", unit: 1, handles: {C1: "2A\\n  0\\nEOF"}, blocks: {C1: "B\\n  0\\nEOF"}}',
    )
      .replace('id: F1', `id: F1\n    name: "${attack}"`)
      .replace('name: 卫生间', `name: "卫生间\\n  0\\nEOF"`);
    const report = reportOfText(text);
    const bytes = overlay(report, drawingOf(report, 'F1'));
    const lines = new TextDecoder('gbk').decode(bytes).split('\n');
    expect(lines.filter((line) => line === 'EOF')).toHaveLength(1);
    for (const line of lines) expect(line).not.toMatch(/[\u0000-\u001f]/);
    expect(entitiesOf(bytes).length).toBeGreaterThan(5);
  });

  test('what GBK lacks, and what would be a code in a text, is read back as it was', () => {
    const { report } = turned('');
    const bytes = overlay(report, drawingOf(report, 'F1'));
    const text = new TextDecoder('gbk', { fatal: true }).decode(bytes);
    expect(text).toContain('\\U+1820');
    expect(text).toContain('\\U+D842\\U+DFB7\\U+20AC');
    const [title] = entitiesOf(bytes).filter(({ type, layer }) => type === 'TEXT' && layer === 'SITECAM-说明');
    // A caret is written with a space behind it, which CAD programs take away and our reader keeps.
    expect(title?.text).toContain('旅店 %%u ^ J \\U+4E00 𠮷€ \u1820');
  });
});

/** The reports on all sites, made once. */
let judged: readonly (readonly [plan: string, report: Report])[] | undefined;

function reports() {
  judged ??= PLANS.map((plan) => [plan, reportOf(plan)] as const);
  return judged;
}

test('what is no finding of the law is on no layer of one', () => {
  for (const [, report] of reports()) {
    const advisory = new Set(
      report.verdicts
        .filter((one) => one.class === 'criterion' || one.level === 'warning')
        .map((one) => one.fingerprint),
    );
    for (const { id } of report.site.levels) {
      for (const { layer, tag } of entitiesOf(overlay(report, drawingOf(report, id)))) {
        if (layer === 'SITECAM-不符合' || layer === 'SITECAM-须审查判定')
          expect(advisory.has(tag[0] ?? '')).toBe(false);
      }
    }
  }
});

describe('others read every level of every site', () => {
  const files = () => {
    const folder = new Folder();
    return reports().flatMap(([plan, report]) => {
      return report.site.levels.map(({ id }) => {
        const name = `${plan.replace(/\W/g, '-')}-${id}.dxf`;
        const bytes = overlay(report, drawingOf(report, id));
        folder.write({ [name]: bytes });
        return { path: folder.at(name), entities: entitiesOf(bytes) };
      });
    });
  };

  test.skipIf(spawnSync('ogrinfo', ['--version']).error !== undefined)('GDAL: layers, counts and Chinese', () => {
    for (const { path, entities } of files()) {
      const { stdout, stderr } = spawnSync('ogrinfo', ['-al', path], { encoding: 'utf8', maxBuffer: 1e8 });
      expect(stderr).not.toMatch(/error|warning/i);
      const read = [...stdout.matchAll(/^ {2}Layer \(String\) = (.*)$/gm)].map(([, layer]) => layer);
      expect(read).toEqual(entities.map(({ layer }) => layer));
      expect(stdout).toContain('审查依据');
    }
  });

  const python = spawnSync('/usr/bin/python3', ['-c', 'import ezdxf']);
  test.skipIf(python.status !== 0)('ezdxf: an audit without errors or fixes', () => {
    const audit = [
      'import sys, ezdxf',
      'for path in sys.argv[1:]:',
      '  found = ezdxf.readfile(path).audit()',
      '  print(len(found.errors), len(found.fixes))',
    ].join('\n');
    const paths = files().map(({ path }) => path);
    const { stdout, stderr } = spawnSync('/usr/bin/python3', ['-c', audit, ...paths], { encoding: 'utf8' });
    expect({ stderr, lines: stdout.trim().split('\n') }).toEqual({ stderr: '', lines: paths.map(() => '0 0') });
  });
});
