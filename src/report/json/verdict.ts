import type { Judged, Report } from '../../engine/types.js';
import { inLocale } from '../../i18n/locale.js';
import type { Message } from '../../i18n/message.js';
import { penaltySentences } from '../citation.js';
import { plainText } from '../escape.js';
import { coverageSentence, sightSentence } from '../sightline.js';
import { groupOf } from '../tally.js';
import type { View } from '../view.js';
import { placeRecord } from './places.js';
import { waiverRecord } from './plan.js';

/**
 * One verdict with all that a report knows of it.
 *
 * @param number that of the finding in every report and drawing of the run
 */
export function verdictRecord(verdict: Judged, number: number | undefined, report: Report, view: View) {
  const { files } = report;
  const { rule, level, outcome, subject, clauses, decides, penalties, evidence, waiver, tainted } = verdict;
  const message = messageRecord(verdict.message, rule, view);
  return {
    ...(number === undefined ? {} : { number }),
    rule,
    level,
    outcome,
    group: groupOf(verdict),
    subject,
    fingerprint: verdict.fingerprint,
    message,
    ...(verdict.advice === undefined ? {} : { advice: messageRecord(verdict.advice, rule, view) }),
    clauses,
    decides: decides ?? clauses,
    penalties,
    notes: notesOf(verdict, message.text, report, view),
    ...(verdict.existing === true ? { existing: true } : {}),
    place: placeRecord(verdict.place, view.spot(verdict.place, files)),
    related: verdict.related.map(({ place, caption }) => ({
      caption: plainText(inLocale(caption, view.locale)),
      place: placeRecord(place, view.spot(place, files)),
    })),
    ...(evidence === undefined ? {} : { evidence }),
    ...(waiver === undefined ? {} : { waiver: waiverRecord(waiver, view, files) }),
    ...(tainted === undefined
      ? {}
      : {
          tainted: {
            outcome: tainted.outcome,
            message: messageRecord(tainted.message, rule, view),
            by: tainted.by,
          },
        }),
  };
}

/** Sentences after the message: the sight line or the coverage in words, and what may follow. */
function notesOf(verdict: Judged, said: string, report: Report, { locale }: View): string[] {
  return [
    sightSentence(verdict, report, locale),
    coverageSentence(verdict, said, locale),
    ...penaltySentences(report.pack, verdict, said, locale),
  ].filter((note) => note !== undefined);
}

/** What is said, in the language of the report, and of what it is made. */
function messageRecord({ id, params }: Message, rule: string, view: View) {
  return { text: view.messageText({ id, params }, rule), id, params };
}
