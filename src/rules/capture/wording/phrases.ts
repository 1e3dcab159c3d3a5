// Phrases about doubts, openings and densities that several capture rules put into their messages.

import { captureOf, captures } from '../../../facts/capture/bars.js';
import { categoryNames, type PrivateZone } from '../../../facts/capture/private-zones.js';
import type { RuleContext } from '../../../facts/context.js';
import { citation, EMPTY, midSentence, openingLabel } from '../../../facts/labels.js';
import { inItsSource } from '../../../facts/unknown-use.js';
import { quote } from '../../../i18n/list.js';
import type { Localized } from '../../../i18n/locale.js';
import { pixelDensity } from '../../../i18n/number.js';
import type { Device, Opening } from '../../../plan/model.js';
import type { Crossing, Reach } from '../../../sight/types.js';

/** Returns why a person must decide what otherwise would be a fail; undefined if nothing stands in the way. */
export function doubt(context: RuleContext, device: Device, target: PrivateZone): Localized | undefined {
  const { pack } = context;
  if (!captures(pack, device)) {
    const { capture } = captureOf(pack).words;
    return {
      zh: `其采集的深度图像是否属于${capture.zh}，条例未作直接规定。`,
      en: `The regulation doesn't say whether depth images are ${capture.en}. `,
    };
  }
  return whyOpen(context, target);
}

/** Returns why `target` may not be one of the places that the item names; undefined if the item surely names it. */
export function whyOpen(context: RuleContext, target: PrivateZone): Localized | undefined {
  const { prohibition, kind, applies, zone } = target;
  const cited = citation(context.pack, prohibition.clause);
  if (target.unsettled === true) {
    const source = inItsSource(zone);
    return {
      zh: `该部位用途未定${source.zh}，是否属于${cited.zh}所列场所或者区域不得而知。`,
      en: `What the place is for is unknown${source.en}, and so whether it is one of those listed in ${cited.en}. `,
    };
  }
  const { prohibition: main } = captureOf(context.pack);
  if (target.stated !== undefined) {
    const { document, by } = target.stated;
    const whole = citation(context.pack, main);
    return {
      zh: `图中以${quote(document, 'zh-CN')}（${quote(by, 'zh-CN')}）载明本场所不属于公共场所，${whole.zh}限于公共场所，须核对该文件。`,
      en: `The plan states by ${quote(document, 'en')} (${quote(by, 'en')}) that the site is no public place, and ${whole.en} is about public places only; the document must be checked. `,
    };
  }
  if (target.within !== undefined) {
    const [around, whole] = [midSentence(target.within.name), citation(context.pack, main)];
    return {
      zh: `该部位位于图中标为${around.zh}的区域以内，${whole.zh}限于公共场所。`,
      en: `The place lies in what the drawing marks as ${around.en}, and ${whole.en} is about public places only. `,
    };
  }
  if (!applies) {
    const names = categoryNames(context.pack, prohibition);
    return {
      zh: `${cited.zh}所称场所为${names.zh}，本图所标场所类别不在其列。`,
      en: `${cited.en} speaks of ${names.en}; the category of this site isn't among them. `,
    };
  }
  return prohibition.basis === 'sitecam' ? byReading(context, midSentence(kind.name), cited) : undefined;
}

/**
 * Returns why a room may not be one of the public rooms that the item is about; undefined if there is no doubt. Only
 * for devices inside: a view into the room may be a view into the room around it, which this must not excuse.
 */
export function whyNotPublic(
  { pack }: RuleContext,
  { prohibition, perhapsNotPublic }: PrivateZone,
): Localized | undefined {
  const words = prohibition.publicOnly?.words;
  if (words === undefined || perhapsNotPublic === undefined) return undefined;
  const cited = citation(pack, prohibition.clause);
  const limit = {
    zh: `${cited.zh}限于${quote(words.zh, 'zh-CN')}，该部位是否${quote(words.zh, 'zh-CN')}由审查人判定。`,
    en: `${cited.en} is about what is ${quote(words.en, 'en')} alone; whether this place is, is for the reviewer to judge. `,
  };
  if (perhapsNotPublic === 'stated')
    return {
      zh: `图中标明该部位为非公共区域，${limit.zh}`,
      en: `The plan states that the place is not public. ${limit.en}`,
    };
  const around = midSentence(perhapsNotPublic.name);
  return {
    zh: `该部位位于图中标为${around.zh}的区域以内，${limit.zh}`,
    en: `The place lies in what the drawing marks as ${around.en}. ${limit.en}`,
  };
}

/** Returns advice for places that stand only for a vote: ，或者在投票期间拆除. Empty for others: a report box hangs all year. */
export function orWhileVoting({ pack }: RuleContext, { kind }: PrivateZone): Localized {
  const voting = pack.zoneKinds.some(({ expects }) => expects?.includes(kind.id) === true);
  return voting ? { zh: '，或者在投票期间拆除', en: ', or dismantled during the vote' } : EMPTY;
}

function byReading({ pack }: RuleContext, kind: Localized, cited: Localized): Localized {
  const { residual } = captureOf(pack).words;
  return {
    zh: `条文未列举${kind.zh}，本工具认为其可能属于${cited.zh}所称“${residual.zh}”。`,
    en: `The text doesn't name ${kind.en}; by this tool's reading it may be one of the '${residual.en}' of ${cited.en}. `,
  };
}

function pane(opening: Opening): Localized {
  if (opening.kind === 'window' || opening.kind === 'glass-door') {
    const noun = opening.kind === 'window' ? { zh: '窗', en: 'window' } : { zh: '玻璃门', en: 'glass door' };
    if (opening.normallyOpen) return { zh: `常开${noun.zh}`, en: `${noun.en}, normally open` };
    if (opening.glazing === 'clear') return { zh: `常设透明${noun.zh}`, en: `clear ${noun.en}` };
    return { zh: `${noun.zh}，未标明永久遮蔽`, en: `${noun.en}, not marked as permanently covered` };
  }
  if (opening.kind === 'passage') return { zh: '常设敞口', en: 'passage' };
  return opening.kind === 'curtain'
    ? { zh: '常开帘', en: 'curtain, normally open' }
    : { zh: '常开门', en: 'door, normally open' };
}

function named({ opening, wall }: Crossing): Localized | undefined {
  if (opening !== undefined) {
    const label = openingLabel(opening);
    const nature = pane(opening);
    return { zh: `${quote(label, 'zh-CN')}（${nature.zh}）`, en: `${quote(label, 'en')} (${nature.en})` };
  }
  return wall === undefined
    ? undefined
    : { zh: `透光墙${quote(wall, 'zh-CN')}`, en: `the glazed wall ${quote(wall, 'en')}` };
}

/** Returns the openings by which a standing view gets in: 经“W2”（常设透明窗）. Empty if it crosses none. */
export function through(reach: Reach): Localized {
  // Openings that somebody must open first are named by whenOpened.
  const names = reach.crossings.filter(({ standing }) => standing).flatMap((crossing) => named(crossing) ?? []);
  if (names.length === 0) return EMPTY;
  return {
    zh: `经${names.map((name) => name.zh).join('、')}`,
    en: ` through ${names.map((name) => name.en).join(', ')}`,
  };
}

const LEAVES: Readonly<Record<Opening['kind'], Localized>> = {
  passage: { zh: '敞口', en: 'passage' },
  door: { zh: '门', en: 'door' },
  curtain: { zh: '帘', en: 'curtain' },
  'glass-door': { zh: '玻璃门', en: 'glass door' },
  window: { zh: '窗', en: 'window' },
};

/** Returns kind and label of an opening: 窗“W2” / window 'W2'. */
export function openingNamed(opening: Opening): Localized {
  const [kind, label] = [LEAVES[opening.kind], openingLabel(opening)];
  return { zh: `${kind.zh}${quote(label, 'zh-CN')}`, en: `${kind.en} ${quote(label, 'en')}` };
}

/** Returns what must be opened for the view: 门“D3”开启时，. Empty if nothing is closed. */
export function whenOpened(reach: Reach): Localized {
  const closed = reach.crossings.filter((crossing) => !crossing.standing);
  const names = closed.flatMap(({ opening }) => (opening === undefined ? [] : [openingNamed(opening)]));
  if (names.length === 0) return EMPTY;
  return {
    zh: `${names.map(({ zh }) => zh).join('、')}开启时，`,
    en: `with ${names.map(({ en }) => en).join(' and ')} open, `,
  };
}

/**
 * Returns the pixel density of the view, px/m: 像素密度84像素/米. It is the upper bound that may-see takes; without a
 * resolution in the plan nothing bounds it, and the phrase says so.
 */
export function density(reach: Reach, threshold?: number): Localized {
  const value = reach.density;
  if (value === undefined || !Number.isFinite(value)) {
    return {
      zh: '图中未注明分辨率或者视场角，像素密度按不受限计',
      en: 'pixel density taken as unbounded, since the drawing gives no resolution or field of view',
    };
  }
  const text = pixelDensity(value, threshold);
  return { zh: `像素密度${text.zh}（按上限计）`, en: `at up to ${text.en}` };
}

/**
 * Returns a phrase that adds the zones of unknown use, which may be private places: ，用途未定的区域2处. Empty if `count` is 0.
 */
export function andUnsettled(count: number): Localized {
  if (count === 0) return EMPTY;
  return { zh: `，用途未定的区域${count}处`, en: ` and ${count} ${count === 1 ? 'zone' : 'zones'} of unknown use` };
}

/** Returns the openings that a sound passes: 经“D1”. Empty if it passes none. */
export function crossed(reach: Reach): Localized {
  const openings = reach.crossings.flatMap(({ opening }) => (opening === undefined ? [] : [openingLabel(opening)]));
  if (openings.length === 0) return EMPTY;
  return {
    zh: `经${openings.map((label) => quote(label, 'zh-CN')).join('、')}`,
    en: ` through ${openings.map((label) => quote(label, 'en')).join(' and ')}`,
  };
}
