import { nearNames } from '../base/spelling.ts';
import { providersOf } from '../catalogue/catalogue.ts';
import type { Kind, Problem } from './kind.ts';
import { isClosedWorld, providerKey } from './world.ts';
import { changesTo } from './meant.ts';

/** Who looks after names and passwords: a provider of a module, or an alias of `<AuthnProviderAlias>`; letter case counts. */
export const authnProvider: Kind = {
  id: 'authn-provider',
  parse({ value }, ask) {
    const name = value.text;
    const span = { start: 0, end: name.length };
    const names = providerNames();
    if (names.includes(name)) return [{ span, role: 'provider', key: name }];
    if (name === '' || ask(providerKey('authn', name))) return [{ span, role: 'provider' }];
    const near = nearNames(name, names);
    const sure = isClosedWorld(ask) || near.length === 1;
    return [{ span, role: 'provider', ...(sure && { problem: problem(name, near) }) }];
  },
  suggest: () => providersOf('authn').map(({ name, module }) => ({ text: name, role: 'provider', detail: module })),
};

function providerNames(): string[] {
  return providersOf('authn').map((provider) => provider.name);
}

function problem(name: string, near: readonly string[]): Problem {
  return {
    code: 'keyword-value',
    message: `There is no provider \`${name}\`.`,
    why: 'httpd refuses the line. Letter case counts here.',
    repairs: changesTo(near),
  };
}
