// The error for wrong configuration, waivers or mappings.

import type { Localized } from '../i18n/locale.js';
import type { Messages } from '../i18n/message.js';
import type { SourceProblem } from '../source/problem.js';
import type { SourceFile } from '../source/types.js';

/** Texts for the problems of one kind of file, such as waivers or mappings, in place of a configuration's. */
export interface MessageTable {
  /** Message texts by message id. */
  readonly messages: Messages;
  /** Returns the heading over `count` problems. */
  readonly title: (count: number) => Localized;
}

/**
 * Thrown for a faulty configuration, waivers file or mapping. Carries every problem with its place; leads to exit code
 * 2.
 */
export class ConfigurationError extends Error {
  override readonly name = 'ConfigurationError';
  /** At least one, each with its place in one of `files`. */
  readonly problems: readonly SourceProblem[];
  /** The files that the problems point into. */
  readonly files: readonly SourceFile[];
  /** Texts to print the problems with; undefined for a configuration, whose texts are `configMessages`. */
  readonly words: MessageTable | undefined;

  constructor(problems: readonly SourceProblem[], files: readonly SourceFile[], words?: MessageTable) {
    super(problems.map(({ code, place }) => `${place.path}${place.pointer}: ${code}`).join('; '));
    this.problems = problems;
    this.files = files;
    this.words = words;
  }
}
