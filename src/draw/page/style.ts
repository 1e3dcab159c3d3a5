// Colours, fonts and sizes of drawings.
/**
 * Colour of text and lines. All colours follow the palette of Okabe and Ito, which people of every colour vision can
 * tell apart; light tints are these colours mixed with white. No two parts of a drawing differ in hue alone: patterns,
 * strokes and shapes remain in grey.
 */
export const INK = '#1a1a1a';
/** Background of the sheet. */
export const PAPER = '#ffffff';
/** Grey of secondary text and lines. */
export const FAINT = '#6b6b6b';
/** Grey of ruled lines. */
export const RULE = '#b8b8b8';
/** Zones that must be protected: sky blue. */
export const REQUIRED = { fill: '#e0f0fa', line: '#56b4e9' } as const;
/** Private places: reddish purple, dotted. */
export const PRIVATE = { fill: '#f8e6f0', line: '#a6467c' } as const;
/** Other zones: off-white. */
export const OTHER = { fill: '#fbfaf6', line: '#c9c6ba' } as const;
/** Must-see: bluish green. */
export const MUST = '#009e73';
/** May-see: blue. */
export const MAY = '#0072b2';
/** Blind areas under a criterion: orange. */
export const REMAINDER = '#c77f00';
/** Fails: vermilion, darkened so that white figures on it have a contrast of 4.5:1. */
export const FAIL = '#b84a00';
/** Warnings: yellow. */
export const WARNING = '#f0e442';

/** Font families, Chinese first; the generic family last, so that one is always found. */
export const FONTS =
  "'Noto Sans CJK SC', 'Noto Sans SC', 'Source Han Sans SC', 'PingFang SC', 'Microsoft YaHei', 'WenQuanYi Micro Hei', 'Helvetica Neue', Arial, sans-serif";

/** Half the width of a device's symbol, px. */
export const SYMBOL = 5.5;
/** Half the height of a finding's mark, px. */
export const MARK = 8.5;

/** Sizes of text, px. */
export const TEXT = { zone: [12.5, 11, 9.5, 8], device: 8.5, mark: 10.5, panel: 11, title: 16 } as const;
