// Markup of labels and numbered marks.
import { SHORT_OUTCOMES } from '../../findings/wording/texts.js';
import { type Locale, render } from '../../i18n/locale.js';
import { element, titled, xmlText } from '../../render/xml.js';
import type { DrawnLabel } from '../marks/labels.js';
import type { DrawnFinding } from '../model.js';
import { LINE, textWidth } from '../text.js';
import { px } from './scale.js';
import { FAIL, FAINT, INK, MARK, MAY, PAPER, TEXT, WARNING } from './style.js';

/**
 * Returns the markup of the outline of a mark centred on (x, y), px, and `half` px wide to each side. Its shape shows the
 * outcome, so that it works in grey.
 */
export function markOutline(
  { outcome, warning }: Pick<DrawnFinding, 'outcome' | 'warning'>,
  x: number,
  y: number,
  half = MARK,
): string {
  const shape = warning ? 'warning' : outcome;
  const box = { x: px(x - half), y: px(y - MARK), width: px(2 * half), height: 2 * MARK };
  const dark = shape === 'fail';
  const fill = dark ? FAIL : shape === 'warning' ? WARNING : PAPER;
  // Filled circle: fail. Square: open. Hollow circle: review. Cut corners: warning.
  return shape === 'warning'
    ? element('path', { d: octagon(x, y, half), fill, stroke: INK })
    : element('rect', {
        ...box,
        rx: shape === 'open' ? 0 : MARK,
        fill,
        stroke: dark ? PAPER : shape === 'open' ? INK : MAY,
        'stroke-width': shape === 'review' ? 2 : 1.2,
      });
}

/** Returns the markup of a finding's mark with its number, centred on (x, y) of the sheet, px. */
export function mark(number: number, finding: Pick<DrawnFinding, 'outcome' | 'warning'>, x: number, y: number): string {
  const text = String(number);
  const half = Math.max(MARK, textWidth(text, TEXT.mark) / 2 + 4);
  const dark = finding.outcome === 'fail' && !finding.warning;
  const outline = markOutline(finding, x, y, half);
  return (
    outline +
    element(
      'text',
      {
        x,
        y: px(y + TEXT.mark * 0.36),
        fill: dark ? PAPER : INK,
        'font-size': TEXT.mark,
        'font-weight': 'bold',
        'text-anchor': 'middle',
      },
      text,
    )
  );
}

function octagon(x: number, y: number, half: number): string {
  const cut = MARK * 0.55;
  return `M${px(x - half + cut)} ${px(y - MARK)}H${px(x + half - cut)}L${px(x + half)} ${px(y - MARK + cut)}V${px(y + MARK - cut)}L${px(x + half - cut)} ${px(y + MARK)}H${px(x - half + cut)}L${px(x - half)} ${px(y + MARK - cut)}V${px(y - MARK + cut)}Z`;
}

/**
 * Returns the markup of all labels: leaders first, then names, then numbers. `titleOf` gives the tooltip (SVG
 * `<title>`) of a finding's number.
 */
export function annotations(
  labels: readonly DrawnLabel[],
  locale: Locale,
  titleOf: (finding: DrawnFinding) => string = (finding) => findingTitle(finding, locale),
): string[] {
  const leaders = labels.flatMap(({ leader, rect, of }) => {
    if (leader === undefined) return [];
    // From the nearest point of the label, so that no leader crosses its own text.
    const x = Math.min(Math.max(leader[0], rect.x), rect.x + rect.width);
    const y = Math.min(Math.max(leader[1], rect.y), rect.y + rect.height);
    return [
      `<path d="M${px(leader[0])} ${px(leader[1])}L${px(x)} ${px(y)}" stroke="${of === 'finding' ? FAIL : FAINT}"/>`,
    ];
  });
  const texts = labels.filter(({ of }) => of !== 'finding').map(textOf);
  const marks = labels.flatMap(({ finding, at: [x, y] }) =>
    finding === undefined
      ? []
      : [
          element(
            'g',
            { 'data-mark': finding.number },
            titled(titleOf(finding)) + mark(finding.number, finding, px(x), px(y)),
          ),
        ],
  );
  const group = (attributes: string, parts: readonly string[]) =>
    parts.length === 0 ? [] : [`<g ${attributes}>\n${parts.join('\n')}\n</g>`];
  return [
    ...group('class="leaders" fill="none" stroke-width="0.8"', leaders),
    ...group(
      `class="labels" text-anchor="middle" fill="${INK}" stroke="${PAPER}" stroke-width="2.6" stroke-opacity="0.85" stroke-linejoin="round" paint-order="stroke"`,
      texts,
    ),
    ...group('class="marks"', marks),
  ];
}

function findingTitle({ number, group, subjectName }: DrawnFinding, locale: Locale): string {
  return `${number} ${render(SHORT_OUTCOMES[group], locale)} ${render(subjectName, locale)}`;
}

function textOf({ of, lines, size, at: [x, y], upright }: DrawnLabel): string {
  const first = y - ((lines.length - 1) * size * LINE) / 2 + size * 0.36;
  const attributes = {
    class: of,
    'font-size': size,
    transform: upright ? `rotate(-90 ${px(x)} ${px(y)})` : undefined,
  };
  const [only] = lines;
  if (lines.length === 1 && only !== undefined) {
    return element('text', { ...attributes, x: px(x), y: px(first) }, xmlText(only));
  }
  const spans = lines.map((line, n) => element('tspan', { x: px(x), y: px(first + n * size * LINE) }, xmlText(line)));
  return element('text', attributes, spans.join(''));
}
