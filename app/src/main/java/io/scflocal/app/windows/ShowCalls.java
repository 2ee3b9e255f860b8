package io.scflocal.app.windows;

import java.io.Closeable;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/** Hears others ask for a window. Nothing is said on the socket: the call itself is the question. */
final class ShowCalls implements Closeable {
    private static final System.Logger LOG = System.getLogger(ShowCalls.class.getName());

    private final Path socket;
    private final ServerSocketChannel server;

    private ShowCalls(Path socket, ServerSocketChannel server) {
        this.socket = socket;
        this.server = server;
    }

    /** Listens; a socket that a killed process has left is replaced, which is why the caller must have the folder's lock. */
    static ShowCalls listen(Path socket, Runnable onShow) throws IOException {
        Files.deleteIfExists(socket);
        ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        try {
            server.bind(UnixDomainSocketAddress.of(socket));
        } catch (IOException | RuntimeException e) {
            server.close();
            throw new IOException("Can't listen on " + socket, e);
        }
        ShowCalls calls = new ShowCalls(socket, server);
        Thread thread = new Thread(() -> calls.hear(onShow), "window calls");
        thread.setDaemon(true);
        thread.start();
        return calls;
    }

    /** Asks whoever listens; false if nobody does. */
    static boolean call(Path socket) {
        try (SocketChannel channel = SocketChannel.open(UnixDomainSocketAddress.of(socket))) {
            return channel.isConnected();
        } catch (IOException | RuntimeException e) {
            LOG.log(Level.DEBUG, "Nobody listens on {0}: {1}", socket, e);
            return false;
        }
    }

    private void hear(Runnable onShow) {
        try {
            while (true) {
                server.accept().close();
                onShow.run();
            }
        } catch (ClosedChannelException e) {
            LOG.log(Level.DEBUG, "{0} is closed", socket);
        } catch (IOException e) {
            LOG.log(Level.WARNING, "Other windows can no longer call this one", e);
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
        Files.deleteIfExists(socket);
    }
}
