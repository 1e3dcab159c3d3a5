// Findings as data for the page's script.

import { isSameList } from '../../base/equality.js';
import { originOf } from '../../base/lazy.js';
import { findingsOf, sheetOf } from '../../draw/model.js';
import { sinceMark, sinceText } from '../../findings/baseline-words.js';
import { clauseRows, judgedClauses, rowKeys } from '../../findings/clauses.js';
import { deviceOf } from '../../findings/groups.js';
import { type Numbered, numberedFindings } from '../../findings/numbering.js';
import { FINDING_GROUPS, headline, outcomeText, verdictGroup, verdictsByGroup } from '../../findings/tally.js';
import { type ReportView, spotText } from '../../findings/view.js';
import { basesText } from '../../findings/wording/bases.js';
import { citations, penaltyText, wordsAfterLead } from '../../findings/wording/citation.js';
import { questionText } from '../../findings/wording/question.js';
import { figuresText } from '../../findings/wording/rows.js';
import { coverageText, grazesText, sightLineText } from '../../findings/wording/sightline.js';
import { headingName } from '../../findings/wording/site.js';
import { subjectText, zoneOf } from '../../findings/wording/subject.js';
import { SHORT_OUTCOMES } from '../../findings/wording/texts.js';
import { joined } from '../../i18n/catalogue.js';
import { type Localized, verbatim } from '../../i18n/locale.js';
import type { LintVerdict, Report } from '../../lint/types.js';
import { directoryOf } from '../../plan/directory.js';
import { type Ground, groundOf } from '../../plan/ground.js';
import type { Device } from '../../plan/model.js';
import { plainText } from '../../render/escape.js';
import { placeText, shortHead } from '../lint/short/short.js';
import { t as texts } from '../lint/texts.js';
import type { FindingData, GroupName, LawData, MemberData, PlanData, SheetData } from './data.js';
import { labels } from './texts.js';

/**
 * What the texts of a page are made with: the run's rules, messages and places (`view`), and a function that gives a
 * text in the page's language, on one line.
 */
export interface Page {
  readonly view: ReportView;
  readonly inPage: (text: Localized) => string;
}

/** Texts of a plan's findings in the last report, kept so that a finding that stayed keeps its wording in the next. */
export class KeptFindings {
  private of: { readonly ground: Ground; readonly files: Report['files'] } | undefined;
  private known = new WeakMap<object, KeptFinding>();

  /** Returns what was told of a cluster of findings, if all of it is as it was; else what `make` tells. */
  finding(report: Report, cluster: Numbered, make: () => Pick<KeptFinding, 'data' | 'law'>): KeptFinding {
    const ground = groundOf(report.site);
    // Places in the files are told by line and column, and zones and openings by their names.
    if (this.of?.ground !== ground || this.of.files !== report.files) {
      this.of = { ground, files: report.files };
      this.known = new WeakMap();
    }
    const { first, rest, asRows } = cluster;
    const origins = [first, ...rest].map(originOf);
    const devices = [first, ...rest].map(({ subject }) =>
      directoryOf(report.site).devices.get(deviceOf(subject) ?? subject),
    );
    const known = this.known.get(origins[0]);
    if (known?.asRows === asRows && isSameList(known.origins, origins) && isSameList(known.devices, devices)) {
      return known;
    }
    const told = { ...make(), asRows, origins, devices };
    this.known.set(origins[0], told);
    return told;
  }
}

/** What is told of a cluster of findings wherever it stands in the list. */
interface KeptFinding {
  readonly asRows: boolean;
  /** What its findings are made of. */
  readonly origins: readonly object[];
  /** Devices that its findings are about. */
  readonly devices: readonly (Device | undefined)[];
  readonly data: Omit<FindingData, 'n' | 'law' | 'levels'>;
  readonly law: { readonly key: string; readonly data: LawData };
}

/**
 * Returns the data of one plan for the page's script, without its levels. `told`: texts of an earlier report, which
 * findings that stayed keep.
 */
export function planData(report: Report, page: Page, told = new KeptFindings()): PlanData {
  const { view, inPage } = page;
  const laws = new Map<string, { readonly n: number; readonly law: LawData }>();
  const levelsOf = levelsByNumber(report);
  const judged = judgedClauses(report);

  function lawNumber({ key, data }: KeptFinding['law']): number {
    const known = laws.get(key) ?? { n: laws.size, law: data };
    laws.set(key, known);
    return known.n;
  }
  function toldOf({ first, rest, asRows }: Numbered): Pick<KeptFinding, 'data' | 'law'> {
    const advice = view.advice(first);
    const group = groupName(first);
    const law = lawData(first, report, page);
    const data = {
      id: first.fingerprint.slice(0, 12),
      group,
      verdict: inPage(joined([outcomeText(first), sinceMark(first)])),
      head: inPage(shortHead(first, rest.length, report, view)),
      title: inPage(view.rule(first.rule)?.title ?? verbatim(first.rule)),
      text: inPage(view.text(first)),
      spot: plainText(placeText(first, report, view)),
      keys: [...new Set((asRows ? [first] : [first, ...rest]).flatMap((one) => rowKeys(one, judged)))],
      facts: facts(first, report, view).map(([label, text]) => [inPage(label), inPage(text)] as const),
      ...(advice && { advice: inPage(advice) }),
      ...(group === 'review' && { question: inPage(questionText(first, report)) }),
      ...deviceIn(first, report),
      zones: [...new Set([first, ...rest].flatMap(({ subject }) => zoneOf(subject, report.site)?.id ?? []))],
      rest: rest.map(
        (one): MemberData => ({
          subject: inPage(joined([subjectText(one.subject, report.site), sinceMark(one)])),
          text: inPage(asRows ? (figuresText(one) ?? verbatim('')) : (evidenceText(one, report) ?? view.text(one))),
        }),
      ),
    };
    return { data, law: { key: JSON.stringify(law), data: law } };
  }
  function findingData(cluster: Numbered): FindingData {
    const { data, law } = told.finding(report, cluster, () => toldOf(cluster));
    const { id, group, verdict, head, title, text, spot, keys, facts, ...rest } = data;
    const n = cluster.number;
    const levels = levelsOf.get(n) ?? [];
    return { n, id, group, verdict, head, title, text, spot, keys, law: lawNumber(law), facts, levels, ...rest };
  }

  const findings = numberedFindings(report).map(findingData);
  const groups = verdictsByGroup(report);
  const { site } = report;
  const counts = site.levels.map(() => 0);
  for (const { levels } of findings) for (const level of levels) counts[level] += 1;
  return {
    // In quotes, and cut: no name may pass for what the page says itself.
    name: inPage(headingName(site.name)),
    headline: inPage(headline(report)),
    cautions: (report.cautions ?? []).map(({ text }) => inPage(text)),
    tally: FINDING_GROUPS.flatMap((group) => {
      const n = groups[group].length;
      return n === 0 ? [] : [[group, inPage(SHORT_OUTCOMES[group]), n] as const];
    }),
    levels: site.levels.map(({ id, name }, level) => ({
      id,
      name: plainText(name ?? id),
      findings: counts[level],
    })),
    ...(site.coordinates === 'wgs84' ? {} : { shift: site.shift }),
    sheet: sheetData(report, page),
    clauses: clauseRows(report, view).map(({ key, name }) => [key, inPage(name)]),
    laws: [...laws.values()].map(({ law }) => law),
    findings,
  };
}

function sheetData(report: Report, { inPage }: Page): SheetData {
  const { site, law, textVersion, articles, pack, today } = sheetOf(report);
  const article = (text: Localized | undefined) => (text === undefined ? 0 : inPage(text));
  return {
    site: plainText(site),
    law: inPage(law),
    textVersion: inPage(textVersion),
    required: article(articles.required),
    private: article(articles.private),
    pack,
    today,
  };
}

/** Returns the indices of the levels on which each numbered finding has a place. */
function levelsByNumber(report: Report): ReadonlyMap<number, readonly number[]> {
  const levels = new Map<number, number[]>();
  for (const [level, { id }] of report.site.levels.entries()) {
    for (const number of new Set(findingsOf(report, id).map((one) => one.number))) {
      levels.set(number, [...(levels.get(number) ?? []), level]);
    }
  }
  return levels;
}

/** Returns the device that a finding is about, if it is about one. */
function deviceIn({ subject }: LintVerdict, { site }: Report): Pick<FindingData, 'device'> {
  const id = deviceOf(subject) ?? subject;
  return directoryOf(site).devices.has(id) ? { device: id } : {};
}

/** Returns the group of a finding on the page. */
function groupName(verdict: LintVerdict): GroupName {
  const group = verdictGroup(verdict);
  return FINDING_GROUPS.find((one) => one === group) ?? 'review';
}

/** Returns the words of each clause, those before the items of its paragraph, and the penalties. */
function lawData(verdict: LintVerdict, { pack }: Report, { view, inPage }: Page): LawData {
  return {
    clauses: citations(pack, verdict).map((citation) => {
      const words = wordsAfterLead(citation);
      const { label, note } = citation;
      return [inPage(label), inPage(note === undefined ? words : texts.inBrackets({ text: words, more: note }))];
    }),
    penalty: inPage(penaltyText(pack, verdict, view.text(verdict)) ?? verbatim('')),
  };
}

function evidenceText({ evidence }: LintVerdict, report: Report): Localized | undefined {
  const parts = [sightLineText(report, evidence), coverageText(evidence)].filter((part) => part !== undefined);
  return parts.length === 0 ? undefined : joined(parts, texts.semicolon);
}

/** Returns label and text of evidence, related places, place in the file and rule. */
function facts(verdict: LintVerdict, report: Report, view: ReportView): [Localized, Localized][] {
  const at = (place: LintVerdict['place']) => verbatim(spotText(view.spot(place, report.files), place.path));
  const { evidence, related, rule } = verdict;
  const sight = sightLineText(report, evidence);
  const coverage = coverageText(evidence);
  const grazes = evidence?.grazes ?? 0;
  const since = sinceText(verdict);
  const out: [Localized, Localized][] = [];
  const bases = basesText(verdict, report.pack);
  if (bases !== undefined) out.push([texts.cited, bases]);
  // A sound has no density: it travels along a path, not a line of sight.
  if (sight !== undefined) out.push([evidence?.sightLine?.density === undefined ? labels.path : labels.sight, sight]);
  if (coverage !== undefined) out.push([labels.coverage, coverage]);
  if (grazes > 0) out.push([labels.besides, grazesText(grazes)]);
  if (since !== undefined) out.push([texts.since, since]);
  out.push([texts.place, at(verdict.place)]);
  for (const { place, caption } of related)
    out.push([texts.seeAlso, texts.inBrackets({ text: caption, more: at(place) })]);
  out.push([texts.rule, verbatim(rule)]);
  return out;
}
