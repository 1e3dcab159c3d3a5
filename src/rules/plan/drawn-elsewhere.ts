// Rule plan/drawn-elsewhere: positions of overrides that were written for another drawing.
import { faultRule } from './fault.js';

/**
 * The rule plan/drawn-elsewhere, which reports a fault found while the plan is read: overrides move a device or sign,
 * and its drawn position has changed since they were written (`drawnAt`).
 */
export const rule = faultRule('plan/drawn-elsewhere', {
  zh: `\`overrides: {编号: {at: [x, y], drawnAt: [x, y]}}\` 把图中画出的设备、标识改放到 \`at\`，按改后的位置审查；\`drawnAt\` 记下改放时图中所画的位置，坐标均按设计图自身的坐标。重新导入后图中位置与 \`drawnAt\` 相差超过0.05米（本工具设定，非法定）的，改放的位置是否仍然适用须由设计人核对，核对前待补充。不写 \`drawnAt\` 的不作此核对。`,
  en: `\`overrides: {ID: {at: [x, y], drawnAt: [x, y]}}\` puts a device or sign that is drawn elsewhere at \`at\`, where it is judged; \`drawnAt\` keeps where it was drawn then, both in the plan's own coordinates. If after another import it is drawn more than 0.05 m from \`drawnAt\` (sitecam's figure, not the law's), its author has to check whether the position still holds, and until then it is open. Without \`drawnAt\` nothing is checked.`,
});
