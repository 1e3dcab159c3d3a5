// Fixes in SARIF.
import type { Region, Fix as SarifFix } from 'sarif';
import type { LintVerdict } from '../../lint/types.js';
import type { TextEdit } from '../../source/edit/splice.js';
import { lineColumn, lineStartsOf } from '../../source/place/lines.js';
import type { SourceFile } from '../../source/types.js';
import { closedSentence, literal } from './message.js';
import type { SarifWriter } from './result.js';

/**
 * Returns the fixes of a finding, one for each way to settle it, with the replacements in each file; undefined if there
 * are none.
 */
export function sarifFixes(verdict: LintVerdict, { view, places }: SarifWriter): SarifFix[] | undefined {
  const fixes = view.fixes(verdict);
  if (fixes.length === 0) return undefined;
  return fixes.map(({ message, edits }) => ({
    description: { text: literal(closedSentence(capital(view.messageText(message)), view.locale)) },
    artifactChanges: [...new Set(edits.map(({ path }) => path))].map((path) => ({
      artifactLocation: places.artifact(path),
      replacements: edits
        .filter((edit) => edit.path === path)
        .map((edit) => ({
          deletedRegion: regionOf(edit, places.files),
          insertedContent: { text: edit.text },
        })),
    })),
  }));
}

/** Returns the region that an edit replaces; that of an insertion is empty. */
function regionOf({ path, from, to }: TextEdit, files: readonly SourceFile[]): Region {
  const file = files.find((one) => one.path === path);
  if (file === undefined) throw new Error(`an edit of '${path}', which wasn't read`);
  const starts = lineStartsOf(file);
  const [start, end] = [lineColumn(starts, from), lineColumn(starts, to)];
  return { startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column };
}

function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
