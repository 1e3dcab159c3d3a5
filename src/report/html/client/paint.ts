import type { Box, Ctx, Path2, Picture, Win } from './dom.js';
import type { DrawSigns } from './signs.js';

/**
 * Paints a level, stopping after every `budget` corners so that the page never freezes; whoever asked goes on when the
 * browser has had its turn. Runs in the browser: it may use nothing but what it is given.
 */
export function* paint(win: Win, c: Ctx, picture: Picture, budget: number, drawSigns: DrawSigns): Generator<undefined> {
  const { scene, camera, width, height, ratio, layers, dark } = picture;
  const { x, y, scale } = camera;
  const ink = dark
    ? {
        paper: '#14181d',
        zones: ['#232a32', '#1b3a57', '#4a2b45'],
        wall: '#c9d1d9',
        glass: '#6fb7e8',
        frosted: '#8b9db0',
        openings: ['#8b949e', '#e3b341', '#c297e8', '#6fb7e8', '#6fb7e8'],
        must: '#2ea98055',
        mustLine: '#3fd0a0',
        may: '#f0a04b',
        hatch: '#ff8a5c',
        device: '#e6edf3',
        text: '#e6edf3',
        fade: '#7d8590',
        halo: '#14181dcc',
      }
    : {
        paper: '#ffffff',
        zones: ['#f1f3f5', '#d9eafa', '#f6dcec'],
        wall: '#24292f',
        glass: '#1b7fc4',
        frosted: '#5f7488',
        openings: ['#8c959f', '#9a6700', '#8250df', '#1b7fc4', '#1b7fc4'],
        must: '#009e7344',
        mustLine: '#00805d',
        may: '#d97706',
        hatch: '#c2410c',
        device: '#1f2328',
        text: '#1f2328',
        fade: '#6e7781',
        halo: '#ffffffcc',
      };
  const seen: Box = [
    x - width / 2 / scale - 60,
    y - height / 2 / scale - 60,
    x + width / 2 / scale + 60,
    y + height / 2 / scale + 60,
  ];
  const isSeen = (box: Box) => box[0] <= seen[2] && box[2] >= seen[0] && box[1] <= seen[3] && box[3] >= seen[1];
  const px = (value: number) => value / scale;
  const world = () =>
    c.setTransform(
      scale * ratio,
      0,
      0,
      -scale * ratio,
      (width / 2 - x * scale) * ratio,
      (height / 2 + y * scale) * ratio,
    );
  const screen = () => c.setTransform(ratio, 0, 0, ratio, 0, 0);
  let left = budget;
  /** From where on a door is more than a speck. */
  const isNear = scale > 0.022;

  c.setTransform(1, 0, 0, 1, 0, 0);
  c.fillStyle = ink.paper;
  c.fillRect(0, 0, width * ratio, height * ratio);
  const cells = scene.cells.filter(({ box }) => isSeen(box));

  if (layers.zones) {
    for (const status of [0, 1, 2]) {
      for (const cell of cells) {
        world();
        const path = cell.zones[status];
        if (path === undefined) continue;
        c.fillStyle = ink.zones[status] ?? '';
        c.fill(path);
        if (isNear) {
          c.strokeStyle = ink.fade;
          c.globalAlpha = 0.5;
          c.lineWidth = px(0.6);
          c.stroke(path);
          c.globalAlpha = 1;
        }
        left -= cell.weights[0] / 2;
        if (left < 0) {
          left = budget;
          yield;
        }
      }
    }
  }

  const fill = (path: Path2, style: string | object) => {
    c.fillStyle = style;
    c.fill(path, 'evenodd');
  };
  /** What would be a speck isn't worth its corners; what is selected always shows. */
  const views = scene.views.filter(
    ({ box, device }) =>
      isSeen(box) && (device === picture.device || Math.max(box[2] - box[0], box[3] - box[1]) * scale > 28),
  );
  for (const view of views) {
    const chosen = view.device === picture.device;
    if (view.world !== 0 || !(layers.must || chosen)) continue;
    world();
    fill(view.path(), ink.must);
    c.strokeStyle = ink.mustLine;
    c.lineWidth = px(chosen ? 2 : 0.7);
    c.stroke(view.path());
    left -= 2 * view.weight;
    if (left < 0) {
      left = budget;
      yield;
    }
  }
  if (layers.remainder) {
    const tile = win.document.createElement('canvas');
    tile.width = tile.height = 10 * ratio;
    const t = tile.getContext('2d');
    if (t !== null) {
      t.setTransform(ratio, 0, 0, ratio, 0, 0);
      t.strokeStyle = ink.hatch;
      t.lineWidth = 1;
      t.globalAlpha = 0.75;
      t.beginPath();
      for (const at of [-10, 0, 10]) {
        t.moveTo(at - 1, 11);
        t.lineTo(at + 11, -1);
      }
      t.stroke();
    }
    const hatch = c.createPattern(tile, 'repeat');
    hatch?.setTransform(new win.DOMMatrix([1 / scale / ratio, 0, 0, 1 / scale / ratio, 0, 0]));
    for (const shape of scene.remainders) {
      if (!isSeen(shape.box)) continue;
      world();
      if (hatch !== null) fill(shape.path(), hatch);
      c.strokeStyle = ink.hatch;
      c.lineWidth = px(0.8);
      c.stroke(shape.path());
      left -= 2 * shape.weight;
      if (left < 0) {
        left = budget;
        yield;
      }
    }
  }

  c.lineJoin = isNear ? 'round' : 'bevel';
  c.lineCap = isNear ? 'round' : 'butt';
  for (const cell of cells) {
    world();
    const pens: readonly (readonly [string, number])[] = [
      [ink.wall, Math.max(px(isNear ? 1 : 0.6), Math.min(px(3), 10))],
      [ink.glass, px(1.4)],
      [ink.frosted, px(2)],
    ];
    pens.forEach(([style, line], n) => {
      const path = cell.walls[n];
      if (path === undefined) return;
      c.strokeStyle = style;
      c.lineWidth = line;
      c.stroke(path);
      if (n === 0 && isNear) c.stroke(cell.short);
    });
    cell.openings.forEach((path, kind) => {
      if (!isNear) return;
      c.lineCap = 'butt';
      c.strokeStyle = ink.paper;
      c.lineWidth = Math.max(px(2), Math.min(px(5), 14));
      c.stroke(path);
      c.strokeStyle = ink.openings[kind] ?? '';
      c.lineWidth = px(kind === 0 ? 1 : 2);
      c.setLineDash(kind === 0 ? [px(3), px(3)] : kind === 2 ? [px(5), px(2)] : []);
      c.stroke(path);
      c.setLineDash([]);
      c.lineCap = 'round';
    });
    left -= isNear ? 2 * (cell.weights[1] + cell.weights[2]) : cell.weights[1];
    if (left < 0) {
      left = budget;
      yield;
    }
  }

  for (const view of views) {
    const chosen = view.device === picture.device;
    if (view.world !== 1 || !(layers.may || chosen)) continue;
    world();
    c.strokeStyle = ink.may;
    c.lineWidth = px(chosen ? 2.2 : 1.1);
    c.setLineDash([px(6), px(4)]);
    c.stroke(view.path());
    c.setLineDash([]);
    left -= 3 * view.weight;
    if (left < 0) {
      left = budget;
      yield;
    }
  }

  const font = '"Noto Sans CJK SC", "Source Han Sans SC", "PingFang SC", "Microsoft YaHei", sans-serif';
  screen();
  c.textAlign = 'center';
  c.textBaseline = 'middle';
  const taken: Box[] = [];
  const isFree = (box: Box) =>
    !taken.some((other) => box[0] < other[2] && box[2] > other[0] && box[1] < other[3] && box[3] > other[1]);
  const at = (cx: number, cy: number) => [(cx - x) * scale + width / 2, height / 2 - (cy - y) * scale] as const;
  /** Text clear of other texts, on a halo so that lines under it don't cross it out. */
  const write = (text: string, tx: number, ty: number, style: string) => {
    const half = c.measureText(text).width / 2 + 2;
    const box: Box = [tx - half, ty - 7, tx + half, ty + 7];
    if (taken.length > 400 || !isFree(box)) return;
    taken.push(box);
    c.strokeStyle = ink.halo;
    c.lineWidth = 3;
    c.strokeText(text, tx, ty);
    c.fillStyle = style;
    c.fillText(text, tx, ty);
  };

  if (layers.devices) {
    const shown = scene.data.devices.flatMap((device, n) => {
      const [, , dx, dy] = device;
      return dx >= seen[0] && dx <= seen[2] && dy >= seen[1] && dy <= seen[3] ? [{ device, n }] : [];
    });
    const size = shown.length > 900 ? 1.6 : shown.length > 250 ? 3 : 5.5;
    for (const { device, n } of shown) {
      const [, , dx, dy, heading, status] = device;
      const [sx, sy] = at(dx, dy);
      const chosen = n === picture.device;
      const r = chosen ? Math.max(6, size) : size;
      c.beginPath();
      if (heading >= 0 && r > 2) {
        const turn = (heading * Math.PI) / 180;
        const corner = (angle: number, reach: number) =>
          [sx + Math.sin(turn + angle) * reach, sy - Math.cos(turn + angle) * reach] as const;
        c.moveTo(...corner(0, 1.7 * r));
        c.lineTo(...corner(2.3, 1.15 * r));
        c.lineTo(...corner(-2.3, 1.15 * r));
        c.closePath();
      } else {
        c.arc(sx, sy, 0.8 * r, 0, 2 * Math.PI);
      }
      c.lineWidth = 1.5;
      c.strokeStyle = status === 2 ? ink.fade : chosen ? ink.may : ink.device;
      c.fillStyle = status === 2 ? ink.paper : chosen ? ink.may : ink.device;
      c.fill();
      if (r > 2) c.stroke();
      left -= 6;
    }
    const signs = scene.data.signs.filter(
      ([, , dx, dy]) => dx >= seen[0] && dx <= seen[2] && dy >= seen[1] && dy <= seen[3],
    );
    drawSigns(
      c,
      signs.map(([, , dx, dy, heading, status]) => {
        const [sx, sy] = at(dx, dy);
        return { x: sx, y: sy, heading, removed: status === 2 };
      }),
      { size: Math.max(size, 2), line: ink.device, fade: ink.fade, paper: ink.paper },
    );
    left -= 12 * signs.length;
    c.font = `11px ${font}`;
    if (size > 5)
      for (const [id, , dx, dy] of [...shown.map(({ device }) => device), ...signs]) {
        const [sx, sy] = at(dx, dy);
        write(id, sx, sy + 15, ink.text);
      }
    if (left < 0) {
      left = budget;
      yield;
    }
  }
  if (layers.zones) {
    c.font = `12px ${font}`;
    const marks = layers.findings
      ? scene.data.marks.filter(([, , , , mx, my]) => mx >= seen[0] && mx <= seen[2] && my >= seen[1] && my <= seen[3])
      : [];
    /** A number stands in the middle of a room, as its name does: the name goes below it. Dots hide little. */
    const below = (sx: number, sy: number, half: number) =>
      marks.length <= 140 &&
      marks.some(([, , , , mx, my]) => {
        const [px, py] = at(mx, my);
        return Math.abs(px - sx) < half + 10 && Math.abs(py - sy) < 17;
      });
    for (const label of scene.labels) {
      if (label.width * scale < 22) break;
      const [sx, sy] = at(label.x, label.y);
      if (sx < 0 || sy < 0 || sx > width || sy > height) continue;
      const wide = c.measureText(label.text).width;
      if (wide + 6 <= label.width * scale) {
        write(label.text, sx, below(sx, sy, wide / 2) ? sy + 22 : sy, ink.text);
        continue;
      }
      // A narrow room is named downwards, as Chinese can be.
      const letters = [...label.text];
      const half = letters.length * 7;
      if (2 * half > label.height * scale || letters.length > 8 || !/[\u3400-\u9fff]/.test(label.text)) continue;
      if (!isFree([sx - 8, sy - half, sx + 8, sy + half])) continue;
      letters.forEach((letter, n) => {
        write(letter, sx, sy + 14 * n + 7 - half, ink.text);
      });
    }
  }
}
