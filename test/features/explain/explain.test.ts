import { describe, expect, test } from 'vitest';
import { clausePage } from '../../../src/features/explain/clause-page.js';
import { clausesWithExamples, exampleOf } from '../../../src/features/explain/examples.js';
import { rulePage } from '../../../src/features/explain/rule-page.js';
import { type Locale, verbatim } from '../../../src/i18n/locale.js';
import { displayWidth } from '../../../src/i18n/width.js';
import { lintPlan, loadPack, rules } from '../../../src/index.js';
import type { Pack } from '../../../src/law/types.js';
import type { Block } from '../../../src/render/document.js';
import { writeMarkdown } from '../../../src/render/writers/markdown.js';
import { writeTerminal } from '../../../src/render/writers/terminal.js';
import { clausesOf } from '../../../src/rules/bases.js';
import { applicablePack } from '../../../src/rules/rule.js';
import { sitecam } from '../../support/io.js';

const pack = loadPack('nm-2017');
const packs: readonly [Pack, ...Pack[]] = [pack, loadPack('cn-799-2025'), loadPack('cn-entertainment')];
const LOCALES = ['zh-CN', 'en'] as const;
const markdown = (block: Block, locale: Locale) => writeMarkdown([{ blocks: [block] }], { locale });

describe('the example of a clause', () => {
  test('there is one for each item of Art. 9(2), and for views from outside', () => {
    const items = [1, 2, 3, 4, 5, 6].map((item) => `nm-2017/9.2(${item})`);
    expect(clausesWithExamples(pack)).toEqual(['nm-2017/9.1', ...items]);
  });

  test.each(clausesWithExamples(pack))('%s: the plan on its page is judged as the page says', (id) => {
    const clause = pack.clauses.find((candidate) => candidate.id === id);
    for (const locale of LOCALES) {
      const page = clause === undefined ? '' : markdown(clausePage(clause, rules, pack, true), locale);
      const [, plan = ''] = /^```yaml\n([\s\S]*?)^```/m.exec(page) ?? [];
      const wanted = [...plan.matchAll(/^# => (\S+ \S+)$/gm)].map(([, verdict]) => verdict);
      expect(wanted.length).toBeGreaterThan(0);
      const result = lintPlan('plan.yaml', () => new TextEncoder().encode(plan), { pack, today: '2026-11-24' });
      if (!result.ok) throw new Error(JSON.stringify(result.unreadable));
      expect(result.site.faults).toEqual([]);
      const { rule } = exampleOf(pack, id) ?? { rule: '' };
      const verdicts = result.verdicts.filter((verdict) => verdict.rule === rule);
      expect(verdicts.map(({ outcome, subject }) => `${outcome} ${subject}`)).toEqual(expect.arrayContaining(wanted));
      // It is a breach of this very clause.
      const failed = verdicts.filter(({ outcome }) => outcome === 'fail');
      expect(failed.map((verdict) => clausesOf(verdict)[0])).toEqual([id]);
    }
  });

  test('an item of Art. 8 names a command that writes one', async () => {
    const items = pack.clauses.filter(({ id }) => id.startsWith('nm-2017/8('));
    expect(items.length).toBe(12);
    for (const item of items) {
      const [, command = ''] =
        /`sitecam (init --category [a-z-]+)`/.exec(markdown(clausePage(item, rules, pack, true), 'en')) ?? [];
      const { code, out } = await sitecam([...command.split(' '), '-o', '-']);
      expect([item.id, code]).toEqual([item.id, 0]);
      const category = pack.categories.find(({ id }) => out.includes(`categories: [${id}]`));
      expect(category?.clause).toBe(item.id);
    }
  });
});

describe('the page of a clause', () => {
  test('names the rules that judge by it, the penalty, the sites and the places', async () => {
    const item = (await sitecam(['explain', '9.2(1)'])).out;
    expect(item).toContain('capture/device-in-private-zone');
    expect(item).toContain('罚则（第二十四条）');
    expect(item).toContain('entertainment-private-room');
    const hotel = (await sitecam(['explain', '8(8)', '--lang', 'en'])).out;
    expect(hotel).toMatch(/^hotel +Hotel/m);
    expect(hotel).toContain('Penalty (Art. 23)');
    expect((await sitecam(['explain', '24'])).out).toContain('处罚违反第九条第二款的行为');
  });

  test('says what is our reading and not the law’s', async () => {
    const { out } = await sitecam(['explain', '9.2(6)']);
    expect(out).toMatch(/^ward +病房（本工具的理解）/m);
    expect(out).toMatch(/^private-area +其他涉及个人隐私的区域 /m);
  });

  test('quotes the law in every paragraph, so that its words stand apart from sitecam’s', async () => {
    const { out } = await sitecam(['explain', '13']);
    const article = out.split('\n\n')[1]?.split('\n') ?? [];
    expect(article.length).toBeGreaterThan(5);
    expect(article.filter((line) => !line.startsWith('  '))).toEqual([]);
  });

  test('an article is shown without examples, and says where they are', async () => {
    const { out } = await sitecam(['explain', '第九条']);
    expect(out).not.toContain('# =>');
    expect(out).toContain('sitecam explain "9.1"');
  });
});

describe('the page of a rule', () => {
  test.each(rules.map((rule) => [rule.id, rule] as const))(
    '%s has its figures, each once, before its plans',
    (_, rule) => {
      for (const locale of LOCALES) {
        const judged = applicablePack(rule, packs);
        const page = markdown(rulePage(rule, judged), locale);
        for (const name of rule.parameters ?? []) {
          const { value, what } = judged.parameters[name];
          const row = `| ${name} | ${value}`;
          expect(page.split(row).length).toBe(2);
          expect(page).toContain(locale === 'en' ? what.en : what.zh);
          expect(page.indexOf(row)).toBeLessThan(`${page}\`\`\`yaml`.indexOf('```yaml'));
        }
      }
    },
  );

  test('is told by its own words where it isn’t named whole', async () => {
    expect((await sitecam(['explain', 'declared', '--lang', 'en'])).err).toContain("Did you mean 'coverage/declared'?");
    expect((await sitecam(['explain', '9.2(13)', '--lang', 'en'])).err).toContain("Did you mean '9.2(1)'?");
    expect((await sitecam(['explain', 'coverage/declaired'])).code).toBe(2);
  });
});

describe('Markdown on a terminal', () => {
  const shown = (text: string, colour = false) =>
    writeTerminal([{ blocks: [{ block: 'markdown', text: verbatim(text) }] }], {
      locale: 'en',
      colour,
      width: 40,
      flush: true,
    });

  test('has no marks left, and plans as they are', () => {
    const text = 'A **bold** `word`, *set* off.\n\n- one\n- two\n\n```yaml\n# => fail a\na: {b: [1,  2]}\n\nc: 1\n```';
    expect(shown(text, true)).toBe(
      'A \u001b[1mbold\u001b[22m word, set off.\n\n- one\n- two\n\n    \u001b[1m# => fail a\u001b[22m\n    a: {b: [1,  2]}\n\n    c: 1\n',
    );
  });

  test('has in bold what was, not the first place with the same words', () => {
    expect(shown('A word before **word**.', true)).toBe('A word before \u001b[1mword\u001b[22m.\n');
  });

  test('a list item hangs below its dash', () => {
    expect(shown('- one two three four five six seven nine eleven twelve')).toBe(
      '- one two three four five six seven nine\n  eleven twelve\n',
    );
  });

  test('tables stand in columns, wide characters and all; in little room row by row', () => {
    expect(shown('| 部位 | 等级 |\n|---|---|\n| 主要出入口 | 识别 |\n| 通道 | 观察 |')).toBe(
      '部位        等级\n主要出入口  识别\n通道        观察\n',
    );
    const words = ['camera-with-a-long-name', 'zone-with-a-long-name'];
    expect(shown(`| a | b |\n|---|---|\n| ${words.join(' | ')} |`)).toBe(`${words[0]}\n    ${words[1]}\n`);
  });

  test.each([60, 80, 100])('every page fits %i columns, but for its plans', (width) => {
    for (const locale of LOCALES) {
      const pages = [
        ...rules.map((rule) => rulePage(rule, applicablePack(rule, packs))),
        ...packs.flatMap((one) => one.clauses.map((clause) => clausePage(clause, rules, one, true))),
      ];
      const text = writeTerminal([{ blocks: pages }], { locale, colour: false, width, flush: true });
      const plans = writeMarkdown([{ blocks: pages }], { locale }).matchAll(/^```yaml\n([\s\S]*?)^```/gm);
      const code = new Set([...plans].flatMap(([, plan = '']) => plan.split('\n').map((line) => `    ${line}`)));
      const lines = text.split('\n').filter((line) => !code.has(line));
      expect(lines.length).toBeGreaterThan(500);
      expect(lines.filter((line) => displayWidth(line) > width)).toEqual([]);
      expect(lines.filter((line) => /\*\*|`|^#|^\|/.test(line))).toEqual([]);
    }
  });
});
