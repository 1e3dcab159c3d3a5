import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Direction, type DirectionFault, readDirections } from '../../src/import/devices/direction.js';
import { DATA } from './support.js';

/** A heading; or from one bearing clockwise to another. */
type Way = number | readonly [from: number, to: number];

const written = (direction: Direction): Way =>
  direction.kind === 'heading' ? direction.heading : [direction.from, direction.to];

/** What is read, or why nothing is. */
function read(text: string): readonly Way[] | DirectionFault {
  const found = readDirections(text);
  return found.ok ? found.directions.map(written) : found.fault;
}

describe('what people write', () => {
  const TABLE: readonly (readonly [text: string, meant: readonly Way[] | DirectionFault])[] = [
    // Numbers.
    ['0', [0]],
    ['90', [90]],
    ['045', [45]],
    ['67.5', [67.5]],
    ['0.0', [0]],
    ['360', [0]],
    ['+15', [15]],
    [' 200 ', [200]],
    ['90°', [90]],
    ['90 º', [90]],
    ['90˚', [90]],
    ['120度', [120]],
    ['120 deg', [120]],
    ['１２０', [120]],
    // Left of north.
    ['-30', [330]],
    ['−30', [330]],
    ['-180', [180]],
    ['-0', [0]],
    // No bearing.
    ['-181', 'out-of-range'],
    ['361', 'out-of-range'],
    ['45135', 'out-of-range'],
    ['90-450', 'out-of-range'],
    ['500;20', 'out-of-range'],
    // Ranges, clockwise.
    ['10-55', [[10, 55]]],
    ['340-25', [[340, 385]]],
    ['315-0', [[315, 360]]],
    ['90 - 270', [[90, 270]]],
    ['90–135', [[90, 135]]],
    ['90~135', [[90, 135]]],
    ['90°～135°', [[90, 135]]],
    ['90 to 135', [[90, 135]]],
    ['90至135', [[90, 135]]],
    ['-30-30', [[330, 390]]],
    ['-30--10', [[330, 350]]],
    ['0-360', [[0, 360]]],
    ['0 - 360', [[0, 360]]],
    ['-180-180', [[180, 540]]],
    ['N-E', [[0, 90]]],
    ['NW-NE', [[315, 405]]],
    ['northwest-northeast', [[315, 405]]],
    ['45-45', 'no-width'],
    ['360-0', 'no-width'],
    // Winds.
    ['N', [0]],
    ['sse', [157.5]],
    ['WNW', [292.5]],
    ['northeast', [45]],
    ['North-East', [45]],
    ['north north east', [22.5]],
    ['东北', [45]],
    ['正南', [180]],
    ['朝西', [270]],
    ['NO', 'unreadable'],
    ['NESW', 'unreadable'],
    // Lists.
    ['0;181', [0, 181]],
    ['80, 170', [80, 170]],
    ['90,125,270', [90, 125, 270]],
    ['10；20，30、40', [10, 20, 30, 40]],
    ['0;0;0', [0, 0, 0]],
    ['45;', [45]],
    ['180;nw', [180, 315]],
    [
      '10-55;340-25',
      [
        [10, 55],
        [340, 385],
      ],
    ],
    ['-5;125', [355, 125]],
    ['10-55;90', [[10, 55], 90]],
    [';90', 'unreadable'],
    ['90;;180', 'unreadable'],
    ['90;lamp post', 'unreadable'],
    // Two ways to read it.
    ['67,5', 'ambiguous'],
    ['22,5;90', 'ambiguous'],
    ['22,5-67,5', 'ambiguous'],
    // Nothing, and junk.
    ['', 'empty'],
    ['  ', 'empty'],
    ['null', 'empty'],
    ['无', 'empty'],
    ['forward', 'relative'],
    ['backward', 'relative'],
    ['Clockwise 90', 'relative'],
    ['顺时针90', 'relative'],
    ['5-', 'unreadable'],
    ['90 100', 'unreadable'],
    ['1e2', 'unreadable'],
    ['4H7-K21', 'unreadable'],
  ];

  it.each(TABLE)('%j', (text, meant) => {
    expect(read(text)).toEqual(meant);
  });

  it('a turn to the left of north is told apart, since it is on record', () => {
    const negative = (text: string) => {
      const found = readDirections(text);
      return found.ok && found.negative;
    };
    expect(['-30', '90;-30', '-10-35', '0', '10-35', '350'].map(negative)).toEqual([
      true,
      true,
      true,
      false,
      false,
      false,
    ]);
  });
});

describe('whatever is written', () => {
  const degrees = fc.integer({ min: 0, max: 359 });

  it('a range is as wide as it is clockwise from its first bearing to its second', () => {
    fc.assert(
      fc.property(degrees, fc.integer({ min: 1, max: 359 }), (from, width) => {
        expect(read(`${from}-${(from + width) % 360}`)).toEqual([[from, from + width]]);
      }),
    );
  });

  it('a range and the range back make a whole turn', () => {
    fc.assert(
      fc.property(degrees, degrees, (a, b) => {
        fc.pre(a !== b);
        const widths = [`${a}-${b}`, `${b}-${a}`].map((text) => {
          const [way] = read(text) as readonly Way[];
          return typeof way === 'object' ? way[1] - way[0] : Number.NaN;
        });
        expect(widths[0]).toBeGreaterThan(0);
        expect((widths[0] ?? 0) + (widths[1] ?? 0)).toBe(360);
      }),
    );
  });

  it('turning left of north is turning right the rest of the way', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 180 }), (left) => {
        expect(read(`-${left}`)).toEqual(read(String(360 - left)));
      }),
    );
  });

  it('a list is what its parts are, and nothing where one of them is nothing', () => {
    const part = fc.oneof(
      degrees.map(String),
      fc.tuple(degrees, degrees).map(([a, b]) => `${a}-${b}`),
      fc.constantFrom('N', 'ssw', 'northwest', '-45', '9000', 'pole'),
    );
    fc.assert(
      fc.property(
        fc.array(part, { minLength: 1, maxLength: 5 }),
        fc.constantFrom(';', '; ', ', '),
        (parts, separator) => {
          const each = parts.map(read);
          const fault = each.find((one) => typeof one === 'string');
          expect(read(parts.join(separator))).toEqual(fault ?? each.flat());
        },
      ),
    );
  });

  it('never throws, and gives bearings within one turn', () => {
    const like = fc.string({ unit: fc.constantFrom(...'0123456789.,;-–~°NESWnesw to东北 null') });
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), like), (text) => {
        const found = readDirections(text);
        for (const way of found.ok ? found.directions : []) {
          const [from, to] = way.kind === 'heading' ? [way.heading, way.heading + 1] : [way.from, way.to];
          expect(from).toBeGreaterThanOrEqual(0);
          expect(from).toBeLessThan(360);
          expect(to).toBeGreaterThan(from);
          expect(to - from).toBeLessThanOrEqual(360);
        }
      }),
      { numRuns: 2000 },
    );
  });
});

/** Every heading found on cameras in OSM, and what somebody who read them all calls it. */
const LABELS = `${DATA}/vocab/osm-direction-values.csv`;

(existsSync(LABELS) ? describe : describe.skip)('1,761 headings from the world', () => {
  const rows = existsSync(LABELS)
    ? readFileSync(LABELS, 'utf8')
        .trim()
        .split('\n')
        .slice(1)
        .map((line) => {
          const [, value = '', , kind = ''] = /^"(.*)",(\d+),([\w-]+)$/.exec(line) ?? [];
          return { value, kind };
        })
    : [];

  /** The plainest reading of each label, without the grammar. */
  const range = (text: string): Way => {
    const [from = Number.NaN, to = Number.NaN] = text.split('-').map((end) => Number(end) % 360);
    return [from, to > from ? to : to + 360];
  };
  const WINDS = 'N NNE NE ENE E ESE SE SSE S SSW SW WSW W WNW NW NNW'.split(' ');
  const wind = (text: string): Way => WINDS.indexOf(text.toUpperCase()) * 22.5;
  const MEANT: Readonly<Record<string, (text: string) => readonly Way[] | DirectionFault>> = {
    number: (text) => [Number(text)],
    decimal: (text) => [Number(text)],
    'number-360': () => [0],
    // Less than nothing is left of north; more than a whole turn is no bearing.
    'number-out-of-range': (text) => (Number(text) < 0 ? [Number(text) + 360] : 'out-of-range'),
    range: (text) => [range(text)],
    list: (text) => text.split(';').map((part) => Number(part) % 360),
    'comma-list': (text) => text.split(',').map(Number),
    'list-of-ranges': (text) => text.split(';').map(range),
    cardinal: (text) => [wind(text)],
    'list-with-cardinals': (text) => text.split(';').map((part) => (/^\d+$/.test(part) ? Number(part) : wind(part))),
    other: () => 'unreadable',
  };

  /** What isn't as its label says, each with the reason. */
  const EXCEPTIONS: Readonly<Record<string, readonly Way[] | DirectionFault>> = {
    // A range that ends where it starts is a line or a whole turn.
    '20-20': 'no-width',
    '355-355': 'no-width',
    '310-310': 'no-width',
    '180-180': 'no-width',
    // One of the list is no bearing: 315 alone would lose a camera.
    '315;400': 'out-of-range',
    '1200;340': 'out-of-range',
    // Nothing stands behind the last separator.
    '355;': [355],
    '260;305;355;40;100;': [260, 305, 355, 40, 100],
    // Lists of numbers, some of them negative, which the label takes for ranges: a number before a range.
    '-5;125': [355, 125],
    '-80;70': [280, 70],
    '-10;170': [350, 170],
    '90;165;-90': [90, 165, 270],
    '130;-130': [130, 230],
    '55;-30': [55, 330],
    // `other` that says why nothing can be read of it, or that can be read.
    null: 'empty',
    forward: 'relative',
    backward: 'relative',
    'Clockwise 180': 'relative',
    '0 - 360': [[0, 360]],
    northeast: [45],
  };

  it('are all there, and every exception is one of them', () => {
    expect(rows).toHaveLength(1761);
    const values = new Set(rows.map(({ value }) => value));
    expect(Object.keys(EXCEPTIONS).filter((value) => !values.has(value))).toEqual([]);
  });

  it.each(Object.keys(MEANT))('%s: each is read, or refused, as its label says', (kind) => {
    const own = rows.filter((row) => row.kind === kind);
    expect(own.length).toBeGreaterThan(0);
    const found = own.map(({ value }) => [value, read(value)]);
    expect(found).toEqual(own.map(({ value }) => [value, EXCEPTIONS[value] ?? MEANT[kind]?.(value)]));
  });

  it('no label is unknown, and an exception is one', () => {
    expect(rows.filter(({ kind }) => MEANT[kind] === undefined)).toEqual([]);
    const idle = rows.filter(({ value, kind }) => {
      const exception = EXCEPTIONS[value];
      return exception !== undefined && JSON.stringify(exception) === JSON.stringify(MEANT[kind]?.(value));
    });
    expect(idle).toEqual([]);
  });
});
