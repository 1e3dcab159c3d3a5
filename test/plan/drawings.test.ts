import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { sitecam } from '../support/io.js';

const DXF = readFileSync('fixtures/import/dxf/ktv.dxf');
const IFC = 'ISO-10303-21;\nHEADER;\nENDSEC;\n';

const read = (command: string, file: string, bytes: string | Uint8Array, lang = 'en') =>
  sitecam([command, file, '--lang', lang], { given: { [file]: bytes } });

test.each([
  ['lint', 'a.dxf', DXF],
  ['inspect', 'a.ifc', IFC],
  ['draw', 'a.DWG', 'AC1032\0\0\0\0'],
  ['conflicts', 'a.dxf', '  0\nSECTION\n  2\nHEADER\n'],
] as const)('%s sends a drawing, %s, to import', async (command, file, bytes) => {
  const { code, out, err } = await read(command, file, bytes);
  expect(code).toBe(3);
  expect(`${out}${err}`).toMatch(/The plan can't be read \(1 fault\)/);
  expect(`${out}${err}`.replace(/\s+/g, ' ')).toContain(
    `'${file}' is a drawing, which is not read as it is: make a plan of it with sitecam import first.`,
  );
});

test('so in Chinese, and for the geometry of a plan', async () => {
  expect((await read('lint', 'a.dxf', DXF, 'zh-CN')).out.replace(/\s+/g, '')).toContain(
    '“a.dxf”是CAD图纸或者建筑模型，不能直接读取：请先用sitecamimport生成设计图。',
  );
  const plan =
    'sitecam: 1\nsite: {name: 馆, categories: [museum], region: "150102"}\nlevels: [{id: F1, geometry: a.dxf}]\n';
  const { code, out } = await sitecam(['lint', 'plan.yaml', '--lang', 'en'], {
    given: { 'plan.yaml': plan, 'a.dxf': DXF },
  });
  expect(code).toBe(3);
  expect(out.replace(/\s+/g, ' ')).toContain('make a plan of it with sitecam import first');
});
