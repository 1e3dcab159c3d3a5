// Example plans that show what a clause prohibits.

import { inBoth } from '../../i18n/catalogue.js';
import { type Localized, render } from '../../i18n/locale.js';
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
    const isNear = row.regime === 'anchor';
    const plan = planOf(pack, row, kind, isNear ? nearAnchor(pack, kind) : inside(kind));
    return { rule: 'capture/device-in-private-zone', expected: [isNear ? 'fail C1>box' : 'fail C1>room'], plan };
  }
  // A view from outside is judged by the clause that views into private rooms cite first.
  const view = pack.prohibitions.find(({ viewClauses, regime }) => regime === 'room' && viewClauses[0] === id);
  const room = view?.kinds.map((name) => zoneKind(pack, name)).find((spec) => spec?.enclosed === true);
  if (view === undefined || room === undefined) return undefined;
  return {
    rule: 'capture/view-into-private-zone',
    expected: ['fail C1>room'],
    plan: planOf(pack, view, room, outside),
  };
}

/** Returns the ids of the clauses that `exampleOf` has an example for. */
export function clausesWithExamples(pack: Pack): ClauseId[] {
  return pack.clauses.flatMap(({ id }) => (exampleOf(pack, id) === undefined ? [] : [id]));
}

/** Returns the zones, openings and devices as YAML, given the kind and name of the private zone. */
type Elements = (zone: string) => string;

function inside({ enclosed }: ZoneKind): Elements {
  // Kinds without walls of their own have no wall that a door could be in.
  const door = enclosed ? '    openings:\n      - {id: d1, kind: door, line: [[1, 4], [1.9, 4]]}\n' : '';
  return (zone) => `    zones:
      - {id: room, ${zone}, rect: [0, 0, 4, 4]}
      - {id: corridor, kind: corridor, rect: [0, 4, 8, 2]}
${door}    devices:
      - {id: C1, kind: camera, at: [2, 1], ${CAMERA}}`;
}

function nearAnchor({ zoneKinds }: Pack, { id }: ZoneKind): Elements {
  const hall = zoneKinds.find(({ expects }) => expects?.includes(id))?.id ?? 'lobby';
  return (zone) => `    zones:
      - {id: hall, kind: ${hall}, rect: [0, 0, 10, 8]}
      - {id: box, ${zone}, rect: [5, 5, 0.5, 0.5]}
    devices:
      - {id: C1, kind: camera, at: [5, 3], ${CAMERA}}`;
}

const outside: Elements = (zone) => `    zones:
      - {id: room, ${zone}, rect: [0, 4, 4, 4]}
      - {id: corridor, kind: corridor, rect: [0, 0, 8, 4]}
    openings:
      - {id: p1, kind: passage, line: [[1, 4], [3, 4]]}
    devices:
      - {id: C1, kind: camera, at: [2, 0.5], ${CAMERA}}`;

function planOf(pack: Pack, { categories }: Prohibition, kind: ZoneKind, elements: Elements): Localized {
  const category = categories[0] ?? siteWith(pack, kind);
  return inBoth(
    (locale) => `sitecam: 1
site: {name: ${render(t.example, locale)}, categories: [${category}]}
coordinates: metres
levels:
  - id: F1
    ceiling: 3
${elements(`kind: ${kind.id}, name: ${JSON.stringify(render(kind.name, locale))}`)}
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
