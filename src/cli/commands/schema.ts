import { SCHEMAS, shippedSchema } from '../../host/config/schemas.js';
import type { ExitCode, Io } from '../../host/io.js';
import { oneOf } from '../../host/usage.js';

/** Prints the JSON schema (draft-07) of plans, configurations, waivers, mappings or law packs, for editors, or of reports in JSON. */
export function schema(name: string, io: Io): ExitCode {
  const known = oneOf(name, SCHEMAS, { zh: 'schema', en: 'schema' });
  io.out(`${JSON.stringify(shippedSchema(known), null, 2)}\n`);
  return 0;
}
