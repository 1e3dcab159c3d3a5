// Symbols of devices and signs.
import type { DeviceKind } from '../../plan/model.js';
import { element } from '../../render/xml.js';
import { INK, PAPER, SYMBOL } from '../page/style.js';

const R = SYMBOL;

/**
 * Shapes of the kinds of devices about (0, 0), different enough to tell apart in grey; `f` is the fill, `s` the stroke
 * on it.
 */
const SHAPES: Readonly<Record<DeviceKind, (f: string, s: string) => string>> = {
  camera: (f) => circle(R - 1.2, f),
  'face-terminal': (f, s) => `${square(f)}<circle r="1.8" fill="${s}" stroke="none"/>`,
  microphone: (f, s) => circle(R - 0.5, f) + path('M0 -3V1.2M-2.2 0.4A2.2 2.2 0 0 0 2.2 0.4M0 2.6V3.4', s),
  intercom: (f, s) => square(f) + path('M-2.6 -1.6H2.6M-2.6 0.2H2.6M-2.6 2H0.6', s),
  'intrusion-detector': (f) => `<path d="M0 -4.6L4.4 3.6H-4.4Z" fill="${f}"/>`,
  'panic-button': (f, s) => `${circle(R - 0.5, f)}<circle r="2.2" fill="none" stroke="${s}"/>`,
  'access-reader': (f, s) =>
    `<rect x="-3.6" y="${-R}" width="7.2" height="${2 * R}" fill="${f}"/>${path('M-1.8 -2.6H1.8M-1.8 0H1.8', s)}`,
  'door-contact': (f) =>
    `<rect x="${-R}" y="-2.2" width="4.6" height="4.4" fill="${f}"/><rect x="0.9" y="-2.2" width="4.6" height="4.4" fill="${f}"/>`,
  'metal-detector': (f) => `<path d="M${-R} ${R}V${-R}H${R}V${R}H2.6V-2.4H-2.6V${R}Z" fill="${f}"/>`,
  'xray-scanner': (f, s) =>
    `<rect x="-7" y="-4.4" width="14" height="8.8" fill="${f}"/>${path('M-3 -2.6L3 2.6M3 -2.6L-3 2.6', s)}`,
  'smoke-detector': (f, s) => circle(R - 0.5, f) + path('M-3.4 0H3.4M0 -3.4V3.4', s),
  other: (f) => `<path d="M0 ${-R}L${R} 0L0 ${R}L${-R} 0Z" fill="${f}"/>`,
};

function circle(radius: number, fill: string): string {
  return `<circle r="${radius}" fill="${fill}"/>`;
}

function square(fill: string): string {
  return `<rect x="-4.8" y="-4.8" width="9.6" height="9.6" rx="1" fill="${fill}"/>`;
}

function path(d: string, stroke: string): string {
  return `<path d="${d}" fill="none" stroke="${stroke}" stroke-width="1.1"/>`;
}

/**
 * Returns the markup of the symbol of a device about (0, 0), px: filled if planned, hollow if installed, crossed out if
 * to be removed, with a pointer for every heading (degrees clockwise from the top of the sheet).
 */
export function symbol(
  kind: DeviceKind,
  status: 'planned' | 'existing' | 'removed',
  headings: readonly number[],
): string {
  const planned = status === 'planned';
  const [fill, line] = planned ? [INK, PAPER] : [PAPER, INK];
  const pointers = headings.map((heading) => {
    const transform = `rotate(${Math.round(heading * 10) / 10 + 0})`;
    return kind === 'intrusion-detector'
      ? element('path', { d: FAN, fill: 'none', 'stroke-width': 1.4, transform })
      : element('path', { d: HOOD, fill, transform });
  });
  const cross = status === 'removed' ? '<path d="M-7 -7L7 7M7 -7L-7 7" stroke-width="1.6"/>' : '';
  return `${pointers.join('')}${SHAPES[kind](fill, line)}${cross}`;
}

/**
 * Returns the markup of the symbol of a sign about (0, 0), px: a board on a post with a mark on the side it faces
 * (`heading`, degrees clockwise from the top of the sheet); filled, hollow or crossed out as devices are.
 */
export function signSymbol(status: 'planned' | 'existing' | 'removed', heading: number | undefined): string {
  const [fill, line] = status === 'planned' ? [INK, PAPER] : [PAPER, INK];
  const facing =
    heading === undefined
      ? ''
      : element('path', {
          d: 'M-4 -7.5L0 -11.5L4 -7.5',
          fill: 'none',
          'stroke-width': 1.4,
          transform: `rotate(${Math.round(heading * 10) / 10 + 0})`,
        });
  const board = `<path d="M0 1V6"/><rect x="-5.5" y="-5.5" width="11" height="7" rx="1" fill="${fill}"/>`;
  const cross = status === 'removed' ? '<path d="M-7 -7L7 7M7 -7L-7 7" stroke-width="1.6"/>' : '';
  return `${facing}${board}${path('M-3.2 -3.4H3.2M-3.2 -0.8H1.4', line)}${cross}`;
}

/** Distance of a pointer's middle from its device, and half of a pointer's size, px. */
export const POINTER = { at: 8, half: 5.5 } as const;

/** Path of the two sides of a detector's range. */
const FAN = 'M0 0L-5.5 -12M0 0L5.5 -12';

/** Path of a lens hood that opens in the direction of view. */
const HOOD = `M-1.6 -3.5L-5 ${-R - 5.5}H5L1.6 -3.5Z`;
