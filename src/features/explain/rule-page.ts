// The explain page of a rule, as Markdown.

import { inLocale, type Locale } from '../../i18n/locale.js';
import { plainFigure } from '../../i18n/number.js';
import { cite } from '../../law/lookup.js';
import type { Pack } from '../../law/types.js';
import { clausesUnder, type Rule } from '../../rules/rule.js';
import { LEVEL_NAMES, provisions } from './rules-table/table.js';

/** Returns the page of a rule in Markdown: its clauses, documentation, parameters, and example plans. */
export function rulePage(rule: Rule, pack: Pack, locale: Locale): string {
  const t = (zh: string, en: string) => inLocale({ zh, en }, locale);
  const level = inLocale(LEVEL_NAMES[rule.level], locale);
  const title = inLocale(rule.title, locale);
  const mayCite = clausesUnder(rule, pack);
  const cited = pack.clauses.flatMap(({ id }) => (mayCite.includes(id) ? [id] : []));
  const clauses = provisions(pack, cited)
    .map((id) => inLocale(cite(pack, id), locale))
    .join(t('、', ', '));
  const [text, plans] = apart(inLocale(rule.docs, locale));
  const basis = clauses === '' ? t('本工具自设，不引用条文', "sitecam's own, cites no clause") : clauses;
  const waiver = rule.waivable ? t('可以', 'possible') : t('不接受', 'not accepted');
  return [
    `# ${t(`${rule.id}（${level}）${title}`, `${rule.id} (${level}): ${title}`)}`,
    t(`依据：${basis}。例外说明：${waiver}。`, `Clauses: ${basis}. Waivers: ${waiver}.`),
    text,
    ...parametersOf(rule, pack, locale),
    ...(plans === '' ? [] : [`## ${t('示例', 'Examples')}`, marksNote(locale), plans]),
  ].join('\n\n');
}

/** Returns the note that explains the first lines of example plans. */
export function marksNote(locale: Locale): string {
  return inLocale(
    {
      zh: '“# =>”行写明审查结论（pass、fail、open、review、notApplicable）和对象。',
      en: "Lines with '# =>' say the verdict (pass, fail, open, review, notApplicable) and its subject.",
    },
    locale,
  );
}

/** Returns the prose of a rule's documentation, and the example plans at its end. */
function apart(docs: string): [string, string] {
  const at = docs.search(/^```yaml$/m);
  return at < 0 ? [docs.trim(), ''] : [docs.slice(0, at).trim(), docs.slice(at).trim()];
}

function parametersOf({ parameters = [] }: Rule, pack: Pack, locale: Locale): string[] {
  if (parameters.length === 0) return [];
  const t = (zh: string, en: string) => inLocale({ zh, en }, locale);
  const rows = parameters.map((name) => {
    const { value, unit, what, basis } = pack.parameters[name];
    const lawful = basis === 'law' ? t('（法定）', " (the law's)") : '';
    return `| ${name} | ${plainFigure(value)}${unit === '' ? '' : ` ${unit}`} | ${inLocale(what, locale)}${lawful} |`;
  });
  return [
    `## ${t('参数（本工具设定，非法定；注明法定的除外）', "Parameters (sitecam's, not the law's, unless they say so)")}`,
    [t('| 参数 | 值 | 含义 |', '| parameter | value | meaning |'), '| --- | --- | --- |', ...rows].join('\n'),
  ];
}
