// Reads YAML source files, and reports their faults in both languages.
import {
  type Alias,
  Composer,
  type CST,
  type Document,
  isAlias,
  isCollection,
  isMap,
  isNode,
  isPair,
  isScalar,
  isSeq,
  Lexer,
  type Node,
  Parser,
  visit,
  type YAMLError,
  YAMLParseError,
} from 'yaml';
import type { Text } from '../../i18n/catalogue.js';
import { forQuotes } from '../../i18n/list.js';
import { type Localized, verbatim } from '../../i18n/locale.js';
import { NO_HINT } from '../hint.js';
import { limitParams } from '../limits.js';
import { type LineColumn, lineColumn, lineStartsOf } from '../place/lines.js';
import { firstOf, problemOf, type SourceProblem } from '../problem.js';
import { limitText, sourceText, yamlText } from '../texts.js';
import type { SourceFile } from '../types.js';
import { quotesFor, wideSignsIn } from './slips/corrections.js';
import { slipsIn } from './slips/slips.js';

/** A parsed YAML document with its errors and the ranges of its nodes. */
export type YamlDocument = Document.Parsed;

const documents = new WeakMap<SourceFile, YamlDocument>();

/**
 * Releases the parsed form of `file`, which takes many times the memory of its text. It is parsed again when needed.
 */
export function forgetYaml(file: SourceFile): void {
  documents.delete(file);
}

/**
 * Returns the YAML document of `file` with its errors. Parsed once. YAML 1.2 core schema; every key is a text. Throws a
 * RangeError if nesting exhausts the stack.
 */
export function yamlDocument(file: SourceFile): YamlDocument {
  return documentOf(file, Number.POSITIVE_INFINITY);
}

function documentOf(file: SourceFile, mostTokens: number): YamlDocument {
  const document = documents.get(file) ?? withoutStacks(() => parsed(file.text, mostTokens));
  documents.set(file, document);
  return document;
}

/**
 * Returns the node at `path`, a pointer's tokens; undefined if there is none, or if an alias or a node that `enters`
 * refuses stands on the way.
 */
export function yamlAt(
  file: SourceFile,
  path: readonly string[],
  enters: (node: Node) => boolean = () => true,
): unknown {
  let node: unknown = yamlDocument(file).contents;
  for (const token of path) {
    if (!isNode(node) || !enters(node)) return undefined;
    if (isMap(node)) {
      const pair: unknown = node.items.find(
        (item) => isPair(item) && isScalar(item.key) && String(item.key.value) === token,
      );
      node = isPair(pair) ? pair.value : undefined;
    } else node = isSeq(node) && /^(?:0|[1-9]\d*)$/.test(token) ? node.items[Number(token)] : undefined;
  }
  return node;
}

const OPTIONS = {
  prettyErrors: false,
  stringKeys: true,
  // The parser's own check compares each key with all earlier ones; `duplicates` checks each once.
  uniqueKeys: false,
  resolveKnownTags: false,
  logLevel: 'error',
} as const;

const MULTIPLE_DOCS = 'Source contains multiple documents; please use YAML.parseAllDocuments()';

/**
 * Returns what the package's `parseDocument` would, and counts the tokens on the way: a second pass for counting took a
 * tenth of a run.
 */
function parsed(text: string, mostTokens: number): YamlDocument {
  const [document, another] = new Composer(OPTIONS).compose(parsedTokens(text, mostTokens), true, text.length);
  if (another !== undefined) {
    const [from, to] = another.range;
    document.errors.push(new YAMLParseError([from, to], 'MULTIPLE_DOCS', MULTIPLE_DOCS));
  }
  return document;
}

/** Brackets within each other at which reading ends: far deeper than any file is read, and each takes a kilobyte of memory. */
const MOST_OPEN = 10_000;

/** @throws TooManyTokens, or where tokens are limited a RangeError if brackets stand too deep within each other */
function* parsedTokens(text: string, most: number): Generator<CST.Token> {
  const parser = new Parser();
  let [count, open] = [0, 0];
  for (const token of new Lexer().lex(text)) {
    count += 1;
    if (count > most) throw new TooManyTokens();
    if (token === '[' || token === '{') open += 1;
    else if (token === ']' || token === '}') open -= 1;
    if (open > MOST_OPEN && Number.isFinite(most)) throw new RangeError('too deep');
    yield* parser.next(token);
  }
  yield* parser.end();
}

class TooManyTokens extends Error {}

/**
 * Runs `parse` without recording stack traces. The parser makes an Error of every fault it meets; traces of its own
 * code are of no use and cost a gigabyte.
 */
function withoutStacks<T>(parse: () => T): T {
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = 0;
  try {
    return parse();
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
  }
}

/** True if a YAML text has more than `most` tokens. Counts them without parsing. */
export function hasMoreTokens(text: string, most: number): boolean {
  // Beside the tokens that are read the lexer has some of its own, at most one for each.
  if (2 * text.length <= most) return false;
  let count = 0;
  for (const _ of new Lexer().lex(text)) {
    count += 1;
    if (count > most) return true;
  }
  return false;
}

/** The value of a YAML file, or the problems that keep it from being read. */
export type YamlResult =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly problems: readonly SourceProblem[] };

/** Most repetitions of an anchor, counted with what it repeats itself. */
const MOST_ALIASES = 100;

/** Characters per allowed token above which the tokens of a text are counted before it is parsed. */
const FAR = 2;

/**
 * Returns the value of a YAML file, or every syntax error and duplicate key in it.
 *
 * @param mostTokens limit on texts, brackets, commas, spaces; a file with more is refused and read no further
 */
export function parseYaml(file: SourceFile, mostTokens = Number.POSITIVE_INFINITY): YamlResult {
  const problem = (message: Text, offset: number) =>
    problemOf(message, file.path, { at: lineColumn(lineStartsOf(file), offset) });
  const refused = (message: Text): YamlResult => ({ ok: false, problems: [problem(message, 0)] });
  const tooMany = () => refused(limitText.tokens(limitParams('tokens', mostTokens)));
  // A far too large file is refused without parsing its beginning, which takes a hundred times the memory.
  if (file.text.length > FAR * mostTokens && hasMoreTokens(file.text, mostTokens)) return tooMany();
  let document: YamlDocument;
  try {
    document = documentOf(file, mostTokens);
  } catch (error) {
    if (error instanceof TooManyTokens) return tooMany();
    if (!(error instanceof RangeError)) throw error;
    return refused(sourceText.tooDeep);
  }
  // The tokens after the start of a second document haven't been counted.
  if (document.errors.some(({ code }) => code === 'MULTIPLE_DOCS') && hasMoreTokens(file.text, mostTokens)) {
    return tooMany();
  }
  // The place isn't reported: it depends on how much of the stack was left.
  if (document.errors.some(({ code }) => code === 'RESOURCE_EXHAUSTION')) {
    return refused(sourceText.tooDeep);
  }
  if (document.errors.length > 0) return { ok: false, problems: syntaxProblems(file, document) };
  const problems = [
    ...firstOfEachLine(file, document.warnings).map((fault) =>
      problem(sourceText.yamlSyntax({ detail: describe(fault), hint: wideHint(file, fault.pos[0]) }), fault.pos[0]),
    ),
    ...duplicates(document).map(({ key, offset, first, beginsItem }) => {
      const { line } = lineColumn(lineStartsOf(file), first);
      const hint = beginsItem ? yamlText.firstOfItem({ line, key: forQuotes(key) }) : yamlText.firstIn({ line });
      return problem(sourceText.duplicateKey({ key, hint }), offset);
    }),
  ];
  if (problems.length > 0) return { ok: false, problems: firstOf(problems) };
  try {
    return { ok: true, value: document.toJS({ maxAliasCount: MOST_ALIASES }) };
  } catch (error) {
    if (!(error instanceof ReferenceError) && !(error instanceof RangeError)) throw error;
    const alias = aliasOfNothing(document);
    if (alias !== undefined) {
      const detail = quotesFor(`*${alias.source}`);
      return {
        ok: false,
        problems: [problem(sourceText.yamlSyntax({ detail, hint: NO_HINT }), alias.range?.[0] ?? 0)],
      };
    }
    if (error instanceof ReferenceError) return refused(sourceText.yamlAliases);
    return refused(sourceText.tooDeep);
  }
}

/** Returns the first alias whose anchor doesn't come before it: most likely a text that begins with `*`. */
function aliasOfNothing(document: YamlDocument): Alias | undefined {
  const anchors = new Set<string>();
  let found: Alias | undefined;
  visit(document, (_, node) => {
    if (isAlias(node) && !anchors.has(node.source)) {
      found = node;
      return visit.BREAK;
    }
    if ((isCollection(node) || isScalar(node)) && node.anchor !== undefined) anchors.add(node.anchor);
    return undefined;
  });
  return found;
}

/**
 * Returns a problem for each slip in a file that is no YAML. Where none explains the parser's first fault, that alone: the
 * parser stumbles on after it, and what it says then is a consequence or can't be told from one.
 */
function syntaxProblems(file: SourceFile, { errors }: YamlDocument): SourceProblem[] {
  const first = firstIn(errors);
  const problem = (detail: Localized, hint: Localized, at: LineColumn) =>
    problemOf(sourceText.yamlSyntax({ detail, hint }), file.path, { at });
  const { slips, rest } = OTHER_FAULTS.has(first.code)
    ? { slips: [], rest: first.pos[0] }
    : slipsIn(file.text, first.pos[0], firstFault);
  return [
    ...slips.map(({ detail, line, column }) => problem(detail, NO_HINT, { line, column })),
    ...(rest === undefined
      ? []
      : [problem(describe(first), wideHint(file, rest), lineColumn(lineStartsOf(file), rest))]),
  ];
}

/** Faults that say themselves what is wrong. */
const OTHER_FAULTS: ReadonlySet<string> = new Set([
  'BAD_DIRECTIVE',
  'BAD_DQ_ESCAPE',
  'MULTIPLE_DOCS',
  'NON_STRING_KEY',
]);

function firstIn(errors: readonly YAMLError[]): YAMLError {
  return errors.reduce((first, error) => (error.pos[0] < first.pos[0] ? error : first));
}

/** Returns the offset of the first fault of a text; undefined if it has none. */
function firstFault(text: string): number | undefined {
  try {
    const { errors } = withoutStacks(() => parsed(text, Number.POSITIVE_INFINITY));
    return errors.length === 0 ? undefined : firstIn(errors).pos[0];
  } catch (error) {
    if (error instanceof RangeError) return 0;
    throw error;
  }
}

/** Returns the first fault of each line: one slip makes the parser stumble several times on its line. */
function firstOfEachLine(file: SourceFile, faults: readonly YAMLError[]): YAMLError[] {
  const lines = new Set<number>();
  return faults.filter((fault) => {
    const { line } = lineColumn(lineStartsOf(file), fault.pos[0]);
    return !lines.has(line) && lines.add(line);
  });
}

interface Duplicate {
  readonly key: string;
  readonly offset: number;
  /** Offset at which the key stands first. */
  readonly first: number;
  /** True if another item of a list may begin with the key. */
  readonly beginsItem: boolean;
}

/** Matches the keys under which a plan has lists of items with keys of their own. */
const LISTS = /^(?:levels|zones|walls|openings|devices|signs)$/;

/** Returns every key that its map already has. */
function duplicates(document: YamlDocument): Duplicate[] {
  const found: Duplicate[] = [];
  const look = (node: unknown, place: 'item' | 'list' | 'other' = 'other'): void => {
    if (isScalar(node)) return;
    if (isSeq(node)) for (const item of node.items) look(item, 'item');
    else if (isPair(node)) {
      look(node.key);
      look(node.value, isScalar(node.key) && LISTS.test(String(node.key.value)) ? 'list' : 'other');
    } else if (isMap(node)) {
      const keys = new Map<unknown, number>();
      const again: (Omit<Duplicate, 'beginsItem'> & { readonly isFirst: boolean })[] = [];
      for (const { key } of node.items) {
        if (!isScalar(key)) continue;
        const offset = key.range?.[0] ?? 0;
        const first = keys.get(key.value);
        const isFirst = keys.keys().next().value === key.value;
        if (first === undefined) keys.set(key.value, offset);
        else again.push({ key: String(key.value), offset, first, isFirst });
      }
      // Of several keys that are there again, the first may begin an item of a list in which all dashes are missing.
      const mayBegin = node.flow !== true && (place === 'item' || (place === 'list' && again.length > 1));
      found.push(...again.map(({ isFirst, ...one }) => ({ ...one, beginsItem: mayBegin && isFirst })));
      for (const item of node.items) look(item);
    }
  };
  look(document.contents);
  return found;
}

const ZH: Readonly<Record<string, string>> = {
  ALIAS_PROPS: '别名（*）不能带锚点或者标签',
  BAD_ALIAS: '别名（*）没有对应的锚点，或者写法不对；文本以“*”开头的，须加引号',
  BAD_DIRECTIVE: '指令行（%）写法不对',
  BAD_DQ_ESCAPE: '双引号内的转义（\\）写法不对；反斜杠本身写作“\\\\”',
  BAD_INDENT: '缩进不对，同一层的各行须左对齐',
  BAD_PROP_ORDER: '锚点和标签的位置不对',
  BAD_SCALAR_START: '文本不能以此字符开头，须加引号',
  BLOCK_IN_FLOW: '[ ]或者{ }内不能使用缩进写法；各项之间可能缺少逗号',
  BLOCK_AS_IMPLICIT_KEY: '键与值写在同一行时，值不能又是“键: 值”；文本含冒号时须加引号',
  KEY_OVER_1024_CHARS: '键过长（超过1024个字符）',
  MISSING_CHAR: '缺少标点（逗号、冒号、引号或者右括号）',
  MULTILINE_IMPLICIT_KEY: '键不能跨行；可能缺少冒号',
  MULTIPLE_ANCHORS: '只能有一个锚点',
  MULTIPLE_DOCS: '一个文件只能写一份内容（不能用---分隔多份）',
  MULTIPLE_TAGS: '只能有一个标签',
  NON_STRING_KEY: '键须为文本',
  RESOURCE_EXHAUSTION: '嵌套过深',
  TAB_AS_INDENT: '缩进不能使用制表符（Tab），须用空格',
  TAG_RESOLVE_FAILED: '不支持此标签（!）；文本以“!”开头的，须加引号',
  UNEXPECTED_TOKEN: '此处不应出现该内容',
  BAD_COLLECTION_TYPE: '标签与内容不符',
};

/** What the parser says otherwise than people who don't use it in a program. */
const EN: Readonly<Record<string, string>> = {
  MULTIPLE_DOCS: 'a file holds one document alone (no --- between several)',
  NON_STRING_KEY: 'a key must be a text',
};

/** What is added to the words of the parser. */
const MORE: Readonly<Record<string, string>> = {
  BAD_DQ_ESCAPE: "; write a backslash as '\\\\'",
  BLOCK_IN_FLOW: '; a comma may be missing between items',
};

function describe(fault: YAMLError): Localized {
  const en = EN[fault.code] ?? fault.message.split('\n')[0].replace(/[.:]$/, '');
  const unclosed = /end with a ([\]}])/.exec(en)?.[1];
  const zh = unclosed === undefined ? ZH[fault.code] : `缺少右括号“${unclosed}”，或者括号内的内容缩进不够`;
  const more = MORE[fault.code] ?? '';
  return zh === undefined ? verbatim(en) : { zh, en: `${en}${more}` };
}

/**
 * Returns a hint that names a full-width sign on the line of a fault or on the line before, since the parser may
 * stumble a line later. The sign may well be part of a text, so it is only named.
 */
function wideHint({ text }: SourceFile, offset: number): Localized {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  const before = text.lastIndexOf('\n', start - 2) + 1;
  const end = text.indexOf('\n', offset);
  const lines = [text.slice(start, end < 0 ? undefined : end), text.slice(before, Math.max(before, start - 1))];
  const [first] = lines.flatMap(wideSignsIn);
  return first === undefined ? NO_HINT : yamlText.wide({ wide: verbatim(first.sign), plain: verbatim(first.plain) });
}
