// Kinds of zone, opening and device by the words that people write for them.

import { joined, type Text } from '../../i18n/catalogue.js';
import { quote } from '../../i18n/list.js';
import type { Localized } from '../../i18n/locale.js';
import { FOLDED, foldName } from '../../law/names/text.js';
import { vocabularyOf } from '../../law/names/vocabulary.js';
import type { Pack } from '../../law/types.js';
import { slips } from '../../source/suggest.js';
import { hintText } from '../../source/texts.js';
import { DEVICE_NAMES } from '../device-names.js';
import { CALLED, deviceKind, kindCalled, OPENING_KINDS, OPENING_NAMES, openingKind } from '../kinds.js';
import type { PlanDocument, RawLevel } from '../read/document.js';

/**
 * Returns the plan with the id of the kind (of zone, opening or device) where a Chinese word for exactly one kind is
 * written as `kind`. Any other word stays, and is a fault.
 */
export function withKindIds(document: PlanDocument, pack: Pack): PlanDocument {
  const zone = (kind: string) => zoneKindCalled(kind, pack);
  const level = (raw: RawLevel): RawLevel => ({
    ...raw,
    ...(raw.zones && { zones: raw.zones.map((one) => named(one, zone)) }),
    ...(raw.openings && { openings: raw.openings.map((one) => named(one, openingKindCalled)) }),
    ...(raw.devices && { devices: raw.devices.map((one) => named(one, deviceKindCalled)) }),
  });
  const types = Object.entries(document.deviceTypes ?? {}).map(([id, keys]) => [id, named(keys, deviceKindCalled)]);
  return {
    ...document,
    levels: document.levels.map(level),
    ...(document.deviceTypes && { deviceTypes: Object.fromEntries(types) }),
  };
}

function named<T extends { readonly kind?: string }>(element: T, called: (kind: string) => string | undefined): T {
  const kind = element.kind !== undefined && HAN.test(element.kind) ? called(element.kind) : undefined;
  return kind === undefined ? element : { ...element, kind };
}

const HAN = /\p{Script=Han}/u;

/** Returns the id of the one zone kind that a Chinese word means; undefined if it means none or several. */
export function zoneKindCalled(word: string, pack: Pack): string | undefined {
  const [kind, other] = vocabularyOf(pack).zh.byWord.get(foldName(word)) ?? [];
  return other === undefined ? kind?.id : undefined;
}

/** Returns the kind of opening that a Chinese word means; undefined if it means none. */
export function openingKindCalled(word: string): string | undefined {
  const called = kindCalled(word);
  return called === undefined ? undefined : openingKind(called);
}

/** Returns the kind of device that a Chinese word means; undefined if it means none. */
export function deviceKindCalled(word: string): string | undefined {
  const called = kindCalled(word);
  if (called !== undefined) return deviceKind(called);
  return Object.entries(DEVICE_NAMES).find(([, { zh }]) => zh === word)?.[0];
}

/** Words other than ids that a plan may write for a kind, by what they are kinds of. */
export interface KindWords {
  /** In the vocabulary's spelling. */
  readonly zone: readonly string[];
  /** Source of a regular expression for a character that may differ from the vocabulary's spelling. */
  readonly spelled: string;
  readonly opening: readonly string[];
  readonly device: readonly string[];
}

/** Returns the Chinese words that `withKindIds` takes for a kind by any of the packs; of zones those that mean one kind alone. */
export function kindWords(packs: readonly Pack[]): KindWords {
  const zone = packs.flatMap((pack) =>
    [...vocabularyOf(pack).zh.byWord].flatMap(([word, kinds]) => (kinds.length === 1 && HAN.test(word) ? [word] : [])),
  );
  const called = Object.keys(CALLED).filter((word) => HAN.test(word));
  const names = Object.values(DEVICE_NAMES).map(({ zh }) => zh);
  return {
    zone: [...new Set(zone)],
    spelled: FOLDED,
    opening: called.filter((word) => openingKindCalled(word) !== undefined),
    device: [...new Set([...called, ...names])].filter((word) => deviceKindCalled(word) !== undefined),
  };
}

/** A kind with the names by which it may be meant; the first is its name in reports. */
interface Candidate {
  readonly id: string;
  readonly name: Localized;
  readonly words: readonly string[];
}

/** Returns the kinds of zone nearest to an unknown word, as the end of a message. */
export function zoneKindHint(word: string, pack: Pack): Text {
  return hint(
    word,
    pack.zoneKinds.map(({ id, name, synonyms }) => ({
      id,
      name,
      words: [id, name.zh, name.en, ...synonyms.zh, ...synonyms.en],
    })),
  );
}

/** Returns the kinds of opening nearest to an unknown word, as the end of a message. */
export function openingKindHint(word: string): Text {
  return hint(
    word,
    OPENING_KINDS.map((id) => candidate(id, OPENING_NAMES[id])),
  );
}

/** Returns the kinds of device nearest to an unknown word, as the end of a message. */
export function deviceKindHint(word: string): Text {
  return hint(
    word,
    Object.entries(DEVICE_NAMES).map(([id, name]) => candidate(id, name)),
  );
}

function candidate(id: string, name: Localized): Candidate {
  return { id, name, words: [id, name.zh, name.en] };
}

/** Most kinds that a message names. */
const NAMED = 4;

function hint(word: string, candidates: readonly Candidate[]): Text {
  const near = candidates
    .map((one) => ({ one, score: Math.max(...one.words.map((other) => likeness(word, other))) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
    .slice(0, NAMED);
  const called = kindCalled(word);
  const first = candidates.find(({ id }) => id === called);
  const exact = near.filter(({ score }) => score === 1);
  const kinds = first === undefined ? (exact.length > 0 ? exact : near).map(({ one }) => one) : [first];
  if (kinds.length === 0) return hintText.kinds;
  return hintText.nearKinds({ kinds: joined(kinds.map(shown), { zh: '、', en: ', ' }) });
}

function shown({ id, name }: Candidate): Localized {
  return { zh: `${quote(id, 'zh-CN')}（${name.zh}）`, en: `${quote(id, 'en')} (${name.en})` };
}

/** Characters of an unknown word that are looked at: more only cost time. */
const LOOKED_AT = 40;

/**
 * Returns how like two words are, 0 (not at all) to 1: Chinese words by the longest run of characters they share, others
 * by the slips between them, at most one in three letters.
 */
function likeness(word: string, other: string): number {
  const [a, b] = [word.slice(0, LOOKED_AT).toLowerCase(), other.toLowerCase()];
  const longest = Math.max(a.length, b.length);
  if (HAN.test(a) !== HAN.test(b) || longest === 0) return 0;
  if (!HAN.test(a)) {
    const limit = Math.max(1, Math.floor(a.length / 3));
    if (Math.abs(a.length - b.length) > limit) return 0;
    const off = slips(a, b);
    return off <= limit && off < longest ? 1 - off / longest : 0;
  }
  const run = longestRun(a, b);
  return run < Math.min(2, a.length) ? 0 : run / longest;
}

function longestRun(a: string, b: string): number {
  let best = 0;
  for (let i = 0; i < a.length; i += 1) {
    while (b.includes(a.slice(i, i + best + 1)) && i + best < a.length) best += 1;
  }
  return best;
}
