import { describe, expect, test } from 'vitest';
import { loadPack } from '../../src/law/load.js';
import { lintPlan } from '../../src/lint/lint.js';
import type { Report } from '../../src/lint/types.js';
import { deviceOf } from '../plan/support.js';

const options = { pack: loadPack('nm-2017'), today: '2026-11-24' };

/** The report on a plan in one file. */
function linted(text: string): Report {
  const report = lintPlan('plan.yaml', () => new TextEncoder().encode(text), options);
  if (!report.ok) throw new Error(JSON.stringify(report.unreadable));
  return report;
}

/** What a report states, each in one line. */
function stated({ verdicts }: Report): string[] {
  return verdicts.map(({ outcome, rule, subject }) => `${outcome} ${rule} ${subject}`).sort();
}

/** A hotel's entrance with a restroom and a shop beside it; C1 and C2 are written with the keys given. */
function plan(c1: string, c2 = 'heading: 225, tilt: 20, hfov: 90, resolution: [2560, 1440]', types = ''): string {
  return `sitecam: 1
site: {name: 小旅店, categories: [hotel], region: "150102"}
levels:
  - id: F1
    ceiling: 3
    zones:
      - {id: hall, kind: main-entrance, name: 门厅, enclosed: true, rect: [0, 0, 8, 4]}
      - {id: wc, kind: restroom, name: 卫生间, rect: [8, 0, 3, 4]}
      - {id: shop, kind: shop, name: 小卖部, rect: [0, 4, 5, 4]}
    openings:
      - {id: p0, kind: glass-door, line: [[0, 1.5], [0, 2.5]]}
      - {id: p1, kind: door, line: [[8, 1.5], [8, 2.5]]}
      - {id: p2, kind: door, line: [[1, 4], [2, 4]]}
    devices:
      - {id: C1, kind: camera, at: [7.9, 3.9], height: 2.8, audio: none, ${c1}}
      - {id: C2, kind: camera, at: [4.9, 7.9], height: 2.8, audio: none, ${c2}}
${types}`;
}

const OTHERS = 'tilt: 15, hfov: 90, resolution: [2560, 1440]';

describe('a heading of more than a turn', () => {
  test('is the device’s fault, is read as what is left of it, and opens nothing', () => {
    const right = stated(linted(plan(`heading: 250, ${OTHERS}`)));
    const wrong = linted(plan(`heading: 610, ${OTHERS}`));
    expect(stated(wrong)).toEqual([...right, 'fail plan/impossible-optics C1/heading'].sort());
    const fault = wrong.verdicts.find(({ rule }) => rule === 'plan/impossible-optics');
    expect(fault?.message).toMatchObject({
      zh: '设备“C1”的heading为610度，超过一周，现按250度审查；请核对后改正。',
      en: "Device 'C1' has heading 610°, more than a turn; it is judged as 250°. Check and correct it.",
    });
  });

  test('of more than two turns it tells no direction, and leaves the device’s verdicts open', () => {
    const found = linted(plan(`heading: 2500, ${OTHERS}`)).verdicts.filter(({ tainted }) => tainted !== undefined);
    expect(found.length).toBeGreaterThan(0);
  });
});

describe('keys that hold keys', () => {
  const types = `deviceTypes:
  dome: {kind: camera, ptz: {pan: [0, 360], tilt: [0, 90], hfov: [3, 60], limits: hard, home: {heading: 0, tilt: 30, hfov: 60}}, tolerance: {heading: 1, tilt: 2}}
`;

  test('of a device are merged with those of its type', () => {
    const home = '{heading: 250, tilt: 15, hfov: 50}';
    const { site } = linted(plan(`type: dome, ptz: {home: ${home}}, tolerance: {tilt: 1}`, undefined, types));
    const { lenses, tolerance } = deviceOf(site, 'C1');
    expect(lenses[0]?.ptz).toEqual({
      pan: [0, 360],
      tilt: [0, 90],
      hfov: [3, 60],
      limits: 'hard',
      home: { heading: 250, tilt: 15, hfov: 50 },
    });
    expect(tolerance).toEqual({ heading: 1, tilt: 1, position: 0 });
  });

  test('a fault in them is shown where the figure stands', () => {
    const report = linted(plan('type: dome, ptz: {home: {heading: 250, tilt: 15, hfov: 70}}', undefined, types));
    const place = report.verdicts.find(({ rule }) => rule === 'plan/home-outside-limits')?.place;
    expect(place).toEqual({ path: 'plan.yaml', pointer: '/levels/0/devices/0/ptz/home/hfov' });
    const wrong = types.replace('hfov: [3, 60], limits', 'hfov: [0, 60], limits');
    const inType = linted(plan('type: dome, ptz: {home: {heading: 250, tilt: 15, hfov: 50}}', undefined, wrong));
    expect(inType.verdicts.find(({ rule }) => rule === 'plan/impossible-optics')?.place).toEqual({
      path: 'plan.yaml',
      pointer: '/deviceTypes/dome/ptz/hfov/0',
    });
  });
});

describe('a sign mounted higher than anything is', () => {
  const signed = (height: number): string => `sitecam: 1
site: {name: 示例医院, categories: [hospital], region: "150102"}
levels:
  - id: F1
    ceiling: 3
    zones:
      - {id: hall, kind: lobby, name: 大厅, rect: [0, 0, 16, 8]}
    openings:
      - {id: d1, kind: door, line: [[7, 0], [9, 0]]}
    devices:
      - {id: C, kind: camera, at: [8, 7.8], height: 2.8, heading: 180, tilt: 20, hfov: 90, resolution: [1280, 720], audio: none}
    signs:
      - {id: S, at: [8, 0.5], heading: 180, height: ${height}, text: 您已进入视频监控区域}
`;
  const pack = loadPack('cn-799-2025');
  const judged = (height: number): string[] => {
    const report = lintPlan('plan.yaml', () => new TextEncoder().encode(signed(height)), { ...options, pack });
    return report.ok ? stated(report).filter((line) => line.includes('signs/approach')) : [];
  };

  test('leaves open whether it is a notice, and what is met with it', () => {
    expect(judged(2.7)).toEqual(['pass signs/approach d1', 'pass signs/approach site/signs']);
    expect(judged(2700)).toEqual(['open signs/approach d1', 'open signs/approach site/signs']);
  });
});
