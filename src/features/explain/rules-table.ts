// The list of rules: as a table and as JSON.
import { joined } from '../../i18n/catalogue.js';
import type { Localized } from '../../i18n/locale.js';
import { judgedInstruments } from '../../law/compose.js';
import { cite, paragraphOf } from '../../law/lookup.js';
import type { ClauseId, Pack } from '../../law/types.js';
import { LEVEL_NAMES } from '../../lint/notes/texts.js';
import type { Document } from '../../render/document.js';
import { clausesUnder, type Rule, type RuleLevel } from '../../rules/rule.js';
import { t } from './texts.js';

/**
 * Returns the table of rules: id, level of severity, title and clauses. Pages show only the main article of each rule.
 */
export function rulesTable(rules: readonly Rule[], pack: Pack): Document {
  const laws = [...judgedInstruments(pack)].map((id) => `${id}/`);
  const mainOf = (rule: Rule) => {
    const [main] = laws.flatMap((own) => clausesUnder(rule, pack).find((clause) => clause.startsWith(own)) ?? []);
    return main === undefined ? [] : cite(pack, main.replace(/\(.*$/, ''));
  };
  const clausesOf = (rule: Rule) =>
    joined(
      provisions(pack, clausesUnder(rule, pack)).map((id) => cite(pack, id)),
      t.between,
    );
  return {
    blocks: [
      {
        block: 'table',
        on: 'terminal',
        head: [t.rule, t.level, t.title, t.clauses],
        rows: rules.map((rule) => [{ code: rule.id }, LEVEL_NAMES[rule.level], rule.title, clausesOf(rule)]),
      },
      {
        block: 'table',
        on: 'page',
        head: [t.rule, t.level, t.clause, t.title],
        rows: rules.map((rule) => [{ code: rule.id }, LEVEL_NAMES[rule.level], mainOf(rule), rule.title]),
      },
    ],
  };
}

/**
 * Returns `clauses` with each item replaced by the paragraph or article that it belongs to, each once: twelve items
 * of one article are one provision.
 */
export function provisions(pack: Pack, clauses: readonly ClauseId[]): ClauseId[] {
  return [...new Set(clauses.map((id) => paragraphOf(pack, id)))];
}

/** The list of rules as data. Texts are in both languages, whatever the locale. */
export interface RulesJson {
  readonly version: 1;
  readonly tool: { readonly name: 'sitecam'; readonly version: string };
  /** The law pack by which the clauses are cited. */
  readonly pack: string;
  readonly rules: readonly {
    readonly id: string;
    readonly level: RuleLevel;
    /** True if an author may waive its findings; never for the law's own judgement. */
    readonly waivable: boolean;
    readonly title: Localized;
    /** The first is the main one. */
    readonly clauses: readonly { readonly id: ClauseId; readonly citation: Localized }[];
    /** Figures of the pack that its verdicts rest on; sitecam's own if `basis` says so. */
    readonly parameters: readonly {
      readonly name: string;
      readonly value: number;
      readonly unit: string;
      readonly basis: 'law' | 'sitecam';
      readonly what: Localized;
    }[];
    /** The rule's page as Markdown. */
    readonly page: Localized;
  }[];
}

/** Returns the list of rules as data; `version` is sitecam's. */
export function rulesJson(rules: readonly Rule[], pack: Pack, version: string): RulesJson {
  return {
    version: 1,
    tool: { name: 'sitecam', version },
    pack: pack.id,
    rules: rules.map((rule) => ({
      id: rule.id,
      level: rule.level,
      waivable: rule.waivable,
      title: { zh: rule.title.zh, en: rule.title.en },
      clauses: clausesUnder(rule, pack).map((clause) => ({ id: clause, citation: cite(pack, clause) })),
      parameters: (rule.parameters ?? []).map((name) => ({ name, ...pack.parameters[name] })),
      page: { zh: rule.docs.zh, en: rule.docs.en },
    })),
  };
}
