// What is painted over the drawing of the live page, and takes presses and keys before the drawing does.

import { effect } from '@preact/signals';
import type { PlanMap } from '../page/map.js';

/** What is drawn over the map: it follows the map's view and handles the pointer. */
export interface Overlay {
  /** Called with a press on the drawing before the drawing gets it. */
  readonly down: (event: PointerEvent) => void;
  /** Ends it: called by Escape while nothing is being dragged. */
  readonly end: () => void;
  /** Paints it; called again whenever a signal that it read changes, and as the drawing moves. */
  readonly paint: () => void;
  /** True while something is being dragged. */
  readonly isChanging: () => boolean;
}

/** Puts an overlay on the drawing; returns a function that removes it. */
export function overlaid({ svg }: PlanMap, { down, end, paint, isChanging }: Overlay): () => void {
  const key = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && !isChanging()) end();
  };
  svg.addEventListener('pointerdown', down, true);
  document.addEventListener('keydown', key, true);
  const stop = effect(paint);
  const repaint = new MutationObserver(paint);
  repaint.observe(svg, { attributes: true, attributeFilter: ['data-moving'] });
  return () => {
    stop();
    repaint.disconnect();
    svg.removeEventListener('pointerdown', down, true);
    document.removeEventListener('keydown', key, true);
  };
}
