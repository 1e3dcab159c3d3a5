import { describe, expect, it } from 'vitest';
import { render } from '../../../src/i18n/locale.js';
import { shippedMapping } from '../../../src/import/mapping/defaults/defaults.js';
import { openDxf, readDxf } from '../../../src/import/read/dxf/read.js';
import { unitOf } from '../../../src/import/read/dxf/units/unit.js';
import type { InputFile } from '../../../src/import/types.js';
import { dxf, entity, house, houseIn, line, text, UNITS, type UnitName } from './support.js';

const shipped = shippedMapping('dxf');

function unitIn(file: InputFile, given?: number) {
  const opened = openDxf(file);
  if (!opened.ok) throw new Error(JSON.stringify(opened.problems));
  return unitOf(opened.drawing, given);
}

const names = Object.keys(UNITS) as UnitName[];

describe('the unit of a building', () => {
  it.each(names.flatMap((unit) => [...names, undefined].map((header) => [unit, header] as const)))(
    'in %s, and a header that says %s',
    (unit, header) => {
      expect(unitIn(houseIn(unit, header)).unit?.metres).toBeCloseTo(1 / UNITS[unit][1], 9);
    },
  );

  it('a wrong header is told, a right one is nothing to tell', () => {
    const notesOf = (header: UnitName) => {
      const read = readDxf([houseIn('inch', header)], shipped);
      if (!read.ok) throw new Error(JSON.stringify(read.problems));
      return read.source.notes.map(({ message }) => message.id);
    };
    expect(notesOf('mm')).toContain('dxf/unit');
    expect(notesOf('inch')).not.toContain('dxf/unit');
  });

  it('the header is followed against letters of 1 m, and that is told', () => {
    const walls = [[0, 0], [70, 0], [70, 50], [0, 50], [0, 0]]; // biome-ignore format: a ring
    const sides = walls.slice(1).map((to, n) => line('WALL', walls[n], to));
    const texts = (height: number) => {
      const entities = [...sides, text('TEXT', [30, 20], 'LOBBY', height)];
      const read = readDxf([dxf({ header: { $INSUNITS: [70, 6] }, entities })], shipped);
      return read.ok ? read.source.notes.map(({ message: { en } }) => en).filter((en) => en.includes('metres')) : [];
    };
    expect(texts(1)).toEqual([
      "taken to be drawn in metres, as the file says, which doesn't quite fit (letters of 1). If that is wrong, say so with unit in a mapping",
    ]);
    expect(texts(0.3)).toEqual([]);
  });

  it('turned by any angle', () => {
    const turn = (degrees: number): InputFile => {
      const angle = (degrees * Math.PI) / 180;
      const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
      const entities = house(1000).map((pairs) =>
        pairs.map(([code, value]) => {
          const partner = code < 20 ? code + 10 : code - 10;
          const other = pairs.find(([one]) => one === partner)?.[1];
          if (code === 50 || code === 51) return [code, Number(value) + degrees] as const;
          if (![10, 11, 20, 21].includes(code) || other === undefined) return [code, value] as const;
          const [x, y] = code < 20 ? [Number(value), Number(other)] : [Number(other), Number(value)];
          return [code, code < 20 ? x * cos - y * sin : x * sin + y * cos] as const;
        }),
      );
      return dxf({ header: { $INSUNITS: [70, 0] }, entities });
    };
    for (const degrees of [0, 22.5, 33, 45]) expect(unitIn(turn(degrees)).unit?.metres).toBe(0.001);
  });
});

describe('what the drawing leaves open', () => {
  // 20 to 60 m in centimetres, 50 to 150 m in inches: both are buildings.
  const open = dxf({ header: { $INSUNITS: [70, 0] }, entities: [line('WALL', [0, 0], [2000, 0])] });

  it('is asked for, with the lines to write, and nothing is read', () => {
    const read = readDxf([open], shipped);
    expect(read.ok).toBe(false);
    const [problem] = read.ok ? [] : read.problems;
    expect(problem === undefined ? '' : render(problem.message, 'zh-CN')).toContain('unit: 0.01（厘米）');
    expect(problem === undefined ? '' : render(problem.message, 'en')).toContain('unit: 0.0254 (inches)');
  });

  it('is asked for where a header is contradicted and no door is drawn', () => {
    const walls = house(1 / 0.0254).filter((pairs) => !pairs.some(([code, value]) => code === 0 && value === 'ARC'));
    const inches = (header: number) => dxf({ header: { $INSUNITS: [70, header] }, entities: walls });
    expect(unitIn(inches(4)).unit).toBeUndefined();
    expect([1, 0].map((header) => unitIn(inches(header)).unit?.metres)).toEqual([0.0254, 0.0254]);
  });

  it('a mapping answers it', () => {
    const read = readDxf([open], { ...shipped, unit: 0.01 });
    expect(read.ok).toBe(true);
  });

  it('is asked for too where nothing is drawn to go by and the header is silent', () => {
    expect(unitIn(dxf({ header: { $INSUNITS: [70, 0] }, entities: [] })).from).toBe('asked');
  });

  it('is asked for where more speaks against the best unit than for it', () => {
    // A unit of 8.6 m: only the size of the whole would suit a building in metres.
    const odd = dxf({ header: { $INSUNITS: [70, 0] }, entities: [...house(1 / 8.6), ...house(1 / 8.6, [7, 0])] });
    const read = readDxf([odd], shipped);
    const [problem] = read.ok ? [] : read.problems;
    expect(problem?.message.id).toBe('dxf/unit-odd');
    expect(problem === undefined ? '' : render(problem.message, 'zh-CN')).toContain('unit: 8.6');
    expect(readDxf([odd], { ...shipped, unit: 8.6 }).ok).toBe(true);
  });

  it.each([
    [500, 500],
    [1300, 490],
    [500, 60],
  ])('is not asked for a drawing in mm with leaves of %i and walls of %i', (leaf, wall) => {
    const box = (x: number, y: number, width: number, height: number) =>
      [[x, y], [x + width, y], [x + width, y + height], [x, y + height]] // biome-ignore format: a ring
        .map((from, n, ring) => line('WALL', from, ring[(n + 1) % 4]));
    const doors = [8000, 16000].flatMap((x) => [
      line('WALL', [x, wall], [x, 3000]),
      line('WALL', [x + wall, wall], [x + wall, 3000]),
      line('WALL', [x, 3000 + leaf], [x, 12000 - wall]),
      line('WALL', [x + wall, 3000 + leaf], [x + wall, 12000 - wall]),
      entity('ARC', 'DOOR', [10, x], [20, 3000], [40, leaf], [50, 90], [51, 180]),
      line('DOOR', [x, 3000], [x - leaf, 3000]),
    ]);
    const walls = [...box(0, 0, 24000, 12000), ...box(wall, wall, 24000 - 2 * wall, 12000 - 2 * wall)];
    const entities = [...walls, ...doors, text('TEXT', [2000, 6000], '办公室', 300)];
    expect(unitIn(dxf({ header: { $INSUNITS: [70, 0] }, entities })).unit?.metres).toBe(0.001);
  });

  it('the header decides where nothing speaks against it', () => {
    expect(unitIn(dxf({ header: { $INSUNITS: [70, 4] }, entities: [] })).unit?.metres).toBe(0.001);
  });
});

describe('a unit in the mapping', () => {
  it('wins, and a contradiction by four points is told', () => {
    const finding = unitIn(houseIn('mm', 'mm'), 0.0254);
    expect([finding.unit?.metres, finding.from, finding.contradicted]).toEqual([0.0254, 'mapping', true]);
    expect(unitIn(houseIn('mm', 'inch'), 0.001).contradicted).toBe(false);
  });
});

describe('widths of doors', () => {
  const scale = (entities: ReturnType<typeof house>, unit?: number) => {
    const read = readDxf([dxf({ header: { $INSUNITS: [70, 6] }, entities })], { ...shipped, ...(unit !== undefined && { unit }) }); // biome-ignore format: a row
    return read.ok && read.source.notes.some(({ message }) => message.id === 'dxf/scale');
  };
  const garage = line('GARAGE-DOOR', [1, 8], [5.88, 8]);

  it('speak against the unit, but not that of a garage where leaves of others speak for it', () => {
    expect(scale([...house(1, [0, 0], { walls: 'WALL', doors: 'OPENING' }), garage])).toBe(false);
    expect(scale([line('WALL', [0, 0], [30, 0]), line('WALL', [0, 0.2], [30, 0.2]), garage])).toBe(true);
    expect(scale(house(1, [0, 0], { walls: 'WALL', doors: 'DOOR' }), 10)).toBe(true);
  });
});
