// Compiles the schema validators; `node tools/build/validators.mjs` writes them into dist. Compiling takes longer than
// linting a hotel, so no lint run does it. Tests and `npm run gen` run the sources, and compile what they use.
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { argv } from 'node:process';
import { fileURLToPath } from 'node:url';
import { Ajv } from 'ajv';
import standalone from 'ajv/dist/standalone/index.js';

const ROOT = new URL('../../', import.meta.url);
const BUILT = new URL('dist/source/schema/', ROOT);
/** Schemas that aren't in the file of their name: what a plan is read by isn't what editors are given; some carry a version. */
const FILES = { plan: 'plan.read', certificate: 'suggest-certificate-1' };

/**
 * A day of the calendar, YYYY-MM-DD. The format of ajv-formats comes with all others of that package, 10 kB that every page
 * would be sent.
 */
const DAY =
  /^(?:\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|02-(?:0[1-9]|1\d|2[0-8]))|(?:\d\d(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)-02-29)$/;

/** Returns the compiled validator of the schema NAME as source of an ES module. */
export function validatorSource(name) {
  const { ajv, validate } = compile(name, { source: true, esm: true });
  const code = standalone.default(ajv, validate).replace(/export const validate = \w+;/, '');
  return withImports(inPlace(code));
}

/** Returns source of a module with the same interface that compiles the validator on first use. */
export function lateValidatorSource(name) {
  return `import { validatorOf } from ${JSON.stringify(import.meta.url)};
let validate;
export default function late(value) {
  validate ??= validatorOf(${JSON.stringify(name)});
  const isValid = validate(value);
  late.errors = validate.errors;
  return isValid;
}
`;
}

/** Compiles and returns the validator of the schema NAME. */
export function validatorOf(name) {
  return compile(name, { optimize: false, process: inPlace }).validate;
}

function compile(name, code) {
  const text = readFileSync(new URL(`schemas/${FILES[name] ?? name}.schema.json`, ROOT), 'utf8');
  // A validator carries its schema with it, and errors quote what it says of a pattern or a format alone.
  const schema = JSON.parse(text, function read(key, value) {
    const isQuoted = this.pattern !== undefined || this.format !== undefined;
    return key === 'description' && typeof value === 'string' && !isQuoted ? undefined : value;
  });
  // A test checks the schemas themselves against draft-07.
  const ajv = new Ajv({
    allErrors: true,
    verbose: true,
    strictRequired: false,
    allowUnionTypes: true,
    validateSchema: false,
    inlineRefs: false,
    code,
  });
  ajv.addFormat('date', DAY);
  return { ajv, validate: ajv.compile(schema) };
}

/** Returns the name of the schema that the module at `path` validates; undefined for other modules. */
export function validatorName(path) {
  return /\/source\/schema\/([a-z]+)-validator\.js$/.exec(path.replaceAll('\\', '/'))?.[1];
}

/** Returns a bundler plugin that supplies validators to code run from its sources, as the build does for dist. */
export function validatorsPlugin(source = lateValidatorSource) {
  return {
    name: 'validators',
    resolveId(id, importer) {
      const path = id.startsWith('.') && importer !== undefined ? join(dirname(importer), id) : '';
      return validatorName(path) === undefined ? undefined : path;
    },
    load(id) {
      const name = validatorName(id);
      // One that nothing asks for is left out: loading it does nothing but define it.
      return name === undefined ? undefined : { code: source(name), moduleSideEffects: false };
    },
  };
}

/**
 * Returns generated code that appends errors in place. ajv copies all earlier errors for each part of a schema: a plan
 * with a hundred thousand errors would take minutes. Paths in the schema that nobody asks for aren't sent to browsers.
 */
function inPlace(code) {
  return code
    .replace(
      /vErrors = vErrors === null \? (\w+)\.errors : vErrors\.concat\(\1\.errors\)/g,
      'if (vErrors === null) vErrors = $1.errors; else for (const error of $1.errors) vErrors.push(error)',
    )
    .replace(/\bschemaPath:"[^"]*"/g, (path) => (BRANCH.test(path) ? path : 'schemaPath:""'));
}

/** A path in a schema that leads into one of several branches, which is all that is asked of it. */
const BRANCH = /\/(?:anyOf|oneOf)\/\d/;

/**
 * Returns generated code with imports instead of `require` calls, which ajv leaves even in ES modules. The imported
 * value is the exports of a CommonJS module or their `default`, depending on the runtime.
 */
function withImports(code) {
  const imports = [];
  const body = code.replace(/require\("([^"]+)"\)(\.default\b)?/g, (_, path, isDefault) => {
    const name = `imported${imports.length}`;
    imports.push(`import ${name} from ${JSON.stringify(`${path}.js`)};\n`);
    return isDefault === undefined ? name : `(${name}.default ?? ${name})`;
  });
  return imports.join('') + body;
}

if (argv[1] === fileURLToPath(import.meta.url)) {
  const table = readFileSync(new URL('validators.js', BUILT), 'utf8');
  for (const [file, name] of table.matchAll(/\b([a-z]+)-validator\.js\b/g)) {
    writeFileSync(new URL(file, BUILT), validatorSource(name));
  }
}
