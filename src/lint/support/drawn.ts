// A judged plan read again from the files of its report.

import { type Drawn, readPlan } from '../../plan/read/read.js';
import { applyEdits, type TextEdit } from '../../source/edit/splice.js';
import type { Read } from '../../source/parse/reading.js';
import type { Report } from '../types.js';
import { settingsOf } from './terms.js';

/** Returns a reader of the files of a report with edits applied. */
export function readerOf({ files }: Report, edits: readonly TextEdit[] = []): Read {
  const texts = new Map(
    files.map(({ path, text }) => [
      path,
      applyEdits(
        text,
        edits.filter((edit) => edit.path === path),
      ),
    ]),
  );
  const encoder = new TextEncoder();
  return (path) => {
    const text = texts.get(path);
    return text === undefined ? undefined : encoder.encode(text);
  };
}

/**
 * Returns the plan that a report is on as its files spell it, read again with `edits` applied to their texts; undefined
 * if it can't be read, as where a report lacks the texts.
 */
export function drawnOf(report: Report, edits: readonly TextEdit[] = []): Drawn | undefined {
  const { path, pack, options } = report;
  let drawn: Drawn | undefined;
  readPlan(path, readerOf(report, edits), {
    pack:
      options === undefined ? pack : ({ region, categories }) => settingsOf(options, path, { region, categories }).pack,
    catalogues: options?.catalogues,
    limits: options?.limits,
    beyond: (options?.roots ?? []).length > 0,
    onDrawn: (made) => {
      drawn = made;
    },
  });
  return drawn;
}
