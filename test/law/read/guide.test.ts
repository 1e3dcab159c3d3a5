import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { packNamed } from '../../../src/host/config/packs.js';
import { processIo } from '../../../src/host/io.js';
import { BUILT_IN_PACKS } from '../../../src/law/built-in.gen.js';
import { SECTIONS } from '../../../src/law/read/sections.js';
import { judge } from '../../../src/lint/lint.js';
import { readPlan } from '../../../src/plan/read/read.js';
import { rules } from '../../../src/rules/registry.gen.js';
import { sitecam } from '../../support/io.js';

/** schemas/law.md: for those who write packs, shipped with the schema. */
const GUIDE = readFileSync('schemas/law.md', 'utf8');
const blocks = (language: string) =>
  [...GUIDE.matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\``, 'gm'))].map((match) => match[1] ?? '');

test('the pack it shows is the one that is there, and the plan gets the verdicts it says', () => {
  const [pack, plan = ''] = blocks('yaml');
  expect(pack).toBe(readFileSync('fixtures/packs/demo.yaml', 'utf8'));
  const wanted = [...plan.matchAll(/^# => (.+)$/gm)].map((match) => match[1]);
  expect(wanted.length).toBeGreaterThan(1);
  const bytes = new TextEncoder().encode(plan);
  const read = readPlan('plan.yaml', () => bytes, {
    pack: packNamed(['fixtures/packs/demo.yaml'], processIo(), undefined),
  });
  if (!read.ok) throw new Error(JSON.stringify(read.unreadable));
  const said = judge(read.site, { today: '2026-06-30', rules }).verdicts.map(
    ({ outcome, rule, subject }) => `${outcome} ${rule} ${subject}`,
  );
  expect(said).toEqual(expect.arrayContaining(wanted));
});

test('what it quotes of the third pack is what that has', () => {
  const own = BUILT_IN_PACKS.find(({ id }) => id === 'cn-entertainment');
  const [row, , , category, fittings] = blocks('json').map((block): unknown => JSON.parse(block));
  expect(own?.requirements).toContainEqual(row);
  expect(own?.categories).toContainEqual(expect.objectContaining(category as object));
  expect(own?.fittings).toEqual(fittings);
});

test('the prohibitions it shows are those of the regulation', () => {
  const own = BUILT_IN_PACKS.find(({ id }) => id === 'nm-2017');
  const [row, capture] = blocks('json')
    .slice(1, 3)
    .map((block): unknown => JSON.parse(block));
  expect(own?.prohibitions).toContainEqual(row);
  expect(own?.capture).toEqual(capture);
});

test('it names the keys that are required, and keys and options that are taken', async () => {
  const { required }: { required: string[] } = JSON.parse(readFileSync('schemas/law.schema.json', 'utf8'));
  const keys = required.map((key) => `\`${key}\``);
  expect(GUIDE).toContain(`必须写的只有 ${keys.join('、')}。`);
  const english = new RegExp(`Only ${keys.slice(0, -1).join(', ')} and ${keys.slice(-1)} are required\\.`);
  expect(GUIDE.replaceAll('\n', ' ')).toMatch(english);
  const config: { properties: object } = JSON.parse(readFileSync('schemas/config.schema.json', 'utf8'));
  const named = [...GUIDE.matchAll(/`(\w*[pP]acks?):`/g)].map(([, key]) => key);
  expect([...new Set(named)].filter((key) => !(key !== undefined && key in config.properties))).toEqual([]);
  expect(new Set(named).size).toBe(2);
  const [, , asked = ''] = blocks('sh')[0]?.split('\n') ?? [];
  const argv = asked.replace(/ *#.*/, '').replace('./我市规定.yaml', 'fixtures/packs/demo.yaml').split(' ').slice(2);
  const { code, out } = await sitecam(argv);
  expect([code, out.includes('第九条'), out.includes('第八条')]).toEqual([0, true, false]);
});

test('it speaks of every section', () => {
  expect(SECTIONS.filter((section) => !GUIDE.includes(`\`${section}\``))).toEqual([]);
});
