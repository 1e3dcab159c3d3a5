import { readdirSync, readFileSync } from 'node:fs';
import type { RuleContext } from '../../../src/facts/context.js';
import { criteriaOf, needsOf } from '../../../src/features/conflicts/needs.js';
import type { PoseQuery } from '../../../src/features/conflicts/search.js';
import { conflictTrial } from '../../../src/features/conflicts/trial.js';
import { loadPack } from '../../../src/law/load.js';
import { lintPlan } from '../../../src/lint/lint.js';
import { sightForReport } from '../../../src/lint/support/report-sight.js';
import type { Report } from '../../../src/lint/types.js';
import { directoryOf } from '../../../src/plan/directory.js';

const FOLDER = 'fixtures/conflicts';

/** Names of the plans in which both things are asked of a camera. */
export const NAMES = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.yaml'))
  .map((name) => name.slice(0, -'.yaml'.length));

export function textOf(name: string): string {
  return readFileSync(`${FOLDER}/${name}.yaml`, 'utf8');
}

/** `# => C1 none sight` → ['C1', 'none', 'sight'] of each such line. */
export function expected(text: string): string[][] {
  return [...text.matchAll(/^# => (.+)$/gm)].map(([, words = '']) => words.split(' '));
}

export function linted(text: string): Report {
  const read = () => new TextEncoder().encode(text);
  const result = lintPlan('plan.yaml', read, { pack: loadPack('nm-2017'), today: '2026-03-02' });
  if (!result.ok) throw new Error(JSON.stringify(result.unreadable));
  return result;
}

/** What is asked of a camera of the plan; `criteria`: the design criteria too. */
export function questionOn(report: Report, id: string, criteria = false): PoseQuery {
  const device = directoryOf(report.site).devices.get(id);
  const { site, pack, today } = report;
  const context: RuleContext = { site, sight: sightForReport(report), pack, today };
  const trial = device && conflictTrial(report, [context], device);
  const poses = device && context.sight.poses(device);
  if (device === undefined || trial === undefined || poses === undefined) throw new Error(`no camera ${id}`);
  const own = needsOf(context, device);
  const needs = criteria ? [...own, ...criteriaOf(context, device, own)] : own;
  return { trial, poses, needs, wanted: needs, settles: [], criteria };
}
