// Devices as their names mean them: what they would see, or hear, of private places beyond what is drawn.

import { parameter } from '../../law/lookup.js';
import type { DeviceMeaning } from '../../law/names/devices.js';
import type { Device, Optics, Zone } from '../../plan/model.js';
import type { RuleContext } from '../context.js';
import { roomUses } from '../rooms/use.js';
import { meaningsOf } from './device-names.js';
import { devicesPossiblyIn, placementIn, possiblePlaces } from './private-zones.js';
import { heardBy } from './sound.js';
import { compareReachArea, viewsInto, viewsOf } from './views.js';

/** Meanings of names that widen the view of a device. */
type WiderForm = Extract<DeviceMeaning, 'ptz' | 'allRound' | 'several' | 'zoom'>;

/** A device as its name or model suggests it, if that sees more than the device as drawn. */
export interface WiderReading {
  readonly meaning: WiderForm;
  /** The name or model that means it. */
  readonly called: string;
  /** The device as its name means it. */
  readonly device: Device;
}

const FORMS: readonly WiderForm[] = ['ptz', 'allRound', 'several', 'zoom'];

/** Degrees: the field of view to which a lens that zooms is taken to widen; ours. */
const WIDEST = 100;

/**
 * Returns the device as its name or model would have it (a PTZ, one that looks all round, has several lenses or zooms),
 * for each such meaning that sees more than the device as drawn.
 */
export function widerReadings(device: Device): readonly WiderReading[] {
  if (device.video === 'none' || device.imagesDenied === true) return [];
  return FORMS.flatMap((meaning) => {
    const called = meaningsOf(device).get(meaning);
    if (called === undefined || !isNarrower(device, meaning)) return [];
    return [{ meaning, called, device: { ...device, lenses: device.lenses.map((lens) => widened(lens, meaning)) } }];
  });
}

/** True if the device as drawn sees less than one of that form may. */
function isNarrower({ lenses }: Device, meaning: WiderForm): boolean {
  if (meaning === 'ptz' && lenses.some(({ form }) => form === 'ptz')) return false;
  const fixed = lenses.filter(({ form, ptz }) => form !== 'fisheye' && (form !== 'ptz' || ptz?.limits === 'hard'));
  if (fixed.length < lenses.length || lenses.length === 0) return false;
  if (meaning === 'zoom') return fixed.some((lens) => isFixedLens(lens));
  return meaning === 'ptz' || lenses.length === 1;
}

function isFixedLens({ form, hfov }: Optics): boolean {
  return form === 'fixed' && hfov !== undefined && hfov < WIDEST;
}

function widened(lens: Optics, meaning: WiderForm): Optics {
  const { heading, hfov, tilt } = lens;
  if (meaning === 'zoom') {
    const isFixed = isFixedLens(lens) && hfov !== undefined;
    return isFixed ? { ...lens, form: 'varifocal', varifocal: { hfov: [hfov, WIDEST], locked: false } } : lens;
  }
  // The heading as drawn says on which side of its wall the device is.
  const home = heading === undefined ? undefined : { heading, tilt: tilt ?? 0, hfov: hfov ?? WIDEST };
  const range = hfov === undefined ? undefined : ([hfov, hfov] as const);
  return {
    ...lens,
    form: 'ptz',
    varifocal: undefined,
    ptz: { pan: undefined, tilt: undefined, hfov: range, limits: 'software', home },
  };
}

/**
 * Returns the zones that are worse off if the device is what its name suggests (`named`, see {@link WiderReading}) than
 * if it is as `drawn`: those that are or may be private in which `named` has a finding and `drawn` has none, or a less
 * grave one; and rooms of unsettled use into which only `named` sees with every door and curtain closed.
 */
export function seenBeyond(context: RuleContext, drawn: Device, named: Device): readonly Zone[] {
  const graver = viewsOf(context, named).filter(({ target, grade }) => {
    if (grade.is !== 'finding') return false;
    const before = viewsInto(context, target).find(({ device }) => device === drawn)?.grade;
    return before?.is !== 'finding' || (grade.outcome === 'fail' && before.outcome !== 'fail');
  });
  const rooms = [...roomUses(context.site).values()].flatMap((use) => {
    const mayBePrivate = use.settledBy === undefined && use.seen;
    return mayBePrivate && seesStanding(context, named, use.zone) && !seesStanding(context, drawn, use.zone)
      ? [use.zone]
      : [];
  });
  return [...new Set([...graver.map(({ target }) => target.zone), ...rooms])];
}

function seesStanding({ pack, sight }: RuleContext, device: Device, zone: Zone): boolean {
  if (!zone.levels.includes(device.level) || device.zones.includes(zone.id)) return false;
  const region = sight.regionOf(zone, []);
  const reach = sight.reach(device, device.level, region, parameter(pack, 'privacyDensity'), 'standing');
  return reach !== undefined && compareReachArea(reach, parameter(pack, 'viewArea')) !== 'below';
}

/**
 * Zones that are or may be private: `inside`, the device stands in them; `outside`, it hears into them from elsewhere.
 */
export interface Heard {
  readonly inside: readonly Zone[];
  readonly outside: readonly Zone[];
}

/** Returns the zones that are or may be private in which the device would hear something if it had a microphone. */
export function heardIfItHears(context: RuleContext, device: Device): Heard {
  const listening: Device = { ...device, audio: 'microphone' };
  const targets = possiblePlaces(context.site);
  const holds = targets.filter(
    (target) =>
      devicesPossiblyIn(context, target).includes(device) && placementIn(context, device, target) !== undefined,
  );
  const hears = targets.filter(
    (target) => !holds.includes(target) && heardBy(context, listening, target) !== undefined,
  );
  const zonesOf = (some: typeof targets) => [...new Set(some.map(({ zone }) => zone))];
  return { inside: zonesOf(holds), outside: zonesOf(hears) };
}
