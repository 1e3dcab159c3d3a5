import { defineConfig } from 'rolldown';

/**
 * The command as a few files: loading two hundred modules one by one took longer than linting a hotel. Only our own code
 * is put together; packages stay packages (geojson-validation must, by its licence).
 */
export default defineConfig({
  input: 'dist/cli/main.js',
  platform: 'node',
  external: (id) => !id.startsWith('.') && !id.startsWith('/'),
  // Beside dist/cli and dist/plan, so that what they load by relative path is found from here too.
  output: { dir: 'dist/bundle', format: 'esm', chunkFileNames: '[name]-[hash].js', minify: false },
});
