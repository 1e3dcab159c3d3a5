import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Localized } from '../../src/i18n/locale.js';
import { loadPack } from '../../src/law/load.js';
import type { ReadResult } from '../../src/plan/model.js';
import { readPlan } from '../../src/plan/read/read.js';
import { locate } from '../../src/source/place/locate.js';
import type { Place, SourceFile } from '../../src/source/types.js';

/** One fault that a broken plan must show: a code (class A) or a rule (class B), where, and a phrase of what it says. */
interface Expected {
  readonly code?: string;
  readonly rule?: string;
  readonly file?: string;
  readonly line: number;
  readonly column: number;
  readonly zh: string;
  readonly en: string;
}

const folder = new URL('../../fixtures/malformed/', import.meta.url);
const suffix = '.expected.json';
const plans = readdirSync(folder)
  .filter((name) => name.endsWith(suffix))
  .map((name) => name.slice(0, -suffix.length))
  .sort();

function read(path: string): Uint8Array | undefined {
  try {
    return readFileSync(new URL(path, folder));
  } catch {
    return undefined;
  }
}

function found(plan: string, result: ReadResult): Expected[] {
  const files = result.ok ? result.site.files : result.files;
  const entry = (
    name: { readonly code: string } | { readonly rule: string },
    { zh, en }: Localized,
    place: Place,
    at: { readonly line: number; readonly column: number } | undefined,
  ): Expected => {
    const { line, column } = at ?? startOf(files, place);
    return { ...name, ...(place.path === plan ? {} : { file: place.path }), line, column, zh, en };
  };
  if (!result.ok) {
    return result.unreadable.map(({ code, message, place, at }) => entry({ code }, message, place, at));
  }
  return result.site.faults.map(({ rule, message, place }) => entry({ rule }, message, place, undefined));
}

function startOf(files: readonly SourceFile[], place: Place) {
  const file = files.find(({ path }) => path === place.path);
  if (file === undefined) throw new Error(`no file ${place.path}`);
  return locate(file, place).start;
}

function inOrder(list: readonly Expected[]): Expected[] {
  const key = ({ file = '', line, column, code, rule }: Expected) =>
    [file, String(line).padStart(5, '0'), String(column).padStart(5, '0'), code ?? rule].join(' ');
  return list.toSorted((a, b) => (key(a) < key(b) ? -1 : 1));
}

describe('a broken plan is told what is wrong with it, and where', () => {
  test('there are broken plans of both classes', () => {
    expect(plans.length).toBeGreaterThanOrEqual(25);
  });

  test.each(plans)('%s', (plan) => {
    const text = readFileSync(new URL(`${plan}${suffix}`, folder), 'utf8');
    const expected: readonly Expected[] = JSON.parse(text);
    const actual = inOrder(found(plan, readPlan(plan, read, { pack: loadPack('nm-2017') })));
    const phrases = inOrder(expected).map(({ zh, en, ...rest }) => ({
      ...rest,
      zh: expect.stringContaining(zh),
      en: expect.stringContaining(en),
    }));
    expect(actual).toEqual(phrases);
  });

  test('what keeps a plan from being read is listed in its order', () => {
    const result = readPlan('wrong-values.yaml', read, { pack: loadPack('nm-2017') });
    const places = found('wrong-values.yaml', result).map(({ line, column }) => line * 1000 + column);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
  });
});
