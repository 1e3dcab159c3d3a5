// Module hooks that let Node run the sources as they are: `./x.js` means `./x.ts` where only that exists, and types are taken out.
// The validators, which the build writes, are compiled for the run.
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { transform } from 'rolldown/utils';
import { lateValidatorSource, validatorName } from '../build/validators.mjs';

export function resolve(specifier, context, next) {
  if (/^\.{1,2}\/.*\.js$/.test(specifier) && context.parentURL?.startsWith('file:')) {
    const built = new URL(specifier, context.parentURL);
    const url = validatorName(built.href) === undefined ? new URL(built.href.replace(/\.js$/, '.ts')) : built;
    if (url === built || existsSync(fileURLToPath(url))) return { url: url.href, format: 'module', shortCircuit: true };
  }
  return next(specifier, context);
}

export async function load(url, context, next) {
  const name = validatorName(url);
  if (name !== undefined) return { format: 'module', source: lateValidatorSource(name), shortCircuit: true };
  if (!url.startsWith('file:') || !url.endsWith('.ts')) return next(url, context);
  const path = fileURLToPath(url);
  const { code, errors } = await transform(path, await readFile(path, 'utf8'));
  if (errors.length > 0) throw new Error(`${path}: ${errors.map(({ message }) => message).join('; ')}`);
  return { format: 'module', source: code, shortCircuit: true };
}
