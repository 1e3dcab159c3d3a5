// The survey as a document: units, layers by role, views, what can't be seen.

import { joined } from '../../i18n/catalogue.js';
import { type Localized, verbatim } from '../../i18n/locale.js';
import { DEVICE_NAMES } from '../../plan/device-names.js';
import type { Block, Cell, Document } from '../../render/document.js';
import { figure, headerText, t as unitTexts } from '../read/dxf/units/texts.js';
import { allows, type UnitFinding, type Witness } from '../read/dxf/units/unit.js';
import type { Counts } from './inventory.js';
import type { Judgement } from './roles.js';
import type { Part, Survey, SurveyedDrawing, SurveyedLayer } from './survey.js';
import { t } from './texts.js';
import { regionOf, sizeText } from './views.js';

/** Between parts of a line. */
const GAP = verbatim('  ');

/** Names of AutoCAD's versions by `$ACADVER`. */
const VERSIONS: Readonly<Record<string, string>> = {
  AC1006: 'R10',
  AC1009: 'R12',
  AC1012: 'R13',
  AC1014: 'R14',
  AC1015: '2000',
  AC1018: '2004',
  AC1021: '2007',
  AC1024: '2010',
  AC1027: '2013',
  AC1032: '2018',
};

/** Returns the survey as a document. */
export function surveyDocument({ drawings, layers }: Survey): Document {
  const shown = layers.filter((layer) => !isIdle(layer));
  const idle = layers.filter(isIdle);
  const rows = [...shown.flatMap(rowsOf), ...(idle.length === 0 ? [] : [idleRow(idle)])];
  return {
    blocks: [
      ...drawings.flatMap((drawing): Block[] => [section([line(headLine(drawing)), line(unitLine(drawing.unit))])]),
      { block: 'table', head: [t.layer, t.entities, t.verdict, t.evidence], rows },
      ...drawings.flatMap(viewBlocks),
      ...hiddenBlocks(drawings),
    ],
  };
}

function section(blocks: readonly Block[]): Block {
  return { block: 'section', tight: true, blocks };
}

function line(text: Localized): Block {
  return { block: 'paragraph', indent: [0, 4], text };
}

function headLine({ path, version, encoding }: SurveyedDrawing): Localized {
  const name = path.split('/').at(-1) ?? path;
  const known = Object.hasOwn(VERSIONS, version ?? '') ? VERSIONS[version ?? ''] : (version ?? '');
  const about = [
    ...(known === '' ? [] : [verbatim(known)]),
    ...(encoding === undefined ? [] : [t.encoding({ encoding })]),
  ];
  return joined([verbatim(name), joined(about, t.pause)], GAP);
}

function unitLine(finding: UnitFinding): Localized {
  return t.unit({ text: unitText(finding) });
}

/** Returns as text the unit of a drawing and what it was told by: 毫米  门扇半径900、…  四项一致；文件未写单位. */
export function unitText(finding: UnitFinding): Localized {
  const { unit, witnesses, candidates, header, from } = finding;
  const metres = (unit ?? candidates[0]).metres;
  const all = witnesses.map((witness) => witnessText(witness, metres));
  const fitting = witnesses.filter((witness) => allows(witness, metres)).length;
  const agreed =
    fitting === witnesses.length ? t.allAgree({ n: fitting }) : t.someAgree({ n: fitting, all: witnesses.length });
  const why = witnesses.length === 0 ? unitTexts.nothing : joined([joined(all, t.comma), agreed], GAP);
  const says = header !== undefined && header.metres === metres ? t.headerToo : headerText(finding);
  const near = candidates.filter(({ points }) => candidates[0].points - points < 2).slice(0, 3);
  const name =
    unit?.name ??
    t.askUnit({
      units: joined(
        near.map((one) => one.name),
        unitTexts.or,
      ),
    });
  const against = from === 'mapping' && finding.contradicted ? [t.contradicted({ unit: candidates[0].name })] : [];
  return joined([name, joined([why, says, ...against], t.semicolon)], GAP);
}

function witnessText({ name, value, box }: Witness, metres: number): Localized {
  if (box === undefined) return unitTexts[name]({ value: figure(value) });
  return t.size({ width: (box[0] * metres).toFixed(1), height: (box[1] * metres).toFixed(1) });
}

/** True if nothing of a layer is taken, and nobody need confirm that. */
function isIdle({ parts }: SurveyedLayer): boolean {
  return parts.every(({ judgement: { role, asked } }) => role === 'none' && !asked);
}

function rowsOf({ layer, parts }: SurveyedLayer): Cell[][] {
  const idle = parts.filter(({ part, judgement: { role, asked } }) => part === 'block' && role === 'none' && !asked);
  const others = parts.filter((part) => !idle.includes(part));
  const [first] = others;
  if (parts.length === 1 && first !== undefined) return [rowOf(layer, first, first.block)];
  const counts: Record<string, number> = {};
  for (const part of parts) {
    for (const [type, count] of Object.entries(part.counts)) counts[type] = (counts[type] ?? 0) + count;
  }
  return [
    [verbatim(layer), countsText(counts), verbatim(''), verbatim('')],
    ...others.map((part) => rowOf(`· ${part.block ?? ''}`, part, undefined)),
    ...(idle.length === 0
      ? []
      : [
          [
            t.otherBlocks({ n: idle.length }),
            verbatim(String(idle.reduce((sum, { count }) => sum + count, 0))),
            t.none,
            verbatim(''),
          ],
        ]),
  ];
}

function rowOf(name: string, { part, counts, count, judgement, block }: Part, shown: string | undefined): Cell[] {
  const title =
    part === 'lines' && block === undefined && name.startsWith('·')
      ? t.lines
      : part === 'words' && name.startsWith('·')
        ? t.words
        : verbatim(name);
  const evidence = [...(shown === undefined ? [] : [verbatim(shown)]), ...judgement.evidence];
  return [
    title,
    part === 'block' ? verbatim(String(count)) : countsText(counts),
    judgementText(judgement),
    joined(evidence, t.semicolon),
  ];
}

function idleRow(idle: readonly SurveyedLayer[]): Cell[] {
  const count = idle.reduce((sum, { parts }) => sum + parts.reduce((all, part) => all + part.count, 0), 0);
  return [
    joined(
      idle.map(({ layer }) => verbatim(layer)),
      t.comma,
    ),
    verbatim(String(count)),
    t.none,
    verbatim(''),
  ];
}

/** Returns as text the role that a survey proposes for a part: 墙, or 待确认：枪机（摄像机） if a person has to confirm it. */
export function judgementText({ role, asked, device, clear }: Judgement): Localized {
  const name = role === 'device' && device !== undefined ? deviceText(device) : clear === true ? t.glass : t[role];
  return asked ? t.asked({ name }) : name;
}

function deviceText({ kind, name }: NonNullable<Judgement['device']>): Localized {
  if (name !== undefined) return name;
  return kind === 'none' ? t.none : DEVICE_NAMES[kind];
}

function countsText(counts: Counts): Localized {
  return joined(
    Object.entries(counts).map(([type, count]) => verbatim(`${type} ${count}`)),
    t.pause,
  );
}

function viewBlocks({ path, views, metres }: SurveyedDrawing): Block[] {
  if (views.length < 2) return [];
  const name = path.split('/').at(-1) ?? path;
  return [
    section([
      line(t.viewsIn({ file: name, n: views.length })),
      ...views.map(({ box, title }) => {
        const about = [
          sizeText(box),
          verbatim(`region: [${regionOf(box, metres).join(', ')}]`),
          verbatim(title?.text ?? ''),
        ];
        return line(
          joined(
            about.filter(({ zh }) => zh !== ''),
            GAP,
          ),
        );
      }),
    ]),
  ];
}

const WHY = { frozen: t.frozen, off: t.off, invisible: t.invisible, paper: t.paper };

function hiddenBlocks(drawings: readonly SurveyedDrawing[]): Block[] {
  const rows = drawings.flatMap(({ hidden }) =>
    hidden.flatMap(({ layer, why, counts }): Cell[][] => [
      [verbatim(layer), countsText(counts), Object.hasOwn(WHY, why) ? WHY[why as keyof typeof WHY] : t.unplaced],
    ]),
  );
  if (rows.length === 0) return [];
  return [section([line(t.hidden), { block: 'table', head: [t.layer, t.entities, t.reason], rows }])];
}
