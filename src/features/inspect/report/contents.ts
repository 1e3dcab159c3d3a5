// Sections of a survey on what the plan contains: head, levels, zones, devices.

import { cautionTexts } from '../../../findings/cautions.js';
import { allIn } from '../../../findings/local.js';
import { siteText } from '../../../findings/wording/subject.js';
import { render } from '../../../i18n/catalogue.js';
import { inLocale } from '../../../i18n/locale.js';
import { fixed } from '../../../i18n/number.js';
import { displayWidth } from '../../../i18n/width.js';
import { DEVICE_NAMES } from '../../../plan/device-names.js';
import { plainText } from '../../../render/escape.js';
import type { LevelSurvey } from '../survey.js';
import type { SurveyWriter } from './writer.js';

/** Terminal columns: a longer level id leaves no room for the figures below it. */
const LONGEST_HEAD = 6;

/** Returns the section that names the plan, its categories, region and cautions. */
export function surveyHeadSection(w: SurveyWriter): string {
  const { site, pack, path } = w.report;
  const { locale } = w.view;
  const named = site.categories.map(({ id }) => {
    const known = pack.categories.find((category) => category.id === id);
    return known === undefined ? plainText(id) : inLocale(known.name, locale);
  });
  const categories = named.length === 0 ? w.t('未写明', 'not said') : named.join(w.t('、', ', '));
  // Zones of unknown use have a section of their own.
  const cautions = (w.report.cautions ?? []).filter(({ kind }) => kind !== 'unsettled');
  const region = site.region === undefined ? w.t('未写明', 'not said') : plainText(site.region);
  return [
    `${w.strong(render(siteText(site.name), locale))}  ${plainText(path)}`,
    ...w.wrapped(
      w.t(`场所类别：${categories}；地区代码：${region}。`, `Categories: ${categories}; region: ${region}.`),
      0,
    ),
    ...allIn(cautionTexts({ ...w.report, cautions }), locale).flatMap((text) => w.wrapped(text, 0)),
  ].join('\n');
}

/** Returns the column head of a level: its id, or its number in the table of levels if ids are long. */
function headOf({ level }: LevelSurvey, index: number, levels: readonly LevelSurvey[]): string {
  return areNumbered(levels) ? `${index + 1}` : plainText(level.id);
}

function areNumbered(levels: readonly LevelSurvey[]): boolean {
  return levels.length > 1 && levels.some(({ level }) => displayWidth(plainText(level.id)) > LONGEST_HEAD);
}

/** Returns the table of levels, with counts, areas and wall lengths. */
export function levelsSection(w: SurveyWriter): string {
  const { levels } = w.survey;
  const numbered = areNumbered(levels);
  const signed = levels.some(({ level }) => level.signs.length > 0);
  const head = [
    ...(numbered ? [w.t('序号', 'no.')] : []),
    w.t('楼层', 'level'),
    w.t('名称', 'name'),
    w.t('标高(m)', 'elevation (m)'),
    w.t('层高(m)', 'ceiling (m)'),
    w.t('区域', 'zones'),
    w.t('面积(㎡)', 'area (m²)'),
    w.t('墙长(m)', 'walls (m)'),
    w.t('门窗洞口', 'openings'),
    w.t('设备', 'devices'),
    ...(signed ? [w.t('提示标识', 'signs')] : []),
  ];
  const figures = levels.map(({ level, kinds, walls }) => ({
    zones: level.zones.length,
    area: kinds.reduce((sum, { area }) => sum + area, 0),
    walls: walls.rooms + walls.drawn,
    openings: level.openings.length,
    devices: level.devices.length,
    signs: level.signs.length,
  }));
  const written = (of: readonly (typeof figures)[number][]) => {
    const sum = (key: keyof (typeof figures)[number]) => of.reduce((all, one) => all + one[key], 0);
    return [
      `${sum('zones')}`,
      fixed(sum('area'), 1),
      fixed(sum('walls'), 1),
      `${sum('openings')}`,
      `${sum('devices')}`,
      ...(signed ? [`${sum('signs')}`] : []),
    ];
  };
  const rows = levels.map(({ level: { id, name, elevation, ceiling } }, index) => [
    ...(numbered ? [`${index + 1}`] : []),
    plainText(id),
    plainText(name ?? ''),
    fixed(elevation, 2),
    ceiling === undefined ? '—' : fixed(ceiling, 2),
    ...written(figures.slice(index, index + 1)),
  ]);
  if (levels.length > 1) {
    rows.push([...(numbered ? [''] : []), w.t('合计', 'total'), '', '', '', ...written(figures)]);
  }
  const length = (of: 'rooms' | 'drawn') =>
    fixed(
      levels.reduce((sum, { walls }) => sum + walls[of], 0),
      1,
    );
  return w.section(w.titled('楼层', 'Levels', levels.length), [
    ...fitting(w, head, rows, numbered ? 2 : 1),
    ...w.wrapped(
      w.t(
        `墙长已扣除门窗洞口，其中区域边界${length('rooms')}米、另画的墙${length('drawn')}米；重合的只计一次。面积已扣除其中另划的区域。`,
        `Walls without their openings: ${length('rooms')} m are boundaries of zones, ${length('drawn')} m are drawn as walls; what coincides counts once. Areas without the zones nested in them.`,
      ),
      2,
      2,
    ),
  ]);
}

/** Returns the table of levels, without the column of names if there is no room for it. */
function fitting(
  w: SurveyWriter,
  head: readonly string[],
  rows: readonly (readonly string[])[],
  names: number,
): readonly string[] {
  const right = (columns: number) => Array.from({ length: columns }, (_, column) => column);
  const whole = w.table(head, rows, right(head.length).slice(names + 1));
  if (w.fits(whole)) return whole;
  const unnamed = (row: readonly string[]) => row.filter((_, column) => column !== names);
  return w.table(unnamed(head), rows.map(unnamed), right(head.length - 1).slice(names));
}

/** Returns the table of zones by kind and level. */
export function kindsSection(w: SurveyWriter): string {
  const { levels } = w.survey;
  const order = new Map(w.report.pack.zoneKinds.map(({ id }, index) => [id, index]));
  const place = (kind: string) => order.get(kind) ?? order.size;
  const kinds = [...new Set(levels.flatMap((level) => level.kinds.map(({ kind }) => kind)))].sort(
    (a, b) => place(a) - place(b),
  );
  const head = [
    w.t('类型', 'kind'),
    w.t('标识', 'id'),
    w.t('数量', 'zones'),
    w.t('面积(㎡)', 'area (m²)'),
    ...(levels.length > 1 ? levels.map(headOf) : []),
  ];
  const rows = kinds.map((kind) => {
    const own = levels.map((level) => level.kinds.find((one) => one.kind === kind));
    const sum = (key: 'zones' | 'area') => own.reduce((all, one) => all + (one?.[key] ?? 0), 0);
    const byLevel = levels.length > 1 ? own.map((one) => (one === undefined ? '·' : `${one.zones}`)) : [];
    return [w.kind(kind), plainText(kind), `${sum('zones')}`, fixed(sum('area'), 1), ...byLevel];
  });
  const total = levels.reduce((sum, { level }) => sum + level.zones.length, 0);
  const figures = head.map((_, column) => column).slice(2);
  return w.section(w.titled('区域', 'Zones', total), kinds.length === 0 ? [] : w.table(head, rows, figures));
}

/** Returns the table of devices by kind. */
export function deviceCountsSection(w: SurveyWriter): string {
  const counts = new Map<string, number>();
  for (const { devices } of w.survey.levels) {
    for (const [kind, count] of devices) {
      const name = inLocale(DEVICE_NAMES[kind], w.view.locale);
      counts.set(name, (counts.get(name) ?? 0) + count);
    }
  }
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const rows = [...counts].sort((a, b) => b[1] - a[1]).map(([name, count]) => [name, `${count}`]);
  return w.section(
    w.titled('设备', 'Devices', total),
    rows.length === 0 ? [] : w.table([w.t('类型', 'kind'), w.t('数量', 'devices')], rows, [1]),
  );
}
