import type { Ctx } from './dom.js';

/** A sign on the screen: pixels; heading clockwise from up, degrees, −1: none. */
interface Spot {
  readonly x: number;
  readonly y: number;
  readonly heading: number;
  readonly removed: boolean;
}

/** How signs are drawn: half of a board's width in pixels, and colours. */
interface Look {
  readonly size: number;
  readonly line: string;
  readonly fade: string;
  readonly paper: string;
}

export type DrawSigns = (c: Ctx, signs: readonly Spot[], look: Look) => void;

/**
 * Draws signs as boards on posts, ruled as writing is, with a mark on the side they face: no device looks so. Runs in the
 * browser: it may use nothing but what it is given.
 */
export function drawSigns(c: Ctx, signs: readonly Spot[], { size: r, line, fade, paper }: Look): void {
  for (const { x, y, heading, removed } of signs) {
    c.strokeStyle = removed ? fade : line;
    c.fillStyle = paper;
    c.lineWidth = r > 4 ? 1.5 : 1;
    c.beginPath();
    c.moveTo(x, y);
    c.lineTo(x, y + 1.3 * r);
    if (heading >= 0 && r > 4) {
      const corner = (angle: number, reach: number) => {
        const turn = (heading * Math.PI) / 180 + angle;
        return [x + Math.sin(turn) * reach, y - Math.cos(turn) * reach] as const;
      };
      c.moveTo(...corner(-0.45, 1.6 * r));
      c.lineTo(...corner(0, 2.2 * r));
      c.lineTo(...corner(0.45, 1.6 * r));
    }
    c.stroke();
    c.fillRect(x - r, y - r, 2 * r, 1.3 * r);
    c.beginPath();
    c.moveTo(x - r, y - r);
    c.lineTo(x + r, y - r);
    c.lineTo(x + r, y + 0.3 * r);
    c.lineTo(x - r, y + 0.3 * r);
    c.closePath();
    if (r > 4) {
      for (const [up, to] of [
        [0.57, 0.6],
        [0.13, 0.2],
      ] as const) {
        c.moveTo(x - 0.6 * r, y - up * r);
        c.lineTo(x + to * r, y - up * r);
      }
    }
    if (removed) {
      c.moveTo(x - r, y - r);
      c.lineTo(x + r, y + r);
      c.moveTo(x + r, y - r);
      c.lineTo(x - r, y + r);
    }
    c.stroke();
  }
}
