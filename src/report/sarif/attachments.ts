// Drawings as attachments of SARIF results.
import { addTo } from '../../base/arrays.js';
import type { DrawnFinding } from '../../draw/marks/findings.js';
import { drawingOf } from '../../draw/model.js';
import { layoutOf } from '../../draw/page/layout.js';
import { px, type Scale } from '../../draw/page/scale.js';
import { type Locale, render } from '../../i18n/locale.js';
import { memoizeReport } from '../../lint/support/report-memo.js';
import type { LintVerdict, Report } from '../../lint/types.js';
import { plainText } from '../../render/escape.js';
import type { LevelPicture } from '../format.js';
import { literal } from './message.js';
import { t } from './texts.js';

/**
 * A drawing beside the log, with rectangles on it in pixels. Declared here and not taken from `sarif`, since the
 * types of the published library must need no other package.
 */
export interface Attachment {
  readonly description: { readonly text: string };
  readonly artifactLocation: { readonly uri: string };
  readonly rectangles: Rectangle[];
}

interface Rectangle {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** Returns the drawings of a verdict, each with the rectangle of the finding on it. */
export type AttachmentsOf = (verdict: LintVerdict, report: Report) => readonly Attachment[];

/** Margin about a finding, px, so that the rectangle holds its number and subject. */
const AROUND = 24;

/**
 * Returns a function that, for a verdict, returns the drawings beside the log that show it, each with the rectangle
 * (px) round it; none for a waived finding.
 */
export function attachmentsOf(pictures: (report: Report) => readonly LevelPicture[], locale: Locale): AttachmentsOf {
  const drawn = memoizeReport((report) => byFinding(report, pictures(report), locale));
  // A waived finding has no number and isn't drawn.
  return (verdict, report) => (verdict.waiver === undefined ? (drawn(report).get(nameOf(verdict)) ?? []) : []);
}

function nameOf({ rule, subject, outcome }: Pick<LintVerdict, 'rule' | 'subject' | 'outcome'>): string {
  return `${rule}\0${subject}\0${outcome}`;
}

function byFinding(
  report: Report,
  pictures: readonly LevelPicture[],
  locale: Locale,
): ReadonlyMap<string, Attachment[]> {
  const found = new Map<string, Attachment[]>();
  for (const { level, href } of pictures) {
    const drawing = drawingOf(report, level);
    const { scale, sheet } = layoutOf(drawing, true);
    const name = plainText(drawing.level.name ?? drawing.level.id);
    for (const finding of drawing.findings) {
      const rectangle = rectangleOf(finding, scale, sheet);
      if (rectangle === undefined) continue;
      const text = literal(render(t.picture({ level: name, number: finding.number }), locale));
      const attachment = { description: { text }, artifactLocation: { uri: href }, rectangles: [rectangle] };
      addTo(found, nameOf(finding), attachment);
    }
  }
  return found;
}

/** Returns the rectangle round the sight line and the number, within the drawing. */
function rectangleOf(
  { points, at }: DrawnFinding,
  scale: Scale,
  sheet: { readonly x: number; readonly y: number; readonly width: number; readonly height: number },
): Rectangle | undefined {
  const places = [...points, ...(at === undefined ? [] : [at])].map(scale.point);
  if (places.length === 0) return undefined;
  const [xs, ys] = [places.map(([x]) => x), places.map(([, y]) => y)];
  return {
    top: px(Math.max(sheet.y, Math.min(...ys) - AROUND)),
    left: px(Math.max(sheet.x, Math.min(...xs) - AROUND)),
    bottom: px(Math.min(sheet.y + sheet.height, Math.max(...ys) + AROUND)),
    right: px(Math.min(sheet.x + sheet.width, Math.max(...xs) + AROUND)),
  };
}
