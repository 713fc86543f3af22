import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { check } from '../support/check.ts';
import { readTable } from './readTable.ts';

suite('tags', () => {
  for (const { name, text, expected } of readTable('sections')) {
    test(name, () => {
      const found = check(text, 'file:///etc/httpd/httpd.conf', { modules: 'all', environment: {}, defines: [] });
      assert.equal(found.map(({ line, code }) => `${String(line)} ${code}`).join(' '), expected);
    });
  }
});
