// Prints what the import makes of building models: `node test/import/ifc/count.mjs [FILE.ifc …]`, by default of those beside
// the project. With `--wrong` it lists the spaces and doors that are wrong.
import { register } from 'node:module';
import { fileURLToPath } from 'node:url';

register('../../../tools/gen/typescript.mjs', import.meta.url);
process.chdir(fileURLToPath(new URL('../../..', import.meta.url)));
await import('./count.ts');
