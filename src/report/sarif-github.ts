import type { Result } from 'sarif';
import type { Judged, Report, ReportInput } from '../engine/types.js';
import type { Locale } from '../i18n/locale.js';
import { relatedLocations } from './sarif/evidence.js';
import { log, writerOf } from './sarif/log.js';
import { sarifMessage } from './sarif/message.js';
import { afterwords, type Writer, wordsOf } from './sarif/result.js';
import { GROUPS, type Group, grouped } from './tally.js';

/** More results than this GitHub refuses; the worst come first, since it shows only 5,000. */
const MOST_RESULTS = 25_000;

/**
 * What GitHub code scanning can take. It ignores kind, suppressions and taxa, so a pass or a waived finding would
 * become an open alert: they are left out; what is open is a warning, what a person must judge a note.
 */
export function renderSarifGithub(input: ReportInput, options: { readonly locale: Locale }): string {
  return [...sarifGithubParts(input, options)].join('');
}

/** The same in parts, each worked out when it is asked for. */
export function sarifGithubParts(input: ReportInput, { locale }: { readonly locale: Locale }): Iterable<string> {
  const writer = { ...writerOf(input, locale), taxonomies: { components: [], taxon: () => undefined, taxa: () => [] } };
  const found = GROUPS.slice(0, GROUPS.indexOf('waived')).flatMap((group) =>
    input.results.flatMap((report) =>
      report.ok ? grouped(report)[group].map((verdict) => ({ group, verdict, report })) : [],
    ),
  );
  const kept = found.slice(0, MOST_RESULTS);
  function* alerts(): Generator<Result> {
    for (const { group, verdict, report } of kept) yield alert(group, verdict, report, writer);
  }
  const omitted = found.length - kept.length;
  return log(writer, alerts(), omitted === 0 ? {} : { properties: { omittedResults: omitted } });
}

function alert(group: Group, verdict: Judged, report: Report, writer: Writer): Result {
  const { view, places } = writer;
  const related = relatedLocations(verdict, view, places);
  const words = wordsOf(verdict, report, view);
  const more = afterwords(words, verdict, report, view);
  const message = sarifMessage(view, verdict.rule, verdict.message, words.text, more);
  const links = related.flatMap(({ id, message }) => (id === undefined ? [] : [`[${linkText(message?.text)}](${id})`]));
  const see = view.locale === 'en' ? ` See ${links.join(', ')}.` : `另见${links.join('、')}。`;
  return {
    ruleId: verdict.rule,
    ruleIndex: view.ruleIndex(verdict.rule),
    level: levelOf(group, verdict),
    message: links.length === 0 ? message : { ...message, text: `${message.text}${see}` },
    locations: [places.physical(verdict.place)],
    ...(related.length === 0 ? {} : { relatedLocations: related }),
    partialFingerprints: { primaryLocationLineHash: `${verdict.fingerprint}:1` },
  };
}

function levelOf(group: Group, { level, outcome }: Judged): Result['level'] {
  if (group === 'review' || outcome === 'review') return 'note';
  return outcome === 'fail' ? level : 'warning';
}

function linkText(text = ''): string {
  return text.replace(/[\\[\]]/g, '');
}
