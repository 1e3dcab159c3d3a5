// One fact, one finding: what must hold of every verdict, whatever the plan and however many laws judge it.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { memoize } from '../../src/base/memo.js';
import { reportView } from '../../src/findings/view.js';
import { loadPack } from '../../src/law/load.js';
import { cite, citeWithLaw, includesClause } from '../../src/law/lookup.js';
import type { ClauseId, Pack } from '../../src/law/types.js';
import { lintPlan } from '../../src/lint/lint.js';
import type { LintVerdict, Report } from '../../src/lint/types.js';
import { type RuledStatement, unite } from '../../src/lint/unite.js';
import { leadingClauses } from '../../src/rules/bases.js';
import type { Outcome, Verdict } from '../../src/rules/verdict.js';
import { statement } from '../../src/rules/verdict.js';
import { TODAY } from '../fuzz/lint.js';
import { drawPlan } from '../fuzz/plan.js';
import { plans } from '../fuzz/sources.js';
import { one } from '../fuzz/spell.js';
import { runOf } from '../support/linted.js';

const GRAVITY: readonly Outcome[] = ['fail', 'open', 'review', 'pass', 'notApplicable'];

/** Returns what is wrong with the bases of verdicts. */
function wrongBases(verdicts: readonly (Verdict & Pick<Partial<LintVerdict>, 'tainted'>)[]): string[] {
  const keys = verdicts.map(({ rule, subject }) => `${rule} ${subject}`);
  return [
    ...keys.filter((key, n) => keys.indexOf(key) !== n).map((key) => `${key}: twice`),
    ...verdicts.flatMap((verdict, n) => {
      const wrong = (what: string) => `${keys[n]}: ${what}`;
      const decided = verdict.bases.flatMap(({ role, outcome }) => (role === 'decides' ? [outcome] : []));
      const gravest = GRAVITY.find((outcome) => decided.includes(outcome));
      const clauses = verdict.bases.flatMap(({ role, clause }) => (role === 'decides' ? [clause] : []));
      return [
        ...(gravest !== undefined && gravest !== verdict.outcome ? [wrong(`${verdict.outcome}, not ${gravest}`)] : []),
        ...(new Set(clauses).size < clauses.length ? [wrong('a clause decides twice')] : []),
        ...verdict.bases
          .filter(({ role, outcome }) => (role === 'decides') !== (outcome !== null))
          .map(({ clause, role }) => wrong(`${clause} ${role} with an outcome, or decides without`)),
        ...verdict.bases
          .filter(({ outcome, penalties }) => penalties.length > 0 && outcome !== 'fail')
          .map(({ clause }) => wrong(`${clause} threatens without failing`)),
      ];
    }),
  ];
}

/** Returns the clauses of the pack under each way to cite them. */
function clausesByCitation(pack: Pack): Map<string, ClauseId[]> {
  const known = new Map<string, ClauseId[]>();
  for (const { id } of pack.clauses) {
    for (const { zh } of [cite(pack, id), citeWithLaw(pack, id)]) known.set(zh, [...(known.get(zh) ?? []), id]);
  }
  return known;
}

/** True if one of the clauses is the other or a part of it. */
const akin = (a: ClauseId, b: ClauseId) => includesClause(a, b) || includesClause(b, a);

/** How the clauses of a pack are cited: the citations that are known, and what finds them and what is quoted from them. */
const citationsOf = memoize((pack: Pack) => {
  const known = clausesByCitation(pack);
  const citation = `(?:${[...known.keys()].sort((a, b) => b.length - a.length).join('|')})(?!第)`;
  return {
    known,
    citation: new RegExp(citation, 'gu'),
    quotation: new RegExp(`(${citation})(?:所称|所列|规定的|的|：)?“([^”]+)”`, 'gu'),
    texts: new Map(pack.clauses.map(({ id, text }) => [id, text.zh])),
  };
});

/** Returns clauses that sentences name though they decide otherwise or are only referred to, and false quotations. */
function wrongSentences(report: Report): string[] {
  const view = reportView(runOf(report));
  const { known, citation, quotation, texts } = citationsOf(report.pack);
  return report.verdicts.flatMap((verdict) => {
    if (verdict.tainted !== undefined || verdict.bases.length === 0) return [];
    const sentence = view.text(verdict).zh;
    const places = verdict.bases.flatMap(({ role, clause }) => (role === 'prohibits-installing' ? [clause] : []));
    const may = [...leadingClauses(verdict), ...places, ...verdict.bases.flatMap(({ duties }) => duties)];
    const others = verdict.bases.map(({ clause }) => clause).filter((id) => !may.some((one) => akin(id, one)));
    const named = [...sentence.matchAll(citation)].map(([text]) => text);
    const wrong = named.filter((text) => {
      const ids = known.get(text) ?? [];
      return ids.length > 0 && ids.every((id) => others.includes(id));
    });
    const misquoted = [...sentence.matchAll(quotation)].filter(([, text, words]) => {
      const ids = known.get(text) ?? [];
      const parts = report.pack.clauses.filter(({ id }) => ids.some((own) => akin(id, own)));
      return ids.length > 0 && !parts.some(({ id }) => texts.get(id)?.includes(words.replace(/…+/g, '')));
    });
    return [
      ...wrong.map((text) => `${verdict.rule} ${verdict.subject}: names ${text} in “${sentence}”`),
      ...misquoted.map(([text]) => `${verdict.rule} ${verdict.subject}: misquotes ${text}`),
    ];
  });
}

/** Returns the report by all laws in force, or by the laws named; undefined of a plan that can't be read. */
function reportOf(files: ReadonlyMap<string, Uint8Array>, path: string, pack?: Pack): Report | undefined {
  const result = lintPlan(path, (name) => files.get(name), { today: TODAY, ...(pack && { pack }) });
  return result.ok ? result : undefined;
}

const wrongIn = (report: Report) => [...wrongBases(report.verdicts), ...wrongSentences(report)];

/** Every law that ships, so that as many as can be have their say. */
const ALL = loadPack('nm-2017+cn-799-2025+cn-entertainment+cn-421-2004+hen-2016');

const LONG = process.env.SITECAM_LONG !== undefined;

const sources = Object.values(plans()).flat();

describe('every verdict has the gravest outcome, one outcome a clause, and names no clause that decides otherwise', () => {
  // All laws at once have the laws in force among them: by those alone fewer plans are enough. SITECAM_LONG=1 takes all.
  test.each([
    ['the laws in force', undefined, LONG ? 1 : 16],
    ['all laws at once', ALL, LONG ? 1 : 4],
  ] as const)('on the plans of the fixtures, by %s', { timeout: 600_000 }, (_, pack, nth) => {
    let verdicts = 0;
    const some = sources.filter((_, n) => n % nth === 0);
    const wrong = some.flatMap(({ path, bytes, beside }) => {
      const report = reportOf(new Map([...beside, [path, bytes]]), path, pack);
      verdicts += report?.verdicts.length ?? 0;
      return report === undefined ? [] : wrongIn(report).map((what) => `${path}: ${what}`);
    });
    expect(wrong).toEqual([]);
    expect(verdicts).toBeGreaterThan(LONG ? 20_000 : 2500);
  });

  test('on plans drawn at random', { timeout: 600_000 }, () => {
    const wrong = Array.from({ length: 50 }, (_, n) => {
      const [[path, bytes]] = one('plan.json', JSON.stringify(drawPlan(7_000_000 + n).doc));
      const report = reportOf(new Map([[path, bytes]]), path, n % 2 === 0 ? ALL : undefined);
      return report === undefined ? [] : wrongIn(report).map((what) => `${n}: ${what}`);
    });
    expect(wrong.flat()).toEqual([]);
  });
});

describe('statements drawn at random', () => {
  const laws = ['nm-2017', 'cn-799-2025'].map((id) => loadPack(id));
  const together = loadPack('nm-2017+cn-799-2025');
  const clausesOf = [
    ['nm-2017/9.1', 'nm-2017/9.2', 'nm-2017/9.2(1)', 'nm-2017/9.2(3)'],
    ['cn-799-2025/8.1', 'cn-799-2025/8.1(1)', 'cn-799-2025/8.1(4)', 'cn-799-2025/17'],
  ];
  const ruled = fc.integer({ min: 0, max: 1 }).chain((n) =>
    fc
      .record({
        subject: fc.constantFrom('C1>a', 'C1>b', 'C2>a'),
        outcome: fc.constantFrom(...GRAVITY),
        clauses: fc.uniqueArray(fc.constantFrom(...clausesOf[n]), { minLength: 1, maxLength: 3 }),
        places: fc.uniqueArray(fc.constantFrom(...clausesOf[n]), { maxLength: 1 }),
        words: fc.constantFrom('甲', '乙'),
      })
      .map(
        ({ subject, outcome, clauses, places, words }): RuledStatement => ({
          rule: 'capture/a',
          law: laws[n],
          statement: {
            ...statement({
              subject,
              outcome,
              message: { id: 'm', params: {} },
              place: { path: 'a', pointer: '' },
              clauses,
            }),
            // What only makes the place private is broken by nothing.
            places: places.filter((id) => !clauses.some((own) => akin(own, id))),
            says: (leads) => ({ id: 'says', params: { leads }, zh: `${words}${leads.zh}`, en: leads.en }),
          },
        }),
      ),
  );

  test('become one verdict a fact, whatever their number and order', () => {
    fc.assert(
      fc.property(fc.array(ruled, { minLength: 1, maxLength: 8 }), (all) => {
        const verdicts = unite(all, together);
        expect(wrongBases(verdicts)).toEqual([]);
        expect(new Set(verdicts.map(({ subject }) => subject))).toEqual(
          new Set(all.map((each) => each.statement.subject)),
        );
        for (const { subject, outcome } of verdicts) {
          const own = all.filter((each) => each.statement.subject === subject).map((each) => each.statement.outcome);
          expect(outcome).toBe(GRAVITY.find((each) => own.includes(each)));
        }
      }),
      { numRuns: 500 },
    );
  });
});
