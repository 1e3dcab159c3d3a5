// Which plan a document of an editor is, or belongs to.
import { fileURLToPath } from 'node:url';
import { sha256 } from '../../base/hash.js';
import { guessFile, referencesOf } from '../../plan/file-guess.js';
import { isNamedPlan, isSitecamFile, PLAN_ENDING } from '../../plan/file-names.js';
import { attempt } from '../files/refusal.js';
import type { OpenFiles } from './open-files.js';

/**
 * Returns the path of a file open in the editor, by its URI: relative to the workspace folder, with `/`. A file that
 * was never saved gets a made-up name in that folder (`untitled-` and a hash of its URI). Undefined for a URI of
 * another kind, such as an earlier version of a file that the editor shows.
 */
export function pathOf(uri: string, { io }: OpenFiles): string | undefined {
  const file = uri.startsWith('file:') ? attempt(() => fileURLToPath(uri)) : undefined;
  if (file !== undefined) return io.shown(file);
  if (!uri.startsWith('untitled:')) return undefined;
  const ending = PLAN_ENDING.exec(uri)?.[0] ?? '.yaml';
  return `untitled-${sha256(new TextEncoder().encode(uri)).slice(0, 8)}${ending}`;
}

/** Tells plans from other files, as `lint FOLDER` does, and finds the plan that refers to a file. */
export class Recognition {
  private readonly guessed = new Map<string, { readonly text: string; readonly isPlan: boolean }>();
  private readonly owners = new Map<string, string | undefined>();

  constructor(private readonly files: OpenFiles) {}

  /** True if an open document is a plan, by its name or its content. An empty one, which lint counts as a plan, is none yet. */
  isPlan(path: string): boolean {
    if (isSitecamFile(path)) return false;
    const text = this.files.at(path)?.text ?? '';
    const known = this.guessed.get(path);
    if (known?.text === text) return known.isPlan;
    const isPlan = isNamedPlan(path) || (text.trim() !== '' && guessFile(new TextEncoder().encode(text)) === 'plan');
    this.guessed.set(path, { text, isPlan });
    return isPlan;
  }

  /** Returns a plan in the folder of a file, or in the one above, that refers to it; undefined if there is none. */
  planReferringTo(path: string): string | undefined {
    if (!PLAN_ENDING.test(path) || isSitecamFile(path) || /(?:^|\/)node_modules\//.test(path)) return undefined;
    if (!this.owners.has(path)) this.owners.set(path, this.findOwner(path));
    return this.owners.get(path);
  }

  /** Forgets which plans refer to which files: some file is another now. */
  forgetOwners(): void {
    this.owners.clear();
  }

  private findOwner(path: string): string | undefined {
    const { io } = this.files;
    const folder = parentOf(path);
    for (const one of new Set([folder, parentOf(folder)])) {
      const entries = io.list(one === '' ? '.' : one) ?? [];
      const names = entries.filter(
        ({ name, kind }) => kind === 'file' && PLAN_ENDING.test(name) && !isSitecamFile(name),
      );
      for (const { name } of names.slice(0, MOST_BESIDE)) {
        const plan = one === '' ? name : `${one}/${name}`;
        const bytes = attempt(() => io.peek(plan));
        if (bytes === undefined || !referencesOf(plan, bytes).includes(path)) continue;
        if (guessFile(bytes) === 'plan') return plan;
      }
    }
    return undefined;
  }
}

/** Most files beside a file that are looked at for the plan that refers to it. */
const MOST_BESIDE = 50;

function parentOf(path: string): string {
  return path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : '';
}
