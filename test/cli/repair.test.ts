import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { applyPatch } from 'diff';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { guardedIo } from '../../src/host/guarded-io.js';
import { processIo } from '../../src/host/io.js';
import { UsageError } from '../../src/host/usage.js';
import { sitecam } from '../support/io.js';

const RIGHT = `\ufeff# 图\r\nsitecam: 1\r\nsite: {name: 测试, categories: [hotel], region: "150102"}\r\nlevels:\r\n  - id: F1 # kidn\r\n    ceiling: 3\r\n    zones:\r\n      - {id: hall, kind: corridor, rect: [0, 0, 9, 3]}`;
const WRONG = RIGHT.replace('kind:', '类型:').replace('corridor', 'Corridor');

describe('lint --fix', () => {
  test('writes what it repairs, and lints that: byte order mark, line ends and the missing last one stay', async () => {
    const given = { 'plan.yaml': WRONG };
    const { written, err, out } = await sitecam(['lint', '--fix', 'plan.yaml'], { given });
    expect([...written]).toEqual([['plan.yaml', RIGHT]]);
    expect(err).toBe(
      'sitecam：plan.yaml：已改正2处写法，已写入文件：\n  plan.yaml:8:20  键“类型”改为“kind”\n  plan.yaml:8:24  “Corridor”改为“corridor”\n',
    );
    expect(out).not.toContain('类型:');
    const again = await sitecam(['lint', '--fix', 'plan.yaml', '--lang', 'en'], { given: { 'plan.yaml': RIGHT } });
    expect([again.written.size, again.err]).toEqual([0, 'sitecam: plan.yaml: nothing to repair.\n']);
  });

  test('as a dry run prints a patch that makes the same of it, writes nothing, and exits as the plan is', async () => {
    const { written, out, code } = await sitecam(['lint', '--fix-dry-run', 'plan.yaml'], {
      given: { 'plan.yaml': WRONG },
    });
    expect(written.size).toBe(0);
    expect(applyPatch(WRONG, out, { autoConvertLineEndings: false })).toBe(RIGHT);
    expect(code).toBe(3);
  });

  test('suggests what looks like a slip, with its place and what to write, and leaves it', async () => {
    const text = RIGHT.replace('corridor', 'coridor');
    const { err, written } = await sitecam(['lint', '--fix', 'plan.yaml'], { given: { 'plan.yaml': text } });
    expect(written.size).toBe(0);
    expect(err).toBe(
      'sitecam：plan.yaml：没有可以自动改正的写法。\n另有1处请自行核对，未改动：\n  plan.yaml:8:26  “coridor”未改（可能应为“corridor”）：像是笔误；确属笔误的，请照此改写\n',
    );
  });

  test('says what it left, and why', async () => {
    const text = RIGHT.replace('corridor', 'stoer');
    const { err } = await sitecam(['lint', '--fix', 'plan.yaml', '--lang', 'en'], { given: { 'plan.yaml': text } });
    expect(err).toContain("plan.yaml:8:26  'stoer' left as it is (perhaps 'store'): it looks like a slip");
  });

  test.each([
    [['--fix', '-'], '--fix 须给出设计图文件'],
    [['--fix-dry-run', '-'], '--fix-dry-run 须给出设计图文件'],
    [['--fix', '--fix-dry-run', 'plan.yaml'], '不能并用'],
    [['--fix-dry-run', '--format', 'json', 'plan.yaml'], '报告请写入文件'],
  ])('%j is wrong usage', async (argv, said) => {
    const { code, err, written } = await sitecam(['lint', ...argv], { given: { 'plan.yaml': WRONG }, stdin: WRONG });
    expect([code, written.size]).toEqual([2, 0]);
    expect(err).toContain(said);
  });
});

describe('what was read is replaced', () => {
  let folder: string;
  const bytes = (text: string) => new TextEncoder().encode(text);
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'sitecam-'));
    mkdirSync(join(folder, 'site'));
    writeFileSync(join(folder, 'plan.yaml'), 'old');
    writeFileSync(join(folder, 'site', 'part.json'), 'part');
    chmodSync(join(folder, 'plan.yaml'), 0o640);
    symlinkSync(join('..', 'plan.yaml'), join(folder, 'site', 'plan.yaml'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  test('with its mode, and nothing is left beside it', () => {
    const io = guardedIo(processIo());
    const plan = join(folder, 'plan.yaml');
    io.read(plan);
    io.amend([{ path: plan, was: bytes('old'), bytes: bytes('new') }], plan);
    expect(readFileSync(plan, 'utf8')).toBe('new');
    expect(statSync(plan).mode & 0o777).toBe(0o640);
    expect(readdirSync(folder).sort()).toEqual(['plan.yaml', 'site']);
  });

  test('not where it was changed since, nor through a link out of the folder', () => {
    const io = guardedIo(processIo());
    for (const [name, was] of [
      ['plan.yaml', 'older'],
      [join('site', 'plan.yaml'), 'old'],
    ] as const) {
      const plan = join(folder, name);
      io.read(plan);
      expect(() => io.amend([{ path: plan, was: bytes(was), bytes: bytes('new') }], plan)).toThrow(UsageError);
      expect(readFileSync(plan, 'utf8')).toBe('old');
    }
  });

  test('all or none: where one can’t be written the others are as they were', () => {
    const io = processIo();
    const plan = join(folder, 'plan.yaml');
    const files = [
      { path: plan, was: bytes('old'), bytes: bytes('new') },
      { path: join(folder, 'site', 'gone.json'), was: bytes('part'), bytes: bytes('new') },
    ];
    expect(() => io.amend(files, plan)).toThrow();
    expect(readFileSync(plan, 'utf8')).toBe('old');
    expect(readdirSync(folder).sort()).toEqual(['plan.yaml', 'site']);
  });

  test('never a file that this run didn’t read', () => {
    const io = guardedIo(processIo());
    const plan = join(folder, 'plan.yaml');
    expect(() => io.amend([{ path: plan, was: bytes('old'), bytes: bytes('new') }], plan)).toThrow();
    expect(readFileSync(plan, 'utf8')).toBe('old');
  });
});
