'use strict';

// A chat room that keeps its members in memory. It works as long as all of them reach the same instance, which in the cloud they
// do not unless the function takes several connections per instance: run it with --concurrency 1 and with --concurrency 100.
const { WebSocketServer } = require('ws');

const PORT = 9000;
const members = new Map(); // socket -> name

const server = new WebSocketServer({ host: '0.0.0.0', port: PORT });
server.on('listening', () => console.log(`listening on 0.0.0.0:${PORT}`));
server.on('connection', (socket) => {
  socket.on('message', (data) => receive(socket, data.toString()));
  socket.on('close', () => leave(socket));
  socket.on('error', (error) => console.error(error.message));
});

function receive(socket, text) {
  let message;
  try {
    message = JSON.parse(text);
  } catch {
    message = null;
  }
  if (message?.type === 'join' && typeof message.name === 'string') {
    join(socket, message.name);
  } else if (message?.type === 'say' && members.has(socket)) {
    tellAll({ type: 'said', from: members.get(socket), text: String(message.text) });
  } else {
    tell(socket, { type: 'error', text: 'first {"type":"join","name":"…"}, then {"type":"say","text":"…"}' });
  }
}

function join(socket, name) {
  members.set(socket, name);
  console.log(`${name} joined, ${members.size} here`);
  tellAll({ type: 'members', members: [...members.values()] });
}

function leave(socket) {
  const name = members.get(socket);
  if (name === undefined) return;
  members.delete(socket);
  console.log(`${name} left, ${members.size} here`);
  tellAll({ type: 'members', members: [...members.values()] });
}

function tellAll(message) {
  for (const socket of members.keys()) tell(socket, message);
}

function tell(socket, message) {
  socket.send(JSON.stringify(message));
}

process.on('SIGTERM', () => process.exit(0));
