// Writes ASCII DXF as CAD programs in use do: R12 without handles, or version 2000.

/** A point of a drawing, in drawing units. */
export type XY = readonly [x: number, y: number];

/** Group codes and values. */
type Pair = readonly [code: number, value: string | number];

/** Where a block stands: scales may be negative, degrees are counter-clockwise. */
export interface Placed {
  readonly at: XY;
  readonly turn?: number;
  readonly scale?: XY;
}

/** Options of a drawing. */
export interface Options {
  readonly version: 'AC1009' | 'AC1015';
  /** Pairs of the header by variable, such as `$INSUNITS`. */
  readonly header?: Readonly<Record<string, Pair>>;
}

/** Subclass markers that version 2000 wants in each entity. */
const MARKERS: Readonly<Record<string, readonly string[]>> = {
  LINE: ['AcDbLine'],
  CIRCLE: ['AcDbCircle'],
  LWPOLYLINE: ['AcDbPolyline'],
  INSERT: ['AcDbBlockReference'],
  SOLID: ['AcDbTrace'],
  HATCH: ['AcDbHatch'],
};

/** Collects the entities of a drawing or of a block. */
export class Sheet {
  readonly pairs: Pair[] = [];
  readonly #layers: Set<string>;
  readonly #options: Options;

  constructor(layers: Set<string>, options: Options) {
    this.#layers = layers;
    this.#options = options;
  }

  line(layer: string, [ax, ay]: XY, [bx, by]: XY): void {
    this.#put('LINE', layer, [10, ax], [20, ay], [11, bx], [21, by]);
  }

  circle(layer: string, [x, y]: XY, radius: number): void {
    this.#put('CIRCLE', layer, [10, x], [20, y], [40, radius]);
  }

  /** An arc, counter-clockwise from `from` to `to`, in degrees. */
  arc(layer: string, [x, y]: XY, radius: number, from: number, to: number): void {
    const round: Pair[] = [[10, x], [20, y], [40, radius]]; // biome-ignore format: pairs
    const angles: Pair[] = [[50, turned(from)], [51, turned(to)]]; // biome-ignore format: pairs
    if (this.#isOld) this.#put('ARC', layer, ...round, ...angles);
    else this.#put('ARC', layer, [100, 'AcDbCircle'], ...round, [100, 'AcDbArc'], ...angles);
  }

  text(layer: string, [x, y]: XY, words: string, height: number, turn = 0): void {
    const pairs: Pair[] = [[10, x], [20, y], [40, height], [1, words], ...(turn === 0 ? [] : [[50, turn] as const])]; // biome-ignore format: pairs
    if (this.#isOld) this.#put('TEXT', layer, ...pairs);
    else this.#put('TEXT', layer, [100, 'AcDbText'], ...pairs, [100, 'AcDbText']);
  }

  /** A polyline; `width` is the constant width of its line. */
  polyline(layer: string, points: readonly XY[], closed: boolean, width = 0): void {
    const flag: Pair = [70, closed ? 1 : 0];
    if (this.#isOld) {
      this.#put(
        'POLYLINE',
        layer,
        [66, 1],
        flag,
        ...(width === 0
          ? []
          : ([
              [40, width],
              [41, width],
            ] as const)),
      );
      for (const [x, y] of points) this.#put('VERTEX', layer, [10, x], [20, y]);
      this.#put('SEQEND', layer);
      return;
    }
    const vertices = points.flatMap(([x, y]): Pair[] => [[10, x], [20, y]]); // biome-ignore format: pairs
    this.#put('LWPOLYLINE', layer, [90, points.length], flag, [43, width], ...vertices);
  }

  /** A filled quadrilateral; corners in the order of its edge. */
  solid(layer: string, [a, b, c, d]: readonly [XY, XY, XY, XY]): void {
    const corners = [a, b, d, c].flatMap(([x, y], index): Pair[] => [[10 + index, x], [20 + index, y]]); // biome-ignore format: pairs
    this.#put('SOLID', layer, ...corners);
  }

  /** A hatch within `rings`: solid, or lines at 45° that lie `spacing` apart. Version 2000 only. */
  hatch(layer: string, rings: readonly (readonly XY[])[], spacing = 0): void {
    const paths = rings.flatMap((ring): Pair[] => [
      [92, 2],
      [72, 0],
      [73, 1],
      [93, ring.length],
      ...ring.flatMap(([x, y]): Pair[] => [[10, x], [20, y]]), // biome-ignore format: pairs
      [97, 0],
    ]);
    const step = spacing * Math.SQRT1_2;
    const pattern: Pair[] = [[52, 0], [41, spacing], [77, 0], [78, 1], [53, 45], [43, 0], [44, 0], [45, -step], [46, step], [79, 0]]; // biome-ignore format: pairs
    const isSolid = spacing === 0;
    this.#put(
      'HATCH',
      layer,
      [10, 0],
      [20, 0],
      [30, 0],
      [210, 0],
      [220, 0],
      [230, 1],
      [2, isSolid ? 'SOLID' : 'ANSI31'],
      [70, isSolid ? 1 : 0],
      [71, 0],
      [91, rings.length],
      ...paths,
      [75, 0],
      [76, 1],
      ...(isSolid ? [] : pattern),
      [98, 0],
    );
  }

  insert(layer: string, block: string, { at: [x, y], turn = 0, scale: [sx, sy] = [1, 1] }: Placed): void {
    this.#put('INSERT', layer, [2, block], [10, x], [20, y], [41, sx], [42, sy], [50, turned(turn)]);
  }

  get #isOld(): boolean {
    return this.#options.version === 'AC1009';
  }

  #put(type: string, layer: string, ...pairs: readonly Pair[]): void {
    this.#layers.add(layer);
    const marked = this.#isOld ? [] : [[100, 'AcDbEntity'] as const];
    const own = this.#isOld ? [] : (MARKERS[type] ?? []).map((name) => [100, name] as const);
    this.pairs.push([0, type], ...marked, [8, layer], ...own, ...pairs);
  }
}

/** A drawing: entities, and blocks by name. */
export class Drawing extends Sheet {
  readonly #layersOfAll: Set<string>;
  readonly #all: Options;
  readonly #blocks = new Map<string, Sheet>();

  constructor(options: Options) {
    const layers = new Set(['0']);
    super(layers, options);
    this.#layersOfAll = layers;
    this.#all = options;
  }

  /** Defines a block, unless there is one of this name, and returns its name. */
  block(name: string, draw: (sheet: Sheet) => void): string {
    if (!this.#blocks.has(name)) {
      const sheet = new Sheet(this.#layersOfAll, this.#all);
      this.#blocks.set(name, sheet);
      draw(sheet);
    }
    return name;
  }

  /** Returns the text of the file. */
  override toString(): string {
    const isOld = this.#all.version === 'AC1009';
    const seed: Pair[] = isOld ? [] : [[9, '$HANDSEED'], [5, 'FFFFF']]; // biome-ignore format: pairs
    const header = Object.entries(this.#all.header ?? {}).flatMap(([name, pair]): Pair[] => [[9, name], pair]);
    const pairs: Pair[] = [
      ...section('HEADER', [[9, '$ACADVER'], [1, this.#all.version], ...seed, ...header]),
      ...section('TABLES', this.#tables(isOld)),
      ...section('BLOCKS', this.#definitions(isOld)),
      ...section('ENTITIES', this.pairs),
      [0, 'EOF'],
    ];
    return `${(isOld ? pairs : handled(pairs)).map(([code, value]) => `${code}\n${shown(value)}`).join('\n')}\n`;
  }

  #tables(isOld: boolean): Pair[] {
    const table = (name: string, record: string, names: readonly string[], more: readonly Pair[]): Pair[] => [
      [0, 'TABLE'],
      [2, name],
      ...(isOld ? [] : [[100, 'AcDbSymbolTable'] as const]),
      [70, names.length],
      ...names.flatMap((one): Pair[] => [
        [0, name],
        ...(isOld
          ? []
          : ([
              [100, 'AcDbSymbolTableRecord'],
              [100, record],
            ] as const)),
        [2, one],
        ...more,
      ]),
      [0, 'ENDTAB'],
    ];
    const line: Pair[] = [[70, 0], [3, ''], [72, 65], [73, 0], [40, 0]]; // biome-ignore format: pairs
    const lines = table('LTYPE', 'AcDbLinetypeTableRecord', ['CONTINUOUS'], line);
    const layers = table(
      'LAYER',
      'AcDbLayerTableRecord',
      [...this.#layersOfAll],
      [
        [70, 0],
        [62, 7],
        [6, 'CONTINUOUS'],
      ],
    );
    const spaces = ['*Model_Space', '*Paper_Space', ...this.#blocks.keys()];
    return [...lines, ...layers, ...(isOld ? [] : table('BLOCK_RECORD', 'AcDbBlockTableRecord', spaces, []))];
  }

  #definitions(isOld: boolean): Pair[] {
    const none: readonly Pair[] = [];
    const spaces = isOld ? [] : ['*Model_Space', '*Paper_Space'].map((name) => [name, none] as const);
    const own = [...this.#blocks].map(([name, { pairs }]) => [name, pairs] as const);
    const marked = (...names: readonly string[]) => (isOld ? [] : names.map((name) => [100, name] as const));
    return [...spaces, ...own].flatMap(([name, pairs]): Pair[] => [
      [0, 'BLOCK'],
      ...marked('AcDbEntity'),
      [8, '0'],
      ...marked('AcDbBlockBegin'),
      [2, name],
      [70, name.startsWith('*') && !name.endsWith('_Space') ? 1 : 0],
      [10, 0],
      [20, 0],
      ...pairs,
      [0, 'ENDBLK'],
      ...marked('AcDbEntity'),
      [8, '0'],
      ...marked('AcDbBlockEnd'),
    ]);
  }
}

function section(name: string, pairs: readonly Pair[]): Pair[] {
  return [[0, 'SECTION'], [2, name], ...pairs, [0, 'ENDSEC']];
}

/** Gives each thing of version 2000 a handle. A table's stands after its name. */
function handled(pairs: readonly Pair[]): Pair[] {
  const bare = new Set(['SECTION', 'ENDSEC', 'ENDTAB', 'EOF']);
  let next = 0x1000;
  let isTable = false;
  return pairs.flatMap((pair): Pair[] => {
    const [code, value] = pair;
    if (isTable) {
      isTable = false;
      return [pair, [5, next.toString(16).toUpperCase()]];
    }
    if (code !== 0 || bare.has(`${value}`)) return [pair];
    next += 1;
    isTable = value === 'TABLE';
    if (isTable) return [pair];
    return [pair, [5, next.toString(16).toUpperCase()]];
  });
}

/** Lengths to four places: enough in metres as in millimetres. */
function shown(value: string | number): string {
  return typeof value === 'string' ? value : `${Math.round(value * 1e4) / 1e4 + 0}`;
}

function turned(degrees: number): number {
  return ((degrees % 360) + 360) % 360;
}
