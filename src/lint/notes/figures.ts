// Figures with their units in both languages.
import { type Localized, verbatim } from '../../i18n/locale.js';
import { plainFigure } from '../../i18n/number.js';

const UNITS: Readonly<Record<string, string>> = { m: '米', 'm²': '平方米', 'px/m': '像素/米', '°': '度' };

/** Returns a figure with its unit, such as `m`. If the unit is '', the figure is a share (0–1), printed in percent. */
export function withUnit(value: number, unit: string): Localized {
  if (unit === '') return verbatim(`${plainFigure(value * 100)}%`);
  const figure = plainFigure(value);
  return { zh: `${figure}${UNITS[unit] ?? unit}`, en: `${figure} ${unit}` };
}
