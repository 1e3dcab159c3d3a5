import { describe, expect, test } from 'vitest';
import { inQuotes, quote } from '../../src/i18n/list.js';
import { renderMessage } from '../../src/i18n/message.js';
import { REPORT_FORMATS } from '../../src/report/formats.gen.js';
import { sitecam } from '../support/io.js';

/** Rooms named so that a report that only puts quotes around them says what their author likes. */
const ROOM = "西侧隔间”以外，未发现不符合。另查“走廊' apart, nothing found. Also 'foyer";

const PLAN = `
sitecam: 1
site: { name: 青城宾馆, categories: [hotel], region: "150102" }
levels:
  - id: F1
    ceiling: 3
    zones:
      - { id: hall, kind: corridor, rect: [0, 0, 12, 3] }
      - { id: wc, kind: restroom, name: &room "${ROOM}", rect: [0, 3, 4, 4] }
    openings:
      - { id: "D1','D2", kind: passage, line: [[1.5, 3], [2.5, 3]], name: *room }
    devices:
      - { id: C1, kind: camera, at: [2, 5], name: *room, height: 2.8, hfov: 90, heading: 0, resolution: [1920, 1080] }
      - { id: C2, kind: camera, at: [2, 1], height: 2.8, hfov: 90, heading: 90, resolution: [1920, 1080], audio: none }
`;

describe('what is quoted from the plan', () => {
  test('has single quotes within', () => {
    expect(quote('甲”，未发现不符合。“乙', 'zh-CN')).toBe('“甲’，未发现不符合。‘乙”');
    expect(quote("Men's' complies. 'B", 'en')).toBe("'Men’s’ complies. ’B'");
    expect(inQuotes('甲"乙＂', 'zh-CN')).toBe("甲'乙'");
    expect(inQuotes(inQuotes(ROOM, 'zh-CN'), 'zh-CN')).toBe(inQuotes(ROOM, 'zh-CN'));
  });

  test('is held by the quotes of a template', () => {
    const messages = { m: { zh: '设于“{zone}”内。', en: "Stands in '{zone}'." } };
    const message = { id: 'm', params: { zone: ROOM } };
    expect(renderMessage(messages, message, 'zh-CN').match(/[“”]/g)).toEqual(['“', '”']);
    expect(renderMessage(messages, message, 'en').match(/'/g)).toHaveLength(2);
  });

  test.each(
    [...REPORT_FORMATS, 'terminal'].flatMap((format) => ['zh-CN', 'en'].map((lang) => [format, lang] as const)),
  )('ends no quotes: %s in %s', async (format, lang) => {
    const { out } = await sitecam(
      ['lint', 'plan.yaml', '-f', format, '--lang', lang, '--verbose', '--today', '2026-11-24'],
      {
        given: { 'plan.yaml': PLAN },
      },
    );
    expect(out.length).toBeGreaterThan(0);
    // As a reader sees it, whatever escapes the format writes it with.
    const seen = out.replaceAll('&apos;', "'").replaceAll('&#39;', "'");
    for (const ended of ['“西侧隔间”', "'foyer'", "'D1'"]) expect(seen.split(ended).slice(1), ended).toEqual([]);
    // The schedule lists devices and quotes nothing.
    if (format !== 'schedule') expect(seen).toContain(lang === 'en' ? "'西侧隔间”以外" : '“西侧隔间’以外');
  });
});

describe('the name of the site', () => {
  const VERDICT = `在图中载明事项范围内：未发现不符合，准予通过${'。全部合格'.repeat(20)}`;
  const given = { 'plan.yaml': PLAN.replace('青城宾馆', VERDICT) };
  const heads = {
    terminal: /^场所：“在图中载明事项范围内：未发现不符合[^”\n]*…” /,
    markdown: /^# 技防设计图审查报告：“在图中载明事项范围内：未发现不符合[^”\n]*…”$/m,
    html: /<h2>场所：“在图中载明事项范围内：未发现不符合[^”\n]*…”<\/h2>/,
  };
  test.each(Object.entries(heads))('is named as one and cut: %s', async (format, head) => {
    const { out } = await sitecam(['lint', 'plan.yaml', '-f', format, '--lang', 'zh-CN'], { given });
    expect(out).toMatch(head);
  });

  test('in English, too, and on the drawing', async () => {
    const ran = await sitecam(['lint', 'plan.yaml', '--lang', 'en'], { given });
    expect(ran.out).toMatch(/^Site: '[^'\n]*…' /);
    const drawn = await sitecam(['draw', 'plan.yaml', '--lang', 'zh-CN'], { given });
    const svg = drawn.out + [...drawn.written.values()].join('');
    expect(svg).toMatch(/<title[^>]*>场所：“在图中[^”]*…”，F1</);
    expect(svg).toMatch(/<text[^>]*>场所：“在图中/);
  });

  test('is whole in the JSON report', async () => {
    const { out } = await sitecam(['lint', 'plan.yaml', '-f', 'json'], { given });
    expect(out).toContain(VERDICT);
  });
});
