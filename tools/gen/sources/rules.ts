// The registry of rules: every file of a group of rules that exports `rule`.
import { readdirSync, readFileSync } from 'node:fs';
import type { Product } from '../product.js';
import { camelCase, GENERATED } from './module.js';

const FOLDER = 'src/rules';

export const ruleRegistry: Product = {
  name: 'rules',
  run: async () => new Map([[`${FOLDER}/registry.gen.ts`, registry(ruleIds())]]),
};

/** Returns the ids of all rules, sorted by code unit: a rule's id is its path. */
function ruleIds(): string[] {
  return readdirSync(FOLDER, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap(({ name: group }) =>
      readdirSync(`${FOLDER}/${group}`)
        .filter((file) => file.endsWith('.ts') && isRule(`${FOLDER}/${group}/${file}`))
        .map((file) => `${group}/${file.slice(0, -'.ts'.length)}`),
    )
    .sort();
}

function isRule(path: string): boolean {
  return /^export const rule\b/m.test(readFileSync(path, 'utf8'));
}

function registry(ids: readonly string[]): string {
  return `${GENERATED}
// The registry: every rule in one list.
${ids.map((id) => `import { rule as ${camelCase(id)} } from './${id}.js';\n`).join('')}import type { Rule } from './rule.js';

/** Every rule, sorted by id in code units. */
export const rules: readonly Rule[] = [
${ids.map((id) => `  ${camelCase(id)},\n`).join('')}];
`;
}
