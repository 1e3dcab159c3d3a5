import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parentPort, workerData } from 'node:worker_threads';

/** What the thread is started with: a copy of the sources in which mutants sleep, and plans. */
export interface ThreadData {
  readonly root: string;
  readonly plans: readonly string[];
}

/** Asks what a plan reaches and comes to; or which of some plans, with what each comes to, is the first to notice a mutant. */
export type Asked =
  | { readonly dry: number }
  | { readonly mutant: number; readonly plans: readonly (readonly [plan: number, record: string])[] };

export interface Dry {
  readonly record: string;
  readonly reached: readonly number[];
  /** ms of work */
  readonly took: number;
}

const { root, plans }: ThreadData = workerData;
let active: number | undefined;
let reached: Set<number> | undefined;
globalThis.$mutant = (id) => {
  reached?.add(id);
  return id === active;
};
const { recordOf }: typeof import('./record.js') = await import(
  pathToFileURL(join(root, 'test/fuzz/recorded/record.js')).href
);

function recorded(plan: number): string {
  try {
    return recordOf(plans[plan] ?? '').join('\n');
  } catch (error) {
    return String(error);
  }
}

function dry(plan: number): Dry {
  const ours = new Set<number>();
  reached = ours;
  const record = recorded(plan);
  reached = undefined;
  const start = process.cpuUsage();
  recorded(plan);
  const { user, system } = process.cpuUsage(start);
  return { record, reached: [...ours], took: (user + system) / 1000 };
}

parentPort?.on('message', (asked: Asked) => {
  if ('dry' in asked) {
    parentPort?.postMessage(dry(asked.dry));
    return;
  }
  active = asked.mutant;
  const noticed = asked.plans.find(([plan, record]) => recorded(plan) !== record)?.[0];
  active = undefined;
  parentPort?.postMessage({ noticed });
});
