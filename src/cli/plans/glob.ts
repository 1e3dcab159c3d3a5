import type { Io } from '../io.js';
import { slashed } from './names.js';
import { within } from './walk.js';

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

/** Whether a text that names no file is meant as a pattern. */
export function isPattern(text: string): boolean {
  return /[*?[\]{}]|[@+!]\(/.test(text);
}

/**
 * Takes a pattern apart. Folders at its beginning that are there by that very name are taken as they are, brackets and
 * all; on Windows `\` divides folders as it does in paths there.
 */
export async function globOf(pattern: string, io: Io): Promise<Glob> {
  const { default: picomatch } = await import('picomatch');
  const text = slashed(pattern);
  const { base, glob } = picomatch.scan(text, { nonegate: true });
  let folder = base === '' ? (text.startsWith('/') ? '/' : '.') : base.replace(/\\(.)/g, '$1');
  const segments = glob.split('/').filter((segment) => segment !== '' && segment !== '.');
  while (segments.length > 1 && io.kind(within(folder, segments[0])) === 'folder') {
    folder = within(folder, segments.shift() ?? '');
  }
  const rest = segments.join('/');
  const hidden = /(?:^|\/)\./.test(rest);
  const compiled = (source: string) => picomatch(source, { nonegate: true });
  return {
    folder,
    rest,
    matches: compiled(rest),
    reaches: reachOf(segments, compiled),
    hidden,
  };
}

/** By how many folders deep a path is, the pattern that it must match so far; without one the pattern may reach it. */
function reachOf(
  segments: readonly string[],
  compiled: (source: string) => (path: string) => boolean,
): (folder: string) => boolean {
  const prefixes: ((path: string) => boolean)[] = [];
  for (const [index, segment] of segments.entries()) {
    // Braces may hold slashes, and two stars any number of folders.
    if (segment.includes('**') || /[{}()]/.test(segment)) break;
    if (index === segments.length - 1) prefixes.push(() => false);
    else prefixes.push(compiled(segments.slice(0, index + 1).join('/')));
  }
  const open = prefixes.length < segments.length;
  return (folder) => prefixes[folder.split('/').length - 1]?.(folder) ?? open;
}
