package io.scflocal.core.gateway;

import io.scflocal.core.invocation.Header;
import io.scflocal.core.platform.PlatformHeaders;
import io.undertow.util.HeaderMap;
import io.undertow.util.HeaderValues;
import io.undertow.util.HttpString;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Turns Undertow's header maps into what the handshake records, and a client's request headers into what the function gets. */
final class HandshakeHeaders {

    private HandshakeHeaders() {}

    /** The fields of an answer as the function sent them. */
    static List<Header> recorded(HeaderMap headers) {
        List<Header> result = new ArrayList<>();
        for (HeaderValues field : headers) {
            for (String value : field) {
                result.add(new Header(field.getHeaderName().toString(), value, Header.Origin.PEER));
            }
        }
        return result;
    }

    /** The client's fields, then those of the platform, with marks for what is dropped and what is added. */
    static List<Header> forwarded(HeaderMap fromClient, Map<String, String> added) {
        List<Header> result = new ArrayList<>();
        for (HeaderValues field : fromClient) {
            String name = field.getHeaderName().toString();
            Header.Origin origin = replaced(name, added) ? Header.Origin.DROPPED : Header.Origin.PEER;
            for (String value : field) {
                // A client can't set these fields, so what it sent as one may be a secret that went astray.
                result.add(new Header(name, PlatformHeaders.isReserved(name) ? "…" : value, origin));
            }
        }
        added.forEach((name, value) -> result.add(new Header(name, value, Header.Origin.GATEWAY)));
        return result;
    }

    /** Copies what reaches the function into its request. */
    static void send(HeaderMap fromClient, Map<String, String> added, HeaderMap toFunction) {
        for (HeaderValues field : fromClient) {
            if (!replaced(field.getHeaderName().toString(), added)) {
                toFunction.putAll(field.getHeaderName(), field);
            }
        }
        added.forEach((name, value) -> toFunction.put(new HttpString(name), value));
    }

    /** Copies all fields of an answer. */
    static void copy(HeaderMap from, HeaderMap to) {
        for (HeaderValues field : from) {
            to.putAll(field.getHeaderName(), field);
        }
    }

    private static boolean replaced(String name, Map<String, String> added) {
        if (PlatformHeaders.isReserved(name)) {
            return true;
        }
        for (String own : added.keySet()) {
            if (own.equalsIgnoreCase(name)) {
                return true;
            }
        }
        return false;
    }
}
