// `lint --fix-geometry --write`: proved edits go into the plan's files, and nothing else does.
import { applyPatch } from 'diff';
import { describe, expect, test } from 'vitest';
import { fixesFor } from '../../src/lint/fixes/fixes.js';
import { fixesTogether } from '../../src/lint/fixes/together.js';
import { lintPlan } from '../../src/lint/lint.js';
import type { Fix, LintVerdict, Report } from '../../src/lint/types.js';
import { Folder } from '../support/folder.js';
import { sitecam } from '../support/io.js';

/** A restroom without a door leaf, a camera that looks in, and a smoke detector with a microphone in it. */
const PLAN = `\ufeffsitecam: 1\r
site: {name: 青城宾馆, categories: [hotel], region: "150102"}\r
levels:\r
  - id: F1\r
    ceiling: 3\r
    zones:\r
      - {id: wc, kind: restroom, name: 女卫生间, rect: [0, 0, 4, 3]}\r
      - {id: hall, kind: corridor, name: 走廊, rect: [0, 3, 12, 4]}\r
    openings:\r
      - {id: p1, kind: passage, line: [[1, 3], [2, 3]]}\r
    devices:\r
      # 走廊枪机\r
      - {id: C1, kind: camera, hfov: 40, resolution: [1920, 1080], audio: none, at: [1.5, 6.8], height: 2.8, heading: 180, tilt: 30} # 朝南\r
      - id: S1 # 感烟\r
        kind: smoke-detector\r
        at: [2, 1]\r
        height: 3\r
        audio: microphone # 待定\r
`;

const LINT = ['lint', 'plan.yaml', '--fix-geometry', '--fail-on', 'never'];
const fails = (out: string) => [...out.matchAll(/"outcome": ?"fail"/g)].length;

describe('lint --fix-geometry --write', () => {
  test('writes what is proved, keeps all else, reports on what was written, and finds nothing more to write', async () => {
    const folder = new Folder({ 'plan.yaml': PLAN });
    const before = await folder.run([...LINT, '-f', 'json']);
    expect(folder.read('plan.yaml')).toBe(PLAN);
    const first = await folder.run([...LINT, '--write', '-f', 'json']);
    expect(first.err).toMatch(
      /^sitecam：plan\.yaml：已写入2项经证明的改法：\n {2}C1>wc：向[左右]（.*）转\d+°\n {2}S1>wc：换用不带拾音器的型号（audio: none）\n$/,
    );
    const text = folder.read('plan.yaml');
    expect(text.replace(/heading: \d+/, 'heading: 180').replace('none # 待定', 'microphone # 待定')).toBe(PLAN);
    expect(fails(first.out)).toBeLessThan(fails(before.out));
    const again = await folder.run([...LINT, '--write', '-f', 'json']);
    expect(again.err).toBe('sitecam：plan.yaml：没有可以写入的改法。\n');
    expect(folder.read('plan.yaml')).toBe(text);
    expect(again.out).toBe(first.out);
  });

  test('reports on what was written with --cache, too', async () => {
    const [folder, store] = [new Folder({ 'plan.yaml': PLAN }), new Folder()];
    const asked = [...LINT, '--write', '-f', 'json'];
    const { out } = await folder.run([...asked, '--cache', store.at('kept')]);
    folder.write({ 'plan.yaml': PLAN });
    expect(out).toBe((await folder.run(asked)).out);
  });

  test('as a dry run prints a patch that makes the same of it, and writes nothing', async () => {
    const folder = new Folder({ 'plan.yaml': PLAN });
    const { out, err } = await folder.run([...LINT, '--fix-dry-run', '--lang', 'en']);
    expect(err).toContain('sitecam: plan.yaml: 2 proved edits, nothing written:\n  C1>wc: turn it ');
    expect(folder.read('plan.yaml')).toBe(PLAN);
    const patched = applyPatch(PLAN, out, { autoConvertLineEndings: false });
    await folder.run([...LINT, '--write']);
    expect(folder.read('plan.yaml')).toBe(patched);
  });

  test.each([
    [['plan.yaml', '--write'], '--write 与 --fix-geometry 同用', '--write goes with --fix-geometry'],
    [['-', '--fix-geometry', '--write'], '--write 须给出设计图文件', '--write is for plan files'],
    [['-', '--fix-geometry', '--fix-dry-run'], '--fix-dry-run 须给出', '--fix-dry-run is for plan files'],
    [['plan.yaml', '--fix-geometry', '--write', '--fix-dry-run'], '--write 与 --fix-dry-run 不能并用', 'exclude each'],
    [['plan.yaml', '--fix-geometry', '--write', '--as', 'ci'], '流水线不改动图纸', ''],
    [['plan.yaml', '--fix-geometry', '--write', '--as', 'reviewer'], '审查人不改动', "a reviewer doesn't change"],
    [
      ['plan.yaml', '--fix-geometry', '--write', '--redact'],
      '--fix-geometry 不能与 --redact',
      "can't go with --redact",
    ],
  ])('%j is wrong usage, in both languages', async (argv, zh, en) => {
    const run = (lang: string) =>
      sitecam(['lint', ...argv, '--lang', lang], { given: { 'plan.yaml': PLAN }, stdin: PLAN });
    for (const [lang, said] of [['zh-CN', zh] as const, ['en', en] as const]) {
      const { code, err, written } = await run(lang);
      expect([code, written.size]).toEqual([2, 0]);
      expect(err).toContain(said);
    }
  });

  test('leaves geometry that imports write, and every other plan of the run with it', async () => {
    const square = (x: number, y: number, width: number, height: number) => ({
      type: 'Polygon',
      coordinates: [
        [
          [x, y],
          [x + width, y],
          [x + width, y + height],
          [x, y + height],
          [x, y],
        ],
      ],
    });
    const feature = (properties: object, geometry: object) => ({ type: 'Feature', properties, geometry });
    const drawn = (more: object) =>
      JSON.stringify({
        type: 'FeatureCollection',
        sitecam: { coordinates: 'metres' },
        ...more,
        features: [
          feature({ element: 'zone', id: 'wc', kind: 'restroom', name: '女卫生间' }, square(0, 0, 4, 3)),
          feature({ element: 'zone', id: 'hall', kind: 'corridor', name: '走廊' }, square(0, 3, 12, 4)),
          feature(
            { element: 'device', id: 'S1', kind: 'smoke-detector', height: 3, audio: 'microphone' },
            { type: 'Point', coordinates: [2, 1] },
          ),
        ],
      });
    const plan =
      'sitecam: 1\nsite: {name: 馆, categories: [hotel], region: "150102"}\nlevels: [{id: F1, ceiling: 3, geometry: b.geojson}]\n';
    const files = { 'a.yaml': PLAN, 'b.yaml': plan, 'b.geojson': drawn({ imported: {} }) };
    const folder = new Folder(files);
    const ran = await folder.run(['lint', 'a.yaml', 'b.yaml', '--fix-geometry', '--write']);
    expect(ran.code).toBe(2);
    expect(ran.err).toBe(
      'sitecam：“b.yaml”的改法在“b.geojson”中，不能写入：该文件由导入生成，下次导入将重新写出，改动会丢失；请照报告所列，改在设计图的 overrides 中。未写入任何文件。\n',
    );
    for (const [name, text] of Object.entries(files)) expect(folder.read(name)).toBe(text);
    // A geometry file that people keep is edited.
    folder.write({ 'b.geojson': drawn({}) });
    expect((await folder.run(['lint', 'b.yaml', '--fix-geometry', '--write'])).err).toContain('已写入1项');
    expect(folder.read('b.geojson')).toBe(drawn({}).replace('"microphone"', '"none"'));
    // Of one that two plans share, each is proved for one of them only.
    folder.write({ 'b.geojson': drawn({}), 'c.yaml': plan });
    const shared = await folder.run(['lint', 'b.yaml', 'c.yaml', '--fix-geometry', '--write', '--lang', 'en']);
    expect([shared.code, folder.read('b.geojson')]).toEqual([2, drawn({})]);
    expect(shared.err).toContain("is a part of 'c.yaml', too");
  });
});

describe('fixes that are chosen together', () => {
  const linted = (): Report => {
    const report = lintPlan('plan.yaml', () => new TextEncoder().encode(PLAN), { today: '2026-11-24' });
    return report.ok ? report : expect.fail('unreadable');
  };
  const verdictOn = ({ verdicts }: Report, rule: string, subject: string): LintVerdict =>
    verdicts.find((one) => one.rule === rule && one.subject === subject) ?? expect.fail(subject);

  /** The report with the ways of its two findings: the camera's view, and after it the detector that hears. */
  const reportWith = (waysOf: (turn: Fix, silent: Fix) => readonly [readonly Fix[], readonly Fix[]]) => {
    const report = linted();
    const { of } = fixesFor(report);
    const [view, ear] = [
      verdictOn(report, 'capture/view-into-private-zone', 'C1>wc'),
      verdictOn(report, 'capture/device-in-private-zone', 'S1>wc'),
    ];
    const [turn, silent] = [of.get(view)?.[0] ?? expect.fail('a turn'), of.get(ear)?.[0] ?? expect.fail('an edit')];
    const [first, second] = waysOf(turn, silent);
    const fixes = {
      of: new Map([
        [view, first],
        [ear, second],
      ]),
      tried: 2,
      untried: 0,
    };
    return { ...report, fixes };
  };

  test('never overlap: a finding takes the way that fits those of the findings before it', () => {
    let both: Fix | undefined;
    const report = reportWith((turn, silent) => {
      both = { ...silent, edits: [...silent.edits, ...turn.edits] };
      return [[turn], [both, silent]];
    });
    const { chosen } = fixesTogether(report);
    expect(chosen.map(({ fix }) => fix)).not.toContain(both);
    expect(chosen.map(({ settles }) => settles.map(({ subject }) => subject))).toEqual([['C1>wc'], ['S1>wc']]);
  });

  test('of a later round come after those of the rounds before', () => {
    const { chosen, texts } = fixesTogether(reportWith((turn) => [[turn], []]));
    expect(chosen.map(({ settles }) => settles.map(({ subject }) => subject))).toEqual([['C1>wc'], ['S1>wc']]);
    expect(texts.get('plan.yaml')).toBe(fixesTogether(linted()).texts.get('plan.yaml'));
  });

  test('end before the one that breaks the proof', () => {
    let worse: Fix | undefined;
    const report = reportWith((turn, silent) => {
      // Moves the camera into the restroom.
      const from = PLAN.indexOf('[1.5, 6.8]') - 1;
      worse = { ...silent, edits: [...silent.edits, { path: 'plan.yaml', from, to: from + 10, text: '[1.5, 1.8]' }] };
      return [[turn], [worse]];
    });
    const { chosen, texts } = fixesTogether(report);
    expect(chosen.map(({ fix }) => fix)).not.toContain(worse);
    expect(texts.get('plan.yaml')).toContain('at: [1.5, 6.8]');
    expect(texts.get('plan.yaml')).not.toContain('heading: 180');
  });
});
