import { readdirSync } from 'node:fs';
import { createRequire, isBuiltin } from 'node:module';
import { basename, dirname, isAbsolute, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'rolldown';
import { BUNDLED } from './tools/build/bundled.mjs';
import { LIBRARY } from './tools/build/library.mjs';
import { noticesOf, packageOf, packagesOf } from './tools/build/notices.mjs';

/**
 * What the core imports, and the command has modules of its own for: what Node does faster, and what is better loaded late.
 * The core itself runs anywhere, and knows nothing of files.
 */
const NATIVE = {
  'ajv-i18n/localize/zh/index.js': 'host/native/ajv-i18n.js',
  'geojson-validation': 'host/native/geojson-validation.js',
  'base/hash.js': 'host/native/hash.js',
  'source/schema/validators.js': 'host/native/validators.js',
};

/** Loaded by commander for commands that are programs of their own: sitecam has none, and loading it takes 3 ms. */
const UNUSED = 'node:child_process';

/** What is loaded by its name: the command, what worker threads start with, the library's entries, and what LATE names. */
const entries = readdirSync('dist', { recursive: true })
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => path === 'cli/main.js' || /^host\/.*\bworker\.js$/.test(path));

/** What bundlers for browsers are told to take in place of the package of that name (see tools/build/browser.mjs). */
const FORM = 'geojson-form.cjs';

/** What the modules of src/host/native load when it is first needed, by the names by which they do. */
const LATE = {
  [FORM]: join('dist', 'plan/read/geojson-form.js'),
  'hash.cjs': join('dist', 'base/hash.js'),
  'ajv-i18n.cjs': fileURLToPath(import.meta.resolve('ajv-i18n/localize/zh/index.js')),
  ...Object.fromEntries(
    readdirSync(join('dist', 'source/schema'))
      .filter((name) => name.endsWith('-validator.js'))
      .map((name) => [name.replace(/\.js$/, '.cjs'), join('dist', 'source/schema', name)]),
  ),
};

/**
 * The command and the library as a few files: loading two hundred modules one by one took longer than linting a hotel. They are CommonJS,
 * which starts faster than the same as ES modules: by 120 ms on Node 20, by 50 ms on Node 24.
 */
export default defineConfig({
  input: {
    ...Object.fromEntries(entries.map((path) => [basename(path, '.js'), join('dist', path)])),
    ...Object.fromEntries(Object.entries(LIBRARY).map(([name, module]) => [name, join('dist', `${module}.js`)])),
    ...LATE,
  },
  platform: 'node',
  external: (id) =>
    id !== UNUSED &&
    !(id in NATIVE) &&
    !/^[.#]/.test(id) &&
    !isAbsolute(id) &&
    !BUNDLED.some((name) => id === name || id.startsWith(`${name}/`)),
  resolve: {
    alias: {
      // The spelling of yaml that can be taken apart: what isn't used stays out.
      yaml: fileURLToPath(new URL('browser/index.js', import.meta.resolve('yaml/package.json'))),
      // Whether to colour is decided in src/host/io.ts, not by chalk.
      '#supports-color': fileURLToPath(new URL('vendor/supports-color/browser.js', import.meta.resolve('chalk'))),
      [UNUSED]: false,
    },
  },
  plugins: [native(), packages(), ascii(), dense(), commonJs(), library(), notices()],
  output: {
    // As deep as dist/host, from where the package's own files are found.
    dir: 'dist/bundle',
    format: 'cjs',
    entryFileNames: ({ name }) => (name in LATE ? '[name]' : '[name].js'),
    chunkFileNames: '[name]-[hash].js',
    charset: 'ascii',
    // Nobody reads the documentation of a function there, and every start reads it past.
    comments: { jsdoc: false },
    codeSplitting: {
      groups: [
        // What every run of lint needs is one file, in which calls cross no border.
        {
          name: 'core',
          test: /[/\\]dist[/\\](?:base|i18n|geometry|source|law|config|plan|sight|facts|rules|lint)[/\\](?!.*-validator|hash\.js$)/,
        },
        { name: 'core', test: /[/\\]node_modules[/\\](?:delaunator|flatbush|flatqueue|robust-predicates|yaml)[/\\]/ },
      ],
    },
  },
});

/** Puts the modules of NATIVE in the place of what the core imports. */
function native() {
  const instead = new Map(
    Object.entries(NATIVE).map(([core, host]) => [
      /^(?:base|source)\//.test(core) ? resolve('dist', core) : core,
      resolve('dist', host),
    ]),
  );
  return {
    name: 'native',
    resolveId(id, importer) {
      if (id.startsWith('./') && id.slice(2) in LATE) return { id, external: true };
      // What stands in a package's place loads that package.
      if (id in NATIVE && importer === resolve('dist', NATIVE[id])) return { id, external: true };
      return instead.get(id.startsWith('.') && importer !== undefined ? join(dirname(importer), id) : id);
    },
  };
}

/** A package that stays one is loaded by `require`: Node 20 warns of an ES module there, on everybody's screen. */
function packages() {
  const require = createRequire(import.meta.url);
  return {
    name: 'packages',
    generateBundle(_, bundle) {
      const named = new Set(Object.values(bundle).flatMap(({ imports = [] }) => imports));
      for (const id of named) {
        if (id in bundle || isBuiltin(id)) continue;
        const path = require.resolve(id);
        const type = packageOf(path)?.type;
        if (path.endsWith('.mjs') || (type === 'module' && !path.endsWith('.cjs'))) {
          throw new Error(`${id} is an ES module: add its package to BUNDLED, or import it when it is needed`);
        }
      }
    },
  };
}

/**
 * Source of one byte a character takes half the memory in V8. What `charset` leaves are comments, and those stay: the page in
 * HTML is told its functions as they stand in the bundle.
 */
function ascii() {
  return {
    name: 'ascii',
    generateBundle(_, bundle) {
      for (const chunk of Object.values(bundle)) {
        if (chunk.type !== 'chunk') continue;
        chunk.code = chunk.code.replace(
          /[^\0-\x7f]/g,
          (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
        );
      }
    },
  };
}

/**
 * Validators are generated, a fifth of them indentation, and nobody reads them. No string of theirs goes over a line: line
 * breaks are escaped.
 */
function dense() {
  return {
    name: 'dense',
    generateBundle(_, bundle) {
      for (const chunk of Object.values(bundle)) {
        if (chunk.fileName.endsWith('-validator.cjs')) chunk.code = chunk.code.replace(/^[ \t]+/gm, '');
      }
    },
  };
}

/** Above the bundle the package is of ES modules. Bundlers for browsers are told what is in an LGPL package's place. */
function commonJs() {
  return {
    name: 'common-js',
    generateBundle() {
      const manifest = { type: 'commonjs', browser: { 'geojson-validation': `./${FORM}` } };
      this.emitFile({ type: 'asset', fileName: 'package.json', source: `${JSON.stringify(manifest, null, 2)}\n` });
    },
  };
}

/** The doors of the library for `import`, which name what `require` gives. */
function library() {
  return {
    name: 'library',
    generateBundle(_, bundle) {
      for (const name of Object.keys(LIBRARY)) {
        const names = bundle[`${name}.js`].exports.join(', ');
        const source = `import library from './${name}.js';\n\nexport const { ${names} } = library;\n`;
        this.emitFile({ type: 'asset', fileName: `${name}.mjs`, source });
      }
    },
  };
}

/** The licences of the packages whose code is in the bundle. */
function notices() {
  return {
    name: 'notices',
    generateBundle(_, bundle) {
      const modules = Object.values(bundle).flatMap(({ moduleIds = [] }) => moduleIds);
      this.emitFile({ type: 'asset', fileName: 'LICENSES.txt', source: noticesOf(packagesOf(modules)) });
    },
  };
}
