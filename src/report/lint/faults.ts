// Plans without verdicts, and faults of files, as blocks.

import { faultSpot, type ReportView, type Spot } from '../../findings/view.js';
import { faultsUnder, faultText, noVerdicts } from '../../findings/wording/unjudged.js';
import { type Localized, verbatim } from '../../i18n/locale.js';
import { isInternalError } from '../../lint/support/internal-error.js';
import type { UnreadableReport } from '../../lint/types.js';
import type { Block, Section, Table } from '../../render/document.js';
import type { Place } from '../../source/types.js';
import { excerptOf } from './finding.js';
import { t } from './texts.js';
import { paragraph, position, tight } from './words.js';

/** Most plans named under one cause. */
const MOST_NAMED = 20;

/**
 * Returns what a terminal shows of a plan without verdicts, or of all plans that the same fault keeps from being
 * judged: a title, the paths of the plans, then each fault at its place.
 */
export function unreadableBlocks(result: UnreadableReport, view: ReportView): Block[] {
  const n = result.unreadable.length;
  const plans = result.terms?.plans ?? [result.path];
  const faults = n === 1 ? t.oneFault : t.faults({ n });
  const title =
    result.terms !== undefined
      ? t.unjudged({ plans: plans.length, faults })
      : isInternalError(result)
        ? t.ownFault
        : t.unreadable({ n });
  const more = plans.length - MOST_NAMED;
  return [
    plans.length === 1
      ? faultTitle(title, plans[0])
      : tight(undefined, [
          faultTitle(title),
          ...plans
            .slice(0, MOST_NAMED)
            .map((plan) => paragraph({ quiet: verbatim(plan) }, { indent: [2, 2], unbroken: true })),
          ...(more > 0 ? [paragraph(t.morePlans({ n: more }), { indent: [2, 2] })] : []),
        ]),
    ...result.unreadable.map((fault) =>
      faultBlock(fault, faultSpot(fault, result, view), view.messageText(fault.message)),
    ),
  ];
}

/** Returns the heading of faults, with the path of the plan that they are in. */
export function faultTitle(title: Localized, plan?: string): Block {
  const path = plan === undefined ? [] : [verbatim('  '), { quiet: verbatim(plan) }];
  return paragraph([{ outcome: 'fail', text: title }, ...path], { unbroken: true });
}

/** Returns a fault for a terminal: its place and code, the source line if `spot` is known, then `text` on what is wrong. */
export function faultBlock(
  { code, place }: { readonly code: string; readonly place: Place },
  spot: Spot | undefined,
  text: Localized,
): Section {
  return tight(undefined, [
    paragraph([{ strong: { place: position(spot, place.path) } }, verbatim('  '), { quiet: verbatim(code) }], {
      unbroken: true,
    }),
    ...(spot === undefined ? [] : [excerptOf(spot, 'fail')]),
    paragraph(text, { indent: [2, 4] }),
  ]);
}

/** Returns the section of a page on why there are no verdicts: each fault with its place. */
export function unreadableSection(result: UnreadableReport, view: ReportView): Section {
  const rows = faultsUnder(result).map((fault) => [
    { place: position(faultSpot(fault, result, view), fault.place.path) },
    faultText(fault, result, view),
    { code: fault.code },
  ]);
  const table: Table = {
    block: 'table',
    weight: 'fail',
    name: t.faultsOfPlan,
    counted: true,
    head: [t.place, t.fault, t.kind],
    rows,
  };
  return { block: 'section', title: noVerdicts(result), blocks: [table] };
}
