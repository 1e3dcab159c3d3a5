import { posix } from 'node:path';
import { ConfigurationError } from '../config/error.js';
import { beside, listOf, loadConfiguration } from '../config/load.js';
import { configured } from '../config/settings.js';
import type { Configuration } from '../config/types.js';
import { parseWaivers, WAIVERS_FILE, type WaiverFile } from '../config/waivers.js';
import { FAIL_ON, type FailOn } from '../engine/exit.js';
import type { LintOptions } from '../engine/lint.js';
import { quote } from '../i18n/list.js';
import type { Localized } from '../i18n/locale.js';
import { loadPack, packIds } from '../law/load.js';
import type { Pack } from '../law/types.js';
import type { Io } from './io.js';
import type { Persona } from './persona.js';
import { oneOf, UsageError } from './usage.js';

/** The name that is looked for beside the plan and upward. */
export const CONFIG_FILE = 'sitecam.config.yaml';

export interface TermFlags {
  readonly pack?: string;
  readonly failOn?: string;
  /** A file, or false: none is looked for. */
  readonly config?: string | false;
  readonly waivers?: string | false;
  readonly baseline?: string | false;
}

/** On what terms one plan is judged. */
export interface PlanTerms {
  readonly options: Omit<LintOptions, 'today' | 'verify'>;
  readonly failOn: FailOn;
  /** Whether the plan's region must be one that the pack governs: not where somebody chose the pack. */
  readonly region: 'checked' | 'any';
  /** Path of the baseline, as people see it. */
  readonly baseline: string | undefined;
}

/** Finds, for each plan in turn, the files that say on what terms it is judged: those of one folder are read once. */
export function termsFinder(flags: TermFlags, persona: Persona, io: Io): (plan: string) => PlanTerms {
  const failOn =
    flags.failOn === undefined ? undefined : oneOf(flags.failOn, FAIL_ON, { zh: '--fail-on 的取值', en: '--fail-on' });
  const asked = flags.pack === undefined ? undefined : packOf(flags.pack);
  const world: World = { flags, persona, io, configurations: new Map(), waivers: new Map() };
  const folders = new Map<string, Found>();
  return (plan) => {
    if (persona === 'reviewer') checkOutside(plan, flags, io);
    // The same for all plans of a folder, of which there may be thousands.
    const folder = posix.dirname(io.absolute(plan));
    const found = folders.get(folder) ?? filesFor(plan, world);
    folders.set(folder, found);
    const { configuration } = found;
    const from = configuration && configured(configuration, 'pack');
    const pack = asked ?? (from === undefined ? loadPack(packIds[0]) : loadPack(from.value));
    const base = configuration && configured(configuration, 'baseline');
    const named = base && beside(base.layer.file.path, base.value);
    return {
      options: {
        pack,
        absolute: io.absolute(plan),
        ...(configuration && { configuration }),
        ...(found.waivers.length > 0 && { waivers: found.waivers }),
        ...(persona === 'reviewer' || flags.waivers === false ? { noWaivers: true } : {}),
        ...(found.refused.length > 0 && { refused: found.refused }),
      },
      region: asked === undefined && from === undefined ? 'checked' : 'any',
      failOn: failOn ?? (configuration && configured(configuration, 'failOn')?.value) ?? 'error',
      baseline: flags.baseline === false ? undefined : (flags.baseline ?? named),
    };
  };
}

/** The files that say on what terms a plan is judged, as people see them. */
export function filesOf({ options: { configuration, waivers = [] }, baseline }: PlanTerms): string[] {
  const files = [...(configuration?.layers ?? []), ...waivers].map(({ file }) => file.path);
  return baseline === undefined ? files : [...files, baseline];
}

interface World {
  readonly flags: TermFlags;
  readonly persona: Persona;
  readonly io: Io;
  readonly configurations: Map<string, Configuration>;
  readonly waivers: Map<string, WaiverFile>;
}

interface Found {
  readonly configuration: Configuration | undefined;
  readonly waivers: readonly WaiverFile[];
  readonly refused: readonly Localized[];
}

function filesFor(plan: string, world: World): Found {
  const { flags, persona, io } = world;
  const beyond = persona === 'reviewer';
  const near = flags.config === false ? undefined : upward(plan, CONFIG_FILE, io);
  const given = typeof flags.config === 'string' ? io.shown(flags.config) : undefined;
  const path = given ?? (beyond ? undefined : near);
  const configuration = path === undefined ? undefined : configurationAt(path, given !== undefined, world);
  const named = configuration && configured(configuration, 'waivers');
  const own = upward(plan, WAIVERS_FILE, io);
  const files =
    typeof flags.waivers === 'string'
      ? [io.shown(flags.waivers)]
      : named === undefined
        ? own === undefined
          ? []
          : [own]
        : listOf(named.value).map((reference) => beside(named.layer.file.path, reference));
  const refused = [
    ...(near !== undefined && near !== path ? [notTaken(near, { zh: '配置', en: 'configuration' })] : []),
    ...(beyond ? files.map((file) => notTaken(file, { zh: '例外说明文件', en: 'file of waivers' })) : []),
  ];
  const waivers = beyond ? [] : files.map((file) => waiversAt(file, world));
  return { configuration, waivers, refused: beyond ? refused : [] };
}

function notTaken(path: string, what: Localized): Localized {
  return {
    zh: `审查人模式：未采纳${what.zh}${quote(path, 'zh-CN')}。`,
    en: `Reviewer: the ${what.en} ${quote(path, 'en')} was not taken.`,
  };
}

/**
 * The nearest file `name` in the plan's folder or one above it, as people see it. The folder of a repository is the last
 * that is looked into: what lies above is somebody else's.
 */
export function upward(plan: string, name: string, io: Io): string | undefined {
  return nearest(posix.dirname(io.absolute(plan)), name, io);
}

function nearest(folder: string, name: string, io: Io): string | undefined {
  const path = io.shown(posix.join(folder, name));
  if (io.exists(path)) return path;
  const above = posix.dirname(folder);
  if (above === folder || io.exists(io.shown(posix.join(folder, '.git')))) return undefined;
  return nearest(above, name, io);
}

function configurationAt(path: string, given: boolean, { io, flags, configurations }: World): Configuration {
  const known = configurations.get(path);
  if (known !== undefined) return known;
  if (given && !io.exists(path)) {
    throw new UsageError({ zh: `配置文件“${path}”不存在。`, en: `the configuration '${path}' does not exist.` });
  }
  const pack = flags.pack === undefined ? loadPack(packIds[0]) : packOf(flags.pack);
  const loaded = loadConfiguration(path, { read: io.read, absolute: io.absolute, pack });
  if (!loaded.ok) throw new ConfigurationError(loaded.problems, loaded.files);
  configurations.set(path, loaded.configuration);
  return loaded.configuration;
}

function waiversAt(path: string, { io, waivers }: World): WaiverFile {
  const known = waivers.get(path);
  if (known !== undefined) return known;
  const bytes = io.read(path);
  if (bytes === undefined) {
    throw new UsageError({
      zh: `例外说明文件“${path}”不存在或者不能读取。`,
      en: `the file of waivers '${path}' does not exist or can't be read.`,
    });
  }
  const loaded = parseWaivers(path, io.absolute(path), bytes);
  if (!loaded.ok) throw new ConfigurationError(loaded.problems, [loaded.file]);
  waivers.set(path, loaded.waivers);
  return loaded.waivers;
}

function packOf(id: string): Pack {
  return loadPack(oneOf(id, packIds, { zh: '法规数据包', en: 'pack' }));
}

/** What a reviewer gives must be the reviewer's own: not from the folder that was submitted. */
function checkOutside(plan: string, flags: TermFlags, io: Io): void {
  const folder = posix.dirname(io.absolute(plan));
  for (const option of ['config', 'baseline'] as const) {
    const file = flags[option];
    if (typeof file !== 'string') continue;
    const path = io.absolute(file);
    const theirs = option === 'config' && io.shown(path) === upward(plan, CONFIG_FILE, io);
    if (!theirs && !path.startsWith(folder === '/' ? '/' : `${folder}/`)) continue;
    throw new UsageError({
      zh: `审查人模式不采纳设计图所在文件夹中的文件：--${option} “${io.shown(file)}”。请使用审查人自己的文件。`,
      en: `a reviewer takes no file from the folder of the plan: --${option} '${io.shown(file)}'. Use one of your own.`,
    });
  }
}
