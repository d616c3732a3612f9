// Somebody who sends files to a server that may be killed while it answers.
import { setTimeout as wait } from 'node:timers/promises';
import type { Batch } from '../../shared/api/batches.ts';

export interface Sender {
  /** what a request of its own needs */
  readonly headers: Readonly<Record<string, string>>;
  /** the batch that was answered; undefined when nothing was, or a failure */
  send(file: string, fields: Readonly<Record<string, string>>): Promise<Batch | undefined>;
  batch(id: string): Promise<Batch>;
  /** the batch once it is loading no more */
  ended(id: string): Promise<Batch>;
  /** responses of a batch that are counted */
  count(id: string): Promise<number>;
  strip(): Promise<object>;
}

const survey = '/api/surveys/2569';

export async function senderTo(
  url: string,
  credentials: object = { username: 'admin', password: 'rabfang-demo' },
): Promise<Sender> {
  const signedIn = await fetch(`${url}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(credentials),
  });
  const { token } = (await signedIn.json()) as { token: string };
  const headers = { authorization: `Bearer ${token}` };
  const get = async (path: string): Promise<any> => {
    const answer = await fetch(url + survey + path, { headers });
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
    return await answer.json();
  };
  const batch = (id: string): Promise<Batch> => get(`/batches/${id}`);
  return {
    headers,
    batch,
    send: async (file, fields) => {
      const form = new FormData();
      for (const [name, value] of Object.entries(fields)) form.append(name, value);
      form.append('file', new Blob([file]), 'ไฟล์.csv');
      const init = { method: 'POST', headers, body: form };
      const answer = await fetch(`${url}${survey}/batches`, init)
        .then(async (reply) => ({ ok: reply.ok, body: (await reply.json()) as Batch }))
        .catch(() => undefined); // the server was killed while it answered
      return answer?.ok ? answer.body : undefined;
    },
    ended: async (id) => {
      for (let i = 0; i < 300; i++) {
        const one = await batch(id);
        if (one.state !== 'loading') return one;
        await wait(100);
      }
      throw new Error(`batch ${id} is loading for ever`);
    },
    count: async (id) => (await get(`/figures?batch=${id}`)).strip.responses,
    strip: async () => (await get('/figures')).strip,
  };
}
