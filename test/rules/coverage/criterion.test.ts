import { describe, expect, test } from 'vitest';
import { rule } from '../../../src/rules/coverage/criterion.js';
import { adviceOf, planOf, textOf, verdict } from './support.js';

const CAMERA =
  '{id: C1, kind: camera, audio: none, at: [0.1, 0.1], height: 2.8, heading: 50, tilt: 25, hfov: 98, resolution: [2560, 1440]}';
const PASSAGE = 'kind: corridor, name: 通道P2';

describe('the design criterion', () => {
  test('is called ours, in the words settled for it', () => {
    const piece = { area: 6.213, outline: [] };
    const found = verdict(rule, planOf('hotel', PASSAGE), 'z1', { fraction: 0.713, area: 24, uncovered: [piece] });
    expect(textOf(rule, found)).toBe(
      '设计指标（本工具设定，非条例规定）：“通道P2”覆盖率71.30%，低于设定值90%（观察级，62.5像素/米）；最大盲区6.21平方米。',
    );
    expect(adviceOf(rule, found)).toContain('6.21平方米');
    expect(found.penalties).toEqual([]);
    expect(found.evidence).toMatchObject({
      coverage: { fraction: 0.713, threshold: 0.9, level: 'observe' },
      uncovered: [piece],
    });
  });

  test.each([
    ['kind: main-entrance', 'hotel', '95%（识别级，125像素/米）'],
    ['kind: corridor', 'hotel', '90%（观察级，62.5像素/米）'],
    ['kind: vault', 'bank', '95%（识别级，125像素/米）'],
    ['kind: counter', 'bank', '95%（识别级，125像素/米）'],
    ['kind: exhibition-hall', 'museum', '80%（侦测级，25像素/米）'],
  ])('of %s in a %s asks for %s', (zone, category, asked) => {
    expect(textOf(rule, verdict(rule, planOf(category, zone), 'z1'))).toContain(asked);
  });

  test('prints as many digits as it takes to differ from the threshold', () => {
    const found = verdict(rule, planOf('hotel', PASSAGE), 'z1', { fraction: 0.8999996, bound: 1e-9, uncovered: [] });
    expect(found.outcome).toBe('fail');
    expect(textOf(rule, found)).toMatch(/覆盖率89\.9999\d?%，低于设定值90%/);
  });

  test('says where only the mounting tolerance stands between it and the threshold', () => {
    const missed = verdict(rule, planOf('hotel', PASSAGE), 'z1', { fraction: 0.88, bound: 1e-9, asDrawn: 0.91 });
    expect(missed.outcome).toBe('fail');
    expect(textOf(rule, missed)).toMatch(/差在安装允许误差：.*为91.00%/);
    const anyway = verdict(rule, planOf('hotel', PASSAGE), 'z1', { fraction: 0.88, bound: 1e-9, asDrawn: 0.89 });
    expect(textOf(rule, anyway)).not.toContain('允许误差');
  });

  test.each([
    [0.9 + 1e-7, 1e-9, 'pass'],
    [0.9 + 1e-10, 1e-9, 'review'],
    [0.9 - 1e-10, 1e-9, 'review'],
    [0.9 - 1e-7, 1e-9, 'fail'],
    [0.9, 0, 'review'],
  ])('at %f with a bound of %f: %s', (fraction, bound, outcome) => {
    const found = verdict(rule, planOf('hotel', PASSAGE), 'z1', { fraction, bound, uncovered: [] });
    expect(found.outcome).toBe(outcome);
  });

  test('is for the reviewer where 1.5 mm at the edges of what is left out decide', () => {
    // Of 10 m²; the piece left out has an outline of 4 m: 30 cm².
    const square = [
      [0, 0],
      [1, 0],
      [1, 1],
      [0, 1],
    ] as const;
    const at = (fraction: number) =>
      verdict(rule, planOf('hotel', PASSAGE), 'z1', {
        fraction,
        area: 10,
        uncovered: [{ area: 1, outline: [square] }],
      });
    expect([0.8996, 0.8998, 0.9002, 0.9004].map((fraction) => at(fraction).outcome)).toEqual([
      'fail',
      'review',
      'review',
      'pass',
    ]);
  });

  test('a miss rests on every camera nearby, a pass on those that see', () => {
    const away =
      '{id: C2, kind: camera, audio: none, at: [5.9, 0.1], height: 2.8, heading: 135, tilt: 25, hfov: 30, resolution: [640, 480]}';
    const plan = planOf('hotel', PASSAGE, [CAMERA, away]);
    expect(verdict(rule, plan, 'z1', { fraction: 0.1 }).dependsOn.devices).toEqual(['C1', 'C2']);
    expect(verdict(rule, plan, 'z1', { fraction: 1 }).dependsOn.devices).toEqual(['C1']);
  });
});
