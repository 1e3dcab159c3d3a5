// What the bundle has in place of source/schema/validators.ts: each validator is loaded when it is first needed, for
// hardly a run needs more than that of plans. Each by a name that is written out: what bundles programs for browsers can
// follow it.
import type * as Core from '../../source/schema/validators.js';

export const baselineValidator: typeof Core.baselineValidator = () => require('./baseline-validator.cjs');
export const certificateValidator: typeof Core.certificateValidator = () => require('./certificate-validator.cjs');
export const configValidator: typeof Core.configValidator = () => require('./config-validator.cjs');
export const decisionsValidator: typeof Core.decisionsValidator = () => require('./decisions-validator.cjs');
export const lawValidator: typeof Core.lawValidator = () => require('./law-validator.cjs');
export const mappingValidator: typeof Core.mappingValidator = () => require('./mapping-validator.cjs');
export const modelsValidator: typeof Core.modelsValidator = () => require('./models-validator.cjs');
export const planValidator: typeof Core.planValidator = () => require('./plan-validator.cjs');
export const suggestValidator: typeof Core.suggestValidator = () => require('./suggest-validator.cjs');
export const waiversValidator: typeof Core.waiversValidator = () => require('./waivers-validator.cjs');
