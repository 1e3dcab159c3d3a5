import type { Argument, Command, Option } from 'commander';
import { FAIL_ON } from '../../engine/exit.js';
import { inLocale, type Locale, type Localized } from '../../i18n/locale.js';
import { FORMATS as SOURCE_FORMATS } from '../../import/types.js';
import { compose } from '../../law/compose.js';
import { allPacks, DEFAULT_PACK, loadPack, packIds } from '../../law/load.js';
import { cite } from '../../law/lookup.js';
import { LAYERS } from '../../report/draw/options.js';
import { REPORT_FORMATS } from '../../report/verify/types.js';
import { DIFF_FORMATS } from '../diff-formats.js';
import { FORMATS } from '../formats.js';
import { INSPECT_FORMATS } from '../inspect-formats.js';
import { LIMIT_NAMES } from '../limits.js';
import { PERSONAS } from '../persona.js';
import { RULES_FORMATS } from '../rules-formats.js';
import { SCHEMAS } from '../schemas.js';
import { VERIFY_FORMATS } from '../verify-formats.js';

/** A word to offer, with what to say of it. */
export interface Candidate {
  readonly value: string;
  readonly note?: string;
}

/** What a value is: one of some words, a plan, any file, or something nobody can guess. */
export type Values = readonly Candidate[] | 'plans' | 'files' | 'unknown';

type Source = (locale: Locale) => readonly Candidate[] | Promise<readonly Candidate[]>;

const words =
  (values: readonly string[]): Source =>
  () =>
    values.map((value) => ({ value }));

/**
 * Values of options that have a fixed list which commander doesn't know: by command and option where the command is the
 * only one with this list, else by the option's long name. What is declared with `choices` needs no line here, nor do new commands and options.
 */
export const OPTION_VALUES: Readonly<Record<string, Source>> = {
  '--format': words(FORMATS),
  'rules --format': words(RULES_FORMATS),
  'diff --format': words(DIFF_FORMATS),
  'inspect --format': words(INSPECT_FORMATS),
  'import --format': words(SOURCE_FORMATS),
  'verify --format': words(VERIFY_FORMATS),
  '--report-format': words(REPORT_FORMATS),
  '--fail-on': words(FAIL_ON),
  '--lang': words(['zh-CN', 'en']),
  '--pack': words(packIds),
  '--as': words(PERSONAS),
  '--limit': words(LIMIT_NAMES.map((name) => `${name}=`)),
  '--show': words(LAYERS),
  '--hide': words(LAYERS),
  '--budget': words(['github']),
  '--category': categories,
};

/** The same of arguments, by command and argument. */
export const ARGUMENT_VALUES: Readonly<Record<string, Source>> = {
  'schema name': words(SCHEMAS),
  'explain subject': subjects,
};

/** What may follow `option` of `command`. */
export async function valuesOf(command: Command, option: Option, locale: Locale): Promise<Values> {
  const listed = option.argChoices ?? undefined;
  if (listed !== undefined) return listed.map((value) => ({ value }));
  const long = option.long ?? '';
  const key = [`${command.name()} ${long}`, long].find((name) => Object.hasOwn(OPTION_VALUES, name));
  if (key !== undefined) return OPTION_VALUES[key](locale);
  return /[<[=](file|path|folder|dir)/.test(option.flags) ? 'files' : 'unknown';
}

/** What may stand for `argument` of `command`. */
export async function argumentsOf(command: Command, argument: Argument, locale: Locale): Promise<Values> {
  const listed = argument.argChoices ?? undefined;
  if (listed !== undefined) return listed.map((value) => ({ value }));
  const key = `${command.name()} ${argument.name()}`;
  if (Object.hasOwn(ARGUMENT_VALUES, key)) return ARGUMENT_VALUES[key](locale);
  return /plan/.test(argument.name()) ? 'plans' : 'files';
}

function categories(locale: Locale): readonly Candidate[] {
  return loadPack(DEFAULT_PACK).categories.map(({ id, name }) => ({ value: id, note: inLocale(name, locale) }));
}

/** Rules, and clauses in the short form of an id: 9.2(3). Those of other laws keep their instrument. */
async function subjects(locale: Locale): Promise<readonly Candidate[]> {
  const { rules } = await import('../../rules/index.js');
  const pack = compose(allPacks());
  const own = `${pack.instruments[0]?.id}/`;
  const noted = (value: string, note: Localized): Candidate => ({ value, note: inLocale(note, locale) });
  return [
    ...rules.map(({ id, title }) => noted(id, title)),
    ...pack.clauses.map(({ id }) => noted(id.startsWith(own) ? id.slice(own.length) : id, cite(pack, id))),
  ];
}
