package io.scflocal.core.export;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.scflocal.core.capture.HandshakeRecord;
import io.scflocal.core.capture.HeaderRecord;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RedactionTest {
    @ParameterizedTest
    @CsvSource({
        "/?token=a&x=1, /?token=redacted&x=1",
        "/?Token=a&accessToken=b&t%6Fken=c, /?Token=redacted&accessToken=redacted&t%6Fken=redacted",
        "/?api_key=a&apikey=b&API-KEY=c&key=d, /?api_key=redacted&apikey=redacted&API-KEY=redacted&key=redacted",
        "/?sig=a&sign=b&X-Amz-Signature=c, /?sig=redacted&sign=redacted&X-Amz-Signature=redacted",
        "/?pwd=a&passwd=b&auth=c&jwt=d&sid=e, /?pwd=redacted&passwd=redacted&auth=redacted&jwt=redacted&sid=redacted",
        "/?session=a&sessionId=b, /?session=redacted&sessionId=redacted",
        "/?code=a&js_code=b&state=c&country_code=d, /?code=redacted&js_code=redacted&state=c&country_code=d",
        "/?token=a=b?c#d, /?token=redacted#d",
        "/?room=1&author=x&monkey=y&design=z&100%=w, /?room=1&author=x&monkey=y&design=z&100%=w",
        "/?token, /?token",
        "/token=a, /token=a",
    })
    void parametersAreSecretsByTheirNames(String target, String expected) {
        HandshakeRecord handshake = new HandshakeRecord("GET", target, target, List.of(), 101, List.of());
        assertEquals(expected, Redaction.SECRETS.apply(handshake).requestTarget());
        assertEquals(expected, Redaction.SECRETS.apply(handshake).functionTarget());
        assertEquals(target, Redaction.NOTHING.apply(handshake).requestTarget());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Authorization | Bearer a | redacted",
                "X-Amz-Security-Token | a | redacted",
                "X-Client-Secret | a | redacted",
                "x-signature | a | redacted",
                "Private-Token | a | redacted",
                "Set-Cookie | sid=a | redacted",
                "X-Session-Id | a | redacted",
                "Sec-WebSocket-Key | dGhlIHNhbXBsZSBub25jZQ== | dGhlIHNhbXBsZSBub25jZQ==",
                "Sec-WebSocket-Accept | s3pPLMBiTxaQ9kYGzzhZRbK+xOo= | s3pPLMBiTxaQ9kYGzzhZRbK+xOo=",
                "X-Author | a | a",
                "Referer | http://u:p@x/?access_token=a&b=c | http://redacted@x/?access_token=redacted&b=c",
                "Sec-WebSocket-Protocol | chat, v12.stomp | chat, v12.stomp",
                "Sec-WebSocket-Protocol | bearer.abc, chat | redacted, chat",
                "Sec-WebSocket-Protocol | base64url.bearer.authorization.k8s.io.abc, v4 | redacted, v4",
                "Sec-WebSocket-Protocol | access_token, abc, chat | access_token, redacted, chat",
                "Sec-WebSocket-Protocol | eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2ln | redacted",
            })
    void valuesOfHeaderFieldsAreSecrets(String name, String value, String expected) {
        List<HeaderRecord> headers = List.of(new HeaderRecord(name, value, "PEER"));
        HandshakeRecord handshake = new HandshakeRecord("GET", "/", "/", headers, 101, headers);
        HandshakeRecord shown = Redaction.SECRETS.apply(handshake);
        assertEquals(expected, shown.requestHeaders().get(0).value());
        assertEquals(expected, shown.responseHeaders().get(0).value());
    }

    @Test
    void nothingIsReplacedWhenEverythingIsAskedFor() {
        List<HeaderRecord> headers = List.of(new HeaderRecord("Cookie", "a=b", "PEER"));
        HandshakeRecord handshake = new HandshakeRecord("GET", "/", "/", headers, 101, headers);
        assertEquals(handshake, Redaction.NOTHING.apply(handshake));
    }
}
