// The run of `sitecam import`.

import { posix } from 'node:path';
import { ConfigurationError } from '../../../config/error.js';
import { categoryOf } from '../../../host/config/category.js';
import { limitsOf, type ReadFlags } from '../../../host/config/limits.js';
import { type ExitCode, type Io, wantsColour } from '../../../host/io.js';
import { version } from '../../../host/package.js';
import { oneOf, UsageError } from '../../../host/usage.js';
import { type Locale, type Localized, render } from '../../../i18n/locale.js';
import { type Input, importBuilding } from '../../../import/import.js';
import { loadMapping } from '../../../import/mapping/load.js';
import type { Mapping } from '../../../import/mapping/types.js';
import type { Note } from '../../../import/notes.js';
import { recordDocument } from '../../../import/record/document.js';
import { recordJson } from '../../../import/record/json.js';
import { type ImportRecord, recordOf } from '../../../import/record/record.js';
import { summaryDocument } from '../../../import/record/summary.js';
import { isOverrideLost } from '../../../import/reimport/reimport.js';
import { storeyOf, withElevations } from '../../../import/support/elevations.js';
import { problemText as importText } from '../../../import/texts.js';
import { DEFAULT_PACK, loadPack } from '../../../law/load.js';
import type { Pack } from '../../../law/types.js';
import { plainText } from '../../../render/escape.js';
import { writeMarkdown } from '../../../render/writers/markdown.js';
import { writeTerminal } from '../../../render/writers/terminal.js';
import { LIMITS, type Limits } from '../../../source/limits.js';
import { locate } from '../../../source/place/locate.js';
import { problemOf, type SourceProblem } from '../../../source/problem.js';
import type { SourceFile } from '../../../source/types.js';
import type { PeopleFlags } from '../../options.js';
import { SURVEY_FORMATS } from '../../output/formats.js';
import { checkReplaceable } from '../../output/replaceable.js';
import { say } from '../../say.js';
import { inputsOf } from './inputs.js';
import { withModels } from './models.js';
import { lookFirst, surveyDrawings } from './survey.js';
import { type ImportTarget, importTarget } from './target.js';
import { writeImport } from './write-import.js';

interface ImportFlags extends Pick<ReadFlags, 'limit'>, PeopleFlags {
  readonly output?: string;
  readonly category?: string;
  readonly from?: string;
  readonly format?: string;
  readonly mapping?: string;
  readonly strict?: boolean;
  readonly dryRun?: boolean;
  readonly record?: string;
  readonly survey?: boolean;
  readonly assets?: string;
  readonly lang?: Locale;
}

const FORMAT_VALUE: Localized = { zh: '--format 的取值', en: '--format' };

/**
 * Converts a building into a plan: a geometry file, and beside it the plan file that people edit. A re-import rewrites
 * the geometry only. With `--survey` it only shows what the drawings hold.
 *
 * Returns 0; 1 if something was refused, or if after a re-import the plan can't be read or an element of its overrides has
 * gone or moved; 3 if a source or the existing plan can't be read.
 */
export async function importPlan(
  sources: readonly string[],
  flags: ImportFlags,
  io: Io,
  locale: Locale,
): Promise<ExitCode> {
  const pack = loadPack(DEFAULT_PACK);
  const limits = limitsOf(flags);
  const category = flags.category === undefined ? undefined : categoryOf(flags.category, pack);
  const mapping = flags.mapping === undefined ? undefined : mappingAt(flags.mapping, io, pack);
  const format = flags.format === undefined ? undefined : oneOf(flags.format, SURVEY_FORMATS, FORMAT_VALUE);
  if (flags.survey === true) return survey(sources, { ...flags, format }, mapping, pack, limits, io, locale);
  for (const option of ['assets', 'format'] as const) {
    if (flags[option] === undefined) continue;
    throw UsageError.onOptions({ zh: `--${option} 与 --survey 同用。`, en: `--${option} goes with --survey.` });
  }
  const recordFile = flags.record === undefined ? undefined : recordWriter(flags.record);
  if (flags.record !== undefined && flags.dryRun !== true) checkReplaceable(flags.record, io, 'record');
  const output = outputOf(flags);
  const target = importTarget(output, sources, io);
  if (target.kind === 'unreadable') return unreadable(target.problems, io, locale);
  const { inputs: given, problems } = await withModels(inputsOf(sources, flags.from, limits ?? LIMITS, io));
  if (problems.length > 0) return unreadable(problems, io, locale);
  const inputs = given.flatMap((input) => without(input, target, io));
  if (inputs.length === 0) {
    const file = given.flatMap((input) => input.files.map(({ path }) => posix.basename(path))).join(', ');
    const path = sources.map((source) => io.shown(source) || '.').join(', ');
    return unreadable([problemOf(importText.onlyEarlier({ file }), path)], io, locale);
  }
  const strict = flags.strict === true;
  const previous = target.kind === 'files' ? target.written?.previous : undefined;
  const imported = importBuilding(inputs, {
    mapping,
    pack,
    strict,
    limits,
    ...(previous === undefined ? {} : { previous }),
  });
  const look = (failed: boolean) => (mapping === undefined ? lookFirst(inputs, limits, failed, io, locale) : '');
  if (!imported.ok) {
    const code = unreadable(imported.problems, io, locale, imported.notes);
    if (imported.notes !== undefined) io.err(look(true));
    return code;
  }
  const storey = storeyOf(inputs, mapping);
  const building = withElevations(imported.building, storey);
  const { notes } = building;
  const files = inputs.flatMap((input) => input.files);
  const dry = flags.dryRun === true;
  const options = {
    name: posix.basename(io.absolute(sources[0] ?? '')),
    category,
    from: files.map(({ path }) => posix.basename(path)),
    pack,
    storey,
    dry,
    locale,
  };
  const geometry = target.kind === 'files' ? target.reference : output;
  const writes = dry ? undefined : flags.record;
  const { text, again, record } = await io.together(async () => {
    const written = writeImport(building, target, options, io);
    const again = written.again === undefined ? {} : { again: written.again };
    const record = recordOf(building, { plan: output, geometry, files, strict, ...again });
    if (writes !== undefined && recordFile !== undefined) {
      await io.write(writes, recordFile(record, flags.lang ?? 'zh-CN'));
    }
    return { ...written, record };
  });
  const colour = wantsColour(flags.color, { ...io, isTerminal: io.errIsTerminal });
  io.err(writeTerminal([summaryDocument(record, writes)], { locale, colour }));
  io.err(text);
  io.err(look(false));
  for (const problem of again?.unreadable ?? []) io.err(`  ${problemText(problem, again?.files ?? [], locale)}\n`);
  const isRefused = notes.some(({ sort }) => sort === 'refused');
  const isToBeRead = again !== undefined && (again.unreadable.length > 0 || isOverrideLost(again));
  return isRefused || isToBeRead ? 1 : 0;
}

/** Looks at drawings instead of importing them. */
async function survey(
  sources: readonly string[],
  { output, assets, from, format, color }: ImportFlags,
  mapping: Mapping | undefined,
  pack: Pack,
  limits: Limits | undefined,
  io: Io,
  locale: Locale,
): Promise<ExitCode> {
  const { inputs, problems } = inputsOf(sources, from, limits ?? LIMITS, io);
  if (problems.length > 0) return unreadable(problems, io, locale);
  const flags = {
    output,
    assets,
    json: format === 'json',
    colour: wantsColour(color, io),
    unit: mapping?.unit,
    limits,
  };
  const ended = await surveyDrawings(inputs, flags, pack, io, locale);
  return typeof ended === 'number' ? ended : unreadable(ended.problems, io, locale);
}

function outputOf({ output }: ImportFlags): string {
  if (output !== undefined) return output;
  throw new UsageError({
    zh: '请用 -o 指明输出：-o plan.yaml（几何写在旁边的 plan.geojson）、-o plan.geojson（一个文件）或者 -o -（标准输出）。',
    en: 'say where to with -o: -o plan.yaml (its geometry as plan.geojson beside it), -o plan.geojson (one file) or -o - (standard output).',
  });
}

/**
 * Returns the input without the plan and geometry files of an earlier import, which are no source of this one; nothing
 * if it has no other files, since a reader would make a storey of none.
 */
function without(input: Input, target: ImportTarget, io: Io): Input[] {
  if (target.kind !== 'files') return [input];
  const own = [target.plan, target.geometry].map((path) => io.real(path));
  const files = input.files.filter(({ path }) => !own.includes(io.real(path)));
  return files.length === 0 ? [] : [{ ...input, files }];
}

function unreadable(problems: readonly SourceProblem[], io: Io, locale: Locale, notes: readonly Note[] = []): 3 {
  for (const problem of problems) io.err(`${problemText(problem, [], locale)}\n`);
  for (const { message, count } of notes) {
    const text = plainText(render(message, locale));
    io.err(`  ${text}${count === undefined ? '' : say(locale, `（${count}项）`, ` (${count})`)}\n`);
  }
  return 3;
}

function problemText({ message, place, at }: SourceProblem, files: readonly SourceFile[], locale: Locale): string {
  const file = files.find(({ path }) => path === place.path);
  const start = at ?? (file && locate(file, place).start);
  const where = start === undefined ? place.path : `${place.path}:${start.line}:${start.column}`;
  return `${where}: ${render(message, locale)}`;
}

/**
 * Reads the mapping file at `path`, relative to the current folder. Throws a ConfigurationError that lists every
 * problem with it.
 */
function mappingAt(path: string, io: Io, pack: Pack): Mapping {
  const bytes = io.read(path);
  if (bytes === undefined) {
    throw new UsageError({
      zh: `映射文件“${path}”不存在或者不能读取。`,
      en: `the mapping '${path}' does not exist or can't be read.`,
    });
  }
  const loaded = loadMapping(io.shown(path), bytes, pack);
  if (loaded.ok) return loaded.mapping;
  throw new ConfigurationError(loaded.problems, [loaded.file], (count) => ({
    zh: `映射文件不能使用（${count}处错误），未生成任何文件。`,
    en: `The mapping can't be used (${count} ${count === 1 ? 'fault' : 'faults'}); nothing was written.`,
  }));
}

type RecordWriter = (record: ImportRecord, locale: Locale) => string;

const recordMarkdown: RecordWriter = (record, locale) => writeMarkdown([recordDocument(record, version())], { locale });

/** Writers of the import record, by file ending. */
const RECORDS: Readonly<Record<string, RecordWriter>> = {
  md: recordMarkdown,
  markdown: recordMarkdown,
  json: (record) => recordJson(record, version()),
};

/** Returns the writer for the format that the ending of `file` names. Throws a UsageError on any other ending. */
function recordWriter(file: string): RecordWriter {
  const ending = posix.extname(file).slice(1).toLowerCase();
  if (Object.hasOwn(RECORDS, ending)) return RECORDS[ending];
  throw new UsageError({
    zh: `--record 的文件名应以 .md（Markdown 文档）或者 .json 结尾，而不是“${file}”。`,
    en: `--record takes a name that ends in .md (a Markdown document) or .json, not '${file}'.`,
  });
}
