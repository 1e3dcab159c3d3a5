// The page of words: kinds of zones and devices, categories of sites, and what follows from each under Arts. 8 and 9.

import { placesOfCategory } from '../../../src/features/explain/clause-page.js';
import { list } from '../../../src/i18n/list.js';
import { type Locale, render } from '../../../src/i18n/locale.js';
import { allPacks, loadPack } from '../../../src/law/load.js';
import { cite, prohibitionOf } from '../../../src/law/lookup.js';
import { isNamedBy } from '../../../src/law/roles.js';
import type { Basis, Category, Pack, ZoneKind } from '../../../src/law/types.js';
import { DEVICE_NAMES } from '../../../src/plan/device-names.js';
import { DEVICE_KINDS, deviceKind, TRAITS } from '../../../src/plan/kinds.js';
import type { AudioTrait, DeviceKind, VideoTrait } from '../../../src/plan/model.js';
import type { Product } from '../product.js';
import { LOCALES, page, type Say, sayIn, table } from './page.js';

export const words: Product = {
  name: 'docs-words',
  run: async () =>
    new Map(LOCALES.map((locale) => [`docs/${locale}/words.md`, wordsPage(loadPack('nm-2017'), locale)])),
};

function wordsPage(pack: Pack, locale: Locale): string {
  const t = sayIn(locale);
  return page([
    `# ${t('词表', 'Words')}`,
    t(
      '设计图中可写的区域类型、设备类型和场所类别，以及各自在《内蒙古自治区公共安全技术防范管理条例》第八条、第九条下的后果。其他法规见[法规包](law-packs.md)，条文原文用 `sitecam explain 8(8)` 查看。',
      'The kinds of zone and device and the categories of site that a plan may name, with what follows from each under Arts. 8 and 9 of the Inner Mongolia regulation. For other laws see [law packs](law-packs.md); `sitecam explain 8(8)` prints the text of a clause.',
    ),
    `## ${t('区域类型', 'Kinds of zone')}`,
    t(
      '“封闭”：边界就是墙，图中另写 `enclosed` 的除外。“公共”：属于公共区域，图中另写 `public` 的除外；公共区域在下列场所应当设防：' +
        `${publicSites(pack, locale)}。带 * 的为本工具的理解，条文没有用语。任何区域都可以写 \`important: true\`（重要部位）或者 \`designated: true\`（确定的部位）而应当设防。`,
      'Walled: the boundary is a wall unless the plan says otherwise by `enclosed`. Public: a public zone unless the plan says otherwise by `public`; public zones must be protected in ' +
        `${publicSites(pack, locale)}. An asterisk (*) marks sitecam's reading, for which the law has no word. Any zone may be marked \`important: true\` or \`designated: true\`, and must then be protected.`,
    ),
    table(
      [
        t('类型', 'kind'),
        t('名称', 'Chinese'),
        t('英文', 'English'),
        t('封闭', 'walled'),
        t('公共', 'public'),
        t('第八条：在下列场所应当设防', 'Art. 8: to be protected in'),
        t('第九条：其中设有音视频采集设备', 'Art. 9: a device inside that captures sound or image'),
      ],
      pack.zoneKinds.map((kind) => [
        `\`${kind.id}\``,
        kind.name.zh,
        kind.name.en,
        yes(kind.enclosed, t),
        yes(kind.public, t),
        protectedIn(kind, pack, locale),
        barredIn(kind, pack, locale),
      ]),
    ),
    `## ${t('设备类型', 'Kinds of device')}`,
    t(
      '图中没有写 `video`、`audio` 的，按下列取值；“未知”的在禁止采集的区域附近为待补充。第九条针对能够采集图像、声音的设备。',
      'Where the plan gives no `video` or `audio`, these hold; unknown near a barred place is open. Art. 9 is about devices that can capture image or sound.',
    ),
    table(
      [
        t('类型', 'kind'),
        t('名称', 'Chinese'),
        t('英文', 'English'),
        t('图像', 'image'),
        t('声音', 'sound'),
        t('第八条：是否作为设防', 'Art. 8: counts as protection'),
        t('第九条：是否受限', 'Art. 9: restricted'),
      ],
      DEVICE_KINDS.flatMap((id) => deviceKind(id) ?? []).map((kind) => [
        `\`${kind}\``,
        DEVICE_NAMES[kind].zh,
        DEVICE_NAMES[kind].en,
        imageOf(TRAITS[kind].video, t),
        soundOf(TRAITS[kind].audio, t),
        protecting(kind, pack, locale),
        restricted(kind, t),
      ]),
    ),
    `## ${t('场所类别', 'Categories of site')}`,
    t(
      '`site.categories` 可写一个或者多个。带 * 的为本工具的理解。',
      "Write one or more in `site.categories`. An asterisk (*) marks sitecam's reading.",
    ),
    table(
      [
        t('类别', 'category'),
        t('名称', 'Chinese'),
        t('英文', 'English'),
        t('条文', 'clause'),
        t('应当设防的部位', 'what must be protected'),
        t('通常有的隐私区域', 'private places it usually has'),
      ],
      pack.categories.map((category) => [
        `\`${category.id}\``,
        `${category.name.zh}${star(category.basis)}`,
        category.name.en,
        category.clause === undefined ? '' : render(cite(pack, category.clause), locale),
        render(placesOfCategory(category, pack), locale),
        category.expectedPrivate.map(({ kind }) => `\`${kind}\``).join(t('、', ', ')),
      ]),
    ),
    `### ${t('其他法规的类别', 'Categories of other laws')}`,
    t(
      '第八条没有列出而其他法规列出的场所，同样写在 `site.categories`。',
      'Places that Art. 8 does not list and another law does, to be written in `site.categories` as well.',
    ),
    table(
      [t('类别', 'category'), t('名称', 'Chinese'), t('英文', 'English'), t('法规', 'law')],
      categoriesBeside(pack).map(([{ id, name, basis }, other]) => [
        `\`${id}\``,
        `${name.zh}${star(basis)}`,
        name.en,
        render(other.name, locale),
      ]),
    ),
  ]);
}

/** Returns the categories that another pack has and `pack` hasn't, each with the first that has it. */
function categoriesBeside(pack: Pack): (readonly [Category, Pack])[] {
  const known = new Set(pack.categories.map(({ id }) => id));
  return allPacks().flatMap((other) =>
    other.categories.flatMap((category) => {
      if (known.has(category.id)) return [];
      known.add(category.id);
      return [[category, other] as const];
    }),
  );
}

function yes(value: boolean, t: Say): string {
  return value ? t('是', 'yes') : '';
}

function star(basis: Basis): string {
  return basis === 'law' ? '' : '\\*';
}

function publicSites(pack: Pack, locale: Locale): string {
  const named = pack.categories.filter((category) => category.named.some(({ token }) => token === 'public'));
  return list(
    named.map(({ name }) => render(name, locale)),
    locale,
  );
}

/** The sites in which Art. 8 names the kind itself, or passages of which it is one; groups of public zones are not repeated. */
function protectedIn(kind: ZoneKind, pack: Pack, locale: Locale): string {
  const sites = pack.categories.flatMap((category) => {
    const row = category.named.find(({ token }) => token !== 'public' && isNamedBy(token, kind.id));
    return row === undefined ? [] : [`${render(category.name, locale)}${star(row.basis)}`];
  });
  return sites.join(locale === 'en' ? ', ' : '、');
}

function barredIn(kind: ZoneKind, pack: Pack, locale: Locale): string {
  const t = sayIn(locale);
  const row = prohibitionOf(pack, kind.id);
  if (row === undefined) return '';
  const outcome = row.inside === 'fail' ? t('不符合', 'fail') : t('须审查判定', 'review');
  const near = row.regime === 'anchor' ? t('（附近亦同）', ', also near it') : '';
  const only = row.categories.map((id) => render(nameOf(pack.categories, id), locale));
  const sites =
    only.length === 0 ? '' : t(`（${only.join('、')}；其他场所须审查判定）`, ` (${only.join(', ')}; elsewhere review)`);
  return `${outcome}${near}${t('，', ', ')}${render(cite(pack, row.clause), locale)}${star(row.basis)}${sites}`;
}

function nameOf(categories: readonly Category[], id: string) {
  return categories.find((category) => category.id === id)?.name ?? { zh: id, en: id };
}

function imageOf(video: VideoTrait, t: Say): string {
  return video === 'none' ? t('无', 'none') : video === 'unknown' ? t('未知', 'unknown') : t('采集', 'captured');
}

function soundOf(audio: AudioTrait, t: Say): string {
  return audio === 'none' ? t('无', 'none') : audio === 'unknown' ? t('未知', 'unknown') : t('采集', 'captured');
}

/** By what a device of the kind protects a place (as `protectionOf` in rules/coverage has it). */
function protecting(kind: DeviceKind, pack: Pack, locale: Locale): string {
  const t = sayIn(locale);
  if (kind === 'smoke-detector') return t('否，不是技防产品', 'no, it is no security device');
  if (kind === 'intrusion-detector') return t('探测范围所及', 'what it surely detects in');
  const kinds = pack.pointProtection
    .filter(({ device }) => device === kind)
    .flatMap(({ tokens }) => tokens.map((token) => `\`${token}\``));
  if (kind === 'access-reader' || kind === 'door-contact') {
    return t(
      `所在门（\`opening\`）通向的 ${kinds.join('、')}\\*，其每个入口均设有的；其他的须审查判定`,
      `the zones that its door (\`opening\`) joins, of ${kinds.join(', ')}\\*, if every way in has one; elsewhere a reviewer decides`,
    );
  }
  if (kinds.length > 0)
    return t(
      `所在的 ${kinds.join('、')}\\*；其他的须审查判定`,
      `where it stands, in one of ${kinds.join(', ')}\\*; elsewhere a reviewer decides`,
    );
  const { video } = TRAITS[kind];
  if (video === 'none' || kind === 'other') return t('设于其中的须审查判定', 'where it stands, a reviewer decides');
  if (video === 'unknown')
    return t('写明采集图像的，最小可视范围所及', 'its smallest view, if the plan says that it takes images');
  return t('最小可视范围所及', 'its smallest view');
}

function restricted(kind: DeviceKind, t: Say): string {
  const { video, audio } = TRAITS[kind];
  if (video === 'none' && audio === 'none')
    return t('否，写明具有采集功能的除外', 'no, unless the plan says that it captures');
  return t('是', 'yes');
}
