// Prints what the import makes of each drawing, beside what a person counts: `node test/import/drawings/count.mjs [NAME …]`.
// With `--missing` it lists what is missing and what is false. With `--write FOLDER` it also writes the drawings with their mappings and what is expected of them.
import { register } from 'node:module';
import { fileURLToPath } from 'node:url';

register('../../../tools/gen/typescript.mjs', import.meta.url);
process.chdir(fileURLToPath(new URL('../../..', import.meta.url)));
await import('./count.ts');
