// Rule plan/sliver-view: views into private places, too small to count and too large to be nothing.

import { groupBy } from '../../base/arrays.js';
import { allViews, type GradedDeviceView } from '../../facts/capture/views.js';
import type { GroundContext, RuleContext } from '../../facts/context.js';
import { levelLabel, zoneLabel } from '../../facts/labels.js';
import { memoizeByInputs } from '../../facts/memo.js';
import { catalogue, templatesOf } from '../../i18n/catalogue.js';
import { quote, quoted } from '../../i18n/list.js';
import type { Localized } from '../../i18n/locale.js';
import { distinct, plainFigure, squareMetres } from '../../i18n/number.js';
import { parameter } from '../../law/lookup.js';
import type { Device } from '../../plan/model.js';
import { relatedZone, sightLine } from '../capture/wording/statements.js';
import { example } from '../example.js';
import { defineRule } from '../rule.js';
import { type Statement, statement } from '../verdict.js';

const t = catalogue('', {
  sliver: {
    zh: '设备“{device}”的最大可视范围掠及{zones}，其中最大{area}，未达到起算面积{least}平方米或者深度{depth}米（本工具参数），未计为可及；实际安装稍有偏差即可能计入，请核对。',
    en: "The largest view of device '{device}' touches {zones}, at most {area}: less than the {least} m² or {depth} m from which a view counts (this tool's parameters). A slight deviation when installing may make it count; please check.",
  },
});

const statementOn = memoizeByInputs(judge);

function judge({ pack, site }: GroundContext, device: Device, views: readonly GradedDeviceView[]): Statement {
  const largest = views.reduce((a, b) => (b.grade.reach.area > a.grade.reach.area ? b : a));
  const least = parameter(pack, 'viewArea');
  const labels = views.map(({ target: { zone }, grade: { reach } }) => {
    const [label, on] = [zoneLabel(zone), reach.level === device.level ? undefined : levelLabel(site, reach.level)];
    return on === undefined
      ? quoted(label)
      : { zh: `${quote(label, 'zh-CN')}（${on}）`, en: `${quote(label, 'en')} (${on})` };
  });
  return statement({
    subject: device.id,
    outcome: 'review',
    message: t.sliver({
      device: device.id,
      zones: {
        zh: labels.map(({ zh }) => zh).join('、'),
        en: labels.map(({ en }) => en).join(', '),
      },
      area: sizeOf(largest.grade.reach.area, least),
      least: plainFigure(least),
      depth: plainFigure(parameter(pack, 'viewDepth')),
    }),
    place: device.place,
    related: views.map((view) => relatedZone(view.target.zone)),
    evidence: sightLine(largest.grade.reach),
    dependsOn: { levels: [device.level], devices: [device.id] },
  });
}

/** Returns the area with enough digits to read neither as zero nor as the least area that counts: 0.046平方米. */
function sizeOf(area: number, least: number): Localized {
  const [, decimals = ''] = distinct(area, least, 2).split('.');
  return squareMetres(area, decimals.length);
}

/** Returns one finding for each device with such views. */
function check(context: RuleContext): Statement[] {
  const slivers = allViews(context).filter((view) => view.grade.is === 'sliver');
  const byDevice = groupBy(slivers, ({ device }) => device);
  return [...byDevice].map(([device, views]) => statementOn(context, device, views));
}

/** Example plan of the page; a test lints it. */
const PLAN = example(
  ['review C1'],
  `
    ceiling: 3
    zones:
      - {id: wc, kind: restroom, name: 女卫生间, rect: [0, 0, 4, 3]}
      - {id: hall, kind: corridor, name: 走廊, rect: [0, 3, 12, 2]}
    openings:
      - {id: w1, kind: window, line: [[1, 3], [1.6, 3]], glazing: clear, fixed: true}
    devices:
      - {id: C1, kind: camera, at: [5, 3.5], height: 2.8, heading: 270, tilt: 10, hfov: 60, resolution: [1920, 1080], audio: none}
`,
);

/**
 * The rule plan/sliver-view, which reports views into private places that are just too small to count. A small error of
 * the installer would make such a view count.
 */
export const rule = defineRule({
  id: 'plan/sliver-view',
  level: 'warning',
  title: { zh: '最大可视范围掠及涉及个人隐私的场所和区域', en: 'View that just touches a private place' },
  parameters: ['privacyDensity', 'viewArea', 'viewDepth', 'grazeDepth', 'grazeFraction'],
  waivable: true,
  messages: templatesOf(t),
  docs: {
    zh: `面积不足0.05平方米或者深度不足0.1米的视线不计为可及（本工具参数），但大于万分之一平方米的在此提示：按图施工时稍有偏差即可能计入。须开门方可及且仅掠及边缘的另行计数，不在此列。

${PLAN}`,
    en: `A view of less than 0.05 m², or less than 0.1 m deep, doesn't count (this tool's parameters); but one of more than 1e-4 m² is named here, since a slight deviation when installing may make it count. What only grazes an edge when a door opens is counted elsewhere.

${PLAN}`,
  },
  check,
});
