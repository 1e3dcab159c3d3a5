// Data that the page carries for its script, as types that both share.
import type { PackedLevel, PackedPath } from '../../draw/packed.js';
import type { FINDING_GROUPS } from '../../findings/tally.js';

/** A group of findings that the page lists: `fail`, `open`, `review`, `drawing` (faults of the plan) or `warning`. */
export type GroupName = (typeof FINDING_GROUPS)[number];

/** Data that the script of the page needs before a plan is opened: language, texts and names of plans. */
export interface PageData {
  readonly locale: 'zh-CN' | 'en';
  /** Texts by id, with braces for values. */
  readonly words: Readonly<Record<string, string>>;
  /** Names of the plans, in the order of the blocks `plan-N`. */
  readonly plans: readonly string[];
}

/**
 * One plan as the page carries it for its script. Its levels and the cards of its devices stand in script elements of
 * their own, with the ids `level-N-M` and `cards-N`.
 */
export interface PlanData {
  readonly name: string;
  /** The conclusion in a sentence. */
  readonly headline: string;
  readonly cautions: readonly string[];
  /** Number of verdicts in each group that has any. */
  readonly tally: readonly (readonly [group: GroupName, name: string, count: number])[];
  readonly levels: readonly LevelName[];
  /** Added to the position on the plan, m: what the plan's own coordinates differ by; absent if they are degrees. */
  readonly shift?: readonly [east: number, north: number];
  readonly sheet: SheetData;
  readonly clauses: readonly (readonly [key: string, name: string])[];
  readonly laws: readonly LawData[];
  readonly findings: readonly FindingData[];
}

/** Id, name and number of findings of a level, for the list in which people choose it. */
export interface LevelName {
  readonly id: string;
  readonly name: string;
  /** Number of the findings with a place on it. */
  readonly findings: number;
}

/** Texts for the title block of a level when the page is printed. */
export interface SheetData {
  readonly site: string;
  readonly law: string;
  readonly textVersion: string;
  readonly required: string | 0;
  readonly private: string | 0;
  readonly pack: string;
  readonly today: string;
}

/**
 * The law of a finding: clauses with their words, and penalties. Stored once, since thousands of findings rest on the
 * same few.
 */
export interface LawData {
  readonly clauses: readonly (readonly [label: string, words: string])[];
  readonly penalty: string;
}

/** A finding in the page's list; findings of the same kind may stand below it. */
export interface FindingData {
  readonly n: number;
  /** Stays the same while the plan changes. */
  readonly id: string;
  readonly group: GroupName;
  /** Name of the outcome. */
  readonly verdict: string;
  /** What it is about, in a few words. */
  readonly head: string;
  /** Title of its rule. */
  readonly title: string;
  readonly text: string;
  /** Line and column in the plan's file, with the path if it is another. */
  readonly spot: string;
  /** Rows of the table of clauses that count it. */
  readonly keys: readonly string[];
  readonly law: number;
  /** Label and text, in the order to print. */
  readonly facts: readonly (readonly [label: string, text: string])[];
  readonly advice?: string;
  readonly question?: string;
  /** Indices of the levels on which it has a place. */
  readonly levels: readonly number[];
  readonly device?: string;
  /** Ids of the zones that it is about. */
  readonly zones: readonly string[];
  /** The other findings of its cluster. */
  readonly rest: readonly MemberData[];
}

/** A finding that the page lists below another of the same kind. */
export interface MemberData {
  readonly subject: string;
  readonly text: string;
}

/** A level as the page's script draws it, packed: lengths in whole mm, those of views and blind areas in whole cm. */
export type LevelData = PackedLevel;

/** Units per metre of the outlines on a card: centimetres are enough for what is seen, and half as much to carry. */
export const CARD_UNITS = 100;

/** Data of the page's card on a device: facts, figures that can be changed, zones that it sees. */
export interface CardData {
  readonly id: string;
  /** Index of its level. */
  readonly level: number;
  readonly title: string;
  /** Figures that can be changed; absent on a page on which nothing can. */
  readonly figures?: FiguresData;
  /** Label and text, in the order to print. */
  readonly facts: readonly (readonly [label: string, text: string])[];
  /** Zones that it may see, with the areas that it certainly and may see, m². */
  readonly zones: readonly (readonly [id: string, name: string, must: number, may: number])[];
  /** What it sees at each density (px/m) or finer; in each world the area (m²) and the outlines. */
  readonly bands: readonly BandData[];
}

/**
 * Figures of a device: `at` in metres from the plan's zero, without `PlanData.shift`; `height` in metres; angles in
 * degrees, the heading clockwise from true north.
 */
export interface FiguresData {
  readonly at: readonly [x: number, y: number];
  /** Of the only lens, if it has one. */
  readonly heading: number | undefined;
  readonly tilt: number | undefined;
  readonly hfov: number | undefined;
  readonly height: number | undefined;
  readonly type: string | undefined;
  /** Types that devices of the plan have. */
  readonly types: readonly string[];
}

/**
 * Outlines of a density band, in units of 1 / {@link CARD_UNITS} m from the south-west corner of the level's bounds; 0
 * if they are the same as the band before's.
 */
export type BandOutlines = readonly PackedPath[] | 0;

type BandData = readonly [density: number, mustArea: number, mayArea: number, must: BandOutlines, may: BandOutlines];
