// Checks that words which a law pack calls verbatim stand in its clauses.
import type { Localized } from '../../i18n/locale.js';
import { child } from '../../source/place/pointer.js';
import { includesClause, printedText } from '../lookup.js';
import type { Clause, ClauseId, Words } from '../types.js';
import type { CheckedPack } from './sections.js';
import type { AddProblem } from './sense.js';
import { packText } from './texts.js';

/** Reports words that the pack marks as verbatim and that stand in none of the clauses they are taken from. */
export function quotationProblems(pack: CheckedPack, say: AddProblem): void {
  const { capture, signs } = pack;
  const check = (words: Words, clauses: readonly (ClauseId | undefined)[], pointer: string) => {
    const [clause = ''] = clauses;
    if (words.verbatim === true && !clauses.some((id) => id !== undefined && hasWords(pack.clauses, id, words)))
      say(packText.notVerbatim({ words: words.zh, clause }), child(pointer, 'zh'));
  };
  if (capture !== undefined)
    for (const key of ['capture', 'prohibited', 'residual', 'products'] as const) {
      const words = capture.words[key];
      if (words !== undefined)
        check(words, [capture.prohibition, capture.images?.prohibition], child('/capture/words', key));
    }
  if (signs !== undefined) check(signs.words.sign, [signs.clause], '/signs/words/sign');
}

/** True if the Chinese words stand in clause `id`, one of its parts, or the words before its items. */
export function hasWords(clauses: readonly Clause[], id: ClauseId, words: Localized): boolean {
  return clauses
    .filter((clause) => includesClause(id, clause.id))
    .some((clause) =>
      [clause.text.zh, printedText(clause), clause.lead?.zh ?? ''].some((text) => text.includes(words.zh)),
    );
}
