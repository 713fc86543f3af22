import { languages, type LanguageStatusItem } from 'vscode';
import type { Status } from './protocol.ts';

/** The places that a context comment can name, as people call them. */
export const PLACES: readonly { readonly context: string; readonly label: string; readonly description: string }[] = [
  { context: 'server', label: 'Server configuration', description: 'outside of sections' },
  { context: 'vhost', label: 'Virtual host', description: 'in <VirtualHost>' },
  { context: 'directory', label: 'Directory', description: 'in a section such as <Directory> or <Location>' },
  { context: 'htaccess', label: '.htaccess', description: 'read as a .htaccess is' },
];

/** The entry beside the language that says where the active document is included. */
export function contextItem(): LanguageStatusItem {
  const item = languages.createLanguageStatusItem('htconf.context', { language: 'apacheconf' });
  item.name = 'Context';
  item.command = { command: 'htconf.setContext', title: 'Set…' };
  return item;
}

/** A file that a main configuration reads is judged where that includes it, whatever its comment says. */
export function showContext(item: LanguageStatusItem, status: Status | undefined): void {
  const place = PLACES.find(({ context }) => context === status?.context);
  const isRead = (status?.roots.length ?? 0) > 0;
  item.text = isRead ? 'Included as the main configuration says' : (place?.label ?? 'Place of inclusion not known');
  item.detail = place && !isRead ? 'as its comment says' : '';
}
