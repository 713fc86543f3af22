/** The data of the catalogue, one import for each file: a bundler takes no folder. A test holds the list complete. */
import core from './modules/core.json';
import event from './modules/event.json';
import httpCore from './modules/http_core.json';
import modAccessCompat from './modules/mod_access_compat.json';
import modActions from './modules/mod_actions.json';
import modAlias from './modules/mod_alias.json';
import modAllowmethods from './modules/mod_allowmethods.json';
import modAsis from './modules/mod_asis.json';
import modAuthBasic from './modules/mod_auth_basic.json';
import modAuthDigest from './modules/mod_auth_digest.json';
import modAuthForm from './modules/mod_auth_form.json';
import modAuthnAnon from './modules/mod_authn_anon.json';
import modAuthnCore from './modules/mod_authn_core.json';
import modAuthnDbd from './modules/mod_authn_dbd.json';
import modAuthnDbm from './modules/mod_authn_dbm.json';
import modAuthnFile from './modules/mod_authn_file.json';
import modAuthnSocache from './modules/mod_authn_socache.json';
import modAuthnzFcgi from './modules/mod_authnz_fcgi.json';
import modAuthnzLdap from './modules/mod_authnz_ldap.json';
import modAuthzCore from './modules/mod_authz_core.json';
import modAuthzDbd from './modules/mod_authz_dbd.json';
import modAuthzDbm from './modules/mod_authz_dbm.json';
import modAuthzGroupfile from './modules/mod_authz_groupfile.json';
import modAuthzHost from './modules/mod_authz_host.json';
import modAuthzOwner from './modules/mod_authz_owner.json';
import modAuthzUser from './modules/mod_authz_user.json';
import modAutoindex from './modules/mod_autoindex.json';
import modBrotli from './modules/mod_brotli.json';
import modBucketeer from './modules/mod_bucketeer.json';
import modBuffer from './modules/mod_buffer.json';
import modCache from './modules/mod_cache.json';
import modCacheDisk from './modules/mod_cache_disk.json';
import modCacheSocache from './modules/mod_cache_socache.json';
import modCaseFilter from './modules/mod_case_filter.json';
import modCaseFilterIn from './modules/mod_case_filter_in.json';
import modCernMeta from './modules/mod_cern_meta.json';
import modCgi from './modules/mod_cgi.json';
import modCgid from './modules/mod_cgid.json';
import modCharsetLite from './modules/mod_charset_lite.json';
import modData from './modules/mod_data.json';
import modDav from './modules/mod_dav.json';
import modDavFs from './modules/mod_dav_fs.json';
import modDavLock from './modules/mod_dav_lock.json';
import modDbd from './modules/mod_dbd.json';
import modDeflate from './modules/mod_deflate.json';
import modDialup from './modules/mod_dialup.json';
import modDir from './modules/mod_dir.json';
import modDumpio from './modules/mod_dumpio.json';
import modEcho from './modules/mod_echo.json';
import modEnv from './modules/mod_env.json';
import modExampleHooks from './modules/mod_example_hooks.json';
import modExampleIpc from './modules/mod_example_ipc.json';
import modExpires from './modules/mod_expires.json';
import modExtFilter from './modules/mod_ext_filter.json';
import modFileCache from './modules/mod_file_cache.json';
import modFilter from './modules/mod_filter.json';
import modHeaders from './modules/mod_headers.json';
import modHeartbeat from './modules/mod_heartbeat.json';
import modHeartmonitor from './modules/mod_heartmonitor.json';
import modHttp2 from './modules/mod_http2.json';
import modIdent from './modules/mod_ident.json';
import modImagemap from './modules/mod_imagemap.json';
import modInclude from './modules/mod_include.json';
import modInfo from './modules/mod_info.json';
import modIsapi from './modules/mod_isapi.json';
import modLbmethodBybusyness from './modules/mod_lbmethod_bybusyness.json';
import modLbmethodByrequests from './modules/mod_lbmethod_byrequests.json';
import modLbmethodBytraffic from './modules/mod_lbmethod_bytraffic.json';
import modLbmethodHeartbeat from './modules/mod_lbmethod_heartbeat.json';
import modLdap from './modules/mod_ldap.json';
import modLogConfig from './modules/mod_log_config.json';
import modLogDebug from './modules/mod_log_debug.json';
import modLogForensic from './modules/mod_log_forensic.json';
import modLogio from './modules/mod_logio.json';
import modLua from './modules/mod_lua.json';
import modMacro from './modules/mod_macro.json';
import modMd from './modules/mod_md.json';
import modMime from './modules/mod_mime.json';
import modMimeMagic from './modules/mod_mime_magic.json';
import modNegotiation from './modules/mod_negotiation.json';
import modNetware from './modules/mod_netware.json';
import modNwSsl from './modules/mod_nw_ssl.json';
import modPrivileges from './modules/mod_privileges.json';
import modProxy from './modules/mod_proxy.json';
import modProxyAjp from './modules/mod_proxy_ajp.json';
import modProxyBalancer from './modules/mod_proxy_balancer.json';
import modProxyConnect from './modules/mod_proxy_connect.json';
import modProxyExpress from './modules/mod_proxy_express.json';
import modProxyFcgi from './modules/mod_proxy_fcgi.json';
import modProxyFdpass from './modules/mod_proxy_fdpass.json';
import modProxyFtp from './modules/mod_proxy_ftp.json';
import modProxyHcheck from './modules/mod_proxy_hcheck.json';
import modProxyHtml from './modules/mod_proxy_html.json';
import modProxyHttp from './modules/mod_proxy_http.json';
import modProxyHttp2 from './modules/mod_proxy_http2.json';
import modProxyScgi from './modules/mod_proxy_scgi.json';
import modProxyUwsgi from './modules/mod_proxy_uwsgi.json';
import modProxyWstunnel from './modules/mod_proxy_wstunnel.json';
import modRatelimit from './modules/mod_ratelimit.json';
import modReflector from './modules/mod_reflector.json';
import modRemoteip from './modules/mod_remoteip.json';
import modReqtimeout from './modules/mod_reqtimeout.json';
import modRequest from './modules/mod_request.json';
import modRewrite from './modules/mod_rewrite.json';
import modSed from './modules/mod_sed.json';
import modSession from './modules/mod_session.json';
import modSessionCookie from './modules/mod_session_cookie.json';
import modSessionCrypto from './modules/mod_session_crypto.json';
import modSessionDbd from './modules/mod_session_dbd.json';
import modSetenvif from './modules/mod_setenvif.json';
import modSlotmemPlain from './modules/mod_slotmem_plain.json';
import modSlotmemShm from './modules/mod_slotmem_shm.json';
import modSo from './modules/mod_so.json';
import modSocacheDbm from './modules/mod_socache_dbm.json';
import modSocacheDc from './modules/mod_socache_dc.json';
import modSocacheMemcache from './modules/mod_socache_memcache.json';
import modSocacheRedis from './modules/mod_socache_redis.json';
import modSocacheShmcb from './modules/mod_socache_shmcb.json';
import modSpeling from './modules/mod_speling.json';
import modSsl from './modules/mod_ssl.json';
import modStatus from './modules/mod_status.json';
import modSubstitute from './modules/mod_substitute.json';
import modSuexec from './modules/mod_suexec.json';
import modSystemd from './modules/mod_systemd.json';
import modUniqueId from './modules/mod_unique_id.json';
import modUnixd from './modules/mod_unixd.json';
import modUserdir from './modules/mod_userdir.json';
import modUsertrack from './modules/mod_usertrack.json';
import modVersion from './modules/mod_version.json';
import modVhostAlias from './modules/mod_vhost_alias.json';
import modWatchdog from './modules/mod_watchdog.json';
import modWin32 from './modules/mod_win32.json';
import modXml2enc from './modules/mod_xml2enc.json';
import mpmNetware from './modules/mpm_netware.json';
import mpmWinnt from './modules/mpm_winnt.json';
import mpmtOs2 from './modules/mpmt_os2.json';
import prefork from './modules/prefork.json';
import worker from './modules/worker.json';
import modApparmor from './third-party/mod_apparmor.json';
import modAuthCas from './third-party/mod_auth_cas.json';
import modAuthGssapi from './third-party/mod_auth_gssapi.json';
import modAuthMellon from './third-party/mod_auth_mellon.json';
import modAuthOpenidc from './third-party/mod_auth_openidc.json';
import modAuthnSasl from './third-party/mod_authn_sasl.json';
import modAuthnzExternal from './third-party/mod_authnz_external.json';
import modAuthnzPam from './third-party/mod_authnz_pam.json';
import modAuthzSvn from './third-party/mod_authz_svn.json';
import modBw from './third-party/mod_bw.json';
import modDavSvn from './third-party/mod_dav_svn.json';
import modEvasive20 from './third-party/mod_evasive20.json';
import modFcgid from './third-party/mod_fcgid.json';
import modGeoip from './third-party/mod_geoip.json';
import modInterceptFormSubmit from './third-party/mod_intercept_form_submit.json';
import modJk from './third-party/mod_jk.json';
import modLookupIdentity from './third-party/mod_lookup_identity.json';
import modMapcache from './third-party/mod_mapcache.json';
import modOauth2 from './third-party/mod_oauth2.json';
import modPassenger from './third-party/mod_passenger.json';
import modPerl from './third-party/mod_perl.json';
import modPhp from './third-party/mod_php.json';
import modQos from './third-party/mod_qos.json';
import modRemoveip from './third-party/mod_removeip.json';
import modRpaf20 from './third-party/mod_rpaf-2.0.json';
import modSecurity2 from './third-party/mod_security2.json';
import modShib from './third-party/mod_shib.json';
import modUploadProgress from './third-party/mod_upload_progress.json';
import modUwsgi from './third-party/mod_uwsgi.json';
import modVhostLdap from './third-party/mod_vhost_ldap.json';
import modWsgi from './third-party/mod_wsgi.json';
import modXsendfile from './third-party/mod_xsendfile.json';
import contextRows from './contexts.json';
import expressionRows from './expressions.json';
import rewriteRows from './rewrite.json';
import oldRows from './old.json';
import providerList from './providers.json';
import renamedList from './renamed-modules.json';
import seenList from './seen-modules.json';
import snippetList from './snippets.json';
import vocabularyList from './vocabularies.json';
import type { ExpressionWords } from '../expressionWords.ts';
import type { RewriteWords } from '../rewriteWords.ts';

import type { Snippet } from '../snippet.ts';
import type {
  Provider,
  RenamedModule,
  SeenModules,
  StoredContexts,
  StoredModuleFile,
  StoredOld,
  StoredVocabularies,
} from '../stored.ts';

// The types that TypeScript reads from JSON are wider than what the files hold: a test checks every field, so a
// statement is enough here.
const moduleFilesRead: readonly unknown[] = [
  core,
  event,
  httpCore,
  modAccessCompat,
  modActions,
  modAlias,
  modAllowmethods,
  modAsis,
  modAuthBasic,
  modAuthDigest,
  modAuthForm,
  modAuthnAnon,
  modAuthnCore,
  modAuthnDbd,
  modAuthnDbm,
  modAuthnFile,
  modAuthnSocache,
  modAuthnzFcgi,
  modAuthnzLdap,
  modAuthzCore,
  modAuthzDbd,
  modAuthzDbm,
  modAuthzGroupfile,
  modAuthzHost,
  modAuthzOwner,
  modAuthzUser,
  modAutoindex,
  modBrotli,
  modBucketeer,
  modBuffer,
  modCache,
  modCacheDisk,
  modCacheSocache,
  modCaseFilter,
  modCaseFilterIn,
  modCernMeta,
  modCgi,
  modCgid,
  modCharsetLite,
  modData,
  modDav,
  modDavFs,
  modDavLock,
  modDbd,
  modDeflate,
  modDialup,
  modDir,
  modDumpio,
  modEcho,
  modEnv,
  modExampleHooks,
  modExampleIpc,
  modExpires,
  modExtFilter,
  modFileCache,
  modFilter,
  modHeaders,
  modHeartbeat,
  modHeartmonitor,
  modHttp2,
  modIdent,
  modImagemap,
  modInclude,
  modInfo,
  modIsapi,
  modLbmethodBybusyness,
  modLbmethodByrequests,
  modLbmethodBytraffic,
  modLbmethodHeartbeat,
  modLdap,
  modLogConfig,
  modLogDebug,
  modLogForensic,
  modLogio,
  modLua,
  modMacro,
  modMd,
  modMime,
  modMimeMagic,
  modNegotiation,
  modNetware,
  modNwSsl,
  modPrivileges,
  modProxy,
  modProxyAjp,
  modProxyBalancer,
  modProxyConnect,
  modProxyExpress,
  modProxyFcgi,
  modProxyFdpass,
  modProxyFtp,
  modProxyHcheck,
  modProxyHtml,
  modProxyHttp,
  modProxyHttp2,
  modProxyScgi,
  modProxyUwsgi,
  modProxyWstunnel,
  modRatelimit,
  modReflector,
  modRemoteip,
  modReqtimeout,
  modRequest,
  modRewrite,
  modSed,
  modSession,
  modSessionCookie,
  modSessionCrypto,
  modSessionDbd,
  modSetenvif,
  modSlotmemPlain,
  modSlotmemShm,
  modSo,
  modSocacheDbm,
  modSocacheDc,
  modSocacheMemcache,
  modSocacheRedis,
  modSocacheShmcb,
  modSpeling,
  modSsl,
  modStatus,
  modSubstitute,
  modSuexec,
  modSystemd,
  modUniqueId,
  modUnixd,
  modUserdir,
  modUsertrack,
  modVersion,
  modVhostAlias,
  modWatchdog,
  modWin32,
  modXml2enc,
  mpmNetware,
  mpmWinnt,
  mpmtOs2,
  prefork,
  worker,
];
const thirdPartyFilesRead: readonly unknown[] = [
  modApparmor,
  modAuthCas,
  modAuthGssapi,
  modAuthMellon,
  modAuthOpenidc,
  modAuthnSasl,
  modAuthnzExternal,
  modAuthnzPam,
  modAuthzSvn,
  modBw,
  modDavSvn,
  modEvasive20,
  modFcgid,
  modGeoip,
  modInterceptFormSubmit,
  modJk,
  modLookupIdentity,
  modMapcache,
  modOauth2,
  modPassenger,
  modPerl,
  modPhp,
  modQos,
  modRemoveip,
  modRpaf20,
  modSecurity2,
  modShib,
  modUploadProgress,
  modUwsgi,
  modVhostLdap,
  modWsgi,
  modXsendfile,
];

export const moduleFiles = moduleFilesRead as readonly StoredModuleFile[];
export const thirdPartyFiles = thirdPartyFilesRead as readonly StoredModuleFile[];
export const contexts = contextRows as StoredContexts;
export const expressionWords = expressionRows as ExpressionWords;
export const oldNames = oldRows as readonly StoredOld[];
export const providerRows = providerList as readonly Provider[];
export const rewriteWords = rewriteRows as RewriteWords;
export const renamedModules = renamedList as readonly RenamedModule[];
export const seenModules = seenList as SeenModules;
export const snippets: readonly Snippet[] = snippetList;
export const vocabularies = vocabularyList as StoredVocabularies;
