// `sitecam merge`: options, help and run.
import type { Command } from 'commander';
import type { LogFile } from '../../features/merge/log.js';
import type { Merged } from '../../features/merge/merge.js';
import { MergeRefusal } from '../../features/merge/refusal.js';
import { limitsOf, type ReadFlags } from '../../host/config/limits.js';
import type { ExitCode, Io } from '../../host/io.js';
import { version } from '../../host/package.js';
import { oneOf, UsageError } from '../../host/usage.js';
import { inLocale, type Locale, type Localized } from '../../i18n/locale.js';
import { LIMITS, type Limits } from '../../source/limits.js';
import { type Cli, langOption, limitOption } from '../options.js';

interface MergeFlags extends ReadFlags {
  readonly out?: string;
  readonly failOn: string;
}

/** Declares `sitecam merge` on the root command. */
export function declareMerge(root: Command, { done, io, locale, t }: Cli): void {
  root
    .command('merge')
    .summary(t('合并各分片的报告', 'put the reports of shards together'))
    .description(
      t(
        '把各分片（lint --shard）的 sarif 或者 json 报告合并为一份，与一次审查全部设计图的报告逐字节相同。',
        'Puts the reports of the shards of a run (lint --shard) together, in sarif or json: the same bytes as linting all plans at once.',
      ),
    )
    .argument('<reports...>', t('同一次审查的报告，格式相同', 'reports of one run, all in one format'))
    .option('-o, --out <file>', t('写入此文件；缺省为标准输出', 'file to write; standard output when absent'))
    .option(
      '--fail-on <level>',
      t('何时以 1 退出：error、warning、review、never', 'when to exit with 1: error, warning, review, never'),
      'error',
    )
    .addOption(limitOption(t))
    .addOption(langOption(t))
    .action(async (reports: string[], options: MergeFlags) => done(await merge(reports, options, io, locale)));
}

/**
 * Merges the reports of shards into one, and returns the exit code of the whole run. Writes nothing if they don't fit
 * together.
 */
async function merge(reports: readonly string[], flags: MergeFlags, io: Io, locale: Locale): Promise<ExitCode> {
  const { mergeLogs } = await import('../../features/merge/merge.js');
  const { FAIL_ON } = await import('../../lint/exit.js');
  const failOn = oneOf(flags.failOn, FAIL_ON, { zh: '--fail-on 的取值', en: '--fail-on' });
  const out = flags.out === '-' ? undefined : flags.out;
  checkOut(out, reports, io);
  try {
    const limits = limitsOf(flags) ?? LIMITS;
    const files = filesOf(reports, limits, io);
    const merged = mergeLogs(files, { failOn, version: version(), limits });
    if (out === undefined) for (const part of merged.parts) io.out(part);
    else {
      await io.write(out, merged.parts);
      io.out(`${inLocale(summary(merged, files.length, io.shown(out)), locale)}\n`);
    }
    return merged.code;
  } catch (error) {
    if (!(error instanceof MergeRefusal)) throw error;
    const texts = [...error.texts, error.kind === 'unreadable' ? NOTHING_WRITTEN : undefined].filter(
      (text) => text !== undefined,
    );
    const said: Localized = {
      zh: texts.map(({ zh }) => zh).join('\n'),
      en: texts.map(({ en }) => en).join('\n'),
    };
    if (error.kind === 'usage') throw new UsageError(said);
    io.err(`sitecam${locale === 'en' ? ': ' : '：'}${inLocale(said, locale)}\n`);
    return 3;
  }
}

const NOTHING_WRITTEN: Localized = { zh: '未合并，未写出任何报告。', en: 'Nothing was merged, and nothing written.' };

function checkOut(out: string | undefined, reports: readonly string[], io: Io): void {
  if (out === '') throw new UsageError({ zh: '--out 缺少文件名。', en: '--out needs a file name.' });
  if (out === undefined) return;
  if (io.isFolder(out)) {
    throw new UsageError({
      zh: `--out “${out}”是文件夹，请给出文件名，例如“${out}/all.sarif”。`,
      en: `--out '${out}' is a folder; name a file, for example '${out}/all.sarif'.`,
    });
  }
  if (reports.some((report) => io.real(report) === io.real(out))) {
    throw new UsageError({
      zh: `“${out}”是要合并的报告之一，不能写入；请另取文件名，或者不要将其列入。`,
      en: `'${out}' is one of the reports to merge and can't be written over; choose another name, or leave it out.`,
    });
  }
}

/** Reads the reports. Throws one error that names every report that can't be read. */
function filesOf(reports: readonly string[], { bytes }: Limits, io: Io): LogFile[] {
  const folder = reports.find((report) => io.isFolder(report));
  if (folder !== undefined) {
    throw new UsageError({
      zh: `“${folder}”是文件夹，请给出其中的报告，例如 ${folder}/*.sarif。`,
      en: `'${folder}' is a folder; name the reports in it, for example ${folder}/*.sarif.`,
    });
  }
  const read = reports.map((report) => ({ name: io.shown(report), bytes: io.read(report, bytes) }));
  const missing = read.filter(({ bytes }) => bytes === undefined);
  if (missing.length > 0) {
    throw new MergeRefusal(
      'unreadable',
      missing.map(({ name }) => ({
        zh: `报告“${name}”不存在或者不能读取。`,
        en: `the report '${name}' does not exist or can't be read.`,
      })),
    );
  }
  return read.flatMap(({ name, bytes }) => (bytes === undefined ? [] : [{ name, bytes }]));
}

function summary({ plans, unreadable, unjudged, counting }: Merged, reports: number, out: string): Localized {
  const [unread, unreadEn] = unreadable === 0 ? ['', ''] : [`，${unreadable}份无法读取`, `, ${unreadable} unreadable`];
  const [without, withoutEn] =
    unjudged === 0 ? ['', ''] : [`，${unjudged}份不具备审查条件`, `, ${unjudged} not judged`];
  const [found, foundEn] =
    counting === 0 ? ['', ''] : [`，${counting}项计入 --fail-on`, `, ${counting} findings count for --fail-on`];
  return {
    zh: `已合并${reports}份报告（设计图${plans}份${unread}${without}${found}），写入 ${out}`,
    en: `merged ${reports} ${reports === 1 ? 'report' : 'reports'} (${plans} ${plans === 1 ? 'plan' : 'plans'}${unreadEn}${withoutEn}${foundEn}), wrote ${out}`,
  };
}
