package io.scflocal.core.gateway;

/**
 * The first segment of a path that names the API gateway's stage and never reaches the function. Paths without it are served as well,
 * as behind a function URL.
 *
 * @param name the stage, for example {@code release}
 */
record Stage(String name) {

    /** The request target without the stage: {@code /release/chat?x=1} becomes {@code /chat?x=1}. */
    String strip(String requestTarget) {
        String prefix = "/" + name;
        if (!requestTarget.startsWith(prefix)) {
            return requestTarget;
        }
        String rest = requestTarget.substring(prefix.length());
        if (rest.isEmpty()) {
            return "/";
        }
        return switch (rest.charAt(0)) {
            case '/' -> rest;
            case '?' -> "/" + rest;
            default -> requestTarget;
        };
    }
}
