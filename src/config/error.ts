import type { Localized } from '../i18n/locale.js';
import type { Messages } from '../i18n/message.js';
import type { SourceProblem } from '../source/problem.js';
import type { SourceFile } from '../source/types.js';

/** How the faults of files of another sort are told. */
export interface MessageTable {
  readonly messages: Messages;
  /** What comes of so many faults. */
  readonly title: (count: number) => Localized;
}

/** What is wrong with a configuration, a file of waivers or a mapping: said with its places, exit code 2. */
export class ConfigurationError extends Error {
  override readonly name = 'ConfigurationError';
  readonly problems: readonly SourceProblem[];
  readonly files: readonly SourceFile[];
  /** Undefined for a configuration. */
  readonly words: MessageTable | undefined;

  constructor(problems: readonly SourceProblem[], files: readonly SourceFile[], words?: MessageTable) {
    super(problems.map(({ code, place }) => `${place.path}${place.pointer}: ${code}`).join('; '));
    this.problems = problems;
    this.files = files;
    this.words = words;
  }
}
