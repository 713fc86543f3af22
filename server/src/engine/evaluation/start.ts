import type { Answer } from '../base/ask.ts';
import { OVERRIDE_BITS, type OverrideClass } from '../catalogue/bits.ts';
import { allModules } from '../catalogue/catalogue.ts';
import type { BuildProfile } from '../catalogue/module.ts';
import { enter, grantedOffer, htaccessOffer, serverOffer } from '../catalogue/contexts.ts';
import { ALL_GRANTED, grantOf, isRead, NOTHING_SAID, withClasses, type Override } from '../catalogue/grant.ts';
import { builtInKey, environmentKey, flagKey, KEYS, moduleKey, ownDirectiveKey, ownModuleKey } from '../kinds/world.ts';
import { possibleStarts } from '../catalogue/starts.ts';
import type { SourceFile } from '../syntax/sourceFile.ts';
import { contextComment } from './contextComment.ts';
import { buildOfUri, seenBuild } from './layout.ts';
import { mayStand } from './mayStand.ts';
import { startPlace, type Place } from './place.ts';
import { rootPaths } from './serverPaths.ts';
import type { Context, Settings } from './settings.ts';

/** How the evaluation of a file begins. */
export interface Start {
  readonly place: Place;
  readonly answers: ReadonlyMap<string, Answer>;
  /** Of a file that is perhaps never read: a sentence that says why. */
  readonly unless?: string;
}

/** A `.htaccess` whose main configuration is known: what that has told after its last line, and what may hold. */
export interface Under {
  readonly answers: ReadonlyMap<string, Answer>;
  readonly possibilities: readonly Possibility[];
}

/** What may hold for a `.htaccess`. */
export interface Possibility extends Override {
  /** Whether httpd looks for the file at all. */
  readonly read: boolean;
  /** A sentence for people: where that is said. */
  readonly said: string;
}

const HTACCESS = htaccessOffer(Object.keys(OVERRIDE_BITS) as OverrideClass[]);

/** One place of each sort, so that equal places are identical in all evaluations. */
const PLACES: Readonly<Record<Context | 'somewhere', Place>> = {
  server: startPlace([serverOffer]),
  vhost: startPlace([enter(serverOffer, '<virtualhost')]),
  directory: startPlace([enter(serverOffer, '<directory')]),
  htaccess: startPlace([HTACCESS], { htaccess: true }),
  somewhere: startPlace(possibleStarts()),
};

const MAIN_FILE = /(^|\/)(httpd|apache2)\.conf$/i;
const HTACCESS_FILE = /(^|\/|\.)htaccess$/i;

/** `as` says what the file is, where its name, its content and the settings do not tell. */
export function startOf(file: SourceFile, settings: Settings, as?: 'root' | Under): Start {
  if (typeof as === 'object') return { ...htaccessStart(as.possibilities), answers: inherited(as.answers) };
  const context = as ?? contextOf(file, settings);
  const root = context === 'root';
  const build = settings.staticModules ?? (root ? seenBuild(file) : buildOfUri(file.uri));
  const given = [...settingAnswers(settings), ...buildAnswers(build)];
  const paths = root ? rootPaths(file.uri, settings) : [];
  const kind: [string, string][] = root
    ? [
        [KEYS.file, 'root'],
        [KEYS.main, file.uri],
      ]
    : [[KEYS.open, 'yes']];
  const answers = new Map<string, Answer>([...given, ...kind, ...paths]);
  if (context === 'htaccess' && settings.allowOverride)
    return { ...htaccessStart([told(settings.allowOverride)]), answers };
  return { place: PLACES[root ? 'server' : context], answers };
}

/** A `.htaccess` of which no possibility reads it is ignored; where one of several does not, it is read perhaps. */
function htaccessStart(possibilities: readonly Possibility[]): Omit<Start, 'answers'> {
  const grants = possibilities.filter(({ read }) => read).map((one) => grantedOffer(grantOf(one, one.said)));
  const unread = possibilities.find(({ read }) => !read);
  if (!unread) return { place: startPlace(grants, { htaccess: true }) };
  if (grants.length > 0) return { place: startPlace(grants, { htaccess: true, truth: 'maybe' }), unless: unread.said };
  const offer = grantedOffer(grantOf(ALL_GRANTED, unread.said));
  return { place: startPlace([offer], { htaccess: true, ignored: true }) };
}

/** What the user says of a `.htaccess` whose main configuration is not known. */
function told(words: readonly string[]): Possibility {
  const override = withClasses(NOTHING_SAID, words);
  return { ...override, read: isRead(override), said: `htconf was told \`AllowOverride ${words.join(' ')}\`.` };
}

/** What is about the text of the main configuration alone holds no longer behind its end. */
function inherited(answers: ReadonlyMap<string, Answer>): Map<string, Answer> {
  const own = new Map(answers);
  for (const key of [KEYS.cycle, KEYS.macroHead, KEYS.macroParts, KEYS.made, KEYS.grown, KEYS.strayTags])
    own.delete(key);
  return own;
}

/** What the settings say, except of the build. */
function settingAnswers(settings: Settings): [key: string, answer: string][] {
  const answers: [string, string][] = [
    ...settings.ownDirectives.map((name): [string, string] => [ownDirectiveKey(directiveKey(name)), 'yes']),
    ...settings.ownModules.map((name): [string, string] => [ownModuleKey(name), 'yes']),
    ...(settings.defines ?? []).map((name): [string, string] => [flagKey(name), 'yes']),
    ...Object.entries(settings.environment ?? {}).map(([name, value]): [string, string] => [
      environmentKey(name),
      value,
    ]),
  ];
  if (settings.httpdVersion !== undefined) answers.push([KEYS.version, settings.httpdVersion]);
  if (settings.ownDirectives.length > 0) answers.push([KEYS.ownDirectives, settings.ownDirectives.join(' ')]);
  if (settings.defines) answers.push([KEYS.flags, 'known']);
  if (settings.environment && !settings.environmentIsPart) answers.push([KEYS.environment, 'known']);
  if (settings.checkPaths) answers.push([KEYS.checkPaths, 'yes']);
  if (settings.modules === 'all') answers.push([KEYS.modules, 'all']);
  return answers;
}

/** What is compiled in. */
function buildAnswers(build: Settings['staticModules']): [key: string, answer: string][] {
  const modules = builtIn(build).flatMap(([name, truth]): [string, string][] => [
    [moduleKey(name), truth],
    [builtInKey(name), truth],
  ]);
  return typeof build === 'string' ? [...modules, [KEYS.build, build]] : modules;
}

/** What a file is: its name, then the setting, then its comment decide. */
function contextOf(file: SourceFile, settings: Settings): Context | 'somewhere' | 'root' {
  if (HTACCESS_FILE.test(file.uri)) return 'htaccess';
  return settings.context ?? saidContext(file, settings) ?? (isMainFile(file) ? 'root' : 'somewhere');
}

/** The context that a comment in a file says, where neither its name nor a setting goes before that. */
export function saidContext(file: SourceFile, settings: Settings): Context | undefined {
  return HTACCESS_FILE.test(file.uri) || settings.context ? undefined : contextComment(file);
}

/** Whether all lines of a file may stand where a context includes it. */
export function fitsContext({ chunks }: SourceFile, context: Context): boolean {
  const lines = chunks.flatMap((chunk) => chunk.lines);
  return PLACES[context].offers.some((offer) => mayStand(lines, offer));
}

/** A main configuration has the name of one, or says where the server's root is. */
export function isMainFile(file: SourceFile): boolean {
  return MAIN_FILE.test(file.uri) || file.chunks.some((chunk) => chunk.lines.some((line) => line.key === 'serverroot'));
}

/** Whether the name of a file alone says what it is: a main configuration, or a `.htaccess`. */
export function hasTellingName(uri: string): boolean {
  return MAIN_FILE.test(uri) || HTACCESS_FILE.test(uri);
}

/** `<Name>` and `Name` as keys of the catalogue. */
function directiveKey(name: string): string {
  return name.toLowerCase().replace(/>$/, '');
}

/** Modules that are compiled in: surely those that every build has, maybe those that some build has. */
function builtIn(build: Settings['staticModules']): [string, 'yes' | 'maybe'][] {
  const named = build === undefined || typeof build === 'string' ? [] : build;
  const found = new Map<string, 'yes' | 'maybe'>(named.map((name) => [name, 'yes']));
  for (const { identifier, builtIn: builds = [] } of allModules()) {
    if (builds.length === BUILDS.length || builds.some((one) => one === build)) found.set(identifier, 'yes');
    else if (build === undefined && builds.length > 0) found.set(identifier, 'maybe');
  }
  return [...found];
}

/** The builds whose built-in modules are known. */
export const BUILDS: readonly BuildProfile[] = ['debian', 'redhat', 'homebrew', 'upstream', 'windows'];

/**
 * What is compiled in, as a person writes it: the name of a build, or module identifiers with commas or blanks between
 * them. Undefined where it is neither; empty where nothing is said.
 */
export function builtInModules(text: string): string | readonly string[] | undefined {
  const words = text.split(/[\s,]+/).filter((word) => word !== '');
  const build = BUILDS.find((one) => words.length === 1 && one === words[0]);
  return build ?? (words.every((word) => word.endsWith('_module')) ? words : undefined);
}
