import { transformSync } from 'rolldown/utils';
import { describe, expect, test } from 'vitest';
import { instrumented } from './instrument.js';
import { mutantsOf } from './points.js';
import { intervalOf, sampleOf } from './sample.js';

/** What `code` becomes by each mutant. */
function broken(code: string): string[] {
  return mutantsOf('x.ts', code).map(({ start, end, text }) => code.slice(0, start) + (text ?? '') + code.slice(end));
}

describe('ways to break code', () => {
  test.each([
    ['export const f = (a: number, b: number) => a < b;', ['a <= b', 'a >= b', '=> true', '=> false']],
    ['export const f = (a?: { b: number }) => a?.b ?? 7;', ['=> a?.b;', '=> 7;', 'a.b ?? 7', 'a?.b ?? 8', 'a?.b ?? 6']],
    ['export const f = (a: number[]) => a.filter(g).length;', ['=> a.length']],
    ['export const f = (a?: number[]) => a?.filter(g).length;', ['=> a.filter(g).length', '=> a.length']],
    ['export function f() { g(); }', ['function f() {  }']],
  ])('%s', (code, expected) => {
    const found = broken(code);
    for (const one of expected) expect(found.some((text) => text.includes(one))).toBe(true);
  });

  test('knows no method by what every object has', () => {
    expect(broken('export const f = (a: number) => a.toString().valueOf();')).toEqual([]);
  });

  test('spares types, names of keys and texts for people', () => {
    const code = `import { x } from './x.js';
export const a: 'b' | 7 = x as 'b';
export const m = { 'a-b': x, zh: '文', en: \`text\` };
throw new RangeError('no');`;
    expect(broken(code)).toEqual([code.replace("throw new RangeError('no');", '')]);
  });
});

describe('all mutants in one module', () => {
  const code =
    'export const f = (a: number[], b?: number) => { let c = 0; if (a.length > 1 && !b) c += a[0]; else c += 100; for (const d of a) c += d; return b ?? c - 3; };';
  const mutants = mutantsOf('x.ts', code).map((mutant, id) => ({ ...mutant, id }));
  const run = (text: string) => {
    const { code, errors } = transformSync('x.ts', text, { lang: 'ts' });
    expect(errors).toEqual([]);
    const f = new Function(`${code.replace('export const f =', 'const f =').replace('export {};', '')}; return f;`)();
    const given = [[[1, 2]], [[1]], [[5, 2, 3], 4], [[], 2], [[7, 7], 0]];
    return JSON.stringify(given.map((one) => String(f(...one))));
  };

  test('do what each does by itself, and nothing while all sleep', () => {
    const all = instrumented(code, mutants);
    globalThis.$mutant = undefined;
    expect(run(all)).toBe(run(code));
    for (const { id, start, end, text } of mutants) {
      globalThis.$mutant = (one) => one === id;
      expect(run(all)).toBe(run(`${code.slice(0, start)}${text ?? ';'}${code.slice(end)}`));
    }
    globalThis.$mutant = undefined;
    expect(mutants.length).toBeGreaterThan(15);
  });

  test('leave a text raw that a function reads raw', () => {
    const digits = 'const d = String.raw`\\d+`;';
    const sleeping = instrumented(
      digits,
      mutantsOf('x.ts', digits).map((mutant, id) => ({ ...mutant, id })),
    );
    expect(broken(digits)).toEqual(['const d = ``;']);
    expect(new Function(`${sleeping} return d;`)()).toBe('\\d+');
  });
});

describe('a sample', () => {
  const all = Array.from({ length: 1000 }, (_, n) => n);

  test('is the same for a seed, another for another, and of every part', () => {
    const one = sampleOf(all, 50, 1);
    expect(sampleOf(all, 50, 1)).toEqual(one);
    expect(sampleOf(all, 50, 2)).not.toEqual(one);
    expect(one.map((n) => Math.floor(n / 20))).toEqual(Array.from({ length: 50 }, (_, n) => n));
  });

  test('tells how sure it is (Wilson, 95 %)', () => {
    const [low, high] = intervalOf(95, 100);
    expect(low).toBeCloseTo(0.8882, 4);
    expect(high).toBeCloseTo(0.9785, 4);
  });
});
