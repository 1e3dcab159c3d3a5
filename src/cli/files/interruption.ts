/** By what people and machines end a program. */
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Has `tidy` run where the process ends, by whatever but a kill that asks nobody; a signal ends it then as it would have.
 * Gives what ends this. A file that grows beyond what the user may write is an error meanwhile, not the end.
 */
export function onInterruption(tidy: () => void): () => void {
  const ended = (signal: NodeJS.Signals): void => {
    tidy();
    release();
    process.kill(process.pid, signal);
  };
  const release = (): void => {
    process.off('exit', tidy);
    for (const signal of SIGNALS) process.off(signal, ended);
    if (process.platform !== 'win32') process.off('SIGXFSZ', nothing);
  };
  process.on('exit', tidy);
  for (const signal of SIGNALS) process.on(signal, ended);
  if (process.platform !== 'win32') process.on('SIGXFSZ', nothing);
  return release;
}

function nothing(): void {}

/** Lets a signal be heard that came while files were written. */
export function turn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
