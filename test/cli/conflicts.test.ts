import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { expect, test } from 'vitest';
import schema from '../../schemas/conflicts-1.schema.json' with { type: 'json' };
import { sitecam } from '../support/io.js';

const plan = (name: string) => readFileSync(`fixtures/conflicts/${name}.yaml`, 'utf8');
const given = {
  'none.yaml': plan('polling-none'),
  'pose.yaml': plan('ktv-pose'),
  'inside.yaml': plan('polling-inside'),
  'plain.yaml': plan('ktv-pose').replace(/^.*id: (C1|d-k1),.*\n/gm, ''),
  'bad.yaml': 'sitecam: 1\nsite: 3\n',
};
const run = (...args: string[]) => sitecam(['conflicts', ...args, '--only-packs', 'nm-2017'], { given });
const valid = new Ajv({ strict: false }).compile(schema);

test('a pose in words, its drawing, and 0', async () => {
  const { code, out, err, written } = await run('pose.yaml', '--assets', 'roses');
  expect([code, err]).toEqual([0, '']);
  const text = out.replaceAll(/\n +/g, '');
  expect(text).toContain('应当覆盖：“通道P1”（第八条第（八）项）：照图覆盖85.54%，不计本机为8.83%');
  expect(text).toContain('不得采集：“包间1”（第九条第一款、第九条第二款第（一）项）：可及7.76平方米，须审查判定。');
  expect(text).toMatch(/结论：可以兼顾：朝向由48°改为\d+(\.5)?°（向右转\d+(\.5)?°）/);
  expect(text).toContain('图：roses/pose-C1.svg');
  const svg = written.get('roses/pose-C1.svg') ?? '';
  expect(svg).toMatch(/^<svg xmlns/);
  // Behind the walls of its corner there is nothing to look at: a quarter of a rose, in three rings, and two arrows.
  const wedges = svg.match(/<path d="M[^"]*z"/g)?.length ?? 0;
  expect(wedges).toBeGreaterThanOrEqual(3 * 17);
  expect(svg).toContain('stroke-width="2.5"');
  expect(svg).toContain('外圈：两者兼得');
});

test('a proof of none in words, in both languages, and 1', async () => {
  const zh = await run('none.yaml');
  expect([zh.code, zh.err]).toEqual([1, '']);
  const text = zh.out.replaceAll(/\n +/g, '');
  expect(text).toMatch(
    /在该安装点，凡能使“礼堂”的覆盖率达到50%的朝向（均在\d+°～\d+°以内），均可及“选举箱”（对全部姿态分\d+格逐格界定，非抽样）；该可及情形是否符合规定由审查人判定，判定不符合的，须改变安装位置、设置永久遮蔽或者改用不具有音视频采集功能的设备。/,
  );
  const { out } = await run('none.yaml', '--lang', 'en');
  expect(out.replaceAll(/\n +/g, ' ')).toMatch(/every pose that covers 50% of '礼堂' \(all within .*\) sees '选举箱'/);
  expect(out).not.toMatch(/[，。；：（）]/);
  const inside = await run('inside.yaml');
  expect(inside.code).toBe(1);
  expect(inside.out.replaceAll(/\n +/g, '')).toContain('转向何处均属在该处安装');
});

test('for programs: by the schema, answers and edits', async () => {
  const { code, out } = await run('pose.yaml', 'inside.yaml', '--format', 'json');
  expect(code).toBe(1);
  const record = JSON.parse(out);
  expect(valid(record), JSON.stringify(valid.errors)).toBe(true);
  const [pose, inside] = record.plans.map(({ conflicts }: { conflicts: unknown[] }) => conflicts[0]);
  expect(pose.answer).toMatchObject({ is: 'pose', edits: [{ path: 'pose.yaml' }] });
  expect(inside.answer).toMatchObject({ is: 'none', reason: 'inside', sectors: [] });
  expect(valid({ ...record, plans: [{}] })).toBe(false);
});

test('in Markdown; nothing found; what cannot be read', async () => {
  const { out } = await run('inside.yaml', '--format', 'markdown');
  expect(out).toMatch(/^## 应当覆盖与不得采集的冲突\n/);
  expect(out).toContain('### C1\n\n- **应当覆盖**：“礼堂”');
  const plain = await run('plain.yaml');
  expect(plain.code).toBe(0);
  expect(plain.out).toContain('图中没有既为应当设防的部位');
  const bad = await run('bad.yaml', 'plain.yaml');
  expect(bad.code).toBe(3);
  expect(bad.err).toContain('bad.yaml');
  expect(bad.out).toContain('plain.yaml');
});

test('a drawing of its own for each camera of each plan, named alike in every run', async () => {
  const [head = '', level = ''] = plan('ktv-pose').split('levels:\n');
  const above = level.replaceAll(/id: ([\w-]+)/g, 'id: $1u').replace('elevation: 0', 'elevation: 4');
  const twin = `${head}levels:\n${level.replace('id: C1,', 'id: C+1,')}${above.replace('id: C1u,', 'id: C=1,')}`;
  const rosesOf = async (files: Record<string, string>) => {
    const names = Object.keys(files);
    const { code, out, written } = await sitecam(
      ['conflicts', ...names, '--assets', 'roses', '--only-packs', 'nm-2017', '--format', 'json'],
      { given: files },
    );
    expect(code).toBeLessThan(2);
    const found = JSON.parse(out).plans.flatMap((one: { conflicts: { drawing: string }[] }) =>
      one.conflicts.map(({ drawing }) => drawing),
    );
    expect([...written.keys()].sort()).toEqual([...found].sort());
    return found;
  };
  const [a, b] = [{ 'a/plan.yaml': plan('ktv-pose') }, { 'b/plan.yaml': plan('ktv-pose') }];
  const [first, second] = await rosesOf({ ...a, ...b });
  expect(first).toMatch(/^roses\/plan-C1-[0-9a-f]{12}\.svg$/);
  expect(second).toMatch(/^roses\/plan-C1-[0-9a-f]{12}\.svg$/);
  expect(second).not.toBe(first);
  expect(await rosesOf({ ...b, ...a })).toEqual([second, first]);
  expect(await rosesOf(a)).toEqual(['roses/plan-C1.svg']);
  expect(await rosesOf({ 'twin.yaml': twin })).toEqual(['roses/twin-C_1.svg', 'roses/twin-C_1-2.svg']);
});

test('every view held against the other implementation says the same', async () => {
  expect((await run('inside.yaml', '--verify')).out).toBe((await run('inside.yaml')).out);
});
