import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  allModules,
  isKnownModuleName,
  moduleByIdentifier,
  moduleBySourceFile,
  providersOf,
  renamedModule,
} from '../../server/src/engine/catalogue/catalogue.ts';
import { providerRows, renamedModules } from '../../server/src/engine/catalogue/data/index.ts';

const modules = [...allModules()];

test('every module is found by its identifier and by its source file', () => {
  assert.equal(modules.length, 170);
  for (const module of modules) {
    assert.equal(moduleByIdentifier(module.identifier), module);
    assert.equal(moduleBySourceFile(module.sourceFile), module);
  }
  assert.equal(moduleBySourceFile('http_core.c')?.identifier, 'http_module');
  assert.equal(moduleBySourceFile('util_ldap.c')?.identifier, 'ldap_module');
  assert.equal(moduleByIdentifier('mpm_event_module')?.sourceFile, 'event.c');
});

test('letter case counts', () => {
  assert.equal(moduleByIdentifier('Rewrite_module'), undefined);
  assert.equal(moduleBySourceFile('Mod_rewrite.c'), undefined);
  assert.equal(isKnownModuleName('MOD_SSL.C'), false);
});

test('what a build has compiled in is known by build', () => {
  assert.deepEqual(moduleByIdentifier('log_config_module')?.builtIn, ['debian']);
  assert.deepEqual(moduleByIdentifier('core_module')?.builtIn, ['debian', 'redhat', 'homebrew', 'upstream', 'windows']);
  assert.deepEqual(moduleByIdentifier('rewrite_module')?.builtIn, []);
  assert.equal(moduleByIdentifier('php_module')?.builtIn, undefined);
});

test('files are named by build', () => {
  assert.deepEqual(moduleByIdentifier('rewrite_module')?.files, {
    debian: 'mod_rewrite.so',
    redhat: 'mod_rewrite.so',
    upstream: 'mod_rewrite.so',
  });
  assert.deepEqual(moduleByIdentifier('php_module')?.files, { debian: 'libphp8.2.so' });
});

test('what a module needs is a module', () => {
  assert.deepEqual(moduleByIdentifier('proxy_http_module')?.needs?.load, ['proxy_module']);
  assert.deepEqual(moduleByIdentifier('proxy_balancer_module')?.needs?.start, ['slotmem_shm_module']);
  assert.equal(moduleByIdentifier('php_module')?.needs, undefined);
  for (const { identifier, needs } of modules) {
    for (const needed of [...(needs?.load ?? []), ...(needs?.start ?? [])]) {
      assert.ok(moduleByIdentifier(needed), `${identifier} needs ${needed}`);
    }
  }
});

test('identifiers of former times lead to those of today', () => {
  assert.deepEqual(renamedModule('access_module')?.replacement, ['authz_host_module', 'access_compat_module']);
  assert.equal(renamedModule('config_log_module')?.sameFile, true);
  for (const renamed of renamedModules) {
    assert.equal(moduleByIdentifier(renamed.identifier), undefined, renamed.identifier);
    assert.equal(renamed.sameFile ?? false, moduleBySourceFile(renamed.sourceFile) !== undefined, renamed.identifier);
    for (const name of renamed.replacement) assert.ok(moduleByIdentifier(name), `${renamed.identifier}: ${name}`);
  }
});

test('a name that was ever met is known', () => {
  for (const name of ['rewrite_module', 'mod_rewrite.c', 'mod_php5.c', 'php7_module', 'mod_access.c', 'LiteSpeed']) {
    assert.ok(isKnownModuleName(name), name);
  }
  for (const name of ['mod_rewrite', 'rewrite', 'mod_rewrite.so', 'rewrit_module']) {
    assert.ok(!isKnownModuleName(name), name);
  }
});

test('providers come from modules of the catalogue', () => {
  for (const provider of providerRows) assert.ok(moduleByIdentifier(provider.module), provider.name);
  const ip = providersOf('authz').find((provider) => provider.name === 'ip');
  assert.equal(ip?.module, 'authz_host_module');
  assert.deepEqual(providersOf('nothing'), []);
});
