// The legend of a drawing.
import { SIGN } from '../../findings/wording/texts.js';
import { type Locale, render } from '../../i18n/locale.js';
import { DEVICE_NAMES } from '../../plan/device-names.js';
import { OPENING_KINDS, OPENING_NAMES } from '../../plan/kinds.js';
import { element } from '../../render/xml.js';
import { OPENING_STYLE, openingShape } from '../marks/openings.js';
import { signSymbol, symbol } from '../marks/symbols.js';
import type { LevelDrawing, ZoneStatus } from '../model.js';
import { type SvgOptions, shows } from '../options.js';
import { fitted } from '../text.js';
import { t } from '../texts.js';
import { heading, type PanelBlock, written } from './blocks.js';
import { FAIL, INK, MAY, MUST, OTHER, PAPER, PRIVATE, REQUIRED } from './style.js';

/** One line of a drawing's legend: a sample of the symbol and its name. */
export interface Entry {
  /** Markup of the sample about (0, 0), 22 px wide. */
  readonly sample: string;
  readonly text: string;
}

/** Height of a legend line and width of its sample, px. */
const STEP = 20;
const SAMPLE = 34;

/** Returns the legend of what is drawn on this level and nothing else, in as many columns as `width` (px) holds. */
export function legendBlock(drawing: LevelDrawing, options: SvgOptions, width: number): PanelBlock {
  const entries = [...areas(drawing, options), ...lines(drawing, options), ...symbols(drawing, options)];
  return legendOf(entries, options.locale, width, 4);
}

/**
 * Returns the legend of `entries` in as many columns as `width` (px) holds. Texts are cut to end at least `gap` px
 * before the next column.
 */
export function legendOf(entries: readonly Entry[], locale: Locale, width: number, gap = 0): PanelBlock {
  const columns = Math.max(1, Math.floor(width / 225));
  const perColumn = Math.ceil(entries.length / columns);
  const column = width / columns;
  const parts = entries.map(({ sample, text }, n) => {
    const x = Math.floor(n / perColumn) * column;
    const y = 34 + (n % perColumn) * STEP;
    return [
      `<g transform="translate(${Math.round(x + 13)} ${y - 4})">${sample}</g>`,
      written(fitted(text, 11, column - SAMPLE - gap), x + SAMPLE, y),
    ].join('');
  });
  const markup = [heading(render(t.legend, locale), 14), ...parts].join('\n');
  return { markup, width, height: 34 + (perColumn - 1) * STEP + 10 };
}

function areas(drawing: LevelDrawing, options: SvgOptions): Entry[] {
  const { locale, prefix = '' } = options;
  const box = (attributes: string) => `<rect x="-11" y="-6.5" width="22" height="13" ${attributes}/>`;
  const fills: Readonly<Record<ZoneStatus, string>> = {
    required: `fill="url(#${prefix}required)" stroke="${REQUIRED.line}"`,
    private: `fill="url(#${prefix}private)" stroke="${PRIVATE.line}"`,
    other: `fill="${OTHER.fill}" stroke="${OTHER.line}"`,
  };
  const out: Entry[] = [];
  if (shows(options, 'zones')) {
    for (const status of ['required', 'private', 'other'] as const) {
      if (!drawing.zones.some((zone) => zone.status === status)) continue;
      const article = status === 'other' ? undefined : drawing.sheet.articles[status];
      const text = article === undefined ? t[status] : t.withArticle({ text: t[status], article });
      out.push({ sample: box(fills[status]), text: render(text, locale) });
    }
  }
  const sees = (world: 'must' | 'may') =>
    shows(options, world) &&
    drawing.views.some((view) => view.world === world && (options.device ?? view.device) === view.device);
  if (sees('must')) out.push({ sample: box(`fill="${MUST}" fill-opacity="0.3"`), text: render(t.must, locale) });
  if (sees('may')) {
    const dashes = `fill="none" stroke="${MAY}" stroke-width="1.3" stroke-dasharray="5 2.5"`;
    out.push({ sample: box(dashes), text: render(t.may, locale) });
  }
  if (shows(options, 'remainder') && drawing.remainders.length > 0) {
    out.push({ sample: box(`fill="url(#${prefix}remainder)"`), text: render(t.remainder, locale) });
  }
  return out;
}

function lines(drawing: LevelDrawing, options: SvgOptions): Entry[] {
  const { locale } = options;
  const out: Entry[] = [];
  if (shows(options, 'findings') && drawing.findings.some(({ points }) => points.length > 0)) {
    const sample = `<g fill="none" stroke="${FAIL}"><path d="M-11 0H7" stroke-width="1.5"/><path d="M4.5 -3.5l7 7m0 -7l-7 7" stroke-width="2"/></g>`;
    out.push({ sample, text: render(t.sightLine, locale) });
  }
  if (drawing.walls.some(({ material }) => material !== 'opaque')) {
    const sample = `<path d="M-11 0H11" stroke="${INK}" stroke-width="3.6"/><path d="M-11 0H11" stroke="${PAPER}" stroke-width="2"/>`;
    out.push({ sample, text: render(t.glass, locale) });
  }
  for (const kind of OPENING_KINDS) {
    if (!drawing.openings.some((opening) => opening.kind === kind)) continue;
    const swings = kind === 'door' || kind === 'glass-door';
    const shape = swings ? openingShape(kind, [-7, 6], [7, 6], 'left') : openingShape(kind, [-11, 0], [11, 0], 'left');
    const sample = element('g', OPENING_STYLE, shape);
    out.push({ sample, text: render(OPENING_NAMES[kind], locale) });
  }
  return out;
}

function symbols(drawing: LevelDrawing, options: SvgOptions): Entry[] {
  if (!shows(options, 'devices')) return [];
  const { locale } = options;
  const framed = (content: string) => `<g stroke="${INK}" stroke-width="1.1" stroke-linejoin="round">${content}</g>`;
  const kinds = [...new Set(drawing.devices.map(({ kind }) => kind))];
  const out = kinds.map((kind): Entry => {
    const points = drawing.devices.some((device) => device.kind === kind && device.headings.length > 0);
    return { sample: framed(symbol(kind, 'planned', points ? [90] : [])), text: render(DEVICE_NAMES[kind], locale) };
  });
  const [sign] = drawing.signs;
  if (sign !== undefined) {
    const faces = drawing.signs.some(({ heading }) => heading !== undefined);
    out.push({
      sample: framed(signSymbol('planned', faces ? 90 : undefined)),
      text: render(SIGN, locale),
    });
  }
  for (const status of ['existing', 'removed'] as const) {
    const device = drawing.devices.find((one) => one.status === status);
    if (device === undefined) continue;
    out.push({ sample: framed(symbol(device.kind, status, [])), text: render(t[status], locale) });
  }
  if (drawing.visitors.length > 0) {
    const ring = '<circle r="6" fill="none" stroke-dasharray="2 1.6"/>';
    out.push({ sample: framed(ring), text: render(t.visitor, locale) });
  }
  return out;
}
