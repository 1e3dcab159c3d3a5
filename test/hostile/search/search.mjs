// Searches the inputs that take the built command the longest, or the most memory: `node test/hostile/search/search.mjs KIND [SECONDS [SEED]]`.
import { register } from 'node:module';
import { fileURLToPath } from 'node:url';

register('../../../tools/gen/typescript.mjs', import.meta.url);
process.chdir(fileURLToPath(new URL('../../..', import.meta.url)));
await import('./search.ts');
