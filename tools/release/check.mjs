// Says what keeps this tree from being released: `npm run release:check [-- NODE...]`, where NODE are the programs of the
// other Node.js lines. Each line says which check, where, what is wrong and what to do; exit code 1 if there is any.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { argv, execPath } from 'node:process';
import { fileURLToPath } from 'node:url';
import { BUNDLED } from '../build/bundled.mjs';
import { contentProblems } from './contents.mjs';

/** Lines of Node.js that a release is for. */
const NODE_LINES = ['20', '22', '24'];
/** Most bytes of the package, unpacked. */
const MOST_BYTES = 12.5e6;
const SBOM = 'dist/release/sbom.cdx.json';

/** What people read or run that names the project's home or a version. */
const PUBLIC = [
  ...['package.json', 'action.yml', '.pre-commit-hooks.yaml', 'README.md', 'README.en.md', 'SECURITY.md'],
  ...['CONTRIBUTING.md', 'CHANGELOG.md', 'CHANGELOG.en.md', 'docs/en', 'docs/zh-CN', 'templates', '.github'],
];

/**
 * Every check by its name. Each takes the tree's folder and returns problems: `where` (file:line), `what` is wrong, what to
 * `do`.
 */
export const CHECKS = { tree, changelog, versions, placeholders, scripts, licences, sbom, contents };

const read = (root, file) => (existsSync(join(root, file)) ? readFileSync(join(root, file), 'utf8') : '');
const manifestOf = (root) => JSON.parse(read(root, 'package.json'));

function tree(root) {
  const { status, stdout } = spawnSync('git', ['status', '--porcelain'], { cwd: root, encoding: 'utf8' });
  if (status !== 0) return [{ where: root, what: 'is no git repository', do: 'run this in a clone' }];
  return stdout
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => ({ where: line.slice(3), what: 'is not committed', do: 'commit it, or remove it' }));
}

function changelog(root) {
  const { version } = manifestOf(root);
  const dates = [];
  const problems = ['CHANGELOG.md', 'CHANGELOG.en.md'].flatMap((file) => {
    const heads = [...read(root, file).matchAll(/^## (.+)$/gm)].map(([, head]) => head);
    const [, named, date] = /^(\S+) - (\d{4}-\d\d-\d\d)$/.exec(heads[0] ?? '') ?? [];
    dates.push(date);
    if (named === version) return [];
    const what = `begins with "${heads[0] ?? 'nothing'}", not with ${version} and its day`;
    return [{ where: file, what, do: `write "## ${version} - YYYY-MM-DD" over what has changed` }];
  });
  if (problems.length === 0 && dates[0] !== dates[1]) {
    problems.push({
      where: 'CHANGELOG.en.md',
      what: `says ${dates[1]}, CHANGELOG.md ${dates[0]}`,
      do: 'write one day',
    });
  }
  return problems;
}

/** Ways in which pages name a version of sitecam. */
const NAMED = /(?:\bsitecam-lint[-@]|\bsitecam@v|\brev: v|\bsitecam\/sitecam@|'sitecam', version: ')(\d+\.\d+\.\d+)/g;

function versions(root) {
  const { version } = manifestOf(root);
  const lock = JSON.parse(read(root, 'package-lock.json') || '{}');
  const problems = [lock.version, lock.packages?.['']?.version]
    .filter((locked) => locked !== version)
    .map((locked) => ({
      where: 'package-lock.json',
      what: `is of version ${locked}, package.json of ${version}`,
      do: 'run npm install --package-lock-only',
    }));
  const pages = linesOf(root).filter(({ file }) => !file.startsWith('CHANGELOG'));
  for (const { file, line, text } of pages) {
    for (const [, named] of text.matchAll(NAMED)) {
      if (named !== version)
        problems.push({ where: `${file}:${line}`, what: `names ${named}`, do: `write ${version}` });
    }
  }
  return problems;
}

function placeholders(root) {
  return linesOf(root)
    .filter(({ text }) => /\bOWNER\b/.test(text))
    .map(({ file, line }) => ({
      where: `${file}:${line}`,
      what: 'has OWNER where the address of the project belongs',
      do: 'write the owner of its repository',
    }));
}

function scripts(root) {
  return Object.keys(manifestOf(root).scripts ?? {})
    .filter((name) => /^(?:preinstall|install|postinstall|preprepare|prepare|postprepare)$/.test(name))
    .map((name) => ({ where: 'package.json', what: `has a script "${name}"`, do: 'let users run nothing: remove it' }));
}

function licences(root) {
  const problems = [];
  if (read(root, 'LICENSE') === '') problems.push({ where: 'LICENSE', what: 'is missing', do: 'add the licence' });
  const bundle = join(root, 'dist/bundle');
  if (!existsSync(bundle)) return [...problems, unbuilt()];
  const code = readdirSync(bundle).map((file) => readFileSync(join(bundle, file), 'utf8'));
  const inside = code.flatMap((text) => [...text.matchAll(/^\/\/ \S*node_modules\/((?:@[^/]+\/)?[^/]+)\//gm)]);
  const notices = read(root, 'dist/bundle/LICENSES.txt').split(/^-{80}$/m);
  for (const name of new Set(inside.map(([, name]) => name))) {
    const notice = notices.find((text) => text.trimStart().startsWith(`${name} `));
    if (notice === undefined || notice.trim().length < 300) {
      const what = `has no licence text of ${name}, whose code is in the bundle`;
      problems.push({ where: 'dist/bundle/LICENSES.txt', what, do: 'see notices() in rolldown.config.js' });
    }
    if (!BUNDLED.includes(name)) {
      const what = `bundles ${name}, which nobody listed`;
      problems.push({ where: 'dist/bundle', what, do: 'see tools/build/bundled.mjs: may its licence be bundled?' });
    }
  }
  return problems;
}

/** Writes the list of what is passed on (CycloneDX): what is installed with the package, and what is in the bundle. */
function sbom(root) {
  const asked = ['sbom', '--sbom-format', 'cyclonedx', '--package-lock-only'];
  const { status, stdout, stderr } = spawnSync('npm', asked, { cwd: root, encoding: 'utf8', maxBuffer: 2 ** 26 });
  if (status !== 0) return [{ where: 'package-lock.json', what: `gives no SBOM: ${stderr}`, do: 'mend it' }];
  const bom = JSON.parse(stdout);
  // npm leaves out a licence that has no id of SPDX (LGPL-3).
  const locked = JSON.parse(read(root, 'package-lock.json')).packages;
  const lockedLicence = ({ name }) => [{ license: { name: locked[`node_modules/${name}`].license } }];
  bom.components = bom.components
    .filter(({ name, group, scope }) => scope !== 'optional' || BUNDLED.includes(group ? `${group}/${name}` : name))
    .map((component) => ({
      ...component,
      scope: 'required',
      licenses: component.licenses ?? lockedLicence(component),
    }));
  // npm calls it after the folder that it lies in.
  const { name } = manifestOf(root);
  Object.assign(bom.metadata.component, { name });
  const kept = new Set([bom.metadata.component['bom-ref'], ...bom.components.map((one) => one['bom-ref'])]);
  bom.dependencies = bom.dependencies
    .filter(({ ref }) => kept.has(ref))
    .map(({ ref, dependsOn }) => ({ ref, dependsOn: dependsOn.filter((one) => kept.has(one)) }));
  mkdirSync(join(root, 'dist/release'), { recursive: true });
  writeFileSync(join(root, SBOM), `${JSON.stringify(bom, null, 2)}\n`);
  return sbomProblems(bom, manifestOf(root));
}

/** Returns what is wrong with a CycloneDX document of this package. */
export function sbomProblems(bom, { name, version, dependencies = {} }) {
  const wrong = (what) => ({ where: SBOM, what, do: 'see npm sbom and package-lock.json' });
  const problems = [];
  if (bom.bomFormat !== 'CycloneDX' || !/^1\.\d$/.test(bom.specVersion ?? '')) problems.push(wrong('is no CycloneDX'));
  const own = bom.metadata?.component;
  if (own?.name !== name || own?.version !== version) problems.push(wrong(`is not of ${name} ${version}`));
  const listed = new Map((bom.components ?? []).map((one) => [one.purl?.replace(/^pkg:npm\/(.+)@.*$/, '$1'), one]));
  for (const needed of [...Object.keys(dependencies), ...BUNDLED]) {
    const one = listed.get(needed.replace('@', '%40'));
    if (one === undefined) problems.push(wrong(`doesn't list ${needed}`));
    else if (!one.version || !(one.licenses?.length > 0) || !(one.hashes?.length > 0)) {
      problems.push(wrong(`lists ${needed} without version, licence or checksum`));
    }
  }
  return problems;
}

function contents(root) {
  if (!existsSync(join(root, 'dist/bundle'))) return [unbuilt()];
  const asked = ['pack', '--dry-run', '--json', '--ignore-scripts'];
  const { status, stdout, stderr } = spawnSync('npm', asked, { cwd: root, encoding: 'utf8', maxBuffer: 2 ** 26 });
  if (status !== 0) return [{ where: 'package.json', what: `can't be packed: ${stderr}`, do: 'see npm pack' }];
  const [{ files, unpackedSize }] = JSON.parse(stdout);
  const problems = contentProblems(files.map(({ path }) => path)).map((what) => ({
    where: 'the package',
    what,
    do: 'see "files" in package.json and tools/release/contents.mjs',
  }));
  if (unpackedSize > MOST_BYTES) {
    const what = `has ${unpackedSize} bytes unpacked, more than ${MOST_BYTES}`;
    problems.push({ where: 'the package', what, do: 'find what is shipped twice, or raise the limit' });
  }
  return problems;
}

function unbuilt() {
  return { where: 'dist/bundle', what: 'is missing', do: 'run npm run build' };
}

/** The lines of all public files. */
function linesOf(root) {
  const filesIn = (path) => {
    if (!existsSync(join(root, path))) return [];
    if (!statSync(join(root, path)).isDirectory()) return [path];
    return readdirSync(join(root, path), { recursive: true })
      .map((name) => `${path}/${name.replaceAll('\\', '/')}`)
      .filter((file) => statSync(join(root, file)).isFile());
  };
  return PUBLIC.flatMap(filesIn)
    .sort()
    .flatMap((file) =>
      read(root, file)
        .split('\n')
        .map((text, index) => ({ file, line: index + 1, text })),
    );
}

/** The lines of Node.js that `nodes` are not of; all problems that running them shows. */
function nodeLines(root, nodes) {
  const versionOf = (node) => spawnSync(node, ['--version'], { encoding: 'utf8' }).stdout ?? '';
  const lines = [execPath, ...nodes].map((node) => /^v(\d+)\./.exec(versionOf(node))?.[1]);
  const left = NODE_LINES.filter((line) => !lines.includes(line));
  if (left.length > 0) return { left, problems: [] };
  const { status } = spawnSync('bash', [join(root, '.ci/node-versions'), ...nodes], { cwd: root, stdio: 'inherit' });
  const failed = { where: '.ci/node-versions', what: 'found a difference (see above)', do: 'mend it' };
  return { left, problems: status === 0 ? [] : [failed] };
}

/** Checks the tree in `root`; returns the exit code. */
export function main(root, nodes, print) {
  const found = Object.entries(CHECKS).flatMap(([name, check]) => check(root).map((one) => ({ name, ...one })));
  const { left, problems } = nodeLines(root, nodes);
  found.push(...problems.map((one) => ({ name: 'nodes', ...one })));
  for (const { name, where, what, do: advice } of found) print(`${name}: ${where} ${what}: ${advice}.`);
  if (left.length > 0) {
    print(`nodes: Node.js ${left.join(', ')} not checked: name their programs, npm run release:check -- NODE...`);
  }
  print(found.length === 0 ? `${manifestOf(root).version} can be released.` : `${found.length} problems: no release.`);
  return found.length === 0 ? 0 : 1;
}

if (argv[1] === fileURLToPath(import.meta.url)) {
  const root = fileURLToPath(new URL('../..', import.meta.url));
  process.exitCode = main(root, argv.slice(2), console.log);
}
