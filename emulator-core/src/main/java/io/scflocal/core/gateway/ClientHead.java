package io.scflocal.core.gateway;

import io.undertow.connector.PooledByteBuffer;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.protocol.http.HttpServerConnection;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.xnio.StreamConnection;
import org.xnio.conduits.AbstractStreamSinkConduit;
import org.xnio.conduits.AbstractStreamSourceConduit;
import org.xnio.conduits.StreamSinkConduit;
import org.xnio.conduits.StreamSourceConduit;

/**
 * Sees the head of each request of a client before Undertow does, for two reasons. Undertow refuses targets that browsers send and
 * functions take, such as a percent sign that begins no escape; it gets a harmless target of the same length, and the true one is kept
 * here. And a request that it refuses on its own never becomes an exchange, so this tells of it.
 *
 * <p>Confined to the connection's I/O thread.
 */
final class ClientHead extends AbstractStreamSourceConduit<StreamSourceConduit> {
    /** What is kept of a head to tell what is wrong about it. */
    static final int KEPT = 16 * 1024;

    private static final int FIRST_SIZE = 1024;
    private static final byte HARMLESS = '_';

    private final Consumer<String> refused;
    private byte[] head = new byte[0];
    private int length;
    private int targetStart;
    private int targetEnd;
    private boolean lineIsEmpty;
    private Part part = Part.METHOD;

    private enum Part {
        METHOD,
        TARGET,
        FIELDS,
        OVER
    }

    private ClientHead(StreamSourceConduit socket, Consumer<String> refused) {
        super(socket);
        this.refused = refused;
    }

    /**
     * Begins to look at what {@code client} sends; to be called before anybody reads.
     *
     * @param refused told why, when Undertow refuses a request on its own
     */
    static void watch(StreamConnection client, Consumer<String> refused) {
        ClientHead head = new ClientHead(client.getSourceChannel().getConduit(), refused);
        client.getSourceChannel().setConduit(head);
        client.getSinkChannel()
                .setConduit(head.new Refusals(client.getSinkChannel().getConduit()));
    }

    /**
     * The target as the client sent it, each byte a char. No more is looked at until the exchange is complete.
     *
     * @param exchange of a connection that is watched
     */
    static String take(HttpServerExchange exchange) {
        HttpServerConnection connection = (HttpServerConnection) exchange.getConnection();
        ClientHead head = (ClientHead) connection.getOriginalSourceConduit();
        exchange.addExchangeCompleteListener((done, next) -> {
            if (!done.isUpgrade()) {
                head.expect(connection.getExtraBytes());
            }
            next.proceed();
        });
        return head.taken();
    }

    private String taken() {
        String target = new String(head, targetStart, targetEnd - targetStart, StandardCharsets.ISO_8859_1);
        forget(Part.OVER);
        return target;
    }

    /** The next request follows; {@code read} has been read of it already. */
    private void expect(@Nullable PooledByteBuffer read) {
        forget(Part.METHOD);
        if (read != null) {
            ByteBuffer bytes = read.getBuffer();
            look(bytes, bytes.position(), bytes.limit());
        }
    }

    private void forget(Part next) {
        part = next;
        head = new byte[0];
        length = 0;
        targetStart = 0;
        targetEnd = 0;
        lineIsEmpty = false;
    }

    @Override
    public int read(ByteBuffer into) throws IOException {
        int start = into.position();
        int count = super.read(into);
        if (part != Part.OVER && count > 0) {
            look(into, start, start + count);
        }
        return count;
    }

    private void look(ByteBuffer bytes, int start, int end) {
        for (int i = start; i < end && part != Part.OVER; i++) {
            byte one = bytes.get(i);
            keep(one);
            switch (part) {
                case METHOD -> method(one);
                case TARGET -> bytes.put(i, target(one));
                default -> fields(one);
            }
        }
    }

    private void keep(byte one) {
        // A target is kept whole whatever its length; the size of a head is limited by Undertow.
        if (length >= KEPT && part != Part.TARGET) {
            return;
        }
        if (length == head.length) {
            head = Arrays.copyOf(head, Math.max(FIRST_SIZE, 2 * length));
        }
        head[length++] = one;
    }

    private void method(byte one) {
        if (one == ' ') {
            part = Part.TARGET;
            targetStart = length;
        }
    }

    /** What Undertow gets in its place. */
    private byte target(byte one) {
        if (one == ' ') {
            targetEnd = length - 1;
            part = Part.FIELDS;
            return one;
        }
        if (one == '\r' || one == '\n') {
            // So that Undertow refuses a line that ends here at once; else it would wait for the rest for ever.
            return ' ';
        }
        // Other than paths, targets have a shape that Undertow looks at: *, and those of proxies.
        boolean path = head[targetStart] == '/';
        return path && length - 1 > targetStart && one != '/' ? HARMLESS : one;
    }

    private void fields(byte one) {
        if (one == '\n') {
            if (lineIsEmpty) {
                part = Part.OVER;
            }
            lineIsEmpty = true;
        } else if (one != '\r') {
            lineIsEmpty = false;
        }
    }

    /** Nobody writes to a client before its request has become an exchange but Undertow that refuses it. */
    private final class Refusals extends AbstractStreamSinkConduit<StreamSinkConduit> {
        private boolean told;

        Refusals(StreamSinkConduit socket) {
            super(socket);
        }

        @Override
        public int write(ByteBuffer bytes) throws IOException {
            look();
            return super.write(bytes);
        }

        @Override
        public long write(ByteBuffer[] bytes, int from, int count) throws IOException {
            look();
            return super.write(bytes, from, count);
        }

        @Override
        public int writeFinal(ByteBuffer bytes) throws IOException {
            look();
            return super.writeFinal(bytes);
        }

        @Override
        public long writeFinal(ByteBuffer[] bytes, int from, int count) throws IOException {
            look();
            return super.writeFinal(bytes, from, count);
        }

        private void look() {
            if (length > 0 && !told) {
                told = true;
                refused.accept(HeadFault.of(new String(head, 0, length, StandardCharsets.ISO_8859_1)));
            }
        }
    }
}
