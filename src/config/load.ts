// Reading of a configuration file and of all files it extends.

import { append } from '../base/arrays.js';
import * as posix from '../base/posix.js';
import { localizedList } from '../i18n/list.js';
import { verbatim } from '../i18n/locale.js';
import { packIds } from '../law/load.js';
import { isPackPath } from '../law/read/path.js';
import { rolesOf } from '../law/roles.js';
import type { Pack } from '../law/types.js';
import { hintOf, NO_HINT } from '../source/hint.js';
import { parseSource } from '../source/parse/parse.js';
import { OUTSIDE_FOLDER, type Read } from '../source/parse/reading.js';
import { child } from '../source/place/pointer.js';
import { problemOf, type SourceProblem } from '../source/problem.js';
import { checkSchema } from '../source/schema/check.js';
import { configValidator } from '../source/schema/validators.js';
import { type FileKind, withheld } from '../source/schema/withheld.js';
import { reachText } from '../source/texts.js';
import type { SourceFile } from '../source/types.js';
import { isGlob } from './globs.js';
import { BUILT_IN_PROFILES } from './profiles.js';
import { configText } from './texts.js';
import type { ConfigLayer, Configuration, RawConfig } from './types.js';

/** Functions through which a configuration is read, so that this module does no I/O itself. */
export interface ConfigReader {
  /** Returns the bytes at a path, given as shown to people. */
  readonly read: Read;
  /**
   * True if the file bears one of sitecam's own names, after links are followed. Absent: no file does. Any other file
   * is quoted only once it is understood, so that no message shows the content of a stranger's file.
   */
  readonly isOwn?: (path: string) => boolean;
  /** Returns the absolute, `/`-separated form of a path. */
  readonly absolute: (path: string) => string;
  /** The pack whose zones a profile may name. */
  readonly pack: Pack;
  /** Returns the pack whose zones a profile of the configuration may name. Absent: `pack` for any. */
  readonly packOf?: (configuration: Configuration) => Pack;
}

/** A configuration, or all problems found and the files they point into. */
export type LoadedConfig =
  | { readonly ok: true; readonly configuration: Configuration }
  | { readonly ok: false; readonly problems: readonly SourceProblem[]; readonly files: readonly SourceFile[] };

/** Returns the configuration at `path` with every file it extends, or all problems found in any of them. */
export function loadConfiguration(path: string, reader: ConfigReader): LoadedConfig {
  const loading: Loading = { reader, layers: [], problems: [], files: [], open: [] };
  loadLayer(path, undefined, loading);
  const { layers, problems, files } = loading;
  if (problems.length === 0) append(problems, packProblems(layers));
  if (problems.length === 0) append(problems, profileProblems(layers, reader.packOf?.({ layers }) ?? reader.pack));
  return problems.length === 0 ? { ok: true, configuration: { layers } } : { ok: false, problems, files };
}

/** Most files of one configuration. Through links, a few files can be extended endlessly. */
const MOST_FILES = 64;

interface Loading {
  readonly reader: ConfigReader;
  readonly layers: ConfigLayer[];
  readonly problems: SourceProblem[];
  readonly files: SourceFile[];
  /** Absolute paths of the files being read. A file that extends one of them would never end. */
  readonly open: string[];
}

/**
 * The kind of file that is read here. No key marks it: `rules`, `profiles` and `parameters` occur in files of others
 * too.
 */
const CONFIGURATION: FileKind = {
  name: configText.file,
  marks: [],
};

function loadLayer(path: string, from: SourceProblem['place'] | undefined, loading: Loading): void {
  const { reader, layers, problems, files, open } = loading;
  const folder = posix.dirname(reader.absolute(path));
  const name = reader.absolute(path);
  const place = from ?? { path, pointer: '' };
  if (open.includes(name)) {
    problems.push(problemOf(configText.cycle({ file: path }), place));
    return;
  }
  if (layers.some((layer) => layer.folder === folder && layer.file.path === path)) return;
  if (files.length + open.length >= MOST_FILES) {
    if (!problems.some(({ code }) => code === 'config/too-many')) {
      problems.push(problemOf(configText.tooMany({ most: MOST_FILES }), place));
    }
    return;
  }
  const bytes = reader.read(path);
  if (bytes === undefined) {
    problems.push(problemOf(configText.missing({ file: path, hint: NO_HINT }), place));
    return;
  }
  if (bytes === OUTSIDE_FOLDER) {
    problems.push(problemOf(reachText.outside({ file: path }), place));
    return;
  }
  const parsed = parseSource(path, bytes);
  const misread = (wrong: readonly SourceProblem[]): void => {
    const told = reader.isOwn?.(path)
      ? { problems: wrong, file: parsed.file }
      : withheld(wrong, parsed.file, CONFIGURATION);
    append(problems, told.problems);
    files.push(told.file);
  };
  if (!parsed.ok) {
    misread(parsed.problems);
    return;
  }
  const checked = checkSchema<RawConfig>(configValidator(), parsed.value ?? {}, (pointer) => ({ path, pointer }));
  if (!checked.ok) {
    misread(checked.problems);
    return;
  }
  files.push(parsed.file);
  const value = checked.document;
  append(problems, overrideProblems(value, path));
  open.push(name);
  for (const [index, reference] of listOf(value.extends).entries()) {
    const pointer = typeof value.extends === 'string' ? '/extends' : child('/extends', index);
    loadLayer(beside(path, reference), { path, pointer }, loading);
  }
  open.pop();
  layers.push({ file: parsed.file, folder, value });
}

/**
 * Returns the path that `reference` names, read from the folder of the file at `path`. Absolute references stay as they
 * are.
 */
export function beside(path: string, reference: string): string {
  const named = reference.replaceAll('\\', '/');
  return posix.isAbsolute(named) ? named : posix.join(posix.dirname(path), named);
}

/** Returns a value that may be written alone or as a list, always as a list; [] for undefined. */
export function listOf<T>(value: T | readonly T[] | undefined): readonly T[] {
  if (value === undefined) return [];
  return isList(value) ? value : [value];
}

function isList<T>(value: T | readonly T[]): value is readonly T[] {
  return Array.isArray(value);
}

function overrideProblems(value: RawConfig, path: string): SourceProblem[] {
  return (value.overrides ?? []).flatMap((override, index) => {
    const at = child('/overrides', index);
    if (override.files === undefined && override.categories === undefined) {
      return [problemOf(configText.selectsAll, { path, pointer: at })];
    }
    return listOf(override.files).flatMap((glob, n) => {
      if (isGlob(glob)) return [];
      const pointer = typeof override.files === 'string' ? child(at, 'files') : child(at, 'files', n);
      return [problemOf(configText.glob({ glob }), { path, pointer })];
    });
  });
}

/**
 * Returns a problem for each unknown pack id. Paths of packs aren't checked here: they are read once their use is
 * certain.
 */
function packProblems(layers: readonly ConfigLayer[]): SourceProblem[] {
  const known = localizedList(packIds.map(verbatim));
  return layers.flatMap(({ file: { path }, value }) =>
    (['packs', 'onlyPacks'] as const).flatMap((key) =>
      listOf(value[key]).flatMap((pack, index) => {
        if (packIds.includes(pack) || isPackPath(pack)) return [];
        const pointer = typeof value[key] === 'string' ? child('', key) : child('', key, index);
        return [problemOf(configText.unknownPack({ pack, hint: hintOf(pack, packIds), known }), { path, pointer })];
      }),
    ),
  );
}

/**
 * Returns the problems of profiles. Runs once every file is read, because a file may name a profile that another
 * defines.
 */
function profileProblems(layers: readonly ConfigLayer[], pack: Pack): SourceProblem[] {
  const known = [...BUILT_IN_PROFILES, ...layers.flatMap(({ value }) => Object.keys(value.profiles ?? {}))];
  return layers.flatMap(({ file: { path }, value }) => {
    const named = [
      { profile: value.profile, pointer: '/profile' },
      ...(value.overrides ?? []).map(({ profile }, index) => ({
        profile,
        pointer: child('/overrides', index, 'profile'),
      })),
    ];
    return [
      ...named.flatMap(({ profile, pointer }) => {
        if (profile === undefined || known.includes(profile)) return [];
        const message = configText.unknownProfile({
          profile,
          hint: hintOf(profile, known),
          known: localizedList(known.map(verbatim)),
        });
        return [problemOf(message, { path, pointer })];
      }),
      ...Object.entries(value.profiles ?? {}).flatMap(([name, criteria]) => [
        ...(BUILT_IN_PROFILES.includes(name)
          ? [
              problemOf(configText.builtInProfile({ profile: name }), {
                path,
                pointer: child('/profiles', name),
                key: true,
              }),
            ]
          : []),
        ...criteria.flatMap(({ zones }, row) =>
          zones.flatMap((zone, n) => {
            if (rolesOf(pack).has(zone)) return [];
            const message = configText.unknownZone({ zone, hint: hintOf(zone, rolesOf(pack)) });
            return [problemOf(message, { path, pointer: child('/profiles', name, row, 'zones', n) })];
          }),
        ),
      ]),
    ];
  });
}
