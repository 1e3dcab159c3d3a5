// The run of `sitecam suggest`: reads, searches, reports, and writes the plan with the design.

import { changing } from '../../../features/suggest/change.js';
import { EFFORT, type Suggested, type SuggestProgress, suggesting } from '../../../features/suggest/suggest.js';
import type { Goal, Objective } from '../../../features/suggest/types.js';
import { dayOf } from '../../../host/config/day.js';
import { catalogueFor } from '../../../host/config/suggest/catalogue.js';
import type { TermFlags } from '../../../host/config/terms.js';
import { type ExitCode, type Io, wantsColour } from '../../../host/io.js';
import { version } from '../../../host/package.js';
import { safe, stem } from '../../../host/plans/stem.js';
import { loadSolver } from '../../../host/suggest/solver.js';
import { ending, watch } from '../../../host/suggest/steps.js';
import { oneOf, UsageError } from '../../../host/usage.js';
import type { Locale } from '../../../i18n/locale.js';
import { drawnOf } from '../../../lint/support/drawn.js';
import type { Report } from '../../../lint/types.js';
import { applyEdits } from '../../../source/edit/splice.js';
import type { PeopleFlags } from '../../options.js';
import { SUGGEST_FORMATS } from '../../output/formats.js';
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

/** Suggests cameras for one plan. Returns 0 if a design meets all that is asked, 1 if none is found, 3 for an unreadable plan. */
export async function suggestCommand(plan: string, flags: SuggestFlags, io: Io, locale: Locale): Promise<ExitCode> {
  const format = oneOf(flags.format, SUGGEST_FORMATS, { zh: '--format 的取值', en: '--format' });
  const seconds = figure(flags.time, '--time');
  const gap = figure(flags.gap, '--gap');
  const effort = figure(flags.effort, '--effort') ?? EFFORT;
  const today = dayOf(flags.today, io);
  checkTarget(plan, flags, io);
  const report = planLinter(flags, today, io, locale)(plan)?.report;
  if (report === undefined) return 3;
  const levels = levelsOf(report, flags.level);
  const drawn = drawnOf(report);
  if (drawn === undefined) return 3;
  const catalogue = catalogueFor(plan, drawn, { types: flags.types, root: flags.root }, io);
  if (catalogue.path !== undefined && flags.output !== undefined && io.real(catalogue.path) === io.real(flags.output)) {
    throw overwriting(flags.output);
  }
  const solve = await loadSolver();
  const line = progressLine(io, locale);
  const end = ending(io, seconds === undefined ? undefined : 1000 * seconds, () => line.say());
  let suggested: Suggested;
  try {
    const { goal, objective } = flags;
    const search = flags.repair === true || objective === 'change' ? changing : suggesting;
    const steps = search(report, {
      catalogue,
      goal,
      objective,
      levels,
      related: flags.related === true,
      solve,
      privacy: flags.allow === 'review' ? 'fails' : 'strict',
      withPrice: flags.bound,
      effort,
      isOver: end.isOver,
    });
    suggested = await watch({ steps, onProgress: line.show }, io);
  } finally {
    line.clear();
    end.close();
  }
  const drawings = await io.together(() => write(suggested, report, flags, io));
  await print(suggested, drawings, { ...flags, format, today }, io, locale);
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
function checkTarget(plan: string, { output, force }: SuggestFlags, io: Io): void {
  if (output === undefined || force === true) return;
  if (io.exists(output) && io.real(output) === io.real(plan)) throw overwriting(output);
}

function overwriting(file: string): UsageError {
  return new UsageError({
    zh: `-o 会覆盖所读的“${file}”。请另指定文件，或者加 --force。`,
    en: `-o would overwrite '${file}', which is read. Name another file, or add --force.`,
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
  report: Report,
  { output, assets, lang }: SuggestFlags,
  io: Io,
): Promise<Map<string, string>> {
  const [main] = report.files;
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
  for (const level of suggestion.levels) {
    const file = `${folder}${stem(report.path)}-${safe(level)}.svg`;
    await io.write(file, levelDrawing(suggestion, level, lang === 'en' ? 'en' : 'zh-CN'));
    drawings.set(level, io.shown(file));
  }
  return drawings;
}

async function print(
  { suggestion }: Suggested,
  drawings: ReadonlyMap<string, string>,
  { format, color, lang, today }: Printing,
  io: Io,
  locale: Locale,
): Promise<void> {
  if (format === 'json') {
    const { suggestionRecord } = await import('../../../features/suggest/report/json.js');
    io.out(`${JSON.stringify(suggestionRecord(suggestion, version(), today), null, 2)}\n`);
    return;
  }
  const { suggestionDocument } = await import('../../../features/suggest/report/document.js');
  const documents = [suggestionDocument(suggestion, drawings)];
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
interface Printing extends Pick<SuggestFlags, 'color' | 'lang'> {
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
    show({ part, parts, cost, bound }: SuggestProgress) {
      const now = io.now();
      if (!isShown || now - last < REDRAWN) return;
      last = now;
      isDrawn = true;
      const seconds = Math.round((now - start) / 1000);
      const text =
        locale === 'en'
          ? `part ${part} of ${parts}  ${cost === undefined ? 'no design yet' : `design: ${cost}`}  at least ${bound} proved  ${seconds} s`
          : `${part}/${parts}部分  ${cost === undefined ? '尚无方案' : `方案${cost}`}  已证明≥${bound}  ${seconds}秒`;
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
