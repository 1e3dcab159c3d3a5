import type { Localized } from '../i18n/locale.js';
import type { Device, Site, Zone } from '../plan/model.js';
import type { Assumption } from './types.js';

/** What the author says that sitecam took on trust, each named for the reviewer to check. */
export function said(site: Site): Assumption[] {
  const zones = [...new Map(site.levels.flatMap((level) => level.zones).map((zone) => [zone.id, zone])).values()];
  const devices = site.levels.flatMap((level) => level.devices);
  const openings = site.levels.flatMap((level) => level.openings);
  const rows: (readonly [Localized, Localized])[] = [
    ...site.absent.map(({ role, reason, by }) =>
      row(`无此部位：${role}`, `None of it: ${role}`, `${reason}（${by}）`, `${reason} (${by})`),
    ),
    ...conditions(site),
    ...zones.flatMap(ofZone),
    ...openings.flatMap(({ id, normallyOpen, film }) => [
      ...(normallyOpen ? [row(`门“${id}”`, `Opening '${id}'`, '标明为常开', 'stands open')] : []),
      ...(film ? [row(`洞口“${id}”`, `Opening '${id}'`, '标明永久贴膜', 'has permanent film')] : []),
    ]),
    ...devices.flatMap(ofDevice),
    ...site.waivers.map(({ rule, subject, reason, by, until, document }) => {
      const paper = document === undefined ? '' : `，${document}`;
      const paperEn = document === undefined ? '' : `, ${document}`;
      return row(
        `例外说明（无豁免效力）：${rule} ${subject}`,
        `Waiver (no legal effect): ${rule} ${subject}`,
        `${reason}（${by}${paper}，至${until}）`,
        `${reason} (${by}${paperEn}, until ${until})`,
      );
    }),
  ];
  return rows.map(([what, value]) => ({ what, value, origin: 'author' }));
}

function row(zhWhat: string, enWhat: string, zh: string, en: string): readonly [Localized, Localized] {
  return [
    { zh: zhWhat, en: enWhat },
    { zh, en },
  ];
}

function conditions({ designation, keepsImportantItems }: Site): (readonly [Localized, Localized])[] {
  const rows: (readonly [Localized, Localized])[] = [];
  if (designation !== undefined) {
    const { document, by, date } = designation;
    rows.push(
      row(
        '确定为治安保卫重点单位',
        'Designated a key unit',
        `${by}，${document}，${date}`,
        `${by}, ${document}, ${date}`,
      ),
    );
  }
  if (keepsImportantItems !== undefined) {
    const [zh, en] = keepsImportantItems ? ['存放', 'kept'] : ['未存放', 'not kept'];
    rows.push(row('重要物品', 'Important items', zh, en));
  }
  return rows;
}

function ofZone({
  id,
  name,
  kindConfirmed,
  publicDeclared,
  public: isPublic,
  valid,
}: Zone): (readonly [Localized, Localized])[] {
  const rows: (readonly [Localized, Localized])[] = [];
  const [zh, en] = [`区域“${id}”`, `Zone '${id}'`];
  if (kindConfirmed !== undefined) {
    const { reason, by } = kindConfirmed;
    rows.push(
      row(
        zh,
        en,
        `名称“${name ?? id}”与类型不一致，说明：${reason}（${by}）`,
        `its name '${name ?? id}' does not agree with its kind; explained: ${reason} (${by})`,
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
    const span = `${valid.from ?? ''}～${valid.to ?? ''}`;
    rows.push(row(zh, en, `使用期间${span}，审查不因此区分日期`, `in use ${span}; judged for every day all the same`));
  }
  return rows;
}

function ofDevice(device: Device): (readonly [Localized, Localized])[] {
  const { id, status, masks } = device;
  const [zh, en] = [`设备“${id}”`, `Device '${id}'`];
  if (status === 'removed')
    return [row(zh, en, '标明已拆除，未计入任何判定', 'stated to be removed; counted in no verdict')];
  const rows: (readonly [Localized, Localized])[] = [];
  const without = statedWithout(device);
  if (without !== undefined) rows.push([{ zh, en }, without]);
  if (masks.some(({ permanent }) => permanent))
    rows.push(row(zh, en, '标明设有永久遮蔽', 'stated to have a permanent mask'));
  return rows;
}

/** Capture that devices of its kind usually have, or may have, and that the author says it hasn't. */
function statedWithout({ kind, video, audio }: Device): Localized | undefined {
  const noImage = video === 'none' && ['camera', 'face-terminal', 'intercom', 'other'].includes(kind);
  const noSound = audio === 'none' && ['camera', 'face-terminal', 'intercom', 'microphone', 'other'].includes(kind);
  if (noImage && noSound)
    return { zh: '标明不具有音频、视频采集功能', en: 'stated to capture neither sound nor images' };
  if (noImage) return { zh: '标明不具有视频采集功能', en: 'stated to capture no images' };
  return noSound ? { zh: '标明不具有音频采集功能', en: 'stated to capture no sound' } : undefined;
}
