// The law in SARIF: instruments as taxonomies, clauses as taxa.
import type { ReportingDescriptorReference, ToolComponent } from 'sarif';
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

function sourcesOf({ results }: ReportInput): Source[] {
  const packs = results.flatMap((result) => (result.ok ? [result.pack] : []));
  const sources = new Map<string, Source>();
  for (const { instruments, clauses: all } of new Set(packs)) {
    for (const instrument of instruments) {
      const clauses = all.filter((clause) => clause.instrument === instrument.id);
      if (!sources.has(instrument.id)) sources.set(instrument.id, { instrument, clauses });
    }
  }
  return [...sources.values()];
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
