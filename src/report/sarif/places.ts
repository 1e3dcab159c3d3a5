// Files and locations in SARIF.
import type { ArtifactLocation, Location, Region } from 'sarif';
import { memoizeByName } from '../../base/memo.js';
import type { LocalView } from '../../findings/local.js';
import type { Spot } from '../../findings/view.js';
import type { ReportInput } from '../../lint/types.js';
import { relativeUri } from '../../render/escape.js';
import { lineText } from '../../render/excerpt.js';
import type { Place, SourceFile, Span } from '../../source/types.js';

/** Base id of every URI: the root of the plans' repository, which a report can't know. */
export const ROOT = 'SRCROOT';

/** A file of a run, without its text: that of thousands of plans isn't held. */
export interface RunFile extends Pick<SourceFile, 'path' | 'sha256' | 'format' | 'withheld'> {
  /** Returns the file with its text. */
  readonly whole: () => SourceFile;
}

/**
 * Returns the files of a run, each once, in the order of their paths. A file that one result withholds and another knows
 * is the known one.
 */
function runFiles({ results, misconfigured }: ReportInput): readonly RunFile[] {
  const found = new Map<string, RunFile>();
  for (const source of [...results, ...(misconfigured === undefined ? [] : [misconfigured])]) {
    for (const [n, { path, sha256, format, withheld }] of source.files.entries()) {
      const before = found.get(path);
      if (withheld && before !== undefined && !before.withheld) continue;
      found.set(path, { path, sha256, format, ...(withheld && { withheld }), whole: () => source.files[n] });
    }
  }
  return [...found.values()].sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
}

/** Converts places of one run into SARIF locations. */
export interface Places {
  readonly files: readonly RunFile[];
  /** Returns the file of that path with its text; undefined if it wasn't read. */
  readonly source: (path: string) => SourceFile | undefined;
  readonly artifact: (path: string) => ArtifactLocation;
  readonly physical: (place: Place, spot?: Spot) => Location;
}

/** Most locations that are kept: those of a few plans. */
const MOST_LOCATIONS = 10_000;

/** Returns the functions that turn the files and places of one run into SARIF locations. */
export function placesOf(input: ReportInput, view: LocalView): Places {
  const files = runFiles(input);
  const index = new Map(files.map((file, n) => [file.path, n]));
  const source = (path: string) => files[index.get(path) ?? -1]?.whole();
  const artifact = memoizeByName((path: string): ArtifactLocation => {
    const n = index.get(path);
    return { uri: relativeUri(path), uriBaseId: ROOT, ...(n === undefined ? {} : { index: n }) };
  });
  const spot = (place: Place) => {
    const file = source(place.path);
    return file === undefined ? undefined : view.spot(place, [file]);
  };
  const location = (path: string, at: Spot | undefined): Location => ({
    physicalLocation: {
      artifactLocation: artifact(path),
      ...(at === undefined ? {} : { region: region(at.file, at.span) }),
    },
  });
  /** Cached, since many verdicts share their places. */
  const locations = new Map<string, Location>();
  return {
    files,
    source,
    artifact,
    physical(place, at) {
      if (at !== undefined) return location(place.path, at);
      const name = `${place.key === true} ${place.path} ${place.pointer}`;
      const known = locations.get(name) ?? location(place.path, spot(place));
      if (locations.size >= MOST_LOCATIONS) locations.clear();
      locations.set(name, known);
      return known;
    },
  };
}

/** Returns the region of a span, cut to one line: pull requests show nothing for longer regions. */
function region(file: SourceFile, { start, end }: Span): Region {
  const column = end.line > start.line ? lineText(file, start.line).trimEnd().length + 1 : end.column;
  return {
    startLine: start.line,
    startColumn: start.column,
    endLine: start.line,
    endColumn: Math.max(column, start.column),
  };
}
