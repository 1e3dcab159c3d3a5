// The terminal without --verbose: three lines a finding, the law quoted once, a table of cameras, the summary last.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { numberedFindings } from '../../src/findings/numbering.js';
import { displayWidth } from '../../src/i18n/width.js';
import type { FailOn } from '../../src/lint/exit.js';
import type { LintVerdict } from '../../src/lint/types.js';
import { renderTerminal, type TerminalOptions } from '../../src/report/terminal/terminal.js';
import { lintedByDefault, lintedWithFault, runOf } from '../support/linted.js';
import { at, bases, input, report, verdict, verdicts } from './build.js';

const VIOLATIONS = 'fixtures/sites/qingcheng-hotel/violations.yaml';

const options = (more: Partial<TerminalOptions> = {}): TerminalOptions => ({
  locale: 'zh-CN',
  colour: false,
  quiet: false,
  verbose: false,
  width: 80,
  ...more,
});
const text = (more: Partial<TerminalOptions> = {}, ...results: Parameters<typeof input>) =>
  renderTerminal(input(...results), options(more));
const site = (path: string, more: Partial<TerminalOptions> = {}) =>
  renderTerminal(runOf(lintedByDefault(path)), options(more));

/** Paragraphs under each finding's first line: continued lines stand two columns further in. */
function findingsOf(shown: string): string[][] {
  const found: string[][] = [];
  for (const line of shown.split('\n')) {
    if (/^ (?:\S+ +)?\d+:\d+ {2}\d+ /.test(line)) found.push([line]);
    else if (/^ {12}\S/.test(line)) found.at(-1)?.push(line);
  }
  return found;
}

const view = (n: number) =>
  verdict({
    rule: 'capture/view-into-private-zone',
    subject: `C2>r${n}`,
    outcome: 'review',
    message: { id: 'closed', params: { device: 'C2', zone: String(n) } },
    clauses: ['nm-2017/9.1'],
    place: at('/levels/0/devices/1/id'),
  });

describe('a plan with violations', () => {
  test('of a hotel is told on one page', () => {
    expect(site(VIOLATIONS).trimEnd().split('\n').length).toBeLessThanOrEqual(70);
    expect(site(VIOLATIONS, { locale: 'en' }).trimEnd().split('\n').length).toBeLessThanOrEqual(76);
  });

  test('names the box that a device is near, where the room is of another kind', () => {
    const near = 'fixtures/rules/capture/device-in-private-zone/fail-9-2-5-changing-room-with-report-box.yaml';
    expect(site(near)).toMatch(/^ \S+ +\d+ C1 位于“更衣室”（举报箱）附近 /m);
    expect(site(near, { locale: 'en' })).toMatch(/^ \S+ +\d+ C1 is near '更衣室' \(report box\) /m);
  });

  test.each(['zh-CN', 'en'] as const)('has at most three lines a finding, none of them cut twice, in %s', (locale) => {
    const result = lintedByDefault(VIOLATIONS);
    if (!result.ok) throw new Error('the plan is unreadable');
    const shown = site(VIOLATIONS, { locale });
    const found = findingsOf(shown);
    expect(found).toHaveLength(numberedFindings(result).length);
    for (const lines of found) expect(lines.length).toBeLessThanOrEqual(3);
    // What needs a second row is a list of clauses, which is never cut.
    for (const line of shown.split('\n')) {
      expect(displayWidth(line)).toBeLessThanOrEqual(80);
      if (/^ {14}\S/.test(line)) expect(line).not.toContain('…');
    }
  });

  test('points at the token, says why and what to change, and cites the clause', () => {
    const [first] = findingsOf(text());
    expect(first).toEqual([
      ' 16:14  1 C1 设于“女卫生间”内  capture/device-in-private-zone',
      '            按本图施工将不符合第九条第二款第（三）项。',
      '            改：将该设备移出“女卫生间”。',
    ]);
  });

  test('quotes each clause of capture and protection once, and names penalties by number', () => {
    const shown = site(VIOLATIONS);
    const quotes = shown.match(/^ {2}\S*第\S*条\S*：“/gm) ?? [];
    expect(quotes.length).toBeGreaterThan(3);
    expect(new Set(quotes).size).toBe(quotes.length);
    expect(shown.replace(/\n */g, '')).toMatch(/罚则：第1项可能适用.*是否处罚及幅度由公安机关依法决定。/);
  });

  test('has no lines of the file: -v shows them', () => {
    const source = readFileSync(VIOLATIONS, 'utf8').split('\n')[100].trim();
    expect(site(VIOLATIONS)).not.toContain(source);
    expect(site(VIOLATIONS, { verbose: true, width: 200 })).toContain(source);
  });

  test('ends with the summary', () => {
    const shown = text({ width: 200 });
    expect(shown.slice(shown.indexOf('在图中载明'))).toMatch(
      /^在图中载明事项范围内：不符合3处（涉及条文4项），待补充1处，须审查判定2处.*\n未发现不符合2项.*详情 -v；报告 --format html=FILE。\n$/,
    );
  });
});

describe('findings that are read as one', () => {
  test('eighty views of one camera are one, and the table names every place', () => {
    const many = Array.from({ length: 80 }, (_, n) => view(200 + n));
    const shown = text({}, [report(many)]);
    expect(findingsOf(shown)).toHaveLength(1);
    expect(shown).toContain('等80处');
    expect(text({ locale: 'en' }, [report(many)])).toContain('(80 in all)');
  });

  test('are by the same clauses', () => {
    const other = { ...view(201), bases: bases('review', ['nm-2017/9.2(1)']) };
    expect(findingsOf(text({}, [report([view(200), other])]))).toHaveLength(2);
  });

  test('places that nothing protects are one, and each is named', () => {
    const [bare] = verdicts.filter(({ rule, outcome }) => rule === 'coverage/protected' && outcome === 'fail');
    const other = { ...bare, subject: 'corridor', place: at('/levels/0/zones/0') };
    const found = findingsOf(text({}, [report([bare, other])]));
    expect(found).toHaveLength(1);
    expect(found[0].join()).toContain('主要|出入口');
    expect(found[0]).toContain('            另有：corridor“一层走廊”。');
  });

  test('of many places the first few are named, and the others counted', () => {
    const [bare] = verdicts.filter(({ rule, outcome }) => rule === 'coverage/protected' && outcome === 'fail');
    const many = Array.from({ length: 41 }, (_, n) => ({ ...bare, subject: `z${n}` }));
    const last = (locale: 'zh-CN' | 'en') => findingsOf(text({ locale, width: 400 }, [report(many)]))[0]?.at(-1);
    expect(last('zh-CN')).toMatch(/另有：z1、.*、z20、其余20处（全部见 -v）。$/);
    expect(last('en')).toMatch(/Also: z1, .*, z20 and 20 more \(all with -v\)\.$/);
    const all = text({ verbose: true }, [report(many)]);
    expect(many.filter(({ subject }) => !all.includes(subject))).toEqual([]);
  });

  test('what hangs on a fault of the drawing is no finding: it is counted in the headline', () => {
    const shown = text({ width: 200 });
    expect(shown).toContain('另有1项因图纸内容有误未判定');
    expect(shown).not.toContain('C1>r101');
    expect(findingsOf(shown).join()).not.toContain('“101”');
  });
});

test('an installed camera in a private room is to be reported first', () => {
  const shown = site('fixtures/sites/hospital-outpatient/violations.yaml');
  const nursing = findingsOf(shown).find(([head]) => head.includes('“母婴室”'));
  expect(nursing?.slice(2).map((line) => line.trim())).toEqual([
    '先依国务院令第799号第八条第二款报告。',
    '改：将该设备移出“母婴室”。',
  ]);
});

test('penalties of several laws each name their law', () => {
  expect(site(VIOLATIONS)).toContain('国务院令第799号第二十七条第一款、自治区条例第二十四条');
});

describe('quiet', () => {
  test('prints nothing of a plan that complies', () => {
    const [pass] = verdicts.filter(({ outcome }) => outcome === 'pass');
    expect(text({ quiet: true }, [report([pass])])).toBe('');
    expect(text({ quiet: true }, [report([pass]), report([pass])]).trim()).toMatch(/^合计2份设计图/);
  });

  test('gives each review of capture one line, and counts what it does not list', () => {
    const quiet = text({ quiet: true });
    const reviews = findingsOf(quiet).filter(([head]) => head.includes('“102”'));
    expect(reviews.map(({ length }) => length)).toEqual([1]);
    expect(quiet).not.toContain('coverage/criterion\n            ');
    expect(quiet).toContain('其中须审查判定、提示共1项只计数、未列出');
    // A waiver is never silent.
    expect(quiet).toContain('夜间不开放');
  });

  test('lists a criterion that a configuration makes count for the exit code', () => {
    const [criterion] = verdicts.filter(({ rule }) => rule === 'coverage/criterion');
    const counts = verdict({ ...criterion, level: 'error' });
    const quiet = text({ quiet: true }, [report([counts])]);
    expect(findingsOf(quiet)).toHaveLength(1);
    expect(quiet).not.toContain('只计数、未列出');
  });
});

describe('quiet on one plan, as on several', () => {
  const hints = verdicts.filter(({ rule, waiver }) => rule === 'coverage/criterion' && waiver === undefined);
  const reviews = verdicts.filter(({ outcome }) => outcome === 'review');

  test('lists what makes the exit code at the level of --fail-on', () => {
    const judged = reviews.map((one) => ({ ...one, rule: 'coverage/protected' }));
    const of = (failOn: FailOn, list: readonly LintVerdict[]) => text({ quiet: true, failOn }, [report(list)]);
    expect(of('error', hints)).toBe('');
    expect(findingsOf(of('warning', hints))).toHaveLength(1);
    expect(of('warning', hints)).not.toContain('只计数、未列出');
    expect(of('warning', judged)).toBe('');
    expect(findingsOf(of('review', [...hints, ...judged])).length).toBeGreaterThan(1);
    expect(of('review', [...hints, ...judged])).not.toContain('只计数、未列出');
  });

  test('tells waivers in use and cautions', () => {
    const waived = verdicts.filter(({ waiver }) => waiver !== undefined);
    expect(text({ quiet: true }, [report(waived)])).toContain('夜间不开放');
    const cautions = [{ kind: 'unjudged' as const, text: { zh: '未按现行法规审查。', en: 'Not judged by a law.' } }];
    expect(text({ quiet: true }, [{ ...report([]), cautions }])).toContain('未按现行法规审查。');
  });

  test('tells the fault on which hangs what makes the exit code', () => {
    const faulty = lintedWithFault(false);
    const lowered = faulty.verdicts.map((one) =>
      one.rule === 'plan/unknown-kind' ? ({ ...one, level: 'warning', lowered: true } as const) : one,
    );
    for (const one of [faulty, lintedWithFault(true), { ...faulty, verdicts: lowered }]) {
      const shown = text({ quiet: true }, [{ ...one, cautions: [] }]);
      expect(shown).toContain('plan/unknown-kind');
      expect(shown).toMatch(/另有\d+项因/);
    }
  });
});

test('a plan cannot write to the terminal, and colour is the caller’s to decide', () => {
  const [first] = verdicts;
  const evil = '\u001b[2J\u001b]0;owned\u0007\u202e';
  const shown = text({}, [report([{ ...first, subject: `C1>${evil}` }])]);
  expect(shown).not.toMatch(/[\u001b\u0007\u202e]/);
  expect(text({ colour: true })).toContain('\u001b[31m');
});
