import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { lint, loadConfiguration, loadPack, parseWaivers } from '../../src/index.js';

const today = '2026-11-24';
const MUSEUM = 'fixtures/sites/museum/plan.yaml';
const read = (path: string) => readFileSync(path);

describe('lint', () => {
  test('a text is one plan, read as its path says', () => {
    const yaml = lint(readFileSync('fixtures/sites/ktv/plan.yaml', 'utf8'), { today });
    expect(yaml.ok && yaml.path).toBe('plan.yaml');
    const text = readFileSync('fixtures/sites/residential-compound/plan.geojson');
    const geojson = lint(text, { today, path: 'site.geojson' });
    expect(geojson.ok && geojson.files.map(({ format }) => format)).toEqual(['json']);
  });

  test('files are several, in their order; what they refer to is read', () => {
    const results = lint([{ path: MUSEUM }, { path: 'broken.yaml', text: 'sitecam: [' }], { today, read });
    expect(results.map(({ ok, path }) => [path, ok])).toEqual([
      [MUSEUM, true],
      ['broken.yaml', false],
    ]);
    expect(results[0].files.length).toBeGreaterThan(1);
  });

  test('what is not there is a plan that can’t be read, not an exception', () => {
    const [result] = lint([{ path: 'gone.yaml' }], { today });
    expect(!result.ok && result.unreadable.map(({ code }) => code)).toEqual(['source/missing']);
  });

  test('takes configuration and waivers as they were read', () => {
    const bytes = (text: string) => () => new TextEncoder().encode(text);
    const reader = { absolute: (path: string) => `/${path}`, pack: loadPack('nm-2017') };
    const config = loadConfiguration('c.yaml', { ...reader, read: bytes('rules: {capture/cross-level: "off"}') });
    if (!config.ok) throw new Error('it can be used');
    const waivers = parseWaivers('w.yaml', '/w.yaml', bytes('waivers: []')());
    if (!waivers.ok) throw new Error('it can be used');
    const [result] = lint([{ path: MUSEUM }], {
      today,
      read,
      configuration: config.configuration,
      waivers: [waivers.waivers],
    });
    const found = result.ok ? result.verdicts.filter(({ rule }) => rule === 'capture/cross-level') : [];
    expect(found.map(({ outcome, subject, level }) => [outcome, subject, level])).toEqual([['open', 'off', 'warning']]);
    expect(found.map(({ message }) => message.id)).toEqual(['engine/off']);
    expect(result.ok && result.cautions?.map(({ kind }) => kind)).toEqual(['loosened']);
  });

  test('says before all else what a configuration loosened, from what to what, and where it stands', () => {
    const text = `rules: {capture/view-into-private-zone: "off", coverage/protected: warning, plan/light-leak: "off"}
parameters: {pickup: 3}
`;
    const reader = { absolute: (path: string) => `/${path}`, pack: loadPack('nm-2017') };
    const config = loadConfiguration('c.yaml', { ...reader, read: () => new TextEncoder().encode(text) });
    if (!config.ok) throw new Error('it can be used');
    const [result] = lint([{ path: MUSEUM }], { today, read, configuration: config.configuration });
    const cautions = result.ok ? (result.cautions ?? []) : [];
    expect(cautions.map(({ kind, text: { zh } }) => [kind, zh])).toEqual([
      [
        'loosened',
        '配置放宽：规则“capture/view-into-private-zone”（第九条第一款）由“须改正”改为“不执行”，见“c.yaml:1”。',
      ],
      ['loosened', '配置放宽：规则“coverage/protected”（第八条）由“须改正”改为“提示”，见“c.yaml:1”。'],
      ['loosened', '配置放宽：规则“plan/light-leak”由“提示”改为“不执行”，见“c.yaml:1”。'],
      ['loosened', '配置放宽：参数pickup（未注明时的拾音距离）由5米改为3米，见“c.yaml:2”。'],
    ]);
    expect(cautions.map(({ text: { en } }) => en)).toEqual([
      "Loosened by configuration: rule 'capture/view-into-private-zone' (Art. 9(1)) from 'error' to 'off', 'c.yaml:1'.",
      "Loosened by configuration: rule 'coverage/protected' (Art. 8) from 'error' to 'warning', 'c.yaml:1'.",
      "Loosened by configuration: rule 'plan/light-leak' from 'warning' to 'off', 'c.yaml:1'.",
      "Loosened by configuration: parameter pickup (pickup distance where the plan gives none) from 5 m to 3 m, 'c.yaml:2'.",
    ]);
  });

  test.each([
    ['true', '存放'],
    ['false', '未存放'],
  ])('what is said of important items is among the assumptions: %s', (kept, value) => {
    const plan = `sitecam: 1\nsite: {name: 邮局, categories: [postal], keepsImportantItems: ${kept}}\nlevels: [{id: F1, ceiling: 3}]\n`;
    const result = lint(plan, { today });
    const rows = result.ok ? result.assumptions.filter(({ what }) => what.zh === '重要物品') : [];
    expect(rows.map((row) => row.value.zh)).toEqual([value]);
  });

  test('takes what a configuration says of the categories a plan is of', () => {
    const text = 'overrides:\n  - {categories: [museum], rules: {plan/light-leak: "off"}}\n';
    const reader = { absolute: (path: string) => `/${path}`, pack: loadPack('nm-2017') };
    const config = loadConfiguration('c.yaml', { ...reader, read: () => new TextEncoder().encode(text) });
    if (!config.ok) throw new Error('it can be used');
    const { configuration } = config;
    const [museum, ktv] = lint([{ path: MUSEUM }, { path: 'fixtures/sites/ktv/plan.yaml' }], {
      today,
      read,
      configuration,
    });
    expect([museum, ktv].map((result) => result?.ok && result.cautions?.length)).toEqual([1, undefined]);
  });

  test.each([{ today: '2026-13-01' }, { today, pack: 'nm-2018' }])('%j is a mistake of the caller', (options) => {
    expect(() => lint('', options)).toThrow(RangeError);
  });
});
