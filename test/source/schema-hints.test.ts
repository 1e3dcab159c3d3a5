import { expect, test } from 'vitest';
import { Folder, SMALL_PLAN } from '../support/folder.js';

test.each([
  ['kind: corridor', 'kind:corridor', 1, '（“:”之后缺少空格）', "(a space is missing after ':')"],
  ['[hotel]', '【hotel】', 1, '列表写在半角方括号内', 'write a list in ordinary square brackets'],
  ['[0, 0, 12, 2]', '(0, 0, 12, 2)', 1, '列表写在半角方括号内', 'write a list in ordinary square brackets'],
  ['[0, 0, 12, 2]', '"0, 0, 12, 2]"', 1, '列表写在半角方括号内', 'write a list in ordinary square brackets'],
  [
    '[{id: hall, kind: corridor, rect: [0, 0, 12, 2]}]',
    '{id: hall, kind: corridor, rect: [0, 0, 12, 2]}',
    1,
    '实际为一组键和值；YAML中列表的每一项以“- ”开头，JSON中列表写在[ ]内',
    "is a set of keys and values; in YAML each item of a list begins with '- ', in JSON a list stands in [ ].",
  ],
])('%s written as %s is one fault, and says what to write', async (from, to, count, zh, en) => {
  const folder = new Folder({ 'plan.yaml': SMALL_PLAN.replace(from, to) });
  const chinese = await folder.run(['lint', 'plan.yaml', '--lang', 'zh-CN']);
  expect(chinese.out.replace(/\n {4}/g, '')).toContain(zh);
  expect(chinese.out).toContain(`（${count}处`);
  const english = await folder.run(['lint', 'plan.yaml', '--lang', 'en']);
  expect(english.out.replace(/\n {4}/g, ' ')).toContain(en);
});
