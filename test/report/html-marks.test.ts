import { expect, test } from 'vitest';
import type { Ctx, Picture } from '../../src/report/html/client/dom.js';
import { drawMarks } from '../../src/report/html/client/marks.js';
import type { MarkData } from '../../src/report/html/data.js';

const none = () => {};

/** A canvas that keeps what is written on it. */
function canvas(): { readonly c: Ctx; readonly written: string[] } {
  const written: string[] = [];
  const c: Ctx = {
    fillStyle: '',
    strokeStyle: '',
    lineWidth: 1,
    lineJoin: '',
    lineCap: '',
    font: '',
    textAlign: '',
    textBaseline: '',
    globalAlpha: 1,
    setTransform: none,
    clearRect: none,
    fillRect: none,
    drawImage: none,
    beginPath: none,
    moveTo: none,
    lineTo: none,
    closePath: none,
    arc: none,
    fill: none,
    stroke: none,
    fillText: (text) => written.push(text),
    strokeText: none,
    measureText: (text) => ({ width: 6 * text.length }),
    setLineDash: none,
    createPattern: () => null,
  };
  return { c, written };
}

const mark = (n: number, x: number, y: number): MarkData => [n, 'fail', -1, [], x, y];

/** One px a centimetre, (0, 0) at the lower left corner of 600 × 400 px. */
function picture(marks: readonly MarkData[], selected = -1, findings = true): Picture {
  const data = {
    name: '',
    size: [600, 400],
    zones: [],
    walls: [],
    openings: [],
    devices: [],
    signs: [],
    views: [],
    remainders: [],
    marks,
  } as const;
  return {
    scene: { data, lines: [], cells: [], labels: [], views: [], remainders: [], frames: [] },
    camera: { x: 300, y: 200, scale: 1 },
    width: 600,
    height: 400,
    ratio: 1,
    layers: { must: true, may: true, remainder: true, zones: true, devices: true, findings },
    dark: false,
    mark: selected,
    device: -1,
  };
}

function drawn(...of: Parameters<typeof picture>): string[] {
  const { c, written } = canvas();
  drawMarks(c, picture(...of));
  return written;
}

const three = [mark(1, 100, 100), mark(2, 101, 100), mark(3, 100, 101), mark(4, 400, 300)];

test('a mark that stands for others on its spot says how many', () => {
  expect(drawn(three)).toEqual(['1', '4', '+2']);
});

test('marks apart from each other carry no count', () => {
  expect(drawn([mark(1, 100, 100), mark(2, 200, 100)])).toEqual(['1', '2']);
});

test('the selected mark stands for the others on its spot, not for itself', () => {
  expect(drawn(three, 1)).toEqual(['4', '2', '+2']);
  expect(drawn(three, 3)).toEqual(['1', '+2', '4']);
});

test('with the layer of findings off the selected mark is alone', () => {
  expect(drawn(three, 1, false)).toEqual(['2']);
});

test('dots carry the count too', () => {
  const many = Array.from({ length: 160 }, (_, n) => mark(n + 1, 24 * (n % 20) + 12, 24 * Math.floor(n / 20) + 20));
  expect(drawn([...many, mark(161, 12, 20)])).toEqual(['+1']);
});
