// Facts that the plan omits, as rows of the page of assumptions.
import { listsOf } from '../../base/arrays.js';
import { list, quote } from '../../i18n/list.js';
import type { Localized } from '../../i18n/locale.js';
import type { Device, Optics, Site } from '../../plan/model.js';
import type { Assumption } from '../types.js';

/** Returns the facts the plan omits, the value assumed for each, and the elements that lack it. */
export function missingFacts(site: Site): Assumption[] {
  const devices = site.levels.flatMap((level) => level.devices).filter(({ status }) => status !== 'removed');
  const gaps: readonly [Localized, Localized, readonly string[]][] = [
    [
      { zh: '未标明朝向', en: 'No heading' },
      ALL_ROUND,
      lacking(devices, ({ form, heading }) => form !== 'fisheye' && heading === undefined),
    ],
    [{ zh: '未标明视场角', en: 'No field of view' }, ALL_ROUND, lacking(devices, ({ hfov }) => hfov === undefined)],
    [
      { zh: '未标明俯角', en: 'No tilt' },
      ANY_TILT,
      // Without detectors: their range is measured in plan, so that no tilt is needed.
      lacking(
        devices.filter(({ video }) => video !== 'none'),
        ({ form, tilt }) => form !== 'fisheye' && tilt === undefined,
      ),
    ],
    [
      { zh: '未标明录像分辨率', en: 'No recorded resolution' },
      ANY_DENSITY,
      lacking(
        devices.filter(({ video }) => video !== 'none'),
        ({ resolution }) => resolution === undefined,
      ),
    ],
    [
      { zh: '未标明安装高度', en: 'No mounting height' },
      ANY_HEIGHT,
      devices.filter(({ lenses, height }) => lenses.length > 0 && height === undefined).map(({ id }) => id),
    ],
    [
      { zh: '未标明拾音距离', en: 'No pickup distance' },
      DEFAULT_PICKUP,
      devices.filter(({ audio, pickup }) => audio !== 'none' && pickup === undefined).map(({ id }) => id),
    ],
    [
      { zh: '未标明层高', en: 'No ceiling' },
      NO_CEILING,
      site.levels.filter(({ ceiling }) => ceiling === undefined).map(({ id }) => id),
    ],
  ];
  return [
    ...unknownUses(site),
    ...gaps.flatMap(([what, taken, ids]) =>
      ids.length === 0 ? [] : [{ what, value: listed(taken, ids), origin: 'ours' as const }],
    ),
  ];
}

/** Returns rows on zones of unknown kind, by the words of their source. */
function unknownUses(site: Site): Assumption[] {
  const zones = site.levels.flatMap((level) => level.zones);
  const words = listsOf(
    zones.flatMap(({ id, kindUnknown }) => (kindUnknown === undefined ? [] : [[kindUnknown, id] as const])),
  );
  return [...words].map(([word, ids]) => ({
    what:
      word === ''
        ? { zh: '用途未定的区域（来源未写明）', en: 'Zones of unknown use (unsaid in their source)' }
        : {
            zh: `用途未定的区域（来源写作${quote(word, 'zh-CN')}）`,
            en: `Zones of unknown use (${quote(word, 'en')} in their source)`,
          },
    value: listed(
      {
        zh: `按“其他”绘制，取决于其用途的结论为待补充；共${ids.length}处`,
        en: `drawn as 'other'; what hangs on their use is open; ${ids.length} in all`,
      },
      ids,
    ),
    origin: 'ours',
  }));
}

function lacking(devices: readonly Device[], lacks: (lens: Optics) => boolean): string[] {
  return devices.filter(({ lenses }) => lenses.some(lacks)).map(({ id }) => id);
}

function listed(taken: Localized, ids: readonly string[]): Localized {
  const sorted = [...ids].sort();
  return { zh: `${taken.zh}：${list(sorted, 'zh-CN')}`, en: `${taken.en}: ${list(sorted, 'en')}` };
}

const ALL_ROUND: Localized = {
  zh: '最大可视范围按全向计，最小可视范围按零计',
  en: 'all round in the largest view, nothing in the smallest',
};
const ANY_TILT: Localized = {
  zh: '最大可视范围按任意俯角计，最小可视范围按零计',
  en: 'any tilt in the largest view, nothing in the smallest',
};
const ANY_DENSITY: Localized = {
  zh: '最大可视范围不受像素密度限制，最小可视范围按零计',
  en: 'no limit by pixel density in the largest view, nothing in the smallest',
};
const ANY_HEIGHT: Localized = {
  zh: '最大可视范围按地面至顶棚任意高度计，最小可视范围按零计',
  en: 'any height up to the ceiling in the largest view, nothing in the smallest',
};
const DEFAULT_PICKUP: Localized = { zh: '按本工具的拾音距离计', en: "sitecam's pickup distance" };
const NO_CEILING: Localized = { zh: '层高不限', en: 'taken as unlimited' };
