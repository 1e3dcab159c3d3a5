import type { Ctx, Picture } from './dom.js';

/** Marks where they were drawn, for clicks: screen coordinates. */
export interface Spot {
  readonly mark: number;
  readonly x: number;
  readonly y: number;
}

/**
 * Draws the numbers of the findings and the selected sight line over the plan, and gives where they stand. Of numbers
 * on one spot the first, which is the worst, is drawn, with how many more there are. Runs in the browser: it may use nothing but what it is given.
 */
export function drawMarks(c: Ctx, picture: Picture): Spot[] {
  const { scene, camera, width, height, ratio, layers, dark } = picture;
  const { x, y, scale } = camera;
  const at = (cx: number, cy: number) => [(cx - x) * scale + width / 2, height / 2 - (cy - y) * scale] as const;
  const inks = {
    fail: dark ? '#ff6b6b' : '#c0182b',
    open: dark ? '#e0a030' : '#8a5a00',
    drawing: dark ? '#e0a030' : '#8a5a00',
    warning: dark ? '#8b9db0' : '#57606a',
    review: dark ? '#a78bfa' : '#5b3fb0',
  };
  c.setTransform(ratio, 0, 0, ratio, 0, 0);
  c.lineJoin = 'round';
  c.lineCap = 'round';
  c.textAlign = 'center';
  c.textBaseline = 'middle';

  const line = scene.lines[picture.mark];
  if (line !== undefined && line.length > 3) {
    for (const [style, wide] of [
      [dark ? '#000000' : '#ffffff', 6],
      [inks[scene.data.marks[picture.mark]?.[1] ?? 'fail'], 2.5],
    ] as const) {
      c.strokeStyle = style;
      c.lineWidth = wide;
      c.beginPath();
      for (let i = 0; i < line.length; i += 2) {
        const [sx, sy] = at(line[i] ?? 0, line[i + 1] ?? 0);
        if (i === 0) c.moveTo(sx, sy);
        else c.lineTo(sx, sy);
      }
      c.stroke();
    }
  }

  const spots: Spot[] = [];
  const draw = (mark: number, big: boolean, small: boolean) => {
    const found = scene.data.marks[mark];
    if (found === undefined) return;
    const [n, group, , , mx, my] = found;
    const [sx, sy] = at(mx, my);
    const text = String(n);
    c.font = `600 ${big ? 13 : 11}px system-ui, sans-serif`;
    const r = small ? 3.5 : Math.max(big ? 12 : 9, c.measureText(text).width / 2 + 4);
    c.beginPath();
    c.arc(sx, sy, r, 0, 2 * Math.PI);
    c.fillStyle = inks[group];
    c.fill();
    c.strokeStyle = dark ? '#14181d' : '#ffffff';
    c.lineWidth = small ? 0.8 : 1.5;
    c.stroke();
    if (big) {
      c.beginPath();
      c.arc(sx, sy, r + 4, 0, 2 * Math.PI);
      c.strokeStyle = inks[group];
      c.lineWidth = 2.5;
      c.stroke();
    }
    if (!small) {
      c.fillStyle = dark ? '#14181d' : '#ffffff';
      c.fillText(text, sx, sy + 0.5);
    }
    spots.push({ mark, x: sx, y: sy });
  };
  const count = (mark: number, more: number, big: boolean, small: boolean) => {
    const found = scene.data.marks[mark];
    if (found === undefined || more === 0) return;
    const [n, group, , , mx, my] = found;
    const [sx, sy] = at(mx, my);
    c.font = `600 ${big ? 13 : 11}px system-ui, sans-serif`;
    const r = small ? 3.5 : Math.max(big ? 16 : 9, c.measureText(String(n)).width / 2 + (big ? 8 : 4));
    c.font = '600 9px system-ui, sans-serif';
    c.strokeStyle = dark ? '#14181d' : '#ffffff';
    c.lineWidth = 3;
    c.fillStyle = inks[group];
    const text = `+${more}`;
    const left = sx + r * 0.7 + c.measureText(text).width / 2;
    c.strokeText(text, left, sy - r * 0.8);
    c.fillText(text, left, sy - r * 0.8);
  };
  let beside = 0;
  if (layers.findings) {
    /** How many more marks share the spot of the one that is drawn. */
    const taken = new Map<number, number>();
    const drawn: (readonly [mark: number, spot: number])[] = [];
    const chosen = scene.data.marks[picture.mark];
    const bucket = (sx: number, sy: number) => Math.floor(sx / 24) * 10_000 + Math.floor(sy / 24);
    const here = chosen === undefined ? undefined : bucket(...at(chosen[4], chosen[5]));
    if (here !== undefined) taken.set(here, 0);
    for (let mark = 0; mark < scene.data.marks.length; mark++) {
      const [, , , , mx, my] = scene.data.marks[mark] ?? [0, 'fail', 0, [], 0, 0];
      const [sx, sy] = at(mx, my);
      if (sx < -12 || sy < -12 || sx > width + 12 || sy > height + 12) continue;
      const key = bucket(sx, sy);
      const more = taken.get(key);
      if (more !== undefined) {
        if (mark !== picture.mark) taken.set(key, more + 1);
        continue;
      }
      taken.set(key, 0);
      drawn.push([mark, key]);
    }
    const small = drawn.length > 140;
    // Numbers side by side all over a level can't be read: dots then, and numbers from nearer.
    for (const [mark] of drawn) draw(mark, false, small);
    for (const [mark, spot] of drawn) count(mark, taken.get(spot) ?? 0, false, small);
    beside = here === undefined ? 0 : (taken.get(here) ?? 0);
  }
  if (picture.mark >= 0) {
    draw(picture.mark, true, false);
    count(picture.mark, beside, true, false);
  }
  return spots;
}
