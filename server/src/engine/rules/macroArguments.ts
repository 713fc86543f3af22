import { inRaw } from '../evaluation/directive.ts';
import type { Rule } from './rule.ts';

/** Another number of arguments than the macro has parameters. */
export const macroArguments: Rule = {
  code: 'macro-arguments',
  keys: ['use'],
  directive(directive) {
    const { step, words } = directive;
    if (step.use?.fault !== 'count') return [];
    const parameters = step.use.parameters ?? [];
    const names = parameters.map((name) => `\`${name}\``).join(', ');
    const wanted = parameters.length === 0 ? 'takes no argument' : `takes ${String(parameters.length)}: ${names}`;
    return [
      {
        span: inRaw(step, words[0]?.span ?? directive.name),
        message: `The macro ${wanted}. Here are ${String(words.length - 1)}.`,
        why: 'httpd refuses it. A value with blanks in it needs quotes.',
      },
    ];
  },
};
