// Data that the HTML page carries for its script, as types that the writer and the script share.
/** Lengths are whole centimetres from the south-west corner of the level; y is up. */

/** A line or a ring: x, y of the first point, then the offset of each point from the one before. */
export type Path = readonly number[];

/** Position of a finding on the plan: index of the level, and of the mark on that level. */
export type Target = readonly [level: number, mark: number];

/** All data of the page. */
export interface PageData {
  readonly locale: string;
  readonly words: Readonly<Record<string, string>>;
  readonly plans: readonly PlanData[];
}

/** Data of one plan without its levels. */
export interface PlanData {
  readonly levels: readonly string[];
  readonly clauses: readonly (readonly [key: string, name: string])[];
  readonly laws: readonly LawData[];
  readonly findings: readonly FindingData[];
}

/**
 * The law of a finding: clauses with their words, and penalties. Stored once, since thousands of findings rest on the
 * same few.
 */
export interface LawData {
  readonly clauses: readonly (readonly [label: string, words: string])[];
  readonly penalty: string;
}

/** Groups of findings that the page lists. */
export type GroupName = 'fail' | 'open' | 'review' | 'drawing' | 'warning';

/** One listed finding, standing for its cluster. */
export interface FindingData {
  readonly n: number;
  readonly group: GroupName;
  /** Name of the outcome. */
  readonly verdict: string;
  readonly title: string;
  readonly subject: string;
  readonly text: string;
  /** Rows of the table of clauses that count it. */
  readonly keys: readonly string[];
  readonly law: number;
  /** Label and text, in the order to print. */
  readonly facts: readonly (readonly [label: string, text: string])[];
  readonly advice?: string;
  readonly question?: string;
  readonly target?: Target;
  /** The other findings of its cluster. */
  readonly rest: readonly MemberData[];
}

/** A further finding of a cluster. */
export interface MemberData {
  readonly subject: string;
  readonly text: string;
  readonly target?: Target;
}

/** One level to draw. */
export interface LevelData {
  readonly name: string;
  readonly size: readonly [width: number, height: number];
  readonly zones: readonly ZoneData[];
  /** Walls by material: opaque, clear, frosted. */
  readonly walls: readonly (readonly Path[])[];
  /** Openings by kind: passage, door, curtain, glass door, window. */
  readonly openings: readonly (readonly Path[])[];
  readonly devices: readonly DeviceData[];
  readonly signs: readonly DeviceData[];
  readonly views: readonly ViewData[];
  readonly remainders: readonly (readonly Path[])[];
  readonly marks: readonly MarkData[];
}

/** A zone. Status: 0 neither, 1 required, 2 private. The first ring runs counter-clockwise, holes clockwise. */
export type ZoneData = readonly [name: string, status: 0 | 1 | 2, rings: readonly Path[]];

/** A device or a sign. Heading in degrees clockwise from up, −1 for none. Status: 0 planned, 1 existing, 2 removed. */
export type DeviceData = readonly [id: string, label: string, x: number, y: number, heading: number, status: number];

/** A view of a device, given by index. World: 0 must-see, 1 may-see. */
export type ViewData = readonly [device: number, world: 0 | 1, outlines: readonly Path[]];

/**
 * A finding on the level: its number, its group, the index of its device (−1: none), its sight line, its witness point.
 */
export type MarkData = readonly [n: number, group: GroupName, device: number, line: Path, x: number, y: number];
