/**
 * The licences of what is packed into an offline archive: `node .ci/licences.mjs FOLDER`, where FOLDER holds
 * package-lock.json and the node_modules installed from it. Fails where a package names no licence or brings no text of
 * one: nothing is passed on without.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = process.argv[2];
const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
const rows = Object.entries(lock.packages)
  .filter(([path, { dev }]) => path.startsWith('node_modules/') && dev !== true)
  .map(([path, { integrity }]) => {
    const { name, version, license } = JSON.parse(readFileSync(join(root, path, 'package.json'), 'utf8'));
    const text = readdirSync(join(root, path)).find((file) => /^licen[cs]e([.-]|$)/i.test(file));
    if (typeof license !== 'string' || text === undefined) throw new Error(`no licence in ${path}`);
    return { name, version, license, text: `${path}/${text}`, integrity };
  })
  .sort((a, b) => (a.name < b.name ? -1 : 1));

const lines = rows.map(({ name, version, license, text, integrity }) =>
  [`${name} ${version}`, `  ${license}: ${text}`, `  ${integrity}`].join('\n'),
);
process.stdout.write(`sitecam: MIT，见 LICENSE。所附依赖如下，许可文本在各自的文件夹中；末行为发布时的校验值。
sitecam: MIT, see LICENSE. The packages below come with it, each with the text of its licence in its folder; the last
line of each is the checksum it was published with. geojson-validation (LGPL) is unchanged and may be replaced.
另有代码编入 dist/bundle 的依赖，许可文本见 dist/bundle/LICENSES.txt。
More code is in dist/bundle: the texts of its licences are in dist/bundle/LICENSES.txt.

${lines.join('\n\n')}
`);
