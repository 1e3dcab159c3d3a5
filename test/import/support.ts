import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { type ImportedBuilding, importBuilding } from '../../src/import/import.js';
import type { Mapping } from '../../src/import/mapping/types.js';
import { formatOf } from '../../src/import/read/read.js';
import type { ImportFormat, InputFile } from '../../src/import/types.js';
import { write } from '../../src/import/write/write.js';
import { loadPack } from '../../src/law/load.js';
import { lintPlan } from '../../src/lint/lint.js';
import type { Report } from '../../src/lint/types.js';

export const pack = loadPack('nm-2017');

/** Buildings and cameras that others published; not part of the project. */
export const DATA = '../shared/data';

/** Whether the folder `name` of real data is here; what reads it must not be run where it isn't. */
export function hasData(name: string): boolean {
  return existsSync(join(DATA, name));
}

/** Files of the folder `name` of real data, in the order of their names. */
export function dataFiles(name: string, wanted: RegExp = /\.geojson$/): InputFile[] {
  return readdirSync(join(DATA, name))
    .filter((file) => wanted.test(file))
    .sort()
    .map((file) => ({ path: file, bytes: readFileSync(join(DATA, name, file)) }));
}

/** A file of text, or of what JSON makes of a value. */
export function file(path: string, content: unknown): InputFile {
  const text = typeof content === 'string' ? content : JSON.stringify(content);
  return { path, bytes: new TextEncoder().encode(text) };
}

export interface Made {
  readonly building: ImportedBuilding;
  /** Both files as they are written. */
  readonly plan: string;
  readonly geometry: string;
  /** Lints the plan with devices added to one of its levels (by id), in metres from its origin. */
  readonly lint: (level?: string, devices?: readonly object[]) => Report;
  /** The plan with devices added to its levels, by id of the level. */
  readonly withDevices: (devices: Readonly<Record<string, readonly object[]>>) => string;
  /** Lints such a plan. */
  readonly lintPlan: (plan: string) => Report;
}

/** Imports files as the command does. Throws where they can't be read, or the plan made of them can't. */
export function make(
  files: readonly InputFile[],
  {
    mapping,
    format = formatOf(files),
    category = 'school',
    strict = false,
  }: {
    readonly mapping?: Mapping;
    readonly format?: ImportFormat | undefined;
    readonly category?: string;
    readonly strict?: boolean;
  } = {},
): Made {
  if (format === undefined) throw new Error('of no format');
  const imported = importBuilding([{ format, files }], { mapping, pack, strict });
  if (!imported.ok) throw new Error(JSON.stringify(imported.problems));
  const { building } = imported;
  const from = files.map(({ path }) => basename(path));
  const { plan, geometry } = write(building, { name: 'site', category, geometry: 'plan.geojson', from });
  return {
    building,
    plan,
    geometry,
    lint: (level, devices = []) =>
      lintText(level === undefined ? plan : withDevices(plan, { [level]: devices }), geometry),
    withDevices: (devices) => withDevices(plan, devices),
    lintPlan: (text) => lintText(text, geometry),
  };
}

function lintText(plan: string, geometry: string): Report {
  const texts: Readonly<Record<string, string>> = { 'plan.yaml': plan, 'plan.geojson': geometry };
  const read = (path: string) => (Object.hasOwn(texts, path) ? new TextEncoder().encode(texts[path]) : undefined);
  const report = lintPlan('plan.yaml', read, { pack, today: '2026-11-24' });
  if (!report.ok) throw new Error(JSON.stringify(report.unreadable.slice(0, 3)));
  return report;
}

function withDevices(plan: string, levels: Readonly<Record<string, readonly object[]>>): string {
  return Object.entries(levels).reduce(
    (text, [level, devices]) =>
      text.replace(`  - id: ${JSON.stringify(level)}\n`, (line) => `${line}    devices: ${JSON.stringify(devices)}\n`),
    plan,
  );
}

/** Outcomes of one rule by subject; what isn't applicable left out. */
export function outcomes(report: Report, rule: string): Record<string, string> {
  const own = report.verdicts.filter((verdict) => verdict.rule === rule && verdict.outcome !== 'notApplicable');
  return Object.fromEntries(own.map(({ subject, outcome }) => [subject, outcome]));
}
