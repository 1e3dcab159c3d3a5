import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { rolldown } from 'rolldown';
import { once } from '../../../src/base/memo.js';
import { pagePlugin } from '../../../tools/build/page.mjs';
import { validatorSource, validatorsPlugin } from '../../../tools/build/validators.mjs';

export interface Ended {
  readonly status: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly out: string;
  readonly err: string;
}

/** The command of the sources as they are, built as it is shipped: threads need files to run. */
export interface Built {
  readonly root: string;
  /** Runs a command line in `folder`. */
  readonly run: (argv: readonly string[], folder: string, env?: Readonly<Record<string, string>>) => Ended;
}

/** Returns the files of the bundle; `broken` as for `built`. */
async function bundled(broken: Readonly<Record<string, readonly [piece: string, instead: string]>>) {
  const bundle = await rolldown({
    input: { main: 'src/cli/main.ts', worker: 'src/host/batch/worker.ts' },
    platform: 'node',
    external: (id) => !id.startsWith('.') && !id.startsWith('/'),
    logLevel: 'warn',
    plugins: [
      validatorsPlugin(validatorSource),
      pagePlugin(),
      {
        name: 'broken',
        transform(code, id) {
          const change = Object.entries(broken).find(([end]) => id.endsWith(end))?.[1];
          if (change === undefined) return undefined;
          if (!code.includes(change[0])) throw new Error(`${id} has no '${change[0]}'`);
          return code.replace(change[0], change[1]);
        },
      },
    ],
  });
  const { output } = await bundle.generate();
  await bundle.close();
  return output.map((made) => [made.fileName, made.type === 'chunk' ? made.code : made.source] as const);
}

/** Starts the command, with what bin/sitecam.js tells V8 of short runs. */
const MAIN = `import { setFlagsFromString } from 'node:v8';
if (process.versions.node.startsWith('20.')) setFlagsFromString('--interrupt-budget=1000000');
const { run } = await import('./dist/bundle/main.js');
process.exitCode = await run();
`;

/** The sources as they are are bundled once for all tests of this process. */
const sound = once(() => bundled({}));

/** @param broken what stands in the place of a piece of a module, by the end of its path: to see what becomes of faults */
export async function built(
  broken?: Readonly<Record<string, readonly [piece: string, instead: string]>>,
): Promise<Built> {
  const root = mkdtempSync(join(tmpdir(), 'sitecam-'));
  for (const [name, content] of await (broken === undefined ? sound() : bundled(broken))) {
    const file = join(root, 'dist/bundle', name);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
  for (const name of ['node_modules', 'schemas', 'package.json']) symlinkSync(resolve(name), join(root, name));
  const main = join(root, 'run.mjs');
  writeFileSync(main, MAIN);
  return {
    root,
    run(argv, folder, env = {}) {
      const ended = spawnSync(process.execPath, [main, ...argv], {
        cwd: folder,
        env: { LANG: 'zh_CN.UTF-8', ...env },
        encoding: 'utf8',
        maxBuffer: 1e9,
        timeout: 150_000,
      });
      return { status: ended.status, signal: ended.signal, out: ended.stdout, err: ended.stderr };
    },
  };
}

/** A small plan; `n` makes it another one. */
export function smallPlan(n: number): string {
  return `sitecam: 1
site: {name: 旅店${n}, categories: [hotel], region: "150102"}
levels:
  - id: F1
    ceiling: 3
    zones:
      - {id: door-zone, kind: main-entrance, rect: [0, 0, 3, 2]}
      - {id: hall, kind: corridor, rect: [0, 2, ${12 + n / 10}, 2]}
      - {id: wc, kind: restroom, rect: [8, 4, 3, 5]}
    openings: [{id: d-wc, kind: door, line: [[9, 4], [9.9, 4]]}]
    devices: [{id: C1, kind: camera, at: [9.5, 2.1], height: 2.7, tilt: 20, hfov: 90, heading: 0, audio: none}]
`;
}
