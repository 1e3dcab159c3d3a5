import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';

/** Edits of plan documents, YAML or GeoJSON, by the ids of what is in them. Knows nothing of what a plan means. */

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
export type Keys = { [key: string]: Json };

/** One edit, as the lists of mutations write it. A key set to null is taken out. */
export interface Edit {
  /** Keys of the element of that id; `rename` is its new id, `coordinates` those of its GeoJSON geometry. */
  readonly set?: Keys;
  readonly remove?: readonly string[];
  readonly add?: { readonly level: string; readonly to: Collection; readonly element: Keys };
  /** Keys of the device type of that name. */
  readonly type?: Keys;
  readonly site?: Keys;
  /** Keys of the level of that id. */
  readonly level?: Keys;
}

export const COLLECTIONS = ['zones', 'walls', 'openings', 'devices', 'signs'] as const;
export type Collection = (typeof COLLECTIONS)[number];

/** The documents of a site by their names; `main` is the plan. */
export interface Documents {
  readonly main: string;
  readonly files: Readonly<Record<string, Keys>>;
}

/** The folder of the sites. */
export const SITES = fileURLToPath(new URL('../../fixtures/sites', import.meta.url));

export function readSite(site: string, main = 'plan.yaml'): Documents {
  const read = (name: string): Keys => parse(readFileSync(join(SITES, site, name), 'utf8'));
  const plan = read(main);
  const references = isKeys(plan)
    ? levelsOf(plan).flatMap(({ geometry }) => (typeof geometry === 'string' ? [geometry] : []))
    : [];
  // As JSON, which is read faster and says the same.
  const name = main.replace(/\.yaml$/, '.json');
  return { main: name, files: Object.fromEntries([[name, plan], ...references.map((one) => [one, read(one)])]) };
}

/** The documents with every edit made, in turn; those given stay as they are. An edit of what isn't there is thrown. */
export function edited(documents: Documents, edits: readonly Edit[]): Documents {
  const copy = structuredClone(documents);
  for (const edit of edits) make(Object.values(copy.files), edit);
  return copy;
}

/** What stands at a path of the documents, as bytes; undefined where nothing does. */
export function textOf({ files }: Documents, path: string): Uint8Array | undefined {
  const file = files[path.startsWith('./') ? path.slice(2) : path];
  if (file === undefined) return undefined;
  return Buffer.from(JSON.stringify(file));
}

function make(files: readonly Keys[], edit: Edit): void {
  if (edit.set !== undefined) set(files, edit.set);
  for (const id of edit.remove ?? []) remove(files, id);
  if (edit.add !== undefined) add(files, edit.add);
  if (edit.type !== undefined) assign(keysOf(headOf(files)?.deviceTypes)?.[String(edit.type.name)], edit.type, 'name');
  if (edit.site !== undefined) assign(headOf(files)?.site, edit.site);
  if (edit.level !== undefined) {
    const { id } = edit.level;
    assign(
      levelsOf(headOf(files) ?? {}).find((level) => level.id === id),
      edit.level,
      'id',
    );
  }
}

/** Where site, levels and device types stand: the document itself, or its member `sitecam` in GeoJSON. */
function headOf([plan]: readonly Keys[]): Keys | undefined {
  return keysOf(plan?.sitecam) ?? plan;
}

function assign(target: Json | undefined, keys: Keys, ...but: string[]): void {
  if (!isKeys(target)) throw new Error(`nothing to set ${JSON.stringify(keys)} on`);
  for (const [key, value] of Object.entries(keys)) {
    if (but.includes(key)) continue;
    if (value === null) delete target[key];
    else target[key] = value;
  }
}

function set(files: readonly Keys[], { id, rename, coordinates, ...keys }: Keys): void {
  const found = findAll(files).find(({ element }) => element.id === id);
  if (found === undefined) throw new Error(`no element ${String(id)}`);
  assign(found.element, rename === undefined ? keys : { ...keys, id: rename });
  if (coordinates !== undefined) assign(found.feature?.geometry, { coordinates });
}

function remove(files: readonly Keys[], id: string): void {
  const found = findAll(files).find(({ element }) => element.id === id);
  if (found === undefined) throw new Error(`no element ${id}`);
  found.from.splice(found.from.indexOf(found.feature ?? found.element), 1);
}

function add(files: readonly Keys[], { level, to, element }: NonNullable<Edit['add']>): void {
  const target = files.flatMap(levelsOf).find(({ id }) => id === level);
  if (target === undefined) throw new Error(`no level ${level}`);
  const list = target[to];
  if (Array.isArray(list)) list.push(structuredClone(element));
  else target[to] = [structuredClone(element)];
}

interface Found {
  readonly element: Keys;
  readonly from: Json[];
  readonly feature?: Keys;
}

function findAll(files: readonly Keys[]): Found[] {
  return files.flatMap((file) => [
    ...levelsOf(file).flatMap((level) =>
      COLLECTIONS.flatMap((name) => {
        const from = level[name];
        return Array.isArray(from) ? from.filter(isKeys).map((element) => ({ element, from })) : [];
      }),
    ),
    ...(Array.isArray(file.features) ? featuresIn(file.features) : []),
  ]);
}

function featuresIn(from: Json[]): Found[] {
  return from.filter(isKeys).flatMap((feature) => {
    const element = keysOf(feature.properties);
    return element === undefined ? [] : [{ element, from, feature }];
  });
}

function levelsOf(file: Keys): Keys[] {
  const levels = file.levels ?? keysOf(file.sitecam)?.levels;
  return Array.isArray(levels) ? levels.filter(isKeys) : [];
}

export function keysOf(value: Json | undefined): Keys | undefined {
  return isKeys(value) ? value : undefined;
}

export function isKeys(value: Json | undefined): value is Keys {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The folder in which the lists of mutations lie. */
export const LISTS = join(dirname(fileURLToPath(import.meta.url)), 'sites');
