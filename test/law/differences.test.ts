import { describe, expect, test } from 'vitest';
import { penaltySentences } from '../../src/findings/wording/citation.js';
import { verbatim } from '../../src/i18n/locale.js';
import { loadPack } from '../../src/law/load.js';
import { judge } from '../../src/lint/lint.js';
import type { LintVerdict } from '../../src/lint/types.js';
import { readPlan } from '../../src/plan/read/read.js';
import { clausesOf, decidedClauses, dutiesOf, penaltiesOf } from '../../src/rules/bases.js';
import { rules } from '../../src/rules/registry.gen.js';
import { messageText } from '../support/message-text.js';

/**
 * Where the regulation and the national order say different things of the same plan: judged by both at once, one test each.
 * The fixtures `*order*` of the rules hold the outcomes one by one; here it is what a reviewer would ask about.
 */
const pack = loadPack('nm-2017+cn-799-2025');
const ORDER = 'cn-799-2025';

function judged(categories: string, zones: readonly string[], devices: readonly string[], more = '') {
  const list = (name: string, items: readonly string[]) =>
    `    ${name}:\n${items.map((item) => `      - {${item}}\n`).join('')}`;
  const text = `sitecam: 1
site: {name: 示例, categories: [${categories}], region: "150102"}
${more}coordinates: metres
levels:
  - id: F1
    ceiling: 3
${list('zones', [...zones, 'id: hall, kind: corridor, name: 走廊, rect: [0, 5, 12, 4]'])}${list('openings', [
  'id: p1, kind: passage, line: [[1, 5], [2, 5]]',
])}${list('devices', devices)}`;
  const bytes = new TextEncoder().encode(text);
  const result = readPlan('plan.yaml', (path) => (path === 'plan.yaml' ? bytes : undefined), { pack });
  if (!result.ok) throw new Error(JSON.stringify(result.unreadable));
  return judge(result.site, { today: '2026-06-30', rules });
}

const room = (kind: string, name: string) => `id: room, kind: ${kind}, name: ${name}, rect: [0, 0, 4, 5]`;
const CAMERA =
  'id: C1, kind: camera, at: [2, 1], heading: 0, height: 2.8, tilt: 20, hfov: 90, resolution: [1920, 1080], audio: none';
const OUTSIDE =
  'id: C1, kind: camera, at: [1.5, 8.8], heading: 180, height: 2.8, tilt: 20, hfov: 90, resolution: [1920, 1080], audio: none';

/** What each law says of a subject by one rule: `regulation / order`. */
function both(verdicts: readonly LintVerdict[], rule: string, subject: string): string {
  const by = (law: string) =>
    verdicts
      .filter((one) => one.rule === rule && one.subject === subject)
      .flatMap(({ bases }) => bases.filter((one) => one.law === law && one.outcome !== null))[0]?.outcome ?? '–';
  return `${by('nm-2017')} / ${by(ORDER)}`;
}

const INSIDE = 'capture/device-in-private-zone';

describe('places that each names', () => {
  test.each([
    ['guest-room', 'hotel', 'fail / fail'],
    ['dormitory-room', 'school', 'fail / fail'],
    ['restroom', 'hospital', 'fail / fail'],
    ['private-area', 'hospital', 'fail / fail'],
    // 试衣间、饭店包间、单位为内部人员提供休息服务的房间: the order's own words.
    ['fitting-room', 'shopping-mall', 'review / fail'],
    ['dining-private-room', 'hotel', 'review / fail'],
    ['staff-rest-room', 'hospital', 'review / fail'],
    // A canteen is no 经营接待食宿场所; 宾馆…包间内部 has no word of what the room is for.
    ['dining-private-room', 'hospital', 'review / review'],
    ['entertainment-private-room', 'hotel', 'fail / fail'],
    // Whether an enterprise, an organ or a compound is a public place the plan has to say.
    ['staff-rest-room', 'large-enterprise', 'review / open'],
    ['restroom', 'state-organ', 'fail / open'],
    ['dormitory-room', 'key-unit', 'fail / open'],
    ['restroom', 'museum', 'fail / fail'],
    // 化妆间、娱乐场所包间、可能泄露客户个人信息的区域: the regulation's.
    ['make-up-room', 'stadium', 'fail / review'],
    ['entertainment-private-room', 'cultural-entertainment-venue', 'fail / review'],
    ['customer-information-area', 'bank', 'fail / review'],
    // Neither's.
    ['ward', 'hospital', 'review / review'],
    // Not public places, which is all that the order is about.
    ['apartment-room', 'residential-area', 'fail / notApplicable'],
    ['dwelling', 'residential-area', 'review / notApplicable'],
  ])('a camera in a %s (%s): %s', (kind, category, said) => {
    const { verdicts } = judged(category, [room(kind, '某处')], [CAMERA]);
    expect(both(verdicts, INSIDE, 'C1>room')).toBe(said);
  });

  test('near a ballot box that it does not see: the regulation’s word 附近 is not in the order', () => {
    const box = 'id: box, kind: ballot-box, name: 选举箱, rect: [6, 2, 0.5, 0.5]';
    const { verdicts } = judged(
      'school',
      [box, 'id: poll, kind: polling-hall, rect: [4, 0, 8, 5]'],
      [
        'id: C1, kind: camera, at: [6.2, 1], heading: 180, height: 2.8, tilt: 20, hfov: 60, resolution: [1920, 1080], audio: none',
      ],
    );
    expect(both(verdicts, INSIDE, 'C1>box')).toBe('fail / –');
    expect(both(verdicts, INSIDE, 'box')).toBe('– / pass');
  });
});

describe('what captures', () => {
  test('a microphone alone is no image-capturing device', () => {
    const { verdicts } = judged('hospital', [room('restroom', '卫生间')], ['id: M1, kind: microphone, at: [2, 1]']);
    expect(both(verdicts, INSIDE, 'M1>room')).toBe('fail / notApplicable');
  });

  test('what a microphone outside hears is asked by the regulation alone', () => {
    const { verdicts } = judged('hospital', [room('restroom', '卫生间')], ['id: M1, kind: microphone, at: [1.5, 6]']);
    const heard = verdicts.filter(({ rule }) => rule === 'capture/sound-from-private-zone');
    expect(heard.some(({ outcome }) => outcome === 'review')).toBe(true);
    expect(heard.filter(({ bases }) => bases.some(({ law }) => law === ORDER))).toEqual([]);
  });

  test('whether a camera takes sound too need not be known for the order', () => {
    const { verdicts } = judged(
      'hospital',
      [room('restroom', '卫生间')],
      ['id: C1, kind: camera, at: [3, 6], heading: 0, height: 2.8, tilt: 20, hfov: 60, resolution: [1920, 1080]'],
    );
    expect(both(verdicts, 'capture/unknown-capability', 'C1>room')).toBe('open / –');
  });

  test('heat is an image for both', () => {
    const { verdicts } = judged('hospital', [room('restroom', '卫生间')], [`${CAMERA}, video: thermal`]);
    expect(both(verdicts, INSIDE, 'C1>room')).toBe('fail / fail');
  });
});

describe('a view from outside', () => {
  test('is Art. 9(1) of the one, without a penalty, and Art. 8(1)(4) of the other, with Art. 27(1)', () => {
    const { verdicts } = judged('hospital', [room('restroom', '卫生间')], [OUTSIDE]);
    const views = verdicts.filter(
      ({ rule, subject }) => rule === 'capture/view-into-private-zone' && subject === 'C1>room',
    );
    expect(views.map((view) => [view.outcome, decidedClauses(view)])).toEqual([
      ['fail', ['cn-799-2025/8.1(4)', 'nm-2017/9.1']],
    ]);
    const [regulation, order] = ['nm-2017', ORDER].map((law) =>
      views[0].bases.filter((basis) => basis.law === law && basis.role === 'decides'),
    );
    expect(regulation.flatMap(({ penalties }) => penalties)).toEqual([]);
    expect(order.flatMap(({ penalties }) => penalties)).toEqual(['cn-799-2025/27.1']);
    expect([...regulation, ...order].map(({ basis }) => basis)).toEqual(['reading', 'reading']);
  });

  test('of a customer’s PIN pad fails by the regulation’s own item; by the order it is for the reviewer', () => {
    const pad = 'id: pad, kind: customer-information-area, name: 密码键盘区, rect: [4, 7, 1, 1]';
    const { verdicts } = judged(
      'bank',
      [pad],
      [
        'id: C1, kind: camera, at: [4.5, 5.2], height: 2.8, heading: 0, tilt: 45, hfov: 60, resolution: [2560, 1440], audio: none',
      ],
    );
    expect(both(verdicts, 'capture/view-into-private-zone', 'C1>pad')).toBe('fail / review');
  });
});

describe('penalties and duties', () => {
  const { verdicts } = judged('hospital', [room('restroom', '卫生间')], [`${CAMERA}, status: existing`]);
  const inside = () => {
    const found = verdicts.find((one) => one.rule === INSIDE && one.subject === 'C1>room');
    if (found === undefined) throw new Error('nothing said');
    return found;
  };

  test('Art. 24 of the one and Art. 27(1) of the other, and how they relate is not for a drawing to say', () => {
    expect(penaltiesOf(inside())).toEqual(['cn-799-2025/27.1', 'nm-2017/24']);
    const said = penaltySentences(pack, inside(), verbatim('')).zh.join('');
    expect(said).toContain('与国务院令第799号的适用关系由公安机关确定。');
    expect(said).toContain('国务院令第799号第二十七条第一款');
    expect(said).toContain('第二十四条');
  });

  test('what is installed already is to be reported at once: Art. 8(2) of the order', () => {
    expect(dutiesOf(inside())).toEqual(['cn-799-2025/8.2']);
    expect(inside().says.at(-1)?.zh).toBe(
      '依国务院令第799号第八条第二款，对该区域、部位负有经营管理责任的单位或者个人“应当立即报告所在地公安机关处理”。',
    );
  });

  test('neglect of that duty is Art. 27(2), filing Art. 29, and each only of its own duty', () => {
    const punishing = (id: string) =>
      loadPack(ORDER).penalties.flatMap(({ clause, punishes }) =>
        punishes.includes(`${ORDER}/${id}`) ? [clause] : [],
      );
    expect(punishing('7.3')).toEqual(['cn-799-2025/26']);
    expect(punishing('9.1')).toEqual(['cn-799-2025/26']);
    expect(punishing('8.1')).toEqual(['cn-799-2025/27.1']);
    expect(punishing('8.2')).toEqual(['cn-799-2025/27.2']);
    expect(punishing('10')).toEqual(['cn-799-2025/28']);
    expect(punishing('14')).toEqual(['cn-799-2025/29']);
    expect(punishing('23(2)')).toEqual(['cn-799-2025/30']);
    expect(punishing('13')).toEqual([]);
  });
});

describe('what must be protected', () => {
  test('is the regulation’s alone: the order fails nothing that is bare', () => {
    const { verdicts } = judged(
      'hospital, hotel',
      ['id: e1, kind: main-entrance, name: 主要出入口, rect: [0, 0, 4, 5]'],
      ['id: M1, kind: microphone, at: [11, 8]'],
    );
    const coverage = verdicts.filter(({ rule }) => rule.startsWith('coverage/'));
    expect(coverage.some(({ rule, outcome }) => rule === 'coverage/protected' && outcome === 'fail')).toBe(true);
    const order = coverage.filter(({ bases }) => bases.some(({ law }) => law === ORDER));
    expect(order.filter(({ outcome }) => outcome === 'fail' || outcome === 'open')).toEqual([]);
    expect(order.map(({ rule }) => rule)).not.toContain('coverage/protected');
    expect(both(verdicts, 'coverage/system', '7.2(1)/place')).toBe('– / review');
  });

  test('an alarm counts for the one, an image for the other', () => {
    const { verdicts } = judged(
      'hospital',
      [room('crowd-area', '大厅')],
      ['id: P1, kind: intrusion-detector, at: [2, 1], height: 2.2, heading: 0, hfov: 90, range: 8'],
    );
    expect(both(verdicts, 'coverage/declared', 'hospital/8(10)/place')).toBe('pass / –');
    expect(both(verdicts, 'coverage/system', '7.2(1)/place')).toBe('– / review');
  });
});

describe('public places', () => {
  const stated = (clause: string, by = '某旗公安局') =>
    `project:\n  phase: design\n  tracks:\n    - {clause: ${clause}, document: 认定书, by: ${by}}\n`;

  test('a document that says a place isn’t one takes it out of the order’s reach, not the regulation’s', () => {
    const { verdicts } = judged('large-enterprise', [room('restroom', '卫生间')], [CAMERA], stated('cn-799-2025/33.1'));
    expect(both(verdicts, INSIDE, 'C1>room')).toBe('fail / –');
    expect(both(verdicts, INSIDE, '8.1')).toBe('– / notApplicable');
    const own = judged(
      'large-enterprise',
      [room('restroom', '卫生间')],
      [CAMERA],
      stated('cn-799-2025/33.1', '某公司'),
    );
    expect(both(own.verdicts, INSIDE, 'C1>room')).toBe('fail / open');
  });

  test('other public places are spared Arts. 11, 14, 15, 16(2) and 17, not Art. 8', () => {
    const { verdicts } = judged('hotel', [room('restroom', '卫生间')], [CAMERA], stated('cn-799-2025/9.1'));
    expect(both(verdicts, INSIDE, 'C1>room')).toBe('fail / fail');
    expect(pack.parts?.[1].tracks?.find(({ clause }) => clause === 'cn-799-2025/9.1')?.spared).toEqual([
      'cn-799-2025/11',
      'cn-799-2025/14',
      'cn-799-2025/15',
      'cn-799-2025/16.2',
      'cn-799-2025/17',
    ]);
  });
});

describe('the order by itself', () => {
  test('names no clause of the regulation', () => {
    const alone = loadPack(ORDER);
    expect(JSON.stringify(alone)).not.toContain('nm-2017/');
  });

  test('the regulation’s articles are told apart from those of the order beside it', () => {
    const { verdicts } = judged('hotel', [room('guest-room', '客房')], [CAMERA]);
    for (const verdict of verdicts.filter(({ bases }) => bases.every(({ law }) => law === ORDER))) {
      expect(clausesOf(verdict).filter((id) => id.startsWith('nm-2017/'))).toEqual([]);
      const parts = [verdict.message, ...verdict.says];
      const text = parts.map((part) => messageText(rules, verdict.rule, part, 'zh-CN')).join('');
      expect(
        text.replaceAll(
          /(?:国务院令第799号|民法典)第[一二三四五六七八九十百千零]+条(?:第[一二]款)?(?:第（.）项)?/g,
          '',
        ),
      ).not.toMatch(/(?<!、)第[一二三四五六七八九十]+条/);
    }
  });
});
