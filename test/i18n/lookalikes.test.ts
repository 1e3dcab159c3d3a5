import { describe, expect, it } from 'vitest';
import { appearance, hiddenCharacter, mixedWord, plainLetters } from '../../src/i18n/lookalikes.js';

describe('letters that look like Latin ones', () => {
  it.each([
    ['W\u0421', 'WC'],
    ['女W\u0421', '女WC'],
    ['T\u043eil\u0435t', 'Toilet'],
    ['\u0391C', 'AC'],
  ])('%j is read as %j', (written, read) => {
    expect(plainLetters(written)).toBe(read);
    expect(mixedWord(written)).toBeDefined();
  });

  it.each(['Туалет', 'Склад № 2', 'СК-2', '卫生间A', 'Wi-Fi室', 'Φ300', 'μm', 'ᠠᠭᠤᠷᠠᠬᠢ᠋', 'café', 'B2-03', ''])(
    '%j stays as it is',
    (written) => {
      expect(plainLetters(written)).toBe(written);
      expect(mixedWord(written)).toBeUndefined();
      expect(hiddenCharacter(written)).toBeUndefined();
    },
  );

  it('says which character nobody sees', () => {
    expect(hiddenCharacter('库\u200b房')).toBe('U+200B');
    expect(hiddenCharacter('\u202e房库')).toBe('U+202E');
    expect(hiddenCharacter('a\u{e0041}')).toBe('U+E0041');
  });

  it('gives one appearance to what looks alike, and to nothing else', () => {
    for (const other of ['C\u200b1', '\u04211', 'Ｃ１']) expect(appearance(other)).toBe(appearance('C1'));
    for (const other of ['c1', 'C2', 'Cl', 'CI']) expect(appearance(other)).not.toBe(appearance('C1'));
  });
});
