import { type Localized, verbatim } from '../../i18n/locale.js';
import { plain } from '../../i18n/number.js';

const UNITS: Readonly<Record<string, string>> = { m: '米', 'm²': '平方米', 'px/m': '像素/米', '°': '度' };

/** A figure with its unit; what has no unit is a share. */
export function withUnit(value: number, unit: string): Localized {
  if (unit === '') return verbatim(`${plain(value * 100)}%`);
  const figure = plain(value);
  return { zh: `${figure}${UNITS[unit] ?? unit}`, en: `${figure} ${unit}` };
}
