import { ConfigurationError } from '../../config/error.js';
import { exitCode, type ResultCode } from '../../engine/exit.js';
import { type LintOptions, lintPlan } from '../../engine/lint.js';
import type { LintResult, Report, ReportInput } from '../../engine/types.js';
import type { Locale } from '../../i18n/locale.js';
import { governs } from '../../law/load.js';
import type { Pack } from '../../law/types.js';
import type { Site } from '../../plan/model.js';
import { rules } from '../../rules/index.js';
import { assetsOf, picturesOf, writeAssets } from '../assets.js';
import { budgetOf } from '../budget.js';
import { dayOf } from '../day.js';
import { FORMATS, type FormatName, render } from '../formats.js';
import { type ExitCode, type Io, wantsColour } from '../io.js';
import { rulePage, wantsLinks } from '../links.js';
import { checkPersona, personaOf } from '../persona.js';
import { findPlans, type PlanInput, type PlansFlags, readerOf, stdinInput } from '../plans.js';
import { filesOf, type PlanTerms, termsFinder } from '../terms.js';
import { oneOf, UsageError } from '../usage.js';
import { version } from '../version.js';

export interface LintFlags extends PlansFlags {
  readonly format: readonly string[];
  readonly failOn?: string;
  readonly as?: string;
  readonly config?: string | false;
  readonly waivers?: string | false;
  readonly printConfig?: string;
  readonly today?: string;
  readonly pack?: string;
  readonly quiet?: true;
  readonly verbose?: true;
  readonly verify?: true;
  readonly color?: boolean;
  readonly lang?: string;
  readonly budget?: string;
  readonly assets?: string;
  readonly fixes?: true;
  readonly ignoreUnknown?: true;
  /** `--no-baseline`: false. */
  readonly baseline?: string | false;
  readonly fix?: true;
  readonly fixDryRun?: true;
}

/** What a text file is wrapped to, on whatever terminal it is written. */
const FILE_COLUMNS = 80;

/** Lints plans and writes the reports asked for; the worst exit code of all. */
export async function lint(args: readonly string[], flags: LintFlags, world: Io, spoken: Locale): Promise<ExitCode> {
  const persona = personaOf(flags.as);
  checkPersona(persona, { ...flags });
  const { io, locale } = persona === 'ci' ? forCi(flags, world) : { io: world, locale: spoken };
  if (flags.printConfig !== undefined) {
    const { printConfig } = await import('./print-config.js');
    return printConfig(flags.printConfig, flags, persona, io, locale);
  }
  const outputs = outputsOf(flags.format, flags.fixDryRun === true);
  const termsOf = termsFinder(flags, persona, io);
  const found = await findPlans(args, flags, io, (plan) => filesOf(termsOf(plan)));
  const { plans } = found;
  checkFiles(
    outputs.flatMap(({ file }) => (file === undefined ? [] : [io.shown(file)])),
    plans.map(({ path }) => path),
  );
  checkOptions(flags, outputs);
  const budget = flags.budget === undefined ? undefined : budgetOf(flags.budget);
  const today = dayOf(flags.today, io);
  // A configuration that can't be used is said before anything is judged by another.
  const terms = await usable(() => plans.map(({ path }) => termsOf(path)), outputs, flags, io, today);
  const baselines = await baselinesFor(plans, terms, io);

  if (flags.fix === true || flags.fixDryRun === true) {
    const { repairPlans } = await import('../repair.js');
    const repairable = plans.map((plan, index) => {
      const { options, region } = terms[index];
      const check = ({ region: code }: Site) => {
        if (region === 'checked') checkRegion(code, options.pack, plan.path);
      };
      return { plan, options: { ...options, today }, check };
    });
    await repairPlans(repairable, flags, io, locale);
  }
  const results: LintResult[] = [];
  for (const [index, plan] of plans.entries()) {
    progress(io, locale, index, plans.length);
    const { options, region } = terms[index];
    const result = lintInput(plan, io, { ...options, today, verify: flags.verify === true, ...baselines[index] });
    if (result.ok && region === 'checked') checkRegion(result.site.region, options.pack, result.path);
    results.push(flags.fixes === true && result.ok ? await withFixes(result) : result);
  }
  progress(io, locale, plans.length, plans.length);

  if (found.passedOver.length > 0 || found.since !== undefined || found.shard !== undefined) {
    const { plansNotes } = await import('../plans/notes.js');
    for (const note of plansNotes(found, flags.verbose === true || flags.ignoreUnknown === true, locale))
      io.err(`${note}\n`);
  }
  const { shard } = found;
  const input: ReportInput = {
    tool: { name: 'sitecam', version: version() },
    results,
    rules,
    today,
    ...(shard && { shard: { index: shard.index, of: shard.of } }),
  };
  // Files are records and stay Chinese unless asked otherwise; only what is read on a terminal follows the locale.
  const fileLocale: Locale = flags.lang === 'en' ? 'en' : 'zh-CN';
  const assets = flags.assets === undefined ? [] : assetsOf(input, flags.assets, io);
  const reports = outputs.flatMap(({ file }) => (file === undefined ? [] : [io.shown(file)]));
  if (assets.length > 0) await writeAssets(assets, reports, io, fileLocale);
  for (const { name, file } of outputs) {
    // Nothing changed, or an empty shard, which standard error has said; files are written all the same.
    if (results.length === 0 && name === 'terminal' && file === undefined) continue;
    const colour = file === undefined && wantsColour(flags.color, io);
    const parts = await render(name, input, {
      locale: name === 'terminal' && file === undefined ? locale : fileLocale,
      colour,
      ...(colour && wantsLinks(io) ? { page: rulePage } : {}),
      quiet: flags.quiet === true,
      verbose: flags.verbose === true || persona === 'reviewer',
      // A file isn't read on this terminal.
      width: file === undefined ? io.columns : FILE_COLUMNS,
      ...(budget === undefined ? {} : { budget }),
      pictures: (report) => picturesOf(assets, report, file === undefined ? undefined : io.shown(file)),
    });
    if (name === 'markdown' && budget !== undefined) checkBudget(parts, budget, io, locale);
    if (file !== undefined) io.write(file, parts);
    else for (const part of parts) io.out(part);
  }
  return worst(results.map((result, index) => exitCode([result], terms[index].failOn)));
}

/** What `found` gives; where the configuration can't be used, logs that have room for the reason are written first. */
async function usable<T>(
  found: () => T,
  outputs: readonly { readonly name: FormatName; readonly file: string | undefined }[],
  { lang }: LintFlags,
  io: Io,
  today: string,
): Promise<T> {
  try {
    return found();
  } catch (error) {
    if (!(error instanceof ConfigurationError)) throw error;
    const tool = { name: 'sitecam' as const, version: version() };
    const locale: Locale = lang === 'en' ? 'en' : 'zh-CN';
    for (const { name, file } of outputs) {
      if (file === undefined || (name !== 'sarif' && name !== 'sarif-github')) continue;
      const input: ReportInput = { tool, results: [], misconfigured: error, rules, today };
      io.write(file, await render(name, input, { locale, colour: false, quiet: false, verbose: false, width: 80 }));
    }
    throw error;
  }
}

/** Of several plans the worst counts, in the order 3, 1, 0. There is none where nothing changed, or in an empty shard. */
function worst(codes: readonly ResultCode[]): ExitCode {
  return codes.includes(3) ? 3 : codes.includes(1) ? 1 : 0;
}

/** What a CI job prints doesn't hang on the machine it runs on. */
function forCi({ lang }: LintFlags, io: Io): { readonly io: Io; readonly locale: Locale } {
  const plain: Io = { ...io, columns: FILE_COLUMNS, isTerminal: false, errIsTerminal: false, env: {} };
  return { io: plain, locale: lang === 'en' ? 'en' : 'zh-CN' };
}

/** What there is to compare each plan with; each baseline is read once, and what reads them loaded only where there are some. */
async function baselinesFor(
  plans: readonly PlanInput[],
  terms: readonly PlanTerms[],
  io: Io,
): Promise<readonly Pick<LintOptions, 'baseline'>[]> {
  const paths = new Set(terms.flatMap(({ baseline }) => baseline ?? []));
  if (paths.size === 0) return plans.map(() => ({}));
  const { baselineOfPlan, openBaseline } = await import('../baseline.js');
  const opened = new Map([...paths].map((path) => [path, openBaseline(path, io)]));
  return plans.map(({ path }, index) => {
    const found = opened.get(terms[index].baseline ?? '');
    return found === undefined ? {} : { baseline: baselineOfPlan(found, path) };
  });
}

/** Loaded only when asked for: each edit that is tried costs a run or two. */
async function withFixes(report: Report): Promise<Report> {
  const { fixesFor } = await import('../../engine/fixes.js');
  return { ...report, fixes: fixesFor(report) };
}

/** A plan that was found, judged; what gave none is a plan that can't be read. */
export function lintInput(plan: PlanInput, io: Io, options: LintOptions): LintResult {
  const { path, fault } = plan;
  if (fault === undefined) return lintPlan(path, readerOf(plan, io), options);
  return { ok: false, path, unreadable: [{ code: fault.id, message: fault, place: { path, pointer: '' } }], files: [] };
}

/** The plan named on the command line, or on standard input, judged. */
export function lintOne(plan: string, io: Io, options: LintOptions): LintResult {
  if (plan === '-') return lintInput(stdinInput(io), io, options);
  if (io.isFolder(plan)) {
    throw new UsageError({
      zh: `“${plan}”是文件夹，请给出其中设计图文件的名称，例如“${plan}/plan.yaml”。`,
      en: `'${plan}' is a folder; name the plan files in it, for example '${plan}/plan.yaml'.`,
    });
  }
  return lintInput({ path: io.shown(plan) }, io, options);
}

/** A plan of a region that the pack doesn't govern must not be judged by it unnoticed. */
export function checkRegion(region: string | undefined, pack: Pack, path: string): void {
  if (region === undefined || governs(pack, region)) return;
  throw new UsageError({
    zh: `“${path}”的地区代码“${region}”不在数据包“${pack.id}”的适用范围（${pack.regions.join('、')}）内。确需按其审查的，请加 --pack ${pack.id}。`,
    en: `'${path}' lies in region '${region}', which pack '${pack.id}' does not govern (${pack.regions.join(', ')}). To judge by it all the same, say --pack ${pack.id}.`,
  });
}

function outputsOf(formats: readonly string[], diff: boolean): { name: FormatName; file: string | undefined }[] {
  const outputs = formats.map((text) => {
    const at = text.indexOf('=');
    const name = oneOf(at < 0 ? text : text.slice(0, at), FORMATS, { zh: '报告格式', en: 'format' });
    return { name, file: at < 0 || text.slice(at + 1) === '-' ? undefined : text.slice(at + 1) };
  });
  if (outputs.filter(({ file }) => file === undefined).length > 1) {
    throw new UsageError({
      zh: '标准输出只能写一种格式，其余请写入文件，例如 --format sarif=report.sarif。',
      en: 'only one format can go to standard output; send the others to files, for example --format sarif=report.sarif.',
    });
  }
  if (diff && outputs.some(({ file }) => file === undefined)) {
    throw new UsageError({
      zh: '--fix-dry-run 在标准输出上列出改动，报告请写入文件，例如 --format sarif=report.sarif。',
      en: '--fix-dry-run prints its diff on standard output; send reports to files, for example --format sarif=report.sarif.',
    });
  }
  if (outputs.some(({ file }) => file === '')) {
    throw new UsageError({ zh: '--format 的“=”后缺少文件名。', en: "a file name is missing after '=' in --format." });
  }
  // With reports in files only, the person at the terminal still sees the verdict.
  return !diff && outputs.every(({ file }) => file !== undefined)
    ? [...outputs, { name: 'terminal', file: undefined }]
    : outputs;
}

/** What is never left out may be too much by itself: then the report is whole in that, and the user knows. */
function checkBudget(parts: Iterable<string>, budget: number, io: Io, locale: Locale): void {
  const size = Buffer.byteLength([...parts].join(''));
  if (size <= budget) return;
  io.err(
    locale === 'en'
      ? `sitecam: the report in Markdown has ${size} bytes, more than --budget ${budget}: the verdict, the clauses and the assumptions are never left out.\n`
      : `sitecam：markdown 报告为${size}字节，超出 --budget ${budget}：结论、逐条结论、前提与假定不予略去。\n`,
  );
}

/** Options of some formats say nothing of the others, which are whole, or have no drawings. */
function checkOptions(flags: LintFlags, outputs: readonly { readonly name: FormatName }[]): void {
  const meant: readonly (readonly ['budget' | 'assets', readonly FormatName[]])[] = [
    ['budget', ['markdown']],
    ['assets', ['markdown', 'sarif']],
  ];
  if (flags.assets === '') throw new UsageError({ zh: '--assets 缺少文件夹名。', en: '--assets needs a folder.' });
  for (const [option, formats] of meant) {
    if (flags[option] === undefined || outputs.some(({ name }) => formats.includes(name))) continue;
    throw new UsageError({
      zh: `--${option} 只用于 ${formats.join('、')} 格式，请加 --format ${formats[0]}。`,
      en: `--${option} is for the format ${formats.join(' or ')} alone; add --format ${formats[0]}.`,
    });
  }
}

/** A report must not take the place of a plan or of another report: nobody's work is lost. */
function checkFiles(files: readonly string[], plans: readonly string[]): void {
  for (const [index, file] of files.entries()) {
    if (plans.includes(file)) {
      throw new UsageError({
        zh: `报告不能写入设计图本身“${file}”，请另取文件名。`,
        en: `a report can't be written over the plan '${file}'; choose another file name.`,
      });
    }
    if (files.indexOf(file) !== index) {
      throw new UsageError({
        zh: `两份报告写入同一文件“${file}”，请分别取名。`,
        en: `two reports go to the same file '${file}'; give each its own name.`,
      });
    }
  }
}

/** One line on standard error, only on a terminal and only when there is more than one plan. */
function progress(io: Io, locale: Locale, done: number, all: number): void {
  if (!io.errIsTerminal || all < 2) return;
  const text = locale === 'en' ? `linting ${done}/${all}` : `审查 ${done}/${all}`;
  io.err(done < all ? `\r${text}` : '\r\u001b[K');
}
