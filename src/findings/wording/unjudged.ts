// Words on what keeps plans from being judged: one cause once, whatever the number of plans.

import { localizedList, quoted } from '../../i18n/list.js';
import type { Localized } from '../../i18n/locale.js';
import { engineText } from '../../lint/notes/texts.js';
import { isInternalError } from '../../lint/support/internal-error.js';
import type { UnreadableReport } from '../../lint/types.js';
import type { Unreadable } from '../../plan/model.js';
import { plainText } from '../../render/escape.js';
import { problemOf } from '../../source/problem.js';
import { t } from '../texts.js';
import type { ReportView } from '../view.js';
import { NO_VERDICTS } from './texts.js';

/** Most plans that are named; their number stands for the rest. */
const NAMED = 5;

/**
 * True if the report of a plan without verdicts must name the cause: the plan can't be read, or it is the first of the
 * plans that one fault of the terms (configuration, waivers, baseline, law pack) keeps from being judged.
 */
export function tellsCause({ path, terms }: UnreadableReport): boolean {
  return terms === undefined || terms.plans[0] === path;
}

/**
 * Returns the faults to list under one plan in formats that give each plan a part: a fault listed under another plan
 * becomes a reference to that plan.
 */
export function faultsUnder(result: UnreadableReport): readonly Unreadable[] {
  const [first] = result.terms?.plans ?? [];
  if (first === undefined || tellsCause(result)) return result.unreadable;
  return [problemOf(engineText.sameTerms({ plan: first }), result.path)];
}

/** Returns the text of a fault, with the plans it keeps from being judged if its place doesn't show them. */
export function faultText(
  fault: Unreadable,
  result: UnreadableReport,
  view: Pick<ReportView, 'messageText'>,
): Localized {
  const text = view.messageText(fault.message);
  const { terms } = result;
  return terms === undefined || !isElsewhere(fault, result) ? text : withPlans(text, terms.plans);
}

/**
 * True if a fault of the terms that plans are judged by (such as a configuration) lies in a place that doesn't show
 * which plans it keeps from being judged.
 */
export function isElsewhere({ place }: Unreadable, result: UnreadableReport): boolean {
  if (result.terms === undefined || !tellsCause(result)) return false;
  return result.terms.plans.length > 1 || place.path !== result.path;
}

/** Returns `text` with the paths of the plans that its cause keeps from being judged. */
export function withPlans(text: Localized, paths: readonly string[]): Localized {
  const named = localizedList(paths.slice(0, NAMED).map((path) => quoted(plainText(path))));
  const plans = paths.length > NAMED ? t.andOthers({ plans: named }) : named;
  return t.notJudged({ text, n: paths.length, plans });
}

/** Returns why there are no verdicts on a plan: unreadable, unusable terms, or a failure of sitecam's own. */
export function noVerdicts(result: UnreadableReport): Localized {
  if (result.terms !== undefined) return NO_VERDICTS.terms;
  return isInternalError(result) ? NO_VERDICTS.fault : NO_VERDICTS.unreadable;
}
