// What the bundle has in place of ajv-i18n: the package, loaded when a fault of a file asks for its words, as few do.
import type { ErrorObject } from 'ajv';

/** Replaces the messages of ajv by Chinese ones, in place. Loads the package on first use. */
export default function localize(errors: ErrorObject[]): void {
  require('./ajv-i18n.cjs')(errors);
}
