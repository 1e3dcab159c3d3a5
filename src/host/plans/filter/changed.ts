// Asks git what changed since a revision, and keeps only the plans that changed.

import { posix } from 'node:path';
import { memoizeByName } from '../../../base/memo.js';
import { byCodeUnit } from '../../../base/order.js';
import { type Localized, verbatim } from '../../../i18n/locale.js';
import { guessFile, referencesOf } from '../../../plan/file-guess.js';
import { isSitecamFile, PLAN_ENDING, TERM_FILES } from '../../../plan/file-names.js';
import type { GitAnswer } from '../../disk.js';
import type { Io } from '../../io.js';
import { UsageError } from '../../usage.js';
import type { Gathered } from '../find.js';
import { slashed } from '../names.js';
import type { RefersTo, SelectedPlans } from '../types.js';
import { t } from './texts.js';

/** A file that the revision has and the work tree does not. */
interface Deleted {
  /** Path relative to the current folder, with `/`. */
  readonly path: string;
  /** Name of its content in git. */
  readonly blob: string;
}

/** Access to the repository, and the word for what is done with changed plans. */
interface GitQuery {
  /** Access to git and the disk. */
  readonly io: Io;
  /** Verb for messages, such as "lint". */
  readonly done: Localized;
}

/** Differences between a revision and the work tree. */
class GitChanges {
  constructor(
    private readonly io: Io,
    /** Root of the work tree, and the path of the current folder in it: empty or ending with `/`. */
    private readonly top: string,
    private readonly prefix: string,
    private readonly differing: ReadonlyMap<string, string>,
    private readonly tracked: ReadonlySet<string>,
  ) {}

  /**
   * True if the file at `path` differs, is gone, is new, or lies outside git: what cannot be compared counts as
   * changed. False for a file that neither the revision nor the work tree has. A folder differs by a tracked file in it.
   */
  has(path: string): boolean {
    const [written, real] = this.inRepository(path);
    if ([written, real].some((at) => at !== undefined && this.differing.has(at))) return true;
    if (real !== undefined && this.io.kind(path) === 'folder') {
      const within = real === '' ? '' : `${real}/`;
      return [...this.differing.keys()].some((file) => file.startsWith(within));
    }
    return (real === undefined || !this.tracked.has(real)) && this.io.kind(path) !== undefined;
  }

  /**
   * True if one of sitecam's own files that hold for `path`, in its folder or above it in the work tree, changed or is
   * gone.
   */
  hasOwnFileFor(path: string): boolean {
    const real = this.inRepository(path)[1];
    return real === undefined || this.folderChanged(posix.dirname(real));
  }

  /** Files that are gone. */
  get deleted(): Deleted[] {
    return [...this.differing].flatMap(([path, blob]) =>
      blob === '' ? [] : [{ path: posix.relative(this.prefix, path), blob }],
    );
  }

  private readonly folderChanged: (folder: string) => boolean = memoizeByName((folder) => {
    const own = TERM_FILES.map((name) => posix.join(folder, name));
    return (
      own.some((path) => this.differing.has(path) || (!this.tracked.has(path) && this.isThere(path))) ||
      (folder !== '.' && this.folderChanged(posix.dirname(folder)))
    );
  });

  private isThere(path: string): boolean {
    return this.io.kind(posix.join(this.top, path)) === 'file';
  }

  /**
   * Returns a path from the root of the work tree, as written and with links followed; undefined for one outside it.
   */
  private inRepository(path: string): (string | undefined)[] {
    const written = posix.normalize(posix.join(this.prefix, path));
    const real = slashed(this.io.real(path));
    const root = this.top.endsWith('/') ? this.top : `${this.top}/`;
    return [
      written.startsWith('../') || posix.isAbsolute(path) ? undefined : written,
      real.startsWith(root) ? real.slice(root.length) : undefined,
    ];
  }
}

/**
 * Returns what changed since `revision`, counted from where this branch left it, so that later changes there don't
 * count. Changes that are not committed, and files that git does not track, count.
 *
 * @throws UsageError if git or the revision is missing, or git fails
 */
function changesSince(revision: string, git: GitQuery): GitChanges {
  const top = line(asked(git, ['rev-parse', '--show-toplevel'], noWorkTree));
  const prefix = line(asked(git, ['rev-parse', '--show-prefix'], noWorkTree));
  const base = baseOf(revision, git);
  const known = asked(git, ['ls-files', '-z', '--full-name', '--', ':/'], fault);
  const tracked = new Set(base === undefined ? [] : parts(known));
  return new GitChanges(
    git.io,
    slashed(git.io.real(top)),
    prefix,
    base === undefined ? new Map() : differing(base, git),
    tracked,
  );
}

/** Returns the bytes that deleted files had, in their order; empty for one that an incomplete clone lacks. */
export function bytesOf(deleted: readonly Deleted[], git: GitQuery): Uint8Array[] {
  if (deleted.length === 0) return [];
  const input = deleted.map(({ blob }) => `${blob}\n`).join('');
  const out = asked(git, ['cat-file', '--batch'], fault, input);
  const found: Uint8Array[] = [];
  for (let at = 0; at < out.length; ) {
    const end = out.indexOf(10, at);
    const size = Number(text(out.subarray(at, end)).split(' ')[2] ?? 'NaN');
    // "missing": a partial clone lacks this content.
    if (Number.isNaN(size)) {
      found.push(new Uint8Array());
      at = end + 1;
      continue;
    }
    found.push(out.subarray(end + 1, end + 1 + size));
    at = end + size + 2;
  }
  return found;
}

/**
 * Returns the commit that changes since `revision` are counted from; undefined in a repository without commits.
 *
 * @throws UsageError if the revision does not exist or has no common ancestor with this branch
 */
export function baseOf(revision: string, git: GitQuery): string | undefined {
  const { io, done } = git;
  const named = { revision: verbatim(revision) };
  const commit = commitOf(revision, io);
  const head = commitOf('HEAD', io);
  if (head === undefined && revision === 'HEAD') return undefined;
  if (commit === undefined) {
    const isFile = revision !== '' && io.kind(revision) !== undefined;
    if (isFile) throw new UsageError(t.fileAsRevision({ ...named, done }));
    throw new UsageError(isShallow(io) ? t.unknownInShallow(named) : t.unknownRevision(named));
  }
  if (commit === head || head === undefined) return commit;
  const merged = io.git(['merge-base', commit, head]);
  if (merged?.ok === true) return line(merged.out);
  throw new UsageError(isShallow(io) ? t.shallow(named) : t.unrelated(named));
}

function isShallow(io: Io): boolean {
  const answer = io.git(['rev-parse', '--is-shallow-repository']);
  return answer !== undefined && line(answer.out) === 'true';
}

function commitOf(revision: string, io: Io): string | undefined {
  const answer = io.git(['rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`]);
  return answer?.ok === true ? line(answer.out) : undefined;
}

/**
 * Returns the paths that differ from `base`, from the root of the work tree: each with the name of its content if it is
 * gone, else with an empty text.
 */
function differing(base: string, git: GitQuery): Map<string, string> {
  const how = ['--raw', '-z', '--no-renames', '--no-abbrev', '--no-relative', '--ignore-submodules'];
  const fields = parts(asked(git, ['diff', ...how, base, '--', ':/'], fault));
  const found = new Map<string, string>();
  for (let at = 0; at + 1 < fields.length; at += 2) {
    const [, , blob, , status] = fields[at].split(' ');
    found.set(fields[at + 1], status === 'D' ? blob : '');
  }
  return found;
}

/** Returns the output of a git command that reads; throws a UsageError if it fails. */
export function gitOutput(io: Io, args: readonly string[]): Uint8Array {
  return asked({ io }, args, fault);
}

function asked(
  { io }: Pick<GitQuery, 'io'>,
  args: readonly string[],
  refused: (said: string) => Localized,
  input?: string,
): Uint8Array {
  const answer: GitAnswer | undefined = io.git(args, input);
  if (answer === undefined) throw new UsageError(t.noGit);
  if (!answer.ok) throw new UsageError(refused(answer.err.trim().split('\n')[0]));
  return answer.out;
}

function noWorkTree(said: string): Localized {
  // Common in containers.
  const owned = /dubious ownership in repository at '(.*)'/.exec(said)?.[1];
  if (owned !== undefined) return t.dubious({ folder: verbatim(owned) });
  const isOutside = said === '' || /not a git repository|must be run in a work tree/.test(said);
  return isOutside ? t.outsideWorkTree : t.noWorkTree({ reason: verbatim(said) });
}

function fault(said: string): Localized {
  return t.gitFailed({ reason: verbatim(said) });
}

/** Returns an output of git, which is UTF-8, as text. */
export function text(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}

/**
 * Returns an output of one line without its end. Only the last line break goes: names of folders may hold line breaks.
 */
export function line(bytes: Uint8Array): string {
  return text(bytes).replace(/\r?\n$/, '');
}

function parts(bytes: Uint8Array): string[] {
  return text(bytes).split('\0').slice(0, -1);
}

/**
 * Returns the gathered plans that changed since `revision`, themselves or in a file they depend on: the files they refer
 * to, those that `refersTo` returns for their path, and configuration, waivers, decisions and baseline (`TERM_FILES`) in
 * their folder or above it.
 */
export async function onlyChanged(
  gathered: Gathered,
  revision: string,
  git: GitQuery,
  refersTo: RefersTo,
): Promise<SelectedPlans> {
  const { io } = git;
  const changes = changesSince(revision, git);
  const deleted = deletedPlans(gathered, changes, git);
  // An argument whose plan was deleted is no typing error, so its fault is dropped.
  const there = gathered.plans.filter((plan) => {
    const covers = gathered.asked.get(plan);
    return covers === undefined || !deleted.some(({ path }) => covers(path));
  });
  const plans = there.filter(({ path, fault }) => fault !== undefined || isChanged(path, changes, io, refersTo));
  return {
    plans,
    passedOver: gathered.passedOver,
    since: {
      revision,
      unchanged: there.length - plans.length,
      deleted: deleted.map(({ path }) => path).sort(byCodeUnit),
    },
  };
}

function isChanged(path: string, changes: GitChanges, io: Io, refersTo: RefersTo): boolean {
  if (changes.has(path) || changes.hasOwnFileFor(path)) return true;
  const bytes = io.peek(path);
  if (bytes === undefined) return true;
  const further = refersTo(path);
  return (
    further === undefined || [...referencesOf(path, bytes), ...further].some((reference) => changes.has(reference))
  );
}

/** Returns the deleted plans within the scopes of the arguments. */
function deletedPlans(gathered: Gathered, changes: GitChanges, git: GitQuery): Deleted[] {
  const candidates = changes.deleted.filter(
    ({ path }) => PLAN_ENDING.test(path) && !isSitecamFile(path) && gathered.scopes.some((covers) => covers(path)),
  );
  const bytes = bytesOf(candidates, git);
  return candidates.filter((_, index) => guessFile(bytes[index]) === 'plan');
}
