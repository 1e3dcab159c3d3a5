/**
 * Colours after Okabe and Ito, which people of every colour vision tell apart; tints are theirs in white. No two things
 * differ in hue alone: in grey, patterns, strokes and shapes are left.
 */
export const INK = '#1a1a1a';
export const PAPER = '#ffffff';
export const FAINT = '#6b6b6b';
export const RULE = '#b8b8b8';
/** Sky blue. */
export const REQUIRED = { fill: '#e0f0fa', line: '#56b4e9' } as const;
/** Reddish purple, dotted. */
export const PRIVATE = { fill: '#f8e6f0', line: '#a6467c' } as const;
export const OTHER = { fill: '#fbfaf6', line: '#c9c6ba' } as const;
/** Bluish green. */
export const MUST = '#009e73';
/** Blue. */
export const MAY = '#0072b2';
/** Orange. */
export const REMAINDER = '#c77f00';
/** Vermilion, darkened until white figures on it read at 4.5:1. */
export const FAIL = '#b84a00';
/** Yellow. */
export const WARNING = '#f0e442';

/** Chinese first; the generic family last, so that something is always found. */
export const FONTS =
  "'Noto Sans CJK SC', 'Noto Sans SC', 'Source Han Sans SC', 'PingFang SC', 'Microsoft YaHei', 'WenQuanYi Micro Hei', 'Helvetica Neue', Arial, sans-serif";

/** Half the width of a device's symbol and of a finding's mark, px. */
export const SYMBOL = 5.5;
export const MARK = 8.5;

/** Sizes of text, px. */
export const TEXT = { zone: [12.5, 11, 9.5, 8], device: 8.5, mark: 10.5, panel: 11, title: 16 } as const;
