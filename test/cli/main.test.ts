import { describe, expect, it } from 'vitest';
import { SCHEMAS } from '../../src/host/config/schemas.js';
import { sitecam } from '../support/io.js';

const HOTEL = 'fixtures/sites/qingcheng-hotel/plan.yaml';
const WRONG_HOTEL = 'fixtures/sites/qingcheng-hotel/violations.yaml';

describe('exit codes', () => {
  it('0 for the hotel that complies, 1 for the one that does not, the worst of several', async () => {
    expect((await sitecam(['lint', HOTEL])).code).toBe(0);
    expect((await sitecam(['lint', WRONG_HOTEL])).code).toBe(1);
    expect((await sitecam(['lint', HOTEL, WRONG_HOTEL])).code).toBe(1);
    expect((await sitecam(['lint', WRONG_HOTEL, 'no-such-plan.yaml'])).code).toBe(3);
  });

  it('--fail-on moves the line', async () => {
    expect((await sitecam(['lint', WRONG_HOTEL, '--fail-on', 'never'])).code).toBe(0);
    const reviewed = await sitecam(['lint', 'fixtures/sites/ktv/plan.yaml', '--fail-on', 'review']);
    expect(reviewed.code).toBe(1);
    expect((await sitecam(['lint', 'fixtures/sites/ktv/plan.yaml'])).code).toBe(0);
  });

  it.each([
    [[], '没有给出设计图'],
    [['draw'], '缺少参数'],
    [['rule'], '是否指命令“rules”？'],
    [['explian', '9.2'], '是否指命令“explain”？'],
    [['lint', HOTEL, '--formt', 'sarif'], '未知选项“--formt”'],
    [['lint', HOTEL, '--format', 'sarf'], '是否指“sarif”？'],
    [['lint', HOTEL, '--fail-on', 'sometimes'], '--fail-on'],
    [['lint', HOTEL, '--today', '2026-02-30'], '2026-02-30'],
    [['lint', HOTEL, '--pack', 'nm-2018'], '是否指“nm-2017”？'],
    [['lint', HOTEL, '-f', 'sarif', '-f', 'markdown'], '标准输出只能写一种格式'],
    [['lint', HOTEL, '--budget', 'github'], '只用于 markdown、sheet 格式'],
    [['lint', HOTEL, '-f', 'markdown', '--budget', '4095'], '只列计数也要4096字节'],
    [['lint', HOTEL, '-f', 'markdown', '--statistics'], '--statistics 只用于 terminal 格式'],
    [['lint', HOTEL, '--redact', '--show-files'], '--show-files 不能与 --redact 同用'],
    [['lint', HOTEL, '-f', 'markdown', '--budget', '1MB'], '应为字节数，或者 github'],
    [['draw', 'fixtures/sites'], '是文件夹'],
    [['lint', HOTEL, '-f', `markdown=${HOTEL}`], '不能写入设计图本身'],
    [['lint', HOTEL, '-f', 'markdown=a.txt', '-f', 'sarif=a.txt'], '同一文件'],
    [['explain', 'capture/view-into-privat-zone'], '是否指“capture/view-into-private-zone”？'],
    [['schema', 'plam'], '是否指“plan”？'],
  ])('2 for %j, which says what is wrong', async (argv, phrase) => {
    const ran = await sitecam(argv);
    expect(ran.code).toBe(2);
    expect(ran.err).toContain(phrase);
    expect(ran.err).not.toMatch(/\n\s+at /);
    expect(ran.out).toBe('');
  });

  it('2 for a region where no law is in force, unless --pack says so', async () => {
    const given = {
      'far.yaml':
        'sitecam: 1\nsite: {name: 远方, categories: [hotel], region: "810000"}\nlevels: [{id: F1, zones: [{id: a, kind: lobby, polygon: [[0, 0], [4, 0], [4, 4]]}]}]\n',
    };
    const ran = await sitecam(['lint', 'far.yaml'], { given });
    expect(ran.out).toContain('810000');
    expect(ran.code).toBe(2);
    expect((await sitecam(['lint', 'far.yaml', '--pack', 'nm-2017'], { given })).code).toBe(1);
  });
});

describe('the laws in force', () => {
  const mall = (region: string) => ({
    'mall.yaml': `sitecam: 1
site: {name: 商场, categories: [shopping-mall], region: "${region}"}
levels:
  - id: F1
    zones: [{id: fitting, kind: fitting-room, rect: [0, 0, 3, 3]}]
    devices: [{id: C1, kind: camera, at: [1, 1], height: 2.6, heading: 90, hfov: 90, tilt: 30, resolution: [1920, 1080]}]
`,
  });

  const outcomeIn = (json: string): string | undefined =>
    JSON.parse(json).plans[0].verdicts.find(({ subject }: { subject: string }) => subject === 'C1>fitting')?.outcome;

  it('judge by default: a camera in a fitting room of a mall ends with 1, in a region without law of its own too', async () => {
    for (const region of ['150102', '440100']) {
      const { code, out } = await sitecam(['lint', 'mall.yaml', '-f', 'json'], { given: mall(region) });
      expect([region, code, outcomeIn(out)]).toEqual([region, 1, 'fail']);
    }
  });

  it('and which of them doesn’t is said first, in every command that prints cautions', async () => {
    const given = mall('150102');
    const restricted = await sitecam(['lint', 'mall.yaml', '--only-packs', 'nm-2017'], { given, columns: 200 });
    expect(restricted.out.split('\n')[1]).toBe(
      '依运行时的指定，未按下列现行法规审查：公共安全视频图像信息系统管理条例。',
    );
    const json = await sitecam(['lint', 'mall.yaml', '--only-packs', 'nm-2017', '-f', 'json'], { given });
    expect(outcomeIn(json.out)).toBe('review');
    const reviewed = await sitecam(['lint', 'mall.yaml', '--only-packs', 'nm-2017', '--as', 'reviewer'], { given });
    expect(reviewed.out.replace(/\n/g, '')).toContain('依审查人指定，未按下列现行法规审查：');
  });
});

describe('language', () => {
  it('follows --lang, then the locale, then zh-CN on the terminal', async () => {
    expect((await sitecam(['rules'])).out).toContain('须改正');
    expect((await sitecam(['rules'], { env: { LANG: 'en_US.UTF-8' } })).out).toContain('error');
    expect((await sitecam(['rules', '--lang', 'zh-CN'], { env: { LANG: 'en_US.UTF-8' } })).out).toContain('须改正');
    expect((await sitecam(['rules'], { env: { LANG: 'C.UTF-8' } })).out).toContain('须改正');
    expect((await sitecam(['--help'])).out).toContain('用法：');
  });

  it('files stay Chinese whatever the locale, unless --lang says otherwise', async () => {
    const env = { LANG: 'en_US.UTF-8' };
    const chinese = await sitecam(['lint', HOTEL, '-f', 'markdown=report.md'], { env });
    expect(chinese.written.get('report.md')).toContain('未发现不符合');
    const english = await sitecam(['lint', HOTEL, '-f', 'markdown=report.md', '--lang', 'en'], { env });
    expect(english.written.get('report.md')).not.toContain('未发现不符合');
  });
});

describe('lint', () => {
  it('reads standard input, and lint is the default command', async () => {
    const ran = await sitecam(['-'], { stdin: 'sitecam: 1\nsite: {nam: x}\n' });
    expect(ran.code).toBe(3);
    expect(ran.out).toContain('stdin.yaml:2:8');
  });

  it('keeps a report in Markdown within its budget, and says what was left out', async () => {
    const cut = await sitecam(['lint', WRONG_HOTEL, '--only-packs', 'nm-2017', '-f', 'markdown', '--budget', '25000']);
    expect(new TextEncoder().encode(cut.out).length).toBeLessThanOrEqual(25000);
    expect(cut.out).toContain('**因篇幅限制未列出：未发现不符合与不适用');
    expect(cut.err).toBe('');
    const least = await sitecam(['lint', WRONG_HOTEL, '-f', 'markdown', '--budget', '4096']);
    expect(new TextEncoder().encode(least.out).length).toBeLessThanOrEqual(4096);
    expect(least.out).toContain('在图中载明事项范围内：不符合');
    expect(least.err).toBe('');
    const sheet = await sitecam(['lint', WRONG_HOTEL, '-f', 'sheet', '--budget', '10']);
    expect(sheet.out).toContain('审查人（签名）');
    expect(sheet.err).toMatch(/^sitecam：sheet 报告为\d+字节，超出 --budget 10：.*签署栏不予略去。$/m);
    const whole = await sitecam(['lint', WRONG_HOTEL, '-f', 'markdown', '--budget', 'github']);
    const unlimited = await sitecam(['lint', WRONG_HOTEL, '-f', 'markdown']);
    // Only the terms of the run, in the comment at the end, tell the two apart.
    expect(whole.out).toBe(unlimited.out.replace(/("today": "[\d-]+",)(?="terms")/, '$1"budget": 1048576,'));
  });

  it('keeps the whole report of a plan to what a comment may hold', async () => {
    const cut = await sitecam(['lint', WRONG_HOTEL, '-f', 'markdown', '--budget', 'comment']);
    const whole = await sitecam(['lint', WRONG_HOTEL, '-f', 'markdown']);
    expect(cut.out.length).toBeLessThanOrEqual(65_536);
    expect(cut.out.match(/^### \d+\. /gm)).toEqual(whole.out.match(/^### \d+\. /gm));
  });

  it('fills a comment with Chinese, which has three bytes a character', async () => {
    const plans = ['ktv', 'qingcheng-hotel', 'museum', 'boarding-school'].map(
      (site) => `fixtures/sites/${site}/violations.yaml`,
    );
    const { out } = await sitecam(['lint', ...plans, '-f', 'markdown', '--budget', 'comment']);
    expect(out).toContain('因篇幅限制未列出');
    expect(out.length).toBeLessThanOrEqual(65_536);
    expect(new TextEncoder().encode(out).length).toBeGreaterThan(100_000);
    expect(out).toContain('"budget": {"characters": 65536}');
  });

  it('writes the same file on a narrow terminal and on a wide one', async () => {
    const argv = ['lint', WRONG_HOTEL, '-f', 'terminal=report.txt'];
    const narrow = await sitecam(argv, { columns: 60 });
    const wide = await sitecam(argv, { columns: 200 });
    expect(narrow.written.get('report.txt')).toBe(wide.written.get('report.txt'));
    expect(narrow.out).not.toBe(wide.out);
  });

  it('gives the same bytes for the same input', async () => {
    const once = await sitecam(['lint', WRONG_HOTEL, '-f', 'sarif']);
    const again = await sitecam(['lint', WRONG_HOTEL, '-f', 'sarif']);
    expect(again.out).toBe(once.out);
  });
});

describe('explain', () => {
  it.each([['799/8.2'], ['国务院令第799号第八条第二款'], ['国务院令第799号第8条第2款']])(
    '%s is of the national order, with its own notice and penalty',
    async (subject) => {
      const { out, code } = await sitecam(['explain', subject]);
      expect(code).toBe(0);
      expect(out).toMatch(/^公共安全视频图像信息系统管理条例 第八条第二款\n/);
      expect(out).toContain('罚则（第二十七条第二款）');
      expect(out).toContain('自2025年4月1日起施行');
      expect(out).not.toContain('2017年7月22日');
    },
  );

  it('a rule says by which clauses of every law it judges', async () => {
    const { out } = await sitecam(['explain', 'capture/device-in-private-zone']);
    expect(out.replaceAll(/\s/g, '')).toMatch(/依据：第九条第二款、.*国务院令第799号第八条第一款/);
    expect((await sitecam(['explain', 'capture/device-in-private-zone/to-decide'])).out).toBe(out);
    const track = await sitecam(['explain', 'project/track']);
    expect(track.out).toContain('第七条第二款');
    expect(track.out).not.toContain('不引用条文');
  });

  it('shows a clause as the statute has it, with the penalty and the corrected figure', async () => {
    const { out, code } = await sitecam(['explain', '第九条第二款第（三）项']);
    expect(code).toBe(0);
    expect(out).toContain('哺乳室、公共浴室、更衣室、化妆间、卫生间');
    const penalty = await sitecam(['explain', '24']);
    expect(penalty.out).toContain('并处1万元以上3万元以下罚款');
    expect(penalty.out).not.toContain('l万元以上');
  });

  it('an article brings its items along', async () => {
    const { out } = await sitecam(['explain', '8']);
    expect(out).toContain('旅店、商场、旅游景区、文化娱乐场所的主要出入口和通道');
  });
});

describe('sitecam schema --help', () => {
  it.each(['zh-CN', 'en'])('names every schema twice: in the description and of the argument, in %s', async (lang) => {
    const { out } = await sitecam(['schema', '--help', '--lang', lang]);
    for (const name of SCHEMAS) {
      const said = out.match(new RegExp(`(?<![\\w-])${name}(?![\\w-])`, 'g')) ?? [];
      expect(said.length, name).toBeGreaterThan(1);
    }
  });
});
