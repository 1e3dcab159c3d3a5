import { posix } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { sha256 } from '../../../base/hash.js';
import type { LintResult } from '../../../lint/types.js';
import type { SourceFile } from '../../../source/types.js';
import { buildId } from '../../build.js';
import type { ExitCode, Io } from '../../io.js';
import { type EncodedResult, type ResultFile, resultOf } from '../encoded-result.js';
import type { Job, JobOptions } from '../job.js';
import { type Call, checked, play, type RecordedOutput, recording } from './recording.js';
import type { Store } from './store.js';

/** Results of earlier runs, for plans, parts of plans, settings and a program that are the same to the byte. */
export interface ResultCache {
  /** The result of a plan that is known already. */
  readonly find: (job: Job) => LintResult | undefined;
  /** Keeps a result for later runs. */
  readonly keep: (job: Job, result: EncodedResult) => void;
  /** What a whole run said and wrote, where nothing of it has changed, said and written again; then its exit code. */
  readonly replay: (run: Run, io: Io) => Promise<ExitCode | undefined>;
  /** The same world, in which what is said and written is recorded, to be kept with the exit code when the run is over. */
  readonly record: (run: Run, io: Io) => { readonly io: Io; readonly done: (code: ExitCode) => void };
  readonly close: () => void;
}

/** A run: its plans, and everything else that decides what it says and writes, as plain data. */
export interface Run {
  readonly jobs: readonly Job[];
  readonly asked: unknown;
}

interface PlanEntry extends EncodedResult {
  /** The day it was judged on. */
  readonly today: string;
}

interface RunEntry {
  readonly parts: readonly ResultFile[];
  readonly calls: readonly Call[];
  readonly code: ExitCode;
}

/** Bytes that a run may say and write to be kept whole. */
const LONGEST = 2e8;

export function openCache(store: Store, io: Io): ResultCache {
  const build = buildId();
  const keyOf = (...what: readonly unknown[]) => sha256(Buffer.from(JSON.stringify([build, ...what])));
  /** Each file is looked at once in a run. */
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
  /** What the results of this run rest on. */
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
      const bytes = hash === undefined ? undefined : store.get(planKey(job, hash));
      return believed(bytes, (entry: PlanEntry) => {
        if (!entry.parts.every(isSame) || (entry.dated && entry.today !== job.options.today)) return undefined;
        const result = resultOf(entry.bytes, job);
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
      store.put(planKey(job, hash), serialize(entry));
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
          store.put(runKey(run), serialize(entry));
        },
      };
    },
    close: () => store.close(),
  };
}

/**
 * All that a plan is judged by but the day. The files of configuration and waivers are known by what is in them and by how
 * the plan lies to them: where on the machine all of it is changes nothing. Packs are known by what is in their files.
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

/** What `use` makes of an entry; undefined of what is none: the checksum is right, but whoever wrote it could write anything. */
function believed<E, T>(bytes: Uint8Array | undefined, use: (entry: E) => T | undefined): T | undefined {
  if (bytes === undefined) return undefined;
  try {
    return use(deserialize(bytes));
  } catch {
    return undefined;
  }
}
