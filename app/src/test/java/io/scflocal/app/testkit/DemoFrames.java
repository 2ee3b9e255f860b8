package io.scflocal.app.testkit;

import io.scflocal.core.frame.Direction;
import java.nio.charset.StandardCharsets;

/** A chat with everything that a frame can be, without end. */
public final class DemoFrames {
    private static final byte[] PNG = bytes(0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0, 0, 13, 'I', 'H', 'D', 'R');

    private DemoFrames() {}

    public static Sample frame(long number) {
        int connection = number % 7 == 0 ? 13 : number % 3 == 0 ? 14 : 15;
        Direction direction = number % 2 == 0 ? Direction.CLIENT_TO_FUNCTION : Direction.FUNCTION_TO_CLIENT;
        return switch ((int) (number % 31)) {
            case 5 -> Sample.of(number, connection, direction, Sample.FIN | Sample.PING, bytes(0, 0, 0x12, 0xC7));
            case 6 -> Sample.of(number, connection, direction, 0x8A, bytes(0, 0, 0x12, 0xC7));
            case 9 -> Sample.of(number, connection, direction, Sample.BINARY, image());
            case 10 -> Sample.of(number, connection, direction, Sample.FIN, bytes(0x7F, 0x11, 0, 0xA2, 0x9C));
            case 17 ->
                Sample.of(
                        number, connection, direction, Sample.FIN | Sample.RSV1 | Sample.TEXT, bytes(0xAA, 0x56, 0x2A));
            case 20 -> close(number, connection, direction, 1001, "idle timeout");
            case 21 -> close(number, connection, direction, 1011, "handler failed");
            default -> Sample.text(number, connection, direction, json(number));
        };
    }

    private static String json(long number) {
        return "{\"room\":1,\"type\":\"said\",\"from\":\"lin\",\"text\":\"早上好 " + number
                + "\",\"id\":485091432142801408" + number % 10
                + ",\"members\":[\"lin\",\"zhao\"],\"ok\":true,\"nested\":{\"a\":null,\"list\":[{\"x\":1.50}]}}";
    }

    private static Sample close(long number, int connection, Direction direction, int code, String reason) {
        byte[] text = reason.getBytes(StandardCharsets.UTF_8);
        byte[] payload = new byte[text.length + 2];
        payload[0] = (byte) (code >> 8);
        payload[1] = (byte) code;
        System.arraycopy(text, 0, payload, 2, text.length);
        return Sample.of(number, connection, direction, Sample.FIN | Sample.CLOSE, payload);
    }

    private static byte[] image() {
        byte[] image = new byte[65_536];
        System.arraycopy(PNG, 0, image, 0, PNG.length);
        return image;
    }

    public static byte[] bytes(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }
}
