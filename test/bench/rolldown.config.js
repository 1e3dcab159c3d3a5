import { defineConfig } from 'rolldown';

/** The benchmark as one file beside the built modules, which it measures as they are. */
export default defineConfig({
  input: 'test/bench/main.ts',
  platform: 'node',
  plugins: [
    {
      name: 'built-modules',
      resolveId(id) {
        const [, path] = /\/src\/(.*)$/.exec(id) ?? [];
        return path === undefined ? undefined : { id: `../${path}`, external: true };
      },
    },
  ],
  external: (id) => !id.startsWith('.') && !id.startsWith('/'),
  output: { file: 'dist/bench/main.js', format: 'esm' },
});
