import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { Folder, SMALL_PLAN } from '../../support/folder.js';
import { sitecam } from '../../support/io.js';

const HOTEL = readFileSync('fixtures/sites/qingcheng-hotel/violations.yaml', 'utf8');
const PLAN = 'p/plan.yaml';
const DEVICE = 'capture/device-in-private-zone';

function lint(given: Readonly<Record<string, string>>, ...argv: readonly string[]) {
  return sitecam(['lint', PLAN, '--no-color', ...argv], { given: { [PLAN]: HOTEL, ...given }, columns: 1000 });
}

describe('sitecam.config.yaml', () => {
  it('is found beside the plan, else above it, the nearest alone', async () => {
    const near = await lint({ 'p/sitecam.config.yaml': `rules: {${DEVICE}: warning}\n` });
    expect(near.out).toContain('见“p/sitecam.config.yaml:1”');
    const above = await lint({ 'sitecam.config.yaml': `rules: {${DEVICE}: warning}\n` });
    expect(above.out).toContain('见“sitecam.config.yaml:1”');
    const both = await lint({
      'p/sitecam.config.yaml': '{}\n',
      'sitecam.config.yaml': `rules: {${DEVICE}: warning}\n`,
    });
    expect(both.out).not.toContain('配置放宽');
  });

  it('says before anything else that a rule on Art. 9(2) was lowered or switched off, and the headline says so too', async () => {
    for (const level of ['warning', 'off']) {
      const { out } = await lint({ 'sitecam.config.yaml': `rules: {${DEVICE}: "${level}"}\n` });
      const [, second] = out.split('\n');
      expect(second).toContain(`配置放宽：规则“${DEVICE}”（第九条第二款）由“须改正”改为`);
      expect(out).toMatch(/在图中载明事项范围内、按放宽后的配置（见首部）：/);
    }
  });

  it.each([
    ['markdown', /^# .*\n\n> \*\*配置放宽：/],
    ['html', /<p class="lead caution" role="note">配置放宽：[^<]*<\/p>\s*<p class="lead">/],
    ['json', /"cautions": \[\s*\{\s*"kind": "loosened"/],
    ['sarif', /"toolConfigurationNotifications":\[\{"level":"warning","message":\{"text":"p\/plan\.yaml: 配置放宽/],
    ['sarif-github', /"toolConfigurationNotifications"/],
    ['junit', /<testsuite [^>]*>\n {4}<properties>\n {6}<property name="caution" value="配置放宽/],
    ['github', /^::warning file=p\/plan\.yaml,title=[^:]*::配置放宽/],
    ['gitlab', /^\[\s*\{\s*"description": "配置放宽/],
  ])('says so first in %s', async (format, first) => {
    const { out } = await lint({ 'sitecam.config.yaml': `rules: {${DEVICE}: "off"}\n` }, '--format', format);
    expect(out).toMatch(first);
  });

  it('a lowered rule finds what it found, and counts no more for the exit code', async () => {
    const plain = await lint({}, '--format', 'json');
    const lowered = await lint({ 'sitecam.config.yaml': `rules: {${DEVICE}: warning}\n` }, '--format', 'json');
    const found = (text: string) =>
      (JSON.parse(text).plans[0].verdicts as { rule: string; outcome: string; group: string; level: string }[])
        .filter(({ rule }) => rule === DEVICE)
        .map(({ outcome, group, level }) => ({ outcome, group, level }));
    expect(found(lowered.out)).toEqual(found(plain.out).map((one) => ({ ...one, level: 'warning' })));
    expect(found(plain.out).some(({ group }) => group === 'fail')).toBe(true);
  });

  it('a rule that is off leaves its clauses open: what nobody looked at is no pass', async () => {
    const { out, code } = await lint({ 'sitecam.config.yaml': `rules: {${DEVICE}: "off"}\n` }, '--format', 'json');
    const found = JSON.parse(out).plans[0].verdicts.filter(({ rule }: { rule: string }) => rule === DEVICE);
    expect(found.map(({ outcome, subject }: { outcome: string; subject: string }) => [outcome, subject])).toEqual([
      ['open', 'off'],
    ]);
    expect(code).toBe(1);
    const { out: said } = await lint({ 'sitecam.config.yaml': `rules: {${DEVICE}: "off"}\n` });
    expect(said).toMatch(/capture\/device-in-private-zone\n {12}规则“[^”]*”经配置关闭，/);
    const long = await lint({ 'sitecam.config.yaml': `rules: {${DEVICE}: "off"}\n` }, '--verbose');
    expect(long.out).toContain('经配置关闭，未执行');
  });

  it('what makes the exit code say nothing, or asks less of coverage, is said first', async () => {
    const never = await lint({ 'sitecam.config.yaml': 'failOn: never\n' });
    expect(never.out.split('\n')[1]).toContain('failOn: never：本次退出码不反映任何问题');
    const none = await lint({ 'sitecam.config.yaml': 'profile: none\n' });
    expect(none.out.split('\n')[1]).toContain('设计指标改用指标集“none”，有低于本工具设定之处');
  });

  it('a glob that is refused is told where it stands, with what is allowed, in overrides and waivers', async () => {
    const plan = `p/${'a'.repeat(60)}.yaml`;
    const files = {
      'p/sitecam.config.yaml': `overrides:\n  - {files: "(a|a?)+b", rules: {${DEVICE}: warning}}\n`,
      'p/sitecam.waivers.yaml': `waivers:\n  - {plan: "(a|a?)+b", ${WAIVER}}\n`,
    };
    for (const [file, text] of Object.entries(files)) {
      const given = { [plan]: HOTEL, [file]: text };
      const { code, out, err } = await sitecam(['lint', plan], { given, columns: 1000 });
      expect([code, err]).toEqual([2, '']);
      expect(out).toMatch(new RegExp(`${file}:2:\\d+ {2}config/glob`));
      expect(out).toContain('多选一写作 {a,b}');
    }
  });

  it('may not choose the law for a region that it doesn’t govern', async () => {
    const elsewhere = HOTEL.replace('"150102"', '"110101"');
    const given = { [PLAN]: elsewhere, 'sitecam.config.yaml': 'packs: nm-2017\n' };
    expect((await lint(given)).code).toBe(2);
    expect((await lint(given, '--pack', 'nm-2017')).code).toBe(1);
  });

  it('is told which packs to name for it: those alone that don’t govern the region, each as the option takes it', async () => {
    const elsewhere = HOTEL.replace('"150102"', '"110101"');
    const demo = readFileSync('fixtures/packs/demo.yaml', 'utf8');
    const given = {
      [PLAN]: elsewhere,
      'sitecam.config.yaml': 'packs: [nm-2017, cn-entertainment, ./demo.yaml]\n',
      'demo.yaml': demo,
    };
    const said = '--pack nm-2017 --pack demo.yaml';
    expect((await lint(given)).out.replaceAll(/\n\s*/g, '')).toContain(`请加“${said}”。`);
    expect((await lint(given, '--lang', 'en')).out.replaceAll(/\s+/g, ' ')).toContain(`say '${said}'.`);
    const drawn = await sitecam(['inspect', PLAN], { given, columns: 1000 });
    expect([drawn.code, drawn.err]).toEqual([2, expect.stringContaining(`请加“${said}”。`)]);
    expect((await lint(given, ...said.split(' '))).code).toBe(1);
  });

  it('one under another ending is not passed over in silence', async () => {
    const { code, out } = await lint({ 'p/sitecam.config.yml': '{}\n' });
    expect(code).toBe(2);
    expect(out).toContain('文件名应为“sitecam.config.yaml”');
    // Nor does it keep a reviewer, who takes none of the author's, from the review.
    expect((await lint({ 'p/sitecam.config.yml': '{}\n' }, '--as', 'reviewer')).code).toBe(1);
  });

  it('one that is stricter is on the page of assumptions, not among the cautions', async () => {
    const { out } = await lint({ 'sitecam.config.yaml': 'parameters: {pickup: 8}\n' }, '--format', 'markdown');
    expect(out).not.toContain('配置放宽');
    expect(out).toContain('参数pickup（未注明时的拾音距离）由5米改为8米');
    expect(out).toMatch(/未注明时的拾音距离 \| 8米/);
  });

  it('a profile of design criteria takes the place of sitecam’s own', async () => {
    const none = await lint({ 'sitecam.config.yaml': 'profile: none\n' }, '--format', 'json');
    const rules = JSON.parse(none.out).plans[0].verdicts.map(({ rule }: { rule: string }) => rule);
    expect(rules.filter((rule: string) => rule === 'coverage/criterion')).toHaveLength(1);
    expect(none.out).toContain('所用设计指标集未设视频覆盖率指标，不适用。');
    const profile = 'profile: 院标\nprofiles: {院标: [{zones: [corridor], fraction: 1, level: identify}]}\n';
    const own = await lint({ 'sitecam.config.yaml': profile });
    expect(own.out).toContain('设计指标（指标集“院标”设定，非条例规定）：');
  });

  it('--no-config takes none, --config another; where that is missing it is wrong usage', async () => {
    const given = {
      'sitecam.config.yaml': `rules: {${DEVICE}: "off"}\n`,
      'other.yaml': `rules: {${DEVICE}: warning}\n`,
    };
    expect((await lint(given, '--no-config')).out).not.toContain('配置放宽');
    expect((await lint(given, '--config', 'other.yaml')).out).toContain('见“other.yaml:1”');
    const missing = await lint(given, '--config', 'gone.yaml');
    expect([missing.code, missing.out]).toEqual([2, '']);
    expect(missing.err).toContain('gone.yaml');
  });

  it('that can’t be used is shown at its line, nothing is linted, exit code 2', async () => {
    const given = { 'sitecam.config.yaml': 'rules:\n  capture/devic-in-private-zone: error\n' };
    const { code, out, err } = await lint(given);
    expect([code, err]).toEqual([2, '']);
    expect(out).toContain('未作任何判定');
    expect(out).toContain('sitecam.config.yaml:2:3');
    expect(out).toContain('是否应为“capture/device-in-private-zone”？');
    // Named on the command line it is the fault of that, and no plan's.
    const named = await lint(given, '--config', 'sitecam.config.yaml');
    expect([named.code, named.out]).toEqual([2, '']);
    expect(named.err).toContain('sitecam.config.yaml:2:3');
    expect(named.err).toContain('是否应为“capture/device-in-private-zone”？');
  });

  it('that can’t be used is in a log with its place: an empty log would read as a pass', async () => {
    const given = { 'sitecam.config.yaml': 'rules:\n  capture/devic-in-private-zone: error\n' };
    const { code, written } = await lint(given, '--format', 'sarif=log.sarif', '--format', 'sarif-github=g.sarif');
    expect(code).toBe(2);
    for (const file of ['log.sarif', 'g.sarif']) {
      const [{ executionSuccessful, toolConfigurationNotifications }] = JSON.parse(written.get(file) ?? '').runs[0]
        .invocations;
      expect(executionSuccessful).toBe(false);
      expect(toolConfigurationNotifications[0].message.text).toContain('capture/devic-in-private-zone');
      expect(toolConfigurationNotifications[0].locations[0].physicalLocation.region.startLine).toBe(2);
    }
  });

  it('failOn holds where the command line says nothing', async () => {
    const given = { 'sitecam.config.yaml': 'failOn: never\n' };
    expect((await lint(given)).code).toBe(0);
    expect((await lint(given, '--fail-on', 'error')).code).toBe(1);
  });

  it('the shipped schema takes what --print-config prints, and each value says where it is from', async () => {
    const given = { 'sitecam.config.yaml': `failOn: review\nrules:\n  ${DEVICE}: warning\nparameters: {pickup: 7}\n` };
    for (const lang of ['zh-CN', 'en']) {
      const { code, out } = await sitecam(['lint', '--print-config', PLAN, '--lang', lang], {
        given: { [PLAN]: HOTEL, ...given },
      });
      expect(code).toBe(0);
      const validate = new Ajv({ allowUnionTypes: true }).compile(
        JSON.parse(readFileSync('schemas/config.schema.json', 'utf8')),
      );
      expect(validate(parse(out)), JSON.stringify(validate.errors)).toBe(true);
      expect(out).toMatch(/^failOn: review +# sitecam\.config\.yaml:1:9$/m);
      expect(out).toMatch(new RegExp(`^  ${DEVICE}: warning +# sitecam\\.config\\.yaml:3:\\d+$`, 'm'));
      expect(out).toMatch(/^ {2}pickup: 7 +# m.*sitecam\.config\.yaml:4:\d+$/m);
      expect(out).toMatch(lang === 'en' ? /^# judged by: nm-2017/m : /^# 审查依据：nm-2017/m);
    }
  });
});

it.each([
  ['a region without law', '"150102"', '"810000"', []],
  ['a pack that does not govern the region', '"150102"', '"110101"', ['packs: nm-2017\n']],
])('--print-config names no law where none judges: %s', async (_, from, to, [config = '{}\n']) => {
  const given = { [PLAN]: HOTEL.replace(from, to), 'sitecam.config.yaml': config };
  expect(given[PLAN]).not.toBe(HOTEL);
  expect((await sitecam(['lint', PLAN], { given })).out).toContain('未作任何判定');
  const { out } = await sitecam(['lint', '--print-config', PLAN], { given });
  expect(out).toMatch(/^# 审查依据：无（/m);
  const english = await sitecam(['lint', '--print-config', PLAN, '--lang', 'en'], { given });
  expect(english.out).toMatch(/^# judged by: no law \(/m);
  // Who names the pack on the command line is judged by it all the same.
  const named = await sitecam(['lint', '--print-config', PLAN, '--pack', 'nm-2017'], { given });
  expect(named.out).toMatch(/^# 审查依据：nm-2017/m);
});

describe('--print-config gives the origin of packs', () => {
  const printed = async (config: string, ...argv: readonly string[]) => {
    const given = { [PLAN]: HOTEL, 'sitecam.config.yaml': config };
    const { code, out } = await sitecam(['lint', '--print-config', PLAN, '--lang', 'en', ...argv], { given });
    expect(code).toBe(0);
    const { packs, onlyPacks } = parse(out);
    const lines = out.slice(out.search(/^(?:packs|onlyPacks):/m), out.search(/^failOn:/m)).trimEnd();
    return { packs, onlyPacks, lines: lines.replaceAll(/ {2,}#/g, ' #').split('\n') };
  };

  it('each where configuration and command line both name some', async () => {
    const both = await printed('packs: cn-entertainment\n', '--pack', 'cn-799-2025');
    expect(both.packs).toEqual(['cn-799-2025', 'cn-entertainment']);
    expect(both.lines).toEqual([
      'packs:',
      '  - cn-799-2025 # command line',
      '  - cn-entertainment # sitecam.config.yaml:1:8',
    ]);
    const beside = await printed('onlyPacks: [nm-2017]\n', '--pack', 'cn-799-2025');
    expect(beside.lines).toEqual([
      'packs: [cn-799-2025] # command line',
      'onlyPacks: [nm-2017] # sitecam.config.yaml:1:12',
    ]);
  });

  it('once for all of one source, and of one named twice', async () => {
    expect((await printed('packs: [cn-entertainment, nm-2017]\n')).lines).toEqual([
      'packs: [cn-entertainment, nm-2017] # sitecam.config.yaml:1:8',
    ]);
    expect((await printed('packs: nm-2017\n', '--pack', 'nm-2017')).lines).toEqual(['packs: [nm-2017] # command line']);
    expect((await printed('packs: cn-entertainment\n', '--only-packs', 'nm-2017')).lines).toEqual([
      'onlyPacks: [nm-2017] # command line',
    ]);
  });
});

const WAIVER = 'rule: coverage/criterion, subject: main-entrance, reason: 值守, by: 甲, until: 2030-01-01';

describe('sitecam.waivers.yaml', () => {
  /** A subject of a warning that the hotel has. */
  async function criterion(): Promise<string> {
    const { out } = await lint({}, '--format', 'json');
    const found = JSON.parse(out).plans[0].verdicts.find(
      ({ rule, outcome, waiver }: { rule: string; outcome: string; waiver?: object }) =>
        rule === 'coverage/criterion' && outcome === 'fail' && waiver === undefined,
    );
    return found.subject;
  }

  it('sets aside what a waiver in the plan would, and says where it stands', async () => {
    const text = `waivers:\n  - {${WAIVER.replace('main-entrance', await criterion())}}\n`;
    const { out } = await lint({ 'p/sitecam.waivers.yaml': text }, '--format', 'json');
    const waived = JSON.parse(out).plans[0].verdicts.filter(({ waiver }: { waiver?: object }) => waiver !== undefined);
    expect(waived.map(({ waiver }: { waiver: { place: { file: string } } }) => waiver.place.file)).toContain(
      'p/sitecam.waivers.yaml',
    );
    expect((await lint({ 'p/sitecam.waivers.yaml': text })).out).toContain('例外说明3条，适用1条。');
    const long = await lint({ 'p/sitecam.waivers.yaml': text }, '--verbose');
    expect(long.out).toContain('图中和例外说明文件载有例外说明');
  });

  it('one for another plan holds for that alone', async () => {
    const subject = await criterion();
    const text = (plan: string) => `waivers:\n  - {plan: ${plan}, ${WAIVER.replace('main-entrance', subject)}}\n`;
    const counted = async (plan: string) => {
      const { out } = await lint({ 'sitecam.waivers.yaml': text(plan) }, '--format', 'json');
      return JSON.parse(out).plans[0].site.waivers.filter(
        ({ place }: { place: { file: string } }) => place.file === 'sitecam.waivers.yaml',
      ).length;
    };
    expect(await counted('p/plan.yaml')).toBe(1);
    expect(await counted('"p/*.yaml"')).toBe(1);
    expect(await counted('"q/*.yaml"')).toBe(0);
  });

  it.each([
    ['floor-2.yaml', 0],
    ['./floor-2.yaml', 0],
    ['"!floor-1.yaml"', 0],
    ['floor-3.yaml', 2],
    ['"!floor-3.yaml"', 2],
    ['a/floor-2.yaml', 2],
  ])('one for a bare name holds in any folder, and no such plan is a fault: %s', async (plan, code) => {
    const folder = new Folder({
      'floor-1.yaml': SMALL_PLAN,
      'a/b/floor-2.yaml': SMALL_PLAN,
      'sitecam.waivers.yaml': `waivers:\n  - {plan: ${plan}, ${WAIVER}}\n`,
    });
    const ran = await folder.run(['lint', 'floor-1.yaml', '--fail-on', 'never']);
    expect([ran.code, ran.out.includes('设计图，该说明不会对应任何图')]).toEqual([code, code !== 0]);
  });

  it.each([
    ['waiver/expired', WAIVER.replace('2030', '2020')],
    ['waiver/unused', WAIVER.replace('main-entrance', 'nothing')],
    ['waiver/unknown', WAIVER.replace('criterion', 'criterium')],
    ['waiver/forbidden', WAIVER.replace('coverage/criterion', DEVICE)],
  ])('has findings as a plan has: %s', async (rule, waiver) => {
    const { out } = await lint({ 'sitecam.waivers.yaml': `waivers:\n  - {${waiver}}\n` }, '--format', 'json');
    const found = JSON.parse(out).plans[0].verdicts.filter(
      (one: { rule: string; place: { file: string } }) =>
        one.rule === rule && one.place.file === 'sitecam.waivers.yaml',
    );
    expect(found).toHaveLength(1);
    expect(found[0].place.line).toBe(2);
  });

  it('--no-waivers lists them and applies none', async () => {
    const { out } = await lint({}, '--no-waivers', '--format', 'json');
    const { verdicts, cautions } = JSON.parse(out).plans[0];
    expect(verdicts.some(({ waiver }: { waiver?: object }) => waiver !== undefined)).toBe(false);
    expect(cautions.map(({ kind }: { kind: string }) => kind)).toEqual(['refused']);
  });

  it('one for a plan that isn’t there is no waiver that vanishes', async () => {
    const { code, out } = await lint({ 'p/sitecam.waivers.yaml': `waivers:\n  - {plan: gone/plan.yaml, ${WAIVER}}\n` });
    expect(code).toBe(2);
    expect(out).toContain('p/sitecam.waivers.yaml:2:12');
  });

  it('a broken one is shown at its line, exit code 2', async () => {
    const { code, out } = await lint({ 'sitecam.waivers.yaml': 'waivers:\n  - {rul: x}\n' });
    expect(code).toBe(2);
    expect(out).toContain('sitecam.waivers.yaml:2:6');
  });
});

describe('--as', () => {
  const theirs = {
    'p/sitecam.config.yaml': `rules: {${DEVICE}: "off"}\nfailOn: never\nparameters: {nearRadius: 0.5}\n`,
    'p/sitecam.waivers.yaml': `waivers:\n  - {${WAIVER}}\n`,
  };

  it('reviewer takes nothing from the author’s folder, says what it refused, and shows every verdict', async () => {
    const alone = await lint({}, '--no-waivers', '--no-config', '--format', 'json');
    const { code, out } = await lint(theirs, '--as', 'reviewer', '--format', 'json');
    expect(code).toBe(1);
    const verdicts = (text: string) =>
      JSON.parse(text).plans[0].verdicts.map(
        ({ rule, subject, outcome, waiver }: { rule: string; subject: string; outcome: string; waiver?: object }) => [
          rule,
          subject,
          outcome,
          waiver,
        ],
      );
    expect(verdicts(out)).toEqual(verdicts(alone.out));
    const said = await lint(theirs, '--as', 'reviewer');
    const head = said.out.split('\n').slice(0, 4).join('\n');
    expect(head).toContain('审查人模式：未采纳配置“p/sitecam.config.yaml”。');
    expect(head).toContain('审查人模式：未采纳例外说明文件“p/sitecam.waivers.yaml”。');
    expect(head).toMatch(/未采纳例外说明\d条/);
    expect(said.out).toMatch(/未发现不符合（\d+）/);
  });

  it('reviewer doesn’t so much as read a configuration that can’t be used', async () => {
    expect((await lint({ 'p/sitecam.config.yaml': 'nonsense: 1\n' }, '--as', 'reviewer')).code).toBe(1);
  });

  it('reviewer’s own configuration holds, from outside the folder of the plan only', async () => {
    const own = { ...theirs, '../desk/strict.yaml': 'parameters: {nearRadius: 6}\n' };
    const held = await lint(own, '--as', 'reviewer', '--config', '../desk/strict.yaml', '--format', 'markdown');
    expect(held.out).toContain('由3米改为6米');
    const refused = await lint(own, '--as', 'reviewer', '--config', 'p/sitecam.config.yaml');
    expect([refused.code, refused.out]).toEqual([2, '']);
    for (const config of ['strict.yaml', 'p/deeper/strict.yaml']) {
      const inside = await lint({ ...theirs, [config]: '{}\n' }, '--as', 'reviewer', '--config', config);
      expect([inside.code, inside.out], config).toEqual([2, '']);
    }
    const through = await lint(
      {
        ...theirs,
        [resolve('p/sitecam.config.yaml')]: '{}\n',
        '../desk/own.yaml': `extends: ${resolve('p/sitecam.config.yaml')}\n`,
      },
      '--as',
      'reviewer',
      '--config',
      '../desk/own.yaml',
    );
    expect(through.code).toBe(2);
  });

  it.each([[['--as', 'reviewer', '--waivers', 'w.yaml']], [['--as', 'reviewer', '--quiet']], [['--as', 'reviewr']]])(
    '%j is wrong usage',
    async (argv) => {
      const { code, out, err } = await lint({}, ...argv);
      expect([code, out]).toEqual([2, '']);
      expect(err).not.toBe('');
    },
  );

  it('ci prints the same whatever the machine', async () => {
    const given = { [PLAN]: HOTEL };
    const run = (env: Record<string, string>, columns: number) =>
      sitecam(['lint', PLAN, '--as', 'ci'], { given, env, columns, isTerminal: true });
    const bare = await run({}, 200);
    expect(await run({ LANG: 'en_US.UTF-8', FORCE_COLOR: '1' }, 60)).toEqual(bare);
    expect(bare.out).toContain('不符合');
  });

  it('ci says on which day it judged and how to pin it, unless somebody chose the day', async () => {
    const run = (...more: string[]) =>
      sitecam(['lint', PLAN, '--as', 'ci', '-q', ...more], {
        given: { [PLAN]: HOTEL },
        today: '2026-11-29',
        env: { LANG: 'en_US.UTF-8' },
      });
    const [zh, en] = [await run(), await run('--lang', 'en')];
    expect(zh.err).toBe(
      'sitecam：审查日取本机日期2026-11-29，法规和例外说明是否有效以该日为准，报告随之变化；要逐字节一致，请指定：--today 2026-11-29。\n',
    );
    expect(en.err).toMatch(/^sitecam: judged as of 2026-11-29, .*pin it: --today 2026-11-29\.\n$/);
    const pinned = await run('--today', '2026-11-29');
    expect(pinned).toEqual({ ...zh, err: '' });
    expect((await sitecam(['lint', PLAN], { given: { [PLAN]: HOTEL } })).err).toBe('');
  });
});
