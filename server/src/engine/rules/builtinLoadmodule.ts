import { sourceSpan } from '../base/mapped.ts';
import { builtInKey } from '../kinds/world.ts';
import { removeLine } from './edits.ts';
import type { Rule } from './rule.ts';

/** A module that is compiled in (httpd-config 7.1, 7.3); builds differ, so only where all that it may be have it. */
export const builtinLoadmodule: Rule = {
  code: 'builtin-loadmodule',
  keys: ['loadmodule'],
  directive({ words }, ask) {
    const [identifier] = words;
    if (!identifier || identifier.hole || ask(builtInKey(identifier.value.text)) !== 'yes') return [];
    const { value } = identifier;
    return [
      {
        span: sourceSpan(value, { start: 0, end: value.text.length }),
        message: `\`${value.text}\` is built into this httpd.`,
        why: 'httpd refuses to load a module that it has anyway.',
      },
    ];
  },
  fixes: (context) => [{ title: 'Remove the line', safe: false, preferred: true, edits: [removeLine(context)] }],
};
