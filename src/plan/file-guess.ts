// Guesses from the keys at its top whether a file is a plan.

import { isMap, isScalar, parseDocument } from 'yaml';
import { dirname, join } from '../base/posix.js';
import { LIMITS } from '../source/limits.js';
import { decode } from '../source/parse/decode.js';
import { DEEPEST } from '../source/parse/json.js';
import { isDeeperThan } from '../source/parse/json-keys.js';
import { hasMoreTokens } from '../source/parse/yaml.js';
import { slips } from '../source/suggest.js';

/**
 * Guess at a file's kind: a plan; GeoJSON that is no plan by itself (perhaps the geometry of one); GeoJSON too broken
 * to tell these apart; anything else.
 */
export type FileGuess = 'plan' | 'geojson' | 'broken-geojson' | 'other';

/**
 * Returns the kind that a file seems to be, by the keys at its top. The test is lenient: a broken plan must be linted
 * and its faults reported, not passed over. So a misspelt or unfinished plan, one in GBK or UTF-16, an empty file and a
 * file of zeros all count as plans.
 */
export function guessFile(bytes: Uint8Array): FileGuess {
  const text = textOf(bytes);
  if (/^[\s\0]*$/.test(text)) return 'plan';
  const { top, member, whole } = keysOf(text);
  const sitecam = [...top].some(isSitecam) || (!whole && /["']?\bsitecam["']?\s*[:：]/i.test(text));
  if (isFeatureCollection(text, top)) {
    if (sitecam && isPlanMember(member, top)) return 'plan';
    return whole ? 'geojson' : 'broken-geojson';
  }
  if (sitecam || KEYS.filter((key) => top.has(key)).length > 1) return 'plan';
  return OTHER_SPELLING.test(text) && isSpelledOtherwise(text) ? 'plan' : 'other';
}

/**
 * Returns the paths of the files that a plan refers to, approximately: the values that its text has after `geometry:`,
 * each joined to the folder of `path`. `path` and `bytes` are those of the plan.
 */
export function referencesOf(path: string, bytes: Uint8Array): string[] {
  const text = textOf(bytes);
  if (!text.includes('geometry')) return [];
  const found = new Set<string>();
  for (const [, double, single, plain] of text.matchAll(REFERENCE)) {
    const written = double ?? single ?? plain.replace(/\s#.*/, '');
    // A plain value ends with its line or, in braces, at the next comma. Take both: this doesn't parse braces.
    for (const name of plain === undefined ? [written] : [written, written.split(/[,}]/)[0]]) {
      if (name.trim() !== '') found.add(join(dirname(path), unescaped(name.trim())));
    }
  }
  return [...found];
}

const REFERENCE = /["']?\bgeometry["']?[ \t]*:[ \t]*(?:"((?:[^"\\\n]|\\.)*)"|'([^'\n]*)'|([^\n{["']+))/g;

function unescaped(name: string): string {
  return name.replace(/\\u([0-9a-fA-F]{4})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}

/** YAML syntax before or in a key that is no part of it: `?`, an anchor, a tag, or escapes in quotes. */
const OTHER_SPELLING = /^\s*(?:\?\s|[&!]\S|"[^"\n]*\\)/m;

/** True if the keys are those of a plan as the YAML parser reads them. */
function isSpelledOtherwise(text: string): boolean {
  // Too big to parse here: count it as a plan, so that linting reports its size.
  if (hasMoreTokens(text, LIMITS.tokens)) return true;
  const { contents } = parseDocument(text, { logLevel: 'silent', prettyErrors: false, stringKeys: true });
  const keys = isMap(contents) ? contents.items.map(({ key }) => (isScalar(key) ? String(key.value) : '')) : [];
  return keys.some(isSitecam) || KEYS.filter((key) => keys.includes(key)).length > 1;
}

/** Keys of which only plans have two or more. */
const KEYS = ['site', 'levels', 'deviceTypes'] as const;

/** True for `sitecam` and for keys one typing error away; two would include `sitemap`. */
function isSitecam(key: string): boolean {
  return slips(key.toLowerCase(), 'sitecam') < 2;
}

/** Keys of `sitecam` in geometry that people draw, and in geometry that an import writes, which says so by `imported`. */
const GEOMETRY_KEYS = ['coordinates', 'origin'] as const;
const IMPORTED_KEYS = [...GEOMETRY_KEYS, 'version', 'levels'] as const;

/**
 * True unless the member `sitecam` holds only what geometry may have. Any other key, or an empty member, makes a plan,
 * complete or not.
 */
function isPlanMember(member: ReadonlySet<string>, top: ReadonlySet<string>): boolean {
  const geometry: readonly string[] = top.has('imported') ? IMPORTED_KEYS : GEOMETRY_KEYS;
  return member.size === 0 || [...member].some((key) => !geometry.includes(key));
}

function isFeatureCollection(text: string, top: ReadonlySet<string>): boolean {
  return top.has('features') || (top.has('type') && /"FeatureCollection"/.test(text));
}

/** Returns the text of a file in any encoding: keys are ASCII, which every decoder reads correctly. */
function textOf(bytes: Uint8Array): string {
  const decoded = decode(bytes);
  if (decoded.ok) return decoded.text;
  if (decoded.message.id !== 'source/utf-16') return new TextDecoder().decode(bytes);
  const bigEndian = (bytes[0] === 0xfe && bytes[1] === 0xff) || bytes[0] === 0;
  return new TextDecoder(bigEndian ? 'utf-16be' : 'utf-16le').decode(bytes);
}

/** Keys found in a text. */
interface Keys {
  /** Keys at the top. */
  readonly top: ReadonlySet<string>;
  /** Keys of the member `sitecam`. */
  readonly member: ReadonlySet<string>;
  /** True if these are certainly all keys. */
  readonly whole: boolean;
}

function keysOf(text: string): Keys {
  const start = text.replace(/^(?:\s*(?:#|%|---).*\n)*\s*/, '');
  if (!start.startsWith('{')) return { top: blockKeys(text), member: new Set(), whole: true };
  if (isDeeperThan(start, DEEPEST)) return { ...braceKeys(start), whole: false };
  try {
    const value: unknown = JSON.parse(start);
    const member = memberOf(value, 'sitecam');
    return { top: keysIn(value), member: keysIn(member), whole: true };
  } catch {
    return { ...braceKeys(start), whole: false };
  }
}

function keysIn(value: unknown): Set<string> {
  return new Set(typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.keys(value) : []);
}

function memberOf(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? Object.entries(value).find(([name]) => name === key)?.[1] : [];
}

/** A key of a YAML block. Its colon may have become a full-width one, or that in another encoding. */
const BLOCK_KEY = /^([ \t]*)(["']?)([A-Za-z_][\w-]*)\2[ \t]*[:：\ufffd]([ \t]*(?:#.*)?\r?\n[ \t]+[\w"'-])?/gm;

/**
 * Returns the keys of a YAML text at the left edge, or at the indent of the first key. A key named like sitecam that
 * holds a mapping is left out: it is no version, but a CI job of that name, say.
 */
function blockKeys(text: string): Set<string> {
  const keys = new Set<string>();
  let edge: string | undefined;
  for (const [, indent, , key, holds] of text.matchAll(BLOCK_KEY)) {
    edge ??= indent;
    if ((indent === '' || indent === edge) && !(holds !== undefined && isSitecam(key))) keys.add(key);
  }
  return keys;
}

const TOKEN = /"(?:[^"\\\n]|\\.)*"?|'[^'\n]*'?|[{}[\],:：]|[^\s"'{}[\],:：]+/g;

/** Returns the keys of a text in braces, as far as they can be recognised: YAML flow style or broken JSON. */
function braceKeys(text: string): Omit<Keys, 'whole'> {
  const top = new Set<string>();
  const member = new Set<string>();
  let depth = 0;
  let last = '';
  let key = '';
  for (const [token] of text.matchAll(TOKEN)) {
    if (token === '{' || token === '[') depth += 1;
    else if (token === '}' || token === ']') depth -= 1;
    else if (token !== ':' && token !== '：') last = token.replace(/^["']|["']$/g, '');
    else if (depth <= 1) {
      top.add(last);
      key = last;
    } else if (depth === 2 && isSitecam(key)) member.add(last);
  }
  return { top, member };
}
