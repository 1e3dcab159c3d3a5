import type { FormatKind } from './types.js';

/** How reports in each format begin, those that are no JSON. */
const BEGINNINGS: readonly (readonly [RegExp, FormatKind])[] = [
  [/^<\?xml[^>]*>\s*<testsuites/, 'junit'],
  [/^<!doctype html/i, 'html'],
  [/^\ufeff?(?:设计图|Plan),/, 'schedule'],
  [/^# /, 'markdown'],
  [/^::(?:error|warning|notice)/, 'github'],
  [/^(?:场所：|Site )|^.*\n(?:审查依据：|By: )/, 'terminal'],
];

/** The format of a report that is no JSON, by how it begins; undefined where it begins like none. */
export function textFormat(text: string): FormatKind | undefined {
  return BEGINNINGS.find(([beginning]) => beginning.test(text))?.[1];
}

/** Whether a text can only be JSON. */
export function looksLikeJson(text: string): boolean {
  return /^\s*[[{]/.test(text);
}
