// Texts on the unit of a drawing.
import { catalogue, joined, type Text } from '../../../../i18n/catalogue.js';
import type { Localized } from '../../../../i18n/locale.js';
import type { Note } from '../../../notes.js';
import { allows, isOdd, type UnitFinding, type Witness } from './unit.js';

/** Texts on the unit of a drawing. */
export const t = catalogue('dxf', {
  unit: {
    zh: '图形单位取为{unit}（{why}）；{header}。不对的，请在映射文件中用 unit 写明',
    en: 'taken to be drawn in {unit} ({why}); {header}. If that is wrong, say so with unit in a mapping',
  },
  unitHeader: {
    zh: '图形单位取为文件所写的{unit}，与图形不尽相符（{why}）。不对的，请在映射文件中用 unit 写明',
    en: "taken to be drawn in {unit}, as the file says, which doesn't quite fit ({why}). If that is wrong, say so with unit in a mapping",
  },
  noHeader: { zh: '文件未写单位', en: 'the file states no unit' },
  otherHeader: { zh: '文件写的是{unit}，与图形不符', en: 'the file says {unit}, which does not fit' },
  unitGiven: {
    zh: '映射文件的 unit 为{given}，而图形应为{unit}（{why}）；已按映射文件换算，请核对',
    en: 'the mapping says a unit is {given}, but by what is drawn it is {unit} ({why}); the mapping was followed, please check it',
  },
  unitAsked: {
    zh: '图形单位不能确定：{why}；{header}。可能是{units}。请在映射文件中写明其一：{lines}',
    en: "the unit of this drawing can't be told: {why}; {header}. It may be {units}. Say which in a mapping: {lines}",
  },
  unitOdd: {
    zh: '图形单位不能确定：{why}；{header}。常用单位都不合适。请量一段已知的长度，在映射文件中用 unit 写明一个单位是多少米{example}',
    en: "the unit of this drawing can't be told: {why}; {header}. None of the usual units fits. Measure a length that you know, and say with unit in a mapping how many metres a unit is{example}",
  },
  byLeaf: {
    zh: '（门扇宽{width} m 的，unit: {metres}）',
    en: ' (unit: {metres} if door leaves are {width} m wide)',
  },
  leaf: { zh: '门扇半径{value}', en: 'door leaves of {value}' },
  gap: { zh: '墙双线间距{value}', en: 'wall faces {value} apart' },
  size: { zh: '图面{value}', en: 'drawing of {value}' },
  text: { zh: '字高{value}', en: 'letters of {value}' },
  nothing: { zh: '没有门扇、墙线、文字可以参照', en: 'it has no doors, walls or letters to go by' },
  unitLine: { zh: 'unit: {metres}（{unit}）', en: 'unit: {metres} ({unit})' },
  or: { zh: '，或者', en: ' or ' },
  comma: { zh: '、', en: ', ' },
});

/**
 * Returns as text the measures from which the unit was inferred, in drawing units (door leaves of 900), or that there
 * are none.
 */
export function witnessesText(witnesses: readonly Witness[]): Localized {
  if (witnesses.length === 0) return t.nothing;
  return joined(
    witnesses.map(({ name, value, box }) =>
      t[name]({ value: box === undefined ? figure(value) : box.map(figure).join('×') }),
    ),
    t.comma,
  );
}

/**
 * Returns what the header says of the unit: that it states none, or that it states one that doesn't fit. Only for a
 * finding whose unit isn't the header's.
 */
export function headerText({ header }: UnitFinding): Localized {
  return header === undefined ? t.noHeader : t.otherHeader({ unit: header.name });
}

/** Usual width in m of the leaf of a door. */
const USUAL_LEAF = 0.9;

/** Returns the sentence that asks for the unit, with what to write. */
export function unitQuestion(finding: UnitFinding): Text {
  const [best] = finding.candidates;
  const near = finding.candidates.filter(({ points }) => best.points - points < 2).slice(0, 3);
  const told = { why: witnessesText(finding.witnesses), header: headerText(finding) };
  if (near.length === 1 && isOdd(finding)) {
    const leaf = finding.witnesses.find(({ name }) => name === 'leaf');
    const metres = leaf === undefined ? undefined : Number((USUAL_LEAF / leaf.value).toPrecision(2));
    return t.unitOdd({ ...told, example: metres === undefined ? '' : t.byLeaf({ width: USUAL_LEAF, metres }) });
  }
  return t.unitAsked({
    ...told,
    units: joined(
      near.map(({ name }) => name),
      t.or,
    ),
    lines: joined(
      near.map(({ metres, name }) => t.unitLine({ metres, unit: name })),
      t.or,
    ),
  });
}

/**
 * Returns the note on a unit that the header doesn't state, or that the header or the mapping states against the drawing.
 */
export function unitNotes(finding: UnitFinding, path: string): Note[] {
  const { unit, from, witnesses, candidates, contradicted } = finding;
  if (unit === undefined) return [];
  const why = witnessesText(witnesses);
  const note = (message: Note['message']): Note => ({ sort: 'assumed', message, origin: { path, pointer: '' } });
  // A detail is smaller than any building, and parallel lines are often no faces of a wall.
  const telling = witnesses.filter(({ name }) => name === 'leaf' || name === 'text');
  const isConfirmed = witnesses.some(({ name, value }) => name === 'leaf' && allows({ name, value }, unit.metres));
  const odd = telling.filter((witness) => from === 'header' && !isConfirmed && !allows(witness, unit.metres));
  if (odd.length > 0) return [note(t.unitHeader({ unit: unit.name, why: witnessesText(odd) }))];
  if (from === 'witnesses') return [note(t.unit({ unit: unit.name, why, header: headerText(finding) }))];
  return contradicted ? [note(t.unitGiven({ given: unit.name, unit: candidates[0].name, why }))] : [];
}

/** Returns a measure to four significant digits, six from 1000 on: 900, 27.6, 0.245. */
export function figure(value: number): string {
  return String(Number(value.toPrecision(value >= 1000 ? 6 : 4)));
}
