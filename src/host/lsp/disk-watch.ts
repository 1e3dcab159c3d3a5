// Hears of changes of files where the editor doesn't tell of them.
import { posix } from 'node:path';
import type { Io } from '../io.js';

/** Watches the folders of the files that verdicts rest on, and reports each change of an entry of theirs. */
export class DiskWatch {
  private readonly stops = new Map<string, () => void>();

  /** @param changed takes the absolute path of what changed */
  constructor(
    private readonly io: Io,
    private readonly changed: (absolute: string) => void,
  ) {}

  /** Watches the folders of these files, by their absolute paths, from now on, and no other. */
  watch(paths: Iterable<string>): void {
    const all = new Set([...paths].map((path) => posix.dirname(path)));
    const folders = new Set([...all].filter((folder) => this.io.isFolder(folder)));
    for (const [folder, stop] of this.stops) {
      if (folders.has(folder)) continue;
      stop();
      this.stops.delete(folder);
    }
    for (const folder of folders) {
      if (this.stops.has(folder)) continue;
      const stop = this.io.watch(folder, (name) => {
        if (name !== undefined) this.changed(posix.join(folder, name));
      });
      this.stops.set(folder, stop ?? (() => {}));
    }
  }

  /** Watches nothing any longer. */
  close(): void {
    this.watch([]);
  }
}
