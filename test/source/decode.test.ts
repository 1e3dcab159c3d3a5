import { describe, expect, test } from 'vitest';
import { sha256 } from '../../src/base/hash.js';
import { decode } from '../../src/source/parse/decode.js';
import { parseSource } from '../../src/source/parse/parse.js';

const utf8 = (text: string) => new TextEncoder().encode(text);

describe('text', () => {
  test('a byte order mark is no part of the text, but of the bytes that are hashed', () => {
    const bytes = new Uint8Array([0xef, 0xbb, 0xbf, ...utf8('sitecam: 1\n')]);
    const parsed = parseSource('plan.yaml', bytes);
    expect(parsed.file.text).toBe('sitecam: 1\n');
    expect(parsed.file.sha256).toBe(sha256(bytes));
    expect(sha256(utf8('abc'))).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  });

  test('bytes that are neither UTF-8 nor GBK are placed where they stand', () => {
    const bytes = new Uint8Array([...utf8('a: 1\n室: x'), 0xff, 0xff]);
    expect(decode(bytes)).toMatchObject({ ok: false, message: { id: 'source/not-utf-8' }, at: { line: 2, column: 5 } });
  });

  test('a sequence cut short at the end is found, not dropped', () => {
    expect(decode(new Uint8Array([0x61, 0xe5, 0xae]))).toMatchObject({ ok: false, at: { line: 1, column: 2 } });
  });

  test('UTF-16 without a byte order mark is recognised too', () => {
    expect(decode(new Uint8Array(Buffer.from('sitecam: 1', 'utf16le')))).toMatchObject({
      message: { id: 'source/utf-16' },
    });
  });

  test('what JSON is, the ending says; without one, the text', () => {
    expect(parseSource('plan', utf8('{"a": 1}')).file.format).toBe('json');
    expect(parseSource('plan', utf8('a: 1')).file.format).toBe('yaml');
    expect(parseSource('plan.yaml', utf8('{"a": 1}')).file.format).toBe('yaml');
    expect(parseSource('PLAN.GeoJSON', utf8('{"a": 1}')).file.format).toBe('json');
  });
});
