// Lengths as people write them.

/** Metres in each unit of length. */
const UNITS: Readonly<Record<string, number>> = {
  m: 1,
  米: 1,
  metre: 1,
  metres: 1,
  meter: 1,
  meters: 1,
  cm: 0.01,
  厘米: 0.01,
  mm: 0.001,
  毫米: 0.001,
  ft: 0.3048,
  in: 0.0254,
};

const NUMBER = String.raw`(\d+(?:[.,]\d+)?)`;
const METRIC = new RegExp(String.raw`^${NUMBER}\s*(${Object.keys(UNITS).join('|')})?\.?$`, 'i');
const FEET = new RegExp(String.raw`^(?:${NUMBER}\s*['′]\s*)?(?:${NUMBER}\s*(?:["″]|['′]{2})?)?$`);

/**
 * Returns a length in m: `0.9`, `1,2 m`, `90 cm`, `900mm`, `4米`, `3 ft`, `3'6"`. A number without a unit is in metres
 * (OSM wiki, Map features/Units). Undefined if it is no length above zero.
 */
export function metresIn(written: string | number | boolean): number | undefined {
  const text = String(written).normalize('NFKC').trim();
  const [, number, unit = 'm'] = METRIC.exec(text) ?? [];
  if (number !== undefined) return positive(value(number) * (UNITS[unit.toLowerCase()] ?? Number.NaN));
  const [whole, feet, inches] = FEET.exec(text) ?? [];
  if (whole === undefined || whole === '') return undefined;
  return positive(value(feet ?? '0') * 0.3048 + value(inches ?? '0') * 0.0254);
}

function value(number: string): number {
  return Number(number.replace(',', '.'));
}

/**
 * Returns the length rounded to a micrometre (280 cm is 2.8 m, not 2.8000000000000003); undefined unless positive and
 * finite.
 */
function positive(metres: number): number | undefined {
  const rounded = Number(metres.toFixed(6));
  return rounded > 0 && Number.isFinite(rounded) ? rounded : undefined;
}
