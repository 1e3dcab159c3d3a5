import type { ElementKind } from '../../plan/read/geojson-feature.js';
import type { CoordinateSystem } from '../types.js';

/** What a property must be: one of these words (`*` stands for anything, case aside), there (`true`), or absent (`false`). */
export type Pattern = string | boolean | number | readonly (string | number)[];

/**
 * Properties by name, all of which must match. Two names are ours: `geometry` (Point, LineString, Polygon) and `file` (the
 * name of the file).
 */
export type Where = Readonly<Record<string, Pattern>>;

/** What things of a source become. */
export const BECOMES = [
  ...(['zone', 'wall', 'opening', 'device'] as const satisfies readonly ElementKind[]),
  'outline',
  'none',
] as const;
export type Becomes = (typeof BECOMES)[number];

/** The first rule that matches a thing says what it becomes. */
export interface MappingRule {
  readonly where: Where;
  readonly as: Becomes;
  /** Kind of zone, opening or device; of a zone without one it is told by its category, then by its name. */
  readonly kind?: string;
  /** Further keys of the element, spelled as a plan spells them: `material`, `enclosed`, `film` … */
  readonly keys?: Readonly<Record<string, unknown>>;
  /**
   * Further keys whose value the source has: key of the plan → names of properties, the first that is there counts. Goes
   * before `keys`, which then says what holds where the source says nothing.
   */
  readonly from?: Readonly<Record<string, readonly string[]>>;
}

/** Under which names a source keeps what every element has; the first that is there counts. */
export interface MappingKeys {
  readonly id?: readonly string[];
  readonly name?: readonly string[];
  readonly level?: readonly string[];
  /** What says what a room is for: listed where we don't know it. */
  readonly kind?: readonly string[];
  /** How wide a door, a window or a pillar that is drawn as a point is; m, or with its unit. */
  readonly width?: readonly string[];
}

/** A storey of a source that doesn't know its storeys. */
export interface MappingLevel {
  /** What features name it by. */
  readonly key: string;
  readonly id?: string;
  readonly name?: string;
  /** Names of files that hold it, with `*`. */
  readonly files?: readonly string[];
  /** m */
  readonly elevation?: number;
  readonly ceiling?: number;
}

/** How a source is read as a plan. Data: schemas/mapping.schema.json. What a user's says goes before what is shipped. */
export interface Mapping {
  readonly coordinates?: CoordinateSystem;
  /** m a unit of the source, where `coordinates` is metres. */
  readonly unit?: number;
  readonly keys?: MappingKeys;
  readonly levels?: readonly MappingLevel[];
  readonly rules: readonly MappingRule[];
  /** Values of `keys.kind` (`*` stands for anything, case aside), or `property=value` → kind of zone. */
  readonly kinds?: Readonly<Record<string, string>>;
  /** Values of `keys.kind` that say nothing of what a room is for, so that only its name can tell. */
  readonly silent?: readonly string[];
  /** Words that end a name, or patterns with `*` for the whole of it → kind of zone. */
  readonly names?: Readonly<Record<string, string>>;
  /** Figures for what sources don't say, m. */
  readonly assume?: {
    readonly doorWidth?: number;
    readonly windowWidth?: number;
    readonly storey?: number;
    readonly pillar?: number;
    /** DXF: bearing, degrees clockwise from up, to which a device's block without rotation is drawn to look. */
    readonly blockHeading?: number;
  };
}
