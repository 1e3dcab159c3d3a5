// What readers of both kinds of log share: what they read with, and refusals that name the log.

import { locatedText } from '../../findings/wording/located-text.js';
import type { FailOn } from '../../lint/exit.js';
import type { SourceFile } from '../../source/types.js';
import { MergeRefusal } from './refusal.js';

/** Input of the readers of logs. */
export interface LogInput {
  readonly file: SourceFile;
  readonly bytes: Uint8Array;
  readonly failOn: FailOn;
  /** Version of the sitecam that reads. */
  readonly version: string;
}

/** Throws a MergeRefusal if another version wrote the log: only that one knows what is in it. */
export function checkVersion(found: string, { version, file }: LogInput): void {
  if (found === version) return;
  throw new MergeRefusal('usage', [
    locatedText(file.path, {
      zh: `由 sitecam ${found} 写出，本工具为 ${version}。请用审查时的同一版本合并。`,
      en: `written by sitecam ${found}; this is ${version}. Merge with the version that linted.`,
    }),
  ]);
}
