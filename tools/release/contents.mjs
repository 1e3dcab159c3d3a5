// What the package holds: every file is of one of these kinds, and each kind is there.
import { LIBRARY } from '../build/library.mjs';

const KINDS = [
  /^package\.json$/,
  /^LICENSE$/,
  /^README(?:\.en)?\.md$/,
  /^CHANGELOG(?:\.en)?\.md$/,
  /^bin\/(?:sitecam\.js|package\.json)$/,
  // The command and the library, and what they load when they need it.
  /^dist\/bundle\/(?:main|worker|lsp-worker|suggest-worker)\.js$/,
  ...Object.keys(LIBRARY).map((name) => new RegExp(`^dist/bundle/${name}\\.m?js$`)),
  /^dist\/bundle\/[a-z0-9.-]+-[\w-]{8}\.js$/i,
  /^dist\/bundle\/(?:hash|ajv-i18n|geojson-form|[a-z]+-validator)\.cjs$/,
  /^dist\/bundle\/LICENSES\.txt$/,
  // What a browser loads from `sitecam dev`.
  /^dist\/page\/(?:client|worker)\.js$/,
  /^dist\/page\/style\.css$/,
  /^dist\/page\/LICENSES\.txt$/,
  /^dist\/bundle\/package\.json$/,
  /^dist\/types\/(?:[a-z0-9-]+\/)*[a-z.-]+\.d\.ts$/,
  ...Object.values(LIBRARY).map((module) => new RegExp(`^dist/types/${module}\\.d\\.mts$`)),
  /^dist\/types\/package\.json$/,
  /^schemas\/[a-z-]+(?:-\d|\.read)?\.schema\.json$/,
  /^schemas\/law\.md$/,
  /^docs\/(?:en|zh-CN)\/(?:rules\/[a-z]+\/)?[a-z-]+\.md$/,
  /^docs\/images\/[a-z.-]+\.svg$/,
];

/** Returns what is wrong with a package of these files: one that nobody listed, a kind of which there is none. */
export function contentProblems(paths) {
  const strange = paths.filter((path) => !KINDS.some((kind) => kind.test(path)));
  const missing = KINDS.filter((kind) => !paths.some((path) => kind.test(path)));
  return [...strange.map((path) => `not listed: ${path}`), ...missing.map((kind) => `none of ${kind.source}`)];
}
