// The list of law packs: every folder of src/law/packs but the one with what all packs share.
import { readdirSync, readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import type { Product } from '../product.js';
import { camelCase, GENERATED } from './module.js';

const FOLDER = 'src/law/packs';
/** What packs share; `law/complete-pack.ts` imports it. */
const SHARED = 'common';

export const builtInPacks: Product = {
  name: 'packs',
  run: async () => {
    const packs = readdirSync(FOLDER, { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && entry.name !== SHARED)
      .map(({ name }) => name)
      .sort();
    for (const pack of packs) checkPack(pack);
    return new Map([['src/law/built-in.gen.ts', list(packs)]]);
  },
};

/** Returns the names of a pack's files without their ending: `pack` first, then its sections. */
function filesOf(pack: string): string[] {
  const names = readdirSync(`${FOLDER}/${pack}`)
    .filter((file) => file.endsWith('.json'))
    .map((file) => file.slice(0, -'.json'.length));
  if (!names.includes('pack')) throw new Error(`${FOLDER}/${pack} has no pack.json`);
  return ['pack', ...names.filter((name) => name !== 'pack').sort()];
}

/** Throws where the pack isn't as schemas/law.schema.json asks, with the file and the place in it. */
function checkPack(pack: string): void {
  const sections = filesOf(pack).map((name): [string, unknown] => [name, readJson(`${FOLDER}/${pack}/${name}.json`)]);
  const whole = Object.assign(
    {},
    ...sections.map(([name, data]) => (name === 'pack' ? data : { [camelCase(name)]: data })),
  );
  if (whole.id !== pack)
    throw new Error(`${FOLDER}/${pack}/pack.json: id is '${whole.id}'; expected the folder's name`);
  const ajv = new Ajv({ allErrors: true, allowUnionTypes: true });
  const validate = ajv.compile(readJson('schemas/law.schema.json') as object);
  if (validate(whole)) return;
  const faults = (validate.errors ?? []).map(({ instancePath, message, params }) => {
    const [, key = '', ...rest] = instancePath.split('/');
    const section = sections.find(([name]) => name !== 'pack' && camelCase(name) === key)?.[0];
    const place = section === undefined ? `pack.json ${instancePath}` : `${section}.json ${['', ...rest].join('/')}`;
    return `  ${FOLDER}/${pack}/${place.trim()}: ${message} ${JSON.stringify(params)}`;
  });
  throw new Error(`not as schemas/law.schema.json asks:\n${faults.join('\n')}`);
}

function readJson(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    throw new Error(`${path}: ${error instanceof Error ? error.message : error}`);
  }
}

function list(packs: readonly string[]): string {
  const imports = packs.flatMap((pack) =>
    filesOf(pack).map(
      (name) => `import ${nameOf(pack, name)} from './packs/${pack}/${name}.json' with { type: 'json' };\n`,
    ),
  );
  const entries = packs.map((pack) => {
    const [, ...sections] = filesOf(pack);
    const rows = sections.map((name) => `    ${camelCase(name)}: ${nameOf(pack, name)},\n`);
    return `  {\n    ...${nameOf(pack, 'pack')},\n${rows.join('')}  },\n`;
  });
  return `${GENERATED}
// The law packs that come with sitecam.
import type { PackFiles } from './complete-pack.js';
${imports.join('')}
/** Law packs that come with sitecam, as their own files have them, without what packs share. */
export const BUILT_IN_PACKS: readonly PackFiles[] = [
${entries.join('')}];
`;
}

/** Returns the name of an import; ids of packs may begin with a digit. */
function nameOf(pack: string, file: string): string {
  return camelCase(`pack ${pack} ${file}`);
}
