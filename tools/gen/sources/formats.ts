// The list of report formats: every module in a folder of src/report that exports `format`.
import { readdirSync, readFileSync } from 'node:fs';
import type { Product } from '../product.js';
import { GENERATED } from './module.js';

const FOLDER = 'src/report';

/** Formats in the order in which help and errors list them; those not named here follow by name. */
const FIRST = ['terminal', 'sarif', 'sarif-github', 'markdown', 'html', 'json', 'junit', 'github', 'gitlab'];

export const reportFormats: Product = {
  name: 'formats',
  run: async () => {
    const found = modules();
    const rank = (name: string) => (FIRST.includes(name) ? FIRST.indexOf(name) : FIRST.length);
    const names = [...found.keys()].sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
    return new Map([[`${FOLDER}/formats.gen.ts`, list(names, found)]]);
  },
};

/** Returns the path of each format's module from src/report by its name: `x/x.ts` is format x, `x/y.ts` format x-y. */
function modules(): Map<string, string> {
  const found = new Map<string, string>();
  for (const { name: folder } of readdirSync(FOLDER, { withFileTypes: true }).filter((entry) => entry.isDirectory())) {
    for (const file of readdirSync(`${FOLDER}/${folder}`).filter((name) => name.endsWith('.ts'))) {
      if (!/^export const format\b/m.test(readFileSync(`${FOLDER}/${folder}/${file}`, 'utf8'))) continue;
      const stem = file.slice(0, -'.ts'.length);
      found.set(stem === folder ? folder : `${folder}-${stem}`, `${folder}/${stem}`);
    }
  }
  return found;
}

function list(names: readonly string[], paths: ReadonlyMap<string, string>): string {
  const key = (name: string) => (name.includes('-') ? `'${name}'` : name);
  return `${GENERATED}
// The report formats.
import type { Format } from './format.js';

/** The formats that reports are written in and that \`verify\` recognizes. */
export const REPORT_FORMATS = [
${names.map((name) => `  '${name}',\n`).join('')}] as const;
/** The name of one report format. */
export type ReportFormat = (typeof REPORT_FORMATS)[number];

/** Loads the module of each format: only what is asked for, since start-up is what a designer feels. */
export const LOAD_FORMAT: Readonly<Record<ReportFormat, () => Promise<{ readonly format: Format }>>> = {
${names.map((name) => `  ${key(name)}: () => import('./${paths.get(name)}.js'),\n`).join('')}};
`;
}
