// Pictures of layers: each black on the grey whole, so that a person sees what lies where.

import { boxOfRings, grow, longerSideOf } from '../../geometry/shapes/ring.js';
import { lengthOf } from '../../geometry/shapes/segment.js';
import type { Box, Point, Segment } from '../../geometry/types.js';
import type { Locale, Localized } from '../../i18n/locale.js';
import { render } from '../../i18n/locale.js';
import { xmlText } from '../../render/xml.js';
import { judgementText } from './document.js';
import { type LayerUse, nameKey, type Word } from './inventory.js';
import type { Survey } from './survey.js';
import { t } from './texts.js';

/** A file to be written: the picture of a layer (SVG), or the page that lists them (HTML). */
export interface ThumbFile {
  readonly name: string;
  readonly text: string;
}

/** Most segments of a picture in black, and of the grey whole, and texts: together under 200 kB. */
const MOST = { black: 3500, grey: 1500, words: 300 };

/** Characters of a text that a picture shows. */
const LONGEST_WORDS = 24;

/** Longer side of a picture, in px. */
const SIDE = 1000;

/** Returns a picture of each layer and the page that lists them, with words in `locale`. Same survey, same bytes. */
export function thumbsOf(survey: Survey, locale: Locale): ThumbFile[] {
  const files: ThumbFile[] = [];
  const entries: {
    readonly file: string;
    readonly layer: string;
    readonly drawing: string;
    readonly roles: Localized[];
  }[] = [];
  for (const { path, inventory, views } of survey.drawings) {
    const whole = inventory.layers.flatMap(strokesOf);
    // The longest show the building; letters and hatches are short.
    const grey = longest(whole, MOST.grey);
    const box = frameOf(
      views.map((view) => view.box),
      whole,
    );
    if (box === undefined) continue;
    for (const use of inventory.layers) {
      const strokes = strokesOf(use);
      const { words } = use.words;
      if (strokes.length + words.length === 0) continue;
      const file = `${String(files.length + 1).padStart(3, '0')}.svg`;
      files.push({ name: file, text: picture(box, grey, longest(strokes, MOST.black), use.layer, words) });
      const parts = survey.layers.find(({ layer }) => nameKey(layer) === nameKey(use.layer))?.parts ?? [];
      const roles = parts.map(({ judgement }) => judgementText(judgement));
      entries.push({ file, layer: use.layer, drawing: path.split('/').at(-1) ?? path, roles });
    }
  }
  const cards = entries.map(({ file, layer, drawing, roles }) => {
    const words = [...new Set(roles.map((role) => render(role, locale)))].join(render(t.comma, locale));
    const caption = `<b>${xmlText(layer)}</b> ${xmlText(words)}<br><small>${xmlText(drawing)}</small>`;
    return `<figure><img src="${file}" alt="${xmlText(layer)}" width="400" loading="lazy"><figcaption>${caption}</figcaption></figure>`;
  });
  const head = `<!doctype html>\n<html lang="${locale}"><meta charset="utf-8"><title>${xmlText(render(t.thumbs, locale))}</title>`;
  const style =
    '<style>body{font-family:sans-serif;display:flex;flex-wrap:wrap;gap:1em}figure{margin:0;border:1px solid #ccc;padding:.5em;max-width:400px;overflow-wrap:anywhere}</style>';
  return [...files, { name: 'index.html', text: `${head}\n${style}\n${cards.join('\n')}\n</html>\n` }];
}

function strokesOf({ lines, blocks }: LayerUse): Segment[] {
  const drawn = [lines.lines, ...blocks.flatMap(({ inserts }) => inserts.map((insert) => insert.lines))];
  return drawn.flatMap((all) =>
    all.flatMap((line) => line.slice(1).map((b, index): Segment => ({ a: line[index], b }))),
  );
}

function longest(strokes: readonly Segment[], most: number): readonly Segment[] {
  if (strokes.length <= most) return strokes;
  const lengths = strokes.map(lengthOf);
  const order = strokes.map((_, index) => index).sort((i, j) => lengths[j] - lengths[i] || i - j);
  return order.slice(0, most).map((index) => strokes[index]);
}

/** Returns the box of the building with a margin; of everything drawn if no walls are known. */
function frameOf(views: readonly Box[], whole: readonly Segment[]): Box | undefined {
  const corners = views.map(({ minX, minY, maxX, maxY }): Point[] => [
    [minX, minY],
    [maxX, maxY],
  ]);
  const box = boxOfRings(corners.length > 0 ? corners : whole.map(({ a, b }) => [a, b]));
  if (box === undefined) return undefined;
  return grow(box, 0.03 * Math.max(longerSideOf(box), 1));
}

function picture(
  box: Box,
  grey: readonly Segment[],
  black: readonly Segment[],
  layer: string,
  words: readonly Word[],
): string {
  const [width, height] = [box.maxX - box.minX, box.maxY - box.minY];
  const scale = SIDE / Math.max(width, height);
  const place = ([x, y]: Point): string =>
    [(x - box.minX) * scale, (box.maxY - y) * scale].map((value) => String(Math.round(clamped(value)))).join(' ');
  const path = (strokes: readonly Segment[]): string => strokes.map(({ a, b }) => `M${place(a)}L${place(b)}`).join('');
  const texts = words.slice(0, MOST.words).map(({ text, at, height }) => {
    const [x, y] = place(at).split(' ');
    const size = Math.min(60, Math.max(8, Math.round(height * scale)));
    return `<text x="${x}" y="${y}" font-size="${size}">${xmlText(text.replaceAll('\n', ' ').slice(0, LONGEST_WORDS))}</text>`;
  });
  const size = `${Math.round(width * scale)} ${Math.round(height * scale)}`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size}" fill="none">`,
    `<title>${xmlText(layer)}</title>`,
    `<path stroke="#ccc" d="${path(grey)}"/>`,
    `<path stroke="#000" stroke-width="2" d="${path(black)}"/>`,
    ...(texts.length === 0 ? [] : ['<g fill="#000" text-anchor="middle">', ...texts, '</g>']),
    '</svg>\n',
  ].join('\n');
}

/** Returns a coordinate kept within a few sides of the picture, so that strays take no more characters than others. */
function clamped(value: number): number {
  return Math.min(9999, Math.max(-9999, value));
}
