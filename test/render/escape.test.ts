import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { plainSource, plainText, relativeUri } from '../../src/render/escape.js';

const DANGEROUS = /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/;

describe('text from a plan', () => {
  test('terminal sequences vanish whole', () => {
    expect(plainText('a\u001b[31mred\u001b[0m')).toBe('ared');
    expect(plainText('\u001b]8;;http://evil\u0007click\u001b]8;;\u0007')).toBe('click');
    expect(plainText('\u001b]0;title\u001b\\x')).toBe('x');
    expect(plainText('a\u009b2Jb')).toBe('ab');
  });

  test('bidirectional controls and invisible characters vanish, line breaks become spaces', () => {
    expect(plainText('女\u202e卫\u2066生\u200b间')).toBe('女卫生间');
    expect(plainText('女\u3164卫\u115f\u2800生\u00ad\u034f间')).toBe('女卫生间');
    expect(plainSource('女\u3164\u00ad间')).toBe('女\ufffd\ufffd间');
    expect(plainText('a\r\nb\u2028c\td')).toBe('a b c d');
  });

  test('Mongolian keeps what it is written with', () => {
    const name = 'ᠥᠪᠥᠷ\u202fᠮᠣᠩᠭᠣᠯ\u180eᠤ\u200d\u180b';
    expect(plainText(name)).toBe(name);
  });

  test('whatever a plan holds, nothing dangerous is printed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(plainText(text)).not.toMatch(DANGEROUS);
        expect(plainSource(text.replace(/[\t\n]/g, ''))).not.toMatch(DANGEROUS);
      }),
    );
  });

  test('in a line of source every character keeps its column', () => {
    const line = 'name: "\u001b[31m\u202e女"';
    expect(plainSource(line)).toHaveLength(line.length);
  });
});

describe('paths', () => {
  test('are relative URIs, percent-encoded', () => {
    expect(relativeUri('plans/青城 宾馆/a#1.yaml')).toBe('plans/%E9%9D%92%E5%9F%8E%20%E5%AE%BE%E9%A6%86/a%231.yaml');
    expect(relativeUri('./a.yaml')).toBe('a.yaml');
    expect(relativeUri('/home/x/a.yaml')).toBe('home/x/a.yaml');
    expect(relativeUri('C:\\x\\a.yaml')).toBe('x/a.yaml');
  });
});
