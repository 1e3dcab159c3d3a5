/** m in a foot. */
const FOOT = 0.3048;

/**
 * A height as people write it, m: `4`, `4 m`, `4,5`, `4米`, `13 ft`, `13'`, `13'6"`; undefined for what is none. Source: OSM
 * wiki, Map features/Units: metres where no unit is written.
 */
export function metresOf(text: string): number | undefined {
  const written = text.normalize('NFKC').trim().toLowerCase();
  const [, feet, inches = '0'] = /^(\d+)\s*['′](?:\s*(\d+)\s*(?:"|″|''))?$/u.exec(written) ?? [];
  if (feet !== undefined) return Number(feet) * FOOT + (Number(inches) * FOOT) / 12;
  const [, digits, unit] =
    /^(\d+(?:[.,]\d+)?)\s*(m|米|metres?|meters?|ft|feet|foot|cm|厘米|mm|毫米)?$/u.exec(written) ?? [];
  if (digits === undefined) return undefined;
  return Number(digits.replace(',', '.')) * metresIn(unit);
}

function metresIn(unit: string | undefined): number {
  if (unit === undefined) return 1;
  if (/^(?:f|ft)/u.test(unit)) return FOOT;
  if (/^(?:cm|厘米)$/u.test(unit)) return 0.01;
  return /^(?:mm|毫米)$/u.test(unit) ? 0.001 : 1;
}

/** An angle as people write it, degrees: `15`, `15°`, `-5`, `15度`, `22,5`; undefined for what is none. */
export function degreesOf(text: string): number | undefined {
  const written = text.replace(/[º˚]/gu, '°').normalize('NFKC').replace('−', '-').trim().toLowerCase();
  const [, digits] = /^([+-]?\d+(?:[.,]\d+)?)\s*(?:°|deg|degrees?|度)?$/u.exec(written) ?? [];
  return digits === undefined ? undefined : Number(digits.replace(',', '.'));
}
