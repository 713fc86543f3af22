/** What is measured: configurations and Dockerfiles as people write them, and without a fault. */

/** Files by their paths. */
export type Files = Readonly<Record<string, string>>;

const MODULES = [
  ...['mpm_event', 'authz_core', 'authz_host', 'alias', 'autoindex', 'deflate', 'dir', 'env', 'expires', 'filter'],
  ...[
    'headers',
    'mime',
    'negotiation',
    'proxy',
    'proxy_http',
    'reqtimeout',
    'rewrite',
    'setenvif',
    'socache_shmcb',
    'ssl',
  ],
];

/** The lines before the first virtual host; `modules` is the folder of the files that are loaded. */
function mainPart(modules: string): string {
  const loads = MODULES.map((name) => `LoadModule ${name}_module ${modules}/mod_${name}.so`).join('\n');
  return `# The web server of the shops
ServerName www.example.com
Listen 8080
Define SITES htdocs

${loads}

LogLevel warn
KeepAlive On
Timeout 60

<Directory "/">
    AllowOverride None
    Require all denied
</Directory>

`;
}

/** 25 lines. */
function virtualHost(number: number): string {
  const name = `shop${String(number)}.example.com`;
  return `# ${name}
<VirtualHost *:8080>
    ServerName ${name}
    ServerAlias www.${name}
    DocumentRoot "\${SITES}"

    <Directory "/srv/shops/${String(number)}">
        Options FollowSymLinks
        AllowOverride None
        Require all granted
    </Directory>

    RewriteEngine On
    RewriteCond %{HTTP_HOST} ^www\\.(.+)$ [NC]
    RewriteRule ^ http://%1%{REQUEST_URI} [R=301,L]

    Header always set X-Content-Type-Options "nosniff"
    <IfModule mod_proxy_http.c>
        ProxyPass "/api/" "http://127.0.0.1:${String(9000 + (number % 1000))}/"
    </IfModule>
    ErrorDocument 404 /not-found.html
    ErrorLog "logs/${name}.log"
    LogLevel rewrite:info
</VirtualHost>

`;
}

/** A main configuration of at least so many lines. */
export function oneFile(lines: number, modules: string): string {
  const main = mainPart(modules);
  const hosts = Math.ceil((lines - main.split('\n').length) / 25);
  return main + Array.from({ length: hosts }, (_, index) => virtualHost(index + 1)).join('');
}

/** A main configuration that includes so many files with a virtual host each. */
export function tree(files: number, modules: string): Files {
  const sites = Array.from({ length: files }, (_, index) => [siteName(index + 1), virtualHost(index + 1)] as const);
  return { 'httpd.conf': `${mainPart(modules)}IncludeOptional sites/*.conf\n`, ...Object.fromEntries(sites) };
}

export function siteName(number: number): string {
  return `sites/shop${String(number)}.conf`;
}

/** A Dockerfile of at least so many lines. */
export function dockerfile(lines: number): string {
  const stage = (number: number): string => `# Stage ${String(number)}
FROM debian:bookworm AS stage${String(number)}
LABEL maintainer="webmaster@example.com"
ENV SHOP=shop${String(number)} \\
    SHOP_PORT=${String(9000 + (number % 1000))}
WORKDIR /srv/shop
RUN apt-get update && \\
    apt-get install -y --no-install-recommends apache2 && \\
    rm -rf /var/lib/apt/lists/*
COPY conf/shop${String(number)}.conf /etc/apache2/sites-enabled/
EXPOSE 8080
USER www-data
CMD ["apache2ctl", "-D", "FOREGROUND"]

`;
  return Array.from({ length: Math.ceil(lines / 14) }, (_, index) => stage(index + 1)).join('');
}
