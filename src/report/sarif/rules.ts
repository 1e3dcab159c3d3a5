// Rules in SARIF.
import type { ReportingDescriptor } from 'sarif';
import type { LocalView } from '../../findings/local.js';
import { list } from '../../i18n/list.js';
import { inLocale, type Locale } from '../../i18n/locale.js';
import type { Messages } from '../../i18n/message.js';
import type { ClauseId } from '../../law/types.js';
import type { ReportInput } from '../../lint/types.js';
import { clausesUnder, type Rule } from '../../rules/rule.js';
import { closedSentence, positional } from './message.js';
import { citedAs, type Taxonomies } from './taxonomies.js';

/** GitHub's limits on a rule: characters of a description and, below, number of tags. */
const MOST_CHARACTERS = 1024;
const MOST_TAGS = 20;

/** Returns the descriptor of every rule, with or without results: its messages, clauses and page. */
export function descriptors(input: ReportInput, view: LocalView, taxonomies: Taxonomies): ReportingDescriptor[] {
  const spoken = spokenBy(input);
  return input.rules.map((rule) => {
    const shared = sharedMessages(rule, [...(spoken.get(rule.id) ?? [])], view);
    return descriptor(rule, shared, input, view, taxonomies);
  });
}

/** Returns the ids of messages that verdicts of each rule use. */
function spokenBy(input: ReportInput): ReadonlyMap<string, ReadonlySet<string>> {
  const spoken = new Map<string, Set<string>>();
  for (const result of input.results) {
    for (const { rule, message, advice } of result.ok ? result.verdicts : []) {
      const ids = spoken.get(rule) ?? new Set();
      spoken.set(rule, ids.add(message.id));
      if (advice !== undefined) ids.add(advice.id);
    }
    for (const { rule } of (result.ok ? result.baseline?.gone : undefined) ?? []) {
      spoken.set(rule, (spoken.get(rule) ?? new Set()).add('engine/gone'));
    }
  }
  return spoken;
}

function descriptor(
  rule: Rule,
  shared: Shared,
  input: ReportInput,
  view: LocalView,
  taxonomies: Taxonomies,
): ReportingDescriptor {
  const { locale } = view;
  const title = closedSentence(inLocale(rule.title, locale), locale);
  const docs = locale === 'en' ? rule.docs.en : rule.docs.zh;
  const clauses = clausesIn(input, rule);
  const cited = clauses.map((id) => citedAs(input, id, locale));
  const law = cited.length === 0 ? '' : lawSentence(cited, locale);
  const relationships = clauses.flatMap((id) => {
    const target = taxonomies.taxon(id);
    return target === undefined ? [] : [{ target, kinds: ['relevant'] }];
  });
  return {
    id: rule.id,
    name: pascal(rule.id),
    shortDescription: { text: cut(title) },
    fullDescription: { text: cut([firstParagraph(docs) ?? title, law].filter((text) => text !== '').join(' ')) },
    help: { text: [title, plainDocs(docs), law].filter((text) => text !== '').join('\n\n'), markdown: docs },
    defaultConfiguration: { level: rule.level },
    messageStrings: Object.fromEntries(
      [...Object.entries(rule.messages), ...shared].map(([id, message]) => [
        id,
        { text: template(positional(message, locale), locale) },
      ]),
    ),
    ...(relationships.length === 0 ? {} : { relationships }),
    properties: {
      tags: [...new Set([rule.id.split('/')[0], ...cited])].slice(0, MOST_TAGS),
      precision: 'high',
      'problem.severity': rule.level,
    },
  };
}

/** Returns the clauses that the rule may cite under the packs of the run; all its clauses if no plan could be read. */
function clausesIn({ results }: ReportInput, rule: Rule): readonly ClauseId[] {
  const packs = [...new Set(results.flatMap((result) => (result.ok ? [result.pack] : [])))];
  return packs.length === 0 ? rule.clauses : [...new Set(packs.flatMap((pack) => clausesUnder(rule, pack)))];
}

type Shared = readonly (readonly [id: string, message: Messages[string]])[];

/** Returns the engine's messages that verdicts of this rule use. */
function sharedMessages(rule: Rule, used: readonly string[], view: LocalView): Shared {
  const all = view.messages(rule.id);
  return used
    .filter((id) => rule.messages[id] === undefined && all[id] !== undefined)
    .sort()
    .map((id) => [id, all[id]] as const);
}

function lawSentence(cited: readonly string[], locale: Locale): string {
  return locale === 'en' ? `Clauses: ${list(cited, locale)}.` : `依据：${list(cited, locale)}。`;
}

/** Returns a rule's id in Pascal case: coverage/declared → CoverageDeclared. */
function pascal(id: string): string {
  return id
    .split(/[/-]/)
    .map((word) => word.slice(0, 1).toUpperCase() + word.slice(1))
    .join('');
}

/** Returns a template as a sentence. One that ends with a placeholder stays, since the value brings its own period. */
function template(text: string, locale: Locale): string {
  return text.endsWith('}') ? text : closedSentence(text, locale);
}

function cut(text: string): string {
  return text.length <= MOST_CHARACTERS ? text : `${text.slice(0, MOST_CHARACTERS - 1)}…`;
}

function firstParagraph(docs: string): string | undefined {
  const paragraph = docs.split(/\n\s*\n/).find((block) => !/^\s*(?:#|```|\||[-*] |>)/.test(block));
  return paragraph === undefined ? undefined : plainDocs(paragraph).replace(/\s*\n\s*/g, ' ');
}

/** Returns Markdown as plain text, for viewers that don't render it. */
function plainDocs(docs: string): string {
  return docs
    .replace(/^#+\s*/gm, '')
    .replace(/^```.*$/gm, '')
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/[`*]/g, '')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}
