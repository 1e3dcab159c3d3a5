// The frozen set: every output of every command for every shipped plan, one line of hash, size and name each.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { DEFAULT_PACK, loadPack } from '../../src/law/load.js';
import { REPORT_FORMATS } from '../../src/report/formats.gen.js';
import { SCRIPT, STYLE } from '../../src/report/html/page-bundle.js';
import { DATA, hasData } from '../import/support.js';
import { sitecam } from '../support/io.js';

const FILE = 'fixtures/golden/frozen.txt';
const LANGS = ['zh-CN', 'en'] as const;
const DAY = ['--today', '2026-11-24'];

/** Folder to write every output to, so that two builds can be compared: `SITECAM_KEEP=/tmp/a`. */
const KEEP = process.env.SITECAM_KEEP;

/** Prefix of lines on real data. Where the data is absent, these lines are kept unchecked. */
const REAL = 'real/';

const lines = new Map<string, string>();

function add(name: string, content: string | Uint8Array): void {
  if (lines.has(name)) throw new Error(`${name} is frozen twice`);
  const bytes = Buffer.from(typeof content === 'string' ? withoutScript(content) : content);
  lines.set(name, `${createHash('sha256').update(bytes).digest('hex').slice(0, 24)} ${bytes.length} ${name}`);
  if (KEEP === undefined) return;
  mkdirSync(dirname(join(KEEP, name)), { recursive: true });
  writeFileSync(join(KEEP, name), bytes);
}

/** Returns a page without the script and the style sheet that all pages have: their tests are in a browser. */
function withoutScript(text: string): string {
  if (!text.includes(SCRIPT)) return text;
  const hashes = [SCRIPT, STYLE].map((one) => createHash('sha256').update(one).digest('base64'));
  const bare = text.replaceAll(SCRIPT, '{script}').replaceAll(STYLE, '{style}');
  return hashes.reduce((page, hash) => page.replaceAll(hash, '{hash}'), bare);
}

/** Runs a command, and freezes its streams, its exit code and the files it writes. */
async function freeze(name: string, argv: readonly string[], given: Readonly<Record<string, string>> = {}) {
  const ran = await sitecam(argv, { given });
  add(`${name}/streams`, `${ran.code}\n${ran.out}\n${ran.err}`);
  for (const [path, text] of ran.written) add(`${name}/${path}`, text);
  return ran.written;
}

function filesUnder(folder: string, wanted: RegExp): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((path) => join(folder, path))
    .filter((path) => wanted.test(path) && statSync(path).isFile())
    .sort();
}

const SITES = filesUnder('fixtures/sites', /\/(plan|violations|forgotten)\.(yaml|geojson)$/);

test.each(SITES)('%s in every format and both languages', async (plan) => {
  const name = `lint/${plan.slice('fixtures/sites/'.length)}`;
  for (const lang of LANGS) {
    const formats = REPORT_FORMATS.flatMap((format) => ['-f', `${format}=${format}`]);
    const options = [...formats, '--lang', lang, ...DAY];
    await freeze(`${name}.${lang}`, ['lint', plan, ...options, '--assets', 'drawings']);
    await freeze(`${name}.verbose.${lang}`, ['lint', plan, '--verbose', '--lang', lang, ...DAY]);
  }
  await freeze(`${name}.fixes`, ['lint', plan, '--fix-geometry', '-f', 'json', ...DAY]);
  await freeze(`${name}.redact`, ['lint', plan, '--redact', '-f', 'html=html', '-f', 'markdown', ...DAY]);
  await freeze(`${name}.inspect`, ['inspect', plan]);
  await freeze(`${name}.inspect.en`, ['inspect', plan, '-f', 'json', '--lang', 'en']);
});

// Hundreds of whole runs in one test, on whatever machine.
vi.setConfig({ testTimeout: 240_000 });

test('sites compared with their violations', async () => {
  for (const plan of SITES.filter((path) => /plan\.(yaml|geojson)$/.test(path))) {
    const other = plan.replace('plan.', 'violations.');
    for (const lang of LANGS) {
      const formats = ['terminal', 'markdown', 'html', 'json', 'sarif', 'junit', 'github', 'gitlab'];
      const options = formats.flatMap((format) => ['-f', `${format}=${format}`]);
      await freeze(`diff/${basename(dirname(plan))}.${lang}`, [
        'diff',
        plan,
        other,
        ...options,
        '--lang',
        lang,
        ...DAY,
      ]);
    }
  }
});

test('evasions, malformed plans, and fixtures of repairs', async () => {
  const plans = [
    ...filesUnder('fixtures/evasion', /\/plan\.(yaml|geojson)$/),
    ...filesUnder('fixtures/malformed', /\.(yaml|geojson)$/),
    ...filesUnder('fixtures/diff', /\.yaml$/),
  ];
  for (const plan of plans) {
    const name = plan.slice('fixtures/'.length);
    await freeze(`${name}.zh-CN`, ['lint', plan, '--verbose', ...DAY]);
    await freeze(`${name}.en`, ['lint', plan, '-f', 'json', '-f', 'markdown=markdown', '--lang', 'en', ...DAY]);
  }
});

test('conflicts and drawings', async () => {
  for (const plan of filesUnder('fixtures/conflicts', /-(mask|zoom|ptz|inside)\.yaml$/)) {
    const name = `conflicts/${basename(plan)}`;
    await freeze(`${name}.zh-CN`, ['conflicts', plan, ...DAY, '--assets', 'drawn']);
    await freeze(`${name}.en`, ['conflicts', plan, ...DAY, '-f', 'json', '--lang', 'en']);
    await freeze(`${name}.md`, ['conflicts', plan, ...DAY, '-f', 'markdown']);
  }
  await freeze('draw/ktv', ['draw', 'fixtures/sites/ktv/violations.yaml', '-o', 'drawn', ...DAY]);
  await freeze('draw/ktv.en', ['draw', 'fixtures/sites/ktv/violations.yaml', '-o', 'drawn', '--lang', 'en', ...DAY]);
});

interface Import {
  readonly name: string;
  readonly sources: readonly string[];
  readonly options?: readonly string[];
}

const HERE = 'fixtures/import';
const IMPORTS: readonly Import[] = [
  { name: 'osm', sources: [`${HERE}/osm/building.geojson`] },
  {
    name: 'geojson',
    sources: [`${HERE}/geojson/一层.geojson`],
    options: ['--mapping', `${HERE}/geojson/mapping.yaml`],
  },
  { name: 'dxf', sources: [`${HERE}/dxf/guest-house.dxf`], options: ['--category', '旅店'] },
  { name: 'dxf-gbk', sources: [`${HERE}/dxf/guest-house-gbk.dxf`], options: ['--category', '旅店'] },
  { name: 'dxf-mapped', sources: [`${HERE}/dxf/annex.dxf`], options: ['--mapping', `${HERE}/dxf/mapping.yaml`] },
  {
    name: 'cameras',
    sources: [`${HERE}/cameras/street.geojson`],
    options: ['--mapping', `${HERE}/cameras/buildings.mapping.yaml`],
  },
  {
    name: 'camera-points',
    sources: [`${HERE}/cameras/points.geojson`],
    options: ['--mapping', `${HERE}/cameras/points.mapping.yaml`],
  },
  { name: `${REAL}campus`, sources: [`${DATA}/imdf-spbstu-campus`] },
  { name: `${REAL}dresden`, sources: [`${DATA}/osm-apb-dresden/apb.geojson`] },
  { name: `${REAL}ncu`, sources: [`${DATA}/rooms-ncu-r3/R3-1F-Polygon.geojson`] },
  { name: `${REAL}villa`, sources: [`${DATA}/drawings/dxf-villa-open/Ceco.NET-Architecture-Tm-53.dxf`] },
  { name: `${REAL}pavilion`, sources: [`${DATA}/drawings/dxf-pavilion-barcelona/plan.dxf`] },
  { name: `${REAL}house`, sources: [`${DATA}/drawings/dxf-house-us/floorplan.dxf`] },
  { name: `${REAL}clinic`, sources: [`${DATA}/drawings/dxf-clinic-tangent/诊所一层.dxf`] },
  { name: `${REAL}monaco`, sources: [`${DATA}/cameras-monaco/monaco-cameras.geojson`] },
];

test.each(IMPORTS)('$name, imported twice', async ({ name, sources, options = [] }) => {
  if (!sources.every((path) => existsSync(path))) return;
  for (const lang of LANGS) {
    const argv = ['import', ...sources, '-o', 'plan.yaml', '--record', 'record.md', ...options, '--lang', lang];
    const written = await freeze(`${name}.import.${lang}`, argv);
    await freeze(`${name}.again.${lang}`, argv, Object.fromEntries(written));
  }
});

test.each(LANGS)('the starter plan of every category, in %s', async (lang) => {
  let plans = '';
  for (const { id } of loadPack(DEFAULT_PACK).categories) {
    plans += (await sitecam(['init', '--category', id, '-o', '-', '--lang', lang])).out;
  }
  add(`init.all.${lang}`, plans);
});

test('every command’s help, and what is known of rules, articles and schemas', async () => {
  const help = await sitecam(['--help', '--lang', 'en']);
  const commands = [...help.out.matchAll(/^ {2}([a-z]+) \[/gm)].map((match) => match[1]);
  expect(commands.length).toBeGreaterThan(12);
  for (const lang of LANGS) {
    await freeze(`help/sitecam.${lang}`, ['--help', '--lang', lang]);
    for (const command of commands) await freeze(`help/${command}.${lang}`, [command, '--help', '--lang', lang]);
    await freeze(`rules.${lang}`, ['rules', '--lang', lang]);
    await freeze(`init.${lang}`, ['init', '--lang', lang]);
    for (const subject of ['8', '9', '9.2(3)', '13.2', 'capture/view-into-private-zone', 'coverage/required']) {
      await freeze(`explain/${subject}.${lang}`, ['explain', subject, '--lang', lang]);
    }
  }
  await freeze('rules.json', ['rules', '--format', 'json']);
  await freeze('rules.markdown', ['rules', '--format', 'markdown']);
  for (const schema of ['plan', 'config', 'law']) await freeze(`schema/${schema}`, ['schema', schema]);
  for (const shell of ['bash', 'zsh', 'fish']) await freeze(`completion/${shell}`, ['completion', shell]);
});

/**
 * `-u` rewrites the file. To see what differs, compare two SITECAM_KEEP folders; say in the commit what changed and
 * why.
 */
test('is what was frozen', async () => {
  if (!hasData('')) {
    const before = readFileSync(FILE, 'utf8').trim().split('\n');
    for (const line of before) {
      const name = line.split(' ').slice(2).join(' ');
      if (name.startsWith(REAL)) lines.set(name, line);
    }
  }
  const all = [...lines].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, line]) => line);
  await expect(`${all.join('\n')}\n`).toMatchFileSnapshot(join('../..', FILE));
});
