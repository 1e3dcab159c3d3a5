/**
 * What the page carries for its script, as JSON. Types alone: both sides, the writer and the script, are held to them.
 * Lengths are whole centimetres from the south-west corner of the level; y is up.
 */

/** A line or a ring: x, y of the first point, then for each other point how far it is from the one before. */
export type Path = readonly number[];

/** Where a finding is on the plan: which level of its plan, and which of that level's marks. */
export type Target = readonly [level: number, mark: number];

export interface PageData {
  readonly locale: string;
  readonly words: Readonly<Record<string, string>>;
  readonly plans: readonly PlanData[];
}

export interface PlanData {
  readonly levels: readonly string[];
  readonly clauses: readonly (readonly [key: string, name: string])[];
  readonly laws: readonly LawData[];
  readonly findings: readonly FindingData[];
}

/** The law of a finding; thousands of findings rest on the same few. */
export interface LawData {
  readonly clauses: readonly (readonly [label: string, words: string])[];
  readonly penalty: string;
}

export type GroupName = 'fail' | 'open' | 'warning' | 'review';

export interface FindingData {
  readonly n: number;
  readonly group: GroupName;
  /** What the verdict is called. */
  readonly verdict: string;
  readonly title: string;
  readonly subject: string;
  readonly text: string;
  /** Rows of the table of clauses that it is counted in. */
  readonly keys: readonly string[];
  readonly law: number;
  /** Label and text, in the order to print. */
  readonly facts: readonly (readonly [label: string, text: string])[];
  readonly advice?: string;
  readonly question?: string;
  /** The question's answer is a clause: there is nothing to tick. */
  readonly chooses?: true;
  readonly target?: Target;
  /** Findings that say the same elsewhere. */
  readonly rest: readonly MemberData[];
}

export interface MemberData {
  readonly subject: string;
  readonly text: string;
  readonly target?: Target;
}

export interface LevelData {
  readonly name: string;
  readonly size: readonly [width: number, height: number];
  readonly zones: readonly ZoneData[];
  /** By material: opaque, clear, frosted. */
  readonly walls: readonly (readonly Path[])[];
  /** By kind: passage, door, curtain, glass door, window. */
  readonly openings: readonly (readonly Path[])[];
  readonly devices: readonly DeviceData[];
  readonly signs: readonly DeviceData[];
  readonly views: readonly ViewData[];
  readonly remainders: readonly (readonly Path[])[];
  readonly marks: readonly MarkData[];
}

/** Status: 0 neither, 1 required, 2 private. The first ring runs counter-clockwise, holes clockwise. */
export type ZoneData = readonly [name: string, status: 0 | 1 | 2, rings: readonly Path[]];

/** A device or a sign. Heading clockwise from up, degrees; −1: none. Status: 0 planned, 1 existing, 2 removed. */
export type DeviceData = readonly [id: string, label: string, x: number, y: number, heading: number, status: number];

/** World: 0 must-see, 1 may-see. */
export type ViewData = readonly [device: number, world: 0 | 1, outlines: readonly Path[]];

/** A finding on the level: its number, its group, the device of its subject (−1: none), its sight line, its worst point. */
export type MarkData = readonly [n: number, group: GroupName, device: number, line: Path, x: number, y: number];
