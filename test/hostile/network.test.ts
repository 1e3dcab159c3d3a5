import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Built, built } from '../host/batch/bundle.js';
import { Folder, SMALL_PLAN } from '../support/folder.js';

/** What opens a way out of the machine, or asks a name server. */
const WAYS_OUT = ['net', 'tls', 'dgram', 'dns', 'dns/promises', 'http', 'https', 'http2', 'inspector'];

/** Loaded before the command: every way out throws, and so does starting a program other than git. */
const SHUT = `
import { createRequire, syncBuiltinESMExports } from 'node:module';
import { writeSync } from 'node:fs';
const load = createRequire(import.meta.url);
const refuse = (what) => () => {
  writeSync(2, 'REACHED OUT: ' + what + '\\n');
  process.exit(99);
};
for (const name of ${JSON.stringify(WAYS_OUT)}) {
  const way = load('node:' + name);
  for (const [key, value] of Object.entries(way)) {
    if (typeof value === 'function' && !/^[A-Z]|^is|^get|^set/.test(key)) way[key] = refuse(name + '.' + key);
  }
}
load('node:net').Socket.prototype.connect = refuse('net.Socket.connect');
load('node:net').Server.prototype.listen = refuse('net.Server.listen');
const programs = load('node:child_process');
const { spawnSync } = programs;
for (const key of Object.keys(programs)) if (typeof programs[key] === 'function') programs[key] = refuse(key);
programs.spawnSync = (file, ...rest) => (file === 'git' ? spawnSync(file, ...rest) : refuse('spawnSync ' + file)());
globalThis.fetch = refuse('fetch');
globalThis.WebSocket = refuse('WebSocket');
syncBuiltinESMExports();
`;

let command: Built;
beforeAll(async () => {
  command = await built();
});
afterAll(() => rmSync(command.root, { recursive: true }));

describe('nothing reaches the network', () => {
  /** Each of the commands, with all that is loaded only when it is asked for. */
  const LINES: readonly (readonly string[])[] = [
    ['lint', 'plan.yaml', '-f', 'html=o.html', '-f', 'sarif=o.sarif', '-f', 'markdown=o.md', '-f', 'schedule=o.csv'],
    ['lint', 'plan.yaml', '-f', 'junit', '--verify', '--fix-geometry', '--assets', 'drawings', '-f', 'sarif=p.sarif'],
    ['lint', '.', '--workers', '2', '--as', 'reviewer'],
    ['lint', '**/*.yaml', '--since'],
    ['lint', 'plan.yaml', '--fix-dry-run'],
    ['lint', 'http://127.0.0.1:9/plan.yaml'],
    ['lint', 'addresses.yaml'],
    ['inspect', 'plan.yaml'],
    ['draw', 'plan.yaml', '-o', 'drawn'],
    ['baseline', 'plan.yaml'],
    ['lint', 'plan.yaml', '-f', 'record=o.record'],
    ['merge', 'o.record', '-f', 'sarif=all.sarif'],
    ['import', 'part.geojson', '-o', 'new.yaml'],
    ['explain', 'capture/view-into-private-zone'],
    ['rules'],
    ['schema', 'plan'],
    ['init', '--category', 'hotel', '-o', 'fresh.yaml'],
    ['completion', 'bash'],
  ];

  test('by any command', () => {
    const geometry =
      '{"type": "FeatureCollection", "features": [{"type": "Feature", "properties": {"element": "zone"}, ';
    const folder = new Folder({
      'shut.mjs': SHUT,
      'plan.yaml': SMALL_PLAN,
      'addresses.yaml': `# yaml-language-server: $schema=http://127.0.0.1:9/plan.schema.json
$schema: http://127.0.0.1:9/plan.schema.json
${SMALL_PLAN.replace('ceiling: 3', 'ceiling: 3, geometry: "http://127.0.0.1:9/part.geojson"')}`,
      'part.geojson': `${geometry}"geometry": {"type": "Polygon", "coordinates": [[[0, 0], [0.001, 0], [0.001, 0.001], [0, 0]]]}}]}`,
    });
    folder.git('init', '-q');
    folder.commit();
    const env = { NODE_OPTIONS: `--import ${folder.at('shut.mjs')}` };
    for (const line of LINES) {
      const { status, err } = command.run(line, folder.path, env);
      expect([line, err.match(/REACHED OUT.*/)?.[0]]).toEqual([line, undefined]);
      expect([line, [0, 1, 3].includes(status ?? 70)]).toEqual([line, true]);
    }
  }, 180_000);

  test('and the test would see it', () => {
    const folder = new Folder({
      'shut.mjs': SHUT,
      'get.mjs': 'import { get } from "node:http"; get("http://127.0.0.1:9");',
      'connect.mjs': 'import { connect } from "node:net"; connect(9);',
      'run.mjs': 'import { execFileSync } from "node:child_process"; execFileSync("true");',
    });
    for (const name of ['get.mjs', 'connect.mjs', 'run.mjs']) {
      const { status } = spawnSync(process.execPath, ['--import', folder.at('shut.mjs'), folder.at(name)]);
      expect([name, status]).toEqual([name, 99]);
    }
  });
});

describe('of src only dev knows of the network', () => {
  const SRC = join(import.meta.dirname, '..', '..', 'src');
  const sources = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts'))
    .map((path) => ({ path, text: readFileSync(join(SRC, path), 'utf8') }));

  test('no module of it is imported or loaded but by the server of dev, which listens to this machine alone', () => {
    const named = new RegExp(`['"](?:node:)?(?:${WAYS_OUT.join('|')})['"]`);
    const users = sources.filter(({ text }) => named.test(text));
    expect(users.map(({ path }) => path).sort()).toEqual([
      join('host', 'serve', 'events.ts'),
      join('host', 'serve', 'server.ts'),
    ]);
    const values = users.flatMap(({ text }) => [...text.matchAll(/^import \{([^}]*)\} from 'node:http'/gm)]);
    expect(values.flatMap(([, names]) => names.split(',').filter((name) => !/\btype\b/.test(name)))).toEqual([
      ' createServer',
    ]);
    expect(users.find(({ path }) => path.endsWith('server.ts'))?.text).toMatch(
      /const HOST = '127\.0\.0\.1';[\s\S]*\.listen\(\{ host: HOST,/,
    );
    // The page asks the server that it came from, by addresses without a host.
    const asking = sources.filter(({ text }) => /\bfetch\(|\bWebSocket\b|\bXMLHttpRequest\b/.test(text));
    expect(asking.map(({ path }) => path)).toEqual([join('web', 'connection.ts')]);
  });

  test('programs are started in two places: git, and the browser that dev is asked to open', () => {
    const users = sources.filter(({ text }) => /['"](?:node:)?child_process['"]/.test(text));
    expect(users.map(({ path }) => path)).toEqual([join('host', 'disk.ts'), join('host', 'serve', 'browse.ts')]);
    const started = users.flatMap(({ text }) => [...text.matchAll(/\bspawnSync\(([^,]+),/g)].map(([, what]) => what));
    expect(new Set(started)).toEqual(new Set(["'git'"]));
  });
});
