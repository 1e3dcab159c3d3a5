import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { WEB_IFC } from '../../src/host/ifc/web-ifc.js';
import { HIGHS } from '../../src/host/suggest/solver.js';
import { BUNDLED } from '../../tools/build/bundled.mjs';

interface Locked {
  readonly version: string;
  readonly integrity?: string;
  readonly resolved?: string;
  readonly license?: string;
  readonly dev?: boolean;
  readonly link?: boolean;
  readonly inBundle?: boolean;
  readonly hasInstallScript?: boolean;
}

interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly license?: unknown;
  readonly scripts?: Readonly<Record<string, string>>;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
}

const read = (path: string): string => readFileSync(path, 'utf8');
const own: Manifest = JSON.parse(read('package.json'));
const lock: { lockfileVersion: number; packages: Record<string, Locked & Manifest> } = JSON.parse(
  read('package-lock.json'),
);
const locked = Object.entries(lock.packages).filter(([path]) => path !== '');
const installed = locked.filter(([path]) => existsSync(path));

/** Licences of what runs at users': each lets the package be passed on with its notice. */
const AT_USERS = ['MIT', 'ISC', 'BSD-3-Clause', 'Unlicense'];
/**
 * Of what is used to build and test alone, and never passed on; but for BlueOak-1.0.0, which is as free as MIT: what is under it
 * goes into the extension's bundle with its notice.
 */
const AT_HOME = [...AT_USERS, 'BlueOak-1.0.0', 'Apache-2.0', 'MIT OR Apache-2.0', '0BSD', 'BSL-1.0', 'MPL-2.0'];
/** Under the LGPL: one is passed on as it came, never bundled; the other is tested against. */
const BY_NAME: Readonly<Record<string, string>> = {
  'geojson-validation': 'LGPL-3',
  'geos-wasm': 'LGPL-3.0-or-later',
};

/**
 * What people install themselves if they need it; here it is a devDependency. As an optional peerDependency besides, npm 11
 * would call all that tests use required in the list of what runs (`npm sbom`).
 */
const BESIDE = ['highs', 'web-ifc'];

/** Where people are told to install them, and as what the command does. */
const PAGES: Readonly<Record<string, { file: string; asked: string }>> = {
  highs: { file: 'suggest.md', asked: HIGHS },
  'web-ifc': { file: 'import.md', asked: WEB_IFC },
};

const nameOf = (path: string): string => path.replace(/^.*node_modules\//, '');

describe('the lock file', () => {
  test('names what is installed by a checksum, from the registry, and nothing else', () => {
    expect(lock.lockfileVersion).toBe(3);
    for (const [path, { integrity, resolved, link, inBundle }] of locked) {
      expect(integrity, path).toMatch(/^sha512-[A-Za-z0-9+/]{86}==$/);
      expect(resolved ?? 'https://registry.npmjs.org/', path).toMatch(/^https:\/\/registry\.npmjs\.org\//);
      expect([link, inBundle], path).toEqual([undefined, undefined]);
    }
  });

  test('is that of package.json, which names one version of each', () => {
    const { dependencies, devDependencies } = lock.packages[''];
    expect({ dependencies, devDependencies }).toEqual({
      dependencies: own.dependencies,
      devDependencies: own.devDependencies,
    });
    for (const [name, version] of Object.entries({ ...own.dependencies, ...own.devDependencies })) {
      expect(version, name).toMatch(/^\d+\.\d+\.\d+$/);
      expect(lock.packages[`node_modules/${name}`].version, name).toBe(version);
    }
  });

  test('names no package that runs a script when it is installed, nor is there one', () => {
    expect(locked.filter(([, { hasInstallScript }]) => hasInstallScript === true)).toEqual([]);
    expect(installed.length).toBeGreaterThan(100);
    for (const [path] of installed) {
      const { scripts = {} }: Manifest = JSON.parse(read(join(path, 'package.json')));
      const running = ['preinstall', 'install', 'postinstall'].filter((name) => name in scripts);
      expect([...running, ...(existsSync(join(path, 'binding.gyp')) ? ['binding.gyp'] : [])], path).toEqual([]);
    }
  });
});

describe('licences', () => {
  test('of all packages are known and allowed', () => {
    for (const [path, { license, dev }] of locked) {
      const name = nameOf(path);
      if (name in BY_NAME) expect(license, path).toBe(BY_NAME[name]);
      else expect(dev === true && !BUNDLED.includes(name) ? AT_HOME : AT_USERS, path).toContain(license);
    }
  });

  test('are those that the packages themselves name, with their texts where they are passed on', () => {
    for (const [path, { license, version, dev }] of installed) {
      const manifest: Manifest = JSON.parse(read(join(path, 'package.json')));
      expect([manifest.name, manifest.version, manifest.license], path).toEqual([nameOf(path), version, license]);
      if (dev === true && !BUNDLED.includes(nameOf(path))) continue;
      expect(readdirSync(path).filter((file) => /^licen[cs]e([.-]|$)/i.test(file)).length, path).toBeGreaterThan(0);
    }
  });
});

const STATEMENTS = [
  /^\s*(?:import|export)\b[^'";]*?\bfrom\s*'([^'.][^']*)'/gm,
  /\b(?:import|require|load|resolve)\(\s*'([@a-z][\w@/.:-]*)'/g,
  /\bcreateRequire\(\s*import\.meta\.url[^;]*?\('([@a-z][\w@/.:-]*)'/g,
];

/** Every module that sources in these folders and files name. */
function named(places: readonly string[]): Set<string> {
  const files = places.flatMap((place) =>
    place.includes('.')
      ? [place]
      : readdirSync(place, { recursive: true, encoding: 'utf8' }).map((file) => join(place, file)),
  );
  const texts = files.filter((file) => /\.(?:c|m)?[jt]sx?$/.test(file)).map(read);
  return new Set(texts.flatMap((text) => STATEMENTS.flatMap((one) => [...text.matchAll(one)].map(([, id]) => id))));
}

const packageOf = (id: string): string => /^(?:@[^/]+\/)?[^/]+/.exec(id)?.[0] ?? id;

describe('dependencies', () => {
  test('are each used, by what they are for', () => {
    // The build compiles validators, which use what it says.
    const inSource = new Set([...named(['src', 'tools/build'])].map(packageOf));
    const elsewhere = new Set(
      [...named(['test', 'editors/vscode/src', 'tools/gen', 'rolldown.config.js', 'vitest.config.ts'])].map(packageOf),
    );
    // What is bundled is a devDependency, or comes with one.
    const bundled = BUNDLED.filter((name) => name in (own.devDependencies ?? {}));
    const comesWith = new Set(
      BUNDLED.flatMap((name) => Object.keys(lock.packages[`node_modules/${name}`].dependencies ?? {})),
    );
    const isUsed = (name: string) => inSource.has(name) || (comesWith.has(name) && elsewhere.has(name));
    expect([...Object.keys(own.dependencies ?? {}), ...bundled].filter((name) => !isUsed(name))).toEqual([]);
    for (const name of BUNDLED) expect(lock.packages[`node_modules/${name}`].dev, name).toBe(true);
    const scripts = `${Object.values(own.scripts ?? {}).join('\n')}\n${read('.ci/run')}`;
    expect(BESIDE.filter((name) => !inSource.has(name))).toEqual([]);
    const unused = Object.keys(own.devDependencies ?? {}).filter((name) => {
      if (BESIDE.includes(name) || bundled.includes(name)) return false;
      const typed = name.replace(/^@types\//, '');
      const command = { typescript: 'tsc', '@biomejs/biome': 'biome' }[name] ?? name;
      if (name.startsWith('@types/')) return typed !== 'node' && ![...inSource, ...elsewhere].includes(typed);
      return !elsewhere.has(name) && !new RegExp(`(^|\\s)${command}\\s`, 'm').test(scripts);
    });
    expect(unused).toEqual([]);
  });

  test('are all that the sources use', () => {
    const used = [...named(['src'])].filter((id) => !/^node:|\.cjs$/.test(id)).map(packageOf);
    const known = new Set([...Object.keys(own.dependencies ?? {}), ...BUNDLED, ...BESIDE, 'geojson', 'sarif']);
    expect([...new Set(used)].filter((name) => !known.has(name))).toEqual([]);
  });

  test('that people install themselves are named in the version that is tested, and come with no package', () => {
    for (const name of BESIDE) {
      const version = own.devDependencies?.[name];
      expect(own.dependencies?.[name]).toBeUndefined();
      expect(lock.packages[`node_modules/${name}`].dev).toBe(true);
      const page = PAGES[name];
      for (const language of ['zh-CN', 'en'])
        expect(read(`docs/${language}/${page.file}`)).toContain(`${name}@${version}`);
      expect(page.asked).toBe(`${name}@${version}`);
    }
  });

  test('can be listed for those who ask, as npm does it: those at users are required, the others optional', () => {
    const asked = ['sbom', '--sbom-format', 'cyclonedx', '--package-lock-only'];
    const { status, stdout } = spawnSync('npm', asked, { encoding: 'utf8' });
    expect(status).toBe(0);
    const { components }: { components: { name: string; version: string; scope: string }[] } = JSON.parse(stdout);
    const listed = components.map(({ name, version, scope }) => `${name} ${version} ${scope}`).sort();
    const wanted = locked.map(
      ([path, { version, dev }]) => `${nameOf(path)} ${version} ${dev === true ? 'optional' : 'required'}`,
    );
    expect(listed).toEqual(wanted.sort());
  });
});

test('the scripts of the gate fetch nothing by a name alone', () => {
  const lines = ['run', 'pack-offline'].flatMap((file) => read(join('.ci', file)).split('\n'));
  const fetched = lines.flatMap((line) =>
    [...line.matchAll(/(?:^|\s)(@[a-z-]+\/[a-z-]+)(@\S+)?/g)].map(([, name, version]) => [name, version]),
  );
  expect(fetched.length).toBeGreaterThan(0);
  for (const [name, version] of fetched) expect(version, name).toMatch(/^@\d+\.\d+\.\d+$/);
});
