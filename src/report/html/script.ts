// The script of the HTML page, made from functions of the program.
import { createList } from './client/list.js';
import { main } from './client/main.js';
import { drawMarks } from './client/marks.js';
import { paint } from './client/paint.js';
import { createPlan } from './client/plan.js';
import { readLevel } from './client/scene.js';
import { drawSigns } from './client/signs.js';

/**
 * The page's script: source text of functions of this program, so that compiler and linter check them and the page
 * needs no build. Each function uses only its arguments, so that it works the same here and in the page; `main` passes
 * them to one another.
 */
export const SCRIPT = `'use strict';
(${main.toString()})(window, {
readLevel: ${readLevel.toString()},
createPlan: ${createPlan.toString()},
createList: ${createList.toString()},
paint: ${paint.toString()},
drawSigns: ${drawSigns.toString()},
drawMarks: ${drawMarks.toString()},
page: JSON.parse,
level: JSON.parse
});
`;
