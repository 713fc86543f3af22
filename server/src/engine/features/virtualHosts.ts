import { worldOf } from '../evaluation/disk.ts';
import type { Evaluation } from '../evaluation/evaluation.ts';
import type { Fact } from '../evaluation/finding.ts';
import { isHostPattern } from '../base/hostPattern.ts';
import { KEYS } from '../kinds/world.ts';
import { wholeFacts } from '../rules/serverFacts.ts';
import { virtualHostsIn, type HostAt, type HostName } from '../rules/virtualHosts.ts';
import type { Chunk } from '../syntax/chunk.ts';
import { isRead, tagsAround, type TagsAround } from './dependence.ts';

/** The virtual hosts of a server, as `httpd -S` lists them, as far as the configuration tells. */
export interface ListedHosts {
  /** In the order in which httpd has them. */
  readonly addresses: readonly ListedAddress[];
  /** Whether all was read that may have virtual hosts. */
  readonly isWhole: boolean;
}

/** One address and port; without further hosts the first is there for every name. */
export interface ListedAddress {
  /** `*:80`, `10.0.0.1:*`, `[::1]:443` */
  readonly label: string;
  readonly hosts: readonly ListedHost[];
}

export interface ListedHost {
  /** As the configuration has it; absent where httpd asks the system. */
  readonly name?: string;
  /** Then: the address whose name that is; absent where it is that of the machine. */
  readonly nameOf?: string;
  /** 0 for every port. */
  readonly port: number;
  readonly aliases: readonly string[];
  /** Those with `*` or `?`. */
  readonly wildAliases: readonly string[];
  readonly uri: string;
  /** The last physical line of its tag, or of the line that uses the macro that makes it, from 1. */
  readonly line: number;
  /** Where it is not sure that it is read: the opening tags on which that depends, as far as they are known. */
  readonly dependsOn?: readonly string[];
}

export function virtualHosts(evaluation: Evaluation): ListedHosts {
  const table = virtualHostsIn(wholeFacts(evaluation));
  const tags = table.flatMap(({ hosts }) => hosts.map(({ host }) => host.tag));
  const around = tagsAround(
    evaluation,
    tags.filter((tag) => !isRead(tag)),
  );
  const lines = chunkLines(evaluation);
  return {
    addresses: table.map(({ label, hosts }) => ({ label, hosts: hosts.map((one) => listed(one, lines, around)) })),
    isWhole: worldOf(evaluation)(KEYS.open) === undefined && !evaluation.isCut,
  };
}

function listed({ host, address }: HostAt, lines: ChunkLines, around: TagsAround): ListedHost {
  const { tag, name, aliases } = host;
  const names = aliases.map(({ value }) => value);
  return {
    ...named(name),
    port: address.port,
    aliases: names.filter((one) => !isHostPattern(one)),
    wildAliases: names.filter(isHostPattern),
    ...placeOf(tag, lines),
    ...(!isRead(tag) && { dependsOn: around([tag]) }),
  };
}

function named({ text, of }: HostName): Pick<ListedHost, 'name' | 'nameOf'> {
  if (text !== undefined) return { name: text };
  return of === undefined ? {} : { nameOf: of };
}

/** The file of each chunk, and the physical lines before it. */
type ChunkLines = ReadonlyMap<Chunk, { readonly uri: string; readonly before: number }>;

function chunkLines({ files }: Evaluation): ChunkLines {
  const found = new Map<Chunk, { uri: string; before: number }>();
  for (const [uri, { file }] of files) {
    let before = 0;
    for (const chunk of file.chunks) {
      found.set(chunk, { uri, before });
      before += chunk.physical;
    }
  }
  return found;
}

function placeOf({ ref: { chunk, index } }: Fact, lines: ChunkLines): Pick<ListedHost, 'uri' | 'line'> {
  const { uri = '', before = 0 } = lines.get(chunk) ?? {};
  const here = chunk.lines.slice(0, index + 1).reduce((sum, line) => sum + line.physical, 0);
  return { uri, line: before + here };
}
