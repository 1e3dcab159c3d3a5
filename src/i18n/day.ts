// Calendar days: checks, sentences in both languages, arithmetic.
import { type Localized, verbatim } from './locale.js';

/** True if `text` is a day of the calendar, YYYY-MM-DD. Such texts sort by code unit in the order of the days. */
export function isDay(text: string): boolean {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (match === null) return false;
  const [year, month, day] = match.slice(1).map(Number);
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  return month >= 1 && month <= 12 && day >= 1 && day <= days[month - 1];
}

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/**
 * Returns a day as written in a sentence: 2026年11月24日 / 24 November 2026. A text that is no day comes back unchanged.
 */
export function dayText(text: string): Localized {
  if (!isDay(text)) return verbatim(text);
  const [year, month, day] = text.split('-').map(Number);
  return { zh: `${year}年${month}月${day}日`, en: `${day} ${MONTHS[month - 1]} ${year}` };
}

/** Returns the day `count` days after `day` (YYYY-MM-DD): 2026-01-31 and 1 give 2026-02-01. */
export function daysAfter(day: string, count: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return new Date(Date.UTC(year, month - 1, date + count)).toISOString().slice(0, 10);
}
