// Rule plan/no-geometry: features of a GeoJSON file that have no geometry.
import { faultRule } from './fault.js';

/**
 * The rule plan/no-geometry, which reports a fault found while the plan is read: features of a GeoJSON file that have
 * no geometry.
 */
export const rule = faultRule('plan/no-geometry', {
  zh: `GeoJSON要素的 \`geometry\` 可以为 null，但其位置和范围因此不明，不能审查。请补充坐标。`,
  en: `A GeoJSON feature may have a null \`geometry\`; where it is is then unknown and it can not be judged. Give its coordinates.`,
});
