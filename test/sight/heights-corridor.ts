import { expect } from 'vitest';
import type { Device, Opening, Wall } from '../../src/plan/model.js';
import { createSight } from '../../src/sight/sight.js';
import { camera, emptyPack, level, opening, rect, region, site, wall, zone } from '../support/site.js';

/** A stretch of the corridor, m east. */
export type Stretch = readonly [from: number, to: number];

/** 20 m long, 2 m wide. What is asked stands at x = 4, straight across, 2 m before the eye at (2, 1). */
export const corridor = zone('hall', rect(0, 0, 20, 2));

/** Sees the corridor from wall to wall from x = 3 on, and every height from 0.3 m before it on. */
export const WIDE = { heading: 90, tilt: 0, hfov: 90, vfov: 170, resolution: [1000, 1000] as const };

export const eyeAt = (height: number | undefined, more: Partial<Device> = {}): Device =>
  camera('c', [2, 1], WIDE, { height, ...more });

/** A wall across the corridor. */
export const across = (more: Partial<Wall> = {}): Wall =>
  wall(
    'w',
    [
      [4, 0],
      [4, 2],
    ],
    more,
  );

/** The whole of that wall opened, without a tunnel. */
export const opened = (kind: Opening['kind'], more: Partial<Opening> = {}): Opening =>
  opening('o', kind, [4, 0], [4, 2], { thickness: 0, ...more });

export interface Parts {
  readonly walls?: readonly Wall[];
  readonly openings?: readonly Opening[];
  readonly zones?: readonly (typeof corridor)[];
  readonly ceiling?: number | undefined;
  /** m; 1.5 unless said. */
  readonly target?: number;
}

/** The sight of a level with one device, with the height of what must be seen. */
export function sightOf(device: Device, parts: Parts) {
  const { walls = [], openings = [], zones = [corridor], target } = parts;
  const ceiling = 'ceiling' in parts ? parts.ceiling : 4;
  const plan = site(
    level({ zones: [...zones], walls: [...walls], openings: [...openings], ceiling, devices: [device] }),
  );
  const height = { value: target ?? 1.5, unit: 'm', what: { zh: '', en: '' }, basis: 'sitecam' } as const;
  return createSight({ ...plan, pack: { ...emptyPack, parameters: { targetHeight: height } } });
}

/** m² of a stretch of the corridor that are seen in must-see and in may-see. */
export function seen(
  device: Device,
  parts: Parts,
  [from, to]: Stretch,
): { readonly must: number; readonly may: number } {
  const sight = sightOf(device, parts);
  const shape = rect(from, 0, to - from, 2);
  return {
    must: sight.coverage(zone('s', shape), 0.001, { detectors: true, minus: [] }).covered,
    may: sight.reach(device, 'F1', region(shape), 0.001, 'may')?.area ?? 0,
  };
}

/** Expects that of the corridor beyond x = 4 exactly the stretches given are hidden, each to 1e-6 m². */
export function expectHidden(
  device: Device,
  parts: Parts,
  hidden: { readonly must: readonly Stretch[]; readonly may: readonly Stretch[] },
): void {
  for (const world of ['must', 'may'] as const) {
    const ends = hidden[world].flat();
    const stops = [4, ...ends, 20];
    for (let i = 0; i + 1 < stops.length; i++) {
      const [from = 0, to = 0] = stops.slice(i, i + 2);
      if (to <= from) continue;
      const wanted = i % 2 === 1 ? 0 : 2 * (to - from);
      expect(seen(device, parts, [from, to])[world], `${world} ${from}–${to}`).toBeCloseTo(wanted, 6);
    }
  }
}
