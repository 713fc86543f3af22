/** Work of up to so many milliseconds is not felt while typing. */
const SHORT = 20;

/** A piece of work; gives the milliseconds for which nothing else could be done. */
type Work = () => Promise<number>;

/**
 * Does work again after each change. Short work is done as soon as the message at hand is done with; long work waits as
 * long as it took the last time, so that at least half of the time is left for what the user does. It always sees the
 * newest state: a change while it waits is not waited for anew.
 */
export function createPace(work: Work): () => void {
  let last = 0;
  let state: 'idle' | 'waiting' | 'working' | 'working, and due again' = 'idle';

  function soon(): void {
    if (state === 'working') state = 'working, and due again';
    if (state !== 'idle') return;
    state = 'waiting';
    setTimeout(() => void run(), last <= SHORT ? 0 : last);
  }

  async function run(): Promise<void> {
    state = 'working';
    last = await work();
    const isDue = isDueAgain();
    state = 'idle';
    if (isDue) soon();
  }

  function isDueAgain(): boolean {
    return state === 'working, and due again';
  }

  return soon;
}
