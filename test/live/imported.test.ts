// Changes of what an imported geometry draws: devices go through overrides, all else is tried and not written.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { canonicalJson } from '../../src/base/equality.js';
import { lintPlan } from '../../src/lint/lint.js';
import { createSession } from '../../src/live/session.js';
import type { Change } from '../../src/live/types.js';
import { directoryOf } from '../../src/plan/directory.js';
import { applyEdits } from '../../src/source/edit/splice.js';

const FOLDER = 'fixtures/sites/museum';
const PATH = `${FOLDER}/plan.yaml`;
const GEOMETRY = `${FOLDER}/floor1.geojson`;
const TODAY = '2026-11-28';

/** A camera drawn in the geometry, beside what the site's own file has. */
const CAMERA = {
  type: 'Feature',
  properties: {
    element: 'device',
    level: 'F1',
    id: 'X9',
    kind: 'camera',
    heading: 90,
    tilt: 20,
    hfov: 90,
    height: 2.8,
  },
  geometry: { type: 'Point', coordinates: [6, 6] },
};

function bytes(path: string): Uint8Array {
  if (path !== GEOMETRY) return new Uint8Array(readFileSync(path));
  const drawn = JSON.parse(readFileSync(path, 'utf8')) as { features: unknown[] };
  return new TextEncoder().encode(JSON.stringify({ ...drawn, features: [...drawn.features, CAMERA] }));
}

function sessionOf() {
  const files = new Map([PATH, GEOMETRY].map((path) => [path, bytes(path)]));
  const session = createSession({ path: PATH, files, options: { today: TODAY } });
  const { report } = session.update;
  const imported = report?.site.levels.flatMap(({ devices }) => devices).find(({ place }) => place.path === GEOMETRY);
  if (report === undefined || imported === undefined) throw new Error('no imported device');
  return { session, report, device: imported };
}

test('a device is put elsewhere by an override that keeps where it was drawn', () => {
  const { session, device } = sessionOf();
  const text = readFileSync(PATH, 'utf8');
  const [x, y] = device.at;
  const put = (by: number): Change => ({ change: 'set', device: device.id, at: [x + by, y] });
  const attempt = session.attempt([put(0.5)]);
  const first = session.commit([put(0.5)]);
  if (!first.ok) throw new Error(first.reason.en);
  expect(canonicalJson(attempt.report?.verdicts)).toBe(canonicalJson(first.update.report?.verdicts));
  const after = applyEdits(text, first.edits);
  expect(after).toMatch(new RegExp(`overrides:.*${device.id}.*at.*drawnAt`));
  const fresh = lintPlan(PATH, (path) => (path === PATH ? new TextEncoder().encode(after) : bytes(path)), {
    today: TODAY,
  });
  expect(fresh.ok && canonicalJson(fresh.verdicts)).toBe(canonicalJson(first.update.report?.verdicts));
  const site = fresh.ok ? fresh.site : undefined;
  expect(site?.faults.filter(({ rule }) => rule === 'plan/drawn-elsewhere')).toEqual([]);
  const [ax, ay] = (site && directoryOf(site).devices.get(device.id)?.at) ?? [0, 0];
  expect(Math.hypot(ax - x - 0.5, ay - y)).toBeLessThan(0.008);
  // Put elsewhere again, the override's own figures change.
  const second = session.commit([put(0.9), { change: 'set', device: device.id, heading: 77 }]);
  if (!second.ok) throw new Error(second.reason.en);
  expect(second.edits.every(({ path }) => path === PATH)).toBe(true);
  expect(second.edits.some(({ from, to }) => from < to)).toBe(true);
  const undone = applyEdits(applyEdits(after, second.edits), second.undo);
  expect(applyEdits(undone, first.undo)).toBe(text);
});

test('a door is tried, and refused when it is to be written; a device is not taken out without a reason', () => {
  const { session, report, device } = sessionOf();
  const door = report.site.levels.flatMap(({ openings }) => openings).find(({ place }) => place.path === GEOMETRY);
  const slide: Change = { change: 'slide', opening: door?.id ?? '', by: 0.3 };
  const attempt = session.attempt([slide]);
  expect(attempt).toMatchObject({ state: 'attempt' });
  expect(attempt.refused).toBeUndefined();
  const now = attempt.report && directoryOf(attempt.report.site).openings.get(door?.id ?? '');
  expect(now?.line).not.toEqual(door?.line);
  const written = session.commit([slide]);
  expect(written.ok ? '' : written.reason.zh).toContain('试算，不写入');
  const gone = session.commit([{ change: 'remove', device: device.id }]);
  expect(gone.ok ? '' : gone.reason.zh).toContain('remove（删去）和 reason（理由）');
  expect(session.attempt([])).toMatchObject({ state: 'current', report });
});

test('a text that cannot be read leaves the last report; changes are refused until it can', () => {
  const { session, report, device } = sessionOf();
  const stale = session.text(PATH, 'sitecam: [');
  expect(stale).toMatchObject({ state: 'stale', report, unreadable: { ok: false }, since: { added: [], gone: [] } });
  expect(session.commit([{ change: 'remove', device: device.id }]).ok).toBe(false);
  expect(session.attempt([{ change: 'remove', device: device.id }])).toMatchObject({ state: 'stale', report });
  const read = session.text(PATH, bytes(PATH));
  expect(read).toMatchObject({ state: 'current', revision: stale.revision + 2 });
  expect(canonicalJson(read.report?.verdicts)).toBe(canonicalJson(report.verdicts));
});

test('an update tells what findings came, went, and became graver or milder', () => {
  const { session, device } = sessionOf();
  const muted = session.attempt([{ change: 'remove', device: device.id }]);
  expect(muted.refused?.en).toContain('write remove and a reason');
  const text = readFileSync(PATH, 'utf8').replace(/categories: \[.*\]/, 'categories: [no-such-category]');
  const after = session.text(PATH, text);
  expect(after.since.added.map(({ rule }) => rule)).toContain('plan/unknown-category');
  const back = session.text(PATH, bytes(PATH));
  expect(back.since.gone.map(({ rule }) => rule)).toContain('plan/unknown-category');
  const names = (list: readonly { readonly fingerprint: string }[]) =>
    list.map(({ fingerprint }) => fingerprint).sort();
  expect(names(back.since.milder)).toEqual(names(after.since.graver));
});
