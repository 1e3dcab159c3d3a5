// Facts that the plan omits, as rows of the page of assumptions.
import { listsOf } from '../../base/arrays.js';
import { memoizeOnGround } from '../../facts/memo.js';
import { localizedList } from '../../i18n/list.js';
import type { Localized } from '../../i18n/locale.js';
import type { Device, Optics, Site } from '../../plan/model.js';
import type { Row } from './assumptions.js';
import { gaps, t } from './texts.js';

/** Returns the facts the plan omits, the value assumed for each, and the elements that lack it. */
export function missingFacts(site: Site): Row[] {
  const devices = site.levels.flatMap((level) => level.devices).filter(({ status }) => status !== 'removed');
  // Without detectors: their range is measured in plan, so that no tilt is needed.
  const cameras = devices.filter(({ video }) => video !== 'none');
  const rows: readonly [Localized, Localized, readonly { readonly id: string }[]][] = [
    [gaps.heading, gaps.allRound, lacking(devices, ({ form, heading }) => form !== 'fisheye' && heading === undefined)],
    [gaps.fieldOfView, gaps.allRound, lacking(devices, ({ hfov }) => hfov === undefined)],
    [gaps.tilt, gaps.anyTilt, lacking(cameras, ({ form, tilt }) => form !== 'fisheye' && tilt === undefined)],
    [gaps.resolution, gaps.anyDensity, lacking(cameras, ({ resolution }) => resolution === undefined)],
    [gaps.height, gaps.anyHeight, devices.filter(({ lenses, height }) => lenses.length > 0 && height === undefined)],
    [gaps.pickup, gaps.defaultPickup, devices.filter(({ audio, pickup }) => audio !== 'none' && pickup === undefined)],
    [gaps.ceiling, gaps.noCeiling, site.levels.filter(({ ceiling }) => ceiling === undefined)],
  ];
  return [
    ...unknownUses(site),
    ...rows.flatMap(([what, taken, lack]): Row[] =>
      lack.length === 0
        ? []
        : [
            listed(
              what,
              taken,
              lack.map(({ id }) => id),
            ),
          ],
    ),
  ];
}

/** Returns rows on zones of unknown kind, by the words of their source. */
const unknownUses = memoizeOnGround((site): readonly Row[] => {
  const zones = site.levels.flatMap((level) => level.zones);
  const words = listsOf(
    zones.flatMap(({ id, kindUnknown }) => (kindUnknown === undefined ? [] : [[kindUnknown, id] as const])),
  );
  return [...words].map(([word, ids]) =>
    listed(word === '' ? t.unknownUseUnsaid : t.unknownUse({ word }), t.unknownUseTaken({ n: ids.length }), ids),
  );
});

function lacking(devices: readonly Device[], lacks: (lens: Optics) => boolean): Device[] {
  return devices.filter(({ lenses }) => lenses.some(lacks));
}

function listed(what: Localized, taken: Localized, ids: readonly string[]): Row {
  return [what, t.assumed({ taken, ids: localizedList([...ids].sort()) })];
}
