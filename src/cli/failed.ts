// What a command line that failed says, and its exit code.
import { CommanderError } from 'commander';
import { ConfigurationError } from '../config/error.js';
import { TermsFault } from '../host/config/terms-fault.js';
import type { ExitCode, Io } from '../host/io.js';
import { UsageError } from '../host/usage.js';
import { type Locale, render } from '../i18n/locale.js';
import { plainText } from '../render/escape.js';
import { faultText } from './fault-text.js';
import { HIDDEN_USAGE } from './redact.js';

/**
 * Says on standard error why a command failed, and returns its exit code: 2 for wrong usage or configuration, 70 for
 * a fault of sitecam itself, 0 if it only ended to print help or the version.
 *
 * @param redacted true if nothing of the plans may be printed
 */
export async function failed(error: unknown, io: Io, locale: Locale, redacted: boolean): Promise<ExitCode> {
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
