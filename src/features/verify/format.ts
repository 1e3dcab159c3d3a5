import type { ReportFormat } from '../../report/formats.js';

/** How reports in each format begin, those that are no JSON. */
const BEGINNINGS: readonly (readonly [RegExp, ReportFormat])[] = [
  [/^<\?xml[^>]*>\s*<testsuites/, 'junit'],
  // The page has a script of its own, sheets are for paper.
  [/^<!doctype html[\s\S]{0,300}script-src/i, 'html'],
  [/^<!doctype html/i, 'sheet-html'],
  [/^\ufeff?(?:设计图|Plan),/, 'schedule'],
  [/^# (?:技防设计图审查(?:意见|汇总)表|Review sheet|Review of security design plans: )/, 'sheet'],
  [/^# (?:技防设计图审查报告|Review of (?:a security design plan|security design plans))/, 'markdown'],
  [/^::(?:error|warning|notice)/, 'github'],
  [/^(?:场所：|Site )|^.*\n(?:审查依据：|By: )/, 'terminal'],
];

/** The format of a report that is no JSON, by how it begins; undefined where it begins like none. */
export function textFormat(text: string): ReportFormat | undefined {
  return BEGINNINGS.find(([beginning]) => beginning.test(text))?.[1];
}

/** Whether a text can only be JSON. */
export function looksLikeJson(text: string): boolean {
  return /^\s*[[{]/.test(text);
}
