// Devices written into the shipped plans in many styles: they are read as meant, and nothing else changes.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { RawDevice } from '../../../src/plan/read/document.js';
import type { Drawn } from '../../../src/plan/read/read.js';
import { nextIds } from '../../../src/plan/write/ids.js';
import type { NewDevice } from '../../../src/plan/write/types.js';
import { addDevices, changeDevices, redesign, removable, removeDevices } from '../../../src/plan/write/write.js';
import { type PlanFiles, readFrom, STYLES, siteFiles, styled, writtenInto } from './support.js';

/** Random plans; `SITECAM_MOVES=200` takes 200. */
const RUNS = Number(process.env.SITECAM_MOVES ?? 12);

const SITES = [
  ...['bank-branch/plan.yaml', 'boarding-school/plan.yaml', 'hospital-outpatient/plan.yaml', 'ktv/plan.yaml'],
  ...['museum/plan.yaml', 'polling-station/plan.yaml', 'qingcheng-hotel/plan.yaml', 'qingcheng-hotel/violations.yaml'],
  ...['residential-compound/plan.geojson'],
];

function devicesOf({ document }: Drawn): ReadonlyMap<string, RawDevice & { readonly level: string }> {
  return new Map(
    document.levels.flatMap(({ id: level, devices = [] }) =>
      devices.map((one) => [one.id, { level, ...one }] as const),
    ),
  );
}

function plannedCameras(drawn: Drawn): string[] {
  const { deviceTypes = {} } = drawn.document;
  return [...devicesOf(drawn).values()]
    .filter(({ kind, type, status }) => {
      const known = deviceTypes[type ?? ''];
      return (kind ?? known?.kind) === 'camera' && (status ?? known?.status ?? 'planned') === 'planned';
    })
    .map(({ id }) => id);
}

/** Returns new devices on each level, somewhere inside what is drawn. */
function newOn(files: PlanFiles, count: number): NewDevice[] {
  const { site, drawn } = readFrom(files);
  const [type = 'dome-4mp'] = Object.keys(drawn.document.deviceTypes ?? {});
  const used: string[] = [];
  return site.levels.flatMap(({ id: level, zones }) => {
    const ids = nextIds(site, level, count, used);
    used.push(...ids);
    const [x, y] = zones[0]?.region.rings[0]?.[0] ?? [0, 0];
    return ids.map((id, n) => {
      const keys = { kind: 'camera', type, height: 2.7134, heading: 359.8 - 30.3 * n, tilt: 12.34 };
      return { id, level, at: [x + 1.2345 + n, y + 2.3456] as const, keys };
    });
  });
}

/** Lines of a text, without the comma that a list may need behind one. */
function linesOf(text: string): string[] {
  return text.split('\n').map((line) => line.replace(/,?(?=\s*(?:#.*)?$)/, ''));
}

/** Expects all lines of one text in another, in their order. */
function expectLinesIn(some: string, all: string, what: string): void {
  const lines = linesOf(all);
  let at = 0;
  const lost = linesOf(some).filter((line) => {
    const found = lines.indexOf(line, at);
    if (found !== -1) at = found + 1;
    return found === -1;
  });
  expect(lost, what).toEqual([]);
}

const textOf = (files: PlanFiles) => [...files.values()][0] ?? '';

// Every second; SITECAM_LONG=1 takes all.
test.each(SITES.filter((_, n) => n % 2 === 0 || process.env.SITECAM_LONG !== undefined))(
  '%s: its planned cameras go, and others come, in every style',
  (name) => {
    for (const style of STYLES) {
      const files = styled(siteFiles(name), style);
      const { drawn } = readFrom(files);
      const isOnLines = !['flow', 'compact JSON'].includes(style);
      const before = devicesOf(drawn);
      const gone = removable(drawn, plannedCameras(drawn));
      expect(gone.length, style).toBeGreaterThan(2);

      const without = writtenInto(files, removeDevices(drawn, gone));
      const left = readFrom(without).drawn;
      expect([...devicesOf(left).values()], style).toEqual([...before.values()].filter(({ id }) => !gone.includes(id)));
      expect({ ...left.document, levels: [] }, style).toEqual({ ...drawn.document, levels: [] });
      if (isOnLines && !/"devices": \[\]|devices: \[\]/.test(textOf(without))) {
        expectLinesIn(textOf(without), textOf(files), `${style}: removed`);
      }

      for (const base of [files, without]) {
        const devices = newOn(base, 3);
        const { drawn: now } = readFrom(base);
        const more = writtenInto(base, addDevices(now, devices, { comment: 'sitecam suggest：试' }));
        const read = readFrom(more).drawn;
        const after = devicesOf(read);
        expect([...after.keys()].sort(), style).toEqual(
          [...devicesOf(now).keys(), ...devices.map(({ id }) => id)].sort(),
        );
        for (const [id, device] of devicesOf(now)) expect(after.get(id), style).toEqual(device);
        const frame = read.context.frame;
        for (const { id, level, at, keys } of devices) {
          const found = after.get(id);
          expect(found, style).toMatchObject({ level, type: keys.type, height: 2.71, tilt: 12.5 });
          expect(Number(found?.heading) % 0.5).toBe(0);
          const n = read.document.levels.findIndex((one) => one.id === level);
          const [x, y] = frame.toPlan(read.context.systemOf(`/levels/${n}`), found?.at ?? [0, 0]);
          expect(Math.hypot(x - at[0], y - at[1])).toBeLessThan(0.02);
        }
        if (isOnLines && base === files) expectLinesIn(textOf(files), textOf(more), `${style}: added`);
        const comments = textOf(more).split('sitecam suggest').length - 1;
        const isYaml = [...more.keys()][0]?.endsWith('.yaml') === true;
        if (isOnLines) expect(comments, style).toBe(isYaml ? new Set(devices.map(({ level }) => level)).size : 0);
        expect(textOf(more).includes('\r\n') && /[^\r]\n/.test(textOf(more)), style).toBe(false);
        // What came goes again without a trace.
        const back = writtenInto(
          more,
          removeDevices(
            read,
            devices.map(({ id }) => id),
          ),
        );
        if (base === files) expect(textOf(back), style).toBe(textOf(files));
      }
    }
  },
  120_000,
);

test('any of them may go, while others come and others still are turned, at once', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...SITES),
      fc.constantFrom(...STYLES),
      fc.array(fc.nat(2), { minLength: 60, maxLength: 60 }),
      (name, style, fates) => {
        const files = styled(siteFiles(name), style);
        const { drawn } = readFrom(files);
        const before = devicesOf(drawn);
        const ids = removable(drawn, [...before.keys()]);
        const remove = ids.filter((_, n) => fates[n] === 0);
        const turned = plannedCameras(drawn).filter(
          (id) => ids.includes(id) && fates[ids.indexOf(id)] === 1 && before.get(id)?.ptz === undefined,
        );
        const add = newOn(files, 2);
        const change = turned.map((id) => ({ id, heading: 123.26, height: 2.222 }));
        const result = writtenInto(files, redesign(drawn, { add, change, remove }, { comment: 'sitecam suggest：试' }));
        const after = devicesOf(readFrom(result).drawn);
        const expected = [...before.values()]
          .filter(({ id }) => !remove.includes(id))
          .map((one) => (turned.includes(one.id) ? { ...one, heading: 123.5, height: 2.22 } : one));
        expect([...after.values()].filter(({ id }) => before.has(id))).toEqual(expected);
        expect([...after.keys()].filter((id) => !before.has(id))).toEqual(add.map(({ id }) => id));
        expect([...after.keys()].filter((id) => remove.includes(id))).toEqual([]);
      },
    ),
    { numRuns: RUNS },
  );
}, 120_000);

test('several devices are changed where each is written', () => {
  const files = siteFiles('qingcheng-hotel/plan.yaml');
  const { drawn } = readFrom(files);
  const writing = changeDevices(drawn, [
    { id: 'C2-01', heading: 91.3, tilt: 12.2 },
    { id: 'C2-02', at: [22.8149, 7.5], height: 2.6 },
    { id: 'C2-03', type: 'corridor-4mp' },
  ]);
  const changed = textOf(writtenInto(files, writing));
  const was = textOf(files).split('\n');
  expect(changed.split('\n').filter((line, n) => line !== was[n])).toEqual([
    '      - {id: C2-01, name: 二层走廊西端, kind: camera, type: corridor-4mp, at: [0.2, 7.5], height: 2.7, heading: 91.5, tilt: 12}',
    '      - {id: C2-02, name: 二层走廊东端, kind: camera, type: corridor-4mp, at: [22.81, 7.5], height: 2.6, heading: 270, tilt: 10}',
    '      - {id: C2-03, name: 二层电梯厅, kind: camera, type: corridor-4mp, at: [4.04, 8.54], height: 2.7, heading: 45, tilt: 35}',
  ]);
});
