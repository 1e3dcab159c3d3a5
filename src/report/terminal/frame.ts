// Source frames: the line of a finding with marks under its tokens.
import type { VerdictGroup } from '../../findings/tally.js';
import { type ReportView, type Spot, spotText } from '../../findings/view.js';
import { inLocale } from '../../i18n/locale.js';
import { displayWidth, padEnd } from '../../i18n/width.js';
import type { LintVerdict, Report } from '../../lint/types.js';
import { plainText } from '../../render/escape.js';
import { frame } from '../../render/excerpt.js';
import type { Screen } from '../../render/screen.js';

/** A related place in a frame, with its caption. */
interface Note {
  readonly spot: Spot;
  readonly caption: string;
}

/** Most related places in a frame; more would bury the first. */
const MOST_NOTES = 4;

/** Returns the line of source at `spot` with carets under its token; empty if the source is unknown or withheld. */
export function frameLines(
  spot: Spot | undefined,
  group: VerdictGroup,
  paint: Screen,
  notes: readonly Note[] = [],
): string[] {
  if (spot === undefined || spot.file.withheld) return [];
  const marks = [{ spot, caption: '', mark: '^' }, ...notes.map((note) => ({ ...note, mark: '-' }))].sort(inFileOrder);
  const gutter = Math.max(...marks.map(({ spot }) => String(spot.span.start.line).length));
  const room = paint.width === undefined ? undefined : paint.width - gutter - 5;
  let before = '';
  return marks.flatMap(({ spot, caption, mark }) => {
    const { line, text, indent, width } = frame(spot.file, spot.span, room);
    const source = `  ${paint.dim(`${' '.repeat(gutter - String(line).length)}${line} |`)} ${text}`;
    const again = source === before;
    before = source;
    const under = `  ${paint.dim(`${padEnd('', gutter)} |`)} `;
    const colour = (marked: string) => (mark === '^' ? paint.group(group, marked) : paint.note(marked));
    const fits = caption === '' || room === undefined || indent + width + 1 + displayWidth(caption) <= room;
    const marked = colour(mark.repeat(width) + (fits && caption !== '' ? ` ${caption}` : ''));
    return [
      ...(again ? [] : [source]),
      `${under}${' '.repeat(indent)}${marked}`,
      ...(fits ? [] : paint.wrap(caption, 0, 0, room).map((part) => `${under}${colour(part)}`)),
    ];
  });
}

function inFileOrder(a: { readonly spot: Spot }, b: { readonly spot: Spot }): number {
  const [from, to] = [a.spot.span.start, b.spot.span.start];
  return from.line - to.line || from.column - to.column;
}

function same(a: Spot, b: Spot): boolean {
  return a.file === b.file && inFileOrder({ spot: a }, { spot: b }) === 0;
}

/** Returns the related places of `verdict`: those that its frame shows, and the others in words. */
export function secondPlaces(
  verdict: LintVerdict,
  report: Report,
  view: ReportView,
): { notes: Note[]; others: string[] } {
  const { locale } = view;
  const first = view.spot(verdict.place, report.files);
  const notes: Note[] = [];
  const others: string[] = [];
  for (const { place, caption } of verdict.related) {
    const spot = view.spot(place, report.files);
    const text = plainText(inLocale(caption, locale));
    const shown = spot !== undefined && first !== undefined && spot.file === first.file && !same(spot, first);
    if (shown && notes.length < MOST_NOTES && !notes.some((note) => same(note.spot, spot))) {
      notes.push({ spot, caption: text });
    } else {
      const at = spotText(spot, place.path);
      others.push(locale === 'en' ? `${at} (${text})` : `${at}（${text}）`);
    }
  }
  return { notes, others };
}
