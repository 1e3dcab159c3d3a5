// Example plans that show what a clause prohibits.

import { inBoth, render } from '../../i18n/catalogue.js';
import type { Localized } from '../../i18n/locale.js';
import { zoneKind } from '../../law/lookup.js';
import type { ClauseId, Pack, Prohibition, ZoneKind } from '../../law/types.js';
import { t } from './texts.js';

/**
 * A plan that shows what a clause is about, and the verdicts of `rule` on it, such as `fail C1>wc`. A test lints it to
 * check them.
 */
export interface ClauseExample {
  readonly rule: string;
  readonly expected: readonly string[];
  /** The plan as YAML; its names are in the reader's language. */
  readonly plan: Localized;
}

const CAMERA = 'height: 2.6, heading: 0, tilt: 20, hfov: 90, resolution: [1920, 1080], audio: none';

/** Returns an example of what clause `id` prohibits; undefined if there is none. */
export function exampleOf(pack: Pack, id: ClauseId): ClauseExample | undefined {
  const row = pack.prohibitions.find(({ clause, basis }) => clause === id && basis === 'law');
  const kind = row === undefined ? undefined : zoneKind(pack, row.kinds[0] ?? '');
  if (row !== undefined && kind !== undefined) {
    return row.regime === 'anchor' ? nearAnchor(pack, row, kind) : inside(pack, row, kind);
  }
  // A view from outside is judged by the clause that views into private rooms cite first.
  const view = pack.prohibitions.find(({ viewClauses, regime }) => regime === 'room' && viewClauses[0] === id);
  const room = view?.kinds.map((name) => zoneKind(pack, name)).find((spec) => spec?.enclosed === true);
  return view === undefined || room === undefined ? undefined : fromOutside(pack, view, room);
}

/** Returns the ids of the clauses that `exampleOf` has an example for. */
export function clausesWithExamples(pack: Pack): ClauseId[] {
  return pack.clauses.flatMap(({ id }) => (exampleOf(pack, id) === undefined ? [] : [id]));
}

function inside(pack: Pack, row: Prohibition, kind: ZoneKind): ClauseExample {
  // Kinds without walls of their own have no wall that a door could be in.
  const door = kind.enclosed ? '    openings:\n      - {id: d1, kind: door, line: [[1, 4], [1.9, 4]]}\n' : '';
  return {
    rule: 'capture/device-in-private-zone',
    expected: ['fail C1>room'],
    plan: planOf(
      pack,
      row,
      kind,
      (name) => `    zones:
      - {id: room, kind: ${kind.id}, name: ${name}, rect: [0, 0, 4, 4]}
      - {id: corridor, kind: corridor, rect: [0, 4, 8, 2]}
${door}    devices:
      - {id: C1, kind: camera, at: [2, 1], ${CAMERA}}`,
    ),
  };
}

function nearAnchor(pack: Pack, row: Prohibition, kind: ZoneKind): ClauseExample {
  const hall = pack.zoneKinds.find(({ expects }) => expects?.includes(kind.id))?.id ?? 'lobby';
  return {
    rule: 'capture/device-in-private-zone',
    expected: ['fail C1>box'],
    plan: planOf(
      pack,
      row,
      kind,
      (name) => `    zones:
      - {id: hall, kind: ${hall}, rect: [0, 0, 10, 8]}
      - {id: box, kind: ${kind.id}, name: ${name}, rect: [5, 5, 0.5, 0.5]}
    devices:
      - {id: C1, kind: camera, at: [5, 3], ${CAMERA}}`,
    ),
  };
}

function fromOutside(pack: Pack, row: Prohibition, kind: ZoneKind): ClauseExample {
  return {
    rule: 'capture/view-into-private-zone',
    expected: ['fail C1>room'],
    plan: planOf(
      pack,
      row,
      kind,
      (name) => `    zones:
      - {id: room, kind: ${kind.id}, name: ${name}, rect: [0, 4, 4, 4]}
      - {id: corridor, kind: corridor, rect: [0, 0, 8, 4]}
    openings:
      - {id: p1, kind: passage, line: [[1, 4], [3, 4]]}
    devices:
      - {id: C1, kind: camera, at: [2, 0.5], ${CAMERA}}`,
    ),
  };
}

/** @param elements returns the zones, openings and devices, given the name of the zone of `kind` in quotes */
function planOf(
  pack: Pack,
  { categories }: Prohibition,
  kind: ZoneKind,
  elements: (name: string) => string,
): Localized {
  const category = categories[0] ?? siteWith(pack, kind);
  return inBoth(
    (locale) => `sitecam: 1
site: {name: ${render(t.example, locale)}, categories: [${category}]}
coordinates: metres
levels:
  - id: F1
    ceiling: 3
${elements(JSON.stringify(render(kind.name, locale)))}
`,
  );
}

/** Returns a category of site that usually has such a zone, or else one whose public zones the law names. */
function siteWith({ categories }: Pack, kind: ZoneKind): string | undefined {
  const usual = categories.filter(({ expectedPrivate }) =>
    expectedPrivate.some((expected) => expected.kind === kind.id),
  );
  const open = categories.filter(({ named }) => named.some(({ token }) => token === 'public'));
  return [...usual, ...open, ...categories][0]?.id;
}
