import type { LevelData } from '../data.js';
import type { Camera, Ctx, El, Ev, Layers, Picture, PlanView, Scene, Win } from './dom.js';
import type { Spot } from './marks.js';

/** Corners painted a frame: more would show as a jerk. */
export interface PlanHooks {
  readonly budget: number;
  readonly paint: (win: Win, c: Ctx, picture: Picture, budget: number) => Generator<undefined>;
  readonly drawMarks: (c: Ctx, picture: Picture) => Spot[];
  onMark(mark: number): void;
  onDevice(device: number): void;
  onSign(sign: number): void;
  /** One finding on or back. */
  onStep(by: 1 | -1): void;
}

/**
 * The plan on a canvas: pan, zoom, selection. What was painted last is shown moved and scaled until the sharp picture
 * is ready. Runs in the browser: it may use nothing but what it is given.
 */
export function createPlan(win: Win, canvas: El, hooks: PlanHooks): PlanView {
  interface Painted {
    readonly sheet: El;
    readonly camera: Camera;
    readonly width: number;
    readonly height: number;
  }
  const context = canvas.getContext('2d');
  /** How much more than the window is painted, so that a small move shows no bare edge. */
  const MARGIN = 1.4;
  let scene: Scene | undefined;
  let camera: Camera = { x: 0, y: 0, scale: 1 };
  let layers: Layers = { must: true, may: true, remainder: true, zones: true, devices: true, findings: true };
  let dark = false;
  let [mark, device] = [-1, -1];
  let front: Painted | undefined;
  let spare: El | undefined;
  let job: { readonly steps: Generator<undefined>; readonly painted: Painted } | undefined;
  let stale = true;
  let home = true;
  let asked = false;
  let flight: { readonly from: Camera; readonly to: Camera; start: number | undefined } | undefined;
  let spots: Spot[] = [];
  const calm = win.matchMedia('(prefers-reduced-motion: reduce)');

  const size = () => ({ width: Math.max(1, canvas.clientWidth), height: Math.max(1, canvas.clientHeight) });
  const ratio = () => Math.min(2, win.devicePixelRatio || 1);
  const picture = (of: Scene, at: Camera, width: number, height: number): Picture => ({
    scene: of,
    camera: at,
    width,
    height,
    ratio: ratio(),
    layers,
    dark,
    mark,
    device,
  });

  function ask(): void {
    if (asked) return;
    asked = true;
    win.requestAnimationFrame(frame);
  }

  function startJob(of: Scene): void {
    const { width, height } = size();
    const painted = {
      sheet: spare ?? win.document.createElement('canvas'),
      camera,
      width: Math.ceil(width * MARGIN),
      height: Math.ceil(height * MARGIN),
    };
    spare = undefined;
    painted.sheet.width = painted.width * ratio();
    painted.sheet.height = painted.height * ratio();
    const c = painted.sheet.getContext('2d');
    if (c === null) return;
    const steps = hooks.paint(win, c, picture(of, camera, painted.width, painted.height), hooks.budget);
    job = { steps, painted };
  }

  function frame(time: number): void {
    asked = false;
    if (scene === undefined || context === null) return;
    if (flight !== undefined) {
      flight.start ??= time;
      const t = Math.min(1, (time - flight.start) / 350);
      const ease = 1 - (1 - t) ** 3;
      const { from, to } = flight;
      const scale = from.scale * (to.scale / from.scale) ** ease;
      // The scale runs geometrically; the middle must follow it, or the target swings out of sight on the way.
      const share = from.scale === to.scale ? ease : (1 / from.scale - 1 / scale) / (1 / from.scale - 1 / to.scale);
      camera = { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share, scale };
      if (t === 1) flight = undefined;
      stale = true;
    }
    if (job === undefined && stale) {
      stale = false;
      startJob(scene);
    }
    if (job?.steps.next().done === true) {
      spare = front?.sheet;
      front = job.painted;
      job = undefined;
    }
    const { width, height } = size();
    context.setTransform(ratio(), 0, 0, ratio(), 0, 0);
    context.fillStyle = dark ? '#14181d' : '#ffffff';
    context.fillRect(0, 0, width, height);
    // Of what was never painted before, as much as there is.
    const shown = front ?? job?.painted;
    if (shown !== undefined) {
      const zoom = camera.scale / shown.camera.scale;
      const [w, h] = [shown.width * zoom, shown.height * zoom];
      const left = width / 2 + (shown.camera.x - camera.x) * camera.scale - w / 2;
      const top = height / 2 - (shown.camera.y - camera.y) * camera.scale - h / 2;
      context.drawImage(shown.sheet, left, top, w, h);
    }
    spots = hooks.drawMarks(context, picture(scene, camera, width, height));
    canvas.dataset.painted = job === undefined && !stale && flight === undefined ? 'yes' : 'no';
    if (job !== undefined || stale || flight !== undefined) ask();
  }

  function changed(): void {
    stale = true;
    ask();
  }

  function move(to: Camera): void {
    flight = undefined;
    home = false;
    camera = to;
    changed();
  }

  function fly(to: Camera): void {
    if (calm.matches) {
      move(to);
      return;
    }
    home = false;
    flight = { from: camera, to, start: undefined };
    ask();
  }

  const fitted = (box: readonly number[], share: number, most: number): Camera => {
    const { width, height } = size();
    const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = box;
    const scale = Math.min((width * share) / Math.max(1, x1 - x0), (height * share) / Math.max(1, y1 - y0), most);
    return { x: (x0 + x1) / 2, y: (y0 + y1) / 2, scale };
  };
  const whole = () => fitted([0, 0, ...(scene?.data.size ?? [1, 1])], 0.92, 4);

  /** Zooms about a point of the canvas, CSS pixels; from the whole at half size to 5 mm a pixel. */
  function zoomAt(factor: number, px: number, py: number): Camera {
    const { width, height } = size();
    const scale = Math.min(2, Math.max(whole().scale / 2, camera.scale * factor));
    const [dx, dy] = [px - width / 2, py - height / 2];
    return {
      x: camera.x + dx / camera.scale - dx / scale,
      y: camera.y - dy / camera.scale + dy / scale,
      scale,
    };
  }

  function place(event: Ev): readonly [number, number] {
    const { left, top } = canvas.getBoundingClientRect();
    return [event.clientX - left, event.clientY - top];
  }

  canvas.addEventListener(
    'wheel',
    (event) => {
      event.preventDefault();
      const lines = event.deltaMode === 1 ? 16 : 1;
      move(zoomAt(Math.exp(-event.deltaY * lines * (event.ctrlKey ? 0.01 : 0.0016)), ...place(event)));
    },
    { passive: false },
  );

  const fingers = new Map<number, readonly [number, number]>();
  let travelled = 0;
  canvas.addEventListener('pointerdown', (event) => {
    canvas.setPointerCapture(event.pointerId);
    if (fingers.size === 0) travelled = 0;
    fingers.set(event.pointerId, place(event));
  });
  canvas.addEventListener('pointermove', (event) => {
    const before = fingers.get(event.pointerId);
    if (before === undefined) return;
    const now = place(event);
    const [dx, dy] = [now[0] - before[0], now[1] - before[1]];
    travelled += Math.hypot(dx, dy);
    const other = [...fingers].find(([id]) => id !== event.pointerId)?.[1];
    fingers.set(event.pointerId, now);
    // A hand that only taps trembles.
    if (travelled < 5) return;
    if (other === undefined)
      return move({ ...camera, x: camera.x - dx / camera.scale, y: camera.y + dy / camera.scale });
    const [wide, was] = [now, before].map(([px, py]) => Math.max(1, Math.hypot(px - other[0], py - other[1])));
    move(zoomAt((wide ?? 1) / (was ?? 1), (now[0] + other[0]) / 2, (now[1] + other[1]) / 2));
    move({ ...camera, x: camera.x - dx / 2 / camera.scale, y: camera.y + dy / 2 / camera.scale });
  });
  canvas.addEventListener('pointercancel', (event) => fingers.delete(event.pointerId));
  canvas.addEventListener('pointerup', (event) => {
    fingers.delete(event.pointerId);
    if (travelled < 5) tap(...place(event));
  });

  function tap(px: number, py: number): void {
    const near = spots
      .map((spot) => ({ ...spot, far: Math.hypot(spot.x - px, spot.y - py) }))
      .filter(({ far }) => far < 15)
      .sort((a, b) => a.far - b.far)[0];
    if (near !== undefined) {
      hooks.onMark(near.mark);
      return;
    }
    const { width, height } = size();
    let [best, far, isSign] = [-1, 14, false];
    const nearest = (spots: LevelData['devices'], signs: boolean) =>
      spots.forEach(([, , x, y], n) => {
        const away = Math.hypot(
          (x - camera.x) * camera.scale + width / 2 - px,
          height / 2 - (y - camera.y) * camera.scale - py,
        );
        if (away < far) [best, far, isSign] = [n, away, signs];
      });
    if (layers.devices && scene !== undefined) {
      nearest(scene.data.devices, false);
      nearest(scene.data.signs, true);
    }
    if (isSign) hooks.onSign(best);
    else hooks.onDevice(best);
  }

  canvas.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const { width, height } = size();
    const step = 80 / camera.scale;
    const acts: Readonly<Record<string, (() => void) | undefined>> = {
      ArrowLeft: () => move({ ...camera, x: camera.x - step }),
      ArrowRight: () => move({ ...camera, x: camera.x + step }),
      ArrowUp: () => move({ ...camera, y: camera.y + step }),
      ArrowDown: () => move({ ...camera, y: camera.y - step }),
      '+': () => move(zoomAt(1.4, width / 2, height / 2)),
      '=': () => move(zoomAt(1.4, width / 2, height / 2)),
      '-': () => move(zoomAt(1 / 1.4, width / 2, height / 2)),
      0: () => fly(whole()),
      n: () => hooks.onStep(1),
      p: () => hooks.onStep(-1),
    };
    const act = acts[event.key];
    if (act === undefined) return;
    event.preventDefault();
    act();
  });

  new win.ResizeObserver(() => {
    const { width, height } = size();
    canvas.width = width * ratio();
    canvas.height = height * ratio();
    // Until someone moves it the whole level is shown.
    if (home) camera = whole();
    changed();
  }).observe(canvas);

  return {
    show: (next) => {
      scene = next;
      [mark, device, front, job] = [-1, -1, undefined, undefined];
      move(whole());
      home = true;
    },
    layers: (next) => {
      layers = next;
      changed();
    },
    dark: (on) => {
      dark = on;
      changed();
    },
    select: (next) => {
      mark = next;
      const found = scene?.data.marks[next];
      if (found === undefined) return changed();
      device = found[2];
      const [x0, y0, x1, y1] = scene?.frames[next] ?? [0, 0, 0, 0];
      // Never closer than ten metres across: a finding is read by what is around it.
      const box = [x0 - 150, y0 - 150, x1 + 150, y1 + 150];
      fly(fitted(box, 0.72, Math.min(size().width, size().height) / 1000));
      changed();
    },
    device: (next) => {
      [mark, device] = [-1, next];
      changed();
    },
    fit: () => fly(whole()),
    zoom: (factor) => move(zoomAt(factor, size().width / 2, size().height / 2)),
  };
}
