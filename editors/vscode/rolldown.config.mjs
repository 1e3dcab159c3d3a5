// Bundles the extension with its language client into one file; the editor brings `vscode`.
import { defineConfig } from 'rolldown';

export default defineConfig({
  input: 'src/extension.ts',
  platform: 'node',
  external: ['vscode'],
  output: { file: 'dist/extension.js', format: 'cjs', minify: true },
});
