// The devices in Markdown.
import type { LocalView } from '../../findings/local.js';
import { pointText } from '../../findings/wording/sightline.js';
import { AUDIO, STATUS, VIDEO } from '../../findings/wording/terms.js';
import { render } from '../../i18n/catalogue.js';
import { quote } from '../../i18n/list.js';
import { inLocale, type Locale, say } from '../../i18n/locale.js';
import { plainFigure } from '../../i18n/number.js';
import type { Report } from '../../lint/types.js';
import { DEVICE_NAMES } from '../../plan/device-names.js';
import { directoryOf } from '../../plan/directory.js';
import type { Device, Optics } from '../../plan/model.js';
import { markdownText } from '../../render/escape.js';
import { type Section, wholeSection } from '../../render/writers/budget.js';
import { markdownTable } from './text.js';

const MISSING = '—';

/** Returns the table of all devices of the plan, removed ones included, with what they can capture. */
export function devicesSection(report: Report, view: LocalView): Section {
  const { locale } = view;
  const head = [
    say(locale, '编号', 'Id'),
    say(locale, '设备', 'Device'),
    say(locale, '型号', 'Type'),
    say(locale, '楼层', 'Level'),
    say(locale, '所在区域', 'Stands in'),
    say(locale, '位置', 'At'),
    say(locale, '高度（米）', 'Height (m)'),
    say(locale, '方位（度）', 'Heading (°)'),
    say(locale, '水平视场（度）', 'Field of view (°)'),
    say(locale, '分辨率', 'Resolution'),
    say(locale, '视频', 'Video'),
    say(locale, '音频', 'Audio'),
    say(locale, '状态', 'Status'),
  ];
  const rows = report.site.levels.flatMap(({ devices }) => devices.map((device) => row(device, report, locale)));
  return wholeSection(say(locale, '设备表', 'Devices'), markdownTable(head, rows), 'devices');
}

/** Returns the names of the zones that a device stands in. */
function placesOf({ zones }: Device, { site }: Report, locale: Locale): string {
  const names = zones.map((id) => directoryOf(site).zones.get(id)?.name ?? id);
  return names.length === 0 ? MISSING : names.join(locale === 'en' ? ', ' : '、');
}

function row(device: Device, report: Report, locale: Locale): string[] {
  const name = inLocale(DEVICE_NAMES[device.kind], locale);
  const lens = (figure: (optics: Optics) => string | undefined) => {
    const figures = device.lenses.map((optics) => figure(optics) ?? MISSING);
    return figures.length === 0 ? MISSING : figures.join(locale === 'en' ? ', ' : '、');
  };
  return [
    markdownText(device.id),
    markdownText(
      device.name === undefined
        ? name
        : say(locale, `${name}${quote(device.name, 'zh-CN')}`, `${name} ${quote(device.name, 'en')}`),
    ),
    markdownText(device.type ?? MISSING),
    markdownText(device.level),
    markdownText(placesOf(device, report, locale)),
    markdownText(render(pointText(report.site, device.at), locale)),
    device.height === undefined ? MISSING : plainFigure(device.height),
    lens(({ heading }) => (heading === undefined ? undefined : plainFigure(heading))),
    lens(({ hfov }) => (hfov === undefined ? undefined : plainFigure(hfov))),
    lens(({ resolution }) => (resolution === undefined ? undefined : `${resolution[0]}×${resolution[1]}`)),
    inLocale(VIDEO[device.video], locale),
    inLocale(AUDIO[device.audio], locale),
    inLocale(STATUS[device.status], locale),
  ];
}
