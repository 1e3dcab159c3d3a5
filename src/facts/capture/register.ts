// Whether a device is judged as installed, and by what the plan says so.
import type { Ground } from '../../plan/ground.js';
import type { Device } from '../../plan/model.js';

/** Phases of a project in which its devices are installed. */
const BUILT: ReadonlySet<string> = new Set(['inspection', 'acceptance', 'in-use']);

/**
 * How the plan says that a device is installed: `stated` of the device itself, or `by-phase`, by the phase of the
 * project alone.
 */
export type Installed = 'stated' | 'by-phase';

/** Returns how the plan says that the device is installed; undefined if it is planned or removed. */
export function installedBy({ project }: Ground, { status, statusUnsaid }: Device): Installed | undefined {
  if (status === 'existing') return 'stated';
  return statusUnsaid === true && project !== undefined && BUILT.has(project.phase) ? 'by-phase' : undefined;
}

/**
 * Returns how the plan says that all of the devices are installed: `by-phase` if only the phase of the project says
 * so of at least one. Undefined if there are no devices, or if one is planned or removed.
 */
export function allInstalledBy(site: Ground, devices: readonly Device[]): Installed | undefined {
  const ways = devices.map((device) => installedBy(site, device));
  if (ways.length === 0 || ways.includes(undefined)) return undefined;
  return ways.includes('by-phase') ? 'by-phase' : 'stated';
}
