// The door of editor/: what a text editor asks about a plan's text.
export { contentOf, packOf, planOf } from './plan.js';
export { offsetAt, positionAt, rangeOf, rangeOfSpan } from './text.js';
export type { OpenPlan } from './types.js';
