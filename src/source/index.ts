// The public entry `sitecam-lint/source`: places in the text of a plan, and edits that leave all else as it is.
export { replaceNumber } from './edit/numbers.js';
export { applyEdits, type TextEdit } from './edit/splice.js';
export { type Parsed, type ParseOptions, parseSource } from './parse/parse.js';
export { locate } from './place/locate.js';
export { pointerAt } from './place/pointer-at.js';
export type { SourceProblem } from './problem.js';
export type { Place, SourceFile, Span } from './types.js';
