// The run of `sitecam suggest`: reads, searches, reports, and writes the plan with the design.

import type { Certificate } from '../../../features/suggest/certificate/certificate.js';
import { certifying } from '../../../features/suggest/certificate/make.js';
import { changing } from '../../../features/suggest/change.js';
import { EFFORT, type Suggested, type SuggestProgress, suggesting } from '../../../features/suggest/suggest.js';
import type { Goal, Objective } from '../../../features/suggest/types.js';
import { dayOf } from '../../../host/config/day.js';
import { catalogueFor } from '../../../host/config/suggest/catalogue.js';
import type { TermFlags } from '../../../host/config/terms.js';
import { type ExitCode, type Io, wantsColour } from '../../../host/io.js';
import { version } from '../../../host/package.js';
import { loadSolver } from '../../../host/suggest/solver.js';
import { ending, watch } from '../../../host/suggest/steps.js';
import { oneOf, UsageError } from '../../../host/usage.js';
import type { Locale } from '../../../i18n/locale.js';
import { drawnOf } from '../../../lint/support/drawn.js';
import type { Report } from '../../../lint/types.js';
import { guessFile } from '../../../plan/file-guess.js';
import { isSitecamFile } from '../../../plan/file-names.js';
import { applyEdits } from '../../../source/edit/splice.js';
import type { PeopleFlags } from '../../options.js';
import { distinctNames } from '../../output/assets.js';
import { SUGGEST_FORMATS } from '../../output/formats.js';
import { checkReplaceable, writeDrawing } from '../../output/replaceable.js';
import { planLinter } from '../../plan-linter.js';

interface SuggestFlags extends TermFlags, PeopleFlags {
  readonly format: string;
  readonly output?: string;
  readonly types?: string;
  readonly level?: readonly string[];
  readonly goal: Goal;
  readonly related?: true;
  readonly objective: Objective;
  readonly allow?: 'review';
  readonly repair?: true;
  readonly bound: boolean;
  readonly gap?: string;
  readonly effort?: string;
  readonly time?: string;
  readonly certificate?: string;
  readonly assets?: string;
  readonly force?: true;
  readonly today?: string;
  readonly lang?: string;
}

/**
 * Suggests cameras for one plan. Returns 0 if a design meets all that is asked; 1 if none is found, or if its cost
 * isn't proved to be within `--gap` of the least; 3 for an unreadable plan.
 */
export async function suggestCommand(plan: string, flags: SuggestFlags, io: Io, locale: Locale): Promise<ExitCode> {
  const format = oneOf(flags.format, SUGGEST_FORMATS, { zh: '--format 的取值', en: '--format' });
  const seconds = figure(flags.time, '--time');
  const gap = figure(flags.gap, '--gap');
  const effort = figure(flags.effort, '--effort') ?? EFFORT;
  const today = dayOf(flags.today, io);
  checkTarget(plan, flags, io);
  if (flags.certificate !== undefined && (flags.repair === true || flags.objective === 'change')) {
    throw UsageError.onOptions({
      zh: '以改动量计的推荐没有证明可写，--certificate 不能与 --repair 或者 --objective change 同用。',
      en: 'what changes least has no proof to write: --certificate goes with neither --repair nor --objective change.',
    });
  }
  const report = planLinter(flags, today, io, locale)(plan)?.report;
  if (report === undefined) return 3;
  const levels = levelsOf(report, flags.level);
  const drawn = drawnOf(report);
  if (drawn === undefined) return 3;
  const catalogue = catalogueFor(plan, drawn, { types: flags.types, root: flags.root }, io);
  for (const [option, file] of written(flags)) {
    if (catalogue.path !== undefined && io.real(catalogue.path) === io.real(file)) throw overwriting(option, file);
  }
  const solve = await loadSolver();
  const line = progressLine(io, locale);
  const end = ending(io, seconds === undefined ? undefined : 1000 * seconds, () => line.say());
  let suggested: Suggested;
  let certificate: Certificate | undefined;
  try {
    const { goal, objective } = flags;
    const [related, privacy] = [flags.related === true, flags.allow === 'review' ? 'fails' : 'strict'] as const;
    const search = flags.repair === true || objective === 'change' ? changing : suggesting;
    const steps = search(report, {
      catalogue,
      goal,
      objective,
      levels,
      related,
      solve,
      privacy,
      withPrice: flags.bound,
      effort,
      isOver: end.isOver,
    });
    suggested = await watch({ steps, onProgress: line.show }, io);
    const { suggestion, proved } = suggested;
    if (proved !== undefined && (flags.certificate !== undefined || format === 'json')) {
      const making = certifying(suggestion, proved, { version: version(), related, privacy });
      certificate = await watch({ steps: making, onProgress: () => {} }, io);
    }
  } finally {
    line.clear();
    end.close();
  }
  const drawings = await io.together(() => write(suggested, certificate, report, flags, io));
  await print(suggested, { drawings, certificate }, { ...flags, format, today }, io, locale);
  return codeOf(suggested, gap);
}

function figure(text: string | undefined, option: string): number | undefined {
  if (text === undefined) return undefined;
  const value = Number(text);
  if (text.trim() !== '' && Number.isFinite(value) && value >= 0) return value;
  throw new UsageError({
    zh: `${option} 应为非负数，写的是“${text}”。`,
    en: `${option} takes a number from 0 on, not '${text}'.`,
  });
}

/** Throws a UsageError if the plan read would be overwritten without being asked to. */
function checkTarget(plan: string, flags: SuggestFlags, io: Io): void {
  const { output, certificate, force } = flags;
  for (const [option, file] of written(flags)) {
    if (option === '-o' && force === true) continue;
    if (io.exists(file) && io.real(file) === io.real(plan)) throw overwriting(option, file);
  }
  if (output !== undefined && certificate !== undefined && io.real(output) === io.real(certificate)) {
    throw UsageError.onOptions({
      zh: '-o 和 --certificate 指定了同一个文件。',
      en: '-o and --certificate name the same file.',
    });
  }
  if (certificate !== undefined) checkReplaceable(certificate, io, 'certificate');
  // A plan is what earlier runs wrote there.
  const was = output === undefined || isSitecamFile(output) ? undefined : io.peek(output);
  if (output !== undefined && (was === undefined || guessFile(was) !== 'plan')) checkReplaceable(output, io, 'plan');
}

/** Returns the files that options say to write. */
function written({ output, certificate }: SuggestFlags): (readonly [option: string, file: string])[] {
  const all = [['-o', output] as const, ['--certificate', certificate] as const];
  return all.flatMap(([option, file]) => (file === undefined ? [] : [[option, file] as const]));
}

function overwriting(option: string, file: string): UsageError {
  const [zh, en] = option === '-o' ? ['，或者加 --force', ', or add --force'] : ['', ''];
  return new UsageError({
    zh: `${option} 会覆盖所读的“${file}”。请另指定文件${zh}。`,
    en: `${option} would overwrite '${file}', which is read. Name another file${en}.`,
  });
}

/** Returns the ids of the levels asked about; all if none is named. */
function levelsOf({ site }: Report, asked: readonly string[] | undefined): string[] {
  const known = site.levels.map(({ id }) => id);
  const unknown = asked?.find((id) => !known.includes(id));
  if (unknown !== undefined) {
    throw new UsageError({
      zh: `图中没有楼层“${unknown}”；有：${known.join('、')}。`,
      en: `the plan has no level '${unknown}'; it has ${known.join(', ')}.`,
    });
  }
  return asked === undefined ? known : known.filter((id) => asked.includes(id));
}

/** Writes the plan with the design and the drawings; returns the paths of these by level. */
async function write(
  { edits, suggestion }: Suggested,
  certificate: Certificate | undefined,
  report: Report,
  { output, assets, lang, certificate: file }: SuggestFlags,
  io: Io,
): Promise<Map<string, string>> {
  const [main] = report.files;
  if (file !== undefined && certificate !== undefined)
    await io.write(file, `${JSON.stringify(certificate, null, 1)}\n`);
  if (output !== undefined && edits !== undefined && main !== undefined) {
    const own = edits.filter(({ path }) => path === main.path);
    const text = applyEdits(main.text, own);
    // The plan itself, if that was asked for by --force, is replaced at once.
    if (io.exists(output) && io.real(output) === io.real(main.path)) io.replace(output, text);
    else await io.write(output, text);
  }
  const drawings = new Map<string, string>();
  if (assets === undefined) return drawings;
  const { levelDrawing } = await import('../../../features/suggest/report/draw.js');
  const folder = assets === '' ? '' : `${assets.replace(/[/\\]+$/, '')}/`;
  const nameOf = distinctNames(true);
  for (const level of suggestion.levels) {
    const file = `${folder}${nameOf(report.path, level)}.svg`;
    await writeDrawing(file, levelDrawing(suggestion, level, lang === 'en' ? 'en' : 'zh-CN'), io);
    drawings.set(level, io.shown(file));
  }
  return drawings;
}

async function print(
  { suggestion }: Suggested,
  { drawings, certificate }: { readonly drawings: ReadonlyMap<string, string>; readonly certificate?: Certificate },
  { format, color, lang, today, certificate: file }: Printing,
  io: Io,
  locale: Locale,
): Promise<void> {
  if (format === 'json') {
    const { suggestionRecord } = await import('../../../features/suggest/report/json.js');
    const record = { ...suggestionRecord(suggestion, version(), today), certificate };
    io.out(`${JSON.stringify(record, null, 2)}\n`);
    return;
  }
  const { suggestionDocument } = await import('../../../features/suggest/report/document.js');
  const shown = file === undefined ? undefined : io.shown(file);
  const documents = [suggestionDocument(suggestion, drawings, shown)];
  if (format === 'markdown') {
    // Output for the record is Chinese unless `--lang en` is given.
    const { writeMarkdown } = await import('../../../render/writers/markdown.js');
    io.out(writeMarkdown(documents, { locale: lang === 'en' ? 'en' : 'zh-CN' }));
  } else {
    const { writeTerminal } = await import('../../../render/writers/terminal.js');
    io.out(writeTerminal(documents, { locale, colour: wantsColour(color, io), width: io.columns }));
  }
}

/** How a suggestion is printed. */
interface Printing extends Pick<SuggestFlags, 'color' | 'lang' | 'certificate'> {
  readonly format: (typeof SUGGEST_FORMATS)[number];
  readonly today: string;
}

function codeOf({ suggestion: { parts, met, after } }: Suggested, gap: number | undefined): ExitCode {
  const isWhole = (after !== undefined || parts.length === 0) && met.every(({ isMet }) => isMet);
  if (!isWhole) return 1;
  const apart = parts.reduce((sum, { cost = 0, bound }) => sum + cost - bound, 0);
  return gap !== undefined && apart > gap ? 1 : 0;
}

/** A line on the terminal that says how far the search is. */
function progressLine(io: Io, locale: Locale) {
  const isShown = io.errIsTerminal && io.env.TERM !== 'dumb' && (io.env.CI ?? '') === '';
  const start = io.now();
  let last = start;
  let isDrawn = false;
  const clear = () => {
    if (isDrawn) io.err('\r\u001b[K');
    isDrawn = false;
  };
  return {
    show({ done, parts, cost, bound }: SuggestProgress) {
      const now = io.now();
      if (!isShown || now - last < REDRAWN) return;
      last = now;
      isDrawn = true;
      const seconds = Math.round((now - start) / 1000);
      const text =
        locale === 'en'
          ? `${done} of ${parts} parts done  ${cost === undefined ? 'no design yet' : `design: ${cost}`}  at least ${bound} proved  ${seconds} s`
          : `已完成${done}/${parts}部分  ${cost === undefined ? '尚无方案' : `方案${cost}`}  已证明≥${bound}  ${seconds}秒`;
      io.err(`\r${text}\u001b[K`);
    },
    say() {
      clear();
      io.err(
        locale === 'en'
          ? 'Ending with the best design so far; once more ends at once.\n'
          : '正在以目前最好的方案结束；再按一次立即退出。\n',
      );
    },
    clear,
  };
}

/** ms between two lines of progress. */
const REDRAWN = 100;
