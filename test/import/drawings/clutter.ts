// What stands on a sheet beside walls and doors: furniture, treads, axes, dimensions, frame, symbols of devices.

import type { Drawing, Sheet } from '../../support/dxf-writer.js';
import type { Manner, Place } from './draw.js';
import type { Box, Clutter, Plan, XY } from './plan.js';

/** Lines of a thing that stands at 0 with its back at y = 0, m. */
const THINGS: Readonly<Record<string, readonly Box[]>> = {
  bed: [[-0.75, 0, 0.75, 2], [-0.65, 0.1, 0, 0.45], [0.05, 0.1, 0.65, 0.45]], // biome-ignore format: boxes
  desk: [[-0.7, 0, 0.7, 0.7], [-0.25, 0.8, 0.25, 1.25]], // biome-ignore format: boxes
  table: [[-1.2, -0.6, 1.2, 0.6], [-1, -1.05, -0.5, -0.65], [0.5, -1.05, 1, -0.65], [-1, 0.65, -0.5, 1.05], [0.5, 0.65, 1, 1.05]], // biome-ignore format: boxes
  sofa: [[-1.1, 0, 1.1, 0.85], [-0.9, 0.2, 0, 0.85], [0, 0.2, 0.9, 0.85]], // biome-ignore format: boxes
  shelf: [[-3, 0, 3, 0.45], [-3, 0.45, 3, 0.9]], // biome-ignore format: boxes
  cabinet: [[-0.9, 0, 0.9, 0.45], [-0.9, 0, 0, 0.45]], // biome-ignore format: boxes
  wc: [[-0.2, 0, 0.2, 0.2]],
  basin: [[-0.3, 0, 0.3, 0.5]],
  car: [[-0.9, 0, 0.9, 4.6]],
};

/** Draws what `plan` puts into its rooms. */
export function drawClutter(sheet: Sheet, plan: Plan, manner: Manner, to: Place): void {
  for (const one of plan.clutter) drawOne(sheet, one, manner, to);
}

function drawOne(sheet: Sheet, one: Clutter, { layers, unit }: Manner, to: Place): void {
  switch (one.what) {
    case 'treads': {
      const [x0, y0, x1, y1] = one.box;
      for (let index = 0; index <= one.count; index++) {
        const share = index / one.count;
        const [x, y] = [x0 + (x1 - x0) * share, y0 + (y1 - y0) * share];
        if (one.along === 'x') sheet.line(layers.stairs, to([x, y0]), to([x, y1]));
        else sheet.line(layers.stairs, to([x0, y]), to([x1, y]));
      }
      return;
    }
    case 'cross': {
      const [x0, y0, x1, y1] = one.box;
      sheet.line(layers.stairs, to([x0, y0]), to([x1, y1]));
      sheet.line(layers.stairs, to([x0, y1]), to([x1, y0]));
      return;
    }
    case 'tiles': {
      const [x0, y0, x1, y1] = one.box;
      for (let x = x0; x <= x1 + 1e-6; x += one.step) sheet.line(layers.fill, to([x, y0]), to([x, y1]));
      for (let y = y0; y <= y1 + 1e-6; y += one.step) sheet.line(layers.fill, to([x0, y]), to([x1, y]));
      return;
    }
    default: {
      const layer = one.what === 'wc' || one.what === 'basin' ? layers.sanitary : layers.furniture;
      const [u, v] = [Math.cos((one.turn * Math.PI) / 180), Math.sin((one.turn * Math.PI) / 180)];
      const turned = ([x, y]: XY): XY => to([one.at[0] + u * x - v * y, one.at[1] + v * x + u * y]);
      for (const [x0, y0, x1, y1] of THINGS[one.what] ?? []) {
        sheet.polyline(layer, ([[x0, y0], [x1, y0], [x1, y1], [x0, y1]] as const).map(turned), true); // biome-ignore format: corners
      }
      if (one.what === 'wc') sheet.circle(layer, turned([0, 0.42]), 0.2 / unit);
      if (one.what === 'basin') sheet.circle(layer, turned([0, 0.25]), 0.17 / unit);
    }
  }
}

/** Draws axes and dimensions of the walls, and a frame with its title. */
export function drawFrame(sheet: Sheet, plan: Plan, { layers, unit }: Manner, to: Place, title: string): void {
  const long = plan.walls.filter(({ isPartition }) => !isPartition);
  const along = (axis: 0 | 1) => {
    const fixed = long.filter(({ from, to: end }) => from[axis] === end[axis]).map(({ from }) => from[axis]);
    return [...new Set(fixed)].sort((a, b) => a - b);
  };
  const points = plan.walls.flatMap(({ from, to: end }) => [from, end]);
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
  const [x0, y0, x1, y1] = [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
  for (const [index, x] of along(0).entries()) {
    sheet.line(layers.axis, to([x, y0 - 2.5]), to([x, y1 + 1.5]));
    sheet.circle(layers.axis, to([x, y0 - 2.9]), 0.4 / unit);
    sheet.text(layers.axis, to([x - 0.12, y0 - 3.05]), `${index + 1}`, 0.3 / unit);
  }
  for (const [index, y] of along(1).entries()) {
    sheet.line(layers.axis, to([x0 - 2.5, y]), to([x1 + 1.5, y]));
    sheet.circle(layers.axis, to([x0 - 2.9, y]), 0.4 / unit);
    sheet.text(layers.axis, to([x0 - 3.02, y - 0.15]), String.fromCharCode(65 + index), 0.3 / unit);
  }
  for (const [index, x] of along(0).entries()) {
    const next = along(0)[index + 1];
    if (next === undefined) continue;
    sheet.line(layers.dimension, to([x, y0 - 1.8]), to([next, y0 - 1.8]));
    for (const end of [x, next]) sheet.line(layers.dimension, to([end - 0.1, y0 - 1.9]), to([end + 0.1, y0 - 1.7]));
    sheet.text(layers.dimension, to([(x + next) / 2 - 0.3, y0 - 1.7]), `${Math.round((next - x) * 1000)}`, 0.25 / unit);
  }
  sheet.line(layers.dimension, to([x0, y0 - 2.3]), to([x1, y0 - 2.3]));
  sheet.text(layers.dimension, to([(x0 + x1) / 2, y0 - 2.2]), `${Math.round((x1 - x0) * 1000)}`, 0.25 / unit);
  for (const far of [5, 5.5]) {
    const ring: XY[] = [[x0 - far, y0 - far - 2], [x1 + far, y0 - far - 2], [x1 + far, y1 + far], [x0 - far, y1 + far]]; // biome-ignore format: corners
    sheet.polyline(layers.frame, ring.map(to), true);
  }
  sheet.line(layers.frame, to([x1 - 4, y0 - 7]), to([x1 - 4, y0 - 5]));
  sheet.line(layers.frame, to([x1 - 4, y0 - 5]), to([x1 + 5, y0 - 5]));
  sheet.text(layers.frame, to([x1 - 3.6, y0 - 6]), title, 0.5 / unit);
  sheet.text(layers.frame, to([x1 - 3.6, y0 - 6.6]), '比例 1:100   设计   校对   审核', 0.25 / unit);
}

/** Defines the block of a device, which looks to the right, and returns its name. */
export function symbol(drawing: Drawing, name: string, unit: number): string {
  const to = ([x, y]: XY): XY => [x / unit, y / unit];
  return drawing.block(name, (sheet) => {
    const ring = (points: readonly XY[]) => sheet.polyline('0', points.map(to), true);
    switch ([...name].reduce((sum, letter) => sum + (letter.codePointAt(0) ?? 0), 0) % 3) {
      case 0:
        ring([[0, -0.1], [0.3, -0.1], [0.3, 0.1], [0, 0.1]]); // biome-ignore format: corners
        sheet.line('0', to([0.3, -0.06]), to([0.4, -0.12]));
        sheet.line('0', to([0.3, 0.06]), to([0.4, 0.12]));
        return;
      case 1:
        sheet.circle('0', [0, 0], 0.15 / unit);
        sheet.circle('0', [0, 0], 0.06 / unit);
        return;
      default:
        ring([[-0.1, -0.1], [0.1, -0.1], [0.1, 0.1], [-0.1, 0.1]]); // biome-ignore format: corners
        sheet.line('0', to([-0.1, -0.1]), to([0.1, 0.1]));
    }
  });
}
