/** By what people and machines end a program. */
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** What listens for the end of the process. */
export interface Listening {
  readonly stop: () => void;
  /**
   * Does what may wait for others, a pipe that is read slowly, and can be ended meanwhile: a signal then ends the process at
   * once, without tidying, since nothing of ours runs while the system waits.
   */
  readonly aside: (act: () => void) => void;
}

/**
 * Has `tidy` run where the process ends, by whatever but a kill that asks nobody; a signal ends it then as it would have.
 * A file that grows beyond what the user may write is an error meanwhile, not the end.
 */
export function onInterruption(tidy: () => void): Listening {
  const ended = (signal: NodeJS.Signals): void => {
    tidy();
    stop();
    process.kill(process.pid, signal);
  };
  const listen = (): void => {
    for (const signal of SIGNALS) process.on(signal, ended);
  };
  const ignore = (): void => {
    for (const signal of SIGNALS) process.off(signal, ended);
  };
  const stop = (): void => {
    process.off('exit', tidy);
    ignore();
    if (process.platform !== 'win32') process.off('SIGXFSZ', nothing);
  };
  process.on('exit', tidy);
  listen();
  if (process.platform !== 'win32') process.on('SIGXFSZ', nothing);
  return {
    stop,
    aside: (act) => {
      ignore();
      try {
        act();
      } finally {
        listen();
      }
    },
  };
}

function nothing(): void {}

/** Lets a signal be heard that came while files were written. */
export function yieldToSignals(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
