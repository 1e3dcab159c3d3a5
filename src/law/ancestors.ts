// Derives the articles and paragraphs that a pack has parts of, but not as a whole.
import type { Localized } from '../i18n/locale.js';
import type { Clause } from './types.js';

/**
 * Returns the clauses with every article and paragraph that one of them is part of. Each that isn't among them is added
 * before its first part and marked `derived`: it has a citation and no text, so that it can be cited and never quoted.
 */
export function withAncestors(clauses: readonly Clause[]): Clause[] {
  const written = clauses.filter(({ derived }) => derived !== true);
  const present = new Set(written.map(({ id }) => id));
  return written.flatMap((clause) => {
    const missing = ancestorsOf(clause).filter(({ id }) => !present.has(id));
    for (const { id } of missing) present.add(id);
    return [...missing, clause];
  });
}

const EMPTY: Localized = { zh: '', en: '' };

/** Returns the article of a clause and, of an item of a paragraph, the paragraph, as derived clauses. */
function ancestorsOf({ instrument, article, paragraph, item, citation }: Clause): Clause[] {
  if (paragraph === undefined && item === undefined) return [];
  const common = { instrument, article, text: EMPTY, derived: true } as const;
  const id = `${instrument}/${article}`;
  const ofParagraph =
    item === undefined ? citation : shortened(citation, /第[（(][^（）()]+[）)]项$/, /[（(][^（）()]+[）)]$/);
  const whole: Clause = {
    ...common,
    id,
    citation:
      paragraph === undefined
        ? (ofParagraph ?? numbered(article))
        : (shortened(ofParagraph, /第[^第条]+款$/, /\([^()]+\)$/) ?? numbered(article)),
  };
  if (paragraph === undefined || item === undefined) return [whole];
  const part = { ...common, id: `${id}.${paragraph}`, paragraph };
  return [whole, { ...part, citation: ofParagraph ?? numbered(article, paragraph) }];
}

/** Returns the citation without its last part; undefined if it isn't written in that form. */
function shortened(citation: Localized | undefined, zh: RegExp, en: RegExp): Localized | undefined {
  if (citation === undefined || !zh.test(citation.zh) || !en.test(citation.en)) return undefined;
  return { zh: citation.zh.replace(zh, ''), en: citation.en.replace(en, '') };
}

/** Returns the citation by figures, for a law that cites its clauses in a form of its own. */
function numbered(article: string, paragraph?: number): Localized {
  return paragraph === undefined
    ? { zh: `第${article}条`, en: `Art. ${article}` }
    : { zh: `第${article}条第${paragraph}款`, en: `Art. ${article}(${paragraph})` };
}
