// Rule plan/no-geometry: elements that have no geometry, or no length.
import { faultRule } from './fault.js';

/**
 * The rule plan/no-geometry, which reports a fault found while the plan is read: elements that have no geometry,
 * or no length.
 */
export const rule = faultRule('plan/no-geometry', {
  zh: `GeoJSON要素的 \`geometry\` 可以为 null，但其位置和范围因此不明，不能审查；长度为零的墙、门窗洞口同样如此。不予采用，只有涉及其编号的结论待补充。请补充坐标，或者删去。`,
  en: `A GeoJSON feature may have a null \`geometry\`; where it is is then unknown and it can't be judged. The same holds of a wall or opening of length 0. Such an element is left out, and only what refers to its id is open. Give its coordinates, or delete it.`,
});
