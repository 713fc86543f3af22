import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { check } from '../support/check.ts';
import { readTable, words } from './readTable.ts';

/** The section around the line, by the word that stands for it in the table. */
const SECTIONS: Readonly<Record<string, string>> = {
  vhost: 'VirtualHost *:80',
  directory: 'Directory "/b"',
  location: 'Location "/b"',
  files: 'Files "b"',
  if: 'If "true"',
  proxy: 'Proxy "*"',
};

/** Each row is a line, and the places in which httpd 2.4.71 took and refused it. */
suite('redirects', () => {
  for (const { line = '', taken = '', refused = '' } of readTable('redirects')) {
    test(line, () => {
      const all = [...words(taken), ...words(refused)];
      assert.deepEqual(
        all.filter((place) => isRefused(line, place)),
        words(refused),
      );
    });
  }
});

function isRefused(line: string, place: string): boolean {
  const section = SECTIONS[place];
  const text = section === undefined ? `${line}\n` : `<${section}>\n${line}\n</${section.split(' ')[0] ?? ''}>\n`;
  const found = check(`Listen 80\n${text}`, 'file:///etc/httpd/httpd.conf', {
    modules: 'all',
    environment: {},
    defines: [],
  });
  return found.some(({ severity }) => severity === 'error');
}
