// Step 6: for each row that a drawing can show, a small plan is generated and must give the row's outcome.
import { joined } from '../../i18n/catalogue.js';
import { type Localized, verbatim } from '../../i18n/locale.js';
import { penaltyClauses, zoneKind } from '../../law/lookup.js';
import type { Category, ClauseId, Pack, Prohibition } from '../../law/types.js';
import { lintPlan } from '../../lint/lint.js';
import { t } from './texts.js';
import { type Camera, categoriesToTry, roomOf, type TrialRoom, trialPlan } from './trials.js';
import type { PackInput, Step, TableRow } from './types.js';

/** Outcomes that the pack's clauses got in all generated plans, by clause. */
type Reached = Map<ClauseId, Set<string>>;

/**
 * Tries, as step 6, every row of the pack that a drawing can show (prohibitions, and what is to be protected) on small
 * generated plans. Returns the step, whose problems are the rows whose outcome no plan gives, and the outcomes that each
 * clause got.
 */
export function rowStep(input: PackInput): { step: Step; reached: Reached } {
  const { pack } = input;
  const reached: Reached = new Map();
  const problems: Localized[] = [];
  const attempt = (row: Localized, clause: ClauseId, wanted: string, plans: Iterable<string>): void => {
    const own = new Set<string>();
    const cited = new Set<string>();
    for (const text of plans) {
      const found = outcomesOf(pack, text, clause, input.today, reached);
      for (const outcome of found.own) own.add(outcome);
      for (const outcome of found.cited) cited.add(outcome);
      if (own.has(wanted)) return;
    }
    const got = own.size === 0 ? cited : own;
    if (got.has(wanted)) return;
    const others = joined([...got].sort().map(verbatim), t.comma);
    problems.push(
      t.notReached({
        row,
        outcome: verbatim(wanted),
        got: got.size === 0 ? verbatim('') : t.got({ outcomes: others }),
      }),
    );
  };
  for (const row of pack.capture === undefined ? [] : pack.prohibitions)
    for (const kind of row.kinds) {
      const plans = (camera: Camera) => plansFor(pack, row, kind, camera);
      attempt(t.insideOf({ id: row.id, kind }), row.clause, row.inside, plans('inside'));
      const [standing] = row.standing;
      // What is near a small thing depends on how its place is seen, which a small plan doesn't settle.
      if (standing === undefined || zoneKind(pack, kind)?.anchor === true) continue;
      const [seen = row.clause] = row.viewClauses;
      attempt(t.standingOf({ id: row.id, kind }), seen, standing.outcome, plans('view'));
      if (row.closed === 'review' && zoneKind(pack, kind)?.enclosed === true)
        attempt(t.closedOf({ id: row.id, kind }), seen, 'review', plans('closed'));
    }
  for (const row of pack.protects === undefined ? [] : pack.categories) {
    const { id, clause } = row;
    if (clause === undefined) continue;
    if (row.wholePlace === true) {
      const bare = trialPlan([id], { id: 'trial-room', kind: 'office' }, 'none');
      attempt(t.wholeOf({ id }), clause, row.bare, [bare]);
    }
    for (const { token, basis, secondary } of row.wholePlace === true ? [] : row.named) {
      // Other rows may be about a zone that is public as well.
      if (basis === 'contested' && token === 'public') continue;
      const wanted = basis === 'contested' ? 'review' : row.bare;
      attempt(t.bareOf({ id, token }), clause, wanted, [bareOf(row, token, secondary)]);
    }
  }
  return { step: { name: 'rows', problems, notes: [] }, reached };
}

function bareOf({ id }: Category, token: string, secondary: boolean | undefined): string {
  const room = roomOf(token);
  const keys = { ...room.keys, ...(secondary === true && { secondary }) };
  return trialPlan([id], { ...room, keys }, 'none');
}

function* plansFor(pack: Pack, row: Prohibition, kind: string, camera: Camera): Generator<string> {
  const anchor = zoneKind(pack, kind)?.anchor === true;
  const [name] = row.sureNames ?? [];
  const room: TrialRoom = { id: 'trial-room', kind, anchor, ...(name !== undefined && { keys: { name } }) };
  for (const category of categoriesToTry(row.sites ?? row.categories, pack.categories))
    yield trialPlan([category], room, camera);
}

/**
 * Returns the outcomes that `clause` has itself where it decides, and those of the verdicts that only cite it. Adds the
 * outcomes of every clause to `reached`.
 */
function outcomesOf(
  pack: Pack,
  text: string,
  clause: ClauseId,
  today: string,
  reached: Reached,
): { readonly own: ReadonlySet<string>; readonly cited: ReadonlySet<string> } {
  const bytes = new TextEncoder().encode(text);
  const found = { own: new Set<string>(), cited: new Set<string>() };
  const result = lintPlan('trial.json', () => bytes, { pack, today });
  if (!result.ok) return found;
  for (const { outcome, bases } of result.verdicts)
    for (const basis of bases) {
      const own = basis.role === 'decides' ? (basis.outcome ?? outcome) : undefined;
      if (basis.clause === clause) (own === undefined ? found.cited : found.own).add(own ?? outcome);
      if (own === undefined) continue;
      const known = reached.get(basis.clause) ?? new Set<string>();
      reached.set(basis.clause, known.add(own));
    }
  return found;
}

/**
 * Returns the result of step 8, the table: for each row of the pack its clause, the outcomes that this clause got in
 * the generated plans of `rowStep` or that the row states, and the clauses with its penalties.
 *
 * @param reached outcomes that each clause got, as `rowStep` returns them
 */
export function tableOf(pack: Pack, reached: Reached): TableRow[] {
  const { categories, prohibitions, requirements = [], signs, protects } = pack;
  const rows: [ClauseId, Localized, readonly string[]][] = [
    ...(protects === undefined ? [] : categories).flatMap(({ id, clause }): [ClauseId, Localized, string[]][] =>
      clause === undefined ? [] : [[clause, t.categoryRow({ id }), []]],
    ),
    ...prohibitions.flatMap(({ id, clause, kinds }) =>
      kinds.map((kind): [ClauseId, Localized, string[]] => [clause, t.prohibitionRow({ id, kind }), []]),
    ),
    ...requirements.flatMap(({ id, clauses: [clause], cases }): [ClauseId, Localized, string[]][] =>
      clause === undefined ? [] : [[clause, t.requirementRow({ id }), cases.map(({ outcome }) => outcome)]],
    ),
    ...(signs === undefined ? [] : [[signs.clause, t.signsRow, []] as [ClauseId, Localized, string[]]]),
  ];
  return rows.map(([clause, row, stated]) => ({
    clause,
    row,
    outcomes: [...new Set([...(reached.get(clause) ?? []), ...stated])].sort(),
    penalties: penaltyClauses(pack, [clause]),
  }));
}
