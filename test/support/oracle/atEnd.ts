const waiting = new Set<() => void>();

/**
 * Does something when the process ends, be it by Ctrl-C. The result does it at once instead, and only once.
 */
export function atEnd(clear: () => void): () => void {
  if (waiting.size === 0) watch();
  waiting.add(clear);
  return () => {
    if (waiting.delete(clear)) clear();
    if (waiting.size === 0) unwatch();
  };
}

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

function watch(): void {
  process.on('exit', clearAll);
  for (const signal of signals) process.on(signal, endBy);
}

function unwatch(): void {
  process.off('exit', clearAll);
  for (const signal of signals) process.off(signal, endBy);
}

function clearAll(): void {
  for (const clear of waiting) clear();
  waiting.clear();
  unwatch();
}

/** The signal is sent again, now that nobody here listens to it: the process ends as if it had not been caught. */
function endBy(signal: NodeJS.Signals): void {
  clearAll();
  process.kill(process.pid, signal);
}
