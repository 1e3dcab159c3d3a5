import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { RulesJson } from '../../src/features/explain/rules-table.js';
import { rules } from '../../src/index.js';
import { allPacks } from '../../src/law/load.js';
import { applicablePack } from '../../src/rules/rule.js';
import { sitecam } from '../support/io.js';

describe('sitecam rules', () => {
  test('json says everything a tool needs, in both languages whatever the locale', async () => {
    const zh = await sitecam(['rules', '--format', 'json']);
    const en = await sitecam(['rules', '--format', 'json', '--lang', 'en']);
    expect(zh.out).toBe(en.out);
    const list: RulesJson = JSON.parse(zh.out);
    expect(list.rules.map(({ id }) => id)).toEqual(rules.map(({ id }) => id));
    const criterion = list.rules.find(({ id }) => id === 'coverage/criterion');
    expect(criterion).toMatchObject({
      level: 'warning',
      waivable: true,
      title: { zh: '设计指标：视频覆盖率（非法定）', en: 'Design criterion: video coverage (not required by law)' },
      clauses: [],
    });
    const declared = list.rules.find(({ id }) => id === 'coverage/declared');
    expect(declared).toMatchObject({ level: 'error', waivable: false });
    expect(declared?.clauses).toContainEqual({ id: 'nm-2017/8', citation: { zh: '第八条', en: 'Art. 8' } });
    const near = list.rules.find(({ id }) => id === 'capture/device-in-private-zone')?.parameters;
    expect(near).toMatchObject([
      { name: 'nearRadius', value: 3, unit: 'm', basis: 'sitecam' },
      { name: 'privacyDensity', basis: 'sitecam' },
    ]);
  });

  test('knows every pack: what only the order asks, and by which of its clauses', async () => {
    const list: RulesJson = JSON.parse((await sitecam(['rules', '--format', 'json'])).out);
    const ids = (rule: string) => list.rules.find(({ id }) => id === rule)?.clauses.map(({ id }) => id);
    expect(ids('project/track')).toContain('cn-799-2025/9.1');
    expect(ids('capture/device-in-private-zone')).toEqual(expect.arrayContaining(['nm-2017/24', 'cn-799-2025/8.1(3)']));
    // Sound is the regulation's alone.
    expect(ids('capture/sound-from-private-zone')?.filter((id) => !id.startsWith('nm-2017/'))).toEqual([]);
    const track = list.rules.find(({ id }) => id === 'project/track')?.clauses[0].citation.zh;
    expect(track).toMatch(/^国务院令第799号第七条/);
  });

  test('markdown is a table in the language asked for, with every rule', async () => {
    const zh = (await sitecam(['rules', '--format', 'markdown'])).out.trimEnd().split('\n');
    const en = (await sitecam(['rules', '--format', 'markdown', '--lang', 'en'])).out.trimEnd().split('\n');
    expect([zh.length, en.length]).toEqual([rules.length + 2, rules.length + 2]);
    expect(zh).toContain('| `capture/cross-level` | 须改正 | 第九条第一款 | 跨楼层的可视、拾音范围由审查人判定 |');
    expect(en).toContain(
      '| `capture/cross-level` | error | Art. 9(1) | What is seen and heard from level to level is for the reviewer |',
    );
  });

  test('a misspelt format is wrong usage, with a suggestion', async () => {
    const { code, err } = await sitecam(['rules', '--format', 'jsno', '--lang', 'en']);
    expect(code).toBe(2);
    expect(err).toContain("Did you mean 'json'?");
  });
});

describe('the parameters that a rule names', () => {
  test.each(rules.map((rule) => [rule.id, rule] as const))('%s', (id, rule) => {
    const { parameters: names = [] } = rule;
    const pack = applicablePack(rule, allPacks());
    expect(names.filter((name) => pack.parameters[name] === undefined)).toEqual([]);
    const source = readFileSync(`src/rules/${id}.ts`, 'utf8');
    const read = [...source.matchAll(/\bparameter\([\w.]+, '(\w+)'\)/g)].map(([, name]) => name);
    expect(read.filter((name) => !names.includes(name))).toEqual([]);
  });
});
