// Assembly of documents within a budget of bytes, or of characters.
import { listsOf } from '../../base/arrays.js';
import { memoize } from '../../base/memo.js';
import { catalogue } from '../../i18n/catalogue.js';
import { type Locale, render, verbatim } from '../../i18n/locale.js';

const t = catalogue('budget', {
  counted: { zh: '{name}{n}项', en: '{n} {name}' },
  plans: { zh: '{name}{n}份', en: '{n} {n|plan|plans} {name}' },
  next: { zh: '；', en: '; ' },
  notice: {
    zh: '**因篇幅限制未列出：{list}。见不加 --budget 的完整报告。**',
    en: '**Left out for lack of room: {list}. The full report, without --budget, has them.**',
  },
});

/**
 * Weights in the order in which parts are left out if there is no room. Parts of weight `always` stay. `terms`: what a
 * report on one plan of several rests on; `clean`: plans without findings; `base`: what a report on one plan rests on;
 * `row`: a plan that fails, in the table of those.
 */
const ORDER = [
  'settled',
  'undecided',
  'devices',
  'coverage',
  'drawings',
  'waived',
  'terms',
  'clean',
  'warning',
  'drawing',
  'review',
  'open',
  'fail',
  'base',
  'row',
  'caution',
] as const;

/** Weights of parts that stand by themselves: if one has no room, the next may have. */
const APART: ReadonlySet<Weight> = new Set(['base', 'caution']);

/**
 * What a part of a report is on, which decides when it is left out of a report that is too long: `settled` (passes)
 * first, `caution` last, `always` never.
 */
export type Weight = (typeof ORDER)[number] | 'always';

/** Rank of each weight; the higher, the later a part is left out. */
const RANK = Object.fromEntries([...ORDER, 'always'].map((weight, n) => [weight, n])) as Readonly<
  Record<Weight, number>
>;

/** What the notice calls something that was left out. */
interface Named {
  readonly name: string;
  /** Absent: no number is said. */
  readonly counted?: true | 'plans';
}

/** A piece of a section that is kept or left out as a whole: a finding, a row of a table, a table. */
export interface SectionPart extends Named {
  /** Returns the part; a link to a document that is left out is plain text. It may take time. */
  readonly text: (isLeftOut: (anchor: string) => boolean) => string;
  readonly weight: Weight;
  /** Separator from the part before: a line break for a row of a table, else an empty line (the default). */
  readonly glue?: '\n' | '\n\n';
}

/** A section of a report: heading and parts, some of which may be left out to keep to the size allowed. */
export interface Section {
  /** Heading; empty for the head, which brings its own. */
  readonly title: string;
  /** Parts of the section. Empty: the section is left out. */
  readonly parts: readonly SectionPart[];
}

/** A document of a report, taken apart: what a budget keeps or leaves out. */
export interface DocumentParts {
  readonly anchor?: string;
  /** Returns the sections. They are made only if there may be room for some of them. */
  readonly sections: () => readonly Section[];
  /** Set if the document may be left out as a whole: what the notice then counts, and the gravest weight of its parts. */
  readonly whole?: Named & { readonly n: number; readonly gravest: Weight };
}

/**
 * Greatest size of a text: a number counts bytes in UTF-8; `characters` counts as services do that limit the length
 * of comments. Counting takes UTF-16 code units, of which a text never has fewer than characters.
 */
export type Budget = number | { readonly characters: number };

const UTF8 = new TextEncoder();

/** Returns the size of `text` as `budget` counts it; in bytes if there is none. */
export function sizeFor(text: string, budget: Budget | undefined): number {
  return typeof budget === 'object' ? text.length : UTF8.encode(text).length;
}

/** Returns the greatest number of bytes or characters that `budget` allows. */
export function allowed(budget: Budget): number {
  return typeof budget === 'object' ? budget.characters : budget;
}

/** Returns the budget that remains beside a text of `size`. */
export function budgetBeside(size: number, budget: Budget): Budget {
  const most = allowed(budget) - size;
  return typeof budget === 'object' ? { characters: most } : most;
}

/** Options of {@link assemble}. */
interface Assembly {
  readonly locale: Locale;
  /** Absent: no limit. */
  readonly budget: Budget | undefined;
  /** What stands between two documents. */
  readonly between: string;
}

/**
 * Returns the documents as one text. Within a budget, leaves out parts until the text fits or only parts of weight
 * `always` are left: first tables that only list, then whole findings from the least grave on, those of the last
 * documents first. Leaves out a whole document if none of its findings would remain. Each document states what and
 * how many were left out of it; the first document states which other documents were left out.
 *
 * @param assembly the language, the budget (undefined: no limit) and the text between two documents
 */
export function assemble(documents: readonly DocumentParts[], assembly: Assembly): string {
  const choice = new Choice(documents, assembly);
  choice.choose();
  return choice.write();
}

/** Sizes as a budget counts them. */
class Sizes {
  constructor(private readonly budget: Budget | undefined) {}

  of(text: string): number {
    return sizeFor(text, this.budget);
  }

  /** Returns the size of a part with the separator before it; of the first part of a section, with what ends that. */
  readonly ofPart = memoize((part: SectionPart) => this.of(part.text(() => false)) + (part.glue ?? '\n\n').length);

  ofHead({ title }: Section): number {
    return title === '' ? 0 : this.of(title) + '## \n\n'.length;
  }
}

/** What is left out, by name, in the order in which the notice says it. */
class Omissions {
  private readonly names = new Map<string, { readonly counted: Named['counted']; n: number }>();

  constructor(
    private readonly locale: Locale,
    private readonly sizes: Sizes,
  ) {}

  add({ name, counted }: Named, n = 1): void {
    const known = this.names.get(name);
    if (known === undefined) this.names.set(name, { counted, n });
    else known.n += n;
  }

  /** Returns the notice, '' if nothing is left out. */
  notice(): string {
    const list = [...this.names].flatMap(([name, { counted, n }]) => {
      if (n === 0) return [];
      if (counted === undefined) return [name];
      return [render((counted === 'plans' ? t.plans : t.counted)({ name: verbatim(name), n }), this.locale)];
    });
    if (list.length === 0) return '';
    return render(t.notice({ list: verbatim(list.join(render(t.next, this.locale))) }), this.locale);
  }

  /** Returns the size of the notice with the separator before it. */
  size(): number {
    const notice = this.notice();
    return notice === '' ? 0 : this.sizes.of(notice) + 2;
  }
}

/** A document with the parts of it that are kept; at first those of weight `always`. */
class Chosen {
  readonly sections: readonly Section[];
  readonly leftOut: Omissions;
  private readonly kept: Set<SectionPart>;
  private readonly byWeight: ReadonlyMap<Weight, readonly (readonly [SectionPart, Section])[]>;

  constructor(
    readonly document: DocumentParts,
    locale: Locale,
    private readonly sizes: Sizes,
  ) {
    this.sections = document.sections();
    this.leftOut = new Omissions(locale, sizes);
    this.byWeight = listsOf(
      this.sections.flatMap((section) => section.parts.map((part) => [part.weight, [part, section] as const] as const)),
    );
    this.kept = new Set(this.of('always').map(([part]) => part));
    for (const weight of ORDER) for (const [part] of this.of(weight)) this.leftOut.add(part);
  }

  of(weight: Weight): readonly (readonly [SectionPart, Section])[] {
    return this.byWeight.get(weight) ?? [];
  }

  has(part: SectionPart): boolean {
    return this.kept.has(part);
  }

  /** Returns the parts of a section that are kept. */
  keptOf({ parts }: Section): SectionPart[] {
    return parts.filter((part) => this.kept.has(part));
  }

  /** Returns the size of what is kept. */
  size(): number {
    return this.sections.reduce((sum, section) => {
      const kept = this.keptOf(section);
      return (
        kept.reduce((all, part) => all + this.sizes.ofPart(part), sum) +
        (kept.length === 0 ? 0 : this.sizes.ofHead(section))
      );
    }, 0);
  }

  /** Returns the size that a part adds to what is kept. */
  cost(part: SectionPart, section: Section): number {
    const { sizes } = this;
    return sizes.ofPart(part) + (section.parts.some((other) => this.kept.has(other)) ? 0 : sizes.ofHead(section));
  }

  keep(part: SectionPart): void {
    this.kept.add(part);
    this.leftOut.add(part, -1);
  }

  drop(part: SectionPart): void {
    this.kept.delete(part);
    this.leftOut.add(part);
  }
}

/** The parts of all documents that a budget has room for. */
class Choice {
  private readonly chosen = new Map<DocumentParts, Chosen>();
  private readonly sizes: Sizes;
  private readonly candidate = memoize(
    (document: DocumentParts) => new Chosen(document, this.assembly.locale, this.sizes),
  );
  /** What is left out of the first document, which also says which others are left out as a whole. */
  private readonly lead: Omissions;
  private readonly budget: number;
  /** Size of what is kept, without notices. */
  private size: number;
  /** Size of the notices but for that of the first document. */
  private notices: number;

  constructor(
    private readonly documents: readonly DocumentParts[],
    private readonly assembly: Assembly,
  ) {
    this.sizes = new Sizes(assembly.budget);
    this.budget = assembly.budget === undefined ? Number.POSITIVE_INFINITY : allowed(assembly.budget);
    this.size = -this.sizes.of(assembly.between);
    for (const document of documents) {
      if (document.whole === undefined) {
        const chosen = this.candidate(document);
        this.chosen.set(document, chosen);
        this.size += this.firstSize(chosen);
      }
    }
    const [first, ...others] = this.chosen.values();
    this.lead = first?.leftOut ?? new Omissions(assembly.locale, this.sizes);
    this.notices = others.reduce((sum, { leftOut }) => sum + leftOut.size(), 0);
    for (const { whole } of documents) if (whole !== undefined) this.lead.add(whole, whole.n);
  }

  /** Chooses the gravest parts, in the order of the documents. */
  choose(): void {
    if (this.budget === Number.POSITIVE_INFINITY || this.allFits()) {
      this.chooseAll();
      return;
    }
    for (const weight of ORDER.toReversed()) {
      for (const document of this.documents) {
        if (document.whole !== undefined && RANK[document.whole.gravest] < RANK[weight]) continue;
        const candidate = this.candidate(document);
        for (const [part, section] of candidate.of(weight)) {
          if (!this.take(candidate, part, section) && !APART.has(weight)) return;
        }
      }
    }
  }

  write(): string {
    const { between } = this.assembly;
    const anchors = new Set([...this.chosen.keys()].flatMap(({ anchor }) => anchor ?? []));
    const isLeftOut = (anchor: string) => !anchors.has(anchor);
    const written = this.documents.flatMap((document) => this.chosen.get(document) ?? []);
    return written
      .map((chosen) => {
        const sections = chosen.sections.flatMap((section) => {
          const body = chosen
            .keptOf(section)
            .map((part, at) => (at === 0 ? '' : (part.glue ?? '\n\n')) + part.text(isLeftOut))
            .join('');
          return body === '' ? [] : [section.title === '' ? `${body}\n` : `## ${section.title}\n\n${body}\n`];
        });
        const notice = chosen.leftOut.notice();
        return this.anchorLine(chosen.document) + [...sections, ...(notice === '' ? [] : [`${notice}\n`])].join('\n');
      })
      .join(between);
  }

  /** Returns the size of a document with nothing but its parts of weight `always`. */
  private firstSize(chosen: Chosen): number {
    // No empty line follows the last section.
    return this.sizes.of(this.assembly.between) + this.sizes.of(this.anchorLine(chosen.document)) + chosen.size() - 1;
  }

  /** Returns the line that other documents link to; '' for a document by itself. */
  private anchorLine({ anchor }: DocumentParts): string {
    return anchor === undefined || this.documents.length < 2 ? '' : `<a id="${anchor}"></a>\n\n`;
  }

  /** Takes a part, and with it its document. Returns false, and takes nothing, if there is no room. */
  private take(chosen: Chosen, part: SectionPart, section: Section): boolean {
    const { document } = chosen;
    const isNew = !this.chosen.has(document);
    const size = this.size + chosen.cost(part, section) + (isNew ? this.firstSize(chosen) : 0);
    if (size > this.budget) return false;
    const { leftOut } = chosen;
    const noticeSize = () => (leftOut === this.lead ? 0 : leftOut.size());
    const before = isNew ? 0 : noticeSize();
    chosen.keep(part);
    if (isNew && document.whole !== undefined) this.lead.add(document.whole, -document.whole.n);
    const notices = this.notices - before + noticeSize();
    if (size + notices + this.lead.size() > this.budget) {
      chosen.drop(part);
      if (isNew && document.whole !== undefined) this.lead.add(document.whole, document.whole.n);
      return false;
    }
    this.size = size;
    this.notices = notices;
    this.chosen.set(document, chosen);
    return true;
  }

  /** True if everything has room, where no notice needs any. Stops to look as soon as it hasn't. */
  private allFits(): boolean {
    let { size } = this;
    for (const document of this.documents) {
      const candidate = this.candidate(document);
      if (!this.chosen.has(document)) size += this.firstSize(candidate);
      for (const section of candidate.sections) {
        if (!section.parts.some((part) => candidate.has(part))) size += this.sizes.ofHead(section);
        for (const part of section.parts) {
          if (size > this.budget) return false;
          if (!candidate.has(part)) size += this.sizes.ofPart(part);
        }
      }
    }
    return size <= this.budget;
  }

  private chooseAll(): void {
    for (const document of this.documents) {
      const chosen = this.candidate(document);
      if (!this.chosen.has(document) && document.whole !== undefined) this.lead.add(document.whole, -document.whole.n);
      this.chosen.set(document, chosen);
      for (const section of chosen.sections) {
        for (const part of section.parts) if (!chosen.has(part)) chosen.keep(part);
      }
    }
  }
}
