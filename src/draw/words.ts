// Texts of drawings in both languages.
import { SIGN } from '../findings/wording/terms.js';
import type { Localized } from '../i18n/locale.js';
import type { ZoneStatus } from './model.js';
import type { DrawingLayer } from './options.js';

/** Texts of legend and panel in both languages. */
export const DRAWING_TEXTS = {
  required: { zh: '应当设防的部位', en: 'must be protected' },
  private: { zh: '禁止采集音视频的区域', en: 'no sound or image' },
  other: { zh: '其他区域', en: 'other zone' },
  must: { zh: '最小可视范围', en: 'must-see (worst case)' },
  may: { zh: '最大可视范围', en: 'may-see (at most)' },
  remainder: { zh: '盲区（按设计指标，非法定）', en: "blind area (sitecam's criterion)" },
  sightLine: { zh: '视线或者声音路径（×为最不利点）', en: 'sight or sound, × worst point' },
  glass: { zh: '玻璃墙', en: 'glass wall' },
  wall: { zh: '墙', en: 'wall' },
  existing: { zh: '已装（空心）', en: 'installed (hollow)' },
  visitor: { zh: '在其他楼层（虚线圈）', en: 'on another level (ringed)' },
  removed: { zh: '拆除（画叉）', en: 'to be removed (crossed)' },
  sign: SIGN,
  scale: { zh: '米', en: 'm' },
  north: { zh: '北', en: 'N' },
  legend: { zh: '图例', en: 'Legend' },
  findings: { zh: '图中标注的问题（编号同报告）', en: 'Findings (numbered as in the report)' },
  plan: { zh: '设计图', en: 'Plan' },
  level: { zh: '楼层', en: 'Level' },
  law: { zh: '审查依据', en: 'Judged by' },
  textVersion: { zh: '文本', en: 'Text' },
  pack: { zh: '数据包', en: 'Pack' },
  today: { zh: '审查日', en: 'Day' },
  notDrawn: { zh: '本图未画', en: 'Not drawn' },
  views: { zh: '可视范围', en: 'Views' },
  crowded: {
    zh: '设备较多，仅列有问题的设备的最大可视范围。',
    en: 'Many devices: may-see is drawn only where there is a finding.',
  },
} as const satisfies Readonly<Record<string, Localized>>;

/** Names of the statuses of zones. */
export const STATUSES: Readonly<Record<ZoneStatus, Localized>> = {
  required: DRAWING_TEXTS.required,
  private: DRAWING_TEXTS.private,
  other: DRAWING_TEXTS.other,
};

const LAYER_NAMES: Readonly<Record<DrawingLayer, Localized>> = {
  zones: { zh: '区域', en: 'zones' },
  must: DRAWING_TEXTS.must,
  may: DRAWING_TEXTS.may,
  remainder: { zh: '盲区', en: 'blind areas' },
  devices: { zh: '设备', en: 'devices' },
  findings: { zh: '问题', en: 'findings' },
  labels: { zh: '名称和设备编号', en: 'names and device ids' },
};

/**
 * Returns the names of layers left out on request. With `findings` goes their number, so that the sheet can't pass for
 * a clean one.
 */
export function notDrawnText(left: readonly DrawingLayer[], findings: number): Localized {
  const of = (layer: DrawingLayer): Localized => {
    const { zh, en } = LAYER_NAMES[layer];
    if (layer !== 'findings') return { zh, en };
    return { zh: `${zh}（本层${findings}项，见报告）`, en: `${en} (${findings} on this level, see the report)` };
  };
  return { zh: left.map((layer) => of(layer).zh).join('、'), en: left.map((layer) => of(layer).en).join(', ') };
}

/** Returns the note that only the views of one device are drawn. */
export function onlyViewsText(device: string): Localized {
  return { zh: `仅画设备${device}的`, en: `of device ${device} only` };
}

/** Returns a day for people: 2026年11月24日 / 2026-11-24. Text that is no day is returned unchanged. */
export function drawingDay(day: string): Localized {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day);
  return { zh: parts === null ? day : `${parts[1]}年${Number(parts[2])}月${Number(parts[3])}日`, en: day };
}

/** Returns the note on labels that found no room; undefined if all did. */
export function leftText(devices: number, findings: number): Localized | undefined {
  if (devices + findings === 0) return undefined;
  const zh = [...(devices > 0 ? [`${devices}台设备的编号`] : []), ...(findings > 0 ? [`${findings}处问题的编号`] : [])];
  const en = [
    ...(devices > 0 ? [`${devices} device ids`] : []),
    ...(findings > 0 ? [`${findings} finding numbers`] : []),
  ];
  return { zh: `${zh.join('、')}因位置不足未注出。`, en: `No room for ${en.join(' and ')}.` };
}

/** Returns the note on findings without a place on this level; undefined if there are none. */
export function elsewhereText(count: number): Localized | undefined {
  if (count === 0) return undefined;
  return {
    zh: `另有${count}项问题不能在本层图中标注，见报告。`,
    en: `${count} more ${count === 1 ? 'finding has' : 'findings have'} no place on this level; see the report.`,
  };
}
