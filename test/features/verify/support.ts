import { compareReport, type Recomputed } from '../../../src/features/verify/compare.js';
import { readReport } from '../../../src/features/verify/read.js';
import type { ReportComparison } from '../../../src/features/verify/types.js';
import type { Locale } from '../../../src/i18n/locale.js';
import { loadPack } from '../../../src/law/load.js';
import type { Pack } from '../../../src/law/types.js';
import { lint } from '../../../src/lint/lint.js';
import type { ReportInput } from '../../../src/lint/types.js';
import { renderHtml } from '../../../src/report/html/html.js';
import { renderJson } from '../../../src/report/json/json.js';
import { renderMarkdown } from '../../../src/report/markdown/markdown.js';
import { runComment } from '../../../src/report/run-block.js';
import { renderSarif } from '../../../src/report/sarif/sarif.js';
import { rules } from '../../../src/rules/registry.gen.js';
import { LIMITS } from '../../../src/source/limits.js';

export const DAY = '2026-11-24';

/** A guest house in which every outcome is met. */
export const PLAN = `sitecam: 1
site: {name: 小旅店, categories: [hotel], region: "150102"}
coordinates: metres
levels:
  - id: F1
    ceiling: 3
    zones:
      - {id: door-zone, kind: main-entrance, name: 入口, rect: [0, 0, 3, 2]}
      - {id: hall, kind: corridor, name: 走廊, rect: [0, 2, 12, 2]}
      - {id: r101, kind: guest-room, name: "101", rect: [4, 4, 4, 5]}
      - {id: wc, kind: restroom, name: 卫生间, rect: [8, 4, 3, 5]}
    openings:
      - {id: d0, kind: door, line: [[1, 0], [2, 0]]}
      - {id: p0, kind: passage, line: [[0.5, 2], [2.5, 2]]}
      - {id: d101, kind: door, line: [[5, 4], [5.9, 4]]}
      - {id: d-wc, kind: door, line: [[9, 4], [9.9, 4]]}
    devices:
      - {id: C1, kind: camera, at: [11.9, 3], heading: 270, tilt: 20, height: 2.7, hfov: 90, resolution: [2560, 1440], audio: none}
      - {id: C2, kind: camera, at: [9.5, 2.1], heading: 0, tilt: 20, height: 2.7, hfov: 90, resolution: [2560, 1440]}
      - {id: C3, kind: camera, at: [9.5, 6], heading: 0, tilt: 20, height: 2.7, hfov: 60, resolution: [2560, 1440], audio: none}
`;

/** A run over plans, by their paths. */
export function run(plans: Readonly<Record<string, string>>, pack: Pack = loadPack('nm-2017')): ReportInput {
  const results = Object.entries(plans).map(([path, text]) => lint(text, { path, today: DAY, pack }));
  return { tool: { name: 'sitecam', version: '0.1.0' }, results, rules, today: DAY };
}

export const RENDER = { json: renderJson, sarif: renderSarif, markdown: renderMarkdown, html: renderHtml } as const;
export type Rendered = keyof typeof RENDER;

/** Formats whose run block is a comment at their end. */
const COMMENTED = { markdown: true, html: true };

/** What is recomputed of a run. */
export function recomputedOf(input: ReportInput, format: Rendered, locale: Locale = 'zh-CN'): Recomputed {
  const { results } = input;
  return {
    text: RENDER[format](input, { locale }) + (format in COMMENTED ? runComment(input, format, { locale }) : ''),
    version: input.tool.version,
    verdicts: results.reduce((sum, result) => sum + (result.ok ? result.verdicts.length : 0), 0),
    only: undefined,
  };
}

/** `text` read as a report and held against what is recomputed; undefined where it is no report any more. */
export function held(text: string, now: Recomputed): ReportComparison | undefined {
  try {
    return compareReport(readReport({ name: 'r', bytes: new TextEncoder().encode(text) }, LIMITS), now);
  } catch (error) {
    if (error instanceof Error && error.name === 'ReportRefusal') return undefined;
    throw error;
  }
}
