// Finds the plans that the arguments of a command name.

import { memoizeByName } from '../../base/memo.js';
import { byCodeUnit } from '../../base/order.js';
import type { Text } from '../../i18n/catalogue.js';
import { type Localized, verbatim } from '../../i18n/locale.js';
import { type FileGuess, guessFile, referencesOf } from '../../plan/file-guess.js';
import { isNamedPlan, isSitecamFile, PLAN_ENDING } from '../../plan/file-names.js';
import { planFileText } from '../../plan/read/texts.js';
import type { Io } from '../io.js';
import { t } from './filter/texts.js';
import { type Glob, globOf, isPattern } from './glob.js';
import { nearestPath } from './missing.js';
import { sitecamFileFault } from './names.js';
import type { PassedOver, PlanInput, SelectedPlans } from './types.js';
import { pathWithin, walkFolder } from './walk.js';

/** The plans found, and the scope of each argument: which paths it covers, existing or not. */
export interface Gathered extends SelectedPlans {
  /** For each fault in `plans`, the scope of the argument that caused it. */
  readonly asked: ReadonlyMap<PlanInput, Covers>;
  /** Scopes of all arguments. */
  readonly scopes: readonly Covers[];
}

/** True if a path, existing or not, belongs to the scope of an argument. */
type Covers = (path: string) => boolean;

/** Way in which a file was found. The more exactly it was named, the less it must look like a plan. */
type Way = 'named' | 'pattern' | 'folder';

interface SearchOptions {
  /** True if named files that are no plans are passed over. */
  readonly ignoreUnknown: boolean;
  /** True if files that .gitignore names and hidden folders are included. */
  readonly all: boolean;
}

/**
 * Returns the plans that `args` name (files, folders, patterns), each once.
 *
 * @param how whether named files that are no plans are passed over or are a fault, and whether ignored files and hidden
 *   folders are included
 */
export function findPlans(args: readonly string[], io: Io, how: SearchOptions): Gathered {
  const gathering = new Gathering(io, how);
  for (const arg of args) {
    const kind = io.kind(arg);
    if (kind === 'file') gathering.add(io.shown(arg), 'named');
    else if (kind === 'folder') gathering.folder(arg);
    else if (kind === 'other') gathering.nothing(arg, planFileText.notAFile({ file: io.shown(arg) }));
    else if (isPattern(arg)) gathering.pattern(arg, globOf(arg, io));
    else gathering.missing(arg);
  }
  return gathering.result();
}

/** Collects candidate files and faults, argument by argument. */
class Gathering {
  private readonly ways = new Map<string, Way>();
  private readonly faults = new Map<string, PlanInput>();
  private readonly asked = new Map<PlanInput, Covers>();
  private readonly passedOver = new Map<string, PassedOver>();
  /** Folders and patterns, each with the files found for it. Each must yield at least one plan. */
  private readonly searches: {
    readonly text: string;
    readonly covers: Covers;
    readonly files: readonly string[];
    readonly fault: (looked: number) => Text;
  }[] = [];

  constructor(
    private readonly io: Io,
    private readonly how: SearchOptions,
  ) {}

  add(path: string, way: Way): void {
    const known = this.ways.get(path);
    if (known === undefined || RANK[way] < RANK[known]) this.ways.set(path, way);
  }

  nothing(arg: string, fault: Text, covers: Covers = () => false): void {
    const path = this.io.shown(arg) || '.';
    if (this.faults.has(path)) return;
    const input = { path, fault };
    this.faults.set(path, input);
    this.asked.set(input, covers);
  }

  missing(arg: string): void {
    const file = this.io.shown(arg);
    this.nothing(arg, planFileText.noSuchFile({ file, hint: nearestPath(arg, this.io) }), (path) => path === file);
  }

  folder(folder: string): void {
    const files: string[] = [];
    const shown = this.io.shown(folder);
    walkFolder(
      folder,
      {
        file: (path) => {
          if (PLAN_ENDING.test(path)) files.push(this.found(pathWithin(folder, path), 'folder'));
        },
        link: (path) => this.link(pathWithin(folder, path)),
        blocked: (path) => this.blocked(pathWithin(folder, path)),
        hidden: this.how.all,
        ignored: this.how.all,
      },
      this.io,
    );
    const covers = (path: string) => isBelow(path, shown);
    const fault = (looked: number) => planFileText.noPlanInFolder({ folder: shown || '.', detail: noPlan(looked) });
    this.searches.push({ text: folder, covers, files, fault });
  }

  /**
   * Collects the files of a pattern. A folder that a pattern matches is searched as if it were named, as it would be if
   * the shell expanded the pattern.
   */
  pattern(pattern: string, { folder, rest, matches, reaches, hidden }: Glob): void {
    const files: string[] = [];
    const named: string[] = [];
    let others = 0;
    const isInside = (path: string) => named.some((outer) => path.startsWith(`${outer}/`));
    if (this.io.kind(folder) === 'folder') {
      walkFolder(
        folder,
        {
          file: (path) => {
            const isMatch = matches(path);
            if (isMatch && !PLAN_ENDING.test(path)) others += 1;
            if (!PLAN_ENDING.test(path) || !(isMatch || isInside(path))) return;
            files.push(this.found(pathWithin(folder, path), isMatch ? 'pattern' : 'folder'));
          },
          enter: (path) => {
            if (isInside(path) || reaches(path) || matches(path)) {
              if (!rest.endsWith('**') && matches(path)) named.push(path);
              return true;
            }
            return false;
          },
          link: (path) => {
            if (matches(path)) this.link(pathWithin(folder, path));
          },
          blocked: (path) => this.blocked(pathWithin(folder, path)),
          hidden: hidden || this.how.all,
          ignored: this.how.all,
        },
        this.io,
      );
    }
    const shown = this.io.shown(folder) || '.';
    const covers = (path: string) =>
      isBelow(path, shown) && matches(shown === '.' ? path : path.slice(shown.length + 1));
    const fault = (looked: number) =>
      planFileText.noMatch({ pattern, detail: noMatch(shown, looked, others, this.io) });
    this.searches.push({ text: pattern, covers, files, fault });
  }

  result(): Gathered {
    const plans = this.plans();
    const linted = new Set(plans.map(({ path }) => this.io.real(path)));
    for (const { text, covers, files, fault } of this.searches) {
      if (!files.some((file) => linted.has(this.io.real(file)))) this.nothing(text, fault(files.length), covers);
    }
    const faults = [...this.faults.values()];
    return {
      plans: [...plans, ...faults],
      passedOver: [...this.passedOver.values()].sort((a, b) => byCodeUnit(a.path, b.path)),
      asked: this.asked,
      scopes: [...this.searches.map(({ covers }) => covers), ...this.asked.values()],
    };
  }

  private found(path: string, way: Way): string {
    const shown = this.io.shown(path);
    this.add(shown, way);
    return shown;
  }

  /** Records a link as passed over. A target inside the folder is found by the walk itself. */
  private link(path: string): void {
    if (!PLAN_ENDING.test(path)) return;
    const shown = this.io.shown(path);
    this.passedOver.set(shown, { path: shown, why: 'link' });
  }

  /** Records a fault for a folder that cannot be read: its content is unknown, not empty. */
  private blocked(path: string): void {
    const folder = this.io.shown(path) || '.';
    this.nothing(path, planFileText.unreadableFolder({ folder }));
  }

  private plans(): PlanInput[] {
    const chosen = [...onePerFile(this.ways, this.io)].filter(([path, way]) => this.isCandidate(path, way));
    const plans = chosen
      .filter(([path, way]) => (way === 'named' && !this.how.ignoreUnknown) || this.isPlan(path, way))
      .map(([path]) => path);
    const referred = this.referred(
      plans,
      chosen.map(([path]) => path),
    );
    for (const { path, why } of [...this.passedOver.values()]) {
      if (why === 'link' ? plans.includes(path) || this.isLinted(path, plans) : referred.has(path)) {
        this.passedOver.delete(path);
      }
    }
    const left = plans.filter((path) => !referred.has(path) || this.look(path) === 'plan');
    return left.map((path) => (isSitecamFile(path) ? sitecamFileFault(path) : { path }));
  }

  private isLinted(link: string, plans: readonly string[]): boolean {
    const real = this.io.real(link);
    return plans.some((path) => this.io.real(path) === real);
  }

  /**
   * True unless the file is one of sitecam's own. An own file that is the only argument stays, so that a fault can be
   * reported for it.
   */
  private isCandidate(path: string, way: Way): boolean {
    if (!isSitecamFile(path)) return true;
    if (way !== 'named') return false;
    if (this.ways.size === 1 && !this.how.ignoreUnknown) return true;
    this.passedOver.set(path, { path, why: 'own' });
    return false;
  }

  private isPlan(path: string, way: Way): boolean {
    if (isNamedPlan(path)) return true;
    const look = this.look(path);
    if (look === 'plan' || look === 'broken-geojson' || (way === 'pattern' && look === 'other')) return true;
    this.passedOver.set(path, { path, why: 'not-a-plan' });
    return false;
  }

  /** Returns the guess at a file, from a cache. A file that cannot be read counts as a plan. */
  private readonly look = memoizeByName((path: string): FileGuess => {
    const bytes = this.io.peek(path);
    // An empty JSON file is one that the shell has just made for a report (`> report.json`).
    const isNew = bytes?.length === 0 && /json$/i.test(path);
    return bytes === undefined ? 'plan' : isNew ? 'other' : guessFile(bytes);
  });

  /** Returns the files that `plans` refer to. Empty, without reading them, if no candidate can be a geometry file. */
  private referred(plans: readonly string[], found: readonly string[]): Set<string> {
    const referred = new Set<string>();
    if (found.length < 2 || !found.some((path) => /json$/i.test(path) && this.look(path) !== 'plan')) return referred;
    for (const path of plans) {
      const bytes = this.io.peek(path);
      if (bytes !== undefined) for (const reference of referencesOf(path, bytes)) referred.add(reference);
    }
    return referred;
  }
}

const RANK: Readonly<Record<Way, number>> = { named: 0, pattern: 1, folder: 2 };

/**
 * Returns one path for each file: the one that is no link, else the first, with the most exact way in which the file
 * was found.
 */
function onePerFile(ways: ReadonlyMap<string, Way>, io: Io): Map<string, Way> {
  const byFile = new Map<string, { path: string; way: Way }>();
  for (const [path, way] of [...ways].sort(([a], [b]) => byCodeUnit(a, b))) {
    const real = io.real(path);
    const known = byFile.get(real);
    if (known === undefined) byFile.set(real, { path, way });
    else {
      const best = RANK[way] < RANK[known.way] ? way : known.way;
      byFile.set(real, { path: io.shown(real) === path ? path : known.path, way: best });
    }
  }
  return new Map([...byFile.values()].map(({ path, way }) => [path, way]));
}

function isBelow(path: string, folder: string): boolean {
  return folder === '' || folder === '.' ? !path.startsWith('../') : path.startsWith(`${folder}/`);
}

/** Returns the detail for a folder with `looked` files with an ending of plans, none of which is a plan. */
function noPlan(looked: number): Localized {
  return looked === 0 ? t.noFiles : t.noneIsPlan({ n: looked });
}

/**
 * Returns the detail for a pattern, starting in `folder`, that matches no plan: `looked` matching files have an ending
 * of plans, `others` do not.
 */
function noMatch(folder: string, looked: number, others: number, io: Io): Localized {
  const name = verbatim(folder);
  if (io.kind(folder) !== 'folder') return t.noFolder({ folder: name, hint: nearestPath(folder, io) });
  if (looked > 0) return noPlan(looked);
  if (others > 0) return t.otherEndings({ n: others });
  return folder === '.' ? t.searchedHere : t.searched({ folder: name });
}
