import type { Device } from '../../plan/model.js';
import type { Fix, LintVerdict } from '../types.js';

/** An edit that may settle some findings: proved before it becomes a fix. */
export interface Proposal extends Fix {
  readonly settles: readonly LintVerdict[];
  /** A device that must stand in the same zones afterwards: turned into its wall it would belong to what lies behind. */
  readonly device?: Device;
}
