// One round of repairs: candidates tried on the plan and kept if proved.

import type { LintResult } from '../../lint/types.js';
import { applyEdits, type TextEdit } from '../../source/edit/splice.js';
import { invalidIds } from './ids.js';
import { isSpellingOnly } from './prove.js';
import { misspellings } from './spelling.js';
import type { RepairCandidate, SpellingDoubt } from './types.js';

/** The result of one round of repairs. */
export interface Settled {
  /** Repairs that were proved; their edits refer to the texts before the round. */
  readonly kept: readonly RepairCandidate[];
  /** Words that were left, and why. */
  readonly doubts: readonly SpellingDoubt[];
  /** The plan with the repairs. */
  readonly result: LintResult;
}

/** Lints the plan with these files in place of those that were read. */
type Lint = (files: ReadonlyMap<string, Uint8Array>) => LintResult;

/**
 * Tries the candidates of a plan all at once. If that can't be proved, it tries each half, so that one bad repair among
 * many costs few runs. Ids are tried apart from words, because more is proved of them.
 */
export function applyProven(before: LintResult, lint: Lint): Settled {
  const spelling = misspellings(before);
  const ids = before.ok ? invalidIds(before) : { candidates: [], doubts: [] };
  const doubts: SpellingDoubt[] = [...spelling.doubts, ...ids.doubts];
  let kept: readonly RepairCandidate[] = [];
  let result = before;
  const attempt = (repairs: readonly RepairCandidate[]): void => {
    const [first, second] = repairs;
    if (first === undefined) return;
    const edits = [...kept, ...repairs].flatMap((repair) => repair.edits);
    const overlap = overlaps(edits);
    if (!overlap) {
      const files = new Map<string, Uint8Array>();
      for (const { path, text } of before.files) {
        const own = edits.filter((edit) => edit.path === path);
        if (own.length > 0) files.set(path, encoded(applyEdits(text, own)));
      }
      const after = lint(files);
      if (isSpellingOnly(result, after, repairs)) {
        kept = [...kept, ...repairs];
        result = after;
        return;
      }
    }
    if (second !== undefined) {
      const half = repairs.length >> 1;
      attempt(repairs.slice(0, half));
      attempt(repairs.slice(half));
      return;
    }
    // A repair that overlaps another of this round is tried again in the next.
    if (overlap) return;
    doubts.push({ place: first.place, from: first.from, to: first.to, why: { id: 'repair/unproved', params: {} } });
  };
  attempt(ids.candidates);
  attempt(spelling.candidates);
  return { kept, doubts, result };
}

/**
 * Returns the bytes that are read back as `text`. A reader removes one byte order mark, so that a leading one is
 * doubled.
 */
export function encoded(text: string): Uint8Array {
  return new TextEncoder().encode(text.startsWith('\ufeff') ? `\ufeff${text}` : text);
}

function overlaps(edits: readonly TextEdit[]): boolean {
  const sorted = [...edits].sort((a, b) => (a.path === b.path ? a.from - b.from : a.path < b.path ? -1 : 1));
  return sorted.some((edit, index) => {
    const next = sorted[index + 1];
    return next !== undefined && next.path === edit.path && next.from < edit.to;
  });
}
