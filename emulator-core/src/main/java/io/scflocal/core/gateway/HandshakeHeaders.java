package io.scflocal.core.gateway;

import io.scflocal.core.invocation.Header;
import io.scflocal.core.platform.PlatformHeaders;
import io.undertow.util.HeaderMap;
import io.undertow.util.HeaderValues;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Turns Undertow's header maps into what the handshake records, and a client's request headers into what the function gets. */
final class HandshakeHeaders {

    private static final HttpString HTTP2_SETTINGS = new HttpString("HTTP2-Settings");
    private static final Set<String> OFFER_OF_HTTP2 = Set.of("upgrade", "http2-settings", "connection");

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
            Header.Origin origin = replaced(name, fromClient, added) ? Header.Origin.DROPPED : Header.Origin.PEER;
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
            if (!replaced(field.getHeaderName().toString(), fromClient, added)) {
                toFunction.putAll(field.getHeaderName(), field);
            }
        }
        added.forEach((name, value) -> toFunction.put(new HttpString(name), value));
    }

    /**
     * Java's client offers to go on in HTTP/2 unless it is told not to. The offer is for the gateway, RFC 9110 section 7.8, and servers of
     * WebSockets would refuse it as a handshake that is none.
     */
    private static boolean isOfferOfHttp2(String name, HeaderMap fromClient) {
        return OFFER_OF_HTTP2.contains(name.toLowerCase(Locale.ROOT))
                && fromClient.contains(HTTP2_SETTINGS)
                && "h2c".equalsIgnoreCase(fromClient.getFirst(Headers.UPGRADE));
    }

    /** Copies all fields of an answer. */
    static void copy(HeaderMap from, HeaderMap to) {
        for (HeaderValues field : from) {
            to.putAll(field.getHeaderName(), field);
        }
    }

    private static boolean replaced(String name, HeaderMap fromClient, Map<String, String> added) {
        if (PlatformHeaders.isReserved(name) || isOfferOfHttp2(name, fromClient)) {
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
