// Plans read for tests of what is written into them, and their texts in other styles.
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parse, stringify } from 'yaml';
import { memoize } from '../../../src/base/memo.js';
import { loadPack } from '../../../src/law/load.js';
import type { Site } from '../../../src/plan/model.js';
import { type Drawn, readPlan } from '../../../src/plan/read/read.js';
import type { Writing } from '../../../src/plan/write/write.js';
import { applyEdits } from '../../../src/source/edit/splice.js';

const pack = loadPack('nm-2017');

/** Files of a plan, the plan itself first. */
export type PlanFiles = ReadonlyMap<string, string>;

/** Returns the plan of the first of the files. The same files are read once: nothing changes what was read. */
export const readFrom = memoize((files: PlanFiles): { readonly drawn: Drawn; readonly site: Site } => {
  let drawn: Drawn | undefined;
  const [path = ''] = files.keys();
  const read = (name: string) => {
    const text = files.get(name);
    return text === undefined ? undefined : new TextEncoder().encode(text);
  };
  const result = readPlan(path, read, {
    pack,
    onDrawn: (made) => {
      drawn = made;
    },
  });
  if (!result.ok || drawn === undefined) throw new Error(`${files.get(path)}\n${JSON.stringify(result)}`);
  return { drawn, site: result.site };
});

/** Returns the plan that is one text. */
export function drawnFrom(path: string, text: string): Drawn {
  return readFrom(new Map([[path, text]])).drawn;
}

/** Returns the files with what was written, or the reason for which nothing was. */
export function writtenInto(files: PlanFiles, writing: Writing): PlanFiles {
  if (!writing.ok) throw new Error(writing.reason.en);
  const [path = ''] = files.keys();
  if (writing.edits.some((edit) => edit.path !== path)) throw new Error('edits of another file');
  return new Map(files).set(path, applyEdits(files.get(path) ?? '', writing.edits));
}

/** Returns the files of a shipped site. */
export function siteFiles(plan: string): PlanFiles {
  const path = join('fixtures/sites', plan);
  const text = readFileSync(path, 'utf8');
  const others = [...text.matchAll(/geometry: (\S+)/g)].map(([, name = '']) => join(dirname(path), name));
  return new Map([[path, text], ...others.map((name) => [name, readFileSync(name, 'utf8')] as const)]);
}

/** Styles that a plan may be written in. */
export const STYLES = ['as it is', 'CRLF', 'block', 'flow', 'JSON', 'compact JSON', 'tabs', 'no end'] as const;

/** Returns the same plan in another style. */
export function styled(files: PlanFiles, style: (typeof STYLES)[number]): PlanFiles {
  const [[path, text] = ['', ''], ...others] = files;
  const value: unknown = parse(text);
  const plain = { aliasDuplicateObjects: false, lineWidth: 100 };
  const isJson = path.endsWith('json');
  const to = (written: string, ending?: string): PlanFiles =>
    new Map([[ending === undefined ? path : path.replace(/\.yaml$/, ending), written], ...others]);
  switch (style) {
    case 'as it is':
      return files;
    case 'CRLF':
      return to(text.replaceAll('\n', '\r\n'));
    case 'no end':
      return to(text.trimEnd());
    case 'block':
      return isJson ? files : to(stringify(value, plain));
    case 'flow':
      return isJson ? files : to(stringify(value, { ...plain, collectionStyle: 'flow' }));
    case 'JSON':
      return to(JSON.stringify(value, null, 2), '.json');
    case 'tabs':
      return to(JSON.stringify(value, null, '\t'), '.json');
    case 'compact JSON':
      return to(JSON.stringify(value), '.json');
  }
}
