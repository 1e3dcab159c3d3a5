// Reads a source file: decodes it, parses it and holds it to the limits.

import { sha256 } from '../../base/hash.js';
import type { Text } from '../../i18n/catalogue.js';
import type { Localized } from '../../i18n/locale.js';
import { LIMITS, type Limits, limitParams } from '../limits.js';
import { type LineColumn, lineColumn, lineStartsOf } from '../place/lines.js';
import { firstOf, problemOf, type SourceProblem } from '../problem.js';
import { jsonText, limitText, sourceText } from '../texts.js';
import type { SourceFile } from '../types.js';
import { beyondLimits } from './beyond-limits.js';
import { decode } from './decode.js';
import { DEEPEST, type JsonFault, JsonScanner } from './json.js';
import { isDeeperThan, keptAllKeys } from './json-keys.js';
import { parseYaml } from './yaml.js';

/** A source file with its value, or the problems that keep it from being read. */
export type Parsed =
  | { readonly ok: true; readonly file: SourceFile; readonly value: unknown }
  | { readonly ok: false; readonly file: SourceFile; readonly problems: readonly SourceProblem[] };

/** Options of reading a source file. */
export interface ParseOptions {
  /** The format, if the caller knows it; the name is then ignored. */
  readonly format?: SourceFile['format'] | undefined;
  /** The limits; absent: the default ones. */
  readonly limits?: Limits | undefined;
  /** `any`: texts may be of any length, since nothing prints them. */
  readonly texts?: 'any' | undefined;
}

/**
 * Reads one file: decodes it, parses it as YAML or JSON, and returns its value or everything that keeps it from being
 * read. The format follows the ending of the name; without a known ending, a text that starts with `{` is JSON.
 *
 * JSON goes through JSON.parse. The slower scan runs only if that refuses, to find the place of the error, or if it
 * lost a key, to find the duplicates.
 *
 * @param format the format, if the caller knows it, whatever the name says
 */
export function parseSource(
  path: string,
  bytes: Uint8Array,
  { format, limits = LIMITS, texts }: ParseOptions = {},
): Parsed {
  if (bytes.length > limits.bytes) {
    const file: SourceFile = { path, text: '', sha256: '', format: 'yaml' };
    const message = limitText.bytes(limitParams('bytes', limits.bytes));
    return { ok: false, file, problems: [problemAt(file, message, { line: 1, column: 1 })] };
  }
  const hash = sha256(bytes);
  const decoded = decode(bytes);
  if (!decoded.ok) {
    const file: SourceFile = { path, text: '', sha256: hash, format: 'yaml' };
    return { ok: false, file, problems: [problemAt(file, decoded.message, decoded.at)] };
  }
  const file: SourceFile = { path, text: decoded.text, sha256: hash, format: format ?? formatOf(path, decoded.text) };
  if (file.text.trim() === '') {
    return { ok: false, file, problems: [problemAt(file, sourceText.empty, { line: 1, column: 1 })] };
  }
  const result = file.format === 'json' ? parseJson(file) : parseYaml(file, limits.tokens);
  if (!result.ok) return { ok: false, file, problems: result.problems };
  const beyond = beyondLimits(file, result.value, limits, texts === 'any');
  if (beyond.length > 0) return { ok: false, file, problems: beyond };
  return { ok: true, file, value: result.value };
}

/** Returns the value of a file that was read without problems. */
export function readValue(file: SourceFile): unknown {
  const result = file.format === 'json' ? parseJson(file) : parseYaml(file);
  if (!result.ok) throw new Error(`'${file.path}' can't be read`);
  return result.value;
}

function formatOf(path: string, text: string): SourceFile['format'] {
  if (/\.(?:geo)?json$/i.test(path)) return 'json';
  if (/\.ya?ml$/i.test(path)) return 'yaml';
  return /^\s*\{\s*["}]/.test(text) ? 'json' : 'yaml';
}

/** Characters of a text that is read without looking first how deep it is. */
const SMALL = 2 ** 20;

function parseJson(
  file: SourceFile,
): { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly problems: SourceProblem[] } {
  const { text } = file;
  let value: unknown;
  let refusal: unknown;
  // What is deep in a small text takes no more memory than a small plan.
  const isDeep = text.length > SMALL && isDeeperThan(text, DEEPEST);
  try {
    if (!isDeep) value = JSON.parse(text);
    if (!isDeep && keptAllKeys(text, value, DEEPEST)) return { ok: true, value };
  } catch (error) {
    refusal = error;
  }
  const faults = new JsonScanner(text).run();
  if (faults.length > 0) return { ok: false, problems: firstOf(faults.map((fault) => jsonProblem(file, fault))) };
  if (refusal !== undefined) throw refusal;
  return { ok: true, value };
}

function jsonProblem(file: SourceFile, fault: JsonFault): SourceProblem {
  const at = lineColumn(lineStartsOf(file), fault.offset);
  if (fault.kind === 'duplicate-key') return problemAt(file, sourceText.duplicateKey({ key: fault.key, hint: '' }), at);
  if (fault.kind === 'too-deep') return problemAt(file, sourceText.tooDeep, at);
  const found = String.fromCodePoint(file.text.codePointAt(fault.offset) ?? 0);
  if (fault.offset >= file.text.length) return problemAt(file, sourceText.jsonEnd, at);
  return problemAt(file, sourceText.jsonSyntax({ found: visible(found), expected: jsonText[fault.expected] }), at);
}

function visible(character: string): string | Localized {
  if (character === '\n' || character === '\r') return jsonText.lineBreak;
  return character === '\t' ? jsonText.tab : character;
}

function problemAt({ path }: SourceFile, message: Text, at: LineColumn): SourceProblem {
  return problemOf(message, path, { at });
}
