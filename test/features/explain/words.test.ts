import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { sitecam } from '../../support/io.js';

async function page(...argv: readonly string[]): Promise<string> {
  const { out, code } = await sitecam(argv);
  expect(code).toBe(0);
  return out;
}

test('a kind of zone answers to its id, its name and its synonyms', async () => {
  const byName = await page('explain', '诊室');
  expect(await page('explain', 'consulting-room')).toBe(byName);
  expect(await page('explain', '诊疗室')).toBe(byName);
  for (const words of [
    'consulting-room',
    '边界即墙',
    '自治区条例第九条第二款第（六）项',
    '须审查判定（本工具的理解）',
  ]) {
    expect(byName.replace(/\s+/g, '')).toContain(words.replace(/\s+/g, ''));
  }
});

test('so do kinds of device and forms of lens, in both languages', async () => {
  expect(await page('explain', '摄像机')).toContain('camera');
  expect(await page('explain', 'fisheye', '--lang', 'en')).toContain('without tilt no coverage rests on it');
  expect(await page('explain', '云台')).toContain('ptz');
});

test('forms of lens name keys that a plan may have', async () => {
  // 说明中的键名须为图纸格式所有。 Keys that a page names are those of the plan format.
  const schema = readFileSync('schemas/plan.schema.json', 'utf8');
  for (const form of ['fixed', 'varifocal', 'ptz', 'fisheye']) {
    for (const lang of ['zh-CN', 'en']) {
      const text = await page('explain', form, '--lang', lang);
      expect(text).not.toMatch(/\bfocal(?! length)\b/);
    }
  }
  const varifocal = (await page('explain', 'varifocal')).replace(/\s+/g, '');
  for (const key of ['varifocal.hfov', 'focalLength', 'sensor', 'varifocal.locked']) {
    expect(varifocal).toContain(key);
    for (const one of key.split('.')) expect(schema).toContain(`"${one}"`);
  }
  expect(await page('explain', 'fixed')).toContain('focalLength');
});

test('an unknown word is a wrong usage that names the nearest', async () => {
  const { code, err } = await sitecam(['explain', 'consulting-rom']);
  expect(code).toBe(2);
  expect(err).toContain('consulting-room');
});

test('words lists every kind of zone and device with what the laws make of it', async () => {
  const out = await page('words');
  const row = (id: string) => out.split('\n').find((line) => line.startsWith(`${id} `)) ?? '';
  expect(row('restroom')).toMatch(/卫生间.*是.*第九条第二款第（三）项/);
  expect(row('main-entrance')).toMatch(/主要出入口.*第八条第（八）项/);
  expect(row('door-contact')).toContain('门磁开关');
});
