// English sentences with a number: with one of a thing they have it in the singular.
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { t as hover } from '../../src/editor/hover/texts.js';
import { t as conflicts } from '../../src/features/conflicts/texts.js';
import { t as merge } from '../../src/features/merge/texts.js';
import { t as verify } from '../../src/features/verify/texts.js';
import { catalogue } from '../../src/i18n/catalogue.js';
import { countedList } from '../../src/i18n/list.js';
import { t as github } from '../../src/report/github/texts.js';
import { t as html, wordsIn } from '../../src/report/html/texts.js';
import { t as several } from '../../src/report/lint/several/texts.js';
import { t as short } from '../../src/report/lint/short/texts.js';
import { t as report } from '../../src/report/lint/texts.js';
import { t as sarif } from '../../src/report/sarif/texts.js';
import { wordsOf } from '../../src/web/page/words.js';

const page = wordsOf({ words: wordsIn('en', html) });

const textsWith = (n: number): readonly string[] => [
  hover.holds({ zones: n, openings: n, devices: n }).en,
  conflicts.tainted({ n }).en,
  merge.plans({ held: n, all: 9 }).en,
  verify.comparedSome({ n }).en,
  verify.comparedAll({ n }).en,
  report.hidden({ n }).en,
  several.hidden({ n }).en,
  short.checklist({ n }).en,
  sarif.ungrave({ left: n, least: 'error' }).en,
  page('map-label', { level: 'F1', zones: n, devices: n, marks: n }),
  github.error({ n }).en,
  page('count', { n, all: n }),
  conflicts.proof({ cells: n }).en,
];

test('one of a thing is in the singular, several in the plural', () => {
  expect(textsWith(1)).toEqual([
    '1 zone, 1 opening, 1 device',
    ' 1 verdict on views is open because of faults of the plan, and is not among them.',
    'the shards hold 1 plan and were cut from 9: some have no verdicts; nothing was merged.',
    "1 verdict compared one by one; of some of the plans alone bytes can't be compared.",
    '1 verdict compared one by one, then compared byte by byte.',
    '1 finding for review or warning is counted, not listed (quiet).',
    '1 finding that makes no exit code (reviews, warnings and the like) is counted, not listed (quiet).',
    '1 document to check (-v).',
    '1 finding less grave than --alerts error is no alert here.',
    expect.stringMatching(/^Drawing of F1: 1 zone, 1 device, 1 finding with a place\./),
    '1 error',
    '1 of 1 finding.',
    ' (bounded for all poses in 1 cell; no sampling)',
  ]);
  expect(textsWith(2).slice(0, 2)).toEqual([
    '2 zones, 2 openings, 2 devices',
    ' 2 verdicts on views are open because of faults of the plan, and are not among them.',
  ]);
  expect(textsWith(2)[8]).toBe('2 findings less grave than --alerts error are no alerts here.');
});

/** What the rules say of their fixtures, which said.test.ts holds to what they do say. */
const SAID = 'fixtures/golden/said';

const said = readdirSync(SAID).flatMap((name) => readFileSync(`${SAID}/${name}`, 'utf8').split('\n'));

test('no rule says one of a thing in the plural', () => {
  // Not what follows a one that stands for its thing: `2 zones, of which 1 shows none`, `9.2(1) pass`.
  const verb = /(?:is|was|shows|(?:only )?grazes|pass|refers)\b/.source;
  const plural = new RegExp(`(?<![\\d.(])\\b1 (?!${verb})(?:[a-z-]+ )?[a-z-]+s\\b`, 'g');
  expect(said.flatMap((line) => line.match(plural) ?? [])).toEqual([]);
});

test('no rule says of several clauses what one does', () => {
  const clause = /(?:(?!Whether|Only)(?:[A-Z][a-z]+|\d+) )*Art\. [\d()]+/.source;
  const several = new RegExp(
    `(?:^ *|[.;] |[Ww]hether |that |as |Only )${clause}(?:, ${clause})* and ${clause} (?:does|[a-z]+s)\\b`,
  );
  expect(said.filter((line) => several.test(line))).toEqual([]);
});

test('a choice by number agrees with an enumeration', () => {
  const t = catalogue('clauses', { apply: { zh: '{clauses}适用', en: '{clauses} {clauses|applies|apply}' } });
  expect(t.apply({ clauses: countedList(['Art. 8']) }).en).toBe('Art. 8 applies');
  expect(t.apply({ clauses: countedList(['Art. 8', 'Art. 9']) })).toEqual({
    id: 'clauses/apply',
    params: { clauses: { zh: 'Art. 8、Art. 9', en: 'Art. 8 and Art. 9' } },
    zh: 'Art. 8、Art. 9适用',
    en: 'Art. 8 and Art. 9 apply',
  });
});
