import { expect, test } from 'vitest';
import { dayText, isDay } from '../../src/i18n/day.js';

test.each([
  ['2026-06-30', true],
  ['2024-02-29', true],
  ['2000-02-29', true],
  ['2026-02-29', false],
  ['1900-02-29', false],
  ['2026-04-31', false],
  ['2026-00-10', false],
  ['2026-13-01', false],
  ['2026-01-00', false],
  ['2026-1-1', false],
  ['2026-06-30 ', false],
  ['', false],
])('%s is a day of the calendar: %s', (text, wanted) => {
  expect(isDay(text)).toBe(wanted);
});

test('a sentence says a day as people write it, and what is no day as it is', () => {
  expect(dayText('2026-11-04')).toEqual({ zh: '2026年11月4日', en: '4 November 2026' });
  expect(dayText('明年')).toEqual({ zh: '明年', en: '明年' });
});
