// Reads building models (IFC) by web-ifc into plain data, of which the import makes a plan.

import { addTo } from '../../base/arrays.js';
import { checkHeader } from '../../import/read/ifc/header.js';
import {
  type IfcElement,
  type IfcModel,
  type IfcRead,
  type IfcStorey,
  READ_TYPES,
  type ReadType,
} from '../../import/read/ifc/model.js';
import { checkSyntax } from '../../import/read/ifc/syntax.js';
import { ifcProblemText } from '../../import/read/ifc/texts.js';
import type { InputFile, Properties } from '../../import/types.js';
import { problemOf } from '../../source/problem.js';
import { meshOf } from './mesh.js';
import { metresPerUnit } from './unit.js';
import { loadWebIfc, plainValue, referencesIn, type WebIfc, type WebLine } from './web-ifc.js';

/** Bytes of memory that web-ifc may take for the text of a model. */
const MEMORY = 2 ** 31 - 2 ** 20;

/**
 * Returns the models in `files`, in their order. A file that is no model, isn't whole or can't be read gives a problem.
 * Throws a UsageError if web-ifc isn't installed and any file needs it.
 */
export async function readModels(files: readonly InputFile[]): Promise<readonly IfcRead[]> {
  const read: IfcRead[] = [];
  for (const file of files) {
    const fault = checkHeader(file) ?? checkSyntax(file);
    read.push(fault === undefined ? await readModel(file) : { ok: false, problems: [fault] });
  }
  return read;
}

async function readModel({ path, bytes }: InputFile): Promise<IfcRead> {
  // A fresh one for each file: what a damaged file does to its memory ends with it.
  const api = await loadWebIfc();
  try {
    const model = api.OpenModel(bytes, { MEMORY_LIMIT: MEMORY });
    if (model < 0) return { ok: false, problems: [problemOf(ifcProblemText.ifcUnreadable, path)] };
    return { ok: true, model: new ModelReader(api, model).read() };
  } catch (error) {
    if (!(error instanceof Error)) return { ok: false, problems: [problemOf(ifcProblemText.ifcUnreadable, path)] };
    return { ok: false, problems: [problemOf(ifcProblemText.ifcUnreadable, path)] };
  } finally {
    api.Dispose();
  }
}

/** Types of spatial structure and of relations; none is left out, for none is a thing. */
const STRUCTURE = /^Ifc(?:Project|Site|Building|BuildingStorey|Facility|FacilityPart|Rel.*|.*Type|Annotation|Grid)$/i;

class ModelReader {
  /** Metres per unit of the file. */
  private unit = 1;
  private readonly broken = new Map<string, number>();
  /** Whole of each part, parts of each whole, by line. */
  private readonly whole = new Map<number, number>();
  private readonly parts = new Map<number, number[]>();
  private readonly container = new Map<number, number>();
  private readonly voided = new Map<number, number>();
  private readonly filled = new Map<number, number>();
  private readonly properties = new Map<number, Record<string, string | number | boolean>>();

  constructor(
    private readonly api: WebIfc,
    private readonly model: number,
  ) {}

  read(): IfcModel {
    this.unit = this.metresPerUnit();
    const lines = new Map<number, ReadType>();
    for (const type of READ_TYPES) for (const line of this.linesOf(type)) if (!lines.has(line)) lines.set(line, type);
    this.relate('IfcRelAggregates', 'RelatingObject', 'RelatedObjects', (whole, part) => {
      this.whole.set(part, whole);
      addTo(this.parts, whole, part);
    });
    this.relate('IfcRelContainedInSpatialStructure', 'RelatingStructure', 'RelatedElements', (place, thing) =>
      this.container.set(thing, place),
    );
    this.relate('IfcRelVoidsElement', 'RelatingBuildingElement', 'RelatedOpeningElement', (element, opening) =>
      this.voided.set(opening, element),
    );
    this.relate('IfcRelFillsElement', 'RelatingOpeningElement', 'RelatedBuildingElement', (opening, filling) =>
      this.filled.set(filling, opening),
    );
    this.relateProperties(new Set(lines.keys()));
    const storeys = this.linesOf('IfcBuildingStorey').flatMap((line) => this.storey(line) ?? []);
    const known = new Set(storeys.map(({ line }) => line));
    const things = [...lines]
      .sort(([p], [q]) => p - q)
      .filter(([line, type]) => !this.isPart(line, type, lines))
      .flatMap(([line, type]) => this.thing(line, type, known) ?? []);
    return {
      name: this.nameOf('IfcBuilding') ?? this.nameOf('IfcProject'),
      zero: this.zero(),
      storeys,
      things,
      others: this.others(lines),
      broken: this.broken,
    };
  }

  /** True if a whole that is read brings this along: a flight of a stair. Doors in a curtain wall are things. */
  private isPart(line: number, type: ReadType, lines: ReadonlyMap<number, ReadType>): boolean {
    const whole = this.whole.get(line);
    if (whole === undefined || ['IfcSpace', 'IfcDoor', 'IfcWindow', 'IfcOpeningElement'].includes(type)) return false;
    return lines.has(whole) && lines.get(whole) !== 'IfcSpace';
  }

  private linesOf(type: string): number[] {
    const code = this.api.GetTypeCodeFromName(type.toUpperCase());
    if (code === 0) return [];
    const list = this.api.GetLineIDsWithType(this.model, code, true);
    return Array.from({ length: list.size() }, (_, at) => list.get(at));
  }

  /** Returns a line; undefined if it can't be read, which is counted. */
  private line(line: number): WebLine | undefined {
    try {
      return this.api.GetLine(this.model, line);
    } catch (error) {
      if (!(error instanceof Error)) throw error;
      this.count(line);
      return undefined;
    }
  }

  private count(line: number): void {
    const type = this.typeOf(line);
    this.broken.set(type, (this.broken.get(type) ?? 0) + 1);
  }

  private typeOf(line: number): string {
    return namedType(this.api.GetNameFromTypeCode(this.api.GetLineType(this.model, line)));
  }

  private relate(type: string, one: string, many: string, take: (one: number, other: number) => void): void {
    for (const line of this.linesOf(type)) {
      const relation = this.line(line);
      const [from] = referencesIn(relation?.[one]);
      if (from !== undefined) for (const to of referencesIn(relation?.[many])) take(from, to);
    }
  }

  private relateProperties(wanted: ReadonlySet<number>): void {
    this.relate('IfcRelDefinesByProperties', 'RelatingPropertyDefinition', 'RelatedObjects', (set, thing) => {
      if (wanted.has(thing)) this.addProperties(set, thing);
    });
    this.relate('IfcRelDefinesByType', 'RelatingType', 'RelatedObjects', (type, thing) => {
      if (!wanted.has(thing)) return;
      const found = this.line(type);
      const name = plainValue(found?.Name);
      const own = this.propertiesOf(thing);
      own['Type.class'] = this.typeOf(type);
      if (name !== undefined) own['Type.Name'] = name;
      const predefined = plainValue(found?.PredefinedType);
      if (predefined !== undefined) own['Type.PredefinedType'] = predefined;
      for (const set of referencesIn(found?.HasPropertySets)) this.addProperties(set, thing);
    });
  }

  private readonly sets = new Map<number, readonly (readonly [string, string | number | boolean])[]>();

  private addProperties(set: number, thing: number): void {
    const values = this.sets.get(set) ?? this.propertiesIn(set);
    this.sets.set(set, values);
    const own = this.propertiesOf(thing);
    // What the thing itself says goes before its type, which comes later.
    for (const [key, value] of values) if (!Object.hasOwn(own, key)) own[key] = value;
  }

  private propertiesIn(set: number): (readonly [string, string | number | boolean])[] {
    const found = this.line(set);
    const name = plainValue(found?.Name);
    return referencesIn(found?.HasProperties).flatMap((line) => {
      const property = this.line(line);
      const [key, value] = [plainValue(property?.Name), plainValue(property?.NominalValue)];
      return key === undefined || value === undefined ? [] : [[`${name}.${key}`, value] as const];
    });
  }

  private propertiesOf(thing: number): Record<string, string | number | boolean> {
    const own = this.properties.get(thing) ?? {};
    this.properties.set(thing, own);
    return own;
  }

  private storey(line: number): IfcStorey | undefined {
    const found = this.line(line);
    if (found === undefined) return undefined;
    const name = plainValue(found.Name) ?? plainValue(found.LongName);
    const stated = plainValue(found.Elevation);
    return {
      line,
      guid: String(plainValue(found.GlobalId) ?? `#${line}`),
      name: name === undefined ? undefined : String(name),
      elevation: this.placeOf(found)?.[2] ?? (typeof stated === 'number' ? stated * this.unit : 0),
    };
  }

  private thing(line: number, type: ReadType, storeys: ReadonlySet<number>): IfcElement | undefined {
    const found = this.line(line);
    if (found === undefined) return undefined;
    const host = this.voided.get(line) ?? this.filled.get(line) ?? this.wallOfPart(line);
    return {
      type,
      line,
      guid: String(plainValue(found.GlobalId) ?? `#${line}`),
      properties: { ...this.properties.get(line), ...attributesOf(found), type },
      storey: this.storeyOf(line, storeys),
      ...(host === undefined ? {} : { host, hostType: this.typeOf(host) }),
      at: this.placeOf(found),
      mesh: this.mesh(line),
    };
  }

  private placeOf({ ObjectPlacement }: WebLine): IfcElement['at'] {
    const [placement] = referencesIn(ObjectPlacement);
    if (placement === undefined) return undefined;
    const matrix = this.api.GetWorldTransformMatrix(this.model, placement);
    // Unlike meshes, placements are in the file's unit.
    return [matrix[12] * this.unit, matrix[13] * this.unit, matrix[14] * this.unit];
  }

  private wallOfPart(line: number): number | undefined {
    const whole = this.whole.get(line);
    return whole !== undefined && /^IfcCurtainWall$/i.test(this.typeOf(whole)) ? whole : undefined;
  }

  /** Returns the storey that contains a thing, its whole, or the element that it voids. */
  private storeyOf(line: number, storeys: ReadonlySet<number>): number | undefined {
    let at: number | undefined = line;
    for (let depth = 0; at !== undefined && depth < 20; depth += 1) {
      if (storeys.has(at)) return at;
      at = this.container.get(at) ?? this.whole.get(at) ?? this.voided.get(at);
    }
    return undefined;
  }

  /** Returns the triangles of a thing and of its parts. */
  private mesh(line: number): Float64Array {
    const found: number[] = [];
    const seen = new Set<number>();
    const add = (of: number, depth: number): void => {
      if (seen.has(of) || depth > 10) return;
      seen.add(of);
      try {
        meshOf(this.api, this.model, of, found);
      } catch (error) {
        if (!(error instanceof Error)) throw error;
        this.count(of);
      }
      for (const part of this.parts.get(of) ?? []) if (!/^IfcSpace$/i.test(this.typeOf(part))) add(part, depth + 1);
    };
    add(line, 0);
    return Float64Array.from(found);
  }

  private nameOf(type: string): string | undefined {
    const [line] = this.linesOf(type);
    const found = line === undefined ? undefined : this.line(line);
    const name = plainValue(found?.LongName) ?? plainValue(found?.Name);
    return name === undefined || String(name).trim() === '' ? undefined : String(name).trim();
  }

  private metresPerUnit(): number {
    const [project] = this.linesOf('IfcProject');
    const [assigned] = project === undefined ? [] : referencesIn(this.line(project)?.UnitsInContext);
    const units = assigned === undefined ? [] : referencesIn(this.line(assigned)?.Units);
    return metresPerUnit(units, (line) => this.line(line));
  }

  private zero(): number {
    const [line] = this.linesOf('IfcBuilding');
    const found = line === undefined ? undefined : this.line(line);
    return (found === undefined ? undefined : this.placeOf(found)?.[2]) ?? 0;
  }

  /** Returns how many elements of other types there are. Parts of what is read don't count. */
  private others(lines: ReadonlyMap<number, ReadType>): Map<string, number> {
    const counts = new Map<string, number>();
    const isOfRead = (line: number): boolean => {
      let at: number | undefined = line;
      for (let depth = 0; at !== undefined && depth < 20; depth += 1) {
        if (lines.has(at)) return true;
        at = this.whole.get(at);
      }
      return false;
    };
    for (const { typeID } of this.api.GetAllTypesOfModel(this.model)) {
      const type = namedType(this.api.GetNameFromTypeCode(typeID));
      if (!this.api.IsIfcElement(typeID) || STRUCTURE.test(type)) continue;
      const list = this.api.GetLineIDsWithType(this.model, typeID);
      const own = Array.from({ length: list.size() }, (_, at) => list.get(at)).filter((line) => !isOfRead(line));
      if (own.length > 0) counts.set(type, own.length);
    }
    return new Map([...counts].sort(([p, m], [q, n]) => n - m || (p < q ? -1 : 1)));
  }
}

/** Attributes that tell what a thing is. */
const ATTRIBUTES = [
  'Name',
  'LongName',
  'Description',
  'ObjectType',
  'PredefinedType',
  'OperationType',
  'UserDefinedOperationType',
  'PartitioningType',
  'InteriorOrExteriorSpace',
  'Tag',
  'OverallWidth',
  'OverallHeight',
];

function attributesOf(line: WebLine): Properties {
  return Object.fromEntries(
    ATTRIBUTES.flatMap((key) => {
      const value = plainValue(line[key]);
      return value === undefined || value === '' ? [] : [[key, value]];
    }),
  );
}

/** Returns the name of a type as the standard spells it, of those that are read; else as web-ifc does. */
function namedType(name: string): string {
  return READ_TYPES.find((type) => type.toLowerCase() === name.toLowerCase()) ?? name;
}
