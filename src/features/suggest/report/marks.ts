// Colours and marks of a suggestion's drawing, on the plan as in its legend.

import { px } from '../../../draw/page/scale.js';
import { INK, PAPER } from '../../../draw/page/style.js';
import { element, xmlText } from '../../../render/xml.js';

/** Colour of what is suggested: blue, which nothing below it on the sheet has. */
export const SUGGESTED = '#004c80';
/** Grey of devices that stay, and of those that are replaced. */
export const QUIET = '#8a8a8a';
/** Colour in which floor is shaded by its weight in the proof, and the opacity (0–1) of the heaviest floor. */
export const WEIGHT = { fill: '#5b3a00', most: 0.42 } as const;
/** Half the width of a numbered camera, px. */
export const RADIUS = 8;

/** Cross over the symbol of a device that the suggestion removes; centred on (0, 0), px. */
export const STRIKE = element('path', { d: 'M-11 -8L11 8M-11 8L11 -8', stroke: INK, 'stroke-width': 1.6 });

/**
 * Returns the markup of the mark of a suggested camera at (0, 0), px: its number in a disc, with a pointer for every heading
 * (degrees clockwise from the top of the sheet). The disc stands before the camera, in the direction it looks, so that
 * those on both sides of a wall keep apart.
 */
export function numberedMark(number: number, headings: readonly number[]): string {
  const turns = headings.map((degrees) => Math.round(degrees * 10) / 10 + 0);
  const pointers = turns.map((degrees) =>
    element('path', {
      d: `M-3.2 ${-RADIUS + 1.5}L-6.5 ${-RADIUS - 7}H6.5L3.2 ${-RADIUS + 1.5}Z`,
      fill: SUGGESTED,
      stroke: PAPER,
      transform: `rotate(${degrees})`,
    }),
  );
  const disc = element('circle', { r: RADIUS, fill: SUGGESTED, stroke: PAPER });
  const text = element(
    'text',
    { y: 3.6, 'font-size': 10, 'font-weight': 'bold', 'text-anchor': 'middle', fill: PAPER, stroke: 'none' },
    xmlText(String(number)),
  );
  const angle = ((turns[0] ?? 0) * Math.PI) / 180;
  const by = turns.length === 0 ? 0 : RADIUS;
  const place = `translate(${px(by * Math.sin(angle))} ${px(-by * Math.cos(angle))})`;
  return element('g', { transform: place }, [...pointers, disc, text].join(''));
}
