import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import type { Log, Rectangle, Result } from 'sarif';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Ran, sitecam } from '../support/io.js';
import schema from '../support/sarif-2.1.0.schema.json' with { type: 'json' };

const ajv = new Ajv2020({ strict: false, allErrors: true });
formats.default(ajv);
const valid = ajv.compile(schema);

const HOTEL = ['lint', 'fixtures/sites/qingcheng-hotel/violations.yaml', '--fail-on', 'never'];

function holds({ top = 0, left = 0, bottom = 0, right = 0 }: Rectangle, [x, y]: readonly [number, number]): boolean {
  return left <= x && x <= right && top <= y && y <= bottom;
}

describe('the record of the hotel with drawings beside it', () => {
  let ran: Ran;
  let log: Log;
  beforeAll(async () => {
    ran = await sitecam([...HOTEL, '-f', 'sarif=out/r.sarif', '--assets', 'out/图 (1)']);
    log = JSON.parse(ran.written.get('out/r.sarif') ?? '');
  });
  const results = (): readonly Result[] => log.runs[0]?.results ?? [];
  /** Every rectangle with the file it is on and the number said of it. */
  const rectangles = () =>
    results().flatMap(({ attachments = [] }) =>
      attachments.flatMap(({ artifactLocation, rectangles = [], description }) =>
        rectangles.map((rectangle) => ({
          file: `out/${decodeURIComponent(artifactLocation.uri ?? '')}`,
          number: /编号(\d+)/.exec(description?.text ?? '')?.[1],
          rectangle,
        })),
      ),
    );

  test('is valid', () => {
    expect(valid(log) ? [] : valid.errors).toEqual([]);
  });

  test('shows each finding with a place on a drawing that is there, and nothing else on any', () => {
    const shown = results().filter(({ attachments }) => attachments !== undefined);
    // A waiver, a document and a missing sign are nowhere on a drawing.
    const placed = ({ kind, ruleId = '' }: Result) =>
      (kind === 'fail' || kind === 'open' || kind === 'review') &&
      !/^(?:waiver\/|project\/|coverage\/standard$|signs\/approach$)/.test(ruleId);
    expect(shown).toEqual(results().filter(placed));
    for (const { file } of rectangles()) expect([...ran.written.keys()]).toContain(file);
  });

  test('rectangles are in the pixels of the drawing, and hold the sight line drawn there', () => {
    let lines = 0;
    for (const { file, rectangle } of rectangles()) {
      const [, width, height] = /viewBox="0 0 (\d+) (\d+)"/.exec(ran.written.get(file) ?? '') ?? [];
      const sheet = { top: 0, left: 0, right: Number(width), bottom: Number(height) };
      expect(holds(sheet, [rectangle.left ?? -1, rectangle.top ?? -1])).toBe(true);
      expect(holds(sheet, [rectangle.right ?? -1, rectangle.bottom ?? -1])).toBe(true);
      expect(rectangle.right).toBeGreaterThan(rectangle.left ?? 0);
      expect(rectangle.bottom).toBeGreaterThan(rectangle.top ?? 0);
    }
    for (const [file, svg] of ran.written) {
      for (const [, number, x, y] of svg.matchAll(/data-finding="(\d+)"><path d="M([\d.]+) ([\d.]+)/g)) {
        lines += 1;
        const own = rectangles().filter((one) => one.file === file && one.number === number);
        expect(own.some(({ rectangle }) => holds(rectangle, [Number(x), Number(y)]))).toBe(true);
      }
    }
    expect(lines).toBeGreaterThan(2);
  });

  test('without drawings there are none', async () => {
    const plain: Log = JSON.parse((await sitecam([...HOTEL, '-f', 'sarif'])).out);
    expect(plain.runs[0]?.results?.some((result) => 'attachments' in result)).toBe(false);
  });
});
