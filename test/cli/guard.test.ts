import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { guarded } from '../../src/cli/guard.js';
import { processIo } from '../../src/cli/io.js';
import { UsageError } from '../../src/cli/usage.js';

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

  test.each([['site/plan.yaml'], ['site/../site/plan.yaml'], ['link/plan.yaml'], ['plan-F1.svg']])('as %s', (path) => {
    const io = guarded(processIo());
    io.read(join(folder, 'site', 'plan.yaml'));
    expect(() => io.write(join(folder, path), 'report')).toThrow(UsageError);
    expect(readFileSync(join(folder, 'site', 'plan.yaml'), 'utf8')).toBe('plan');
  });

  test('nor is one report by another, whose folder was made on the way', () => {
    const io = guarded(processIo());
    io.write(join(folder, 'site', 'new', 'r.json'), 'first');
    expect(() => io.write(join(folder, 'link', 'new', 'r.json'), 'second')).toThrow(UsageError);
    expect(readFileSync(join(folder, 'site', 'new', 'r.json'), 'utf8')).toBe('first');
  });

  test('what a folder stands in the way of is said, without a trace; what goes wrong in rendering is no fault of the file', () => {
    const io = guarded(processIo());
    expect(() => io.write(join(folder, 'site'), 'report')).toThrow(UsageError);
    function* broken(): Generator<string> {
      yield 'begun';
      throw new RangeError('in the report');
    }
    expect(() => io.write(join(folder, 'r.json'), broken())).toThrow(RangeError);
  });

  test('what was not read may be replaced', () => {
    const io = guarded(processIo());
    writeFileSync(join(folder, 'old.json'), 'last time');
    io.write(join(folder, 'old.json'), 'this time');
    expect(readFileSync(join(folder, 'old.json'), 'utf8')).toBe('this time');
  });
});
