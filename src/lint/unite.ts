// One fact, one verdict: the statements of all laws on a rule and a subject become one, with the bases of each law.

import { groupBy } from '../base/arrays.js';
import { isSameList } from '../base/equality.js';
import { lazily, lazyNames, type Makers, settledOf } from '../base/lazy.js';
import { memoize, memoizeNamed } from '../base/memo.js';
import type { Text } from '../i18n/catalogue.js';
import { countedList, type Enumeration } from '../i18n/list.js';
import { judgedInstruments, partsOf } from '../law/compose.js';
import { byRank } from '../law/force.js';
import { citeTogether, citeWithLaw, includesClause, instrumentOf, penaltyClauses } from '../law/lookup.js';
import type { ClauseId, Pack } from '../law/types.js';
import type { Rule, RuleLevel } from '../rules/rule.js';
import type { LegalBasis, Outcome, Statement, Verdict } from '../rules/verdict.js';
import { engineText } from './notes/texts.js';
import type { LintVerdict } from './types.js';

/** Outcomes, the gravest first. */
const GRAVITY: readonly Outcome[] = ['fail', 'open', 'review', 'pass', 'notApplicable'];

/** A statement with the rule that makes it and the law that it is by; `law` is undefined for one on the plan itself. */
export interface RuledStatement {
  readonly rule: string;
  readonly law: Pack | undefined;
  readonly statement: Statement;
}

/** A verdict and the statements of several packs that it combines. */
export interface United {
  readonly all: readonly RuledStatement[];
  readonly verdict: Verdict;
  /**
   * The verdict as a rule of this level last completed it, with class, level and fingerprint; absent before the first
   * time.
   */
  signed?: { readonly rule: Rule; readonly level: RuleLevel; readonly verdict: LintVerdict };
}

/** One fact: the statements on it in the run at hand, and what was made of those of an earlier run. */
interface Fact {
  run: number;
  all: RuledStatement[];
  before?: United;
}

/**
 * Joins statements into verdicts, one run after another. The verdict on a fact stays the same object from run to run,
 * as long as the statements on it stay the same objects.
 */
export class Verdicts {
  private readonly byRule = new Map<string, Map<string, Fact>>();
  private runs = 0;
  private size = 0;
  /** Facts of the largest run. */
  private most = 0;

  /**
   * Returns one verdict for each rule and subject, in the order in which the first statements on them come. Its outcome
   * is the gravest; it cites the laws in the order of their rank (State Council first).
   *
   * @param pack the laws together; those of `statements` are its parts
   */
  of(statements: readonly RuledStatement[], pack: Pack): readonly United[] {
    this.runs += 1;
    const facts: Fact[] = [];
    for (const one of statements) {
      const fact = this.factOf(one);
      if (fact.run === this.runs) {
        fact.all.push(one);
        continue;
      }
      fact.run = this.runs;
      fact.all = [one];
      facts.push(fact);
    }
    const found = facts.map((fact) => {
      const { all, before } = fact;
      if (before !== undefined && isEqualList(before.all, all)) return before;
      fact.before = { all, verdict: verdictOf(all, pack) };
      return fact.before;
    });
    // Facts that no run states any more are forgotten now and then.
    this.most = Math.max(this.most, facts.length);
    if (this.size > MOST_STALE + 2 * this.most) {
      this.byRule.clear();
      this.size = 0;
    }
    return found;
  }

  private factOf({ rule, statement: { fact, subject } }: RuledStatement): Fact {
    const byFact = this.byRule.get(rule) ?? new Map<string, Fact>();
    this.byRule.set(rule, byFact);
    const known = byFact.get(fact ?? subject);
    if (known !== undefined) return known;
    const found: Fact = { run: 0, all: [] };
    byFact.set(fact ?? subject, found);
    this.size += 1;
    return found;
  }
}

const MOST_STALE = 1000;

/**
 * Returns one verdict for each rule and subject, in the order in which the first statements on them come. Its outcome
 * is the gravest that any of them gives. `pack`: the laws together; those of `statements` are its parts.
 */
export function unite(statements: readonly RuledStatement[], pack: Pack): Verdict[] {
  return new Verdicts().of(statements, pack).map(({ verdict }) => verdict);
}

function isEqualList(some: readonly RuledStatement[], others: readonly RuledStatement[]): boolean {
  return some.length === others.length && some.every((one, n) => isSame(one, others[n]));
}

function isSame(one: RuledStatement, other: RuledStatement): boolean {
  return one.statement === other.statement && one.law === other.law && one.rule === other.rule;
}

function verdictOf(all: readonly RuledStatement[], pack: Pack): Verdict {
  const outcome = gravest(all.map(({ statement }) => statement.outcome));
  const leading = all.filter(({ statement }) => statement.outcome === outcome);
  const { rule, statement } = leading[0];
  const {
    fact,
    says: _,
    clauses,
    decides,
    places,
    basis,
    because,
    penalties,
    duties,
    ...shared
  } = settledOf(statement);
  const bases = knownBases(all, outcome, pack);
  const alone = all.length === 1;
  const verdict = {
    ...shared,
    // The main law's name for it, by which waivers and baselines know the fact.
    subject: all[0].statement.subject,
    rule,
    bases,
    dependsOn: alone
      ? statement.dependsOn
      : jointDependence(
          statement.dependsOn,
          all.map((one) => one.statement.dependsOn),
        ),
  };
  const said = new Said(leading, statement, alone, pack);
  const late = lazyNames(statement);
  if (late.length === 0) return { ...verdict, says: said.says(), related: said.related() };
  return lazily<typeof verdict, SaidOf>(verdict, [...new Set([...late, 'says', 'related'])], said);
}

type SaidOf = Pick<Verdict, 'says' | 'related' | 'message' | 'advice' | 'edit' | 'evidence'>;

/** What the statements that lead say of a fact; each part is worked out when it is read, if a statement's is. */
class Said implements Makers<SaidOf> {
  constructor(
    private readonly leading: readonly RuledStatement[],
    private readonly statement: Statement,
    private readonly alone: boolean,
    private readonly pack: Pack,
  ) {}

  says(): Text[] {
    return saysOf(this.leading, this.pack);
  }

  related(): Verdict['related'] {
    return this.alone ? this.statement.related : distinctRelated(this.leading);
  }

  message(): Statement['message'] {
    return this.statement.message;
  }

  advice(): Statement['advice'] {
    return this.statement.advice;
  }

  edit(): Statement['edit'] {
    return this.statement.edit;
  }

  evidence(): Statement['evidence'] {
    return this.statement.evidence;
  }
}

function gravest(outcomes: readonly Outcome[]): Outcome {
  return GRAVITY.find((outcome) => outcomes.includes(outcome)) ?? 'notApplicable';
}

/** Returns the predicates of the leading statements: laws of which the same is said share one sentence. */
function saysOf(leading: readonly RuledStatement[], pack: Pack): Text[] {
  const predicates = leading.flatMap(({ statement, law }) =>
    statement.says === undefined ? [] : [{ says: statement.says, clauses: decidedBy(statement, law ?? pack) }],
  );
  const alike = groupBy(predicates, ({ says }) => says(NOBODY).zh);
  const sentences = [...alike.values()].map((same) =>
    same[0].says(
      leadsText(
        same.flatMap(({ clauses }) => clauses),
        pack,
      ),
    ),
  );
  return [...sentences, ...leading.flatMap((one) => dutySentences(one, pack))];
}

/** Returns what must be done at once by the law of the statement, as a sentence for each duty. */
function dutySentences({ statement: { duties = [] }, law }: RuledStatement, pack: Pack): Text[] {
  const words = law?.capture?.words.duty;
  return words === undefined ? [] : duties.map((id) => engineText.duty({ clause: citeWithLaw(pack, id), words }));
}

const NOBODY = countedList([]);

/** Returns the citations of the clauses, by the rank of their laws. */
function leadsText(clauses: readonly ClauseId[], pack: Pack): Enumeration {
  return citations(pack, [...new Set(clauses)].join('\n'));
}

const citations = memoizeNamed((pack: Pack, clauses: string) =>
  countedList(citeTogether(pack, clauses === '' ? [] : rankedClauses(clauses.split('\n'), pack))),
);

/** Returns the clauses in the order in which laws are cited, those of one law as they are listed. */
function rankedClauses(clauses: readonly ClauseId[], pack: Pack): ClauseId[] {
  const ranks = ranksOf(pack);
  const rank = (id: ClauseId) => ranks.get(instrumentOf(pack, id).id) ?? ranks.size;
  return clauses.toSorted((a, b) => rank(a) - rank(b));
}

const ranksOf = memoize(
  (pack: Pack) =>
    new Map(
      partsOf(pack)
        .toSorted(byRank)
        .map(({ instruments: [law] }, n) => [law?.id, n]),
    ),
);

/** Returns the clauses that the statement decides; clauses of another law than its own are only cited. */
function decidedBy({ clauses, decides, places = [] }: Statement, law: Pack): ClauseId[] {
  const judged = judgedInstruments(law);
  const all =
    decides ?? clauses.filter((whole) => !clauses.some((part) => part !== whole && includesClause(whole, part)));
  return all.filter((id) => !places.includes(id) && judged.has(instrumentOf(law, id).id));
}

/** Returns what `basesOf` does, once for all statements that rest on the same clauses in the same way. */
function knownBases(all: readonly RuledStatement[], outcome: Outcome, pack: Pack): readonly LegalBasis[] {
  const key = all.map((one) => restsOn(one, pack)).join('\n');
  const known = basesByKey(pack);
  const bases = known.get(key) ?? basesOf(all, outcome, pack);
  known.set(key, bases);
  return bases;
}

const basesByKey = memoize((_: Pack) => new Map<string, readonly LegalBasis[]>());

/** Returns all of a statement that its bases depend on, as a text. */
function restsOn({ law, statement }: RuledStatement, pack: Pack): string {
  const { outcome, basis, clauses, decides, places, penalties, duties, because } = statement;
  const part = law === undefined ? undefined : partsOf(pack).indexOf(law);
  const why = because && [because.id, because.zh, because.en];
  return JSON.stringify([part, outcome, basis, clauses, decides, places, penalties, duties, why]);
}

/** Returns the bases of every law, those that lead first, each clause once for each part it plays. */
function basesOf(all: readonly RuledStatement[], outcome: Outcome, pack: Pack): LegalBasis[] {
  const byClause = new Map<ClauseId, LegalBasis>();
  const judged = judgedInstruments(pack);
  for (const { law = pack, statement } of all) {
    const decided = decidedBy(statement, law);
    for (const clause of [...decided, ...statement.clauses, ...(statement.places ?? [])]) {
      const basis = basisOf(clause, decided.includes(clause), statement, law);
      // A law that is judged by states itself whether its clauses apply.
      const isForeign =
        judged.has(instrumentOf(law, clause).id) && !judgedInstruments(law).has(instrumentOf(law, clause).id);
      const before = byClause.get(clause);
      if (!isForeign && (before === undefined || weight(basis) < weight(before))) byClause.set(clause, basis);
    }
  }
  const bases = [...byClause.values()];
  if (bases.length < 2) return bases;
  const ranked = rankedClauses(
    bases.map(({ clause }) => clause),
    pack,
  );
  return bases.sort(
    (a, b) => order(a, outcome) - order(b, outcome) || ranked.indexOf(a.clause) - ranked.indexOf(b.clause),
  );
}

function basisOf(clause: ClauseId, decides: boolean, statement: Statement, law: Pack): LegalBasis {
  const { outcome, places = [], basis = 'law', because, penalties, duties = [] } = statement;
  const role = decides ? 'decides' : places.includes(clause) ? 'prohibits-installing' : 'refers';
  const punished = decides ? penaltyClauses(law, [clause]) : [];
  return {
    clause,
    law: law.id,
    role,
    outcome: decides ? outcome : null,
    basis,
    ...(decides && because !== undefined && { because }),
    penalties: outcome === 'fail' ? punished.filter((id) => penalties.includes(id)) : [],
    duties: decides ? duties : [],
  };
}

/** Returns the weight by which one of two bases on the same clause is kept; the least weighs most. */
function weight({ role, outcome }: LegalBasis): number {
  if (outcome !== null) return GRAVITY.indexOf(outcome);
  return GRAVITY.length + (role === 'refers' ? 1 : 0);
}

/** Returns the place of a basis among others: leading, deciding otherwise, making the place private, only referred to. */
function order(basis: LegalBasis, outcome: Outcome): number {
  return basis.outcome === outcome ? -1 : weight(basis);
}

function distinctRelated(statements: readonly RuledStatement[]): Verdict['related'] {
  const byPlace = groupBy(
    statements.flatMap(({ statement }) => statement.related),
    ({ place, caption }) => `${place.path}\0${place.pointer}\0${caption.zh}`,
  );
  return [...byPlace.values()].map(([first]) => first);
}

/**
 * Returns the levels and devices that a verdict depends on if it rests on all that `main` and each of `all` list, those
 * of `main` first. Where the others add nothing it returns `main` itself, or its own list of levels or devices, so that
 * the object stays the same.
 */
export function jointDependence(
  main: Verdict['dependsOn'],
  all: readonly Verdict['dependsOn'][],
): Verdict['dependsOn'] {
  const levels = joint(
    main.levels,
    all.map((one) => one.levels),
  );
  const devices = joint(
    main.devices,
    all.map((one) => one.devices),
  );
  return levels === main.levels && devices === main.devices ? main : { ...main, levels, devices };
}

function joint(main: readonly string[], lists: readonly (readonly string[])[]): readonly string[] {
  if (lists.every((list) => list === main || isSameList(list, main))) return main;
  return [...new Set([...main, ...lists.flat()])];
}
