// A DXF file of closed and open lines and texts on layers, in the format of AutoCAD 2000 (AC1015).

import type { Point } from '../../geometry/index.js';
import { plainText } from '../../render/escape.js';
import { cutToBytes, encodeDxf } from './encode.js';

/** A layer with its colour, by number of AutoCAD's colour index. */
export interface DxfLayer {
  readonly name: string;
  readonly colour: number;
}

/**
 * Texts that tell programs what an entity is about: finding, subject, handle. Written as extended data (XDATA) under
 * the name of the application that `DxfFile` is given.
 */
export type DxfTag = readonly string[];

/** Decimal places of a coordinate. */
const DIGITS = 6;

/** Most bytes of a text, and of a text of extended data. */
const [MOST_TEXT, MOST_TAG] = [250, 255];

/** First handle. */
const FIRST = 0x10;

/** Value of `$INSUNITS` by metres per unit; units without a number have none. Source: DXF Reference, HEADER. */
const INSUNITS: readonly (readonly [metres: number, value: number])[] = [
  [0.0254, 1],
  [0.3048, 2],
  [0.001, 4],
  [0.01, 5],
  [1, 6],
  [1000, 7],
  [0.9144, 10],
  [0.1, 14],
];

type Groups = (string | number)[];

/**
 * Writes a DXF file. Points and heights are in units of the drawing. The same calls give the same bytes. Texts are put on
 * one line: a line break would end the group they are in, and what follows would be read as entities.
 */
export class DxfFile {
  private readonly entities: Groups = [];
  private readonly corners = { least: [Infinity, Infinity], most: [-Infinity, -Infinity] };
  private handle = FIRST;
  private readonly space = this.next();

  /**
   * @param application name under which tags are kept
   * @param unit metres per unit of the drawing, stated in the header only
   */
  constructor(
    private readonly layers: readonly DxfLayer[],
    private readonly application: string,
    private readonly unit: number,
  ) {}

  /**
   * Adds a line through `points`.
   *
   * @param bulge tangent of a quarter of the angle that the arc of each side spans; above 0, the arcs lie outside a
   * counter-clockwise ring; 0: straight sides
   */
  polyline(layer: string, points: readonly Point[], tag: DxfTag, { closed = false, bulge = 0 } = {}): void {
    this.entity('LWPOLYLINE', layer);
    this.entities.push(100, 'AcDbPolyline', 90, points.length, 70, closed ? 1 : 0);
    for (const point of points) {
      this.point(point);
      if (bulge !== 0) this.entities.push(42, bulge);
    }
    this.tag(tag);
  }

  /** Adds a line of text, `height` high, that begins at `at` and runs `rotation` degrees counter-clockwise from +x. */
  text(layer: string, at: Point, height: number, text: string, tag: DxfTag, rotation = 0): void {
    this.entity('TEXT', layer);
    this.entities.push(100, 'AcDbText');
    this.point(at, 0);
    this.entities.push(40, figure(height), 1, cutToBytes(literal(safe(text)), MOST_TEXT));
    if (rotation !== 0) this.entities.push(50, figure(rotation));
    this.entities.push(7, STYLE, 100, 'AcDbText');
    this.tag(tag);
  }

  /** Returns the bytes of the file, in GBK. */
  bytes(): Uint8Array {
    const sections = [
      ...section('TABLES', this.tables()),
      ...section('BLOCKS', this.blocks()),
      ...section('ENTITIES', this.entities),
      ...section('OBJECTS', this.objects()),
    ];
    // The header names the first handle that is free, so it is made last.
    const groups = [...section('HEADER', this.header()), ...sections, 0, 'EOF'];
    let text = '';
    for (let at = 0; at < groups.length; at += 2) text += `${String(groups[at]).padStart(3)}\n${groups[at + 1]}\n`;
    return encodeDxf(text);
  }

  private next(): string {
    const handle = this.handle.toString(16).toUpperCase();
    this.handle += 1;
    return handle;
  }

  private entity(type: string, layer: string): void {
    this.entities.push(0, type, 5, this.next(), 330, this.space, 100, 'AcDbEntity', 8, layer);
  }

  private point([x, y]: Point, z?: number): void {
    const { least, most } = this.corners;
    this.corners.least = [Math.min(least[0], x), Math.min(least[1], y)];
    this.corners.most = [Math.max(most[0], x), Math.max(most[1], y)];
    this.entities.push(10, figure(x), 20, figure(y), ...(z === undefined ? [] : [30, figure(z)]));
  }

  private tag(tag: DxfTag): void {
    this.entities.push(1001, this.application, ...tag.flatMap((text) => [1000, cutToBytes(safe(text), MOST_TAG)]));
  }

  private header(): Groups {
    const { least, most } = this.corners;
    const isEmpty = least[0] > most[0];
    const corner = (name: string, [x, y]: readonly number[]) => [
      ...[9, name, 10, figure(isEmpty ? 0 : x), 20, figure(isEmpty ? 0 : y), 30, figure(0)],
    ];
    const insunits = INSUNITS.find(([metres]) => metres === this.unit)?.[1] ?? 0;
    return [
      ...[9, '$ACADVER', 1, 'AC1015', 9, '$DWGCODEPAGE', 3, 'ANSI_936', 9, '$INSUNITS', 70, insunits],
      ...[...corner('$EXTMIN', least), ...corner('$EXTMAX', most)],
      ...[9, '$HANDSEED', 5, this.handle.toString(16).toUpperCase()],
    ];
  }

  private tables(): Groups {
    const flags = [70, 0];
    const linetype = (name: string): Record => [name, [...flags, 3, '', 72, 65, 73, 0, 40, '0.0']];
    return [
      ...this.table('VPORT', 'Viewport', []),
      ...this.table('LTYPE', 'Linetype', ['ByBlock', 'ByLayer', 'Continuous'].map(linetype)),
      ...this.table(
        'LAYER',
        'Layer',
        [{ name: '0', colour: 7 }, ...this.layers].map(({ name, colour }) => [
          name,
          [...flags, 62, colour, 6, 'Continuous'],
        ]),
      ),
      // The fonts of Chinese characters that every CAD program has.
      ...this.table('STYLE', 'TextStyle', [
        [STYLE, [...flags, 40, '0.0', 41, '1.0', 50, '0.0', 71, 0, 42, '2.5', 3, 'txt', 4, 'gbcbig.shx']],
      ]),
      ...this.table('VIEW', 'View', []),
      ...this.table('UCS', 'UCS', []),
      ...this.table('APPID', 'RegApp', [
        ['ACAD', flags],
        [this.application, flags],
      ]),
      ...this.table('DIMSTYLE', 'DimStyle', []),
      ...this.blockRecords(),
    ];
  }

  private table(name: string, subclass: string, records: readonly Record[]): Groups {
    const table = this.next();
    const head = [0, 'TABLE', 2, name, 5, table, 330, 0, 100, 'AcDbSymbolTable', 70, records.length];
    // Styles of dimensions have a subclass of their own.
    if (name === 'DIMSTYLE') head.push(100, 'AcDbDimStyleTable');
    const body = records.flatMap(([record, groups]) => [
      ...[0, name, 5, this.next(), 330, table, 100, 'AcDbSymbolTableRecord', 100, `AcDb${subclass}TableRecord`],
      ...[2, record, ...groups],
    ]);
    return [...head, ...body, 0, 'ENDTAB'];
  }

  private readonly paper = this.next();

  private blockRecords(): Groups {
    const table = this.next();
    const record = (name: string, handle: string) => [
      ...[0, 'BLOCK_RECORD', 5, handle, 330, table, 100, 'AcDbSymbolTableRecord', 100, 'AcDbBlockTableRecord', 2, name],
    ];
    return [
      ...[0, 'TABLE', 2, 'BLOCK_RECORD', 5, table, 330, 0, 100, 'AcDbSymbolTable', 70, 2],
      ...[...record(MODEL, this.space), ...record(PAPER, this.paper), 0, 'ENDTAB'],
    ];
  }

  private blocks(): Groups {
    const block = (name: string, record: string) => [
      ...[0, 'BLOCK', 5, this.next(), 330, record, 100, 'AcDbEntity', 8, '0', 100, 'AcDbBlockBegin'],
      ...[2, name, 70, 0, 10, '0.0', 20, '0.0', 30, '0.0', 3, name, 1, ''],
      ...[0, 'ENDBLK', 5, this.next(), 330, record, 100, 'AcDbEntity', 8, '0', 100, 'AcDbBlockEnd'],
    ];
    return [...block(MODEL, this.space), ...block(PAPER, this.paper)];
  }

  private objects(): Groups {
    const [root, groups] = [this.next(), this.next()];
    return [
      ...[0, 'DICTIONARY', 5, root, 330, 0, 100, 'AcDbDictionary', 281, 1, 3, 'ACAD_GROUP', 350, groups],
      ...[0, 'DICTIONARY', 5, groups, 330, root, 100, 'AcDbDictionary', 281, 1],
    ];
  }
}

/** Name and further groups of a record of a table. */
type Record = readonly [name: string, groups: Groups];

const STYLE = 'Standard';
const [MODEL, PAPER] = ['*Model_Space', '*Paper_Space'];

function section(name: string, groups: Groups): Groups {
  return [0, 'SECTION', 2, name, ...groups, 0, 'ENDSEC'];
}

/** Returns a real number as DXF has it, with a point. */
function figure(value: number): string {
  const text = String(Number(value.toFixed(DIGITS)) + 0);
  return /[.e]/.test(text) ? text : `${text}.0`;
}

/** Returns a text on one line, in which `\\U+` stands for itself and not for a character by number. */
function safe(text: string): string {
  return plainText(text).replace(/\\(?=U\+)/gi, '\\U+005C');
}

/** Returns a text in which `^` and `%%` stand for themselves and not for control characters and signs. */
function literal(text: string): string {
  return text.replace(/\^/g, '^ ').replace(/%%+/g, (signs) => signs.replace(/%/g, '%%%'));
}
