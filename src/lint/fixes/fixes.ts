// Fixes of findings: edits of the plan that are proved to settle them.

import { plainFigure } from '../../i18n/number.js';
import { directoryOf } from '../../plan/directory.js';
import type { Ptz } from '../../plan/model.js';
import { bearing } from '../../plan/read/frame.js';
import { numberAt, setMember } from '../../source/edit/splice.js';
import { parent } from '../../source/place/pointer.js';
import { isProved } from '../search/trial.js';
import type { Fix, Fixes, LintVerdict, Report } from '../types.js';
import { withoutCapture } from './audio.js';
import { masked } from './mask.js';
import { fileOf } from './places.js';
import { fixText } from './texts.js';
import { smallestTurns } from './turn.js';
import type { Proposal } from './types.js';
import { watcherOf } from './views.js';

export type { Fix, Fixes } from '../types.js';

/** Most findings of a plan for which edits are looked for, since each costs several runs. */
const MOST_FINDINGS = 20;

/** Rules whose findings a plain edit of the plan may settle. */
const RULES: ReadonlySet<string> = new Set([
  'capture/view-into-private-zone',
  'capture/device-in-private-zone',
  'capture/sound-from-private-zone',
  'plan/home-outside-limits',
]);

/** True if edits of the plan may settle a finding, so that it is worth while to look for some. */
export function isFixable({ rule }: LintVerdict): boolean {
  return RULES.has(rule);
}

/** Outcomes of findings, gravest first. */
export const OUTCOMES: readonly LintVerdict['outcome'][] = ['fail', 'open', 'review'];

/**
 * Returns the edits of the plan's text that settle findings, gravest findings first. Every edit is proved: the edited
 * plan is read and linted again, the finding is then gone, and no other is new or graver. Pure: the report holds all
 * that is needed.
 *
 * @param among the findings to settle
 */
export function fixesFor(report: Report, among: readonly LintVerdict[] = report.verdicts): Fixes {
  const asked = OUTCOMES.flatMap((outcome) =>
    among.filter((verdict) => verdict.outcome === outcome && isFixable(verdict)),
  );
  const tried = asked.slice(0, MOST_FINDINGS);
  const of = new Map<LintVerdict, Fix[]>();
  const add = (verdict: LintVerdict, fix: Fix): void => {
    const known = of.get(verdict) ?? [];
    of.set(verdict, known.includes(fix) ? known : [...known, fix]);
  };
  for (const verdict of tried) {
    // A turn that settles all views of a camera is found with the first of its findings.
    const turnedAlready = of.get(verdict)?.some(isTurn) === true;
    for (const way of waysFor(verdict, report, turnedAlready)) {
      const proved = firstProved(way, report);
      if (proved === undefined) continue;
      const { message, edits, settles } = proved;
      const fix: Fix = { message, edits };
      for (const one of settles) add(one, fix);
    }
  }
  return { of, tried: tried.length, untried: asked.length - tried.length };
}

/** Returns one list of proposals for each kind of fix. The first proposal of a list that is proved becomes the fix. */
function waysFor(verdict: LintVerdict, report: Report, turnedAlready: boolean): Iterable<Proposal>[] {
  const watcher = watcherOf(verdict, report);
  return [
    withinLimits(verdict, report),
    withoutCapture(verdict, report),
    ...(watcher === undefined || turnedAlready ? [] : [smallestTurns(verdict, watcher, report)]),
    ...(watcher === undefined ? [] : [masked(verdict, watcher, report)]),
  ];
}

function firstProved(way: Iterable<Proposal>, report: Report): Proposal | undefined {
  for (const proposal of way) {
    if (isProved(report, proposal.edits, proposal.settles, proposal.device)) return proposal;
  }
  return undefined;
}

function isTurn({ message }: Fix): boolean {
  return message.id === 'engine/fix-left' || message.id === 'engine/fix-right';
}

const RULE = 'plan/home-outside-limits';

/** Returns the edit that moves a home preset outside the PTZ's limits to the nearer limit; [] for any other verdict. */
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
