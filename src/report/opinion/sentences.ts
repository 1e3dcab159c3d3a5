// The sentence of a row: what was found, in few words, then the clauses.

import { groupBy } from '../../base/arrays.js';
import { deviceOf } from '../../findings/groups.js';
import type { ReportView } from '../../findings/view.js';
import { levelIn } from '../../findings/wording/subject.js';
import { SHORT_OUTCOMES } from '../../findings/wording/texts.js';
import { inBoth } from '../../i18n/catalogue.js';
import { localizedList, quoted } from '../../i18n/list.js';
import { firstSentence, type Localized, render, withoutStop } from '../../i18n/locale.js';
import { cutTo } from '../../i18n/width.js';
import { partsOf } from '../../law/compose.js';
import { instrumentOf } from '../../law/lookup.js';
import type { ClauseId, Pack } from '../../law/types.js';
import { isRedacted } from '../../lint/redact/texts.js';
import type { LintVerdict, Report } from '../../lint/types.js';
import { directoryOf } from '../../plan/directory.js';
import { OPENING_NAMES } from '../../plan/kinds.js';
import type { Opening } from '../../plan/model.js';
import { plainText } from '../../render/escape.js';
import type { FormFact } from './facts.js';
import { facts as f, predicates as p, remedies as r, t } from './texts.js';

/** Facts (one at least) that one row of the form states together. */
export type RowFacts = readonly [FormFact, ...FormFact[]];

/** Most characters of a fact; its citations come on top. */
const MOST = 80;
/** Most names before 等n处, and most columns of a name. */
const NAMED = 4;
const NAME = 24;

/** Returns the sentence of a row: the fact, the clauses that lead, and those with another outcome. */
export function sentenceOf(row: RowFacts, report: Report, view: ReportView): Localized {
  const [first] = row;
  const fact = factText(row, report) ?? ownFact(row, view) ?? cutFact(first, report, view);
  const told =
    fact === undefined || first.leads.length === 0 ? whole(first, report, view) : predicate(row, fact, report);
  // A finding that tells its clauses itself may leave out another law's, or name them in one language alone.
  const all = inBoth((locale) => {
    const text = render(told, locale);
    const unnamed = first.leads.filter((clause) => !names(text, render(citationOf(report.pack, clause), locale)));
    const also = unnamed.map((clause) => ({ clause, outcome: first.outcome }));
    const others = [...groupBy([...also, ...first.others], ({ outcome }) => outcome)];
    const whole = others.reduce<Localized>(
      (said, [outcome, bases]) =>
        p.otherwise({
          text: said,
          clauses: citationsOf(
            report.pack,
            bases.map(({ clause }) => clause),
            first.readings,
          ),
          outcome: SHORT_OUTCOMES[outcome],
        }),
      told,
    );
    return render(whole, locale);
  });
  const text = { zh: all.zh, en: capital(all.en) };
  return first.outcome === 'review' && !all.zh.includes('；') ? t.asked({ text }) : t.ended({ text });
}

/** True if the text names the clause itself, not one of its parts: an article isn't named by one of its paragraphs. */
function names(text: string, citation: string): boolean {
  const at = text.indexOf(citation);
  return at >= 0 && !/^(?:第|\()/.test(text.slice(at + citation.length));
}

function capital(text: string): string {
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;
}

function predicate(row: RowFacts, fact: Localized, { pack, site }: Report): Localized {
  const [{ outcome, verdict, leads, readings }] = row;
  const values = { fact, leads: citationsOf(pack, leads, readings) };
  if (outcome === 'open') return p.open(values);
  if (outcome === 'review') return p.review(values);
  if (isRedacted(verdict)) return p.hidden(values);
  if (verdict.rule.startsWith('project/')) return p.stated(values);
  if (verdict.rule.startsWith('coverage/')) return p.drawn(values);
  if (verdict.existing !== true) return p.planned(values);
  const device = directoryOf(site).devices.get(deviceOf(verdict.subject) ?? verdict.subject);
  return (device?.status === 'existing' ? p.marked : p.installed)(values);
}

/** Returns where a text may be cut: at its last comma or the like outside brackets and quotes; −1 if there is none. */
function lastBreak(text: string): number {
  let depth = 0;
  let last = -1;
  for (const [at, character] of text.split('').entries()) {
    if ('（“('.includes(character)) depth += 1;
    if ('）”)'.includes(character)) depth -= 1;
    if (depth === 0 && '，；。、,;'.includes(character)) last = at;
  }
  return last;
}

/** Returns what the finding says of the drawing; undefined if its sentence says of the clauses too. */
function ownFact([{ verdict }, ...rest]: RowFacts, view: ReportView): Localized | undefined {
  if (verdict.says.length === 0) return undefined;
  const text = shortened(withoutStop(withoutKeys(view.messageText(verdict.message, verdict.rule))));
  return rest.length === 0 ? text : f.several({ first: text, n: rest.length + 1, others: rest.length });
}

/** Returns the finding's own sentence, cut where it is too long for a row. */
function whole({ verdict }: FormFact, { pack }: Report, view: ReportView): Localized {
  return withLaw(shortened(withoutStop(withoutKeys(view.text(verdict)))), pack);
}

/**
 * Returns the finding's own sentence where it doesn't name its clauses: all of it, or its beginning if it is too long.
 * Undefined if it names them.
 */
function cutFact({ verdict }: FormFact, { pack }: Report, view: ReportView): Localized | undefined {
  const text = withoutStop(withoutKeys(view.text(verdict)));
  if (!ARTICLE.test(text.zh)) return shortened(text);
  if (text.zh.length <= MOST) return undefined;
  const cut = shortened(text);
  return SETTLED.test(cut.zh) ? undefined : withLaw(cut, pack);
}

/** The words of a sentence that says already what follows by the clause. */
const SETTLED = /不符合|无法/;

/** Returns a sentence in which articles of the main law, which stand alone, have its name before them. */
function withLaw({ zh, en }: Localized, pack: Pack): Localized {
  const [main] = pack.instruments;
  const form = formOf(pack);
  const isForms = form !== undefined && main !== undefined && instrumentOf(pack, form.clause).id === main.id;
  const law = isForms ? form.law : main?.short;
  return { zh: law === undefined ? zh : zh.replace(ALONE, law.zh), en };
}

/** The number of an article in Chinese, and its place where no name of a law stands before it. */
const ARTICLE = /第[一二三四五六七八九十百零]+条/;
const ALONE = /(?<=^|[\u4e00-\u9fff；，（](?<![例号典法令款条项]))(?=第[一二三四五六七八九十百零]+条)/g;

/** Returns a text without keys of the plan in brackets: 是否为歌舞娱乐场所（site.songAndDance）. */
function withoutKeys({ zh, en }: Localized): Localized {
  return { zh: zh.replace(/（[a-z]+[a-zA-Z.-]*）/g, ''), en: en.replace(/ \([a-z]+(?:[.-][a-zA-Z.-]+)\)/g, '') };
}

/** Returns `text` if it is short enough, else its first clauses with a notice. */
function shortened(text: Localized): Localized {
  if (text.zh.length <= MOST) return text;
  const cut = inBoth((locale) => {
    const most = locale === 'en' ? 2 * MOST : MOST;
    const part = render(text, locale).slice(0, most);
    const at = lastBreak(part);
    return at > most / 3 ? part.slice(0, at) : part;
  });
  return f.cut({ text: cut });
}

/** Returns the fact of a row in few words; undefined if the finding's own sentence must tell it. */
function factText(row: RowFacts, report: Report): Localized | undefined {
  for (let named = NAMED; named > 1; named -= 1) {
    const text = factNaming(row, named, report);
    if (text === undefined || text.zh.length <= MOST) return text;
  }
  return factNaming(row, 1, report);
}

function factNaming(row: RowFacts, named: number, report: Report): Localized | undefined {
  const [{ verdict, outcome }] = row;
  if (isRedacted(verdict)) return undefined;
  const { rule, subject, message } = verdict;
  const id = deviceOf(subject);
  const places = placesOf(row, named, report);
  if (id !== undefined) {
    const device = quoted(cutTo(plainText(id), NAME));
    if (rule === 'capture/device-in-private-zone')
      return (message.id.startsWith('near') ? f.beside : f.inside)({ device, places });
    if (rule === 'capture/view-into-private-zone') return viewText(row, device, places, report);
    if (rule === 'capture/cross-level') return f.across({ device, places });
    if (rule === 'capture/sound-from-private-zone') return f.heard({ device, places });
    if (rule === 'capture/unknown-capability') {
      const inside = row.filter((one) => one.verdict.message.id.startsWith('inside')).length;
      const told = inside === row.length ? f.unknownInside : inside === 0 ? f.unknownNear : f.unknown;
      return told({ device, places });
    }
    return undefined;
  }
  if (rule === 'coverage/protected' && outcome === 'fail') return f.bare({ places });
  const { fraction, threshold } = message.params;
  if (message.id === 'partly' && row.length === 1 && fraction !== undefined && threshold !== undefined)
    return f.covered({ places, fraction, threshold });
  if (rule === 'coverage/protected' && row.length > 1) return f.partly({ places, n: row.length });
  if (rule === 'coverage/declared' && outcome === 'open') {
    const role = roleOf(subject, report.pack);
    return role === undefined ? undefined : f.undeclared({ role });
  }
  if (rule === 'signs/approach') {
    if (subject.startsWith('site/')) return outcome === 'open' && message.id !== 'noneWhere' ? undefined : f.noSigns;
    // To a whole level no way in is drawn: the finding's own sentence says so.
    if (levelIn(subject, report.site) !== undefined) return undefined;
    return outcome === 'fail' ? f.unsigned({ places }) : f.signs({ places });
  }
  if (rule === 'plan/zone-kind-mismatch') return f.mislabelled({ places });
  return undefined;
}

function viewText(row: RowFacts, device: Localized, places: Localized, { site }: Report): Localized {
  const { openings } = directoryOf(site);
  const ways = row.map(({ verdict }) => verdict.evidence?.sightLine?.openings ?? []);
  const isShut = (id: string) => {
    const opening = openings.get(id);
    return opening !== undefined && (opening.kind === 'door' || opening.kind === 'curtain') && !opening.normallyOpen;
  };
  const shut = ways.filter((way) => way.some(isShut)).length;
  if (shut === row.length) return f.seenOpen({ device, places });
  if (shut > 0) return f.seenMixed({ device, places, n: shut });
  const crossed = [...new Set(ways.flat())];
  const [first] = crossed;
  if (first === undefined) return f.seen({ device, places });
  const name = openingName(openings.get(first), first);
  const [n, others] = [crossed.length, crossed.length - 1];
  return f.seenThrough({ device, places, openings: n === 1 ? name : f.openings({ opening: name, n, others }) });
}

/** Returns the name of an opening; one without a name by its kind and id: 玻璃门“d-k1”. */
function openingName(opening: Opening | undefined, id: string): Localized {
  const name = quoted(cutTo(plainText(opening?.name ?? id), NAME));
  return opening === undefined || opening.name !== undefined
    ? name
    : f.opening({ kind: OPENING_NAMES[opening.kind], name });
}

/** Returns the places of a row: “101”、“102”等6处. */
function placesOf(row: RowFacts, most: number, report: Report): Localized {
  const names = [...new Map(row.map(({ verdict }) => placeName(verdict, report)).map((one) => [one.zh, one])).values()];
  const shown = localizedList(names.slice(0, most));
  const n = names.length;
  return n <= most ? shown : f.several({ first: localizedList(names.slice(0, most)), n, others: n - most });
}

/** Returns what a finding is about: the zone, or part of it, by name; else the subject as the plan has it. */
export function placeName({ subject }: LintVerdict, { site }: Pick<Report, 'site'>): Localized {
  const id = subject.slice(subject.indexOf('>') + 1);
  const { zones, openings, devices } = directoryOf(site);
  const zone = zones.get(id) ?? zones.get(id.slice(0, Math.max(0, id.lastIndexOf('/'))));
  const name = zone?.name ?? openings.get(id)?.name ?? devices.get(id)?.id ?? zone?.id ?? id;
  return quoted(cutTo(plainText(name), NAME));
}

/** Returns the role or the kind of place that a subject `category/role` or `category/role@level` asks for. */
function roleOf(subject: string, pack: Pack): Localized | undefined {
  const [, id, role] = /^([^/@]+)\/([^@]+)/.exec(subject) ?? [];
  const rows = partsOf(pack).flatMap(({ categories }) => categories.filter((one) => one.id === id));
  const declared = rows.flatMap((row) => row.declared).find((one) => one.role === role)?.name;
  return declared ?? pack.zoneKinds.find((kind) => kind.id === role)?.name;
}

/**
 * Returns the clauses as the form cites them: the short name of each law once, then its clauses. Clauses in
 * `readings` (readings of sitecam's) have a mark.
 */
export function citationsOf(
  pack: Pack,
  ids: readonly ClauseId[],
  readings: ReadonlySet<ClauseId> = NO_CLAUSES,
): Localized {
  const form = formOf(pack);
  const byLaw = groupBy([...new Set(ids)], (id) => instrumentOf(pack, id).id);
  const cited = [...byLaw.values()].map((clauses) => {
    const names = clauses.map((id) => {
      const text = citationOf(pack, id);
      return readings.has(id) ? p.reading({ text }) : text;
    });
    const [first] = clauses;
    const law = first === undefined ? t.empty : shortName(pack, first, form);
    const list = localizedList(names);
    return { zh: `${law.zh}${list.zh}`, en: `${law.en} ${list.en}` };
  });
  return localizedList(cited);
}

const NO_CLAUSES: ReadonlySet<ClauseId> = new Set();

function citationOf(pack: Pack, id: ClauseId): Localized {
  return pack.clauses.find((one) => one.id === id)?.citation ?? quoted(id);
}

function shortName(pack: Pack, id: ClauseId, form: ReturnType<typeof formOf>): Localized {
  const law = instrumentOf(pack, id);
  return form !== undefined && instrumentOf(pack, form.clause).id === law.id ? form.law : law.short;
}

/** Returns the form that the laws of a report name, the main law's first; undefined if none does. */
export function formOf(pack: Pack): Pack['opinion'] {
  return partsOf(pack).find(({ opinion }) => opinion !== undefined)?.opinion;
}

/** Most characters of advice in a row. */
const ADVICE = 46;

/** Returns what to do about a row of the form. */
export function remedyOf(row: RowFacts, report: Report, view: ReportView): Localized {
  const [{ duties }] = row;
  const text = actionOf(row, view);
  return duties.length === 0 ? text : r.first({ clause: citationsOf(report.pack, duties), text });
}

function actionOf(row: RowFacts, view: ReportView): Localized {
  const [{ verdict, outcome }] = row;
  const short = isRedacted(verdict) ? undefined : (outcome === 'open' ? SHORT_OPEN : SHORT)[verdict.rule]?.(verdict);
  if (short !== undefined) return short;
  const advice =
    row.length > 1 || verdict.advice === undefined ? undefined : view.messageText(verdict.advice, verdict.rule);
  const plain = advice && withoutKeys(advice);
  const said = plain && firstSentence(plain);
  if (said !== undefined && said.zh.length <= ADVICE && !HAS_KEY.test(said.zh)) return said;
  if (outcome !== 'fail') return r.complete;
  return verdict.rule.startsWith('project/') ? r.papers : r.amend;
}

/** Words of the plan's format, which a person need not know. */
const HAS_KEY = /[a-z]{4,}|[a-z][.:_][a-z]/;

type Remedies = Readonly<Record<string, (verdict: LintVerdict) => Localized>>;

const SHORT: Remedies = {
  'capture/device-in-private-zone': ({ message }) => (message.id.startsWith('near') ? r.moveAway : r.moveOut),
  'capture/view-into-private-zone': () => r.turn,
  'capture/cross-level': () => r.turn,
  'capture/sound-from-private-zone': () => r.noSound,
  'coverage/protected': () => r.protect,
  'signs/approach': () => r.sign,
};

/** What to do about open points: what must be stated, never a change of what may be right as it is. */
const SHORT_OPEN: Remedies = {
  'capture/unknown-capability': () => r.sayWhat,
  'plan/zone-kind-mismatch': () => r.clarify,
};
