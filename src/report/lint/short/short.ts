// The short report on a terminal: three lines a finding, the law quoted once, a table of cameras, the summary last.
import { groupBy } from '../../../base/arrays.js';
import { comparedSentence, isInBaseline, sinceMark } from '../../../findings/baseline-words.js';
import { leavesCounting } from '../../../findings/file-problems.js';
import { fixSentence } from '../../../findings/fix-sentence.js';
import { deviceOf } from '../../../findings/groups.js';
import { type Numbered, numberedFindings } from '../../../findings/numbering.js';
import { FINDING_GROUPS, headline, type VerdictGroup, verdictGroup, verdictsByGroup } from '../../../findings/tally.js';
import { type ReportView, spotText } from '../../../findings/view.js';
import { type Citation, quotedCitation, quotedClause } from '../../../findings/wording/citation.js';
import { placesText } from '../../../findings/wording/rows.js';
import { subjectText, zoneOf } from '../../../findings/wording/subject.js';
import { SHORT_OUTCOMES } from '../../../findings/wording/texts.js';
import { inBoth, joined } from '../../../i18n/catalogue.js';
import { localizedList, quoted } from '../../../i18n/list.js';
import { firstSentence, type Localized, render, SENTENCE_GAP, verbatim } from '../../../i18n/locale.js';
import type { Message } from '../../../i18n/message.js';
import { fixed } from '../../../i18n/number.js';
import { cutTo, displayWidth } from '../../../i18n/width.js';
import { citeTogether, citeWithLaw, clause as lookUp } from '../../../law/lookup.js';
import type { ClauseId, Pack } from '../../../law/types.js';
import { DECIDED } from '../../../lint/doubts/texts.js';
import { countsForExit, type FailOn } from '../../../lint/exit.js';
import { isRedacted } from '../../../lint/redact/texts.js';
import { faultName } from '../../../lint/taint.js';
import type { LintVerdict, Report } from '../../../lint/types.js';
import { directoryOf } from '../../../plan/directory.js';
import type { Block, Inline, Section } from '../../../render/document.js';
import { plainText } from '../../../render/escape.js';
import { dutiesOf, leadingClauses, penaltiesOf } from '../../../rules/bases.js';
import { t as texts } from '../texts.js';
import { paragraph, tight } from '../words.js';
import { HEADS, t } from './texts.js';

/** Columns of the lines below a finding's first. */
const INDENT = 12;

/** Columns of one line below a finding's first, on a terminal of 80. */
const ONE_LINE = 66;

/** Columns of a finding's first line. */
const FIRST_LINE = 79;

/** Fewest columns of what a finding is about. */
const LEAST = 24;

/** Most columns of the words of a clause. */
const WORDS = 76;

/**
 * Returns the findings by group, three lines a finding, without those that the baseline holds unchanged. With
 * `quietAt`, the level of `--fail-on` of a quiet report, lists only those of {@link isListedQuietly}; reviews in one
 * line each.
 */
export function shortFindings(report: Report, view: ReportView, quietAt: FailOn | undefined): Section[] {
  const all = numberedFindings(report);
  const groups = verdictsByGroup(report);
  return FINDING_GROUPS.flatMap((group) => {
    const here = all.filter(({ first }) => verdictGroup(first) === group && !isInBaseline(first));
    const listed =
      quietAt === undefined ? here : here.filter(({ first }) => isListedQuietly(group, first, report, quietAt));
    if (listed.length === 0) return [];
    const [n, folded] = [groups[group].length, groups[group].filter(isInBaseline).length];
    const name = SHORT_OUTCOMES[group];
    const text = folded === 0 ? texts.group({ name, n }) : texts.groupPart({ name, n, folded });
    const title: Inline = { outcome: group, text };
    return [
      tight(
        title,
        listed.flatMap((one) => findingLines(one, group, report, view, quietAt !== undefined && group === 'review')),
      ),
    ];
  });
}

/**
 * True if a quiet report lists the finding: one that counts for the exit code at `failOn`; a fail or open verdict of
 * level error, even if a baseline holds it; a review of capture; or a fault that leaves a verdict undecided that would
 * count for the exit code (`leavesCounting`).
 */
export function isListedQuietly(group: VerdictGroup, verdict: LintVerdict, report: Report, failOn: FailOn): boolean {
  if (countsForExit(verdict, failOn)) return true;
  if (group === 'review') return verdict.rule.startsWith('capture/');
  if (verdict.outcome !== 'review' && verdict.level === 'error') return true;
  return leavesCounting(faultName(verdict), report, failOn);
}

function findingLines(
  { number, first, rest, asRows }: Numbered,
  group: VerdictGroup,
  report: Report,
  view: ReportView,
  headOnly: boolean,
): Block[] {
  const at = verbatim(plainText(placeText(first, report, view)));
  const room = FIRST_LINE - displayWidth(render(at, 'en')) - String(number).length - first.rule.length - 6;
  const mark = sinceMark(first);
  const width = Math.max(displayWidth(mark.zh), displayWidth(mark.en));
  const head = joined([cut(shortHead(first, rest.length, report, view), Math.max(LEAST, room - width)), mark]);
  const line: Inline[] = [
    { strong: at },
    verbatim(`  ${number} `),
    head,
    verbatim('  '),
    { code: first.rule, rule: true },
  ];
  const fixes = fixLines([first, ...rest], view);
  const below = [
    ...(headOnly ? [] : [...linesBelow(first, report, view, ONE_LINE), othersLine(first, rest, asRows, group, report)]),
    ...fixes,
  ];
  return [
    paragraph(line, { indent: [1, INDENT], unbroken: true }),
    ...below.flatMap((text) => (text === undefined ? [] : [paragraph(text, { indent: [INDENT, INDENT + 2] })])),
  ];
}

/**
 * Returns the other subjects of a finding that is of no device: the table of devices names only what devices reach. Of
 * a fold, which has one line there, the first few.
 */
function othersLine(
  { subject }: LintVerdict,
  rest: readonly LintVerdict[],
  asRows: boolean,
  group: VerdictGroup,
  report: Report,
): Localized | undefined {
  const { site } = report;
  if (asRows) return t.also({ subjects: placesText(rest, report) });
  if (rest.length === 0 || group === 'warning' || deviceOf(subject) !== undefined) return undefined;
  const named = rest.slice(0, MOST_NAMED).map((other) => subjectText(other.subject, site));
  const n = rest.length - named.length;
  return t.also({ subjects: localizedList(n === 0 ? named : [...named, t.others({ n })]) });
}

/** Most other subjects that a finding names: a drawing with one mistake a thousand times would fill the screen. */
const MOST_NAMED = 20;

/**
 * Returns a line for each proved fix of the verdicts, each once. Lines are never cut, since the user asked for fixes.
 */
export function fixLines(verdicts: readonly LintVerdict[], view: ReportView): readonly Localized[] {
  const lines = verdicts.flatMap(
    (verdict) => fixSentence(view.fixes(verdict), (message) => view.messageText(message, verdict.rule)) ?? [],
  );
  return [...new Map(lines.map((line) => [line.zh, line])).values()];
}

/**
 * Returns the lines below the first line of a finding: why it is one, what to report first, notes, and what to do. For
 * a fault of the drawing: what to do (else its message), then whatever else the verdict says. For a warning, or a paper
 * that is no fail: the reason and notes. For a finding on a waiver: none. Undefined stands for a line that the finding
 * lacks.
 *
 * @param most columns to which a sentence is cut
 */
export function linesBelow(
  verdict: LintVerdict,
  report: Report,
  view: ReportView,
  most = Number.POSITIVE_INFINITY,
): (Localized | undefined)[] {
  const group = verdictGroup(verdict);
  const [reason, remedy] = [reasonOf(verdict, report, view, most), remedyOf(verdict, group, view, most)];
  const duties = verdict.existing === true && group === 'fail' ? dutiesOf(verdict) : [];
  const duty = duties.length === 0 ? undefined : t.duty({ clauses: localizedList(citeTogether(report.pack, duties)) });
  if (verdict.rule.startsWith('waiver/')) return [];
  const more = joined(
    verdict.says.map((one) => view.messageText(one, verdict.rule)),
    SENTENCE_GAP,
  );
  if (group === 'drawing') {
    const own = cut(view.messageText(verdict.message, verdict.rule), most);
    return [remedy ?? own, more].filter((line) => line.zh !== '');
  }
  const isPaper = verdict.rule.startsWith('project/') && group !== 'fail';
  const isNote = ({ id }: Message) => DECIDED.has(id);
  const notes = verdict.says.filter(isNote).map((one) => cut(view.messageText(one, verdict.rule), most));
  return group === 'warning' || isPaper ? [reason, ...notes] : [reason, duty, ...notes, remedy];
}

/** Returns the place of a finding in the plan's own file as `line:column`, from 1; in another file as `path:line:column`. */
export function placeText({ place }: LintVerdict, report: Report, view: ReportView): string {
  const spot = view.spot(place, report.files);
  if (spot === undefined || spot.file.path !== report.path) return spotText(spot, place.path);
  return `${spot.span.start.line}:${spot.span.start.column}`;
}

/** Returns what a finding is about, in a few words; `others`: the number of findings that it stands for besides itself. */
export function shortHead(verdict: LintVerdict, others: number, report: Report, view: ReportView): Localized {
  const { rule, subject, outcome } = verdict;
  const zone = zoneOf(subject, report.site);
  const device = verbatim(plainText(deviceOf(subject) ?? ''));
  const name = quoted(plainText(zone?.name ?? zone?.id ?? ''));
  const more = others === 0 ? verbatim('') : t.more({ n: others + 1 });
  const named = zone === undefined ? undefined : { device, zone: joined([name, more]) };
  const { id, params } = verdict.message;
  // Of a room that is a box as well, the box is what the device is near.
  if (named !== undefined && id === 'nearAs') return HEADS.nearAs({ ...named, kind: params.zoneKind ?? '' });
  const isNear = id.startsWith('near');
  const head = named === undefined ? undefined : headBy(rule, outcome, deviceOf(subject) !== undefined, isNear);
  if (head !== undefined && named !== undefined) return head(named);
  const about = joined([subjectText(subject, report.site), more]);
  if (rule.startsWith('project/')) return about;
  return HEADS.other({ subject: about, title: view.rule(rule)?.title ?? verbatim(rule) });
}

function headBy(rule: string, outcome: string, isPair: boolean, isNear: boolean) {
  if (!isPair) {
    if (rule === 'coverage/protected') return outcome === 'fail' ? HEADS.bare : HEADS.protection;
    return rule === 'capture/unknown-use' ? HEADS.use : undefined;
  }
  switch (rule) {
    case 'capture/device-in-private-zone':
      return isNear ? HEADS.near : HEADS.inside;
    case 'capture/view-into-private-zone':
    case 'capture/cross-level':
      return HEADS.view;
    case 'capture/sound-from-private-zone':
      return HEADS.sound;
    case 'capture/unknown-capability':
      return HEADS.unknown;
    default:
      return undefined;
  }
}

/**
 * Returns by which clauses a finding of capture or protection holds, and what other laws make of it; of any other
 * finding the beginning of its sentence. -v gives the whole text.
 */
function reasonOf(verdict: LintVerdict, report: Report, view: ReportView, most: number): Localized {
  const leading = leadingClauses(verdict);
  const hidden = isRedacted(verdict);
  // A rule that is off looked at nothing: its own sentence says so.
  if (
    !(isOfSight(verdict) || hidden) ||
    verdict.subject === 'off' ||
    verdict.doubt !== undefined ||
    leading.length === 0
  )
    return cut(view.text(verdict), most);
  const { bases, outcome } = verdict;
  const cited = (ids: readonly ClauseId[]) => localizedList(citeTogether(report.pack, ids));
  const others = (['open', 'review'] as const).flatMap((own) => {
    const ids = bases.filter((one) => one.outcome === own && own !== outcome).map(({ clause }) => clause);
    return ids.length === 0 ? [] : [t.other({ clause: cited(ids), outcome: SHORT_OUTCOMES[own] })];
  });
  // Whether a device is installed is redacted too.
  const fails = hidden ? t.against : verdict.existing === true ? t.suspected : t.fails;
  const predicate = outcome === 'fail' ? fails : PREDICATES[outcome];
  return joined([predicate({ clauses: cited(leading) }), ...others], SENTENCE_GAP);
}

const PREDICATES = { open: t.cannotJudge, review: t.isToJudge, pass: t.isToJudge, notApplicable: t.isToJudge } as const;

function isOfSight({ rule }: LintVerdict): boolean {
  return rule.startsWith('capture/') || rule.startsWith('coverage/');
}

/** Returns the first sentence of the advice, as what to change, to state or to judge; undefined if there is none. */
function remedyOf(verdict: LintVerdict, group: VerdictGroup, view: ReportView, most: number): Localized | undefined {
  if (verdict.advice === undefined || verdict.outcome === 'review') return undefined;
  const text = firstSentence(view.messageText(verdict.advice, verdict.rule), true);
  return cut((group === 'open' || verdict.outcome === 'open' ? t.open : t.fail)({ text }), most);
}

/** Returns a text cut to `most` columns of a terminal (Chinese takes two), with … where it was cut. */
export function cut(text: Localized, most: number): Localized {
  return inBoth((locale) => {
    const whole = render(text, locale);
    return displayWidth(whole) <= most ? whole : cutTo(whole, most);
  });
}

/** Returns the clauses that findings rest on, those of capture and coverage quoted once, and the penalties. */
export function lawSections(report: Report): Section[] {
  const { pack } = report;
  const ids = new Set(resting(report).flatMap(({ first }) => (isOfSight(first) ? leadingClauses(first) : [])));
  const ordered = pack.clauses.filter(({ id }) => ids.has(id)).map(({ id }) => quotedCitation(pack, id));
  return lawSection([report], ordered, penaltiesByNumber(report));
}

/**
 * Returns the clauses that findings of several plans rest on, and the penalties. What the plans are judged by may differ:
 * so each clause names its law, and each penalty the clauses it is for.
 */
export function sharedLawSections(reports: readonly Report[]): Section[] {
  const ids = new Set(
    reports.flatMap((report) =>
      resting(report).flatMap(({ first }) => (isOfSight(first) ? leadingClauses(first) : [])),
    ),
  );
  const ordered = clausesIn(reports)
    .filter(({ id }) => ids.has(id))
    .map(({ id, pack }) => ({ ...quotedCitation(pack, id), label: citeWithLaw(pack, id) }));
  return lawSection(reports, ordered, penaltiesByClause(reports));
}

function lawSection(
  reports: readonly Report[],
  quoted: readonly Citation[],
  penalties: readonly Localized[],
): Section[] {
  const others = reports.flatMap((report) =>
    resting(report).flatMap(({ first }) =>
      isOfSight(first) ? [] : leadingClauses(first).map((id) => explainArgument(report.pack, id)),
    ),
  );
  if (quoted.length + others.length + penalties.length === 0) return [];
  const [example] = others;
  const head = example === undefined ? t.allClauses : t.clauses({ example });
  const list = joined(penalties, texts.semicolon);
  return [
    tight(quoted.length + others.length === 0 ? undefined : head, [
      ...quoted.map((one) => paragraph(cut(quotedClause(one), WORDS), { indent: [2, 4] })),
      ...(penalties.length === 0 ? [] : [paragraph(t.penalties({ list }), { indent: [0, 2] })]),
    ]),
  ];
}

/** Returns the findings that rest on a law and that a short report shows in full. */
function resting(report: Report): Numbered[] {
  return numberedFindings(report).filter(({ first }) => first.class === 'law' && !isInBaseline(first));
}

/** Returns all clauses that plans are judged by, each once with a pack that has it, in the order of the laws. */
function clausesIn(reports: readonly Report[]): { readonly id: ClauseId; readonly pack: Pack }[] {
  const packs = new Set(reports.map(({ pack }) => pack));
  const clauses = new Map<ClauseId, Pack>();
  for (const pack of packs) for (const { id } of pack.clauses) if (!clauses.has(id)) clauses.set(id, pack);
  return [...clauses].map(([id, pack]) => ({ id, pack }));
}

/** Returns the article of a clause as `sitecam explain` takes it: the number of the main law's, the id of another's. */
function explainArgument(pack: Pack, id: ClauseId): string {
  const { article, instrument } = lookUp(pack, id);
  return instrument === pack.instruments[0].id ? article : `${instrument}/${article}`;
}

/** Returns which penalties may apply to which findings, by their numbers. */
function penaltiesByNumber(report: Report): Localized[] {
  const { pack } = report;
  const byClauses = new Map<string, { readonly clauses: Localized; readonly numbers: Localized[] }>();
  for (const { first, number } of resting(report)) {
    const ids = penaltiesOf(first);
    if (ids.length === 0 || first.outcome !== 'fail') continue;
    const key = ids.join(' ');
    const row = byClauses.get(key) ?? { clauses: localizedList(citeTogether(pack, ids)), numbers: [] };
    row.numbers.push(t.number({ n: number }));
    byClauses.set(key, row);
  }
  return [...byClauses.values()].map(({ clauses, numbers }) =>
    t.mayApply({ clauses, numbers: joined(numbers, texts.comma) }),
  );
}

/** Returns which penalties may apply where which clauses aren't complied with. */
function penaltiesByClause(reports: readonly Report[]): Localized[] {
  const punished = new Map<ClauseId, readonly ClauseId[]>();
  for (const report of reports) {
    for (const { first } of resting(report)) {
      if (first.outcome !== 'fail') continue;
      for (const { clause, penalties } of first.bases) if (penalties.length > 0) punished.set(clause, penalties);
    }
  }
  const all = clausesIn(reports);
  const packs = new Map(all.map(({ id, pack }) => [id, pack]));
  const named = (ids: readonly ClauseId[]) =>
    localizedList(
      ids.flatMap((id) => {
        const pack = packs.get(id);
        return pack === undefined ? [] : [citeWithLaw(pack, id)];
      }),
    );
  const rows = groupBy(
    all.flatMap(({ id }) => (punished.has(id) ? [id] : [])),
    (id) => punished.get(id)?.join(' '),
  );
  return [...rows.values()].map((ids) =>
    t.mayApplyTo({ clauses: named(punished.get(ids[0]) ?? []), against: named(ids) }),
  );
}

const NONE = verbatim('–');

/** Returns the table of the devices that findings of capture are about: people edit devices, not rules. */
export function deviceSections(report: Report): Section[] {
  const { devices } = directoryOf(report.site);
  const rows = numberedFindings(report)
    .filter(({ first }) => first.rule.startsWith('capture/'))
    .flatMap(({ number, first, rest, asRows }) =>
      (asRows ? [first] : [first, ...rest]).map((verdict) => ({ number, verdict, n: asRows ? rest.length + 1 : 1 })),
    )
    .flatMap(({ number, verdict, n }) => {
      const id = deviceOf(verdict.subject);
      const device = id === undefined ? undefined : devices.get(id);
      const zone = zoneOf(verdict.subject, report.site);
      return id === undefined || device === undefined || zone === undefined
        ? []
        : [{ id, level: device.level, number, zone: zone.name ?? zone.id, n, line: verdict.evidence?.sightLine }];
    })
    .sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : a.number - b.number));
  if (rows.length === 0) return [];
  const figure = (value: number | undefined, digits: number) =>
    value === undefined ? NONE : verbatim(fixed(value, digits));
  const cells = rows.map(({ id, level, number, zone, n, line }, at) => [
    verbatim(at > 0 && rows[at - 1].id === id ? '' : plainText(id)),
    verbatim(at > 0 && rows[at - 1].id === id ? '' : plainText(level)),
    verbatim(String(number)),
    joined([verbatim(plainText(zone)), n === 1 ? verbatim('') : t.more({ n })]),
    figure(line?.area, 2),
    figure(line?.depth, 2),
    figure(line?.density, 0),
  ]);
  const head = [t.device, t.level, t.item, t.concerns, t.area, t.depth, t.density];
  return [{ block: 'section', blocks: [{ block: 'table', head, rows: cells, figures: [2, 4, 5, 6] }] }];
}

/** Returns what ends a report on several plans: that the texts weren't checked for amendments, and where details are. */
export function endText(): Localized {
  return joined([t.texts, t.details], SENTENCE_GAP);
}

/** Returns the summary: headline, `notes` (such as what isn't listed), counts, the checklist, and where the details are. */
export function summaryBlocks(report: Report, notes: readonly Localized[]): Section {
  const groups = verdictsByGroup(report);
  const { grazes } = report.summary;
  const waivers = report.site.waivers.length;
  const applied = new Set(report.verdicts.flatMap(({ waiver }) => waiver ?? [])).size;
  const counts = t.counts({
    pass: groups.pass.length,
    none: groups.notApplicable.length,
    all: report.verdicts.length,
  });
  const asides = [
    ...(grazes === 0 ? [] : [t.grazes({ n: grazes })]),
    ...(waivers === 0 ? [] : [t.waivers({ n: waivers, applied })]),
    ...(report.checklist.length === 0 ? [] : [t.checklist({ n: report.checklist.length })]),
  ];
  const compared = inBoth((locale) => render(comparedSentence([report]), locale).trim());
  const lines = [...notes, compared, joined([counts, ...asides, t.texts, t.details], SENTENCE_GAP)];
  return tight(undefined, [
    paragraph(headline(report), { tone: 'conclusion' }),
    ...lines.filter(({ zh }) => zh !== '').map((line) => paragraph(line)),
  ]);
}
