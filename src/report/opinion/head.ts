// The head of the form: the project, the plan and the laws.
import { joined } from '../../i18n/catalogue.js';
import { dayText } from '../../i18n/day.js';
import { type Localized, SENTENCE_GAP, verbatim } from '../../i18n/locale.js';
import { cutTo } from '../../i18n/width.js';
import { partsOf } from '../../law/compose.js';
import { category } from '../../law/lookup.js';
import type { Caution, Report, ReportInput } from '../../lint/types.js';
import type { Block, Field, Inline } from '../../render/document.js';
import { plainText } from '../../render/escape.js';
import { hashOf } from '../run-block.js';
import { formOf } from './sentences.js';
import { signedUnder, t } from './texts.js';

/** Most columns of a name in the head. */
const NAME = 60;

/** Digits of a plan's hash that the form shows. */
const DIGITS = 16;

/** True if what the plan shows is installed as a whole, by the phase of the project. */
export function isInstalled({ site }: Report): boolean {
  const phase = site.project?.phase;
  return phase === 'inspection' || phase === 'acceptance' || phase === 'in-use';
}

/** Returns the head of a form of an opinion: who, what and by which texts; what the plan doesn't state stays blank. */
export function headOf(report: Report, { redacted }: ReportInput): Block[] {
  const { site, path, today, pack, cautions = [] } = report;
  const stated = (fact: string): Inline => {
    const value = site.project?.facts.find((one) => one.path === fact)?.value;
    return typeof value === 'string' ? verbatim(cutTo(plainText(value), NAME)) : { blank: t.empty };
  };
  const field = (label: Localized, line: Inline): Field => ({ label, lines: [line] });
  const hash = hashOf(report)?.slice(0, DIGITS);
  const file = verbatim(cutTo(plainText(path.slice(path.lastIndexOf('/') + 1)), NAME));
  const categories = site.categories.map(({ id }) => category(pack, id)?.name ?? verbatim(plainText(id)));
  const rows: Field[][] = [
    [
      field(t.project, verbatim(cutTo(plainText(site.name), NAME))),
      field(
        t.category,
        redacted === true ? t.hidden : categories.length === 0 ? t.unstated : joined(categories, t.items),
      ),
    ],
    [field(t.operator, stated('operator.name')), field(t.contact, { blank: t.empty })],
    [field(t.design, stated('units.design.name')), field(t.construction, stated('units.construction.name'))],
    [field(t.number, { blank: t.empty }), field(t.submitted, { blank: t.noDay })],
    [
      field(t.plan, hash === undefined || redacted === true ? file : t.planFile({ file, hash: verbatim(hash) })),
      field(t.day, dayText(today)),
    ],
  ];
  return [
    { block: 'fields', look: 'facts', rows },
    {
      block: 'paragraph',
      tone: 'note',
      text: [t.labelled({ label: t.basis }), lawsText(report), t.stop, SENTENCE_GAP, t.amended],
    },
    ...cautionBlocks(cautions),
  ];
}

/** Returns the notice on cautions, which stand in the annex; those that whoever signs must know of are named. */
function cautionBlocks(cautions: readonly Caution[]): Block[] {
  if (cautions.length === 0) return [];
  const names: Readonly<Partial<Record<Caution['kind'], Localized>>> = signedUnder;
  const kinds = [...new Set(cautions.map(({ kind }) => kind))];
  const reasons = kinds.flatMap((kind) => names[kind] ?? []);
  const n = cautions.length;
  const text = reasons.length === 0 ? t.cautions({ n }) : t.cautionsNamed({ reasons: joined(reasons, t.clauses), n });
  return [{ block: 'paragraph', tone: 'caution', text }];
}

/**
 * Returns the laws, each with the version of its text and, if it has one, the short name by which the form cites it.
 */
export function lawsText({ pack }: Report): Localized {
  const form = formOf(pack);
  const laws = partsOf(pack).map((part) => {
    const [law] = part.instruments;
    const values = { law: law?.name ?? part.name, version: law?.textVersion ?? t.empty };
    if (form !== undefined && part.opinion === form) return t.lawAs({ ...values, short: form.law });
    const isCalled = law !== undefined && law.short.zh !== law.name.zh;
    return isCalled ? t.lawAs({ ...values, short: law.short }) : t.lawIn(values);
  });
  return joined(laws, t.items);
}
