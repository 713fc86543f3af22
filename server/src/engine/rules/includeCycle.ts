import { nameOf } from '../base/paths.ts';
import { removeLine } from './edits.ts';
import { CYCLE, INCLUDE_KEYS, includeLine, type IncludeLine } from './includeLine.ts';
import type { Rule } from './rule.ts';

/** An Include that leads back to a file that is being read (httpd-config 4.3). */
export const includeCycle: Rule = {
  code: 'include-cycle',
  keys: INCLUDE_KEYS,
  directive(directive) {
    const line = includeLine(directive);
    const fault = line && cycleIn(line);
    if (!line || !fault) return [];
    const { what, uri } = fault;
    if (what === 'link-cycle') {
      const message = `A link in the folder \`${nameOf(uri)}\` leads back to it, so this never ends.`;
      return [{ span: line.span, message, why: 'httpd follows the links until the path is too long, and stops.' }];
    }
    const isItself = uri === directive.step.uri;
    const message = isItself
      ? 'This file includes itself, so this never ends.'
      : `\`${nameOf(uri)}\` is being read already, and leads here again, so this never ends.`;
    return [{ span: line.span, message, why: 'httpd goes on until the files are 128 deep, and then gives up.' }];
  },
  facts(directive) {
    const line = includeLine(directive);
    return line && cycleIn(line) ? [{ kind: CYCLE, value: '', span: line.span }] : [];
  },
  fixes(context) {
    // The line may have led on the first time that it was read.
    const { files = [], faults = [] } = (context.directive && includeLine(context.directive))?.included ?? {};
    if (files.length + faults.length !== 1) return [];
    return [{ title: 'Remove the line', safe: false, preferred: false, edits: [removeLine(context)] }];
  },
};

function cycleIn({ faults }: IncludeLine): IncludeLine['faults'][number] | undefined {
  return faults.find(({ what }) => what === 'cycle' || what === 'link-cycle');
}
