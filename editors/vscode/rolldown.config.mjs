// Bundles the extension with its language client into one file, and the licences of what is in it; the editor brings `vscode`.
import { defineConfig } from 'rolldown';
import { noticesOf, packagesOf } from '../../tools/build/notices.mjs';

export default defineConfig({
  input: 'src/extension.ts',
  platform: 'node',
  external: ['vscode'],
  plugins: [
    {
      name: 'notices',
      generateBundle(_, bundle) {
        const modules = Object.values(bundle).flatMap(({ moduleIds = [] }) => moduleIds);
        this.emitFile({ type: 'asset', fileName: 'LICENSES.txt', source: noticesOf(packagesOf(modules)) });
      },
    },
  ],
  output: { dir: 'dist', entryFileNames: 'extension.js', format: 'cjs', minify: true },
});
