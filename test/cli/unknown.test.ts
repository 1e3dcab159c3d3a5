import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { sitecam } from '../support/io.js';

const PLAN = 'fixtures/sites/qingcheng-hotel/plan.yaml';
const WRONG = 'fixtures/sites/qingcheng-hotel/violations.yaml';

describe('--ignore-unknown', () => {
  test('passes over what is no plan, and says what', async () => {
    const ran = await sitecam(['lint', '--ignore-unknown', 'package.json', WRONG, 'biome.json']);
    expect(ran.code).toBe(1);
    expect(ran.err).toBe('sitecam：另有2个文件不是设计图，未审查：\n  biome.json\n  package.json\n');
    expect(ran.out).toBe((await sitecam(['lint', WRONG])).out);
  });

  test('of no plan at all is no failure, and no report that reads as a pass', async () => {
    const ran = await sitecam(['lint', '--ignore-unknown', 'package.json', '--lang', 'en', '-f', 'sarif=log.sarif']);
    expect([ran.code, ran.out]).toEqual([0, '']);
    expect(JSON.parse(ran.written.get('log.sarif') ?? '').runs[0].results).toEqual([]);
    expect(ran.err).toBe('sitecam: 1 other file is no plan and was not linted:\n  package.json\n');
  });

  test('passes over nothing that is meant to be a plan, nor what is not there', async () => {
    const given = { 'broken.yaml': 'sitecam: 1\nsite: {name: [\n' };
    expect((await sitecam(['lint', '--ignore-unknown', 'broken.yaml'], { given })).code).toBe(3);
    expect((await sitecam(['lint', '--ignore-unknown', 'nowhere.yaml'])).code).toBe(3);
    const ran = await sitecam(['lint', '--ignore-unknown', PLAN]);
    expect([ran.code, ran.err]).toEqual([0, '']);
    expect((await sitecam(['lint', 'package.json'])).code).toBe(3);
  });

  test('passes over no file whose name says that it is a plan, whatever is in it', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'sitecam-'));
    const [named, other] = ['hotel.sitecam.yaml', 'hotel.yaml'].map((name) => join(folder, name));
    for (const file of [named, other]) writeFileSync(file, 'name: hotel\n');
    expect((await sitecam(['lint', '--ignore-unknown', other])).code).toBe(0);
    expect((await sitecam(['lint', '--ignore-unknown', other, named])).code).toBe(3);
    rmSync(folder, { recursive: true });
  });
});
