import type { Problem } from './kind.ts';
import { wholeWord } from './wholeWord.ts';

/** A port, or two with `-` between (modules/proxy/mod_proxy_connect.c, `set_allowed_ports`). */
export const ports = wholeWord('ports', 'number', (text) =>
  /^\d+(?:-\s*[+-]?\d+)?$/.test(text) ? undefined : noPorts(text),
);

function noPorts(text: string): Problem {
  return {
    code: 'number-range',
    message: `\`${text}\` is no port: it must be a number, or two with \`-\` between.`,
    why: 'httpd refuses the line.',
  };
}
