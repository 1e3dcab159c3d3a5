import { beforeAll, describe, expect, test } from 'vitest';
import { drawingOf, type LevelDrawing } from '../../src/draw/model.js';
import { criterionFor } from '../../src/facts/protection/criterion.js';
import { excludedAreas } from '../../src/facts/protection/protection.js';
import { isPrivateZone } from '../../src/facts/protection/site.js';
import { numbersOf } from '../../src/findings/numbering.js';
import { interiorPoint, locatePoint, measure, type Region, type Ring, ringOfBox } from '../../src/geometry/index.js';
import { densityLevel, parameter } from '../../src/law/lookup.js';
import { sightForReport } from '../../src/lint/support/report-sight.js';
import type { Report } from '../../src/lint/types.js';
import { PLANS, reportOf } from './sites.js';

/** Outlines are even-odd and their rings don't cross: a ring in an odd number of others is a hole in them. */
function regionsOf(outlines: readonly Ring[]): Region[] {
  const depths = outlines.map((ring) => {
    const within = interiorPoint({ rings: [ring], shadows: [] }) ?? [0, 0];
    return outlines.filter((other) => other !== ring && locatePoint(other, within) === 'in').length;
  });
  const holes = outlines.filter((_, n) => (depths[n] ?? 0) % 2 === 1);
  return outlines.flatMap((ring, n) => ((depths[n] ?? 0) % 2 === 0 ? [{ rings: [ring], shadows: holes }] : []));
}

describe.each(PLANS)('%s', (plan) => {
  let report: Report;
  let drawings: LevelDrawing[];
  beforeAll(() => {
    report = reportOf(plan);
    drawings = report.site.levels.map(({ id }) => drawingOf(report, id));
  });

  test('every zone, opening and device of the plan is drawn on its level', () => {
    for (const [n, level] of report.site.levels.entries()) {
      const drawn = drawings[n];
      expect(drawn?.zones.map(({ id }) => id)).toEqual(expect.arrayContaining(level.zones.map(({ id }) => id)));
      expect(drawn?.openings.map(({ id }) => id)).toEqual(level.openings.map(({ id }) => id));
      expect(drawn?.devices.map(({ id }) => id)).toEqual(level.devices.map(({ id }) => id));
    }
  });

  test('what is filled of a zone is what its coverage counts, and the hatch is the rest', () => {
    const { site, pack, today } = report;
    const sight = sightForReport(report);
    const context = { site, sight, pack, today };
    for (const [n, level] of site.levels.entries()) {
      const drawing = drawings[n];
      for (const zone of level.zones) {
        const criterion = criterionFor(site, zone);
        if (criterion === undefined || isPrivateZone(pack, zone) || zone.levels.length > 1) continue;
        const { density } = densityLevel(pack, criterion.level);
        // A zone within asks for more of its own part.
        if (level.zones.some((other) => zone.nested.includes(other.id))) continue;
        const minus = excludedAreas(context, zone);
        const target: Region = {
          rings: zone.region.rings,
          shadows: [...zone.region.shadows, ...minus.flatMap(({ rings }) => rings)],
        };
        const views = drawing?.views.filter(({ world }) => world === 'must') ?? [];
        const covered = measure(
          target,
          views.flatMap(({ outlines }) => regionsOf(outlines)),
        ).covered;
        const told = sight.coverage(zone, density, { detectors: false, minus });
        expect(covered, zone.id).toBeCloseTo(told.covered, 3);
        const hatched = drawing?.remainders.find((one) => one.zone === zone.id)?.outlines ?? [];
        expect(measure(target, regionsOf(hatched)).covered, zone.id).toBeCloseTo(told.area - told.covered, 3);
      }
    }
  });

  test('what is outlined of a camera is all that it may see about the level, and no more', () => {
    const { site, pack } = report;
    const sight = sightForReport(report);
    for (const [n, level] of site.levels.entries()) {
      const { bounds, views } = drawings[n] ?? { bounds: undefined, views: [] };
      if (bounds === undefined) continue;
      const { minX, minY, maxX, maxY } = bounds;
      const box: Region = {
        rings: [ringOfBox({ minX: minX - 1, minY: minY - 1, maxX: maxX + 1, maxY: maxY + 1 })],
        shadows: [],
      };
      for (const device of level.devices) {
        const seen = sight.view(device, level.id, parameter(pack, 'privacyDensity'), 'may');
        const drawn = views.find((view) => view.device === device.id && view.world === 'may')?.outlines ?? [];
        const told = measure(box, seen).covered;
        expect(Math.abs(measure(box, regionsOf(drawn)).covered - told), device.id).toBeLessThan(1e-3);
      }
    }
  });

  test('numbers are those of the report, and every sight line on a level is drawn', () => {
    const numbers = numbersOf(report);
    for (const [verdict, number] of numbers) {
      const { evidence, rule, subject } = verdict;
      if (evidence?.sightLine === undefined) continue;
      const drawing = drawings[report.site.levels.findIndex(({ id }) => id === evidence.level)];
      const drawn = drawing?.findings.find((one) => one.rule === rule && one.subject === subject);
      expect(drawn).toMatchObject({ number, points: evidence.sightLine.points, at: evidence.sightLine.points.at(-1) });
    }
  });
});
