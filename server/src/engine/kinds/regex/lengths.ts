/** How many characters something takes, at least and at most; `most` is Infinity where there is no limit. */
export interface Length {
  readonly least: number;
  readonly most: number;
}

export const NONE: Length = { least: 0, most: 0 };
export const ONE: Length = { least: 1, most: 1 };
export const ANY: Length = { least: 0, most: Infinity };

/** One behind the other. */
export function sum(a: Length, b: Length): Length {
  return { least: a.least + b.least, most: a.most + b.most };
}

/** A branch whose last item is repeated `least` to `most` times. Without a limit even nothing counts as endless. */
export function repeated(branch: Length, item: Length, { least, most }: Length): Length {
  return {
    least: branch.least + item.least * (least - 1),
    most: branch.most === Infinity || most === Infinity ? Infinity : branch.most + item.most * (most - 1),
  };
}

/** Of several branches. */
export interface BranchLengths extends Length {
  /** One of them has no fixed length. */
  readonly varies: boolean;
}

export function withBranch(before: BranchLengths | undefined, branch: Length): BranchLengths {
  return {
    least: Math.min(before?.least ?? Infinity, branch.least),
    most: Math.max(before?.most ?? 0, branch.most),
    varies: before?.varies === true || branch.least !== branch.most,
  };
}

const LONGEST_LOOKBEHIND = 65_535;
const LONGEST_VARYING_LOOKBEHIND = 255;

/**
 * Whether every PCRE2 refuses a lookbehind: 10.43 and later take branches of varying length, up to 255 characters;
 * those before take only fixed ones.
 */
export function isRefusedLookbehind({ most, varies }: BranchLengths): boolean {
  return most > (varies ? LONGEST_VARYING_LOOKBEHIND : LONGEST_LOOKBEHIND);
}
