import { inRaw } from '../evaluation/directive.ts';
import { isVersion, isVersionOperator } from '../base/version.ts';
import type { Rule } from './rule.ts';

/** `<IfVersion [op] version>` with an operator or a version that httpd does not understand (httpd-config 2.2). */
export const versionTest: Rule = {
  code: 'keyword-value',
  keys: ['<ifversion'],
  directive({ words, step }) {
    const [first, second] = words;
    if (!first || words.some((word) => word.hole)) return [];
    const operator = second ? first.value.text : '=';
    const why = 'httpd refuses the tag.';
    if (!isVersionOperator(operator)) {
      const message = `httpd does not know \`${operator}\` here: it compares with \`=\`, \`>\`, \`>=\`, \`<\`, \`<=\` and \`~\`.`;
      return [{ span: inRaw(step, first.span), message, why }];
    }
    const word = second ?? first;
    const version = word.value.text.replace(/>$/, '');
    if (operator.endsWith('~') || /^\/.*\/$/.test(version) || isVersion(version)) return [];
    const message = `\`${version}\` is no version: httpd wants \`2.4\` or \`2.4.58\`, with a blank between operator and version.`;
    return [{ span: inRaw(step, word.span), message, why }];
  },
};
