// Types of a mapping: the rules that turn a source into a plan.

import type { ElementKind } from '../../plan/read/geojson-feature.js';
import type { CoordinateSystem } from '../types.js';

/**
 * Condition on one property: it equals a word (`*` matches anything, case doesn't count) or one of several, is present
 * (`true`), or absent (`false`).
 */
export type Pattern = string | boolean | number | readonly (string | number)[];

/**
 * Conditions by property name; all must hold. Three names have a meaning of their own: `geometry` (Point, LineString,
 * Polygon), `file` (file name) and `id`. The id is the one in the source (in a drawing the handle) or, for a feature
 * without one, the id made from its place; it matches as the source spells it and as the plan does.
 */
export type Where = Readonly<Record<string, Pattern>>;

/** Everything that a mapping rule can make of a feature. */
export const BECOMES = [
  ...(['zone', 'wall', 'opening', 'device'] as const satisfies readonly ElementKind[]),
  'building',
  'outline',
  'none',
] as const;
/**
 * What a feature becomes by a rule: an element of the plan; walls and doors of one layer, told apart by their shape
 * (`building`, DXF only); the outline of a level (`outline`); nothing (`none`).
 */
export type Becomes = (typeof BECOMES)[number];

/** One rule of a mapping. The first rule that matches a feature decides what it becomes. */
export interface MappingRule {
  readonly where: Where;
  readonly as: Becomes;
  /** Kind of zone, opening or device. A zone without it gets its kind by category, then by name. */
  readonly kind?: string;
  /** Further keys of the element, as a plan file spells them: `material`, `enclosed`, `film`. */
  readonly keys?: Readonly<Record<string, unknown>>;
  /**
   * Further keys taken from the source: plan key → property names, the first present counts. They win over `keys`,
   * which holds if the source has none.
   */
  readonly from?: Readonly<Record<string, readonly string[]>>;
}

/** Property names that hold the common facts of an element; the first present counts. */
export interface MappingKeys {
  readonly id?: readonly string[];
  readonly name?: readonly string[];
  readonly level?: readonly string[];
  /** Use of a room. Unknown values are listed in the notes. */
  readonly kind?: readonly string[];
  /** Width of a door, window or pillar drawn as a point: in m, or with its unit. */
  readonly width?: readonly string[];
}

/** A rectangle of a drawing, in drawing units: x and y of its lower left corner, then of its upper right one. */
export type Region = readonly [x0: number, y0: number, x1: number, y1: number];

/** A storey that the mapping names, for a source that doesn't describe its storeys itself. */
export interface MappingLevel {
  /** Name by which features refer to it. */
  readonly key: string;
  readonly id?: string;
  readonly name?: string;
  /** Names of the files that belong to it; `*` matches anything. */
  readonly files?: readonly string[];
  /**
   * Part of the drawing that holds it, in drawing units: x and y of the lower left corner, then of the upper right one.
   * The level's coordinates count from the lower left corner.
   */
  readonly region?: Region;
  /** m. */
  readonly elevation?: number;
  readonly ceiling?: number;
}

/**
 * Rules for reading a source as a plan, as data (schemas/mapping.schema.json). A user's mapping goes before the
 * shipped one.
 */
export interface Mapping {
  readonly coordinates?: CoordinateSystem;
  /** Metres per unit of the source, if `coordinates` is `metres`. */
  readonly unit?: number;
  readonly keys?: MappingKeys;
  readonly levels?: readonly MappingLevel[];
  readonly rules: readonly MappingRule[];
  /** Zone kinds by value of `keys.kind` (`*` matches anything, case doesn't count) or by `property=value`. */
  readonly kinds?: Readonly<Record<string, string>>;
  /** Values of `keys.kind` that don't tell the use of a room, so that only its name can. */
  readonly silent?: readonly string[];
  /** Zone kinds by word that ends a name, or by pattern with `*` for the whole name. */
  readonly names?: Readonly<Record<string, string>>;
  /** Values in m for facts that a source lacks. */
  readonly assume?: {
    readonly doorWidth?: number;
    readonly windowWidth?: number;
    readonly storey?: number;
    readonly pillar?: number;
    /** DXF: where the block of a device looks if it isn't rotated, degrees clockwise from up on the sheet. */
    readonly blockHeading?: number;
    /** DXF: what gaps are in which no door is drawn. */
    readonly gaps?: 'passage' | 'door';
  };
  /** Rules, counted from 1, that a survey marked as to be confirmed and that still are. */
  readonly unconfirmed?: readonly number[];
  /**
   * Rules that matched something in a reader, which adds them here: it doesn't pass on all features, and rules of those
   * that it keeps would else be reported as unused.
   */
  readonly used?: Set<MappingRule>;
}
