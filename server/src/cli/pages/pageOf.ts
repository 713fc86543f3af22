import { readPage, type Page } from './page.ts';

/** The page of a code. The bundler puts all of them into the command: no file is read. */
export async function pageOf(code: string): Promise<Page> {
  const { default: text } = (await import(`../../../../docs/rules/${code}.md`)) as { default: string };
  return readPage(text.replaceAll('\r\n', '\n'));
}
