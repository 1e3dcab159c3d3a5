// Results of earlier runs, kept for runs with the same input.

import { posix } from 'node:path';
import { sha256 } from '../../../base/hash.js';
import { BUILT_IN_PACKS } from '../../../law/built-in.gen.js';
import { isInForceOn } from '../../../law/force.js';
import { decode, encode } from '../../../lint/support/codec.js';
import type { LintResult } from '../../../lint/types.js';
import type { SourceFile } from '../../../source/types.js';
import { buildId } from '../../build.js';
import type { ExitCode, Io } from '../../io.js';
import { type EncodedResult, type ResultFile, resultOf } from '../encoded-result.js';
import type { Job, JobOptions } from '../job.js';
import { type Call, play, recording } from './recording.js';
import type { Store } from './store.js';

/**
 * Results of earlier runs. One is used again only if the plan, the files it refers to, the settings and the program are
 * the same to the byte.
 */
export interface ResultCache {
  /** Returns the cached result of a plan, as it is and as text; undefined if there is none. */
  readonly find: (job: Job) => { readonly result: LintResult; readonly text: string } | undefined;
  /** Keeps a result for later runs. */
  readonly keep: (job: Job, result: EncodedResult) => void;
  /** Forgets what files held, once the run has written some of them. */
  readonly forgetFiles: () => void;
  /**
   * Runs `work`, or writes the whole output of an earlier run again if nothing it depends on has changed, and returns
   * the exit code.
   *
   * @param asked all options beside the jobs that decide the output, as plain data
   */
  readonly run: (
    jobs: readonly Job[],
    asked: unknown,
    io: Io,
    work: (io: Io) => Promise<ExitCode>,
  ) => Promise<ExitCode>;
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

/** Returns the cache of results that `store` holds; `io` reads the files whose hashes are compared. */
export function openCache(store: Store, io: Io): ResultCache {
  const build = buildId();
  const keyOf = (...what: readonly unknown[]) => sha256(Buffer.from(JSON.stringify([build, ...what])));
  /** sha256 of each file, read once until the run itself writes. */
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

  return {
    find(job) {
      const hash = hashOf(job.path);
      const text = hash === undefined ? undefined : store.get(planKey(job, hash));
      return believed(text, (entry: PlanEntry) => {
        if (!entry.parts.every(isSame) || (entry.dated && entry.today !== job.options.today)) return undefined;
        const result = resultOf(entry.text, job);
        rested.push(...entry.parts);
        return { result, text: entry.text };
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
    forgetFiles() {
      hashes.clear();
    },
    async run(jobs, asked, io, work) {
      const plans = jobs.map(({ path, options }) => [path, hashOf(path), options.today, termsOf(options)]);
      const key = keyOf('run', plans, asked);
      const known = believed(store.get(key), (entry: RunEntry) =>
        entry.parts.every(isSame) && entry.calls.every(({ text }) => typeof text === 'string') ? entry : undefined,
      );
      if (known !== undefined) {
        await io.together(() => play(known.calls, io));
        return known.code;
      }
      const recorded = recording(io);
      const code = await work(recorded.io);
      const calls = recorded.calls();
      // A run with a fault of sitecam is never kept.
      if (code !== 70 && calls !== undefined) {
        const entry: RunEntry = { parts: rested, calls, code };
        store.put(key, encode(entry));
      }
      store.close();
      return code;
    },
  };
}

/**
 * Returns all that a plan is judged by except the day, but for which laws are in force on it. Files of configuration, waivers and decisions count by their content and by
 * the path from their folder to the plan, so that moving the project changes nothing. Packs count by the content of
 * their files.
 */
function termsOf({ today, absolute = '', ...options }: JobOptions): unknown {
  const { configuration, waivers, decisions, written, catalogues, ...others } = options;
  const known = ({ file, folder }: { readonly file: SourceFile; readonly folder: string }) => [
    file.path,
    file.sha256,
    posix.relative(folder, absolute),
  ];
  return {
    ...others,
    configuration: configuration?.layers.map(known),
    waivers: waivers?.map(known),
    decisions: decisions && known(decisions),
    catalogues: catalogues && [catalogues.shipped, catalogues.files.map(({ file }) => [file.path, file.sha256])],
    packs: written?.map(({ path, sources }) => [path, sources]),
    inForce: [...BUILT_IN_PACKS, ...(written ?? []).map(({ files }) => files)].flatMap((pack) =>
      isInForceOn(pack, today) ? pack.id : [],
    ),
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
