import { suite, test } from 'node:test';
import { checkCompletion } from '../support/completion.ts';
import { checkHover, checkNoHover } from '../support/hover.ts';

suite('completion of flags', () => {
  test('inside the brackets, without those that are there already', () => {
    checkCompletion('RewriteRule a b [‸]\n', {
      has: ['BNE=', 'C', 'CO=', 'E=', 'L', 'NC', 'R', 'UnsafeAllow3F'],
      hasNot: ['OR', 'chain', '[L]'],
      accept: ['E=', 'RewriteRule a b [E=‸]\n'],
    });
    checkCompletion('RewriteRule a b [R=301,‸]\n', { has: ['L', 'NC'], hasNot: ['R'] });
    checkCompletion('RewriteRule a b [last,n‸,redirect]\n', {
      has: ['NC', 'NE'],
      hasNot: ['L', 'R'],
      accept: ['NE', 'RewriteRule a b [last,NE‸,redirect]\n'],
    });
    checkCompletion('RewriteRule a b [E=A:b,‸\n', { has: ['E=', 'L'], accept: ['L', 'RewriteRule a b [E=A:b,L‸\n'] });
  });

  test('with their brackets where there are none, and those of the directive', () => {
    checkCompletion('RewriteRule a b ‸\n', { has: ['[L]', '[R]'], accept: ['[L]', 'RewriteRule a b [L]‸\n'] });
    checkCompletion('RewriteCond a b ‸\n', { labels: ['[NC]', '[OR]', '[NV]'] });
    checkCompletion('RewriteCond a b [NC,‸]\n', { labels: ['OR', 'NV'] });
    checkCompletion('RewriteCond expr true [‸]\n', { labels: ['NC', 'OR', 'NV'] });
  });

  test('values behind the =', () => {
    checkCompletion('RewriteRule a b [L,R=‸]\n', {
      has: ['301', '302', '308', 'permanent', '200', '410'],
      hasNot: ['L'],
      accept: ['301', 'RewriteRule a b [L,R=301‸]\n'],
    });
    checkCompletion('RewriteRule a b [R=3‸02,L]\n', { accept: ['308', 'RewriteRule a b [R=308‸,L]\n'] });
    checkCompletion('RewriteRule a b [T=‸]\n', { has: ['text/html', 'application/json'] });
    checkCompletion('RewriteRule a b [H=‸]\n', { has: ['cgi-script'] });
    checkCompletion('RewriteRule a b [CO=‸]\n', { labels: ['NAME:VALUE:DOMAIN'] });
    checkCompletion('RewriteRule a b [E=HOST:%{HTTP_‸}]\n', {
      has: ['HTTP_HOST', 'HTTP:'],
      accept: ['HTTP_HOST', 'RewriteRule a b [E=HOST:%{HTTP_HOST‸}]\n'],
    });
    checkCompletion('RewriteRule a b [L=‸]\n', { labels: [] });
  });
});

suite('completion of texts of mod_rewrite', () => {
  test('variables, as a whole and in braces', () => {
    checkCompletion('RewriteCond ‸\n', {
      has: ['%{HTTP_HOST}', '%{SERVER_ADDR}', 'expr'],
      hasNot: ['%{DOCUMENT_URI}'],
      accept: ['%{HTTP_HOST}', 'RewriteCond %{HTTP_HOST}‸\n'],
    });
    checkCompletion('RewriteCond %{REQ‸}\n', {
      has: ['REQUEST_URI', 'ENV:', 'LA-U:'],
      hasNot: ['HANDLER'],
      accept: ['REQUEST_URI', 'RewriteCond %{REQUEST_URI‸}\n'],
    });
    checkCompletion('RewriteCond "%{LA-U:REM‸"\n', {
      accept: ['REMOTE_USER', 'RewriteCond "%{LA-U:REMOTE_USER‸"\n'],
    });
    checkCompletion('RewriteRule a https://%{‸\n', { accept: ['HTTP_HOST', 'RewriteRule a https://%{HTTP_HOST‸\n'] });
    checkCompletion('RewriteRule a %{HTTP:X‸}\n', { labels: [] });
    checkCompletion('RewriteRule a ‸\n', { labels: [] });
  });

  test('names of maps that the configuration makes', () => {
    const maps = 'RewriteMap lower int:tolower\n<IfDefine A>\nRewriteMap hosts txt:hosts.txt\n</IfDefine>\n';
    checkCompletion(`${maps}RewriteRule (.*) \${‸}\n`, {
      labels: ['${lower:}', '${hosts:}'],
      accept: ['${lower:}', `${maps}RewriteRule (.*) \${lower:}‸\n`],
    });
    checkCompletion(`${maps}RewriteCond %{HTTP_HOST}\${l‸\n`, {
      accept: ['${lower:', `${maps}RewriteCond %{HTTP_HOST}\${lower:‸\n`],
    });
    checkCompletion('RewriteRule (.*) ${‸}\n', { labels: [] });
  });

  test('sources of maps', () => {
    checkCompletion('RewriteMap m ‸\n', { has: ['txt:', 'dbm=', 'prg:', 'int:', 'fastdbd:'] });
    checkCompletion('RewriteMap m int:‸\n', {
      labels: ['tolower', 'toupper', 'escape', 'unescape'],
      accept: ['toupper', 'RewriteMap m int:toupper‸\n'],
    });
    checkCompletion('RewriteMap m dbm=s‸:/srv/map\n', { accept: ['sdbm', 'RewriteMap m dbm=sdbm‸:/srv/map\n'] });
    checkCompletion('RewriteMap m txt:/srv‸\n', { labels: [] });
  });

  test('tests and comparisons', () => {
    checkCompletion('RewriteCond a ‸\n', { has: ['-f', '-d', '-U', '-ge', '=', '<='] });
    checkCompletion('RewriteCond a !-‸\n', { has: ['-f', '-eq'], accept: ['-d', 'RewriteCond a !-d‸\n'] });
    checkCompletion('RewriteCond a ^a‸\n', { labels: [] });
    checkCompletion('RewriteOptions ‸\n', { has: ['Inherit', 'AllowNoSlash'] });
  });
});

suite('hover in lines of mod_rewrite', () => {
  test('a flag, its value, and a flag that is young', () => {
    checkHover('RewriteRule a b [las‸t,R=301]\n', {
      on: 'last',
      says: ['`L` (`last`)', '`END`', 'rewrite/flags.html'],
    });
    checkHover('RewriteRule a b [L,r=3‸01]\n', {
      on: '301',
      says: ['`301`: Moved Permanently.'],
      never: ['no redirect'],
    });
    checkHover('RewriteRule a - [R=4‸10]\n', { on: '410', says: ['no redirect'] });
    checkHover('RewriteRule a b [R=tem‸p]\n', { on: 'temp', says: ['302'] });
    checkHover('RewriteRule a b [UN‸C]\n', { on: 'UNC', says: ['Since httpd 2.4.62', 'older releases'] });
    checkHover('RewriteCond a b [N‸C]\n', { on: 'NC', says: ['regular expressions', '#rewritecond'] });
    checkNoHover('RewriteRule a b [XY‸Z]\n');
  });

  test('variables and where they come from', () => {
    checkHover('RewriteCond %{request_u‸ri} a\n', { on: 'request_uri', says: ['`%{REQUEST_URI}`', 'query'] });
    checkHover('RewriteRule a %{HT‸TP:X-A}\n', { on: 'HTTP:', says: ['header'] });
    checkHover('RewriteRule a b [E=A:%{SERVER_A‸DDR}]\n', { on: 'SERVER_ADDR', says: ['address of the server'] });
  });

  test('tests, comparisons and signs', () => {
    checkHover('RewriteCond %{REQUEST_FILENAME} !-‸f\n', { on: '-f', says: ['path of a file'] });
    checkHover('RewriteCond %{TIME_HOUR} -g‸e18\n', { on: '-ge', says: ['greater number, or the same'] });
    checkHover('RewriteCond %{HTTP_HOST} <‸=b\n', { on: '<=', says: ['As `<`'] });
    checkHover('RewriteCond %{HTTP_HOST} ‸!a\n', { on: '!', says: ['does not fit'] });
    checkHover('RewriteRule a ‸- [F]\n', { on: '-', says: ['Leaves the address'] });
    checkHover('RewriteMap m in‸t:tolower\n', { on: 'int:', says: ["httpd's own", '#rewritemap'] });
  });

  test('a reference to a group of the rule', () => {
    checkHover('RewriteRule ^/(a)/(.*)$ /$‸2\n', { on: '$2', says: ['That is `(.*)` in `^/(a)/(.*)$`.'] });
    checkHover('RewriteRule ^/(a)$ /$‸0\n', { on: '$0', says: ['That is `^/(a)$`.'] });
    checkHover('RewriteRule ^/(a)$ /$‸2\n', { on: '$2', says: ['no such group in `^/(a)$`'] });
    checkHover('RewriteRule !^/(a)$ /$‸1\n', { on: '$1', says: ['always empty'] });
    checkHover('RewriteCond $‸1 b\nRewriteRule ^/(a)$ -\n', { on: '$1', says: ['That is `(a)` in `^/(a)$`.'] });
    checkHover('RewriteRule "^/${X}(a)$" /$‸1\n', { on: '$1', says: ['group 1'], never: ['That is'] });
  });

  test('a reference to a group of the condition that has matched', () => {
    const conditions = 'RewriteCond a ^(b)(c) [OR]\nRewriteCond a ^(d)\n';
    const open = '<Directory /srv>\n';
    const close = '</Directory>\n';
    checkHover(`${open}${conditions}RewriteRule ^ /%‸1\n${close}`, {
      on: '%1',
      says: ['That is `(b)` in `^(b)(c)`.', 'That is `(d)` in `^(d)`.'],
    });
    checkHover(`${open}${conditions}RewriteCond %‸2 !(e)\nRewriteRule ^ -\n${close}`, {
      on: '%2',
      says: ['That is `(c)` in `^(b)(c)`.', 'no such group in `^(d)`'],
    });
    checkHover(`Include x.conf\n${conditions}RewriteRule ^ /%‸1\n`, { on: '%1', never: ['That is'] });
  });
});
