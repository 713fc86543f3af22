/** What people type, leave out and mistype in a pattern. */
const SIGNS = [...'()[]{}*+?\\|^$.-:<>=!#&1ad'];

/** Patterns with one character taken out, put in or exchanged: all that are taken out, and some of the others. */
export function mutantsOf(pattern: string, chance: () => number): readonly string[] {
  return Array.from({ length: pattern.length + 1 }, (_, at) => {
    const before = pattern.slice(0, at);
    const behind = pattern.slice(at + 1);
    const put = before + anyOf(SIGNS, chance) + pattern.slice(at);
    return at === pattern.length ? [put] : [before + behind, put, before + anyOf(SIGNS, chance) + behind];
  }).flat();
}

function anyOf(signs: readonly string[], chance: () => number): string {
  return signs[Math.floor(chance() * signs.length)] ?? '';
}

/** Numbers from 0 up to 1 that only look like chance: the same from the same seed. */
export function chanceFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
