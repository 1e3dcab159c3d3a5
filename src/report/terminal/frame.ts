import { padEnd } from '../../i18n/width.js';
import { frame } from '../frame.js';
import type { Group } from '../tally.js';
import type { Spot } from '../view.js';
import type { Screen } from './screen.js';

/** The line of source at `spot` with carets under its token; nothing where the source isn't known. */
export function frameLines(spot: Spot | undefined, group: Group, paint: Screen): string[] {
  if (spot === undefined) return [];
  const number = String(spot.span.start.line);
  const gutter = ' '.repeat(number.length);
  const room = paint.width === undefined ? undefined : paint.width - number.length - 5;
  const { text, indent, width } = frame(spot.file, spot.span, room);
  const caret = paint.group(group, '^'.repeat(width));
  return [
    `  ${paint.dim(`${number} |`)} ${text}`,
    `  ${paint.dim(`${padEnd(gutter, number.length)} |`)} ${' '.repeat(indent)}${caret}`,
  ];
}
