// Completion of marked texts: `|` is the cursor.
import type { CompletionItem, CompletionList } from 'vscode-languageserver-types';
import { completionsAt } from '../../src/editor/completion/completion.js';
import { offsetAt, positionAt } from '../../src/editor/text.js';
import type { OpenPlan } from '../../src/editor/types.js';
import type { Locale } from '../../src/i18n/locale.js';
import type { LintOptions } from '../../src/lint/types.js';
import type { SourceFile } from '../../src/source/types.js';

/** A text with the place of its cursor. */
export interface Marked {
  readonly text: string;
  readonly offset: number;
}

/** Returns the text without its mark, and where that was. */
export function unmarked(marked: string): Marked {
  const offset = marked.indexOf('|');
  if (offset < 0) throw new Error(`no cursor in ${marked}`);
  return { text: marked.slice(0, offset) + marked.slice(offset + 1), offset };
}

export function fileOf(text: string, path = 'plan.yaml'): SourceFile {
  return { path, text, sha256: '', format: /json$/.test(path) ? 'json' : 'yaml' };
}

interface Terms {
  readonly others?: readonly SourceFile[];
  readonly locale?: Locale;
  readonly options?: Partial<LintOptions>;
}

/** Returns what is offered at the mark of a plan. */
export function offered(
  marked: string,
  { path = 'plan.yaml', ...terms }: Terms & { readonly path?: string } = {},
): CompletionList {
  const { text, offset } = unmarked(marked);
  return offeredAt(fileOf(text, path), offset, terms);
}

/** Returns what is offered at an offset of a plan, or of a file that the first of `others` refers to. */
export function offeredAt(file: SourceFile, offset: number, { others = [], locale = 'zh-CN', options }: Terms = {}) {
  const [first, ...rest] = [...others, file];
  const plan: OpenPlan = { files: [first, ...rest], options: { today: '2026-11-28', ...options } };
  return completionsAt(plan, file.path, positionAt(file, offset), locale);
}

export function labels({ items }: CompletionList): string[] {
  return items.map(({ label }) => label);
}

/** Returns the text after the item is taken. */
export function applied(file: SourceFile, { textEdit }: CompletionItem): string {
  if (textEdit === undefined || !('range' in textEdit)) throw new Error('an item without an edit');
  const { start, end } = textEdit.range;
  return file.text.slice(0, offsetAt(file, start)) + textEdit.newText + file.text.slice(offsetAt(file, end));
}

/** Returns the text after the item `label` is taken at the mark. */
export function taken(marked: string, label: string, path = 'plan.yaml'): string {
  const { text } = unmarked(marked);
  const item = offered(marked, { path }).items.find((one) => one.label === label);
  if (item === undefined)
    throw new Error(`'${label}' is not offered in ${marked}; offered: ${labels(offered(marked, { path }))}`);
  return applied(fileOf(text, path), item);
}
