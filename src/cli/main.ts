// Entry of the command line: runs one command, and turns errors into messages and exit codes.
import { attempt } from '../host/files/refusal.js';
import { guardedIo } from '../host/guarded-io.js';
import { type ExitCode, type Io, processIo, terminalLocale } from '../host/io.js';
import { lostOutput, type OutputFailure, speaker } from '../host/streams.js';
import { reasonOfCode } from '../host/write-errors.js';
import { type Locale, type Localized, render } from '../i18n/locale.js';
import { failed } from './failed.js';
import { faultText } from './fault-text.js';
import { program } from './program.js';
import { asksToRedact } from './redact.js';
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
