// What the command has in place of ajv-i18n: the package, loaded when a fault of a file asks for its words, as few do.
import { createRequire } from 'node:module';
import type { ErrorObject } from 'ajv';

const load = createRequire(import.meta.url);

/** Replaces the messages of ajv by Chinese ones, in place. Loads the package on first use. */
export default function localize(errors: ErrorObject[]): void {
  load('ajv-i18n/localize/zh')(errors);
}
