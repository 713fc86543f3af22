import { findHttpd } from '../support/oracle/oracle.ts';

/** The real server, where there is one. */
export const httpd = await findHttpd();

/** For `skip` of a test: false where there is one, else the reason. */
export const httpdMissing =
  httpd === undefined
    ? 'no httpd here, so what it said before is taken: apt-get install apache2 brings one, HTTPD=/path/to/httpd names one'
    : false;
