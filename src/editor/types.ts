// What answers about an open plan are made from.
import type { LintOptions } from '../lint/types.js';
import type { SourceFile } from '../source/types.js';

/** A plan that is open in an editor. */
export interface OpenPlan {
  /** The plan, then the files that it refers to, each as it stands in the editor, saved or not. Any may be broken. */
  readonly files: readonly [SourceFile, ...SourceFile[]];
  /** Files that name what is in it: waivers, decisions, a baseline. Absent: none. */
  readonly others?: readonly SourceFile[];
  /** The options that it is judged by. */
  readonly options: LintOptions;
}
