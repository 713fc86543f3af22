import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { refusal, serverOffer } from '../../server/src/engine/catalogue/contexts.ts';
import { entryOf } from '../../server/src/engine/catalogue/catalogue.ts';
import { check } from '../support/check.ts';
import { readTable, words } from './readTable.ts';

/**
 * Each row is a directive, and words that httpd 2.4.71 (Debian, 64 bits) took and refused when they were put behind it.
 * What it refuses of the words that are `left` depends on how it was built, or on its release.
 */
suite('numbers, sizes and times', () => {
  for (const { directive = '', taken = '', refused = '' } of readTable('numbers')) {
    test(directive, () => {
      assert.deepEqual(refusedOf(directive, [...words(taken), ...words(refused)]), words(refused));
    });
  }
});

test('a negative time was taken before 2.4.49, so where the release is not known it is a warning', () => {
  assert.equal(severityOf('KeepAliveTimeout -1', '2.4.48'), 'warning');
  assert.equal(severityOf('KeepAliveTimeout -1', undefined), 'warning');
  assert.equal(severityOf('KeepAliveTimeout -1', '2.4.49'), 'error');
});

function severityOf(line: string, httpdVersion: string | undefined): string | undefined {
  const found = check(`${line}\n`, URI, { modules: 'all', ...(httpdVersion !== undefined && { httpdVersion }) });
  return found.find(({ code }) => code === 'interval')?.severity;
}

/** Those words in which an error is found. */
function refusedOf(directive: string, all: readonly string[]): string[] {
  return all.filter((word) => {
    const text = `${directive} ${word}\n`;
    const settings = { modules: 'all', httpdVersion: '2.4.71', environment: {}, defines: [] } as const;
    const found = check(isForServer(directive) ? text : `<Directory "/b">\n${text}</Directory>\n`, URI, settings);
    return found.some(({ severity }) => severity === 'error');
  });
}

const URI = 'file:///etc/httpd/httpd.conf';

function isForServer(directive: string): boolean {
  const entry = entryOf(directive.toLowerCase());
  return entry !== undefined && refusal(entry, 1, serverOffer) === undefined;
}
