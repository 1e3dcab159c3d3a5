// Availability of pre-commit for tests of the hook.
import { spawnSync } from 'node:child_process';

/** True if this machine has pre-commit, git and npm. */
export const hasPreCommit = ['pre-commit', 'git', 'npm'].every(
  (name) => spawnSync(name, ['--version'], { stdio: 'ignore' }).status === 0,
);
