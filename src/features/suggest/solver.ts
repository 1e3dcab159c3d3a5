// The linear programs of a design, and what solves them. The solver itself is loaded by host/.

/**
 * A linear program: least cost of columns within bounds, such that the sum over the columns keeps each row within its
 * bounds. The matrix is sparse, by columns: the entries of column j are at starts[j] to before starts[j + 1].
 */
export interface Program {
  readonly costs: readonly number[];
  readonly lower: readonly number[];
  readonly upper: readonly number[];
  /** True for columns that must be whole numbers; absent: none. */
  readonly whole?: readonly boolean[];
  readonly rowLower: readonly number[];
  readonly rowUpper: readonly number[];
  readonly starts: readonly number[];
  readonly rows: readonly number[];
  readonly values: readonly number[];
}

/**
 * What a solver found. `limit`: it stopped before it was through; `values`, one for each column, are then the best found,
 * if there are any.
 */
export interface Solved {
  readonly is: 'optimal' | 'infeasible' | 'limit';
  readonly cost: number;
  readonly values: Float64Array;
  /** By row; meaningless if some columns must be whole. */
  readonly duals: Float64Array;
}

/** Limits for solving a program with whole columns: which costs count as equal, and which solutions are good enough. */
export interface Wanted {
  /** Costs that differ by less count as equal. */
  readonly apart: number;
  /** Only solutions that cost no more are wanted. */
  readonly below: number;
  /** The first solution that costs no more will do. */
  readonly enough: number;
}

/** Solves a linear program. The same program gives the same answer on every machine: no clock decides. */
export type Solver = (program: Program, wanted?: Wanted) => Solved;
