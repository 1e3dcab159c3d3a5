// The view of a run that all formats share: rules by id, texts and source positions.
import { memoize, memoizeByName } from '../base/memo.js';
import { inBoth, joined, type Text } from '../i18n/catalogue.js';
import { type Localized, render, SENTENCE_GAP } from '../i18n/locale.js';
import { type Message, type Messages, renderMessage } from '../i18n/message.js';
import { sharedTemplates } from '../lint/notes/texts.js';
import type { Fix, LintResult, LintVerdict, ReportInput } from '../lint/types.js';
import { plainText } from '../render/escape.js';
import type { Rule } from '../rules/rule.js';
import { locate } from '../source/place/locate.js';
import type { Place, SourceFile, Span } from '../source/types.js';
import { fixSentence } from './fix-sentence.js';

/** A file and the span in it to which a verdict's place was resolved. */
export interface Spot {
  readonly file: SourceFile;
  readonly span: Span;
}

/** What every format needs to print a run: its rules by id, messages as text, places as lines and columns. */
export interface ReportView {
  readonly rule: (id: string) => Rule | undefined;
  /** Returns the index of rule `id` among the rules of the run; −1 if it isn't among them. */
  readonly ruleIndex: (id: string) => number;
  /** Returns the messages that rule `id` may use: its own and the shared ones. */
  readonly messages: (id: string) => Messages;
  /** Returns the text of `verdict` on one line, free of control characters. */
  readonly text: (verdict: LintVerdict) => Localized;
  /** Returns what would settle the finding: the rule's advice, then the proved fixes. Undefined if there is neither. */
  readonly advice: (verdict: LintVerdict) => Localized | undefined;
  /** Returns the fixes of the finding; empty if none was found or asked for. */
  readonly fixes: (verdict: LintVerdict) => readonly Fix[];
  readonly messageText: (message: Message, ruleId?: string) => Localized;
  /** Returns the position of a place; undefined if its file wasn't read. */
  readonly spot: (place: Place, files: readonly SourceFile[]) => Spot | undefined;
}

/** Returns the {@link ReportView} of the run `input`. */
export function reportView(input: ReportInput): ReportView {
  const rules = new Map(input.rules.map((rule) => [rule.id, rule]));
  const indices = new Map(input.rules.map(({ id }, index) => [id, index]));
  const fixed = input.results.flatMap((result) => (result.ok ? (result.fixes ?? []) : []));
  const messages = memoizeByName((id: string): Messages => ({ ...sharedTemplates, ...rules.get(id)?.messages }));
  const messageText = (message: Message | Text, ruleId = '') =>
    inBoth((locale) =>
      plainText(
        'zh' in message ? render(message, locale) : renderMessage(rules.get(ruleId)?.messages ?? {}, message, locale),
      ),
    );
  const fixesOf = (verdict: LintVerdict) => fixed.find((one) => one.of.has(verdict))?.of.get(verdict) ?? [];
  return {
    rule: (id) => rules.get(id),
    ruleIndex: (id) => indices.get(id) ?? -1,
    messages,
    messageText,
    text: ({ message, says, rule }) =>
      joined(
        [message, ...says].map((part) => messageText(part, rule)),
        SENTENCE_GAP,
      ),
    advice(verdict) {
      const said = verdict.advice === undefined ? undefined : messageText(verdict.advice, verdict.rule);
      const helps = fixSentence(fixesOf(verdict), (message) => messageText(message));
      return helps === undefined || said === undefined ? (helps ?? said) : joined([said, helps], SENTENCE_GAP);
    },
    fixes: fixesOf,
    spot: spotter(),
  };
}

/**
 * Returns a function that finds where a place (a file's path and a JSON pointer) lies: the file and the span of its
 * text. It keeps what it found, since finding a span scans the file. Undefined if the file isn't among the files given.
 */
export function spotter(): ReportView['spot'] {
  const spansIn = memoize((_: SourceFile) => new Map<string, Span>());
  return (place, files) => {
    const file = files.find(({ path }) => path === place.path);
    if (file === undefined) return undefined;
    const spans = spansIn(file);
    const key = `${place.key === true}${place.pointer}`;
    const span = spans.get(key) ?? tokenSpan(file, place);
    spans.set(key, span);
    return { file, span };
  };
}

/** Keys that name an element or a waiver, by pointer: the token to point at if a place means the whole element. */
const NAMES: readonly (readonly [RegExp, readonly string[]])[] = [
  [/^(?:\/levels\/\d+)?\/(?:zones|walls|openings|devices)\/\d+$/, ['/id']],
  [/^\/levels\/\d+$/, ['/id']],
  [/^\/features\/\d+$/, ['/id', '/properties/id']],
  [/^\/features\/\d+\/properties$/, ['/id']],
  [/(?:^|\/)waivers\/\d+$/, ['/subject']],
];

/**
 * Returns the span of the text by which a reader knows what `place` points to: the id of an element, the subject of a
 * waiver, else the whole of it.
 */
export function tokenSpan(file: SourceFile, place: Place): Span {
  const whole = locate(file, place);
  const names = place.key === true ? [] : (NAMES.find(([pattern]) => pattern.test(place.pointer))?.[1] ?? []);
  for (const name of names) {
    const span = locate(file, { path: place.path, pointer: place.pointer + name });
    if (isAfter(span, whole)) return span;
  }
  return whole;
}

/**
 * True if `a` starts after `b`: a name stands within its element, while a pointer that leads nowhere resolves to the
 * element or to what precedes it.
 */
function isAfter(a: Span, b: Span): boolean {
  return a.start.line > b.start.line || (a.start.line === b.start.line && a.start.column > b.start.column);
}

/** Returns `path:line:column`, or the path alone if the place can't be resolved. */
export function spotText(spot: Spot | undefined, path: string): string {
  if (spot === undefined) return plainText(path);
  return `${plainText(spot.file.path)}:${spot.span.start.line}:${spot.span.start.column}`;
}

/**
 * Returns where a fault lies that keeps a plan from being read: its own position (`at`, from 1) if it has one, else that
 * of its pointer. Undefined if its file wasn't read.
 */
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
