import { ipOf } from '../../base/ip.ts';

/**
 * Whether httpd takes a text for a network: an address, the first numbers of an IPv4 address, or an address with a mask
 * (APR, `apr_ipsubnet_create`).
 */
export function isSubnet(text: string): boolean {
  const slash = text.indexOf('/');
  const address = slash < 0 ? text : text.slice(0, slash);
  const ip = ipOf(address.includes(':') ? address : withoutZeros(address));
  if (slash < 0) return ip !== undefined || isStart(text);
  return ip !== undefined && isMask(text.slice(slash + 1), ip.family);
}

/** Some systems take `010.0.0.1`. */
function withoutZeros(address: string): string {
  return address.replace(/(^|\.)0+(?=\d)/g, '$1');
}

/** `10`, `10.1.` */
function isStart(text: string): boolean {
  const match = /^\d+(?:\.\d+){0,3}\.?$/.exec(text);
  return match !== null && text.length < 16 && text.split('.').every((part) => Number(part) < 256);
}

function isMask(text: string, family: 4 | 6): boolean {
  const bits = /^[ \t]*\+?0*(\d{1,3})$/.exec(text)?.[1];
  if (bits !== undefined && Number(bits) > 0 && Number(bits) <= (family === 4 ? 32 : 128)) return true;
  return family === 4 && ipOf(withoutZeros(text))?.family === 4 && !text.includes(':');
}
