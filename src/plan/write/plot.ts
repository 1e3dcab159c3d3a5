// What becomes of each kind of change that a person makes to the drawing.

import type { Drawn } from '../read/read.js';
import { type Plotted, plotAdd, plotCopy, plotSet, plotSlide } from './changes.js';
import type { Change } from './types.js';
import { addDevices, removeDevices, type Writing } from './write.js';

/** Returns a change that a person makes to the drawing as edits of the plan's text, or why it can't be written. */
export function plot(change: Change, drawn: Drawn): Plotted {
  switch (change.change) {
    case 'set':
      return plotSet(change, drawn);
    case 'slide':
      return plotSlide(change, drawn);
    case 'add':
      return plotAdd(change, drawn);
    case 'copy':
      return plotCopy(change, drawn);
    case 'remove':
      return plotted(removeDevices(drawn, [change.device]));
    case 'draw':
      return plotDraw(change, drawn);
  }
}

function plotDraw({ devices, types, comment }: Change & { change: 'draw' }, drawn: Drawn): Plotted {
  const options = { types: new Map(types), ...(comment !== undefined && { comment }) };
  return plotted(addDevices(drawn, devices, options));
}

function plotted(written: Writing): Plotted {
  return written.ok ? { edits: written.edits } : { edits: [], refused: written.reason };
}
