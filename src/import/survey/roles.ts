// What the layers and blocks of a drawing are, by points of independent witnesses.

import type { Point } from '../../geometry/types.js';
import { joined } from '../../i18n/catalogue.js';
import { quoted } from '../../i18n/list.js';
import { type Localized, verbatim } from '../../i18n/locale.js';
import type { Pack } from '../../law/types.js';
import {
  type BlockWords,
  deviceOf,
  deviceSuggestedBy,
  isDeviceLayer,
  type NamedDevice,
} from '../devices/vocabulary.js';
import { kindByWords } from '../kinds/named.js';
import { nameIn, namingIn } from '../read/dxf/shape/labels.js';
import type { BlockUse, LayerUse, Lines, Words } from './inventory.js';
import { type LineMeasures, leavesIn, linesAlong, measuresOf, PATTERN, ringsNamed, sideOf } from './measure.js';
import type { Numbers } from './numbers.js';
import { t } from './texts.js';
import { bareName, type NamedRole, rolesNamed } from './words.js';

/** What a layer or a block of a drawing may be. `number`: texts that are the numbers of devices. */
export const ROLES = [
  ...(['wall', 'building', 'door', 'window', 'zone', 'outline'] as const),
  ...(['label', 'number', 'device', 'none'] as const),
] as const;
/** What a layer or block of a drawing draws: walls, doors, devices and so on. */
export type Role = (typeof ROLES)[number];

/** The role that a survey proposes for a layer or block, with the evidence for it. */
export interface Judgement {
  readonly role: Role;
  /** Weight of the evidence for the role: a word in the name counts 3; with less than 3 a person has to confirm it. */
  readonly points: number;
  /** True if a person has to confirm it. */
  readonly asked: boolean;
  readonly evidence: readonly Localized[];
  readonly device?: NamedDevice;
  /** True for walls that can be seen through. */
  readonly clear?: true;
}

/** Points below which a role has to be confirmed. */
const SURE = 3;

/** Points of a word in a name. */
const WORD = 3;

/**
 * Returns the role of the lines of a layer.
 *
 * @param total length of all lines of the drawing, m
 * @param names places of the names in the drawing
 */
export function roleOfLines(
  layer: string,
  lines: Lines,
  measures: LineMeasures,
  { total, names }: { readonly total: number; readonly names: readonly Point[] },
): Judgement {
  const named = rolesNamed(layer);
  const { length, paired, pairedLong, even, leaves, rooms, rings, median } = measures;
  // The lines of a window are evenly spaced too.
  const isPattern = even >= PATTERN && !named.has('window');
  // Zones are drawn as closed polylines, and a layer that holds them holds little else. Shelves and tables are too.
  const isRinged = rings > 0 && rings >= lines.rings.length / 2 && rings >= rooms / 2;
  // The lines of windows run in pairs too, but not for long.
  const isOpening = has(named, 'door', 'window') && !named.has('wall');
  // Panes do too: under the name of a window, only lines longer than those may be walls.
  const isPanes = named.has('window') && !has(named, 'wall', 'door') && median < LONGEST_PANE;
  const pairs = isPattern || isPanes ? 0 : 4 * (isOpening ? pairedLong : paired);
  const shape = pairs + (isRinged ? 0 : Math.min(2, rooms / 2)) + (length >= total / 50 ? 1 : 0);
  const wall = word(named, 'wall', 'glass') + shape;
  const door = word(named, 'door') + (leaves > 0 ? 3 : 0);
  const window = word(named, 'window') + (paired >= 0.5 && pairedLong < 0.1 ? 1 : 0);
  // Rings side by side are the faces of walls.
  const filledRings = isRinged && paired < 0.5 && !named.has('wall') ? ringsNamed(lines, names) : 0;
  const isNamedRings = filledRings >= LEAST_RINGS && filledRings >= rings / 2;
  const zone = isRinged ? 2 * word(named, 'zone') + (isNamedRings ? 4 : 0) : 0;
  const outline = lines.rings.length > 0 ? 2 * word(named, 'outline') : 0;
  const isNamed = [...named.keys()].some((role) => role !== 'none');
  const empty = isNamed ? [] : [paired < 0.3, rooms === 0, leaves === 0];
  const none = word(named, 'none') + (isPattern ? 3 : 0) + empty.filter(Boolean).length;
  const evidence = [
    ...nameEvidence(named),
    ...lineEvidence(lines, measures),
    ...(isNamedRings ? [t.ringsNamed({ n: filledRings })] : []),
  ];
  if (length === 0 && leaves === 0) return { role: 'none', points: WORD, asked: false, evidence };
  if (!named.has('none') && isBuilding(named, measures)) {
    return { role: 'building', points: shape + 3, asked: true, evidence: [...evidence, t.both] };
  }
  const best = bestOf({ wall, door, window, zone, outline, none });
  const { role } = best;
  const clear = role === 'wall' && named.has('glass') ? { clear: true as const } : {};
  // A name alone says nothing against a shape, and a shape nothing against a name: a person decides.
  const isTorn =
    (named.has('none') && role !== 'none') ||
    (role !== 'none' && best.lead < 1) ||
    (role === 'wall' && (has(named, 'door', 'window', 'zone') || clear.clear === true)) ||
    ((role === 'door' || role === 'window') && (!named.has(role) || (named.has('door') && named.has('window')))) ||
    (role === 'wall' && !isNamed && paired < 0.3) ||
    (role === 'zone' && !named.has('zone')) ||
    (role === 'none' && !named.has('none') && isRinged);
  const asked = best.points < SURE || isTorn;
  return { role: named.has('none') ? 'none' : role, points: best.points, asked, evidence, ...clear };
}

/** Length in m from which on half of the strokes of a layer are no panes. */
const LONGEST_PANE = 3;

/** Fewer closed lines with a name in each are furniture. */
const LEAST_RINGS = 3;

/** Length in m that a leaf with its arc and jambs has at most. */
const DOOR_LENGTH = 6;

/** True if a layer draws walls and doors: long pairs beside leaves, or far more lines than the leaves alone would have. */
function isBuilding(named: ReadonlyMap<NamedRole, string>, { length, pairedLong, leaves }: LineMeasures): boolean {
  if (pairedLong >= 0.3 && (leaves >= 2 || (named.has('door') && !named.has('wall')))) return true;
  return leaves >= 2 && !has(named, 'door', 'window') && length >= DOOR_LENGTH * leaves;
}

/** Returns the points of a name with a word for one of `roles`. */
function word(named: ReadonlyMap<NamedRole, string>, ...roles: readonly NamedRole[]): number {
  return has(named, ...roles) ? WORD : 0;
}

/**
 * Returns the role of the texts of a layer: `number` if all of them were taken for the numbers of devices (`claimed`);
 * else `label` or `none`, judged by the other texts.
 */
export function roleOfWords(layer: string, { words }: Words, { claimed }: Numbers, pack: Pack): Judgement {
  const own = words.filter((word) => !claimed.has(word));
  if (own.length === 0) {
    const evidence = words.length === 0 ? [] : [t.numbersBeside({ n: words.length })];
    return { role: 'number', points: 4, asked: false, evidence };
  }
  const texts = own.map(({ text }) => nameIn(text) ?? text.replaceAll('\n', ' '));
  const names = own.flatMap(({ text }) => namingIn(text) ?? []);
  const known = names.filter((name) => kindByWords(name, pack) !== undefined);
  const named = rolesNamed(layer);
  const long = texts.filter((text) => text.length > LONGEST_NAME).length;
  const label =
    (known.length >= 2 || (known.length > 0 && known.length >= 0.3 * names.length) ? 3 : 0) +
    (names.length >= own.length / 2 ? 1 : 0) +
    (/房间|名称|文字|TEXT|NAME|ROOM|LABEL/i.test(bareName(layer)) ? 1 : 0);
  const none = word(named, 'none') + (names.length === 0 ? 3 : 0) + (long > own.length / 4 ? 2 : 0) + 1;
  const shown = known.slice(0, 3).map(quoted);
  const evidence = [
    ...nameEvidence(named),
    known.length === 0
      ? t.samples({ texts: joined(samplesOf(texts), t.comma) })
      : t.knownNames({ n: known.length, names: joined(shown, t.comma) }),
    ...(names.length === own.length ? [] : [t.otherTexts({ n: own.length - names.length })]),
  ];
  const best = bestOf({ label, none });
  const isTorn = best.role === 'label' && (best.points <= SURE || best.lead < 1);
  return { role: best.role, points: best.points, asked: isTorn, evidence };
}

/** Letters from which on a text is no name of a room. */
const LONGEST_NAME = 24;

/** Returns the first three different texts as evidence, cut where they are long. */
function samplesOf(texts: readonly string[]): Localized[] {
  return [...new Set(texts)].slice(0, 3).map((text) => quoted([...text].slice(0, LONGEST_NAME / 2).join('')));
}

/** Returns the role of a block on a layer. */
export function roleOfBlock({ layer, lines }: LayerUse, { block, inserts }: BlockUse, numbers: Numbers): Judgement {
  const own = rolesNamed(block);
  const named = own.size > 0 ? own : rolesNamed(layer);
  const first = inserts[0];
  const leaves = leavesIn(first.swings, [...first.strokes, ...(inserts.length < FEW ? lines.strokes : [])]);
  const along = linesAlong(first);
  const beside = inserts.flatMap((insert) => numbers.of.get(insert) ?? []);
  const words = wordsOf(inserts).map((one) => ({ ...one, ...(beside.length === 0 ? {} : { number: beside[0] }) }));
  const device = firstOf(words, deviceOf);
  const suggested = device ?? firstOf(words, deviceSuggestedBy);
  const numberEvidence =
    beside.length === 0 ? [] : [t.numbers({ numbers: joined(beside.slice(0, 3).map(verbatim), t.comma) })];
  if (device !== undefined && !has(named, 'door', 'window')) {
    const evidence = [t.deviceWord({ word: device.word }), ...numberEvidence];
    const role = device.kind === 'none' ? 'none' : 'device';
    return { role, points: 4, asked: false, evidence, device };
  }
  // A layer of windows holds doors too (天正); the block's own name says more.
  const weight = own.size > 0 ? 1 : 1 / WORD;
  const door = weight * word(named, 'door') + (leaves > 0 ? 3 : 0);
  const window = weight * word(named, 'window') + (along >= 2 && along <= 5 ? 3 : 0);
  const isSmall = sideOf(first) <= 1.5;
  const isEquipment = isSmall && door < 3 && window < 3 && (suggested !== undefined || isDeviceLayer(layer));
  if (isEquipment) {
    const evidence = [t.noWord, ...numberEvidence];
    return {
      role: 'device',
      points: suggested === undefined ? 1 : 4,
      asked: true,
      evidence,
      device: suggested ?? OTHER,
    };
  }
  const wall = word(named, 'wall', 'glass');
  const none = word(named, 'none') + (leaves === 0 ? 1 : 0) + (along === 0 ? 1 : 0) + (own.size === 0 ? 1 : 0);
  const evidence = [
    ...nameEvidence(named),
    ...(leaves > 0 ? [t.leaf] : []),
    ...(along >= 2 ? [t.along({ n: along })] : []),
  ];
  const best = bestOf({ door, window, wall, none });
  const isTorn =
    best.role === 'none'
      ? !named.has('none') && has(rolesNamed(layer), 'door', 'window', 'wall')
      : best.lead < 1 ||
        named.size === 0 ||
        named.has('none') ||
        (best.role === 'window' && named.has('door') && !named.has('window'));
  return { role: best.role, points: best.points, asked: isTorn || best.points < SURE, evidence };
}

const OTHER: NamedDevice = { kind: 'other', word: '' };

/** Returns what inserts of one block are called, each way once: their attributes differ. */
function wordsOf(inserts: BlockUse['inserts']): BlockWords[] {
  return [...new Map(inserts.map(({ words }) => [JSON.stringify(words), words])).values()];
}

function firstOf(
  words: readonly BlockWords[],
  named: (words: BlockWords) => NamedDevice | undefined,
): NamedDevice | undefined {
  for (const one of words) {
    const device = named(one);
    if (device !== undefined) return device;
  }
  return undefined;
}

/** Inserts from which on leaves that lie outside of the block aren't looked for. */
const FEW = 200;

function bestOf<R extends Role>(scores: Readonly<Record<R, number>>): { role: R; points: number; lead: number } {
  const order = (Object.entries(scores) as [R, number][]).sort((a, b) => b[1] - a[1]);
  const [[role, points], [, second]] = order;
  return { role, points, lead: points - second };
}

function has(named: ReadonlyMap<NamedRole, string>, ...roles: readonly NamedRole[]): boolean {
  return roles.some((role) => named.has(role));
}

function nameEvidence(named: ReadonlyMap<NamedRole, string>): Localized[] {
  return named.size === 0 ? [] : [t.name({ words: joined([...new Set(named.values())].map(verbatim), t.comma) })];
}

function lineEvidence({ empty }: Lines, { paired, gaps, even, leaves, rooms, length }: LineMeasures): Localized[] {
  const percent = String(Math.round(100 * paired));
  const shown = gaps.slice(0, 3).map((gap) => verbatim(gap.toFixed(2)));
  return [
    ...(paired >= 0.05 && gaps.length > 0 ? [t.paired({ percent, gaps: joined(shown, t.comma) })] : []),
    ...(even >= PATTERN && length > 0 ? [t.even] : []),
    ...(leaves > 0 ? [t.leaves({ n: leaves })] : []),
    ...(rooms > 0 ? [t.faces({ n: rooms })] : []),
    ...(empty > 0 ? [t.empty({ n: empty })] : []),
  ];
}

/** Returns the measures of the lines of each layer. Throws BudgetExceeded. */
export function measuresByLayer(layers: readonly LayerUse[]): ReadonlyMap<string, LineMeasures> {
  return new Map(layers.map(({ layer, lines }) => [layer, measuresOf(lines)]));
}
