// Labels and lists of zones and devices for the messages of coverage rules.
import { figureKeys, figureNames, missingForCoverage } from '../../../facts/missing-figures.js';
import { forQuotes, localizedList, quote } from '../../../i18n/list.js';
import type { Localized } from '../../../i18n/locale.js';
import { DEVICE_NAMES } from '../../../plan/device-names.js';
import type { Device, Zone } from '../../../plan/model.js';
import { t } from './texts.js';

/** Number of items an enumeration names before it only counts the rest. */
const NAMED = 5;

/** Returns the label of a zone for a sentence, ready for quotes: its name, else its kind and id: 主要出入口E1. */
export function zoneTitle({ id, name, spec }: Zone): Localized {
  if (name !== undefined && name !== '') return forQuotes(name);
  if (spec === undefined) return forQuotes(id);
  return t.labelled({ kind: spec.name, id });
}

/** Returns the quoted labels of the zones: “大堂”、“前厅” / 'lobby' and 'hall'. Beyond five, the rest is counted. */
export function zoneList(zones: readonly Zone[]): Localized {
  return shortened(zones.map((zone) => quoted(zoneTitle(zone))));
}

/** Returns quoted ids and kinds of the devices: “C1”（摄像机）、“R1”（出入口识读装置）. Beyond five, the rest is counted. */
export function deviceList(devices: readonly Device[]): Localized {
  return shortened(devices.map(({ id, kind }) => t.deviceOfKind({ id, kind: DEVICE_NAMES[kind] })));
}

/**
 * Returns the figures that the plan lacks of each device and without which its coverage can't be computed:
 * “C1”的录像分辨率、“C2”的朝向、俯角. Beyond five devices, the rest is counted. With `keys` true, each figure has the key under
 * which to write it in the plan.
 */
export function missingList(devices: readonly Device[], { keys }: { readonly keys: boolean }): Localized {
  const shownOf = keys ? figureKeys : figureNames;
  return shortened(
    devices.map((device) => t.missingOf({ id: device.id, figures: shownOf(missingForCoverage(device)) })),
  );
}

function quoted({ zh, en }: Localized): Localized {
  return { zh: quote(zh, 'zh-CN'), en: quote(en, 'en') };
}

function shortened(items: readonly Localized[]): Localized {
  if (items.length <= NAMED) return localizedList(items);
  const { zh, en } = localizedList(items.slice(0, NAMED));
  const rest = items.length - NAMED;
  return { zh: `${zh}等共${items.length}项`, en: `${en.replace(/ and (?='[^']*'[^']*$)/, ', ')} and ${rest} more` };
}
