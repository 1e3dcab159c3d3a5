// The page of assumptions that every report ends with.

import { dayText } from '../../i18n/day.js';
import { localizedList } from '../../i18n/list.js';
import { type Localized, verbatim } from '../../i18n/locale.js';
import { percent, plainFigure } from '../../i18n/number.js';
import { partsOf } from '../../law/compose.js';
import { cite, parameter } from '../../law/lookup.js';
import type { Pack, Prohibition } from '../../law/types.js';
import { DEVICE_NAMES } from '../../plan/device-names.js';
import type { Site } from '../../plan/model.js';
import { packHashes } from '../support/pack-hash.js';
import type { Assumption, LintTerms } from '../types.js';
import { authorClaims } from './author-claims.js';
import { withUnit } from './figures.js';
import { missingFacts } from './missing-facts.js';
import { placeName } from './names.js';

/**
 * Returns the page of assumptions, which no report omits: the legal text relied on, the inputs of this run, every
 * figure of sitecam's, the facts that the plan omits with the values assumed, and the author's claims that nobody
 * checked.
 */
export function assumptionsOf(site: Site, today: string, configured: readonly Assumption[] = []): Assumption[] {
  return [
    ...law(site),
    ...run(site, today),
    ...configured,
    ...figures(site.pack),
    ...sitecamReadings(site.pack),
    ...POLICIES,
    ...missingFacts(site),
    ...authorClaims(site),
  ];
}

function law({ pack, region }: Site): Assumption[] {
  const rows: [Localized, Localized][] = [
    ...partsOf(pack).flatMap(({ id, name, notice, instruments: [judgedBy], written }): [Localized, Localized][] => [
      [{ zh: '审查依据', en: 'Judged by' }, judgedBy?.name ?? name],
      [{ zh: '文本', en: 'Text' }, judgedBy?.textVersion ?? name],
      [{ zh: '文本说明', en: 'On the text' }, notice],
      [{ zh: '法规数据包', en: 'Pack' }, verbatim(id)],
      ...(written?.sources ?? []).map(({ path, sha256 }): [Localized, Localized] => [
        {
          zh: `法规数据包文件“${path}”（SHA-256，非本工具自带）`,
          en: `File of the pack '${path}' (SHA-256; not sitecam's)`,
        },
        verbatim(sha256),
      ]),
    ]),
    ...packHashes(pack).map(({ id, sha256 }): [Localized, Localized] => [
      { zh: `法规数据包“${id}”（SHA-256）`, en: `Pack '${id}' (SHA-256)` },
      verbatim(sha256),
    ]),
    [{ zh: '地区', en: 'Region' }, region === undefined ? NO_REGION : verbatim(region)],
  ];
  const errata = pack.clauses.flatMap(({ citation, corrected }): [Localized, Localized][] =>
    corrected === undefined
      ? []
      : [[{ zh: `${citation.zh}文字更正`, en: `Erratum in ${citation.en}` }, corrected.note]],
  );
  return [...rows, ...errata].map(([what, value]) => ({ what, value, origin: 'law' }));
}

const NO_REGION: Localized = {
  zh: '图中未标明，按在条例适用的行政区域内审查',
  en: 'not stated; judged as lying where the regulation applies',
};

function run({ coordinates, origin, shift, files, waivers }: Site, today: string): Assumption[] {
  const outside = new Set(waivers.flatMap((waiver) => (waiver.outside === true ? [waiver.place.path] : [])));
  const rows: [Localized, Localized][] = [
    [{ zh: '审查日', en: 'Day' }, dayText(today)],
    ...files.map(({ path, sha256 }): [Localized, Localized] => [
      outside.has(path)
        ? { zh: `例外说明文件“${path}”（SHA-256）`, en: `File of waivers '${path}' (SHA-256)` }
        : { zh: `图纸文件“${path}”（SHA-256）`, en: `Plan file '${path}' (SHA-256)` },
      verbatim(sha256),
    ]),
  ];
  if (coordinates === 'wgs84' && origin !== undefined) {
    rows.push([{ zh: '投影原点（经度，纬度）', en: 'Origin of the projection (lon, lat)' }, pair(origin)]);
  }
  if (shift[0] !== 0 || shift[1] !== 0) {
    rows.push([{ zh: '坐标平移（米）', en: 'Coordinates shifted by (m)' }, pair(shift)]);
  }
  return rows.map(([what, value]) => ({ what, value, origin: 'run' }));
}

function pair([x, y]: readonly [number, number]): Localized {
  return verbatim(`${x}, ${y}`);
}

/** Returns rows on options of the run that change verdicts or texts: reviewer mode, and waivers not applied. */
export function optionAssumptions({ distrust, noWaivers }: Pick<LintTerms, 'distrust' | 'noWaivers'>): Assumption[] {
  const rows: [Localized, Localized][] = [];
  if (distrust === true) {
    rows.push([
      { zh: '审查方式', en: 'Reviewed as' },
      {
        zh: '审查人模式：不采纳设计图文件夹中的配置和比对基准，判定所依据的设计人员声明逐项提示',
        en: "a reviewer: no configuration or baseline from the plan's folder is taken, and what rests on the author's word is said",
      },
    ]);
  }
  if (noWaivers === true) {
    rows.push([
      { zh: '例外说明', en: 'Waivers' },
      { zh: '只列出，一律不适用', en: 'listed, and none applied' },
    ]);
  }
  return rows.map(([what, value]) => ({ what, value, origin: 'run' }));
}

/**
 * Returns rows on thresholds and criteria of the pack that are sitecam's, and on the levels of detail that they name.
 */
function figures(pack: Pack): Assumption[] {
  const { parameters, criteria, densityLevels } = pack;
  const ours = Object.values(parameters).filter(({ basis }) => basis === 'sitecam');
  type Row = readonly [what: Localized, value: Localized, configured?: boolean];
  const rows: Row[] = [
    ...ours.map(({ what, value, unit, configured }): Row => [what, withUnit(value, unit), configured]),
    ...criteria.map(({ tokens, fraction, level, profile }): Row => {
      const detail = densityLevels.find(({ id }) => id === level)?.name ?? verbatim(level);
      const places = localizedList(tokens.map((token) => placeName(pack, token)));
      const share = percent(fraction, undefined, 0);
      return [
        { zh: `设计指标：${places.zh}`, en: `Design criterion: ${places.en}` },
        { zh: `${share}（${detail.zh}级）`, en: `${share} (${detail.en})` },
        profile !== undefined,
      ];
    }),
    ...densityLevels.map(
      ({ name, density, source }): Row => [
        { zh: `${name.zh}级像素密度（非国家有关标准）`, en: `Pixel density to ${name.en} (of no national standard)` },
        { zh: `${plainFigure(density)}像素/米，${source.zh}`, en: `${plainFigure(density)} px/m, ${source.en}` },
      ],
    ),
  ];
  return rows.map(([what, value, configured]) => ({ what, value, origin: configured === true ? 'run' : 'ours' }));
}

/** Rows on what may-see and must-see assume for every plan: choices of sitecam's that no figure expresses. */
const POLICIES: readonly Assumption[] = [
  {
    what: { zh: '门、帘', en: 'Doors and curtains' },
    value: {
      zh: '最大可视范围按开启计，最小可视范围按关闭计（图中标明常开的除外）',
      en: 'open in the largest view, closed in the smallest unless the plan says they stand open',
    },
    origin: 'ours',
  },
  {
    what: { zh: '玻璃', en: 'Glass' },
    value: {
      zh: '最大可视范围按透明计（固定且永久贴膜或者不透明的除外），最小可视范围仅在标明透明且无贴膜时按透明计',
      en: 'clear in the largest view unless fixed with permanent film or opaque; clear in the smallest only where the plan says clear and no film',
    },
    origin: 'ours',
  },
  {
    what: { zh: '矮墙、窗台和门楣', en: 'Low walls, sills and lintels' },
    value: {
      zh: '按图中高度遮挡，未注高度的墙按到顶计；最小可视范围扣除目标高度处被遮挡的全部，最大可视范围只扣除人体全高均被遮挡之处',
      en: 'hide by their drawn heights, walls of unsaid height up to the ceiling; the smallest view loses all that is hidden at the target height, the largest only where a person is hidden from head to foot',
    },
    origin: 'ours',
  },
  {
    what: { zh: '遮蔽、软件限位', en: 'Masks and software limits' },
    value: {
      zh: '不改变是否“安装”的判定；只有永久遮蔽缩小最大可视范围',
      en: 'never undo installing; only permanent masks make the largest view smaller',
    },
    origin: 'ours',
  },
  {
    what: { zh: '设防判定：摄像机、探测器', en: 'Protection: cameras and detectors' },
    value: {
      zh: '按侦测级最小可视范围、最小探测范围计作用面积；感烟火灾探测器不计',
      en: 'count by the area of their smallest view (detect) or range; smoke detectors do not count',
    },
    origin: 'ours',
  },
  {
    what: { zh: '设防判定：出入口识读装置、门磁开关', en: 'Protection: access readers and door contacts' },
    value: {
      zh: '对所控门洞两侧的部位均按全部设防计',
      en: 'protect the whole of the zones on both sides of the door they guard',
    },
    origin: 'ours',
  },
  {
    what: { zh: '安装误差', en: 'Mounting tolerance' },
    value: {
      zh: '图中未标明时，朝向和俯角按3度与视场角十分之一的较小者计，位置按0计',
      en: 'where the plan gives none: heading and tilt by the smaller of 3° and a tenth of the field of view, position by 0',
    },
    origin: 'ours',
  },
  {
    what: { zh: '未划定区域的空间', en: 'Undrawn space' },
    value: {
      zh: '最大可视范围按开敞计，最小可视范围按墙计',
      en: 'open in the largest view, a wall in the smallest',
    },
    origin: 'ours',
  },
];

/**
 * Returns rows on tables of the pack that are sitecam's and not the law's: the density from which a view counts, the
 * kinds read into item (6) of Art. 9(2), the single devices that protect a whole place.
 */
function sitecamReadings(pack: Pack): Assumption[] {
  const { prohibitions, pointProtection } = pack;
  const kinds = (row: Prohibition) => localizedList(row.kinds.map((kind) => placeName(pack, kind)));
  const usual = parameter(pack, 'privacyDensity');
  const graded = prohibitions.flatMap((row): [Localized, Localized][] =>
    [row.standing, row.glazing ?? []]
      .filter((thresholds) => thresholds.some(({ from }) => from !== usual))
      .map((thresholds) => [
        {
          zh: `可及${kinds(row).zh}的视线${thresholds === row.glazing ? '（经玻璃）' : ''}`,
          en: `View of ${kinds(row).en}${thresholds === row.glazing ? ' (through glass)' : ''}`,
        },
        {
          zh: thresholds.map(({ from, outcome }) => `${plainFigure(from)}像素/米起${OUTCOME[outcome].zh}`).join('，'),
          en: thresholds.map(({ from, outcome }) => `${OUTCOME[outcome].en} from ${plainFigure(from)} px/m`).join(', '),
        },
      ]),
  );
  const read = prohibitions.filter(({ regime }) => regime === 'reading');
  const rows: [Localized, Localized][] = [
    ...graded,
    ...read.map((row): [Localized, Localized] => [
      kinds(row),
      {
        zh: `条文未列举，可能属于${cite(pack, row.clause).zh}，须审查判定`,
        en: `not named by the text, perhaps within ${cite(pack, row.clause).en}: for review`,
      },
    ]),
    ...pointProtection.map(({ device, tokens }): [Localized, Localized] => {
      const places = localizedList(tokens.map((token) => placeName(pack, token)));
      return [
        { zh: `设防判定：${deviceName(device).zh}`, en: `Protection: ${deviceName(device).en}` },
        { zh: `对其所在的${places.zh}按全部设防计`, en: `protects the whole of the ${places.en} it stands in` },
      ];
    }),
  ];
  return rows.map(([what, value]) => ({ what, value, origin: 'ours' }));
}

const OUTCOME = {
  fail: { zh: '不符合', en: 'fail' },
  review: { zh: '须审查判定', en: 'review' },
} as const;

function deviceName(kind: string): Localized {
  return new Map(Object.entries(DEVICE_NAMES)).get(kind) ?? verbatim(kind);
}
