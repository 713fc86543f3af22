import { readFileSync } from 'node:fs';

const names = ['www-data', 'daemon', 'nobody'];

/** Directives that name the user a server becomes when root starts it: it does not serve as root. None for others. */
export function serverUser(): readonly string[] {
  if (process.getuid?.() !== 0) return [];
  const users = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'));
  const user = names.map((name) => users.find(([other]) => other === name)).find((row) => row !== undefined);
  const [name, , , group] = user ?? [];
  return name !== undefined && group !== undefined ? [`User ${name}`, `Group #${group}`] : [];
}
