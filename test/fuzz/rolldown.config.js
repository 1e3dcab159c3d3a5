import { defineConfig } from 'rolldown';

/** The long runs as one file beside the built modules, which they check as they are. */
export default defineConfig({
  input: 'test/fuzz/main.ts',
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
  output: { file: 'dist/fuzz/main.js', format: 'esm' },
});
