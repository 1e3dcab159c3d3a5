// Texts of values of the plan format, in the words of reports.
import { AUDIO, OPENINGS, STATUS, VIDEO } from '../../../findings/wording/terms.js';
import { quote } from '../../../i18n/list.js';
import { inLocale, type Locale, type Localized, say } from '../../../i18n/locale.js';
import { plainFigure } from '../../../i18n/number.js';
import { category, zoneKind } from '../../../law/lookup.js';
import type { Pack } from '../../../law/types.js';
import { LEVEL_NAMES } from '../../../lint/notes/cautions.js';
import { DEVICE_NAMES } from '../../../plan/device-names.js';
import { deviceKind, openingKind } from '../../../plan/kinds.js';
import type { Lock, Material, Optics, Ptz } from '../../../plan/model.js';
import { factValue } from '../../../plan/project/names.js';
import { plainText } from '../../../render/escape.js';
import { BY_KIND } from '../compare/keys.js';
import type { ElementKind } from '../compare/types.js';
import { memberName } from './keys.js';

const MATERIALS: Readonly<Record<Material, Localized>> = {
  opaque: { zh: '不透明', en: 'opaque' },
  clear: { zh: '透明', en: 'clear' },
  frosted: { zh: '磨砂', en: 'frosted' },
};

const LOCKS: Readonly<Record<Lock, Localized>> = {
  inner: { zh: '可自内锁闭', en: 'from inside' },
  outer: { zh: '只能自外锁闭', en: 'from outside' },
  none: { zh: '无锁', en: 'none' },
};

const FORMS: Readonly<Record<Optics['form'], Localized>> = {
  fixed: { zh: '固定', en: 'fixed' },
  varifocal: { zh: '变焦', en: 'varifocal' },
  ptz: { zh: '云台', en: 'PTZ' },
  fisheye: { zh: '鱼眼', en: 'fisheye' },
};

const LIMITS: Readonly<Record<Ptz['limits'], Localized>> = {
  hard: { zh: '机械限位', en: 'hard' },
  software: { zh: '软件限位', en: 'software' },
};

const COORDINATES: Readonly<Record<string, Localized>> = {
  metres: { zh: '米', en: 'metres' },
  wgs84: { zh: 'WGS 84经纬度', en: 'WGS 84' },
};

/** Texts of the words of the plan format, by the last part of the key that holds them. */
const WORDS: Readonly<Record<string, Readonly<Record<string, Localized>>>> = {
  video: VIDEO,
  audio: AUDIO,
  status: STATUS,
  material: MATERIALS,
  glazing: MATERIALS,
  lock: LOCKS,
  form: FORMS,
  limits: LIMITS,
  coordinates: COORDINATES,
};

/**
 * Returns a value on one line as the plan may have written it; words of the format as reports say them.
 *
 * @param path the key, or the path of a fact
 */
export function valueText(value: unknown, path: string, pack: Pack, locale: Locale): string {
  if (value === undefined) return say(locale, '未写明', 'not said');
  if (typeof value === 'boolean') return say(locale, value ? '是' : '否', String(value));
  if (typeof value === 'number') return plainFigure(value);
  if (typeof value === 'string') return wordText(value, path, pack, locale) ?? quote(plainText(value), locale);
  if (Array.isArray(value))
    return `[${value.map((one) => (Array.isArray(one) ? '…' : valueText(one, path, pack, locale))).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return String(value);
  const members = Object.entries(value).flatMap(([key, one]) =>
    one === undefined ? [] : [`${memberName(key, locale)}${valueText(one, key, pack, locale)}`],
  );
  return members.join(say(locale, '，', ', '));
}

/** Returns the same for a key of an element: a missing value is shown as its default, which has the same effect. */
export function keyValueText(value: unknown, key: string, pack: Pack, locale: Locale): string {
  const last = key.split('.').at(-1) ?? '';
  if (value === undefined && BY_KIND.has(last)) return say(locale, '按类型缺省', "its kind's default");
  const taken = value === undefined && Object.hasOwn(DEFAULTS, last) ? DEFAULTS[last] : value;
  return valueText(taken, key, pack, locale);
}

const DEFAULTS: Readonly<Record<string, unknown>> = {
  material: 'opaque' satisfies Material,
  status: 'planned',
  form: 'fixed' satisfies Optics['form'],
  limits: 'software' satisfies Ptz['limits'],
  ...Object.fromEntries(
    ['normallyOpen', 'film', 'fixed', 'important', 'secondary', 'designated', 'locked'].map((flag) => [flag, false]),
  ),
};

/**
 * Returns the text of a word of the format, or of an id of the pack, at `path`; undefined for the author's own words.
 */
function wordText(word: string, path: string, pack: Pack, locale: Locale): string | undefined {
  const last =
    path
      .replace(/\[[^\]]*\]$/, '')
      .split('.')
      .at(-1) ?? '';
  const words: Readonly<Record<string, Localized>> | undefined = path.startsWith('rules.')
    ? LEVEL_NAMES
    : Object.hasOwn(WORDS, last)
      ? WORDS[last]
      : undefined;
  const known = words !== undefined && Object.hasOwn(words, word) ? words[word] : undefined;
  if (known !== undefined) return inLocale(known, locale);
  const listed = last === 'categories' ? category(pack, word) : KINDS.has(last) ? zoneKind(pack, word) : undefined;
  return listed && say(locale, listed.name.zh, plainText(word));
}

/** Keys that hold kinds of zones. */
const KINDS: ReadonlySet<string> = new Set(['roles', 'tokens']);

/** Returns the name of a kind of element; an unknown kind as the plan writes it. */
export function kindText(kind: string, element: ElementKind, pack: Pack, locale: Locale): string {
  const device = deviceKind(kind);
  if (element === 'device' && device !== undefined) return inLocale(DEVICE_NAMES[device], locale);
  const opening = openingKind(kind);
  if (element === 'opening' && opening !== undefined) return inLocale(OPENINGS[opening], locale);
  const zone = element === 'zone' ? zoneKind(pack, kind) : undefined;
  return zone === undefined ? plainText(kind) : inLocale(zone.name, locale);
}

/** Returns a fact of the project's documents in the words of verdicts; undefined for other values. */
export function projectValue(value: unknown, path: string, locale: Locale): string | undefined {
  const own = path.slice('project.'.length);
  const known =
    typeof value === 'string' ||
    typeof value === 'number' ||
    typeof value === 'boolean' ||
    (Array.isArray(value) && value.every((one) => typeof one === 'string'))
      ? value
      : undefined;
  return known === undefined ? undefined : plainText(inLocale(factValue({ path: own, value: known }), locale));
}
