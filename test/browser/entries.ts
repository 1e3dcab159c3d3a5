// Everything that can be taken of the library.
export * as draw from '../../src/draw/index.js';
export * as api from '../../src/index.js';
export * as session from '../../src/live/index.js';
export * as report from '../../src/report/index.js';
export * as source from '../../src/source/index.js';
