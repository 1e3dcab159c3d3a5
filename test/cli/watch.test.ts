// `--watch` of lint and draw: runs again after each change, and says what is new.
import { existsSync, rmSync } from 'node:fs';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import type { ExitCode, Io } from '../../src/host/io.js';
import { wallFaces } from '../../src/plan/walls/face.js';
import { InterruptKey } from '../support/dev.js';
import { Folder, SMALL_PLAN } from '../support/folder.js';

vi.mock(import('../../src/plan/walls/face.js'), { spy: true });

/** A camera in a corridor that looks into a restroom if its heading is 90, and away from it if 270. */
const planLooking = (heading: number) => `sitecam: 1
site: {name: 小旅店, categories: [hotel], region: "150102"}
coordinates: metres
levels:
  - id: F1
    ceiling: 3
    zones:
      - {id: hall, kind: corridor, name: 走廊, rect: [0, 0, 8, 4]}
      - {id: wc, kind: restroom, name: 卫生间, rect: [8, 0, 3, 4]}
    openings:
      - {id: p1, kind: passage, line: [[8, 1.5], [8, 2.5]]}
    devices:
      - {id: C1, kind: camera, at: [2, 2], height: 2.8, heading: ${heading}, tilt: 15, hfov: 90, resolution: [2560, 1440], audio: none}
`;

const CONFIG = 'rules: {coverage/criterion: off}\n';

/** A command that runs again and again in a folder. */
class Watched {
  private out = '';
  private err = '';
  private wake = () => {};
  private readonly key = new InterruptKey();
  private readonly ended: Promise<{ code: ExitCode; err: string }>;

  constructor(folder: Folder, argv: readonly string[], change: (io: Io) => Partial<Io> = () => ({})) {
    this.ended = folder.run(argv, {
      change: (io) => ({
        ...io,
        out: (text) => {
          this.out += text;
        },
        err: (text) => {
          this.err += text;
        },
        onInterrupt: (act) => {
          this.wake();
          return this.key.onInterrupt(act);
        },
        ...change(io),
      }),
    });
    this.ended.then(() => this.wake());
    onTestFinished(this.key.press);
  }

  /** Returns what was said since the last time, once the command waits. */
  async said(): Promise<{ out: string; err: string }> {
    if (!this.err.includes('Ctrl+C')) {
      await new Promise<void>((resolve) => {
        this.wake = resolve;
      });
    }
    const { out, err } = this;
    this.out = '';
    this.err = '';
    return { out, err };
  }

  async end(): Promise<ExitCode> {
    this.key.press();
    return (await this.ended).code;
  }
}

describe('lint --watch', () => {
  test('says what is new and what is gone since the run before, and ends with the code of the last', async () => {
    const folder = new Folder({ 'plan.yaml': planLooking(90) });
    const watched = new Watched(folder, [
      'lint',
      'plan.yaml',
      '--watch',
      '-q',
      '-f',
      'json=report.json',
      '-f',
      'terminal',
    ]);
    const first = await watched.said();
    expect(first.out).toContain('capture/view-into-private-zone');
    expect(first.out).not.toContain('上次');
    expect(first.err).toBe('等待文件改动，按 Ctrl+C 结束。\n');
    folder.write({ 'plan.yaml': planLooking(270) });
    expect((await watched.said()).out).toMatch(
      /plan\.yaml：与上次相比（＋新增 ↑加重 ↓减轻 －消除）\n(?:.*\n)* － 不符合 {2}C1 .*“卫生间”.* {2}capture\/view-into-private-zone\n/,
    );
    expect(folder.read('report.json')).not.toContain('"heading": 90');
    folder.write({ 'plan.yaml': planLooking(90) });
    expect((await watched.said()).out).toMatch(
      /\n ＋ 不符合 {2}plan\.yaml:13:14 {2}C1 .*capture\/view-into-private-zone\n/,
    );
    // Nothing but a comment: another text, the same verdicts.
    folder.write({ 'plan.yaml': `${planLooking(90)}# 注释\n` });
    expect((await watched.said()).out).toMatch(/plan\.yaml：与上次相同。\n$/);
    expect(await watched.end()).toBe(1);
  });

  test('reports what a run of its own would, to the byte, whatever changed', async () => {
    const plan = planLooking(90);
    const config = (text: string) => ({ 'sitecam.config.yaml': text });
    const folder = new Folder({ 'plan.yaml': plan });
    const watched = new Watched(folder, ['lint', 'plan.yaml', '--watch', '-f', 'json=watched.json']);
    const steps: readonly Record<string, string>[] = [
      {},
      { 'plan.yaml': plan.replace('heading: 90', 'heading: 60') },
      { 'plan.yaml': plan.replace('[8, 1.5], [8, 2.5]', '[8, 1.2], [8, 2.2]') },
      { 'plan.yaml': plan.replace('kind: corridor', 'kind: lobby') },
      config('packs: [hen-2016]\n'),
      config('onlyPacks: [cn-799-2025]\n'),
      config('rules: {capture/view-into-private-zone: warning}\nparameters: {}\n'),
      { 'plan.yaml': 'sitecam: 1' },
      { 'plan.yaml': plan },
    ];
    for (const [n, step] of steps.entries()) {
      folder.write(step);
      await watched.said();
      await folder.run(['lint', 'plan.yaml', '-f', 'json=fresh.json']);
      expect(folder.read('watched.json'), `step ${n}`).toBe(folder.read('fresh.json'));
    }
  });

  test('works out no walls anew where only a camera changed', async () => {
    const folder = new Folder({ 'plan.yaml': planLooking(90) });
    const watched = new Watched(folder, ['lint', 'plan.yaml', '--watch']);
    const walls = vi.mocked(wallFaces);
    const worked = async (): Promise<number> => {
      await watched.said();
      const { length } = walls.mock.calls;
      walls.mockClear();
      return length;
    };
    walls.mockClear();
    expect(await worked()).toBeGreaterThan(0);
    folder.write({ 'plan.yaml': planLooking(270) });
    expect(await worked()).toBe(0);
    folder.write({ 'plan.yaml': planLooking(270).replace('[8, 1.5], [8, 2.5]', '[8, 1.2], [8, 2.2]') });
    expect(await worked()).toBeGreaterThan(0);
  });

  test('goes on while a plan, or a file named to judge it by, can’t be used, and then compares with what could', async () => {
    const folder = new Folder({ 'plan.yaml': planLooking(90), 'own/sitecam.config.yaml': CONFIG });
    const watched = new Watched(folder, [
      'lint',
      'plan.yaml',
      '--watch',
      '--config',
      'own/sitecam.config.yaml',
      '--lang',
      'en',
    ]);
    expect((await watched.said()).err).toBe('Waiting for files to change; Ctrl+C ends.\n');
    folder.write({ 'plan.yaml': 'sitecam: [' });
    const unreadable = await watched.said();
    expect(unreadable.out).toContain('plan.yaml:1');
    expect(unreadable.out).not.toContain('run before');
    folder.write({ 'plan.yaml': planLooking(270) });
    expect((await watched.said()).out).toContain(' － fail  C1');
    folder.write({ 'own/sitecam.config.yaml': CONFIG.replace('coverage/criterion', 'no/such') });
    expect((await watched.said()).err).toContain('no/such');
    expect(await watched.end()).toBe(2);
  });

  test('sees plans that come and go in a folder', async () => {
    const folder = new Folder({ 'plans/a.yaml': SMALL_PLAN });
    const watched = new Watched(folder, ['lint', 'plans', '--watch', '-f', 'json']);
    const names = ({ out }: { out: string }) => [...new Set(out.match(/plans\/\w+\.yaml/g))];
    expect(names(await watched.said())).toEqual(['plans/a.yaml']);
    folder.write({ 'plans/b.yaml': SMALL_PLAN });
    const both = await watched.said();
    expect(names(both)).toEqual(['plans/a.yaml', 'plans/b.yaml']);
    // A program reads standard output: what is new goes elsewhere.
    expect(both.out).not.toContain('上次');
    expect(both.err).toContain('plans/a.yaml：与上次相同。');
    rmSync(folder.at('plans/a.yaml'));
    expect(names(await watched.said())).toEqual(['plans/b.yaml']);
  });

  test('clears a terminal, and nothing else', async () => {
    const folder = new Folder({ 'plan.yaml': SMALL_PLAN });
    const watched = new Watched(folder, ['lint', 'plan.yaml', '--watch', '--no-color'], () => ({ isTerminal: true }));
    expect((await watched.said()).out).not.toContain('\x1b[2J');
    folder.write({ 'plan.yaml': SMALL_PLAN.replace('12', '11') });
    expect((await watched.said()).out.startsWith('\x1b[2J\x1b[H')).toBe(true);
  });

  test.each([
    [['-', '--watch'], '“-”（标准输入、标准输出）', "'-', standard input or output"],
    [['plan.yaml', '--watch', '--fix'], '--fix', '--fix'],
    [['plan.yaml', '--watch', '--redact'], '--redact', '--redact'],
    [['plan.yaml', '--poll'], '--poll 与 --watch 同用', '--poll goes with --watch'],
  ])('refuses %s', async (argv, zh, en) => {
    const folder = new Folder({ 'plan.yaml': SMALL_PLAN });
    for (const [lang, text] of [
      ['zh-CN', zh],
      ['en', en],
    ]) {
      const { code, err } = await folder.run(['lint', ...argv, '--lang', lang]);
      expect([code, err]).toEqual([2, expect.stringContaining(text)]);
    }
  });
});

test('draw --watch draws again, and says what is new', async () => {
  const folder = new Folder({ 'plan.yaml': planLooking(90) });
  const watched = new Watched(folder, ['draw', 'plan.yaml', '--watch']);
  expect((await watched.said()).out).toBe('已写出 plan-F1.svg\n');
  rmSync(folder.at('plan-F1.svg'));
  folder.write({ 'plan.yaml': planLooking(270) });
  expect((await watched.said()).out).toMatch(/^已写出 plan-F1\.svg\n.*：与上次相比(?:.*\n)+ － 不符合/);
  expect(existsSync(folder.at('plan-F1.svg'))).toBe(true);
  expect(await watched.end()).toBe(0);
});
