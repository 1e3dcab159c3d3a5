import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { processIo } from '../../src/host/io.js';

test('a file is written whole, as a text or in parts, in place of what was there', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'sitecam-'));
  const path = join(folder, 'report.txt');
  try {
    const io = processIo();
    await io.write(path, '第一份报告，较长');
    expect(readFileSync(path, 'utf8')).toBe('第一份报告，较长');
    await io.write(path, ['第', '二', '份']);
    expect(readFileSync(path, 'utf8')).toBe('第二份');
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('a report that fails while it is written is a fault of its own, and the file is closed', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'sitecam-'));
  function* parts(): Generator<string> {
    yield 'a';
    throw new Error('no further');
  }
  try {
    await expect(processIo().write(join(folder, 'report.txt'), parts())).rejects.toThrow('no further');
  } finally {
    rmSync(folder, { recursive: true });
  }
});
