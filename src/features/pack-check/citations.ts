// Finds citations and names of laws in a report that the pack it was judged by doesn't hold.
import { memoize } from '../../base/memo.js';
import { BUILT_IN_PACKS } from '../../law/built-in.gen.js';
import { namedLaws } from '../../law/complete-pack.js';
import { printedText } from '../../law/lookup.js';
import type { Pack } from '../../law/types.js';

const ZH =
  /第[一二三四五六七八九十百千零〇\d]+条(?:第[一二三四五六七八九十百\d]+款)?(?:第[（(][一二三四五六七八九十百\d]+[）)]项)?/g;
const EN = /\bArts?\.? ?\d+(?:\(\d+\))*/g;

/**
 * Returns the citations and law names in `text` that aren't of `pack`, each once, in order of appearance. Passages of
 * `quoted` and the pack's own quotations are ignored.
 */
export function foreignCitations(text: string, pack: Pack, quoted: readonly string[] = []): string[] {
  const { citations, passages, names } = ownWords(pack);
  const rest = without(without(text, passages), quoted.flatMap(segments));
  const cited = [...rest.matchAll(ZH), ...rest.matchAll(EN)].map(([found]) => found);
  return [
    ...new Set([
      ...cited.filter((citation) => !citations.has(citation.replace(/^Arts/, 'Art'))),
      ...names.filter((name) => rest.includes(name)),
    ]),
  ];
}

const ownWords = memoize((pack: Pack) => {
  const laws = new Set(pack.instruments.map(({ id }) => id));
  const own = new Set(
    namedLaws(BUILT_IN_PACKS)
      .filter(({ owner }) => laws.has(owner))
      .flatMap(({ spellings }) => spellings),
  );
  for (const { name, short } of pack.instruments)
    for (const one of [name.zh, name.en, short.zh, short.en]) own.add(one);
  return {
    citations: new Set(pack.clauses.flatMap(({ citation }) => [citation.zh, citation.en])),
    passages: pack.clauses.flatMap((clause) =>
      [printedText(clause), clause.text.zh, clause.text.en, clause.lead?.zh ?? '', clause.lead?.en ?? ''].flatMap(
        segments,
      ),
    ),
    // Shorter names are ordinary words: 条例, the Regulation.
    names: namedLaws(BUILT_IN_PACKS)
      .flatMap(({ spellings }) => spellings)
      .filter((name) => name.length >= (/\p{Script=Han}/u.test(name) ? 3 : 9))
      .filter((name) => !/^(?:this |the )?Regulation$/i.test(name))
      .filter((name) => ![...own].some((known) => known.includes(name))),
  };
});

/** Returns the parts of a passage between characters that formats escape. */
function segments(passage: string): string[] {
  return passage
    .split(/[\n"'&<>\\|*_`“”]+/)
    .map((part) => part.trim())
    .filter(({ length }) => length >= 4);
}

function without(text: string, passages: readonly string[]): string {
  let rest = text;
  for (const passage of passages.toSorted((a, b) => b.length - a.length)) rest = rest.replaceAll(passage, '\n');
  return rest;
}
