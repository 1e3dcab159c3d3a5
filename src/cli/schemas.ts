import { createRequire } from 'node:module';

export const SCHEMAS = ['plan', 'law'] as const;

/** A JSON schema that is shipped, as data. */
export function shippedSchema(name: (typeof SCHEMAS)[number]): unknown {
  return createRequire(import.meta.url)(`../../schemas/${name}.schema.json`);
}
