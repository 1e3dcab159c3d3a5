// The door of editor/: what a text editor asks about a plan's text.
export { FIX_ALL, type FixSearch, type Judged, actionsAt, fixAllAction, fixTitle, lspEdits, noFix, searched } from './actions.js';
export { completionsAt } from './completion/completion.js';
export { type DiagnosticsOptions, KeptTexts, type Mark, type Marks, headlineOf, marksOf } from './diagnostics.js';
export { hoverAt } from './hover/hover.js';
export { type LocationOf, definitionsAt, referencesAt } from './names/references.js';
export { type Refused, prepareRename, renameAt } from './names/rename.js';
export { foldsOf } from './outline/folding.js';
export { symbolsOf } from './outline/outline.js';
export { contentOf, packFor, packOf, planOf } from './plan.js';
export { offsetAt, positionAt, rangeOf, rangeOfSpan } from './text.js';
export { type OpenPlan } from './types.js';
