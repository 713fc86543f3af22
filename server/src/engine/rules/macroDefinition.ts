import { inRaw, type Directive } from '../evaluation/directive.ts';
import type { Found, Rule } from './rule.ts';

/** A macro that uses itself, or that has a parameter twice. */
export const macroDefinition: Rule = {
  code: 'macro-definition',
  keys: ['use', '<macro'],
  directive: (directive) => (directive.key === 'use' ? recursion(directive) : doubled(directive)),
};

function recursion({ step, words }: Directive): Found[] {
  const [name] = words;
  if (step.use?.fault !== 'recursive' || !name) return [];
  const message = `The macro \`${name.value.text}\` uses itself here.`;
  return [
    { span: inRaw(step, name.span), message, why: 'httpd refuses a macro that uses itself, also by way of others.' },
  ];
}

function doubled({ step, words }: Directive): Found[] {
  const [, ...parameters] = words;
  const seen = new Set<string>();
  const again = parameters.find(({ value: { text } }) => seen.size === seen.add(text).size);
  if (!again || again.hole) return [];
  const message = `The macro has two parameters \`${again.value.text}\`.`;
  return [{ span: inRaw(step, again.span), message, why: 'httpd refuses the macro.' }];
}
