import { XMLValidator } from 'fast-xml-parser';
import { expect, test } from 'vitest';
import { sitecam } from '../support/io.js';

const HOTEL = 'fixtures/sites/qingcheng-hotel/violations.yaml';

test('one file for each level in the current folder, named after plan and level', async () => {
  const { code, written, out } = await sitecam(['draw', HOTEL]);
  expect(code).toBe(0);
  expect([...written.keys()]).toEqual(['violations-F1.svg', 'violations-F2.svg', 'violations-F3.svg']);
  expect(out).toContain('violations-F2.svg');
  for (const svg of written.values()) expect(XMLValidator.validate(svg)).toBe(true);
});

test('a level to standard output, on the day asked for, in the language asked for', async () => {
  const { out, written } = await sitecam(['draw', HOTEL, '--level', 'F2', '--out', '-', '--today', '2026-03-01']);
  expect(written.size).toBe(0);
  expect(out).toContain('2026年3月1日');
  expect(out).toContain('审查依据');
  const english = await sitecam(['draw', HOTEL, '--level', 'F2', '--out', '-', '--lang', 'en']);
  expect(english.out).toContain('2026-11-24');
  expect(english.out).toContain('must be protected');
});

test('layers are shown, hidden and named wrongly', async () => {
  const drawn = async (...more: string[]) =>
    (await sitecam(['draw', HOTEL, '--level', 'F1', '--out', '-', ...more])).out;
  expect(await drawn('--hide', 'may,must')).not.toMatch(/class="(may|must)"/);
  const only = await drawn('--show', 'zones', '--show', 'devices');
  expect(only).toMatch(/class="zones"/);
  expect(only).not.toMatch(/class="(may|must|remainder|sight-lines)"/);
  const wrong = await sitecam(['draw', HOTEL, '--show', 'zone'], { env: { LANG: 'en' } });
  expect(wrong).toMatchObject({ code: 2, err: expect.stringContaining("Did you mean 'zones'?") });
});

test('the views of one device', async () => {
  const { out } = await sitecam(['draw', HOTEL, '--level', 'F1', '--out', '-', '--device', 'C1-13']);
  const views = /<g class="may"[\s\S]*?<\/g>/.exec(out)?.[0] ?? '';
  expect([...views.matchAll(/data-device="([^"]+)"/g)].map(([, id]) => id)).toEqual(['C1-13']);
  expect(out).toContain('data-device="C1-01"');
  expect(await sitecam(['draw', HOTEL, '--device', 'C1-99'])).toMatchObject({ code: 2 });
});

test('nothing is written over the plan, nor two levels into one file', async () => {
  const given = { 'plan.svg': await import('node:fs').then(({ readFileSync }) => readFileSync(HOTEL)) };
  const over = await sitecam(['draw', 'plan.svg', '--level', 'F1', '--out', 'plan.svg'], { given });
  expect(over.code).toBe(2);
  expect(over.written.size).toBe(0);
  const many = await sitecam(['draw', HOTEL, '--out', 'all.svg']);
  expect(many).toMatchObject({ code: 2, err: expect.stringContaining('--level') });
  expect(many.written.size).toBe(0);
});

test('a plan that cannot be read is said to be, with nothing drawn', async () => {
  const { code, written, err } = await sitecam(['draw', 'fixtures/malformed/duplicate-key.yaml']);
  expect(code).toBe(3);
  expect(written.size).toBe(0);
  expect(err).toContain('duplicate-key.yaml');
});

test('a level id that is no file name stays in its folder', async () => {
  const plan = `sitecam: 1
site: {name: x, categories: [hotel]}
levels: [{id: "..", zones: [{id: a, kind: lobby, rect: [0, 0, 4, 4]}]}]
`;
  const { written } = await sitecam(['draw', 'p.yaml', '--out', 'drawings/'], { given: { 'p.yaml': plan } });
  expect([...written.keys()]).toEqual(['drawings/p-_.svg']);
});
