// The list of rules as JSON.

import type { Localized } from '../../../i18n/locale.js';
import { cite } from '../../../law/lookup.js';
import type { ClauseId, Pack } from '../../../law/types.js';
import { clausesUnder, type Rule, type RuleLevel } from '../../../rules/rule.js';

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

/** Returns the list of rules as data. */
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
