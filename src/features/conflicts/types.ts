import type { Region } from '../../geometry/types.js';
import type { ClauseId, DensityLevel, Pack } from '../../law/types.js';
import type { LintVerdict } from '../../lint/types.js';
import type { Device, Range, Zone } from '../../plan/model.js';
import type { TextEdit } from '../../source/edit/splice.js';

/** How much of a zone must be covered, and that it isn't without one camera. Fractions 0–1. */
export interface Need {
  readonly zone: Zone;
  readonly clauses: readonly ClauseId[];
  readonly level: DensityLevel['id'];
  /** px/m */
  readonly density: number;
  readonly threshold: number;
  /** Whether detectors count beside cameras. */
  readonly detectors: boolean;
  readonly minus: readonly Region[];
  /** m² that are to be covered. */
  readonly area: number;
  /** With the camera as drawn, and without it. */
  readonly before: number;
  readonly others: number;
  /** What the others leave uncovered. */
  readonly rest: readonly Region[];
}

/** What a camera captures of a private zone and may not, or may only if a person says so. */
export interface ForbiddenView {
  readonly zone: Zone;
  readonly pack: Pack;
  readonly clauses: readonly ClauseId[];
  /** The item that makes the zone a private one. */
  readonly item: ClauseId | undefined;
  readonly outcome: 'fail' | 'open' | 'review';
  /** It stands in the zone, or so near to it that it counts as there. */
  readonly inside: boolean;
  /** m²; undefined where it stands inside. */
  readonly area: number | undefined;
  /** Another law orders the clear pane that it sees through. */
  readonly ordered: boolean;
  readonly verdict: LintVerdict;
}

/** Where a camera looks: degrees as the plan's file has them. */
export interface Pose {
  readonly heading: number;
  readonly tilt: number;
  /** Set where the lens is locked at another field than its own. */
  readonly hfov?: number;
}

/** What a zone's coverage is in a pose. */
export interface PoseCoverage {
  readonly need: Need;
  readonly after: number;
}

/** Why no pose will do: `by` are the private zones that stand in its way. */
export type NoPoseCause =
  /** It stands where nobody may capture. */
  | { readonly is: 'inside' }
  /** A PTZ sees it wherever it is aimed. */
  | { readonly is: 'ptz' }
  /** No pose covers what must be covered, seen or not. */
  | { readonly is: 'coverage' }
  /** Every pose that covers sees one of them; `sectors`: headings of the file that hold all that can cover. */
  | { readonly is: 'sight'; readonly by: readonly Zone[]; readonly sectors: readonly Range[] };

/** Why it isn't decided. */
export type UndecidedCause =
  /** What the plan says of the camera isn't enough, or it doesn't just look one way. */
  | 'device'
  /** Poses are left that bounds don't decide at the finest resolution. */
  | 'resolution'
  /** More cells than are looked at, or more work than is allowed. */
  | 'effort'
  /** There are poses that do both, and each of those tried brings another finding with it. */
  | 'others';

export type ConflictAnswer =
  | {
      readonly is: 'pose';
      readonly pose: Pose;
      readonly turn: number;
      readonly tilt: number;
      readonly kept: readonly PoseCoverage[];
      /** Edits of the plan's files; undefined where the pose is written elsewhere than with the device. */
      readonly edits: readonly TextEdit[] | undefined;
    }
  | { readonly is: 'none'; readonly reason: NoPoseCause; readonly cells: number }
  | { readonly is: 'undecided'; readonly why: UndecidedCause; readonly cells: number };

/** Whether some pose both meets a design criterion and keeps out; no law asks it. */
export interface CriterionAnswer {
  readonly needs: readonly Need[];
  readonly answer: ConflictAnswer;
}

/** What the camera does at one heading at its best tilt. */
export interface Ray {
  /** Degrees of the file. */
  readonly heading: number;
  readonly covers: boolean;
  readonly clear: boolean;
  readonly both: boolean;
}

/** One camera of which both things are asked. */
export interface Conflict {
  readonly device: Device;
  /** As drawn. */
  readonly drawn: Partial<Pose>;
  /** Degrees by which headings of the file are more than those counted from +y of the plan. */
  readonly north: number;
  /** Zones whose protection hangs on it; none where only a design criterion does. */
  readonly needs: readonly Need[];
  readonly sees: readonly ForbiddenView[];
  readonly answer: ConflictAnswer;
  /** Undefined where no criterion is set, or the camera isn't what it hangs on. */
  readonly criterion: CriterionAnswer | undefined;
  /** Whether permanent masks were proved to settle it; edits of the files. */
  readonly mask: readonly TextEdit[] | undefined;
  /** All round the camera, for looking at; costs a few hundred views. */
  rays(): readonly Ray[];
}

/** The terms of the search: ours, printed. Degrees, cells. */
export const SEARCH = { resolution: 0.25, cells: 20_000, tilts: [0, 90] as const } as const;
