// Rule rooms/fittings: private rooms of song-and-dance venues are fitted out as the law asks.

import type { RuleContext } from '../../facts/context.js';
import { articleOf, canBeMeant, categoryStatuses, existingBy, itemOf, zonesOf } from '../../facts/protection/site.js';
import { roomOpenings } from '../../facts/rooms/openings.js';
import { CONDITIONS } from '../../facts/texts.js';
import { catalogue, templatesOf, textOf } from '../../i18n/catalogue.js';
import { localizedList } from '../../i18n/list.js';
import { type Localized, verbatim } from '../../i18n/locale.js';
import { cite, kindsOf, penaltyClauses } from '../../law/lookup.js';
import type { Fitting, Fittings, Pack } from '../../law/types.js';
import type { Zone } from '../../plan/model.js';
import { meaningAt } from '../../plan/project/names.js';
import { NOT_MEANT, notMeantBy } from '../coverage/wording/excluded-zones.js';
import { zoneTitle } from '../coverage/wording/labels.js';
import { defineRule } from '../rule.js';
import type { Statement } from '../verdict.js';
import { docs } from './docs/fittings.js';
import { dividing, locks, panes, type RoomFinding, shown } from './wording/findings.js';
import { t as phrases } from './wording/texts.js';

const t = catalogue('', {
  what: { zh: '{what}。', en: '{what}.' },
  fails: {
    zh: '{clause}规定“{words}”；按本图施工将不符合{leads}，应当改正。',
    en: "By {clause} '{words}'; built to this plan it does not comply with {leads} and must be corrected.",
  },
  failsExisting: {
    zh: '{clause}规定“{words}”；图中标明已安装，涉嫌不符合{leads}，应当改正。',
    en: "By {clause} '{words}'; it is marked as installed and appears not to comply with {leads}; it must be corrected.",
  },
  failsByPhase: {
    zh: '{clause}规定“{words}”；图中载明项目处于{phase}阶段，未逐台标明是否已安装，按已安装审查；涉嫌不符合{leads}，应当改正。',
    en: "By {clause} '{words}'; the plan states the phase '{phase}' and not of each device whether it is installed, so the place is judged as installed. It appears not to comply with {leads}; it must be corrected.",
  },
  unsettled: {
    zh: '{clause}规定“{words}”；{leads}是否适用取决于{condition}，图中未载明，无法判定。',
    en: "By {clause} '{words}'; whether {leads} {leads|applies|apply} depends on {condition}, which the plan doesn't state; it can't be told.",
  },
  opens: {
    zh: '{clause}规定“{words}”；无法按{leads}判定。',
    en: "By {clause} '{words}'; it can't be told by {leads}.",
  },
  reviews: {
    zh: '{clause}规定“{words}”；是否符合{leads}，须由审查人判定。',
    en: "By {clause} '{words}'; whether it complies with {leads} is for the reviewer to judge.",
  },
  passes: {
    zh: '{clause}规定“{words}”；未发现不符合{leads}。',
    en: "By {clause} '{words}'; nothing found that does not comply with {leads}.",
  },
  noRoom: { zh: '图中没有{kinds}。', en: 'The plan shows no {kinds}.' },
  withoutRooms: {
    zh: '{leads}在图中载明事项范围内不适用。',
    en: '{leads} {leads|does|do} not apply within what the plan states.',
  },
  ...NOT_MEANT,
  clearRoom: {
    zh: '取消“{zone}”内的隔断。',
    en: "Take the partitions out of '{zone}'.",
  },
  makeClear: {
    zh: '将“{zone}”的门窗改为透明玻璃，不贴膜。',
    en: "Give '{zone}' doors and windows of clear glass without film.",
  },
  stateGlazing: {
    zh: '在图中标明“{zone}”各门窗的玻璃。',
    en: "State the glazing of every door and window of '{zone}'.",
  },
  widen: {
    zh: '加大透明门窗或者调整其位置，使“{zone}”的整体环境可见。',
    en: "Make the clear panes larger, or place them so that the whole of '{zone}' shows.",
  },
  takeOff: {
    zh: '取消“{zone}”门上的内锁装置。',
    en: "Take the inside locks off the doors of '{zone}'.",
  },
  writeGlazing: {
    zh: '在门窗上写明 glazing；透明的用 glass-door 或者 window，glazing: clear。',
    en: 'Give doors and windows glazing; clear ones are glass-door or window with glazing: clear.',
  },
  writeLock: {
    zh: '在门上写明 lock: inner、outer 或者 none。',
    en: 'Give doors lock: inner, outer or none.',
  },
  stateLock: {
    zh: '在图中标明“{zone}”各门的锁：室内可以锁闭、仅可在室外锁闭，或者无锁。',
    en: "State the lock of every door of '{zone}': from inside, from outside alone, or none.",
  },
});

/** A room that the law means, or may mean; `condition` is what this depends on, undefined if it surely is meant. */
interface Meant {
  readonly room: Zone;
  readonly condition: Localized | undefined;
}

/**
 * The rule rooms/fittings, which reports boxes and private rooms of song-and-dance venues with partitions, with doors
 * and windows that don't show the whole room, or with inside locks.
 */
export const rule = defineRule({
  id: 'rooms/fittings',
  level: 'error',
  title: {
    zh: '包厢、包间不设隔断，门窗透明，门无内锁',
    en: 'Private rooms have no partitions, clear doors and windows, and no inside locks',
  },
  clausesIn: (pack) => {
    const asked = pack.fittings === undefined ? [] : partsOf(pack.fittings).map(({ clause }) => clause);
    return [...asked, ...penaltyClauses(pack, asked)];
  },
  appliesTo: ({ fittings }) => fittings !== undefined,
  parameters: ['lookInHeight', 'lookInDistance', 'lookInTarget', 'lookInFraction', 'mustTunnel'],
  waivable: false,
  messages: templatesOf(t),
  check,
  docs,
});

/** Returns all requirements on the fittings, one after another. */
function partsOf({ partitions, glazing, wholeRoom, innerLocks }: Fittings): Fitting[] {
  return [partitions, glazing, wholeRoom, innerLocks].flatMap((part) => part ?? []);
}

function check(context: RuleContext): readonly Statement[] {
  const { pack, site } = context;
  const { fittings } = pack;
  if (fittings === undefined) return [];
  const categories = categoryStatuses(site).filter(({ category }) => fittings.categories.includes(category.id));
  const meant = categories.filter(canBeMeant);
  if (meant.length === 0) return [nothing(context, fittings, (clause) => notMeantBy(categories, clause))];
  const unsaid = meant.every(({ state }) => state === 'unknown') ? meant[0]?.category.condition : undefined;
  const rooms = roomsOf(context, fittings).map(
    (room): Meant => ({ room, condition: conditionOf(room, fittings, unsaid && CONDITIONS[unsaid]) }),
  );
  if (rooms.length === 0) {
    const kinds = kindNames(pack, fittings);
    const says: Statement['says'] = (leads) => t.withoutRooms({ leads });
    return [nothing(context, fittings, () => ({ outcome: 'notApplicable', message: t.noRoom({ kinds }), says }))];
  }
  return rooms.flatMap((room) => verdictsOn(context, fittings, room));
}

function roomsOf({ pack, site }: RuleContext, { rooms }: Fittings): readonly Zone[] {
  return zonesOf(site).filter((zone) => kindsOf(pack, zone).some(({ id }) => rooms.includes(id)));
}

/**
 * Returns the condition under which the law means the room. A room that has the kind only by its name may be something
 * else.
 */
function conditionOf({ kind, roles }: Zone, { rooms }: Fittings, site: Localized | undefined): Localized | undefined {
  return [kind, ...roles].some((id) => rooms.includes(id)) ? site : phrases.perhapsSuch;
}

function verdictsOn(context: RuleContext, fittings: Fittings, meant: Meant): Statement[] {
  const { partitions, glazing, wholeRoom, innerLocks } = fittings;
  const openings = roomOpenings(meant.room, context.site, context.sight);
  const said = (name: string, asked: Fitting, finding: RoomFinding | undefined): Statement[] =>
    finding === undefined ? [] : [statement(context, meant, name, asked, finding)];
  return [
    ...(partitions ? said('partition', partitions, dividing(context, meant.room, partitions.doubtful)) : []),
    ...(glazing ? said('glazing', glazing, panes(openings)) : []),
    ...(wholeRoom ? said('whole-room', wholeRoom, shown(context, meant.room, openings)) : []),
    ...(innerLocks ? said('inner-lock', innerLocks, locks(openings)) : []),
  ];
}

const FAILS = { stated: 'failsExisting', 'by-phase': 'failsByPhase' } as const;
const IDS = { fail: 'fails', open: 'opens', review: 'reviews', pass: 'passes' } as const;

function statement(
  { pack, site }: RuleContext,
  { room, condition }: Meant,
  name: string,
  { clause, words }: Fitting,
  { outcome, what, advice, related = [] }: RoomFinding,
): Statement {
  const open = outcome === 'fail' && condition !== undefined;
  const existing = outcome === 'fail' ? existingBy(site) : undefined;
  const params = {
    zone: zoneTitle(room),
    condition: condition ?? verbatim(''),
    phase: meaningAt('phase', site.project?.phase ?? ''),
  };
  // The words stand beside the clause that has them, whatever other laws the predicate cites.
  const own = { ...params, clause: cite(pack, clause), words };
  const id = open ? 'unsettled' : existing === undefined ? IDS[outcome] : FAILS[existing];
  return {
    subject: `${room.id}/${name}`,
    outcome: open ? 'open' : outcome,
    message: t.what({ what: phrases.ofRoom({ room: zoneTitle(room), what }) }),
    says: (leads) => textOf(t, id, { ...own, leads }),
    ...(advice !== undefined && { advice: textOf(t, advice, params), ...editOf(advice) }),
    clauses: [clause],
    penalties: outcome === 'fail' && !open ? penaltyClauses(pack, [clause]) : [],
    ...(existing !== undefined && !open && { existing: true as const }),
    place: room.place,
    related,
    dependsOn: { levels: room.levels, devices: [] },
  };
}

function editOf(advice: NonNullable<RoomFinding['advice']>): Pick<Statement, 'edit'> {
  if (advice === 'makeClear' || advice === 'stateGlazing') return { edit: t.writeGlazing };
  return advice === 'takeOff' || advice === 'stateLock' ? { edit: t.writeLock } : {};
}

type Said = Pick<Statement, 'outcome' | 'message' | 'says'>;

function nothing(context: RuleContext, fittings: Fittings, of: (clause: Localized) => Said): Statement {
  const { pack, site } = context;
  const [first] = partsOf(fittings);
  const clause = articleOf(first?.clause ?? '');
  return {
    subject: itemOf(clause),
    ...of(cite(pack, clause)),
    clauses: [clause],
    penalties: [],
    place: site.categories[0]?.place ?? site.place,
    related: [],
    dependsOn: { levels: site.levels.map((level) => level.id), devices: [] },
  };
}

function kindNames(pack: Pack, { rooms }: Fittings): Localized {
  const names = pack.zoneKinds.filter(({ id }) => rooms.includes(id)).map(({ name }) => name);
  return localizedList(names.map(({ zh, en }) => ({ zh, en: en.toLowerCase() })));
}
