import { createRequire } from 'node:module';
import type { ExitCode, Io } from '../io.js';
import { oneOf } from '../usage.js';

const NAMES = ['plan', 'law'] as const;

/** Prints the JSON schema (draft-07) of plans or law packs, for editors. */
export function schema(name: string, io: Io): ExitCode {
  const known = oneOf(name, NAMES, { zh: 'schema', en: 'schema' });
  const content: unknown = createRequire(import.meta.url)(`../../../schemas/${known}.schema.json`);
  io.out(`${JSON.stringify(content, null, 2)}\n`);
  return 0;
}
