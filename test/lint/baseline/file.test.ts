import { expect, test } from 'vitest';
import { baselineText, withFindings } from '../../../src/lint/baseline/file.js';
import { parseBaseline } from '../../../src/lint/baseline/parse.js';
import type { BaselineFinding } from '../../../src/lint/baseline/types.js';
import { fingerprint } from '../../../src/lint/run.js';

const tool = { name: 'sitecam', version: '1.2.3' };
const known = (subject: string, more: Partial<BaselineFinding> = {}): BaselineFinding => ({
  rule: 'a/a',
  subject,
  outcome: 'fail',
  fingerprint: fingerprint('a/a', subject),
  geometry: '0'.repeat(32),
  layout: '1'.repeat(32),
  ...more,
});
const line = (subject: string, more = '', shown = subject) =>
  `        {"rule":"a/a","subject":"${shown}","outcome":"fail","fingerprint":"${fingerprint('a/a', subject)}","geometry":"${'0'.repeat(32)}","layout":"${'1'.repeat(32)}"${more}}`;

const PLANS = [
  { plan: 'b.yaml', findings: [known('x', { covered: 0.5 }), known('y', { depth: 2, seen: 1 })] },
  { plan: 'a.yaml', findings: [] },
];

const TEXT = `{
  "sitecamBaseline": 2,
  "tool": {"name":"sitecam","version":"1.2.3"},
  "plans": [
    {
      "plan": "a.yaml",
      "findings": []
    },
    {
      "plan": "b.yaml",
      "findings": [
${line('x', ',"covered":0.5')},
${line('y', ',"seen":1,"depth":2')}
      ]
    }
  ]
}
`;

test('is laid out a finding a line, plans in order, keys in one order', () => {
  expect(baselineText({ tool, plans: PLANS })).toBe(TEXT);
  expect(baselineText({ tool, plans: [] })).toBe(TEXT.replace(/"plans": [\s\S]*/, '"plans": []\n}\n'));
});

test('has what can’t be seen, or turns text round, by its code', () => {
  const odd = '\u00ada\u202eb\u2028c\u{e0041}\u0007';
  expect(baselineText({ tool, plans: [{ plan: 'p', findings: [known(odd)] }] })).toContain(
    line(odd, '', '\\u00ada\\u202eb\\u2028c\\udb40\\udc41\\u0007'),
  );
});

test('takes what is found now in place of what was, and drops what is dropped', () => {
  const [b, a] = PLANS;
  const now = [{ plan: 'b.yaml', findings: [] }];
  const other = { name: 'old', version: '0' };
  expect(withFindings({ tool: other, plans: [b, a] }, now, tool)).toEqual({ tool, plans: [a, ...now] });
  expect(withFindings({ tool: other, plans: [b, a] }, now, tool, new Set(['a.yaml', 'b.yaml']))).toEqual({
    tool,
    plans: now,
  });
  expect(withFindings(undefined, [b, a], tool)).toEqual({ tool, plans: [a, b] });
});

const problems = (text: string, path = 'b.json') => {
  const parsed = parseBaseline(path, new TextEncoder().encode(text));
  return parsed.ok ? [] : parsed.problems.map(({ code, message, place }) => [code, message.id, message.params, place]);
};

test('is read as it was written', () => {
  const parsed = parseBaseline('b.json', new TextEncoder().encode(TEXT));
  expect(parsed).toMatchObject({ ok: true, file: { path: 'b.json' }, baseline: { tool, plans: [PLANS[1], PLANS[0]] } });
});

test('is no baseline where it isn’t one, and that is said of its place', () => {
  const at = (pointer: string) => ({ path: 'b.json', pointer });
  const one = (code: string, pointer: string, params = {}) => [[code, code, params, at(pointer)]];
  for (const text of ['[]', 'null', '1', '{}', '{"plans": []}'])
    expect(problems(text)).toEqual(one('baseline/none', ''));
  expect(problems(TEXT.replace(': 2,', ': 3,'))).toEqual(one('baseline/newer', '/sitecamBaseline', { version: '3' }));
  expect(problems(TEXT.replace(': 2,', ': 0,'))).toEqual(one('baseline/newer', '/sitecamBaseline', { version: '0' }));
  expect(problems(TEXT.replace(': 2,', ': "2",')).map(([code]) => code)).not.toContain('baseline/newer');
  expect(problems(TEXT.replace(': 2,', ': "2",'))).not.toEqual([]);
  expect(problems('sitecamBaseline: 1\n', 'b.yaml')).toEqual([
    ['baseline/no-json', 'baseline/no-json', {}, { path: 'b.yaml', pointer: '' }],
  ]);
  expect(problems(TEXT.replace('b.yaml', 'a.yaml'))).toEqual(
    one('baseline/twice', '/plans/1/plan', { plan: 'a.yaml' }),
  );
  expect(problems(TEXT.replace('"subject":"y"', '"subject":"z"'))).toEqual(
    one('baseline/fingerprint', '/plans/1/findings/1/fingerprint', { rule: 'a/a', subject: 'z' }),
  );
  expect(
    problems(TEXT.replace('b.yaml', 'a.yaml').replace('"subject":"y"', '"subject":"z"')).map(([code]) => code),
  ).toEqual(['baseline/twice', 'baseline/fingerprint']);
  expect(problems(TEXT.replace('"tool"', '"note": 1, "tool"')).length).toBe(1);
});

test('of version 1 a finding by several packs is one, with the gravest outcome', () => {
  const by = (outcome: string, pack?: string) =>
    JSON.stringify({
      rule: 'a/a',
      subject: 'x',
      ...(pack && { pack }),
      outcome,
      fingerprint: fingerprint('a/a', pack === undefined ? 'x' : `x\0${pack}`),
      geometry: '0'.repeat(32),
      layout: '1'.repeat(32),
    });
  const text = `{"sitecamBaseline": 1, "tool": {"name": "sitecam", "version": "0.1.0"}, "plans": [{"plan": "a.yaml", "findings": [${by('review')}, ${by('fail', 'cn-799-2025')}]}]}`;
  const result = parseBaseline('b.json', new TextEncoder().encode(text));
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  expect(result.baseline.plans[0].findings).toEqual([known('x', { packs: ['nm-2017', 'cn-799-2025'] })]);
});
