// The door of editor/: what a text editor asks about a plan's text.
export {
  actionsAt,
  FIX_ALL,
  type FixSearch,
  fixAllAction,
  fixTitle,
  type Judged,
  lspEdits,
  noFix,
  searched,
} from './actions.js';
export { type DiagnosticsOptions, headlineOf, KeptTexts, type Mark, type Marks, marksOf } from './diagnostics.js';
export { contentOf, packOf, planOf } from './plan.js';
export { offsetAt, positionAt, rangeOf, rangeOfSpan } from './text.js';
export type { OpenPlan } from './types.js';
