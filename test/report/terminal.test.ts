import { describe, expect, test } from 'vitest';
import { displayWidth } from '../../src/i18n/width.js';
import { renderTerminal, type TerminalOptions } from '../../src/report/terminal/terminal.js';
import { lintedPlan, runOf } from '../support/linted.js';
import { at, file, input, report, site, unreadable, verdicts } from './build.js';

const options = (more: Partial<TerminalOptions> = {}): TerminalOptions => ({
  locale: 'zh-CN',
  colour: false,
  quiet: false,
  verbose: true,
  width: 100,
  ...more,
});
const text = (more: Partial<TerminalOptions> = {}, ...results: Parameters<typeof input>) =>
  renderTerminal(input(...results), options(more));

describe('golden files', () => {
  for (const locale of ['zh-CN', 'en'] as const) {
    test(locale, async () => {
      const whole = renderTerminal(input([report(), unreadable]), options({ locale, verbose: false }));
      await expect(whole).toMatchFileSnapshot(`../../fixtures/golden/terminal.${locale}.txt`);
    });
  }
});

describe('the long text', () => {
  test('puts nothing below a line whose token goes to its end', () => {
    const result = lintedPlan('fixtures/sites/bank-branch/violations.yaml');
    const lines = renderTerminal(runOf(result), options({ width: 80 })).split('\n');
    expect(lines.some((line) => /^ +\| +\^{30,}$/.test(line))).toBe(true);
    expect(lines.filter((line) => /^ +\|\s*$/.test(line))).toEqual([]);
  });

  test('shows fails first, then open, review, warnings, waived findings and what a fault leaves undecided', () => {
    const order = ['不符合（3）', '待补充（1）', '须审查判定（2）', '提示（1）', '例外说明（1）', '未判定（1）'].map(
      (title) => text().indexOf(`\n${title}\n`),
    );
    expect(order.every((place) => place > 0)).toBe(true);
    expect([...order].sort((a, b) => a - b)).toEqual(order);
  });

  test('a finding is its line with carets under the token, why, the clause, and what may follow', () => {
    const lines = text().split('\n');
    const from = lines.findIndex((line) => line.startsWith(`${file.path}:16:14`));
    const marked = lines.findIndex((line, n) => n > from && line.includes('^'));
    const [source, carets, why] = lines.slice(marked - 1);
    const column = carets.indexOf('^');
    expect(source.slice(column, column + 2)).toBe('C1');
    expect(carets.trimEnd().slice(column)).toBe('^^');
    expect(why).toContain('设备“C1”');
    const block = lines.slice(from, lines.indexOf('', from)).join('');
    expect(block).toMatch(
      /依据：第九条第二款第（三）项：不符合。.*第（三）项：“哺乳室、.*如按本图实施，可能适用第二十四条/,
    );
  });

  test('second places in the same file stand in the frame, in its order, each with what it is', () => {
    const lines = text().split('\n');
    const from = lines.findIndex((line) => line.startsWith(`${file.path}:16:14`));
    expect(lines.slice(from + 1, from + 5).map((line) => line.trimEnd())).toEqual([
      '   7 |       - {id: wc, kind: restroom, name: 女卫生间, rect: [0, 2, 4, 5]}',
      '     |                        -------- 区域“女卫生间”',
      '  16 |       - {id: C1, kind: camera, at: [2, 4], heading: 90}',
      '     |              ^^',
    ]);
    expect(text()).not.toContain('另见第');
  });

  test('of many second places the frame shows four and the others are named; those elsewhere too', () => {
    const [first] = verdicts;
    const caption = (n: number) => ({ zh: `第${n}处，说明很长，一行写不下，须另起一行接着写完`, en: `place ${n}` });
    const zones = [0, 1, 2, 3, 4].map((n) => ({ place: at(`/levels/0/zones/${n}/id`), caption: caption(n) }));
    const elsewhere = { place: { path: 'other.geojson', pointer: '' }, caption: caption(9) };
    const shown = text({ width: 60 }, [report([{ ...first, related: [elsewhere, ...zones] }])]);
    expect(shown.match(/^ +\| +-+/gm)).toHaveLength(4);
    expect(shown.replace(/\n +/g, '')).toMatch(/另见other\.geojson（第9处.*）、plans\/.*plan\.yaml:\d+:\d+（第4处/);
    for (const line of shown.split('\n')) {
      if (/^ +\d* \|/.test(line)) expect(displayWidth(line)).toBeLessThanOrEqual(60);
    }
  });

  test('the sight line is named with its figures', () => {
    expect(text({ width: undefined })).toContain(
      '视线：“C2”→门“D3”→最不利点（6.10，3.70）；距离7.00米，该点像素密度84像素/米，面积0.65平方米，深1.70米。',
    );
  });

  test('a sentence that the message says is not said twice', () => {
    expect(text({ width: undefined }).match(/第九条第一款本条例未设罚则。/g)).toHaveLength(1);
  });

  test('fails that are of no device stand each at its own line', () => {
    const bare = verdicts.filter(({ rule, outcome }) => rule === 'coverage/protected' && outcome === 'fail');
    const two = [...bare, { ...bare[0], subject: 'corridor', place: at('/levels/0/zones/0') }];
    const shown = text({}, [report(two)]);
    expect(shown).not.toContain('同类');
    expect(shown).toContain(`${file.path}:6:14  不符合  corridor“一层走廊”`);
  });

  test('a place that means a whole element is shown at its id, in both spellings', () => {
    const json = {
      path: 'a.geojson',
      text: '{"features": [\n{"type": "Feature", "id": "C7"},\n{"type": "Feature", "properties": {"id": "C8"}}]}\n',
      sha256: '',
      format: 'json',
    } as const;
    const [first] = verdicts;
    const places = ['/features/0', '/features/1'].map((pointer, n) => ({
      ...first,
      subject: `C${7 + n}>wc`,
      related: [],
      place: { path: json.path, pointer },
    }));
    const shown = text({ verbose: true }, [report(places, { files: [json] })]);
    expect(shown).toContain('a.geojson:2:27 ');
    expect(shown).toContain('a.geojson:3:42 ');
  });

  test('what passed and what a fault leaves undecided is listed, a line each', () => {
    expect(text()).toContain('已核对2台');
    expect(text()).toMatch(/未判定（1）\n {2}- capture\/view-into-private-zone {2}C1>r101 /);
  });

  test('a run over several plans ends with what it comes to and the table of those that fail', () => {
    expect(text()).not.toContain('合计');
    expect(text({ width: undefined }, [report(), report(), unreadable])).toMatch(
      /\n\n\n合计3份设计图（1份无法读取，未作任何判定）：共24项判定：不符合6，待补充2，须审查判定4，图纸差错0，提示2，例外说明（无豁免效力）2，未判定2，未发现不符合4，不适用2。\n\n未通过的设计图（3）\n.*\n {2}plans\/broken\.yaml +— +— +无法读取（.*\n.* 3 +1 +capture\/device-in-private-zone\n.* 3 +1 +capture\/device-in-private-zone\n$/,
    );
    expect(text({ width: undefined, locale: 'en' }, [report(), report()])).toMatch(
      /\n2 plans in all: 24 verdicts: 6 fail, /,
    );
  });

  test('counts have the colours of what they count, and none where there is nothing', () => {
    const shown = text({ width: undefined, colour: true });
    expect(shown).toContain('：\u001b[31m不符合3\u001b[39m，\u001b[35m待补充1\u001b[39m，');
    expect(text({ width: undefined, colour: true, locale: 'en' })).toContain(': \u001b[31m3 fail\u001b[39m, ');
    expect(text({ colour: true }, [report([])])).not.toContain('\u001b[31m');
  });

  test('every run names the law, its text, the day, and what was not checked of it', () => {
    expect(text({ width: undefined })).toContain(
      '（2017年7月22日第二次修正文本）；法规数据包：nm-2017；审查日：2026年11月24日。',
    );
    expect(text({ quiet: true })).toContain('是否另有修正未核');
  });

  test('nothing is wider than the terminal but frames’ heads', () => {
    for (const line of text({ width: 72 }).split('\n')) {
      if (!line.startsWith(file.path)) expect(displayWidth(line)).toBeLessThanOrEqual(72);
    }
  });

  test('colour is the caller’s to decide', () => {
    expect(text()).not.toContain('\u001b');
    expect(text({ colour: true })).toContain('\u001b[31m');
  });

  test('a plan cannot write to the terminal', () => {
    const evil = '\u001b[2J\u001b]0;owned\u0007\u202e';
    const [first] = verdicts;
    const shown = text({}, [
      report(
        [
          {
            ...first,
            subject: `C1>${evil}`,
            message: { id: 'inside', params: { device: evil, zone: evil, citation: '' } },
          },
        ],
        {
          site: site({ name: evil }),
          files: [{ ...file, text: file.text.replace('{id: C1', `{id: C1${evil}`) }],
        },
      ),
    ]);
    expect(shown).not.toMatch(/[\u001b\u0007\u202e]/);
  });

  test('an unreadable plan has every fault at its place, and no headline', () => {
    const shown = text({}, [unreadable]);
    expect(shown).toContain('图纸无法读取（3处错误），未作任何判定。');
    expect(shown).toMatch(/plans\/broken\.yaml:2:14 .*\n.*hieght: 2\.8.*\n +\| {14}\^{6}\n/);
    expect(shown).toContain('是否应为“height”');
    expect(shown).toContain('plans/broken.yaml:2:3');
    expect(shown).toContain('“floor1.geojson”不存在');
    expect(shown).not.toContain('在图中载明事项范围内');
  });
});
