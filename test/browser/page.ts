// What a page that shows a plan takes of the library, and what the test asks it.
export * from '../../src/draw/index.js';
export { lint, lintPlan, rules } from '../../src/index.js';
export * from '../../src/live/index.js';
export * from '../../src/source/index.js';
export * from './judged.js';
