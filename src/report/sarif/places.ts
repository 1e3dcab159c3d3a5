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

/**
 * Returns the files of a run, each once, in the order of their paths. A file that one result withholds and another knows
 * is the known one.
 */
function runFiles(input: ReportInput): readonly SourceFile[] {
  const sources = [...input.results, ...(input.misconfigured === undefined ? [] : [input.misconfigured])];
  const all = sources.flatMap(({ files }) => files);
  const known = all.filter(({ withheld }) => !withheld);
  const files = new Map([...all, ...known].map((file) => [file.path, file]));
  return [...files.values()].sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
}

/** Resolver of the places of one run. */
export interface Places {
  readonly files: readonly SourceFile[];
  readonly artifact: (path: string) => ArtifactLocation;
  readonly spot: (place: Place) => Spot | undefined;
  readonly physical: (place: Place, spot?: Spot) => Location;
}

/** Returns the resolver of the places of one run. */
export function placesOf(input: ReportInput, view: LocalView): Places {
  const files = runFiles(input);
  const index = new Map(files.map((file, n) => [file.path, n]));
  const artifact = memoizeByName((path: string): ArtifactLocation => {
    const n = index.get(path);
    return { uri: relativeUri(path), uriBaseId: ROOT, ...(n === undefined ? {} : { index: n }) };
  });
  const spot = (place: Place) => view.spot(place, files);
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
    artifact,
    spot,
    physical(place, at) {
      if (at !== undefined) return location(place.path, at);
      const name = `${place.key === true} ${place.path} ${place.pointer}`;
      const known = locations.get(name) ?? location(place.path, spot(place));
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
