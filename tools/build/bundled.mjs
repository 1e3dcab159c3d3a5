// Third-party packages whose code goes into the bundle: their licences allow it, and their notices go with it. They are
// devDependencies, so that nobody installs them a second time. All others stay packages; geojson-validation must, by its
// licence (LGPL).
export const BUNDLED = [
  '@noble/hashes',
  '@preact/signals',
  '@preact/signals-core',
  'ajv',
  'ajv-i18n',
  'chalk',
  'commander',
  'delaunator',
  'fast-deep-equal',
  'flatbush',
  'flatqueue',
  'get-east-asian-width',
  'preact',
  'robust-predicates',
  'vscode-jsonrpc',
  'vscode-languageserver',
  'vscode-languageserver-protocol',
  'vscode-languageserver-textdocument',
  'vscode-languageserver-types',
  'yaml',
];
