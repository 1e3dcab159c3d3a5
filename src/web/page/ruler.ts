// The ruler: two clicks, each at the nearest corner if there is one close by; shows length and bearing.
import type { LevelDrawing } from '../../draw/model.js';
import { onPlan, onScreen } from '../../draw/screen/overlay.js';
import type { Point } from '../../geometry/index.js';
import type { PlanMap } from './map.js';
import type { Words } from './words.js';

/** Distance within which a corner takes the point, px. */
const SNAP = 10;

/** A ruler by which people measure distances on the drawing. */
export interface Ruler {
  /** Starts measuring, or ends it and clears what was measured. */
  use(isOn: boolean, drawing: LevelDrawing | undefined): void;
}

/** Returns the ruler of a drawing; `ended` is called when it is put away by the Escape key. */
export function createRuler(map: PlanMap, words: Words, ended: () => void): Ruler {
  let corners: readonly Point[] = [];
  let [from, to] = [undefined as Point | undefined, undefined as Point | undefined];
  let isFixed = false;
  const pointOf = (event: MouseEvent): Point => {
    const here = map.pointOf(event);
    let [best, distance] = [onPlan(map.viewport, here), SNAP];
    for (const corner of corners) {
      const [x, y] = onScreen(map.viewport, corner);
      const away = Math.hypot(x - here[0], y - here[1]);
      if (away < distance) [best, distance] = [corner, away];
    }
    return best;
  };
  const paint = () => {
    if (from === undefined || to === undefined) {
      map.tools.innerHTML = '';
      return;
    }
    const [ax, ay] = onScreen(map.viewport, from);
    const [bx, by] = onScreen(map.viewport, to);
    const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
    const bearing = (Math.atan2(dx, dy) * 180) / Math.PI;
    const text = words('measured', {
      length: Math.hypot(dx, dy).toFixed(2),
      bearing: String(Math.round((bearing + 360) % 360)),
    });
    map.tools.innerHTML =
      `<path class="ruler" d="M${ax} ${ay}L${bx} ${by}"/><circle class="ruler" cx="${ax}" cy="${ay}" r="3"/>` +
      `<circle class="ruler" cx="${bx}" cy="${by}" r="3"/><text x="${(ax + bx) / 2}" y="${(ay + by) / 2 - 8}"></text>`;
    const label = map.tools.querySelector('text');
    if (label !== null) label.textContent = text;
  };
  const click = (event: MouseEvent) => {
    event.stopPropagation();
    if (from === undefined || isFixed) {
      from = pointOf(event);
      to = from;
      isFixed = false;
    } else {
      to = pointOf(event);
      isFixed = true;
    }
    paint();
  };
  const over = (event: MouseEvent) => {
    if (from !== undefined && !isFixed) to = pointOf(event);
    paint();
  };
  const putAway = (event: KeyboardEvent) => {
    if (event.key === 'Escape') ended();
  };
  // What was measured stays where it is on the plan, however that is moved.
  const moved = new MutationObserver(paint);
  // The drawing's own clicks select; a click that measures doesn't reach them.
  const stop = (event: Event) => event.stopImmediatePropagation();
  return {
    use(isOn, drawing) {
      for (const name of ['pointerdown', 'pointerup'] as const) map.svg.removeEventListener(name, stop, true);
      map.svg.removeEventListener('click', click, true);
      map.svg.removeEventListener('pointermove', over);
      document.removeEventListener('keydown', putAway);
      moved.disconnect();
      [from, to, isFixed] = [undefined, undefined, false];
      paint();
      map.svg.classList.toggle('measuring', isOn);
      if (!isOn || drawing === undefined) return;
      corners = [
        ...drawing.walls.flatMap(({ line }) => line),
        ...drawing.openings.flatMap(({ line }) => line),
        ...drawing.zones.flatMap(({ outline }) => outline.flat()),
        ...drawing.devices.map(({ at }) => at),
      ];
      for (const name of ['pointerdown', 'pointerup'] as const) map.svg.addEventListener(name, stop, true);
      map.svg.addEventListener('click', click, true);
      map.svg.addEventListener('pointermove', over);
      document.addEventListener('keydown', putAway);
      moved.observe(map.svg, { attributes: true, attributeFilter: ['data-moving'] });
    },
  };
}
