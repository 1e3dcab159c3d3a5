// Reads DXF drawings as one source.

import { append } from '../../../base/arrays.js';
import { memoize } from '../../../base/memo.js';
import type { SourceProblem } from '../../../source/problem.js';
import { ruleFor } from '../../mapping/match.js';
import type { Mapping } from '../../mapping/types.js';
import type { Note } from '../../notes.js';
import { drawingNames } from '../../support/drawing-names.js';
import type { InputFile, Position, RawFeature, ReadSource, SourceDrawing } from '../../types.js';
import { numberedOnce } from './devices/repeated.js';
import { dxfText } from './messages.js';
import { decodeDxf, LATIN } from './parse/decode.js';
import { type Drawing, drawingOf } from './parse/drawing.js';
import { readGroups } from './parse/groups.js';
import { Tally } from './parse/tally.js';
import { MOST_PIECES, TooMany } from './parse/walk.js';
import { dxfProblem, dxfProblemText } from './problems.js';
import { inRegions, regionsOf } from './regions.js';
import { featuresOf } from './shape/features.js';
import { levelsOf, lowestFirst, noStoreyNotes } from './shape/levels.js';
import { onOneStorey } from './shape/sheets.js';
import { titleNotes } from './shape/titles.js';
import { unitNotes, unitQuestion } from './units/texts.js';
import { isByLeaf, unitOf } from './units/unit.js';

/**
 * Reads drawings in DXF: visible entities of model space, in metres. Each file is a storey, unless the mapping says
 * otherwise or the file holds nothing but the devices of the storey that another one draws. Blocks are searched; a
 * block that a rule makes a door, window or device counts as a whole.
 *
 * @param isRoom true of a text that names a room, and so is no number of a device
 */
export function readDxf(
  files: readonly InputFile[],
  mapping: Mapping,
  isRoom: (text: string) => boolean = () => false,
): ReadSource {
  const problems: SourceProblem[] = [];
  const notes: Note[] = [];
  const features: RawFeature[] = [];
  const drawings: SourceDrawing[] = [];
  const names = drawingNames(files);
  const isOwn = mapping.levels === undefined || mapping.levels.length === 0;
  for (const file of files) {
    const { path } = file;
    const name = names.get(path) ?? path;
    const opened = openDxf(file);
    if (!opened.ok) {
      problems.push(...opened.problems);
      continue;
    }
    const { encoding } = opened;
    if (encoding !== undefined) {
      const message = dxfText(encoding === LATIN ? 'dxf/no-encoding' : 'dxf/encoding', { encoding });
      notes.push({ sort: 'assumed', message, origin: { path, pointer: '' } });
    }
    try {
      const finding = unitOf(opened.drawing, mapping.unit);
      if (finding.unit === undefined) {
        problems.push(dxfProblem(path, unitQuestion(finding)));
        continue;
      }
      const regions = regionsOf(mapping, path);
      const { levels: _, ...unsplit } = mapping;
      const reading = { name, unit: finding.unit, isSure: isByLeaf(finding), isRoom };
      const found = featuresOf(opened.drawing, regions.length === 0 ? mapping : unsplit, reading);
      const tally = new Tally(path, []);
      const kept =
        regions.length === 0 ? found.features : inRegions(found.features, regions, finding.unit.metres, tally);
      notes.push(...unitNotes(finding, path), ...found.notes, ...tally.notes());
      if (isOwn) notes.push(...titleNotes(opened.drawing));
      const corners = new Map(regions.map(({ key, region: [x, y] }): [string, Position] => [key, [x, y]]));
      drawings.push({ path, unit: found.unit, ...(corners.size > 0 && { corners }) });
      append(features, files.length > 1 ? kept.map((feature) => ofFile(feature, name)) : kept);
    } catch (error) {
      if (!(error instanceof TooMany)) throw error;
      problems.push(dxfProblem(path, dxfProblemText.dxfMuch({ limit: String(MOST_PIECES) })));
    }
  }
  if (problems.length > 0) return { ok: false, problems };
  const sheets = isOwn && files.length > 1 ? onOneStorey(features, names, mapping) : undefined;
  notes.push(...(sheets?.notes ?? []));
  const kept = [...names.values()].filter((name) => sheets?.emptied.has(name) !== true);
  const hasPlan = (drawing: string) =>
    features.some((one) => one.levels[0] === drawing && ruleFor(mapping, one)?.as !== 'device');
  if (isOwn) notes.push(...noStoreyNotes(kept, hasPlan));
  const levels = levelsOf(kept, mapping);
  const storeys = { levelOf: ({ levels: [level = ''] }: RawFeature) => level, order: lowestFirst(levels, mapping) };
  const numbered = numberedOnce(sheets?.features ?? features, mapping, storeys);
  notes.push(...numbered.notes);
  return { ok: true, source: { name: undefined, levels, features: numbered.features, drawings, notes } };
}

/** A drawing as opened; `encoding` is the one that its texts were found to have if the file doesn't name it. */
export type OpenedDxf =
  | { readonly ok: true; readonly drawing: Drawing; readonly encoding: string | undefined }
  | { readonly ok: false; readonly problems: readonly SourceProblem[] };

/** Returns the drawing in a DXF file, or why it can't be read. The import and the look at its layers parse it once. */
export const openDxf = memoize(({ path, bytes }: InputFile): OpenedDxf => {
  const decoded = decodeDxf(path, bytes);
  if (!decoded.ok) return decoded;
  const read = readGroups(path, decoded.text);
  if (!read.ok) return read;
  return { ok: true, drawing: drawingOf(path, read.groups), encoding: decoded.guessed };
});

/** Returns the feature with the file name in its id: handles are unique only within one file. */
function ofFile(feature: RawFeature, name: string): RawFeature {
  return feature.origin.pointer === feature.id ? { ...feature, id: `${name}-${feature.id}` } : feature;
}
