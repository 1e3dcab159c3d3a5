// Tidies up when a signal ends the process.

/** Signals by which people and systems end a program. */
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Handle of the listeners for the end of the process. */
export interface Listening {
  /** Removes the listeners. */
  readonly stop: () => void;
  /**
   * Runs `act`, which may wait for another process, such as one that reads a pipe slowly. A signal during it ends the
   * process at once, without tidying: no JavaScript can run while the system call waits.
   */
  readonly aside: (act: () => void) => void;
}

/**
 * Runs `tidy` when the process exits or a signal ends it, and then lets the signal end it as usual. SIGKILL cannot be
 * caught. Until stopped, a file that exceeds the size limit of the user causes an error instead of ending the process
 * (SIGXFSZ).
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

/** Waits one turn of the event loop, so that handlers of signals that came while files were written can run. */
export function yieldToSignals(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
