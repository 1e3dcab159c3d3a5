// The law in SARIF: instruments as taxonomies, clauses as taxa.
import type { ReportingDescriptorReference, ToolComponent } from 'sarif';
import { groupBy } from '../../base/arrays.js';
import { label } from '../../findings/wording/citation.js';
import { type Locale, type Localized, render, verbatim } from '../../i18n/locale.js';
import type { Clause, ClauseId, Instrument } from '../../law/types.js';
import type { ReportInput } from '../../lint/types.js';
import { t } from './texts.js';

/** The instruments of a run as SARIF taxonomies, and references to their clauses. */
export interface Taxonomies {
  readonly components: readonly ToolComponent[];
  /** Returns the reference to a clause; undefined if no pack of the run has it. */
  readonly taxon: (id: ClauseId) => ReportingDescriptorReference | undefined;
  /** Returns the references to several clauses, each once. The same clauses give the same list object. */
  readonly taxa: (ids: readonly ClauseId[]) => ReportingDescriptorReference[];
}

interface Source {
  readonly instrument: Instrument;
  readonly clauses: readonly Clause[];
}

/**
 * Returns the instruments of all packs of a run, each with every clause that any pack has of it: a pack that cites
 * another's law has but the clauses that it needs. They stand in the order of the pack that has the most.
 */
function sourcesOf({ results }: ReportInput): Source[] {
  const packs = new Set(results.flatMap((result) => (result.ok ? [result.pack] : [])));
  const sources = [...packs].flatMap(({ instruments, clauses: all }) =>
    instruments.map((instrument): Source => {
      const clauses = all.filter((clause) => clause.instrument === instrument.id);
      return { instrument, clauses };
    }),
  );
  return [...groupBy(sources, ({ instrument }) => instrument.id).values()].map((same) => {
    const [{ instrument }] = same;
    const fullest = same.toSorted((a, b) => b.clauses.length - a.clauses.length);
    return { instrument, clauses: united(fullest.flatMap(({ clauses }) => clauses)) };
  });
}

/** Returns each clause once, where it comes first: with its words if any pack has them. */
function united(clauses: readonly Clause[]): Clause[] {
  return [...groupBy(clauses, ({ id }) => id).values()].map(
    (same) => same.find(({ derived }) => derived !== true) ?? same[0],
  );
}

/**
 * Returns one taxonomy for each instrument, with the version of the text relied on, and one taxon for each clause, with
 * its words.
 */
export function taxonomiesOf(input: ReportInput, locale: Locale): Taxonomies {
  const sources = sourcesOf(input);
  const where = new Map<ClauseId, ReportingDescriptorReference>();
  for (const [n, { clauses }] of sources.entries()) {
    for (const { id } of clauses) {
      where.set(id, { id, toolComponent: { index: n } });
    }
  }
  const lists = new Map<string, ReportingDescriptorReference[]>();
  return {
    components: sources.map((source) => component(source, locale)),
    taxon: (id) => where.get(id),
    taxa(ids) {
      const name = ids.join(' ');
      const known = lists.get(name) ?? [...new Set(ids)].flatMap((id) => where.get(id) ?? []);
      lists.set(name, known);
      return known;
    },
  };
}

function component({ instrument, clauses }: Source, locale: Locale): ToolComponent {
  const { name: law, short, textVersion: version } = instrument;
  const citedAs = ({ citation }: Clause) => t.cited({ law: short, citation });
  return {
    name: instrument.id,
    fullName: render(law, locale),
    version: render(version, locale),
    language: locale,
    isComprehensive: false,
    shortDescription: { text: render(t.ended({ text: law }), locale) },
    fullDescription: { text: render(t.law({ law, version }), locale) },
    taxa: clauses.map((clause) => ({
      id: clause.id,
      name: render(citedAs(clause), locale),
      shortDescription: { text: render(t.ended({ text: citedAs(clause) }), locale) },
      ...(clause.derived !== true && {
        fullDescription: { text: locale === 'en' ? clause.text.en : (clause.corrected?.zh ?? clause.text.zh) },
      }),
    })),
  };
}

/** Returns the citation of clause `id` by the first pack of the run that has it; the bare id if none has. */
export function citedAs({ results }: ReportInput, id: ClauseId): Localized {
  const packs = results.flatMap((result) => (result.ok ? [result.pack] : []));
  const pack = packs.find(({ clauses }) => clauses.some((clause) => clause.id === id));
  return pack === undefined ? verbatim(id) : label(pack, id);
}
