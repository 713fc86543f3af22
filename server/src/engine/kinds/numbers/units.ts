/** What letters behind a number mean to people, as a number of the unit itself. httpd reads none of them. */
export type Units = Readonly<Record<string, number>>;

const SECONDS: Units = {
  s: 1,
  sec: 1,
  secs: 1,
  second: 1,
  seconds: 1,
  m: 60,
  mi: 60,
  min: 60,
  minutes: 60,
  h: 3600,
  hours: 3600,
  d: 86_400,
  days: 86_400,
};

const BYTES: Units = { b: 1, bytes: 1, k: 1024, kb: 1024, m: 1024 ** 2, mb: 1024 ** 2, g: 1024 ** 3, gb: 1024 ** 3 };

/** By the family of kinds that counts in them. */
export const UNITS: Readonly<Record<string, Units>> = {
  integer: {},
  seconds: SECONDS,
  milliseconds: { ms: 1, s: 1000, sec: 1000, m: 60_000, min: 60_000 },
  bytes: BYTES,
  kilobytes: { k: 1, kb: 1, m: 1024, mb: 1024, g: 1024 ** 2, gb: 1024 ** 2 },
};
