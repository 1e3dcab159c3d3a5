// What is said of devices that capture where nothing is drawn.
import { captureOf } from '../../../facts/capture/bars.js';
import { FAR, undrawnDevices } from '../../../facts/capture/undrawn.js';
import type { RuleContext } from '../../../facts/context.js';
import { deviceKindName, levelLabel, zoneLabel } from '../../../facts/labels.js';
import { catalogue, joined, type Text } from '../../../i18n/catalogue.js';
import { forQuotes, quoted } from '../../../i18n/list.js';
import type { Localized } from '../../../i18n/locale.js';
import { metres } from '../../../i18n/number.js';
import type { Device } from '../../../plan/model.js';
import { type Statement, statement } from '../../verdict.js';
import { says } from './predicates.js';
import { t as phrases } from './texts.js';

/** Texts on devices that capture where nothing is drawn. */
export const undrawnText = catalogue('', {
  undrawn: {
    zh: '设备“{device}”（{kind}）设于“{level}”未画区域之处。该处是什么场所图中没有载明。',
    en: "Device '{device}' ({kind}) stands on '{level}' where no zone is drawn. What place that is the plan doesn't say.",
  },
  hole: {
    zh: '设备“{device}”（{kind}）设于“{around}”轮廓线以内挖去的部分，该部分未计入“{around}”，也未画成其他区域。该处是什么部位图中没有载明。',
    en: "Device '{device}' ({kind}) stands within the outline of '{around}' in a part cut out of it, which is drawn as no other zone. What that part is the plan doesn't say.",
  },
  far: {
    zh: '设备“{device}”（{kind}）距“{level}”所画的区域、墙和门窗最近{distance}，超过{limit}（本工具判定值，非法定）；该处是什么场所图中没有载明。',
    en: "Device '{device}' ({kind}) is {distance} from the nearest zone, wall or opening drawn on '{level}', more than {limit} (this tool's figure, not the law's). What place that is the plan doesn't say.",
  },
  farTogether: {
    zh: '设备{devices}距图中所画的区域、墙和门窗均超过{limit}（本工具判定值，非法定），看来其坐标的单位、原点或者楼层有误；这些设备设于何处不能认定。',
    en: "Devices {devices} are more than {limit} (this tool's figure, not the law's) from all that is drawn; the unit or origin of their coordinates, or their level, seems wrong. Where they stand can't be told.",
  },
  outwards: {
    zh: '采集设备{devices}设于外墙上或者紧邻外墙，图中未画该处的室外区域。该处是什么场所图中没有载明。',
    en: "Devices that capture stand on outer walls or right beside them, where no outdoor area is drawn: {devices}. What place that is the plan doesn't say.",
  },
  drawZone: {
    zh: '请补画该处的区域（室外的，补画室外区域），或者更正设备“{device}”的位置、楼层。',
    en: "Please draw the zone there (outdoors, the outdoor area), or correct the place or level of device '{device}'.",
  },
  checkPlaces: {
    zh: '请核对这些设备的坐标单位、位置和楼层，或者补画其所在的区域。',
    en: 'Please check the unit of their coordinates, their places and levels, or draw the zones they stand in.',
  },
  drawOutdoors: { zh: '请补画室外区域。', en: 'Please draw the outdoor area.' },
});

const t = undrawnText;

/** Most devices that a sentence names. */
const MOST_NAMED = 4;

/** Returns the quoted ids of the devices, the first few of many. */
export function namesOf(devices: readonly Device[]): Localized {
  const shown = joined(
    devices.slice(0, MOST_NAMED).map(({ id }) => quoted(id)),
    phrases.comma,
  );
  return devices.length <= MOST_NAMED ? shown : phrases.andOthers({ shown, n: devices.length });
}

/** Devices as far off as this are one mistake: in the unit, the origin or the level. */
const TOGETHER = 3;

/**
 * Returns the open verdicts on devices that capture, or may, where no zone is drawn. Devices on the outer walls of the
 * rooms, or right beside them, share one verdict, and so do three or more that are far from all that is drawn: one gap
 * in the drawing explains them all. Every other device has a verdict of its own.
 */
export function undrawnStatements(context: RuleContext): Statement[] {
  const { site } = context;
  const { far, inHoles, outwards, elsewhere } = undrawnDevices(context);
  const limit = metres(FAR, 0);
  const named = (device: Device) => ({
    device: forQuotes(device.id),
    kind: deviceKindName(device),
    level: forQuotes(levelLabel(site, device.level)),
  });
  const group = (devices: readonly Device[]) => ({ devices: namesOf(devices), limit });
  const many = far.map(({ device }) => device);
  return [
    ...inHoles.map(({ device, around }) => {
      const params = { ...named(device), around: forQuotes(zoneLabel(around)) };
      return open(context, device.id, [device], t.hole(params), t.drawZone(params));
    }),
    ...(many.length >= TOGETHER
      ? [open(context, 'site/far', many, t.farTogether(group(many)), t.checkPlaces)]
      : far.map(({ device, distance }) => {
          const params = { ...named(device), distance: metres(distance, 0), limit };
          return open(context, device.id, [device], t.far(params), t.drawZone(params));
        })),
    ...(outwards.length > 0
      ? [open(context, 'site/outdoors', outwards, t.outwards(group(outwards)), t.drawOutdoors)]
      : []),
    ...elsewhere.map((device) => {
      const params = named(device);
      return open(context, device.id, [device], t.undrawn(params), t.drawZone(params));
    }),
  ];
}

function open(
  { site, pack }: RuleContext,
  subject: string,
  devices: readonly Device[],
  message: Text,
  advice: Text,
): Statement {
  const [first] = devices;
  return statement({
    subject,
    outcome: 'open',
    message,
    says: (leads) => says.open({ leads }),
    advice,
    clauses: [captureOf(pack).prohibition],
    place: first?.place ?? site.place,
    related: devices.slice(1).map(({ id, place }) => ({ place, caption: quoted(id) })),
    dependsOn: { levels: [...new Set(devices.map(({ level }) => level))], devices: devices.map(({ id }) => id) },
  });
}
