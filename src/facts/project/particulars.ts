// Particulars of the video system for its filing.
import { localizedList, quoted } from '../../i18n/list.js';
import type { Localized } from '../../i18n/locale.js';
import { DEVICE_NAMES } from '../../plan/device-names.js';
import type { Device, Site } from '../../plan/model.js';
import { factValue } from '../../plan/project/names.js';
import { watchersOf } from '../capture/devices.js';
import type { Facts } from './stated-facts.js';

/**
 * Returns what a filing of the video system must state, as far as the plan has it: the unit, the place, number and
 * kinds of the devices that take images, days that images are kept. For the person who fills in the form; nobody
 * checked it.
 */
export function particulars(site: Site, facts: Facts): Localized {
  const stated = (path: string): Localized | undefined => {
    const [fact] = facts.at(path);
    return fact === undefined ? undefined : factValue(fact);
  };
  const unit = stated('operator.name') ?? UNSAID;
  const name = quoted(site.name);
  const address = stated('operator.address');
  const region = site.region === undefined ? undefined : { zh: `区划代码${site.region}`, en: `region ${site.region}` };
  const details = [address, region].filter((one) => one !== undefined);
  const where = {
    zh: `${name.zh}${details.length === 0 ? '' : `（${details.map(({ zh }) => zh).join('，')}）`}`,
    en: `${name.en}${details.length === 0 ? '' : ` (${details.map(({ en }) => en).join(', ')})`}`,
  };
  const devices = counted(watchersOf(site));
  const days = stated('retention.days');
  const kept = days === undefined ? UNSAID : { zh: `${days.zh}日`, en: `${days.en} days` };
  return {
    zh: `供填报参考：单位${unit.zh}；建设位置${where.zh}；图像采集设备${devices.zh}；视频图像信息存储期限${kept.zh}`,
    en: `For filling in the form: unit ${unit.en}; place ${where.en}; image devices: ${devices.en}; images kept: ${kept.en}`,
  };
}

const UNSAID: Localized = { zh: '（图中未载明）', en: '(not stated in the plan)' };

/** Returns number and kinds of the devices: 共12台（摄像机11台、人脸识别终端1台）；另有2台未注明是否采集图像. */
function counted(devices: readonly Device[]): Localized {
  const sure = devices.filter(({ video }) => video !== 'unknown');
  const unsure = devices.length - sure.length;
  const kinds = [...new Set(sure.map(({ kind }) => kind))].map((kind) => {
    const count = sure.filter((device) => device.kind === kind).length;
    const { zh, en } = DEVICE_NAMES[kind];
    return { zh: `${zh}${count}台`, en: `${en} ${count}` };
  });
  const list = localizedList(kinds);
  return {
    zh: `共${sure.length}台${kinds.length === 0 ? '' : `（${list.zh}）`}${unsure === 0 ? '' : `，另有${unsure}台未注明是否采集图像`}`,
    en: `${sure.length} in all${kinds.length === 0 ? '' : ` (${list.en})`}${unsure === 0 ? '' : `, and ${unsure} of which the plan doesn't say whether they take images`}`,
  };
}
