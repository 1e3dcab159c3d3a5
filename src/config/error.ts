// The error for wrong configuration, waivers or mappings.

import type { Localized } from '../i18n/locale.js';
import type { SourceProblem } from '../source/problem.js';
import type { SourceFile } from '../source/types.js';

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
  /** Returns the heading over `count` problems; undefined for a configuration. */
  readonly title: ((count: number) => Localized) | undefined;

  constructor(problems: readonly SourceProblem[], files: readonly SourceFile[], title?: (count: number) => Localized) {
    super(problems.map(({ code, place }) => `${place.path}${place.pointer}: ${code}`).join('; '));
    this.problems = problems;
    this.files = files;
    this.title = title;
  }
}
