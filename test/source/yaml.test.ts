import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Lexer, parseDocument } from 'yaml';
import { LIMITS } from '../../src/source/limits.js';
import { parseSource } from '../../src/source/parse/parse.js';
import { hasMoreTokens, yamlDocument } from '../../src/source/parse/yaml.js';
import type { SourceFile } from '../../src/source/types.js';

const PIECES = [
  'sitecam: 1\n',
  'a: [1, {b: c}]\n',
  '- x\n',
  '  key: "two words"\n',
  '---\n',
  '...\n',
  '%YAML 1.2\n',
  'text: |\n  one\n\n  two\n',
  '&here [*here]\n',
  '!tag {\n',
  '}\n',
  '[',
  ']',
  ', ',
  ': ',
  "'it''s' ",
  '"',
  '# said\r\n',
  '\t',
  '室',
];

/** Documents, the last of them so far down that it isn't read. */
const MORE = `\n---\na: 1\n---\na: 1\n---\n${'- c\n'.repeat(10_000)}`;

const texts = fc.array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 12 }).map((pieces) => pieces.join(''));

const fileOf = (text: string): SourceFile => ({ path: 'p.yaml', text, sha256: '', format: 'yaml' });

function codesOf(text: string, tokens: number): readonly string[] {
  const parsed = parseSource('p.yaml', new TextEncoder().encode(text), { limits: { ...LIMITS, tokens } });
  return parsed.ok ? [] : parsed.problems.map(({ code }) => code);
}

test('a document is read as the parser itself reads it, faults and all', () => {
  fc.assert(
    fc.property(texts, (text) => {
      const document = yamlDocument(fileOf(text));
      const whole = parseDocument(text, {
        prettyErrors: false,
        stringKeys: true,
        uniqueKeys: false,
        resolveKnownTags: false,
        logLevel: 'error',
      });
      const faults = (of: typeof document) =>
        [...of.errors, ...of.warnings].map(({ code, pos, message }) => [code, pos, message]);
      expect(faults(document)).toEqual(faults(whole));
      expect(document.range).toEqual(whole.range);
      if (whole.errors.length === 0) expect(document.toJS()).toEqual(whole.toJS());
    }),
    { numRuns: 300 },
  );
});

describe('a file of more tokens than it may have', () => {
  test('is refused for that, and one of fewer is not, whatever else is wrong with it', () => {
    fc.assert(
      fc.property(texts, fc.boolean(), (text, fits) => {
        fc.pre(text.trim() !== '');
        const tokens = [...new Lexer().lex(text)].length;
        expect(codesOf(text, fits ? tokens : tokens - 1).includes('limit/tokens')).toBe(!fits);
      }),
      { numRuns: 300 },
    );
  });

  test.each([
    ['where it is nested too deep', `a: ${'['.repeat(20_000)}`],
    ['where what comes first is too deep', `${'['.repeat(5000)}${']'.repeat(5000)}${MORE}`],
    ['where it comes after a second document', `a: 1${MORE}`],
  ])('is refused for that and nothing else %s', (_, text) => {
    // Fewer characters than are looked at before the text is parsed.
    const most = Math.ceil(text.length / 2);
    expect(hasMoreTokens(text, most)).toBe(true);
    expect(codesOf(text, most)).toEqual(['limit/tokens']);
    expect(codesOf(text, 1e6)).not.toContain('limit/tokens');
  });
});
