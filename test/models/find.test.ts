import { describe, expect, test } from 'vitest';
import { findModel, nearestModel } from '../../src/models/find.js';
import { SHIPPED } from '../../src/models/table.js';
import type { CameraModel, Catalogues } from '../../src/models/types.js';

const FACTS = { source: 'https://example.com/a', date: '2026-01-01' };

function catalogues(models: readonly CameraModel[], shipped = false): Catalogues {
  return { files: [{ file: { path: 'own.yaml', text: '', sha256: '', format: 'yaml' }, models }], shipped };
}

function found(name: string, where: Catalogues = SHIPPED): string {
  const model = findModel(name, where);
  if (model === undefined) return 'unknown';
  if ('several' in model) return `any of ${model.several.length}`;
  const { record, by, lens, path } = model;
  return [record.model, by, lens, path].filter((part) => part !== undefined).join(' ');
}

describe('a model is found by its number and by nothing like it', () => {
  test.each([
    ['DS-2CD2143G2-I', 'DS-2CD2143G2-I model'],
    ['  ds-2cd2143g2-i ', 'DS-2CD2143G2-I model'],
    ['ＤＳ－２ＣＤ２１４３Ｇ２－Ｉ', 'DS-2CD2143G2-I model'],
    ['Hikvision DS-2CD2143G2-I', 'DS-2CD2143G2-I model'],
    ['DS-2CD2143G2-I(2.8mm)', 'DS-2CD2143G2-I model 2.8'],
    ['DS-2CD2143G2-I（4 mm）', 'DS-2CD2143G2-I model 4'],
    ['DS-2CD2143G2-I-0280B', 'DS-2CD2143G2-I model 2.8'],
    // Its own record goes before the alias of another.
    ['DS-2CD2143G2-IU', 'DS-2CD2143G2-IU model'],
    ['DS-2CD2143G2-IS', 'DS-2CD2143G2-I alias'],
    ['DS-2CD2143G2', 'unknown'],
    ['DS-2CD2143G2-I-', 'unknown'],
    ['DS 2CD2143G2 I', 'unknown'],
    ['DS-2CD2143G2-X', 'unknown'],
    ['', 'unknown'],
  ])('%s', (name, expected) => {
    expect(found(name)).toBe(expected);
  });

  test('what is near is suggested', () => {
    expect(nearestModel('DS-2CD2143G2-X', SHIPPED)).toBe('DS-2CD2143G2-I');
    expect(nearestModel('wholly-another-thing', SHIPPED)).toBeUndefined();
  });

  test("a user's own record goes before the shipped one, but not its alias before that one's number", () => {
    const own: CameraModel = { brand: 'Own', model: 'DS-2CD2143G2-I', ...FACTS };
    expect(found('DS-2CD2143G2-I', catalogues([own], true))).toBe('DS-2CD2143G2-I model own.yaml');
    const alias: CameraModel = { brand: 'Own', model: 'X-1', aliases: ['DS-2CD2143G2-I'], ...FACTS };
    expect(found('DS-2CD2143G2-I', catalogues([alias], true))).toBe('DS-2CD2143G2-I model');
    expect(found('DS-2CD2143G2-I', catalogues([alias]))).toBe('X-1 alias own.yaml');
  });

  test('one number of two makers stands for neither, until the brand is written', () => {
    const two: CameraModel[] = ['A', 'B'].map((brand) => ({ brand, model: 'C6N', ...FACTS }));
    expect(found('C6N', catalogues(two))).toBe('any of 2');
    expect(found('B C6N', catalogues(two))).toBe('C6N model own.yaml');
  });
});
