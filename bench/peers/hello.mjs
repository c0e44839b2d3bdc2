/** An answer of a given size from memory: what HTTP alone costs. `node hello.mjs <bytes>`. */
import { createServer } from 'node:http';

const answer = JSON.stringify({ data: 'x'.repeat(Number(process.argv[2]) - '{"data":""}'.length) });
const server = createServer((request, response) => {
  request.resume();
  request.on('end', () => {
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(answer) });
    response.end(answer);
  });
});
server.listen(0, '127.0.0.1', () => process.send({ url: `http://127.0.0.1:${server.address().port}/` }));
