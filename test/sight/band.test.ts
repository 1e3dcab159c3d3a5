// The band of a cone and its sectors against a pinhole camera, pose by pose.
import { describe, expect, it } from 'vitest';
import { Band, halves } from '../../src/sight/cone/band.js';
import type { Cone } from '../../src/sight/cone/cone.js';
import { circleOutside, rectangle } from '../../src/sight/cone/frames.js';
import { sectorsOf } from '../../src/sight/cone/sectors.js';

/** Returns numbers in [0, 1), the same for a seed. */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1664525 + 1013904223) % 4294967296;
    return state / 4294967296;
  };
}

const rad = (degrees: number) => (degrees * Math.PI) / 180;

function randomCone(next: () => number): Cone {
  const between = (a: number, b: number) => a + (b - a) * next();
  const kind = next();
  const frame =
    kind < 0.1
      ? circleOutside(rad(between(15, 80)))
      : rectangle(
          Math.tan(rad(between(15, 60))),
          Math.tan(rad(between(10, 45))),
          kind < 0.6 ? 0 : rad(between(-20, 20)),
        );
  const swing = next() < 0.3 ? 0 : rad(next() < 0.5 ? between(0, 6) : between(0, 170));
  const low = rad(between(-30, 92));
  const lean = next() < 0.3 ? 0 : rad(next() < 0.5 ? between(0, 6) : between(0, 90));
  return { frame, headings: next() < 0.1 ? undefined : [-swing, swing], tilts: [low, Math.min(low + lean, rad(100))] };
}

const between = ([from, to]: readonly [number, number], share: number) => from + (to - from) * share;

/** A random ray through the frame of a pose, half of them through its edge; undefined if it is upright. */
function rayOf({ frame }: Cone, heading: number, tilt: number, next: () => number) {
  const n = frame.length;
  const j = 2 * Math.floor((next() * n) / 2);
  const t = next();
  const shrink = next() < 0.5 ? 1 : next();
  const u = shrink * (frame[j] + t * (frame[(j + 2) % n] - frame[j]));
  const v = shrink * (frame[j + 1] + t * (frame[(j + 3) % n] - frame[j + 1]));
  const along = Math.cos(tilt) + v * Math.sin(tilt);
  const z = -Math.sin(tilt) + v * Math.cos(tilt);
  const x = along * Math.cos(heading) - u * Math.sin(heading);
  const y = along * Math.sin(heading) + u * Math.cos(heading);
  const r = Math.hypot(x, y);
  return r < 1e-4 ? undefined : { azimuth: Math.atan2(y, x), slope: z / r };
}

/** True if a direction is in the frame of a pose, by the pinhole formula; `grow` moves the frame's sides out. */
function inFrame({ frame }: Cone, heading: number, tilt: number, [x, y, z]: readonly number[], grow: number): boolean {
  const along = x * Math.cos(heading) + y * Math.sin(heading);
  const left = y * Math.cos(heading) - x * Math.sin(heading);
  const depth = along * Math.cos(tilt) - z * Math.sin(tilt);
  if (depth <= 0) return false;
  const [u, v] = [left / depth, (along * Math.sin(tilt) + z * Math.cos(tilt)) / depth];
  for (let i = 0; i < frame.length; i += 2) {
    const j = (i + 2) % frame.length;
    const [dx, dy] = [frame[j] - frame[i], frame[j + 1] - frame[i + 1]];
    if (dx * (v - frame[i + 1]) - dy * (u - frame[i]) < -grow) return false;
  }
  return true;
}

describe('the band of a cone', () => {
  it('holds the slope of every ray that a pinhole sees in a pose, at its azimuth', () => {
    const next = numbers(21);
    for (let i = 0; i < 300; i += 1) {
      const cone = randomCone(next);
      const bands = halves(cone).map((half) => new Band(half));
      const [h0, h1] = cone.headings ?? [-Math.PI, Math.PI];
      for (let k = 0; k < 200; k += 1) {
        const { azimuth, slope } = rayOf(cone, h0 + (h1 - h0) * next(), between(cone.tilts, next()), next) ?? {};
        if (azimuth === undefined || slope === undefined) continue;
        const margin = 1e-6 * (1 + Math.abs(slope));
        const holds = bands.some((band) => {
          const { low, high } = band.at(azimuth) ?? {};
          return low !== undefined && high !== undefined && low - margin <= slope && slope <= high + margin;
        });
        expect({ cone, azimuth, slope, holds }).toEqual({ cone, azimuth, slope, holds: true });
      }
    }
  });
});

describe('sectors of a cone', () => {
  it('hold every ray that a pinhole sees in a pose of the cone', () => {
    const next = numbers(20);
    for (let i = 0; i < 300; i += 1) {
      const cone = randomCone(next);
      const sectors = sectorsOf(cone);
      const [h0, h1] = cone.headings ?? [-Math.PI, Math.PI];
      const ends = (a: number, b: number) => (next() < 0.4 ? (next() < 0.5 ? a : b) : a + (b - a) * next());
      for (let k = 0; k < 150; k += 1) {
        const [heading, tilt] = [ends(h0, h1), ends(...cone.tilts)];
        const { azimuth, slope } = rayOf(cone, heading, tilt, next) ?? {};
        if (azimuth === undefined || slope === undefined) continue;
        const margin = 1e-6 * (1 + Math.abs(slope));
        const holds = sectors.some(
          ({ from, to, parts }) =>
            azimuth >= from - 1e-8 &&
            azimuth <= to + 1e-8 &&
            parts.some(({ low, high }) => {
              const at = (p: { x: number; y: number }) => p.x * Math.cos(azimuth) + p.y * Math.sin(azimuth);
              return (
                (low === undefined || at(low) <= slope + margin) && (high === undefined || at(high) >= slope - margin)
              );
            }),
        );
        if (!holds)
          throw new Error(
            `missed: ${JSON.stringify({ i, cone, heading, tilt, azimuth, slope, sectors: sectors.filter((s) => azimuth > s.from - 0.1 && azimuth < s.to + 0.1) })}`,
          );
      }
    }
  });

  it('hold little that no pose sees', () => {
    const next = numbers(7);
    let all = 0;
    let wrong = 0;
    for (let i = 0; i < 120; i += 1) {
      const cone = randomCone(next);
      const [h0, h1] = cone.headings ?? [-Math.PI, Math.PI];
      for (const { from, to, parts } of sectorsOf(cone)) {
        for (const { low, high } of parts) {
          const azimuth = from + next() * (to - from);
          const at = (p: { x: number; y: number }) => p.x * Math.cos(azimuth) + p.y * Math.sin(azimuth);
          const bottom = Math.max(-5, low === undefined ? -5 : at(low));
          const top = Math.min(5, high === undefined ? 5 : at(high));
          if (bottom > top) continue;
          const slope = bottom + next() * (top - bottom);
          const ray = [Math.cos(azimuth), Math.sin(azimuth), slope];
          let seen = false;
          for (let a = 0; a <= 60 && !seen; a += 1) {
            for (let b = 0; b <= 60 && !seen; b += 1) {
              seen = inFrame(
                cone,
                h0 + ((h1 - h0) * a) / 60,
                cone.tilts[0] + ((cone.tilts[1] - cone.tilts[0]) * b) / 60,
                ray,
                0.03,
              );
            }
          }
          all += 1;
          if (!seen) wrong += 1;
        }
      }
    }
    expect(wrong / all).toBeLessThan(0.01);
  });

  it('are none behind a picture whose lower edge points straight down', () => {
    // 60° and half of 60° are 90°: at the sides the edge is seen up to 45° + 90° off the middle heading, nothing behind.
    const frame = rectangle(Math.tan(rad(30)), Math.tan(rad(30)), 0);
    for (const cone of [
      { frame, headings: [-rad(45), rad(45)], tilts: [0, rad(60)] },
      { frame, headings: [0, 0], tilts: [rad(60), rad(60)] },
    ] satisfies Cone[]) {
      const behind = sectorsOf(cone).filter(({ from, to }) => to > rad(136) || from < -rad(136));
      expect(behind).toEqual([]);
    }
  });
});
