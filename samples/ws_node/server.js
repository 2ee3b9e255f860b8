'use strict';

// Echo: every message goes back to its sender as it came; every client also gets a message every ten seconds.
const { WebSocket, WebSocketServer } = require('ws');

const PORT = 9000;
const PUSH_MS = 10_000;

// 0.0.0.0: the cloud cannot reach a server that listens on 127.0.0.1.
const server = new WebSocketServer({ host: '0.0.0.0', port: PORT, perMessageDeflate: true });

server.on('listening', () => console.log(`listening on 0.0.0.0:${PORT}`));

server.on('connection', (socket, request) => {
  const requestId = request.headers['x-scf-request-id'];
  console.log(`client connected to ${request.url}, request ${requestId}`);

  socket.on('message', (data, isBinary) => socket.send(data, { binary: isBinary }));
  socket.on('close', (code) => console.log(`client closed with ${code}, request ${requestId}`));
  socket.on('error', (error) => console.error(`${error.message}, request ${requestId}`));
});

setInterval(() => {
  const tick = JSON.stringify({ type: 'tick', time: new Date().toISOString(), clients: server.clients.size });
  for (const socket of server.clients) {
    if (socket.readyState === WebSocket.OPEN) socket.send(tick);
  }
}, PUSH_MS);

process.on('SIGTERM', () => process.exit(0));
