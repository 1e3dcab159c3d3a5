// Rule plan/removal-refused: private places that overrides may not leave out.
import { faultRule } from './fault.js';

/**
 * The rule plan/removal-refused, which reports a fault found while the plan is read: a zone that is or may be private and
 * that overrides asks to leave out, though no other zones cover it.
 */
export const rule = faultRule('plan/removal-refused', {
  zh: `\`overrides: {编号: {remove: true, reason: 图中重复绘制}}\` 删去图中的一个要素。涉及个人隐私的区域，以及用途未定、因而可能涉及个人隐私的区域，只有至少同样受保护、且未被要求删去的其他区域在其所在各楼层覆盖其面积的95%以上（本工具设定，非法定），才予删去；否则该条不予采用，仍按该区域审查。确属重复绘制的，请画全并保留其中一处；并非重复的，请去掉 \`remove\`，或者在来源中更正。`,
  en: `\`overrides: {ID: {remove: true, reason: drawn twice}}\` leaves an element out of the plan. A zone that is private, or may be since nobody knows its use, is left out only where other zones, protected at least as well and not to be left out themselves, cover more than 95 % of its area on each of its levels (sitecam's figure, not the law's). Otherwise the entry is refused, and the zone stays and is judged. If the zone is drawn twice, draw one of the two whole and keep it; if it isn't, take \`remove\` away or correct the source.`,
});
