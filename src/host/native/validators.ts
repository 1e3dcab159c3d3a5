// What the command has in place of source/schema/validators.ts: each validator is loaded when it is first needed, for
// hardly a run needs more than that of plans.
import { createRequire } from 'node:module';
import type * as Core from '../../source/schema/validators.js';

const load = createRequire(import.meta.url);

/** Returns the compiled validator of a schema. Loads it on first use. */
export const validatorOf: typeof Core.validatorOf = (name) => load(`./${name}-validator.cjs`);
