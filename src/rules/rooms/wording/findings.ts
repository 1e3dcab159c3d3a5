// Judgements of one room: partitions, panes, how much of the room shows, locks.
import type { RuleContext } from '../../../facts/context.js';
import { zonesOf } from '../../../facts/protection/site.js';
import type { RoomOpenings } from '../../../facts/rooms/openings.js';
import { partitionsIn } from '../../../facts/rooms/partitions.js';
import { localizedList, quoted } from '../../../i18n/list.js';
import { type Localized, verbatim } from '../../../i18n/locale.js';
import { percent, plainFigure } from '../../../i18n/number.js';
import { parameter } from '../../../law/lookup.js';
import type { Zone } from '../../../plan/model.js';
import type { Outcome, Related } from '../../verdict.js';

/** Judgement of one room by one requirement. */
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
 * Judges partitions: fail if a wall or walled room stands in `room`. Walls lower than a person's eye (parameter
 * `lookInHeight`, m) and rooms of the kinds `doubtful` are `review`: the text doesn't say whether they are partitions.
 */
export function dividing(context: RuleContext, room: Zone, doubtful: readonly string[]): RoomFinding {
  const { walls, rooms } = partitionsIn(room, context.site);
  const all: readonly Named[] = [...walls, ...rooms];
  if (all.length === 0) return { outcome: 'pass', what: { zh: '图中未见隔断', en: 'the plan shows no partitions' } };
  const eye = parameter(context.pack, 'lookInHeight');
  const low = walls.filter(({ height }) => height !== undefined && height < eye);
  const certain = [
    ...walls.filter((wall) => !low.includes(wall)),
    ...rooms.filter(({ kind }) => !doubtful.includes(kind)),
  ];
  const items = [...walls.map(({ id }) => wallNamed(id)), ...rooms.map(roomNamed)];
  const { zh, en } = localizedList(items);
  const height = plainFigure(eye);
  const note: Localized =
    certain.length > 0
      ? verbatim('')
      : {
          zh: `（低于${height}米的墙和室内的卫生间、管井是否属于隔断，条文未作规定）`,
          en: ` (whether walls lower than ${height} m, or restrooms and shafts in a room, are partitions, the text does not say)`,
        };
  return {
    outcome: certain.length > 0 ? 'fail' : 'review',
    what: { zh: `室内设有${zh}${note.zh}`, en: `inside it there is ${en}${note.en}` },
    advice: 'clearRoom',
    related: all.map(relatedTo),
  };
}

/**
 * Judges doors and windows: fail only if none of them is clear, open if the plan doesn't say, review if only some are.
 */
export function panes({ clear, opaque, unknown, gaps }: RoomOpenings): RoomFinding {
  const all = [...clear, ...opaque, ...unknown, ...gaps];
  if (all.length === 0)
    return {
      outcome: 'open',
      what: { zh: '图中未标明其门窗', en: 'the plan shows none of its doors and windows' },
      advice: 'stateGlazing',
    };
  if (unknown.length > 0) {
    const { zh, en } = named(unknown);
    return {
      outcome: 'open',
      what: { zh: `图中未注明门窗${zh}是否透明`, en: `the plan doesn't say whether ${en} can be seen through` },
      advice: 'stateGlazing',
      related: unknown.map(relatedTo),
    };
  }
  if (opaque.length === 0 && gaps.length === 0) {
    const { zh, en } = named(clear);
    return { outcome: 'pass', what: { zh: `图中标明门窗${zh}为透明玻璃`, en: `the plan shows ${en} of clear glass` } };
  }
  const other = [...opaque, ...gaps];
  const { zh, en } = named(other);
  if (clear.length === 0 && gaps.length === 0)
    return {
      outcome: 'fail',
      what: { zh: `门窗${zh}不透明，没有透明门窗`, en: `${en} can't be seen through, and no door or window can` },
      advice: 'makeClear',
      related: other.map(relatedTo),
    };
  const rest =
    clear.length === 0
      ? { zh: '没有透明门窗', en: 'no door or window is of clear glass' }
      : { zh: `透明的有${named(clear).zh}`, en: `of clear glass there is ${named(clear).en}` };
  return {
    outcome: 'review',
    what: { zh: `${zh}不是透明门窗，${rest.zh}`, en: `${en} is no clear door or window; ${rest.en}` },
    advice: 'makeClear',
    related: other.map(relatedTo),
  };
}

/**
 * Judges how much of the room a person outside its clear panes sees, against the parameter `lookInFraction`. Undefined
 * for a room without clear panes: `panes` reports that already.
 */
export function shown(context: RuleContext, room: Zone, { clear }: RoomOpenings): RoomFinding | undefined {
  if (clear.length === 0) return undefined;
  const { pack, sight, site } = context;
  const nested = zonesOf(site).filter(({ id, enclosed }) => enclosed && room.nested.includes(id));
  const onlooker = {
    eye: parameter(pack, 'lookInHeight'),
    distance: parameter(pack, 'lookInDistance'),
    target: parameter(pack, 'lookInTarget'),
  };
  const minus = nested.map((zone) => sight.regionOf(zone, []));
  const { fraction, bound, panes: counted } = sight.lookInto(room, clear, minus, onlooker);
  if (counted === 0)
    return {
      outcome: 'review',
      what: {
        zh: '其透明门窗外侧未划定区域，不能测算可见的范围',
        en: 'no zone is drawn beyond its clear doors and windows, so what one sees through them can’t be worked out',
      },
      related: clear.map(relatedTo),
    };
  const threshold = parameter(pack, 'lookInFraction');
  const [eye, far, target] = [onlooker.eye, onlooker.distance, onlooker.target].map(plainFigure);
  const share = percent(fraction, threshold);
  const most = percent(threshold, undefined, 0);
  const passes = fraction - bound >= threshold;
  return {
    outcome: passes ? 'pass' : 'review',
    what: {
      zh: `在透明门窗外${far}米处、眼高${eye}米，可见室内${target}米高度面积的${share}，${passes ? '达到' : '未达到'}${most}（均为本工具设定，非法定；室内陈设未计）`,
      en: `from ${far} m before its clear panes, at an eye height of ${eye} m, ${share} of the room shows at a height of ${target} m, ${passes ? 'no less than' : 'below'} ${most} (all of them sitecam's figures, not the law's; furniture isn't counted)`,
    },
    ...(!passes && { advice: 'widen' as const }),
    related: clear.map(relatedTo),
  };
}

/** Judges inside locks: fail if a door has one, open if the plan doesn't say. Undefined for a room without doors. */
export function locks({ doors }: RoomOpenings): RoomFinding | undefined {
  if (doors.length === 0) return undefined;
  const inner = doors.filter(({ lock }) => lock === 'inner');
  const unknown = doors.filter(({ lock }) => lock === undefined);
  const finding = (outcome: RoomFinding['outcome'], zh: string, en: string, of: typeof doors): RoomFinding => ({
    outcome,
    what: { zh: `门${named(of).zh}${zh}`, en: `${en} ${named(of).en}` },
    ...(outcome !== 'pass' && { advice: outcome === 'fail' ? ('takeOff' as const) : ('stateLock' as const) }),
    related: of.map(relatedTo),
  });
  if (inner.length > 0) return finding('fail', '设有内锁装置', 'there is an inside lock on', inner);
  if (unknown.length > 0)
    return finding('open', '有无内锁装置图中未注明', 'the plan says nothing of inside locks on', unknown);
  return finding('pass', '图中标明不能自内锁闭', 'the plan shows no inside lock on', doors);
}

interface Named {
  readonly id: string;
  readonly place: Related['place'];
}

function named(elements: readonly Named[]): Localized {
  return localizedList(elements.map(({ id }) => quoted(id)));
}

function wallNamed(id: string): Localized {
  const { zh, en } = quoted(id);
  return { zh: `墙体${zh}`, en: `wall ${en}` };
}

function roomNamed(zone: Zone): Localized {
  const { zh, en } = quoted(zone.id);
  const kind = zone.spec?.name ?? verbatim(zone.kind);
  return { zh: `${kind.zh}${zh}`, en: `${kind.en.toLowerCase()} ${en}` };
}

function relatedTo({ id, place }: Named): Related {
  return { place, caption: quoted(id) };
}
