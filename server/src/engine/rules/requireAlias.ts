import { sourceSpan } from '../base/mapped.ts';
import { providersOf } from '../catalogue/catalogue.ts';
import { inRaw, type Directive } from '../evaluation/directive.ts';
import type { Fact } from '../evaluation/finding.ts';
import type { FactHere, FoundAt, Rule } from './rule.ts';

/** An `<AuthzProviderAlias>` makes this name for `Require`. */
const MADE = 'authz-alias-made';
/** A `Require` asks for a name that is none of httpd's own. */
const USED = 'authz-alias-used';

/** A `Require` above the `<AuthzProviderAlias>` that makes its name (httpd-config 8.6). */
export const requireAlias: Rule = {
  code: 'require-provider',
  keys: ['require', '<authzprovideralias'],
  facts: (directive) => (directive.key === 'require' ? uses(directive) : makes(directive)),
  needs: [USED],
  reads: [MADE],
  whole: (facts) => tooEarly(facts),
};

function makes({ step, words: [, name] }: Directive): FactHere[] {
  return name && !name.hole ? [{ kind: MADE, value: name.value.text, span: inRaw(step, name.span) }] : [];
}

/** A name that nobody makes is found where the argument is read. */
function uses({ words: [word], parts: [parts = []] }: Directive): FactHere[] {
  const provider = parts.find(({ role }) => role === 'provider');
  if (!word || word.hole || !provider || provider.problem) return [];
  const value = word.value.text.slice(provider.span.start, provider.span.end).replace(/^["']|["']$/g, '');
  if (providersOf('authz').some(({ name }) => name === value)) return [];
  return [{ kind: USED, value, span: sourceSpan(word.value, provider.span) }];
}

function tooEarly(facts: readonly Fact[]): FoundAt[] {
  return facts.flatMap((fact, at) => {
    if (fact.kind !== USED) return [];
    const [first, ...others] = facts.filter(({ kind, value }) => kind === MADE && value === fact.value);
    if (!first || others.length > 0 || facts.indexOf(first) < at || first.place.truth !== 'yes') return [];
    const { ref, place, span, value } = fact;
    return [
      {
        ref,
        place,
        span,
        message: `\`${value}\` is made only further down, by an \`<AuthzProviderAlias>\`.`,
        why: 'httpd does not know the name yet, and refuses the line.',
        related: [{ ref: first.ref, span: first.span, message: 'It is made here.' }],
      },
    ];
  });
}
