// Judgements of one room: partitions, panes, how much of the room shows, locks.
import { compareArea } from '../../../base/threshold.js';
import type { RuleContext } from '../../../facts/context.js';
import { zonesOf } from '../../../facts/protection/site.js';
import type { RoomOpenings } from '../../../facts/rooms/openings.js';
import { partitionsIn } from '../../../facts/rooms/partitions.js';
import { perimeterOf } from '../../../geometry/index.js';
import { localizedList, quoted } from '../../../i18n/list.js';
import { type Localized, verbatim } from '../../../i18n/locale.js';
import { percent, plainFigure } from '../../../i18n/number.js';
import { parameter } from '../../../law/lookup.js';
import type { Zone } from '../../../plan/model.js';
import type { Outcome, Related } from '../../verdict.js';
import { t } from './texts.js';

/** Result of judging one room by one requirement. */
export interface RoomFinding {
  readonly outcome: Exclude<Outcome, 'notApplicable'>;
  /** The finding in words: a clause of a sentence, without its end. */
  readonly what: Localized;
  /** Id of the message that says what to do. */
  readonly advice?: 'clearRoom' | 'makeClear' | 'stateGlazing' | 'widen' | 'takeOff' | 'stateLock';
  /** Places in the plan of the elements found. */
  readonly related?: readonly Related[];
}

/**
 * Judges partitions: pass if none stands in `room`, fail if a wall or a walled room does. If all there is are walls
 * lower than a person's eye (parameter `lookInHeight`, m) and rooms of the kinds `doubtful`: `review`, since the
 * law's text doesn't say whether these are partitions.
 */
export function dividing(context: RuleContext, room: Zone, doubtful: readonly string[]): RoomFinding {
  const { walls, rooms } = partitionsIn(room, context.site);
  const all: readonly Named[] = [...walls, ...rooms];
  if (all.length === 0) return { outcome: 'pass', what: t.noPartitions };
  const eye = parameter(context.pack, 'lookInHeight');
  const low = walls.filter(({ height }) => height !== undefined && height < eye);
  const certain = [
    ...walls.filter((wall) => !low.includes(wall)),
    ...rooms.filter(({ kind }) => !doubtful.includes(kind)),
  ];
  const items = localizedList([
    ...walls.map(({ id }) => t.wall({ id })),
    ...rooms.map(({ id, spec, kind }) => t.room({ id, kind: lowerCase(spec?.name ?? verbatim(kind)) })),
  ]);
  return {
    outcome: certain.length > 0 ? 'fail' : 'review',
    what: certain.length > 0 ? t.partitions({ items }) : t.perhapsPartitions({ items, eye: plainFigure(eye) }),
    advice: 'clearRoom',
    related: all.map(relatedTo),
  };
}

/**
 * Judges whether doors and windows are clear: open if the plan draws none or doesn't say of one, pass if all are clear,
 * fail if all are opaque, else review. `gaps` are openings without a leaf, such as passages: neither clear nor opaque.
 */
export function panes({ clear, opaque, unknown, gaps }: RoomOpenings): RoomFinding {
  const all = [...clear, ...opaque, ...unknown, ...gaps];
  if (all.length === 0) return { outcome: 'open', what: t.noPanes, advice: 'stateGlazing' };
  if (unknown.length > 0)
    return {
      outcome: 'open',
      what: t.unknownPanes({ panes: named(unknown) }),
      advice: 'stateGlazing',
      related: unknown.map(relatedTo),
    };
  const other = [...opaque, ...gaps];
  if (other.length === 0) return { outcome: 'pass', what: t.clearPanes({ panes: named(clear) }) };
  const rest = clear.length === 0 ? t.noneClear : t.clearOnes({ panes: named(clear) });
  const fails = clear.length === 0 && gaps.length === 0;
  return {
    outcome: fails ? 'fail' : 'review',
    what: fails ? t.opaquePanes({ panes: named(other) }) : t.somePanes({ panes: named(other), rest }),
    advice: 'makeClear',
    related: other.map(relatedTo),
  };
}

/**
 * Judges how much of the room a person outside its clear panes sees: pass for more than the parameter
 * `lookInFraction` (0–1), else review, also if nobody can stand outside. Undefined for a room without clear panes:
 * `panes` reports that already.
 */
export function shown(context: RuleContext, room: Zone, { clear }: RoomOpenings): RoomFinding | undefined {
  if (clear.length === 0) return undefined;
  const { pack, sight, site } = context;
  // Only the first level of the room is looked into.
  const nested = zonesOf(site).filter(
    ({ id, enclosed, levels }) => enclosed && room.nested.includes(id) && levels.includes(room.levels[0] ?? ''),
  );
  const onlooker = {
    eye: parameter(pack, 'lookInHeight'),
    distance: parameter(pack, 'lookInDistance'),
    target: parameter(pack, 'lookInTarget'),
  };
  const minus = nested.map((zone) => sight.regionOf(zone, []));
  const { area, fraction, bound, panes: counted } = sight.lookInto(room, clear, minus, onlooker);
  if (counted === 0) return { outcome: 'review', what: t.nothingBeyond, related: clear.map(relatedTo) };
  const threshold = parameter(pack, 'lookInFraction');
  const outline = () => perimeterOf(room.region.rings);
  const seen = { area: fraction * area, bound: bound * area, outline };
  const passes = compareArea(seen, threshold * area) === 'above';
  return {
    outcome: passes ? 'pass' : 'review',
    what: t.shows({
      far: plainFigure(onlooker.distance),
      eye: plainFigure(onlooker.eye),
      target: plainFigure(onlooker.target),
      share: percent(fraction, threshold),
      verdict: passes ? t.attained : t.missed,
      most: percent(threshold, undefined, 0),
    }),
    ...(!passes && { advice: 'widen' as const }),
    related: clear.map(relatedTo),
  };
}

/** Judges inside locks: fail if a door has one, open if the plan doesn't say. Undefined for a room without doors. */
export function locks({ doors }: RoomOpenings): RoomFinding | undefined {
  if (doors.length === 0) return undefined;
  const inner = doors.filter(({ lock }) => lock === 'inner');
  const unknown = doors.filter(({ lock }) => lock === undefined);
  if (inner.length > 0)
    return {
      outcome: 'fail',
      what: t.innerLock({ doors: named(inner) }),
      advice: 'takeOff',
      related: inner.map(relatedTo),
    };
  if (unknown.length === 0)
    return { outcome: 'pass', what: t.noLock({ doors: named(doors) }), related: doors.map(relatedTo) };
  const what = t.unknownLock({ doors: named(unknown) });
  return { outcome: 'open', what, advice: 'stateLock', related: unknown.map(relatedTo) };
}

interface Named {
  readonly id: string;
  readonly place: Related['place'];
}

function named(elements: readonly Named[]): Localized {
  return localizedList(elements.map(({ id }) => quoted(id)));
}

function lowerCase({ zh, en }: Localized): Localized {
  return { zh, en: en.toLowerCase() };
}

function relatedTo({ id, place }: Named): Related {
  return { place, caption: quoted(id) };
}
