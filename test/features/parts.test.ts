import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { checkHover, checkNoHover } from '../support/hover.ts';

suite('hover on parts of arguments', () => {
  test('of regular expressions', () => {
    checkHover('RedirectMatch ‸^/a /b\n', { on: '^', says: ['the beginning of the text'] });
    checkHover('RedirectMatch ‸(a)(?<b>c) /b\n', { on: '(', says: ['group 1.'] });
    checkHover('RedirectMatch (a)(?‸<b>c) /b\n', { on: '(?<b>', says: ['group 2, which is named `b`'] });
    checkHover('RedirectMatch (?‸:a) /b\n', { on: '(?:', says: ['no number'] });
    checkHover('RedirectMatch a‸\\. /b\n', { on: '\\.', says: ['`.` itself'] });
    checkHover('RedirectMatch [^‸a] /b\n', { on: '[^a]', says: ['none of these'] });
    checkHover('RedirectMatch a‸{2,3} /b\n', { on: '{2,3}', says: ['2 to 3 times'] });
    checkHover('RedirectMatch a‸{2,} /b\n', { on: '{2,}', says: ['2 times or more often'] });
    checkHover('<If "%{REQUEST_URI} =~ m#[‸a-z]#">\n</If>\n', { on: '[a-z]', says: ['one of these'] });
    checkHover('RewriteRule (a|‸(b)) /b\n', { on: '(', says: ['group 2.'] });
    checkNoHover('RedirectMatch ab‸cd /b\n');
  });

  test('a quantifier behind another one', () => {
    checkHover('RedirectMatch a‸* /b\n', { on: '*', says: ['any number of times'] });
    checkHover('RedirectMatch aa‸+? /b\n', { on: '+', says: ['once or more often'] });
    checkHover('RedirectMatch aa+‸? /b\n', { on: '?', says: ['as few as possible'] });
    checkHover('RedirectMatch aa?‸+b /b\n', { on: '+', says: ['as many as possible'] });
  });

  test('what something is that httpd takes as it stands', () => {
    checkHover('Timeout 3‸0\n', { on: '30', says: ['The argument *seconds* of `Timeout`', 'Default: `Timeout 60`'] });
    checkHover('AddType text/‸x .x\n', { on: 'text/x', says: ['*media type* of `AddType`', '#addtype'] });
    checkHover('DocumentRoot "/srv/‸www"\n', { on: '/srv/www', says: ['*directory* of `DocumentRoot`'] });
  });

  test('a fault says what is wrong, hover nothing else', () => {
    assert.throws(() => {
      checkHover('RedirectMatch a*‸* /b\n', { on: '**' });
    });
  });
});
