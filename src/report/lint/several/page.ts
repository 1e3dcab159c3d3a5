// Several plans on a page: the total, the plans that fail as a table, the others in short.
import { sharedCautions } from '../../../findings/cautions.js';
import { lawsText } from '../../../findings/laws.js';
import { failing, overviewsOf, type PlanOverview } from '../../../findings/overview/overview.js';
import { FINDING_GROUPS, headline, totalSentence, verdictsByGroup } from '../../../findings/tally.js';
import { joined } from '../../../i18n/catalogue.js';
import { dayText } from '../../../i18n/day.js';
import { type Localized, verbatim } from '../../../i18n/locale.js';
import { partsOf } from '../../../law/compose.js';
import type { Caution, LintResult, ReportInput } from '../../../lint/types.js';
import type { Block, Cell, Document, Section } from '../../../render/document.js';
import type { Weight } from '../../../render/writers/budget.js';
import { t as texts } from '../texts.js';
import { paragraph } from '../words.js';
import { cautionBlocks } from './cautions.js';
import { failingCells, failingTitle } from './tables.js';
import { t } from './texts.js';

/**
 * Returns the documents of a run over several plans: the total with the table of the plans that fail, the worst
 * first; the document of each of those, then of the others with something to see; last a line for each clean plan.
 * `--fail-on` doesn't decide here which plans fail, so that a report reads the same whoever makes it again.
 *
 * @param subjectOf returns what the document of a plan is about
 * @param blocksOf returns the blocks of the document of a plan
 */
export function severalPages(
  input: ReportInput,
  subjectOf: (result: LintResult) => Localized,
  blocksOf: (result: LintResult) => readonly Block[],
): Document[] {
  const overviews = overviewsOf(input.results, () => 'error');
  const worst = failing(overviews);
  const noted = overviews.filter(({ state }) => state === 'noted');
  const clean = overviews.filter(({ state }) => state === 'clean');
  return [
    { title: texts.reviews, blocks: [...headBlocks(input, clean), failingSection(worst), notedSection(noted)] },
    ...[...worst, ...noted].map(
      (plan): Document => ({
        title: texts.review,
        subject: subjectOf(plan.result),
        anchor: anchorOf(plan),
        whole: { name: t.details, n: 1, gravest: gravestOf(plan) },
        get blocks() {
          return blocksOf(plan.result);
        },
      }),
    ),
    ...(clean.length === 0 ? [] : [cleanDocument(clean)]),
  ];
}

/** Returns the anchor of the plan with that index in the run (from 0): `plan-` and its number from 1. */
export function anchorOf({ index }: Pick<PlanOverview, 'index'>): string {
  return `plan-${index + 1}`;
}

/** Cautions that a page on several plans tells of all plans before the total. */
const SHARED: ReadonlySet<Caution['kind']> = new Set(['loosened']);

/**
 * Returns the cautions of the run and of the clean plans, which have no document of their own, the total, and by which
 * laws and on which day the plans were judged.
 */
function headBlocks({ results, tool, today }: ReportInput, clean: readonly PlanOverview[]): Block[] {
  const reports = results.filter((result) => result.ok);
  const parts = [...new Map(reports.flatMap(({ pack }) => partsOf(pack)).map((part) => [part.id, part])).values()];
  const rows: [Localized, readonly Localized[]][] = [
    [texts.judgedBy, parts.map((part) => joined([lawsText(part), verbatim(part.id)], texts.semicolon))],
    [texts.day, [dayText(today)]],
    [t.tool, [verbatim(`${tool.name} ${tool.version}`)]],
  ];
  const base = { weight: 'base', name: texts.facts } as const;
  return [
    ...sharedCautions(results).map((text) =>
      paragraph(text, { tone: 'caution', weight: 'caution', name: texts.cautions }),
    ),
    ...cautionBlocks(
      clean.flatMap(({ result }) => (result.ok ? [result] : [])),
      reports,
      SHARED,
    ).map((block): Block => ({ ...block, weight: 'caution', name: texts.cautions })),
    paragraph(totalSentence(results), { tone: 'conclusion' }),
    ...parts.map(({ notice }) => paragraph(notice, { tone: 'note', ...base })),
    {
      block: 'fields',
      look: 'facts',
      ...base,
      rows: rows.filter(([, lines]) => lines.length > 0).map(([label, lines]) => [{ label, lines }]),
    },
  ];
}

/** Returns the table of the plans that fail or have no verdicts. */
function failingSection(rows: readonly PlanOverview[]): Section {
  return {
    block: 'section',
    title: failingTitle(rows),
    blocks: [
      {
        block: 'table',
        weight: 'row',
        name: t.failingRows,
        counted: 'plans',
        head: [t.plan, t.name, t.fails, t.opens, t.worst],
        rows: rows.map((row) => [linkTo(row), nameOf(row), ...failingCells(row)]),
      },
    ],
  };
}

/** Returns the table of the other plans that have something to see. */
function notedSection(rows: readonly PlanOverview[]): Section {
  return {
    block: 'section',
    title: t.noted({ n: rows.length }),
    blocks: [
      {
        block: 'table',
        weight: 'review',
        name: t.notedRows,
        counted: 'plans',
        head: [t.plan, t.name, t.verdict],
        rows: rows.map((row) => [linkTo(row), nameOf(row), verdictOf(row)]),
      },
    ],
  };
}

/** Returns the list of the clean plans: of those a reader wants to know no more than that they were judged. */
function cleanDocument(rows: readonly PlanOverview[]): Document {
  return {
    title: t.clean({ n: rows.length }),
    whole: { name: t.cleanRows, n: rows.length, gravest: 'clean' },
    blocks: [
      {
        block: 'table',
        weight: 'clean',
        name: t.cleanRows,
        counted: 'plans',
        head: [t.plan, t.name, t.verdict],
        rows: rows.map((row) => [verbatim(row.result.path), nameOf(row), verdictOf(row)]),
      },
    ],
  };
}

function linkTo(row: PlanOverview): Cell {
  return { link: `#${anchorOf(row)}`, text: verbatim(row.result.path) };
}

function nameOf({ result }: PlanOverview): Localized {
  return result.ok ? verbatim(result.site.name) : t.none;
}

function verdictOf({ result }: PlanOverview): Localized {
  return result.ok ? headline(result) : t.none;
}

/** Returns the weight of the gravest finding of a plan, by which a budget leaves its document out. */
function gravestOf({ result }: PlanOverview): Weight {
  if (!result.ok) return 'fail';
  const groups = verdictsByGroup(result);
  return FINDING_GROUPS.find((group) => groups[group].length > 0) ?? 'waived';
}
