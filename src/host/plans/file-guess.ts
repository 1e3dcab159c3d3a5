import { posix } from 'node:path';
import { isMap, isScalar, parseDocument } from 'yaml';
import { LIMITS } from '../../source/limits.js';
import { decode } from '../../source/parse/decode.js';
import { hasMoreTokens } from '../../source/parse/yaml.js';
import { slips } from '../../source/suggest.js';

/**
 * What a file seems to be: a plan; GeoJSON that isn't one by itself (a plan's geometry, perhaps); GeoJSON so broken that
 * it may have been either; anything else.
 */
export type FileGuess = 'plan' | 'geojson' | 'broken-geojson' | 'other';

/**
 * What a file seems to be, by the keys at its top. It asks little, since a broken plan must be linted and told what is
 * wrong with it, not be passed over: misspelt, unfinished, in GBK or UTF-16, empty or full of zeros, it still is one.
 */
export function guessFile(bytes: Uint8Array): FileGuess {
  const text = textOf(bytes);
  if (/^[\s\0]*$/.test(text)) return 'plan';
  const { top, member, whole } = keysOf(text);
  const sitecam = [...top].some(isSitecam) || (!whole && /["']?\bsitecam["']?\s*[:：]/i.test(text));
  if (isFeatureCollection(text, top)) {
    if (sitecam && isPlanMember(member)) return 'plan';
    return whole ? 'geojson' : 'broken-geojson';
  }
  if (sitecam || KEYS.filter((key) => top.has(key)).length > 1) return 'plan';
  return OTHER_SPELLING.test(text) && isSpelledOtherwise(text) ? 'plan' : 'other';
}

/** Paths that a plan (its path and bytes given) refers to, near enough: what the text says after `geometry:`. */
export function referencesOf(path: string, bytes: Uint8Array): string[] {
  const text = textOf(bytes);
  if (!text.includes('geometry')) return [];
  const found = new Set<string>();
  for (const [, double, single, plain] of text.matchAll(REFERENCE)) {
    const written = double ?? single ?? plain.replace(/\s#.*/, '');
    // A plain text goes to the end of its line or, in braces, to the next comma: which of the two isn't looked into.
    for (const name of plain === undefined ? [written] : [written, written.split(/[,}]/)[0]]) {
      if (name.trim() !== '') found.add(posix.join(posix.dirname(path), unescaped(name.trim())));
    }
  }
  return [...found];
}

const REFERENCE = /["']?\bgeometry["']?[ \t]*:[ \t]*(?:"((?:[^"\\\n]|\\.)*)"|'([^'\n]*)'|([^\n{["']+))/g;

function unescaped(name: string): string {
  return name.replace(/\\u([0-9a-fA-F]{4})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}

/** What YAML can write before a key, or in it, that is no part of it. */
const OTHER_SPELLING = /^\s*(?:\?\s|[&!]\S|"[^"\n]*\\)/m;

/** Whether the keys are those of a plan once YAML itself has read them. */
function isSpelledOtherwise(text: string): boolean {
  // Too much to look at is too much to pass over.
  if (hasMoreTokens(text, LIMITS.tokens)) return true;
  const { contents } = parseDocument(text, { logLevel: 'silent', prettyErrors: false, stringKeys: true });
  const keys = isMap(contents) ? contents.items.map(({ key }) => (isScalar(key) ? String(key.value) : '')) : [];
  return keys.some(isSitecam) || KEYS.filter((key) => keys.includes(key)).length > 1;
}

/** Keys that only plans have together. */
const KEYS = ['site', 'levels', 'deviceTypes'] as const;

/** `sitecam`, or one slip from it; two would take in `sitemap`. */
function isSitecam(key: string): boolean {
  return slips(key.toLowerCase(), 'sitecam') < 2;
}

/** Geometry may say how its numbers are meant, and no more; what says more is a plan, whole or not. */
function isPlanMember(member: ReadonlySet<string>): boolean {
  return member.size === 0 || [...member].some((key) => key !== 'coordinates' && key !== 'origin');
}

function isFeatureCollection(text: string, top: ReadonlySet<string>): boolean {
  return top.has('features') || (top.has('type') && /"FeatureCollection"/.test(text));
}

/** The text, whatever its encoding: keys are ASCII, and come through as what they are. */
function textOf(bytes: Uint8Array): string {
  const decoded = decode(bytes);
  if (decoded.ok) return decoded.text;
  if (decoded.code !== 'source/utf-16') return new TextDecoder().decode(bytes);
  const bigEndian = (bytes[0] === 0xfe && bytes[1] === 0xff) || bytes[0] === 0;
  return new TextDecoder(bigEndian ? 'utf-16be' : 'utf-16le').decode(bytes);
}

interface Keys {
  readonly top: ReadonlySet<string>;
  /** Those of the member `sitecam`. */
  readonly member: ReadonlySet<string>;
  /** Whether they are all there is for certain. */
  readonly whole: boolean;
}

function keysOf(text: string): Keys {
  const start = text.replace(/^(?:\s*(?:#|%|---).*\n)*\s*/, '');
  if (!start.startsWith('{')) return { top: blockKeys(text), member: new Set(), whole: true };
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

/** What a colon may have become: a full-width one, or that in another encoding. */
const BLOCK_KEY = /^([ \t]*)(["']?)([A-Za-z_][\w-]*)\2[ \t]*[:：\ufffd]([ \t]*(?:#.*)?\r?\n[ \t]+[\w"'-])?/gm;

/**
 * Keys of a YAML text at the left edge, or as far in as the first of them. One named like sitecam that holds others is
 * no version: a job of that name, say.
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

/** Keys of what is in braces, as far as it can be made out: YAML's, or JSON that is broken. */
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
