// Whether a device is judged as installed, and by what the plan says so.
import type { Device, Site } from '../../plan/model.js';

/** Phases of a project in which its devices are installed. */
const BUILT: ReadonlySet<string> = new Set(['inspection', 'acceptance', 'in-use']);

/** How the plan says that a device is installed: of the device itself, or by the phase of the project alone. */
export type Installed = 'stated' | 'by-phase';

/** Returns how the plan says that the device is installed; undefined if it is planned. */
export function installedBy({ project }: Site, { status, statusUnsaid }: Device): Installed | undefined {
  if (status === 'existing') return 'stated';
  return statusUnsaid === true && project !== undefined && BUILT.has(project.phase) ? 'by-phase' : undefined;
}
