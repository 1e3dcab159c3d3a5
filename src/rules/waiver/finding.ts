import type { RuleContext } from '../../facts/context.js';
import type { Localized } from '../../i18n/locale.js';
import type { Message } from '../../i18n/message.js';
import type { WaiverAccount, WaiverState } from '../rule.js';
import { type Outcome, remark, type Statement } from '../verdict.js';

/**
 * One finding for each rule and subject that waivers of the given state name: the first is the place, the others are
 * shown beside it. Subject `RULE:SUBJECT`; a rule's id holds no colon, so the first one divides them.
 */
export function findings(
  accounts: readonly WaiverAccount[],
  state: WaiverState,
  outcome: Outcome,
  say: (account: WaiverAccount) => { readonly message: Message; readonly advice: Message },
): Statement[] {
  const bySubject = new Map<string, WaiverAccount[]>();
  for (const account of accounts) {
    if (account.state !== state) continue;
    const subject = subjectOf(account);
    const alike = bySubject.get(subject);
    if (alike === undefined) bySubject.set(subject, [account]);
    else alike.push(account);
  }
  return [...bySubject].map(([subject, [first, ...rest]]) => {
    return remark({
      subject,
      outcome,
      ...say(first),
      place: first.waiver.place,
      related: rest.map(({ waiver }) => ({ place: waiver.place, caption: AGAIN })),
    });
  });
}

function subjectOf({ waiver }: WaiverAccount): string {
  return `${waiver.rule}:${waiver.subject}`;
}

const AGAIN: Localized = { zh: '同一事项的另一例外说明', en: 'another waiver of the same' };

/** Rules on waivers say nothing of the site itself. */
export function silent(_context: RuleContext): readonly Statement[] {
  return [];
}
