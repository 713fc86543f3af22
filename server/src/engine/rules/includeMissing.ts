import { isPattern } from '../base/fnmatch.ts';
import { nameOf, parentUri } from '../base/paths.ts';
import type { IncludeFault } from '../evaluation/includes.ts';
import { INCLUDE_KEYS, includeLine, renameFile, severityOf, whereLooked, type IncludeLine } from './includeLine.ts';
import { meantNames } from './includeNames.ts';
import { renameFix } from './rename.ts';
import type { Rule } from './rule.ts';

/** An Include of a file that is not there, or is none (httpd-config 4.2). */
export const includeMissing: Rule = {
  code: 'include-missing',
  keys: INCLUDE_KEYS,
  directive(directive, ask) {
    const line = includeLine(directive);
    const fault = line && faultOf(line);
    if (!line || !fault) return [];
    const [meant] = fault.what === 'missing' ? meantNames(ask, line, directive.step.uri) : [];
    const severity = fault.what === 'no-file' ? 'error' : severityOf(line, ask, meant !== undefined);
    if (!severity) return [];
    const message = MESSAGES[fault.what]?.(line, fault) ?? '';
    const question = meant === undefined ? '' : ` Was \`${meant}\` meant?`;
    return [{ span: line.span, severity, message: message + question, why: whyOf(line, fault) }];
  },
  fixes(context) {
    const { directive, ask, step } = context;
    const line = directive && includeLine(directive);
    const fault = line && faultOf(line);
    if (!line || !fault || fault.what === 'no-file') return [];
    const names = fault.what === 'missing' ? meantNames(ask, line, step.uri) : [];
    const renamed = names.flatMap((name) => {
      const edits = renameFile(context, line, name);
      return edits ? [{ title: `Change to ${name}`, safe: false, preferred: names.length === 1, edits }] : [];
    });
    return [...renamed, renameFix(context, 'IncludeOptional', { preferred: false, safe: false })];
  },
};

const MESSAGES: Partial<Record<IncludeFault['what'], (line: IncludeLine, fault: IncludeFault) => string>> = {
  missing: ({ name }, { uri }) =>
    hasPattern(name.value.text)
      ? `The folder \`${nameOf(parentUri(uri))}\` has no \`${nameOf(uri)}\`.`
      : `There is no file \`${name.value.text}\`.`,
  'dead-link': (_, { uri }) => `\`${nameOf(uri)}\` is a link that leads to nothing.`,
  'no-file': (_, { uri }) => `\`${nameOf(uri)}\` is neither a file nor a folder.`,
};

function faultOf({ faults }: IncludeLine): IncludeFault | undefined {
  return faults.find(({ what }) => what in MESSAGES);
}

function hasPattern(name: string): boolean {
  return name.split('/').some(isPattern);
}

function whyOf(line: IncludeLine, { what }: IncludeFault): string {
  if (what === 'dead-link') return 'httpd finds the link, but no file behind it, and stops.';
  if (what === 'no-file') return 'httpd reads only files: it refuses a device, and at a pipe it waits for ever.';
  if (hasPattern(line.name.value.text)) return 'What stands behind the pattern must be in each folder that fits it.';
  return whereLooked(line);
}
