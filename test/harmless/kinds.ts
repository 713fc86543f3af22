/** What is tried on a text: each safe fix, all safe fixes at once, the preferred fix of the only error, formatting. */
export const KINDS = ['alone', 'together', 'preferred', 'formatting'] as const;

export type Kind = (typeof KINDS)[number];
