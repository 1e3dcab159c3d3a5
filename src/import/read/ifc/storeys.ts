// The storeys of a building model that become levels, and which of them a thing stands on.

import { roundedTo } from '../../frame.js';
import type { SourceLevel } from '../../types.js';
import { levelsCalled } from '../storeys.js';
import type { IfcElement, IfcModel, IfcStorey } from './model.js';
import { heightsOf } from './shadow.js';

/** Types that make a storey a level: foundations and roofs have walls, but nobody is on them. */
const INHABITED: ReadonlySet<string> = new Set([
  'IfcSpace',
  'IfcDoor',
  'IfcWindow',
  'IfcSensor',
  'IfcAudioVisualAppliance',
]);

/** Metres below its floor at which a thing still counts for a storey: thresholds, finishes. */
const BELOW = 0.5;

/** A storey that becomes a level. */
export interface Storey extends IfcStorey {
  /** Key of the level. */
  readonly key: string;
  /** Elevation in m, in the coordinates of the meshes, of the next level; Infinity on the topmost. */
  readonly next: number;
}

/** The storeys of a building model, lowest first, and which of them become levels. */
export class Storeys {
  readonly all: readonly Storey[];
  /** Storeys on which nothing is. */
  readonly empty: readonly IfcStorey[];

  constructor({ storeys, things }: IfcModel) {
    const used = new Set(things.flatMap(({ type, storey }) => (INHABITED.has(type) ? [storey] : [])));
    const sorted = [...storeys].sort((p, q) => p.elevation - q.elevation || (p.guid < q.guid ? -1 : 1));
    const kept = used.size === 0 ? sorted : sorted.filter(({ line }) => used.has(line));
    this.empty = sorted.filter((one) => !kept.includes(one));
    this.all = kept.map((storey) => ({
      ...storey,
      key: storey.guid,
      next: Math.min(
        ...kept.flatMap(({ elevation }) => (elevation > storey.elevation + BELOW ? [elevation] : [])),
        Number.POSITIVE_INFINITY,
      ),
    }));
  }

  /** Returns the storey that the model puts a thing on; undefined if that is no level. */
  containing({ storey }: Pick<IfcElement, 'storey'>): Storey | undefined {
    return this.all.find(({ line }) => line === storey);
  }

  /** Returns the storey at a height in m; of several at one, the first. */
  at(z: number): Storey | undefined {
    return this.all.findLast(({ elevation }) => elevation - BELOW <= z) ?? undefined;
  }

  /**
   * Returns the storey of a thing: the one that contains it, unless it lies wholly above or below that one; then, as for
   * a thing that none contains, by its lower edge.
   */
  of(thing: Pick<IfcElement, 'storey' | 'mesh'>): Storey | undefined {
    const own = this.containing(thing);
    const heights = heightsOf(thing.mesh);
    if (heights === undefined) return own;
    const [low, high] = heights;
    if (own !== undefined && low < own.next - BELOW && high > own.elevation + 0.01) return own;
    const peers = this.all.filter(
      ({ elevation }) => Math.abs(elevation - (this.at(low)?.elevation ?? Number.NaN)) < 0.01,
    );
    return peers[0];
  }

  /** Returns the levels; `ceilings` has the height in m of each level's rooms, by key. Elevations count from `zero`. */
  levels(zero: number, ceilings: ReadonlyMap<string, number>): SourceLevel[] {
    const names = new Map(
      levelsCalled(this.all.map(({ name, guid }) => name ?? guid)).map((level) => [level.key, level.short]),
    );
    return this.all.map(({ key, guid, name, elevation }, ordinal) => {
      const ceiling = ceilings.get(key);
      return {
        key,
        short: names.get(name ?? guid) ?? guid,
        name,
        ordinal,
        elevation: roundedTo(elevation - zero, 3),
        ...(ceiling === undefined ? {} : { ceiling: roundedTo(ceiling, 3) }),
      };
    });
  }
}
