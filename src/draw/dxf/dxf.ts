// One level's findings and views as a DXF overlay, to attach to the CAD drawing as an external reference.

import { groupBy } from '../../base/arrays.js';
import { numberedFindings } from '../../findings/numbering.js';
import type { ReportView } from '../../findings/view.js';
import { citedClauses } from '../../findings/wording/citation.js';
import { siteText } from '../../findings/wording/site.js';
import { SHORT_OUTCOMES } from '../../findings/wording/texts.js';
import { longerSideOf, type Point } from '../../geometry/index.js';
import { joined } from '../../i18n/catalogue.js';
import { type Locale, type Localized, render } from '../../i18n/locale.js';
import { citeTogether, citeWithLaw } from '../../law/lookup.js';
import type { LintVerdict, Report } from '../../lint/types.js';
import { leadingClauses } from '../../rules/bases.js';
import type { DrawnFinding } from '../marks/findings.js';
import type { LevelDrawing } from '../model.js';
import { type DrawingOptions, LAYERS, shows } from '../options.js';
import { levelText, titleRows } from '../page/blocks.js';
import { textWidth, wrapped } from '../text.js';
import { overlay, t } from '../texts.js';
import { BULGE, cloudAbout } from './cloud.js';
import { DxfFile, type DxfTag } from './file.js';
import { overlayFrame } from './frame.js';
import { type DrawnSubject, subjectsOn } from './subjects.js';

/** Name of the application under which entities say what they are about: finding, subject, handle. */
const APPLICATION = 'SITECAM';

/** Colours of the layers, by number of AutoCAD's colour index. */
const COLOURS = { fail: 1, review: 30, open: 2, warning: 8, may: 4, must: 5, notes: 7 } as const;

type OverlayLayer = keyof typeof COLOURS;

/** Height of text as a share of the longer side of the plan, and its least in m. */
const [TEXT_SHARE, LEAST_TEXT] = [1 / 300, 0.02];

/** Sizes in heights of text: a cloud's distance from its thing, from the one within it, width of its arcs. */
const CLOUD = { margin: 3, step: 2, arc: 3 } as const;

/** Sizes of the table in heights of text: distance from the plan, between lines and columns, widest column. */
const TABLE = { gap: 10, line: 1.8, column: 2, widest: 45 } as const;

/**
 * Returns a level's findings and views as a DXF file in the coordinates and unit of the CAD drawing that the level was
 * read from: a revision cloud with number and clause about the subject of each finding, sight lines, outlines of views,
 * and a table beside the plan. The same report and options give the same bytes.
 *
 * @param drawing the level as drawn; findings and views that were taken out of it are left out
 * @param view texts and advice of the run's findings, for the table
 */
export function dxfOf(report: Report, drawing: LevelDrawing, view: ReportView, options: DrawingOptions): Uint8Array {
  return new Overlay(report, drawing, view, options).bytes();
}

/** A finding with the verdict it states and the thing that it is about. */
interface Placed {
  readonly finding: DrawnFinding;
  readonly verdict: LintVerdict | undefined;
  readonly thing: DrawnSubject;
}

class Overlay {
  private readonly locale: Locale;
  private readonly level;
  private readonly frame;
  private readonly file: DxfFile;
  /** Height of text, m. */
  private readonly height: number;

  constructor(
    private readonly report: Report,
    private readonly drawing: LevelDrawing,
    private readonly view: ReportView,
    private readonly options: DrawingOptions,
  ) {
    const { site } = report;
    const { bounds } = drawing;
    const level = site.levels.find(({ id }) => id === drawing.level.id);
    if (level === undefined) throw new Error(`the plan has no level '${drawing.level.id}'`);
    this.level = level;
    this.locale = options.locale;
    this.frame = overlayFrame(site, level);
    this.height = Math.max(LEAST_TEXT, longerSideOf(bounds) * TEXT_SHARE);
    const layers = Object.entries(COLOURS) as [OverlayLayer, number][];
    this.file = new DxfFile(
      layers.map(([layer, colour]) => ({ name: this.say(overlay[layer]), colour })),
      APPLICATION,
      this.frame.unit,
    );
  }

  bytes(): Uint8Array {
    const placed = shows(this.options, 'findings') ? this.placed() : [];
    this.views();
    this.clouds(placed);
    this.sightLines(placed);
    this.table(placed);
    return this.file.bytes();
  }

  private say(text: Localized): string {
    return render(text, this.locale);
  }

  private placed(): Placed[] {
    const thingOf = subjectsOn(this.level, this.drawing);
    const verdicts = new Map(
      numberedFindings(this.report)
        .flatMap(({ first, rest }) => [first, ...rest])
        .map((verdict) => [JSON.stringify([verdict.rule, verdict.subject]), verdict]),
    );
    return this.drawing.findings.flatMap((finding) => {
      const thing = thingOf(finding);
      const verdict = verdicts.get(JSON.stringify([finding.rule, finding.subject]));
      return thing === undefined ? [] : [{ finding, verdict, thing }];
    });
  }

  private views(): void {
    for (const { device, world, outlines } of this.drawing.views) {
      if (!shows(this.options, world) || (this.options.device ?? device) !== device) continue;
      const tag = this.tag('', device, device);
      for (const ring of outlines) this.line(world, ring, tag, { closed: true });
    }
  }

  /** Draws a cloud for each number about each thing, one outside the other, with number and clause above it. */
  private clouds(placed: readonly Placed[]): void {
    const about = groupBy(placed, ({ finding, thing }) => (thing.id === '' ? `at ${finding.at}` : thing.id));
    for (const all of about.values()) {
      const numbers = [...groupBy(all, ({ finding }) => finding.number).values()].flatMap(([first]) => first ?? []);
      // Above the outermost cloud, one line a finding, so that no text lies on another.
      const above = CLOUD.margin + CLOUD.step * (numbers.length - 1) + CLOUD.arc / 2;
      for (const [within, { finding, verdict, thing }] of numbers.entries()) {
        const margin = (CLOUD.margin + CLOUD.step * within) * this.height;
        const cloud = cloudAbout(thing.box, margin, CLOUD.arc * this.height);
        const [layer, tag] = [layerOf(finding), this.tagOf(finding, verdict, thing)];
        this.line(layer, cloud, tag, { closed: true, bulge: BULGE });
        const left = thing.box.minX - CLOUD.margin * this.height;
        const up = thing.box.maxY + (above + TABLE.line * (numbers.length - 1 - within)) * this.height;
        this.text(layer, [left, up], `${finding.number} ${this.leadOf(finding, verdict)}`, tag);
      }
    }
  }

  private sightLines(placed: readonly Placed[]): void {
    for (const { finding, verdict, thing } of placed) {
      if (finding.points.length < 2) continue;
      this.line(layerOf(finding), finding.points, this.tagOf(finding, verdict, thing));
    }
  }

  /** Draws the table to the right of the plan: what the overlay is of, then a row for each number. */
  private table(placed: readonly Placed[]): void {
    const { height, drawing } = this;
    const left = drawing.bounds.maxX + TABLE.gap * height;
    let down = drawing.bounds.maxY;
    const write = (column: number, line: string, at: number, tag: DxfTag = NO_TAG) =>
      this.text('notes', [left + column, at], line, tag);
    for (const line of this.title()) {
      write(0, line, down);
      down -= TABLE.line * height;
    }
    down -= TABLE.line * height;
    const rows = this.rows(placed);
    const heads = [overlay.number, overlay.outcome, overlay.clause, overlay.thing, overlay.todo].map((head) => [
      this.say(head),
    ]);
    const widths = heads.map((_, column) =>
      Math.max(...[heads, ...rows.map(({ cells }) => cells)].flatMap((row) => row[column]?.map(widthOf) ?? [])),
    );
    const starts = widths.map((_, column) =>
      widths.slice(0, column).reduce((sum, width) => sum + (width + TABLE.column) * height, 0),
    );
    for (const { cells, tag } of rows.length === 0 ? [] : [{ cells: heads, tag: NO_TAG }, ...rows]) {
      for (const [column, lines] of cells.entries()) {
        for (const [n, line] of lines.entries()) {
          write(starts[column] ?? 0, line, down - n * TABLE.line * height, tag);
        }
      }
      down -= (Math.max(...cells.map(({ length }) => length)) + 0.5) * TABLE.line * height;
    }
    if (rows.length === 0 && shows(this.options, 'findings')) write(0, this.say(overlay.clean), down);
  }

  private title(): string[] {
    const { drawing, level } = this;
    const file = level.drawing?.file;
    // An overlay never has these: the drawing below it does.
    const show = new Set([...LAYERS].filter((layer) => !ON_OVERLAY.has(layer) || shows(this.options, layer)));
    const rows: (readonly [Localized, string])[] = [
      [overlay.drawing, this.say(file === undefined ? overlay.onNone : overlay.on({ file }))],
      ...titleRows(drawing, { ...this.options, show }),
    ];
    return [
      this.say(joined([siteText(drawing.sheet.site)])),
      levelText(drawing),
      ...rows.flatMap(([label, text]) => lines(`${this.say(label)}  ${text}`)),
      ...(drawing.elsewhere === 0 ? [] : [this.say(t.elsewhere({ n: drawing.elsewhere }))]),
      ...(shows(this.options, 'may') && drawing.crowded ? [this.say(t.crowded)] : []),
    ];
  }

  private rows(placed: readonly Placed[]): { readonly cells: readonly (readonly string[])[]; readonly tag: DxfTag }[] {
    return [...groupBy(placed, ({ finding }) => finding.number).values()].flatMap((all) => {
      const [first] = all;
      if (first === undefined) return [];
      const { finding, verdict, thing } = first;
      const rest = all.length - 1;
      const subject = joined([finding.subjectName, ...(rest === 0 ? [] : [t.others({ n: rest, all: rest + 1 })])]);
      const todo = verdict === undefined ? undefined : (this.view.advice(verdict) ?? this.view.text(verdict));
      const cells = [
        [String(finding.number)],
        [this.say(SHORT_OUTCOMES[finding.group])],
        lines(this.clauseOf(finding, verdict)),
        lines(this.say(this.traced(subject, thing.id))),
        lines(todo === undefined ? '' : this.say(todo)),
      ];
      return [{ cells, tag: this.tagOf(finding, verdict, thing) }];
    });
  }

  /** Returns the first clause of a finding, short enough to stand in a drawing. */
  private leadOf({ group }: DrawnFinding, verdict: LintVerdict | undefined): string {
    const [lead] = verdict === undefined ? [] : leadingClauses(verdict);
    return this.say(lead === undefined ? SHORT_OUTCOMES[group] : citeWithLaw(this.report.pack, lead));
  }

  /** Returns the clauses of a finding; of one that rests on none, what it is: 图纸差错, 提示. */
  private clauseOf({ group }: DrawnFinding, verdict: LintVerdict | undefined): string {
    const clauses = verdict === undefined ? [] : citeTogether(this.report.pack, citedClauses(verdict));
    return this.say(clauses.length === 0 ? SHORT_OUTCOMES[group] : joined(clauses, t.items));
  }

  private tagOf({ subject }: DrawnFinding, verdict: LintVerdict | undefined, { id }: DrawnSubject): DxfTag {
    return this.tag(verdict?.fingerprint ?? '', subject, id);
  }

  private tag(finding: string, subject: string, thing: string): DxfTag {
    return [finding, subject, this.handleOf(thing)];
  }

  /** Returns the words for a thing with the handle and the block by which the drawing knows it. */
  private traced(thing: Localized, id: string): Localized {
    const handle = this.handleOf(id);
    const block = this.level.drawing?.blocks.get(id);
    if (block === undefined) return handle === '' ? thing : overlay.handle({ thing, id, handle });
    // Entities of old drawings (R12) may have no handles.
    return handle === '' ? overlay.block({ thing, id, block }) : overlay.both({ thing, id, handle, block });
  }

  private handleOf(id: string): string {
    return this.level.drawing?.handles.get(id) ?? '';
  }

  private line(layer: OverlayLayer, points: readonly Point[], tag: DxfTag, shape = {}): void {
    this.file.polyline(this.say(overlay[layer]), points.map(this.frame.place), tag, shape);
  }

  private text(layer: OverlayLayer, at: Point, text: string, tag: DxfTag): void {
    const { place, unit, rotation } = this.frame;
    this.file.text(this.say(overlay[layer]), place(at), this.height / unit, text, tag, rotation);
  }
}

const ON_OVERLAY: ReadonlySet<string> = new Set(['must', 'may', 'findings']);

const NO_TAG: DxfTag = ['', '', ''];

/** Returns the layer of a finding: criteria and hints are no findings of the law, whatever their outcome. */
function layerOf({ warning, outcome }: DrawnFinding): OverlayLayer {
  if (warning) return 'warning';
  return outcome === 'fail' || outcome === 'review' ? outcome : 'open';
}

/** Returns `text` in lines of a column. */
function lines(text: string): string[] {
  return wrapped(text, 1, TABLE.widest);
}

function widthOf(text: string): number {
  return textWidth(text, 1);
}
