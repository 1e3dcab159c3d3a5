import fs = require('node:fs');
import nodeModule = require('node:module');
import path = require('node:path');
import v8 = require('node:v8');
import vm = require('node:vm');
import zlib = require('node:zlib');

/** Loads files of the bundle, with the code that V8 made of them when sitecam was built, where it is there. */

/** A file of the bundle, wrapped as Node wraps a CommonJS module. */
type Wrapper = (exports: object, require: NodeJS.Require, module: object, filename: string, dirname: string) => void;

const BUNDLE = path.join(__dirname, '../bundle');

/** Node's own modules that hardly a run needs, and that take long to load. */
const RARE: ReadonlySet<string> = new Set(['node:child_process', 'node:worker_threads']);

// V8 takes kept code only under the flags it was compiled under, Node's own as well as ours. So what every run needs of
// Node is loaded before the flags are set, and they are set before anything of sitecam is loaded.
require('node:crypto');
void process.stdout;
// Most runs are over before optimised code pays for its compilation: let V8 wait longer before it starts on that.
v8.setFlagsFromString('--interrupt-budget=1000000');

const loaded = new Map<string, { exports: object }>();
const scripts = new Map<string, { readonly source: Buffer; readonly script: vm.Script }>();

/** What the file `name` of the bundle exports. */
function load(name: string): object {
  const known = loaded.get(name);
  if (known !== undefined) return known.exports;
  const file = path.join(BUNDLE, name);
  const source = fs.readFileSync(file);
  const script = compile(name, file, source);
  const module = { exports: {} };
  loaded.set(name, module);
  const wrapper: Wrapper = script.runInThisContext();
  wrapper(module.exports, requireOf(file), module, file, BUNDLE);
  return module.exports;
}

function compile(name: string, filename: string, source: Buffer): vm.Script {
  const cachedData = keptCode(name, source);
  const wrapped = `(function (exports, require, module, __filename, __dirname) {${source.toString('latin1')}\n})`;
  const script = new vm.Script(wrapped, {
    filename,
    ...(cachedData === undefined ? {} : { cachedData }),
    importModuleDynamically: vm.constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
  });
  scripts.set(name, { source, script });
  return script;
}

/** `require` as a file of the bundle has it, and `import()` of packages. */
function requireOf(file: string): NodeJS.Require {
  const node = nodeModule.createRequire(file);
  const own = (id: string): unknown => {
    if (id.startsWith('./') && fs.existsSync(path.join(BUNDLE, id))) return load(path.basename(id));
    return RARE.has(id) ? whenUsed(id) : node(id);
  };
  return Object.assign(own, node, { import: (id: string): Promise<unknown> => import(id) });
}

/** Stands for one of Node's modules until something of it is used. */
function whenUsed(id: string): object {
  return new Proxy({}, { get: (_, key) => Reflect.get(require(id), key) });
}

/** Where the code is that this very Node keeps. */
function keptFile(name: string): string {
  return path.join(__dirname, `../code/${process.version}-${process.platform}-${process.arch}`, `${name}.bin`);
}

const HEAD = 8;

/** V8 looks at versions and flags, not at what it runs: code of another source, or that was damaged, is refused here. */
function keptCode(name: string, source: Buffer): Buffer | undefined {
  try {
    const kept = fs.readFileSync(keptFile(name));
    const code = kept.subarray(HEAD);
    return kept.readUInt32LE(0) === zlib.crc32(source) && kept.readUInt32LE(4) === zlib.crc32(code) ? code : undefined;
  } catch {
    return undefined;
  }
}

/** Keeps the code of all that is loaded, for later runs; part of the build. */
function keep(): void {
  for (const [name, { source, script }] of scripts) {
    const code = script.createCachedData();
    const head = Buffer.alloc(HEAD);
    head.writeUInt32LE(zlib.crc32(source), 0);
    head.writeUInt32LE(zlib.crc32(code), 4);
    fs.mkdirSync(path.dirname(keptFile(name)), { recursive: true });
    fs.writeFileSync(keptFile(name), Buffer.concat([head, code]));
  }
}

export = { keep, load };
