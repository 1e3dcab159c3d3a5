// Writes an import to its target, as a new plan or as a re-import.

import { posix } from 'node:path';
import { isSameBytes } from '../../../base/equality.js';
import { SCHEMA_BESIDE_PLAN, schemaFor } from '../../../host/config/schema-path.js';
import type { Io } from '../../../host/io.js';
import { UsageError } from '../../../host/usage.js';
import type { Locale } from '../../../i18n/locale.js';
import type { PlanDraft } from '../../../import/draft.js';
import type { ImportedBuilding } from '../../../import/import.js';
import { againDocument } from '../../../import/record/summary.js';
import { type ReimportResult, reimport } from '../../../import/reimport/reimport.js';
import { type WriteOptions, write, writeGeoJson } from '../../../import/write/write.js';
import type { Category, Pack } from '../../../law/types.js';
import { writePlain } from '../../../render/writers/plain.js';
import { say } from '../../say.js';
import { invocationName, quotedForShell, schemaHint } from '../../shell.js';
import type { Files, ImportTarget } from './target.js';

interface PutOptions {
  /** Name of the site if the source has none. */
  readonly name: string;
  readonly category: Category | undefined;
  /** Names of the source files. */
  readonly from: readonly string[];
  readonly pack: Pack;
  /** Height from floor to floor, m, if the source doesn't give it. */
  readonly storey: number;
  /** True for `--dry-run`: report only, write nothing. */
  readonly dry: boolean;
  readonly locale: Locale;
}

interface WriteResult {
  /** Lines for the terminal; empty if the plan went to standard output. */
  readonly text: string;
  /** Set only if the target plan exists (re-import). */
  readonly again?: ReimportResult;
}

/**
 * Writes an import to `target`. Returns lines (`text`) that report it to the user, and after a re-import what that
 * means for the plan that people have edited (`again`). Throws a UsageError if a file has appeared there since `target`
 * was determined.
 */
export function writeImport(
  building: ImportedBuilding,
  target: ImportTarget,
  options: PutOptions,
  io: Io,
): WriteResult {
  if (target.kind === 'files') {
    return target.existing === undefined ? first(building, target, options, io) : second(building, target, options, io);
  }
  const { name, category, from, storey, dry, locale } = options;
  const text = writeGeoJson(building, { name, category: category?.id, from, storey });
  if (target.kind === 'stdout') {
    if (!dry) io.out(text);
    return { text: '' };
  }
  if (!dry && !io.create(target.path, text)) throw appeared(target.path, io);
  const next = nextStepsText(target.path, building.identified.draft, category?.id, io, locale);
  return { text: `${wrote([target.path], dry, io, locale)}${next}` };
}

function first(
  building: ImportedBuilding,
  { plan, geometry, reference, written }: Files,
  options: PutOptions,
  io: Io,
): WriteResult {
  const { category, dry, locale } = options;
  const schema = schemaFor(plan, io);
  const files = write(building, { ...writeOptions(options, reference), category: category?.id, schema });
  if (!dry) {
    // The plan comes last: once it is there, the geometry it refers to is there too.
    if (written !== undefined) replaceChanged(geometry, files.geometry, written.bytes, io);
    else if (!io.create(geometry, files.geometry)) throw appeared(geometry, io);
    if (!io.create(plan, files.plan)) throw appeared(plan, io);
  }
  const hint = schema === SCHEMA_BESIDE_PLAN ? schemaHint(plan, invocationName(io), io, locale) : '';
  const next = nextStepsText(plan, building.identified.draft, category?.id, io, locale);
  return { text: `${wrote([plan, geometry], dry, io, locale)}${next}${hint}` };
}

function second(building: ImportedBuilding, target: Files, options: PutOptions, io: Io): WriteResult {
  const { plan, geometry, reference, existing, written } = target;
  const { pack, dry, locale } = options;
  const files = write(building, { ...writeOptions(options, reference), category: undefined });
  const bytes = new TextEncoder().encode(files.geometry);
  // A plan finds its files by names relative to its own.
  const beside = posix.join(posix.dirname(plan), reference);
  const result = reimport(building, {
    plan,
    value: existing?.value,
    previous: written?.previous,
    read: (path) => (posix.normalize(path) === beside ? bytes : io.read(path)),
    pack,
  });
  const same = written !== undefined && isSameBytes(written.bytes, bytes);
  if (!dry && !same) {
    if (written !== undefined) io.replace(geometry, files.geometry);
    else if (!io.create(geometry, files.geometry)) throw appeared(geometry, io);
  }
  const names = { plan: io.shown(plan), geometry: io.shown(geometry), reference, storey: options.storey };
  const unused =
    options.category === undefined
      ? ''
      : say(
          locale,
          `${names.plan} 已经存在，--category 未采用。\n`,
          `${names.plan} is there already: --category was not used.\n`,
        );
  const done = same
    ? say(
        locale,
        `${names.geometry} 逐字节相同，未写。\n`,
        `${names.geometry} is the same byte for byte and was not written.\n`,
      )
    : wrote([geometry], dry, io, locale);
  const next = result.unreadable.length === 0 ? nextAgain(plan, io, locale) : '';
  const changes = writePlain([againDocument(result, names)], { locale });
  return { text: `${done}${unused}${changes}${next}`, again: result };
}

function writeOptions({ name, from, pack, storey }: PutOptions, geometry: string): Omit<WriteOptions, 'category'> {
  return { name, from, pack, storey, geometry };
}

function replaceChanged(path: string, text: string, was: Uint8Array, io: Io): void {
  if (!isSameBytes(was, new TextEncoder().encode(text))) io.replace(path, text);
}

/** Returns the error for a file that somebody created while the source was being read. */
function appeared(path: string, io: Io): UsageError {
  const file = io.shown(path);
  return new UsageError({
    zh: `“${file}”在导入期间出现，未予覆盖。请查看后再运行一次。`,
    en: `'${file}' appeared during the import and was not overwritten. Look at it, then run this again.`,
  });
}

function wrote(paths: readonly string[], dry: boolean, io: Io, locale: Locale): string {
  const names = paths.map((path) => io.shown(path));
  return dry
    ? say(locale, `将写出 ${names.join('、')}（--dry-run，未写）\n`, `would write ${names.join(' and ')} (--dry-run)\n`)
    : say(locale, `已写出 ${names.join('、')}\n`, `wrote ${names.join(' and ')}\n`);
}

/** Returns the steps left to do on a newly imported plan, then the command to lint it. Ends with a line break. */
function nextStepsText(plan: string, draft: PlanDraft, category: string | undefined, io: Io, locale: Locale): string {
  const t = (zh: string, en: string) => say(locale, zh, en);
  const { zones, devices } = draft;
  const untold = zones.filter((zone) => zone.untold !== undefined).length;
  const unmeasured = devices.filter(({ kind, keys }) => kind === 'camera' && keys.resolution === undefined).length;
  const steps = [
    ...(category === undefined ? [t('写明场所类别（categories）', 'say what the site is (categories)')] : []),
    ...(untold === 0
      ? []
      : [t(`认定${untold}处区域的用途`, `say what ${untold === 1 ? '1 zone is' : `${untold} zones are`} for`)]),
    ...(devices.length === 0 ? [t('写入设备', 'write in the devices')] : []),
    ...(unmeasured === 0
      ? []
      : [
          t(
            `补充${unmeasured}台摄像机的视场角、分辨率和有无拾音`,
            `say what ${unmeasured === 1 ? '1 camera' : `${unmeasured} cameras`} can do (hfov, resolution, audio)`,
          ),
        ]),
  ];
  const command = lintOf(plan, io);
  const next =
    steps.length === 0
      ? t(`下一步：审查  ${command}\n`, `Next: lint it with  ${command}\n`)
      : t(`下一步：${steps.join('，')}，然后审查  ${command}\n`, `Next: ${steps.join('; ')}; then run  ${command}\n`);
  return `${bare(draft, locale)}${next}`;
}

/** Returns the line after a re-import: the plan is filled in already, so only the command to lint it follows. */
function nextAgain(plan: string, io: Io, locale: Locale): string {
  const command = lintOf(plan, io);
  return say(locale, `下一步：审查  ${command}\n`, `Next: lint it with  ${command}\n`);
}

/**
 * Returns a warning if the import took neither zones nor walls, as when a drawing's layers have names of their own;
 * else ''.
 */
function bare({ zones, walls }: PlanDraft, locale: Locale): string {
  if (zones.length + walls.length > 0) return '';
  return say(
    locale,
    '设计图中既无区域也无墙，不能据以审查。建筑另有文件的，请一并导入；哪些图层、属性是墙、门、房间，用 --mapping 说明\n',
    'There is neither zone nor wall in the plan, and little to judge. Import the building together with this, or say with --mapping which layers or properties are walls, doors and rooms\n',
  );
}

function lintOf(plan: string, io: Io): string {
  return `${invocationName(io)} lint ${quotedForShell(io.shown(plan))}`;
}
