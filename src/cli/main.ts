// Entry of the command line: runs one command, and turns errors into messages and exit codes.
import { CommanderError } from 'commander';
import { ConfigurationError } from '../config/error.js';
import { TermsFault } from '../host/config/terms-fault.js';
import { attempt } from '../host/files/refusal.js';
import { guardedIo } from '../host/guarded-io.js';
import { type ExitCode, type Io, processIo, terminalLocale } from '../host/io.js';
import { lostOutput, type OutputFailure, speaker } from '../host/streams.js';
import { UsageError } from '../host/usage.js';
import { reasonOfCode } from '../host/write-errors.js';
import { type Locale, type Localized, render } from '../i18n/locale.js';
import { plainText } from '../render/escape.js';
import { faultText } from './fault-text.js';
import { program } from './program.js';
import { asksToRedact, HIDDEN_USAGE } from './redact.js';
import { say } from './say.js';

/**
 * Runs sitecam on this process's arguments and streams. Returns the exit code and never throws. If output was lost, 0
 * and 1 become 2: a verdict that didn't arrive is none.
 */
export async function run(): Promise<ExitCode> {
  const argv = process.argv.slice(2);
  const locale = terminalLocale(langOf(argv), process.env);
  const cwd = attempt(() => process.cwd());
  if (cwd === undefined) {
    speaker(2)(render(NO_FOLDER, locale));
    await lostOutput();
    return 2;
  }
  const io = processIo(cwd);
  const crashed = (error: unknown): void => {
    io.err(faultText(error, io.env, locale, asksToRedact(argv)));
    process.exit(70);
  };
  process.on('uncaughtException', crashed);
  try {
    const code = await main(argv, io);
    const said = undelivered(await lostOutput(), locale);
    if (said === undefined) return code;
    io.err(said);
    return code === 0 || code === 1 ? 2 : code;
  } finally {
    process.off('uncaughtException', crashed);
  }
}

const NO_FOLDER: Localized = {
  zh: 'sitecam：当前文件夹已被删除，或者无权访问。请先用 cd 进入现有的文件夹，再重新运行。\n',
  en: 'sitecam: the current folder has been deleted, or you may not read it. Change to a folder that exists (cd), then run sitecam again.\n',
};

/**
 * Returns the message for output that standard output or standard error didn't take; undefined if no output was lost
 * that matters to the verdict; '' if a reader closed the pipe (`| head`), for it has read what it wanted.
 */
function undelivered({ out, err }: Readonly<OutputFailure>, locale: Locale): string | undefined {
  if (out === undefined && (err === undefined || err === 'EPIPE')) return undefined;
  if (out === 'EPIPE') return '';
  const code = out ?? err;
  const why = reasonOfCode(code) ?? { zh: `${code}。`, en: `${code}.` };
  const [zh, en] = out === undefined ? ['标准错误输出', 'standard error'] : ['标准输出', 'standard output'];
  return say(locale, `sitecam：无法写入${zh}：${why.zh}\n`, `sitecam: cannot write to ${en}: ${why.en}\n`);
}

/** Runs one command line. Returns 2 on wrong usage, 70 on a fault of sitecam itself, else the command's own code. */
export async function main(argv: readonly string[], io: Io): Promise<ExitCode> {
  const locale = terminalLocale(langOf(argv), io.env);
  try {
    let code: ExitCode = 0;
    await program(guardedIo(io), locale, (value) => {
      code = value;
    }).parseAsync(languageLast(argv), { from: 'user' });
    return code;
  } catch (error) {
    return await failed(error, io, locale, asksToRedact(argv));
  }
}

async function failed(error: unknown, io: Io, locale: Locale, redacted: boolean): Promise<ExitCode> {
  if (error instanceof TermsFault) return failed(error.cause, io, locale, redacted);
  if (error instanceof UsageError) {
    const text = render(redacted ? (error.redacted ?? HIDDEN_USAGE) : error.text, locale);
    io.err(`sitecam${locale === 'en' ? ': ' : '：'}${safeLines(text)}\n`);
    return 2;
  }
  if (error instanceof ConfigurationError) {
    const { renderProblems } = await import('../report/terminal/terminal.js');
    const told = redacted ? await withoutDetails(error) : error;
    io.err(renderProblems(told, { locale, colour: false, width: io.columns }));
    return 2;
  }
  // commander has printed its message already. It throws for --help and --version too, with exit code 0.
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  io.err(faultText(error, io.env, locale, redacted));
  return 70;
}

/** Returns the problems of a configuration by kind only, without their details. */
async function withoutDetails({ problems, title }: ConfigurationError) {
  const { redactedProblems } = await import('../lint/redact/redact.js');
  return {
    problems: redactedProblems(problems, 'configuration', 'redactedConfiguration'),
    files: [],
    title:
      title ??
      ((count: number) => ({
        zh: `配置或者例外说明不能使用（${count}处错误），未作任何审查。`,
        en: `The configuration or the waivers can't be used (${count} ${count === 1 ? 'fault' : 'faults'}); nothing was linted.`,
      })),
  };
}

/** Returns lines in which no file name can move the cursor or begin a workflow command (`::`). */
function safeLines(text: string): string {
  const lines = text.split('\n').map(plainText);
  return lines.map((line) => line.replace(/^(\s*):(?=:)/, '$1: ')).join('\n');
}

/**
 * Moves a leading `--lang` to the end: every command has this option, and users write it first (`sitecam --lang en
 * lint`).
 */
function languageLast(argv: readonly string[]): string[] {
  const length = argv[0] === '--lang' ? 2 : argv[0]?.startsWith('--lang=') ? 1 : 0;
  return [...argv.slice(length), ...argv.slice(0, length)];
}

/**
 * Returns the value of `--lang`, read before commander parses the rest, because help and errors are in that language.
 */
function langOf(argv: readonly string[]): string | undefined {
  const at = argv.findIndex((arg) => arg === '--lang' || arg.startsWith('--lang='));
  if (at < 0) return undefined;
  return argv[at].includes('=') ? argv[at].slice('--lang='.length) : argv[at + 1];
}
