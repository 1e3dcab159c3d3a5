import type { ReportView } from '../../../findings/view.js';
import { OPENINGS } from '../../../findings/wording/terms.js';
import { quote } from '../../../i18n/list.js';
import { inLocale, say } from '../../../i18n/locale.js';
import { displayWidth } from '../../../i18n/width.js';
import type { Report } from '../../../lint/types.js';
import type { Opening, Zone } from '../../../plan/model.js';
import { columnLines } from '../../../render/columns.js';
import { plainText } from '../../../render/escape.js';
import type { Screen } from '../../../report/terminal/screen.js';
import { kindName } from '../kind-name.js';
import type { Survey } from '../survey.js';

/** Of a long list so many are named: all of them are in JSON. */
export const NAMED = 12;

const UUID = /^([\da-f]{8})-(?:[\da-f]{4}-){3}[\da-f]{12}$/i;

/** What the sections of a survey are written with. */
export class SurveyWriter {
  constructor(
    readonly survey: Survey,
    readonly report: Report,
    readonly view: ReportView,
    private readonly paint: Screen,
  ) {}

  t(zh: string, en: string): string {
    return say(this.view.locale, zh, en);
  }

  strong(text: string): string {
    return this.paint.strong(text);
  }

  section(title: string, lines: readonly string[]): string {
    return [this.strong(title), ...lines].join('\n');
  }

  /** 标题（3） / Title (3) */
  titled(zh: string, en: string, count: number): string {
    return this.t(`${zh}（${count}）`, `${en} (${count})`);
  }

  wrapped(text: string, indent = 2, hang = indent + 2): string[] {
    return this.paint.wrap(text, indent, hang);
  }

  /** @param figures columns, from 0, that are set to the right */
  table(head: readonly string[], rows: readonly (readonly string[])[], figures: readonly number[]): string[] {
    return columnLines({ head, rows }, figures).map((line) => `  ${line}`);
  }

  fits(lines: readonly string[]): boolean {
    const { width } = this.paint;
    return width === undefined || lines.every((line) => displayWidth(line) <= width);
  }

  /** A list on as many lines as it takes; of a long one the first are named. */
  listed(title: string, items: readonly string[]): string[] {
    if (items.length === 0) return [];
    const shown = items.slice(0, NAMED).join(this.t('、', ', '));
    const rest = items.length - NAMED;
    const more = rest > 0 ? this.t(`……另有${rest}个`, ` … and ${rest} more`) : '';
    const count = items.length;
    return this.wrapped(this.t(`${title}（${count}）：${shown}${more}`, `${title} (${count}): ${shown}${more}`));
  }

  kind(kind: string): string {
    return plainText(inLocale(kindName(kind, this.report.pack), this.view.locale));
  }

  /** A zone with its name, or where it has none with its kind. */
  zone(zone: Zone): string {
    const named = this.bareZone(zone);
    return zone.name === undefined
      ? this.t(`${named}（${this.kind(zone.kind)}）`, `${named} (${this.kind(zone.kind)})`)
      : named;
  }

  /** The same where all have one kind. */
  bareZone({ id, name }: Zone): string {
    return this.named(id, name);
  }

  opening({ id, name, kind }: Opening): string {
    return `${inLocale(OPENINGS[kind], this.view.locale)} ${this.named(id, name)}`;
  }

  /** An id with its name. Of a UUID, which nobody reads, the first eight digits tell one from another. */
  private named(id: string, name: string | undefined): string {
    const short = plainText(id).replace(UUID, '$1…');
    if (name === undefined || name === id) return short;
    return `${short}${this.t('', ' ')}${quote(plainText(name), this.view.locale)}`;
  }
}
