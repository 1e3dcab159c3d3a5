// A device moved, turned, changed, added or taken away: the report is that of the plan drawn so, to the byte.
import { readFileSync } from 'node:fs';
import { describe, expect, expectTypeOf, test } from 'vitest';
import { memoizeByInputs } from '../../src/facts/memo.js';
import { boxOfRegion, containsPoint, type Point } from '../../src/geometry/index.js';
import { withDevice, withoutDevice } from '../../src/lint/fixes/prove.js';
import { judgeMoved, lintPlan } from '../../src/lint/lint.js';
import type { LintOptions, Report } from '../../src/lint/types.js';
import { type Ground, groundOf, withDevices } from '../../src/plan/ground.js';
import type { Device, Site } from '../../src/plan/model.js';
import { innermostFirst } from '../../src/plan/walls/plane.js';
import { renderJson } from '../../src/report/json/json.js';
import { createSight } from '../../src/sight/sight.js';
import { drawPlan, geoJsonOf } from '../bench/plans.js';
import { loaded } from '../config/support.js';
import { Dice } from '../fuzz/dice.js';
import { runOf } from '../support/linted.js';

const TODAY = '2026-11-28';

/** Edits of each plan; `SITECAM_LONG=1` makes ten times as many, `SITECAM_SEED` others. */
const LONG = process.env.SITECAM_LONG === '1' ? 10 : 1;
const SEED = Number(process.env.SITECAM_SEED ?? 1);

function reportOf(path: string, options: Partial<LintOptions> = {}): Report {
  const report = lintPlan(path, (name) => new Uint8Array(readFileSync(name)), { today: TODAY, ...options });
  if (!report.ok) throw new Error(JSON.stringify(report.unreadable[0]));
  return report;
}

function office(cameras: number): Report {
  const text = geoJsonOf(drawPlan({ kind: 'office', walls: 1600, zones: 260, cameras }));
  const report = lintPlan('plan.geojson', () => new TextEncoder().encode(text), { today: TODAY });
  if (!report.ok) throw new Error(JSON.stringify(report.unreadable[0]));
  return report;
}

const json = (report: Report): string => renderJson(runOf(report), { locale: 'zh-CN' });

/** Returns the report of the plan as if it had just been read: nothing that was worked out before is used. */
function drawnAnew(report: Report): Report {
  const { site } = report;
  const levels = site.levels.map((level) => ({ ...level, devices: level.devices.map((device) => ({ ...device })) }));
  const anew: Site = { ...site, levels };
  return judgeMoved(report, anew, createSight(anew));
}

const devicesOf = ({ site }: Report): readonly Device[] => site.levels.flatMap(({ devices }) => devices);

/** Returns the device somewhere in a room of the level, perhaps another room, perhaps at a wall. */
function moved({ site }: Report, device: Device, dice: Dice, level = device.level): Device {
  const zones = site.levels.find(({ id }) => id === level)?.zones ?? [];
  const box = zones.length === 0 ? undefined : boxOfRegion(dice.pick(zones).region);
  if (box === undefined) return device;
  const at: Point = [dice.between(box.minX, box.maxX), dice.between(box.minY, box.maxY)];
  const holding = zones
    .filter(({ region }) => containsPoint(region, at))
    .sort(innermostFirst)
    .map(({ id }) => id);
  return { ...device, level, at, zones: holding, standsIn: holding };
}

function turned(device: Device, dice: Dice): Device {
  const heading = dice.below(360);
  return { ...device, lenses: device.lenses.map((lens) => ({ ...lens, heading })) };
}

/** Returns the device as another product, or in another state. */
function changed(device: Device, dice: Dice): Device {
  return dice.pick<Device>([
    { ...device, audio: 'microphone' },
    { ...device, audio: 'unknown', video: 'unknown' },
    { ...device, kind: 'microphone', video: 'none', audio: 'microphone', lenses: [], pickup: 8 },
    { ...device, kind: 'intrusion-detector', video: 'none', audio: 'none', range: 9 },
    { ...device, status: 'removed' },
    { ...device, status: 'existing', name: '云台摄像机' },
    { ...device, video: 'depth' },
    { ...device, mobile: { form: 'robot', area: device.zones, rules: undefined } },
    { ...device, lenses: device.lenses.map((lens) => ({ ...lens, hfov: 100, resolution: [3840, 2160] })) },
    { ...device, lenses: device.lenses.map((lens) => ({ ...lens, heading: undefined })) },
    { ...device, tolerance: { heading: 8, tilt: 4, position: 0.2 } },
  ]);
}

/** Returns the report after one random edit. `n` names what is added. */
function edited(report: Report, dice: Dice, n: number): { readonly what: string; readonly after: Report } {
  const device = dice.pick(devicesOf(report));
  const what = dice.way([
    [3, 'move'],
    [3, 'turn'],
    [3, 'change'],
    [1, 'add'],
    [1, 'remove'],
    [1, 'other level'],
  ] as const);
  const level = dice.pick(report.site.levels).id;
  const after = {
    move: () => withDevice(report, moved(report, device, dice)),
    turn: () => withDevice(report, turned(device, dice)),
    change: () => withDevice(report, changed(device, dice)),
    add: () => withDevice(report, moved(report, { ...device, id: `added-${n % 3}` }, dice, level)),
    remove: () => withoutDevice(report, device.id),
    'other level': () => withDevice(report, moved(report, device, dice, level)),
  }[what]();
  return { what: `${what} ${device.id}`, after };
}

function follow(drawn: Report, few: number): void {
  const dice = new Dice(SEED);
  const edits = few * LONG;
  let report = drawn;
  let before = json(report);
  let differing = 0;
  for (let n = 0; n < edits; n += 1) {
    const { what, after } = edited(report, dice, n);
    const now = json(after);
    expect(now === json(drawnAnew(after)) ? what : `${what} differs`).toBe(what);
    differing += now === before ? 0 : 1;
    report = after;
    before = now;
  }
  // The edits are such that the report shows them.
  expect(differing).toBeGreaterThanOrEqual(edits / 2);
}

describe('a report after edits of devices, one after the other, is that of the plan drawn so', () => {
  test.each([
    ['qingcheng-hotel/violations.yaml', 12],
    ['qingcheng-hotel/plan.yaml', 4],
    ['boarding-school/violations.yaml', 4],
    ['hospital-outpatient/violations.yaml', 4],
    ['polling-station/violations.yaml', 4],
    ['bank-branch/violations.yaml', 4],
    ['ktv/violations.yaml', 4],
    ['residential-compound/violations.geojson', 4],
  ])('%s', (path, edits) => follow(reportOf(`fixtures/sites/${path}`), edits));

  test('an office with 200 cameras', () => follow(office(200), 2));
});

test('the report of a plan as read is that of the plan judged again', () => {
  const report = reportOf('fixtures/sites/qingcheng-hotel/violations.yaml');
  expect(json(drawnAnew(report))).toBe(json(report));
});

test('a moved device is judged on the terms of the report: rules that are off stay off, waivers unused', () => {
  const config = loaded({
    '/w/sitecam.config.yaml': 'rules: {coverage/protected: off, plan/zone-kind-mismatch: warning}',
  });
  if (!config.ok) throw new Error(JSON.stringify(config.problems));
  const terms = { configuration: config.configuration, noWaivers: true };
  const report = reportOf('fixtures/sites/qingcheng-hotel/violations.yaml', terms);
  const [device] = devicesOf(report);
  expect(json(withDevice(report, { ...device }))).toBe(json(report));
});

test('a device moved away and back gives the report as it was', () => {
  const report = reportOf('fixtures/sites/qingcheng-hotel/violations.yaml');
  const dice = new Dice(SEED);
  const before = json(report);
  let now = report;
  for (let n = 0; n < 6 * LONG; n += 1) {
    const device = dice.pick(devicesOf(report));
    now = withDevice(withDevice(now, turned(moved(now, device, dice), dice)), device);
    expect(json(now) === before ? '' : `${device.id} left a trace`).toBe('');
  }
});

describe('the ground of a site', () => {
  const { site } = reportOf('fixtures/sites/ktv/plan.yaml');

  test('has no devices, faults or files, and its type has none', () => {
    expectTypeOf<Ground['levels'][number]>().not.toHaveProperty('devices');
    expectTypeOf<keyof Ground>().toEqualTypeOf<Exclude<keyof Site, 'faults' | 'files'>>();
    expect(JSON.stringify(groundOf(site).levels)).not.toContain('"devices"');
    expect(groundOf(site)).not.toHaveProperty('faults');
    expect(groundOf(site)).not.toHaveProperty('files');
  });

  test('remembers by inputs until one of them is another', () => {
    const context = { site, sight: createSight(site), pack: site.pack };
    const made: string[] = [];
    const joined = memoizeByInputs((_, key: { readonly id: string }, list: readonly string[], n: number) => {
      made.push(key.id);
      return `${key.id} ${list.join()} ${n}`;
    });
    const [one, other] = [{ id: 'one' }, { id: 'other' }];
    expect(joined(context, one, ['a', 'b'], 1)).toBe('one a,b 1');
    expect(joined(context, one, ['a', 'b'], 1)).toBe('one a,b 1');
    expect(made).toEqual(['one']);
    expect(joined(context, one, ['a', 'c'], 1)).toBe('one a,c 1');
    expect(joined(context, one, ['a'], 1)).toBe('one a 1');
    expect(joined(context, one, ['a'], 2)).toBe('one a 2');
    expect(joined(context, other, ['a'], 2)).toBe('other a 2');
    expect(joined(context, one, ['a'], 2)).toBe('one a 2');
    expect(made).toHaveLength(5);
  });

  test('stays when devices change, and is another when anything else does', () => {
    const gone = withDevices(site, () => []);
    expect(gone.levels.flatMap(({ devices }) => devices)).toEqual([]);
    expect(groundOf(gone)).toBe(groundOf(site));
    expect(groundOf({ ...site, levels: site.levels.map((level) => ({ ...level, walls: [] })) })).not.toBe(
      groundOf(site),
    );
  });
});
