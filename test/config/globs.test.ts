import fc from 'fast-check';
import picomatch from 'picomatch';
import { describe, expect, test } from 'vitest';
import { compileGlob, isGlob, MOST_ALTERNATIVES, selectsPlan } from '../../src/config/globs.js';

const matches = (glob: string, path: string, dot = true) => compileGlob(glob, { dot })?.(path);

describe('ends at once, whatever the pattern', () => {
  const LONG = 'a'.repeat(250);

  test('stars upon stars', () => {
    const stars = `${'*a'.repeat(100)}*b`;
    expect(matches(stars, LONG)).toBe(false);
    expect(matches(stars, `${LONG}b`)).toBe(true);
    const folders = `${'**/a/'.repeat(60)}b`;
    const deep = Array.from({ length: 2000 }, () => 'a').join('/');
    expect(matches(folders, deep)).toBe(false);
    expect(matches(folders, `${deep}/b`)).toBe(true);
  });

  test('a group is no group: what looks like one stands for itself', () => {
    expect(matches('(a|a?)+b', LONG)).toBe(false);
    expect(matches('(a|aa)+b', '(a|aa)+b')).toBe(true);
    expect(matches('plan (1).yaml', 'plan (1).yaml')).toBe(true);
    expect(matches('plan (1).yaml', 'plan 1.yaml')).toBe(false);
    // What people who write it mean is {a,b}: in a configuration it is refused.
    expect(isGlob('(a|a?)+b')).toBe(false);
    expect(isGlob('plan (1).yaml')).toBe(true);
  });

  test('braces stand for a bounded number of globs', () => {
    const most = '{a,b}'.repeat(Math.log2(MOST_ALTERNATIVES));
    expect(matches(most, 'a'.repeat(6))).toBe(true);
    expect([isGlob(most), isGlob(`${most}{a,b}`)]).toEqual([true, false]);
    for (const many of [`${most}{a,b}`, '{a,b}'.repeat(30), `{${'{a,b},'.repeat(33)}}`, `{${'a,'.repeat(64)}}`]) {
      expect(compileGlob(many, { dot: true })).toBeUndefined();
    }
  });

  test('brackets and braces that nothing closes', () => {
    expect(matches('['.repeat(200), '['.repeat(200))).toBe(true);
    expect(matches('{'.repeat(200), '{'.repeat(200))).toBe(true);
    expect(matches('{a,'.repeat(60), '{a,'.repeat(60))).toBe(true);
  });
});

describe('matches what people expect of a glob', () => {
  test.each([
    ['*.yaml', 'a.yaml', true],
    ['*.yaml', 'b/a.yaml', false],
    ['**/*.yaml', 'a.yaml', true],
    ['**/*.yaml', 'b/c/a.yaml', true],
    ['sites/**', 'sites/a/b.yaml', true],
    ['*/**', 'a.yaml', false],
    ['*/**', 'b/a.yaml', true],
    ['a/**/b.yaml', 'a/b.yaml', true],
    ['?.yaml', '图.yaml', true],
    ['[!a-c].yaml', 'd.yaml', true],
    ['[!a-c].yaml', 'b.yaml', false],
    ['[]-]x', ']x', true],
    ['{a,b/{c,d}}/*.yaml', 'b/d/x.yaml', true],
    ['{a,b/{c,d}}/*.yaml', 'b/x.yaml', false],
    ['{a}', '{a}', true],
    ['\\*.yaml', '*.yaml', true],
    ['\\*.yaml', 'a.yaml', false],
    ['**', '../a.yaml', false],
    ['*.*', 'a.', true],
    ['../*.yaml', '../a.yaml', true],
  ])('%s, %s', (glob, path, wanted) => {
    expect(matches(glob, path)).toBe(wanted);
  });

  test('what begins with a dot is named by a dot alone, where it is asked for so', () => {
    for (const glob of ['*', '**', '?a', '[.]a', '*a']) expect(matches(glob, '.a', false)).toBe(false);
    expect(matches('**/*.yaml', '.hidden/a.yaml', false)).toBe(false);
    expect(matches('.*/*.yaml', '.hidden/a.yaml', false)).toBe(true);
    expect(matches('**/*.yaml', '.hidden/a.yaml', true)).toBe(true);
  });

  test('of a folder: all that is below it; of a name: wherever it is; with ! all others', () => {
    const any = (glob: string, path: string) => selectsPlan([glob], '/w/p', path);
    expect([any('drafts/', '/w/p/drafts/a/b.yaml'), any('drafts/', '/w/p/drafts2/b.yaml')]).toEqual([true, false]);
    expect([any('b.yaml', '/w/p/a/b.yaml'), any('./b.yaml', '/w/p/b.yaml')]).toEqual([true, true]);
    expect([any('!drafts/**', '/w/p/drafts/b.yaml'), any('!drafts/**', '/w/p/b.yaml')]).toEqual([false, true]);
  });

  test('of several the last that matches decides: ! takes out what another took', () => {
    const any = (globs: string[]) =>
      ['a.yaml', 'drafts/b.yaml', 'drafts/old/c.yaml'].filter((path) => selectsPlan(globs, '/w', `/w/${path}`));
    expect(any(['drafts/', '!drafts/old/'])).toEqual(['drafts/b.yaml']);
    expect(any(['drafts/', '!drafts/old/', 'c.yaml'])).toEqual(['drafts/b.yaml', 'drafts/old/c.yaml']);
    expect(any(['!drafts/', '!a.yaml'])).toEqual([]);
    expect(any(['!drafts/', 'drafts/old/'])).toEqual(['a.yaml', 'drafts/old/c.yaml']);
    expect(any([])).toEqual([]);
  });

  test.each(['!', '!./', '! drafts/', '!!drafts/', '!/drafts/', '/drafts/', ' '])('refuses %j', (glob) => {
    expect(isGlob(glob)).toBe(false);
  });

  test('as picomatch, of ordinary patterns', () => {
    const letters = fc.array(fc.constantFrom('a', 'b', '.', '*', '?', '[ab]', '[b-d]', '{a,b}', '{a,.}'), {
      minLength: 1,
      maxLength: 5,
    });
    const name = letters.map((all) => all.join('').replace(/\*\*+/g, '*'));
    const globs = fc
      .tuple(fc.array(fc.oneof(fc.constant('**'), name), { maxLength: 3 }), name)
      .map(([folders, last]) => [...folders, last].join('/'));
    const names = fc
      .string({ unit: fc.constantFrom('a', 'b', 'c', '.'), minLength: 1, maxLength: 4 })
      .filter((text) => text !== '.' && text !== '..');
    const paths = fc.array(names, { minLength: 1, maxLength: 4 }).map((parts) => parts.join('/'));
    const property = fc.property(globs, paths, fc.boolean(), (glob, path, dot) => {
      fc.pre(isGlob(glob) && !glob.startsWith('./'));
      // Its shortcut for `*.*` wants a character behind the dot; its own parser and a shell want none.
      const found = picomatch(glob, { dot, nonegate: true, fastpaths: false })(path);
      expect([glob, path, matches(glob, path, dot)]).toEqual([glob, path, found]);
    });
    fc.assert(property, { numRuns: 3000 });
  });
});
