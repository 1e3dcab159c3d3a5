// The panel beside a suggestion's drawing: title, scale, legend and list of cameras.

import { symbol } from '../../../draw/marks/symbols.js';
import { heading, type PanelBlock, scaleBlock, written } from '../../../draw/page/blocks.js';
import type { Layout } from '../../../draw/page/layout.js';
import { type Entry, legendOf } from '../../../draw/page/legend.js';
import { BLOCK_GAP, type PlacedBlock, stacked } from '../../../draw/page/panel.js';
import { px } from '../../../draw/page/scale.js';
import { FAINT, MUST, OTHER, PRIVATE, REMAINDER, REQUIRED, RULE, TEXT } from '../../../draw/page/style.js';
import { fitted, textWidth, wrapped } from '../../../draw/text.js';
import { siteText } from '../../../findings/wording/site.js';
import { joined } from '../../../i18n/catalogue.js';
import { dayText } from '../../../i18n/day.js';
import { type Localized, render } from '../../../i18n/locale.js';
import { element } from '../../../render/xml.js';
import { requirementRows } from './answer.js';
import { numberedMark, QUIET, STRIKE, SUGGESTED, WEIGHT } from './marks.js';
import { cameraPlace, conclusion, levelText } from './sentences.js';
import type { Sheet } from './sheet.js';
import { t } from './texts.js';

/** Room for the number before a line of the list, px. */
const INDENT = 26;

/**
 * Returns the blocks of the panel beside or below a suggestion's drawing, with their places: title, scale, legend and list
 * of cameras.
 */
export function panelOf(sheet: Sheet, layout: Layout): PlacedBlock[] {
  const { drawing, locale } = sheet;
  const { panel, scale, beside } = layout;
  const column = Math.min(270, beside ? panel.width : (panel.width - 4 * BLOCK_GAP) / 3);
  const title = titleBlock(sheet, column);
  const bar = scaleBlock(drawing, scale.perMetre, locale, column);
  const list = listBlock(sheet, column);
  const entries = legend(sheet);
  if (beside) return stacked([title, bar, legendOf(entries, locale, column, 4), ...list], panel.x, panel.y, column);
  const second = panel.x + column + 2 * BLOCK_GAP;
  const third = second + column + 2 * BLOCK_GAP;
  const key = legendOf(entries, locale, Math.max(225, list.length === 0 ? panel.x + panel.width - second : column), 4);
  return [
    ...stacked([title, bar], panel.x, panel.y, column),
    { ...key, x: second, y: panel.y },
    ...list.map((block) => ({ ...block, x: third, y: panel.y })),
  ];
}

/** Returns the title block: site, level, the answer, law, pack and day, and that none of it is the law's. */
function titleBlock({ suggestion, drawing, level, locale }: Sheet, width: number): PanelBlock {
  const out: string[] = [];
  let y = 0;
  const put = (text: Localized | string, size: number, more: Readonly<Record<string, string | number>> = {}) => {
    const words = typeof text === 'string' ? text : render(text, locale);
    for (const line of wrapped(words, size, width)) {
      y += Math.round(size * 1.45);
      out.push(written(line, 0, y, { 'font-size': size, ...more }));
    }
  };
  put(siteText(drawing.sheet.site), TEXT.title, { 'font-weight': 'bold' });
  put(joined([levelText(level), t.sheetTitle], t.clauseBetween), 13);
  y += 4;
  put(conclusion(suggestion, requirementRows(suggestion), t.scopeOfReport), TEXT.panel);
  y += 4;
  put(drawing.sheet.law, TEXT.panel, { fill: FAINT });
  const { pack, today } = drawing.sheet;
  put(`${pack}  ${render(dayText(today), locale)}`, TEXT.panel, { fill: FAINT });
  put(t.closing, TEXT.panel, { fill: FAINT });
  return { markup: out.join('\n'), width, height: y + 6 };
}

/** Returns the list of the suggested cameras by number; [] if there are none. */
function listBlock({ suggestion, cameras, locale }: Sheet, width: number): PanelBlock[] {
  if (cameras.length === 0) return [];
  const out = [heading(render(t.listTitle, locale), 14)];
  let y = 20;
  for (const { number, camera } of cameras) {
    y += 21;
    const mark = element('g', { transform: `translate(10 ${y - 4})` }, numberedMark(number, []));
    const place = render(cameraPlace(camera, suggestion.before), locale);
    const name = `${camera.device.id}  ${camera.type.id}`;
    const room = width - INDENT;
    out.push(mark);
    if (textWidth(`${name}  ${place}`, TEXT.panel) <= room) out.push(written(`${name}  ${place}`, INDENT, y));
    else {
      out.push(written(fitted(name, TEXT.panel, room), INDENT, y));
      y += 15;
      out.push(written(fitted(place, TEXT.panel, room), INDENT, y, { fill: FAINT }));
    }
  }
  return [{ markup: out.join('\n'), width, height: y + 8 }];
}

/** Returns the legend of what is on this sheet and nothing else. */
function legend(sheet: Sheet): Entry[] {
  const { suggestion, level, drawing, locale, cameras, changed, turned, replaced, requirements, uncovered } = sheet;
  const box = (attributes: string) => `<rect x="-11" y="-6.5" width="22" height="13" ${attributes}/>`;
  const framed = (content: string, colour: string) =>
    `<g stroke="${colour}" stroke-width="1.1" stroke-linejoin="round">${content}</g>`;
  const entry = (isThere: boolean, sample: string, text: Localized): Entry[] =>
    isThere ? [{ sample, text: render(text, locale) }] : [];
  const has = (status: string) => drawing.zones.some((zone) => zone.status === status);
  const numbered = new Set([...cameras.map(({ camera }) => camera.device.id), ...turned.map(({ id }) => id)]);
  const stays = drawing.devices.some(({ id, kind }) => kind === 'camera' && !numbered.has(id));
  const others = drawing.devices.find(({ kind }) => kind !== 'camera');
  const weighs = suggestion.parts.some(({ floor }) => floor.some((square) => square.level === level.id));
  const shades = [0.15, 0.5, 1].map(
    (weight, n) =>
      `<rect x="${px(-11 + (n * 22) / 3)}" y="-6.5" width="${px(22 / 3)}" height="13" fill="${WEIGHT.fill}" fill-opacity="${px(WEIGHT.most * weight)}"/>`,
  );
  return [
    ...entry(
      requirements.length > 0,
      `<rect x="-9.5" y="-5" width="19" height="10" fill="${OTHER.fill}" stroke="${REQUIRED.line}" stroke-width="3"/>`,
      t.legendRequired,
    ),
    ...entry(has('private'), box(`fill="url(#private)" stroke="${PRIVATE.line}"`), t.legendPrivate),
    ...entry(has('other') || has('required'), box(`fill="${OTHER.fill}" stroke="${OTHER.line}"`), t.legendOtherZone),
    ...entry(weighs, shades.join('') + box(`fill="none" stroke="${RULE}"`), t.legendWeight),
    ...entry(uncovered.length > 0, box(`fill="url(#remainder)" stroke="${REMAINDER}"`), t.legendUncovered),
    ...entry(
      cameras.length > 0,
      `<g transform="translate(-10 0) scale(0.85)">${numberedMark(1, [90])}</g>`,
      t.legendSuggested,
    ),
    ...entry(
      cameras.length + turned.length > 0,
      box(`fill="${MUST}" fill-opacity="0.22" stroke="${MUST}"`),
      t.legendView,
    ),
    ...entry(
      stays,
      box(`fill="none" stroke="${QUIET}" stroke-dasharray="6 3"`) + framed(symbol('camera', 'existing', [90]), QUIET),
      t.legendKept,
    ),
    ...entry(replaced.length > 0, framed(symbol('camera', 'existing', [90]) + STRIKE, QUIET), t.legendReplaced),
    ...entry(turned.length > 0, framed(symbol('camera', 'existing', [90]), SUGGESTED), t.legendTurned),
    ...entry(
      changed.length > 0,
      `<g stroke-dasharray="2 1.5">${framed(symbol('camera', 'existing', [90]), QUIET)}</g>`,
      t.legendChanged,
    ),
    ...(others === undefined ? [] : entry(true, framed(symbol(others.kind, 'existing', []), QUIET), t.legendOther)),
  ];
}
