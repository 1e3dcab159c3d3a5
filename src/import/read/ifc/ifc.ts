// Reads building models (IFC) as one source.

import { append } from '../../../base/arrays.js';
import { distance, halfway } from '../../../geometry/vector.js';
import { metres } from '../../../i18n/number.js';
import { problemOf, type SourceProblem } from '../../../source/problem.js';
import { roundedTo } from '../../frame.js';
import type { Note } from '../../notes.js';
import { middle } from '../../support/ids.js';
import type { InputFile, Properties, RawFeature, RawShape, ReadSource, SourceLevel } from '../../types.js';
import { isEquipment, kindOfDevice } from './devices.js';
import { floorsOf, LEAST_HOLE } from './floors.js';
import type { IfcElement, IfcModel } from './model.js';
import { type OpenSide, openSides } from './open-sides.js';
import { LEAST, openingsOf } from './openings.js';
import { cornersOf, heightsOf, type Shadow } from './shadow.js';
import { roomsOf } from './spaces.js';
import { type Storey, Storeys } from './storeys.js';
import { ifcProblemText, t } from './texts.js';
import { bodiesOf, HANGING } from './walls.js';

/** True if the names of `files` are those of building models. */
export function isIfc(files: readonly InputFile[]): boolean {
  return files.some(({ path }) => /\.(?:ifc|ifczip)$/i.test(path));
}

/** Reads building models: rooms, walls, doors, windows, stairs and devices of each storey, in metres. */
export function readIfc(files: readonly InputFile[]): ReadSource {
  const problems: SourceProblem[] = [];
  const features: RawFeature[] = [];
  const notes: Note[] = [];
  const levels: SourceLevel[] = [];
  let name: string | undefined;
  for (const { path, model } of files) {
    if (model === undefined) {
      problems.push(problemOf(ifcProblemText.ifcUnreadable, path));
      continue;
    }
    if (model.storeys.length === 0) {
      problems.push(problemOf(ifcProblemText.ifcNoStoreys, path));
      continue;
    }
    const read = new ModelPlan(model, path).read();
    append(features, read.features);
    append(levels, read.levels);
    append(notes, read.notes);
    name ??= model.name;
  }
  if (problems.length > 0) return { ok: false, problems };
  return { ok: true, source: { name, levels, features, notes } };
}

class ModelPlan {
  private readonly notes: Note[] = [];
  private readonly features: RawFeature[] = [];

  constructor(
    private readonly model: IfcModel,
    private readonly path: string,
  ) {}

  read(): {
    readonly features: readonly RawFeature[];
    readonly levels: readonly SourceLevel[];
    readonly notes: readonly Note[];
  } {
    const { things } = this.model;
    const storeys = new Storeys(this.model);
    const { rooms, wells, areas, shapeless, astray } = roomsOf(things, storeys);
    const ceilings = new Map<string, number>();
    for (const { storey, high } of rooms) {
      const height = Math.min(high, storey.next) - storey.elevation;
      if (height > 0) ceilings.set(storey.key, Math.max(ceilings.get(storey.key) ?? 0, height));
    }
    const walls = bodiesOf(things, storeys, ceilings);
    const openings = openingsOf(things, walls.bodies, rooms, storeys);
    const { floors, filled, named, loose, small, shapeless: hollow } = floorsOf(things, [...rooms, ...wells], storeys);
    for (const { thing, storey, spans, shadows } of rooms) {
      const holds = filled.get(thing)?.type;
      const levels = [storey, ...spans].map(({ key }) => key);
      this.add(thing, levels, polygons(shadows), holds === undefined ? {} : { holds });
    }
    const placed = new Set<IfcElement>();
    for (const { thing, storey, shadows, height } of walls.bodies) {
      const id = placed.has(thing) ? `${thing.guid}-${storey.name ?? storey.guid}` : thing.guid;
      placed.add(thing);
      this.add(
        thing,
        [storey.key],
        polygons(shadows),
        height === undefined ? {} : { height: roundedTo(height, 3) },
        id,
      );
    }
    for (const { thing, storey, line, thickness, sill, head } of openings.openings) {
      this.add(thing, [storey.key], [{ type: 'LineString', line: [...line] }], {
        thickness: roundedTo(thickness, 4),
        ...(sill === undefined ? {} : { sill: roundedTo(sill, 3) }),
        head: roundedTo(head, 3),
      });
    }
    for (const storey of storeys.all) {
      const here = [...rooms, ...wells].filter((room) => room.storey === storey || room.spans.includes(storey));
      for (const side of openSides(storey, here, walls.bodies, openings.openings)) this.addSide(side);
    }
    for (const { thing, storey, shadows } of floors) {
      if (thing.type !== 'IfcOpeningElement') this.add(thing, [storey.key], polygons(shadows), {});
      else this.addWell(thing, storey, shadows, thing.guid);
    }
    for (const { thing, storey, shadows } of wells) {
      this.addWell(thing, storey, shadows, `${thing.guid}-${storey.name ?? storey.guid}`);
    }
    this.addDevices(things, storeys);
    this.note('left-out', t['stairs-named'], named);
    this.note('unknown', t['stairs-loose'], loose);
    this.note('left-out', t['slab-hole']({ least: LEAST_HOLE }), small);
    this.note('left-out', t.area, areas);
    this.byType('refused', (type) => t.shapeless({ type }), [
      ...shapeless,
      ...walls.shapeless,
      ...openings.shapeless,
      ...hollow,
    ]);
    this.note('left-out', t.astray, [...astray, ...walls.astray, ...openings.astray]);
    this.byType('left-out', (type) => t.hanging({ type, height: HANGING }), walls.hanging);
    this.note('left-out', t.niche, openings.niches);
    this.note('left-out', t.lying, openings.lying);
    this.note('left-out', t.crossed, openings.crossed);
    this.note('left-out', t.small({ least: LEAST }), openings.small);
    for (const { thing, isInWall, storey } of openings.openings) {
      if (isInWall) continue;
      this.notes.push({
        sort: 'assumed',
        message: t['no-host']({ name: String(thing.properties.Name ?? thing.guid) }),
        level: storey.key,
        ids: [thing.guid],
        origin: this.originOf(thing),
      });
    }
    for (const { name, guid } of storeys.empty) {
      this.notes.push({ sort: 'left-out', message: t['empty-storey']({ name: name ?? guid }) });
    }
    for (const [type, count] of this.model.others)
      this.notes.push({ sort: 'left-out', message: t.others({ type }), count });
    for (const [type, count] of this.model.broken)
      this.notes.push({ sort: 'refused', message: t.broken({ type }), count });
    return { features: this.features, levels: storeys.levels(this.model.zero, ceilings), notes: this.notes };
  }

  private addSide({ storey, line, thickness, isSure, sill, room }: OpenSide): void {
    const [x, y] = halfway(...line);
    const place = `x${Math.round(10 * x)}y${Math.round(10 * y)}`;
    const width = roundedTo(distance(...line), 3);
    this.features.push({
      format: 'ifc',
      system: 'metres',
      id: `${storey.name ?? storey.guid}-passage-${place}`,
      properties: {
        type: isSure ? 'IfcVirtualElement' : 'OpenSide',
        thickness: roundedTo(thickness, 4),
        ...(sill === undefined ? {} : { sill: roundedTo(sill, 3) }),
      },
      shapes: [{ type: 'LineString', line: [...line] }],
      levels: [storey.key],
      origin: this.originOf(room.thing),
    });
    if (isSure) return;
    const at = [roundedTo(x, 2), roundedTo(y, 2)] as const;
    const message = t['open-side']({ width: metres(width, 2) });
    this.notes.push({
      sort: 'assumed',
      message,
      level: storey.key,
      size: width,
      at,
      origin: this.originOf(room.thing),
    });
  }

  /** Adds a hole in the floor of a storey. The name of what is below would say that it is that. */
  private addWell(thing: IfcElement, storey: Storey, shadows: readonly Shadow[], id: string): void {
    this.features.push({
      format: 'ifc',
      system: 'metres',
      id,
      properties: { type: 'Well' },
      shapes: polygons(shadows),
      levels: [storey.key],
      origin: this.originOf(thing),
    });
  }

  private addDevices(things: readonly IfcElement[], storeys: Storeys): void {
    for (const thing of things.filter(isEquipment)) {
      const device = kindOfDevice(thing);
      const { type, properties } = thing;
      if (device === undefined) {
        const kind = String(properties.PredefinedType ?? properties['Type.PredefinedType'] ?? 'NOTDEFINED');
        this.notes.push({ sort: 'left-out', message: t.harmless({ type, kind }), ids: [thing.guid], count: 1 });
        continue;
      }
      const at = placeOf(thing);
      const storey = at === undefined ? undefined : (storeys.containing(thing) ?? storeys.at(at[2]));
      if (at === undefined || storey === undefined) {
        this.note('refused', t.shapeless({ type }), [thing]);
        continue;
      }
      const model = properties['Type.Name'];
      this.add(thing, [storey.key], [{ type: 'Point', at: [at[0], at[1]] }], {
        device,
        height: roundedTo(at[2] - storey.elevation, 3),
        ...(model === undefined ? {} : { model }),
      });
    }
  }

  private add(
    thing: IfcElement,
    levels: readonly string[],
    shapes: readonly RawShape[],
    more: Properties,
    id = thing.guid,
  ): void {
    const { properties } = thing;
    this.features.push({
      format: 'ifc',
      system: 'metres',
      id,
      properties: { ...properties, ...more },
      shapes,
      levels,
      origin: this.originOf(thing),
    });
  }

  private originOf({ line }: IfcElement) {
    return { path: this.path, pointer: String(line) };
  }

  private note(sort: Note['sort'], message: Note['message'], of: readonly IfcElement[]): void {
    const [first] = of;
    if (first === undefined) return;
    this.notes.push({ sort, message, ids: of.map(({ guid }) => guid), count: of.length, origin: this.originOf(first) });
  }

  private byType(sort: Note['sort'], message: (type: string) => Note['message'], of: readonly IfcElement[]): void {
    const types = new Map<string, IfcElement[]>();
    for (const thing of of) types.set(thing.type, [...(types.get(thing.type) ?? []), thing]);
    for (const [type, same] of types) this.note(sort, message(type), same);
  }
}

/** Returns the middle of a thing: of its shape, else its own origin. */
function placeOf({ mesh, at }: IfcElement): IfcElement['at'] {
  const heights = heightsOf(mesh);
  const centre = middle(cornersOf(mesh));
  return heights === undefined || centre === undefined ? at : [centre[0], centre[1], (heights[0] + heights[1]) / 2];
}

function polygons(shadows: readonly Shadow[]): RawShape[] {
  return shadows.map(({ rings }) => ({ type: 'Polygon', rings: rings.map((ring) => [...ring, ...ring.slice(0, 1)]) }));
}
