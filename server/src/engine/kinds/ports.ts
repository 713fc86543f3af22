import type { Kind } from './kind.ts';

/** A port, or two with `-` between (modules/proxy/mod_proxy_connect.c, `set_allowed_ports`). */
export const ports: Kind = {
  id: 'ports',
  parse({ value: { text } }) {
    const isPorts = /^\d+(?:-\s*[+-]?\d+)?$/.test(text);
    return [{ span: { start: 0, end: text.length }, role: 'number', ...(!isPorts && { problem: problem(text) }) }];
  },
  suggest: () => [],
};

function problem(text: string) {
  return {
    code: 'number-range',
    message: `\`${text}\` is no port: it must be a number, or two with \`-\` between.`,
    why: 'httpd refuses the line.',
  };
}
