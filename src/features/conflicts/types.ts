// Types of conflicts: needs, forbidden views, poses and answers.

import type { Region } from '../../geometry/types.js';
import type { ClauseId, DensityLevel } from '../../law/types.js';
import { MOST_CELLS } from '../../lint/search/search.js';
import type { Aim } from '../../lint/search/trial.js';
import type { LintVerdict } from '../../lint/types.js';
import type { Device, Range, Zone } from '../../plan/model.js';
import type { RegionOnLevels } from '../../sight/types.js';
import type { TextEdit } from '../../source/edit/splice.js';

/** A zone that is covered to the share asked only with the camera at hand. Shares are 0–1. */
export interface Need {
  readonly zone: Zone;
  /** Clauses that want the zone protected; [] for a design criterion. */
  readonly clauses: readonly ClauseId[];
  readonly level: DensityLevel['id'];
  /** Pixel density asked, px/m. */
  readonly density: number;
  /** Share that must be covered. */
  readonly threshold: number;
  /** True if detectors count beside cameras. */
  readonly detectors: boolean;
  /** Areas of the zone that needn't be covered. */
  readonly minus: readonly RegionOnLevels[];
  /** m² that the share is of. */
  readonly area: number;
  /** Covered share with the camera as drawn. */
  readonly before: number;
  /** Covered share without the camera. */
  readonly others: number;
  /** Area that the other devices leave uncovered. */
  readonly rest: readonly Region[];
}

/** A private zone that a camera captures and may not, or may only if a person says so. */
export interface ForbiddenView {
  readonly zone: Zone;
  readonly clauses: readonly ClauseId[];
  /** The item of the law that makes the zone a private one; undefined if none is found. */
  readonly item: ClauseId | undefined;
  readonly outcome: 'fail' | 'open' | 'review';
  /** True if the camera stands in the zone, or so near that it counts as inside. */
  readonly inside: boolean;
  /** Visible area in m²; undefined if the camera stands inside, or the area isn't known. */
  readonly area: number | undefined;
  /** True if another law orders the clear pane that the camera sees through. */
  readonly ordered: boolean;
  /** The finding. */
  readonly verdict: LintVerdict;
}

/** Direction of a camera, in degrees as in the plan's file. */
export interface Pose extends Aim {
  readonly tilt: number;
}

/** Coverage of a {@link Need} in a tried pose: `after` is the share (0–1) of its zone that is then covered. */
export interface PoseCoverage {
  readonly need: Need;
  readonly after: number;
}

/** Reason why no pose both covers what it must and sees nothing private. `by`: the private zones that prevent it. */
export type NoPoseCause =
  /** The camera stands where nobody may capture. */
  | { readonly is: 'inside' }
  /** A PTZ sees the private zone somewhere in its range, wherever it is aimed. */
  | { readonly is: 'ptz' }
  /** No pose covers what must be covered, whatever else it sees. */
  | { readonly is: 'coverage' }
  /** Every pose that covers sees one of `by`. `sectors`: headings (as in the file) of all poses that may cover. */
  | { readonly is: 'sight'; readonly by: readonly Zone[]; readonly sectors: readonly Range[] };

/** Reason why the search can say neither that a good pose exists nor that none does. */
export type UndecidedCause =
  /** The plan says too little of the camera, or it doesn't look in one direction. */
  | 'device'
  /** At the finest resolution, bounds don't decide some poses. */
  | 'resolution'
  /** The search takes more cells or work than allowed. */
  | 'effort'
  /** Some poses do both, but each of those tried brings another finding. */
  | 'others';

/**
 * The answer of the search for a pose that covers what it must and sees nothing private: one that does both, the proof
 * that none does, or undecided. `cells`: number examined.
 */
export type ConflictAnswer =
  | {
      readonly is: 'pose';
      readonly pose: Pose;
      /** Degrees from the drawn heading, clockwise positive. */
      readonly turn: number;
      /** Degrees from the drawn tilt, downwards positive. */
      readonly tilt: number;
      readonly kept: readonly PoseCoverage[];
      /** Edits of the plan's files; undefined if the pose is written elsewhere than with the device. */
      readonly edits: readonly TextEdit[] | undefined;
    }
  | { readonly is: 'none'; readonly reason: NoPoseCause; readonly cells: number }
  | { readonly is: 'undecided'; readonly why: UndecidedCause; readonly cells: number };

/**
 * The answer of the search for a better pose if the design criteria (`needs`), which no law asks for, must be met too.
 */
export interface CriterionAnswer {
  readonly needs: readonly Need[];
  readonly answer: ConflictAnswer;
}

/**
 * Whether the camera, at one heading and some of the tilts tried, covers what it must, sees nothing private, or both.
 */
export interface Ray {
  /** Degrees, as in the plan's file. */
  readonly heading: number;
  /** True if some tilt covers what it must. */
  readonly covers: boolean;
  /** True if some tilt sees nothing private. */
  readonly clear: boolean;
  /** True if one tilt does both. */
  readonly both: boolean;
}

/** A camera that must watch one place and must not see another. */
export interface Conflict {
  readonly device: Device;
  /** Pose as drawn; keys that the plan doesn't give are absent. */
  readonly drawn: Partial<Pose>;
  /** Degrees to add to a heading counted from +y of the plan to get that of the plan's file. */
  readonly north: number;
  /** Zones whose protection depends on it; [] if only a design criterion does. */
  readonly needs: readonly Need[];
  /** Views of places that it may not capture, or may only if a person says so. */
  readonly sees: readonly ForbiddenView[];
  readonly answer: ConflictAnswer;
  /** Undefined if no criterion is set, or none depends on the camera. */
  readonly criterion: CriterionAnswer | undefined;
  /** Edits that set a permanent mask, proved to settle the conflict; undefined if there is none. */
  readonly mask: readonly TextEdit[] | undefined;
  /** Returns trials all round the camera, for viewing. Costs a few hundred views. */
  rays(): readonly Ray[];
}

/** Terms of the search, chosen by sitecam and printed: finest resolution and range of tilts in degrees, most cells. */
export const SEARCH = { resolution: 0.1, cells: MOST_CELLS, tilts: [0, 90] as const } as const;
