// What `npm run accept` makes of golden files that changed: counts by meaning, and pages of which one group is taken.
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import {
  GROUPS,
  groupsOf,
  merged,
  pageOf,
  saidChange,
  siteMoves,
  toldMoves,
  toldSizes,
} from '../../tools/accept/changes.mjs';

const OLD = `plan/x (error) 标题 | Title
clauses nm-2017/8
parameters 

# fail-one.yaml
fail C1
  不符合。
  It fails.
  cites nm-2017/8
  at /site; 门 | the door at /levels/0
  hangs on F1
pass C2
  符合。
  It passes.
  cites nm-2017/8
  at /site
  hangs on F1

# pass-two.yaml
pass C3
  符合。
  It passes.
  cites nm-2017/8
  at /site
  hangs on F1
`;
const words = (text: string) => text.replace('It fails.', 'It does not pass.').replace('the door', 'a door');
const verdicts = (text: string) => text.replace('hangs on F1\npass C2', 'hangs on F2\nreview C2');
const NOW = verdicts(words(OLD));

describe('a rule’s page', () => {
  test('is read and written as it is, every one', () => {
    const folder = 'fixtures/golden/said';
    for (const name of readdirSync(folder)) {
      const text = readFileSync(`${folder}/${name}`, 'utf8');
      expect(merged(text, text, { verdicts: true, words: true })).toBe(text);
      expect(pageOf(text).sections.length).toBe(text.match(/^# /gm)?.length ?? 0);
    }
  });

  test('of which verdicts are taken keeps its words, and the other way round', () => {
    expect(verdicts(OLD)).not.toBe(OLD);
    expect(merged(OLD, NOW, { verdicts: true, words: false })).toBe(verdicts(OLD));
    expect(merged(OLD, NOW, { verdicts: false, words: true })).toBe(words(OLD));
    expect(merged(OLD, NOW, { verdicts: false, words: false })).toBe(OLD);
    expect(merged(words(OLD), NOW, { verdicts: true, words: false })).toBe(NOW);
    expect(merged(OLD, NOW, { verdicts: true, words: true })).toBe(NOW);
  });

  test('that is new comes with its verdicts', () => {
    expect(merged('', NOW, { verdicts: false, words: true })).toBe('');
    expect(merged('', NOW, { verdicts: true, words: false })).toBe(NOW);
  });

  test('counts verdicts and words apart', () => {
    expect(saidChange(OLD, NOW)).toEqual({ added: { review: 1 }, removed: { pass: 1 }, grounds: 1, words: 1 });
    expect(saidChange(OLD, words(OLD))).toEqual({ added: {}, removed: {}, grounds: 0, words: 1 });
    expect(saidChange(OLD, OLD.replace('the door', 'a door'))).toMatchObject({ grounds: 0, words: 1 });
    expect(saidChange(OLD, OLD.replace('/levels/0', '/levels/1'))).toMatchObject({ grounds: 1, words: 0 });
    expect(saidChange(OLD, OLD.replace('Title', 'Name'))).toMatchObject({ grounds: 0, words: 1 });
  });
});

test('verdicts on sites are told by rule and outcome', () => {
  const site = (...said: readonly (readonly [string, string, string])[]) =>
    JSON.stringify({ verdicts: said.map(([rule, subject, outcome]) => ({ rule, subject, outcome })) });
  const moves = [
    ...siteMoves('ktv', site(['a/b', 'C1', 'pass']), site(['a/b', 'C1', 'review'], ['a/b', 'C2', 'review'])),
    ...siteMoves('museum', site(), site(['a/b', 'C1', 'review'])),
    ...siteMoves('bank', site(['a/a', 'x', 'fail']), site(['a/a', 'x', 'fail'])),
  ];
  expect(toldMoves(moves)).toEqual(['a/b: +3 review in 2 sites, −1 pass in 1 site']);
});

test('frozen outputs are told by count and size', () => {
  expect(
    toldSizes('aa 10 lint/x/html\nbb 5 lint/x/json\n', 'ab 14 lint/x/html\nbb 5 lint/x/json\ncc 7 lint/y/html\n'),
  ).toEqual(['2 of 3 outputs', 'html: +11 bytes']);
});

test('every golden file is in a group, and verdicts and words only share rules’ pages', () => {
  const files = readdirSync('fixtures/golden', { recursive: true, encoding: 'utf8' }).map(
    (path) => `fixtures/golden/${path}`,
  );
  for (const path of [...files, 'schemas/plan.read.schema.json', 'fixtures/evasion/README.md']) {
    const groups = groupsOf(path);
    expect(GROUPS).toEqual(expect.arrayContaining([...groups]));
    expect([path, groups.length]).toEqual([path, path.startsWith('fixtures/golden/said/') ? 2 : 1]);
  }
});
