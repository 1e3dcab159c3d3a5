// What a plan keeps of the CAD drawing that a level was read from.

import { basename } from '../../base/posix.js';
import type { RawDrawing } from '../../plan/read/document.js';
import type { DraftElement } from '../draft.js';
import { type ImportFrame, roundedTo } from '../frame.js';
import type { ImportedBuilding } from '../import.js';
import type { SourceDrawing } from '../types.js';

/** Decimal places kept of a coordinate in the drawing's unit. */
const DIGITS = 6;

/** Handles of the inserts around an entity and its own, joined by `-`; copies of an array end with `.` and a number. */
const HANDLES = /^[0-9A-F]+(?:\.\d+)?(?:-[0-9A-F]+(?:\.\d+)?)*$/;

/**
 * Returns the drawing of each level, by the level's id, with handle and block of the entity that each element was read from.
 * Levels that no CAD drawing was read for have none; a level of several drawings has the one that most of it is from.
 */
export function drawingsOf({ identified, drawings, frame }: ImportedBuilding): ReadonlyMap<string, RawDrawing> {
  const { zones, walls, openings, devices } = identified.draft;
  const elements: readonly DraftElement[] = [...zones, ...walls, ...openings, ...devices];
  return new Map(
    identified.levels.flatMap(({ id, key }) => {
      const here = elements.filter(({ level }) => level === id);
      const counted = drawings.map((drawing) => ({
        drawing,
        from: here.filter(({ origin }) => origin.path === drawing.path),
      }));
      const most = counted.reduce<(typeof counted)[number] | undefined>(
        (best, one) => (one.from.length > (best?.from.length ?? 0) ? one : best),
        undefined,
      );
      return most === undefined ? [] : [[id, drawingOf(most.drawing, key, most.from, frame)] as const];
    }),
  );
}

function drawingOf(
  { path, unit, corners }: SourceDrawing,
  level: string,
  elements: readonly DraftElement[],
  frame: ImportFrame,
): RawDrawing {
  const [east, north] = frame.from ?? [0, 0];
  const [x, y] = corners?.get(level) ?? [0, 0];
  const handles = elements.flatMap(({ id, origin }) => (HANDLES.test(origin.pointer) ? [[id, origin.pointer]] : []));
  const blocks = elements.flatMap(({ id, block }) => (block === undefined ? [] : [[id, block]]));
  return {
    file: basename(path),
    unit,
    origin: [roundedTo(x + east / unit, DIGITS), roundedTo(y + north / unit, DIGITS)],
    rotation: 0,
    ...(handles.length === 0 ? {} : { handles: Object.fromEntries(handles) }),
    ...(blocks.length === 0 ? {} : { blocks: Object.fromEntries(blocks) }),
  };
}
