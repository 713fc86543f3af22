/** A way httpd is built and packaged. */
export type BuildProfile = 'debian' | 'redhat' | 'homebrew' | 'upstream' | 'windows';

/** Where httpd refuses a use that lacks a module. */
export type RefusedAt = 'configtest' | 'start' | 'request';

/** A use of a module that needs others. */
export interface ModuleUse {
  readonly for: string;
  readonly needs: readonly string[];
  readonly refusedAt: readonly RefusedAt[];
}

/** What a module needs beside it, as identifiers. */
export interface ModuleNeeds {
  /** LoadModule fails unless these are loaded above it. */
  readonly load: readonly string[];
  /** The server does not start without these. */
  readonly start: readonly string[];
  /** Needed for the named use only. */
  readonly use: readonly ModuleUse[];
}

/** Debian's `a2enmod`: the name that it takes, and what it enables along or refuses. */
export interface A2enmod {
  readonly name: string;
  readonly depends: readonly string[];
  readonly conflicts: readonly string[];
  readonly hasConf: boolean;
}

/** One module of httpd, or of others. */
export interface Module {
  /** The word in `LoadModule` and `<IfModule>`; letter case counts. */
  readonly identifier: string;
  /** The other name that `<IfModule>` knows; letter case counts. */
  readonly sourceFile: string;
  /** The name of the manual. */
  readonly name: string;
  readonly thirdParty: boolean;
  /** Debian's package of a third-party module. */
  readonly package?: string;
  readonly status?: string;
  /** Page below https://httpd.apache.org/docs/2.4/. */
  readonly page?: string;
  /** File name by build; absent where that build was not seen to have it as a shared object. */
  readonly files: { readonly [build in BuildProfile]?: string };
  /** Builds that have it compiled in, where LoadModule of it is an error; absent where that is not known. */
  readonly builtIn?: readonly BuildProfile[];
  readonly a2enmod?: A2enmod;
  /** Absent where it is not known. */
  readonly needs?: ModuleNeeds;
}
