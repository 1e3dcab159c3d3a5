// Rule plan/light-leak: gaps between walls, too wide to close and too narrow to be meant.

import { compareLength } from '../../base/threshold.js';
import { memoizePerGround } from '../../facts/memo.js';
import { distance, nearestOnSegment, type Point } from '../../geometry/index.js';
import { catalogue, templatesOf } from '../../i18n/catalogue.js';
import { quoted } from '../../i18n/list.js';
import { fixed } from '../../i18n/number.js';
import type { Ground, GroundLevel } from '../../plan/ground.js';
import type { Opening, Wall, Zone } from '../../plan/model.js';
import { edgesOf, segmentsOf } from '../../plan/walls/plane.js';
import { example } from '../example.js';
import { defineRule } from '../rule.js';
import { type Statement, statement } from '../verdict.js';

const t = catalogue('', {
  leak: {
    zh: '“{between}”之间在（{x}，{y}）处有{gap}毫米的缝隙。审查时最大可视范围按透光计、最小可视范围按封闭计；如系绘图误差，请闭合该处。',
    en: "Between '{between}' there is a gap of {gap} mm at ({x}, {y}). It counts as open in the largest view and as closed in the smallest; if it is a slip of the drawing, close it.",
  },
});

/**
 * Returns a finding for each gap of 5–50 mm between walls. Of several gaps between the same elements, all but the first
 * are numbered: along the first of these as it is drawn, so that the plan's bearing decides nothing.
 */
const check = memoizePerGround(({ site, sight }): readonly Statement[] => {
  const seen = new Map<string, number>();
  return site.levels.flatMap((level) => {
    const elements = elementsOn(site, level);
    const leaks = sight
      .leaks(level.id)
      .map((leak) => ({ ...leak, along: lengthTo(elements.get(leak.between[0] ?? ''), leak.at) }))
      .sort((p, q) => p.along - q.along);
    return leaks.map((leak): Statement => {
      const between = leak.between.join('/');
      const count = (seen.get(between) ?? 0) + 1;
      seen.set(between, count);
      const places = leak.between.flatMap((id) => elements.get(id) ?? []);
      const [x, y] = leak.at;
      return statement({
        subject: count === 1 ? between : `${between}/${count}`,
        outcome: 'review',
        message: t.leak({
          between: leak.between.join(' | '),
          x: fixed(x, 3),
          y: fixed(y, 3),
          gap: fixed(leak.gap * 1000, 0),
        }),
        place: places[0]?.place ?? level.place,
        related: places.slice(1).map(({ id, place }) => ({ place, caption: quoted(id) })),
        dependsOn: { levels: [level.id], devices: [] },
      });
    });
  });
});

type Element = Zone | Wall | Opening;

function elementsOn({ levels }: Ground, { id, walls, openings }: GroundLevel): ReadonlyMap<string, Element> {
  const zones = levels.flatMap((level) => level.zones).filter((zone) => zone.levels.includes(id));
  return new Map([...zones, ...walls, ...openings].map((element) => [element.id, element]));
}

function outlinesOf({ region: { rings, shadows } }: Zone) {
  return [...rings, ...shadows];
}

/** Returns the length in m along an element as it is drawn, from its first point to where it is nearest to `at`. */
function lengthTo(element: Element | undefined, at: Point): number {
  if (element === undefined) return 0;
  const edges = 'line' in element ? segmentsOf(element.line) : outlinesOf(element).flatMap(edgesOf);
  let [length, along, least] = [0, 0, Number.POSITIVE_INFINITY];
  for (const edge of edges) {
    const foot = nearestOnSegment(at, edge);
    const off = distance(at, foot);
    if (compareLength(off, least) === 'below') [along, least] = [length + distance(edge.a, foot), off];
    length += distance(edge.a, edge.b);
  }
  return along;
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

/** The rule plan/light-leak. May-see looks through such gaps, so the author should close them or draw an opening. */
export const rule = defineRule({
  id: 'plan/light-leak',
  level: 'warning',
  title: { zh: '墙体之间有缝隙', en: 'Gap between walls' },
  parameters: ['welding', 'lightLeak'],
  waivable: true,
  messages: templatesOf(t),
  docs: {
    zh: `相距不足5毫米的端点视为同一点；5至50毫米的缝隙不像是有意绘制，最大可视范围按透光计，最小可视范围按封闭计，并在此列出。

${PLAN}`,
    en: `Points less than 5 mm apart are one. A gap of 5 to 50 mm doesn't look meant: it is open in the largest view, closed in the smallest, and named here.

${PLAN}`,
  },
  check,
});
