// Plans that are open in an editor, with a mark `|` where the cursor is.
import type { Position, Range } from 'vscode-languageserver-types';
import { offsetAt, positionAt } from '../../src/editor/index.js';
import type { OpenPlan } from '../../src/editor/types.js';
import type { SourceFile } from '../../src/source/types.js';
import { fileOf } from '../source/documents.js';

/** A plan with the place of the cursor in it. */
export interface Marked {
  readonly plan: OpenPlan;
  readonly path: string;
  readonly position: Position;
}

/** Returns the plan with these texts, the plan's own first; one of them has a mark. */
export function marked(texts: Readonly<Record<string, string>>, others: Readonly<Record<string, string>> = {}): Marked {
  const open = (given: Readonly<Record<string, string>>) =>
    Object.entries(given).map(([path, text]) => fileOf(path, text.replace('|', '')));
  const [main, ...more] = open(texts);
  if (main === undefined) throw new Error('no plan');
  const plan: OpenPlan = { files: [main, ...more], others: open(others), options: { today: '2026-11-24' } };
  const [path, text] = Object.entries({ ...texts, ...others }).find(([, one]) => one.includes('|')) ?? ['', ''];
  return { plan, path, position: positionAt(fileIn(plan, path), text.indexOf('|')) };
}

/** Returns the file of a plan at a path. */
export function fileIn({ files, others = [] }: OpenPlan, path: string): SourceFile {
  const file = [...files, ...others].find((one) => one.path === path);
  if (file === undefined) throw new Error(`no file '${path}'`);
  return file;
}

/** Returns what stands in a range of a file. */
export function textIn(file: SourceFile, { start, end }: Range): string {
  return file.text.slice(offsetAt(file, start), offsetAt(file, end));
}
