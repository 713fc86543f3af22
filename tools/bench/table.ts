import { cpus } from 'node:os';
import type { Times } from './rounds.ts';

/** On what was measured. */
export function machine(): string {
  const [first] = cpus();
  const model = first?.model.trim() ?? 'unknown processor';
  return `${model}, ${String(cpus().length)} cores, ${process.platform} ${process.arch}, Node ${process.version}`;
}

const HEAD = [
  '| what | of | htconf: median | 95 % | beside it | median | 95 % | htconf is |',
  '|---|---|---|---|---|---|---|---|',
];

/** A table in Markdown: a row for each thing that htconf does, with the peer that does the same. */
export function tableOf(all: readonly Times[]): string {
  const own = all.filter(({ who }) => who === 'htconf');
  const rows = own.map((one) => {
    const peer = all.find(({ what, size, who }) => what === one.what && size === one.size && who !== 'htconf');
    const beside = peer ? [named(peer, one), ms(peer.median), ms(peer.high), compared(one, peer)] : ['', '', '', ''];
    return `| ${[one.what, one.size, ms(one.median), ms(one.high), ...beside].join(' | ')} |`;
  });
  return [...HEAD, ...rows].join('\n');
}

/** What takes very long is done less often. */
function named({ who, count }: Times, own: Times): string {
  return count < own.count ? `${who} (${String(count)} times)` : who;
}

function ms(time: number): string {
  return `${time.toFixed(time < 10 ? 1 : 0)} ms`;
}

/** Only what was measured in the same run can be compared. */
function compared(own: Times, peer: Times): string {
  const ratio = peer.median / own.median;
  return ratio >= 1 ? `${ratio.toFixed(1)} times as fast` : `${(1 / ratio).toFixed(1)} times as slow`;
}
