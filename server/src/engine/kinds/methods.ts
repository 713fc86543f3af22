import type { Ask } from '../base/ask.ts';
import { methodKey, moduleLoaded } from './world.ts';

/** The methods that httpd knows without being told (httpd-config 8.6); letter case counts. */
export const METHODS: readonly string[] = [
  'GET',
  'HEAD',
  'POST',
  'PUT',
  'DELETE',
  'CONNECT',
  'OPTIONS',
  'TRACE',
  'PATCH',
  'PROPFIND',
  'PROPPATCH',
  'MKCOL',
  'COPY',
  'MOVE',
  'LOCK',
  'UNLOCK',
];

/** Further ones, which nobody names: they are of version control by WebDAV. */
const RARE: readonly string[] = [
  'VERSION-CONTROL',
  'CHECKOUT',
  'UNCHECKOUT',
  'CHECKIN',
  'UPDATE',
  'LABEL',
  'REPORT',
  'MKWORKSPACE',
  'MKACTIVITY',
  'BASELINE-CONTROL',
  'MERGE',
];

/** Those that mod_dav makes known. */
const OF_DAV: readonly string[] = ['BIND', 'SEARCH'];

/** Whether httpd may know a method when it has read the main configuration. */
export function isKnownMethod(name: string, ask: Ask): boolean {
  if (METHODS.includes(name) || RARE.includes(name) || ask(methodKey(name)) !== undefined) return true;
  return OF_DAV.includes(name) && moduleLoaded(ask, 'dav_module') !== 'no';
}
