// Sentences of a requirement's case, with the plan's facts filled in.
import { dayText } from '../../i18n/day.js';
import { localizedList } from '../../i18n/list.js';
import type { Localized } from '../../i18n/locale.js';
import { cite } from '../../law/lookup.js';
import type { Case, Requirement } from '../../law/requirement.js';
import { factName, factValue, meaningAt } from '../../plan/project/names.js';
import { type ConditionInput, missingIn } from './condition.js';
import { particulars } from './particulars.js';

const PLACEHOLDER = /\{([a-zA-Z][a-zA-Z0-9.*]*)\}/g;

/** Placeholders that stand for something else than a fact; a test allows packs only these and the keys of the plan. */
export const WORDS_OF_A_CASE = ['clause', 'bearer', 'phase', 'deadline', 'today', 'missing', 'particulars'] as const;

const UNSAID: Localized = { zh: '（图中未载明）', en: '(not stated in the plan)' };

/** Returns `text`, a sentence of a case of `row`, with its placeholders replaced by what the plan states. */
export function caseSentence(text: Localized, row: Requirement, chosen: Case, asked: ConditionInput): Localized {
  const value = (name: string): Localized => stands(name, row, chosen, asked);
  return {
    zh: text.zh.replace(PLACEHOLDER, (_, name: string) => value(name).zh),
    en: text.en.replace(PLACEHOLDER, (_, name: string) => value(name).en),
  };
}

function stands(name: string, { clauses, bearer }: Requirement, { when }: Case, asked: ConditionInput): Localized {
  const { pack, project, facts, today, deadline, site } = asked;
  switch (name) {
    case 'clause': {
      const [main] = clauses;
      return main === undefined ? UNSAID : cite(pack, main);
    }
    case 'bearer':
      return bearer;
    case 'phase':
      return meaningAt('phase', project.phase);
    case 'deadline':
      return deadline === undefined ? UNSAID : dayText(deadline);
    case 'today':
      return dayText(today);
    case 'missing':
      return when === undefined ? UNSAID : named(missingIn(when, asked));
    case 'particulars':
      return particulars(site, facts);
    default: {
      const stated = facts.at(name);
      return stated.length === 0 ? UNSAID : distinct(stated.map(factValue));
    }
  }
}

function named(paths: readonly string[]): Localized {
  return distinct(paths.map(factName));
}

function distinct(items: readonly Localized[]): Localized {
  return localizedList([...new Map(items.map((item) => [item.zh, item])).values()]);
}
