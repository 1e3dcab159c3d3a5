// Author's claims that verdicts rely on, as rows of the page of assumptions.
import { dayText } from '../../i18n/day.js';
import { list, quote } from '../../i18n/list.js';
import type { Localized } from '../../i18n/locale.js';
import type { Device, DeviceKind, Site, Zone } from '../../plan/model.js';
import { factName, factValue } from '../../plan/project/names.js';
import type { Assumption } from '../types.js';
import { placeName } from './names.js';
import { overrideRows } from './overrides.js';

/** A claim and its wording. */
type Row = readonly [what: Localized, value: Localized];

/** Returns the author's claims that verdicts rely on, one row each, for the reviewer to verify. */
export function authorClaims(site: Site): Assumption[] {
  const zones = [...new Map(site.levels.flatMap((level) => level.zones).map((zone) => [zone.id, zone])).values()];
  const devices = site.levels.flatMap((level) => level.devices);
  const openings = site.levels.flatMap((level) => level.openings);
  const rows: Row[] = [
    ...site.absent.map(({ role, reason, by }) => {
      const name = placeName(site.pack, role);
      return row(
        `载明无此部位：${name.zh}`,
        `Stated to have none: ${name.en}`,
        `${reason}（${by}）`,
        `${reason} (${by})`,
      );
    }),
    ...conditions(site),
    ...ofProject(site),
    ...zones.flatMap(ofZone),
    ...openings.flatMap(({ id, normallyOpen, film }) => [
      ...(normallyOpen
        ? [row(`门${quote(id, 'zh-CN')}`, `Opening ${quote(id, 'en')}`, '标明为常开', 'stands open')]
        : []),
      ...(film
        ? [row(`洞口${quote(id, 'zh-CN')}`, `Opening ${quote(id, 'en')}`, '标明永久贴膜', 'has permanent film')]
        : []),
    ]),
    ...ofDevices(devices),
    ...site.waivers.map(({ rule, subject, reason, by, until, document }) => {
      const paper = document === undefined ? '' : `，${document}`;
      const paperEn = document === undefined ? '' : `, ${document}`;
      return row(
        `例外说明（无豁免效力）：${rule} ${subject}`,
        `Waiver (no legal effect): ${rule} ${subject}`,
        `${reason}（${by}${paper}，至${dayText(until).zh}）`,
        `${reason} (${by}${paperEn}, until ${dayText(until).en})`,
      );
    }),
  ];
  return [
    ...overrideRows(site).map((one) => ({ ...one, origin: 'author' as const })),
    ...rows.map(([what, value]) => ({ what, value, origin: 'author' as const })),
  ];
}

function row(zhWhat: string, enWhat: string, zh: string, en: string): Row {
  return [
    { zh: zhWhat, en: enWhat },
    { zh, en },
  ];
}

function conditions({ designation, keepsImportantItems, songAndDance }: Site): Row[] {
  const rows: Row[] = [];
  if (designation !== undefined) {
    const { document, by, date } = designation;
    rows.push(
      row(
        '确定为治安保卫重点单位',
        'Designated a key unit',
        `${by}，${document}，${dayText(date).zh}`,
        `${by}, ${document}, ${dayText(date).en}`,
      ),
    );
  }
  if (keepsImportantItems !== undefined) {
    const [zh, en] = keepsImportantItems ? ['存放', 'kept'] : ['未存放', 'not kept'];
    rows.push(row('重要物品', 'Important items', zh, en));
  }
  if (songAndDance !== undefined) {
    const [zh, en] = songAndDance ? ['是', 'yes'] : ['否', 'no'];
    rows.push(row('歌舞娱乐场所', 'Song-and-dance venue', zh, en));
  }
  return rows;
}

/** Returns a row for every stated fact on the project's documents, which nobody saw. */
function ofProject({ project }: Site): Row[] {
  return (project?.facts ?? []).map((fact) => {
    const [name, value] = [factName(fact.path), factValue(fact)];
    return row(`项目文件：${name.zh}`, `Project documents: ${name.en}`, value.zh, value.en);
  });
}

function ofZone({ id, name, kindConfirmed, publicDeclared, public: isPublic, valid }: Zone): Row[] {
  const rows: Row[] = [];
  const [zh, en] = [`区域${quote(id, 'zh-CN')}`, `Zone ${quote(id, 'en')}`];
  if (kindConfirmed !== undefined) {
    const { reason, by } = kindConfirmed;
    rows.push(
      row(
        zh,
        en,
        `名称${quote(name ?? id, 'zh-CN')}与类型不一致，说明：${reason}（${by}）`,
        `its name ${quote(name ?? id, 'en')} does not agree with its kind; explained: ${reason} (${by})`,
      ),
    );
  }
  if (publicDeclared) {
    rows.push(
      row(
        zh,
        en,
        isPublic ? '标明为公共区域' : '标明为非公共区域',
        isPublic ? 'stated to be public' : 'stated not to be public',
      ),
    );
  }
  if (valid !== undefined) {
    const [from, to] = [valid.from ?? '', valid.to ?? ''].map(dayText);
    rows.push(
      row(
        zh,
        en,
        `在用期间${from.zh}～${to.zh}，审查不因此区分日期`,
        `in use ${from.en}–${to.en}; judged for every day all the same`,
      ),
    );
  }
  return rows;
}

/** Returns a row for each claim about devices, with the ids of all devices it is made of. */
function ofDevices(devices: readonly Device[]): Row[] {
  return deviceClaims(devices).map(([zh, en, named]) => {
    const ids = named.map(({ id }) => id).sort();
    return row(zh, en, list(ids, 'zh-CN'), list(ids, 'en'));
  });
}

/**
 * Returns the claims that reduce what devices capture, in both languages, each with the devices it is made of (at least
 * one).
 */
export function deviceClaims(
  devices: readonly Device[],
): readonly (readonly [zh: string, en: string, devices: readonly Device[]])[] {
  const installed = devices.filter(({ status }) => status !== 'removed');
  const rows: readonly [string, string, readonly Device[]][] = [
    [
      '标明已拆除、未计入任何判定的设备',
      'Stated to be removed; counted in no verdict',
      devices.filter(({ status }) => status === 'removed'),
    ],
    [
      '标明不具有视频采集功能的设备',
      'Stated to capture no images',
      installed.filter(({ kind, video }) => video === 'none' && SEES.has(kind)),
    ],
    [
      '标明不具有音频采集功能的设备',
      'Stated to capture no sound',
      installed.filter(({ kind, audio }) => audio === 'none' && HEARS.has(kind)),
    ],
    [
      '标明设有永久遮蔽的设备',
      'Stated to have a permanent mask',
      installed.filter(({ masks }) => masks.some(({ permanent }) => permanent)),
    ],
  ];
  return rows.filter(([, , named]) => named.length > 0);
}

/** Kinds of device that capture images, or may, unless the author states that they don't. */
export const SEES: ReadonlySet<DeviceKind> = new Set(['camera', 'face-terminal', 'intercom', 'other']);
const HEARS: ReadonlySet<DeviceKind> = new Set([...SEES, 'microphone']);
