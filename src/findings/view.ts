import { configMessages } from '../config/messages.js';
import type { Locale } from '../i18n/locale.js';
import { type Message, type Messages, renderMessage } from '../i18n/message.js';
import { packMessages } from '../law/read/messages.js';
import { baselineMessages } from '../lint/baseline/messages.js';
import { engineMessages } from '../lint/notes/messages.js';
import type { Fix, LintResult, LintVerdict, ReportInput } from '../lint/types.js';
import { unreadableMessages } from '../plan/read/messages.js';
import { plainText } from '../render/escape.js';
import type { Rule } from '../rules/rule.js';
import { locate } from '../source/place/locate.js';
import type { Place, SourceFile, Span } from '../source/types.js';
import { fixSentence } from './fix-sentence.js';

/** Where a thing is, resolved: its file and the stretch of it. */
export interface Spot {
  readonly file: SourceFile;
  readonly span: Span;
}

/** What every format needs of a run: rules by id, messages as text, places as lines and columns. */
export interface ReportView {
  readonly locale: Locale;
  readonly rule: (id: string) => Rule | undefined;
  /** Where rule `id` stands among the rules of the run; −1 for one that isn't among them. */
  readonly ruleIndex: (id: string) => number;
  /** Messages that rule `id` may speak with: its own, else the shared ones. */
  readonly messages: (id: string) => Messages;
  /** What `verdict` says, on one line, free of control characters. */
  readonly text: (verdict: LintVerdict) => string;
  /** What would help: the rule's advice, then the edits that were computed and proved. */
  readonly advice: (verdict: LintVerdict) => string | undefined;
  /** Edits that settle the finding; [] where none was found or asked for. */
  readonly fixes: (verdict: LintVerdict) => readonly Fix[];
  readonly messageText: (message: Message, ruleId?: string) => string;
  /** Undefined where the place is in a file that wasn't read. */
  readonly spot: (place: Place, files: readonly SourceFile[]) => Spot | undefined;
}

/** The view of `input` in `locale`. */
export function reportView(input: ReportInput, locale: Locale): ReportView {
  const rules = new Map(input.rules.map((rule) => [rule.id, rule]));
  const indices = new Map(input.rules.map(({ id }, index) => [id, index]));
  const shared: Messages = {
    ...engineMessages,
    ...unreadableMessages,
    ...configMessages,
    ...packMessages,
    ...baselineMessages,
  };
  const spoken = new Map<string, Messages>();
  const fixed = input.results.flatMap((result) => (result.ok ? (result.fixes ?? []) : []));
  const messages = (id: string): Messages => {
    const known = spoken.get(id) ?? { ...shared, ...rules.get(id)?.messages };
    spoken.set(id, known);
    return known;
  };
  const messageText = (message: Message, ruleId = '') => {
    const own = rules.get(ruleId)?.messages;
    return plainText(renderMessage(own?.[message.id] === undefined ? shared : own, message, locale));
  };
  const fixesOf = (verdict: LintVerdict) => fixed.find((one) => one.of.has(verdict))?.of.get(verdict) ?? [];
  return {
    locale,
    rule: (id) => rules.get(id),
    ruleIndex: (id) => indices.get(id) ?? -1,
    messages,
    messageText,
    text: (verdict) => messageText(verdict.message, verdict.rule),
    advice(verdict) {
      const said = verdict.advice === undefined ? undefined : messageText(verdict.advice, verdict.rule);
      const helps = fixSentence(fixesOf(verdict), (message) => messageText(message), locale);
      return helps === undefined
        ? said
        : [said, helps].filter((one) => one !== undefined).join(locale === 'en' ? ' ' : '');
    },
    fixes: fixesOf,
    spot: spotter(),
  };
}

/** Finds places, each once: a position in a large file costs a scan of it. */
export function spotter(): ReportView['spot'] {
  const known = new Map<SourceFile, Map<string, Span>>();
  return (place, files) => {
    const file = files.find(({ path }) => path === place.path);
    if (file === undefined) return undefined;
    const spans = known.get(file) ?? new Map<string, Span>();
    known.set(file, spans);
    const key = `${place.key === true}${place.pointer}`;
    const span = spans.get(key) ?? tokenSpan(file, place);
    spans.set(key, span);
    return { file, span };
  };
}

/** What names an element or a waiver: the token to point at where the whole of it is meant. */
const NAMES: readonly (readonly [RegExp, readonly string[]])[] = [
  [/^(?:\/levels\/\d+)?\/(?:zones|walls|openings|devices)\/\d+$/, ['/id']],
  [/^\/levels\/\d+$/, ['/id']],
  [/^\/features\/\d+$/, ['/id', '/properties/id']],
  [/^\/features\/\d+\/properties$/, ['/id']],
  [/(?:^|\/)waivers\/\d+$/, ['/subject']],
];

/** The exact token: of an element its id, of a waiver its subject, else what `place` says. */
export function tokenSpan(file: SourceFile, place: Place): Span {
  const whole = locate(file, place);
  const names = place.key === true ? [] : (NAMES.find(([pattern]) => pattern.test(place.pointer))?.[1] ?? []);
  for (const name of names) {
    const span = locate(file, { path: place.path, pointer: place.pointer + name });
    if (isAfter(span, whole)) return span;
  }
  return whole;
}

/** A name stands within its element; a pointer that leads nowhere gives the element itself or what is before it. */
function isAfter(a: Span, b: Span): boolean {
  return a.start.line > b.start.line || (a.start.line === b.start.line && a.start.column > b.start.column);
}

/** `path:line:column`, or the path alone where the place can't be resolved. */
export function spotText(spot: Spot | undefined, path: string): string {
  if (spot === undefined) return plainText(path);
  return `${plainText(spot.file.path)}:${spot.span.start.line}:${spot.span.start.column}`;
}

/** The span of an unreadable fault: its own position where no pointer leads there. */
export function faultSpot(
  fault: { readonly place: Place; readonly at?: { readonly line: number; readonly column: number } },
  result: Pick<LintResult, 'files'>,
  view: Pick<ReportView, 'spot'>,
): Spot | undefined {
  if (fault.at === undefined) return view.spot(fault.place, result.files);
  const file = result.files.find(({ path }) => path === fault.place.path);
  if (file === undefined) return undefined;
  const { line, column } = fault.at;
  return { file, span: { start: { line, column }, end: { line, column: column + 1 } } };
}
