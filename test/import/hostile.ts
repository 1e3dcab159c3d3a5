// Drawings that somebody made to stop a reader.

import { dxfText, entity, insert, line, type Pair, type Parts, polyline, text } from './dxf-support.js';

const bytesOf = (content: string) => new TextEncoder().encode(content);
const room = [[0, 0], [6, 0], [6, 4], [0, 4]].map((at, n, all) => line('WALL', at, all[(n + 1) % 4] ?? at)); // biome-ignore format: corners
const drawn = (parts: Partial<Parts>, around: readonly (readonly Pair[])[] = room) =>
  bytesOf(dxfText({ ...parts, entities: [...around, ...(parts.entities ?? [])] }));

/** Blocks of which each holds the next one `times` times, `deep` levels down to `last`. */
function nested(deep: number, times: number, last: readonly (readonly Pair[])[]) {
  const names = Array.from({ length: deep }, (_, n) => [
    `B${n}`,
    Array.from({ length: times }, (_, i) => insert('0', `B${n + 1}`, [i / 10, n / 10])),
  ]);
  return { ...Object.fromEntries(names), [`B${deep}`]: last };
}

const many = (count: number, make: (n: number) => Pair[]) => Array.from({ length: count }, (_, n) => make(n));
/** A million corners, a metre apart. */
const corners = (): Pair[] => many(1_000_000, (n) => [[10, n % 1000], [20, Math.floor(n / 1000)]]).flat(); // biome-ignore format: pairs
const start = [insert('0', 'B0', [0, 0])];
const far = (value: string | number) => line('WALL', [Number.NaN, 0], [5, 0]).map(([code, x]): Pair => [code, code === 10 ? value : x]); // biome-ignore format: pairs

/** Makers of hostile drawings, by name. */
export const HOSTILE = {
  'blocks that hold each other': () =>
    drawn({ blocks: { B0: [insert('0', 'B1', [0, 0])], B1: [insert('0', 'B0', [1, 0])] }, entities: start }),
  'blocks that double forty times': () =>
    drawn({ blocks: nested(40, 2, [line('WALL', [0, 0], [1, 0])]), entities: start }),
  'blocks of ten, eight deep': () => drawn({ blocks: nested(8, 10, [line('WALL', [0, 0], [1, 0])]), entities: start }),
  'an array of 10^9 by 10^9': () =>
    drawn({
      blocks: { B0: [line('WALL', [0, 0], [1, 0])] },
      entities: [insert('0', 'B0', [0, 0], [70, 1e9], [71, 1e9])],
    }),
  'an array of 10^9 in a row': () =>
    drawn({ blocks: { B0: [line('WALL', [0, 0], [1, 0])] }, entities: [insert('0', 'B0', [0, 0], [70, 1e9])] }),
  'an array of cameras': () =>
    drawn({
      blocks: { CAMERA: [] },
      entities: [insert('CCTV', 'CAMERA', [0, 0], [70, 99], [71, 99], [44, 0.01], [45, 0.01])],
    }),
  'ten thousand doors of a thousand lines': () =>
    drawn({
      blocks: { D: many(1000, (n) => line('0', [n / 1000, 0], [n / 1000, 0.1])) },
      entities: many(10_000, (n) => insert('DOOR', 'D', [n / 100, 0])),
    }),
  'a polyline of 10^6 corners': () =>
    drawn({ entities: [[...entity('LWPOLYLINE', 'WALL', [90, 1e6], [70, 0]), ...corners()]] }),
  'a hatch of 10^6 corners': () =>
    drawn({
      entities: [[...entity('HATCH', 'WALL', [70, 1], [91, 1], [92, 2], [72, 0], [73, 1], [93, 1e6]), ...corners()]],
    }),
  'a spline of 10^6 control points': () =>
    drawn({
      entities: [
        [
          ...entity('SPLINE', 'WALL', [71, 3]),
          ...Array.from({ length: 1_000_004 }, (_, n): Pair => [40, n]),
          ...corners(),
        ],
      ],
    }),
  'a hatch of a hundred thousand loops': () =>
    drawn({
      entities: [
        [
          ...entity('HATCH', 'WALL', [70, 1], [91, 100_000]),
          ...Array.from({ length: 100_000 }, (_, n): Pair[] => [[92, 2], [72, 0], [73, 1], [93, 3], [10, 0], [20, 0], [10, 9 + n / 1e5], [20, 0], [10, 9], [20, 9]]).flat(), // biome-ignore format: pairs
        ],
      ],
    }),
  'a text of 10 MB': () => drawn({ entities: [text('PUB_TEXT', [1, 1], '办'.repeat(3_500_000))] }),
  'a text of 10 MB of codes': () =>
    drawn({ entities: [entity('MTEXT', 'PUB_TEXT', [10, 1], [20, 1], [40, 0.3], [1, '\\A'.repeat(5_000_000)])] }),
  'a text of 10 MB of fractions': () =>
    drawn({ entities: [entity('MTEXT', 'PUB_TEXT', [10, 1], [20, 1], [40, 0.3], [1, '\\S'.repeat(5_000_000)])] }),
  'a text of 10 MB in pieces': () =>
    drawn({
      entities: [
        [
          ...entity('TEXT', 'PUB_TEXT', [10, 1], [20, 1], [40, 0.3]),
          ...many(5000, () => [[3, '\\A'.repeat(1000)]]).flat(),
        ],
      ],
    }),
  'an attribute of 10 MB': () =>
    drawn({
      blocks: { CAMERA: [] },
      entities: [
        [
          ...insert('CCTV', 'CAMERA', [1, 1]),
          ...entity('ATTRIB', 'CCTV', [2, 'NAME'], [1, 'C'.repeat(10_000_000)]),
          [0, 'SEQEND'],
        ],
      ],
    }),
  'a layer called by 10 MB': () => drawn({ entities: [line('WALL'.repeat(2_500_000), [1, 1], [2, 1])] }),
  'five thousand layers': () => drawn({ entities: many(5000, (n) => line(`L${n}`, [0, n / 1e4], [5, n / 1e4])) }),
  'five thousand layers of walls': () =>
    drawn({ entities: many(5000, (n) => line(`WALL${n}`, [0, n / 1e4], [5, n / 1e4])) }),
  'coordinates of 1e308': () => drawn({ entities: [far(1e308)] }),
  'coordinates that are no numbers': () => drawn({ entities: [far('NaN')] }),
  'a wall of nine hundred million kilometres': () => drawn({ entities: [far(9e11)] }),
  'a radius of 1e308': () =>
    drawn({ entities: [entity('ARC', 'WALL', [10, 0], [20, 0], [40, '1e308'], [50, 0], [51, 90])] }),
  'a thousand circles of a thousand kilometres': () =>
    drawn({ entities: many(1000, (n) => entity('CIRCLE', 'WALL', [10, n], [20, 0], [40, 1e6])) }),
  'a thousand ellipses of a thousand kilometres': () =>
    drawn({
      entities: many(1000, (n) => entity('ELLIPSE', 'WALL', [10, n], [20, 0], [11, 1e6], [21, 0], [40, 0.5])),
    }),
  'two hundred rooms on top of each other': () =>
    drawn({
      entities: many(200, (n) => {
        const corners = [[0, 0], [4, 0], [4, 4], [0, 4]]; // biome-ignore format: corners
        return polyline('ROOM', corners.map(([x, y]) => [x + n / 100, y + n / 100])); // biome-ignore format: corners
      }),
    }),
  'a bulge of 1e308': () => drawn({ entities: [polyline('WALL', [[0, 0, 1e308], [1, 0]], false)] }), // biome-ignore format: corners
  'a width of 1e308': () => drawn({ entities: [polyline('WALL', [[0, 0], [1, 0]], false, [43, '1e308'])] }), // biome-ignore format: corners
  'a block scaled by 1e308': () =>
    drawn({ blocks: { B0: [line('WALL', [0, 0], [1, 0])] }, entities: [insert('0', 'B0', [0, 0], [41, '1e308'])] }),
  'letters of 1e308': () => drawn({ entities: [text('PUB_TEXT', [1, 1], '办公室', '1e308' as never)] }),
  'an external reference': () => {
    const whole = dxfText({ blocks: { XREF: [] }, entities: [...room, insert('WALL', 'XREF', [0, 0])] });
    return bytesOf(whole.replace('XREF\r\n 70\r\n0', 'XREF\r\n 70\r\n4\r\n  1\r\nbase.dwg'));
  },
  'a file cut off': () => bytesOf(dxfText({ entities: room }).slice(0, -60)),
  'a group code that is none': () => bytesOf(dxfText({ entities: room }).replace(' 11\r\n', 'XI\r\n')),
  'ten million line ends': () => bytesOf('\n'.repeat(10_000_000)),
  'ten million zeros': () => bytesOf('0\n'.repeat(10_000_000)),
  'a comment of 100 MB': () => bytesOf(`999\n${'x'.repeat(100_000_000)}\n${dxfText({ entities: room })}`),
  'binary DXF': () => bytesOf(`AutoCAD Binary DXF\r\n\x1a\0${'\0'.repeat(1000)}`),
  'half a million entities': () =>
    drawn({ entities: many(500_000, (n) => line('FURNITURE', [n % 1000, n / 1000], [n % 1000, n / 1000 + 1])) }),
} as const satisfies Readonly<Record<string, () => Uint8Array>>;
