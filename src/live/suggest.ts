// Cameras for one zone of a plan as it stands on the page, with the changes that are tried there.

import { defaultCatalogue, readCatalogue } from '../features/suggest/catalogue/catalogue.js';
import { nothingSuggested, type ZoneSuggestion, zoneSuggestion } from '../features/suggest/report/zone.js';
import type { Solver } from '../features/suggest/solver.js';
import { EFFORT, type Suggested, type SuggestOptions, suggesting } from '../features/suggest/suggest.js';
import type { Catalogue, Goal } from '../features/suggest/types.js';
import { bothLanguages, type Localized } from '../i18n/locale.js';
import { drawnOf } from '../lint/support/drawn.js';
import type { Report } from '../lint/types.js';
import type { Zone } from '../plan/model.js';
import { plainText } from '../render/escape.js';
import { createSession } from './session.js';
import { t } from './texts.js';
import type { Change, SessionInput } from './types.js';

/** Input of suggesting cameras for one zone, as plain data for a worker thread. */
export interface SuggestInput extends SessionInput {
  readonly zone: string;
  /** Absent: the design criterion or, if that can't be met, what the law asks. */
  readonly goal?: Goal | undefined;
  /** Changes that stand in no file. */
  readonly changes: readonly Change[];
  /** File of the catalogue; undefined: the plan's own types, or the built-in ones. */
  readonly catalogue: CatalogueFile | undefined;
}

/** A catalogue of cameras for `suggest`, read from a file. */
export interface CatalogueFile {
  /** Path as shown to people. */
  readonly path: string;
  readonly bytes: Uint8Array;
  /** True if it bears one of sitecam's own names. */
  readonly isOwn: boolean;
}

/** ms after which a search ends with what it has: somebody waits for it. */
const MOST_TIME = 30_000;

/**
 * Returns cameras to add for a zone, or why there are none. Without a `goal` it tries to meet the design criterion and, if
 * that finds no cameras, what the law asks. Each search ends after 30 s with what it has.
 *
 * @param solve solves the linear programs that the search for few cameras makes
 * @param now returns ms of a clock
 */
export function suggestFor(input: SuggestInput, solve: Solver, now: () => number): ZoneSuggestion {
  const report = judged(input);
  if ('zh' in report) return nothingSuggested(report);
  const zone = report.site.levels.flatMap(({ zones }) => zones).find(({ id }) => id === input.zone);
  if (zone === undefined) return nothingSuggested(t.noZone({ id: plainText(input.zone) }));
  const catalogue = catalogueOf(report, input.catalogue);
  if ('zh' in catalogue) return nothingSuggested(catalogue);
  const asked = { zone, report, catalogue, solve, now };
  const first = zoneSuggestion(zone, suggestedFor(input.goal ?? 'criterion', asked));
  // Where there is nothing to search, the law asks no more.
  if (input.goal !== undefined || first.cameras.length > 0 || first.premises.length === 0) return first;
  const second = zoneSuggestion(zone, suggestedFor('law', asked));
  return second.cameras.length === 0
    ? first
    : { ...second, texts: [...first.texts, bothLanguages(t.byLaw), ...second.texts] };
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

/** What a search is made of. */
interface Asked extends Pick<SuggestOptions, 'catalogue' | 'solve'> {
  readonly zone: Zone;
  readonly report: Report;
  readonly now: () => number;
}

function suggestedFor(goal: Goal, { zone, report, now, ...given }: Asked): Suggested {
  const end = now() + MOST_TIME;
  const steps = suggesting(report, {
    ...given,
    ...{ goal, objective: 'count', privacy: 'strict', withPrice: false, effort: EFFORT },
    ...{ only: zone.id, levels: zone.levels, related: true },
    isOver: () => now() > end,
  });
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}
