// Figures as text: decimals, units, percentages; the same on every machine.
import type { Localized } from './locale.js';

const MAX_DIGITS = 12;

/**
 * Returns `value` with `digits` decimals, never `-0.00`. The same in every locale, since reports are compared byte by
 * byte.
 */
export function fixed(value: number, digits: number): string {
  const text = value.toFixed(digits);
  return /^-0(\.0*)?$/.test(text) ? text.slice(1) : text;
}

/**
 * Returns `value` with at least `digits` decimals, and as many more as it takes to print differently from `threshold`
 * (unless they are equal): a coverage of 89.9996 % must not read as the 90.00 % it misses.
 */
export function distinct(value: number, threshold: number, digits: number): string {
  for (let d = digits; d < MAX_DIGITS; d++) {
    if (fixed(value, d) !== fixed(threshold, d) || value === threshold) return fixed(value, d);
  }
  return fixed(value, MAX_DIGITS);
}

/** Returns `value` metres as text: 1.70米 / 1.70 m. A value other than 0 never prints as 0. */
export function metres(value: number, digits = 2): Localized {
  const text = distinct(value, 0, digits);
  return { zh: `${text}米`, en: `${text} m` };
}

/** Returns `value` square metres as text: 0.65平方米 / 0.65 m². A value other than 0 never prints as 0. */
export function squareMetres(value: number, digits = 2): Localized {
  const text = distinct(value, 0, digits);
  return { zh: `${text}平方米`, en: `${text} m²` };
}

/**
 * Returns a pixel density in px/m as text: 84像素/米 / 84 px/m. An undefined or infinite value means that the plan doesn't
 * bound the density. With `threshold` (px/m), prints as many digits as it takes to differ from it.
 */
export function pixelDensity(value: number | undefined, threshold?: number): Localized {
  if (value === undefined || !Number.isFinite(value)) return { zh: '像素密度不能限定', en: 'unbounded px/m' };
  const text = threshold === undefined ? fixed(value, 0) : distinct(value, threshold, 0);
  return { zh: `${text}像素/米`, en: `${text} px/m` };
}

/**
 * Returns a fraction (0–1) as a percentage: 71.30%. With `threshold` (0–1), prints as many digits as it takes to differ
 * from it.
 */
export function percent(fraction: number, threshold?: number, digits = 2): string {
  const value = fraction * 100;
  return `${threshold === undefined ? fixed(value, digits) : distinct(value, threshold * 100, digits)}%`;
}

/** Returns a threshold or another round figure without trailing zeros: 90 rather than 90.00. At most four decimals. */
export function plainFigure(value: number): string {
  return String(Number(fixed(value, 4)));
}
