// Completion candidates at the cursor, read from the tree of declared commands.

import type { Command, Option } from 'commander';
import type { Locale } from '../../i18n/locale.js';
import type { Shell } from '../commands/completion.js';
import { argumentsOf, type CompletionItem, type Values, valuesOf } from './values.js';

/** What a shell may offer at the cursor: words, and whether file names fit too. */
export interface Completion {
  readonly candidates: readonly CompletionItem[];
  /** Kind of file names that fit as well. */
  readonly files: 'plans' | 'files' | 'none';
  /** Part of the last word before the completed part, such as `--lang=` or `sarif=`. */
  readonly before: string;
}

/** Place in the command tree after the words so far. */
interface Position {
  readonly command: Command;
  /** The default command, as long as no command is named. */
  readonly standIn?: Command;
  readonly operands: number;
  /** An option that still lacks its value. */
  readonly pending?: Option;
  /** True after `--`: no further word is an option. */
  readonly literal: boolean;
}

/**
 * Returns what completes the last of `words` (all words after the program's name up to the cursor; the last may be
 * empty). Reads the tree of commands, so new commands and options complete by themselves.
 */
export async function complete(root: Command, words: readonly string[], locale: Locale): Promise<Completion> {
  const word = words.at(-1) ?? '';
  const position = walk(root, words.slice(0, -1));
  if (position.pending !== undefined) return ofValue(position, position.pending, word, '', locale);
  if (!position.literal && word.startsWith('-')) {
    const at = word.indexOf('=');
    const option = at < 0 ? undefined : find(position, word.slice(0, at));
    return option === undefined
      ? { candidates: starting(optionsOf(position).flatMap(flagsOf), word), files: 'none', before: '' }
      : ofValue(position, option, word.slice(at + 1), word.slice(0, at + 1), locale);
  }
  return ofOperand(root, position, word, locale);
}

/** Completes an option's value; if the value may name a file too (`sarif=report.sarif`), the part after `=`. */
async function ofValue(
  { command, standIn = command }: Position,
  option: Option,
  word: string,
  before: string,
  locale: Locale,
): Promise<Completion> {
  const owner = command.options.includes(option) ? command : standIn;
  const at = word.lastIndexOf('=');
  if (at >= 0 && option.flags.includes('[=')) {
    return { candidates: [], files: 'files', before: before + word.slice(0, at + 1) };
  }
  return offered(await valuesOf(owner, option, locale), word, before);
}

async function ofOperand(root: Command, position: Position, word: string, locale: Locale): Promise<Completion> {
  const { command, standIn, operands, literal } = position;
  const commands = operands === 0 && !literal ? starting(commandsOf(command), word) : [];
  if (command.name() === 'help') return offered({ candidates: commandsOf(root), files: 'none' }, word, '');
  const owner = standIn ?? command;
  const declared = owner.registeredArguments;
  const last = declared.at(-1);
  const argument = declared[operands] ?? (last?.variadic === true ? last : undefined);
  if (argument === undefined) return { candidates: commands, files: 'none', before: '' };
  const completion = offered(await argumentsOf(owner, argument, locale), word, '');
  return { ...completion, candidates: [...commands, ...completion.candidates] };
}

function offered({ candidates, files }: Values, word: string, before: string): Completion {
  return { candidates: starting(candidates, word), files, before };
}

function starting(candidates: readonly CompletionItem[], word: string): CompletionItem[] {
  return candidates.filter(({ value }) => value.startsWith(word));
}

function walk(root: Command, words: readonly string[]): Position {
  let position: Position = { command: root, operands: 0, literal: false, ...standInOf(root) };
  for (const word of words) position = step(position, word);
  return position;
}

function step(position: Position, word: string): Position {
  const { pending, ...rest } = position;
  if (pending !== undefined) return rest;
  if (!rest.literal && word === '--') return { ...rest, literal: true };
  if (!rest.literal && word.startsWith('-') && word !== '-') {
    const option = word.includes('=') ? undefined : find(rest, word);
    return option !== undefined && (option.required || option.optional) ? { ...rest, pending: option } : rest;
  }
  const named =
    rest.operands === 0 && !rest.literal ? childrenOf(rest.command).find((c) => isCalled(c, word)) : undefined;
  if (named !== undefined) return { command: named, operands: 0, literal: false, ...standInOf(named) };
  return { ...rest, operands: rest.operands + 1 };
}

function isCalled(command: Command, word: string): boolean {
  return command.name() === word || command.aliases().includes(word);
}

/** Returns the subcommands that commander shows in help; hidden ones are not offered. */
function childrenOf(command: Command): Command[] {
  return command.createHelp().visibleCommands(command);
}

function commandsOf(command: Command): CompletionItem[] {
  return childrenOf(command).map((child) => ({ value: child.name(), note: child.summary() || child.description() }));
}

/** Returns the default command, whose name commander keeps in a private member. */
function standInOf(command: Command): { standIn?: Command } {
  const name: unknown = Reflect.get(command, '_defaultCommandName');
  const standIn = command.commands.find((child) => child.name() === name);
  return standIn === undefined ? {} : { standIn };
}

function optionsOf({ command, standIn }: Position): Option[] {
  const all = [command, ...(standIn === undefined ? [] : [standIn])].flatMap((owner) =>
    owner.createHelp().visibleOptions(owner),
  );
  return [...new Map(all.map((option) => [option.flags, option])).values()];
}

function find(position: Position, flag: string): Option | undefined {
  return optionsOf(position).find((option) => option.long === flag || option.short === flag);
}

function flagsOf(option: Option): CompletionItem[] {
  return [option.long, option.short].flatMap((value) =>
    typeof value === 'string' ? [{ value, note: option.description }] : [],
  );
}

/**
 * Returns the words as the user typed them: joins those that bash splits at `=`, and removes the colon that our script for
 * PowerShell puts before each word.
 */
export function typedWords(shell: Shell, words: readonly string[]): string[] {
  if (shell === 'powershell') return words.map((word) => word.replace(/^:/, ''));
  if (shell !== 'bash') return [...words];
  const typed: string[] = [];
  let glue = false;
  for (const word of words) {
    if (typed.length > 0 && (glue || word === '=')) typed.push(`${typed.pop()}${word}`);
    else typed.push(word);
    glue = word === '=';
  }
  return typed;
}

/**
 * Returns the answer to the script of `shell`: a first line with the kind of files that fit and, except for bash, the part of
 * the word before what is completed (`plans --config=`), then one candidate per line, with its note after a tab.
 */
export function answerFor(shell: Shell, { candidates, files, before }: Completion): string {
  const head = shell === 'bash' || before === '' ? files : `${files} ${before}`;
  const lines = candidates.map(({ value, note }) =>
    note === undefined ? value : `${value}\t${note.replace(/\s+/g, ' ')}`,
  );
  return `${[head, ...lines].join('\n')}\n`;
}
