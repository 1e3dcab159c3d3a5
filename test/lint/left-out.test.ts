// What a reviewer is told of elements that the author leaves out: by every format, before the first verdict.
import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import schema from '../../schemas/report-2.schema.json' with { type: 'json' };
import { closed } from '../support/closed.js';
import { sitecam } from '../support/io.js';

const plan = (overrides: string) => `sitecam: 1
site: {name: 示例, categories: [hotel], region: "150102"}
levels:
  - id: F1
    ceiling: 3
    zones:
      - {id: hall, kind: corridor, rect: [0, 0, 12, 2]}
      - {id: store, kind: store, rect: [12, 0, 4, 4]}
      - {id: wc, kind: restroom, name: 公厕, rect: [0, 2, 6, 4]}
      - {id: wc-2, kind: restroom, name: 卫生间, rect: [0, 2, 5.9, 4]}
    openings:
      - {id: d1, kind: door, line: [[1, 2], [2, 2]]}
    walls:
      - {id: W1, line: [[3, 0], [3, 2]]}
    devices:
      - {id: C1, type: Q, at: [1, 3], height: 2.8, heading: 45, tilt: 20}
      - {id: C2, type: Q, name: 走廊枪机, at: [6, 1], height: 2.8, heading: 270, tilt: 20}
deviceTypes: {Q: {kind: camera, hfov: 90, resolution: [1920, 1080], audio: none}}
${overrides}`;
const REMOVALS = `overrides:
  W1: {remove: true, reason: 旧图}
  store: {remove: true, reason: 不在本次范围}
  C1: {remove: true, reason: 已经取消}
  wc: {remove: true, reason: 图中重复绘制}
`;
const given = { 'plan.yaml': plan(REMOVALS), 'old.yaml': plan('') };
const isReport = new Ajv({ strict: true, allowUnionTypes: true }).compile(Object(closed(schema)));
const run = (...args: string[]) => sitecam(args, { given });
const lint = async (format: string, ...args: string[]) => (await run('lint', 'plan.yaml', '-f', format, ...args)).out;

describe('a reviewer is told what the author leaves out', () => {
  test.each([
    'terminal',
    'markdown',
    'html',
    'sheet',
    'json',
    'sarif',
    'junit',
    'github',
    'gitlab',
    'schedule',
    'opinion',
  ])('by %s', async (format) => {
    const text = (await lint(format)).replace(/\s+/g, '');
    expect(text).toMatch(/删去/);
    if (format === 'opinion') return;
    expect(text).toContain('已经取消');
    if (format === 'schedule') return;
    for (const reason of ['旧图', '不在本次范围', '图中重复绘制']) expect(text).toContain(reason);
  });

  test('before the first verdict: private places, other zones, devices, walls', async () => {
    const { out } = await run('lint', 'plan.yaml');
    const text = out.replace(/\n +/g, '');
    const order = ['wc（卫生间，“公厕”，F1，', 'store（库房，F1，', 'C1（摄像机，F1，', 'W1（F1，', '\n不符合（'].map(
      (one) => text.indexOf(one),
    );
    expect(order).not.toContain(-1);
    expect([...order].sort((a, b) => a - b)).toEqual(order);
  });

  test('in the line that sums up, of one plan and of several', async () => {
    const { out } = await run('lint', 'plan.yaml', '--lang', 'en');
    expect(out.replace(/\s+/g, ' ')).toContain(
      'Within what the plan states, without what its author leaves out (see above):',
    );
    const both = (await run('lint', 'plan.yaml', 'old.yaml', '--lang', 'en')).out.replace(/\s+/g, ' ');
    expect(both).toContain('1 of them without what the author leaves out');
    expect((await run('lint', 'old.yaml')).out).not.toContain('删去');
  });

  test('as data: JSON by its schema, with what it was and why', async () => {
    const report = JSON.parse(await lint('json'));
    expect(isReport(report)).toBe(true);
    const [one] = report.plans;
    expect(one.cautions.map(({ kind }: { kind: string }) => kind)).toEqual(['left-out', 'left-out', 'left-out']);
    expect(one.headline).toContain('不计设计人员删去的内容');
    expect(one.site.overrides).toContainEqual(
      expect.objectContaining({
        element: 'device',
        id: 'C1',
        key: 'remove',
        to: true,
        leftOut: { reason: '已经取消', levels: ['F1'], kind: 'camera' },
      }),
    );
  });

  test('in the page of assumptions, all of them, where the caution names the first alone', async () => {
    const many = Array.from({ length: 40 }, (_, n) => `      - {id: w${n}, line: [[${n}, 20], [${n}, 21]]}\n`).join('');
    const removed = Array.from({ length: 40 }, (_, n) => `  w${n}: {remove: true, reason: 旧图}\n`).join('');
    const text = plan(`overrides:\n${removed}  C1: {remove: true, reason: 取消}\n`).replace(
      '    walls:\n',
      `    walls:\n${many}`,
    );
    const { out } = await sitecam(['lint', 'plan.yaml', '-f', 'json'], { given: { 'plan.yaml': text } });
    const [one] = JSON.parse(out).plans;
    const cautions = one.cautions.map(({ text: said }: { text: Record<string, string> }) => said.zh);
    expect(cautions).toEqual([
      expect.stringContaining('设备1处，未按其审查，请核对：C1'),
      expect.stringMatching(/墙40处.*w29（F1，理由：旧图）；其余见“前提与假定”。$/),
    ]);
    expect(JSON.stringify(one.assumptions)).toContain('w39（F1，理由：旧图）');
  });

  test('by inspect', async () => {
    expect((await run('inspect', 'plan.yaml')).out.replace(/\n +/g, '')).toContain('C1（摄像机，F1，理由：已经取消）');
    const { cautions } = JSON.parse((await run('inspect', 'plan.yaml', '-f', 'json')).out);
    expect(cautions).toHaveLength(3);
  });

  test('by diff: what is no longer there, and by whose word', async () => {
    const { out } = await run('diff', 'old.yaml', 'plan.yaml', '-f', 'markdown');
    expect(out).toContain('overrides\\[C1\\].remove | 未写明 → 删去：是，理由：“已经取消” |');
    expect(out).toContain('设备“C1”（摄像机） | 删除 |');
  });

  test('by a redacted report, without saying of what', async () => {
    const { out } = await run('lint', 'plan.yaml', '--redact');
    expect(out).toContain('设计人员在 overrides 中删去图形所绘的内容');
    expect(out).toContain('不计设计人员删去的内容');
    for (const word of ['已经取消', '公厕', '旧图']) expect(out).not.toContain(word);
  });
});
