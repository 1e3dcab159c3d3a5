// Commands that messages show.
import { SCHEMA_BESIDE_PLAN, schemaFor } from '../host/config/schema-path.js';
import type { Io } from '../host/io.js';
import type { Locale } from '../i18n/locale.js';
import { say } from './say.js';

/**
 * Returns `name` so quoted that a shell reads it as one word and runs no part of it: as it is if it needs no quotes;
 * in double quotes, which every shell takes; in single quotes if it holds what bash or PowerShell would expand in
 * double ones.
 */
export function quotedForShell(name: string): string {
  if (/^[\p{L}\p{N}._/:\\-]+$/u.test(name)) return name;
  return /["$`!]/.test(name) ? `'${name.replaceAll("'", "'\\''")}'` : `"${name}"`;
}

/**
 * Returns the command that starts sitecam as this user did: `sitecam`, or `npx` with a name. Outside a clone, and
 * outside a project that has sitecam installed, that is the package's name: `npx sitecam` would fetch another
 * package.
 */
export function invocationName(io: Io): string {
  if (io.env.npm_command !== 'exec') return 'sitecam';
  return schemaFor('plan.yaml', io) === SCHEMA_BESIDE_PLAN ? 'npx sitecam-lint' : 'npx sitecam';
}

/**
 * Returns a line for the user: the command that writes the JSON schema of plans, by which editors complete, beside
 * `plan`. `run` is the command that starts sitecam.
 */
export function schemaHint(plan: string, run: string, io: Io, locale: Locale): string {
  const file = quotedForShell(io.shown(`${plan.replace(/[^/\\]*$/, '')}plan.schema.json`));
  return say(
    locale,
    `要让编辑器补全和检查，请把 schema 放在旁边：  ${run} schema plan > ${file}\n`,
    `For completion in your editor put the schema beside it:  ${run} schema plan > ${file}\n`,
  );
}
