// Fixes of a home preset that lies outside the PTZ's limits.

import { plainFigure } from '../../i18n/number.js';
import { directoryOf } from '../../plan/directory.js';
import type { Ptz } from '../../plan/model.js';
import { bearing } from '../../plan/read/frame.js';
import { numberAt, setMember } from '../../source/edit/splice.js';
import { parent } from '../../source/place/pointer.js';
import type { LintVerdict, Report } from '../types.js';
import { fileOf } from './places.js';
import { fixText } from './texts.js';
import type { Proposal } from './types.js';

const RULE = 'plan/home-outside-limits';

/** Returns the edit that moves a home preset outside the PTZ's limits to the nearer limit. */
export function withinLimits(verdict: LintVerdict, report: Report): Proposal[] {
  if (verdict.rule !== RULE || verdict.outcome !== 'fail') return [];
  const [id = '', path = ''] = verdict.subject.split('/');
  const ptz = directoryOf(report.site).devices.get(id)?.lenses[0]?.ptz;
  const file = fileOf(verdict.place, report);
  const holder = parent(verdict.place.pointer);
  const said = numberAt(file, verdict.place.pointer);
  if (ptz === undefined || holder === undefined || said === undefined) return [];
  const to = clipped(holder.token, said, ptz);
  const edit = to === undefined ? undefined : setMember(file, holder.pointer, holder.token, to);
  if (to === undefined || edit === undefined) return [];
  const message = fixText.fixLimit({ key: path, from: plainFigure(said), to: plainFigure(to) });
  return [{ message, edits: [edit], settles: [verdict] }];
}

function clipped(key: string, said: number, { pan, tilt, hfov, home }: Ptz): number | undefined {
  if (key === 'tilt' && tilt !== undefined) return Math.min(Math.max(said, tilt[0]), tilt[1]);
  if (key === 'hfov' && hfov !== undefined) return Math.min(Math.max(said, hfov[0]), hfov[1]);
  if (key !== 'heading' || pan === undefined || home === undefined) return undefined;
  // The plan's frame turns limits and heading alike, so the written value turns by the same angle.
  const [past, short] = [bearing(home.heading - pan[1]), bearing(pan[0] - home.heading)];
  return rounded(bearing(past <= short ? said - past : said + short));
}

function rounded(degrees: number): number {
  return Math.round(degrees * 1e6) / 1e6;
}
