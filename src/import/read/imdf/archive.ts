// The files of one IMDF archive.

import type { Text } from '../../../i18n/catalogue.js';
import type { SourceProblem } from '../../../source/problem.js';
import type { Note } from '../../notes.js';
import type { InputFile, RawFeature } from '../../types.js';
import { readFeature, readImportCollection } from '../collection.js';
import { APART, type ImdfPart, PLACED, partOf, TELLING } from './parts.js';
import { t } from './texts.js';

/** Features of one IMDF archive by feature type, with notes on types that no plan uses. */
export interface Archive {
  readonly of: (part: ImdfPart) => readonly RawFeature[];
  readonly notes: readonly Note[];
}

/** Result of reading one IMDF archive. */
type ReadArchive =
  | { readonly ok: true; readonly archive: Archive }
  | { readonly ok: false; readonly problems: readonly SourceProblem[] };

const NEEDED: readonly string[] = [...PLACED, ...TELLING];
const KNOWN_APART: readonly string[] = APART;

/** Reads the files of one archive. Types that no plan uses are counted and needn't be complete. */
export function readArchive(files: readonly InputFile[]): ReadArchive {
  const problems: SourceProblem[] = [];
  const notes: Note[] = [];
  const features = new Map<string, RawFeature[]>();
  for (const file of files) {
    const part = partOf(file);
    if (part === undefined) {
      // The manifest only gives the author and the date of the archive.
      if (!/(?:^|\/)manifest\.json$/i.test(file.path)) notes.push(leftOut(t.file({ file: file.path })));
      continue;
    }
    const read = readImportCollection(file);
    if (!NEEDED.includes(part)) {
      const text = KNOWN_APART.includes(part) ? t.apart : t.extension;
      if (!read.ok) notes.push(leftOut(t.file({ file: file.path })));
      else notes.push(leftOut(text({ type: part }), read.collection.features.length));
    } else if (!read.ok) {
      problems.push(...read.problems);
    } else {
      const { collection } = read;
      const found = collection.features.flatMap((_, index) => {
        const { feature, notes: said } = readFeature(collection, index, { format: 'imdf', system: 'wgs84' });
        notes.push(...said);
        if (feature === undefined) return [];
        return [{ ...feature, properties: { ...feature.properties, feature_type: part } }];
      });
      features.set(part, found);
    }
  }
  if (problems.length > 0) return { ok: false, problems };
  return { ok: true, archive: { of: (part) => features.get(part) ?? [], notes } };
}

function leftOut(message: Text, count?: number): Note {
  return { sort: 'left-out', message, ...(count === undefined ? {} : { count }) };
}
