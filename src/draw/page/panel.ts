// The panel beside a drawing, and the SVG document around both.
import type { Locale } from '../../i18n/locale.js';
import { element } from '../../render/xml.js';
import { type PanelBlock, panelRule } from './blocks.js';
import { px } from './scale.js';
import { FONTS, INK, TEXT } from './style.js';

/** A block of the panel with its place on the sheet, px. */
export interface PlacedBlock extends PanelBlock {
  readonly x: number;
  readonly y: number;
}

/** Gap between the blocks of a panel, px. */
export const BLOCK_GAP = 16;

/** Returns the blocks placed one under the other from (x, y), px, with a line of `width` px between them. */
export function stacked(blocks: readonly PanelBlock[], x: number, y: number, width: number): PlacedBlock[] {
  const out: PlacedBlock[] = [];
  let at = y;
  for (const [n, block] of blocks.entries()) {
    const above = n === 0 ? '' : `<g transform="translate(0 ${-BLOCK_GAP / 2})">${panelRule(width)}</g>`;
    out.push({ ...block, markup: `${above}${block.markup}`, x, y: at });
    at += block.height + BLOCK_GAP;
  }
  return out;
}

/** Returns the markup of a block at its place. */
export function placedMarkup({ x, y, markup }: PlacedBlock): string {
  return `<g transform="translate(${px(x)} ${px(y)})">\n${markup}\n</g>`;
}

/** Returns the lower end of a panel, px from the top of the sheet, with a gap below its last block. */
export function panelEnd(panel: readonly PlacedBlock[]): number {
  return panel.reduce((end, { y, height }) => Math.max(end, y + height + BLOCK_GAP), 0);
}

/** Returns a sheet of `width` by `height` px, with the markup `content`, as an SVG document of its own. */
export function documentOf(
  content: string,
  { width, height, locale }: { readonly width: number; readonly height: number; readonly locale: Locale },
): string {
  const document = element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      viewBox: `0 0 ${width} ${height}`,
      width,
      height,
      role: 'img',
      lang: locale,
      'font-family': FONTS,
      'font-size': TEXT.panel,
      fill: INK,
    },
    content,
  );
  return `${document}\n`;
}
