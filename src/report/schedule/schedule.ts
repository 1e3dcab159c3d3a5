// The device schedule as CSV.

import { isLoosened } from '../../findings/cautions.js';
import { noVerdicts } from '../../findings/no-verdicts.js';
import { type ReportView, reportView } from '../../findings/view.js';
import { AUDIO, SIGN, STATUS, VIDEO } from '../../findings/wording/terms.js';
import { inLocale, type Locale } from '../../i18n/locale.js';
import { plainFigure } from '../../i18n/number.js';
import type { Report, ReportInput, UnreadableReport } from '../../lint/types.js';
import { DEVICE_NAMES } from '../../plan/device-names.js';
import { directoryOf } from '../../plan/directory.js';
import type { Device, Optics, Sign } from '../../plan/model.js';
import { BYTE_ORDER_MARK, type Cell, csvRecord } from '../../render/csv.js';
import type { Format } from '../format.js';
import { coveredAreas, deviceReachOf } from './captures.js';
import { redactedRecords, redactedTitles } from './redacted.js';
import { conclusionOf, verdictsByDevice } from './verdicts.js';

/** A column of the schedule: its title and its cell for a device and for a sign, which has fewer. */
interface Column {
  readonly title: string;
  readonly of: (device: Device) => Cell;
  readonly sign?: (sign: Sign) => Cell;
}

/**
 * Returns the device schedule as CSV (RFC 4180, UTF-8 with a byte order mark for spreadsheets): a record for each
 * device, removed ones included, with what it may capture, what it certainly covers and its findings; then one for each
 * sign. No text of a plan can become a formula. A plan that can't be read has a record that says so.
 */
export function renderSchedule(input: ReportInput, options: { readonly locale: Locale }): string {
  return [...scheduleParts(input, options)].join('');
}

/** The format `schedule`. */
export const format: Format = { render: scheduleParts };

/** Yields the text of `renderSchedule` in parts, one record each. */
export function* scheduleParts(input: ReportInput, { locale }: { readonly locale: Locale }): Generator<string> {
  const view = reportView(input, locale);
  // All reports of a run are judged by the same pack, which names the columns even if no plan has a device.
  const reports = input.results.flatMap((result) => (result.ok ? [result] : []));
  const first = reports[0];
  const titles = titlesOf(first, input, view);
  yield BYTE_ORDER_MARK + csvRecord(titles);
  for (const result of input.results) {
    if (!result.ok) {
      yield csvRecord(unreadable(result, titles.length, view));
      continue;
    }
    if (input.redacted) {
      yield* redactedRecords(result, locale).map(csvRecord);
      continue;
    }
    const cells = columns(result, input, view);
    for (const device of result.site.levels.flatMap(({ devices }) => devices)) {
      yield csvRecord(cells.map(({ of }) => of(device)));
    }
    for (const sign of result.site.levels.flatMap(({ signs }) => signs)) {
      yield csvRecord(cells.map((column) => column.sign?.(sign)));
    }
  }
}

function titlesOf(first: Report | undefined, input: ReportInput, view: ReportView): string[] {
  if (input.redacted) return redactedTitles(verdictTitle(input, view.locale), view.locale);
  return first === undefined ? plainTitles(view.locale) : columns(first, input, view).map(({ title }) => title);
}

function plainTitles(locale: Locale): string[] {
  return locale === 'en' ? ['Plan', 'Verdict'] : ['设计图', '结论'];
}

function unreadable(result: UnreadableReport, width: number, { locale }: ReportView): Cell[] {
  const text = inLocale(noVerdicts(result), locale);
  const empty = Array.from({ length: Math.max(0, width - 2) }, () => undefined);
  return [result.path, ...empty, text];
}

/**
 * Returns the title of the conclusions. It says so if a configuration was loosened, since the file has no other head.
 */
function verdictTitle({ results }: ReportInput, locale: Locale): string {
  const loose = results.some((result) => result.ok && isLoosened(result));
  if (locale === 'en') return loose ? 'Verdict (by a loosened configuration)' : 'Verdict';
  return loose ? '结论（按放宽后的配置）' : '结论';
}

function columns(report: Report, input: ReportInput, view: ReportView): Column[] {
  const { locale } = view;
  const { site } = report;
  const t = (zh: string, en: string) => (locale === 'en' ? en : zh);
  const { zones } = directoryOf(site);
  const levels = new Map(site.levels.map((level) => [level.id, level.name ?? level.id]));
  const verdicts = verdictsByDevice(report);
  const said = (device: Device) => verdicts.get(device.id) ?? [];
  const names = (ids: readonly string[]) => ids.map((id) => zones.get(id)?.name ?? id).join(t('、', ', ')) || undefined;
  const lens = (device: Device, figure: (optics: Optics) => number | undefined): Cell => {
    const figures = device.lenses.map(figure);
    if (figures.length < 2) return figures[0];
    return figures.map((one) => (one === undefined ? '—' : plainFigure(one))).join(t('、', ', '));
  };
  const [east, north] = site.coordinates === 'wgs84' ? [0, 0] : site.shift;
  const levelName = ({ level }: Device | Sign) => levels.get(level) ?? level;
  const statusName = ({ status }: Device | Sign) => inLocale(STATUS[status], locale);
  return [
    ...both(t('设计图', 'Plan'), () => report.path),
    ...both(t('编号', 'Id'), ({ id }) => id),
    { title: t('名称', 'Name'), of: ({ name }) => name, sign: ({ name, text }) => name ?? text },
    {
      title: t('设备', 'Device'),
      of: ({ kind }) => inLocale(DEVICE_NAMES[kind], locale),
      sign: () => inLocale(SIGN, locale),
    },
    { title: t('型号', 'Type'), of: ({ type }) => type },
    ...both(t('楼层', 'Level'), levelName),
    { title: t('所在区域', 'Stands in'), of: (device) => names(device.zones) },
    ...both(t('东（米）', 'East (m)'), ({ at }) => at[0] + east),
    ...both(t('北（米）', 'North (m)'), ({ at }) => at[1] + north),
    ...both(t('安装高度（米）', 'Mounting height (m)'), ({ height }) => height),
    {
      title: t('方位（度）', 'Heading (°)'),
      of: (device) => lens(device, ({ heading }) => heading),
      sign: ({ heading }) => heading,
    },
    { title: t('水平视场（度）', 'Field of view (°)'), of: (device) => lens(device, ({ hfov }) => hfov) },
    { title: t('视频', 'Video'), of: ({ video }) => inLocale(VIDEO[video], locale) },
    { title: t('音频', 'Audio'), of: ({ audio }) => inLocale(AUDIO[audio], locale) },
    ...both(t('状态', 'Status'), statusName),
    ...captured(report, locale, names),
    ...covered(report, locale),
    {
      title: verdictTitle(input, locale),
      of: (device) => conclusionOf(said(device), locale),
      // Verdicts are on entrances and places; their sentences name the signs they rest on.
      sign: () => conclusionOf([], locale),
    },
    {
      title: t('各项判定', 'Findings'),
      of: (device) =>
        said(device)
          .flatMap(({ text }) => text(locale) ?? [])
          .join(t('；', '; ')) || undefined,
    },
  ];
}

/** Returns a column with the same content for devices and signs. */
function both(title: string, of: (one: Device | Sign) => Cell): Column[] {
  return [{ title, of, sign: of }];
}

function captured(report: Report, locale: Locale, names: (ids: readonly string[]) => string | undefined): Column[] {
  const capture = deviceReachOf(report);
  const { density } = capture;
  return [
    {
      title:
        locale === 'en'
          ? `May see (from ${plainFigure(density)} px/m, sitecam's parameter)`
          : `最大可视范围可及区域（自${plainFigure(density)}像素/米起，本工具参数）`,
      of: (device) => names(capture.seen(device)),
    },
    {
      title: locale === 'en' ? 'May hear (if it takes sound)' : '拾音范围可及区域（具有拾音功能的）',
      of: (device) => names(capture.heard(device)),
    },
  ];
}

function covered(report: Report, locale: Locale): Column[] {
  return report.pack.densityLevels.map((level) => ({
    title:
      locale === 'en'
        ? `Sees for certain, ${inLocale(level.name, locale)}, ${plainFigure(level.density)} px/m (m²)`
        : `最小可视范围面积，${inLocale(level.name, locale)}级，${plainFigure(level.density)}像素/米（平方米）`,
    of: (device) => coveredAreas(report, device, level.density),
  }));
}
