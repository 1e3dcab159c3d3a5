import { describe, expect, test } from 'vitest';
import {
  label,
  penaltySentences,
  penaltySummaries,
  quotedCitation,
  quotedClause,
} from '../../src/findings/wording/citation.js';
import { render, verbatim } from '../../src/i18n/locale.js';
import { BUILT_IN_PACKS } from '../../src/law/built-in.gen.js';
import { loadPack } from '../../src/law/load.js';
import { at, bases, pack, verdict, verdicts } from '../report/build.js';

const of = (subject: string, rule: string) => {
  const found = verdicts.find((one) => one.subject === subject && one.rule === rule);
  if (found === undefined) throw new Error(subject);
  return found;
};
const view = (clauses: readonly string[]) =>
  verdict({
    rule: 'capture/view-into-private-zone',
    subject: 'C2>wc',
    outcome: 'fail',
    message: { id: 'standing', params: {} },
    clauses,
    place: at(''),
  });

describe('clauses', () => {
  test('the judged law is cited bare, others by their names', () => {
    expect(render(label(pack, 'nm-2017/9.2(3)'), 'zh-CN')).toBe('第九条第二款第（三）项');
    expect(render(label(pack, 'cn-799-2025/8.1(4)'), 'zh-CN')).toBe('国务院令第799号第八条第一款第（四）项');
    expect(render(label(pack, 'xx/1'), 'zh-CN')).toBe('xx/1');
  });

  test('the words are the law’s, without the mark that ended them there', () => {
    expect(render(quotedClause(quotedCitation(pack, 'nm-2017/8(8)')), 'zh-CN')).toBe(
      '第八条第（八）项：“旅店、商场、旅游景区、文化娱乐场所的主要出入口和通道”',
    );
    expect(quotedCitation(pack, 'nm-2017/9.2(3)').lead?.zh).toContain('禁止安装具有音视频采集功能的技防系统');
  });

  test('an erratum is printed corrected, and said', () => {
    const { words, note } = quotedCitation(pack, 'nm-2017/24');
    expect(words.zh).toContain('处1万元以上3万元以下罚款');
    expect(words.zh).not.toContain('l万元');
    expect(note?.zh).toContain('l万元');
  });
});

describe('penalties', () => {
  test('Art. 24 may apply, never will; alone it raises no question how it relates to another law', () => {
    const sentences = penaltySentences(pack, of('C1>wc', 'capture/device-in-private-zone'), verbatim('')).zh;
    expect(sentences).toEqual(['如按本图实施，可能适用第二十四条；是否处罚及幅度由公安机关依法决定。']);
  });

  test('of a law of which the pack has no penalties only that is said', () => {
    const whole = loadPack('nm-2017+cn-entertainment');
    const venues = {
      ...whole,
      penalties: whole.penalties.filter(({ clause }) => !clause.startsWith('cn-entertainment')),
    };
    const [said] = penaltySentences(venues, view(['cn-entertainment/16']), verbatim('')).zh;
    expect(said).toBe('法规数据包未载娱乐场所管理条例第十六条的罚则。');
    expect(penaltySentences(venues, view(['cn-entertainment/16']), verbatim('')).en[0]).toMatch(
      /^The pack states no penalty for /,
    );
    expect(penaltySentences(venues, view(['nm-2017/9.1']), verbatim('')).zh[0]).toBe('第九条第一款本条例未设罚则。');
    const [files] = BUILT_IN_PACKS;
    if (files === undefined) throw new Error('there are three');
    const theirs = { ...pack, written: { path: 'own.yaml', sources: [], files } };
    expect(penaltySentences(theirs, view(['nm-2017/9.1']), verbatim('')).zh).toEqual([
      '法规数据包未载第九条第一款的罚则。',
    ]);
  });

  test('a duty without a penalty says so, unless the verdict has said it', () => {
    const none = '第九条第一款本条例未设罚则。';
    expect(penaltySentences(pack, view(['nm-2017/9.1']), verbatim('')).zh).toEqual([none]);
    expect(penaltySentences(pack, view(['nm-2017/9.1']), verbatim(`……${none}`)).zh).toEqual([]);
    expect(penaltySentences(pack, view(['nm-2017/9.2(5)']), verbatim('')).zh).toEqual([]);
  });

  test('what is open, for review, a warning or passed threatens nobody', () => {
    for (const one of verdicts.filter(({ outcome, level }) => outcome !== 'fail' || level === 'warning')) {
      expect(
        penaltySentences(
          pack,
          { ...one, bases: bases('pass', ['nm-2017/9.2(3)'], undefined, ['nm-2017/24']) },
          verbatim(''),
        ).zh,
      ).toEqual([]);
    }
  });

  test('summaries come from the pack', () => {
    expect(penaltySummaries(pack, of('e1', 'coverage/protected'))[0].zh).toMatch(/^第二十三条：责令限期改正；/);
  });
});

test('what is marked as installed needs no carrying out as drawn', () => {
  const [said] = penaltySentences(pack, { ...verdicts[0], existing: true }, verbatim('')).zh;
  expect(said).toMatch(/^如经查证属实，可能适用.*是否处罚及幅度由公安机关依法决定。$/);
});
