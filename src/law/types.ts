// Types of a law pack: one law as data.
import type { Localized } from '../i18n/locale.js';
import type { PackFiles } from './complete-pack.js';
import type { Requirement } from './requirement.js';

/**
 * Id of a clause, `instrument/article.paragraph(item)`: `nm-2017/8(8)`, `nm-2017/9.2(3)`, `nm-2017/24`,
 * `cn-799-2025/8.1(4)`, `cn-civil-code/1033(2)`.
 */
export type ClauseId = string;

/**
 * Whose words a row of the data rests on. `law`: the clause's own words. `reading`: their ordinary meaning, as sitecam
 * reads them. `contested`: a reading that others may well not share; it gives a review at most. What isn't `law` is
 * marked as ours wherever it is printed.
 */
export type Basis = 'law' | 'reading' | 'contested';

/**
 * Words of a pack to put into sentences. `verbatim`: the Chinese words stand in the clause exactly so and may be
 * quoted.
 */
export interface Words extends Localized {
  readonly verbatim?: true;
}

/** A law, regulation or order that clauses belong to. */
export interface Instrument {
  readonly id: string;
  readonly name: Localized;
  /** Version of the text, such as 2017年7月22日第二次修正文本. */
  readonly textVersion: Localized;
  /** Short name used before a citation: 本条例, 国务院令第799号, 民法典. */
  readonly short: Localized;
}

/** One clause: a whole article, a paragraph or an item. */
export interface Clause {
  readonly id: ClauseId;
  readonly instrument: string;
  readonly article: string;
  readonly paragraph?: number;
  readonly item?: number;
  /** Citation as printed: 第九条第二款第（三）项 / Art. 9(2)(3). */
  readonly citation: Localized;
  /** For an item only: the words of its article or paragraph that it completes (下列……：). */
  readonly lead?: Localized;
  /** Chinese text exactly as found in the source, without an item's number. `en` is a rendering of ours. */
  readonly text: Localized;
  /** Set on an article or paragraph of which the pack has only parts: it has a citation and an empty text. */
  readonly derived?: true;
  /** Set if the text as found has an erratum: the corrected text to print, with the note that says so. */
  readonly corrected?: { readonly zh: string; readonly note: Localized };
}

/** A penalty clause and the duties whose breach it punishes. */
export interface Penalty {
  readonly clause: ClauseId;
  /** Clauses whose breach it punishes. A clause includes its paragraphs and items. */
  readonly punishes: readonly ClauseId[];
  /** Short summary in the law's words: 责令改正，并处1万元以上3万元以下罚款. */
  readonly summary: Localized;
  /** Sentence printed with the penalty on its relation to the penalty of another law. */
  readonly relation?: Localized;
}

/**
 * What a kind of zone is for. public: people come and go. work: staff at work. plant: machines, goods, money. private: a
 * law prohibits capture there. unstated: the kind says nothing.
 */
export type ZoneUse = 'public' | 'work' | 'plant' | 'private' | 'unstated';

/** A kind of zone and what follows from it. */
export interface ZoneKind {
  readonly id: string;
  readonly name: Localized;
  /** Other words for the kind, used to notice a name that means another kind than the declared one. */
  readonly synonyms: { readonly zh: readonly string[]; readonly en: readonly string[] };
  /** Words that contain a synonym and yet mean something else: 卫生间门口走廊, 更衣室清洁用品库. */
  readonly notNames?: { readonly zh: readonly string[]; readonly en: readonly string[] };
  /** Words that mean the kind only as a whole name, but for numbers: 卫1, 厕. */
  readonly wholeNames?: { readonly zh: readonly string[]; readonly en: readonly string[] };
  /** Words that mean the kind on sites of some categories alone: 蒙古包 on that of a hotel. */
  readonly namesOn?: {
    readonly categories: readonly string[];
    readonly words: { readonly zh: readonly string[]; readonly en: readonly string[] };
  };
  /** On a site of these categories alone a zone of the kind may be one of another kind: a dwelling in a hotel. */
  readonly perhaps?: { readonly kind: string; readonly categories: readonly string[] };
  /** What a zone of this kind is for; absent: `useOfKind` tells. */
  readonly use?: ZoneUse;
  readonly imdf: readonly string[];
  readonly osm: readonly string[];
  /** True if a zone of this kind is bounded by walls unless the plan says otherwise. */
  readonly enclosed: boolean;
  /** True if a zone of this kind is public (公共区域) unless the plan says otherwise. */
  readonly public: boolean;
  /** True for small things (a ballot box …) that make the area near them private. They are never enclosed. */
  readonly anchor?: boolean;
  /**
   * Kinds of which at least one stands in a zone of this kind: a polling hall has a box or a writing place. If none
   * does, the verdict is open.
   */
  readonly expects?: readonly string[];
  /** True for a kind that people stay in. A level with such rooms must have a passage. */
  readonly room?: boolean;
  /**
   * Set if the zone has no floor or ceiling of its own: the sky above it, or a shaft. Sight passes through it from
   * level to level.
   */
  readonly open?: 'sky' | 'shaft';
  /** True if the zone moves between the levels it spans: an elevator car. */
  readonly moves?: boolean;
}

/**
 * A condition that a zone must meet to match. `token` is a zone kind, a role (zone.roles), or one of the words
 * `important`, `public`, `designated`, `passage` (corridor, stairs, elevator-lobby), `any`.
 */
export interface Selector {
  readonly token: string;
  readonly basis: Basis;
  /** The clause's own word, where it is neither the name nor a synonym of what the row is about. */
  readonly lawWord?: string;
  /** true: matches only zones marked `secondary`; false: only zones not so marked; absent: either. */
  readonly secondary?: boolean;
  /** any: matches only public zones; stated: only zones of which the plan itself says that they are public. */
  readonly public?: 'any' | 'stated';
}

/** A zone that every site of a category must declare, or state as absent (`site.absent`); else the verdict is open. */
export interface Declaration {
  /** The role as written in subjects and in `site.absent`. */
  readonly role: string;
  readonly name: Localized;
  /** Tokens, any one of which declares it. */
  readonly anyOf: readonly string[];
  /** True for one verdict per level that has zones of a `room` kind, with subject `…@level`. */
  readonly perLevelWithRooms?: boolean;
  readonly basis: Basis;
  /** The clause's own word, where it is neither the name nor a synonym of what the row is about. */
  readonly lawWord?: string;
}

/**
 * A track: which of the requirements of a law apply to a place: all of them, all but some (其他公共场所, other public places)
 * or nearly none (places that aren't public).
 */
export interface Track {
  /** The clause that puts a place on the track: `cn-799-2025/7.2(1)`. Categories with this clause are on it. */
  readonly clause: ClauseId;
  readonly name: Localized;
  /** Set if places on the track are public places. */
  readonly public?: true;
  /** Clauses that aren't asked of a place on the track. A clause includes its paragraphs and items. */
  readonly spared?: readonly ClauseId[];
  /** The only clauses that are asked of a place on the track; absent: all but `spared`. */
  readonly only?: readonly ClauseId[];
  /** Demands of the clause on such a place that sitecam doesn't examine, as a sentence in Chinese and English. */
  readonly unexamined?: Localized;
  /**
   * Set if the place as a whole must have a system by its standards. Which parts of the place it covers isn't the law's
   * to say.
   */
  readonly system?: true;
}

/**
 * A category of site: a word of an item of the law, such as hotel, with the zones that such a site must declare and
 * protect.
 */
export interface Category {
  readonly id: string;
  readonly name: Localized;
  /**
   * The clause that names the category: an item on what must be protected, or the clause that decides its track.
   * Absent: the law has no word for it.
   */
  readonly clause?: ClauseId;
  /** The clause that calls such a place public, if `clause` puts it on no track. */
  readonly publicBy?: ClauseId;
  /** `law`: a word of the item; `reading`: a reading of ours of its 等 or of a wider word. */
  readonly basis: Basis;
  /** The clause's own word, where it is neither the name nor a synonym of what the row is about. */
  readonly lawWord?: string;
  readonly declared: readonly Declaration[];
  /** Zones that the law names as to be protected. If nothing stands in or acts on one, the outcome is `bare`. */
  readonly named: readonly Selector[];
  /** Zones that sitecam suggests to protect (本工具建议设防部位). If nothing protects one, the outcome is always review. */
  readonly related: readonly Selector[];
  readonly bare: 'fail' | 'review';
  /**
   * Statement that the site must make for the category to count. `keepsImportantItems`, `songAndDance`: the site must
   * say so (unknown is open); `designation`: needs site.designation and zones with `designated`.
   */
  readonly condition?: 'keepsImportantItems' | 'songAndDance' | 'designation';
  /** Categories that the clause doesn't reach: a site that is also of one of these isn't meant by this one. */
  readonly except?: readonly string[];
  /**
   * Categories that the clause may not reach: whether it means a site that is also of one of these is for the reviewer,
   * unless the site's name is that of a primary or middle school.
   */
  readonly exceptPerhaps?: readonly string[];
  /** The system that must protect the named zones, if not just any system does; absent: any. */
  readonly means?: Means;
  /**
   * True if the place as a whole is named and no part of it: a site without any device fails (subject
   * `category/item/place`), and where something is installed, a bare part is a question.
   */
  readonly wholePlace?: boolean;
  /** The words for the places as a whole, put after the category's name: 等“人员较多的场所”. */
  readonly placeWords?: Localized;
  /**
   * Zones that aren't part of what the item names, whatever their kind is, unless the plan itself says that they are
   * public; `because` says what they are and why, as part of a sentence.
   */
  readonly notMeant?: { readonly tokens: readonly string[]; readonly because: Localized };
  /**
   * Private kinds that such a site usually has. A kind that is neither declared nor stated as absent gives `missing`.
   */
  readonly expectedPrivate: readonly {
    readonly kind: string;
    readonly missing: 'review' | 'open';
    readonly basis: Basis;
  }[];
}

/** The products or systems that a law wants a place protected by, in its words. */
export interface System {
  /** Name within a sentence: 技防产品或者技防系统. */
  readonly name: Localized;
  /** The words with which the law asks for it: 符合标准的技防产品或者技防系统; absent: its name. */
  readonly required?: Localized;
  /** The part of the law's words that wasn't examined, as a sentence without its end. Printed with a pass. */
  readonly unexamined: Localized;
}

/** A protective system that a law requires by its name, such as 闭路电视监控设备, with the devices that count as it. */
export interface Means extends System {
  /** video: only devices that take visible or thermal images count. */
  readonly devices: 'video';
}

/** One demand of a law on how certain rooms are fitted out. */
export interface Fitting {
  readonly clause: ClauseId;
  readonly basis: Basis;
  /** The law's own words. */
  readonly words: Localized;
}

/** Demands on how certain rooms are fitted out: 包厢、包间内不得设置隔断……. */
export interface Fittings {
  /** Kinds of zone they apply to. */
  readonly rooms: readonly string[];
  /** Categories of site they apply to, as far as their conditions are met. */
  readonly categories: readonly string[];
  /** No walls inside the room. An enclosed zone of a kind in `doubtful` inside it is for the reviewer. */
  readonly partitions?: Fitting & { readonly doubtful: readonly string[] };
  /** Doors and windows must be transparent. */
  readonly glazing?: Fitting;
  /** The glazing must show the whole of the room. The share that counts as whole is a figure of ours. */
  readonly wholeRoom?: Fitting;
  /** Doors must not lock from inside. */
  readonly innerLocks?: Fitting;
}

/**
 * One row of a table of outcomes by pixel density: the outcome from a density of `from` px/m on. Rows are ordered from
 * the strictest down.
 */
export interface Threshold {
  readonly from: number;
  readonly outcome: 'fail' | 'review';
  readonly basis: Basis;
}

/** The law's prohibition of capture in private places: what all its `prohibitions` have in common. */
export interface Capture {
  /** The clause that prohibits installing in the places that its items list: `nm-2017/9.2`. */
  readonly prohibition: ClauseId;
  /** The clause that a view or a microphone from outside is judged by, if no row says more: `nm-2017/9.1`. */
  readonly duty: ClauseId;
  /**
   * Set if the prohibition is about public places alone: elsewhere it doesn't apply, and where the plan doesn't say what
   * the site is a breach is `open`.
   */
  readonly publicPlacesOnly?: true;
  /** Capability that a device must have for the prohibition to apply to it. */
  readonly captures: 'sound-or-image' | 'image';
  readonly words: {
    /** That capability: 音视频采集. */
    readonly capture: Words;
    /** The places that the prohibition lists, to stand behind 所列: 涉及个人隐私的场所和区域. */
    readonly prohibited: Words;
    /** The places that the last item adds to those it names: 其他涉及个人隐私的场所和区域. */
    readonly residual: Words;
    /** The products that the prohibition is about: 技防系统; absent: any device of that capability. */
    readonly products?: Words;
    /** The law's name within a sentence: 自治区条例. */
    readonly law: Localized;
    /** What must be done at once about a device in breach, to stand after 依…，; absent: the law has no such duty. */
    readonly duty?: Localized;
  };
  /**
   * The prohibition of devices that take images alone (its own or another law's), and the duty to report devices found
   * in breach of it; absent: the law has no such duty.
   */
  readonly images?: { readonly prohibition: ClauseId; readonly reporting?: ClauseId };
}

/**
 * A row of the pack on where nobody may capture: an item of the law (or some kinds of zone within it), and the outcome
 * of each way of capturing there.
 */
export interface Prohibition {
  readonly id: string;
  readonly clause: ClauseId;
  readonly kinds: readonly string[];
  /** Set if the row holds only in sites of these categories; elsewhere another row on the same kinds does. */
  readonly sites?: readonly string[];
  /**
   * What kind of place the row is about, and so how captures of it are judged. `room`: a room that the law names, or
   * that the plan declares private. `reading`: a room that only sitecam's reading of the law takes for private.
   * `information`: a place where people give or write down what others mustn't read. `anchor`: the surroundings of a
   * thing, such as a ballot box.
   *
   * A row whose basis isn't the law's words says so where it is printed, whatever its regime.
   */
  readonly regime: 'room' | 'reading' | 'information' | 'anchor';
  readonly basis: Basis;
  /** The clause's own word, where it is neither the name nor a synonym of what the row is about. */
  readonly lawWord?: string;
  /**
   * Categories of site that the item speaks of (旅店业, 娱乐场所, 金融、保险、证券机构 …); empty: any. In other sites the outcome is
   * review.
   */
  readonly categories: readonly string[];
  /**
   * Outcome of a device inside. `notApplicable`: the law doesn't reach such places at all (a dwelling is no public
   * place).
   */
  readonly inside: 'fail' | 'review' | 'notApplicable';
  /**
   * Set if the item's own words limit it to public places (公共的浴室、卫生间). A place in a zone of a kind in `doubtful`, or
   * one that the plan states not to be public, may not be meant, so a device inside is for the reviewer.
   */
  readonly publicOnly?: { readonly words: Localized; readonly doubtful: readonly string[] };
  /**
   * Clauses of other laws that prohibit a device inside, such as image capture in public places, or that apply where
   * this law doesn't reach.
   */
  readonly insideReferences: readonly ClauseId[];
  /** Outcomes of a view that exists with doors and curtains closed, by pixel density. */
  readonly standing: readonly Threshold[];
  /** Words in names of devices inside that another rule may order: 双录. Absent: none. */
  readonly mandated?: readonly string[];
  /** Words in the names of places of which a view from outside may fail; of others it is for the reviewer. Absent: any. */
  readonly sureNames?: readonly string[];
  /** Outcomes of such a view through glazing, if they differ (dwellings). */
  readonly glazing?: readonly Threshold[];
  /**
   * Outcome of a view that exists only once a closed door or curtain opens. `review`: review unless it is a graze;
   * `as-standing`: by the thresholds of `standing`, as for an open door.
   */
  readonly closed: 'review' | 'as-standing';
  /**
   * Set if another law requires clear doors in sites of these categories: then such a view is review, and film is never
   * suggested. A site is exempt if it states that it isn't what `condition` says.
   */
  readonly clearDoors?: {
    readonly categories: readonly string[];
    readonly condition?: 'songAndDance';
    readonly reference: ClauseId;
  };
  /** Clauses that a verdict on a view cites. */
  readonly viewClauses: readonly ClauseId[];
}

/** A level of detail of a camera's picture, with the least pixel density (px/m) for it. */
export interface DensityLevel {
  readonly id: 'monitor' | 'detect' | 'observe' | 'recognise' | 'identify';
  readonly name: Localized;
  /** Pixel density in px/m. */
  readonly density: number;
  readonly source: Localized;
  /** Edition of the source. */
  readonly edition: string;
  /** True if checked against the source's own text. */
  readonly confirmed: boolean;
}

/**
 * A design criterion, which is ours and not the law's, for zones that the law wants protected: the share of the zone to
 * be covered, and the level of detail.
 */
export interface Criterion {
  readonly id: string;
  /** Tokens of the zones it is for. Criteria are tried in order; the first with a token that matches the zone holds. */
  readonly tokens: readonly string[];
  /** Share of the zone, 0–1. */
  readonly fraction: number;
  readonly level: DensityLevel['id'];
  /** The configured profile that it belongs to; absent: sitecam's own. */
  readonly profile?: string;
}

/** A figure that rules measure by and the law doesn't give, with its unit: `m`, `px/m`, a share. */
export interface Parameter {
  readonly value: number;
  readonly unit: string;
  readonly what: Localized;
  /** Whose figure it is: the law's or sitecam's. */
  readonly basis: 'law' | 'sitecam';
  /** Least and greatest value that a configuration may set; absent: it can't be set. */
  readonly range?: readonly [number, number];
  /**
   * Direction that gives more findings; absent: neither always does. A report lists first what a configuration loosens.
   */
  readonly stricter?: 'higher' | 'lower';
  /** Set if a configuration gave the value; never in a pack's own data. */
  readonly configured?: true;
}

/**
 * The law's demand for signs that say that images are taken (提示标识), and what counts as a way in (a reading of ours).
 */
export interface Signs {
  readonly clause: ClauseId;
  /** The sign, to stand behind 设置: 显著的提示标识. */
  readonly words: { readonly sign: Words };
  /** The consequence of missing signs in the law's words, as a sentence. */
  readonly consequence: Localized;
  /** Kinds of zone in the open, with no walls round them. */
  readonly open: readonly string[];
  /** Kinds of zone through which people come in if no door is drawn in their outer edge. */
  readonly entrances: readonly string[];
  /** Kinds of zone by which people come from level to level. */
  readonly ladders: readonly string[];
}

/** Where and when a law is in force. */
export interface Applies {
  /**
   * Places that it governs: prefixes of GB/T 2260 codes (`15`), `CN` for all of the mainland, or another code of ISO
   * 3166 (`HK`, `DE`, `DE-BY`).
   */
  readonly regions: readonly string[];
  /** Categories of site that it speaks of; absent: any. */
  readonly categories?: readonly string[];
  /** First day on which it is in force, YYYY-MM-DD; absent: the text at hand doesn't say. */
  readonly from?: string;
  /** Last day on which it is in force, YYYY-MM-DD; absent: no end is known. */
  readonly until?: string;
}

/** The form on which those whom a law names give their opinion on a design. */
export interface Opinion {
  /** The clause that asks for the opinion: `nm-2017/13.3`. */
  readonly clause: ClauseId;
  readonly title: Localized;
  /** Short name of the law on the form, before a citation: 条例. */
  readonly law: Localized;
  /** Conclusions to tick. */
  readonly conclusions: readonly Localized[];
  /** Those who sign, each in a box of its own: 建设单位（章）. */
  readonly parties: readonly Localized[];
}

/**
 * Places that one kind of device protects by itself, without covering an area: readers and contacts if they guard every
 * way in, other devices if they stand there. Never protects a hall or a passage.
 */
export interface PointProtection {
  readonly device: string;
  /** Tokens of the places. */
  readonly tokens: readonly string[];
  /** true: only places no larger than the parameter `pointRoomArea`. */
  readonly small?: boolean;
  readonly basis: Basis;
}

/** A law pack: one law as data, or several composed. The engine itself knows no article. */
export interface Pack {
  readonly id: string;
  readonly name: Localized;
  /** Instruments of the pack, the one judged by first. */
  readonly instruments: readonly Instrument[];
  readonly applies: Applies;
  /**
   * What the text at hand lacks, without a full stop. A pack with it judges no plan unless somebody names it, and
   * reports then say so first.
   */
  readonly incomplete?: Localized;
  /** Name of the file beside the pack with the whole text of the law. */
  readonly statute?: string;
  /** Sentence that says what the review is based on: 审查依据为…. */
  readonly notice: Localized;
  readonly clauses: readonly Clause[];
  readonly penalties: readonly Penalty[];
  readonly zoneKinds: readonly ZoneKind[];
  readonly categories: readonly Category[];
  readonly prohibitions: readonly Prohibition[];
  /**
   * The law's prohibition of capture in private places; absent: this law prohibits no capture and has no prohibitions.
   */
  readonly capture?: Capture;
  /** The article that says which places must be protected; absent: this law has none. */
  readonly protects?: ClauseId;
  /** What must protect those places, unless a category says otherwise; absent: any security system, by no law's words. */
  readonly system?: System;
  /** The demand for signs that images are taken; absent: the law demands none. */
  readonly signs?: Signs;
  /** The tracks that places are on, if the law asks less of some. */
  readonly tracks?: readonly Track[];
  /** Demands on how certain rooms are fitted out; absent: none. */
  readonly fittings?: Fittings;
  /** Requirements on a project's documents; absent: none. */
  readonly requirements?: readonly Requirement[];
  /** The form of an opinion on a design; absent: the law speaks of none. */
  readonly opinion?: Opinion;
  /** Clauses that demand conformity with standards, which no drawing shows; the main one first. */
  readonly standards?: readonly ClauseId[];
  /** Places that a single device protects by itself, without covering an area; empty: none does, it is for a person. */
  readonly pointProtection: readonly PointProtection[];
  readonly densityLevels: readonly DensityLevel[];
  readonly criteria: readonly Criterion[];
  /**
   * Figures by name: nearRadius m, protectedFraction 0–1, graze depth m and fraction, view area m² and depth m, privacy
   * density px/m, pickup m … All ours.
   */
  readonly parameters: Readonly<Record<string, Parameter>>;
  /** For several packs composed into one: each pack by itself, as rules judge by it. */
  readonly parts?: readonly Pack[];
  /** Set on a pack that is judged by beside the main one: its citations name their instrument. */
  readonly beside?: true;
  /** For a pack to which a configuration gave other figures or criteria: the pack as it came. */
  readonly unchanged?: Pack;
  /** For a pack that others wrote: its sources and files. */
  readonly written?: WrittenPack;
}

/** A law pack that others wrote, as it was read: plain data, so that it can be passed to worker threads. */
export interface WrittenPack {
  /** Path as shown to people: of the file or the folder. */
  readonly path: string;
  readonly sources: readonly { readonly path: string; readonly sha256: string }[];
  readonly files: PackFiles;
}
