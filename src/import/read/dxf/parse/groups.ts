// Splits the text of a DXF file into groups.

import type { SourceProblem } from '../../../../source/problem.js';
import { dxfProblem, dxfProblemText } from '../problems.js';

/**
 * A pair of lines in a DXF file: a group code, which gives the meaning, and a value. Source: Autodesk, DXF Reference,
 * "DXF File Structure".
 *
 * sitecam reads DXF itself. Of the packages with a suitable licence, dxf-parser 1.1.2 drops the attributes of inserts;
 * dxf 5.3.1 loses positions in the file, takes a text for the start of a block and mixes attributes with entities;
 * @dxfjs/parser 0.3.2 has no MTEXT and loses the drawing order. All three drop unknown entities silently, and none
 * reports a layer that is off, the block behind a dynamic one, or a code page. The rest of a reader is this file.
 */
export interface Group {
  readonly code: number;
  readonly value: string;
  /** Line of the value, from 1. */
  readonly line: number;
}

/** Result of splitting a DXF file into groups. */
export type ReadGroups =
  | { readonly ok: true; readonly groups: readonly Group[] }
  | { readonly ok: false; readonly problems: readonly SourceProblem[] };

/** Most groups that are read: a file of 25 MB. Each takes 100 bytes of memory. */
const MOST_GROUPS = 2_500_000;

/** Longest line that is read: the DXF Reference allows 2049 characters, and old programs write paragraphs in one. */
const LONGEST = 65_536;

/**
 * Returns the groups of a DXF file up to its `EOF`, or a problem. A file without `EOF` was cut off, and nobody knows
 * what is missing.
 */
export function readGroups(path: string, text: string): ReadGroups {
  const groups: Group[] = [];
  let at = text.startsWith('\uFEFF') ? 1 : 0;
  let line = 0;
  const next = (): string | undefined => {
    if (at >= text.length) return undefined;
    const end = text.indexOf('\n', at);
    const stop = end < 0 ? text.length : end;
    const found = text.slice(at, text[stop - 1] === '\r' ? stop - 1 : stop);
    at = stop + 1;
    line += 1;
    return found;
  };
  for (;;) {
    const head = next();
    const code = head === undefined ? '' : head.trim();
    if (head === undefined || (code === '' && text.slice(at).trim() === '')) {
      return {
        ok: false,
        problems: [dxfProblem(path, groups.length === 0 ? dxfProblemText.noDxf : dxfProblemText.dxfCut, line)],
      };
    }
    if (!/^-?\d{1,4}$/.test(code)) {
      const message = groups.length === 0 ? dxfProblemText.noDxf : dxfProblemText.dxfCode({ found: code.slice(0, 40) });
      return { ok: false, problems: [dxfProblem(path, message, line)] };
    }
    const value = next();
    if (value === undefined) return { ok: false, problems: [dxfProblem(path, dxfProblemText.dxfCut, line)] };
    if (value.length > LONGEST) {
      return { ok: false, problems: [dxfProblem(path, dxfProblemText.dxfLine({ limit: String(LONGEST) }), line)] };
    }
    if (groups.length >= MOST_GROUPS) {
      return { ok: false, problems: [dxfProblem(path, dxfProblemText.dxfGroups({ limit: String(MOST_GROUPS) }))] };
    }
    if (code === '0' && value.trim() === 'EOF') return { ok: true, groups };
    if (code !== '999') groups.push({ code: Number(code), value, line });
  }
}
