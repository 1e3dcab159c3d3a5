import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { VERDICT_CHANGES } from '../../src/features/diff/compare/types.js';
import { loadPack } from '../../src/law/load.js';
import { SINCE } from '../../src/lint/baseline/types.js';
import { FAIL_ON } from '../../src/lint/exit.js';
import { fingerprint } from '../../src/lint/run.js';
import { packHashes } from '../../src/lint/support/pack-hash.js';
import { releaseSight, sightForReport } from '../../src/lint/support/report-sight.js';
import { siteOf } from './support.js';

test('a finding is known by rule and subject, whichever laws it is judged by', () => {
  const known = fingerprint('capture/x', 'C1>wc');
  expect(known).toMatch(/^[0-9a-f]{64}$/);
  const others = [fingerprint('capture/x', 'C1>wd'), fingerprint('capture/y', 'C1>wc')];
  expect(new Set([known, ...others]).size).toBe(3);
});

test('words that users write, and that reports are written with, are what they were', () => {
  expect(FAIL_ON).toEqual(['error', 'warning', 'review', 'never']);
  expect(SINCE).toEqual(['new', 'changed', 'unchanged']);
  expect(VERDICT_CHANGES).toEqual(['new', 'worse', 'unwaived', 'waived', 'better', 'gone', 'other']);
});

test('a pack’s hash is of its own data alone', () => {
  const pack = loadPack('nm-2017');
  const [{ sha256 }, ...others] = packHashes(pack);
  expect(others).toEqual([]);
  // Keys in the order of their code units, at every depth.
  const sorted = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(sorted);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value)
        .map(([key, one]) => [key, sorted(one)] as const)
        .sort(([a], [b]) => (a < b ? -1 : 1)),
    );
  };
  const { written: _, beside: __, ...own } = pack;
  expect(sha256).toBe(
    createHash('sha256')
      .update(JSON.stringify(sorted(own)))
      .digest('hex'),
  );
  const hashOf = (more: object) => packHashes({ ...pack, ...more })[0].sha256;
  for (const key of ['parts', 'beside', 'written', 'unchanged']) {
    const said = key === 'parts' ? undefined : key === 'unchanged' ? pack : { path: 'own.json' };
    expect(hashOf({ [key]: said }), key).toBe(sha256);
  }
  expect(hashOf({ id: 'other' })).not.toBe(sha256);
  expect(hashOf({ notice: { zh: '甲', en: 'a' } })).not.toBe(sha256);
  // Of what is within it every key counts.
  const [first, ...rest] = pack.clauses;
  expect(hashOf({ clauses: [{ ...first, written: 'x' }, ...rest] })).not.toBe(sha256);
  expect(packHashes(loadPack('nm-2017+cn-799-2025')).map(({ id }) => id)).toEqual(['nm-2017', 'cn-799-2025']);
});

test('what was worked out of a site is kept until it is let go', () => {
  const site = siteOf();
  const sight = sightForReport({ site });
  expect(sightForReport({ site })).toBe(sight);
  releaseSight(site);
  expect(sightForReport({ site })).not.toBe(sight);
});
