import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, relative, sep } from 'node:path';
import { describe, expect, test } from 'vitest';

/** From the ground up: a floor imports only from itself and those below. */
const FLOORS = [
  'base',
  'geometry',
  'i18n',
  'law',
  'source',
  'render',
  'config',
  'plan',
  'sight',
  'facts',
  'rules',
  'engine',
  'report',
  'import',
  'cli',
];

/** What only cli may touch: a verdict must not depend on the machine, the clock or chance. */
const FORBIDDEN_MODULES =
  /^(node:)?(fs|process|console|os|child_process|worker_threads|timers|http|https|net|perf_hooks|path\/win32)(\/|$)/;
const FORBIDDEN_GLOBALS = [
  /\bprocess\s*[.[]/,
  /\bconsole\s*[.[]/,
  /\bDate\.now\b/,
  /\bnew Date\(\s*\)/,
  /\bMath\.random\b/,
  /\bperformance\s*\./,
  /\bsetTimeout\b|\bsetInterval\b|\bsetImmediate\b/,
  /\bcrypto\.random|\brandomUUID\b|\brandomBytes\b/,
  /\bIntl\.|\.toLocale\w+\(|\.localeCompare\(/,
  /\bglobalThis\b/,
  /\bfetch\(/,
];

const SRC = join(import.meta.dirname, '..', 'src');

interface Module {
  readonly path: string;
  readonly floor: string;
  readonly code: string;
  readonly imports: readonly string[];
}

const modules: readonly Module[] = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.ts') && !path.endsWith('.d.ts'))
  .map((path) => path.split(sep).join('/'))
  .sort()
  .map((path) => {
    const text = readFileSync(join(SRC, path), 'utf8');
    return {
      path,
      floor: path.includes('/') ? path.split('/')[0] : '',
      code: withoutComments(text),
      imports: importsOf(text),
    };
  });

function importsOf(text: string): string[] {
  const from = [...text.matchAll(/^\s*(?:import|export)\b[^'";]*?\bfrom\s*['"]([^'"]+)['"]/gm)];
  const bare = [...text.matchAll(/\bimport\s*\(?\s*['"]([^'"]+)['"]/g)];
  return [...from, ...bare].map((match) => match[1]);
}

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|[^:'"`])\/\/.*$/gm, '$1');
}

function floorOf(module: Module, specifier: string): string | undefined {
  if (!specifier.startsWith('.')) return undefined;
  const target = relative(SRC, normalize(join(SRC, dirname(module.path), specifier))).split(sep);
  return target.length > 1 ? target[0] : '';
}

const below = modules.filter(({ floor }) => floor !== 'cli' && floor !== '');

describe('the floors of the house', () => {
  test('every folder of src is a floor', () => {
    expect(modules.map(({ floor }) => floor).filter((floor) => floor !== '' && !FLOORS.includes(floor))).toEqual([]);
  });

  test('a floor imports only from itself and those below', () => {
    const wrong = modules
      .filter(({ floor }) => floor !== '')
      .flatMap((module) =>
        module.imports
          .map((specifier) => ({ specifier, to: floorOf(module, specifier) }))
          .filter(({ to }) => to !== undefined && FLOORS.indexOf(to) > FLOORS.indexOf(module.floor))
          .map(({ specifier }) => `${module.path} → ${specifier}`),
      );
    expect(wrong).toEqual([]);
  });

  test('nothing below the top imports the public API', () => {
    const wrong = modules.flatMap((module) =>
      module.floor === ''
        ? []
        : module.imports.filter((specifier) => floorOf(module, specifier) === '').map((to) => `${module.path} → ${to}`),
    );
    expect(wrong).toEqual([]);
  });

  test('importers are known to cli alone', () => {
    const wrong = below.filter(
      (module) => module.floor !== 'import' && module.imports.some((to) => floorOf(module, to) === 'import'),
    );
    expect(wrong.map(({ path }) => path)).toEqual([]);
  });

  test('rules know nothing of one another across groups but what is shared', () => {
    const rules = modules.filter(({ floor }) => floor === 'rules');
    const wrong = rules.flatMap((module) =>
      module.imports
        .filter((to) => /\/(capture|coverage|plan|waiver)\//.test(to) && module.path !== 'rules/index.ts')
        .filter((to) => /^export const rule\b/m.test(readFileSync(target(module, to), 'utf8')))
        .map((to) => `${module.path} → ${to}`),
    );
    expect(wrong).toEqual([]);
  });
});

function target(module: Module, specifier: string): string {
  return join(SRC, dirname(module.path), specifier).replace(/\.js$/, '.ts');
}

describe('nothing below cli touches the machine', () => {
  test('no module that reads files, time or the process', () => {
    const wrong = below.flatMap(({ path, imports }) =>
      imports.filter((specifier) => FORBIDDEN_MODULES.test(specifier)).map((specifier) => `${path} → ${specifier}`),
    );
    expect(wrong).toEqual([]);
  });

  test('no global that depends on the machine, the clock, chance or the locale', () => {
    const wrong = below.flatMap(({ path, code }) =>
      FORBIDDEN_GLOBALS.flatMap((pattern) => {
        const found = pattern.exec(code);
        return found === null ? [] : [`${path}: ${found[0]}`];
      }),
    );
    expect(wrong).toEqual([]);
  });

  test('texts are never sorted by locale or split into lines by the machine', () => {
    const wrong = below.filter(({ code }) => /\bos\.EOL\b/.test(code));
    expect(wrong.map(({ path }) => path)).toEqual([]);
  });
});
