// Draws a plan in the manner of an office: how walls, doors and numbers look on its sheets.

import type { Drawing, Sheet } from '../../support/dxf-writer.js';
import { drawClutter, drawFrame, symbol } from './clutter.js';
import { boxOf, cutsOf, faces, isSquare, outlines } from './outline.js';
import { type Built, type Opening, type Plan, type Wall, wayOf, type XY } from './plan.js';

/** How an office draws. */
export interface Manner {
  /** Metres per unit. */
  readonly unit: number;
  /** Where the plan's zero lies, m. */
  readonly shift: XY;
  /**
   * `tidy`: outlines cleaned at crossings. `raw`: both faces of each wall, which stop at other walls. `single`: axes.
   * `wide`: polylines of the wall's width. `filled`: tidy, and each piece filled. `outlined`: closed polylines, hatched.
   */
  readonly walls: 'tidy' | 'raw' | 'single' | 'wide' | 'filled' | 'outlined';
  /**
   * `named`: a block for each size, by a name that says nothing. `scaled`: the unit blocks of 天正. `loose`: lines and
   * arcs.
   */
  readonly leaves: 'named' | 'scaled' | 'loose';
  /** True: what is hinged on the other side is a block of negative scale; else it is turned by 180°. */
  readonly mirrors: boolean;
  /** True: lines of walls end up to 3 mm off, some are in two pieces or there twice, and one has no length. */
  readonly rough?: boolean;
  /** True: walls run on under doors and windows. */
  readonly through?: boolean;
  /** Thickness in m of the insulation before outer walls, drawn as one more line. */
  readonly insulation?: number;
  /** True: swings are polylines. */
  readonly chords?: boolean;
  readonly layers: Readonly<Record<Part, string>>;
}

/** What goes on a layer of its own. */
export type Part =
  | 'wall'
  | 'partition'
  | 'fill'
  | 'column'
  | 'door'
  | 'window'
  | 'name'
  | 'code'
  | 'dimension'
  | 'axis'
  | 'furniture'
  | 'sanitary'
  | 'stairs'
  | 'device'
  | 'number'
  | 'frame';

/** Maps a point of the plan to the sheet. */
export type Place = (point: XY) => XY;

/** Draws walls, openings, names and clutter of `plan` on `sheet`; blocks go to `drawing`. */
export function draw(drawing: Drawing, sheet: Sheet, plan: Plan, manner: Manner): void {
  const { layers, unit } = manner;
  const to: Place = ([x, y]) => [(x + manner.shift[0]) / unit, (y + manner.shift[1]) / unit];
  drawWalls(sheet, manner.through === true ? { ...built(plan), openings: [] } : plan, manner, to);
  for (const opening of plan.openings) drawOpening(drawing, sheet, opening, manner, to);
  drawClutter(sheet, plan, manner, to);
  const height = 0.3 / unit;
  for (const { label, at } of plan.rooms) {
    if (label !== undefined) sheet.text(layers.name, to([at[0] - 0.15 * label.length, at[1]]), label, height);
  }
  for (const { block, number, at, turn } of plan.devices) {
    sheet.insert(layers.device, symbol(drawing, block, unit), { at: to(at), turn });
    sheet.text(layers.number, to([at[0] + 0.15, at[1] + 0.18]), number, 0.2 / unit);
  }
}

/** Draws the sheet's frame and the axes and dimensions of the walls. */
export function drawSheet(sheet: Sheet, plan: Plan, manner: Manner, title: string): void {
  const to: Place = ([x, y]) => [(x + manner.shift[0]) / manner.unit, (y + manner.shift[1]) / manner.unit];
  drawFrame(sheet, plan, manner, to, title);
}

function built({ walls, curves, columns, openings }: Plan): Built {
  return { walls, curves, columns, openings };
}

function drawWalls(neat: Sheet, plan: Built, manner: Manner, to: Place): void {
  const sheet = manner.rough === true ? new Hasty(neat, manner.unit) : neat;
  const { layers, walls: how, unit } = manner;
  const layerOf = ({ isPartition }: Wall) => (isPartition ? layers.partition : layers.wall);
  const straight = how === 'tidy' || how === 'filled' || how === 'outlined';
  if (straight) {
    for (const ring of outlines(plan)) {
      if (how === 'outlined') sheet.polyline(layers.wall, ring.map(to), true);
      else
        for (const [index, point] of ring.entries())
          sheet.line(layers.wall, to(ring.at(index - 1) ?? point), to(point));
    }
    if (how === 'outlined')
      sheet.hatch(
        layers.fill,
        outlines(plan).map((ring) => ring.map(to)),
        0.1 / unit,
      );
  }
  for (const wall of plan.walls) {
    if (how === 'filled') for (const ring of pieces(plan, wall)) sheet.solid(layers.fill, quad(ring.map(to)));
    if (straight && isSquare(wall)) continue;
    if (how === 'single' || how === 'wide') {
      for (const [a, b] of faces(plan, wall, 0)) {
        if (how === 'single') sheet.line(layerOf(wall), to(a), to(b));
        else sheet.polyline(layerOf(wall), [to(a), to(b)], false, wall.thickness / unit);
      }
      continue;
    }
    const half = wall.thickness / 2;
    for (const offset of [half, -half]) {
      for (const [a, b] of faces(plan, wall, offset)) sheet.line(layerOf(wall), to(a), to(b));
    }
    const [u, v] = wayOf(wall);
    for (const along of cutsOf(plan, wall).flat()) {
      const [x, y] = [wall.from[0] + u * along, wall.from[1] + v * along];
      sheet.line(layerOf(wall), to([x - v * half, y + u * half]), to([x + v * half, y - u * half]));
    }
  }
  if (manner.insulation !== undefined) drawInsulation(sheet, plan, manner.insulation, layers.wall, to);
  for (const { centre, radius, from, to: end, thickness } of plan.curves) {
    if (how === 'single') sheet.arc(layers.wall, to(centre), radius / unit, from, end);
    else
      for (const r of [radius - thickness / 2, radius + thickness / 2])
        sheet.arc(layers.wall, to(centre), r / unit, from, end);
  }
  if (how === 'tidy' || how === 'outlined' || how === 'filled') return;
  for (const [x0, y0, x1, y1] of plan.columns) {
    sheet.polyline(layers.column, ([[x0, y0], [x1, y0], [x1, y1], [x0, y1]] as const).map(to), true); // biome-ignore format: corners
  }
}

/** Draws a layer before the walls that lie around the plan, broken at their openings. */
function drawInsulation(sheet: Pick<Sheet, 'line'>, plan: Built, thickness: number, layer: string, to: Place): void {
  const points = plan.walls.flatMap(({ from, to: end }) => [from, end]);
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
  const [low, high] = [[Math.min(...xs), Math.min(...ys)], [Math.max(...xs), Math.max(...ys)]] as const; // biome-ignore format: corners
  for (const wall of plan.walls) {
    const axis = wall.from[0] === wall.to[0] ? 0 : 1;
    const side = wall.from[axis] === low[axis] ? -1 : 1;
    if (wall.from[axis] !== wall.to[axis] || (wall.from[axis] !== low[axis] && wall.from[axis] !== high[axis]))
      continue;
    const [u, v] = wayOf(wall);
    const half = wall.thickness / 2;
    const length = Math.hypot(wall.to[0] - wall.from[0], wall.to[1] - wall.from[1]);
    const at = (along: number, off: number): XY => {
      const out: XY = axis === 0 ? [side * off, 0] : [0, side * off];
      return to([wall.from[0] + u * along + out[0], wall.from[1] + v * along + out[1]]);
    };
    const cuts = cutsOf(plan, wall).flat();
    const ends = [-half - thickness, ...cuts, length + half + thickness];
    for (let n = 0; n < ends.length; n += 2) sheet.line(layer, at(ends[n], half + thickness), at(ends[n + 1], half + thickness)); // biome-ignore format: one line
    for (const along of cuts) sheet.line(layer, at(along, half), at(along, half + thickness));
  }
}

/** Draws as somebody does who has no time. */
class Hasty implements Pick<Sheet, 'line' | 'arc' | 'polyline' | 'solid' | 'hatch'> {
  readonly #sheet: Sheet;
  readonly #unit: number;
  #lines = 0;

  constructor(sheet: Sheet, unit: number) {
    this.#sheet = sheet;
    this.#unit = unit;
  }

  line(layer: string, a: XY, b: XY): void {
    const length = Math.hypot(b[0] - a[0], b[1] - a[1]);
    const along = (by: number): XY => [a[0] + ((b[0] - a[0]) / length) * by, a[1] + ((b[1] - a[1]) / length) * by];
    const nth = this.#lines++;
    const off = (step: number) => ((((nth * 3 + step) % 7) - 3) * 0.001) / this.#unit;
    const [start, end, middle] = [along(off(0)), along(length + off(4)), along(length * 0.4)];
    if (nth % 10 === 3) {
      this.#sheet.line(layer, start, middle);
      this.#sheet.line(layer, middle, end);
    } else this.#sheet.line(layer, start, end);
    if (nth % 9 === 5) this.#sheet.line(layer, end, start);
    if (nth === 0) this.#sheet.line(layer, start, start);
  }

  arc(...args: Parameters<Sheet['arc']>): void {
    this.#sheet.arc(...args);
  }

  polyline(...args: Parameters<Sheet['polyline']>): void {
    this.#sheet.polyline(...args);
  }

  solid(...args: Parameters<Sheet['solid']>): void {
    this.#sheet.solid(...args);
  }

  hatch(...args: Parameters<Sheet['hatch']>): void {
    this.#sheet.hatch(...args);
  }
}

/** Returns the boxes that a wall fills between its openings. */
function pieces(plan: Built, wall: Wall): XY[][] {
  const [x0, y0, x1, y1] = boxOf(wall);
  const isAlongX = wall.from[1] === wall.to[1];
  const start = isAlongX ? wall.from[0] : wall.from[1];
  const cuts = cutsOf(plan, wall).map(([a, b]) => [a + start, b + start] as const);
  const ends = [isAlongX ? x0 : y0, ...cuts.flat(), isAlongX ? x1 : y1];
  return ends.flatMap((from, index) => {
    const end = ends[index + 1];
    if (index % 2 === 1 || end === undefined || end - from < 0.01) return [];
    return [isAlongX ? [[from, y0], [end, y0], [end, y1], [from, y1]] as XY[] : [[x0, from], [x1, from], [x1, end], [x0, end]] as XY[]]; // biome-ignore format: corners
  });
}

function quad([a = [0, 0], b = [0, 0], c = [0, 0], d = [0, 0]]: readonly XY[]): [XY, XY, XY, XY] {
  return [a, b, c, d];
}

/** Degrees below which a leaf is drawn without its arc. */
const AJAR = 26;

/** Lines and arcs of a leaf: x runs along the wall from the hinge, y is where it opens to; m. */
type Stroke = readonly [from: XY, to: XY] | readonly [centre: XY, radius: number, from: number, to: number];

/** A leaf that stands ajar has no arc. */
function leaf(width: number, swing: number, x = 0, isBack = false): Stroke[] {
  const turn = (swing * Math.PI) / 180;
  const sign = isBack ? -1 : 1;
  const end: XY = [x + sign * width * Math.cos(turn), width * Math.sin(turn)];
  const arc = isBack ? ([[x, 0], width, 180 - swing, 180] as const) : ([[x, 0], width, 0, swing] as const); // biome-ignore format: arc
  return swing < AJAR ? [[[x, 0], end]] : [[[x, 0], end], arc];
}

function box(x0: number, y0: number, x1: number, y1: number): Stroke[] {
  return [[[x0, y0], [x1, y0]], [[x1, y0], [x1, y1]], [[x1, y1], [x0, y1]], [[x0, y1], [x0, y0]]]; // biome-ignore format: corners
}

/** Returns how an opening is drawn. */
function strokes({ leaf: is, width: w, wall: { thickness: t }, swing }: Opening): Stroke[] {
  switch (is) {
    case 'door':
      return leaf(w, swing);
    case 'double':
      return [...leaf(w / 2, swing), ...leaf(w / 2, swing, w, true)];
    case 'sliding':
      return [...box(0, -0.04, w * 0.55, 0), ...box(w * 0.45, 0, w, 0.04)];
    case 'sidelit': {
      const side = (w - 1) / 2;
      const panes = [0.02, -0.02].flatMap((y): Stroke[] => [[[0, y], [side, y]], [[w - side, y], [w, y]]]); // biome-ignore format: panes
      return [...panes, ...leaf(1, swing, side)];
    }
    case 'shutter':
      return [[[0, 0.03], [w, 0.03]], [[0, -0.03], [w, -0.03]]]; // biome-ignore format: lines
    case 'window':
      return [-t / 2, -t / 6, t / 6, t / 2].map((y): Stroke => [[0, y], [w, y]]); // biome-ignore format: panes
    case 'gap':
      return [];
  }
}

function drawOpening(drawing: Drawing, sheet: Sheet, opening: Opening, manner: Manner, to: Place): void {
  const { layers, unit } = manner;
  const { at, width, wall, hinge, side, leaf: is } = opening;
  const layer = is === 'window' ? layers.window : layers.door;
  const [u, v] = wayOf(wall);
  const base = to([at[0] + (u * hinge * width) / 2, at[1] + (v * hinge * width) / 2]);
  const turn = Math.round(Math.atan2(v, u) * (180 / Math.PI) * 1e4) / 1e4;
  const isBack = hinge === 1;
  if (is !== 'gap') {
    const code =
      is === 'window' ? `C${Math.round(width * 10)}15` : `M${String(Math.round(width * 10)).padStart(2, '0')}21`;
    sheet.text(layers.code, to([at[0] - v * 0.5 + 0.05, at[1] + u * 0.3]), code, 0.15 / unit, turn);
  }
  if (strokes(opening).length === 0) return;
  if (manner.leaves === 'loose') {
    const sign = isBack ? -side : side;
    lay(sheet, layer, strokes(opening), base, turn + (isBack ? 180 : 0), sign, 1 / unit, manner.chords);
    return;
  }
  const isScaled = manner.leaves === 'scaled' && (is === 'door' || is === 'window');
  const name = isScaled ? SCALED[is] : nameOf(opening);
  const one = isScaled ? { ...opening, width: 1, wall: { ...wall, thickness: 1 } } : opening;
  const size = isScaled ? 1 : 1 / unit;
  drawing.block(name, (block) => lay(block, '0', strokes(one), [0, 0], 0, 1, size, manner.chords));
  const [sx, sy] = isScaled ? [width / unit, (is === 'window' ? wall.thickness : width) / unit] : [1, 1];
  const placed = manner.mirrors
    ? { turn, scale: [isBack ? -sx : sx, side * sy] as const }
    : { turn: turn + (isBack ? 180 : 0), scale: [sx, (isBack ? -side : side) * sy] as const };
  sheet.insert(layer, name, { at: base, ...placed });
}

/** Unit blocks of 天正. */
const SCALED = { door: '$DorLib2D$00000001', window: '$WINLIB2D$00000001' };

/** Returns a name that says nothing, the same for openings that are drawn alike. */
function nameOf({ leaf: is, width, wall, swing }: Opening): string {
  const letters = [...`${is}${width.toFixed(2)}${wall.thickness.toFixed(2)}${swing}`];
  const sum = letters.reduce((hash, letter) => (hash * 31 + (letter.codePointAt(0) ?? 0)) % 0xffffff, 7);
  return `A$C${sum.toString(16).toUpperCase().padStart(6, '0')}`;
}

/**
 * Draws strokes from `base`, turned by degrees; `sign` -1 mirrors them at their x axis.
 *
 * @param chords arcs become polylines
 */
function lay(
  sheet: Sheet,
  layer: string,
  all: readonly Stroke[],
  base: XY,
  turn: number,
  sign: number,
  size: number,
  chords = false,
): void {
  const [u, v] = [Math.cos((turn * Math.PI) / 180), Math.sin((turn * Math.PI) / 180)];
  const to = ([x, y]: XY): XY => [base[0] + (u * x - v * y * sign) * size, base[1] + (v * x + u * y * sign) * size];
  for (const stroke of all) {
    if (stroke.length === 2) {
      sheet.line(layer, to(stroke[0]), to(stroke[1]));
      continue;
    }
    const [[x, y], radius, from, end] = stroke;
    if (chords) {
      const angles = Array.from({ length: 10 }, (_, index) => ((from + ((end - from) * index) / 9) * Math.PI) / 180);
      const points = angles.map((angle) => to([x + radius * Math.cos(angle), y + radius * Math.sin(angle)]));
      sheet.polyline(layer, points, false);
    } else {
      const [a, b] = sign > 0 ? [from, end] : [-end, -from];
      sheet.arc(layer, to([x, y]), radius * size, a + turn, b + turn);
    }
  }
}
