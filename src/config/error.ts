import type { SourceProblem } from '../source/problem.js';
import type { SourceFile } from '../source/types.js';

/** What is wrong with a configuration or a file of waivers: said with its places, exit code 2. */
export class ConfigurationError extends Error {
  override readonly name = 'ConfigurationError';
  readonly problems: readonly SourceProblem[];
  readonly files: readonly SourceFile[];

  constructor(problems: readonly SourceProblem[], files: readonly SourceFile[]) {
    super(problems.map(({ code, place }) => `${place.path}${place.pointer}: ${code}`).join('; '));
    this.problems = problems;
    this.files = files;
  }
}
