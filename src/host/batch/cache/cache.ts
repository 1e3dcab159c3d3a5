// Results of earlier runs, kept for runs with the same input.

import { posix } from 'node:path';
import { sha256 } from '../../../base/hash.js';
import { decode, encode } from '../../../lint/support/codec.js';
import type { LintResult } from '../../../lint/types.js';
import type { SourceFile } from '../../../source/types.js';
import { buildId } from '../../build.js';
import type { ExitCode, Io } from '../../io.js';
import { type EncodedResult, type ResultFile, resultOf } from '../encoded-result.js';
import type { Job, JobOptions } from '../job.js';
import { type Call, checked, play, type RecordedOutput, recording } from './recording.js';
import type { Store } from './store.js';

/** Results of earlier runs, for plans, files they refer to, settings and a program that are the same to the byte. */
export interface ResultCache {
  /** Returns the cached result of a plan; undefined if there is none. */
  readonly find: (job: Job) => LintResult | undefined;
  /** Keeps a result for later runs. */
  readonly keep: (job: Job, result: EncodedResult) => void;
  /**
   * Writes the whole output of an earlier run again if nothing it depends on has changed, and returns its exit code;
   * undefined if there is no such run.
   */
  readonly replay: (run: Run, io: Io) => Promise<ExitCode | undefined>;
  /** Wraps `io` so that the output of a run is recorded; `done` keeps it with the exit code. */
  readonly record: (run: Run, io: Io) => { readonly io: Io; readonly done: (code: ExitCode) => void };
  /** Ends the run and limits the size of the store. */
  readonly close: () => void;
}

/** Key of a run: its plans, and everything else that decides its output. */
export interface Run {
  /** Plans of the run, in their order. */
  readonly jobs: readonly Job[];
  /** All other options that decide the output, as plain data. */
  readonly asked: unknown;
}

/** Cached result of one plan. */
interface PlanEntry extends EncodedResult {
  /** Day on which the plan was judged. */
  readonly today: string;
}

/** Cached output of a whole run. */
interface RunEntry {
  readonly parts: readonly ResultFile[];
  readonly calls: readonly Call[];
  readonly code: ExitCode;
}

/** Most characters of output for which a whole run is kept. */
const LONGEST = 2e8;

/** Returns the cache of results that `store` holds; `io` reads the files whose hashes are compared. */
export function openCache(store: Store, io: Io): ResultCache {
  const build = buildId();
  const keyOf = (...what: readonly unknown[]) => sha256(Buffer.from(JSON.stringify([build, ...what])));
  /** sha256 of each file, read once in a run. */
  const hashes = new Map<string, string | undefined>();
  const hashOf = (path: string): string | undefined => {
    if (!hashes.has(path)) {
      const bytes = io.read(path);
      hashes.set(path, bytes && sha256(bytes));
    }
    return hashes.get(path);
  };
  const isSame = ([path, hash]: ResultFile) => hashOf(path) === hash;
  const planKey = ({ path, options }: Job, hash: string) => keyOf('plan', path, hash, termsOf(options));
  /** Files that the results of this run depend on. */
  const rested: ResultFile[] = [];
  const runKey = ({ jobs, asked }: Run) =>
    keyOf(
      'run',
      jobs.map(({ path, options }) => [path, hashOf(path), options.today, termsOf(options)]),
      asked,
    );

  return {
    find(job) {
      const hash = hashOf(job.path);
      const text = hash === undefined ? undefined : store.get(planKey(job, hash));
      return believed(text, (entry: PlanEntry) => {
        if (!entry.parts.every(isSame) || (entry.dated && entry.today !== job.options.today)) return undefined;
        const result = resultOf(entry.text, job);
        rested.push(...entry.parts);
        return result;
      });
    },
    keep(job, result) {
      const { parts } = result;
      rested.push(...parts);
      const hash = parts[0]?.[1];
      if (hash === undefined) return;
      const entry: PlanEntry = { ...result, today: job.options.today };
      store.put(planKey(job, hash), encode(entry));
    },
    async replay(run, to) {
      const known = believed(store.get(runKey(run)), (entry: RunEntry) =>
        entry.parts.every(isSame) ? { calls: entry.calls.map(checked), code: entry.code } : undefined,
      );
      if (known === undefined) return undefined;
      await play(known.calls, to);
      return known.code;
    },
    record(run, to) {
      const recorded: RecordedOutput = recording(to, LONGEST);
      return {
        io: recorded.io,
        done(code) {
          const calls = recorded.calls();
          if (calls === undefined) return;
          const entry: RunEntry = { parts: rested, calls, code };
          store.put(runKey(run), encode(entry));
        },
      };
    },
    close: () => store.close(),
  };
}

/**
 * Returns all that a plan is judged by except the day. Files of configuration and waivers count by their content and by
 * the path from their folder to the plan, so that moving the project changes nothing. Packs count by the content of
 * their files.
 */
function termsOf({ today: _, absolute = '', configuration, waivers, written, ...others }: JobOptions): unknown {
  const known = ({ file, folder }: { readonly file: SourceFile; readonly folder: string }) => [
    file.path,
    file.sha256,
    posix.relative(folder, absolute),
  ];
  return {
    ...others,
    configuration: configuration?.layers.map(known),
    waivers: waivers?.map(known),
    packs: written?.map(({ path, sources }) => [path, sources]),
  };
}

/**
 * Returns what `use` makes of an entry; undefined if it is malformed. The checksum alone is no proof, since whoever
 * wrote the entry could compute it.
 */
function believed<E, T>(text: string | undefined, use: (entry: E) => T | undefined): T | undefined {
  if (text === undefined) return undefined;
  try {
    return use(decode(text) as E);
  } catch {
    return undefined;
  }
}
