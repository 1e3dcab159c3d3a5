// Options and formats by the names they had: they work unseen until a version, and say their new name.
import { type Command, Option } from 'commander';
import type { Io } from '../host/io.js';
import type { Locale } from '../i18n/locale.js';
import { say } from './say.js';

/** The version that no longer takes the old names. */
export const DROPPED_IN = '0.3.0';

/** An option as it was called, or an option with a value, and what it is called now. */
export interface OldName {
  readonly command: string;
  /** Such as `--out` or `--format dxf`. */
  readonly old: string;
  readonly now: string;
}

/** Every old name. All of them go in {@link DROPPED_IN}; a test holds that. */
export const OLD_NAMES: readonly OldName[] = [
  { command: 'lint', old: '--changed', now: '--since' },
  { command: 'lint', old: '--fixes', now: '--fix-geometry' },
  { command: 'verify', old: '--fixes', now: '--fix-geometry' },
  { command: 'verify', old: '--report-format', now: '--from' },
  { command: 'draw', old: '--out', now: '--output' },
  { command: 'conflicts', old: '--draw', now: '--assets' },
  { command: 'import', old: '--thumbs', now: '--assets' },
  ...['imdf', 'osm', 'geojson', 'dxf', 'ifc'].map((source) => ({
    command: 'import',
    old: `--format ${source}`,
    now: `--from ${source}`,
  })),
  ...['conflicts', 'inspect', 'models', 'verify'].map((command) => ({
    command,
    old: '--format text',
    now: '--format terminal',
  })),
  { command: 'rules', old: '--format table', now: '--format terminal' },
];

/** A hidden option that stores its value as another option does. */
class OldOption extends Option {
  constructor(
    old: string,
    private readonly now: Option,
  ) {
    super(now.flags.replace(/^(?:-\w, )?--[\w-]+/, old));
    this.hideHelp();
    if (now.parseArg !== undefined) this.argParser(now.parseArg);
  }

  override attributeName(): string {
    return this.now.attributeName();
  }
}

/**
 * Makes the commands of `root` take the old names. Before a command runs, says each that was used on standard error, in
 * the language of the run.
 *
 * @throws Error if an old name has no new one
 */
export function acceptOldNames(root: Command, io: Io, locale: Locale): void {
  const used: OldName[] = [];
  for (const one of OLD_NAMES) {
    if (one.old.includes(' ')) continue;
    const command = root.commands.find((each) => each.name() === one.command);
    const now = command?.options.find(({ long }) => long === one.now);
    if (command === undefined || now === undefined) throw new Error(`${one.command} has no ${one.now}`);
    command.addOption(new OldOption(one.old, now)).on(`option:${one.old.slice(2)}`, () => used.push(one));
  }
  root.hook('preAction', (_, command) => {
    used.push(...OLD_NAMES.filter((one) => one.command === command.name() && moveOldValue(one, command)));
    const { as, lang }: { as?: string; lang?: string } = command.opts();
    // What a CI job says goes by no setting of the machine.
    const spoken = as === 'ci' ? (lang === 'en' ? 'en' : 'zh-CN') : locale;
    for (const { old, now } of new Set(used)) {
      io.err(
        say(
          spoken,
          `sitecam：${old} 已改为 ${now}；旧写法自 ${DROPPED_IN} 起不再接受。\n`,
          `sitecam: ${old} is now ${now}; the old form goes in ${DROPPED_IN}.\n`,
        ),
      );
    }
  });
}

/** Moves the old value of an option, if `command` was given it, to the option that takes it now. True if there was one. */
function moveOldValue({ old, now }: OldName, command: Command): boolean {
  const [from, value] = old.split(' ');
  if (value === undefined) return false;
  const [wasOption, isOption] = [from, now.split(' ')[0]].map((long) =>
    command.options.find((one) => one.long === long),
  );
  if (wasOption === undefined || isOption === undefined) return false;
  if (command.getOptionValue(wasOption.attributeName()) !== value) return false;
  command.setOptionValue(wasOption.attributeName(), undefined);
  command.setOptionValue(isOption.attributeName(), now.split(' ')[1]);
  return true;
}
