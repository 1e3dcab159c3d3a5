// Rule plan/light-leak: gaps between walls, too wide to close and too narrow to be meant.

import type { RuleContext } from '../../facts/context.js';
import { gapsOf } from '../../facts/gaps.js';
import { catalogue, templatesOf } from '../../i18n/catalogue.js';
import { quoted } from '../../i18n/list.js';
import { fixed } from '../../i18n/number.js';
import { pointText } from '../../plan/check/coordinates.js';
import { example } from '../example.js';
import { defineRule } from '../rule.js';
import { type Statement, statement } from '../verdict.js';

const t = catalogue('', {
  leak: {
    zh: '“{between}”之间在{point}处有{gap}毫米的缝隙。审查时最大可视范围按透光计、最小可视范围按封闭计；如系绘图误差，请闭合该处。',
    en: "Between '{between}' there is a gap of {gap} mm at {point}. It counts as open in the largest view and as closed in the smallest; if it is a slip of the drawing, close it.",
  },
  end: {
    zh: '墙“{wall}”止于{point}附近，距“{other}”{gap}毫米（不足0.2米，本工具参数），不像是有意绘制；如系绘图误差，请闭合该处。',
    en: "The wall '{wall}' ends {gap} mm before '{other}' near {point}, less than 0.2 m (a parameter of this tool), which doesn't look meant; if it is a slip of the drawing, close it.",
  },
});

/** Returns a finding for each gap between walls. */
function check(context: RuleContext): Statement[] {
  const on = new Map(
    context.site.levels.map((level) => {
      const elements = new Map([...level.zones, ...level.walls].map((element) => [element.id, element]));
      return [level.id, { level, elements }] as const;
    }),
  );
  return gapsOf(context).map((gap): Statement => {
    const { subject, between } = gap;
    const { level, elements } = on.get(gap.level) ?? {};
    const places = between.flatMap((id) => elements?.get(id) ?? []);
    const at = { point: pointText(context.site, gap.at, 3), gap: fixed(gap.gap * 1000, 0) };
    const [wall = '', ...others] = between;
    return statement({
      subject,
      outcome: 'review',
      message:
        gap.is === 'leak'
          ? t.leak({ between: between.join(' | '), ...at })
          : t.end({ wall, other: others.length === 0 ? wall : others.join(' | '), ...at }),
      place: places[0]?.place ?? level?.place ?? context.site.place,
      related: places.slice(1).map(({ id, place }) => ({ place, caption: quoted(id) })),
      dependsOn: { levels: [gap.level], devices: [] },
    });
  });
}

/** Example plan of the page; a test lints it. */
const PLAN = example(
  ['review a/b'],
  `
    ceiling: 3
    zones:
      - {id: lobby, kind: lobby, rect: [0, 0, 8, 6]}
    walls:
      - {id: a, line: [[2, 3], [4, 3]]}
      - {id: b, line: [[4.02, 3], [6, 3]]}
`,
);

/**
 * The rule plan/light-leak, which reports gaps between walls that look like slips of the drawing. May-see looks through
 * those of 5 to 50 mm, so the author should close them or draw an opening.
 */
export const rule = defineRule({
  id: 'plan/light-leak',
  level: 'warning',
  title: { zh: '墙体之间有缝隙', en: 'Gap between walls' },
  parameters: ['welding', 'lightLeak'],
  waivable: true,
  messages: templatesOf(t),
  docs: {
    zh: `相距不足5毫米的端点视为同一点；5至50毫米的缝隙不像是有意绘制，最大可视范围按透光计，最小可视范围按封闭计，并在此列出。沿走向距前方墙体不足0.2米而止的墙，一并列出。

结论按缝隙封闭、透光两种情形各判一次：相同的照判，不同的待补充，并写明该处。

${PLAN}`,
    en: `Points less than 5 mm apart are one. A gap of 5 to 50 mm doesn't look meant: it is open in the largest view, closed in the smallest, and named here. So is a wall that ends less than 0.2 m before the next one in its direction.

Verdicts are worked out with the gap closed and with it open: if both are the same it is decided, else it is open and names the gap.

${PLAN}`,
  },
  check,
});
