// Verdicts of a prohibition that applies to public places alone.
import { amended } from '../../../base/lazy.js';
import { captureOf } from '../../../facts/capture/bars.js';
import { itemSubject } from '../../../facts/capture/private-zones.js';
import type { RuleContext } from '../../../facts/context.js';
import { publicPlace, statedTracks, trackQuestion } from '../../../facts/project/track.js';
import { catalogue, templatesOf } from '../../../i18n/catalogue.js';
import type { Localized } from '../../../i18n/locale.js';
import type { Basis } from '../../../law/types.js';
import { type Statement, statement } from '../../verdict.js';

const t = catalogue('scope', {
  open: {
    zh: '{leads}限于公共场所，图中未载明该场所是否属于公共场所，无法判定。',
    en: "{leads} {leads|is|are} about public places; the plan doesn't say whether the site is one, so it can't be told.",
  },
  because: {
    zh: '图中未载明该场所是否属于公共场所',
    en: "the plan doesn't say whether the site is a public place",
  },
  stated: {
    zh: '图中载明“{by}”以“{document}”认定本场所属于{track}。',
    en: "The plan states that '{by}' says by '{document}' that the site is one of these: {track}.",
  },
  spared: {
    zh: '{leads}限于公共场所，不适用，请审查人核对该文件。',
    en: 'What {leads} says is about public places and does not apply; the reviewer may check the document.',
  },
});

/** Templates, by id, of the messages that {@link inPublicPlaces} adds: every rule that it wraps needs them. */
export const SCOPE = templatesOf(t);

/**
 * Returns `check` adapted to a law that applies to public places alone; other laws get its verdicts as they are. If the
 * site isn't a public place, the only verdict is `notApplicable`. If the plan doesn't say whether it is, a `fail`
 * becomes `open`. If it is one only by sitecam's reading of the law, a `fail` has no surer basis than that reading.
 */
export function inPublicPlaces(
  check: (context: RuleContext) => readonly Statement[],
): (context: RuleContext) => readonly Statement[] {
  return (context) => {
    const { site, pack } = context;
    if (pack.capture?.publicPlacesOnly !== true) return check(context);
    const { is, basis } = publicPlace(site, pack);
    if (is === 'no') return [spared(context)];
    const all = check(context);
    if (is === 'unknown') return all.map((one) => (one.outcome === 'fail' ? unsaid(context, one) : one));
    return basis === 'law' ? all : all.map((one) => (one.outcome === 'fail' ? readBy(one, basis) : one));
  };
}

/** Whose words make a claim, the surest first. */
const SURENESS: readonly Basis[] = ['law', 'reading', 'contested'];

/** Returns the statement on the basis given, unless its own is less sure still. */
function readBy(one: Statement, basis: Basis): Statement {
  const { basis: before = 'law' } = one;
  return SURENESS.indexOf(basis) > SURENESS.indexOf(before) ? amended(one, { basis }) : one;
}

function spared({ site, pack }: RuleContext): Statement {
  const { prohibition } = captureOf(pack);
  const [found] = statedTracks(site, pack);
  const place = found?.stated.place ?? site.place;
  const about = { subject: itemSubject(prohibition), outcome: 'notApplicable', clauses: [prohibition], place } as const;
  if (found === undefined) return statement({ ...about, message: t.spared({ leads: pack.name }) });
  const { document, by } = found.stated;
  const message = t.stated({ document, by, track: found.track.name });
  return statement({ ...about, message, says: (leads) => t.spared({ leads }) });
}

function unsaid({ site, pack }: RuleContext, breach: Statement): Statement {
  const advice = trackQuestion(site, pack);
  return amended(breach, {
    outcome: 'open' as const,
    says: (leads: Localized) => t.open({ leads }),
    because: t.because,
    penalties: [],
    duties: [],
    ...(advice && { advice }),
  });
}
