import type { Phase, RefusedAt, Severity } from '../evaluation/finding.ts';

/** One row for each thing that htconf finds. The name is the name of the problem and never changes. */
export interface Code {
  readonly severity: Severity;
  /** Where httpd refuses it; of errors only. */
  readonly refusedAt?: RefusedAt;
  /** When httpd comes upon it; where it is absent, when the directive runs. Of errors only. */
  readonly phase?: Phase;
  /** One line for lists. */
  readonly summary: string;
  /** How an editor shows it beside its severity. */
  readonly tag?: 'unnecessary' | 'deprecated';
}

const error = (summary: string, phase?: Phase): Code => ({
  severity: 'error',
  refusedAt: 'configtest',
  summary,
  ...(phase && { phase }),
});
const warning = (summary: string): Code => ({ severity: 'warning', summary });
const info = (summary: string): Code => ({ severity: 'info', summary });
const hint = (summary: string): Code => ({ severity: 'hint', summary });

export const CODES: Readonly<Record<string, Code>> = {
  'section-missing-bracket': error('A tag without its `>`'),
  'section-mismatched': error('A closing tag that is not the one that is due', 'read'),
  'section-unopened': error('A closing tag with nothing open', 'read'),
  'section-not-closed': error('A section that is never closed', 'read'),
  'continuation-space': warning('A `\\` with blanks behind it continues nothing'),
  'comment-swallows-line': warning('A comment that ends in `\\` hides the next line'),
  'line-too-long': error('A line that is longer than httpd reads', 'read'),
  'left-out': info('What was not analysed, and why'),
  'context-comment': warning('A context comment that says nothing known'),
  'dead-branch': { ...hint('A block that is not read here'), tag: 'unnecessary' },
  'unknown-directive': error('A name that httpd does not know'),
  'removed-directive': error('A directive that httpd no longer has'),
  'deprecated-directive': { ...info('A directive that still works, but is old'), tag: 'deprecated' },
  'needs-newer-httpd': error('A directive that this httpd does not have yet', 'walk'),
  'module-not-loaded': error('A directive of a module that is not loaded', 'walk'),
  'wrong-context': error('A directive that is not allowed in this place'),
  'override-not-granted': {
    ...error('A directive in `.htaccess` that `AllowOverride` does not grant'),
    refusedAt: 'request',
  },
  'htaccess-ignored': warning('A `.htaccess` that httpd never reads'),
  'trailing-comment': error('A comment behind a directive is no comment'),
  'argument-count': error('Too few or too many arguments'),
  'directive-case': info('A name in unusual letter case'),
  'flag-value': error('Neither On nor Off'),
  'number-range': error('A number that httpd refuses, or no number'),
  address: error('An address that httpd cannot use'),
  interval: error('A time that httpd cannot read'),
  'value-ignored': warning('Words or letters that httpd reads over'),
  'keyword-value': error('A word that is not among those that httpd takes'),
  expression: error('An expression that httpd cannot read'),
  'status-code': error('A status that httpd does not know'),
  'rewrite-flags': error('Flags of a RewriteRule that httpd refuses'),
  'rewrite-condition': error('Flags or a test of a RewriteCond that httpd refuses, or takes for something else'),
  'rewrite-backreference': warning('A reference to a group that no pattern has'),
  'rewrite-condition-orphan': warning('A RewriteCond that no RewriteRule follows'),
  'server-variable': warning('A variable of a request that is not written as one, or that httpd does not have'),
  'error-document': warning('An answer of ErrorDocument that httpd does not use'),
  redirect: error('A Redirect whose arguments do not fit each other'),
  'media-type': error('A media type without a slash'),
  'options-mixed-signs': error('Options with and without sign on one line'),
  'module-identifier': error('A module identifier that is not the one of this file'),
  'module-file': error('The file of a module mistyped, or not there'),
  'dead-condition': warning('A condition that can never hold'),
  'require-provider': error('A Require that httpd does not understand'),
  'require-negative': error('A `Require not` that has no effect'),
  'section-empty': error('An authorization block without a Require'),
  'section-order': error('An `<Else>` without its `<If>`'),
  method: error('A method that httpd refuses'),
  regex: error('A regular expression that httpd cannot compile'),
  'define-name': error('A name that Define refuses'),
  'unknown-macro': error('A macro that is not defined'),
  'macro-arguments': error('Too few or too many arguments for a macro'),
  'macro-definition': error('A macro that httpd refuses'),
  'undefined-variable': warning('A variable that nothing defines'),
  'include-missing': error('An included file that is not there'),
  'include-matches-nothing': error('An Include whose pattern fits nothing'),
  'include-cycle': error('An Include that never ends'),
  'include-backup-file': warning('An Include that also reads copies which an editor or a package has left'),
  'error-directive': error('`Error` stops httpd here'),
  'no-mpm': error('No module that takes the connections', 'mpm'),
  'several-mpms': error('More than one module that takes the connections', 'mpm'),
  'duplicate-loadmodule': warning('A module that is loaded already'),
  'builtin-loadmodule': error('A module that httpd has built in'),
  'module-needs-module': error('A module without another that it needs'),
  'no-listen': { ...error('Nothing says at which port to listen'), refusedAt: 'start' },
  'duplicate-listen': error('A second `Listen` for the same address and port'),
  'overlapping-listen': { ...error('A `Listen` for an address that another has taken'), refusedAt: 'start' },
  'duplicate-vhost': warning('A virtual host that is never chosen'),
  'vhost-without-listen': warning('A virtual host at a port at which nothing listens'),
  'missing-servername': info('The main server has no `ServerName`'),
  'suppress-without-reason': hint('A suppress comment without a reason'),
  'suppress-unused': hint('A suppress comment that suppresses nothing'),
  'suppress-unknown': hint('A suppress comment for a code that does not exist'),
};

export function codeOf(name: string): Code {
  const code = CODES[name];
  if (!code) throw new Error(`no code ${name}`);
  return code;
}

/** Where this project is at home. */
export const PROJECT = 'https://github.com/htconf/htconf';

/** The address of the page of a code. */
export function pageAddress(code: string): string {
  return `${PROJECT}/blob/main/docs/rules/${code}.md`;
}
