// Bundles what runs in a browser (src/web) into scripts; `node tools/build/page.mjs` writes the page's into dist as a module of
// texts, which the format `html` puts into its pages, and with the worker's as the files that `sitecam dev` serves and as the page
// that works without a server. Tests run the sources, and bundle when they first need it.
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { argv } from 'node:process';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';
import { BROWSER_ALIAS } from './browser.mjs';
import { noticeComment, noticesOf, packagesOf } from './notices.mjs';
import { validatorSource, validatorsPlugin } from './validators.mjs';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const MODULE = 'report/html/page-bundle.js';
/** Folder of the files that `sitecam dev` serves. */
const SERVED = 'page';
/** The page that works without a server. */
const PLAYGROUND = 'playground/playground.html';

/** Returns src/web/PATH as one script for browsers, and the packages whose code is in it. */
export async function browserBundle(path, { plugins = [], charset = 'ascii' } = {}) {
  const bundle = await rolldown({
    input: join(ROOT, 'src/web', path),
    platform: 'browser',
    tsconfig: join(ROOT, 'src/web/tsconfig.json'),
    resolve: { alias: BROWSER_ALIAS },
    plugins: [validatorsPlugin(validatorSource), ...plugins],
    // Our modules do nothing when they are loaded, but for the entry: what isn't used of them stays out.
    treeshake: { moduleSideEffects: (id) => id.endsWith('older-browsers.ts') },
    transform: { target: 'chrome90' },
    onLog: (_, { message }) => {
      throw new Error(message);
    },
  });
  const { output } = await bundle.generate({ format: 'iife', minify: true, charset, comments: false });
  if (output.length !== 1) throw new Error(`${path} is not one script: ${output.map(({ fileName }) => fileName)}`);
  const foreign = output[0].moduleIds.find((id) => /[/\\]node_modules[/\\]geojson-validation[/\\]/.test(id));
  if (foreign !== undefined) throw new Error(`${path} has code under the LGPL in it: ${foreign}`);
  // A control character that a text of the script escapes must not stand in it raw.
  const script = output[0].code
    .trim()
    .replace(/[\x00-\x08\x0b-\x1f\x7f-\x9f]/g, (unit) => `\\x${unit.charCodeAt(0).toString(16).padStart(2, '0')}`);
  return { script, packages: packagesOf(output[0].moduleIds) };
}

/** Returns src/web/PATH as one script for browsers. */
export async function browserScript(path) {
  return (await browserBundle(path)).script;
}

/** Returns style sheets of src/web as one, without comments and spaces that say nothing. */
function styleSheet(...paths) {
  return paths
    .map((path) => readFileSync(join(ROOT, 'src/web', path), 'utf8'))
    .join('')
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/\s*([{};,])\s*/g, '$1')
    .replace(/: /g, ':')
    .replace(/;}/g, '}')
    .trim();
}

/** Returns the files that `sitecam dev` serves, by their names. */
async function servedFiles() {
  const client = await browserBundle('live/main.tsx');
  const worker = await browserBundle('worker.ts');
  return {
    'client.js': client.script,
    'worker.js': worker.script,
    'style.css': styleSheet('page/style.css', 'live/style.css'),
    'LICENSES.txt': noticesOf(packagesIn(client, worker)),
  };
}

/** Returns the packages whose code is in bundles, each once. */
function packagesIn(...bundles) {
  const packages = bundles.flatMap((bundle) => bundle.packages);
  return [...new Map(packages.map((one) => [one.name, one])).values()];
}

/**
 * Returns the page that works without a server: one file, opened from a disk, that may ask for nothing. Its engine is text in
 * it, which the client starts as a worker.
 */
export async function playgroundPage() {
  const style = styleSheet('page/style.css', 'live/style.css', 'playground/style.css');
  const client = await browserBundle('playground/main.tsx', { charset: 'utf8' });
  const engine = await browserBundle('playground/worker.ts', { plugins: [pagePlugin()], charset: 'utf8' });
  const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  const policy = [
    "default-src 'none'",
    `script-src ${policyHash(client.script)}`,
    'worker-src blob:',
    `style-src ${policyHash(style)}`,
    "connect-src 'none'",
    'img-src data: blob:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  return `<!doctype html>
<html lang="zh-CN" data-version="${version}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>sitecam</title>
<link rel="icon" href="data:,">
<style>${style}</style>
</head>
<body>
<div id="app"></div>
<noscript><p>本页须运行脚本才能审查。</p><p lang="en">This page needs its script to judge a plan.</p></noscript>
<script type="text/plain" id="licences">${asBlock(noticesOf(packagesIn(client, engine)))}</script>
<script type="text/plain" id="engine">${asBlock(engine.script)}</script>
<script>${whole(client.script)}</script>
</body>
</html>
`;
}

/** What would end an element of script, or begin one in it. */
const ENDS = /<(?=!--|\/?script)/gi;

/** Returns a text as that of an element; for the engine, the client has the brackets back before it starts it. */
function asBlock(text) {
  // What would be read otherwise than it is written.
  if (/[\0\r\u2039]/.test(text) || !text.isWellFormed()) throw new Error('this is no text of an element');
  return text.replace(ENDS, '\u2039');
}

/** Returns a script that runs where it stands. */
function whole(script) {
  if (script.search(ENDS) !== -1) throw new Error('the script would end its element');
  return script;
}

/** Returns the source expression by which a content security policy allows an inline script or style. */
function policyHash(text) {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}

/** Returns the source of the module of texts. The script is passed on with every page, and so are the notices. */
export async function pageModule() {
  const { script, packages } = await browserBundle('frozen/main.tsx');
  const style = styleSheet('page/style.css');
  const texts = { SCRIPT: noticeComment(packages) + script, STYLE: style };
  return Object.entries(texts)
    .map(([name, text]) => `export const ${name} = ${JSON.stringify(text)};\n`)
    .join('');
}

/** Returns a plugin that supplies the module of texts to code run from its sources, as the build does for dist. */
export function pagePlugin() {
  return {
    name: 'page',
    resolveId(id, importer) {
      const path = id.startsWith('.') && importer !== undefined ? join(dirname(importer), id) : '';
      return path.replaceAll('\\', '/').endsWith(`/${MODULE}`) ? path : undefined;
    },
    async load(id) {
      return id.replaceAll('\\', '/').endsWith(`/${MODULE}`) ? pageModule() : undefined;
    },
  };
}

if (argv[1] === fileURLToPath(import.meta.url)) {
  const files = { [MODULE]: await pageModule(), [PLAYGROUND]: await playgroundPage() };
  for (const [name, text] of Object.entries(await servedFiles())) files[join(SERVED, name)] = text;
  for (const [name, text] of Object.entries(files)) {
    const path = join(ROOT, 'dist', name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
}
