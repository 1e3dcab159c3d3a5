// Texts on how zone kinds were inferred.
import { catalogue } from '../../i18n/catalogue.js';

/** Notes on unknown and contradictory uses of rooms. */
export const t = catalogue('kinds', {
  unknown: {
    zh: '未知的用途“{value}”，按“其他”（other）处理{hint}',
    en: "unknown use '{value}': taken as 'other'{hint}",
  },
  'unknown-name': {
    zh: '由名称“{name}”认不出用途，按“其他”（other）处理{hint}',
    en: "the name '{name}' tells no use: taken as 'other'{hint}",
  },
  untold: {
    zh: '来源未写明用途、也无名称可认的房间，按“其他”（other）处理',
    en: "rooms whose use the source doesn't say, and no name tells: taken as 'other'",
  },
  contradiction: {
    zh: '“{name}”的用途写作{given}，名称却像{named}：按涉及隐私的{kind}处理',
    en: "the source gives '{name}' as {given} and names it like {named}: taken as {kind}, the private one",
  },
  noZone: {
    zh: '；看来不是区域，请用 --mapping 写明（as: {part}）',
    en: '; it seems to be no zone: say so with --mapping (as: {part})',
  },
  nearest: { zh: '；最接近：{name}（{id}）', en: '; nearest: {id}' },
  noHint: { zh: '', en: '' },
});
