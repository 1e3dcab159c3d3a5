// Findings on waivers of one state, which all rules of waiver/* return.
import { groupBy } from '../../base/arrays.js';
import type { RuleContext } from '../../facts/context.js';
import { catalogue } from '../../i18n/catalogue.js';
import type { Message } from '../../i18n/message.js';
import type { WaiverAccount, WaiverState } from '../rule.js';
import { type Outcome, type Statement, statement } from '../verdict.js';

/**
 * Returns one finding for each rule and subject that waivers of `state` name, with subject `RULE:SUBJECT` (a rule's id
 * holds no colon, so the first one divides them). The first waiver is the place, the others are related places.
 *
 * @param outcome that of every finding
 * @param say returns the message and the advice of a finding, given its first waiver
 */
export function findings(
  accounts: readonly WaiverAccount[],
  state: WaiverState,
  outcome: Outcome,
  say: (account: WaiverAccount) => { readonly message: Message; readonly advice: Message },
): Statement[] {
  const bySubject = groupBy(
    accounts.filter((account) => account.state === state),
    subjectOf,
  );
  return [...bySubject].map(([subject, [first, ...rest]]) => {
    return statement({
      subject,
      outcome,
      ...say(first),
      place: first.waiver.place,
      related: rest.map(({ waiver }) => ({ place: waiver.place, caption: captions.again })),
    });
  });
}

function subjectOf({ waiver }: WaiverAccount): string {
  return `${waiver.rule}:${waiver.subject}`;
}

const captions = catalogue('waiver', {
  again: { zh: '同一事项的另一例外说明', en: 'another waiver of the same' },
});

/** Returns no verdicts: `check` of the rules that only judge waivers, which they do in `audit`. */
export function silent(_context: RuleContext): readonly Statement[] {
  return [];
}
