import { SERVER_ROOT } from './serverRoot.ts';

/** Sorts of refusal, each told by a few of the server's words; the first that fits is the one (httpd-config 10). */
const kinds: readonly (readonly [kind: string, words: RegExp])[] = [
  ['line-too-long', /Line too long/],
  ['section-bracket', /missing closing '>'|has no closing/],
  ['section-mismatched', /Expected <\/.*> but saw/],
  ['section-unclosed', /was not closed|before end of configuration|expected token not found/],
  ['section-unopened', /without matching/],
  ['section-order', /without previous <If>/],
  ['section-empty', /contains no authorization directives/],
  ['authorization-without-effect', /has no effect in <|contains only negative/],
  ['methods', /directive (?:excludes all|specifies) methods|not register method/],
  ['include-depth', /maximum include depth/],
  // what the machine lacks
  ['module-built-in', /is built-in and can't be loaded/],
  ['crash', /^httpd crashed/],
  ['not-loopback', /beyond loopback/],
  ['module-needs-module', /Cannot load .* undefined symbol/],
  ['module-file-missing', /Cannot load .* into server/],
  ['build', /version of OpenSSL|isn't supported|known names:|not supported on this platform|does not have support/],
  ['host-name', /not be resolved|[Nn]ame or service not known|Listen setup failed|Cannot assign requested address/],
  ['user', /bad (?:user|group) name|couldn't determine user name/],
  [
    'include-missing',
    /Could not open (?:configuration file|config directory)|Include\/IncludeOptional: (?:Could not open|No matches)/,
  ],
  ['directory-missing', /access directory|is not a directory|valid directory|[Dd]irectory .*does not exist/],
  ['file-missing', /No such file or directory|does not exist or is empty|file .* not found:|Permission denied/],
  // the whole
  ['no-mpm', /No MPM loaded/],
  ['two-mpms', /More than one MPM loaded/],
  ['no-listen', /no listening sockets available/],
  ['address-in-use', /Address already in use|multiple Listeners/],
  ['authentication-missing', /need AuthName|Authentication not configured|without corresponding module/],
  // names and places
  ['unknown-command', /Invalid command '/],
  [
    'context',
    /not allowed (?:here|in <)|cannot occur within|(?:only (?:used|valid|allowed)|not valid) in|defined in a location/,
  ],
  ['module-identifier', /Can't locate API module structure/],
  ['module-unknown', /Cannot find module/],
  ['macro', /[Mm]acro /],
  ['define-name', /must not contain ':'/],
  ['version', /Version appears to be invalid|unrecognized operator/],
  // arguments
  [
    'argument-count',
    /takes? (?:no|one|two|three|additional|1-2)|requires? (?:(?:at least|exactly) )?(?:a match|one|two|three|1|2|additional)|needs at least|must have two|should have just one|[Mm]ultiple <\w+> arguments|not take an? argument|[Tt]oo many arguments|Missing (?:regular|envariable|header)|is missing|bad argument line/,
  ],
  ['flag', /must be On or Off/],
  ['mixed-signs', /Either all Options must start with/],
  ['address', /address or port is invalid|address for VirtualHost|address '.*' appears to be|specified IP address/],
  [
    'regular-expression',
    /[Rr]egex .*(?:compiled|could)|could not compile|cannot compile regular|Regular expression could/,
  ],
  ['expression', /expression|condition clause/],
  ['rewrite-flag', /Rewrite\w+: (?:unknown flag|bad flag|flag )|for flag '/],
  ['proxy-worker', /ProxySet can not find/],
  ['log-file', /could not open .*log file/],
  ['balancer', /[Cc]annot share balancer|for 'slotmem'/],
  ['tls', /\[ssl:/],
  ['provider', /Unknown Auth[nz] provider|Unknown filter provider/],
];

/** Kinds in which the machine is at fault: what is not there may be there elsewhere. */
const ofEnvironment = new Set([
  'crash',
  'not-loopback',
  'module-built-in',
  'module-file-missing',
  'build',
  'host-name',
  'user',
  'include-missing',
  'directory-missing',
  'file-missing',
]);

/**
 * Our name for the sort of refusal that the server's words tell. `value` where they tell none of the above: they say
 * what is wrong with an argument.
 */
export function kindOf(words: string): string {
  return kinds.find(([, pattern]) => pattern.test(words))?.[0] ?? 'value';
}

/** Kinds of which it counts where the server looks. */
const ofFiles = new Set(['include-missing', 'directory-missing', 'file-missing']);

/** Whether the machine is at fault, not the text. What is in the server root may have been told with the text. */
export function isOfEnvironment(kind: string, words: string, isRootTold: boolean): boolean {
  const looksInRoot = words.replace(/defined at .*/, '').includes(`${SERVER_ROOT}/`);
  return ofEnvironment.has(kind) && !(isRootTold && ofFiles.has(kind) && looksInRoot);
}
