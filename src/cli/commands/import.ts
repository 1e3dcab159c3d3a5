import { posix } from 'node:path';
import { inLocale, type Locale } from '../../i18n/locale.js';
import { renderMessage } from '../../i18n/message.js';
import { countsOf, importBuilding } from '../../import/import.js';
import { problemMessages } from '../../import/problems.js';
import { recordText } from '../../import/record/terminal.js';
import { recordOf } from '../../import/record.js';
import { write } from '../../import/write/write.js';
import { categoryNamed } from '../../law/categories.js';
import { loadPack, packIds } from '../../law/load.js';
import type { SourceProblem } from '../../source/problem.js';
import { inputsOf } from '../import/inputs.js';
import { mappingAt } from '../import/mapping.js';
import { recordWriter } from '../import/record.js';
import type { ExitCode, Io } from '../io.js';

export interface ImportFlags {
  readonly output: string;
  readonly category?: string;
  readonly format?: string;
  readonly mapping?: string;
  readonly strict?: boolean;
  readonly record?: string;
  readonly lang?: Locale;
}

/** Makes a plan of a building: a file of geometry, and beside it the file that people edit. */
export function importPlan(sources: readonly string[], flags: ImportFlags, io: Io, locale: Locale): ExitCode {
  const pack = loadPack(packIds[0]);
  const category = flags.category === undefined ? undefined : categoryNamed(pack, flags.category)?.id;
  const mapping = flags.mapping === undefined ? undefined : mappingAt(flags.mapping, io, pack);
  const recordFile = flags.record === undefined ? undefined : recordWriter(flags.record);
  const { inputs, problems } = inputsOf(sources, flags.format, io);
  const options = { mapping, pack, strict: flags.strict === true };
  const imported = problems.length > 0 ? { ok: false as const, problems } : importBuilding(inputs, options);
  if (!imported.ok) {
    for (const problem of imported.problems) io.err(`${problemText(problem, locale)}\n`);
    return 3;
  }
  const { building } = imported;
  const { identified, notes } = building;
  const geometry = `${posix.basename(flags.output).replace(/\.ya?ml$/i, '')}.geojson`;
  const written = write(building, {
    name: posix.basename(sources[0] ?? ''),
    category,
    geometry,
    from: inputs.flatMap(({ files }) => files.map(({ path }) => posix.basename(path))),
  });
  io.write(posix.join(posix.dirname(flags.output), geometry), written.geometry);
  if (io.exists(flags.output)) io.err(inLocale({ zh: '保留原文件。\n', en: 'kept.\n' }, locale));
  else io.write(flags.output, written.plan);
  const { zones, walls, openings, devices } = countsOf(identified.draft);
  io.err(
    locale === 'en'
      ? `levels: ${identified.levels.length}, zones: ${zones}, walls: ${walls}, openings: ${openings}, devices: ${devices}\n`
      : `楼层 ${identified.levels.length}，区域 ${zones}，墙 ${walls}，开口 ${openings}，设备 ${devices}\n`,
  );
  const files = inputs.flatMap((input) => input.files);
  const record = recordOf(building, { plan: flags.output, geometry, files, strict: flags.strict === true });
  if (flags.record !== undefined && recordFile !== undefined) {
    io.write(flags.record, recordFile(record, flags.lang ?? 'zh-CN'));
  }
  io.err(recordText(record, flags.record, locale));
  return notes.some(({ sort }) => sort === 'refused') ? 1 : 0;
}

function problemText({ message, place, at }: SourceProblem, locale: Locale): string {
  const where = at === undefined ? place.path : `${place.path}:${at.line}:${at.column}`;
  return `${where}: ${renderMessage(problemMessages, message, locale)}`;
}
