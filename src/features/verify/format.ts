// Tells the format of a report by how it begins.
import type { ReportFormat } from '../../report/formats.gen.js';

/** How reports begin in each format other than JSON. */
const BEGINNINGS: readonly (readonly [RegExp, ReportFormat])[] = [
  [/^<\?xml[^>]*>\s*<testsuites/, 'junit'],
  // The HTML page has a script of its own; sheets, which are for paper, have none.
  [/^<!doctype html[\s\S]{0,300}script-src/i, 'html'],
  [/^<!doctype html/i, 'sheet-html'],
  [/^\ufeff?(?:设计图|Plan),/, 'schedule'],
  [/^# (?:技防设计图审查(?:意见|汇总)表|Review sheet|Review of security design plans: )/, 'sheet'],
  [/^# (?:技防设计图审查报告|Review of (?:a security design plan|security design plans))/, 'markdown'],
  [/^::(?:error|warning|notice)/, 'github'],
  [/^(?:场所：|Site )|^.*\n(?:审查依据：|By: )/, 'terminal'],
];

/** Returns the format of a report other than JSON by how it begins; undefined if it begins like none. */
export function textFormat(text: string): ReportFormat | undefined {
  return BEGINNINGS.find(([beginning]) => beginning.test(text))?.[1];
}

/** True if a text can only be JSON. */
export function looksLikeJson(text: string): boolean {
  return /^\s*[[{]/.test(text);
}
