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
  const { out, written } = await sitecam(['draw', HOTEL, '--level', 'F2', '--output', '-', '--today', '2026-03-01']);
  expect(written.size).toBe(0);
  expect(out).toContain('2026年3月1日');
  expect(out).toContain('审查依据');
  const english = await sitecam(['draw', HOTEL, '--level', 'F2', '--output', '-', '--lang', 'en']);
  expect(english.out).toContain('2026-11-24');
  expect(english.out).toContain('must be protected');
});

test('layers are shown, hidden and named wrongly', async () => {
  const drawn = async (...more: string[]) =>
    (await sitecam(['draw', HOTEL, '--level', 'F1', '--output', '-', ...more])).out;
  expect(await drawn('--hide', 'may,must')).not.toMatch(/class="(may|must)"/);
  const only = await drawn('--show', 'zones', '--show', 'devices');
  expect(only).toMatch(/class="zones"/);
  expect(only).not.toMatch(/class="(may|must|remainder|sight-lines)"/);
  const wrong = await sitecam(['draw', HOTEL, '--show', 'zone'], { env: { LANG: 'en' } });
  expect(wrong).toMatchObject({ code: 2, err: expect.stringContaining("Did you mean 'zones'?") });
});

test('the views of one device', async () => {
  const { out } = await sitecam(['draw', HOTEL, '--level', 'F1', '--output', '-', '--device', 'C1-13']);
  const views = /<g class="may"[\s\S]*?<\/g>/.exec(out)?.[0] ?? '';
  expect([...views.matchAll(/data-device="([^"]+)"/g)].map(([, id]) => id)).toEqual(['C1-13']);
  expect(out).toContain('data-device="C1-01"');
  expect(await sitecam(['draw', HOTEL, '--device', 'C1-99'])).toMatchObject({ code: 2 });
});

test('nothing is written over the plan, nor two levels into one file', async () => {
  const given = { 'plan.svg': await import('node:fs').then(({ readFileSync }) => readFileSync(HOTEL)) };
  const over = await sitecam(['draw', 'plan.svg', '--level', 'F1', '--output', 'plan.svg'], { given });
  expect(over.code).toBe(2);
  expect(over.written.size).toBe(0);
  const many = await sitecam(['draw', HOTEL, '--output', 'all.svg']);
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
  const { written } = await sitecam(['draw', 'p.yaml', '--output', 'drawings/'], { given: { 'p.yaml': plan } });
  expect([...written.keys()]).toEqual(['drawings/p-_.svg']);
});

const KTV = 'fixtures/sites/ktv/violations.yaml';

test('an overlay for CAD, by --format or by the ending of its name, with the findings asked for', async () => {
  const { code, written, out } = await sitecam(['draw', HOTEL, '-f', 'dxf', '-o', 'drawn/']);
  expect(code).toBe(0);
  expect([...written.keys()]).toEqual(['F1', 'F2', 'F3'].map((level) => `drawn/violations-${level}.dxf`));
  expect(out).toContain('drawn/violations-F3.dxf');
  const draw = async (...more: string[]) => (await sitecam(['draw', KTV, '-o', '审查.dxf', ...more])).written;
  const bytes = (text = '') => new TextDecoder('gbk', { fatal: true }).decode(Buffer.from(text, 'latin1'));
  const all = bytes((await draw()).get('审查.dxf'));
  expect(all).toContain('SITECAM-不符合');
  // Number and clause of each finding begin a text.
  const numbers = (dxf: string) => new Set([...dxf.matchAll(/^ {2}1\n(\d+) \S/gm)].map(([, number]) => number));
  expect(numbers(all).size).toBeGreaterThan(5);
  const two = bytes((await draw('--findings', '1,3')).get('审查.dxf'));
  expect(numbers(two)).toEqual(new Set(['1', '3']));
  expect(two).toContain(`按要求另有${numbers(all).size - 2}项未画`);
  const fails = bytes((await draw('--findings', 'fail', '--lang', 'en')).get('审查.dxf'));
  expect(fails).toMatch(/AcDbEntity\n {2}8\nSITECAM-FAIL\n/);
  expect(fails).not.toMatch(/AcDbEntity\n {2}8\nSITECAM-(REVIEW|OPEN|WARNING)\n/);
});

test('findings asked for are alone in a picture, which says so', async () => {
  const { out } = await sitecam(['draw', KTV, '-o', '-', '--findings', 'fail']);
  expect(new Set([...out.matchAll(/data-mark="(\d+)"/g)].map(([, number]) => number))).toEqual(
    new Set(['1', '2', '3']),
  );
  expect(out).toMatch(/按要求另有\d+项未画/);
  expect((await sitecam(['draw', KTV, '-o', '-'])).out).not.toContain('按要求另有');
});

test('an overlay is refused where it can’t go, and what no report has', async () => {
  const refused = async (...more: string[]) => {
    const { code, err, written } = await sitecam(['draw', KTV, ...more], { env: { LANG: 'en' } });
    expect({ code, written: written.size }).toEqual({ code: 2, written: 0 });
    return err;
  };
  expect(await refused('-f', 'dxf', '-o', '-')).toContain("can't go to standard output");
  expect(await refused('-f', 'dxf', '-o', 'a.svg')).toContain("doesn't fit");
  expect(await refused('-f', 'dwg')).toContain("unknown format 'dwg'");
  expect(await refused('--findings', '99')).toContain('no finding 99');
  expect(await refused('--findings', '99')).toMatch(/numbers run from 1 to \d+\.$/m);
  expect(await refused('--findings', 'fails')).toContain("Did you mean 'fail'?");
});

test('of a report without findings no range of numbers is told', async () => {
  const refused = async (lang: string) =>
    (await sitecam(['draw', 'fixtures/sites/hospital-outpatient/plan.yaml', '--findings', '3', '--lang', lang])).err;
  expect(await refused('en')).toContain('the report has no finding 3; it has none at all.');
  expect(await refused('zh-CN')).toContain('报告中没有编号为3的问题，该报告未发现问题。');
});
