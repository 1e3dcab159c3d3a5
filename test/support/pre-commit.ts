import { spawnSync } from 'node:child_process';

/** Whether this machine has pre-commit, git and npm. */
export const hasPreCommit = ['pre-commit', 'git', 'npm'].every(
  (name) => spawnSync(name, ['--version'], { stdio: 'ignore' }).status === 0,
);
