// A survey as a document: tables of what the plan contains, then what a person must look at.
import { isPassable } from '../../facts/adjacent-zones.js';
import { cautionTexts } from '../../findings/cautions.js';
import { type ReportView, spotText } from '../../findings/view.js';
import { siteText } from '../../findings/wording/site.js';
import { subjectText } from '../../findings/wording/subject.js';
import { inBoth, joined } from '../../i18n/catalogue.js';
import { quoted } from '../../i18n/list.js';
import { type Localized, render, verbatim } from '../../i18n/locale.js';
import { fixed } from '../../i18n/number.js';
import { displayWidth } from '../../i18n/width.js';
import { category } from '../../law/lookup.js';
import type { Report } from '../../lint/types.js';
import { DEVICE_NAMES } from '../../plan/device-names.js';
import { OPENING_KINDS, OPENING_NAMES } from '../../plan/kinds.js';
import type { Opening, Zone } from '../../plan/model.js';
import type { Block, Document, Table } from '../../render/document.js';
import { plainText } from '../../render/escape.js';
import { type FindingReason, faultRules, faultsOf } from './findings.js';
import type { Joined } from './joins.js';
import { kindName } from './kind-name.js';
import type { LevelSurvey, Survey } from './survey.js';
import { t } from './texts.js';

/** What every section of a survey is made of. */
interface Surveyed {
  readonly survey: Survey;
  readonly report: Report;
  readonly view: ReportView;
}

/** Most items of a list that are named; JSON has all of them. */
const NAMED = 12;

/** Terminal columns: a longer level id leaves no room for the figures below it. */
const LONGEST_HEAD = 6;

const UUID = /^([\da-f]{8})-(?:[\da-f]{4}-){3}[\da-f]{12}$/i;

/**
 * Returns the survey as a document.
 *
 * @param every true to list every opening with what it joins
 */
export function surveyDocument(surveyed: Surveyed, every: boolean): Document {
  return {
    blocks: [
      headSection(surveyed),
      levelsSection(surveyed),
      kindsSection(surveyed),
      openingsSection(surveyed, every),
      waysSection(surveyed),
      unknownUseSection(surveyed),
      devicesSection(surveyed),
      faultsSection(surveyed),
      openSection(surveyed),
    ],
  };
}

function section(title: Localized, blocks: readonly Block[]): Block {
  return { block: 'section', tight: true, title, blocks };
}

function titled(title: Localized, n: number): Localized {
  return t.titled({ title, n });
}

/** Returns a paragraph of a section; what it is about hangs out to the left. */
function line(text: Localized, first = 2, others = first + 2): Block {
  return { block: 'paragraph', text, indent: [first, others] };
}

/** Returns a list in a line; of a long one the first items are named. [] if there are no items. */
function listed(title: Localized, items: readonly Localized[]): Block[] {
  if (items.length === 0) return [];
  const rest = items.length - NAMED;
  const more = rest > 0 ? t.more({ n: rest }) : t.noMore;
  return [line(t.listed({ title, n: items.length, items: joined(items.slice(0, NAMED), t.between), more }))];
}

function table(head: readonly Localized[], rows: Table['rows'], figures: readonly number[]): Table {
  return { block: 'table', head, rows, figures };
}

function figure(value: number | string): Localized {
  return verbatim(`${value}`);
}

function plain(text: string): Localized {
  return verbatim(plainText(text));
}

/** Returns the id with the name; a UUID, which nobody reads, is cut to its first eight digits. */
function named(id: string, name: string | undefined): Localized {
  const short = verbatim(plainText(id).replace(UUID, '$1…'));
  return name === undefined || name === id ? short : t.idAndName({ id: short, name: quoted(plainText(name)) });
}

/** Returns a zone's id with its name, or with its kind if it has no name. */
function zoneText({ report }: Surveyed, { id, name, kind }: Zone): Localized {
  return name === undefined
    ? t.kindInBrackets({ zone: named(id, name), kind: kindName(kind, report.pack) })
    : named(id, name);
}

function openingText({ id, name, kind }: Opening): Localized {
  return joined([OPENING_NAMES[kind], named(id, name)], verbatim(' '));
}

function headSection({ report }: Surveyed): Block {
  const { site, pack, path } = report;
  const names = site.categories.map(({ id }) => category(pack, id)?.name ?? plain(id));
  const categories = names.length === 0 ? t.unstated : joined(names, t.between);
  const region = site.region === undefined ? t.unstated : plain(site.region);
  // Zones of unknown use have a section of their own.
  const cautions = (report.cautions ?? []).filter(({ kind }) => kind !== 'unsettled');
  return {
    block: 'section',
    tight: true,
    blocks: [
      { block: 'paragraph', text: [{ strong: siteText(site.name) }, plain(`  ${path}`)], unbroken: true },
      line(t.head({ categories, region }), 0),
      ...cautionTexts({ ...report, cautions }).map((text) => line(text, 0)),
    ],
  };
}

/** Returns the column head of a level: its id, or its number in the table of levels if ids are long. */
function headOf({ level }: LevelSurvey, index: number, levels: readonly LevelSurvey[]): Localized {
  return areNumbered(levels) ? figure(index + 1) : plain(level.id);
}

function areNumbered(levels: readonly LevelSurvey[]): boolean {
  return levels.length > 1 && levels.some(({ level }) => displayWidth(plainText(level.id)) > LONGEST_HEAD);
}

/** Returns the table of levels, with counts, areas and wall lengths. */
function levelsSection({ survey: { levels } }: Surveyed): Block {
  const numbered = areNumbered(levels);
  const signed = levels.some(({ level }) => level.signs.length > 0);
  const head = [
    ...(numbered ? [t.number] : []),
    ...[t.level, t.name, t.elevation, t.ceiling, t.zonesOf, t.area, t.wallsOf, t.openingsOf, t.devicesOf],
    ...(signed ? [t.signsOf] : []),
  ];
  const sum = (of: readonly LevelSurvey[], value: (one: LevelSurvey) => number) =>
    of.reduce((all, one) => all + value(one), 0);
  const figures = (of: readonly LevelSurvey[]) =>
    [
      sum(of, ({ level }) => level.zones.length),
      fixed(
        sum(of, ({ kinds }) => kinds.reduce((all, { area }) => all + area, 0)),
        1,
      ),
      fixed(
        sum(of, ({ walls }) => walls.rooms + walls.drawn),
        1,
      ),
      sum(of, ({ level }) => level.openings.length),
      sum(of, ({ level }) => level.devices.length),
      ...(signed ? [sum(of, ({ level }) => level.signs.length)] : []),
    ].map(figure);
  const rows = levels.map((one, index) => {
    const { id, name, elevation, ceiling } = one.level;
    return [
      ...(numbered ? [figure(index + 1)] : []),
      plain(id),
      plain(name ?? ''),
      figure(fixed(elevation, 2)),
      figure(ceiling === undefined ? '—' : fixed(ceiling, 2)),
      ...figures([one]),
    ];
  });
  const none = verbatim('');
  if (levels.length > 1) rows.push([...(numbered ? [none] : []), t.total, none, none, none, ...figures(levels)]);
  const names = numbered ? 2 : 1;
  const length = (of: 'rooms' | 'drawn') =>
    fixed(
      sum(levels, ({ walls }) => walls[of]),
      1,
    );
  return section(titled(t.levels, levels.length), [
    { ...table(head, rows, [...head.keys()].slice(names + 1)), spare: names },
    line(t.walls({ rooms: length('rooms'), drawn: length('drawn') }), 2, 2),
  ]);
}

/** Returns the table of zones by kind and level. */
function kindsSection({ survey: { levels }, report }: Surveyed): Block {
  const order = new Map(report.pack.zoneKinds.map(({ id }, index) => [id, index]));
  const place = (kind: string) => order.get(kind) ?? order.size;
  const kinds = [...new Set(levels.flatMap((level) => level.kinds.map(({ kind }) => kind)))].sort(
    (a, b) => place(a) - place(b),
  );
  const perLevel = levels.length > 1;
  const head = [t.kind, t.id, t.zonesCount, t.area, ...(perLevel ? levels.map(headOf) : [])];
  const rows = kinds.map((kind) => {
    const own = levels.map((level) => level.kinds.find((one) => one.kind === kind));
    const sum = (key: 'zones' | 'area') => own.reduce((all, one) => all + (one?.[key] ?? 0), 0);
    const byLevel = perLevel ? own.map((one) => figure(one === undefined ? '·' : one.zones)) : [];
    return [kindName(kind, report.pack), plain(kind), figure(sum('zones')), figure(fixed(sum('area'), 1)), ...byLevel];
  });
  const total = levels.reduce((sum, { level }) => sum + level.zones.length, 0);
  return section(titled(t.zones, total), [table(head, rows, [...head.keys()].slice(2))]);
}

/** Returns the table of devices by kind. */
function devicesSection({ survey }: Surveyed): Block {
  const counts = new Map<keyof typeof DEVICE_NAMES, number>();
  for (const [kind, count] of survey.levels.flatMap(({ devices }) => [...devices]))
    counts.set(kind, (counts.get(kind) ?? 0) + count);
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const rows = [...counts].sort((a, b) => b[1] - a[1]).map(([kind, count]) => [DEVICE_NAMES[kind], figure(count)]);
  return section(titled(t.devices, total), [table([t.kind, t.devicesCount], rows, [1])]);
}

/** Returns the section on openings: what they join, and which join fewer than two zones. */
function openingsSection(surveyed: Surveyed, every: boolean): Block {
  const { openings } = surveyed.survey;
  const kinds = OPENING_KINDS.filter((kind) => openings.some(({ opening }) => opening.kind === kind));
  const rows = kinds.map((kind) => {
    const own = openings.filter(({ opening }) => opening.kind === kind);
    const joining = (zones: number) => figure(own.filter((one) => sides(one).length === zones).length);
    return [OPENING_NAMES[kind], figure(own.length), joining(2), joining(1), joining(0)];
  });
  // A window to the outside is no anomaly; the table counts it.
  const one = openings.filter((joins) => sides(joins).length === 1 && isPassable(joins.opening));
  const none = openings.filter((joins) => sides(joins).length === 0);
  const arrow = (joins: Joined) =>
    joined([openingText(joins.opening), ...sides(joins).map((zone) => zoneText(surveyed, zone))], verbatim(' → '));
  return section(titled(t.openings, openings.length), [
    table([t.kind, t.openingsCount, t.joinTwo, t.joinOne, t.joinNone], rows, [1, 2, 3, 4]),
    ...pairLines(surveyed),
    ...listed(t.onlyOne, one.map(arrow)),
    ...listed(
      t.neither,
      none.map(({ opening }) => openingText(opening)),
    ),
    ...(every ? openings.map((joins) => line(joinedText(surveyed, joins))) : []),
  ]);
}

/** Returns lines on which kinds of zones openings join, most frequent first. */
function pairLines({ survey, report }: Surveyed): Block[] {
  const pairs = inBoth((locale) => {
    const counts = new Map<string, number>();
    for (const joins of survey.openings) {
      const kinds = sides(joins).map(({ kind }) => plainText(render(kindName(kind, report.pack), locale)));
      if (kinds.length < 2) continue;
      const pair = kinds.sort((a, b) => (a < b ? -1 : 1)).join('–');
      counts.set(pair, (counts.get(pair) ?? 0) + 1);
    }
    const sorted = [...counts].sort((a, b) => b[1] - a[1]).map(([pair, count]) => `${pair} ${count}`);
    return sorted.join(render(t.comma, locale));
  });
  return pairs.zh === '' ? [] : [line(t.pairs({ pairs }))];
}

function joinedText(surveyed: Surveyed, { opening, zones }: Joined): Localized {
  const [one, other] = zones.map((zone) => (zone === undefined ? t.undrawn : zoneText(surveyed, zone)));
  const between = [plain(opening.level), openingText(opening), joined([one, other], verbatim(' ↔ '))];
  return joined(between, verbatim('  '));
}

/** Returns the section on where people can walk, and where they can't. */
function waysSection(surveyed: Surveyed): Block {
  const { doorless, ways } = surveyed.survey;
  const { unreachable, groups } = ways;
  const isDoored = (zone: Zone) => !doorless.includes(zone);
  const lone = groups.flatMap((group) => (group.length === 1 ? group : []));
  const zoneTexts = (zones: readonly Zone[]) => zones.map((zone) => zoneText(surveyed, zone));
  return section(t.ways, [
    line(startText(surveyed), 2, 2),
    line(t.waysBy, 2, 2),
    ...listed(t.unreachable, zoneTexts((unreachable ?? []).filter(isDoored))),
    // A plan that doesn't show where people come in is told by what hangs together.
    ...(unreachable === undefined ? listed(t.groups, groupTexts(groups)) : []),
    ...listed(t.lone, unreachable === undefined ? zoneTexts(lone.filter(isDoored)) : []),
    ...listed(t.doorless, zoneTexts(doorless)),
  ]);
}

function startText({ survey }: Surveyed): Localized {
  const { entrances, outward, unreachable } = survey.ways;
  if (unreachable === undefined) return t.noStart;
  const from = [
    ...(entrances.length === 0 ? [] : [t.startZones({ n: entrances.length })]),
    ...(outward.length === 0 ? [] : [t.startDoors({ n: outward.length })]),
  ];
  const result = unreachable.length === 0 ? t.allReached : t.notReached({ n: unreachable.length });
  return t.start({ from: joined(from, t.and), result });
}

function groupTexts(groups: Survey['ways']['groups']): Localized[] {
  return groups
    .filter((group) => group.length > 1)
    .map((group) => {
      const levels = [...new Set(group.flatMap((zone) => zone.levels))].map(plain);
      return t.group({ n: group.length, levels: joined(levels, t.between) });
    });
}

/** Returns the section on zones of unknown use, by the name that their source gives them. */
function unknownUseSection({ survey: { untold } }: Surveyed): Block {
  const called = new Map<string, Zone[]>();
  for (const zone of untold) {
    const name = zone.kindUnknown ?? '';
    called.set(name, [...(called.get(name) ?? []), zone]);
  }
  const lists = [...called]
    .sort((a, b) => b[1].length - a[1].length)
    .flatMap(([name, zones]) =>
      listed(
        name === '' ? t.unstated : t.called({ name: quoted(plainText(name)) }),
        zones.map(({ id, name }) => named(id, name)),
      ),
    );
  return section(titled(t.unknownUse, untold.length), lists);
}

function sides({ zones }: Joined): Zone[] {
  return zones.filter((zone) => zone !== undefined);
}

/** Returns the section on faults of the plan itself, each with its file and line. */
function faultsSection({ survey: { faults }, report, view }: Surveyed): Block {
  const blocks = faults.flatMap(({ rule = '', verdicts }) => {
    const rest = verdicts.length - NAMED;
    const spots = verdicts.slice(0, NAMED).map((verdict) => {
      const spot = spotText(view.spot(verdict.place, report.files), verdict.place.path);
      return line(joined([verbatim(spot), view.text(verdict)], verbatim('  ')), 4);
    });
    return [
      line(t.faultCount({ rule: ruleText(view, rule), n: verdicts.length })),
      ...spots,
      ...(rest > 0 ? [line(t.moreFaults({ n: rest }), 4)] : []),
    ];
  });
  return section(titled(t.faults, countOf(faults)), blocks);
}

/** Returns the section on open verdicts by reason, with one example of each. */
function openSection({ survey: { open }, report, view }: Surveyed): Block {
  const blocks = open.flatMap(({ rule, verdicts }) => {
    const [first] = verdicts;
    const subject = subjectText(first.subject, report.site);
    const faults = faultRules(faultsOf(first)).map((fault) => ruleText(view, fault));
    const reason = rule === undefined ? t.byFaults({ faults: joined(faults, t.between) }) : ruleText(view, rule);
    const example = verdicts.length === 1 ? subject : t.forExample({ subject });
    return [
      line(t.openCount({ n: verdicts.length, reason })),
      line(t.example({ subject: example, text: view.text(first) }), 4),
    ];
  });
  return section(titled(t.open, countOf(open)), blocks);
}

function countOf(reasons: readonly FindingReason[]): number {
  return reasons.reduce((sum, { verdicts }) => sum + verdicts.length, 0);
}

/** Returns the title of a rule, then its id. */
function ruleText(view: ReportView, rule: string): Localized {
  const title = view.rule(rule)?.title;
  return title === undefined ? verbatim(rule) : joined([title, verbatim(rule)], verbatim(' '));
}
