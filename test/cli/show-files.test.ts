// `lint --show-files`: the plans that would be linted, one a line.
import { describe, expect, test } from 'vitest';
import { sitecam } from '../support/io.js';

const KTV = ['fixtures/sites/ktv/plan.yaml', 'fixtures/sites/ktv/violations.yaml'];

describe('--show-files', () => {
  test('lists the plans of a folder, lints nothing, and says what it passes over', async () => {
    const ran = await sitecam(['lint', 'fixtures/sites/ktv', '--show-files']);
    expect(ran).toMatchObject({ code: 0, out: `${KTV.join('\n')}\n` });
    expect(ran.err).toBe('sitecam：另有2个文件不是设计图，未审查（加 --verbose 列出）。\n');
    // The plan isn't even read: what is wrong with it is no matter here.
    const broken = await sitecam(['a.yaml', '--show-files'], { given: { 'a.yaml': 'sitecam: [' } });
    expect(broken).toMatchObject({ code: 0, out: 'a.yaml\n' });
  });

  test('lists those of a shard, and nothing of an empty one', async () => {
    const part = async (shard: string) => sitecam(['lint', 'fixtures/sites/ktv', '--show-files', '--shard', shard]);
    expect((await part('1/2')).out).toBe(`${KTV[0]}\n`);
    expect((await part('2/2')).out).toBe(`${KTV[1]}\n`);
    expect(await part('3/3')).toMatchObject({ code: 0, out: '' });
  });

  test('writes no report', async () => {
    const ran = await sitecam(['lint', ...KTV, '--show-files', '-f', 'json=report.json']);
    expect(ran.written.size).toBe(0);
  });

  test('is exit code 3 where an argument names no plan, and lists the others', async () => {
    const ran = await sitecam(['lint', KTV[0], 'nowhere.yaml', '--show-files']);
    expect(ran).toMatchObject({ code: 3, out: `${KTV[0]}\n` });
    expect(ran.err).toMatch(/^sitecam：.*nowhere\.yaml.*\n$/);
    const none = await sitecam(['lint', 'docs/images', '--show-files', '--lang', 'en']);
    expect(none).toMatchObject({ code: 3, out: '' });
    expect(none.err).toMatch(/^sitecam: .*docs\/images/);
  });
});
