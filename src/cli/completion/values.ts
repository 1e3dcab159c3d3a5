// Values that completion offers for options and arguments.

import type { Argument, Command, Option } from 'commander';
import { DRAWING_FORMATS, LAYERS } from '../../draw/options.js';
import { ALERTS } from '../../findings/file-problems.js';
import { LIMIT_NAMES } from '../../host/config/limits.js';
import { PERSONAS } from '../../host/config/persona.js';
import { SCHEMAS } from '../../host/config/schemas.js';
import { type Locale, type Localized, render } from '../../i18n/locale.js';
import { IMPORT_FORMATS as SOURCE_FORMATS } from '../../import/types.js';
import { compose } from '../../law/compose.js';
import { allPacks, DEFAULT_PACK, loadPack, packIds } from '../../law/load.js';
import { cite } from '../../law/lookup.js';
import { FAIL_ON } from '../../lint/exit.js';
import { REPORT_FORMATS } from '../../report/formats.gen.js';
import { CONFLICT_FORMATS } from '../commands/conflicts.js';
import { FINDINGS } from '../commands/draw.js';
import { INSPECT_FORMATS } from '../commands/inspect.js';
import { MODELS_FORMATS } from '../commands/models.js';
import { PACK_ACTIONS, PACK_FORMATS } from '../commands/pack.js';
import { RULES_FORMATS } from '../commands/rules.js';
import { DIFF_FORMATS, OUTPUT_FORMATS, SUGGEST_FORMATS, SURVEY_FORMATS, VERIFY_FORMATS } from '../output/formats.js';

/** A word that completion offers, with a short description for shells that show one. */
export interface CompletionItem {
  readonly value: string;
  readonly note?: string;
}

/** Possible values: words, names of files, or both (`--pack`); neither if they can't be guessed. */
export interface Values {
  readonly candidates: readonly CompletionItem[];
  /** `plans`: files that end like plans, and folders. */
  readonly files: 'plans' | 'files' | 'none';
}

type Source = (locale: Locale) => readonly CompletionItem[] | Promise<readonly CompletionItem[]>;

const words =
  (values: readonly string[]): Source =>
  () =>
    values.map((value) => ({ value }));

/**
 * Values of options that have a fixed list which commander doesn't know. A key is the command and the option where commands
 * differ (`lint --format`), else the option alone (`--lang`). What is declared with `choices` needs no line here, nor do new
 * commands and options.
 */
export const OPTION_VALUES: Readonly<Record<string, Source>> = {
  'lint --format': words(OUTPUT_FORMATS),
  'merge --format': words(OUTPUT_FORMATS),
  'suggest --format': words(SUGGEST_FORMATS),
  'rules --format': words(RULES_FORMATS),
  'pack --format': words(PACK_FORMATS),
  'pack --with': words(['default']),
  'conflicts --format': words(CONFLICT_FORMATS),
  'draw --format': words(DRAWING_FORMATS),
  'diff --format': words(DIFF_FORMATS),
  'inspect --format': words(INSPECT_FORMATS),
  'models --format': words(MODELS_FORMATS),
  'import --from': words(SOURCE_FORMATS),
  'import --format': words(SURVEY_FORMATS),
  'verify --format': words(VERIFY_FORMATS),
  'verify --from': words(REPORT_FORMATS),
  '--fail-on': words(FAIL_ON),
  '--lang': words(['zh-CN', 'en']),
  '--pack': words(packIds),
  '--only-packs': words(packIds),
  '--as': words(PERSONAS),
  '--limit': words(LIMIT_NAMES.map((name) => `${name}=`)),
  '--show': words(LAYERS),
  '--hide': words(LAYERS),
  '--findings': words(FINDINGS),
  '--budget': words(['github', 'comment']),
  '--alerts': words(ALERTS),
  '--category': categories,
};

/** Values of arguments. A key is the command and the name of the argument: `schema name`. */
export const ARGUMENT_VALUES: Readonly<Record<string, Source>> = {
  'schema name': words(SCHEMAS),
  'pack action': words(PACK_ACTIONS),
  'explain subject': subjects,
};

/** Options whose value is one of those words or a path: a pack of one's own is a file that ends as plans do, or a folder. */
const OR_PATH: ReadonlySet<string> = new Set(['--pack', '--only-packs']);

/** Returns the values that may follow `option` of `command`. */
export async function valuesOf(command: Command, option: Option, locale: Locale): Promise<Values> {
  const listed = option.argChoices ?? undefined;
  if (listed !== undefined) return oneOfWords(listed);
  const long = option.long ?? '';
  const key = [`${command.name()} ${long}`, long].find((name) => Object.hasOwn(OPTION_VALUES, name));
  if (key !== undefined) {
    return { candidates: await OPTION_VALUES[key](locale), files: OR_PATH.has(long) ? 'plans' : 'none' };
  }
  if (/[<[]plan/.test(option.flags)) return { candidates: [], files: 'plans' };
  return { candidates: [], files: /[<[=](file|path|folder|dir)/.test(option.flags) ? 'files' : 'none' };
}

/** Returns the values that may stand for `argument` of `command`. */
export async function argumentsOf(command: Command, argument: Argument, locale: Locale): Promise<Values> {
  const listed = argument.argChoices ?? undefined;
  if (listed !== undefined) return oneOfWords(listed);
  const key = `${command.name()} ${argument.name()}`;
  if (Object.hasOwn(ARGUMENT_VALUES, key)) return { candidates: await ARGUMENT_VALUES[key](locale), files: 'none' };
  return { candidates: [], files: /plan/.test(argument.name()) ? 'plans' : 'files' };
}

function oneOfWords(values: readonly string[]): Values {
  return { candidates: values.map((value) => ({ value })), files: 'none' };
}

function categories(locale: Locale): readonly CompletionItem[] {
  return loadPack(DEFAULT_PACK).categories.map(({ id, name }) => ({ value: id, note: render(name, locale) }));
}

/** Rules, and clauses in the short form of an id: 9.2(3). Those of other laws keep their instrument. */
async function subjects(locale: Locale): Promise<readonly CompletionItem[]> {
  const { rules } = await import('../../rules/registry.gen.js');
  const pack = compose(allPacks());
  const own = `${pack.instruments[0]?.id}/`;
  const noted = (value: string, note: Localized): CompletionItem => ({ value, note: render(note, locale) });
  return [
    ...rules.map(({ id, title }) => noted(id, title)),
    ...pack.clauses.map(({ id }) => noted(id.startsWith(own) ? id.slice(own.length) : id, cite(pack, id))),
  ];
}
