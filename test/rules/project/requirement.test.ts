import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { renderMessage } from '../../../src/i18n/message.js';
import { loadPack } from '../../../src/law/load.js';
import type { Case } from '../../../src/law/requirement.js';
import { judge } from '../../../src/lint/lint.js';
import type { Report } from '../../../src/lint/types.js';
import { readPlan } from '../../../src/plan/read/read.js';
import { rule } from '../../../src/rules/project/requirement.js';
import { type Expected, expectationOf, saidBy } from '../../support/expectations.js';

const pack = loadPack('nm-2017');

/** The report by this rule on a plan with these facts and devices. */
function reportOf(project: string, devices = ''): Report {
  const plan = `
sitecam: 1
site: {name: 示例, categories: [hotel], region: "150102"}
coordinates: metres
levels:
  - id: F1
    ceiling: 3
    zones: [{id: lobby, kind: lobby, rect: [0, 0, 8, 6]}]
    devices: [${devices}]
project: ${project}
`;
  const read = readPlan('plan.yaml', () => new TextEncoder().encode(plan), { pack });
  if (!read.ok) throw new Error(JSON.stringify(read.unreadable));
  return judge(read.site, { today: '2026-06-30', rules: [rule] });
}

/** What the rule says of a row, of a plan with these facts and devices. */
function outcomeOf(row: string, project: string, devices = ''): Expected['outcome'] | undefined {
  return saidBy(rule.id, reportOf(project, devices)).find(({ subject }) => subject === row)?.outcome;
}

/** What a report makes of a case: a review is a tick box. */
function outcomeIn({ outcome }: Case): Expected['outcome'] {
  return outcome === 'review' ? 'tick' : outcome;
}

const CAMERA_THERE =
  '{id: C1, kind: camera, at: [1, 1], height: 2.8, heading: 45, tilt: 25, hfov: 90, resolution: [2560, 1440], audio: none, status: existing}, {id: B1, kind: panic-button, at: [1, 1], height: 1.2}';

/** Every way each row can stand: row, verdict, why, the project, the devices. */
const CASES: readonly (readonly [
  row: string,
  outcome: Expected['outcome'],
  why: string,
  project: string,
  devices?: string,
])[] = [
  [
    '10/alarm-link',
    'notApplicable',
    'no alarm device',
    '{phase: in-use}',
    '{id: C1, kind: camera, at: [1, 1], height: 2.8, heading: 45, tilt: 25, hfov: 90, resolution: [2560, 1440], audio: none}',
  ],
  [
    '10/alarm-link',
    'notApplicable',
    'design',
    '{phase: design}',
    '{id: B1, kind: panic-button, at: [1, 1], height: 1.2}',
  ],
  ...(
    [
      ['13.3/design-review', 'tick', '{phase: in-use, inUseSince: 2006-05-01}'],
      [
        '13.3/design-review',
        'tick',
        '{phase: in-use, designReview: {required: 某规定, date: 2007-06-30, participants: [developer]}}',
      ],
      [
        '13.3/design-review',
        'fail',
        '{phase: in-use, inUseSince: 2006-05-01, designReview: {required: 某规定, date: 2007-07-01, participants: [developer]}}',
      ],
      [
        '13.3/design-review',
        'notApplicable',
        '{phase: in-use, inUseSince: 2006-05-01, designReview: {required: none}}',
      ],
      ['13.4/inspection', 'tick', '{phase: in-use, inUseSince: 2006-05-01, inspection: {qualified: false}}'],
      ['13.4/inspection', 'tick', '{phase: in-use, inspection: {date: 2005-01-01}}'],
      [
        '13.4/inspection',
        'fail',
        '{phase: in-use, inUseSince: 2006-05-01, inspection: {qualified: false, date: 2015-01-01}}',
      ],
      ['13.4/acceptance', 'tick', '{phase: in-use, inUseSince: 2006-05-01, acceptance: {result: none}}'],
      ['13.4/acceptance', 'tick', '{phase: in-use, acceptance: {date: 2006-04-01, with: [developer]}}'],
      [
        '13.4/acceptance',
        'fail',
        '{phase: in-use, inUseSince: 2006-05-01, acceptance: {date: 2007-07-01, with: [developer]}}',
      ],
      ['15/design', 'tick', '{phase: in-use, inUseSince: 2006-05-01, units: {design: {name: 甲, filing: none}}}'],
      ['15/design', 'fail', '{phase: in-use, inUseSince: 2007-07-01, units: {design: {name: 甲, filing: none}}}'],
      [
        '15/design',
        'tick',
        '{phase: in-use, works: altered, inUseSince: 2006-05-01, units: {design: {name: 甲, filing: none}}}',
      ],
      ['15/construction', 'tick', '{phase: in-use, inUseSince: 2006-05-01}'],
      [
        '13.2/works',
        'tick',
        '{phase: in-use, works: altered, coordination: {design: 甲, construction: 乙}, inUseSince: 2006-05-01, acceptance: {independent: false, date: 2006-04-01}}',
      ],
      [
        '13.2/works',
        'tick',
        '{phase: in-use, works: altered, coordination: {design: 甲, construction: 乙}, inUseSince: 2006-05-01}',
      ],
      [
        '13.2/works',
        'tick',
        '{phase: in-use, works: altered, coordination: {design: 甲, construction: 乙}, acceptance: {date: 2007-06-30, independent: true}}',
      ],
      [
        '13.2/works',
        'fail',
        '{phase: in-use, works: altered, coordination: {design: 甲, construction: 乙}, inUseSince: 2007-07-01, acceptance: {independent: false, date: 2007-07-01}}',
      ],
      [
        '13.2/works',
        'tick',
        '{phase: in-use, works: altered, coordination: {design: 甲, construction: 乙}, inUseSince: 2007-07-01}',
      ],
      ['13.2/works', 'notApplicable', '{phase: in-use, works: none, inUseSince: 2006-05-01}'],
      ['20/public-works', 'tick', '{phase: in-use, publicWorks: {what: 地铁施工, notified: none, begins: 2006-05-01}}'],
      ['20/public-works', 'tick', '{phase: in-use, publicWorks: {what: 地铁施工, begins: 2007-06-30}}'],
      ['20/public-works', 'tick', '{phase: in-use, publicWorks: {what: 地铁施工, notified: {date: 2006-05-01}}}'],
      ['20/public-works', 'fail', '{phase: in-use, publicWorks: {what: 地铁施工, notified: none, begins: 2007-07-01}}'],
      [
        '20/public-works',
        'fail',
        '{phase: in-use, publicWorks: {what: 地铁施工, notified: {date: 2008-01-01}, begins: 2007-07-01}}',
      ],
      [
        '20/public-works',
        'open',
        '{phase: in-use, publicWorks: {what: 地铁施工, notified: {date: 2006-05-01}, begins: 2007-07-01}}',
      ],
      ['15/supervision', 'tick', '{phase: in-use, inUseSince: 2006-05-01}'],
      ['15/supervision', 'notApplicable', '{phase: in-use, inUseSince: 2006-05-01, units: {supervision: none}}'],
      // Who maintains it does so today.
      [
        '15/maintenance',
        'fail',
        '{phase: in-use, inUseSince: 2006-05-01, units: {maintenance: {name: 甲, filing: none}}}',
      ],
    ] as const
  ).map(([row, outcome, project]) => [row, outcome, 'before the regulation took effect', project] as const),
  ...['无', '没有', 'none', '-', '暂无'].map(
    (nothing) =>
      [
        '15/design',
        'open',
        `a filing of which the number is ${nothing}`,
        `{phase: design, units: {design: {name: 甲公司, filing: {number: "${nothing}"}}}}`,
      ] as const,
  ),
  [
    '15/design',
    'fail',
    'none where it is a word of the format',
    '{phase: design, units: {design: {name: 甲公司, filing: none}}}',
  ],
  [
    '13.3/design-review',
    'open',
    '无 where the format has none for it',
    '{phase: design, designReview: {required: 无}}',
  ],
  [
    '10/alarm-link',
    'fail',
    'installed in design',
    '{phase: design, works: altered, alarmLink: {with: none}}',
    '{id: B1, kind: panic-button, at: [1, 1], height: 1.2, status: existing}, {id: B2, kind: panic-button, at: [4, 1], height: 1.2}',
  ],
  ...['works: altered', 'works: none', 'investment: 480000'].map(
    (more) =>
      [
        '10/alarm-link',
        'open',
        `all installed in construction, ${more}`,
        `{phase: construction, ${more}, alarmLink: {with: none}}`,
        '{id: B1, kind: panic-button, at: [1, 1], height: 1.2, status: existing}',
      ] as const,
  ),
  ['13.4/acceptance', 'notApplicable', 'none yet, said in design', '{phase: design, acceptance: {result: none}}'],
  ['13.4/acceptance', 'open', 'result said in construction', '{phase: construction, acceptance: {result: passed}}'],
  // Operators are trained before a system is used; where works change a place its system was filed before.
  [
    '18.2/training',
    'tick',
    'operators trained before use',
    '{phase: acceptance, training: {design: 证1, construction: 证2, operation: 证4}}',
  ],
  ['13.5/use', 'notApplicable', 'operators trained before use', '{phase: inspection, training: {operation: 证4}}'],
  [
    '13.5/use',
    'notApplicable',
    'operators of what is there',
    '{phase: design, works: altered, training: {operation: 证4}}',
  ],
  [
    '13.5/use',
    'notApplicable',
    'filed before',
    '{phase: design, works: extended, filing: {date: "2025-05-20", organ: 某区公安分局, number: 备3}}',
  ],
  [
    '13.5/use',
    'open',
    'filed and new',
    '{phase: design, works: new, filing: {date: "2025-05-20", organ: 某区公安分局, number: 备3}}',
  ],
  [
    '13.4/acceptance',
    'tick',
    'of what is there',
    '{phase: design, works: altered, acceptance: {date: "2020-05-20", result: passed}}',
  ],
  [
    '15/construction',
    'tick',
    'in use before',
    '{phase: design, works: altered, inUseSince: "2020-05-20", units: {construction: {name: 甲公司, filing: {number: 蒙技防备2023-011}}}}',
  ],
  [
    '15/design',
    'fail',
    'in use before',
    '{phase: design, works: altered, inUseSince: "2020-05-20", units: {design: {name: 甲公司, filing: none}}}',
  ],
  [
    '15/construction',
    'open',
    'in use and new',
    '{phase: design, works: new, inUseSince: "2020-05-20", units: {construction: {name: 甲公司, filing: none}}}',
  ],
  ['13.5/use', 'tick', 'every camera is there', '{phase: design, works: new}', CAMERA_THERE],
  [
    '15/design',
    'fail',
    'every camera is there',
    '{phase: design, works: new, units: {design: {name: 甲公司, filing: none}}}',
    CAMERA_THERE,
  ],
  ['13.5/use', 'notApplicable', 'every camera is there', '{phase: construction, works: new}', CAMERA_THERE],
  ['13.5/use', 'notApplicable', 'every camera is there', '{phase: design, works: altered}', CAMERA_THERE],
  ['18.2/training', 'open', 'operators said in design', '{phase: design, training: {design: 证1, operation: 证4}}'],
  [
    '10/alarm-link',
    'fail',
    'not linked',
    '{phase: in-use, alarmLink: {with: none}}',
    '{id: B1, kind: panic-button, at: [1, 1], height: 1.2}',
  ],
  [
    '10/alarm-link',
    'open',
    'no document',
    '{phase: in-use, alarmLink: {with: police, document: "——"}}',
    '{id: B1, kind: panic-button, at: [1, 1], height: 1.2}',
  ],
  ['10/alarm-link', 'open', 'unknown kind', '{phase: in-use}', '{id: U1, kind: alarm-thing, at: [1, 1]}'],
  [
    '10/alarm-link',
    'pass',
    'police',
    '{phase: in-use, alarmLink: {with: police, document: 联网证明〔2024〕3号}}',
    '{id: B1, kind: panic-button, at: [1, 1], height: 1.2}',
  ],
  [
    '10/alarm-link',
    'pass',
    'security department',
    '{phase: in-use, alarmLink: {with: security-department, document: 联网协议}}',
    '{id: P1, kind: intrusion-detector, at: [1, 1], height: 2.2, heading: 45, hfov: 90, range: 8}',
  ],
  ['10/alarm-link', 'tick', 'door contact', '{phase: in-use}', '{id: K1, kind: door-contact, at: [1, 1], height: 1.2}'],
  [
    '10/alarm-link',
    'tick',
    'other',
    '{phase: in-use, alarmLink: {with: none}}',
    '{id: X1, kind: other, at: [1, 1], height: 1.2, name: 一键求助器}',
  ],
  ['13.2/works', 'notApplicable', 'no works', '{phase: in-use, works: none}'],
  ['13.2/works', 'tick', 'works unsaid', '{phase: design}'],
  ['13.2/works', 'fail', 'not independent', '{phase: acceptance, works: new, acceptance: {independent: false}}'],
  [
    '13.2/works',
    'tick',
    'construction unsaid',
    '{phase: construction, works: extended, coordination: {design: 综合设计说明}}',
  ],
  [
    '13.2/works',
    'tick',
    'independence unsaid',
    '{phase: in-use, works: altered, coordination: {design: 综合设计说明, construction: 施工组织设计}}',
  ],
  ['13.2/works', 'tick', 'design', '{phase: design, works: new, coordination: {design: 综合设计说明}}'],
  [
    '13.2/works',
    'tick',
    'accepted',
    '{phase: acceptance, works: new, coordination: {design: 综合设计说明, construction: 施工组织设计}, acceptance: {independent: true}}',
  ],
  ['13.3/design-review', 'notApplicable', 'not required', '{phase: construction, designReview: {required: none}}'],
  ['13.3/design-review', 'notApplicable', 'not yet', '{phase: design, designReview: {required: 某国家规定}}'],
  ['13.3/design-review', 'open', 'unsaid', '{phase: design}'],
  [
    '13.3/design-review',
    'open',
    'no date',
    '{phase: construction, designReview: {required: 某国家规定, document: 论证意见}}',
  ],
  [
    '13.3/design-review',
    'fail',
    'without police',
    '{phase: design, designReview: {required: 某国家规定, date: "2026-03-02", document: 论证意见, participants: [developer, design-unit, construction-unit, experts]}}',
  ],
  [
    '13.3/design-review',
    'fail',
    'without experts',
    '{phase: construction, designReview: {required: 某国家规定, date: "2026-03-02", document: 论证意见, participants: [police, design-unit, construction-unit]}}',
  ],
  [
    '13.3/design-review',
    'pass',
    'reviewed',
    '{phase: construction, designReview: {required: 某国家规定, date: "2026-03-02", document: 论证意见, participants: [police, developer, design-unit, construction-unit, experts]}}',
  ],
  [
    '13.3/design-review',
    'open',
    'reviewed after inspection',
    '{phase: inspection, designReview: {required: 某国家规定, date: "2026-03-02", document: 论证意见, participants: [police, design-unit, construction-unit, experts]}, inspection: {date: "2026-02-02"}}',
  ],
  ['13.4/inspection', 'notApplicable', 'construction', '{phase: construction}'],
  ['13.4/inspection', 'notApplicable', 'not yet', '{phase: inspection}'],
  ['13.4/inspection', 'fail', 'unqualified', '{phase: inspection, inspection: {body: 某电子公司, qualified: false}}'],
  ['13.4/inspection', 'open', 'unsaid', '{phase: acceptance, inspection: {body: 某检测中心, date: "2026-04-10"}}'],
  [
    '13.4/inspection',
    'open',
    'failed',
    '{phase: inspection, inspection: {body: 某检测中心, qualified: true, qualification: CMA 2305, date: "2026-04-10", report: 检〔2026〕11号, result: failed}}',
  ],
  [
    '13.4/inspection',
    'open',
    'malformed date',
    '{phase: inspection, inspection: {body: 某检测中心, qualified: true, qualification: CMA 2305, date: 2026年4月, report: 检〔2026〕11号, result: passed}}',
  ],
  [
    '13.4/inspection',
    'open',
    'qualified contradiction',
    '{phase: inspection, inspection: {body: 某检测中心, qualified: false, qualification: CMA 2305, date: "2026-04-10", report: 检〔2026〕11号, result: passed}}',
  ],
  [
    '13.4/inspection',
    'pass',
    'passed',
    '{phase: inspection, inspection: {body: 某检测中心, qualified: true, qualification: CMA 2305, date: "2026-04-10", report: 检〔2026〕11号, result: passed}}',
  ],
  [
    '13.4/acceptance',
    'notApplicable',
    'not yet',
    '{phase: acceptance, inspection: {body: 某检测中心, qualified: true, qualification: CMA 2305, date: "2026-04-10", report: 检〔2026〕11号, result: passed}}',
  ],
  [
    '13.4/acceptance',
    'fail',
    'without police',
    '{phase: acceptance, inspection: {body: 某检测中心, qualified: true, qualification: CMA 2305, date: "2026-04-10", report: 检〔2026〕11号, result: passed}, acceptance: {date: "2026-05-06", with: [developer, design-unit], document: 验收意见〔2026〕2号, result: passed}}',
  ],
  [
    '13.4/acceptance',
    'fail',
    'inspection failed',
    '{phase: acceptance, inspection: {body: 某检测中心, qualified: true, qualification: CMA 2305, date: "2026-04-10", report: 检〔2026〕11号, result: failed}, acceptance: {date: "2026-05-06", with: [police, developer, design-unit], document: 验收意见〔2026〕2号, result: passed}}',
  ],
  [
    '13.4/acceptance',
    'fail',
    'none',
    '{phase: in-use, inspection: {body: 某检测中心, qualified: true, qualification: CMA 2305, date: "2026-04-10", report: 检〔2026〕11号, result: passed}, acceptance: {result: none}}',
  ],
  [
    '13.4/acceptance',
    'open',
    'unsaid',
    '{phase: in-use, inspection: {body: 某检测中心, qualified: true, qualification: CMA 2305, date: "2026-04-10", report: 检〔2026〕11号, result: passed}}',
  ],
  [
    '13.4/acceptance',
    'open',
    'before inspection',
    '{phase: acceptance, inspection: {body: 某检测中心, qualified: true, qualification: CMA 2305, date: "2026-04-10", report: 检〔2026〕11号, result: passed}, acceptance: {date: "2026-04-06", with: [police, developer, design-unit], document: 验收意见〔2026〕2号, result: passed}}',
  ],
  [
    '13.4/acceptance',
    'open',
    'inspected nobody knows when',
    '{phase: acceptance, inspection: {body: 某检测中心, qualified: true, qualification: CMA 2305, report: 检〔2026〕11号, result: passed}, acceptance: {date: "2026-05-06", with: [police, developer, design-unit], document: 验收意见〔2026〕2号, result: passed}}',
  ],
  [
    '13.4/acceptance',
    'open',
    'in the future',
    '{phase: acceptance, inspection: {body: 某检测中心, qualified: true, qualification: CMA 2305, date: "2026-04-10", report: 检〔2026〕11号, result: passed}, acceptance: {date: "2026-07-06", with: [police, developer, design-unit], document: 验收意见〔2026〕2号, result: passed}}',
  ],
  [
    '13.4/acceptance',
    'pass',
    'held',
    '{phase: acceptance, inspection: {body: 某检测中心, qualified: true, qualification: CMA 2305, date: "2026-04-10", report: 检〔2026〕11号, result: passed}, acceptance: {date: "2026-05-06", with: [police, developer, design-unit], document: 验收意见〔2026〕2号, result: passed}}',
  ],
  [
    '13.4/acceptance',
    'tick',
    'failed',
    '{phase: acceptance, inspection: {body: 某检测中心, qualified: true, qualification: CMA 2305, date: "2026-04-10", report: 检〔2026〕11号, result: passed}, acceptance: {date: "2026-05-06", with: [police, developer, design-unit], document: 验收意见〔2026〕2号, result: failed}}',
  ],
  ['13.5/use', 'notApplicable', 'not in use', '{phase: acceptance}'],
  ['13.5/use', 'fail', 'not accepted', '{phase: in-use, acceptance: {result: none}}'],
  [
    '13.5/use',
    'fail',
    'acceptance failed',
    '{phase: in-use, inUseSince: "2026-05-20", acceptance: {date: "2026-05-06", with: [police, developer, design-unit], document: 验收意见〔2026〕2号, result: failed}}',
  ],
  [
    '13.5/use',
    'fail',
    'used before acceptance',
    '{phase: in-use, inUseSince: "2026-05-05", acceptance: {date: "2026-05-06", with: [police, developer, design-unit], document: 验收意见〔2026〕2号, result: passed}}',
  ],
  [
    '13.5/use',
    'tick',
    'older than the regulation, not accepted',
    '{phase: in-use, inUseSince: "2007-06-30", acceptance: {result: none}}',
  ],
  [
    '13.5/use',
    'tick',
    'older than the regulation, accepted later',
    '{phase: in-use, inUseSince: "2006-05-05", acceptance: {date: "2008-05-06", with: [police], document: 验收意见〔2008〕2号, result: passed}}',
  ],
  [
    '13.5/use',
    'fail',
    'not accepted, in use from the day the regulation took effect',
    '{phase: in-use, inUseSince: "2007-07-01", acceptance: {result: none}}',
  ],
  ['13.5/use', 'open', 'unsaid', '{phase: in-use, inUseSince: "2026-05-20"}'],
  [
    '13.5/use',
    'open',
    'phase contradiction',
    '{phase: acceptance, inUseSince: "2026-05-20", acceptance: {date: "2026-05-06", with: [police, developer, design-unit], document: 验收意见〔2026〕2号, result: passed}}',
  ],
  [
    '13.5/use',
    'open',
    'use in the future',
    '{phase: in-use, inUseSince: "2026-08-20", acceptance: {date: "2026-05-06", with: [police, developer, design-unit], document: 验收意见〔2026〕2号, result: passed}}',
  ],
  [
    '13.5/use',
    'pass',
    'accepted',
    '{phase: in-use, inUseSince: "2026-05-06", acceptance: {date: "2026-05-06", with: [police, developer, design-unit], document: 验收意见〔2026〕2号, result: passed}}',
  ],
  ['14/risk-grade', 'notApplicable', 'none published', '{phase: design, risk: {published: none}}'],
  ['14/risk-grade', 'tick', 'unsaid', '{phase: design, investment: 480000}'],
  ['14/risk-grade', 'tick', 'no grade', '{phase: design, risk: {published: 某国家规定, level: 二级}}'],
  [
    '14/risk-grade',
    'tick',
    'stated',
    '{phase: design, risk: {published: 某国家规定, grade: 二级, level: 二级, document: 定级意见}}',
  ],
  ['15/design', 'notApplicable', 'none', '{phase: design, units: {design: none}}'],
  ['15/design', 'fail', 'not filed', '{phase: design, units: {design: {name: 某设计单位, filing: none}}}'],
  ['15/design', 'open', 'unsaid', '{phase: design, units: {design: {name: 某设计单位}}}'],
  [
    '15/design',
    'pass',
    'filed',
    '{phase: design, units: {design: {name: 某设计单位, filing: {number: 蒙技防备2023-011, date: "2023-05-04"}}}}',
  ],
  ['15/construction', 'notApplicable', 'not yet', '{phase: design}'],
  ['15/construction', 'notApplicable', 'none', '{phase: construction, units: {construction: none}}'],
  [
    '15/construction',
    'fail',
    'not filed',
    '{phase: construction, units: {construction: {name: 某施工单位, filing: none}}}',
  ],
  ['15/construction', 'open', 'unsaid', '{phase: construction, units: {construction: {name: 某施工单位}}}'],
  [
    '15/construction',
    'pass',
    'filed',
    '{phase: construction, units: {construction: {name: 某施工单位, filing: {number: 蒙技防备2023-011, date: "2023-05-04"}}}}',
  ],
  ['15/supervision', 'notApplicable', 'not yet', '{phase: design}'],
  ['15/supervision', 'notApplicable', 'none', '{phase: construction, units: {supervision: none}}'],
  [
    '15/supervision',
    'fail',
    'not filed',
    '{phase: construction, units: {supervision: {name: 某监理单位, filing: none}}}',
  ],
  ['15/supervision', 'open', 'unsaid', '{phase: construction, units: {supervision: {name: 某监理单位}}}'],
  [
    '15/supervision',
    'pass',
    'filed',
    '{phase: construction, units: {supervision: {name: 某监理单位, filing: {number: 蒙技防备2023-011, date: "2023-05-04"}}}}',
  ],
  ['15/maintenance', 'notApplicable', 'not yet', '{phase: acceptance}'],
  ['15/maintenance', 'notApplicable', 'none', '{phase: in-use, units: {maintenance: none}}'],
  ['15/maintenance', 'fail', 'not filed', '{phase: in-use, units: {maintenance: {name: 某维修单位, filing: none}}}'],
  ['15/maintenance', 'open', 'unsaid', '{phase: in-use, units: {maintenance: {name: 某维修单位}}}'],
  [
    '15/maintenance',
    'pass',
    'filed',
    '{phase: in-use, units: {maintenance: {name: 某维修单位, filing: {number: 蒙技防备2023-011, date: "2023-05-04"}}}}',
  ],
  [
    '15/maintenance',
    'open',
    'order filing is another',
    '{phase: in-use, inUseSince: "2026-05-06", units: {maintenance: {name: 某维修公司}}, filing: {date: "2026-05-20", organ: 某区公安分局, number: 备2026-9}}',
  ],
  ['18.1/custody', 'tick', 'unsaid', '{phase: design, custody: {keeper: 王工}}'],
  [
    '18.1/custody',
    'tick',
    'stated',
    '{phase: design, custody: {system: 技防资料保密制度, keeper: 王工, document: 移交清单}}',
  ],
  [
    '18.2/training',
    'tick',
    'operators unsaid',
    '{phase: in-use, training: {design: 证1, construction: 证2, maintenance: 证3}}',
  ],
  ['18.2/training', 'tick', 'design', '{phase: design, training: {design: 证1}}'],
  ['18.2/training', 'tick', 'construction', '{phase: inspection, training: {design: 证1, construction: 证2}}'],
  [
    '18.2/training',
    'tick',
    'in use',
    '{phase: in-use, training: {design: 证1, construction: 证2, maintenance: 证3, operation: 证4}}',
  ],
  ['19(2)/changes', 'notApplicable', 'no change', '{phase: in-use}'],
  [
    '19(2)/changes',
    'fail',
    'not approved',
    '{phase: in-use, changes: [{what: scope, approved: {by: 某公安局, document: 批复1, date: "2026-01-05"}}, {what: purpose, approved: none}]}',
  ],
  ['19(2)/changes', 'tick', 'unsaid', '{phase: in-use, changes: [{what: scope}]}'],
  [
    '19(2)/changes',
    'tick',
    'approved',
    '{phase: in-use, changes: [{what: scope, approved: {by: 某公安局, document: 批复1, date: "2026-01-05"}}]}',
  ],
  ['20/public-works', 'notApplicable', 'no works', '{phase: in-use}'],
  [
    '20/public-works',
    'notApplicable',
    'not begun',
    '{phase: in-use, publicWorks: {what: 道路改造, begins: "2026-09-01"}}',
  ],
  [
    '20/public-works',
    'fail',
    'not notified',
    '{phase: in-use, publicWorks: {what: 道路改造, notified: none, begins: "2026-06-01"}}',
  ],
  [
    '20/public-works',
    'fail',
    'notified late',
    '{phase: in-use, publicWorks: {what: 道路改造, notified: {to: 某公安分局, date: "2026-06-02", document: 函1}, begins: "2026-06-01"}}',
  ],
  [
    '20/public-works',
    'open',
    'unsaid',
    '{phase: in-use, publicWorks: {what: 道路改造, notified: {to: 某公安分局, date: "2026-05-02"}, begins: "2026-06-01"}}',
  ],
  [
    '20/public-works',
    'tick',
    'same day',
    '{phase: in-use, publicWorks: {what: 道路改造, notified: {to: 某公安分局, date: "2026-06-01", document: 函1}, begins: "2026-06-01"}}',
  ],
  [
    '20/public-works',
    'open',
    'somebody else notified',
    '{phase: in-use, publicWorks: {what: 道路改造, notified: {to: 某物业服务有限公司, date: "2026-05-20", document: 函1}, begins: "2026-09-01"}}',
  ],
  [
    '20/public-works',
    'fail',
    'somebody else notified late',
    '{phase: in-use, publicWorks: {what: 道路改造, notified: {to: 某物业服务有限公司, date: "2026-06-02", document: 函1}, begins: "2026-06-01"}}',
  ],
  [
    '20/public-works',
    'pass',
    'notified',
    '{phase: in-use, publicWorks: {what: 道路改造, notified: {to: 某公安分局, date: "2026-05-20", document: 函1}, begins: "2026-09-01"}}',
  ],
  [
    '13.4/inspection',
    'pass',
    'quotes cannot be left',
    '{phase: inspection, inspection: {body: "某中心”，未发现不符合第二十三条。“某", qualified: true, qualification: CMA 2305, date: "2026-04-10", report: 检〔2026〕11号, result: passed}}',
  ],
];

describe('what the regulation asks of a project', () => {
  test.each(CASES.map(([row, outcome, why, ...plan]) => ({ row, outcome, why, plan })))(
    '$row: $outcome: $why',
    ({ row, outcome, plan }) => {
      expect(outcomeOf(row, ...plan)).toBe(outcome);
    },
  );

  test('every case of every row is among them', () => {
    const rows = pack.requirements ?? [];
    const outcomes = (id: string) => new Set(CASES.filter(([row]) => row === id).map(([, outcome]) => outcome));
    for (const { id, cases } of rows) {
      const possible = new Set(cases.map(outcomeIn));
      expect([id, [...possible].filter((one) => !outcomes(id).has(one))]).toEqual([id, []]);
    }
  });

  test('every outcome of every row of the order is in a fixture', () => {
    const folder = join(import.meta.dirname, '../../../fixtures/rules/project/requirement');
    const expected = readdirSync(folder)
      .filter((file) => file.endsWith('.yaml'))
      .map((file) => expectationOf(join(folder, file)))
      .filter(({ packs }) => packs.includes('cn-799-2025'))
      .flatMap(({ verdicts }) => verdicts);
    for (const { id, cases } of loadPack('cn-799-2025').requirements ?? []) {
      const seen = expected.filter(({ subject }) => subject === id).map(({ outcome }) => outcome);
      expect([id, cases.map(outcomeIn).filter((one) => !seen.includes(one))]).toEqual([id, []]);
    }
  });
});

test('what is to be written is told where facts are missing, and nowhere else', () => {
  const editOf = (project: string, row: string) => {
    const found = reportOf(project).verdicts.find(({ subject }) => subject === row);
    return [found?.outcome, found?.edit && renderMessage(rule.messages, found.edit, 'en')];
  };
  const DONE = 'body: 某检测中心, qualified: true, qualification: CMA 2305, date: "2026-04-10", report: 检〔2026〕11号';
  expect(editOf(`{phase: inspection, inspection: {${DONE}}}`, '13.4/inspection')).toEqual([
    'open',
    'Write project.inspection.result in the plan.',
  ]);
  expect(editOf(`{phase: inspection, inspection: {${DONE}, result: failed}}`, '13.4/inspection')).toEqual([
    'open',
    undefined,
  ]);
  expect(editOf(`{phase: inspection, inspection: {${DONE}, result: passed}}`, '13.4/inspection')).toEqual([
    'pass',
    undefined,
  ]);
  expect(editOf('{phase: inspection, inspection: {qualified: false}}', '13.4/inspection')).toEqual(['fail', undefined]);
});

test('a device of which nothing is known leaves open what asks for devices, not what the documents state', () => {
  const unknown = '{id: X1, kind: camra, at: [1, 1]}';
  const stated = '{phase: acceptance, works: new, acceptance: {independent: false}}';
  expect(outcomeOf('13.2/works', stated, unknown)).toBe('fail');
  expect(outcomeOf('10/alarm-link', stated, unknown)).toBe('open');
});
