// A line between browser and server that can be told to break: after so many bytes have gone towards the server.
import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

export interface CuttingLine {
  readonly url: string;
  /** breaks every connection once one of them has carried this many bytes up; null: never again */
  breakAfter(bytes: number | null): void;
  close(): Promise<void>;
}

export async function cuttingLine(target: string): Promise<CuttingLine> {
  const { hostname, port } = new URL(target);
  const open = new Map<Socket, Socket>();
  let limit: number | null = null;
  const cut = (near: Socket, far: Socket) => {
    near.destroy();
    // what has been carried so far arrives, and then nothing more
    far.unpipe(near).resume().end();
  };
  const breakAll = () => {
    for (const [near, far] of open) cut(near, far);
  };
  const server = createServer((near) => {
    const far = connect(Number(port), hostname);
    open.set(near, far);
    let up = 0;
    for (const socket of [near, far]) socket.on('error', () => socket.destroy());
    near.on('data', (part) => {
      up += part.length;
      if (limit !== null && up > limit) breakAll();
      else far.write(part);
    });
    far.pipe(near);
    near.on('close', () => {
      open.delete(near);
      cut(near, far);
    });
    far.on('close', () => near.destroy());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    breakAfter: (bytes) => {
      limit = bytes;
    },
    close: async () => {
      breakAll();
      server.close();
      await once(server, 'close');
    },
  };
}
