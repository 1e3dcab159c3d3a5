import { defineConfig } from 'rolldown';

/** The runner as two files: what starts and counts, and the thread in which tests run. */
export default defineConfig({
  input: [
    'test/mutants/main.ts',
    'test/mutants/thread.ts',
    'test/fuzz/recorded/choose.ts',
    'test/fuzz/recorded/choose-thread.ts',
  ],
  platform: 'node',
  external: (id) => !id.startsWith('.') && !id.startsWith('/'),
  output: { dir: 'dist/mutants', format: 'esm' },
});
