"""Echo: every message goes back to its sender as it came; every client also gets a message every ten seconds."""

import asyncio
import json
from datetime import datetime, timezone

import websockets

PORT = 9000
PUSH_SECONDS = 10

clients = set()


async def serve_client(socket):
    clients.add(socket)
    print("client connected")
    try:
        async for message in socket:
            await socket.send(message)
    except websockets.ConnectionClosed:
        pass  # closed with another code than 1000, which is printed below
    finally:
        clients.discard(socket)
        print(f"client closed with {socket.close_code}")


async def push():
    while True:
        await asyncio.sleep(PUSH_SECONDS)
        now = datetime.now(timezone.utc).isoformat()
        tick = json.dumps({"type": "tick", "time": now, "clients": len(clients)})
        # A client may leave at any moment: its failure is no reason to stop.
        await asyncio.gather(*(socket.send(tick) for socket in clients), return_exceptions=True)


async def main():
    # 0.0.0.0: the cloud cannot reach a server that listens on 127.0.0.1.
    async with websockets.serve(serve_client, "0.0.0.0", PORT):
        print(f"listening on 0.0.0.0:{PORT}")
        await push()


if __name__ == "__main__":
    asyncio.run(main())
