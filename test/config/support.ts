import { posix } from 'node:path';
import { type LoadedConfig, loadConfiguration } from '../../src/config/load.js';
import { settingsFor } from '../../src/config/settings.js';
import type { Settings } from '../../src/config/types.js';
import { loadPack } from '../../src/law/load.js';
import { rules } from '../../src/rules/registry.gen.js';

export const pack = loadPack('nm-2017');

/** The configuration at the first of `files`, all of which lie below `/w`; `isOwn` if they bear names of sitecam's own. */
export function loaded(files: Readonly<Record<string, string>>, isOwn = true): LoadedConfig {
  return loadConfiguration(Object.keys(files)[0], {
    read: (path) => (files[path] === undefined ? undefined : new TextEncoder().encode(files[path])),
    isOwn: () => isOwn,
    absolute: (path) => posix.join('/w', path),
    pack,
  });
}

/** What it comes to for a plan; throws where it can't be used. */
export function settings(
  files: Readonly<Record<string, string>>,
  plan = 'plan.yaml',
  categories = ['hotel'],
): Settings {
  const result = loaded(files);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return settingsFor(result.configuration, { path: posix.join('/w', plan), categories, pack, rules });
}

/** The codes of what is wrong, with line and column where a pointer leads there. */
export function faults(files: Readonly<Record<string, string>>, isOwn = true): string[] {
  const result = loaded(files, isOwn);
  return result.ok ? [] : result.problems.map(({ code, place }) => `${place.path}${place.pointer} ${code}`);
}
