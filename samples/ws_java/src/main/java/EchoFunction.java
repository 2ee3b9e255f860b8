public final class EchoFunction {
    public static void main(String[] args) {}
}
