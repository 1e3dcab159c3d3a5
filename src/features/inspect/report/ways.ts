// Sections of a survey on openings, walking routes and zones of unknown use.

import { isPassable } from '../../../facts/adjacent-zones.js';
import { OPENINGS } from '../../../findings/wording/terms.js';
import { quote } from '../../../i18n/list.js';
import { inLocale } from '../../../i18n/locale.js';
import { OPENING_KINDS } from '../../../plan/kinds.js';
import type { Zone } from '../../../plan/model.js';
import { plainText } from '../../../render/escape.js';
import type { Joined } from '../joins.js';
import type { SurveyWriter } from './writer.js';

/**
 * Returns the section on openings: what they join, and which join fewer than two zones.
 *
 * @param every true to list every opening
 */
export function openingsSection(w: SurveyWriter, every: boolean): string {
  const { openings } = w.survey;
  const kinds = OPENING_KINDS.filter((kind) => openings.some(({ opening }) => opening.kind === kind));
  const head = [
    w.t('类型', 'kind'),
    w.t('数量', 'openings'),
    w.t('连通两个区域', 'join two zones'),
    w.t('只通一个区域', 'one zone only'),
    w.t('不通区域', 'none'),
  ];
  const rows = kinds.map((kind) => {
    const own = openings.filter(({ opening }) => opening.kind === kind);
    const joining = (zones: number) => `${own.filter((one) => sides(one).length === zones).length}`;
    return [inLocale(OPENINGS[kind], w.view.locale), `${own.length}`, joining(2), joining(1), joining(0)];
  });
  // A window to the outside is no anomaly; the table counts it.
  const one = openings.filter((joined) => sides(joined).length === 1 && isPassable(joined.opening));
  const none = openings.filter((joined) => sides(joined).length === 0);
  return w.section(w.titled('门窗洞口', 'Openings', openings.length), [
    ...(kinds.length === 0 ? [] : w.table(head, rows, [1, 2, 3, 4])),
    ...pairLines(w),
    ...w.listed(
      w.t('只通一个区域的门、敞口（另一侧未划定区域）', 'Doors and passages with nothing drawn on one side'),
      one.map(
        (joined) =>
          `${w.opening(joined.opening)} → ${sides(joined)
            .map((zone) => w.zone(zone))
            .join('')}`,
      ),
    ),
    ...w.listed(
      w.t('两侧均未划定区域的', 'With nothing drawn on either side'),
      none.map(({ opening }) => w.opening(opening)),
    ),
    ...(every ? openings.flatMap((joined) => w.wrapped(joinedText(w, joined))) : []),
  ]);
}

/** Returns lines on which kinds of zones openings join, most frequent first. */
function pairLines(w: SurveyWriter): string[] {
  const counts = new Map<string, number>();
  for (const joined of w.survey.openings) {
    const kinds = sides(joined).map(({ kind }) => w.kind(kind));
    if (kinds.length < 2) continue;
    const pair = kinds.sort((a, b) => (a < b ? -1 : 1)).join('–');
    counts.set(pair, (counts.get(pair) ?? 0) + 1);
  }
  if (counts.size === 0) return [];
  const pairs = [...counts].sort((a, b) => b[1] - a[1]).map(([pair, count]) => `${pair} ${count}`);
  return w.wrapped(w.t(`连通：${pairs.join('，')}。`, `They join: ${pairs.join(', ')}.`));
}

function joinedText(w: SurveyWriter, { opening, zones }: Joined): string {
  const [one, other] = zones.map((zone) => (zone === undefined ? w.t('未划定', 'nothing drawn') : w.zone(zone)));
  return `${plainText(opening.level)}  ${w.opening(opening)}  ${one} ↔ ${other}`;
}

/** Returns the section on where people can walk, and where they can't. */
export function waysSection(w: SurveyWriter): string {
  const { doorless, ways } = w.survey;
  const { unreachable, groups } = ways;
  const isDoored = (zone: Zone) => !doorless.includes(zone);
  const lone = groups.flatMap((group) => (group.length === 1 ? group : []));
  return w.section(w.t('通行', 'Ways'), [
    ...w.wrapped(startText(w), 2, 2),
    ...w.wrapped(
      w.t(
        '只计门、玻璃门、帘和敞口；上下重叠的楼梯、电梯视为相通。',
        'By doors, glass doors, curtains and passages; stairs and lifts over each other are taken as one.',
      ),
      2,
      2,
    ),
    ...w.listed(
      w.t('走不到的', 'Out of reach'),
      (unreachable ?? []).filter(isDoored).map((zone) => w.zone(zone)),
    ),
    ...(unreachable === undefined ? groupLines(w) : []),
    ...w.listed(
      w.t('与其他区域均不相通的', 'Joined to no other zone'),
      unreachable === undefined ? lone.filter(isDoored).map((zone) => w.zone(zone)) : [],
    ),
    ...w.listed(
      w.t('没有门窗洞口的封闭区域', 'Enclosed zones without any opening'),
      doorless.map((zone) => w.zone(zone)),
    ),
  ]);
}

function startText(w: SurveyWriter): string {
  const { entrances, outward, unreachable } = w.survey.ways;
  if (unreachable === undefined) {
    return w.t(
      '图中既无出入口、室外区域，也无通向室外的门，从哪里进入不得而知，走不到的区域无法判断。',
      "No entrance, no outdoor zone and no door that leads outside: where people come in, and so what they can't reach, can't be told.",
    );
  }
  const from = [
    ...(entrances.length === 0
      ? []
      : [
          w.t(
            `出入口、大门和室外区域${entrances.length}个`,
            `entrances, gates and outdoor zones (${entrances.length})`,
          ),
        ]),
    ...(outward.length === 0
      ? []
      : [w.t(`通向未划定区域的门${outward.length}处`, `doors that lead out of what is drawn (${outward.length})`)]),
  ];
  const count = unreachable.length;
  const found =
    count === 0
      ? w.t('各区域均能走到。', 'every zone can be reached.')
      : w.t(`有${count}个区域走不到。`, `${count} ${count === 1 ? 'zone' : 'zones'} can't be reached.`);
  return w.t(`从${from.join('、')}起，`, `From ${from.join(' and ')}: `) + found;
}

/** Returns lines on zones that are connected, for plans that don't show where people come in. */
function groupLines(w: SurveyWriter): string[] {
  const names = w.survey.ways.groups
    .filter((group) => group.length > 1)
    .map((group) => {
      const levels = [...new Set(group.flatMap((zone) => zone.levels))].map(plainText).join(w.t('、', ', '));
      return w.t(`${group.length}个区域（${levels}）`, `${group.length} zones (${levels})`);
    });
  return w.listed(w.t('能互相走到的', 'Hang together'), names);
}

/** Returns the section on zones of unknown use, by the name that their source gives them. */
export function untoldSection(w: SurveyWriter): string {
  const { untold } = w.survey;
  const called = new Map<string, Zone[]>();
  for (const zone of untold) {
    const name = zone.kindUnknown ?? '';
    called.set(name, [...(called.get(name) ?? []), zone]);
  }
  const quoted = (name: string) => quote(plainText(name), w.view.locale);
  return w.section(
    w.titled('用途未明的区域（类型为“其他”）', "Zones of kind 'other': what they are for isn't said", untold.length),
    [...called]
      .sort((a, b) => b[1].length - a[1].length)
      .flatMap(([name, zones]) =>
        w.listed(
          name === ''
            ? w.t('未写明', 'not said')
            : w.t(`来源中称为${quoted(name)}`, `called ${quoted(name)} by their source`),
          zones.map((zone) => w.bareZone(zone)),
        ),
      ),
  );
}

function sides({ zones }: Joined): Zone[] {
  return zones.filter((zone) => zone !== undefined);
}
