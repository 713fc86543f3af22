/** Something of which the time is taken. */
export interface Measured {
  /** What is done, such as `keystroke`; and to what, such as `1,000 lines`. */
  readonly what: string;
  readonly size: string;
  /** Whose program does it. */
  readonly who: string;
  /** Does it once; milliseconds. */
  readonly run: () => Promise<number>;
}

/** The times of one thing, in milliseconds. */
export interface Times extends Omit<Measured, 'run'> {
  /** How often it was done. */
  readonly count: number;
  readonly median: number;
  /** 95 of 100 are not longer. */
  readonly high: number;
}

/** What has taken so many milliseconds, and was done so often, is left out of further rounds. */
const LONG_ENOUGH = 60_000;
const OFTEN_ENOUGH = 5;

/** How often everything is done, after so many rounds that do not count, and who is told where it is. */
export interface Rounds {
  readonly warmUp: number;
  readonly rounds: number;
  readonly tell: (sentence: string) => void;
}

/** Does everything once in each round, one after the other, so that what else the machine does falls on all of them alike. */
export async function inRounds(all: readonly Measured[], { warmUp, rounds, tell }: Rounds): Promise<Times[]> {
  const taken = all.map((): number[] => []);
  for (let round = -warmUp; round < rounds; round++) {
    tell(round < 0 ? 'Warming up' : `Round ${String(round + 1)} of ${String(rounds)}`);
    for (const [index, { run }] of all.entries()) {
      const times = taken[index] ?? [];
      if (times.length >= OFTEN_ENOUGH && sum(times) > LONG_ENOUGH) continue;
      const time = await run();
      if (round >= 0) times.push(time);
    }
  }
  return all.map(({ what, size, who }, index) => {
    const times = (taken[index] ?? []).sort((a, b) => a - b);
    return { what, size, who, count: times.length, median: at(times, 0.5), high: at(times, 0.95) };
  });
}

function sum(times: readonly number[]): number {
  return times.reduce((all, time) => all + time, 0);
}

/** The value that this share of ordered values does not go beyond. */
function at(ordered: readonly number[], share: number): number {
  return ordered[Math.max(0, Math.ceil(ordered.length * share) - 1)] ?? NaN;
}
