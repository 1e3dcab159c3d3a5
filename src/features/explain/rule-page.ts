// The explain page of a rule.
import { inBoth, joined } from '../../i18n/catalogue.js';
import { type Localized, render, verbatim } from '../../i18n/locale.js';
import { plainFigure } from '../../i18n/number.js';
import { cite } from '../../law/lookup.js';
import type { Pack } from '../../law/types.js';
import { LEVEL_NAMES } from '../../lint/notes/texts.js';
import type { Block, Section } from '../../render/document.js';
import { clausesUnder, type Rule } from '../../rules/rule.js';
import { provisions } from './rules-table.js';
import { t } from './texts.js';

/** Returns the page of a rule: its clauses, documentation, parameters, and example plans. */
export function rulePage(rule: Rule, pack: Pack): Section {
  const mayCite = clausesUnder(rule, pack);
  const cited = provisions(
    pack,
    pack.clauses.flatMap(({ id }) => (mayCite.includes(id) ? [id] : [])),
  );
  const basis =
    cited.length === 0
      ? t.noClause
      : joined(
          cited.map((id) => cite(pack, id)),
          t.between,
        );
  const waiver = rule.waivable ? t.waivable : t.notWaivable;
  const plans = inBoth((locale) => apart(render(rule.docs, locale))[1]);
  return {
    block: 'section',
    title: t.ruleTitle({ id: rule.id, level: LEVEL_NAMES[rule.level], title: rule.title }),
    blocks: [
      { block: 'paragraph', text: t.terms({ basis, waiver }) },
      { block: 'markdown', text: inBoth((locale) => apart(render(rule.docs, locale))[0]) },
      ...parametersOf(rule, pack),
      ...(plans.zh === '' ? [] : [examples(joined([t.marks, plans], verbatim('\n\n')))]),
    ],
  };
}

function examples(text: Localized): Block {
  return { block: 'section', title: t.examples, blocks: [{ block: 'markdown', text }] };
}

/** Returns the prose of a rule's documentation, and the example plans at its end. */
function apart(docs: string): [string, string] {
  const at = docs.search(/^```yaml$/m);
  return at < 0 ? [docs.trim(), ''] : [docs.slice(0, at).trim(), docs.slice(at).trim()];
}

function parametersOf({ parameters = [] }: Rule, pack: Pack): Block[] {
  if (parameters.length === 0) return [];
  const rows = parameters.map((name) => {
    const { value, unit, what, basis } = pack.parameters[name];
    return [
      verbatim(name),
      verbatim(`${plainFigure(value)}${unit === '' ? '' : ` ${unit}`}`),
      joined([what, basis === 'law' ? t.lawful : verbatim('')]),
    ];
  });
  return [
    {
      block: 'section',
      title: t.parameters,
      blocks: [{ block: 'table', head: [t.parameter, t.value, t.meaning], rows }],
    },
  ];
}
