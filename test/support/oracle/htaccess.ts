import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { answer } from './answer.ts';
import { beginnings } from './beginnings.ts';
import type { Httpd } from './httpd.ts';
import type { Input } from './input.ts';
import { readerFor, type Reader } from './reader.ts';
import { refusal } from './refusal.ts';
import { errorLogs } from './server.ts';
import { writeText } from './serverRoot.ts';
import { ACCEPTED, NO_WORDS, type Verdict } from './verdict.ts';

let folders = 0;

/** The third step for a `.htaccess`: a running server reads it with a request for its folder. */
export async function judgeHtaccess(httpd: Httpd, input: Input): Promise<Verdict> {
  const reader = await readerFor(httpd, input);
  const verdict = await ask(reader, input);
  if (verdict.accepted || verdict.line !== undefined) return verdict;
  return { ...verdict, ...(await lineOf(reader, input, verdict)) };
}

/** The line of the shortest beginning of the text that the server refuses in the same words. */
async function lineOf(reader: Reader, input: Input, { message }: Verdict): Promise<Pick<Verdict, 'line'>> {
  for (const { text, line } of beginnings(input.text)) {
    const verdict = await ask(reader, { ...input, text });
    if (!verdict.accepted && verdict.message === message) return { line };
  }
  return {};
}

async function ask({ server, address }: Reader, input: Input): Promise<Verdict> {
  folders += 1;
  const name = `case-${String(folders)}`;
  const folder = join(server.root, 'htdocs', name);
  const texts = { 'index.html': '', '.htaccess': input.text, ...input.files };
  for (const [file, text] of Object.entries(texts)) writeText(server.root, join(folder, file), text, input);
  const status = await answer(server, address, `/${name}/index.html`);
  rmSync(folder, { recursive: true });
  if (status === undefined) throw new Error(`httpd has ended: ${await server.ended}`);
  return status === 500 ? refusal('request', said(server.root, name) || NO_WORDS, input) : ACCEPTED;
}

/** What the server has logged about a folder, without its path. */
function said(root: string, name: string): string {
  const lines = errorLogs(root).split('\n');
  const about = lines.filter((line) => line.includes(`/${name}/`));
  return about.map((line) => line.replaceAll(`${root}/htdocs/${name}/`, '').replaceAll(`/${name}/`, '/')).join('\n');
}
