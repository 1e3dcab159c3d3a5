// A lint report as documents for pages: what a reviewer reads and prints, in the order of that work.
import { findingsOn } from '../../draw/marks/findings.js';
import { sharedCautions } from '../../findings/cautions.js';
import { fixesSentence } from '../../findings/fix-sentence.js';
import { lawsText } from '../../findings/laws.js';
import { numberedFindings } from '../../findings/numbering.js';
import { countsSentence, headline, NO_PLAN, totalSentence, verdictGroup } from '../../findings/tally.js';
import { type ReportView, reportView } from '../../findings/view.js';
import { headingName } from '../../findings/wording/site.js';
import { noVerdicts } from '../../findings/wording/unjudged.js';
import { joined } from '../../i18n/catalogue.js';
import { dayText } from '../../i18n/day.js';
import { type Localized, verbatim } from '../../i18n/locale.js';
import { category } from '../../law/lookup.js';
import type { LintResult, Report, ReportInput } from '../../lint/types.js';
import type { Block, Document, Fields, Inlines, Section } from '../../render/document.js';
import type { LevelPicture } from '../format.js';
import { unreadableSection } from './faults.js';
import { pageFinding } from './finding.js';
import { anchorOf, severalPages } from './several/page.js';
import {
  assumptionsSection,
  checklistSection,
  clausesSection,
  coverageSection,
  devicesSection,
  goneSection,
  settledSection,
  waivedSection,
} from './tables.js';
import { t } from './texts.js';
import { paragraph, withMore } from './words.js';

/** Returns the drawings of a plan that lie beside the report. */
export type Pictures = (report: Report) => readonly LevelPicture[];

/** Returns the document of a plan; for several plans those of the run, the ones that fail first. */
export function pageDocuments(input: ReportInput, pictures: Pictures): Document[] {
  const { results } = input;
  if (results.length === 0) return [{ blocks: [paragraph(NO_PLAN)] }];
  const view = reportView(input);
  const isOne = results.length === 1;
  const subjectOf = (result: LintResult) => (result.ok ? headingName(result.site.name) : verbatim(result.path));
  const blocksOf = (result: LintResult) =>
    result.ok
      ? reportBlocks(result, input, view, pictures(result), isOne ? 'base' : 'terms')
      : [unreadableSection(result, view)];
  if (!isOne) return severalPages(input, subjectOf, blocksOf);
  return results.map((result) => ({ title: t.review, subject: subjectOf(result), blocks: blocksOf(result) }));
}

/**
 * Returns what stands before the reports of a run over several plans: cautions that they share, the total, and a table
 * of all plans with the headline of each, so that none goes unseen behind the first.
 */
export function overviewBlocks(results: readonly LintResult[]): Block[] {
  const rows = results.map((result, n) => [
    { link: `#${anchorOf({ index: n })}`, text: verbatim(result.path) },
    verbatim(result.ok ? result.site.name : '—'),
    result.ok ? headline(result) : noVerdicts(result),
  ]);
  return [
    ...sharedCautions(results).map((text) => paragraph(text, { tone: 'caution' })),
    paragraph(totalSentence(results), { tone: 'conclusion' }),
    { block: 'table', head: [t.plan, t.name, t.verdict], rows },
  ];
}

/**
 * Returns the blocks of one plan in the reviewer's order of work. `terms` is the weight of what the findings rest on: of
 * several plans it goes before findings do.
 */
function reportBlocks(
  report: Report,
  input: ReportInput,
  view: ReportView,
  pictures: readonly LevelPicture[],
  terms: 'base' | 'terms',
): Block[] {
  const findings = (title: Localized, isWanted: (isReview: boolean) => boolean): Section => ({
    block: 'section',
    title,
    blocks: numberedFindings(report)
      .filter(({ first }) => isWanted(verdictGroup(first) === 'review'))
      .map((numbered) => pageFinding(numbered, report, view)),
  });
  const head = headBlocks(report, input);
  return [
    ...head.blocks.map((block) => weighed(block, terms)),
    { ...head.facts, weight: terms, name: t.facts },
    clausesSection(report, view, terms),
    findings(t.findings, (isReview) => !isReview),
    findings(t.questions, (isReview) => isReview),
    waivedSection(report, view),
    goneSection(report, view),
    picturesSection(report, pictures),
    coverageSection(report),
    devicesSection(report),
    settledSection(report, view),
    assumptionsSection(report, terms),
    checklistSection(report, terms),
  ];
}

/** Returns a block of the head of a plan: of several plans, the document of one is never without its cautions. */
function weighed(block: Block, terms: 'base' | 'terms'): Block {
  if (terms === 'base' || block.weight === undefined) return block;
  return { ...block, weight: block.weight === 'caution' ? 'always' : terms };
}

/**
 * Returns what a report on a plan begins with: headline and cautions (`blocks`), and a list of labels and values on
 * what was judged, by which text, on which day (`facts`).
 */
export function headBlocks(
  report: Report,
  { tool }: ReportInput,
): { readonly blocks: Block[]; readonly facts: Fields } {
  const { site, pack, files, today, baseline, cautions = [] } = report;
  const categories = site.categories.map(({ id }) => category(pack, id)?.name ?? verbatim(id));
  const rows: [Localized, Inlines][] = [
    [t.judgedBy, lawsText(pack)],
    ...(categories.length === 0 ? [] : [[t.categories, joined(categories, t.comma)] as [Localized, Inlines]]),
    [t.day, dayText(today)],
    [t.packAndTool, joined([verbatim(pack.id), verbatim(`${tool.name} ${tool.version}`)], t.semicolon)],
    ...[baseline?.file ?? []].flat().map((file): [Localized, Inlines] => [t.baselineFile, hashed(file)]),
    ...files.map((file): [Localized, Inlines] => [t.planFile, hashed(file)]),
  ];
  const fixes = fixesSentence(report);
  const base = { weight: 'base', name: t.facts } as const;
  const blocks: Block[] = [
    ...cautions.map(({ text }) => paragraph(text, { tone: 'caution', weight: 'caution', name: t.cautions })),
    paragraph(headline(report), { tone: 'conclusion' }),
    paragraph(countsSentence(report)),
    ...(fixes === undefined ? [] : [paragraph(fixes, base)]),
    paragraph(report.pack.notice, { tone: 'note', ...base }),
  ];
  return {
    blocks,
    facts: { block: 'fields', look: 'facts', rows: rows.map(([label, line]) => [{ label, lines: [line] }]) },
  };
}

function hashed({ path, sha256 }: { readonly path: string; readonly sha256?: string }): Inlines {
  return [verbatim(path), ...(sha256 === undefined ? [] : [verbatim(' ('), { code: sha256 }, verbatim(')')])];
}

/** Returns the section with the drawing of every level, with the numbers of the findings on it. */
function picturesSection(report: Report, pictures: readonly LevelPicture[]): Section {
  const { site } = report;
  const blocks = pictures.map(({ level: id, href }, n): Section => {
    const level = site.levels.find((one) => one.id === id);
    const name = level?.name ?? id;
    const title = withMore(verbatim(name), name === id ? undefined : verbatim(id));
    // Findings on zones of other levels that span it are on its drawing too.
    const zones = site.levels.flatMap((one) => one.zones).filter(({ levels }) => levels.includes(id));
    const all = level === undefined ? [] : findingsOn(report, level, zones);
    const numbers = [...new Set(all.map(({ number }) => number))].map((number) => verbatim(String(number)));
    return {
      block: 'section',
      weight: 'drawings',
      name: t.drawings,
      blocks: [
        ...(n === 0 ? [paragraph(t.numbers)] : []),
        {
          block: 'section',
          title,
          blocks: [
            ...(numbers.length === 0 ? [] : [paragraph(t.shownHere({ numbers: joined(numbers, t.comma) }))]),
            { block: 'figure', caption: title, alt: t.planOf({ level: title }), href },
          ],
        },
      ],
    };
  });
  return { block: 'section', title: t.drawings, blocks };
}
