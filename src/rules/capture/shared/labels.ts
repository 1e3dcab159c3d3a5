import type { Localized } from '../../../i18n/locale.js';
import { verbatim } from '../../../i18n/locale.js';
import { clause, instrumentOf } from '../../../law/lookup.js';
import type { ClauseId, Pack } from '../../../law/types.js';
import type { Device, DeviceKind, Opening, Site, Zone } from '../../../plan/model.js';

export const NOTHING: Localized = verbatim('');

/** `parts` one after another in each language. */
export function joined(...parts: readonly Localized[]): Localized {
  return { zh: parts.map((part) => part.zh).join(''), en: parts.map((part) => part.en).join('') };
}

const DEVICE_KINDS: Readonly<Record<DeviceKind, Localized>> = {
  camera: { zh: '摄像机', en: 'camera' },
  microphone: { zh: '拾音器', en: 'microphone' },
  intercom: { zh: '对讲设备', en: 'intercom' },
  'face-terminal': { zh: '人脸识别终端', en: 'face terminal' },
  'intrusion-detector': { zh: '入侵探测器', en: 'intrusion detector' },
  'panic-button': { zh: '紧急报警装置', en: 'panic button' },
  'access-reader': { zh: '出入口识读装置', en: 'access reader' },
  'door-contact': { zh: '门磁开关', en: 'door contact' },
  'metal-detector': { zh: '金属探测门', en: 'metal detector' },
  'xray-scanner': { zh: 'X射线安全检查设备', en: 'X-ray scanner' },
  'smoke-detector': { zh: '感烟火灾探测器', en: 'smoke detector' },
  other: { zh: '其他设备', en: 'other device' },
};

export function deviceKind(device: Device): Localized {
  return DEVICE_KINDS[device.kind];
}

/** Kinds are named with a capital in English; inside a sentence they have none. */
export function midSentence({ zh, en }: Localized): Localized {
  return { zh, en: `${en.charAt(0).toLowerCase()}${en.slice(1)}` };
}

/** What a reader of the drawing knows the zone by. */
export function zoneLabel(zone: Zone): string {
  return zone.name ?? zone.id;
}

export function openingLabel(opening: Opening): string {
  return opening.name ?? opening.id;
}

/** 设于“走廊” / stands in 'Corridor': where the device is, in the words of the innermost zone that holds it. */
export function standsIn(site: Site, device: Device): Localized {
  const level = site.levels.find((candidate) => candidate.id === device.level);
  const id = device.zones[0];
  const zone = site.levels.flatMap((candidate) => candidate.zones).find((candidate) => candidate.id === id);
  if (zone !== undefined) return { zh: `“${zoneLabel(zone)}”`, en: `'${zoneLabel(zone)}'` };
  const name = level?.name ?? device.level;
  return { zh: `“${name}”未划定区域处`, en: `undrawn space of '${name}'` };
}

/** 第九条第二款第（三）项 / Art. 9(2)(3). */
export function citation(pack: Pack, id: ClauseId): Localized {
  return clause(pack, id).citation;
}

/** With the instrument's short name where it isn't the one judged by: 国务院令第799号第八条第二款. */
export function fullCitation(pack: Pack, id: ClauseId): Localized {
  const cited = citation(pack, id);
  const instrument = instrumentOf(pack, id);
  if (instrument === pack.instruments[0]) return cited;
  return { zh: `${instrument.short.zh}${cited.zh}`, en: `${instrument.short.en} ${cited.en}` };
}

/** `ids`, each once, in order. */
export function distinctClauses(ids: readonly ClauseId[]): ClauseId[] {
  return [...new Set(ids)];
}
