import { describe, expect, test } from 'vitest';
import { memoizeNamed } from '../../../src/base/memo.js';
import { starterPlan } from '../../../src/features/starter/starter.js';
import { lint, lintPlan, loadPack, type Pack } from '../../../src/index.js';
import type { Category } from '../../../src/law/types.js';
import { clausesOf } from '../../../src/rules/bases.js';

const pack = loadPack('nm-2017');
const LOCALES = ['zh-CN', 'en'] as const;

/** Returns the report of a plan by a pack; each is linted once. */
const lintedBy = memoizeNamed((by: Pack, plan: string) => {
  const result = lintPlan('plan.yaml', () => new TextEncoder().encode(plan), { pack: by, today: '2026-11-24' });
  if (!result.ok) throw new Error(JSON.stringify(result.unreadable));
  return result;
});

const linted = (plan: string, by: Pack = pack) => lintedBy(by, plan);

/** What a person would have to do something about: every verdict but pass and not applicable. */
function findings(plan: string, by: Pack = pack): string[] {
  return linted(plan, by)
    .verdicts.filter(({ outcome }) => outcome !== 'pass' && outcome !== 'notApplicable')
    .map(({ outcome, rule, subject }) => `${outcome} ${rule} ${subject}`);
}

function written(category: Category, locale: 'zh-CN' | 'en', by: Pack = pack): string {
  return starterPlan({ pack: by, category, locale }, { schema: './plan.schema.json' });
}

/** The comment of each line that has one: nothing the examples say holds `  # ` itself. */
function comments(plan: string): string[] {
  return plan.split('\n').flatMap((line) => /(?:^|\s{2})#\s(.*)$/.exec(line)?.[1] ?? []);
}

/** The plan with what it has commented out at its end. */
function withDocuments(plan: string): string {
  return plan.replace(/^# (project:| {2}[a-zA-Z]+: )/gm, '$1');
}

describe.each(pack.categories.map((category) => [category.id, category] as const))(
  'the example of %s',
  (_, category) => {
    test.each(LOCALES)('has no finding, in %s', (locale) => {
      const found = findings(written(category, locale)).sort();
      expect(found).toEqual([]);
    });

    test('leaves nothing open and fails nothing by the laws in force', () => {
      const result = lint(written(category, 'zh-CN'), { today: '2026-11-24' });
      if (!result.ok) throw new Error(JSON.stringify(result.unreadable));
      const found = result.verdicts.filter(({ outcome, level }) => level === 'error' && /^(fail|open)$/.test(outcome));
      expect(found.map(({ rule, subject }) => `${rule} ${subject}`)).toEqual([]);
    });

    test('protects something that its item of Art. 8 speaks of', () => {
      const passed = linted(written(category, 'zh-CN')).verdicts.filter(
        (verdict) =>
          verdict.rule === 'coverage/protected' &&
          verdict.outcome === 'pass' &&
          clausesOf(verdict).includes(category.clause ?? ''),
      );
      expect(passed).not.toEqual([]);
    });

    test('has documents to fill in, commented out, that a plan can have', () => {
      for (const locale of LOCALES) {
        const report = linted(withDocuments(written(category, locale)));
        expect(report.site.project?.phase).toBe('design');
        const said = report.verdicts.filter(({ rule }) => rule.startsWith('project/') || rule.startsWith('plan/'));
        const settled = new Set(['pass', 'notApplicable', 'review']);
        expect(said.filter(({ outcome }) => !settled.has(outcome)).map(({ subject }) => subject)).toEqual([]);
      }
    });

    test('comments every line, in the language asked for', () => {
      for (const locale of LOCALES) {
        const [modeline, ...rest] = written(category, locale).trimEnd().split('\n');
        expect(modeline).toBe('# yaml-language-server: $schema=./plan.schema.json');
        const bare = rest.filter((line) => line !== '' && !/^(site|levels):$/.test(line) && !/(^|\s)#\s/.test(line));
        expect(bare).toEqual([]);
        const said = comments(rest.join('\n'));
        expect(said.length).toBeGreaterThan(15);
        const han = /\p{Script=Han}/u;
        expect(said.filter((text) => han.test(text) !== (locale === 'zh-CN'))).toEqual([]);
      }
    });
  },
);

describe('a starter plan', () => {
  test('says nothing in Chinese where English was asked for', () => {
    for (const category of pack.categories) expect(written(category, 'en')).not.toMatch(/\p{Script=Han}/u);
  });

  test('loses its pass with its cameras: it is protected by what is drawn, not by luck', () => {
    const hotel = pack.categories.filter(({ id }) => id === 'hotel');
    const bare = hotel.map((category) => written(category, 'zh-CN').replace(/^ +- \{id: C\d+, .*\n/gm, ''));
    expect(bare.flatMap((plan) => findings(plan))).toContain('fail coverage/protected main-entrance');
  });

  test('follows a pack that speaks of other places', () => {
    const [like] = pack.categories;
    const depot: Category = {
      ...like,
      id: 'tram-depot',
      name: { zh: '电车库', en: 'Tram depot' },
      declared: [{ role: 'platform', name: { zh: '站台', en: 'platform' }, anyOf: ['platform'], basis: 'law' }],
      named: [{ token: 'platform', basis: 'law' }],
      related: [{ token: 'gate', basis: 'reading' }],
      expectedPrivate: [{ kind: 'public-bathroom', missing: 'open', basis: 'reading' }],
    };
    const other: Pack = { ...pack, categories: [...pack.categories, depot] };
    const plan = written(depot, 'zh-CN', other);
    expect(findings(plan, other).sort()).toEqual([]);
    expect(plan).toMatch(/kind: platform/);
    expect(plan).toMatch(/kind: public-bathroom/);
  });
});
