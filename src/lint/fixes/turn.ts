import type { Device, Optics } from '../../plan/model.js';
import { bearing } from '../../plan/read/frame.js';
import { numberAt, setMember } from '../../source/edit/splice.js';
import type { LintVerdict, Report } from '../types.js';
import { deviceKeysPlace } from './places.js';
import { improves, withDevice } from './prove.js';
import type { Proposal } from './types.js';
import { type PrivateView, seenBy, type Watcher } from './views.js';

/** Degrees either way, at most. */
const MOST = 180;

/** Degrees between the turns that are looked at first: what holds for less than this is no mounting to rely on. */
const STEP = 3;

/** Turns to each side that are judged in full: those after the smallest rarely cover more. */
const MOST_JUDGED = 3;

/**
 * The smallest turns, in whole degrees to either side, after which the camera captures nothing private any more; where
 * there is none, those after which what `verdict` finds is gone. Each was judged by all rules, without reading the plan
 * again; the smallest first.
 */
export function* smallestTurns(
  verdict: LintVerdict,
  { device, findings }: Watcher,
  report: Report,
): Generator<Proposal> {
  const keys = deviceKeysPlace(device, report);
  const heading = numberAt(keys.file, `${keys.pointer}/heading`);
  const lens = turnable(device);
  if (heading === undefined || lens === undefined) return;
  const zone = verdict.subject.slice(verdict.subject.indexOf('>') + 1);
  const known = new Map<number, readonly PrivateView[]>();
  const seenAt = (by: number): readonly PrivateView[] => {
    const seen = known.get(by) ?? seenBy(turnedBy(device, lens, by), report);
    known.set(by, seen);
    return seen;
  };
  const aims: readonly [clear: (by: number) => boolean, settles: readonly LintVerdict[]][] = [
    [(by) => seenAt(by).length === 0, findings],
    [(by) => !seenAt(by).some(({ target }) => target.zone.id === zone), [verdict]],
  ];
  for (const [clear, settles] of aims) {
    for (const by of turns(clear)) {
      const edit = setMember(keys.file, keys.pointer, 'heading', written(heading + by));
      if (edit === undefined || !improves(report, withDevice(report, turnedBy(device, lens, by)), settles)) continue;
      const id = by < 0 ? 'engine/fix-left' : 'engine/fix-right';
      yield { message: { id, params: { degrees: String(Math.abs(by)) } }, edits: [edit], settles, device };
    }
  }
}

/** The lens of a device that has one and looks one way; not of what people stand before, which must face them. */
function turnable({ kind, lenses: [lens, second] }: Device): Turnable | undefined {
  if (kind === 'face-terminal' || kind === 'intercom' || lens === undefined || second !== undefined) return undefined;
  const { heading, form } = lens;
  return heading !== undefined && (form === 'fixed' || form === 'varifocal') ? { ...lens, heading } : undefined;
}

type Turnable = Optics & { readonly heading: number };

/** The first turns to each side, by size, that are clear. */
function* turns(clear: (by: number) => boolean): Generator<number> {
  const found = new Map<number, number>();
  for (let by = STEP; by <= MOST; by += STEP) {
    const both = (by === MOST ? [1] : [-1, 1]).flatMap((side) => {
      const count = found.get(side) ?? 0;
      if (count >= MOST_JUDGED || !clear(side * by)) return [];
      found.set(side, count + 1);
      let least = by;
      while (count === 0 && least > by - STEP + 1 && clear(side * (least - 1))) least -= 1;
      return [side * least];
    });
    yield* both.sort((a, b) => Math.abs(a) - Math.abs(b));
  }
}

function turnedBy(device: Device, lens: Turnable, by: number): Device {
  return { ...device, lenses: [{ ...lens, heading: bearing(lens.heading + by) }] };
}

/** As people write headings: from 0 to 360, without the last bits of a sum. */
function written(heading: number): number {
  return Math.round(bearing(heading) * 1e6) / 1e6;
}
