import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { guardedIo } from '../../../src/host/guarded-io.js';
import { processIo } from '../../../src/host/io.js';
import { UsageError } from '../../../src/host/usage.js';

describe('what was read is not written over', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'sitecam-'));
    mkdirSync(join(folder, 'site'));
    writeFileSync(join(folder, 'site', 'plan.yaml'), 'plan');
    symlinkSync(join(folder, 'site'), join(folder, 'link'));
    symlinkSync(join(folder, 'site', 'plan.yaml'), join(folder, 'plan-F1.svg'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  test.each([['site/plan.yaml'], ['site/../site/plan.yaml'], ['link/plan.yaml'], ['plan-F1.svg']])(
    'as %s',
    async (path) => {
      const io = guardedIo(processIo());
      io.read(join(folder, 'site', 'plan.yaml'));
      await expect(io.write(join(folder, path), 'report')).rejects.toThrow(UsageError);
      expect(readFileSync(join(folder, 'site', 'plan.yaml'), 'utf8')).toBe('plan');
    },
  );

  test('nor is one report by another, whose folder was made on the way', async () => {
    const io = guardedIo(processIo());
    await io.write(join(folder, 'site', 'new', 'r.json'), 'first');
    await expect(io.write(join(folder, 'link', 'new', 'r.json'), 'second')).rejects.toThrow(UsageError);
    expect(readFileSync(join(folder, 'site', 'new', 'r.json'), 'utf8')).toBe('first');
  });

  test('what a folder stands in the way of is said, without a trace; what goes wrong in rendering is no fault of the file', async () => {
    const io = guardedIo(processIo());
    await expect(io.write(join(folder, 'site'), 'report')).rejects.toThrow(UsageError);
    function* broken(): Generator<string> {
      yield 'begun';
      throw new RangeError('in the report');
    }
    await expect(io.write(join(folder, 'r.json'), broken())).rejects.toThrow(RangeError);
  });

  test('what was not read may be replaced', async () => {
    const io = guardedIo(processIo());
    writeFileSync(join(folder, 'old.json'), 'last time');
    await io.write(join(folder, 'old.json'), 'this time');
    expect(readFileSync(join(folder, 'old.json'), 'utf8')).toBe('this time');
  });

  test('nothing goes through a link that leads out of the folder of a plan, unless it is named', async () => {
    const io = guardedIo(processIo());
    symlinkSync(folder, join(folder, 'site', 'out'));
    io.read(join(folder, 'site', 'plan.yaml'));
    for (const write of [
      () => io.write(join(folder, 'site', 'out', 'r.json'), 'report'),
      async () => io.replace(join(folder, 'site', 'out', 'r.json'), 'report'),
      async () => io.create(join(folder, 'site', 'out', 'r.json'), 'report'),
    ]) {
      await expect(write()).rejects.toThrow(UsageError);
    }
    expect(existsSync(join(folder, 'r.json'))).toBe(false);
    await io.write(join(folder, 'r.json'), 'report');
    expect(readFileSync(join(folder, 'r.json'), 'utf8')).toBe('report');
  });
});
