// A suggestion as a document for terminal and Markdown.

import { headingName, siteText } from '../../../findings/wording/site.js';
import { subjectText } from '../../../findings/wording/subject.js';
import { joined } from '../../../i18n/catalogue.js';
import { type Localized, verbatim } from '../../../i18n/locale.js';
import { percent, plainFigure } from '../../../i18n/number.js';
import type { Level } from '../../../plan/model.js';
import type { Block, Cell, Document, Field, Table, Tone } from '../../../render/document.js';
import { plainText } from '../../../render/escape.js';
import type { Conclusion, Met, Part, Suggestion } from '../types.js';
import { camerasOn, levelsOf, type RequirementRow, requirementRows } from './answer.js';
import { zoneName } from './place.js';
import {
  asDrawnText,
  barredText,
  basisText,
  cameraPlace,
  comparisonText,
  conclusion,
  coversText,
  detailText,
  keptPrivateText,
  levelText,
  mountText,
  premises,
  privacyText,
  proofText,
  relintText,
  remainingTexts,
  repairText,
  replacedText,
  shareText,
  shortfalls,
  signTexts,
  unknownUseText,
} from './sentences.js';
import { t } from './texts.js';

/**
 * Returns a suggestion for people: what it rests on, the cameras and what they cover level by level, what is proved, and
 * what a designer must know besides.
 *
 * @param drawings path of each level's drawing, by the level's id
 * @param certificate path of the file of the proof; absent: it wasn't written
 */
export function suggestionDocument(
  suggestion: Suggestion,
  drawings: ReadonlyMap<string, string> = new Map(),
  certificate?: string,
): Document {
  const { before } = suggestion;
  const rows = requirementRows(suggestion);
  const levels = levelsOf(suggestion);
  const asked = joined(levels.map(levelText), t.between);
  const answer: Block = { block: 'paragraph', tone: 'conclusion', text: conclusion(suggestion, rows) };
  return {
    title: t.title,
    subject: [headingName(before.site.name), t.clauseBetween, asked],
    blocks: [
      {
        block: 'paragraph',
        on: 'terminal',
        text: [
          { strong: [verbatim(`${plainText(before.path)}  `), siteText(before.site.name)] },
          t.clauseBetween,
          asked,
        ],
      },
      { block: 'paragraph', on: 'page', text: { code: before.path } },
      premisesBlock(suggestion),
      // A page begins with the answer; on a terminal it stands last, above the prompt.
      { block: 'section', on: 'page', title: t.conclusion, blocks: [answer, ...provedBlocks(suggestion, certificate)] },
      ...levels.map((level) => levelBlock(suggestion, level, rows, drawings.get(level.id))),
      ...notesBlocks(suggestion, rows),
      { block: 'section', on: 'terminal', tight: true, blocks: [answer, ...provedBlocks(suggestion, certificate)] },
      { block: 'paragraph', tone: 'aside', text: t.closing },
    ],
  };
}

function premisesBlock(suggestion: Suggestion): Block {
  const { goal, types, mounting, private: barred, kept, scope } = premises(suggestion);
  const field = (label: Localized, text: Localized): readonly Field[] => [{ label, lines: [text] }];
  return {
    block: 'fields',
    look: 'list',
    rows: [
      field(t.goalLabel, goal),
      field(t.typesLabel, types),
      field(t.mountingLabel, mounting),
      field(t.privateLabel, barred),
      field(t.keptLabel, kept),
      field(t.scopeLabel, scope),
    ],
  };
}

function levelBlock(
  suggestion: Suggestion,
  level: Level,
  rows: readonly RequirementRow[],
  drawing: string | undefined,
): Block {
  const cameras = cameraTable(suggestion, level);
  const here = rows.filter(({ requirement: { zone } }) => isListedOn(suggestion, level, zone.levels));
  return {
    block: 'section',
    title: levelText(level),
    blocks: [
      ...(suggestion.after === undefined && cameras.rows.length > 0
        ? [{ block: 'paragraph' as const, tone: 'caution' as const, text: t.candidate }]
        : []),
      cameras.rows.length > 0 ? cameras : { block: 'paragraph', text: t.noCamera, indent: [2, 2] },
      requirementTable(suggestion, here),
      ...(drawing === undefined ? [] : figureOf(drawing, level)),
    ],
  };
}

/** True if a zone is listed with a level: the first asked level that it is on. */
function isListedOn(suggestion: Suggestion, { id }: Level, levels: readonly string[]): boolean {
  return levelsOf(suggestion).find((level) => levels.includes(level.id))?.id === id;
}

function figureOf(file: string, level: Level): Block[] {
  const href = encodeURI(file).replaceAll('(', '%28').replaceAll(')', '%29');
  return [
    { block: 'figure', caption: t.drawing, alt: levelText(level), href },
    {
      block: 'fields',
      on: 'terminal',
      look: 'list',
      rows: [[{ label: t.drawing, lines: [verbatim(plainText(file))] }]],
    },
  ];
}

function cameraTable(suggestion: Suggestion, level: Level): Table {
  const { before, objective } = suggestion;
  const isPriced = objective === 'price';
  const columns = [
    t.number,
    t.device,
    t.typeHead,
    t.place,
    t.coordinates,
    t.mounted,
    t.heading,
    t.tilt,
    ...(isPriced ? [t.priceHead] : []),
    t.covers,
  ];
  const rows = camerasOn(suggestion, level.id).map(({ number, camera }): Cell[] => [
    verbatim(String(number)),
    verbatim(plainText(camera.device.id)),
    verbatim(plainText(camera.type.id)),
    cameraPlace(camera, before),
    verbatim(`[${camera.written.map(coordinate).join(', ')}]`),
    mountText(camera),
    verbatim(`${plainFigure(camera.heading)}°`),
    verbatim(`${plainFigure(camera.tilt)}°`),
    ...(isPriced ? [verbatim(plainFigure(camera.type.price))] : []),
    coversText(camera),
  ]);
  return {
    block: 'table',
    sort: 'suggested',
    head: columns,
    rows,
    figures: isPriced ? [0, 6, 7, 8] : [0, 6, 7],
    spare: columns.indexOf(t.coordinates),
  };
}

/** Returns a coordinate as a plan's file writes it, without the digits that only a double has. */
function coordinate(value: number): string {
  return String(Number(value.toFixed(9)));
}

function requirementTable(suggestion: Suggestion, rows: readonly RequirementRow[]): Table {
  const { pack, site } = suggestion.before;
  // Without a judged plan there is nothing to print below these heads.
  const isJudged = rows.some(({ met }) => met !== undefined);
  const withKept = rows.some(({ requirement }) => requirement.kept > 0);
  return {
    block: 'table',
    sort: 'required',
    head: [
      t.requirement,
      t.basis,
      t.level,
      t.needed,
      t.drawnShare,
      ...(withKept ? [t.keptShare] : []),
      ...(isJudged ? [t.reached, t.result] : []),
    ],
    rows: rows.map(({ requirement, drawn, met }): Cell[] => {
      const { zone, share, kept } = requirement;
      return [
        subjectText(zone.id, site),
        basisText(requirement, pack),
        detailText(requirement, pack),
        shareText(share),
        verbatim(percent(drawn, share, 1)),
        ...(withKept ? [verbatim(percent(kept, share, 1))] : []),
        ...(isJudged ? metCells(share, met) : []),
      ];
    }),
    figures: withKept ? [3, 4, 5, 6] : [3, 4, 5],
    spare: 1,
  };
}

function metCells(share: number, met: Met | undefined): Cell[] {
  if (met === undefined) return [t.none, t.none];
  const result: Cell = { outcome: met.isMet ? 'pass' : 'fail', text: met.isMet ? t.met : t.unmet };
  return [verbatim(percent(met.share, share, 1)), result];
}

const TONES: Readonly<Record<Conclusion['is'], Tone>> = {
  proved: 'pass',
  gap: 'review',
  impossible: 'fail',
  undecided: 'open',
  stopped: 'open',
};

/** Returns what is proved of the parts, and why a part has no design. */
function provedBlocks(suggestion: Suggestion, certificate: string | undefined): Block[] {
  const { parts, stopped } = suggestion;
  const proof = proofText(suggestion);
  return [
    ...(parts.length > 1 ? [partTable(parts)] : []),
    ...shortfalls(suggestion).map(
      ({ part: { conclusion }, text }): Block => ({
        block: 'paragraph',
        text: { outcome: TONES[conclusion.is], text },
        indent: [2, 4],
      }),
    ),
    ...(stopped ? [line(t.stopped)] : []),
    ...(proof === undefined ? [] : [line(proof)]),
    ...(certificate === undefined
      ? []
      : [line(t.certificate({ file: plainText(certificate), plan: plainText(suggestion.before.path) }))]),
  ];
}

function line(text: Localized): Block {
  return { block: 'paragraph', text, indent: [2, 4] };
}

/** Most zones of a part that its row names. */
const NAMED = 4;

function partTable(parts: readonly Part[]): Table {
  return {
    block: 'table',
    sort: 'parts',
    head: [t.partHead, t.costHead, t.boundHead, t.result, t.zonesHead],
    rows: parts.map(({ requirements, conclusion, cost, bound }, n): Cell[] => {
      const zones = requirements.map(({ zone }) => zoneName(zone));
      const names = joined(zones.slice(0, NAMED), t.between);
      return [
        verbatim(String(n + 1)),
        cost === undefined ? t.none : verbatim(plainFigure(cost)),
        cost === undefined || bound <= 0 ? t.none : verbatim(plainFigure(bound)),
        { outcome: TONES[conclusion.is], text: t[`conclusion-${conclusion.is}`] },
        zones.length > NAMED ? t.more({ items: names, n: zones.length }) : names,
      ];
    }),
    figures: [0, 1, 2],
  };
}

/** Returns what a designer must know besides: costs, comparison, changes, signs, the lint of the edited plan. */
function notesBlocks(suggestion: Suggestion, rows: readonly RequirementRow[]): Block[] {
  const { before, repairs } = suggestion;
  const notes = [
    privacyText(suggestion),
    comparisonText(suggestion, rows),
    replacedText(suggestion),
    keptPrivateText(suggestion),
    asDrawnText(suggestion),
    barredText(suggestion),
    unknownUseText(suggestion),
    relintText(suggestion),
  ].filter((text) => text !== undefined);
  const signs = signTexts(suggestion);
  return [
    ...listed(t.repairs, repairs.length > 0 ? repairs.map((repair) => repairText(repair, before)) : []),
    ...listed(t.notes, notes),
    ...listed(t.signs, signs, t.signsNote),
    ...listed(t.remaining, remainingTexts(suggestion)),
  ];
}

/** Returns a list under its heading; [] if it is empty. */
function listed(title: Localized, items: readonly Localized[], note?: Localized): Block[] {
  if (items.length === 0) return [];
  const blocks: Block[] = [...(note === undefined ? [] : [line(note)]), { block: 'list', items }];
  return [{ block: 'section', tight: true, title, blocks }];
}
