import type { Settings } from '../../server/src/engine/engine.ts';
import { mainOf, type Input, type Step } from '../support/oracle/oracle.ts';

/** A configuration as the real httpd and htconf read it. */
export interface Case {
  /** `group/name`. */
  readonly id: string;
  readonly group: string;
  /** How httpd reads it. The lines of its text are what a verdict counts. */
  readonly input: Input;
  /** The last step that httpd is asked for. */
  readonly steps: Step;
  /** Whole lines that htconf reads in front of the text; empty for none. */
  readonly before: string;
  /** Of a `.htaccess`: the main configuration of its folder, as htconf reads it. */
  readonly main?: string;
  /** What htconf is told. */
  readonly uri: string;
  readonly settings: Partial<Settings>;
  /** What one of them is told and the other cannot be told, so that they need not agree; empty for nothing. */
  readonly untold: string;
  /** Lines that an error may mark as well as the one that httpd names, such as that of the tag at fault. */
  readonly tags: readonly number[];
  /** The oldest httpd that judges so, such as `2.4.69`; empty where any does. */
  readonly since: string;
}

/** `A=b C=d` as names with values. */
export function parseEnvironment(list: string): Readonly<Record<string, string>> {
  return Object.fromEntries(words(list).map((pair) => splitAt(pair, pair.indexOf('='))));
}

/** The words of a list with blanks between them; none in an empty list. */
export function words(list: string): readonly string[] {
  return list.split(' ').filter((word) => word !== '');
}

/** How a main configuration of Debian's httpd is read, with nothing left unknown; up to `configtest` where `steps` is empty. */
export function asMain(
  { prelude = '', environment = {}, defines = [] }: Input,
  steps: Step | '' = '',
): Pick<Case, 'steps' | 'before' | 'uri' | 'settings'> {
  return {
    steps: steps === '' ? 'configtest' : steps,
    before: prelude,
    uri: 'file:///srv/httpd/httpd.conf',
    settings: { environment, defines, staticModules: 'debian' },
  };
}

/** How a `.htaccess` is read, with the main configuration that the judge has, so that nothing is left unknown. */
export function asHtaccess(input: Input): Pick<Case, 'steps' | 'before' | 'main' | 'uri' | 'settings'> {
  const { environment = {}, defines = [] } = input;
  return {
    steps: 'request',
    before: '',
    main: mainOf(input),
    uri: 'file:///srv/httpd/htdocs/.htaccess',
    settings: { environment, defines, staticModules: 'debian' },
  };
}

function splitAt(pair: string, at: number): readonly [string, string] {
  return [pair.slice(0, at), pair.slice(at + 1)];
}
