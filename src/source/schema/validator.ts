// The compiled schema validators of files that users write.
import { createRequire } from 'node:module';
import type { Ajv, Options, ValidateFunction } from 'ajv';

const load = createRequire(import.meta.url);

/** Names of the schemas in schemas/ for files that users write. */
export const CHECKED = ['plan', 'config', 'waivers', 'baseline', 'mapping', 'law'] as const;
/** Name of such a schema. */
export type CheckedName = (typeof CHECKED)[number];

const validators = new Map<CheckedName, ValidateFunction>();

/**
 * Returns the validator of schemas/NAME.schema.json. The build compiles it once, because compiling takes longer than
 * linting a hotel; without a build (tests run on the sources) it is compiled on the spot.
 */
export function validatorOf<T>(name: CheckedName): ValidateFunction<T> {
  const known =
    validators.get(name) ??
    fromBuild(name) ??
    compile(name, { code: { optimize: false, process: inPlace }, inlineRefs: false }).validate;
  validators.set(name, known);
  return known as ValidateFunction<T>;
}

/** Returns the validator as the source of a CommonJS module, for the build. */
export function validatorSource(name: CheckedName): string {
  const { ajv, validate } = compile(name, { code: { source: true }, inlineRefs: false });
  const standalone: { default: (ajv: Ajv, validate: ValidateFunction) => string } = load('ajv/dist/standalone');
  return inPlace(standalone.default(ajv, validate));
}

/**
 * Returns generated code changed so that it appends errors in place. ajv copies all earlier errors for each part of a
 * schema: a plan with a hundred thousand errors would take minutes.
 */
function inPlace(code: string): string {
  return code.replace(
    /vErrors = vErrors === null \? (\w+)\.errors : vErrors\.concat\(\1\.errors\)/g,
    'if (vErrors === null) vErrors = $1.errors; else for (const error of $1.errors) vErrors.push(error)',
  );
}

/** Returns the validator that the build put beside this file; undefined if there is none. */
function fromBuild(name: CheckedName): ValidateFunction | undefined {
  try {
    return load(`./${name}-validator.cjs`);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'MODULE_NOT_FOUND') return undefined;
    throw error;
  }
}

function compile(name: CheckedName, options: Options): { ajv: Ajv; validate: ValidateFunction } {
  const { Ajv }: typeof import('ajv') = load('ajv');
  const formats: typeof import('ajv-formats') = load('ajv-formats');
  const schema: object = load(`../../../schemas/${name}.schema.json`);
  // A test checks the schemas themselves against draft-07, so that not every start has to.
  const ajv = new Ajv({
    allErrors: true,
    verbose: true,
    strictRequired: false,
    allowUnionTypes: true,
    validateSchema: false,
    ...options,
  });
  formats.default(ajv, ['date']);
  return { ajv, validate: ajv.compile(schema) };
}
