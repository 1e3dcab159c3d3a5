// What the bundle has in place of source/schema/validators.ts: each validator is loaded when it is first needed, for
// hardly a run needs more than that of plans.
import type * as Core from '../../source/schema/validators.js';

/** Each by a name that is written out: what bundles programs for browsers can follow it. */
const LOAD: Readonly<Record<Parameters<typeof Core.validatorOf>[0], () => unknown>> = {
  plan: () => require('./plan-validator.cjs'),
  config: () => require('./config-validator.cjs'),
  waivers: () => require('./waivers-validator.cjs'),
  decisions: () => require('./decisions-validator.cjs'),
  baseline: () => require('./baseline-validator.cjs'),
  mapping: () => require('./mapping-validator.cjs'),
  models: () => require('./models-validator.cjs'),
  law: () => require('./law-validator.cjs'),
};

/** Returns the compiled validator of a schema. Loads it on first use. */
export const validatorOf = ((name) => LOAD[name]()) as typeof Core.validatorOf;
