import { type ImportFrame, rounded } from '../frame.js';
import type { PlanLevel } from '../ids.js';

/** m; sources know the order of storeys but seldom their heights. Ours; `assume.storey`. */
export const ASSUMED_STOREY = 3.6;

export interface PlanHead {
  readonly name: string;
  readonly category: string | undefined;
  readonly storey: number;
  /** The file of geometry, as the plan refers to it. */
  readonly geometry: string;
}

/** The file that people edit: the site, its storeys, and where the geometry is. Metres count from the origin. */
export function planFile(levels: readonly PlanLevel[], frame: ImportFrame, head: PlanHead): string {
  const lines = [
    'sitecam: 1',
    'site:',
    `  name: ${JSON.stringify(head.name)}`,
    `  categories: ${JSON.stringify(head.category === undefined ? [] : [head.category])}`,
    ...(frame.origin === undefined ? [] : [`origin: ${JSON.stringify(frame.origin)}`]),
    'levels:',
    ...levels.flatMap((level) => {
      const elevation = level.elevation ?? rounded(level.ordinal * head.storey, 3);
      const assumed = level.elevation === undefined ? `  # 按每层 ${head.storey} m 假定 / assumed` : '';
      return [
        `  - id: ${JSON.stringify(level.id)}`,
        ...(level.name === undefined ? [] : [`    name: ${JSON.stringify(level.name)}`]),
        `    elevation: ${elevation}${assumed}`,
        ...(level.ceiling === undefined ? [] : [`    ceiling: ${level.ceiling}`]),
        `    geometry: ${JSON.stringify(head.geometry)}`,
      ];
    }),
  ];
  return `${lines.join('\n')}\n`;
}
