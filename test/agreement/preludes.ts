import { resolve } from 'node:path';
import { readText } from './readText.ts';

/** A set of modules and a port to listen on, by its name in `preludes/`; nothing for `none`. */
export function prelude(name: string): { readonly prelude?: string } {
  return name === 'none' ? {} : { prelude: readText(resolve('test/agreement/preludes', `${name}.conf`)) };
}
