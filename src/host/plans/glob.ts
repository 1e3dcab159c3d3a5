// Patterns of plans on the command line.

import { compileGlob, MOST_ALTERNATIVES } from '../../config/globs.js';
import type { Io } from '../io.js';
import { UsageError } from '../usage.js';
import { slashed } from './names.js';
import { pathWithin } from './walk.js';

/** A parsed pattern: the folder it starts in, existing or not, and a test for paths below that folder. */
export interface Glob {
  /** Folder that the pattern starts in. */
  readonly folder: string;
  /** Pattern without that folder. */
  readonly rest: string;
  /** True if a path below the folder matches. */
  readonly matches: (path: string) => boolean;
  /** True if a path below this folder can match. */
  readonly reaches: (folder: string) => boolean;
  /** True if the pattern names something hidden: then hidden folders are searched. */
  readonly hidden: boolean;
}

/** Most characters of a pattern. */
const LONGEST = 1000;

/** True if a text that names no file is meant as a pattern: it has a character special to patterns. */
export function isPattern(text: string): boolean {
  return /[*?[\]{}|]/.test(text);
}

/**
 * Returns the parsed pattern. Leading folders that exist under exactly that name are taken literally, brackets
 * included. On Windows `\` separates folders.
 *
 * @throws UsageError for a pattern that is too long, has `|` or has too many alternatives
 */
export function globOf(pattern: string, io: Io): Glob {
  const compiled = (source: string) => {
    const matches = source.length > LONGEST || source.includes('|') ? undefined : compileGlob(source, { dot: false });
    if (matches === undefined) throw notTaken(pattern);
    return matches;
  };
  const text = slashed(pattern);
  const all = text.split('/').filter((segment) => segment !== '' && segment !== '.');
  const named = all.findIndex(isPattern);
  const segments = all.slice(named);
  const way = all.slice(0, named).map((segment) => segment.replace(/\\(.)/g, '$1'));
  let folder = `${text.startsWith('/') ? '/' : ''}${way.join('/')}` || '.';
  while (segments.length > 1 && io.kind(pathWithin(folder, segments[0])) === 'folder') {
    folder = pathWithin(folder, segments.shift() ?? '');
  }
  const rest = segments.join('/');
  const hidden = /(?:^|\/)\./.test(rest);
  return {
    folder,
    rest,
    matches: compiled(rest),
    reaches: reachOf(segments, compiled),
    hidden,
  };
}

function notTaken(pattern: string): UsageError {
  return new UsageError(
    {
      zh: `通配符“${pattern}”不能使用：可用 *、?、**、[a-z]、{a,b}，不能用“|”；不超过${LONGEST}个字符，{a,b} 展开后不超过${MOST_ALTERNATIVES}种。`,
      en: `the pattern '${pattern}' can't be used: it may have *, ?, **, [a-z] and {a,b}, never '|'; at most ${LONGEST} characters, and {a,b} of at most ${MOST_ALTERNATIVES} ways in all.`,
    },
    { zh: '有通配符不能使用。', en: "a pattern can't be used." },
  );
}

/**
 * Returns the test for `reaches`. For each depth of a folder there is the pattern that its path must match so far;
 * below the depth where `**` or braces begin, every folder may be reached.
 */
function reachOf(
  segments: readonly string[],
  compiled: (source: string) => (path: string) => boolean,
): (folder: string) => boolean {
  const prefixes: ((path: string) => boolean)[] = [];
  for (const [index, segment] of segments.entries()) {
    // Braces may hold slashes, and `**` matches any number of folders.
    if (segment.includes('**') || /[{}]/.test(segment)) break;
    if (index === segments.length - 1) prefixes.push(() => false);
    else prefixes.push(compiled(segments.slice(0, index + 1).join('/')));
  }
  const open = prefixes.length < segments.length;
  return (folder) => prefixes[folder.split('/').length - 1]?.(folder) ?? open;
}
