// The unit of length of a building model.

import { plainValue, referencesIn, type WebLine } from './web-ifc.js';

/** Factors by prefix of an SI unit (IfcSIPrefix). */
const PREFIXES: Readonly<Record<string, number>> = {
  EXA: 1e18,
  PETA: 1e15,
  TERA: 1e12,
  GIGA: 1e9,
  MEGA: 1e6,
  KILO: 1000,
  HECTO: 100,
  DECA: 10,
  DECI: 0.1,
  CENTI: 0.01,
  MILLI: 0.001,
  MICRO: 1e-6,
  NANO: 1e-9,
  PICO: 1e-12,
  FEMTO: 1e-15,
  ATTO: 1e-18,
};

/**
 * Returns how many metres the unit of length of a model has; 1 if it names none. `units`: the lines of its units (of an
 * IfcUnitAssignment); `lineOf` returns the entity in a line, undefined if there is none.
 */
export function metresPerUnit(units: readonly number[], lineOf: (line: number) => WebLine | undefined): number {
  const length = units.map(lineOf).find((unit) => plainValue(unit?.UnitType) === 'LENGTHUNIT');
  return length === undefined ? 1 : metresOf(length, lineOf, 0);
}

function metresOf(unit: WebLine, lineOf: (line: number) => WebLine | undefined, depth: number): number {
  const [factor] = referencesIn(unit.ConversionFactor);
  if (factor === undefined) return PREFIXES[String(plainValue(unit.Prefix))] ?? 1;
  const measure = lineOf(factor);
  const [base] = referencesIn(measure?.UnitComponent);
  const of = base === undefined || depth > 5 ? undefined : lineOf(base);
  const value = plainValue(measure?.ValueComponent);
  return (
    (typeof value === 'number' && value > 0 ? value : 1) * (of === undefined ? 1 : metresOf(of, lineOf, depth + 1))
  );
}
