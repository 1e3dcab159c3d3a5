import { CommanderError } from 'commander';
import { ConfigurationError } from '../config/error.js';
import { ViewshedMismatch } from '../geometry/mismatch.js';
import { inLocale, type Locale } from '../i18n/locale.js';
import { plainText } from '../report/escape.js';
import { PlanFault } from './batch/fault.js';
import { guarded } from './guard.js';
import { type ExitCode, type Io, processIo, terminalLocale } from './io.js';
import { program } from './program.js';
import { asksToRedact, faultTrace, HIDDEN_USAGE } from './redact.js';
import { UsageError } from './usage.js';

/** Runs sitecam on this process's arguments and streams; the exit code, never an exception. */
export function run(): Promise<ExitCode> {
  return main(process.argv.slice(2), processIo());
}

/** Runs one command line. Wrong usage is 2, a fault of sitecam itself 70; everything else is the command's own code. */
export async function main(argv: readonly string[], io: Io): Promise<ExitCode> {
  const locale = terminalLocale(langOf(argv), io.env);
  try {
    let code: ExitCode = 0;
    await program(guarded(io), locale, (value) => {
      code = value;
    }).parseAsync(languageLast(argv), { from: 'user' });
    return code;
  } catch (error) {
    return await failed(error, io, locale, asksToRedact(argv));
  }
}

async function failed(error: unknown, io: Io, locale: Locale, redacted: boolean): Promise<ExitCode> {
  if (error instanceof UsageError) {
    const text = redacted ? inLocale(error.redacted ?? HIDDEN_USAGE, locale) : error.in(locale);
    io.err(`sitecam${locale === 'en' ? ': ' : '：'}${safeLines(text)}\n`);
    return 2;
  }
  if (error instanceof ConfigurationError) {
    const { renderProblems } = await import('../report/terminal/problems.js');
    const told = redacted ? await withoutDetails(error) : error;
    io.err(renderProblems(told, { locale, colour: false, width: io.columns }));
    return 2;
  }
  // commander has said what is wrong already; it throws for --help and --version too, with exit code 0.
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  const cause = error instanceof PlanFault ? error.cause : error;
  const where = error instanceof PlanFault ? (locale === 'en' ? `plan ${error.plan}\n` : `设计图 ${error.plan}\n`) : '';
  const said = mismatch(cause, locale) ?? (cause instanceof Error ? (cause.stack ?? cause.message) : String(cause));
  const detail = redacted ? faultTrace(cause) : where + said;
  io.err(
    locale === 'en'
      ? `sitecam: a fault of sitecam itself, not of the plan; nothing was decided. Please report it with this text:\n${detail}\n`
      : `sitecam：本工具自身出现故障，并非设计图的问题，未作出任何判定。请附以下内容反馈：\n${detail}\n`,
  );
  return 70;
}

/** The kinds of what is wrong with a configuration. */
async function withoutDetails({ problems }: ConfigurationError) {
  const [{ redactedProblems }, { engineMessages }] = await Promise.all([
    import('../engine/redact.js'),
    import('../engine/messages.js'),
  ]);
  return {
    problems: redactedProblems(problems, 'configuration', 'engine/redacted-configuration'),
    files: [],
    words: {
      messages: engineMessages,
      title: (count: number) => ({
        zh: `配置或者例外说明不能使用（${count}处错误），未作任何审查。`,
        en: `The configuration or the waivers can't be used (${count} ${count === 1 ? 'fault' : 'faults'}); nothing was linted.`,
      }),
    },
  };
}

/** What `--verify` found. */
function mismatch(error: unknown, locale: Locale): string | undefined {
  if (!(error instanceof ViewshedMismatch)) return undefined;
  const { eye, areas } = error;
  const [x, y] = eye.map((value) => value.toFixed(3));
  const figures = [areas.expansion, areas.sweep, areas.difference].map((area) => area.toFixed(6));
  return locale === 'en'
    ? `--verify: of the view from (${x}, ${y}) one algorithm says ${figures[0]} m², the other ${figures[1]} m²; they differ on ${figures[2]} m².`
    : `--verify：自（${x}，${y}）处的视域，一种算法为 ${figures[0]} 平方米，另一种为 ${figures[1]} 平方米，不一致的部分为 ${figures[2]} 平方米。`;
}

/** Nothing that a name brings moves the cursor, or begins a line as a workflow command does. */
function safeLines(text: string): string {
  const lines = text.split('\n').map(plainText);
  return lines.map((line) => line.replace(/^(\s*):(?=:)/, '$1: ')).join('\n');
}

/** `sitecam --lang en lint`: the language of every command may stand before it. */
function languageLast(argv: readonly string[]): string[] {
  const length = argv[0] === '--lang' ? 2 : argv[0]?.startsWith('--lang=') ? 1 : 0;
  return [...argv.slice(length), ...argv.slice(0, length)];
}

/** `--lang` has to be known before commander reads the rest, because help and errors are in it. */
function langOf(argv: readonly string[]): string | undefined {
  const at = argv.findIndex((arg) => arg === '--lang' || arg.startsWith('--lang='));
  if (at < 0) return undefined;
  return argv[at].includes('=') ? argv[at].slice('--lang='.length) : argv[at + 1];
}
