import { list } from '../i18n/list.js';
import type { Locale } from '../i18n/locale.js';
import { categoryNamed } from '../law/categories.js';
import type { Category, Pack } from '../law/types.js';
import { nearest } from '../source/suggest.js';
import { UsageError } from './usage.js';

/** What people call sites that the law calls otherwise: proposed, never taken. */
const COMMON: readonly (readonly [RegExp, string])[] = [
  [/宾馆|酒店|饭店|民宿|旅馆|招待所/u, 'hotel'],
  [/超市|购物|商城|百货/u, 'shopping-mall'],
  [/KTV|歌|舞厅|网吧|影院|酒吧/iu, 'cultural-entertainment-venue'],
  [/大学|学院|中学|小学|高中|初中/u, 'school'],
  [/火车|高铁|汽车站|客运/u, 'station'],
  [/地铁|轻轨/u, 'rail-transit'],
  [/机场/u, 'civil-airport'],
  [/养老|敬老|福利院/u, 'welfare-institution'],
  [/体育场|体育馆/u, 'stadium'],
  [/小区|住宅/u, 'residential-area'],
  [/政府|机关/u, 'state-organ'],
  [/景区|景点/u, 'tourist-attraction'],
];

/** The category of site that `--category` names, by id or by name. Throws a UsageError with the nearest and all there are. */
export function categoryOf(text: string, pack: Pack): Category {
  const found = categoryNamed(pack, text);
  if (found !== undefined) return found;
  const names = pack.categories.flatMap(({ id, name }) => [id, name.zh, name.en]);
  const near = COMMON.find(([words]) => words.test(text))?.[1] ?? nearest(text, names);
  const meant = near === undefined ? undefined : categoryNamed(pack, near);
  const all = (locale: Locale) =>
    list(
      pack.categories.map(({ id, name }) => (locale === 'en' ? id : `${id}（${name.zh}）`)),
      locale,
    );
  throw new UsageError({
    zh: `场所类别“${text}”无法识别。${meant === undefined ? '' : `是否指“${meant.id}”（${meant.name.zh}）？`}可用：${all('zh-CN')}。`,
    en: `unknown category '${text}'.${meant === undefined ? '' : ` Did you mean '${meant.id}' (${meant.name.en})?`} Expected one of ${all('en')}.`,
  });
}
