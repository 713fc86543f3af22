/**
 * A configuration to judge. The folder `/srv/httpd` in any of its texts stands for the server root, which the judge makes
 * anew for each one: it holds `modules/`, `logs/`, `htdocs/` and an empty `mime.types`.
 */
export interface Input {
  readonly text: string;
  /** How the texts become bytes; UTF-8 where it is not set. */
  readonly encoding?: 'latin1' | 'utf8';
  /** A main configuration, or a `.htaccess` of a folder under `htdocs/`. */
  readonly kind: 'main' | 'htaccess';
  /** The path of a main configuration under the server root; `httpd.conf` where it is not set. */
  readonly name?: string;
  /** What the server reads before the text: modules, a port to listen on. Whole lines. */
  readonly prelude?: string;
  /** The opening tag of the section that a main configuration is a part of, such as `<VirtualHost *:80>`. */
  readonly within?: string;
  /** The whole environment of the server. */
  readonly environment?: Readonly<Record<string, string>>;
  /** The names that `-D` gives. */
  readonly defines?: readonly string[];
  /** What stands behind `AllowOverride` for a `.htaccess`, `All` where it is not set; further lines may follow. */
  readonly allowOverride?: string;
  /**
   * Further files by path: under the server root, or under the folder of the `.htaccess`. A path that ends in `/` is that
   * of a folder. Where they are told, others that the server does not find there are a fault of the text.
   */
  readonly files?: Readonly<Record<string, string>>;
  /** Links by path under the server root: where they lead. */
  readonly links?: Readonly<Record<string, string>>;
}
