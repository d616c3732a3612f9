// What submissions are compared with, in a process of its own: node:http alone that reads a body, parses it as JSON and answers.
import { createServer } from 'node:http';

const server = createServer((req, res) => {
  const parts = [];
  req
    .on('data', (part) => parts.push(part))
    .once('end', () => {
      const { issues } = JSON.parse(Buffer.concat(parts).toString('utf8'));
      const text = JSON.stringify({ issues: issues.length });
      res.writeHead(201, {
        'content-type': 'application/json',
        'content-length': Buffer.byteLength(text),
      });
      res.end(text);
    });
});
server.listen(0, '127.0.0.1', () => {
  process.stdout.write(`http://127.0.0.1:${server.address().port}\n`);
});
