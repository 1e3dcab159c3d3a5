// Cautions on the laws that a report does and doesn't judge by.
import { joined } from '../../i18n/catalogue.js';
import { dayText } from '../../i18n/day.js';
import { type Localized, verbatim } from '../../i18n/locale.js';
import { partsOf } from '../../law/compose.js';
import { governs, incompleteFor, isInForceOn, isNational, packsInForce, shippedFor } from '../../law/force.js';
import { DEFAULT_PACK, loadPack } from '../../law/load.js';
import type { Pack } from '../../law/types.js';
import type { Site } from '../../plan/model.js';
import { whereaboutsOf } from '../support/terms.js';
import type { Caution } from '../types.js';
import { t } from './texts.js';

/**
 * Returns cautions on laws: those in force that weren't judged by, or that come into force later; a region that has no
 * law of its own here, or one of which the text is incomplete; and packs that judge though they aren't in force there.
 * They follow from plan, packs and day alone, however the packs were chosen.
 *
 * @param reviewed true if the run is a reviewer's
 */
export function lawCautions(site: Site, today: string, reviewed: boolean): Caution[] {
  const { pack, region } = site;
  const of = { ...whereaboutsOf(site), today };
  const judged = partsOf(pack);
  const isJudged = ({ id }: Pack) => judged.some((part) => part.id === id);
  const left = packsInForce(of).filter((each) => !isJudged(each));
  const later = shippedFor(of).filter((each) => !isJudged(each) && today < (each.applies.from ?? ''));
  const isLocal = (each: Pack) => !isNational(each) && (region === undefined || governs(each, region));
  const partial = incompleteFor(of).filter((each) => !isJudged(each));
  const hasLocal = [...judged, ...shippedFor(of), ...partial].some(isLocal);
  const foreign = judged.filter(
    (part) => !isInForceOn(part, today) || !(region === undefined || governs(part, region)),
  );
  const caution = (kind: Caution['kind'], text: Localized): Caution => ({ kind, text });
  return [
    ...(left.length === 0
      ? []
      : [caution('unjudged', (reviewed ? t.unjudgedByReviewer : t.unjudged)({ laws: lawNames(left) }))]),
    ...(hasLocal || region === undefined ? [] : [caution('unjudged', t.noLocalLaw({ region: verbatim(region) }))]),
    ...partial.flatMap((each) => {
      const { id, incomplete: lacks } = each;
      return lacks === undefined ? [] : [caution('unjudged', t.unusedText({ law: lawNames([each]), lacks, pack: id }))];
    }),
    ...later.map((each) =>
      caution('unjudged', t.notYet({ law: lawNames([each]), day: dayText(each.applies.from ?? '') })),
    ),
    ...(region === undefined ? [caution('region', t.assumedRegion({ law: lawNames([loadPack(DEFAULT_PACK)]) }))] : []),
    ...judged.flatMap((each) => {
      const { incomplete: lacks } = each;
      return lacks === undefined ? [] : [caution('foreign', t.incomplete({ law: lawNames([each]), lacks }))];
    }),
    ...(foreign.length === 0 ? [] : [caution('foreign', t.foreign({ laws: lawNames(foreign) }))]),
  ];
}

function lawNames(packs: readonly Pack[]): Localized {
  return joined(
    packs.map(({ instruments: [law], name }) => law?.name ?? name),
    t.comma,
  );
}
