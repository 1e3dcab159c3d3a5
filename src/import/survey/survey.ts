// The survey of drawings: unit, roles of layers and blocks, views. It makes no plan.

import { addTo } from '../../base/arrays.js';
import { BudgetExceeded, withBudget } from '../../base/budget.js';
import type { Pack } from '../../law/types.js';
import { LIMITS, type Limits, limitParams, workFor } from '../../source/limits.js';
import { problemOf, type SourceProblem } from '../../source/problem.js';
import { limitText } from '../../source/texts.js';
import { shippedMapping } from '../mapping/defaults/defaults.js';
import { ruleFor } from '../mapping/match.js';
import { MOST_PIECES, TooMany } from '../read/dxf/parse/walk.js';
import { dxfProblem, dxfProblemText } from '../read/dxf/problems.js';
import { openDxf } from '../read/dxf/read.js';
import { isName } from '../read/dxf/shape/labels.js';
import { itemsOf, shownBy } from '../read/dxf/units/strokes.js';
import { type UnitFinding, unitBy } from '../read/dxf/units/unit.js';
import type { InputFile } from '../types.js';
import { type Counts, type HiddenUse, type Inventory, inventoryOf, type LayerUse, nameKey } from './inventory.js';
import { wallLength } from './measure.js';
import { numbersBeside } from './numbers.js';
import { type Judgement, measuresByLayer, roleOfBlock, roleOfLines, roleOfWords } from './roles.js';
import { type View, viewsOf } from './views.js';

/** A part of a layer: its lines, its texts, or the inserts of one block. */
export interface Part {
  readonly part: 'lines' | 'words' | 'block';
  readonly layer: string;
  /** Name of the block, if it is one. */
  readonly block?: string;
  readonly counts: Counts;
  readonly count: number;
  readonly judgement: Judgement;
}

/** A layer and the proposals for its parts, over all drawings of a survey. */
export interface SurveyedLayer {
  readonly layer: string;
  readonly parts: readonly Part[];
  /** Number of inserts that hold whole buildings or sheets. */
  readonly holders: number;
}

/** The survey of one drawing, without what is counted over all drawings. */
export interface SurveyedDrawing {
  readonly path: string;
  /** `$ACADVER`; undefined if it isn't there. */
  readonly version: string | undefined;
  /** Encoding that its texts were found to have, if the file doesn't name it. */
  readonly encoding: string | undefined;
  readonly unit: UnitFinding;
  /** Metres per unit that the survey reckoned with. */
  readonly metres: number;
  readonly inventory: Inventory;
  readonly hidden: readonly HiddenUse[];
  readonly views: readonly View[];
}

/** The survey of one or several drawings of a building. */
export interface Survey {
  readonly drawings: readonly SurveyedDrawing[];
  readonly layers: readonly SurveyedLayer[];
}

/** Result of a survey, or the problems of the drawings that can't be read: one of them prevents it. */
export type Surveyed =
  | { readonly ok: true; readonly survey: Survey }
  | { readonly ok: false; readonly problems: readonly SourceProblem[] };

/**
 * Surveys drawings in DXF. Pure: same input, same output. Returns problems if one can't be read. `unit`: metres per
 * drawing unit of them all; undefined to infer it of each.
 */
export function surveyOf(
  files: readonly InputFile[],
  {
    pack,
    limits,
    unit,
  }: { readonly pack: Pack; readonly limits?: Limits | undefined; readonly unit?: number | undefined },
): Surveyed {
  const most = mostWork(files, limits);
  try {
    return withBudget(most, () => surveyed(files, pack, unit));
  } catch (error) {
    if (!(error instanceof BudgetExceeded)) throw error;
    return { ok: false, problems: [problemOf(limitText.importWork(limitParams('work', most)), files[0]?.path ?? '')] };
  }
}

/** Returns the steps that a survey of some files may take. */
function mostWork(files: readonly InputFile[], limits: Limits | undefined): number {
  const bytes = files.reduce((all, file) => all + file.bytes.length, 0);
  return workFor(limits ?? LIMITS, bytes);
}

/** Share of the length that looks like walls below which the rules that come with sitecam don't fit a drawing. */
const FITTING = 0.5;

/**
 * True if in some drawing the mapping that comes with sitecam takes for walls less than half, by length, of what looks
 * like walls, so that a survey should come first. A drawing that can't be read, or in which nothing looks like walls,
 * doesn't count. False if the check takes too much work.
 */
export function needsSurvey(files: readonly InputFile[], limits: Limits | undefined): boolean {
  const most = mostWork(files, limits);
  try {
    return withBudget(most, () => files.some(isUnfit));
  } catch (error) {
    if (error instanceof BudgetExceeded || error instanceof TooMany) return false;
    throw error;
  }
}

function isUnfit(file: InputFile): boolean {
  const opened = openDxf(file);
  if (!opened.ok) return false;
  const { shown, hidden } = shownBy(opened.drawing);
  const { unit, candidates } = unitBy(itemsOf(shown), opened.drawing.header.get('$INSUNITS'), undefined);
  const { layers } = inventoryOf(shown, hidden, (unit ?? candidates[0]).metres);
  const shipped = shippedMapping('dxf');
  let [taken, all] = [0, 0];
  for (const { layer, lines } of layers) {
    const length = wallLength(layer, lines);
    const [entity] = Object.keys(lines.counts).sort((a, b) => lines.counts[b] - lines.counts[a]);
    const properties = { layer, entity };
    const origin = { path: file.path, pointer: '' };
    const feature = {
      format: 'dxf',
      system: 'metres',
      id: undefined,
      properties,
      shapes: [],
      levels: [],
      origin,
    } as const;
    all += length;
    if (ruleFor(shipped, feature)?.as === 'wall') taken += length;
  }
  return all > 0 && taken < FITTING * all;
}

function surveyed(files: readonly InputFile[], pack: Pack, unit: number | undefined): Surveyed {
  const problems: SourceProblem[] = [];
  const drawings: SurveyedDrawing[] = [];
  const parts: Part[] = [];
  for (const file of files) {
    const { path } = file;
    const opened = openDxf(file);
    if (!opened.ok) {
      problems.push(...opened.problems);
      continue;
    }
    try {
      const { drawing, encoding } = opened;
      const { shown, hidden } = shownBy(drawing);
      const finding = unitBy(itemsOf(shown), drawing.header.get('$INSUNITS'), unit);
      const metres = (finding.unit ?? finding.candidates[0]).metres;
      const inventory = inventoryOf(shown, hidden, metres);
      const own = partsOf(inventory.layers, pack);
      const version = drawing.header.get('$ACADVER');
      const views = viewsIn(inventory.layers, own);
      drawings.push({ path, version, encoding, unit: finding, metres, inventory, hidden: inventory.hidden, views });
      parts.push(...own);
    } catch (error) {
      if (!(error instanceof TooMany)) throw error;
      problems.push(dxfProblem(path, dxfProblemText.dxfMuch({ limit: String(MOST_PIECES) })));
    }
  }
  if (problems.length > 0) return { ok: false, problems };
  return { ok: true, survey: { drawings, layers: layersOf(drawings, parts) } };
}

function partsOf(layers: readonly LayerUse[], pack: Pack): Part[] {
  const measures = measuresByLayer(layers);
  const total = [...measures.values()].reduce((sum, { length }) => sum + length, 0);
  const numbers = numbersBeside(layers);
  const names = layers.flatMap(({ words }) =>
    words.words.flatMap((word) => (isName(word.text) && !numbers.claimed.has(word) ? [word.at] : [])),
  );
  return layers.flatMap((use): Part[] => {
    const { layer, lines, words, blocks } = use;
    const measured = measures.get(layer);
    const lineCount = sum(lines.counts);
    const wordCount = sum(words.counts);
    return [
      ...(lineCount === 0 || measured === undefined
        ? []
        : [
            {
              part: 'lines' as const,
              layer,
              counts: lines.counts,
              count: lineCount,
              judgement: roleOfLines(layer, lines, measured, { total, names }),
            },
          ]),
      ...blocks.map((one): Part => {
        const count = one.inserts.length;
        const judgement = roleOfBlock(use, one, numbers);
        return { part: 'block', layer, block: one.block, counts: { INSERT: count }, count, judgement };
      }),
      ...(wordCount === 0
        ? []
        : [
            {
              part: 'words' as const,
              layer,
              counts: words.counts,
              count: wordCount,
              judgement: roleOfWords(layer, words, numbers, pack),
            },
          ]),
    ];
  });
}

function viewsIn(layers: readonly LayerUse[], parts: readonly Part[]): View[] {
  const walls = new Set(
    parts.flatMap(({ part, layer, judgement: { role } }) =>
      part === 'lines' && (role === 'wall' || role === 'building') ? [layer] : [],
    ),
  );
  const strokes = layers.filter(({ layer }) => walls.has(layer)).flatMap(({ lines }) => lines.strokes);
  return viewsOf(
    strokes,
    layers.flatMap(({ words }) => words.words),
  );
}

/** Returns the layers of all drawings. What several drawings have is judged by the one that has the clearest evidence. */
function layersOf(drawings: readonly SurveyedDrawing[], parts: readonly Part[]): SurveyedLayer[] {
  const layers = new Map<string, { readonly layer: string; readonly own: Map<string, Part> }>();
  for (const part of parts) {
    const { layer, own } = layers.get(nameKey(part.layer)) ?? { layer: part.layer, own: new Map<string, Part>() };
    layers.set(nameKey(layer), { layer, own });
    const key = `${part.part} ${nameKey(part.block ?? '')}`;
    const known = own.get(key);
    own.set(key, known === undefined ? { ...part, layer } : { ...together(known, part), layer });
  }
  const holders = new Map<string, number[]>();
  for (const { inventory } of drawings) {
    for (const use of inventory.layers) addTo(holders, nameKey(use.layer), use.holders);
  }
  return [...layers].map(([key, { layer, own }]) => ({
    layer,
    parts: [...own.values()],
    holders: (holders.get(key) ?? []).reduce((all, one) => all + one, 0),
  }));
}

function together(one: Part, other: Part): Part {
  const clearest = other.judgement.points > one.judgement.points ? other : one;
  const counts: Record<string, number> = { ...one.counts };
  for (const [type, count] of Object.entries(other.counts)) counts[type] = (counts[type] ?? 0) + count;
  const isSplit = one.judgement.role !== other.judgement.role;
  const judgement = isSplit ? { ...clearest.judgement, asked: true } : clearest.judgement;
  return { ...clearest, counts, count: one.count + other.count, judgement };
}

function sum(counts: Counts): number {
  return Object.values(counts).reduce((all, one) => all + one, 0);
}
