// Colours and marks of a suggestion's drawing, on the plan as in its legend.

import { INK, PAPER } from '../../../draw/page/style.js';
import { element, xmlText } from '../../../render/xml.js';

/** Colour of what is suggested: blue, which nothing below it on the sheet has. */
export const SUGGESTED = '#004c80';
/** Grey of devices that stay, and of those that are replaced. */
export const QUIET = '#8a8a8a';
/** Shade of the heaviest floor, and its opacity. */
export const WEIGHT = { fill: '#5b3a00', most: 0.42 } as const;
/** Half the width of a numbered camera, px. */
export const RADIUS = 8;

/** A line across a symbol that goes. */
export const STRIKE = element('path', { d: 'M-11 -8L11 8M-11 8L11 -8', stroke: INK, 'stroke-width': 1.6 });

/** Returns the mark of a suggested camera about (0, 0): its number in a disc, with a pointer for every heading. */
export function numberedMark(number: number, headings: readonly number[]): string {
  const pointers = headings.map((degrees) =>
    element('path', {
      d: `M-3.2 ${-RADIUS + 1.5}L-6.5 ${-RADIUS - 7}H6.5L3.2 ${-RADIUS + 1.5}Z`,
      fill: SUGGESTED,
      stroke: PAPER,
      transform: `rotate(${Math.round(degrees * 10) / 10 + 0})`,
    }),
  );
  const disc = element('circle', { r: RADIUS, fill: SUGGESTED, stroke: PAPER });
  const text = element(
    'text',
    { y: 3.6, 'font-size': 10, 'font-weight': 'bold', 'text-anchor': 'middle', fill: PAPER, stroke: 'none' },
    xmlText(String(number)),
  );
  return [...pointers, disc, text].join('');
}
