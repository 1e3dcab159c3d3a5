// Types of fixes that are not proved yet.
import type { Device } from '../../plan/model.js';
import type { Fix, LintVerdict } from '../types.js';

/** An edit that may settle some findings and becomes a fix once it is proved. */
export interface Proposal extends Fix {
  readonly settles: readonly LintVerdict[];
  /**
   * A device that must stand in the same zones after the edit: if it turned into its wall it would count to the zone
   * behind.
   */
  readonly device?: Device;
}
