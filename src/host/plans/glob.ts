import { compileGlob, MOST_ALTERNATIVES } from '../../config/globs.js';
import type { Io } from '../io.js';
import { UsageError } from '../usage.js';
import { slashed } from './names.js';
import { pathWithin } from './walk.js';

/** A pattern taken apart: the folder it starts in, which is there or not, and what paths below it must look like. */
export interface Glob {
  readonly folder: string;
  /** What is left of the pattern. */
  readonly rest: string;
  readonly matches: (path: string) => boolean;
  /** Whether anything below this folder can match. */
  readonly reaches: (folder: string) => boolean;
  /** The pattern names something hidden: then hidden folders are looked into. */
  readonly hidden: boolean;
}

/** Characters of a pattern on the command line. */
const LONGEST = 1000;

/** Whether a text that names no file is meant as a pattern. */
export function isPattern(text: string): boolean {
  return /[*?[\]{}|]/.test(text);
}

/**
 * Takes a pattern apart. Folders at its beginning that are there by that very name are taken as they are, brackets and
 * all; on Windows `\` divides folders as it does in paths there. Throws a UsageError for a pattern that isn't taken.
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

/** By how many folders deep a path is, the pattern that it must match so far; without one the pattern may reach it. */
function reachOf(
  segments: readonly string[],
  compiled: (source: string) => (path: string) => boolean,
): (folder: string) => boolean {
  const prefixes: ((path: string) => boolean)[] = [];
  for (const [index, segment] of segments.entries()) {
    // Braces may hold slashes, and two stars any number of folders.
    if (segment.includes('**') || /[{}]/.test(segment)) break;
    if (index === segments.length - 1) prefixes.push(() => false);
    else prefixes.push(compiled(segments.slice(0, index + 1).join('/')));
  }
  const open = prefixes.length < segments.length;
  return (folder) => prefixes[folder.split('/').length - 1]?.(folder) ?? open;
}
