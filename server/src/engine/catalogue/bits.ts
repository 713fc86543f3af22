/** The override bits of httpd-config 5.1, by name. */
export const MASK_BITS = {
  RSRC_CONF: 1,
  ACCESS_CONF: 2,
  OR_LIMIT: 4,
  OR_OPTIONS: 8,
  OR_FILEINFO: 16,
  OR_AUTHCFG: 32,
  OR_INDEXES: 64,
  PROXY_CONF: 128,
} as const;

/** A mask that every place lets pass. */
export const EVERY_BIT = Object.values(MASK_BITS).reduce((all, bit) => all | bit, 0);

export type MaskName = keyof typeof MASK_BITS;

/** The classes of AllowOverride and the bit that each grants. */
export const OVERRIDE_BITS = {
  AuthConfig: MASK_BITS.OR_AUTHCFG,
  FileInfo: MASK_BITS.OR_FILEINFO,
  Indexes: MASK_BITS.OR_INDEXES,
  Limit: MASK_BITS.OR_LIMIT,
  Options: MASK_BITS.OR_OPTIONS,
} as const;

export type OverrideClass = keyof typeof OVERRIDE_BITS;

/** What explicit checks of directives ask for: kinds of enclosing sections, and the `.htaccess` file. */
export const FAMILY_BITS = {
  VirtualHost: 1,
  Directory: 2,
  Location: 4,
  Files: 8,
  If: 16,
  Proxy: 32,
  Limit: 64,
  Require: 128,
  ProviderAlias: 256,
  MDomainSet: 512,
  htaccess: 1024,
} as const;

export type Family = keyof typeof FAMILY_BITS;

export function maskOf(names: readonly MaskName[]): number {
  return names.reduce((bits, name) => bits | MASK_BITS[name], 0);
}

export function familiesOf(names: readonly Family[] = []): number {
  return names.reduce((bits, name) => bits | FAMILY_BITS[name], 0);
}

/** The families of a set of bits, in the order of `FAMILY_BITS`. */
export function familyNames(bits: number): Family[] {
  return (Object.keys(FAMILY_BITS) as Family[]).filter((name) => (FAMILY_BITS[name] & bits) !== 0);
}

/** The AllowOverride classes of which one must be granted for a directive of this mask in `.htaccess`; none: no class does. */
export function overrideClasses(mask: number): OverrideClass[] {
  return (Object.keys(OVERRIDE_BITS) as OverrideClass[]).filter((name) => (OVERRIDE_BITS[name] & mask) !== 0);
}
