import type { Kind } from './kind.ts';

/** A name that Define sets (httpd-config 3.3). */
export const definedName: Kind = {
  id: 'define-name',
  parse({ value }) {
    const span = { start: 0, end: value.text.length };
    const colon = value.text.indexOf(':');
    if (colon < 0) return [{ span, role: 'variable-name' }];
    const repaired = value.text.replaceAll(':', '_');
    return [
      {
        span,
        role: 'variable-name',
        problem: {
          code: 'define-name',
          message: `The name \`${value.text}\` holds a colon.`,
          why: 'httpd refuses a name with a colon, because `${map:key}` is how mod_rewrite looks into a map.',
          repairs: [{ title: `Change to ${repaired}`, text: repaired }],
        },
      },
    ];
  },
  suggest: () => [],
};

/** A name that `<IfDefine>` looks for: any text, `!` in front. */
export const flagName: Kind = {
  id: 'flag-name',
  parse({ value, quote }) {
    const negated = quote === undefined && value.text.startsWith('!');
    const start = negated ? 1 : 0;
    const name = { span: { start, end: value.text.length }, role: 'variable-name' as const };
    return negated ? [{ span: { start: 0, end: 1 }, role: 'operator' }, name] : [name];
  },
  suggest: () => [],
};
