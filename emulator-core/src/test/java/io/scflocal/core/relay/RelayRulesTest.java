package io.scflocal.core.relay;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.scflocal.core.frame.Direction;
import io.scflocal.core.platform.CutStyle;
import io.scflocal.core.platform.EndCause;
import io.scflocal.core.platform.LimitPolicy;
import io.scflocal.core.platform.PlatformChoices;
import io.scflocal.core.platform.TrafficLimits;
import io.scflocal.core.problem.Problem;
import io.scflocal.core.problem.ProblemKind;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the platform leaves open, and its limits: warned of, and enforced. */
class RelayRulesTest {
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final int PACKET = 1000;

    private final RelayFixture on = new RelayFixture();

    @BeforeEach
    void start() {
        on.relay.start();
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "TCP_END")
    void cutMayBeACloseFrameThatIsMarkedAsThePlatforms(CutStyle style) {
        on.choices = PlatformChoices.DEFAULT.withCut(style);
        on.pass(Duration.ofSeconds(15));
        byte[] close = on.client.written.toByteArray();
        assertEquals((byte) 0x88, close[0]);
        assertEquals(style.closeCode(), ByteBuffer.wrap(close).getShort(2));
        assertEquals(List.of("c2f platform CLOSE", "f2c platform CLOSE"), on.recorded);
        on.pass(Relay.LINGER);
        assertEquals(List.of(new RelayEnd(EndCause.IDLE_TIMEOUT, style.closeCode(), "idle-timeout")), on.ends);
    }

    @Test
    void pingsMayKeepAConnectionFromBeingIdle() {
        on.choices = PlatformChoices.DEFAULT.withPingsCount(true);
        on.pass(Duration.ofSeconds(10));
        on.clientSends(RelayFixture.PING);
        on.pass(Duration.ofSeconds(14));
        assertEquals(List.of(), on.ends);
    }

    @Test
    void largeMessagePassesAndIsReportedOnce() {
        limits(LimitPolicy.WARN);
        on.clientSends(RelayFixture.TEXT);
        on.clientSends(frame(0x82, PACKET));
        assertEquals(List.of(), on.problems.all());
        on.clientSends(frame(0x82, PACKET + 1));
        on.functionSends(frame(0x82, PACKET + 5));
        Problem problem = only(ProblemKind.PACKET_SIZE);
        assertEquals(2, problem.count());
        assertEquals(2, problem.firstFrame());
        assertEquals(PACKET + 5, problem.worst());
        assertEquals(PACKET, problem.limit());
        assertEquals(PACKET + 5 + 4, on.client.written.size());
    }

    @Test
    void fragmentsOfAMessageCountTogether() {
        limits(LimitPolicy.WARN);
        on.clientSends(frame(0x02, PACKET - 1));
        on.clientSends(frame(0x00, 1));
        assertEquals(List.of(), on.problems.all());
        on.clientSends(frame(0x00, 1));
        on.clientSends(frame(0x80, PACKET));
        Problem problem = only(ProblemKind.PACKET_SIZE);
        assertEquals(1, problem.count());
        assertEquals(2, problem.firstFrame());
    }

    @Test
    void hostileLengthIsJustLarge() {
        limits(LimitPolicy.WARN);
        byte[] header = {0x02, 127, 127, -1, -1, -1, -1, -1, -1, -1};
        on.clientSends(header);
        assertEquals(Long.MAX_VALUE, only(ProblemKind.PACKET_SIZE).worst());
    }

    @Test
    void enforcedSizeClosesBothWith1009AndTheFrameDoesNotPass() {
        limits(LimitPolicy.ENFORCE);
        byte[] large = frame(0x82, PACKET + 1);
        on.clientSends(join(RelayFixture.TEXT, Arrays.copyOf(large, 500)));
        assertEquals(RelayFixture.TEXT.length + 2 + 4 + 17, on.function.written.size());
        assertArrayEquals(
                new byte[] {(byte) 0x88, 17, 3, (byte) 0xf1}, Arrays.copyOf(on.client.written.toByteArray(), 4));
        on.clientSends(Arrays.copyOfRange(large, 500, large.length));
        on.clientSends(RelayFixture.CLOSE_4000);
        on.functionSends(RelayFixture.CLOSE_4000);
        assertEquals(List.of(new RelayEnd(EndCause.PACKET_TOO_LARGE, 1009, "message too big")), on.ends);
        assertTrue(on.recorded.contains("c2f platform CLOSE"));
    }

    @Test
    void enforcedSizeOfAFrameWhoseHeaderCameInPiecesIsATcpEndForTheReceiver() {
        limits(LimitPolicy.ENFORCE);
        byte[] large = frame(0x82, PACKET + 1);
        on.clientSends(Arrays.copyOf(large, 1));
        on.clientSends(Arrays.copyOfRange(large, 1, 100));
        on.pass(Relay.LINGER);
        assertEquals(1, on.function.written.size());
        assertEquals((byte) 0x88, on.client.written.toByteArray()[0]);
        assertEquals(EndCause.PACKET_TOO_LARGE, on.ends.get(0).cause());
    }

    @Test
    void tooManyMessagesInASecondAreOneProblemThatGrows() {
        for (int second = 0; second < 3; second++) {
            for (int i = 0; i < 30; i++) {
                on.clientSends(RelayFixture.TEXT);
            }
            on.pass(SECOND);
        }
        Problem problem = only(ProblemKind.PACKETS_PER_SECOND);
        assertEquals(3, problem.count());
        assertEquals(11, problem.worst());
        assertEquals(10, problem.firstFrame());
    }

    @Test
    void controlFramesAreNoPackets() {
        for (int i = 0; i < 30; i++) {
            on.clientSends(RelayFixture.PING);
        }
        assertEquals(List.of(), on.problems.all());
    }

    @Test
    void tooManyBytesInASecondAreReported() {
        for (int i = 0; i < 3; i++) {
            on.functionSends(frame(0x82, 50_000));
        }
        assertEquals(3L * 50_004, only(ProblemKind.BYTES_PER_SECOND).worst());
    }

    @Test
    void enforcedRateDelaysAndLosesNothing() {
        limits(LimitPolicy.ENFORCE);
        byte[] burst = join(RelayFixture.TEXT);
        for (int i = 1; i < 25; i++) {
            burst = join(burst, RelayFixture.TEXT);
        }
        on.clientSends(burst);
        assertEquals(10 * 4, on.function.written.size());
        assertFalse(on.client.wantsRead);
        on.functionSends(RelayFixture.TEXT);
        assertEquals(0, on.client.written.size(), "both directions count together");
        on.pass(SECOND.plusMillis(2));
        assertEquals(20 * 4, on.function.written.size());
        on.pass(SECOND.plusMillis(2));
        assertEquals(25 * 4, on.function.written.size());
        assertTrue(on.client.wantsRead);
        on.relay.readable(Direction.FUNCTION_TO_CLIENT);
        assertEquals(4, on.client.written.size());
    }

    private void limits(LimitPolicy policy) {
        on.choices = PlatformChoices.DEFAULT.withLimits(
                TrafficLimits.DEFAULT.withPolicy(policy).withPacketBytes(PACKET));
    }

    private Problem only(ProblemKind kind) {
        assertEquals(
                List.of(kind), on.problems.all().stream().map(Problem::kind).toList());
        return on.problems.all().get(0);
    }

    /** An unmasked frame of zeros. */
    private static byte[] frame(int firstByte, int length) {
        ByteBuffer frame = ByteBuffer.allocate(length + 4).put((byte) firstByte);
        if (length < 126) {
            frame.put((byte) length);
            return Arrays.copyOf(frame.array(), 2 + length);
        }
        return frame.put((byte) 126).putShort((short) length).array();
    }

    private static byte[] join(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }
}
