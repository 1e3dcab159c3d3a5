// The counts of several drawings as a table, and what is missing in each.

import type { Compared, Tally } from './compare.js';
import type { Count } from './counter.js';

const HEAD = ['drawing', 'mapping', 'unit', 'rooms', 'false', 'names', 'inner', 'false', 'outside', 'false', 'no wall', 'devices', 'false']; // biome-ignore format: one line

/** Returns the counts as a table, with their sum and how many drawings reach the mark. */
export function table(counts: readonly Count[]): string {
  const sum = (key: 'rooms' | 'names' | 'inner' | 'outside' | 'devices'): Tally => ({
    right: counts.reduce((all, { [key]: one }) => all + one.right, 0),
    of: counts.reduce((all, { [key]: one }) => all + one.of, 0),
    missing: [],
    false: counts.flatMap(({ [key]: one }) => one.false),
  });
  const astray = {
    count: counts.reduce((all, one) => all + one.astray.count, 0),
    of: counts.reduce((all, one) => all + one.astray.of, 0),
  };
  const total: Compared = {
    rooms: sum('rooms'),
    names: sum('names'),
    inner: sum('inner'),
    outside: sum('outside'),
    astray,
    devices: sum('devices'),
  };
  const units = counts.filter(({ unit }) => unit === 'right' || unit === 'asked').length;
  const rows = [
    HEAD,
    ...counts.map((one) => [one.name, one.mapping, one.unit, ...cellsOf(one), one.refused ?? '']),
    ['all', '', `${units}/${counts.length}`, ...cellsOf(total)],
  ];
  const widths = HEAD.map((_, column) => Math.max(...rows.map((cells) => cells[column]?.length ?? 0)));
  const lines = rows.map((cells) => cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  '));
  const good = counts.filter(({ rooms, inner }) => rooms.right >= 0.9 * rooms.of && inner.right >= 0.8 * inner.of);
  return `${lines.map((line) => line.trimEnd()).join('\n')}
${good.length} of ${counts.length} drawings have 90 % of their rooms and 80 % of their inner openings
`;
}

function cellsOf({ rooms, names, inner, outside, astray, devices }: Compared): string[] {
  const shown = ({ right, of, false: more }: Tally) => [`${right}/${of}`, `${more.length}`];
  return [
    ...shown(rooms),
    `${names.right}/${names.of}`,
    ...shown(inner),
    ...shown(outside),
    `${astray.count}/${astray.of}`,
    ...shown(devices),
  ];
}

/** Returns what is missing and what is false in a drawing, one a line. */
export function details(count: Count): string {
  const keys = ['rooms', 'names', 'inner', 'outside', 'devices'] as const;
  const lines = keys.flatMap((key) => [
    ...count[key].missing.map((one) => `  ${key}  missing  ${one}`),
    ...count[key].false.map((one) => `  ${key}  false    ${one}`),
  ]);
  return [count.name, ...lines, ''].join('\n');
}
