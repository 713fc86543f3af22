import { l10n, languages, type LanguageStatusItem } from 'vscode';
import type { Status } from './protocol.ts';

/** The places that a context comment can name, as people call them. */
export const PLACES: readonly { readonly context: string; readonly label: string; readonly description: string }[] = [
  { context: 'server', label: l10n.t('Server configuration'), description: l10n.t('outside of sections') },
  { context: 'vhost', label: l10n.t('Virtual host'), description: l10n.t('in {0}', '<VirtualHost>') },
  {
    context: 'directory',
    label: l10n.t('Directory'),
    description: l10n.t('in a section such as {0} or {1}', '<Directory>', '<Location>'),
  },
  { context: 'htaccess', label: '.htaccess', description: l10n.t('read as a .htaccess is') },
];

/** The entry beside the language that says where the active document is included. */
export function contextItem(): LanguageStatusItem {
  const item = languages.createLanguageStatusItem('htconf.context', { language: 'apacheconf' });
  item.name = l10n.t('Context');
  item.command = { command: 'htconf.setContext', title: l10n.t('Set…') };
  return item;
}

/** A file that a main configuration reads is judged where that includes it, whatever its comment says. */
export function showContext(item: LanguageStatusItem, status: Status | undefined): void {
  const place = PLACES.find(({ context }) => context === status?.context);
  const isRead = (status?.roots.length ?? 0) > 0;
  item.text = isRead
    ? l10n.t('Included as the main configuration says')
    : (place?.label ?? l10n.t('Place of inclusion not known'));
  item.detail = place && !isRead ? l10n.t('as its comment says') : '';
}
