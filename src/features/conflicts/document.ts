// The conflicts of plans as a document.

import { siteText } from '../../findings/wording/site.js';
import { type Localized, verbatim } from '../../i18n/locale.js';
import type { Report } from '../../lint/types.js';
import type { Block, Document, Field, Tone } from '../../render/document.js';
import { type Beside, conflictsHeadline, conflictText, terms } from './sentences.js';
import { t } from './texts.js';
import type { Conflict, ConflictAnswer } from './types.js';

/** Conflicts found in one plan. */
export interface PlanConflicts extends Beside {
  readonly report: Report;
  readonly conflicts: readonly Conflict[];
  /** Path of each camera's drawing, by device id. */
  readonly drawings: ReadonlyMap<string, string>;
}

/** Returns the conflicts of several plans: of each camera what it must watch and not see, and whether a pose does both. */
export function conflictsDocument(plans: readonly PlanConflicts[]): Document {
  return { blocks: plans.flatMap(planBlocks) };
}

function planBlocks({ report, conflicts, drawings, ...beside }: PlanConflicts): Block[] {
  const site = siteText(report.site.name);
  const headline: Block = { block: 'paragraph', tone: 'conclusion', text: conflictsHeadline(conflicts, beside) };
  const cameras = conflicts.map((conflict) => cameraSection(conflict, report, drawings.get(conflict.device.id)));
  const note: Block[] = conflicts.length === 0 ? [] : [{ block: 'paragraph', tone: 'aside', text: terms() }];
  // A designer reads the sum last, above the prompt; a page begins with it.
  return [
    {
      block: 'section',
      on: 'page',
      title: t.title,
      blocks: [
        { block: 'paragraph', text: [site, verbatim(' — '), { code: report.path }] },
        headline,
        ...cameras,
        ...note,
      ],
    },
    { block: 'paragraph', on: 'terminal', text: { strong: [verbatim(`${report.path}  `), site] } },
    ...cameras.map((camera): Block => ({ ...camera, on: 'terminal' })),
    { block: 'section', tight: true, on: 'terminal', blocks: [{ ...headline, tone: 'plain' }, ...note] },
  ];
}

const TONES: Readonly<Record<ConflictAnswer['is'], Tone>> = { pose: 'pass', none: 'fail', undecided: 'open' };

function cameraSection(conflict: Conflict, { pack }: Report, drawing: string | undefined): Block {
  const { device, answer } = conflict;
  const { watch, avoid, criterion, mask, answer: text } = conflictText(conflict, pack);
  const field = (label: Localized, value: Localized): Field => ({ label, lines: [value] });
  const rows: Field[] = [
    ...watch.map((one) => field(t.watchLabel, one)),
    ...avoid.map((one) => field(t.avoidLabel, one)),
    { label: t.answerLabel, lines: [{ outcome: TONES[answer.is], text }] },
    ...(criterion === undefined ? [] : [field(t.criterionLabel, criterion)]),
    ...(mask === undefined ? [] : [field(t.maskLabel, mask)]),
    ...(drawing === undefined ? [] : [{ ...field(t.drawingLabel, verbatim(drawing)), on: 'terminal' as const }]),
  ];
  const figure = drawing === undefined ? [] : [figureOf(drawing, device.id)];
  return {
    block: 'section',
    tight: true,
    title: verbatim(device.name === undefined ? device.id : `${device.id} ${device.name}`),
    blocks: [{ block: 'fields', look: 'list', rows: rows.map((row) => [row]) }, ...figure],
  };
}

function figureOf(file: string, id: string): Block {
  const href = encodeURI(file).replaceAll('(', '%28').replaceAll(')', '%29');
  return { block: 'figure', caption: t.drawingLabel, alt: verbatim(id), href };
}
