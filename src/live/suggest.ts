// Cameras for one zone of a plan as it stands on the page, with the changes that are tried there.

import { defaultCatalogue, readCatalogue } from '../features/suggest/catalogue/catalogue.js';
import { nothingSuggested, type ZoneSuggestion, zoneSuggestion } from '../features/suggest/report/zone.js';
import type { Solver } from '../features/suggest/solver.js';
import { type Suggested, suggesting } from '../features/suggest/suggest.js';
import type { Catalogue, Goal } from '../features/suggest/types.js';
import type { Localized } from '../i18n/locale.js';
import { drawnOf } from '../lint/support/drawn.js';
import type { Report } from '../lint/types.js';
import type { Zone } from '../plan/model.js';
import { plainText } from '../render/escape.js';
import { createSession } from './session.js';
import { t } from './texts.js';
import type { Change, SessionInput } from './types.js';

/** What is asked, as plain data. */
export interface SuggestInput extends SessionInput {
  readonly zone: string;
  /** Absent: what the law asks or, if that is met, the design criterion. */
  readonly goal?: Goal | undefined;
  /** Changes that stand in no file. */
  readonly changes: readonly Change[];
  /** File of the catalogue; undefined: the plan's own types, or the built-in ones. */
  readonly catalogue: CatalogueFile | undefined;
}

/** A file of a catalogue. */
export interface CatalogueFile {
  /** Path as shown to people. */
  readonly path: string;
  readonly bytes: Uint8Array;
  /** True if it bears one of sitecam's own names. */
  readonly isOwn: boolean;
}

/** Returns what is suggested for a zone, or why nothing is. @param isOver true if the search is to end with what it has */
export function suggestFor(input: SuggestInput, solve: Solver, isOver: () => boolean): ZoneSuggestion {
  const report = judged(input);
  if ('zh' in report) return nothingSuggested(report);
  const zone = report.site.levels.flatMap(({ zones }) => zones).find(({ id }) => id === input.zone);
  if (zone === undefined) return nothingSuggested(t.noZone({ id: plainText(input.zone) }));
  const catalogue = catalogueOf(report, input.catalogue);
  if ('zh' in catalogue) return nothingSuggested(catalogue);
  const goals: readonly Goal[] = input.goal === undefined ? ['law', 'criterion'] : [input.goal];
  let suggested: Suggested | undefined;
  for (const goal of goals) {
    const next = suggestedFor(zone, goal, report, catalogue, solve, isOver);
    const { parts, met } = next.suggestion;
    // What nothing is asked of by one goal may still be met by the other.
    if (suggested === undefined || met.length > 0) suggested = next;
    if (parts.length > 0) break;
  }
  if (suggested === undefined) throw new Error('a goal was asked about');
  return zoneSuggestion(zone, suggested);
}

/** Returns the report on the plan with the changes made; or why there is none. */
function judged({ changes, ...input }: SuggestInput): Report | Localized {
  const session = createSession(input);
  if (changes.length > 0) {
    const made = session.commit(changes);
    if (!made.ok) return made.reason;
  }
  const { state, report } = session.update;
  return state === 'stale' || report === undefined ? t.unreadable : report;
}

function catalogueOf(report: Report, file: CatalogueFile | undefined): Catalogue | Localized {
  const drawn = drawnOf(report);
  if (drawn === undefined) return t.unreadable;
  if (file === undefined) return defaultCatalogue(drawn);
  const read = readCatalogue(file.path, file.bytes, drawn, file.isOwn);
  if (read.ok) return read.catalogue;
  const [first] = read.problems;
  return t.badCatalogue({ file: plainText(file.path), why: first?.message ?? '' });
}

function suggestedFor(
  { id, levels }: Zone,
  goal: Goal,
  report: Report,
  catalogue: Catalogue,
  solve: Solver,
  isOver: () => boolean,
): Suggested {
  const steps = suggesting(report, {
    ...{ catalogue, goal, levels, solve, isOver, only: id },
    ...{ objective: 'count', related: true, privacy: 'strict', withPrice: false },
  });
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}
