import { expect, test } from 'vitest';
import { cutToBytes, encodeDxf } from '../../src/draw/dxf/encode.js';
import { unescaped } from '../../src/import/read/dxf/parse/text.js';

const read = (bytes: Uint8Array) => unescaped(new TextDecoder('gbk', { fatal: true }).decode(bytes));

test('every character is read back, most Chinese ones in two bytes', () => {
  let two = 0;
  for (let code = 0x20; code <= 0xffff; code++) {
    if (code >= 0xd800 && code <= 0xdfff) continue;
    const bytes = encodeDxf(String.fromCharCode(code));
    if (bytes.length === 2) two += 1;
    // One at a time, so that a wrong byte can't hide in its neighbour.
    if (code % 7 === 0 || bytes.length !== 7) expect(read(bytes), code.toString(16)).toBe(String.fromCharCode(code));
  }
  // All that code page 936 has, and nothing else.
  expect(two).toBe(21_791);
  expect(read(encodeDxf('𠮷'))).toBe('𠮷');
  expect([...encodeDxf('不符合')]).toEqual([0xb2, 0xbb, 0xb7, 0xfb, 0xba, 0xcf]);
});

test('a text is cut between characters', () => {
  expect(cutToBytes('不符合', 6)).toBe('不符合');
  expect(cutToBytes('不符合要求', 8)).toBe('不符...');
  const cut = cutToBytes('€'.repeat(99), 255);
  expect(encodeDxf(cut).length).toBeLessThanOrEqual(255);
  expect(cut).toMatch(/^€+\.\.\.$/);
});
