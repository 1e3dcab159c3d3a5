import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadPack, packIds } from '../../src/law/load.js';
import { clause, printedText } from '../../src/law/lookup.js';

const pack = loadPack([...packIds].sort((a, b) => Number(b === 'nm-2017') - Number(a === 'nm-2017')).join('+'));
const ROOT = join(import.meta.dirname, '..', '..');
const PACKS = join(ROOT, 'src', 'law', 'packs');
const COPIES = [
  ...packIds.map((id) => join(PACKS, id, loadPack(id).statute ?? '')),
  join(PACKS, 'common', 'statute.zh.txt'),
];
const SHARED = join(ROOT, '..', 'shared', 'law');
const SOURCES: Readonly<Record<string, string>> = {
  'nm-2017': 'inner-mongolia-2017.zh.txt',
  'cn-799-2025': 'order-799-2025.zh.txt',
  'cn-civil-code': 'related.zh.txt',
  'cn-counter-terrorism': 'related.zh.txt',
  'cn-entertainment': 'other/cn-458-2020.zh.txt',
  'cn-421-2004': 'other/cn-421-2004.zh.txt',
  'hen-2016': 'other/henan-2016.zh.txt',
};

/** Line breaks, indents and the mark of a heading are the file's, every other character is the law's. */
function lines(text: string): string {
  return text
    .split(/\r?\n/)
    .map((line) => line.trim().replace(/^# /, ''))
    .filter((line) => line !== '')
    .join('\n');
}

const copies = COPIES.map((path) => lines(readFileSync(path, 'utf8')));

/** The copy's part for `instrument`: from the line that names it to the next line that heads an excerpt. */
function copyOf(instrument: string): string {
  const name = pack.instruments.find(({ id }) => id === instrument)?.name.zh ?? '';
  const all = copies.map((copy) => copy.split('\n')).find((copy) => copy.some((line) => line.startsWith(name))) ?? [];
  const from = all.findIndex((line) => line.startsWith(name));
  const length = all.slice(from + 1).findIndex((line) => line.endsWith('摘录）'));
  return all.slice(from, length < 0 ? undefined : from + 1 + length).join('\n');
}

function sourceOf(instrument: string): string {
  const path = join(SHARED, SOURCES[instrument] ?? '');
  return existsSync(path) ? lines(readFileSync(path, 'utf8')) : copyOf(instrument);
}

/** The statute's words from the article's number up to the next article's. */
function articleIn(source: string, article: string): string {
  const number = clause(pack, article).citation.zh.replace(/^.*?(第.+?条).*$/, '$1');
  const from = source.search(new RegExp(`^${number}[ 　]`, 'm'));
  const rest = source.slice(from + number.length);
  const next = rest.search(/^第[一二三四五六七八九十百千零]+条[ 　]/m);
  return from < 0 ? '' : next < 0 ? rest : rest.slice(0, next);
}

describe.each(pack.clauses.filter(({ derived }) => derived !== true).map((each) => [each.id, each] as const))(
  '%s',
  (id, { instrument, article, item, lead, text }) => {
    const source = articleIn(sourceOf(instrument), `${instrument}/${article}`);

    test('stands in the statute, in its article, word for word', () => {
      expect(text.zh).not.toBe('');
      expect(source).toContain(text.zh);
      expect(articleIn(copyOf(instrument), `${instrument}/${article}`)).toContain(text.zh);
    });

    test('is numbered as there', () => {
      if (item === undefined) return;
      const number = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二', '十三'][item];
      expect(source.replaceAll('（', '(').replaceAll('）', ')')).toContain(
        `(${number})${text.zh}`.replaceAll('（', '(').replaceAll('）', ')'),
      );
      expect(clause(pack, id).citation.zh.endsWith(`第（${number}）项`)).toBe(true);
      expect(source).toContain(lead?.zh);
    });

    test('paragraphs are the lines of the article', () => {
      const { paragraph } = clause(pack, id);
      if (paragraph === undefined || item !== undefined) return;
      const heads = source
        .trim()
        .split('\n')
        .filter((line) => !/^[(（][一二三四五六七八九十]+[)）]/.test(line));
      expect(text.zh.split('\n')[0]).toBe(heads[paragraph - 1]);
    });
  },
);

describe('errata', () => {
  test('the letter l in Arts. 23 and 24, and nothing else, is corrected to the figure 1', () => {
    const corrected = pack.clauses.filter((each) => each.corrected !== undefined);
    expect(corrected.map(({ id }) => id)).toEqual(['nm-2017/23', 'nm-2017/24']);
    for (const each of corrected) {
      expect(each.text.zh).toContain('l万元');
      expect(each.corrected?.zh).toBe(each.text.zh.replace('l万元', '1万元'));
      expect(printedText(each)).not.toContain('l万元');
    }
  });

  test('no other quotation has a Latin letter', () => {
    expect(pack.clauses.filter((each) => /[a-z]/i.test(printedText(each))).map(({ id }) => id)).toEqual([]);
  });
});

test('summaries of penalties are the words of the law', () => {
  for (const { clause: id, summary } of pack.penalties) {
    const { lead } = clause(pack, id);
    const text = `${lead?.zh ?? ''}${printedText(clause(pack, id))}`;
    for (const words of summary.zh.split('；')) expect(text).toContain(words);
  }
});

test('the text version is the one the statute names', () => {
  expect(sourceOf('nm-2017')).toContain('2017年7月22日内蒙古自治区第十二届人民代表大会常务委员会第三十四次会议');
  expect(sourceOf('nm-2017')).toContain('第二次修正');
  expect(loadPack('nm-2017').notice.zh).toBe(
    '审查依据为2017年7月22日第二次修正文本；是否另有修正未核，以现行有效文本为准。',
  );
  expect(sourceOf('cn-799-2025')).toContain('2025年4月1日起施行');
  expect(loadPack('cn-799-2025').notice.zh).toMatch(
    /自2025年4月1日起施行.*文本；其后是否另有修正未核，以现行有效文本为准。$/,
  );
});

test.runIf(existsSync(SHARED))('the copy of the statute is the statute', () => {
  const all = Object.keys(SOURCES)
    .map(sourceOf)
    .flatMap((text) => text.split('\n'));
  const added = copies
    .flatMap((copy) => copy.split('\n'))
    .filter((line) => !all.includes(line) && !line.endsWith('摘录）'));
  expect(added).toEqual([]);
  expect(copyOf('nm-2017')).toBe(sourceOf('nm-2017'));
  expect(copyOf('cn-799-2025')).toBe(sourceOf('cn-799-2025'));
});
