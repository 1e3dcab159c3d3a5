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
export { completionsAt } from './completion/completion.js';
export { deviceAt, placeOfId } from './devices.js';
export { type DiagnosticsOptions, headlineOf, KeptTexts, type Mark, type Marks, marksOf } from './diagnostics.js';
export { hoverAt } from './hover/hover.js';
export { definitionsAt, type LocationOf, referencesAt } from './names/references.js';
export { prepareRename, type Refused, renameAt } from './names/rename.js';
export { foldsOf } from './outline/folding.js';
export { symbolsOf } from './outline/outline.js';
export { contentOf, packFor, packOf, planOf } from './plan.js';
export { offsetAt, positionAt, rangeOf, rangeOfSpan } from './text.js';
export type { OpenPlan } from './types.js';
