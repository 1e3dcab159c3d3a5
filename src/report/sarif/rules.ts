// Rules in SARIF.
import type { ReportingDescriptor } from 'sarif';
import { citableClauses } from '../../findings/laws.js';
import { closedSentence } from '../../findings/wording/sentences.js';
import { localizedList } from '../../i18n/list.js';
import { type Locale, render, verbatim, withoutStop } from '../../i18n/locale.js';
import { partsOf } from '../../law/compose.js';
import type { LintVerdict, ReportInput } from '../../lint/types.js';
import { clausesUnder, type Rule } from '../../rules/rule.js';
import { positional } from './message.js';
import type { SarifWriter } from './result.js';
import { citedAs } from './taxonomies.js';
import { t } from './texts.js';

/** GitHub's limits on a rule: characters of a description and, below, number of tags. */
const MOST_CHARACTERS = 1024;
const MOST_TAGS = 20;

/** Returns the descriptor of every rule, with or without results: its messages, clauses and page. */
export function descriptors(writer: SarifWriter): ReportingDescriptor[] {
  const { input, foldsOf } = writer;
  const used = usedMessages(input, foldsOf);
  return input.rules.map((rule) => descriptor(rule, [...(used.get(rule.id) ?? [])], writer));
}

/**
 * GitHub's score of an alert's severity, 0.1–10.0; from 7.0 it shows "high". Ours, not the law's. It stands with the rule,
 * never with a result.
 */
const SEVERITY = '8.0';

/** Ending of the id under which alerts of a rule stand that are no breach. */
const TO_DECIDE = '/to-decide';

/**
 * Returns the descriptors of rules for alerts. A rule that may find forbidden capture has two: one with a severity, by
 * which services sort alerts of security, for what fails; and, after those of all rules, one without, for what is open
 * or for review: that is no breach, and must not be shown as grave as one. Every other rule has one.
 */
export function alertDescriptors(writer: SarifWriter): ReportingDescriptor[] {
  const { input, view } = writer;
  const { locale } = view;
  const ours = render(t.ourSeverity, locale);
  const all = descriptors(writer).map((one, n) => ({ one, isGrave: forbidsCapture(input.rules[n], input) }));
  const grave = ({ help, properties, ...one }: ReportingDescriptor): ReportingDescriptor => ({
    ...one,
    help: help && { text: `${help.text}\n\n${ours}`, markdown: `${help.markdown}\n\n${ours}` },
    properties: {
      ...properties,
      tags: ['security', 'privacy', ...(properties?.tags ?? [])].slice(0, MOST_TAGS),
      'security-severity': SEVERITY,
    },
  });
  const toDecide = ({ id, name, shortDescription, ...one }: ReportingDescriptor): ReportingDescriptor => ({
    ...one,
    id: id + TO_DECIDE,
    name: `${name}ToDecide`,
    shortDescription: {
      text: render(t.toDecide({ title: withoutStop(verbatim(shortDescription?.text ?? '')) }), locale),
    },
    properties: { ...one.properties, 'problem.severity': 'warning' },
  });
  return [
    ...all.map(({ one, isGrave }) => (isGrave ? grave(one) : one)),
    ...all.flatMap(({ one, isGrave }) => (isGrave ? [toDecide(one)] : [])),
  ];
}

/**
 * Returns ids of descriptors for the alert of a verdict, in order of preference: the first that the log has is used.
 */
export function alertRules({ rule, outcome }: LintVerdict): readonly string[] {
  return outcome === 'fail' ? [rule] : [rule + TO_DECIDE, rule];
}

/** True if a rule may find a breach of a prohibition of capture. */
function forbidsCapture(rule: Rule, { results }: ReportInput): boolean {
  return results.some((result) => {
    if (!result.ok) return false;
    const cited = new Set(clausesUnder(rule, result.pack));
    return partsOf(result.pack).some(({ capture }) =>
      [capture?.prohibition, capture?.duty].some((id) => id !== undefined && cited.has(id)),
    );
  });
}

/** Returns the ids of messages that results of each rule use. */
function usedMessages(input: ReportInput, foldsOf: SarifWriter['foldsOf']): ReadonlyMap<string, ReadonlySet<string>> {
  const used = new Map<string, Set<string>>();
  const add = (rule: string, id: string) => used.set(rule, (used.get(rule) ?? new Set()).add(id));
  for (const result of input.results) {
    if (!result.ok) continue;
    for (const { first } of foldsOf(result)) {
      const { rule, message, advice } = first;
      add(rule, message.id);
      if (advice !== undefined) add(rule, advice.id);
    }
    for (const { rule } of result.baseline?.gone ?? []) add(rule, 'engine/gone');
  }
  return used;
}

/** Returns the descriptor of a rule, with its messages and those of the engine among the `used` ones. */
function descriptor(
  rule: Rule,
  used: readonly string[],
  { input, view, taxonomies, docs: site }: SarifWriter,
): ReportingDescriptor {
  const { locale } = view;
  const title = closedSentence(render(rule.title, locale), locale);
  const docs = render(rule.docs, locale);
  const clauses = citableClauses(input, rule);
  const cited = clauses.map((id) => citedAs(input, id));
  const law = cited.length === 0 ? [] : [render(t.clauses({ clauses: localizedList(cited) }), locale)];
  const path = `docs/${locale}/rules/${rule.id}.md`;
  const page = site === undefined ? undefined : `${site}/${path}`;
  const where = render(t.page({ page: verbatim(page ?? path) }), locale);
  const relationships = clauses.flatMap((id) => {
    const target = taxonomies.taxon(id);
    return target === undefined ? [] : [{ target, kinds: ['relevant'] }];
  });
  const all = view.messages(rule.id);
  const shared = used.filter((id) => rule.messages[id] === undefined && all[id] !== undefined).sort();
  return {
    id: rule.id,
    name: pascal(rule.id),
    shortDescription: { text: cut(title) },
    fullDescription: { text: cut([introduction(docs) ?? title, ...law].join(locale === 'en' ? ' ' : '')) },
    ...(page !== undefined && { helpUri: page }),
    help: {
      text: [title, plainDocs(docs), ...law, where].filter((text) => text !== '').join('\n\n'),
      markdown: `${docs.trimEnd()}\n\n${where}`,
    },
    defaultConfiguration: { level: rule.level },
    messageStrings: Object.fromEntries(
      [...Object.keys(rule.messages), ...shared].map((id) => [
        id,
        { text: template(positional(rule.messages[id] ?? all[id], locale), locale) },
      ]),
    ),
    ...(relationships.length === 0 ? {} : { relationships }),
    properties: {
      tags: [...new Set([rule.id.split('/')[0], ...cited.map((one) => render(one, locale))])].slice(0, MOST_TAGS),
      precision: 'high',
      'problem.severity': rule.level,
    },
  };
}

/** Returns a rule's id in Pascal case: coverage/declared → CoverageDeclared. */
function pascal(id: string): string {
  return id
    .split(/[/-]/)
    .map((word) => word.slice(0, 1).toUpperCase() + word.slice(1))
    .join('');
}

/**
 * Returns a template as a sentence. One that ends with a placeholder stays, since the value brings its own period; but a
 * phrase, of which no result is made, ends with one.
 */
function template(text: string, locale: Locale): string {
  return text.endsWith('}') && !/^[a-z;,]/.test(text) ? text : closedSentence(text, locale);
}

function cut(text: string): string {
  return text.length <= MOST_CHARACTERS ? text : `${text.slice(0, MOST_CHARACTERS - 1)}…`;
}

/** Returns the first paragraph of a page, with the list that it announces by a colon; undefined if there is none. */
function introduction(docs: string): string | undefined {
  const blocks = docs.split(/\n\s*\n/);
  const at = blocks.findIndex((block) => !/^\s*(?:#|```|\||[-*] |>)/.test(block));
  if (at < 0) return undefined;
  const list = /[：:]\s*$/.test(blocks[at]) && /^\s*[-*] /.test(blocks[at + 1] ?? '') ? [blocks[at + 1]] : [];
  const text = [blocks[at], ...list].join('\n').replace(/^[-*] /gm, '');
  // Chinese sentences need no space between them.
  return plainDocs(text)
    .replace(/([。：；])\s*\n\s*/g, '$1')
    .replace(/\s*\n\s*/g, ' ');
}

/** Returns Markdown as plain text, for viewers that don't render it; without the plans, which need its layout. */
function plainDocs(docs: string): string {
  return docs
    .replace(/^```yaml\n[\s\S]*?^```\n?/gm, '')
    .replace(/^#+\s*/gm, '')
    .replace(/^```.*$/gm, '')
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/[`*]/g, '')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}
