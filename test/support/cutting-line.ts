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
  const open = new Set<Socket>();
  let limit: number | null = null;
  const breakAll = () => {
    for (const socket of open) socket.destroy();
  };
  const server = createServer((near) => {
    const far = connect(Number(port), hostname);
    let up = 0;
    for (const socket of [near, far]) {
      open.add(socket);
      socket.on('error', () => socket.destroy());
      socket.on('close', () => open.delete(socket));
    }
    near.on('data', (part) => {
      up += part.length;
      // what has come so far is given time to be read
      if (limit !== null && up > limit) setTimeout(breakAll, 300);
      else far.write(part);
    });
    far.pipe(near);
    near.on('close', () => far.destroy());
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
