import type { Localized } from '../i18n/locale.js';
import type { Requirement } from './requirement.js';
import type { PackFiles } from './whole.js';

/** `instrument/article.paragraph(item)`: `nm-2017/8(8)`, `nm-2017/9.2(3)`, `nm-2017/24`, `cn-799-2025/8.1(4)`, `cn-civil-code/1033(2)`. */
export type ClauseId = string;

/** Where a row of the data comes from: the words of the law, or a reading of ours that says so where it prints. */
export type Basis = 'law' | 'sitecam';

/** A law, regulation or order that clauses belong to. */
export interface Instrument {
  readonly id: string;
  readonly name: Localized;
  /** e.g. 2017年7月22日第二次修正文本 */
  readonly textVersion: Localized;
  /** Short form used before a citation: 本条例, 国务院令第799号, 民法典. */
  readonly short: Localized;
}

/** One clause: a whole article, a paragraph or an item. */
export interface Clause {
  readonly id: ClauseId;
  readonly instrument: string;
  readonly article: string;
  readonly paragraph?: number;
  readonly item?: number;
  /** 第九条第二款第（三）项 / Art. 9(2)(3) */
  readonly citation: Localized;
  /** An item only: the words of its article or paragraph that it completes (下列……：). */
  readonly lead?: Localized;
  /** Chinese text exactly as found in the source, without an item's number; `en` is a rendering of ours. */
  readonly text: Localized;
  /** Where the text as found has an erratum: the text to print, with the note that says so. */
  readonly corrected?: { readonly zh: string; readonly note: Localized };
}

/** A penalty clause and the duty it punishes. */
export interface Penalty {
  readonly clause: ClauseId;
  /** A clause named here stands for its paragraphs and items too. */
  readonly punishes: readonly ClauseId[];
  /** Short summary as the law has it: 责令改正，并处1万元以上3万元以下罚款. */
  readonly summary: Localized;
  /** Sentence to print with it, on how it stands to the penalty of another law. */
  readonly relation?: Localized;
}

/** A kind of zone and what follows from it. */
export interface ZoneKind {
  readonly id: string;
  readonly name: Localized;
  /** Other words for it, used to notice a name that means another kind. */
  readonly synonyms: { readonly zh: readonly string[]; readonly en: readonly string[] };
  /** Words that contain a synonym and yet mean something else: 卫生间门口走廊, 更衣室清洁用品库. */
  readonly notNames?: { readonly zh: readonly string[]; readonly en: readonly string[] };
  readonly imdf: readonly string[];
  readonly osm: readonly string[];
  /** Whether its boundary is a wall unless the plan says otherwise. */
  readonly enclosed: boolean;
  /** Whether it is a public zone (公共区域) unless the plan says otherwise. */
  readonly public: boolean;
  /** `anchor` kinds (ballot box …) are small things that make what is near them private; they are never enclosed. */
  readonly anchor?: boolean;
  /** Kinds of which at least one stands in a zone of this kind (a polling hall has a box or a writing place); none is open. */
  readonly expects?: readonly string[];
  /** A kind one stays in, so that a level with such rooms must have a passage (item 8). */
  readonly room?: boolean;
  /** It has no floor or ceiling of its own: the sky above it, or a shaft. Sight passes through it from level to level. */
  readonly open?: 'sky' | 'shaft';
  /** It moves between the levels it spans: an elevator car. */
  readonly moves?: boolean;
}

/**
 * What a zone must be to match. `token` is a zone kind, a role (zone.roles), or one of the words
 * `important`, `public`, `designated`, `passage` (corridor, stairs, elevator-lobby), `any`.
 */
export interface Selector {
  readonly token: string;
  readonly basis: Basis;
  /** true: only zones marked `secondary`; false: only those not so marked; absent: either. */
  readonly secondary?: boolean;
}

/** Something a site of a category must declare, or say that it has none (`site.absent`); else the verdict is open. */
export interface Declaration {
  /** The role as it stands in subjects and in `site.absent`. */
  readonly role: string;
  readonly name: Localized;
  /** Any one of these tokens declares it. */
  readonly anyOf: readonly string[];
  /** One verdict per level that has zones of a `room` kind, subject `…@level`. */
  readonly perLevelWithRooms?: boolean;
  readonly basis: Basis;
}

/** Which of its requirements a law asks of a place: 其他公共场所 are spared some, places that aren't public nearly all. */
export interface Track {
  /** The clause that puts a place on it: `cn-799-2025/7.2(1)`. Categories with this clause are on it. */
  readonly clause: ClauseId;
  readonly name: Localized;
  /** What isn't asked of a place on it; a clause stands for its paragraphs and items too. */
  readonly spared?: readonly ClauseId[];
  /** All that is asked of a place on it: nothing else is. */
  readonly only?: readonly ClauseId[];
  /** What the clause asks of such a place that nobody examines here, as a sentence in Chinese and English. */
  readonly unexamined?: Localized;
  /** The place as a whole is to have a system by its standards; which parts of it is for others to say. */
  readonly system?: true;
}

/** A category of site: one of the words of an item of Art. 8. */
export interface Category {
  readonly id: string;
  readonly name: Localized;
  /** The item that names it: of Art. 8, or of what says on which track it is. Absent: the law has no word for it. */
  readonly clause?: ClauseId;
  /** `law`: a word of the item; `sitecam`: what we read into its 等 or a wider word. */
  readonly basis: Basis;
  readonly declared: readonly Declaration[];
  /** Bare (nothing stands in it or acts on it): `bare`. */
  readonly named: readonly Selector[];
  /** Bare: always review, 本工具建议设防部位. */
  readonly related: readonly Selector[];
  readonly bare: 'fail' | 'review';
  /** `keepsImportantItems`, `songAndDance`: site must say so (unknown is open); `designation`: needs site.designation and zones with `designated`. */
  readonly condition?: 'keepsImportantItems' | 'songAndDance' | 'designation';
  /** What must protect what is named, where not just any system does; absent: any. */
  readonly means?: Means;
  /** The place as a whole is named: nothing installed anywhere fails (subject `category/item/place`). */
  readonly wholePlace?: boolean;
  /** Private kinds such a site is expected to have; neither declared nor absent gives `missing`. */
  readonly expectedPrivate: readonly {
    readonly kind: string;
    readonly missing: 'review' | 'open';
    readonly basis: Basis;
  }[];
}

/** A system that a law asks for by name: 闭路电视监控设备. */
export interface Means {
  /** video: only devices that take visible or thermal images count. */
  readonly devices: 'video';
  /** What the law calls it. */
  readonly name: Localized;
  /** What of the law's words wasn't examined, as a sentence without its end: printed with a pass. */
  readonly unexamined: Localized;
}

/** One thing that a law asks of how certain rooms are fitted out, in its words. */
export interface Fitting {
  readonly clause: ClauseId;
  readonly basis: Basis;
  /** The law's own words. */
  readonly words: Localized;
}

/** How certain rooms must be fitted out: 包厢、包间内不得设置隔断……. */
export interface Fittings {
  /** Kinds of zones. */
  readonly rooms: readonly string[];
  /** Categories of site, as far as their conditions are met. */
  readonly categories: readonly string[];
  /** No walls inside. Enclosed zones of the kinds `doubtful` in it are for the reviewer. */
  readonly partitions?: Fitting & { readonly doubtful: readonly string[] };
  /** Doors and windows that one sees through. */
  readonly glazing?: Fitting;
  /** They show the whole of the room: how much that is, is a figure of ours. */
  readonly wholeRoom?: Fitting;
  /** Doors that can't be locked from inside. */
  readonly innerLocks?: Fitting;
}

/** From this pixel density (px/m) on, this outcome; rows are ordered from the strictest down. */
export interface Threshold {
  readonly from: number;
  readonly outcome: 'fail' | 'review';
  readonly basis: Basis;
}

/** What a law bars where nobody may be watched, and in which words: what its prohibitions have in common. */
export interface Capture {
  /** What bars installing in the places that its items list: `nm-2017/9.2`. */
  readonly prohibition: ClauseId;
  /** What a view or a microphone from outside is judged by, where no row says more: `nm-2017/9.1`. */
  readonly duty: ClauseId;
  /** What a device must be able to capture to be meant. */
  readonly captures: 'sound-or-image' | 'image';
  readonly words: {
    /** What it must be able to capture, as the law names it: 音视频采集. */
    readonly capture: Localized;
    /** The places its last item speaks of beside those it names: 其他涉及个人隐私的场所和区域. */
    readonly residual: Localized;
    /** What the law is called within a sentence: 自治区条例. */
    readonly law: Localized;
  };
  /** The prohibition that is about devices that take images alone, its own or another law's, and the duty to report what is found installed in breach of it. */
  readonly images?: { readonly prohibition: ClauseId; readonly reporting: ClauseId };
}

/** How one item of a prohibition (or a kind within it) is judged: a row of the table of findings. */
export interface Prohibition {
  readonly id: string;
  readonly clause: ClauseId;
  readonly kinds: readonly string[];
  /**
   * room: (1)–(3) and declared (6); reading: (6) by sitecam's reading; information: (4); anchor: (5).
   * A row whose basis isn't the law's words says so where it is printed, whatever its regime.
   */
  readonly regime: 'room' | 'reading' | 'information' | 'anchor';
  readonly basis: Basis;
  /** Categories of site the item speaks of (旅店业, 娱乐场所, 金融、保险、证券机构 …); empty: any. Elsewhere the verdict is review. */
  readonly categories: readonly string[];
  /** `notApplicable`: the law doesn't reach such places at all (a dwelling is no public place). */
  readonly inside: 'fail' | 'review' | 'notApplicable';
  /**
   * The item's own words confine it to what is public (公共的浴室、卫生间): a place in a zone of a kind `doubtful`, or that the
   * plan states not to be public, isn't surely meant, and a device inside is for the reviewer.
   */
  readonly publicOnly?: { readonly words: Localized; readonly doubtful: readonly string[] };
  /** Clauses of other laws that bar a device inside (image capture in public places: Order 799 Art. 8), or that hold where this one doesn't reach. */
  readonly insideReferences: readonly ClauseId[];
  /** View by a standing path. */
  readonly standing: readonly Threshold[];
  /** View by a standing path through glazing, where that differs (dwellings). */
  readonly glazing?: readonly Threshold[];
  /** View only through a closed door or curtain: `review` with grazes, or as `standing`. */
  readonly closed: 'review' | 'as-standing';
  /**
   * Where another law orders clear doors: such a view is review, and film is never suggested. It orders them in sites of the
   * categories that don't state that they aren't what `condition` says.
   */
  readonly clearDoors?: {
    readonly categories: readonly string[];
    readonly condition?: 'songAndDance';
    readonly reference: ClauseId;
  };
  /** Clauses cited by a view verdict. */
  readonly viewClauses: readonly ClauseId[];
}

/** A level of detail of a camera's picture. */
export interface DensityLevel {
  readonly id: 'monitor' | 'detect' | 'observe' | 'recognise' | 'identify';
  readonly name: Localized;
  /** px/m */
  readonly density: number;
  readonly source: Localized;
  /** Of the source. */
  readonly edition: string;
  /** Checked against the source's own text. */
  readonly confirmed: boolean;
}

/** What a design criterion of ours asks of zones that Art. 8 names: fraction at a density. */
export interface Criterion {
  readonly id: string;
  /** Rows are tried in order; the first with a token that matches the zone holds. */
  readonly tokens: readonly string[];
  /** 0–1 */
  readonly fraction: number;
  readonly level: DensityLevel['id'];
  /** The configured profile it is of; absent: sitecam's own. */
  readonly profile?: string;
}

/** A figure that the law doesn't give. */
export interface Parameter {
  readonly value: number;
  readonly unit: string;
  readonly what: Localized;
  readonly basis: Basis;
  /** Least and greatest value that a configuration may give it; absent: it can't be set. */
  readonly range?: readonly [number, number];
  /** Which way finds more; absent: neither does always. What a configuration loosens is said first in a report. */
  readonly stricter?: 'higher' | 'lower';
  /** A configuration gave the value; never in a pack's own data. */
  readonly configured?: true;
}

/** That signs must say that images are taken (提示标识), and what of a plan is taken for a way in: the latter is ours. */
export interface Signs {
  readonly clause: ClauseId;
  /** What follows where there are none, as the law has it: a sentence. */
  readonly consequence: Localized;
  /** Kinds of zone that lie in the open, where nothing walls them in. */
  readonly open: readonly string[];
  /** Kinds of zone that one comes in over where no door is drawn in their outer edge. */
  readonly entrances: readonly string[];
  /** Kinds of zone by which one comes from level to level. */
  readonly ladders: readonly string[];
}

/** A pack: one law as data. The engine knows no article. */
export interface Pack {
  readonly id: string;
  readonly name: Localized;
  readonly instruments: readonly Instrument[];
  /** First instrument is the one judged by; prefixes of GB/T 2260 codes it governs. */
  readonly regions: readonly string[];
  /** 审查依据为… */
  readonly notice: Localized;
  readonly clauses: readonly Clause[];
  readonly penalties: readonly Penalty[];
  readonly zoneKinds: readonly ZoneKind[];
  readonly categories: readonly Category[];
  readonly prohibitions: readonly Prohibition[];
  /** What nobody may capture where; absent: this law bars no capturing, and has no prohibitions. */
  readonly capture?: Capture;
  /** The article that says which places must be protected; absent: this law has none. */
  readonly protects?: ClauseId;
  /** Where it asks for signs that images are taken; absent: it asks for none. */
  readonly signs?: Signs;
  /** The tracks that places are on, where the law asks less of some. */
  readonly tracks?: readonly Track[];
  /** How certain rooms must be fitted out; absent: nothing is asked of it. */
  readonly fittings?: Fittings;
  /** What is asked of a project's documents; absent: nothing is. */
  readonly requirements?: readonly Requirement[];
  /** The clauses that ask for what meets standards, which no drawing shows; the first is the main one. */
  readonly standards?: readonly ClauseId[];
  /** Device kinds that protect a zone they stand in or act on without area: panic buttons, metal detectors, scanners; by zone token. */
  readonly pointProtection: readonly {
    readonly device: string;
    readonly tokens: readonly string[];
    readonly basis: Basis;
  }[];
  readonly densityLevels: readonly DensityLevel[];
  readonly criteria: readonly Criterion[];
  /** nearRadius m, protectedFraction 0–1, graze depth m and fraction, view area m² and depth m, privacy density px/m, pickup m … all ours. */
  readonly parameters: Readonly<Record<string, Parameter>>;
  /** Of several packs made one: each by itself, as rules judge by it. */
  readonly parts?: readonly Pack[];
  /** It is judged by beside another one, the main: its citations name their instrument. */
  readonly beside?: true;
  /** Of one that a configuration gave other figures or criteria: the pack as it came. */
  readonly unchanged?: Pack;
  /** Where it comes from, where others wrote it. */
  readonly written?: WrittenPack;
}

/** A pack that others wrote, as it was read: plain data, which crosses threads. */
export interface WrittenPack {
  /** As people see it: the file, or the folder. */
  readonly path: string;
  readonly sources: readonly { readonly path: string; readonly sha256: string }[];
  readonly files: PackFiles;
}
