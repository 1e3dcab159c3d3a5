// The public entry `sitecam-lint/session`: one plan kept read and judged while it changes.
export type { PortableOptions } from '../lint/support/portable.js';
export { createSession } from './session.js';
export type {
  Change,
  Commit,
  DeviceFigures,
  Difference,
  Files,
  PoseCell,
  PoseMap,
  Session,
  SessionInput,
  Update,
} from './types.js';
