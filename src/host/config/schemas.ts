// JSON schemas shipped with sitecam.

import { packageJson } from '../package.js';

/** Files of the schemas. Formats that sitecam writes carry a version, so that what reads version 1 can go on doing so. */
const FILES = {
  plan: 'plan',
  config: 'config',
  waivers: 'waivers',
  decisions: 'decisions',
  mapping: 'mapping',
  models: 'models',
  suggest: 'suggest',
  law: 'law',
  report: 'report-2',
  inspect: 'inspect-1',
  verify: 'verify-1',
  conflicts: 'conflicts-1',
  suggestion: 'suggestion-1',
  certificate: 'suggest-certificate-1',
  'verify-certificate': 'verify-certificate-1',
  diff: 'diff-1',
  'import-record': 'import-record-1',
  survey: 'survey-1',
} as const;

/** Name of a shipped schema. */
type SchemaName = keyof typeof FILES;

/** Names of the shipped schemas. */
export const SCHEMAS = Object.keys(FILES) as readonly SchemaName[];

/** Returns a shipped JSON schema as data. */
export function shippedSchema(name: SchemaName): unknown {
  return packageJson(`schemas/${FILES[name]}.schema.json`);
}

/** Returns the JSON schema by which sitecam reads plans, as data. `planSchema` makes the stricter one for editors from it. */
export function readSchema(): unknown {
  return packageJson('schemas/plan.read.schema.json');
}
