import { suite, test } from 'node:test';
import { checkHover, checkNoHover } from '../support/hover.ts';
import { ROOT } from '../support/text.ts';

const UNKNOWN = 'depends on the main configuration, which is not known here';

suite('hover over names', () => {
  test('a directive', () => {
    checkHover('Rewrite‸Engine On\n', {
      ...ROOT,
      on: 'RewriteEngine',
      says: [
        '```apacheconf\nRewriteEngine on|off\n```',
        'Directive of **mod_rewrite** (`rewrite_module`). Not loaded here.',
        'Context: server config, virtual host, directory, .htaccess with AllowOverride `FileInfo`',
        'Default: `RewriteEngine off`',
        'Since httpd 1.3',
        '(https://httpd.apache.org/docs/2.4/mod/mod_rewrite.html#rewriteengine)',
      ],
    });
  });

  test('a section, by either tag, in any letter case', () => {
    const says = [
      '<Directory directory-path> ... </Directory>',
      'Section of **core**',
      'Context: server config, virtual host\n',
    ];
    checkHover('<Direc‸tory /srv>\n</Directory>\n', { on: 'Directory', says });
    checkHover('<directory /srv>\n</dir‸ectory>\n', { on: 'directory', says });
  });

  test('whether its module is loaded, or what would have to be known', () => {
    const load = 'LoadModule rewrite_module modules/mod_rewrite.so\n';
    checkHover(`${load}RewriteEngine‸ On\n`, { ...ROOT, on: 'RewriteEngine', says: ['Loaded here.'] });
    checkHover('RewriteEngine‸ On\n', { on: 'RewriteEngine', says: [UNKNOWN] });
    checkHover('Include x.conf\nRewriteEngine‸ On\n', { ...ROOT, on: 'RewriteEngine', says: ['is not known: '] });
    checkHover('Listen‸ 80\n', { on: 'Listen', says: ['**event** (`mpm_event_module`)', UNKNOWN] });
    checkHover('Options‸ None\n', { on: 'Options', says: ['Built into every httpd.'], never: [UNKNOWN] });
    const settings = { modules: 'all' as const };
    checkHover('RewriteEngine‸ On\n', { settings, on: 'RewriteEngine', says: ['Taken as loaded'] });
  });
});

suite('hover over names: facts', () => {
  test('contexts', () => {
    checkHover('AllowOverride‸ All\n', { on: 'AllowOverride', says: ['Context: directory\n'] });
    checkHover('Listen‸ 80\n', { on: 'Listen', says: ['Context: server config\n'] });
    checkHover('<Limit‸ GET>\n', { on: 'Limit', says: [/Context: .*\.htaccess/] });
    checkHover('SSLProxyEngine‸ on\n', { on: 'SSLProxyEngine', says: ['virtual host, `<Proxy>`\n'] });
    checkHover('LoadModule‸ x\n', { on: 'LoadModule', says: ['Context: anywhere'], never: ['.htaccess'] });
  });

  test('old names say what to write today', () => {
    checkHover('NameVirtualHost‸ *:80\n', { on: 'NameVirtualHost', says: ['**Without effect.**', 'Delete the line.'] });
    checkHover('AccessConfig‸ x\n', {
      on: 'AccessConfig',
      says: ['**httpd 2.4 does not know this name any more.** It is gone since 2.0.', 'Write `Include` today.'],
      never: ['Context', UNKNOWN],
    });
    checkHover('Order‸ allow,deny\n', {
      on: 'Order',
      says: ['**An old directive.**', 'Write `Require` today, such as:', '```apacheconf\nRequire all granted\n```'],
    });
    checkHover('MaxClients‸ 10\n', {
      on: 'MaxClients',
      says: ['**An old name.** It still works.', 'MaxRequestWorkers'],
    });
  });

  test('platforms and third parties', () => {
    checkHover('Win32DisableAcceptEx‸\n', { on: 'Win32DisableAcceptEx', says: ['does not know this name'] });
    checkHover('ISAPICacheFile‸ x\n', { on: 'ISAPICacheFile', says: ['Only in builds for Windows'] });
    checkHover('php_value‸ a b\n', {
      on: 'php_value',
      says: ['third-party, Debian package `libapache2-mod-php', '.htaccess with AllowOverride `Options`'],
      never: ['Manual'],
    });
  });

  test('nothing where there is nothing to say', () => {
    checkNoHover('# Options‸\n');
    checkNoHover('\n‸\n');
    checkNoHover('Nonsense‸ x\n');
    checkNoHover('SetEnv A some‸thing\n');
    checkNoHover('<LuaHookFixups f>\nOptions‸\n</LuaHookFixups>\n');
    checkNoHover('‸');
  });
});

suite('hover in a .htaccess', () => {
  const htaccess = { uri: 'file:///srv/htdocs/.htaccess', on: 'ErrorDocument' };
  const told = (allowOverride: readonly string[]) => ({ ...htaccess, settings: { allowOverride } });

  test('what is granted, or what would have to be known', () => {
    const unknown = 'Whether it is granted depends on the main configuration, which is not known here.';
    checkHover('Error‸Document 404 /x\n', { ...htaccess, says: ['AllowOverride `FileInfo`', unknown] });
    checkHover('Error‸Document 404 /x\n', { ...told(['FileInfo']), says: ['Granted here. htconf was told'] });
    checkHover('Error‸Document 404 /x\n', { ...told(['Limit']), says: ['Not granted here. htconf was told'] });
    checkHover('Error‸Document 404 /x\n', { ...told(['None']), says: ['httpd never reads this file.'] });
  });

  test('nothing of that elsewhere, or where it could never be granted', () => {
    checkHover('Error‸Document 404 /x\n', { ...ROOT, on: 'ErrorDocument', never: ['granted'] });
    checkHover('Server‸Name a\n', { ...told(['All']), on: 'ServerName', never: ['granted', 'Granted'] });
  });
});

suite('hover over arguments', () => {
  test('a module, by identifier, file and source file', () => {
    const says = [
      'LoadModule dav_fs_module modules/mod_dav_fs.so',
      'Module **mod_dav_fs**. Loaded here.',
      'In `<IfModule>`: `mod_dav_fs.c` or `dav_fs_module`',
      'File: `mod_dav_fs.so` (',
      'On Debian and Ubuntu: `a2enmod dav_fs`',
      '(https://httpd.apache.org/docs/2.4/mod/mod_dav_fs.html)',
    ];
    const line = 'LoadModule dav_fs_module modules/mod_dav_fs.so\n';
    checkHover(line.replace('dav_fs_mo', 'dav_fs_mo‸'), { ...ROOT, on: 'dav_fs_module', says });
    checkHover(line.replace('mod_dav_fs.so', 'mod_d‸av_fs.so'), { ...ROOT, on: 'modules/mod_dav_fs.so', says });
    checkHover(`${line}<IfModule !mod_dav‸_fs.c>\n</IfModule>\n`, { ...ROOT, on: 'mod_dav_fs.c', says });
    checkHover('<IfModule mod_dav‸_fs.c>\n</IfModule>\n', { on: 'mod_dav_fs.c', says: [UNKNOWN] });
  });

  test('modules of another sort', () => {
    checkHover('LoadModule mpm_event‸_module x\n', {
      on: 'mpm_event_module',
      says: ['one of the MPMs, of which exactly one is loaded'],
    });
    checkHover('LoadModule wsgi‸_module x\n', {
      on: 'wsgi_module',
      says: ['which is not part of httpd', 'Package on Debian: `libapache2-mod-wsgi-py3`'],
    });
    checkHover('<IfModule core‸.c>\n', { on: 'core.c', says: ['Built into every httpd, so it needs no LoadModule'] });
  });

  test('a keyword and a flag', () => {
    checkHover('Options -Ind‸exes\n', {
      on: 'Indexes',
      says: ['`Indexes` is a word that `Options` takes here.', '`FollowSymLinks`', 'Default: `Options FollowSymlinks`'],
    });
    checkHover('Options "inde‸xes"\n', { on: 'indexes', says: ['`Indexes` is a word'] });
    checkHover('RewriteEngine o‸ff\n', { on: 'off', says: ['`Off` is a word', 'All of them: `On`, `Off`'] });
    checkHover('Require all gr‸anted\n', { on: 'granted', says: ['`granted` is a word that `Require` takes here.'] });
  });

  test('a provider', () => {
    checkHover('Require not i‸p 192.0.2.1\n', {
      on: 'ip',
      says: ['`ip` is something that `Require` can ask for.', '**mod_authz_host** (`authz_host_module`)', UNKNOWN],
    });
  });

  test('a directive named in a condition', () => {
    checkHover('<IfDirective Rewrite‸Engine>\n', { on: 'RewriteEngine', says: ['Directive of **mod_rewrite**'] });
  });
});

suite('hover over variables', () => {
  test('a value that is known', () => {
    checkHover('Define ROOT /srv\nDocumentRoot ${RO‸OT}/www\n', { on: '${ROOT}', says: ['`${ROOT}` is `/srv` here.'] });
    checkHover('Define A 1\nListen ${‸A}\nDefine A 2\n', { on: '${A}', says: ['is `1` here'] });
    checkHover('Define R‸OOT /srv\n', { on: 'ROOT', says: ['`${ROOT}` is `/srv`.'] });
    checkHover('Define FLA‸G\n', { on: 'FLAG', says: ['`FLAG` is set, without a text.'] });
  });

  test('a value that nothing sets', () => {
    const settings = { environment: {} };
    checkHover('Listen ${PO‸RT}\n', { ...ROOT, settings, on: '${PORT}', says: ['Nothing defines `PORT`'] });
  });

  test('a value that is not known', () => {
    checkHover('Listen ${PO‸RT}\n', {
      on: '${PORT}',
      says: ['depends on the main configuration, or on the environment'],
    });
    const maybe = '<IfFile /x>\nDefine PORT 81\n</IfFile>\nListen ${PO‸RT}\n';
    checkHover(maybe, { on: '${PORT}', says: ['depends on a condition or a value that is not known here'] });
    checkHover('<IfDefine T‸LS>\n', { on: 'TLS', says: ['depends on how httpd is started'] });
    checkHover('<IfDefine T‸LS>\n', { ...ROOT, settings: { defines: [] }, on: 'TLS', says: ['`TLS` is not set.'] });
  });

  test('a line in which httpd puts no values', () => {
    checkHover('<Macro M>\nListen ${PO‸RT}\n</Macro>\n', { on: '${PORT}', says: ['where the macro is used'] });
    checkHover('RewriteRule a ${map‸:$1}\n', { on: '${map:$1}', says: ['looks it up in a map'] });
    const dead = '<IfVersion < 2.4>\nListen ${PO‸RT}\n</IfVersion>\n';
    checkHover(dead, { on: '${PORT}', says: ['httpd does not read this line here'] });
    checkNoHover('# ${PO‸RT}\n');
  });
});
