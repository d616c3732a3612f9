// What stands between a member of a replica set and whoever speaks to it: everything goes through, until it is cut for some.
// A cut is a network that takes packets and brings none: nobody is told, and what was under way arrives when it is mended.
// Members say who they are as they do to MongoDB's own mongobridge: with enableTestCommands their first message has `hostInfo`.
import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** the port of the member that speaks; null: a client, such as the product */
export type Speaker = number | null;

export interface MemberLink {
  readonly port: number;
  /** holds back what these say and are told; none: everything goes through again */
  cut(whom: (speaker: Speaker) => boolean): void;
  close(): void;
}

interface Passage {
  readonly speaker: Speaker;
  isOpen: boolean;
  readonly sides: readonly [Socket, Socket];
}

/** A way to the member that listens on `target`. */
export async function linkTo(target: number): Promise<MemberLink> {
  const passages = new Set<Passage>();
  const sockets = new Set<Socket>();
  let isCut: (speaker: Speaker) => boolean = () => false;
  const server = createServer((near) => {
    sockets.add(near);
    near.on('error', () => near.destroy());
    near.once('close', () => sockets.delete(near));
    near.once('data', (first: Buffer) => {
      near.pause();
      const far = connect(target, '127.0.0.1');
      sockets.add(far);
      const passage: Passage = { speaker: speakerOf(first), isOpen: false, sides: [near, far] };
      passages.add(passage);
      for (const [side, other] of [
        [near, far],
        [far, near],
      ] as const) {
        side.on('error', () => other.destroy());
        side.once('close', () => {
          passages.delete(passage);
          sockets.delete(side);
          // who is cut off does not hear that the other has gone either
          if (!isCut(passage.speaker)) other.destroy();
        });
      }
      near.unshift(first);
      if (!isCut(passage.speaker)) open(passage);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    cut(whom) {
      isCut = whom;
      for (const passage of passages)
        if (whom(passage.speaker)) shut(passage);
        else open(passage);
    },
    close() {
      server.close();
      for (const socket of sockets) socket.destroy();
    },
  };
}

function open(passage: Passage): void {
  if (passage.isOpen) return; // a second pipe would say everything twice
  passage.isOpen = true;
  const [near, far] = passage.sides;
  near.pipe(far);
  far.pipe(near);
}

function shut(passage: Passage): void {
  passage.isOpen = false;
  for (const side of passage.sides) side.unpipe().pause();
}

/** `hostInfo` of the first message: a BSON string `host:port`. */
function speakerOf(first: Buffer): Speaker {
  const name = 'hostInfo\0';
  const at = first.indexOf(name);
  if (at < 0) return null;
  const length = first.readInt32LE(at + name.length);
  const start = at + name.length + 4;
  const said = first.toString('utf8', start, start + length - 1);
  return Number(said.slice(said.lastIndexOf(':') + 1));
}
