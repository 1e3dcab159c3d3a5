// Rule signs/approach: a person meets a sign before coming into a camera's view.

import { allInstalledBy } from '../../facts/capture/register.js';
import type { GroundContext, RuleContext } from '../../facts/context.js';
import { levelLabel, openingLabel, zoneLabel } from '../../facts/labels.js';
import { memoizePerGround } from '../../facts/memo.js';
import { type Applicability, trackAsks, trackQuestion } from '../../facts/project/track.js';
import { deniedZones, seenOf, watchOf } from '../../facts/signs/watched.js';
import { unsettledZones } from '../../facts/unknown-use.js';
import { type Text, templatesOf, textOf } from '../../i18n/catalogue.js';
import { forQuotes, localizedList, quoted } from '../../i18n/list.js';
import { type Localized, withoutStop } from '../../i18n/locale.js';
import type { Message } from '../../i18n/message.js';
import { plainFigure, squareMetres } from '../../i18n/number.js';
import { cutTo } from '../../i18n/width.js';
import { cite, parameter } from '../../law/lookup.js';
import type { Signs } from '../../law/types.js';
import type { Device, Sign, Zone } from '../../plan/model.js';
import { meaningAt } from '../../plan/project/names.js';
import type { Approach, Place, Walks } from '../../sight/types.js';
import { sightLine } from '../capture/wording/statements.js';
import { defineRule } from '../rule.js';
import type { Evidence, Outcome, Statement } from '../verdict.js';
import { en, zh } from './docs/approach.js';
import { besides, t } from './wording/texts.js';
import { type Wording, wordingOf } from './wording/wording.js';

/** Subject of the verdict on the site as a whole; no element of a plan can have this id. */
const SITE = 'site/signs';

/** The signs of the site by what they say. */
const placedSigns = memoizePerGround(({ site }) => {
  const placed = site.levels.flatMap((level) => level.signs).filter(({ status }) => status !== 'removed');
  const worded = placed.map((sign) => ({ sign, wording: wordingOf(sign) }));
  const of = (...wordings: readonly Wording[]) =>
    worded.flatMap(({ sign, wording }) => (wordings.includes(wording) ? [sign] : []));
  return { saying: of('capture', 'unsaid'), unclear: of('unclear'), other: of('other') };
});

/** Ways of people, by the pack's reading of what is a way in, through places that surely are public. */
const sureWalks = memoizePerGround((context) => walksBy(context, false));

/** The same ways while nobody meets the signs that are only planned. */
const walksUntilPutUp = memoizePerGround((context) => walksBy(context, false, (sign) => !isOnlyPlanned(sign)));

/** Ways of people through all places that may be public. */
const mayWalks = memoizePerGround((context) => walksBy(context, true));

function walksBy(
  context: GroundContext,
  unsettled: boolean,
  counts: (sign: Sign) => boolean = () => true,
): Walks | undefined {
  const { pack, sight } = context;
  const { signs } = pack;
  return (
    signs &&
    sight.walks({
      signs: new Set(
        placedSigns(context)
          .saying.filter(counts)
          .map(({ id }) => id),
      ),
      open: new Set(signs.open),
      entrances: new Set(signs.entrances),
      ladders: new Set(signs.ladders),
      radius: parameter(pack, 'signRadius'),
      unsettled,
    })
  );
}

function statement(
  { site, pack }: RuleContext,
  said: Pick<Statement, 'subject' | 'outcome' | 'message'> &
    Partial<Pick<Statement, 'says' | 'advice' | 'edit' | 'place' | 'evidence'>>,
  devices: readonly Device[],
  met: readonly Sign[] = [],
): Statement {
  const clause = pack.signs?.clause;
  return {
    clauses: clause === undefined ? [] : [clause],
    penalties: [],
    place: site.categories[0]?.place ?? site.place,
    related: [],
    dependsOn: {
      levels: site.levels.map(({ id }) => id),
      devices: devices.map(({ id }) => id),
      signs: met.map(({ id }) => id),
    },
    ...said,
  };
}

/** Returns the quoted ids, as many as a sentence holds, and the number of the others. */
function named(things: readonly { readonly id: string }[]): Localized {
  const ids = things.slice(0, MOST_NAMED).map(({ id }) => quoted(id));
  const more = things.length - ids.length;
  const signs = localizedList(ids);
  return more === 0 ? signs : besides.manyNamed({ signs, more });
}

const MOST_NAMED = 6;

const FAILS = { stated: 'failsExisting', 'by-phase': 'failsByPhase' } as const;

/** The signs of a plan, sorted by whether they count. */
interface Sorted {
  /** Signs that say that images are taken, or whose text the plan doesn't give, and that people may meet. */
  readonly counted: readonly Sign[];
  /** Signs that may say so, or deny it. */
  readonly unclear: readonly Sign[];
  /** Signs that say something else. */
  readonly other: readonly Sign[];
  /** Signs that hang where nobody meets them. */
  readonly hidden: readonly Sign[];
}

/** Returns the verdict on the site as a whole: whether there is any sign where images are taken. */
function ofSite(context: RuleContext, signs: Signs, asked: Applicability, sorted: Sorted): Statement {
  const { pack } = context;
  const { sure, doubtful, mobile, denied } = watchOf(context);
  const watching = [...sure, ...doubtful, ...mobile];
  const all = watching.length > 0 ? watching : denied;
  const { sign } = signs.words;
  const say = (said: Omit<Parameters<typeof statement>[1], 'subject'>): Statement =>
    statement(context, { subject: SITE, ...said }, all, Object.values(sorted).flat());
  if (watching.length === 0 && denied.length > 0 && asked.is === 'yes') {
    const zones = named(deniedZones(context, denied));
    const message = t.denied({ count: String(denied.length), devices: named(denied), zones });
    const advice = t.checkDenied({ sign });
    return say({ outcome: 'review', message, says: (leads) => t.whetherPublic({ leads }), advice });
  }
  if (watching.length === 0) {
    const says: Statement['says'] = (leads) => t.withoutDevices({ leads });
    return say({ outcome: 'notApplicable', message: t.noDevices, says });
  }
  const { counted, unclear, hidden } = sorted;
  const note = besidesOf(sorted);
  const existing = allInstalledBy(context.site, sure);
  if (counted.length > 0 && existing !== undefined && counted.every(isOnlyPlanned)) {
    const message = t.planned({ count: String(counted.length), devices: named(sure), besides: note });
    return say({ outcome: 'review', message, says: (leads) => t.whetherUp({ leads }), advice: t.stateUp({ sign }) });
  }
  if (counted.length > 0) {
    return say({ outcome: 'pass', message: t.placed({ count: String(counted.length), besides: note }) });
  }
  if (sure.length + doubtful.length === 0) {
    const message = t.onlyMobile({ count: String(mobile.length), devices: named(mobile), besides: note });
    return say({ outcome: 'review', message, says: (leads) => t.whetherMobile({ leads }), advice: t.place({ sign }) });
  }
  if (sure.length === 0) {
    const message = t.doubtful({ count: String(doubtful.length), devices: named(doubtful), besides: note });
    const advice = t.state({ sign });
    return say({ outcome: 'open', message, says: (leads) => t.untold({ leads }), advice, edit: t.writeCapability });
  }
  const params = { count: String(sure.length), devices: named(sure), besides: note };
  const edit = t.writeSigns;
  if (unclear.length + hidden.length > 0) {
    const says: Statement['says'] = (leads) => t.whetherEnough({ leads });
    return say({ outcome: 'review', message: t.noneSure(params), says, advice: t.sayOrPlace({ sign }), edit });
  }
  if (asked.is === 'unknown') {
    const says: Statement['says'] = (leads) => t.whetherAsked({ leads });
    const question = trackQuestion(context.site, pack);
    return say({ outcome: 'open', message: t.none(params), says, ...(question && { advice: question }) });
  }
  const own = {
    clause: cite(pack, signs.clause),
    consequence: withoutStop(signs.consequence),
    phase: meaningAt('phase', context.site.project?.phase ?? ''),
  };
  const id = existing === undefined ? 'fails' : FAILS[existing];
  const says: Statement['says'] = (leads) => textOf(t, id, { leads, ...own });
  return {
    ...say({ outcome: 'fail', message: t.none(params), says, advice: t.place({ sign }), edit }),
    ...(existing !== undefined && { existing: true as const }),
    ...(asked.basis !== 'law' && { basis: asked.basis }),
  };
}

/** True if the plan states that the sign isn't there yet. */
function isOnlyPlanned({ status, statusUnsaid }: Sign): boolean {
  return status === 'planned' && statusUnsaid !== true;
}

/** Returns sentences on the signs that don't count and why: 标识“S1”写有“禁止吸烟”，…，不计。. Empty if all count. */
function besidesOf({ unclear, other, hidden }: Sorted): Localized {
  const sentences = [
    ...why(other, writtenOn, besides.other),
    ...why(unclear, writtenOn, besides.unclear),
    ...why(hidden, ({ id }) => quoted(id), besides.hidden),
  ];
  return { zh: sentences.map(({ zh }) => zh).join(''), en: sentences.map(({ en }) => ` ${en}`).join('') };
}

function why(
  all: readonly Sign[],
  label: (sign: Sign) => Localized,
  sentence: (values: { readonly signs: Localized }) => Localized,
): Localized[] {
  if (all.length === 0) return [];
  const signs = localizedList(all.slice(0, MOST_NAMED).map(label));
  const more = all.length - MOST_NAMED;
  return [sentence({ signs: more > 0 ? besides.manySigns({ signs, n: all.length, more }) : signs })];
}

/** Returns the sign with its text: “S1”写有“禁止吸烟”. */
function writtenOn({ id, text = '' }: Sign): Localized {
  const words = text.replace(/\s+/gu, ' ').trim();
  return words === '' ? besides.empty({ id }) : besides.written({ id, words: cutTo(words, LONGEST_TEXT) });
}

/** Columns of a sign's text that a sentence quotes. */
const LONGEST_TEXT = 40;

/** A place that a device may see, and the area seen, m². */
interface Seen {
  readonly device: Device;
  readonly place: Place;
  readonly area: number;
}

function firstSeen(context: RuleContext, places: readonly Place[], devices: readonly Device[]): Seen | undefined {
  const walked = places.filter(({ zone }) => zone?.public === true || zone?.kindUnknown !== undefined);
  for (const device of devices) {
    for (const place of walked) {
      const area = seenOf(context, device, place.level, place.region);
      if (area > 0) return { device, place, area };
    }
  }
  return undefined;
}

function evidenceOf({ sight, pack }: RuleContext, { device, place }: Seen): Evidence | undefined {
  const reach = sight.reach(device, place.level, place.region, parameter(pack, 'privacyDensity'), 'may');
  return reach && sightLine(reach);
}

/** Returns the name of an approach for a reader: its opening, the open edge of its zone, or the level that stairs come from. */
function approachLabel({ opening, zone, subject }: Approach): Localized {
  if (opening !== undefined) return forQuotes(openingLabel(opening));
  return subject === zone.id ? besides.fromLevel : besides.edge({ zone: forQuotes(zoneLabel(zone)) });
}

function placeOf({ opening, zone }: Approach): Statement['place'] {
  return (opening ?? zone).place;
}

/** Returns the predicate of what is for the reviewer, as the law doesn't say where signs are to be. */
function enough(leads: Localized): Text {
  return t.whetherEnough({ leads });
}

function untold(leads: Localized): Text {
  return t.untold({ leads });
}

function ofApproach(context: RuleContext, signs: Signs, approach: Approach, walks: Walks): Statement {
  const { pack } = context;
  const { sure, doubtful } = watchOf(context);
  const where = { approach: approachLabel(approach), zone: forQuotes(zoneLabel(approach.zone)) };
  const say = (outcome: Outcome, message: Message, seen?: Seen, says?: Statement['says']): Statement => {
    const evidence = seen && evidenceOf(context, seen);
    const { sign } = signs.words;
    // Who comes from another level meets a sign at the stairs.
    const at = approach.subject === approach.zone.id ? where.zone : where.approach;
    const advice: Message =
      walks.sideless.length === 0
        ? t.placeHere({ approach: at, sign })
        : t.placeOrTurn({ approach: at, sign, signs: named(walks.sideless) });
    return statement(
      context,
      {
        subject: approach.subject,
        outcome,
        message,
        place: placeOf(approach),
        ...(says && { says }),
        ...(seen && { advice, edit: t.writeSigns }),
        ...(evidence && { evidence }),
      },
      [...sure, ...doubtful],
      approach.met,
    );
  };
  const radius = plainFigure(parameter(pack, 'signRadius'));
  const places = approach.unmet();
  const seen = firstSeen(context, places, sure);
  if (seen !== undefined) return say('review', t.unmet({ ...where, ...seenParams(seen), radius }), seen, enough);
  const may = firstSeen(context, places, doubtful);
  if (may !== undefined) return say('open', t.mayBeUnmet({ ...where, ...seenParams(may) }), may, untold);
  if (approach.met.length > 0 && places.length === 0)
    return say('pass', t.met({ ...where, signs: named(approach.met), radius }));
  return say('pass', t.later({ ...where, radius }));
}

function seenParams({ device, place, area }: Seen) {
  return {
    device: device.id,
    seen: forQuotes(place.zone === undefined ? place.level : zoneLabel(place.zone)),
    area: squareMetres(area),
  };
}

/**
 * Returns an `open` for each approach through zones that may be public where a person may come into view without having
 * met a sign.
 */
function ofDoubtfulZones(context: RuleContext, known: Walks): Statement[] {
  const zones = unsettledZones(context.site);
  if (zones.length === 0) return [];
  const { sure, doubtful } = watchOf(context);
  const approaches = mayWalks(context)?.approaches ?? [];
  const told = new Map(known.approaches.map((approach) => [approach.subject, approach]));
  return approaches.flatMap((approach) => {
    const before = told.get(approach.subject);
    if (before !== undefined && firstSeen(context, before.unmet(), [...sure, ...doubtful]) !== undefined) return [];
    const seen = firstSeen(context, approach.unmet(), [...sure, ...doubtful]);
    if (seen === undefined) return [];
    const params = { approach: approachLabel(approach), zones: named(zones), ...seenParams(seen) };
    const said = { outcome: 'open', message: t.unsettled(params), says: untold, place: placeOf(approach) } as const;
    return [statement(context, { subject: approach.subject, ...said }, [...sure, ...doubtful])];
  });
}

/** Returns the verdicts on watched places in the open: pass if a sign is noticed from somewhere in them. */
function ofOutdoors(context: RuleContext, signs: Signs, { outdoors }: Walks, awaited: readonly Sign[]): Statement[] {
  const { pack } = context;
  const isUp = (zone: Zone, level: string) =>
    walksUntilPutUp(context)?.outdoors.some((each) => each.zone === zone && each.level === level && each.sign);
  const { sure, doubtful } = watchOf(context);
  return outdoors.flatMap(({ zone, level, sign }) => {
    const by = (devices: readonly Device[]) =>
      devices.find((device) => seenOf(context, device, level, zone.region) > 0);
    const [seen, may] = [by(sure), by(doubtful)];
    const device = seen ?? may;
    if (device === undefined) return [];
    const params = {
      zone: forQuotes(zoneLabel(zone)),
      device: device.id,
      radius: plainFigure(parameter(pack, 'signRadius')),
    };
    const say = (outcome: Outcome, message: Message, says?: Statement['says'], advice?: Message) => [
      statement(
        context,
        { subject: zone.id, outcome, message, place: zone.place, ...(says && { says }), ...(advice && { advice }) },
        [...sure, ...doubtful],
        sign === undefined ? [] : [sign],
      ),
    ];
    if (sign !== undefined && seen !== undefined && awaited.includes(sign) && !isUp(zone, level)) {
      const message = t.outdoorsUntilUp({ ...params, sign: sign.id });
      return say('review', message, (leads) => t.whetherUp({ leads }), t.stateUp({ sign: signs.words.sign }));
    }
    if (sign !== undefined) return say('pass', t.outdoors({ ...params, sign: sign.id }));
    const advice: Message = t.placeOutdoors({ zone: params.zone, sign: signs.words.sign });
    if (seen === undefined) return say('open', t.outdoorsMay(params), untold, advice);
    return say('review', t.outdoorsNone(params), enough, advice);
  });
}

/** Returns a `review` for each watched level to which no way in is drawn. */
function ofCutOff(context: RuleContext, { cutOff }: Walks): Statement[] {
  const { site } = context;
  const { sure, doubtful } = watchOf(context);
  return cutOff.flatMap(({ level, places }) => {
    const seen = firstSeen(context, places, sure) ?? firstSeen(context, places, doubtful);
    if (seen === undefined) return [];
    const params = { level: forQuotes(levelLabel(site, level)), ...seenParams(seen) };
    const place = site.levels.find(({ id }) => id === level)?.place ?? site.place;
    const said = {
      outcome: 'review',
      message: t.noWay(params),
      says: enough,
      advice: t.drawWay,
    } as const;
    return [statement(context, { subject: `approach@${level}`, ...said, place }, [...sure, ...doubtful])];
  });
}

function check(context: RuleContext): readonly Statement[] {
  const { site, pack } = context;
  const { signs } = pack;
  if (signs === undefined) return [];
  const asked = trackAsks(site, pack, signs.clause);
  if (asked.is === 'no') {
    const says: Statement['says'] = (leads) => t.spared({ leads });
    return [statement(context, { subject: SITE, outcome: 'notApplicable', message: t.notAsked, says }, [])];
  }
  const { saying, unclear, other } = placedSigns(context);
  const watch = watchOf(context);
  const isAbout = saying.length > 0 && watch.sure.length + watch.doubtful.length > 0;
  const walks = isAbout ? sureWalks(context) : undefined;
  const hidden = new Set(walks?.hidden);
  const sorted: Sorted = {
    counted: saying.filter((sign) => !hidden.has(sign)),
    unclear,
    other,
    hidden: saying.filter((sign) => hidden.has(sign)),
  };
  const whole = ofSite(context, signs, asked, sorted);
  if (sorted.counted.length === 0 || walks === undefined) return [whole];
  const doubtful = ofDoubtfulZones(context, walks);
  const open = new Set(doubtful.map(({ subject }) => subject));
  const planned = sorted.counted.filter(isOnlyPlanned);
  // Of a site without any sign that is up the verdict on the whole says so.
  const isPartlyUp = planned.length > 0 && planned.length < sorted.counted.length;
  const awaited = isPartlyUp && allInstalledBy(site, watch.sure) !== undefined ? planned : [];
  return [
    whole,
    ...walks.approaches
      .filter(({ subject }) => !open.has(subject))
      .map((approach) => ofApproach(context, signs, approach, walks))
      .map((said) => (said.outcome === 'pass' ? (untilPutUp(context, signs, said, awaited) ?? said) : said)),
    ...doubtful,
    ...ofOutdoors(context, signs, walks, awaited),
    ...ofCutOff(context, walks),
  ];
}

/**
 * Returns a `review` in place of a pass on an approach by which people come into view before they meet a sign that is up,
 * while the devices are judged as installed; undefined if they don't.
 */
function untilPutUp(
  context: RuleContext,
  signs: Signs,
  { subject }: Statement,
  awaited: readonly Sign[],
): Statement | undefined {
  if (awaited.length === 0) return undefined;
  const approach = walksUntilPutUp(context)?.approaches.find((each) => each.subject === subject);
  const { sure } = watchOf(context);
  const seen = approach && firstSeen(context, approach.unmet(), sure);
  if (approach === undefined || seen === undefined) return undefined;
  const evidence = evidenceOf(context, seen);
  const message = t.unmetUntilUp({
    approach: approachLabel(approach),
    zone: forQuotes(zoneLabel(approach.zone)),
    signs: named(awaited),
    ...seenParams(seen),
  });
  return statement(
    context,
    {
      subject,
      outcome: 'review',
      message,
      place: placeOf(approach),
      says: (leads) => t.whetherUp({ leads }),
      advice: t.stateUp({ sign: signs.words.sign }),
      ...(evidence && { evidence }),
    },
    sure,
    awaited,
  );
}

/**
 * The rule signs/approach. Where images are taken, signs must say so, and people
 * should meet one before they come into view.
 */
export const rule = defineRule({
  id: 'signs/approach',
  level: 'error',
  title: {
    zh: '公共场所有图像采集设备的，设置提示标识；自各公众入口进入的人，在进入可视范围之前即见标识',
    en: 'Where images are taken in public places signs say so, and whoever comes in meets one before coming into view',
  },
  clausesIn: ({ signs }) => (signs === undefined ? [] : [signs.clause]),
  appliesTo: ({ signs }) => signs !== undefined,
  parameters: ['signRadius', 'privacyDensity', 'viewArea'],
  waivable: false,
  messages: templatesOf(t),
  docs: { zh, en },
  check,
});
