// Identifies the process that made a temporary file, so that only files of dead processes are swept.
import { createHash } from 'node:crypto';
import { readFileSync, readlinkSync } from 'node:fs';
import { hostname } from 'node:os';
import { attempt, codeOf } from './refusal.js';

/** State of the process that made a file; `unknown` if it cannot be told from here. */
export type Maker = 'alive' | 'gone' | 'unknown';

/** Form of a mark: hash of the namespace of process ids, process id, start of the process in ticks since boot. */
const MARK = /^([0-9a-f]{16})-([1-9][0-9]{0,9})-([0-9]{1,20})$/;

/**
 * Returns the mark of this process for the names of its files; undefined where the system does not tell which namespace
 * process ids belong to: only Linux does.
 */
export function makerMark(): string | undefined {
  const [space, started] = [ownSpace(), processAt(process.pid)?.started];
  return space === undefined || started === undefined ? undefined : `${space}-${process.pid}-${started}`;
}

/**
 * Returns the state of the process with this mark. A process id is valid only on one machine, since its last boot, and
 * in one container: elsewhere another process has it, or none, while the maker lives.
 */
export function makerOf(mark: string): Maker {
  const [, space, id, started] = MARK.exec(mark) ?? [];
  if (space === undefined || space !== ownSpace()) return 'unknown';
  const pid = Number(id);
  const found = processAt(pid);
  if (found !== undefined) return found.started === started && !found.ended ? 'alive' : 'gone';
  return isNone(pid) ? 'gone' : 'unknown';
}

/** True if no process has the id. */
function isNone(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return false;
  } catch (error) {
    return codeOf(error) === 'ESRCH';
  }
}

/** Cache of `ownSpace`: undefined before the first call; `{}` if the system does not tell. */
let known: { readonly space?: string } | undefined;

/**
 * Returns 16 hex digits that identify this machine, its boot and the namespace of process ids; undefined if the system
 * does not tell.
 */
function ownSpace(): string | undefined {
  known ??= spaceHere();
  return known.space;
}

function spaceHere(): { readonly space?: string } {
  try {
    const parts = [
      hostname(),
      readFileSync('/proc/sys/kernel/random/boot_id', 'utf8'),
      readlinkSync('/proc/self/ns/pid'),
    ];
    return { space: createHash('sha256').update(parts.join('\0')).digest('hex').slice(0, 16) };
  } catch {
    return {};
  }
}

/**
 * Returns the start of a process (ticks) and whether it has ended and only waits for its parent to notice, by proc(5);
 * undefined if the system does not tell.
 */
function processAt(pid: number): { readonly started: string; readonly ended: boolean } | undefined {
  const stat = attempt(() => readFileSync(`/proc/${pid}/stat`, 'latin1'));
  if (stat === undefined) return undefined;
  // The second field is the program's name, in brackets; it may hold blanks and brackets itself.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const [state, started] = [fields[0], fields[19]];
  return /^\d+$/.test(started ?? '') ? { started, ended: state === 'Z' || state === 'X' } : undefined;
}
