// The writer that the sections of a survey share.

import type { LocalView } from '../../../findings/local.js';
import { OPENINGS } from '../../../findings/wording/terms.js';
import { quote } from '../../../i18n/list.js';
import { inLocale, say } from '../../../i18n/locale.js';
import { displayWidth } from '../../../i18n/width.js';
import type { Report } from '../../../lint/types.js';
import type { Opening, Zone } from '../../../plan/model.js';
import { columnLines } from '../../../render/columns.js';
import { plainText } from '../../../render/escape.js';
import type { Screen } from '../../../render/screen.js';
import { kindName } from '../kind-name.js';
import type { Survey } from '../survey.js';

/** Most items of a list that are named; JSON has all of them. */
export const NAMED = 12;

const UUID = /^([\da-f]{8})-(?:[\da-f]{4}-){3}[\da-f]{12}$/i;

/** Writes text, tables and names for the sections of a survey. */
export class SurveyWriter {
  constructor(
    readonly survey: Survey,
    readonly report: Report,
    readonly view: LocalView,
    private readonly paint: Screen,
  ) {}

  /** Returns the text in the report's language. */
  t(zh: string, en: string): string {
    return say(this.view.locale, zh, en);
  }

  /** Returns `text` in bold if the terminal has it. */
  strong(text: string): string {
    return this.paint.strong(text);
  }

  /** Returns a section with its title. */
  section(title: string, lines: readonly string[]): string {
    return [this.strong(title), ...lines].join('\n');
  }

  /** Returns a title with a count: 标题（3） / Title (3). */
  titled(zh: string, en: string, count: number): string {
    return this.t(`${zh}（${count}）`, `${en} (${count})`);
  }

  /** Returns `text` wrapped to the width: the first line indented by `indent` columns, the others by `hang`. */
  wrapped(text: string, indent = 2, hang = indent + 2): string[] {
    return this.paint.wrap(text, indent, hang);
  }

  /**
   * Returns the lines of a table.
   *
   * @param figures columns, from 0, that are aligned right
   */
  table(head: readonly string[], rows: readonly (readonly string[])[], figures: readonly number[]): string[] {
    return columnLines({ head, rows }, figures).map((line) => `  ${line}`);
  }

  /** True if no line is wider than the terminal. */
  fits(lines: readonly string[]): boolean {
    const { width } = this.paint;
    return width === undefined || lines.every((line) => displayWidth(line) <= width);
  }

  /** Returns a list, wrapped; of a long one the first items are named. [] if there are no items. */
  listed(title: string, items: readonly string[]): string[] {
    if (items.length === 0) return [];
    const shown = items.slice(0, NAMED).join(this.t('、', ', '));
    const rest = items.length - NAMED;
    const more = rest > 0 ? this.t(`……另有${rest}个`, ` … and ${rest} more`) : '';
    const count = items.length;
    return this.wrapped(this.t(`${title}（${count}）：${shown}${more}`, `${title} (${count}): ${shown}${more}`));
  }

  /** Returns the name of a zone kind. */
  kind(kind: string): string {
    return plainText(inLocale(kindName(kind, this.report.pack), this.view.locale));
  }

  /** Returns a zone's id with its name, or with its kind if it has no name. */
  zone(zone: Zone): string {
    const named = this.bareZone(zone);
    return zone.name === undefined
      ? this.t(`${named}（${this.kind(zone.kind)}）`, `${named} (${this.kind(zone.kind)})`)
      : named;
  }

  /** Returns a zone's id with its name, if it has one. For lists whose zones are all of one kind. */
  bareZone({ id, name }: Zone): string {
    return this.named(id, name);
  }

  /** Returns an opening's kind, id and name. */
  opening({ id, name, kind }: Opening): string {
    return `${inLocale(OPENINGS[kind], this.view.locale)} ${this.named(id, name)}`;
  }

  /**
   * Returns an id with its name. A UUID, which nobody reads, is cut to its first eight digits, enough to tell it from
   * others.
   */
  private named(id: string, name: string | undefined): string {
    const short = plainText(id).replace(UUID, '$1…');
    if (name === undefined || name === id) return short;
    return `${short}${this.t('', ' ')}${quote(plainText(name), this.view.locale)}`;
  }
}
