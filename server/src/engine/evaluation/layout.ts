import type { BuildProfile } from '../catalogue/module.ts';
import type { SourceFile } from '../syntax/sourceFile.ts';

/** What only the configuration of one build has: in the URI of a file, or in lines that name a folder. */
interface Layout {
  readonly build: BuildProfile;
  readonly uri?: RegExp;
  readonly line: RegExp;
}

/** The first that fits counts. Others have `/etc/apache2`, too, so that alone says nothing. */
const LAYOUTS: readonly Layout[] = [
  {
    build: 'debian',
    uri: /\/apache2\.conf$|\/(mods|sites|conf)-(available|enabled)\//,
    line: /\b(mods|sites|conf)-enabled\/|\/usr\/lib\/apache2\/modules\/|\$\{APACHE_(RUN|LOG|LOCK|PID)_/,
  },
  { build: 'redhat', uri: /\/conf\.modules\.d\//, line: /\bconf\.modules\.d\// },
  {
    build: 'homebrew',
    uri: /\/(usr\/local|homebrew)\/etc\/httpd\//,
    line: /\/(usr\/local|homebrew)\/opt\/httpd\b|\blib\/httpd\/modules\//,
  },
  { build: 'windows', line: /(^|[\s"'])[a-z]:[\\/]/i },
];

/** Directives that name folders of the server in every layout; others do where they hold a variable. */
const NAMING: ReadonlySet<string> = new Set([
  'define',
  'defaultruntimedir',
  'include',
  'includeoptional',
  'loadmodule',
  'serverroot',
]);

/** The build that a main configuration is for, where its layout shows it. */
export function seenBuild(file: SourceFile): BuildProfile | undefined {
  return buildOfUri(file.uri) ?? LAYOUTS.find(({ line }) => namesFolder(file, line))?.build;
}

/** The same of any file, by its place alone. */
export function buildOfUri(uri: string): BuildProfile | undefined {
  return LAYOUTS.find((layout) => layout.uri?.test(uri))?.build;
}

function namesFolder({ chunks }: SourceFile, folder: RegExp): boolean {
  return chunks.some(({ lines }) =>
    lines.some((line) => (line.variable || NAMING.has(line.key)) && folder.test(line.raw)),
  );
}

/** The folder that a build has the files of modules in, as `LoadModule` has it, with its final slash. */
export function moduleFolder(build: string | undefined): string {
  if (build === 'debian') return '/usr/lib/apache2/modules/';
  return build === 'homebrew' ? 'lib/httpd/modules/' : 'modules/';
}
