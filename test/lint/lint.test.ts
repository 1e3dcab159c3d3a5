import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { type LintResult, lint, loadConfiguration, loadPack, parseWaivers, snapshotOf } from '../../src/index.js';
import { BUILT_IN_PACKS } from '../../src/law/built-in.gen.js';
import { packAmong } from '../../src/law/load.js';
import { LIMITS, limitParams } from '../../src/source/limits.js';
import { limitText } from '../../src/source/texts.js';

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

  test('an error of whoever reads files, or of ours, is thrown: it says nothing of the plan', () => {
    const failing = () => {
      throw new Error('the disk is gone');
    };
    expect(() => lint([{ path: MUSEUM }], { today, read: failing })).toThrow('the disk is gone');
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

  const BARE = 'sitecam: 1\nsite: {name: 旅店, categories: [hotel]}\nlevels: [{id: F1, ceiling: 3}]\n';
  const encoded = (text: string) => new TextEncoder().encode(text);

  test('a plan that takes more than may be worked out is one that can’t be read, and it is said how much that is', () => {
    const limits = { ...LIMITS, work: 500 };
    expect(lint(BARE, { today, limits })).toEqual({
      ok: false,
      path: 'plan.yaml',
      unreadable: [
        {
          code: 'limit/work',
          message: limitText.work(limitParams('work', 500)),
          place: { path: 'plan.yaml', pointer: '' },
        },
      ],
      files: [],
    });
    expect(lint(BARE, { today, limits: { ...LIMITS, work: 1e8 } }).ok).toBe(true);
    expect(lint(BARE, { today, limits: { ...LIMITS, bytes: 10 } }).ok).toBe(false);
  });

  test('waivers kept outside stand behind the plan’s own, with their files, where they are for it', () => {
    const waiversOf = (path: string, text: string) => {
      const parsed = parseWaivers(path, `/${path}`, encoded(text));
      if (!parsed.ok) throw new Error('it can be used');
      return parsed.waivers;
    };
    const keys = 'rule: coverage/criterion, reason: 待, by: 张, until: 2027-01-01';
    const waivers = [
      waiversOf('a.yaml', `waivers: [{plan: other.yaml, subject: x, ${keys}}]`),
      waiversOf(
        'b.yaml',
        `waivers: [{plan: other.yaml, subject: y, ${keys}}, {plan: plan.yaml, subject: z, document: 批, ${keys}}]`,
      ),
      waiversOf('c.yaml', `waivers: [{subject: q, ${keys}}]`),
    ];
    const plan = `${BARE}waivers: [{subject: own, ${keys}}]\n`;
    const result = lint(plan, { today, waivers });
    if (!result.ok) throw new Error('it can be read');
    expect(result.files.map(({ path }) => path)).toEqual(['plan.yaml', 'b.yaml', 'c.yaml']);
    const all = { rule: 'coverage/criterion', reason: '待', by: '张', until: '2027-01-01', document: undefined };
    expect(result.site.waivers).toEqual([
      { ...all, subject: 'own', place: { path: 'plan.yaml', pointer: '/waivers/0' } },
      { ...all, subject: 'z', document: '批', place: { path: 'b.yaml', pointer: '/waivers/1' }, outside: true },
      { ...all, subject: 'q', place: { path: 'c.yaml', pointer: '/waivers/0' }, outside: true },
    ]);
    const none = lint(plan, { today, waivers: waivers.slice(0, 1) });
    expect(none.files).toHaveLength(1);
  });

  test('globs are held against where the plan lies, else against its path', () => {
    const text = 'overrides:\n  - {files: sub/plan.yaml, rules: {plan/light-leak: "off"}}\n';
    const reader = { absolute: (path: string) => `/${path}`, pack: loadPack('nm-2017') };
    const config = loadConfiguration('c.yaml', { ...reader, read: () => encoded(text) });
    if (!config.ok) throw new Error('it can be used');
    const cautions = (options: { readonly path?: string; readonly absolute?: string }) => {
      const result = lint(BARE, { today, configuration: config.configuration, ...options });
      return result.ok ? result.cautions?.filter(({ kind }) => kind === 'loosened').length : undefined;
    };
    expect(cautions({})).toBe(0);
    expect(cautions({ path: 'sub/plan.yaml' })).toBe(1);
    expect(cautions({ absolute: '/sub/plan.yaml' })).toBe(1);
    expect(cautions({ path: 'sub/plan.yaml', absolute: '/plan.yaml' })).toBe(0);
  });

  test('beside a baseline, what a rule that is off had found is neither there nor gone', () => {
    const text = 'rules: {coverage/criterion: "off", plan/light-leak: warning}\n';
    const reader = { absolute: (path: string) => `/${path}`, pack: loadPack('nm-2017') };
    const config = loadConfiguration('c.yaml', { ...reader, read: () => encoded(text) });
    if (!config.ok) throw new Error('it can be used');
    const plan = BARE.replace('ceiling: 3', 'ceiling: 3, zones: [{id: way, kind: corridor, rect: [0, 0, 9, 2]}]');
    const before = lint(plan, { today });
    if (!before.ok) throw new Error('it can be read');
    const baseline = { file: { path: 'b.json', sha256: 'ab' }, findings: snapshotOf(before) };
    expect(baseline.findings.map(({ rule }) => rule)).toContain('coverage/criterion');
    const now = lint(plan, { today, baseline, configuration: config.configuration });
    if (!now.ok) throw new Error('it can be read');
    expect(now.baseline).toMatchObject({ unjudged: 1, gone: [], counts: { new: 0, changed: 0 } });
    expect(now.options).not.toHaveProperty('baseline');
    expect(lint(plan, { today, baseline })).toMatchObject({ baseline: { unjudged: 0, counts: { new: 0 } } });
  });

  test('files beyond the plan’s folder are read where that is allowed', () => {
    const part = '{"type": "FeatureCollection", "sitecam": {"coordinates": "metres"}, "features": []}';
    const text = BARE.replace('ceiling: 3', 'ceiling: 3, geometry: ../part.geojson');
    const files: Readonly<Record<string, string>> = { 'sub/plan.yaml': text, 'part.geojson': part };
    const of = (roots?: readonly string[]) =>
      lint([{ path: 'sub/plan.yaml' }], { today, read: (path) => files[path], ...(roots && { roots }) })[0]?.ok;
    expect([of(), of([]), of(['/'])]).toEqual([false, false, true]);
  });

  test('a pack that somebody else wrote is named before anything else, with its hash, whoever asks', () => {
    const [, , venues] = BUILT_IN_PACKS;
    if (venues === undefined) throw new Error('there are three');
    const files = { ...venues, id: 'own-2026' };
    const own = (sources: readonly { path: string; sha256: string }[]) =>
      lint(BARE, { today, pack: packAmong('nm-2017+own-2026', [{ path: 'law/own', sources, files }]) });
    const said = (result: LintResult) =>
      (result.ok ? (result.cautions ?? []) : []).filter(({ kind }) => kind === 'written').map(({ text }) => text.en);
    const [one, many] = [
      said(own([{ path: 'law/own', sha256: 'ab12' }])),
      said(own(['a', 'b'].map((path) => ({ path, sha256: path })))),
    ];
    expect(one).toEqual([expect.stringContaining("'law/own' (SHA-256 ab12)")]);
    expect(many).toEqual([expect.stringContaining("'law/own' (its files by SHA-256: see the assumptions)")]);
    expect(said(lint(BARE, { today, pack: loadPack('nm-2017+cn-799-2025') }))).toEqual([]);
  });

  test('the laws in force, given as a pack, and a check of every view, change nothing', () => {
    const text = readFileSync('fixtures/sites/ktv/plan.yaml', 'utf8');
    const [plain, own, checked] = [
      lint(text, { today }),
      lint(text, { today, pack: loadPack('nm-2017+cn-799-2025+cn-entertainment') }),
      lint(text, { today, verify: true }),
    ];
    const said = (result: LintResult) => (result.ok ? result.verdicts : []);
    expect(said(plain).length).toBeGreaterThan(10);
    expect(said(own)).toEqual(said(plain));
    expect(said(checked)).toEqual(said(plain));
    expect(lint(text, { today, pack: 'nm-2017' })).toMatchObject({ ok: true });
  });

  test.each([{ today: '2026-13-01' }, { today, pack: 'nm-2018' }])('%j is a mistake of the caller', (options) => {
    expect(() => lint('', options)).toThrow(RangeError);
  });
});
