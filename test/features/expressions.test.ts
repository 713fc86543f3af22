import { suite, test } from 'node:test';
import { checkCompletion } from '../support/completion.ts';
import { checkHover, checkNoHover } from '../support/hover.ts';
import { ROOT } from '../support/text.ts';

suite('completion in expressions', () => {
  test('a condition begins with a value, a test or a word', () => {
    checkCompletion('<If "‸">\n</If>\n', {
      has: ['%{HTTP_HOST}', 'req(', '-f', 'not', 'true'],
      hasNot: ['==', 'and', '-ipmatch'],
      accept: ['%{HTTP_HOST}', '<If "%{HTTP_HOST}‸">\n</If>\n'],
    });
    checkCompletion('SetEnvIfExpr "true and ‸" x\n', { has: ['%{HTTP_HOST}', '-n'], hasNot: ['or'] });
    checkCompletion('SetEnvIfExpr "! (‸" x\n', { has: ['-n'], hasNot: ['=='] });
  });

  test('names of variables and functions behind %{', () => {
    checkCompletion('<If "%{‸ == \'a\'">\n</If>\n', {
      has: ['HTTP_HOST', 'req:'],
      hasNot: ['%{HTTP_HOST}', '-f'],
      accept: ['req:', '<If "%{req:‸ == \'a\'">\n</If>\n'],
    });
    checkCompletion('<If "%{HTT‸P_HOSST} == \'a\'">\n</If>\n', {
      accept: ['HTTP_REFERER', '<If "%{HTTP_REFERER‸} == \'a\'">\n</If>\n'],
    });
    checkCompletion('ErrorDocument 404 "/a/%{REQ‸"\n', {
      accept: ['REQUEST_URI', 'ErrorDocument 404 "/a/%{REQUEST_URI‸"\n'],
    });
    checkCompletion('ErrorDocument 404 "/a/%{req:X‸}"\n', { labels: [] });
  });

  test('an operator behind a value, and a value behind that', () => {
    checkCompletion('<If "%{HTTP_HOST} ‸">\n</If>\n', {
      has: ['==', '-eq', '=~', 'in', '-ipmatch'],
      hasNot: ['-f', 'and', '%{HTTP_HOST}'],
      accept: ['-ipmatch', '<If "%{HTTP_HOST} -ipmatch‸">\n</If>\n'],
    });
    checkCompletion('<If "%{HTTP_HOST} -str‸">\n</If>\n', {
      accept: ['-strmatch', '<If "%{HTTP_HOST} -strmatch‸">\n</If>\n'],
    });
    checkCompletion('<If "%{HTTP_HOST} == ‸">\n</If>\n', { has: ['%{SERVER_NAME}', 'tolower('], hasNot: ['==', '-n'] });
    checkCompletion('<If "%{HTTP_HOST} == \'a\' ‸">\n</If>\n', { labels: ['and', 'or'] });
    checkCompletion('<If "%{HTTP_HOST} in ‸">\n</If>\n', { labels: ['PeerExtList('] });
    checkCompletion('<If "-‸">\n</If>\n', { has: ['-n', '-f'], accept: ['-f', '<If "-f‸">\n</If>\n'] });
  });

  test('nothing in a text or in a pattern', () => {
    checkCompletion('<If "%{HTTP_HOST} == \'a‸">\n</If>\n', { labels: [] });
    checkCompletion('<If "%{HTTP_HOST} =~ /a‸">\n</If>\n', { labels: [] });
  });
});

suite('completion where an argument is an expression only in part', () => {
  test('behind what begins it', () => {
    checkCompletion('Require expr ‸\n', { has: ['%{HTTP_HOST}', '-f'] });
    checkCompletion('Require expr "%{HTT‸"\n', { accept: ['HTTPS', 'Require expr "%{HTTPS‸"\n'] });
    checkCompletion('CustomLog a b ‸\n', { labels: ['env=', 'env=!', 'expr='] });
    checkCompletion('CustomLog a b "expr=%{HTT‸"\n', { accept: ['HTTPS', 'CustomLog a b "expr=%{HTTPS‸"\n'] });
    checkCompletion('Header set X "expr=%{HTT‸"\n', { accept: ['HTTPS', 'Header set X "expr=%{HTTPS‸"\n'] });
    checkCompletion('Header set X a ‸\n', { labels: ['early', 'env=', 'env=!', 'expr='] });
    checkCompletion('Header unset X ‸\n', { labels: ['early', 'env=', 'env=!', 'expr='] });
    checkCompletion('ProxyHCExpr ok {%{REQUEST_ST‸}\n', {
      accept: ['REQUEST_STATUS', 'ProxyHCExpr ok {%{REQUEST_STATUS‸}\n'],
    });
    checkCompletion('SetHandler ‸\n', { has: ['none', 'cgi-script'] });
  });

  test('names of a module are offered unless it is surely not loaded', () => {
    checkCompletion('<If "%{‸">\n</If>\n', { has: ['SSL_PROTOCOL', 'SSL:'] });
    const without = { ...ROOT, settings: { staticModules: 'debian' } } as const;
    checkCompletion('<If "%{‸">\n</If>\n', { ...without, has: ['HTTPS'], hasNot: ['SSL_PROTOCOL', 'SSL:'] });
  });
});

suite('hover in expressions', () => {
  test('variables, functions and operators', () => {
    checkHover('<If "%{REQUEST‸_URI} == \'a\'">\n</If>\n', { on: 'REQUEST_URI', says: ['`%{REQUEST_URI}`', 'query'] });
    checkHover('<If "%{request‸_uri} == \'a\'">\n</If>\n', { on: 'request_uri', says: ['`%{REQUEST_URI}`'] });
    checkHover('Header set X "expr=%{tol‸ower:A}"\n', { on: 'tolower', says: ['small letters'] });
    checkHover('SetEnvIfExpr "-‸f \'/a\'" x\n', { on: '-f', says: ['file of this name'] });
    checkHover('SetEnvIfExpr "1 g‸t 2" x\n', { on: 'gt', says: ['greater'] });
    checkHover('SetEnvIfExpr "not‸ true" x\n', { on: 'not', says: ['round'] });
  });

  test('the module that a name comes from', () => {
    checkHover('<If "%{SSL_PRO‸TOCOL} == \'a\'">\n</If>\n', { on: 'SSL_PROTOCOL', says: ['mod_ssl', 'ssl_module'] });
  });

  test('nothing of texts, and of the `not` of Require', () => {
    checkNoHover('<If "%{HTTP_HOST} == \'a‸bc\'">\n</If>\n');
    checkNoHover('Require not‸ ip 10.0.0.1\n');
  });
});
