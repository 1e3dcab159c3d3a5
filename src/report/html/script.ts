import { createList } from './client/list.js';
import { main } from './client/main.js';
import { drawMarks } from './client/marks.js';
import { paint } from './client/paint.js';
import { createPlan } from './client/plan.js';
import { readLevel } from './client/scene.js';
import { drawSigns } from './client/signs.js';

/**
 * The page's script: functions of this program in their own words, so that compiler and linter hold the page to what
 * everything else is held to, and the page gets by without a build of its own. Each uses nothing but what it is given,
 * so it means the same there as here; which is also why they are handed to one another by `main`.
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
