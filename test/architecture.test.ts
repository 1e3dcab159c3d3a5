// The architecture: which rooms there are, what each may import, and how large its folders may grow (docs/architecture.md).
import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';

const SRC = join(import.meta.dirname, '../src');

/** The rooms, from the ground up: a room imports only from itself and from rooms listed before it. */
const ROOMS = [
  ...['base', 'i18n', 'geometry', 'source', 'render'],
  ...['law', 'models', 'config', 'plan'],
  ...['sight', 'facts', 'rules', 'lint'],
  ...['findings', 'draw', 'report', 'features', 'live', 'editor'],
  ...['web', 'import', 'host', 'cli'],
];

/** The rooms that may touch the machine: a browser's, or this one. Everything below is pure and runs on both. */
const MACHINE = ['web', 'host', 'cli'];
/** Those of them that are loaded where Node runs. */
const NODE = ['host', 'cli'];

/** Folders that are lists of like things: any number of files may lie in them. */
const LISTS = /^(rules\/[a-z]+|cli\/commands|report)$/;
const MOST_FILES = 12;

/** Folders that are still too large. The list may only shrink; the document model empties it. */
const TOO_LARGE: Readonly<Record<string, number>> = {};

/** Folders that later work rewrites: they were moved as they are, names and all. */
const MOVED_ONLY = /^(sight|import\/read\/dxf|import\/rooms|import\/openings)\//;

/** Words that say nothing of what a name stands for. */
const EMPTY_WORDS = new Set(['said', 'told', 'asked', 'known', 'found', 'own', 'thing', 'what']);

const FORBIDDEN_GLOBALS = [
  /\bprocess\s*[.[]/,
  /\bconsole\s*[.[]/,
  /\bBuffer\b/,
  /\brequire\(|\bcreateRequire\b/,
  /\bDate\.now\b/,
  /\bnew Date\(\s*\)/,
  /\bMath\.random\b/,
  /\bperformance\s*\./,
  /\bsetTimeout\b|\bsetInterval\b|\bsetImmediate\b/,
  /\bcrypto\.random|\brandomUUID\b|\brandomBytes\b/,
  /\bIntl\.|\.toLocale\w+\(|\.localeCompare\(/,
  /\bglobalThis\b/,
  /\bfetch\(/,
  /\bos\.EOL\b/,
];

interface Import {
  readonly specifier: string;
  /** Path in src of what is imported; undefined for a package. */
  readonly path: string | undefined;
  readonly isType: boolean;
  /** `import(…)`: loaded when that is run. */
  readonly isDynamic: boolean;
}

interface Module {
  readonly path: string;
  /** The first folder of its path; empty for what lies in src itself. */
  readonly room: string;
  readonly code: string;
  readonly imports: readonly Import[];
}

const files = readdirSync(SRC, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map(({ parentPath, name }) => join(parentPath, name).slice(SRC.length + 1))
  .sort();
const modules: readonly Module[] = files
  .filter((path) => /\.[cm]?tsx?$/.test(path) && !path.endsWith('.d.ts'))
  .map((path) => {
    const code = withoutComments(readFileSync(join(SRC, path), 'utf8'));
    return { path, room: roomOf(path), code, imports: importsOf(path, code) };
  });

function roomOf(path: string): string {
  return path.includes('/') ? path.slice(0, path.indexOf('/')) : '';
}

function importsOf(path: string, code: string): Import[] {
  const from = [...code.matchAll(/^\s*(?:import|export)\b([^'";]*?)\bfrom\s*['"]([^'"]+)['"]/gm)].map((match) => ({
    specifier: match[2],
    isType: /^\s*type\b/.test(match[1]) || /^\s*\{(\s*type\s+[^,}]+,?)+\s*\}\s*$/.test(match[1]),
    isDynamic: false,
  }));
  const called = [...code.matchAll(/(typeof\s+)?\bimport\s*\(?\s*['"]([^'"]+)['"]/g)].map((match) => ({
    specifier: match[2],
    isType: match[1] !== undefined,
    isDynamic: true,
  }));
  return [...from, ...called].map(({ specifier, isType, isDynamic }) => {
    const target = specifier.startsWith('.') ? join(dirname(path), specifier) : undefined;
    return { specifier, isType, isDynamic, path: target && sourceOf(target) };
  });
}

/** Returns the path of the source of a compiled module. */
function sourceOf(path: string): string {
  const typed = path.replace(/\.([cm]?)js$/, '.$1ts');
  return !files.includes(typed) && files.includes(`${typed}x`) ? `${typed}x` : typed;
}

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|[^:'"`])\/\/.*$/gm, '$1');
}

/** Every import, as `file → file`, for which `isWrong` holds. */
function arrows(isWrong: (from: Module, to: string, specifier: string) => boolean): string[] {
  return modules.flatMap((module) =>
    module.imports
      .filter(({ path, specifier }) => isWrong(module, path ?? '', specifier))
      .map(({ path, specifier }) => `${module.path} → ${path ?? specifier}`),
  );
}

const pure = modules.filter(({ room }) => room !== '' && !MACHINE.includes(room));

describe('rooms and floors', () => {
  test('texts below cli stand in catalogues, not as pairs of literals', () => {
    // Floors keep other rooms from importing it of cli; nor may one of them write it again.
    const saying = modules.filter(
      ({ room, code }) => room !== 'cli' && /\bfunction say\(|\bconst say = \(locale/.test(code),
    );
    expect(saying.map(({ path }) => path)).toEqual([]);
  });

  test('every folder of src is a room, and has a sentence at its door', () => {
    const rooms = [...new Set(files.map(roomOf))].filter((room) => room !== '');
    expect(rooms.sort()).toEqual([...ROOMS].sort());
    const table = readFileSync(join(SRC, '../docs/architecture.md'), 'utf8');
    const written = ROOMS.map((room) => {
      const [title, , belongs = '', , not = ''] = readFileSync(join(SRC, room, 'README.md'), 'utf8').split('\n');
      expect(title).toBe(`# ${room}`);
      return `| \`${room}/\` | ${belongs.replace(/\.$/, '')} | ${not.replace(/^It may not |\.$/g, '')} |`;
    });
    expect(written.filter((row) => !table.includes(row))).toEqual([]);
  });

  test('a room imports only from itself and from rooms below it', () => {
    const wrong = arrows(({ room }, to) => room !== '' && to !== '' && ROOMS.indexOf(roomOf(to)) > ROOMS.indexOf(room));
    expect(wrong).toEqual([]);
  });

  test('the public API is for others, and is itself of the pure rooms', () => {
    expect(arrows((_, to) => to === 'index.ts')).toEqual([]);
    expect(arrows(({ path }, to) => path === 'index.ts' && MACHINE.includes(roomOf(to)))).toEqual([]);
  });

  test('only host and cli import drawings', () => {
    const wrong = arrows(({ room }, to) => roomOf(to) === 'import' && !['import', ...NODE].includes(room));
    expect(wrong).toEqual([]);
  });

  test('nothing imports what runs in a browser: it is built into scripts', () => {
    expect(arrows(({ room }, to) => roomOf(to) === 'web' && room !== 'web')).toEqual([]);
  });

  test('no feature imports another', () => {
    const feature = (path: string): string => path.split('/')[1] ?? '';
    const wrong = arrows(
      (from, to) => from.room === 'features' && roomOf(to) === 'features' && feature(from.path) !== feature(to),
    );
    expect(wrong).toEqual([]);
  });

  test('no rule imports another', () => {
    const rules = modules.filter(({ code }) => /^export const rule\b/m.test(code)).map(({ path }) => path);
    const wrong = arrows(({ path, room }, to) => room === 'rules' && !isRegistry(path) && rules.includes(to));
    expect(wrong).toEqual([]);
  });

  test('no modules import each other in a circle, types aside', () => {
    expect(circles()).toEqual([]);
  });
});

function isRegistry(path: string): boolean {
  return path === 'rules/registry.gen.ts';
}

/** Circles of imports, each as the paths on it. */
function circles(): string[][] {
  const next = new Map(
    modules.map(({ path, imports }) => [
      path,
      imports.flatMap((one) => (one.path === undefined || one.isType ? [] : [one.path])),
    ]),
  );
  const done = new Set<string>();
  const circles: string[][] = [];
  const visit = (path: string, way: readonly string[]): void => {
    if (way.includes(path)) circles.push([...way.slice(way.indexOf(path)), path]);
    if (done.has(path) || way.includes(path)) return;
    for (const to of next.get(path) ?? []) visit(to, [...way, path]);
    done.add(path);
  };
  for (const { path } of modules) visit(path, []);
  return circles;
}

describe('start-up', () => {
  /** What a declaration may load beside the rooms below: lists of names, and what main tells errors by. */
  const LIGHT = ['config/error.ts', 'draw/options.ts', 'geometry/visibility/mismatch.ts', 'report/formats.gen.ts'];
  const ROOMS_AT_START = ['base', 'i18n', 'source', 'render', 'host', 'cli'];

  test('help and completion load no rule, no feature, nothing that a command needs to run', () => {
    const heavy = [...loadedBy('cli/main.ts')].filter(
      (path) => !ROOMS_AT_START.includes(roomOf(path)) && !LIGHT.includes(path),
    );
    expect(heavy).toEqual([]);
  });
});

/** The modules that are loaded with `path`, before anything is imported dynamically. */
function loadedBy(path: string, loaded = new Set<string>()): ReadonlySet<string> {
  loaded.add(path);
  const { imports = [] } = modules.find((module) => module.path === path) ?? {};
  for (const { path: next, isType, isDynamic } of imports) {
    if (next !== undefined && !isType && !isDynamic && !loaded.has(next)) loadedBy(next, loaded);
  }
  return loaded;
}

describe('folders', () => {
  test('hold at most twelve loose files, unless they are lists of like things', () => {
    const counts = new Map<string, number>();
    for (const path of files.filter((file) => /\.[cm]?tsx?$/.test(file) && !/(^|\/)texts\.ts$|\.gen\.ts$/.test(file))) {
      const folder = dirname(path);
      counts.set(folder, (counts.get(folder) ?? 0) + 1);
    }
    const large = [...counts].filter(([folder, count]) => count > MOST_FILES && !LISTS.test(folder));
    expect(large.filter(([folder, count]) => count > (TOO_LARGE[folder] ?? MOST_FILES))).toEqual([]);
    expect(Object.entries(TOO_LARGE).filter(([folder, count]) => count !== counts.get(folder))).toEqual([]);
  });

  test('have one door: no X.ts beside X/', () => {
    const folders = new Set(files.map(dirname));
    expect(modules.map(({ path }) => path).filter((path) => folders.has(path.replace(/\.[cm]?tsx?$/, '')))).toEqual([]);
  });
});

describe('names', () => {
  test('exported names have no word that says nothing', () => {
    const declared =
      /^export (?:declare )?(?:abstract )?(?:async )?(?:function\*?|const|let|class|interface|type|enum) (\w+)/gm;
    const wrong = modules
      .filter(({ path }) => !MOVED_ONLY.test(path))
      .flatMap(({ path, code }) =>
        [...code.matchAll(declared)]
          .map((match) => match[1])
          .filter((name) => wordsOf(name).some((word) => EMPTY_WORDS.has(word)))
          .map((name) => `${path}: ${name}`),
      );
    expect(wrong).toEqual([]);
  });

  test('files are named in lower case with hyphens', () => {
    const wrong = modules.filter(({ path }) => !/^[a-z0-9]+(-[a-z0-9]+)*(\.gen)?\.[cm]?tsx?$/.test(basename(path)));
    expect(wrong.map(({ path }) => path)).toEqual([]);
  });
});

function wordsOf(name: string): string[] {
  return name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .split(/[ _]/)
    .map((word) => word.toLowerCase());
}

describe('nothing below host touches the machine', () => {
  test('no module of Node', () => {
    const wrong = arrows(({ room }, _, specifier) => !NODE.includes(room) && specifier.startsWith('node:'));
    expect(wrong).toEqual([]);
  });

  test('no global that depends on the machine, the clock, chance or the locale', () => {
    const wrong = pure.flatMap(({ path, code }) =>
      FORBIDDEN_GLOBALS.flatMap((pattern) => {
        const match = pattern.exec(code);
        return match === null ? [] : [`${path}: ${match[0]}`];
      }),
    );
    expect(wrong).toEqual([]);
  });
});
