// Drawings of one storey: what the architect draws, and devices on a drawing of their own.

import { addTo, groupBy } from '../../../../base/arrays.js';
import { boxesOverlap, boxOf } from '../../../../geometry/shapes/ring.js';
import type { Box, Point } from '../../../../geometry/types.js';
import { verbatim } from '../../../../i18n/locale.js';
import { ruleFor } from '../../../mapping/match.js';
import type { Mapping } from '../../../mapping/types.js';
import type { Note } from '../../../notes.js';
import { positionsOf } from '../../../support/positions.js';
import type { RawFeature } from '../../../types.js';
import { areTwo, betweenIn, buildingIn, mayBeOne } from '../../buildings.js';
import { idOfStorey, storeyAt } from '../../storeys.js';
import { dxfText } from '../messages.js';

/** A drawing whose name says a storey. */
interface Sheet {
  /** Name of the drawing, which is the key of its level. */
  readonly name: string;
  readonly path: string;
  readonly storey: number;
  /** The word for a storey in or over another one that its name says: 夹层, 设备层. */
  readonly between: string | undefined;
  /** What its name says besides the storey, the trade and the issue: the building, if anything. */
  readonly building: string;
  /** What its walls, rooms, doors and windows cover, in m; undefined if it has none. */
  readonly box: Box | undefined;
  readonly devices: readonly Point[];
}

/** m: devices on the outside of a building hang no further from its rooms. */
const OUTSIDE = 1;

/** Least share of its devices that lie over the plan of their storey: those of a legend stand beside it. */
const OVER = 0.5;

/**
 * Returns `features` with those of each drawing that holds nothing but devices moved to the level of the drawing that
 * shows the plan of their storey: the only plan whose name says the same storey and may mean the same building, if at
 * least half of the devices lie over it. Where that isn't sure, the drawings stay levels of their own, and a note says
 * what to write in the mapping: only a person knows whether names that differ in more than the storey mean two
 * buildings.
 *
 * @param names names of the drawings, by path
 * @returns the features, the levels that are empty now, and the notes
 */
export function onOneStorey(
  features: readonly RawFeature[],
  names: ReadonlyMap<string, string>,
  mapping: Mapping,
): {
  readonly features: readonly RawFeature[];
  readonly emptied: ReadonlySet<string>;
  readonly notes: readonly Note[];
} {
  const plans = new Map<string, string>();
  const notes: Note[] = [];
  for (const here of groupBy(sheetsOf(features, names, mapping), ({ storey }) => Math.floor(storey)).values()) {
    for (const [index, sheet] of here.entries()) {
      const { box } = sheet;
      if (box !== undefined) {
        const twin = here
          .slice(0, index)
          .find((other) => isOneStorey(sheet, other) && other.box !== undefined && boxesOverlap(box, other.box));
        if (twin !== undefined) notes.push(noteOn('dxf/two-plans', sheet, twin));
        continue;
      }
      const [first, ...others] = here.filter((other) => other.box !== undefined && isOneStorey(sheet, other));
      if (first === undefined) {
        const near = here.find((other) => liesOver(sheet, other) && !areTwo(sheet.building, other.building));
        if (near !== undefined) notes.push(noteOn('dxf/which-plan', sheet, near));
        continue;
      }
      if (others.length === 0 && liesOver(sheet, first)) {
        plans.set(sheet.name, first.name);
        notes.push(noteOn('dxf/one-storey', sheet, first));
      } else notes.push(noteOn('dxf/which-plan', sheet, first));
    }
  }
  return {
    features: features.map((feature) => {
      const plan = plans.get(feature.levels[0] ?? '');
      return plan === undefined ? feature : { ...feature, levels: [plan] };
    }),
    emptied: new Set(plans.keys()),
    notes,
  };
}

/** Returns the drawings whose names say a storey and that draw more than texts. */
function sheetsOf(features: readonly RawFeature[], names: ReadonlyMap<string, string>, mapping: Mapping): Sheet[] {
  const devices = new Map<string, Point[]>();
  const plans = new Map<string, Point[]>();
  for (const feature of features) {
    if (feature.properties.label === true) continue;
    const list = ruleFor(mapping, feature)?.as === 'device' ? devices : plans;
    for (const point of feature.shapes.flatMap(positionsOf)) addTo(list, feature.origin.path, point);
  }
  return [...names].flatMap(([path, name]): Sheet[] => {
    const [at, own, plan] = [storeyAt(name), devices.get(path) ?? [], plans.get(path)];
    if (at === undefined || (plan === undefined && own.length === 0)) return [];
    const between = betweenIn(name);
    const box = plan && boxOf(plan);
    return [{ name, path, storey: at.storey, between, building: buildingIn(name, at.text), box, devices: own }];
  });
}

function isOneStorey(one: Sheet, other: Sheet): boolean {
  return mayBeOne(one.building, other.building) && one.storey === other.storey && one.between === other.between;
}

function liesOver({ devices }: Sheet, { box }: Sheet): boolean {
  if (box === undefined) return false;
  const { minX, minY, maxX, maxY } = box;
  const over = devices.filter(
    ([x, y]) => x > minX - OUTSIDE && x < maxX + OUTSIDE && y > minY - OUTSIDE && y < maxY + OUTSIDE,
  );
  return over.length >= OVER * devices.length;
}

/** Returns a note on a drawing and the plan that may show the same storey. */
function noteOn(id: 'dxf/one-storey' | 'dxf/two-plans' | 'dxf/which-plan', sheet: Sheet, plan: Sheet): Note {
  const files = [plan, sheet].map(({ path }) => JSON.stringify(path.split('/').at(-1))).join(', ');
  const rule = verbatim(`levels: [{key: ${idOfStorey(sheet.storey)}, files: [${files}]}]`);
  const message = dxfText(id, { drawing: sheet.name, plan: plan.name, rule });
  return { sort: id === 'dxf/one-storey' ? 'assumed' : 'unknown', message, origin: { path: sheet.path, pointer: '' } };
}
