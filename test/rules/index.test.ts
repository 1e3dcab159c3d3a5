import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { placeholders } from '../../src/i18n/message.js';
import { loadPack, packIds } from '../../src/law/load.js';
import { rules } from '../../src/rules/registry.gen.js';
import { citesLaw, clausesUnder, findingClass } from '../../src/rules/rule.js';
import { createSight } from '../../src/sight/sight.js';
import { planOf, siteFrom } from './coverage/support.js';

const FOLDER = join(import.meta.dirname, '../../src/rules');
const packs = packIds.map(loadPack);

/** Rules that a waiver of the author's can set aside: never what the law asks, or what is said of waivers themselves. */
/** What a name means is the law's concern: it decides what a device captures, and whether a clause lists the zone. */
const WAIVABLE = /^(plan\/(?!(?:device-name|zone-kind)-mismatch$)|coverage\/criterion$)/;

describe('the registry', () => {
  test('holds every rule there is a file for, sorted by code unit, each by its path', () => {
    const files = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' })
      .map((path) => path.replaceAll('\\', '/'))
      .filter((path) => path.endsWith('.ts') && /^export const rule\b/m.test(readFileSync(join(FOLDER, path), 'utf8')));
    expect(rules.map(({ id }) => `${id}.ts`)).toEqual(files.sort());
  });
});

test('what is said of a site of no category at all has a place in the plan', () => {
  const site = siteFrom(planOf('shopping-mall', 'kind: guest-room', ['{id: C1, kind: camera, at: [1, 1]}']));
  const bare = { ...site, name: '青城宾馆', categories: [] };
  const context = { site: bare, sight: createSight(bare), pack: site.pack, today: '2026-06-30' };
  const said = rules
    .filter(({ appliesTo }) => appliesTo?.(site.pack) !== false)
    .flatMap(({ id, check }) => check(context).map((statement) => ({ id, ...statement })));
  expect(said.length).toBeGreaterThan(20);
  expect(said.filter(({ place }) => place === undefined)).toEqual([]);
  expect(said.filter(({ subject }) => subject === '8').map(({ place }) => place)).toEqual([site.place, site.place]);
});

describe.each(rules.map((rule) => [rule.id, rule] as const))('%s', (id, rule) => {
  test('has nothing left to write', () => {
    const { title, messages, docs } = rule;
    const texts = [title, docs, ...Object.values(messages)].flatMap(({ zh, en }) => [zh, en]);
    expect(
      texts.filter((text) => text.includes('TODO')),
      `write what says TODO in src/rules/${id}.ts`,
    ).toEqual([]);
  });

  test('rests on figures that the packs have, each named once', () => {
    const { parameters = [] } = rule;
    expect(new Set(parameters).size).toBe(parameters.length);
    for (const name of parameters)
      expect(
        packs.some((pack) => Object.hasOwn(pack.parameters, name)),
        name,
      ).toBe(true);
    const page = readFileSync(join(FOLDER, `../../docs/en/rules/${id}.md`), 'utf8');
    const [, table = ''] = page.split('| parameter | value | meaning |');
    const named = [...table.matchAll(/^\| (\w+) \|/gm)].map(([, name]) => name);
    expect(named).toEqual(parameters);
  });

  test('can be waived only where the law is not concerned', () => {
    expect(rule.waivable).toBe(WAIVABLE.test(id));
    expect(rule.waivable && citesLaw(rule)).toBe(false);
  });

  test('uses the same values in both languages, and ends what is a sentence in both', () => {
    for (const [name, { zh, en }] of Object.entries(rule.messages)) {
      expect([name, placeholders(zh).sort()]).toEqual([name, placeholders(en).sort()]);
      expect([name, /[.?]$/.test(en)]).toEqual([name, /[。？]$/.test(zh)]);
      // A message that ends with another sentence has its stop all the same: validators of SARIF ask for it.
      expect([name, /(?:^|[.:] )\{\w+\}$/.test(en)]).toEqual([name, false]);
    }
  });

  test('quotes in Chinese with full-width marks and never says what a drawing can’t', () => {
    for (const [name, { zh, en }] of Object.entries(rule.messages)) {
      expect(zh, name).not.toMatch(/['"]|违法/);
      expect(en, name).not.toMatch(/[“”]|\billegal|\bunlawful/);
    }
  });

  test('cites only clauses that the pack has', () => {
    for (const each of packs) {
      const known = new Set(each.clauses.map((clause) => clause.id));
      expect(clausesUnder(rule, each).filter((clause) => !known.has(clause))).toEqual([]);
    }
  });

  test('is documented in both languages', () => {
    expect(rule.docs.zh.length).toBeGreaterThan(20);
    expect(rule.docs.en.length).toBeGreaterThan(40);
    expect(`${rule.docs.zh}${rule.docs.en}`).not.toMatch(/undefined$/m);
  });
});

test('rules that a clause carries are of the law, whether they or the pack name it', () => {
  const ofClass = (wanted: string) => rules.filter((rule) => findingClass(rule) === wanted).map(({ id }) => id);
  expect(ofClass('criterion').filter((id) => id !== 'capture/faces-private-wall')).toEqual(['coverage/criterion']);
});
