package io.scflocal.core.query;

/**
 * A test that says the same of all frames of a connection, so it is asked once for each; for a connection that may still change, once for
 * each block.
 */
final class ConnectionTest implements FrameTest {
    private static final long UNKNOWN = 0;
    private static final long YES = 1;
    private static final long NO = 2;

    private final FrameTest test;
    private ConnectionTable table = new ConnectionTable();
    /** The answer in the low two bits; above them the block in which it was given, or all ones where it will not change. */
    private long[] answers = new long[64];

    ConnectionTest(FrameTest test) {
        this.test = test;
    }

    @Override
    public boolean test(Subject subject) {
        if (table.isFull()) {
            table = new ConnectionTable();
            answers = new long[64];
        }
        int place = table.place(subject.cursor().connection());
        answers = ConnectionTable.withRoom(answers, place, UNKNOWN);
        long answer = answers[place];
        if (answer == UNKNOWN || answer > 0 && answer >>> 2 != subject.block()) {
            long block = subject.connection().filter(ConnectionFact::isFinal).isPresent() ? -1 : subject.block();
            answer = block << 2 | (test.test(subject) ? YES : NO);
            answers[place] = answer;
        }
        return (answer & 3) == YES;
    }

    @Override
    public Tier tier() {
        return Tier.CONNECTION;
    }
}
