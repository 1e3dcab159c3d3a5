// The solver of linear programs: HiGHS, which is optional and loaded when somebody asks for suggestions.

import type { Program, Solved, Solver, Wanted } from '../../features/suggest/solver.js';
import { UsageError } from '../usage.js';

/** The functions of highs 1.15.3 that are used. */
interface Highs {
  readonly version: { readonly string: string };
  readonly infinity: number;
  createModel(): HighsModel;
}

interface HighsModel {
  readonly options: { set(values: Readonly<Record<string, boolean | number | string>>): unknown };
  passModel(model: Readonly<Record<string, unknown>>): unknown;
  run(): unknown;
  getModelStatus(): number;
  getObjectiveValue(): number;
  getSolution(): { readonly colValue: Float64Array; readonly rowDual: Float64Array };
  readonly info: { get(name: string): number | bigint };
  dispose(): void;
}

/** The package and its version, as npm takes them: package.json names the same. */
export const HIGHS = 'highs@1.15.3';

const [OPTIMAL, INFEASIBLE, UNBOUNDED_OR_INFEASIBLE] = [7, 8, 9];

/** A solution that keeps all bounds, in HiGHS. */
const FEASIBLE = 2;

/** Nodes and iterations after which one program is given up: a clock would give another answer on another machine. */
const [MOST_NODES, MOST_ITERATIONS] = [2000, 500_000];

/**
 * Returns the solver. Throws a UsageError if it isn't installed, which says how.
 */
export async function loadSolver(load: () => Promise<unknown> = () => import('highs')): Promise<Solver> {
  const highs = await loaderIn(await installed(load))();
  return (program, wanted) => solveWith(highs, program, wanted);
}

/** Returns the function that starts HiGHS: a module's own, or its default, or that of the default. */
function loaderIn(module: unknown): () => Promise<Highs> {
  if (isLoader(module)) return module;
  if (typeof module === 'object' && module !== null && 'default' in module) return loaderIn(module.default);
  throw new Error('highs has no function that starts it');
}

function isLoader(module: unknown): module is () => Promise<Highs> {
  return typeof module === 'function';
}

function solveWith(highs: Highs, program: Program, wanted: Wanted | undefined): Solved {
  const { costs, lower, upper, whole, rowLower, rowUpper, starts, rows, values } = program;
  const finite = (all: readonly number[]) =>
    all.map((one) => (Number.isFinite(one) ? one : Math.sign(one) * highs.infinity));
  const model = highs.createModel();
  try {
    model.options.set({
      output_flag: false,
      random_seed: 1,
      mip_rel_gap: 0,
      ...(wanted !== undefined && {
        mip_abs_gap: 0.999 * wanted.apart,
        ...(Number.isFinite(wanted.enough) && { objective_target: wanted.enough }),
        ...(Number.isFinite(wanted.below) && { objective_bound: wanted.below }),
      }),
      mip_max_nodes: MOST_NODES,
      simplex_iteration_limit: MOST_ITERATIONS,
    });
    model.passModel({
      numCols: costs.length,
      numRows: rowLower.length,
      colCost: costs,
      colLower: lower,
      colUpper: finite(upper),
      rowLower: finite(rowLower),
      rowUpper: finite(rowUpper),
      matrix: { format: 'csc', numRows: rowLower.length, numCols: costs.length, starts, indices: rows, values },
      ...(whole !== undefined && { integrality: whole.map((one) => (one ? 1 : 0)) }),
    });
    model.run();
    const status = model.getModelStatus();
    if (status === INFEASIBLE || status === UNBOUNDED_OR_INFEASIBLE) return NONE;
    const isFeasible = Number(model.info.get('primal_solution_status')) === FEASIBLE;
    const { colValue, rowDual } = model.getSolution();
    return {
      is: status === OPTIMAL ? 'optimal' : 'limit',
      cost: model.getObjectiveValue(),
      values: isFeasible ? colValue : new Float64Array(),
      duals: rowDual,
    };
  } finally {
    model.dispose();
  }
}

const NONE: Solved = {
  is: 'infeasible',
  cost: Number.POSITIVE_INFINITY,
  values: new Float64Array(),
  duals: new Float64Array(),
};

async function installed(load: () => Promise<unknown>): Promise<unknown> {
  try {
    return await load();
  } catch (error) {
    if (!isMissing(error)) throw error;
    throw new UsageError({
      zh: `推荐布置要用求解器 ${HIGHS}（约4 MB），它不随 sitecam 安装。请在安装 sitecam 的位置运行：npm install ${HIGHS}（sitecam 为全局安装的加 -g），再试。`,
      en: `suggesting takes the solver ${HIGHS} (4 MB), which doesn't come with sitecam. Where sitecam is installed, run  npm install ${HIGHS}  (with -g if sitecam is installed globally), then try again.`,
    });
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && /^(?:ERR_)?MODULE_NOT_FOUND$/.test(String(error.code));
}
