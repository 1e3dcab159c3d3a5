// The check of a law pack as a document, and as a record.
import { localizedList } from '../../i18n/list.js';
import { type Localized, render, verbatim } from '../../i18n/locale.js';
import type { Block, Document } from '../../render/document.js';
import { problemCount } from './pack-check.js';
import { t } from './texts.js';
import type { PackCheck, Step } from './types.js';

/**
 * Returns the result of checking a law pack as people read it: a section for each step, then the conclusion with the
 * number of problems.
 */
export function packDocument(check: PackCheck): Document {
  const count = problemCount(check);
  return {
    blocks: [
      { block: 'paragraph', text: { strong: t.title({ pack: check.id }) } },
      ...check.steps.map((step) => stepSection(step, check)),
      { block: 'paragraph', tone: 'conclusion', text: count === 0 ? t.passed : t.failed({ count }) },
    ],
  };
}

function stepSection(step: Step, { table }: PackCheck): Block {
  const { name, problems, notes, skipped } = step;
  const state = skipped === true ? t.skipped : problems.length === 0 ? t.clean : t.found({ count: problems.length });
  const lines: Localized[] = [...problems, ...notes];
  return {
    block: 'section',
    title: t[name],
    blocks: [
      ...(name === 'table' && table.length > 0 ? [tableBlock(table)] : [{ block: 'paragraph' as const, text: state }]),
      ...(lines.length === 0 ? [] : [{ block: 'list' as const, items: lines }]),
    ],
  };
}

function tableBlock(table: PackCheck['table']): Block {
  return {
    block: 'table',
    head: [t.clause, t.row, t.outcomes, t.penalty],
    rows: table.map(({ clause, row, outcomes, penalties }) => [
      verbatim(clause),
      row,
      localizedList(outcomes.map(verbatim)),
      localizedList(penalties.map(verbatim)),
    ]),
  };
}

/**
 * Returns the result of checking a law pack as data for programs, to be written as JSON; texts in both languages.
 * `version` is sitecam's.
 */
export function packRecord(check: PackCheck, version: string) {
  const both = (text: Localized) => ({ zh: render(text, 'zh-CN'), en: render(text, 'en') });
  return {
    version: 1,
    tool: { name: 'sitecam', version },
    pack: check.id,
    problems: problemCount(check),
    steps: check.steps.map(({ name, problems, notes, skipped }) => ({
      name,
      ...(skipped && { skipped }),
      problems: problems.map(both),
      notes: notes.map(both),
    })),
    table: check.table.map((line) => ({ ...line, row: both(line.row) })),
  };
}
