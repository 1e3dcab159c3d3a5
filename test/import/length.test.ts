import { expect, it } from 'vitest';
import { metresIn } from '../../src/import/support/length.js';

it.each([
  ['0.9', 0.9],
  [0.9, 0.9],
  ['90 cm', 0.9],
  ['90cm', 0.9],
  ['280 cm', 2.8],
  ['2800mm', 2.8],
  ['1,2 m', 1.2],
  ['900mm', 0.9],
  ['4米', 4],
  ['４．５ 米', 4.5],
  ['90厘米', 0.9],
  ['4.5 metres', 4.5],
  ['3 ft', 0.9144],
  ["3'", 0.9144],
  [`3'6"`, 1.0668],
  ['3′6″', 1.0668],
  ['36"', 0.9144],
  [' 2 M ', 2],
  ['0', undefined],
  ['', undefined],
  ['-1', undefined],
  ['wide', undefined],
  ['1.2.3', undefined],
  ['1-2', undefined],
  [true, undefined],
])('a width of %j is %j m', (written, metres) => {
  expect(metresIn(written)).toBe(metres);
});
