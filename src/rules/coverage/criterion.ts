// Rule coverage/criterion: how well video covers the zones that a law names, by a criterion of ours.

import { compareWithin } from '../../base/threshold.js';
import type { RuleContext } from '../../facts/context.js';
import { criterionFor } from '../../facts/protection/criterion.js';
import { compareCoverage, excludedAreas, lackingFigures } from '../../facts/protection/protection.js';
import {
  devicesOn,
  installedDevices,
  isPrivateZone,
  itemOf,
  protectingArticle,
  zonesOf,
} from '../../facts/protection/site.js';
import { catalogue, templatesOf, textOf } from '../../i18n/catalogue.js';
import type { Localized } from '../../i18n/locale.js';
import { percent, plainFigure, squareMetres } from '../../i18n/number.js';
import { cite, densityLevel, parameter } from '../../law/lookup.js';
import type { Criterion } from '../../law/types.js';
import { isFixed } from '../../plan/fixed.js';
import type { Zone } from '../../plan/model.js';
import type { Coverage } from '../../sight/types.js';
import { defineRule } from '../rule.js';
import type { Outcome, Statement } from '../verdict.js';
import { docs } from './docs/criterion.js';
import { missingList, zoneTitle } from './wording/labels.js';
import { t as phrases } from './wording/texts.js';

const t = catalogue('', {
  met: {
    zh: '设计指标（{by}，非条例规定）：“{zone}”覆盖率{fraction}，达到设定值{threshold}（{level}级，{density}像素/米）。',
    en: "Design criterion ({by}, not the regulation's): coverage of '{zone}' is {fraction}, which meets {threshold} ({level}, {density} px/m).",
  },
  missed: {
    zh: '设计指标（{by}，非条例规定）：“{zone}”覆盖率{fraction}，低于设定值{threshold}（{level}级，{density}像素/米）；最大盲区{blind}。',
    en: "Design criterion ({by}, not the regulation's): coverage of '{zone}' is {fraction}, below {threshold} ({level}, {density} px/m); the largest blind area is {blind}.",
  },
  byTolerance: {
    zh: '设计指标（{by}，非条例规定）：“{zone}”覆盖率{fraction}，低于设定值{threshold}（{level}级，{density}像素/米）；最大盲区{blind}。差在安装允许误差：完全按图示位置、朝向、俯角安装时为{drawn}。',
    en: "Design criterion ({by}, not the regulation's): coverage of '{zone}' is {fraction}, below {threshold} ({level}, {density} px/m); the largest blind area is {blind}. It hangs on the mounting tolerance: mounted exactly as drawn it would be {drawn}.",
  },
  atThreshold: {
    zh: '设计指标（{by}，非条例规定）：“{zone}”覆盖率{fraction}，与设定值{threshold}（{level}级，{density}像素/米）之差在本工具容差以内，须由审查人判定。',
    en: "Design criterion ({by}, not the regulation's): coverage of '{zone}' is {fraction}, which differs from {threshold} ({level}, {density} px/m) by no more than sitecam's tolerance; it is for the reviewer to judge.",
  },
  lacking: {
    zh: '设计指标（{by}，非条例规定）：“{zone}”覆盖率是否达到设定值{threshold}（{level}级，{density}像素/米），取决于图中未载明的{missing}，无法判定。',
    en: "Design criterion ({by}, not the regulation's): whether coverage of '{zone}' meets {threshold} ({level}, {density} px/m) hangs on what the plan leaves out: {missing}. It can't be told.",
  },
  privateZone: {
    zh: '“{zone}”属于或者似属禁止采集音视频的场所或者区域，不适用视频覆盖的设计指标。',
    en: "'{zone}' is, or reads like, a place where capture is banned; no criterion for video applies.",
  },
  emptyZone: {
    zh: '“{zone}”除去禁止采集音视频的区域后没有剩余部分，设计指标不适用。',
    en: "Nothing of '{zone}' is left once the areas where capture is banned are taken out; no criterion applies.",
  },
  noCriteria: {
    zh: '所用设计指标集未设视频覆盖率指标，不适用。',
    en: 'The profile in use sets no criterion for video coverage; none applies.',
  },
  noZone: {
    zh: '图中没有{article}所列且设有设计指标的部位，不适用。',
    en: 'The plan shows no place listed in {article} that a design criterion speaks of; none applies.',
  },
  stateFigures: { zh: '请写明{missingKeys}。', en: 'State {missingKeys}.' },
  improve: {
    zh: '增设摄像机或者调整位置、朝向、俯角、视场角，先补最大盲区（{blind}）。',
    en: 'Add cameras or change their place, heading, tilt or field of view, beginning with the largest blind area ({blind}).',
  },
});

/**
 * The rule coverage/criterion. It compares the coverage of each zone that a law names with a design criterion of ours,
 * which users may replace; the criterion is no law.
 */
export const rule = defineRule({
  id: 'coverage/criterion',
  level: 'warning',
  title: { zh: '设计指标：视频覆盖率（非法定）', en: 'Design criterion: video coverage (not required by law)' },
  parameters: ['targetHeight', 'mustTunnel', 'nearRadius', 'nothingArea'],
  appliesTo: ({ protects }) => protects !== undefined,
  waivable: true,
  messages: templatesOf(t),
  check,
  docs,
});

function check(context: RuleContext): readonly Statement[] {
  const { site } = context;
  const verdicts = zonesOf(site).flatMap((zone) => {
    const criterion = criterionFor(site, zone);
    return criterion === undefined ? [] : [verdictOn(context, zone, criterion)];
  });
  return verdicts.length > 0 ? verdicts : [nothingNamed(context)];
}

function verdictOn(context: RuleContext, zone: Zone, criterion: Criterion): Statement {
  const { site, pack, sight } = context;
  const params = { zone: zoneTitle(zone) };
  if (isPrivateZone(pack, zone)) return { ...statement(zone, 'notApplicable'), message: t.privateZone(params) };
  const { density } = densityLevel(pack, criterion.level);
  const coverage = sight.coverage(zone, density, { detectors: false, minus: excludedAreas(context, zone) });
  if (coverage.area <= parameter(pack, 'nothingArea')) {
    return { ...statement(zone, 'notApplicable'), message: t.emptyZone(params) };
  }
  const compared = ({ below: 'fail', at: 'review', above: 'pass' } as const)[
    compareCoverage(coverage, criterion.fraction)
  ];
  const cameras = installedDevices(site).filter(
    (device) => (device.video === 'visible' || device.video === 'thermal') && isFixed(site, device),
  );
  const lacking = compared === 'pass' ? [] : lackingFigures(context, coverage, cameras, density, criterion.fraction);
  const outcome = lacking.length > 0 ? 'open' : compared;
  const drawnAt = () => compareWithin(coverage.asDrawn, criterion.fraction, coverage.bound);
  const hangs = outcome === 'fail' && drawnAt() !== 'below';
  const id = hangs ? 'byTolerance' : { pass: 'met', fail: 'missed', review: 'atThreshold', open: 'lacking' }[outcome];
  const drawn = hangs ? percent(coverage.asDrawn, criterion.fraction) : '';
  const figures = {
    ...params,
    by: setBy(criterion),
    drawn,
    missing: missingList(lacking, { keys: false }),
    missingKeys: missingList(lacking, { keys: true }),
    ...figuresOf(context, coverage, criterion),
  };
  return {
    ...statement(zone, outcome),
    message: textOf(t, id, figures),
    ...(outcome === 'pass' ? {} : { advice: outcome === 'open' ? t.stateFigures(figures) : t.improve(figures) }),
    related: [...new Set([...coverage.devices, ...lacking])].map(({ id: device, place }) => ({
      place,
      caption: phrases.device({ id: device }),
    })),
    evidence: evidenceOf(zone, coverage, criterion),
    dependsOn: {
      levels: zone.levels,
      devices: outcome === 'pass' ? coverage.devices.map(({ id: device }) => device) : devicesOn(site, zone.levels),
    },
  };
}

/** Names the owner of the criterion: sitecam, or a profile that users configured. */
function setBy({ profile }: Criterion): Localized {
  return profile === undefined ? phrases.ours : phrases.ofProfile({ profile });
}

function figuresOf({ pack }: RuleContext, coverage: Coverage, criterion: Criterion) {
  const { name, density } = densityLevel(pack, criterion.level);
  return {
    fraction: percent(coverage.fraction, criterion.fraction),
    threshold: `${plainFigure(criterion.fraction * 100)}%`,
    level: name,
    density: plainFigure(density),
    blind: squareMetres(coverage.uncovered[0]?.area ?? 0),
  };
}

function evidenceOf(zone: Zone, coverage: Coverage, criterion: Criterion): Statement['evidence'] {
  const { fraction, area, covered, uncovered } = coverage;
  return {
    level: zone.levels[0],
    coverage: { fraction, threshold: criterion.fraction, area, covered, level: criterion.level },
    uncovered,
  };
}

function statement(zone: Zone, outcome: Outcome): Omit<Statement, 'message'> {
  return {
    subject: zone.id,
    outcome,
    clauses: [],
    penalties: [],
    place: zone.place,
    related: [],
    dependsOn: { levels: zone.levels, devices: [] },
  };
}

function nothingNamed({ site, pack }: RuleContext): Statement {
  const article = protectingArticle(pack);
  return {
    subject: itemOf(article),
    outcome: 'notApplicable',
    message: pack.criteria.length === 0 ? t.noCriteria : t.noZone({ article: cite(pack, article) }),
    clauses: [],
    penalties: [],
    place: site.categories[0]?.place ?? site.place,
    related: [],
    dependsOn: { levels: site.levels.map(({ id }) => id), devices: [] },
  };
}
