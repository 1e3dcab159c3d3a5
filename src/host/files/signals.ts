// The signals that end a program.

/** Signals by which people and systems end a program. */
export const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Calls `act` at a signal that ends programs, until the returned function is called. */
export function onInterrupt(act: () => void): () => void {
  for (const signal of SIGNALS) process.on(signal, act);
  return () => {
    for (const signal of SIGNALS) process.off(signal, act);
  };
}
