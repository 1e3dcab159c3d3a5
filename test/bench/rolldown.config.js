import { defineConfig } from 'rolldown';

/** The benchmark as one file beside the built modules, which it measures as they are. */
export default defineConfig({
  input: 'test/bench/main.ts',
  platform: 'node',
  plugins: [
    {
      name: 'built-modules',
      resolveId(id, importer) {
        // What runs in a browser isn't built for Node: it is bundled, on the built modules of all else.
        if (id.includes('/src/web/')) return undefined;
        const [, path] = (importer?.includes('/src/web/') ? /^\.\.\/(.*)$/ : /\/src\/(.*)$/).exec(id) ?? [];
        return path === undefined ? undefined : { id: `../${path}`, external: true };
      },
    },
  ],
  external: (id) => !id.startsWith('.') && !id.startsWith('/'),
  output: { file: 'dist/bench/main.js', format: 'esm' },
});
