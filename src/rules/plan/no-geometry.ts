// Rule plan/no-geometry: elements that have no geometry, or no length.
import { WIDEST } from '../../plan/doubts/opening.js';
import { faultRule } from './fault.js';

/**
 * The rule plan/no-geometry, which reports a fault found while the plan is read: elements that have no geometry,
 * or no length.
 */
export const rule = faultRule('plan/no-geometry', {
  zh: `GeoJSON要素的 \`geometry\` 可以为 null，但其位置和范围因此不明，不予采用，所在楼层的结论待补充。长度为零的墙不予采用，只有涉及其编号的结论待补充。宽度为零或者不足5毫米的门窗洞口，有多宽不明：按没有该洞口、按该处的墙开通${WIDEST}米（本工具判定值，非法定）分别审查，两者不同的结论待补充。请补充坐标，或者删去。`,
  en: `A GeoJSON feature may have a null \`geometry\`; where it is is then unknown, so it is left out, and what is decided of its level is open. A wall of length 0 is left out, and only what refers to its id is open. How wide an opening is that is drawn less than 5 mm wide nobody knows: the plan is judged without it and with ${WIDEST} m of the wall open there (a figure of this tool, not of the law), and what differs is open. Give the coordinates, or delete the element.`,
});
