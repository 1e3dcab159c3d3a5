// Joins the verdicts of both variants of a plan: decided if they agree, else open.

import { groupBy } from '../../base/arrays.js';
import { amended } from '../../base/lazy.js';
import type { Text } from '../../i18n/catalogue.js';
import { localizedList, quoted } from '../../i18n/list.js';
import type { Localized } from '../../i18n/locale.js';
import { citeTogether } from '../../law/lookup.js';
import type { Pack } from '../../law/types.js';
import type { Doubt } from '../../plan/model.js';
import { rule as unsure } from '../../rules/plan/unsure-opening.js';
import { isFinding, type LegalBasis, type Outcome } from '../../rules/verdict.js';
import { opened, undecided } from '../taint.js';
import type { LintVerdict } from '../types.js';
import { jointDependence } from '../unite.js';
import type { ByLaw } from './by-law.js';
import { MOST } from './meeting.js';
import { deviceText, doubtText, gapText, outcomeText } from './texts.js';

/** The verdicts of one rule on one subject in both variants; undefined where one has none. */
export interface Both {
  readonly key: string;
  readonly rule: string;
  readonly hiding: LintVerdict | undefined;
  readonly passing: LintVerdict | undefined;
}

/** Returns the key of rule and subject by which verdicts of the two variants are paired. */
export function keyOf({ rule, subject }: LintVerdict): string {
  return `${rule}\0${subject}`;
}

/** Returns the verdicts of two variants in pairs: those in `hiding` in its order, then those in `passing` alone. */
export function pairs(hiding: readonly LintVerdict[], passing: readonly LintVerdict[]): Both[] {
  const others = new Map(passing.map((verdict) => [keyOf(verdict), verdict]));
  const first = new Set(hiding.map(keyOf));
  return [
    ...hiding.map((verdict) => {
      const key = keyOf(verdict);
      return { key, rule: verdict.rule, hiding: verdict, passing: others.get(key) };
    }),
    ...passing.flatMap((verdict) => {
      const key = keyOf(verdict);
      return first.has(key) ? [] : [{ key, rule: verdict.rule, hiding: undefined, passing: verdict }];
    }),
  ];
}

/**
 * Returns a key by which verdicts are compared: of a finding its outcome, and the outcome by each clause that decides;
 * `pass` for pass and not applicable alike, since neither finds anything wrong; `none` without a verdict.
 */
export function outcomeKey(verdict: LintVerdict | undefined): string {
  if (verdict === undefined) return 'none';
  if (!isFinding(verdict.outcome)) return 'pass';
  // What makes a place private, or is read beside, settles nothing: a clause that names another place leaves the outcome.
  const bases = verdict.bases.filter(({ role }) => role === 'decides').map(baseKey);
  return [verdict.outcome, verdict.tick === undefined ? '' : 'tick', ...bases.sort()].join('\n');
}

/**
 * True if both variants give the same outcome, for a finding also by every clause that decides, or neither a finding. If
 * only one gives a verdict: true if that is no finding.
 */
export function agree({ hiding, passing }: Both): boolean {
  if (hiding === undefined || passing === undefined) return !isFinding((hiding ?? passing)?.outcome ?? 'pass');
  return outcomeKey(hiding) === outcomeKey(passing);
}

/**
 * Combines the verdicts of the two variants into one for each pair.
 *
 * @param met returns the doubtful elements that bear on a pair
 * @param blamed by {@link keyOf}, the doubtful elements that change its outcome by themselves
 * @param laws takes a pair apart by law: a doubt that changes the outcome by one law leaves the outcome by another as
 * it is
 */
export function joined(
  both: readonly Both[],
  met: (pair: Both) => readonly Doubt[],
  blamed: ReadonlyMap<string, readonly Doubt[]>,
  laws: Pick<ByLaw, 'pack' | 'lawsOf' | 'only'>,
): LintVerdict[] {
  const apart = both.filter((pair) => isOnly(pair) && !agree(pair));
  // A pass that only one variant gives isn't certain where the other has a finding in its place.
  const found = new Set(apart.map(({ rule }) => rule));
  const within = groupBy(
    both.filter((pair) => pair.key.includes('>') && !agree(pair)),
    ({ rule, key }) => `${rule}\0${key.slice(key.lastIndexOf('>') + 1)}`,
  );
  const byKey = new Map(both.map((pair) => [pair.key, pair]));
  const joinedFor = (pair: Both): LintVerdict[] => {
    const { hiding, passing, key } = pair;
    const one = hiding ?? passing;
    if (one === undefined) return [];
    if (isOnly(pair)) {
      // What one variant says of a zone, the other says of a device and that zone, perhaps by one of several laws alone.
      const isCovered = within.get(key)?.some((other) => (hiding === undefined ? other.hiding : other.passing));
      if (isCovered === true) return [];
      if (agree(pair)) return found.has(pair.rule) ? [] : [one];
    }
    if (agree(pair)) return alike(pair, met);
    const doubts = met(pair);
    if (doubts.length > MOST || isMixed(blamed.get(key) ?? doubts)) return [opened(one, doubts)];
    const zone = byKey.get(`${pair.rule}\0${one.subject.slice(one.subject.lastIndexOf('>') + 1)}`);
    const all = laws.lawsOf(pair);
    const differing = all.filter((law) => !agree(laws.only(pair, [law])));
    if (differing.length === 0) return open(pair, zone, blamed.get(key) ?? doubts, laws.pack);
    const apart = laws.only(pair, differing);
    const left = [zone && laws.only(zone, differing), blamed.get(key) ?? doubts, laws.pack] as const;
    const rest = laws.only(
      pair,
      all.filter((law) => !differing.includes(law)),
    );
    const settled = alike(rest, () => doubts);
    const opens = open(apart, ...left);
    // Else it would say that the result is the same, and not why it is open by some clauses.
    const noted = settled.map((by) => ({
      ...by,
      says: [...by.says, ...opens.map((it) => turning(it, apart, ...left))],
    }));
    const beside = settled.filter(({ outcome }) => isFinding(outcome));
    const told = opens.map((it) => ({
      ...it,
      says: [...it.says, ...beside.map((by) => notTurning(it, by, laws.pack))],
    }));
    return together(one, [...told, ...noted]);
  };
  return both.flatMap((pair) => joinedFor(pair).map((verdict) => restingOnBoth(verdict, pair)));
}

/** Returns the verdict, which rests on all that those of both variants rest on. */
function restingOnBoth(verdict: LintVerdict, { hiding, passing }: Both): LintVerdict {
  const all = [hiding, passing].flatMap((one) => one?.dependsOn ?? []);
  const dependsOn = jointDependence(verdict.dependsOn, all);
  return dependsOn === verdict.dependsOn ? verdict : amended(verdict, { dependsOn });
}

/** Returns the verdict on a pair of which both variants give the same outcome. */
function alike(pair: Both, met: (pair: Both) => readonly Doubt[]): LintVerdict[] {
  const { hiding, passing } = pair;
  const one = hiding ?? passing;
  if (one === undefined) return [];
  if (hiding === undefined || passing === undefined) return [one];
  const isSame = hiding.outcome === passing.outcome && printed(hiding) === printed(passing);
  return [isSame ? one : decided(hiding, passing, met(pair))];
}

/** Returns one verdict by several laws of those by some of them: the gravest, which cites the laws of all. */
function together(one: LintVerdict, parts: readonly LintVerdict[]): LintVerdict[] {
  const [main, ...others] = parts.toSorted((a, b) => GRAVITY[b.outcome] - GRAVITY[a.outcome]);
  if (main === undefined) return [];
  return [{ ...main, subject: one.subject, bases: basesOf([main, ...others]) }];
}

function isOnly({ hiding, passing }: Both): boolean {
  return hiding === undefined || passing === undefined;
}

/**
 * Returns a verdict of which both variants differ in figures alone, with those of the worse one, or of which one doesn't
 * apply: then the pass, which says what it rests on.
 */
function decided(hiding: LintVerdict, passing: LintVerdict, doubts: readonly Doubt[]): LintVerdict {
  const isOne = hiding.outcome === passing.outcome;
  const worse = (isOne ? isWorse : isGraver)(hiding, passing) ? hiding : passing;
  if (doubts.length > MOST) return opened(worse, doubts);
  const about = { ids: idsOf(doubts), fault: faultsOf(doubts) };
  const text = isOne ? 'decided' : 'neither';
  const note = areGaps(doubts) ? gapText[text](about) : doubtText[text](about);
  return { ...worse, says: [...worse.says, note] };
}

/** Returns the bases of several verdicts on one fact, each clause once. */
function basesOf(verdicts: readonly (LintVerdict | undefined)[]): LegalBasis[] {
  const all = verdicts.flatMap((verdict) => verdict?.bases ?? []);
  // What one law decides, another may only refer to.
  const deciding = new Set(all.flatMap(({ clause, outcome }) => (outcome === null ? [] : [clause])));
  const byClause = groupBy(
    all.filter(({ clause, outcome }) => outcome !== null || !deciding.has(clause)),
    ({ clause }) => clause,
  );
  return [...byClause.values()].map(([first]) => first);
}

/** Returns what a reader is told of a verdict, in one text. */
function printed({ message, says, advice, related }: LintVerdict): string {
  return JSON.stringify([message, says, advice, related]);
}

/** True if the variant in which all hide is the worse one: it covers less. What lets pass shows and lets hear more. */
function isWorse(hiding: LintVerdict, passing: LintVerdict): boolean {
  const [one, other] = [hiding.evidence?.coverage, passing.evidence?.coverage];
  return one !== undefined && other !== undefined && one.fraction < other.fraction;
}

/**
 * Returns the open verdict on a pair that differs.
 *
 * @param zone the pair on the zone alone, which speaks for a variant without a finding on a device and that zone
 */
function open(
  { hiding, passing }: Variants,
  zone: Variants | undefined,
  doubts: readonly Doubt[],
  pack: Pack,
): LintVerdict[] {
  const [one, other] = outcomesOf({ hiding, passing }, zone);
  const main = isGraver(hiding, passing) ? hiding : passing;
  if (main === undefined) return [];
  const { edit: _, tick: __, ...verdict } = main;
  const ids = idsOf(doubts);
  const by = doubts.map(({ rule, subject }) => `${rule} ${subject}`).sort();
  return [
    {
      ...verdict,
      outcome: 'open',
      message: textsOn(doubts).open({ ids, ...namesOf({ hiding, passing }, zone, pack) }),
      advice: areGaps(doubts) ? gapText.correct({ ids }) : doubtText.correct({ ids, fault: faultsOf(doubts) }),
      says: [],
      bases: one === other ? basesOf([hiding, passing]).map(undecided) : verdict.bases.map(undecided),
      related: [...verdict.related, ...doubts.map(({ id, place }) => ({ place, caption: quoted(id) }))],
      doubt: { by, hiding: one, passing: other },
    },
  ];
}

/** Returns the sentence that a pair which is settled by other laws is open by the clauses of `opens`, and why. */
function turning(
  opens: LintVerdict,
  pair: Variants,
  zone: Variants | undefined,
  doubts: readonly Doubt[],
  pack: Pack,
): Text {
  const clauses = opens.bases.flatMap(({ clause, outcome }) => (outcome === 'open' ? [clause] : []));
  return textsOn(doubts).turning({
    ids: idsOf(doubts),
    clauses: localizedList(citeTogether(pack, clauses)),
    ...namesOf(pair, zone, pack),
  });
}

/** Returns the sentence that beside what is open by the clauses of `opens` the outcome by those of `settled` stays. */
function notTurning(opens: LintVerdict, settled: LintVerdict, pack: Pack): Text {
  const deciding = ({ bases }: LintVerdict, outcome: Outcome): Localized =>
    localizedList(
      citeTogether(
        pack,
        bases.flatMap((basis) => (basis.outcome === outcome ? [basis.clause] : [])),
      ),
    );
  return doubtText.notTurning({
    clauses: deciding(opens, 'open'),
    others: deciding(settled, settled.outcome),
    outcome: outcomeText[settled.outcome],
  });
}

type Variants = Pick<Both, 'hiding' | 'passing'>;

function outcomesOf({ hiding, passing }: Variants, zone: Variants | undefined): readonly [Outcome, Outcome] {
  return [hiding?.outcome ?? zone?.hiding?.outcome ?? 'pass', passing?.outcome ?? zone?.passing?.outcome ?? 'pass'];
}

/** Returns the names of the outcomes of both variants. */
function namesOf({ hiding, passing }: Variants, zone: Variants | undefined, pack: Pack) {
  const [one, other] = outcomesOf({ hiding, passing }, zone);
  return {
    hiding: nameOf(one, one === other ? hiding : undefined, pack),
    passing: nameOf(other, one === other ? passing : undefined, pack),
  };
}

/** Returns the name of an outcome; with the clauses of a verdict, where these alone are what differs. */
function nameOf(outcome: Outcome, verdict: LintVerdict | undefined, pack: Pack): Localized {
  const clauses = verdict?.bases.flatMap((basis) => (basis.outcome === outcome ? [basis.clause] : [])) ?? [];
  if (clauses.length === 0) return outcomeText[outcome];
  return doubtText.by({ outcome: outcomeText[outcome], clauses: localizedList(citeTogether(pack, clauses)) });
}

function baseKey({ clause, role, outcome }: LegalBasis): string {
  return `${clause} ${role} ${outcome}`;
}

/** True if all doubts are about gaps in which nobody drew a door. */
function areGaps(doubts: readonly Doubt[]): boolean {
  return doubts.every(({ rule }) => rule === unsure.id);
}

/** True if a doubt is about a device that is left out, not about what hides or lets pass. */
function isOnDevice({ passing }: Doubt): boolean {
  return passing.devices !== undefined;
}

/** True if some doubts are about devices and others about what hides: no text says what both variants are. */
function isMixed(doubts: readonly Doubt[]): boolean {
  return doubts.some(isOnDevice) && !doubts.every(isOnDevice);
}

function textsOn(doubts: readonly Doubt[]) {
  if (areGaps(doubts)) return gapText;
  return doubts.every(isOnDevice) ? deviceText : doubtText;
}

const GRAVITY: Readonly<Record<Outcome, number>> = { notApplicable: 0, pass: 1, review: 2, open: 3, fail: 4 };

function isGraver(one: LintVerdict | undefined, other: LintVerdict | undefined): boolean {
  return one !== undefined && (other === undefined || GRAVITY[one.outcome] > GRAVITY[other.outcome]);
}

function idsOf(doubts: readonly Doubt[]): Localized {
  return localizedList([...new Set(doubts.map(({ id }) => id))].map(quoted));
}

function faultsOf(doubts: readonly Doubt[]): Localized {
  return localizedList([...new Map(doubts.map(({ title }) => [title.zh, title])).values()]);
}
