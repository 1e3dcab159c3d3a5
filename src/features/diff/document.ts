// The comparison as documents for people: one a pair of plans, and one on all of them.
import { lawsText } from '../../findings/laws.js';
import { verdictGroup } from '../../findings/tally.js';
import { faultSpot, type ReportView, reportView } from '../../findings/view.js';
import { siteText } from '../../findings/wording/site.js';
import { joined } from '../../i18n/catalogue.js';
import { dayText } from '../../i18n/day.js';
import { type Locale, type Localized, verbatim } from '../../i18n/locale.js';
import { squareMetres } from '../../i18n/number.js';
import type { Block, Cell, Document, Field, Inlines } from '../../render/document.js';
import type { LevelPicture } from '../../report/format.js';
import { unreadableBlocks } from '../../report/lint/faults.js';
import { paragraph, position, positionOf, spaced, tableSection, tight } from '../../report/lint/words.js';
import { type AreaChange, type Compared, VERDICT_CHANGES, type VerdictEdit } from './compare/types.js';
import { gotWorse } from './compare/verdicts.js';
import { changedLevels, diffDrawing } from './draw/drawing.js';
import { diffSvg } from './draw/svg.js';
import { editSubject, editText, plain } from './edits.js';
import {
  type DiffInput,
  type DiffPair,
  type DiffSide,
  mainReport,
  pairState,
  reportInput,
  unreadSides,
} from './input.js';
import {
  areaLine,
  areaTexts,
  clauseText,
  currentText,
  DASH,
  headlineOf,
  isOfFinding,
  mainVerdict,
  notesOf,
  outcomesText,
  sideText,
  subjectOf,
  totalText,
  whyText,
} from './sentences.js';
import { CHANGES, t } from './texts.js';

/** Returns the drawings of a pair that were written beside the report. */
export type PicturesOf = (pair: DiffPair) => readonly LevelPicture[];

/**
 * Returns the comparison for people: of each pair its edits, the verdicts that changed with the edits that may explain
 * them, and changed areas; on pages with drawings. Terminals have the result last, pages first.
 */
export function diffDocuments(input: DiffInput, picturesOf: PicturesOf = () => []): Document[] {
  if (input.pairs.length === 0) return [{ blocks: [paragraph(t.noPairs)] }];
  const view = reportView(reportInput(input));
  const pairs = input.pairs.map((pair, n) => pairDocument(pair, n, input, view, picturesOf(pair)));
  const text = totalText(input.pairs);
  return pairs.length === 1
    ? pairs
    : [
        { title: t.title, on: 'page', blocks: [paragraph(text, { tone: 'conclusion' })] },
        ...pairs,
        { on: 'terminal', blocks: [paragraph(text)] },
      ];
}

function pairDocument(
  pair: DiffPair,
  n: number,
  input: DiffInput,
  view: ReportView,
  pictures: readonly LevelPicture[],
): Document {
  const { compared, path } = pair;
  const report = compared && mainReport(compared);
  const name = report === undefined ? plain(path) : siteText(report.site.name);
  const headline = paragraph(headlineOf(pair), { tone: 'conclusion' });
  const notes = compared?.shift === undefined && pairState(pair) === 'unchanged' ? [] : notesOf(pair);
  const sides = paragraph(t.sides({ old: sideText(pair.old), now: sideText(pair.new) }));
  const head: Inlines =
    report === undefined ? { strong: name } : [{ strong: name }, verbatim('  '), { quiet: plain(path) }];
  return {
    title: t.title,
    subject: name,
    anchor: `plan-${n + 1}`,
    blocks: [
      {
        block: 'section',
        on: 'page',
        blocks: [
          headline,
          ...(notes.length === 0 ? [] : [{ block: 'list', items: notes } as const]),
          { block: 'fields', look: 'list', rows: factsOf(pair, input).map((field) => [field]) },
        ],
      },
      onTerminal(tight(undefined, [paragraph(head, { unbroken: true }), sides])),
      ...(compared === undefined ? faultsOf(pair, view) : comparedBlocks(pair, compared, view)),
      onTerminal(tight(undefined, [headline, ...notes.map((note) => paragraph(note))])),
      ...(compared === undefined ? [] : drawings(compared, n, pictures)),
    ],
  };
}

function onTerminal(block: Block): Block {
  return { ...block, on: 'terminal' };
}

function factsOf({ compared, old, new: now }: DiffPair, { tool, today }: DiffInput): Field[] {
  const pack = compared && mainReport(compared).pack;
  return [
    { label: t.old, lines: [sideInlines(old)] },
    { label: t.new, lines: [sideInlines(now)] },
    ...(pack === undefined ? [] : [{ label: t.laws, lines: [lawsText(pack)] }]),
    { label: t.run, lines: [joined([dayText(today), verbatim(`${tool.name} ${tool.version}`)], t.stop)] },
  ];
}

function sideInlines(side: DiffSide | undefined): Inlines {
  const hash = side?.result.files.find(({ path }) => path === side.path)?.sha256;
  return hash === undefined ? sideText(side) : [sideText(side), t.hash, { code: hash }];
}

/** Returns the faults of sides that can't be read: with excerpts on a terminal, in tables on pages. */
function faultsOf(pair: DiffPair, view: ReportView): Block[] {
  return unreadSides(pair).flatMap(({ side, result }) => [
    ...unreadableBlocks(result, view).map(onTerminal),
    table(
      side === pair.old ? t.old : t.new,
      [t.place, t.fault, t.kind],
      result.unreadable.map((fault) => [
        { place: position(faultSpot(fault, result, view), fault.place.path) },
        view.messageText(fault.message),
        verbatim(fault.code),
      ]),
    ),
  ]);
}

function table(title: Localized, head: readonly Localized[], rows: readonly (readonly Cell[])[]): Block {
  return { ...tableSection(title, 'always', head, rows), on: 'page' };
}

/** Returns what changed: in lines under counted titles on a terminal, in tables on pages. */
function comparedBlocks(pair: DiffPair, compared: Compared, view: ReportView): Block[] {
  return [
    ...editBlocks(compared),
    ...verdictBlocks(pair, compared, view),
    ...areaBlocks(t.coverage, compared.coverage),
    ...areaBlocks(t.privacy, compared.privacy),
  ];
}

function counted(title: Localized, n: number, lines: readonly Block[]): Block[] {
  return n === 0 ? [] : [onTerminal(tight(t.brackets({ text: title, more: n }), lines))];
}

function editBlocks(compared: Compared): Block[] {
  const { pack } = mainReport(compared);
  const width = String(compared.edits.length).length;
  const edits = compared.edits.map((edit) => ({
    number: String(edit.number),
    level: edit.of === 'element' ? plain(edit.level) : undefined,
    subject: editSubject(edit, pack),
    text: editText(edit, compared),
  }));
  const lines = edits.map(({ number, level, subject, text }) => {
    const start = [verbatim(number.padStart(width)), ...(level === undefined ? [] : [level])];
    const line = spaced(...start, t.colon({ label: subject, text }));
    return paragraph(line, { indent: [2, 4 + width] });
  });
  const rows = edits.map(({ number, level = DASH, subject, text }) => [verbatim(number), level, subject, text]);
  return [...counted(t.edits, edits.length, lines), table(t.edits, [t.number, t.level, t.object, t.edit], rows)];
}

/** Returns the changed findings, what got worse first, each way in report order. */
function verdictBlocks(pair: DiffPair, compared: Compared, view: ReportView): Block[] {
  const found = VERDICT_CHANGES.flatMap((change) =>
    compared.verdicts.filter((edit) => edit.change === change && isOfFinding(edit)),
  );
  const text = (edit: VerdictEdit) => currentText(edit, view);
  const lines = found.flatMap((edit) => {
    const { verdict, report } = mainVerdict(edit, compared);
    const change = CHANGES[edit.change];
    const mark: Inlines = gotWorse(edit, pair.failOn)
      ? { strong: { outcome: verdictGroup(verdict), text: change } }
      : change;
    const rest = spaced(verbatim(''), subjectOf(edit, compared), outcomesText(edit, compared), verbatim(verdict.rule));
    const place = { place: positionOf(verdict.place, report.files, view) };
    const clause = clauseText(edit, compared);
    return [
      paragraph([mark, rest], { indent: [2, 4] }),
      ...[
        edit.new === undefined ? text(edit) : [place, verbatim('  '), text(edit)],
        ...(clause === undefined ? [] : [t.byClause({ clause })]),
        t.hangsOn({ why: whyText(edit, compared) }),
      ].map((line) => paragraph(line, { indent: [4, 4] })),
    ];
  });
  const rows = found.map((edit) => [
    CHANGES[edit.change],
    t.subjectAndRule({
      subject: subjectOf(edit, compared),
      rule: mainVerdict(edit, compared).verdict.rule,
    }),
    outcomesText(edit, compared),
    clauseText(edit, compared) ?? DASH,
    text(edit),
    whyText(edit, compared),
  ]);
  return [
    ...counted(t.verdicts, found.length, lines),
    table(t.verdicts, [t.change, t.subject, t.verdict, t.clause, t.text, t.why], rows),
  ];
}

function areaBlocks(title: Localized, changes: readonly AreaChange[]): Block[] {
  const lines = changes.map((one) => paragraph(spaced(plain(one.level), areaLine(one)), { indent: [2, 4] }));
  const signed = (sign: string, value: number) => (value === 0 ? DASH : joined([verbatim(sign), squareMetres(value)]));
  const rows = changes.map((one) => {
    const { zone, density, before, after } = areaTexts(one);
    return [zone, plain(one.level), density, signed('+', one.gained), signed('−', one.lost), before, after];
  });
  const head = [t.zone, t.level, t.density, t.gained, t.lost, t.before, t.after];
  return [...counted(title, changes.length, lines), table(title, head, rows)];
}

/** Returns the drawings of changed levels: drawn in place in HTML, as files beside the report in Markdown. */
function drawings(compared: Compared, n: number, pictures: readonly LevelPicture[]): Block[] {
  const drawn = changedLevels(compared).map((id, m) => {
    const name = levelName(compared, id);
    const level = name === id ? verbatim(id) : t.brackets({ text: verbatim(name), more: verbatim(id) });
    const texts = { caption: t.colon({ label: t.drawings, text: level }), alt: t.drawingOf({ level }) };
    const href = pictures.find((picture) => picture.level === id)?.href;
    return { id, level, texts, href, prefix: `p${n}-${m}-` };
  });
  return [
    ...drawn.map(({ id, texts, prefix }): Block => {
      const svg = (locale: Locale) => diffSvg(diffDrawing(compared, id), compared, { locale, prefix });
      return { block: 'figure', on: 'page', ...texts, svg };
    }),
    {
      block: 'section',
      on: 'page',
      title: t.drawings,
      blocks: drawn.flatMap(({ level, texts, href }): Block[] =>
        href === undefined ? [] : [{ block: 'section', title: level, blocks: [{ block: 'figure', ...texts, href }] }],
      ),
    },
  ];
}

/** Returns the name of a level, by its id in the new plan; its id if it has none. */
function levelName({ old, new: now, renames }: Compared, id: string): string {
  const level =
    now?.site.levels.find((one) => one.id === id) ??
    old?.site.levels.find((one) => (renames.get(one.id) ?? one.id) === id);
  return level?.name ?? id;
}
