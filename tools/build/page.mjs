// Bundles what runs in a browser (src/web) into scripts; `node tools/build/page.mjs` writes the page's into dist as a module of
// texts, which the format `html` puts into its pages, and with the worker's as the files that `sitecam dev` serves. Tests run the
// sources, and bundle when they first need it.
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

/** Returns src/web/PATH as one script for browsers, and the packages whose code is in it. */
export async function browserBundle(path) {
  const bundle = await rolldown({
    input: join(ROOT, 'src/web', path),
    platform: 'browser',
    tsconfig: join(ROOT, 'src/web/tsconfig.json'),
    resolve: { alias: BROWSER_ALIAS },
    plugins: [validatorsPlugin(validatorSource)],
    // Our modules do nothing when they are loaded, but for the entry: what isn't used of them stays out.
    treeshake: {
      moduleSideEffects: (id) => id.endsWith('older-browsers.ts'),
      manualPureFunctions: ['catalogue', 'memoize', 'memoizeNamed'],
    },
    transform: { target: 'chrome90' },
    onLog: (_, { message }) => {
      throw new Error(message);
    },
  });
  const { output } = await bundle.generate({ format: 'iife', minify: true, charset: 'ascii', comments: false });
  if (output.length !== 1) throw new Error(`${path} is not one script: ${output.map(({ fileName }) => fileName)}`);
  const foreign = output[0].moduleIds.find((id) => /[/\\]node_modules[/\\]geojson-validation[/\\]/.test(id));
  if (foreign !== undefined) throw new Error(`${path} has code under the LGPL in it: ${foreign}`);
  return { script: output[0].code.trim(), packages: packagesOf(output[0].moduleIds) };
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
  const packages = new Map([...client.packages, ...worker.packages].map((one) => [one.name, one]));
  return {
    'client.js': client.script,
    'worker.js': worker.script,
    'style.css': styleSheet('page/style.css', 'live/style.css'),
    'LICENSES.txt': noticesOf([...packages.values()]),
  };
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
  const files = { [MODULE]: await pageModule() };
  for (const [name, text] of Object.entries(await servedFiles())) files[join(SERVED, name)] = text;
  for (const [name, text] of Object.entries(files)) {
    const path = join(ROOT, 'dist', name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
}
