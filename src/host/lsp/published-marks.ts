// The marks that an editor shows, as it was told them.
import type { Diagnostic } from 'vscode-languageserver-types';
import type { OpenFiles } from './open-files.js';

/** Sends diagnostics of one file to the editor (`textDocument/publishDiagnostics`). */
export type Tell = (marks: { uri: string; version?: number; diagnostics: Diagnostic[] }) => void;

/** Tells the editor the marks of each file. Keeps them by plan, since several plans may share a file. */
export class PublishedMarks {
  private readonly marks = new Map<string, Map<string, readonly Diagnostic[]>>();
  /** The URI that the editor was told last for each path: it may spell it otherwise than this machine. */
  private readonly uris = new Map<string, string>();

  constructor(
    private readonly files: OpenFiles,
    private readonly tell: Tell,
  ) {}

  /** Takes the marks of a plan, by the paths of its files; of no file else does it have any. */
  set(plan: string, now: ReadonlyMap<string, readonly Diagnostic[]>): void {
    const before = [...this.marks].flatMap(([path, byPlan]) => (byPlan.has(plan) ? [path] : []));
    for (const path of new Set([...before, ...now.keys()])) {
      const byPlan = this.marks.get(path) ?? new Map<string, readonly Diagnostic[]>();
      const own = now.get(path);
      if (own === undefined) byPlan.delete(plan);
      else byPlan.set(plan, own);
      if (byPlan.size === 0) this.marks.delete(path);
      else this.marks.set(path, byPlan);
      this.publish(path);
    }
  }

  /** Tells the marks of a file that was opened or closed by the URI that it has now, and by the one before that it has none. */
  rename(path: string): void {
    const before = this.uris.get(path);
    if (before === undefined || before === this.files.uriOf(path)) return;
    this.tell({ uri: before, diagnostics: [] });
    this.uris.delete(path);
    if (this.marks.has(path)) this.publish(path);
  }

  private publish(path: string): void {
    const uri = this.files.uriOf(path);
    const version = this.files.at(path)?.version;
    // What two plans find in a file that both refer to is marked once.
    const all = new Map([...(this.marks.get(path)?.values() ?? [])].flat().map((one) => [nameOf(one), one]));
    this.uris.set(path, uri);
    this.tell({ uri, diagnostics: [...all.values()], ...(version !== undefined && { version }) });
  }
}

function nameOf({ range, code, message }: Diagnostic): string {
  return JSON.stringify([range, code, message]);
}
