// Terms on which a plan is judged: configuration, waivers, baseline and law pack.

import { posix } from 'node:path';
import { once } from '../../base/memo.js';
import { DECISIONS_FILE } from '../../config/decisions.js';
import { ConfigurationError } from '../../config/error.js';
import { withoutMarks } from '../../config/globs.js';
import { beside, listOf, loadConfiguration } from '../../config/load.js';
import { configuredValue } from '../../config/settings.js';
import { configText } from '../../config/texts.js';
import type { ConfigLayer, Configuration } from '../../config/types.js';
import { parseWaivers, WAIVERS_FILE, type WaiverFile } from '../../config/waivers.js';
import { quote } from '../../i18n/list.js';
import type { Localized } from '../../i18n/locale.js';
import { compose } from '../../law/compose.js';
import type { PackChoice } from '../../law/force.js';
import { allPacks } from '../../law/load.js';
import { isPackPath, packPath } from '../../law/read/path.js';
import type { Pack } from '../../law/types.js';
import { FAIL_ON, type FailOn } from '../../lint/exit.js';
import { writtenIn } from '../../lint/support/portable.js';
import type { LintOptions } from '../../lint/types.js';
import { parseCatalogue } from '../../models/read.js';
import type { CatalogueFile } from '../../models/types.js';
import { didYouMean, NO_HINT } from '../../source/hint.js';
import { OUTSIDE_FOLDER } from '../../source/parse/reading.js';
import { child } from '../../source/place/pointer.js';
import { problemOf, type SourceProblem } from '../../source/problem.js';
import { nearest as nearestName } from '../../source/suggest.js';
import { reachText } from '../../source/texts.js';
import type { Place } from '../../source/types.js';
import { type Reach, reachOf, repositoryOf } from '../confined-reader.js';
import type { Io } from '../io.js';
import { hasSitecamName } from '../plans/names.js';
import { walkFolder } from '../plans/walk.js';
import { oneOf, UsageError } from '../usage.js';
import { limitsOf, rootsOf } from './limits.js';
import { type PackFlags, packNamed, packsRequested, reachOfPack } from './packs.js';
import type { Persona } from './persona.js';
import { decisionsAt, decisionsPath } from './reviewer/decisions.js';
import { ofPlans, orTermsFault, TermsFault } from './terms-fault.js';

/** Name of the configuration, which is looked for in the plan's folder and upward. */
const CONFIG_FILE = 'sitecam.config.yaml';

/**
 * Command-line options that set the terms of judging: configuration, waivers, decisions, baseline, level that fails.
 */
export interface TermFlags extends PackFlags {
  /** Lowest level of findings that fail a run. */
  readonly failOn?: string;
  /** Path of a file; false: use none and look for none. */
  readonly config?: string | false;
  /** Path of a file; false: use none and look for none. */
  readonly waivers?: string | false;
  /** Path of a file of decisions, perhaps with `#sha256=` and the hash that it must have. */
  readonly decisions?: string;
  /** Path of a file; false: use none. */
  readonly baseline?: string | false;
  /** False: use no catalogue of models, the shipped one included. */
  readonly catalogue?: boolean;
}

/** Names of packs that somebody chose: ids, and paths as people see them. */
export interface NamedPacks {
  /** Packs beside those in force, or beside `only`. */
  readonly added: readonly string[];
  /** Packs in place of those in force; [] if there are none such. */
  readonly only: readonly string[];
}

/** Terms on which one plan is judged, once configuration and command line are merged. */
export interface PlanTerms {
  /** Options of linting that the terms decide. */
  readonly options: Omit<LintOptions, 'today' | 'verify'>;
  /** Names of the packs in `options`: ids, and paths as people see them. */
  readonly named: NamedPacks;
  /** Lowest level of findings that fail the run. */
  readonly failOn: FailOn;
  /**
   * The level that the configuration alone sets, without the command line: for the whole run, if this one is a shard of
   * it. It is `error` in place of `never` if the report doesn't caution that nothing fails the run.
   */
  readonly wholeFailOn: FailOn;
  /** `checked` if the plan's region must be one that the named packs govern; `any` if the command line names them. */
  readonly region: 'checked' | 'any';
  /** Path of the baseline, as people see it; undefined if there is none. */
  readonly baseline: string | undefined;
}

/**
 * Returns a function that finds the terms of a plan. It reads configuration and waivers once for all plans of a folder.
 *
 * Both this and the function throw UsageError or ConfigurationError for wrong options and for files that the command line
 * names; the function throws TermsFault for any other file.
 *
 * @param reviewed files and folders under review, from which a reviewer takes no terms
 */
export function termsFinder(
  flags: TermFlags,
  persona: Persona,
  io: Io,
  reviewed: readonly string[] = [],
): (plan: string) => PlanTerms {
  const failOn =
    flags.failOn === undefined ? undefined : oneOf(flags.failOn, FAIL_ON, { zh: '--fail-on 的取值', en: '--fail-on' });
  const asked = {
    added: packsRequested(flags.pack, io),
    only: flags.onlyPacks && packsRequested(flags.onlyPacks, io),
  };
  const limits = limitsOf(flags);
  const roots = rootsOf(flags, io);
  const world: World = {
    flags,
    asked,
    persona,
    io,
    roots: roots ?? [],
    configurations: new Map(),
    packs: new Map(),
    waivers: new Map(),
    catalogues: new Map(),
  };
  // A pack that the command line names is at fault before any plan is.
  choiceOf(undefined, world);
  const decisions = flags.decisions === undefined ? undefined : decisionsAt(flags.decisions, io);
  const folders = new Map<string, Found | TermsFault>();
  return (plan) => {
    if (persona === 'reviewer') checkOutside(plan, reviewed, flags, io);
    // The same for all plans of a folder, of which there may be thousands.
    const folder = posix.dirname(io.absolute(plan));
    const found = folders.get(folder) ?? orTermsFault(() => filesFor(plan, world));
    if (found instanceof TermsFault) {
      folders.set(folder, found);
      throw found;
    }
    if (persona === 'reviewer') checkLayers(found.configuration, (given) => checkOutside(plan, reviewed, given, io));
    folders.set(folder, found);
    const { configuration } = found;
    const level = configuration && configuredValue(configuration, 'failOn');
    // What the command line asks may differ from it, and then the caution on it would be untrue.
    const isNever = level?.value === 'never' && (failOn === undefined || failOn === 'never');
    const configured = level?.value ?? 'error';
    return {
      options: {
        ...choiceOf(configuration, world),
        absolute: io.absolute(plan),
        ...(limits !== undefined && { limits }),
        ...(roots !== undefined && { roots }),
        ...(configuration && { configuration }),
        ...(found.waivers.length > 0 && { waivers: found.waivers }),
        ...(decisions && { decisions }),
        ...(flags.catalogue === false
          ? { catalogues: { files: [], shipped: false } }
          : found.catalogues.length > 0 && { catalogues: { files: found.catalogues, shipped: true } }),
        ...(persona === 'reviewer' || flags.waivers === false ? { noWaivers: true } : {}),
        ...(persona === 'reviewer' && { distrust: true }),
        ...(found.refused.length > 0 && { refused: found.refused }),
        ...(isNever && { exit: neverFails(level.layer.file.path) }),
      },
      named: namedPacks(configuration, world),
      region: flags.pack === undefined && flags.onlyPacks === undefined ? 'checked' : 'any',
      failOn: failOn ?? configured,
      wholeFailOn: configured === 'never' && !isNever ? 'error' : configured,
      baseline: flags.baseline === false ? undefined : (flags.baseline ?? found.baseline),
    };
  };
}

/** Returns the files, and folders of law packs, that the terms of a plan come from, as people see them. */
export function termFiles({ options, baseline }: PlanTerms): string[] {
  const { configuration, waivers = [], decisions, catalogues, pack, added } = options;
  const written = [pack, added].flatMap((one) => (one === undefined ? [] : writtenIn(one)));
  const laws = written.flatMap(({ path, sources }) => [path, ...sources.map((source) => source.path)]);
  const read = [...waivers, ...(decisions ? [decisions] : []), ...(catalogues?.files ?? [])];
  const files = [...[...(configuration?.layers ?? []), ...read].map(({ file }) => file.path), ...laws];
  return baseline === undefined ? files : [...files, baseline];
}

/** Input of the search for terms, and caches of the files read. */
interface World {
  readonly flags: TermFlags;
  /** Packs that the command line names: ids, and paths as people see them. */
  readonly asked: { readonly added: readonly string[]; readonly only: readonly string[] | undefined };
  readonly persona: Persona;
  readonly io: Io;
  /** Real paths of the folders that `--root` names. */
  readonly roots: readonly string[];
  readonly configurations: Map<string, Configuration>;
  /** Packs by their names and the files of the configuration that names them. */
  readonly packs: Map<string, Pack>;
  readonly waivers: Map<string, WaiverFile>;
  readonly catalogues: Map<string, CatalogueFile>;
}

/** Files that hold for the plans of one folder. */
interface Found {
  readonly configuration: Configuration | undefined;
  readonly waivers: readonly WaiverFile[];
  /** Catalogues of models that the configuration names. */
  readonly catalogues: readonly CatalogueFile[];
  /** Notes on files that a reviewer does not take. */
  readonly refused: readonly Localized[];
  /** Baseline that the configuration names, as people see it. */
  readonly baseline: string | undefined;
}

function filesFor(plan: string, world: World): Found {
  const { flags, persona, io } = world;
  const beyond = persona === 'reviewer';
  // A reviewer takes none of these files, so a wrong file name of the author must not stop the review.
  const misnamed = beyond ? undefined : 'refused';
  const near = flags.config === false ? undefined : findUpward(plan, CONFIG_FILE, io, misnamed);
  const given = typeof flags.config === 'string' ? io.shown(flags.config) : undefined;
  const path = given ?? (beyond ? undefined : near);
  const configuration =
    path === undefined
      ? undefined
      : onTerms(path, given === undefined, () => configurationAt(path, given !== undefined, world));
  const named = configuration && configuredValue(configuration, 'waivers');
  const own = findUpward(plan, WAIVERS_FILE, io, misnamed);
  const files =
    typeof flags.waivers === 'string'
      ? [io.shown(flags.waivers)]
      : named === undefined
        ? own === undefined
          ? []
          : [own]
        : listOf(named.value).map((reference) => beside(named.layer.file.path, reference));
  const answers = findUpward(plan, DECISIONS_FILE, io);
  const isNamed = answers !== undefined && flags.decisions !== undefined && isSame(answers, flags.decisions, io);
  const unnamed = answers === undefined || isNamed ? [] : [notNamed(answers)];
  const refused = [
    ...(near !== undefined && near !== path ? [notTaken(near, { zh: '配置', en: 'configuration' })] : []),
    ...(beyond ? files.map((file) => notTaken(file, { zh: '例外说明文件', en: 'file of waivers' })) : []),
  ];
  const theirs = typeof flags.waivers !== 'string' && (named === undefined || given === undefined);
  const from = typeof flags.waivers === 'string' ? undefined : named;
  const waivers = beyond
    ? []
    : files.map((file) => onTerms(file, theirs, () => waiversAt(file, from, configuration, world)));
  const baseline =
    flags.baseline === undefined && path !== undefined
      ? onTerms(path, given === undefined, () => configuredBaseline(configuration, world))
      : undefined;
  const catalogues =
    path === undefined || flags.catalogue === false
      ? []
      : onTerms(path, given === undefined, () => cataloguesOf(configuration, world));
  return { configuration, waivers, catalogues, refused: [...(beyond ? refused : []), ...unnamed], baseline };
}

/** Returns the bounds on the files that a configuration may lead to: those of its outermost file, the last layer. */
function reachOfAll({ layers }: Configuration, { flags, io, roots }: World): Reach {
  const path = layers[layers.length - 1].file.path;
  return reachOf(path, roots, io, { isNamed: typeof flags.config === 'string' });
}

/** A setting that names a file, with the layer and the place it stands at. */
interface Named {
  readonly layer: ConfigLayer;
  readonly place?: Place;
}

/** @throws ConfigurationError for a file or folder out of bounds */
function checkReach(file: string, { layer, place }: Named, reach: Reach): void {
  if (!reach.has(file)) throw outside(file, place ?? { path: layer.file.path, pointer: '' }, layer);
}

function outside(file: string, place: Place, layer?: ConfigLayer): ConfigurationError {
  return new ConfigurationError(
    [problemOf(reachText.outside({ file }), place)],
    layer === undefined ? [] : [layer.file],
  );
}

function configuredBaseline(configuration: Configuration | undefined, world: World): string | undefined {
  if (configuration === undefined) return undefined;
  const from = configuredValue(configuration, 'baseline');
  if (from === undefined) return undefined;
  const path = beside(from.layer.file.path, from.value);
  checkReach(path, from, reachOfAll(configuration, world));
  return path;
}

/**
 * Returns the catalogues of models that the configuration names, from a cache.
 *
 * @throws ConfigurationError for a file out of bounds, missing or faulty
 */
function cataloguesOf(configuration: Configuration | undefined, world: World): CatalogueFile[] {
  const named = configuration && configuredValue(configuration, 'catalogue');
  if (configuration === undefined || named === undefined) return [];
  return listOf(named.value).map((reference): CatalogueFile => {
    const path = beside(named.layer.file.path, reference);
    const known = world.catalogues.get(path);
    if (known !== undefined) return known;
    const bytes = reachOfAll(configuration, world).read(path);
    if (bytes === OUTSIDE_FOLDER) throw outside(path, named.place ?? { path, pointer: '' }, named.layer);
    if (bytes === undefined) {
      const message = configText.missing({ file: path, hint: NO_HINT });
      throw new ConfigurationError([problemOf(message, named.place ?? { path, pointer: '' })], [named.layer.file]);
    }
    const loaded = parseCatalogue(path, bytes);
    if (!loaded.ok) throw new ConfigurationError(loaded.problems, [loaded.file]);
    world.catalogues.set(path, loaded.catalogue);
    return loaded.catalogue;
  });
}

/** @param theirs true if the file belongs to the plans: the command line names neither it nor the file that names it */
function onTerms<T>(path: string, theirs: boolean, act: () => T): T {
  return theirs ? ofPlans(path, act) : act();
}

function neverFails(path: string): Localized {
  return {
    zh: `配置${quote(path, 'zh-CN')}写明 failOn: never：本次退出码不反映任何问题。`,
    en: `The configuration ${quote(path, 'en')} says failOn: never: the exit code tells of no finding.`,
  };
}

function notTaken(path: string, what: Localized): Localized {
  return {
    zh: `审查人模式：未采纳${what.zh}${quote(path, 'zh-CN')}。`,
    en: `Reviewer: the ${what.en} ${quote(path, 'en')} was not taken.`,
  };
}

/** True if the option `--decisions` names the file at `path`. */
function isSame(path: string, named: string, io: Io): boolean {
  const real = (one: string) => io.absolute(io.real(one));
  return real(path) === real(decisionsPath(named));
}

function notNamed(path: string): Localized {
  return {
    zh: `未采纳审查决定文件${quote(path, 'zh-CN')}：审查决定须由审查人以 --decisions 指明。`,
    en: `The file of decisions ${quote(path, 'en')} was not taken: a reviewer must name it with --decisions.`,
  };
}

/**
 * Returns the nearest file `name` in the plan's folder or one above it, as people see it; undefined if there is none.
 * The search ends at the root of a repository, since folders above it belong to somebody else.
 *
 * @param misnamed `refused`: throws a TermsFault on meeting a file of that name that ends in .yml or .json instead of
 *   .yaml
 */
export function findUpward(plan: string, name: string, io: Io, misnamed?: 'refused'): string | undefined {
  return nearest(posix.dirname(io.absolute(plan)), name, io, misnamed);
}

/** Throws a TermsFault if the file exists with another ending, which would otherwise be passed over in silence. */
function checkName(path: string, name: string, io: Io): void {
  const other = ['.yml', '.json'].map((ending) => path.replace(/\.yaml$/, ending)).find((one) => io.exists(one));
  if (other === undefined) return;
  ofPlans(other, () => {
    throw new UsageError({
      zh: `“${other}”不会被读取：文件名应为“${name}”。`,
      en: `'${other}' is not read: its name must be '${name}'.`,
    });
  });
}

function nearest(folder: string, name: string, io: Io, misnamed: 'refused' | undefined): string | undefined {
  const path = io.shown(posix.join(folder, name));
  if (io.exists(path)) return path;
  if (misnamed === 'refused') checkName(path, name, io);
  const above = posix.dirname(folder);
  if (above === folder || io.exists(io.shown(posix.join(folder, '.git')))) return undefined;
  return nearest(above, name, io, misnamed);
}

function configurationAt(path: string, given: boolean, world: World): Configuration {
  const { io, configurations } = world;
  const known = configurations.get(path);
  if (known !== undefined) return known;
  if (given && !io.exists(path)) {
    throw new UsageError(
      { zh: `配置文件“${path}”不存在。`, en: `the configuration '${path}' does not exist.` },
      { zh: '--config 所指的配置文件不存在。', en: 'the configuration that --config names does not exist.' },
    );
  }
  const loaded = loadConfiguration(path, {
    read: reachOf(path, world.roots, io, { isNamed: given }).read,
    isOwn: (file) => hasSitecamName(io.real(file)),
    absolute: io.absolute,
    pack: compose(allPacks()),
    packOf: (configuration) => {
      checkPacks(configuration, world);
      const { pack, added } = choiceOf(configuration, world);
      return pack ?? compose(added === undefined ? allPacks() : [added, ...allPacks()]);
    },
  });
  if (!loaded.ok) throw new ConfigurationError(loaded.problems, loaded.files);
  configurations.set(path, loaded.configuration);
  return loaded.configuration;
}

/**
 * Returns the waivers in the file at `path`, from a cache.
 *
 * @param named place where the configuration names the file; undefined for one that was found or that the command line
 * names
 */
function waiversAt(
  path: string,
  named: Named | undefined,
  configuration: Configuration | undefined,
  world: World,
): WaiverFile {
  const { io, flags, roots, waivers } = world;
  const known = waivers.get(path);
  if (known !== undefined) return known;
  const reach =
    named === undefined || configuration === undefined
      ? reachOf(path, roots, io, { isNamed: typeof flags.waivers === 'string' })
      : reachOfAll(configuration, world);
  const bytes = reach.read(path);
  if (bytes === OUTSIDE_FOLDER) throw outside(path, named?.place ?? { path, pointer: '' }, named?.layer);
  if (bytes === undefined && named?.place !== undefined) {
    const message = configText.missing({ file: path, hint: NO_HINT });
    throw new ConfigurationError([problemOf(message, named.place)], [named.layer.file]);
  }
  if (bytes === undefined) {
    throw new UsageError(
      {
        zh: `例外说明文件“${path}”不存在或者不能读取。`,
        en: `the file of waivers '${path}' does not exist or can't be read.`,
      },
      { zh: '例外说明文件不存在或者不能读取。', en: "the file of waivers does not exist or can't be read." },
    );
  }
  const loaded = parseWaivers(path, io.absolute(path), bytes, hasSitecamName(io.real(path)));
  if (!loaded.ok) throw new ConfigurationError(loaded.problems, [loaded.file]);
  const looking = { reach, below: once(() => namesBelow(posix.dirname(path), io)), io };
  const misspelt = loaded.waivers.waivers.flatMap(({ plan }, index) => strayPlan(plan, index, path, looking));
  if (misspelt.length > 0) throw new ConfigurationError(misspelt, [loaded.waivers.file]);
  waivers.set(path, loaded.waivers);
  return loaded.waivers;
}

/**
 * Returns a problem for a waiver whose plan does not exist, since it would be lost in silence. A bare name may be that
 * of a file in any folder, so it counts as a typing error only if a similar name stands beside the waivers and no file
 * below has the name itself. Plans out of bounds are not looked for.
 *
 * @param below returns the names of all files in the folder of the waivers and below it
 */
function strayPlan(
  plan: string | undefined,
  index: number,
  path: string,
  { reach, below, io }: { readonly reach: Reach; readonly below: () => ReadonlySet<string>; readonly io: Io },
): SourceProblem[] {
  if (plan === undefined || /[*?[{]/.test(plan) || plan.endsWith('/')) return [];
  const named = withoutMarks(plan);
  const at = beside(path, named);
  if (!reach.has(at) || io.exists(at)) return [];
  const names = (io.list(posix.dirname(at) || '.') ?? []).map(({ name }) => name);
  const near = nearestName(posix.basename(at), names);
  if (!named.includes('/') && (near === undefined || below().has(named))) return [];
  const message = configText.noSuchPlan({ plan: named, hint: didYouMean(near) });
  return [problemOf(message, { path, pointer: child('/waivers', index, 'plan') })];
}

/** Returns the names of all files in a folder and below it. */
function namesBelow(folder: string, io: Io): ReadonlySet<string> {
  const names = new Set<string>();
  const add = (path: string) => void names.add(posix.basename(path));
  walkFolder(folder, { file: add, link: add, blocked: () => {}, hidden: true, ignored: true }, io);
  return names;
}

/**
 * Returns the names of the packs that the command line and the configuration choose. The command line's `--only-packs` leaves none of
 * the configuration's; its `--pack` comes before them.
 */
function namedPacks(configuration: Configuration | undefined, { asked }: World): NamedPacks {
  return {
    added: [...asked.added, ...(asked.only === undefined ? packsOf(configuration, 'packs') : [])],
    only: asked.only ?? packsOf(configuration, 'onlyPacks'),
  };
}

function choiceOf(configuration: Configuration | undefined, world: World): PackChoice {
  const { added, only } = namedPacks(configuration, world);
  if (only.length > 0) return { pack: packOf([...added, ...only], configuration, world) };
  return added.length === 0 ? {} : { added: packOf(added, configuration, world) };
}

/** Returns the packs of these names, composed into one. */
function packOf(named: readonly string[], configuration: Configuration | undefined, world: World): Pack {
  const { flags, asked, io, packs, roots } = world;
  const isOurs = (name: string) => asked.added.includes(name) || asked.only?.includes(name) === true;
  const from = named.every(isOurs) ? undefined : configuration;
  const key = [...(from?.layers ?? []).map(({ file }) => file.path), '', ...named].join('\n');
  const known = packs.get(key);
  if (known !== undefined) return known;
  const pack = packNamed(named, io, limitsOf(flags), (path) =>
    from === undefined || isOurs(path) ? reachOfPack(path, roots, io) : reachOfAll(from, world),
  );
  packs.set(key, pack);
  return pack;
}

/** Keys of a configuration that name packs. */
type PackKey = 'packs' | 'onlyPacks';

/**
 * Returns the packs that a configuration names under a key: ids, and paths as people see them; relative ones are read
 * from the file that names them.
 */
function packsOf(configuration: Configuration | undefined, key: PackKey): readonly string[] {
  const from = configuration && configuredValue(configuration, key);
  if (from === undefined) return [];
  return listOf(from.value).map((pack) => (isPackPath(pack) ? packPath(beside(from.layer.file.path, pack)) : pack));
}

/** @throws ConfigurationError for a pack out of bounds that a configuration names */
function checkPacks(configuration: Configuration, world: World): void {
  const reach = reachOfAll(configuration, world);
  for (const key of ['packs', 'onlyPacks'] as const) {
    const from = configuredValue(configuration, key);
    if (from === undefined) continue;
    for (const path of packsOf(configuration, key).filter(isPackPath)) checkReach(path, from, reach);
  }
}

/** Checks the files that a reviewer's configuration extends or names: they must be the reviewer's own too. */
function checkLayers(configuration: Configuration | undefined, check: (given: TermFlags) => void): void {
  if (configuration === undefined) return;
  for (const { file } of configuration.layers) check({ config: file.path });
  const base = configuredValue(configuration, 'baseline');
  if (base !== undefined) check({ config: beside(base.layer.file.path, base.value) });
  const catalogue = configuredValue(configuration, 'catalogue');
  for (const reference of catalogue === undefined ? [] : listOf(catalogue.value))
    check({ config: beside(catalogue?.layer.file.path ?? '', reference) });
  check({ pack: packsOf(configuration, 'packs'), onlyPacks: packsOf(configuration, 'onlyPacks') });
}

/**
 * Throws a UsageError if a file that a reviewer gives lies in what was submitted: in the plan's folder or repository,
 * or in a folder under review.
 */
function checkOutside(plan: string, reviewed: readonly string[], flags: TermFlags, io: Io): void {
  const real = (path: string) => io.absolute(io.real(path));
  const folders = [
    posix.dirname(real(plan)),
    repositoryOf(real(plan), io) ?? '',
    ...reviewed.filter(io.isFolder).map(real),
  ];
  const named: readonly (readonly [option: string, file: string | false | undefined])[] = [
    ['config', flags.config],
    ['baseline', flags.baseline],
    ['decisions', flags.decisions && decisionsPath(flags.decisions)],
    ...(flags.pack ?? []).filter(isPackPath).map((file) => ['pack', file] as const),
    ...(flags.onlyPacks ?? []).filter(isPackPath).map((file) => ['only-packs', file] as const),
  ];
  for (const [option, file] of named) {
    if (typeof file !== 'string') continue;
    const path = real(file);
    const near = option === 'config' ? findUpward(plan, CONFIG_FILE, io) : undefined;
    const theirs = near !== undefined && real(near) === path;
    if (!theirs && !folders.some((folder) => folder !== '' && path.startsWith(folder === '/' ? '/' : `${folder}/`)))
      continue;
    throw new UsageError({
      zh: `审查人模式不采纳设计图所在文件夹中的文件：--${option} “${io.shown(file)}”。请使用审查人自己的文件。`,
      en: `a reviewer takes no file from the folder of the plan: --${option} '${io.shown(file)}'. Use one of your own.`,
    });
  }
}
