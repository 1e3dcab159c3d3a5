import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { seeded } from './draft.js';

/** Seconds of whole runs of the command, the fastest of three: what else the machine does only adds. */
export interface BatchFigures {
  readonly plans: number;
  /** One plan: what starting costs. */
  readonly start: number;
  /** By number of workers, from 1. */
  readonly workers: readonly number[];
  /** With an empty cache, and again with nothing changed. */
  readonly cache: { readonly first: number; readonly second: number };
}

/** Lints so many small plans, each another one, on one and on two workers, and with a cache. */
export function batchFigures(plans: number, format: string): BatchFigures {
  const folder = mkdtempSync(join(tmpdir(), 'sitecam-'));
  try {
    mkdirSync(join(folder, 'plans'));
    const names = Array.from({ length: plans }, (_, n) => `plans/${String(n).padStart(4, '0')}.yaml`);
    const random = seeded(20171201);
    for (const name of names) writeFileSync(join(folder, name), smallPlan(name, random));
    const run = (...argv: readonly string[]) => seconds(folder, [...argv, '-f', format]);
    const fastest = (...argv: readonly string[]) => Math.min(...[0, 1, 2].map(() => run(...argv)));
    const kept = join(folder, 'kept');
    const first = [0, 1, 2].map(() => {
      rmSync(kept, { recursive: true, force: true });
      return run(...names, '--workers', '1', '--cache', kept);
    });
    return {
      plans,
      start: fastest(names[0] ?? ''),
      workers: [1, 2].map((workers) => fastest(...names, '--workers', String(workers))),
      cache: { first: Math.min(...first), second: fastest(...names, '--workers', '1', '--cache', kept) },
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function seconds(folder: string, argv: readonly string[]): number {
  const start = performance.now();
  const { status, stderr } = spawnSync(process.execPath, [resolve('bin/sitecam.js'), 'lint', ...argv], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'pipe'],
    encoding: 'utf8',
  });
  if (status !== 0 && status !== 1) throw new Error(`exit code ${status}: ${stderr}`);
  return (performance.now() - start) / 1000;
}

/** A plan of the size of the README's: four zones, two cameras, and no two the same. */
function smallPlan(name: string, random: () => number): string {
  const between = (from: number, to: number) => Math.round(100 * (from + random() * (to - from))) / 100;
  const at = (metres: number) => Math.round(100 * metres) / 100;
  const [length, entrance, width] = [between(10, 16), between(1.8, 3), between(1.8, 2.6)];
  const [room, depth, restroom] = [between(3.5, 5), between(4, 6), between(1.4, 2)];
  const y = at(entrance + width);
  const x = at(4 + room);
  return `sitecam: 1
site: {name: ${name}, categories: [hotel], region: "150102"}
coordinates: metres
levels:
  - id: F1
    name: 一层
    ceiling: 3
    zones:
      - {id: door-zone, kind: main-entrance, name: 入口, rect: [0, 0, 3, ${entrance}]}
      - {id: hall, kind: corridor, name: 走廊, rect: [0, ${entrance}, ${at(length + 1)}, ${width}]}
      - {id: r101, kind: guest-room, name: "101", rect: [4, ${y}, ${room}, ${depth}]}
      - {id: wc, kind: restroom, name: 卫生间, rect: [${x}, ${y}, ${restroom}, ${depth}]}
    openings:
      - {id: d0, kind: door, line: [[1, 0], [2, 0]]}
      - {id: p0, kind: passage, line: [[0.5, ${entrance}], [2.5, ${entrance}]]}
      - {id: d101, kind: door, line: [[5, ${y}], [5.9, ${y}]]}
      - {id: d-wc, kind: door, line: [[${at(x + 0.3)}, ${y}], [${at(x + 1.1)}, ${y}]]}
    devices:
      - {id: C1, kind: camera, type: dome, at: [${at(length + 0.9)}, ${at(entrance + width / 2)}], heading: 270}
      - {id: C2, kind: camera, type: dome, at: [${at(x + 0.6)}, ${at(entrance + 0.1)}], heading: ${random() < 0.3 ? 0 : 180}}
deviceTypes:
  dome: {kind: camera, height: ${between(2.5, 2.9)}, tilt: ${between(15, 25)}, hfov: 90, resolution: [2560, 1440], audio: none}
`;
}
