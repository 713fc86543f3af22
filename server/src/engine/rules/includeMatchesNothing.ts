import { nameOf } from '../base/paths.ts';
import type { IncludeFault } from '../evaluation/includes.ts';
import { INCLUDE_KEYS, includeLine, renameFile, severityOf, whereLooked, type IncludeLine } from './includeLine.ts';
import { meantNames } from './includeNames.ts';
import { renameFix } from './rename.ts';
import type { Rule } from './rule.ts';

/** An Include whose pattern fits nothing (httpd-config 4.2). */
export const includeMatchesNothing: Rule = {
  code: 'include-matches-nothing',
  keys: INCLUDE_KEYS,
  directive(directive, ask) {
    const line = includeLine(directive);
    const fault = line && faultOf(line);
    if (!line || !fault) return [];
    const [meant] = meantNames(ask, line, directive.step.uri);
    const severity = severityOf(line, ask, meant !== undefined);
    if (!severity) return [];
    const question = meant === undefined ? '' : ` Was \`${meant}\` meant?`;
    const why = `${whereLooked(line)} \`Include\` must find something; \`IncludeOptional\` need not.`;
    return [{ span: line.span, severity, message: messageOf(line, fault) + question, why }];
  },
  fixes(context) {
    const { directive, ask, step } = context;
    const line = directive && includeLine(directive);
    if (!line || !faultOf(line)) return [];
    const names = meantNames(ask, line, step.uri);
    const renamed = names.flatMap((name) => {
      const edits = renameFile(context, line, name);
      return edits ? [{ title: `Change to ${name}`, safe: false, preferred: names.length === 1, edits }] : [];
    });
    return [...renamed, renameFix(context, 'IncludeOptional', { preferred: renamed.length === 0, safe: false })];
  },
};

function faultOf({ faults }: IncludeLine): IncludeFault | undefined {
  return faults.find(({ what }) => what === 'no-match' || what === 'no-folder');
}

function messageOf({ name }: IncludeLine, { what, uri }: IncludeFault): string {
  if (what === 'no-folder') return `There is no folder \`${nameOf(uri)}\`.`;
  return `Nothing fits the pattern \`${name.value.text}\`.`;
}
