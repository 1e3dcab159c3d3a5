// Plans with a canary in place of every text of the author's, to find leaks in redacted reports.
import { parse, stringify } from 'yaml';
import planSchema from '../../schemas/plan.read.schema.json' with { type: 'json' };
import { loadPack } from '../../src/law/load.js';
import { rules } from '../../src/rules/registry.gen.js';

/** Prefix of every text put into a plan; no other text begins with it. */
export const CANARY = 'Zq9x';

/** Metres by which a plan is moved, so that none of its coordinates equals a figure that reports contain anyway. */
const [EAST, NORTH] = [1137.431, 2891.273];

/** Date of every waiver in the plan; still to come on the tests' day, and used nowhere else. */
const DAY = '2031-03-17';

const pack = loadPack('nm-2017');

/** Words of the format and of the law, which the author doesn't choose and which stay. */
const VOCABULARY: ReadonlySet<string> = new Set([
  ...wordsOf(planSchema),
  ...rules.map(({ id }) => id),
  ...pack.zoneKinds.map(({ id }) => id),
  ...pack.categories.flatMap(({ id, declared }) => [id, ...declared.map(({ role }) => role)]),
  ...pack.categories.flatMap(({ declared, named, related }) => [
    ...declared.flatMap(({ anyOf }) => anyOf),
    ...[...named, ...related].map(({ token }) => token),
  ]),
  ...pack.clauses.map(({ id }) => id.replace(/^[^/]*\//, '')),
  ...['Point', 'LineString', 'Polygon', 'MultiPolygon', 'Feature', 'FeatureCollection'],
  ...['zone', 'wall', 'opening', 'device', 'sign'],
]);

/** Returns every enum value and every key in a schema. */
function wordsOf(schema: unknown): string[] {
  if (Array.isArray(schema)) return schema.flatMap(wordsOf);
  if (typeof schema !== 'object' || schema === null) return [];
  return Object.entries(schema).flatMap(([key, value]) => {
    if (key === 'enum') return (value as unknown[]).filter((one) => typeof one === 'string');
    if (key === 'properties') return [...Object.keys(value as object), ...wordsOf(Object.values(value as object))];
    return wordsOf(value);
  });
}

/** Files of a plan in which each text of the author's is a canary; equal texts become equal canaries. */
export interface Canaries {
  readonly files: Readonly<Record<string, string>>;
  readonly plan: string;
  /** Figures of the plan, as a report could print them. */
  readonly figures: ReadonlySet<string>;
}

/**
 * Returns `files` (path → YAML or JSON text; the first is the plan) with every free text replaced. `name` makes the
 * n-th text: two plans with different `name` differ in nothing but names. `by` moves plans in metres.
 */
export function withCanaries(
  files: Readonly<Record<string, string>>,
  name: (n: number) => string = (n) => `${CANARY}${n}`,
  by: readonly [number, number] = [EAST, NORTH],
): Canaries {
  const renamed = new Map<string, string>();
  const figures = new Set<string>();
  const rename = (text: string): string => {
    const known = renamed.get(text) ?? name(renamed.size);
    renamed.set(text, known);
    return known;
  };
  const moved = ([x, y]: readonly [number, number]) => [round(x + by[0]), round(y + by[1])];
  // Coordinates in degrees stay; only plans in metres can be moved by metres.
  const documents = Object.entries(files).map(([path, text]) => [path, parse(text) as unknown] as const);
  const metres = !documents.some(([, document]) => JSON.stringify(document).includes('"wgs84"'));
  const walk = (value: unknown, key = '', parent = ''): unknown => {
    if (typeof value === 'string') return textOf(value, key);
    if (typeof value === 'number') {
      note(value, figures);
      return value;
    }
    if (metres && key === 'rect' && isNumbers(value, 4))
      return numbers([...moved([value[0], value[1]]), value[2], value[3]]);
    if (metres && POINTS.has(key) && isNumbers(value, 2)) return numbers(moved([value[0], value[1]]));
    if (Array.isArray(value)) return value.map((one) => walk(one, key, parent));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([name, member]) => [
        key === 'deviceTypes' || key === 'overrides' ? rename(name) : name,
        walk(member, name, key),
      ]),
    );
  };
  const numbers = (values: readonly number[]) => {
    for (const value of values) note(value, figures);
    return values;
  };
  const textOf = (text: string, key: string): string => {
    if (key === '$schema' || VOCABULARY.has(text)) return text;
    if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return DAY;
    if (key === 'region') return '150927';
    if (key === 'geometry' || /\.(?:geojson|json)$/.test(text)) return pathOf(text);
    // device>zone, item/role, rule:subject
    return text
      .split(/([>/@:])/)
      .map((part, n) => (n % 2 === 1 || VOCABULARY.has(part) || part === '' ? part : rename(part)))
      .join('');
  };
  const pathOf = (path: string) => {
    const at = path.lastIndexOf('.');
    return `${rename(path.slice(0, at))}${path.slice(at)}`;
  };
  const [plan = ''] = Object.keys(files);
  const renamedFiles = documents.map(([path, document]) => {
    const text = path.endsWith('.yaml')
      ? `# ${rename('comment')}\n${stringify(walk(document))}`
      : JSON.stringify(walk(document), undefined, 1);
    return [`${CANARY}folder/${pathOf(path)}`, text] as const;
  });
  return {
    files: Object.fromEntries(renamedFiles),
    plan: `${CANARY}folder/${pathOf(plan)}`,
    figures,
  };
}

/** Keys whose pairs of numbers are points. */
const POINTS: ReadonlySet<string> = new Set(['at', 'polygon', 'line', 'holes', 'coordinates', 'point']);

function isNumbers(value: unknown, length: number): value is number[] {
  return Array.isArray(value) && value.length === length && value.every((one) => typeof one === 'number');
}

function round(value: number): number {
  return Math.round(value * 1e6) / 1e6;
}

/**
 * Adds a figure as reports would print it. Figures of fewer than five digits are left out: reports contain such for
 * other reasons.
 */
function note(value: number, figures: Set<string>): void {
  for (const text of [String(value), value.toFixed(1), value.toFixed(2), value.toFixed(3)]) {
    if (text.replace(/\D/g, '').length >= 5) figures.add(text);
  }
}

const FIGURE = /^-?\d+(?:\.\d+)?$/;

/**
 * Returns those of `secrets` (figures and texts) that `text` contains, and the canary prefix if it does. Secrets that
 * hold a canary count by that prefix.
 */
export function leaksIn(text: string, secrets: Iterable<string>): string[] {
  const figures = new Set(text.match(/\d+(?:\.\d+)?/g));
  return [CANARY, ...secrets].filter((secret) => {
    if (FIGURE.test(secret)) return figures.has(secret.replace('-', ''));
    return (secret === CANARY || !secret.includes(CANARY)) && text.includes(secret);
  });
}

/** The canary date and region code, as reports could print them. */
export const DAY_TEXTS: readonly string[] = [DAY, '2031年3月17日', '17 March 2031', '150927'];
