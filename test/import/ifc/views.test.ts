import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { IfcElement } from '../../../src/import/read/ifc/model.js';
import { createSight } from '../../../src/sight/sight.js';
import { numbers, type Plan, within } from '../../sight/rays-space.js';
import { isHitBy, makeModel, type Place } from './counter.js';
import { knownModels } from './known.js';
import { house } from './make-model.js';

/** Views in an imported building, held against straight lines in the model's own solids. */

const MODELS: Readonly<Record<string, () => Uint8Array>> = {
  house: () => new TextEncoder().encode(house()),
  ...Object.fromEntries(Object.entries(knownModels()).map(([name, path]) => [name, () => readFileSync(path)])),
};

const CAMERAS = 8;
const POINTS = 60;
const EYE = 2.2;
/** m above the floor at which somebody may be seen. */
const HEIGHTS = [0.2, 1, 1.5, 1.9];

const OPAQUE = new Set(['IfcWall', 'IfcColumn']);
const FILLING = new Set(['IfcDoor', 'IfcWindow', 'IfcCurtainWall']);

for (const [name, read] of Object.entries(MODELS)) {
  describe(name, () => {
    it('is seen as far as the lines of the model reach: not through its walls, and through its open places', async () => {
      const random = numbers(7);
      const bytes = read();
      const eyes: { readonly level: string; readonly at: Plan; readonly heading: number }[] = [];
      const plain = await makeModel({ path: basename(name), bytes });
      const zones = plain.site.levels.flatMap((level) => level.zones.map((zone) => ({ zone, level })));
      for (let tries = 0; eyes.length < CAMERAS && tries < 5000; tries++) {
        const { zone, level } = zones[Math.floor(random() * zones.length)];
        const corners = zone.region.rings.flat();
        const [xs, ys] = [corners.map(([x]) => x), corners.map(([, y]) => y)];
        const at: Plan = [
          Math.min(...xs) + random() * (Math.max(...xs) - Math.min(...xs)),
          Math.min(...ys) + random() * (Math.max(...ys) - Math.min(...ys)),
        ];
        if (zone.enclosed && zone.region.rings.some((ring) => within(ring, at)) && zone.levels.length === 1) {
          eyes.push({ level: level.id, at, heading: Math.floor(random() * 360) });
        }
      }
      const devices = eyes.map(({ level, at, heading }, n) => ({
        level,
        device: {
          id: `T${n}`,
          kind: 'camera',
          at,
          heading,
          height: EYE,
          tilt: 25,
          hfov: 100,
          vfov: 75,
          resolution: [2560, 1440],
          audio: 'none',
        },
      }));
      const { model, site, building } = await makeModel({ path: basename(name), bytes }, devices);
      const [dx, dy] = building.frame.from ?? [0, 0];
      const sight = createSight(site);
      const opaque = model.things.filter(({ type }) => OPAQUE.has(type));
      const fillings = model.things.filter(({ type }) => FILLING.has(type));
      const tally = { hidden: 0, open: 0, wrong: [] as object[] };
      for (const { level, device } of devices) {
        const on = site.levels.find(({ id }) => id === level);
        const floor = model.zero + (on?.elevation ?? 0);
        const placed = on?.devices.find(({ id }) => id === device.id);
        if (placed === undefined) throw new Error(device.id);
        const view = sight.view(placed, level, 0.001, 'may');
        const eye: Place = [device.at[0] + dx, device.at[1] + dy, floor + EYE];
        for (let n = 0; n < POINTS; n++) {
          const angle = ((device.heading + (random() - 0.5) * 80) * Math.PI) / 180;
          const far = 1.5 + 9 * random();
          const at: Plan = [device.at[0] + far * Math.sin(angle), device.at[1] + far * Math.cos(angle)];
          const held = view.some(
            ({ rings, shadows }) => rings.some((ring) => within(ring, at)) && !shadows.some((ring) => within(ring, at)),
          );
          // Near an edge a line doesn't tell.
          const asked = [-0.12, 0, 0.12].flatMap((off) => {
            const side: Plan = [at[0] + off * Math.cos(angle), at[1] - off * Math.sin(angle)];
            return HEIGHTS.map((z): readonly [boolean, boolean] => {
              const to: Place = [side[0] + dx, side[1] + dy, floor + z];
              return [meets(opaque, eye, to), meets(fillings, eye, to)];
            });
          });
          if (asked.every(([wall]) => wall)) {
            tally.hidden += 1;
            if (held) tally.wrong.push({ device: device.id, at, held, level });
          } else if (asked.every(([wall, filling]) => !wall && !filling)) {
            tally.open += 1;
            const isDrawn = on?.zones.some(({ region }) => region.rings.some((ring) => within(ring, at)));
            if (!held && isDrawn === true) tally.wrong.push({ device: device.id, at, held, level });
          }
        }
      }
      expect(tally.wrong.slice(0, 4)).toEqual([]);
      expect(tally.hidden).toBeGreaterThan(30);
      expect(tally.open).toBeGreaterThan(30);
    }, 180_000);
  });
}

function meets(things: readonly IfcElement[], from: Place, to: Place): boolean {
  return things.some(({ mesh }) => isHitBy(mesh, from, to));
}
