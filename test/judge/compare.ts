import type { Judgement, Pair, Place } from './judge.js';
import { failsSeen } from './law.js';

/** What the judge says of one thing, as far as it decides whether somebody must look at it. */
export type Answer = 'harm' | 'none' | 'unsure';

/** One question, with the answer and what a verdict on it must be called. */
export interface Said {
  readonly about: string;
  readonly answer: Answer;
  /** Verdicts of which one must be there and no pass, where there is harm. */
  readonly rules: readonly string[];
  readonly subject: string;
  /** The zone whose own verdict is open where the drawing is faulty. */
  readonly zone: string;
  /** The zone's kind, where it is a private one. */
  readonly kind?: string;
  /** Is judged as a box, whatever else it is. */
  readonly isBox?: boolean;
  /** The least a verdict may say: a thing that certainly doesn't comply. */
  readonly outcome?: 'fail' | undefined;
  /** Nobody could tell what the zone is for: what is asked of that stands for what is asked of the device. */
  readonly untold?: boolean;
  /** Of a device that is gone, or takes nothing: there is nothing to work out. */
  readonly plain?: boolean;
}

const UNKNOWN = 'capture/unknown-capability';

export function answersOf(judgement: Judgement): ReadonlyMap<string, Said> {
  const said = [...[...judgement.pairs.values()].flatMap(ofPair), ...[...judgement.places.values()].map(ofPlace)];
  return new Map(said.map((one) => [one.about, one]));
}

/**
 * What the regulation leaves no doubt about: a room of Art. 9(2)(1)–(3) looked into by what stands open, or worse. Of what is
 * near a box only what may observe it: the item is about installing *and* about privacy, and a camera that looks away is asked.
 */
function gravity(
  { judged, isNested, isAtHome, video, audio, within, observes, sees }: Pair,
  about: 'inside' | 'view',
): Pick<Said, 'outcome'> {
  const films = video === 'visible' || video === 'thermal';
  const takes = films || audio === 'microphone' || audio === 'two-way';
  if (judged === undefined || isAtHome || (judged.hangsOnRoom && isNested)) return {};
  const { regime, inside } = judged;
  const isWithin =
    about === 'inside' &&
    within === true &&
    takes &&
    inside === 'fail' &&
    (regime === 'room' || (regime === 'anchor' && observes));
  const looksIn = about === 'view' && films && sees === 'standing' && regime === 'room' && failsSeen(judged);
  return isWithin || looksIn ? { outcome: 'fail' } : {};
}

function ofPair(pair: Pair): Said[] {
  const subject = `${pair.device}>${pair.zone}`;
  const common = {
    subject,
    zone: pair.zone,
    kind: pair.kind,
    isBox: pair.isBox,
    untold: pair.untold,
    plain: pair.idle,
  };
  const answer = (value: boolean | undefined): Answer => (value === undefined ? 'unsure' : value ? 'harm' : 'none');
  const view = 'capture/view-into-private-zone';
  const sees: Answer =
    pair.sees === 'unsure' ? 'unsure' : pair.sees === 'nothing' || pair.sees === 'own' ? 'none' : 'harm';
  return [
    ...(pair.across
      ? []
      : [
          {
            about: `inside ${subject}`,
            answer: answer(pair.inside),
            rules: ['capture/device-in-private-zone', UNKNOWN],
            ...gravity(pair, 'inside'),
            ...common,
          },
        ]),
    {
      about: `view ${subject}`,
      answer: sees,
      rules: pair.video === 'unknown' ? [UNKNOWN] : [view],
      ...gravity(pair, 'view'),
      ...common,
      plain: pair.idle || pair.video === 'none',
    },
    ...(pair.across
      ? []
      : [
          {
            about: `sound ${subject}`,
            answer: answer(pair.hears),
            rules: pair.audio === 'unknown' ? [UNKNOWN] : ['capture/sound-from-private-zone'],
            ...common,
            plain: pair.idle || pair.audio === 'none',
          },
        ]),
  ];
}

function ofPlace({ zone, named, is }: Place): Said {
  return {
    about: `protection ${zone}`,
    answer: is === 'enough' ? 'none' : is === 'unsure' ? 'unsure' : 'harm',
    rules: ['coverage/protected'],
    subject: zone,
    zone,
    ...(is === 'bare' && named ? { outcome: 'fail' } : {}),
  };
}

/** How verdicts differ from what the judge says; undefined where they agree or it doesn't say. */
export function differs(
  { about, answer, rules, subject, zone, kind, isBox = false, outcome, untold = false }: Said,
  verdicts: ReadonlyMap<string, string>,
): string | undefined {
  const own = rules.map((rule) => verdicts.get(`${rule} ${subject}`)).filter((one) => one !== undefined);
  const found = own.filter((one) => one !== 'pass' && one !== 'notApplicable');
  // Whether a dwelling lodges travellers is asked first, as what an untold zone is for. A box is one whatever else it is.
  const isAsked = (untold && !isBox) || kind === 'dwelling';
  const use = isAsked ? verdicts.get(`capture/unknown-use ${zone}`) : undefined;
  const open = rules.some((rule) => verdicts.get(`${rule} ${zone}`) === 'open') || use === 'open' || use === 'review';
  // What stands in a place or near a box isn't asked what it hears or sees of it from outside.
  const within = verdicts.get(`capture/device-in-private-zone ${subject}`);
  const isWithin = within === 'fail' || within === 'review' || within === 'open';
  if (answer === 'harm' && !about.startsWith('inside') && isWithin) return undefined;
  if (answer === 'harm') {
    if (found.length === 0 && !open) return `passed: ${own.join() || 'no verdict'}`;
    return outcome === 'fail' && !open && !found.includes('fail') && !found.includes('open')
      ? `not fail: ${found.join()}`
      : undefined;
  }
  // Where a drawing is faulty everything is open, and rightly.
  return answer === 'none' && found.some((one) => one === 'fail' || one === 'review')
    ? `found: ${found.join()}`
    : undefined;
}
