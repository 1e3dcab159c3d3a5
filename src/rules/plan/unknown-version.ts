// Rule plan/unknown-version: versions of the plan format other than those sitecam knows.
import { example } from '../example.js';
import { faultRule } from './fault.js';

/**
 * The rule plan/unknown-version, which reports a fault found while the plan is read: versions of the plan format other
 * than those sitecam knows.
 */
export const rule = faultRule(
  'plan/unknown-version',
  {
    zh: `图纸的 \`sitecam\` 为格式版本，本工具支持版本1。其他版本按版本1读取，可能误解其内容，故全部结论待补充。`,
    en: `The \`sitecam\` key is the format version; this tool knows version 1. Another version is read as version 1 and may be misunderstood, so every verdict on the plan is open.`,
  },
  example(
    ['fail sitecam'],
    `
sitecam: 2
site: {name: 示例, categories: [hotel], region: "150102"}
coordinates: metres
levels:
  - id: F1
    ceiling: 3
    zones:
      - {id: lobby, kind: lobby, rect: [0, 0, 8, 6]}
`,
  ),
);
