import { l10n, languages, type LanguageStatusItem } from 'vscode';
import type { Status } from './protocol.ts';

/** The entry beside the language that says for which httpd the active document is judged. */
export function versionItem(): LanguageStatusItem {
  const item = languages.createLanguageStatusItem('htconf.version', { language: 'apacheconf' });
  item.name = l10n.t('Version of httpd');
  const title = l10n.t('Set…');
  item.command = { command: 'workbench.action.openSettings', title, arguments: ['htconf.httpdVersion'] };
  return item;
}

export function showVersion(item: LanguageStatusItem, status: Status | undefined): void {
  const version = status?.httpdVersion;
  item.text = `httpd ${version ?? '2.4'}`;
  item.detail = version === undefined ? l10n.t('any release') : '';
}
