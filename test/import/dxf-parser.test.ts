import { createRequire } from 'node:module';
import { expect, it } from 'vitest';
import { shippedMapping } from '../../src/import/mapping/defaults/defaults.js';
import { readDxf } from '../../src/import/read/dxf/read.js';
import { drawing } from './dxf-support.js';

interface Corner {
  readonly x: number;
  readonly y: number;
}

interface Drawn {
  readonly type: string;
  readonly handle: string;
  readonly layer: string;
  readonly vertices?: readonly Corner[];
  readonly shape?: boolean;
  readonly name?: string;
  readonly position?: Corner;
  readonly rotation?: number;
  readonly text?: string;
}

/** Its types say that it is an ES module, which it isn't. */
const DxfParser: new () => { parseSync(text: string): { readonly entities: readonly Drawn[] } } = createRequire(
  import.meta.url,
)('dxf-parser');

it.each(['guest-house', 'guest-house-gbk'])('another reader draws the same lines, rooms and devices of %s', (name) => {
  const { path, bytes } = drawing(name);
  const theirs = new DxfParser().parseSync(new TextDecoder(name.endsWith('gbk') ? 'gbk' : 'utf-8').decode(bytes));
  const byHandle = new Map(theirs.entities.map((one) => [one.handle, one]));
  const result = readDxf([{ path, bytes }], shippedMapping('dxf'));
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  const near = (x: number, y: number) => [x, y].map((value) => Math.round(value * 1e6) / 1e6 + 0);
  const compared = { lines: 0, inserts: 0 };
  for (const { origin, properties, shapes, drawing } of result.source.features) {
    // It knows no hatches.
    if (properties.entity === 'HATCH') continue;
    const other = byHandle.get(origin.pointer);
    expect(other?.layer).toBe(properties.layer);
    const [shape] = shapes;
    if (shape?.type === 'Point') {
      compared.inserts += 1;
      expect(other?.name).toBe(properties.block);
      expect(near(...shape.at)).toEqual(near((other?.position?.x ?? 0) / 1000, (other?.position?.y ?? 0) / 1000));
      expect((450 - (other?.rotation ?? 0)) % 360).toBe(properties.direction);
    } else if (drawing === undefined) {
      compared.lines += 1;
      const line = shape?.type === 'LineString' ? shape.line : (shape?.rings[0] ?? []);
      const corners = (other?.vertices ?? []).map(({ x, y }) => near(x / 1000, y / 1000));
      const closed = shape?.type === 'Polygon' ? [...corners, ...corners.slice(0, 1)] : corners;
      expect(line.map(([x, y]) => near(x, y))).toEqual(closed);
    }
  }
  expect(compared).toEqual({ lines: 81, inserts: 4 });
});
